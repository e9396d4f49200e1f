import { readChecked } from "../../lessons/check-problems.ts";
import type { App } from "../app.ts";
import type { Cancel } from "../platform/frames.ts";
import type { Exercise } from "./draft.ts";
import { filesOf } from "./exercise.ts";
import { createTrier, type Trial } from "./trial.ts";

/// In milliseconds: how long nothing must have been typed.
const patience = 500;

/// What is tried, and where it is said what came of it.
export interface Tried {
  /// Undefined: none is open.
  readonly exercise: () => Exercise | undefined;
  readonly trial: () => Trial;
  readonly setTrial: (trial: Trial) => void;
}

/// Tries the checks of the exercise that is open, one time after another.
export interface Trying {
  now(): Promise<void>;
  /// The same once nothing has been typed for a moment.
  soon(): void;
  /// Leaves what is being tried, or is about to be.
  stop(): void;
}

export const untried: Trial = { reports: {}, running: null, problem: "", took: null };

export function createTrying({ run, lessons, checkTools }: App, { exercise: open, ...tried }: Tried): Trying {
  const { frames } = checkTools;
  const trier = createTrier(checkTools);
  let abort: AbortController | null = null;
  let cancelWait: Cancel = () => {};
  const setTrial = (change: Partial<Trial>): void => tried.setTrial({ ...tried.trial(), ...change });
  const stop = (): void => {
    cancelWait();
    abort?.abort();
    abort = null;
  };

  const tryChecks = async (): Promise<void> => {
    stop();
    const exercise = open();
    if (exercise === undefined) return;
    const { chip, cores, hostCores, seed } = exercise;
    const read = readChecked(exercise.check, exercise);
    if ("problems" in read) {
      setTrial({ running: null, took: null, problem: "" });
      return;
    }
    if (run.getState().status !== "idle") {
      setTrial({ running: null, problem: "A program is running in the page. The checks are tried when it has ended." });
      return;
    }
    lessons.cancelCheck();
    const mine = new AbortController();
    abort = mine;
    const begun = frames.now();
    setTrial({ running: { which: "solution", done: 0, all: 1 }, problem: "" });
    try {
      const files = { solution: filesOf(exercise, "solution"), start: filesOf(exercise, "start") };
      await trier.try(
        { check: read.file, settings: { chip, cores, hostCores, seed }, files },
        {
          signal: mine.signal,
          onProgress: (which, done, all) => mine.signal.aborted || setTrial({ running: { which, done, all } }),
          onReport: (which, report) => setTrial({ reports: { ...tried.trial().reports, [which]: report } }),
        },
      );
      setTrial({ took: frames.now() - begun });
    } catch (error) {
      if (!mine.signal.aborted) setTrial({ problem: error instanceof Error ? error.message : String(error) });
    } finally {
      if (abort === mine) {
        abort = null;
        setTrial({ running: null });
      }
    }
  };

  return {
    now: tryChecks,
    soon() {
      cancelWait();
      cancelWait = frames.after(patience, () => void tryChecks());
    },
    stop,
  };
}
