import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import { coreName, finishedText } from "../../store/output/log-text.ts";
import { useApp } from "../shared/context.ts";
import { Icon, type IconName } from "../shared/Icon.tsx";
import { useEverything } from "../shared/useDepth.ts";

// What the tabs say of their parts while another part is shown: a sign or a number, and for those who listen, words.

interface MarkProps {
  /// Follows the name of the tab: `16 lines`.
  readonly words: string;
  readonly tone?: "fail" | "wait" | "send" | "recv";
  readonly icon?: IconName;
  readonly count?: number;
}

function Mark({ words, tone, icon, count }: MarkProps) {
  return (
    <span className={tone === undefined ? "count" : `count tone-${tone}`}>
      {icon !== undefined && <Icon name={icon} />}
      <span aria-hidden="true">{count !== undefined && short(count)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/// What a number takes little room as: `99,999` is `99k+`.
function short(count: number): string {
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k+`;
}

/// Of the program: that it is paused, or how much is wrong with it.
export function CodeBadge() {
  const { problems, run } = useApp();
  const paused = useStore(run, ({ status }) => status === "paused");
  const errors = useStore(
    problems.store,
    ({ compiled }) => compiled.filter(({ severity }) => severity === "error").length,
  );
  if (paused) return <Mark words="paused" tone="send" icon="pause" />;
  return errors === 0 ? null : <Mark words={counted(errors, "error")} tone="fail" count={errors} />;
}

/// Of the chip: that cores are stuck, have failed or run.
export function ChipBadge() {
  const { chip, run } = useApp();
  const isStuck = useStore(chip.store, ({ deadlock }) => deadlock !== null);
  const failed = useStore(chip.store, ({ cores }) => cores.filter(({ state }) => state === "failed").length);
  const isRunning = useStore(run, ({ status }) => status === "running");
  if (isStuck) return <Mark words="stuck in a deadlock" tone="fail" icon="lock" />;
  if (failed > 0) return <Mark words={`${counted(failed, "core")} failed`} tone="fail" icon="close" />;
  return isRunning ? <Mark words="running" tone="recv" icon="play" /> : null;
}

/// The name of the chip, with what its cores have come to.
export function ChipLabel() {
  return (
    <>
      Chip{" "}
      <span className="count-slot">
        <ChipBadge />
      </span>
    </>
  );
}

/// Of the output: that a core waits for an answer, or how many lines there are, and whether something went wrong.
export function OutputBadge() {
  const { output, problems } = useApp();
  useStore(output.store, (state) => state.revision);
  const asking = useStore(output.store, ({ requests }) => requests.length > 0);
  const met = useStore(problems.store, (state) => state.met.length);
  if (asking) return <AskingBadge />;
  const lines = output.count();
  if (lines === 0 && met === 0) return null;
  const words = [lines > 0 ? counted(lines, "line") : "", met > 0 ? counted(met, "problem") : ""];
  const tone = met > 0 ? { tone: "fail" as const } : {};
  return <Mark words={words.filter((word) => word !== "").join(", ")} {...tone} count={lines > 0 ? lines : met} />;
}

/// That cores wait for an answer, and how many.
export function AskingBadge() {
  const { output } = useApp();
  const asking = useStore(output.store, ({ requests }) => requests.length);
  if (asking === 0) return null;
  const words = counted(asking, "core waits for you", "cores wait for you");
  return <Mark words={words} tone="wait" icon="prompt" count={asking} />;
}

/// What a run has come to, for those who listen and may be at another part.
export function RunNews() {
  const { output, chip, run } = useApp();
  const asks = useStore(output.store, ({ requests }) => requests[0]);
  const isStuck = useStore(chip.store, ({ deadlock }) => deadlock !== null);
  const status = useStore(run, (state) => state.status);
  const everything = useEverything();
  const end = output.log.at(output.log.end - 1);
  let words = "";
  if (asks !== undefined) words = `${coreName(asks.coreKind, asks.core)} waits for your answer: ${asks.prompt}`;
  else if (status === "idle" && end?.kind === "finished") words = finishedText(end, everything);
  else if (isStuck) words = "Cores are stuck in a deadlock.";
  else if (status === "running") words = "Running.";
  return (
    <p className="visually-hidden" role="status" aria-label="The run">
      {words}
    </p>
  );
}
