import type { StoreApi } from "zustand/vanilla";
import { Recording } from "../../runtime/recording.ts";
import type { Answered } from "../../runtime/rerun.ts";
import type { LogEntry } from "../output/log.ts";
import type { Output } from "../output/output.ts";
import type { Chip } from "../run/chip.ts";
import type { RunState } from "../run/run-state.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { Repeatable } from "./repeat-jobs.ts";

/// The run that is over, as it can be made again but for what it was answered.
export type Played = Pick<Repeatable, "image" | "settings">;

export interface LastRunParts {
  readonly played: () => Played | null;
  readonly run: StoreApi<RunState>;
  readonly output: Output;
  readonly chip: Chip;
  readonly timeline: Timeline;
}

/// What is known of the present or last run, from which its moments can be shown.
export interface LastRun {
  /// With all that it takes to make it again: a run that is still on as far as it has come. Null if that cannot be done.
  repeatable(): Repeatable | null;
  /// Whether it is over, cannot be made again and was recorded.
  isRecorded(): boolean;
  recording(): Promise<Recording>;
}

export function createLastRun({ played, run, output, chip, timeline }: LastRunParts): LastRun {
  const entries = (): readonly LogEntry[] => {
    const { log } = output;
    const found: LogEntry[] = [];
    for (let number = log.first; number < log.end; number++) {
      const entry = log.at(number);
      if (entry !== undefined) found.push(entry);
    }
    return found;
  };

  return {
    repeatable() {
      const known = played();
      if (known === null) return null;
      const { status, outcome } = run.getState();
      const isCut = status !== "idle" || outcome === "stopped";
      const answers = entries().flatMap((entry): readonly Answered[] =>
        entry.kind === "answer" ? [{ core: entry.core, text: entry.text }] : [],
      );
      return { ...known, answers, stopped: isCut ? chip.now().cycles : undefined };
    },
    isRecorded() {
      const { status, outcome, usesPython } = run.getState();
      return status === "idle" && outcome !== null && usesPython && timeline.store.getState().recorded === true;
    },
    async recording() {
      const { cores, deadlock, model } = chip.now();
      const { file } = run.getState();
      const said = entries();
      const links = chip.carried();
      return new Recording({
        trace: await timeline.recorded(),
        cores,
        links,
        lines: said.filter((entry) => entry.kind === "line"),
        faults: said.flatMap((entry) => (entry.kind === "faults" ? entry.faults : [])),
        deadlock,
        model,
        main: file ?? "",
      });
    },
  };
}
