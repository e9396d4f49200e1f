import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import { dialectReason, isOfHost, openDialect } from "../../store/project/dialect.ts";
import type { RunState } from "../../store/run/run-state.ts";
import type { SettingsState } from "../../store/run/settings.ts";
import { useApp } from "../shared/context.ts";
import { useEverything } from "../shared/useDepth.ts";
import { useNarrow } from "../shared/useMedia.ts";

const words = { idle: "", compiling: "Compiling", running: "Running", paused: "Paused", stopping: "Stopping" } as const;
const languageNames = { host: "Python", classic: "Classic dialect", python2: "Python 2", python3: "Python 3" } as const;
const keptWords = {
  kept: "Saved",
  keeping: "Saving…",
  failed: "Not saved",
};

export function StatusBar() {
  const { run, settings, view, projects, player } = useApp();
  const state = useStore(run);
  const chosen = useStore(settings.store);
  const dialect = useStore(projects.store, () => (isOfHost(projects.activeFile()) ? "host" : openDialect(projects)));
  const reason = useStore(projects.store, () => dialectReason(projects));
  const isLooking = useStore(player.store, (state) => state.isLooking);
  const everything = useEverything();
  const isNew = useNarrow() && !everything && state.status === "idle" && state.outcome === null;
  const cursor = useStore(view, ({ cursor }) => cursor);
  // What the words say to people, for benches: those wait for it, and words may change.
  const data = {
    "data-status": state.status,
    "data-outcome": state.outcome,
    "data-over": state.over,
    "data-wall-milliseconds": state.wallMilliseconds,
    "data-looking": isLooking,
  };
  return (
    <footer className="status" {...data}>
      <span className="status-run">
        <span className={`status-light ${state.status}`} aria-hidden="true" />
        <span>
          {countOf(state, chosen)}
          {everything && <span className="not-tiny">{placeOf(state, chosen)}</span>}
          {/* Wide pages say it under the chip. */}
          {isNew && <span className="not-tiny">: small computers on one chip</span>}
        </span>
        {/* After them, so that nothing moves when they come and go. */}
        {state.loading !== null && <span role="status">· Loading Python, {Math.round(state.loading * 100)} %</span>}
        {state.loading === null && words[state.status] !== "" && <span>· {words[state.status]}</span>}
      </span>
      <ProblemCount />
      {(everything || dialect !== "python3") && (
        <span className="wide-only" title={reason}>
          {languageNames[dialect]}
        </span>
      )}
      <span className="status-space" />
      <span className="wide-only">
        Ln {cursor.line}, Col {cursor.column}
      </span>
      <Kept />
      <PresentButton />
    </footer>
  );
}

function PresentButton() {
  const { view } = useApp();
  const presenting = useStore(view, (state) => state.presenting);
  return (
    <button
      type="button"
      className="status-button wide-only"
      aria-keyshortcuts="F"
      title="The code and the chip alone, in larger type (F outside the editor)"
      onClick={() => view.setState({ presenting: !presenting })}
    >
      {presenting ? "Leave presentation" : "Present"}
    </button>
  );
}

function coresOf(state: RunState, chosen: SettingsState): number {
  return state.status === "idle" ? chosen.cores + chosen.hostCores : state.cores || chosen.cores;
}

function countOf(state: RunState, chosen: SettingsState): string {
  return counted(coresOf(state, chosen), "core");
}

/// Where they run.
function placeOf(state: RunState, chosen: SettingsState): string {
  if (state.executor === "cooperative") return " in turns, one thread";
  if (state.threads === null) return "";
  return ` on ${counted(Math.min(state.threads, coresOf(state, chosen)), "worker")}`;
}

function ProblemCount() {
  const { problems, view } = useApp();
  const { compiled, unchecked, met } = useStore(problems.store);
  const all = [...compiled, ...met];
  const errors = all.filter((problem) => problem.severity === "error").length;
  const show = () => view.setState({ bottom: "problems", pane: "output" });
  if (unchecked === "checking") return <span role="status">Checking…</span>;
  if (all.length === 0 && unchecked === "failed") {
    return (
      <button type="button" className="status-button error" onClick={show}>
        Not checked
      </button>
    );
  }
  if (all.length === 0 && unchecked !== null) return <span role="status">Too long to check as you type</span>;
  if (all.length === 0) return <span className="wide-only">No problems</span>;
  const text = errors > 0 ? counted(errors, "error") : counted(all.length, "remark");
  return (
    <button type="button" className={errors > 0 ? "status-button error" : "status-button"} onClick={show}>
      {text}
    </button>
  );
}

function Kept() {
  const { projects, pageStorage } = useApp();
  const { kept: done, asked } = useStore(projects.store);
  const isSafeMode = useStore(pageStorage.store, ({ trouble }) => trouble === "safe");
  const kept = isSafeMode ? "failed" : done;
  // A new element each time it is asked for, so that it is said and shown again when nothing was left to keep.
  return (
    <span key={asked} className={`status-kept ${kept} ${asked > 0 ? "asked" : ""}`} role="status">
      {keptWords[kept]}
      {kept === "kept" && <span className="wide-only"> in this browser</span>}
      {isSafeMode && <span className="wide-only"> in safe mode</span>}
    </span>
  );
}
