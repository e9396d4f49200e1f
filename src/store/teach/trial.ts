import type { SourceFile } from "../../base/source.ts";
import type { CheckFile } from "../../lessons/check-format.ts";
import { judgeProgram, type ObservedProgram, observeProgram, type ProgramReport } from "../../lessons/check-program.ts";
import { plannedRuns, type Settings } from "../../lessons/plan.ts";
import type { CheckTools } from "../app.ts";
import { checkElsewhere } from "../lessons/check-elsewhere.ts";

// Tries the checks of a draft on the teacher's solution and on the start. What a program's runs came to is kept while neither the program
// nor the runs change, so that a changed check is only judged anew.

/// In milliseconds: all runs of both programs together.
const mostToTry = 180_000;

export const programs = ["solution", "start"] as const;
export type Which = (typeof programs)[number];

/// What trying the checks has come to.
export interface Trial {
  readonly reports: Readonly<Partial<Record<Which, ProgramReport>>>;
  /// Which program is being run, and how many of its runs are done.
  readonly running: { readonly which: Which; readonly done: number; readonly all: number } | null;
  /// Why they could not be tried, in words for people.
  readonly problem: string;
  /// How long it took, in milliseconds; null: the checks have not been tried as they stand now.
  readonly took: number | null;
}

export interface TrialInput {
  readonly check: CheckFile;
  readonly settings: Settings;
  readonly files: Readonly<Record<Which, readonly SourceFile[]>>;
}

export interface TrialOptions {
  readonly signal: AbortSignal;
  /// Runs that are done, of how many.
  readonly onProgress: (which: Which, done: number, all: number) => void;
  readonly onReport: (which: Which, report: ProgramReport) => void;
}

export interface Trier {
  /// Tries both, one after the other, and tells of each as soon as it is done. Rejects with the signal's reason when that is aborted,
  /// and with an error in words for people when all takes too long.
  try(input: TrialInput, options: TrialOptions): Promise<void>;
}

export function createTrier({ engine, runPython, frames, background }: CheckTools): Trier {
  const kept = new Map<Which, { readonly key: string; readonly observed: ObservedProgram }>();
  // Runs share an engine: the one before has to be over.
  let before: Promise<unknown> = Promise.resolve();

  const tryAll = async ({ check, settings, files }: TrialInput, options: TrialOptions): Promise<void> => {
    options.signal.throwIfAborted();
    const stop = new AbortController();
    const { signal } = stop;
    const leave = (): void => stop.abort(options.signal.reason);
    options.signal.addEventListener("abort", leave);
    const minutes = mostToTry / 60_000;
    const endWait = frames.after(mostToTry, () =>
      stop.abort(
        new Error(`Trying the checks took longer than ${minutes} minutes and was stopped. Ask for fewer runs.`),
      ),
    );
    try {
      const elsewhere = checkElsewhere(background, signal);
      for (const which of programs) {
        const own = files[which];
        const key = JSON.stringify([own, plannedRuns(check, settings)]);
        const there = kept.get(which);
        const observed =
          there?.key === key
            ? there.observed
            : await observeProgram(check, settings, own, {
                engine: await engine(),
                runPython,
                clock: frames,
                signal,
                elsewhere,
                onProgress: (done, all) => options.onProgress(which, done, all),
              });
        kept.set(which, { key, observed });
        const report = await judgeProgram(check, observed, own, { clock: frames, signal, elsewhere });
        signal.throwIfAborted();
        options.onReport(which, report);
      }
    } finally {
      endWait();
      options.signal.removeEventListener("abort", leave);
    }
  };

  return {
    try(input, options) {
      const mine = before.then(() => tryAll(input, options));
      before = mine.catch(() => {});
      return mine;
    },
  };
}
