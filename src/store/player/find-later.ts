import type { StoreApi } from "zustand/vanilla";
import { type Finding, shortestRun } from "../../runtime/findings.ts";
import type { Background } from "../background/background.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import type { Chip } from "../run/chip.ts";
import type { RunState } from "../run/run-state.ts";
import type { Repeatable } from "./repeat-jobs.ts";

// What cost time is looked for without being asked for: when nobody has run anything else for a while, and not of what takes very long
// to make again; for that there is the player. The next run ends the search at once.
const longestRun = 10_000;
const findMilliseconds = 400;
const mostFinding = 60_000;
const mostCores = 256;

export interface FindLaterParts {
  readonly background: Background;
  readonly frames: Frames;
  readonly run: StoreApi<RunState>;
  readonly chip: Chip;
  /// The run that is over; null if it cannot be made again.
  readonly repeatable: () => Repeatable | null;
  readonly onFound: (findings: readonly Finding[]) => void;
  /// Whether it is going to be looked for, or is being.
  readonly onLook: (isLooking: boolean) => void;
}

/// Looks for what cost a run time, in the background and some time after its end, if it may have cost any. Calling the result gives
/// that up.
export function findLater({ background, frames, run, chip, repeatable, onFound, onLook }: FindLaterParts): Cancel {
  const { cores, cycles } = chip.store.getState();
  const { frequency, file, wallMilliseconds } = run.getState();
  const isShort = (wallMilliseconds ?? 0) <= longestRun && cores.length <= mostCores;
  const made = repeatable();
  if (made === null || !isShort || cycles < shortestRun(frequency) || !background.hasThreads) return () => {};
  const own = new AbortController();
  onLook(true);
  const cancelWait = frames.after(findMilliseconds, () => {
    background
      .do(
        "findings",
        { run: made, main: file ?? "" },
        { what: "Looking for what cost time", mostMilliseconds: mostFinding, signal: own.signal },
      )
      // If it fails it is no loss: whoever opens the player is told.
      .then(onFound, () => {})
      .finally(() => onLook(false));
  });
  return () => {
    cancelWait();
    own.abort();
    onLook(false);
  };
}
