import type { StoreApi } from "zustand/vanilla";
import { type Finding, shortestRun } from "../../runtime/findings.ts";
import type { Background } from "../background/background.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import type { Chip } from "../run/chip.ts";
import type { RunState } from "../run/run-state.ts";
import type { Repeatable } from "./repeat-jobs.ts";

// What cost time is looked for without being asked for: only when nobody has run anything else for a while, so that it takes nothing
// away from what comes next. What is made again in a moment need not wait for long.
const shortRun = 200;
const afterShort = 400;
const afterOthers = 3000;
/// A run that took longer is made again only for who opens the player.
const longestRun = 20_000;
const mostFinding = 60_000;
const mostCores = 1024;
const fewCores = 256;

export interface FindLaterParts {
  readonly background: Background;
  readonly frames: Frames;
  readonly run: StoreApi<RunState>;
  readonly chip: Chip;
  /// The run that is over; null if it cannot be made again.
  readonly repeatable: () => Repeatable | null;
  readonly onFound: (findings: readonly Finding[]) => void;
}

/// Looks for what cost a run time, in the background and some time after its end, if it may have cost any. Calling the result gives
/// that up.
export function findLater({ background, frames, run, chip, repeatable, onFound }: FindLaterParts): Cancel {
  const { cores, cycles } = chip.store.getState();
  const { frequency, file, wallMilliseconds } = run.getState();
  const took = wallMilliseconds ?? 0;
  const isMuch = took > longestRun || cores.length > mostCores;
  const isShort = took <= shortRun && cores.length <= fewCores;
  const made = repeatable();
  if (made === null || isMuch || cycles < shortestRun(frequency) || !background.hasThreads) return () => {};
  const own = new AbortController();
  const cancelWait = frames.after(isShort ? afterShort : afterOthers, () => {
    background
      .do(
        "findings",
        { run: made, main: file ?? "" },
        { what: "Looking for what cost time", mostMilliseconds: mostFinding, signal: own.signal },
      )
      // If it fails it is no loss: whoever opens the player is told.
      .then(onFound, () => {});
  });
  return () => {
    cancelWait();
    own.abort();
  };
}
