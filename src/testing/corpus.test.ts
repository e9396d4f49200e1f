import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lineStarts, positionAt } from "../base/span.ts";
import { compile } from "../compiler/compile.ts";
import { collectingDriver, cooperativeDriver, type Driver, type Result, workersDriver } from "./drivers.ts";
import { type Expectations, expectationsOf } from "./expectations.ts";

interface Program {
  /// `area/case`.
  readonly name: string;
  readonly text: string;
  readonly expectations: Expectations;
  /// Whether its virtual times depend on nothing but the program.
  readonly steady: boolean;
}

const folder = join(import.meta.dirname, "programs");

const programs = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".py") && !path.endsWith("listing-5.py"))
  .sort()
  .map((path): Program => {
    const text = readFileSync(join(folder, path), "utf8");
    const steady = !/\b(probe|test_sent|testFunctionFinish|input) *\(/.test(text);
    return { name: path.replace(/\.py$/, ""), text, expectations: expectationsOf(text), steady };
  });

const mistaken = programs.filter((program) => program.expectations.errors.length > 0);
const sound = programs.filter((program) => program.expectations.errors.length === 0);

function compileProgram({ name, text }: Program): Uint8Array {
  const { image, diagnostics } = compile({ name: `${name.split("/").at(-1)}.py`, text });
  if (image === undefined) throw new Error(`it does not compile: ${diagnostics.map((d) => d.message).join("; ")}`);
  return image;
}

/// What a program's annotations say, and what a run of it came to, in the same form.
const wanted = ({ lines, faults, deadlock }: Expectations) => ({ lines: [...lines], faults, deadlock });
const got = ({ lines, faults, deadlock }: Result) => ({
  lines: [...lines].sort(([a], [b]) => a - b),
  faults: faults.map(({ core, code, line }) => ({ core, code, line })),
  deadlock,
});

describe("programs with mistakes", () => {
  it.each(mistaken.map((program) => [program.name, program] as const))("%s", (name, { text, expectations }) => {
    const { diagnostics } = compile({ name: `${name}.py`, text });
    const starts = lineStarts(text);
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    expect(errors.map(({ code, from }) => ({ code, line: positionAt(starts, from).line }))).toEqual(
      expectations.errors.map(({ code, line }) => ({ code, line })),
    );
  });
});

const drivers: readonly Driver[] = [cooperativeDriver(), collectingDriver(), workersDriver(1), workersDriver(2)];

afterAll(() => {
  for (const driver of drivers) driver.dispose();
});

describe("programs, all in shared memory", () => {
  const driver = cooperativeDriver();
  it.each(sound.map((program) => [program.name, program] as const))("%s", async (_, program) => {
    const { deviceCores, hostCores, seed, answers } = program.expectations;
    const placement = { code: "shared", data: "shared" } as const;
    const result = await driver.run(compileProgram(program), { deviceCores, hostCores, seed, placement }, answers);
    expect(got(result)).toEqual(wanted(program.expectations));
  });
});

// The clocks of the first driver's runs, which the others must agree with.
const clocks = new Map<string, ReadonlyMap<number, number>>();

describe.each(drivers.map((driver) => [driver.name, driver] as const))("programs, %s", (_, driver) => {
  it.each(sound.map((program) => [program.name, program] as const))("%s", async (name, program) => {
    const { expectations } = program;
    const { deviceCores, hostCores, seed, answers } = expectations;
    const result = await driver.run(compileProgram(program), { deviceCores, hostCores, seed }, answers);
    expect(got(result)).toEqual(wanted(expectations));
    // How much garbage there is decides when the memory is full.
    const full = expectations.faults.some(({ code }) => code === "out-of-memory");
    if (!program.steady || full) return;
    const first = clocks.get(name);
    if (first === undefined) clocks.set(name, result.cycles);
    else expect([...result.cycles]).toEqual([...first]);
  });
});
