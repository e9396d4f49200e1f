import type { SourceFile } from "../base/source.ts";
import type { CheckFile } from "./check-format.ts";
import { type CheckResult, judge } from "./judge.ts";
import { makespan, type Observation } from "./observation.ts";
import { imageOf, type ObserveOptions, observe } from "./observe.ts";
import { plannedRuns, type Settings } from "./plan.ts";

export interface ProgramReport {
  readonly results: readonly CheckResult[];
  /// Virtual seconds of the first run; 0 when there was none.
  readonly seconds: number;
  /// Wall time of the longest run, in milliseconds.
  readonly longest: number;
}

export interface CheckProgramOptions extends ObserveOptions {
  /// Called before each run with how many are done, and how many there are.
  readonly onProgress?: (done: number, all: number) => void;
}

/// Runs a program, the first of the files, as a check asks, and judges what comes of it.
export async function checkProgram(
  check: CheckFile,
  settings: Settings,
  files: readonly SourceFile[],
  options: CheckProgramOptions,
): Promise<ProgramReport> {
  const { image, errors } = imageOf(files);
  if (image === undefined) {
    const message = errors.slice(0, 3).join(" ");
    return { results: [{ name: "The program compiles", ok: false, message, say: "" }], seconds: 0, longest: 0 };
  }
  const observations: Observation[] = [];
  const plans = plannedRuns(check, settings);
  let longest = 0;
  for (const plan of plans) {
    options.onProgress?.(observations.length, plans.length);
    const start = options.clock.now();
    const observation = await observe(image, plan, options);
    longest = Math.max(longest, options.clock.now() - start);
    observations.push(observation);
    // What does not end once mostly does not end at all: nobody should wait for it so many times over.
    if (observation.outcome === "stopped") break;
  }
  const source = files.map(({ text }) => text).join("\n");
  const first = observations[0];
  return {
    results: judge(check, observations, source),
    seconds: first === undefined ? 0 : makespan(first),
    longest,
  };
}
