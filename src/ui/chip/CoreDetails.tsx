import { Suspense } from "react";
import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import { idRanges } from "../../base/id-ranges.ts";
import { terminalText } from "../../base/terminal-text.ts";
import type { CoreReport } from "../../store/run/chip.ts";
import { formatCycles } from "../../store/timeline/time.ts";
import type { CoreName } from "../../store/view.ts";
import { useInspection } from "../core/useInspection.ts";
import { useApp } from "../shared/context.ts";
import { Empty, RunNow } from "../shared/Empty.tsx";
import { Icon } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { lazyView } from "../shared/lazy-view.tsx";
import { useEverything } from "../shared/useDepth.ts";
import { stateStyles } from "./state-styles.ts";
import { useReports } from "./useReports.ts";
import "./essentials.css";

const MemoryMap = lazyView(() => import("./MemoryMap.tsx"));

/// The chosen core.
export function CoreDetails() {
  const { view, chip } = useApp();
  const model = useStore(chip.store, (state) => state.model);
  const chosen = useStore(view, (state) => state.core);
  const everything = useEverything();
  const report = useReports().find((core): boolean => nameOf(core) === chosen);
  return (
    <div className="pane core-details">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it */}
      <section className="core-body" aria-label={everything ? "State and memory" : "State"} tabIndex={0}>
        {report === undefined ? (
          <p className="pane-empty">This core takes no part. Choose more cores above to use it.</p>
        ) : (
          <>
            <Facts report={report} frequency={model.frequency} />
            {!everything && <Doings core={report} />}
            {everything && report.memory.length > 0 && (
              <Suspense>
                <MemoryMap report={report} model={model} />
              </Suspense>
            )}
            {everything && report.memory.length === 0 && report.kind === "device" && (
              <Empty words="Run the program to see its memory.">
                <RunNow />
              </Empty>
            )}
            {report.kind === "host" && (
              <p className="pane-empty">
                {report.usesPython
                  ? "Full Python, with the memory of the page. Its clock counts what it exchanges with the cores; what it computes takes no virtual time."
                  : "It has no memory of its own; it uses the host’s."}
              </p>
            )}
          </>
        )}
      </section>
    </div>
  );
}

function Facts({ report, frequency }: { readonly report: CoreReport; readonly frequency: number }) {
  const { run } = useApp();
  const file = useStore(run, (state) => state.file);
  const look = stateStyles[report.state];
  const everything = useEverything();
  return (
    <dl className="facts">
      <div>
        <dt>State</dt>
        <dd className={`fact-state tone-${look.tone}`}>
          <Icon name={look.icon} />
          {report.state}
        </dd>
      </div>
      <div>
        <dt>Line</dt>
        <dd>{report.line === null || file === null ? "–" : <LineLink file={file} line={report.line} />}</dd>
      </div>
      <div>
        <dt>Waits for</dt>
        <dd>{report.peer === null ? "–" : report.peerIsHost ? "the host" : `core ${report.peer}`}</dd>
      </div>
      <div>
        <dt>{everything ? "Virtual time" : "On the chip"}</dt>
        <dd className="mono">{formatCycles(report.cycles, frequency)}</dd>
      </div>
      {everything && (
        <div>
          <dt>Cycles</dt>
          <dd className="mono">{Math.round(report.cycles).toLocaleString("en")}</dd>
        </div>
      )}
    </dl>
  );
}

/// What a core has printed last, and which messages wait for it.
function Doings({ core }: { readonly core: CoreReport }) {
  const { chip } = useApp();
  const line = useStore(chip.store, ({ lastLines }) => lastLines.get(core.id));
  const { inspection } = useInspection();
  const waiting = inspection?.core === core.id ? inspection.postbox.filter(({ full }) => full) : [];
  const from = waiting.map((entry) => entry.from);
  return (
    <dl className="doings">
      <dt>Last output</dt>
      <dd className="mono">{line === undefined ? "–" : terminalText(line)}</dd>
      <dt>Messages</dt>
      <dd>
        {from.length === 0
          ? "None waits to be received."
          : `${counted(from.length, "waits", "wait")} to be received, from ${from.length === 1 ? "core" : "cores"} ${idRanges(from)}.`}
      </dd>
    </dl>
  );
}

function nameOf({ kind, id }: CoreReport): CoreName {
  return `${kind} ${id}`;
}
