import type { SourceFile } from "../base/source.ts";
import type { CheckFile } from "./check-format.ts";
import { type CheckResult, judging } from "./judge.ts";
import { makespan, type Observation } from "./observation.ts";
import { type ObserveOptions, observe } from "./observe.ts";
import { plannedRuns, type Settings } from "./plan.ts";
import { programOf, type ReadProgram } from "./program.ts";

export interface ProgramReport {
  readonly results: readonly CheckResult[];
  /// Why the program cannot be read; none if it can.
  readonly errors: readonly string[];
  /// Virtual seconds of the first run; 0 when there was none, or it was stopped: how far it came depends on the computer.
  readonly seconds: number;
  /// Wall time of the longest run, in milliseconds, without loading full Python.
  readonly longest: number;
}

export interface CheckProgramOptions extends ObserveOptions {
  /// Called before each run with how many are done, and how many there are; and again when all are.
  readonly onProgress?: (done: number, all: number) => void;
  /// Compiles and judges elsewhere, where that may take long; absent: here.
  readonly elsewhere?: CheckElsewhere | undefined;
}

/// What of a check takes neither cores nor the page.
export interface CheckElsewhere {
  program(files: readonly SourceFile[]): Promise<ReadProgram>;
  judge(
    check: CheckFile,
    observations: readonly Observation[],
    files: readonly SourceFile[],
  ): Promise<readonly CheckResult[]>;
}

/// What the runs of a program came to, or why it cannot be read.
export interface ObservedProgram {
  readonly observations: readonly Observation[];
  readonly errors: readonly string[];
}

/// Runs a program, the first of the files, as a check asks.
export async function observeProgram(
  check: CheckFile,
  settings: Settings,
  files: readonly SourceFile[],
  options: CheckProgramOptions,
): Promise<ObservedProgram> {
  const { elsewhere } = options;
  const { program, errors } = elsewhere === undefined ? programOf(files) : await elsewhere.program(files);
  if (program === undefined) return { observations: [], errors };
  const observations: Observation[] = [];
  const plans = plannedRuns(check, settings);
  for (const plan of plans) {
    options.onProgress?.(observations.length, plans.length);
    const observation = await observe(program, plan, options);
    const misread = program.kind === "host" ? syntaxErrors(observation) : [];
    if (misread.length > 0) return { observations: [], errors: misread };
    observations.push(observation);
    // A program that has not ended once will hardly end another time: nobody should wait for it again and again.
    if (observation.outcome === "stopped") break;
  }
  options.onProgress?.(plans.length, plans.length);
  return { observations, errors: [] };
}

/// Runs a program, the first of the files, as a check asks, and judges what comes of it.
export async function checkProgram(
  check: CheckFile,
  settings: Settings,
  files: readonly SourceFile[],
  options: CheckProgramOptions,
): Promise<ProgramReport> {
  return judgeProgram(check, await observeProgram(check, settings, files, options), files, options);
}

/// Judges what came of a program.
export async function judgeProgram(
  check: CheckFile,
  { observations, errors }: ObservedProgram,
  files: readonly SourceFile[],
  options: Pick<CheckProgramOptions, "clock" | "signal" | "elsewhere">,
): Promise<ProgramReport> {
  const [first] = observations;
  if (first === undefined) return unreadable(errors);
  const results = await (options.elsewhere?.judge(check, observations, files) ??
    judgeHere(check, observations, files, options));
  return {
    results,
    errors: [],
    seconds: first.outcome === "stopped" ? 0 : makespan(first),
    longest: Math.max(0, ...observations.map(({ wallMilliseconds }) => wallMilliseconds)),
  };
}

async function judgeHere(
  check: CheckFile,
  observations: readonly Observation[],
  files: readonly SourceFile[],
  { clock, signal }: Pick<ObserveOptions, "clock" | "signal">,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const result of judging(check, observations, files)) {
    results.push(result);
    // The page does what else it has to; and nobody may want the results any more.
    await new Promise<void>((resolve) => void clock.after(0, resolve));
    signal?.throwIfAborted();
  }
  return results;
}

function unreadable(errors: readonly string[]): ProgramReport {
  const message = errors.slice(0, 3).join(" ");
  return { results: [{ name: "The program compiles", ok: false, message, say: "" }], errors, seconds: 0, longest: 0 };
}

/// Full Python reads a program only when it runs it.
function syntaxErrors({ faults, host }: Observation): readonly string[] {
  return faults
    .filter(({ core, message }) => core === host?.id && /^(Syntax|Indentation|Tab)Error\b/.test(message))
    .map(({ line, message }) => `line ${line}: ${message}`);
}
