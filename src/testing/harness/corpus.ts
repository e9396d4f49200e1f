import { lineStarts, positionAt } from "../../base/span.ts";
import { compile } from "../../compiler/compile.ts";
import type { RunSettings } from "../../runtime/protocol/run.ts";
import type { Driver, Result } from "./driver.ts";
import { type Expectations, type Expected, expectationsOf } from "./expectations.ts";

// What is asked of an annotated program, wherever it runs.

export interface Program {
  /// `area/case`.
  readonly name: string;
  readonly text: string;
  readonly expectations: Expectations;
  /// Whether its virtual times depend on nothing but the program.
  readonly steady: boolean;
}

/// The program in a file of `programs/`; `path` is `area/case.py`.
export function programOf(path: string, text: string): Program {
  const expectations = expectationsOf(text);
  // How much garbage there is decides when the memory is full.
  const full = expectations.faults.some(({ code }) => code === "out-of-memory");
  const steady =
    !full && !/(\b|rtl_)(probe|test_sent|test_for_send|testFunctionFinish|input|inputprint) *\(/.test(text);
  return { name: path.replace(/\.py$/, ""), text, expectations, steady };
}

const compiled = ({ name, text }: Program) => compile({ name: `${name.split("/").at(-1)}.py`, text });

/// The errors that the compiler finds in a program, in the form of its annotations.
export function errorsOf(program: Program): Expected[] {
  const starts = lineStarts(program.text);
  return compiled(program)
    .diagnostics.filter(({ severity }) => severity === "error")
    .map(({ code, from }) => ({ code, line: positionAt(starts, from).line }));
}

/// Runs a program with the settings and the answers that it asks for, and more settings. Throws if it does not compile.
export function runProgram(program: Program, driver: Driver, more: Partial<RunSettings> = {}): Promise<Result> {
  const { image, diagnostics } = compiled(program);
  if (image === undefined) throw new Error(`it does not compile: ${diagnostics.map((d) => d.message).join("; ")}`);
  const { deviceCores, hostCores, seed, answers } = program.expectations;
  return driver.run(image, { deviceCores, hostCores, seed, ...more }, answers);
}

/// What a program's annotations say of a run, in the same form as `got`.
export const wanted = ({ lines, faults, deadlock }: Expectations) => ({ lines: [...lines], faults, deadlock });

/// What a run came to.
export const got = ({ lines, faults, deadlock }: Result) => ({
  lines: [...lines].sort(([a], [b]) => a - b),
  faults: faults.map(({ core, code, line }) => ({ core, code, line })),
  deadlock,
});
