import type { StoreApi } from "zustand/vanilla";
import type { LogEntry } from "../output/log.ts";
import type { Output } from "../output/output.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import type { Projects } from "../project/project.ts";
import type { Pane, View, ViewState } from "../view.ts";
import type { Chip } from "./chip.ts";
import type { RunState } from "./run-state.ts";

// Where only one part of the page has room, a run brings the part to the front in which something happens:
//
//   a line of a program that has sent no messages, a
//   question, or the end of a run without messages            Output
//   a fault, a deadlock                                       Output
//   half a second without a line, or the end of a run that
//   sent messages                                             Chip
//   a pause                                                   Code, which then stays: one who steps watches the program
//
// It takes nothing away from one who has chosen a part since the run began, or has changed the program. One who was looking
// at the chip watches the chip, which reports a deadlock itself: only a failure leads away from it.

export interface FrontParts {
  readonly view: View;
  readonly run: StoreApi<RunState>;
  readonly output: Output;
  readonly chip: Chip;
  readonly projects: Projects;
  readonly frames: Frames;
}

/// What runs bring to the front.
export interface Front {
  /// Until the returned function is called, each run that begins brings parts of the page to the front.
  follow(): () => void;
}

const patience = 500;
const failures: ReadonlySet<LogEntry["kind"]> = new Set(["faults", "thread-ended", "trouble"]);

export function createFront({ view, run, output, chip, projects, frames }: FrontParts): Front {
  const follow = () => {
    /// Whether the run may bring something to the front.
    let free = false;
    /// Whether the learner watches the chip, or the program as it steps; lines do not lead away from either.
    let watchesChip = false;
    let steps = false;
    let bringing = false;
    /// Up to which number the log has been seen.
    let seen = 0;
    let cancelWait: Cancel = () => {};

    const bring = (pane: Pane) => {
      const isChanged = projects.store.getState().revision !== run.getState().revision;
      if (!free || isChanged || isInFront(view.getState(), pane)) return;
      bringing = true;
      view.setState(pane === "output" ? { pane, bottom: "output" } : { pane });
      bringing = false;
    };

    /// Whether a core has printed, asked or failed.
    const hasSaid = () => output.log.length > 0 || output.store.getState().requests.length > 0;

    /// After a while without a line the chip shows that there is something going on.
    const wait = () => {
      cancelWait = frames.after(patience, () => {
        const { status, loading } = run.getState();
        if (loading !== null) wait();
        else if (status === "running" && !hasSaid()) bring("chip");
      });
    };

    const begin = () => {
      free = true;
      watchesChip = view.getState().pane === "chip";
      steps = false;
      seen = 0;
      cancelWait();
      wait();
    };

    /// Looks at what the run has had to say since the last time.
    const look = () => {
      const { log } = output;
      const isAsked = output.store.getState().requests.length > 0;
      let [hasLine, hasFailed, isStuck, isOver] = [isAsked, false, false, false];
      for (let number = Math.max(log.first, Math.min(seen, log.end)); number < log.end; number++) {
        const kind = log.at(number)?.kind;
        hasLine ||= kind === "line";
        hasFailed ||= kind !== undefined && failures.has(kind);
        isStuck ||= kind === "deadlock";
        isOver ||= kind === "finished";
      }
      seen = log.end;
      if (hasFailed) bring("output");
      else if (watchesChip) return;
      else if (isStuck) bring("output");
      else if (isOver) bring(chip.hasCarried() ? "chip" : "output");
      else if (hasLine && !steps && (isAsked || !chip.hasCarried())) bring("output");
    };

    const ends = [
      run.subscribe((state, before) => {
        if (state.status === before.status) return;
        if (before.status === "idle") begin();
        if (state.status === "paused") {
          steps = true;
          if (!watchesChip) bring("code");
        }
        if (state.status === "idle") {
          free = false;
          cancelWait();
        }
      }),
      output.store.subscribe(() => {
        if (free) look();
      }),
      view.subscribe((state, before) => {
        // Results that give way to the output, as problems do when a run begins, are not a choice.
        const isLeft = state.pane === "output" && state.bottom !== "output" && state.bottom !== before.bottom;
        const isChosen = state.pane !== before.pane || isLeft;
        if (isChosen && !bringing) free = false;
      }),
    ];
    return () => {
      for (const end of ends) end();
      cancelWait();
    };
  };
  return { follow };
}

/// Whether a part is shown already. The timeline is where some watch a run.
function isInFront({ pane, bottom }: ViewState, wanted: Pane): boolean {
  if (pane !== wanted) return false;
  return wanted !== "output" || bottom === "output" || bottom === "timeline";
}
