import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Breakpoint } from "../runtime/protocol/breakpoints.ts";
import type { RunSettings } from "../runtime/protocol/run.ts";
import { errorsOf, got, type Program, programOf, runProgram, wanted } from "./harness/corpus.ts";
import type { Driver } from "./harness/driver.ts";
import { collectingDriver, cooperativeDriver, workersDriver } from "./harness/drivers.ts";

// In Node; e2e/corpus.spec.ts runs the same programs in a browser.

const folder = join(import.meta.dirname, "corpus/programs");

const programs = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".py") && !path.endsWith("listing-5.py"))
  .sort()
  .map((path) => programOf(path, readFileSync(join(folder, path), "utf8")));

const mistaken = programs.filter((program) => program.expectations.errors.length > 0);
const sound = programs.filter((program) => program.expectations.errors.length === 0);

describe("programs with mistakes", () => {
  it.each(mistaken.map((program) => [program.name, program] as const))("%s", (_, program) => {
    expect(errorsOf(program)).toEqual(program.expectations.errors);
  });
});

const cooperative = cooperativeDriver();
const collecting = collectingDriver();

/// Breakpoints of every kind: at each line one whose condition never holds, and a logpoint; for messages, faults, and changes of the
/// first variables. The run is paused now and then, and goes on.
function breakpoints({ name, text }: Program): Partial<RunSettings> {
  const condition = { kind: "int", value: 0 } as const;
  const file = `${name.split("/").at(-1)}.py`;
  const names = [...new Set([...text.matchAll(/^ *([a-z]\w*) *(?:=|\+=)/gm)].map(([, found = ""]) => found))].slice(
    0,
    2,
  );
  const values = names.map((text) => ({ text, value: { kind: "name", name: text } as const }));
  const at = (line: number): Breakpoint[] => [
    { kind: "line", id: line, file, line, cores: null, condition },
    { kind: "line", id: line, file, line, cores: [0, 1], condition: null, log: ["here ", ...values] },
  ];
  return {
    breakpoints: [
      ...text.split("\n").flatMap((_, k) => at(k + 1)),
      { kind: "message", id: -1, cores: [1], from: [0] },
      { kind: "fault", id: -2 },
      ...values.map((value, k): Breakpoint => ({ kind: "data", id: -3 - k, cores: [0], ...value })),
    ],
  };
}

const record = (): Partial<RunSettings> => ({ record: true });

interface Way {
  readonly name: string;
  readonly driver: Driver;
  readonly settings?: (program: Program) => Partial<RunSettings>;
  /// Only for programs of several cores: one core is in one thread, however many there are.
  readonly several?: true;
}

/// Every way to run a program; the clocks of the first are the measure of the others.
const ways: readonly Way[] = [
  { name: "cooperative", driver: cooperative },
  { name: "cooperative, collecting always", driver: collecting },
  { name: "1 worker", driver: workersDriver(1) },
  { name: "2 workers, recorded", driver: workersDriver(2), settings: record },
  { name: "3 workers", driver: workersDriver(3), several: true },
  { name: "4 workers", driver: workersDriver(4), several: true },
  { name: "with breakpoints", driver: cooperative, settings: breakpoints },
];

afterAll(() => {
  for (const { driver } of ways) driver.dispose();
});

describe("programs, all in shared memory", () => {
  const driver = cooperativeDriver();
  it.each(sound.map((program) => [program.name, program] as const))("%s", async (_, program) => {
    const result = await runProgram(program, driver, { placement: { code: "shared", data: "shared" } });
    expect(got(result)).toEqual(wanted(program.expectations));
  });
});

// The clocks of the cooperative engine's runs, which the others must agree with.
const clocks = new Map<string, ReadonlyMap<number, number>>();

const hasSeveral = ({ expectations: { deviceCores, hostCores } }: Program): boolean =>
  deviceCores.length + hostCores > 1;

describe.each(ways.map((way) => [way.name, way] as const))("programs, %s", (way, { driver, settings, several }) => {
  const run = several ? sound.filter(hasSeveral) : sound;
  it.each(run.map((program) => [program.name, program] as const))("%s", async (name, program) => {
    const result = await runProgram(program, driver, settings?.(program));
    expect(got(result)).toEqual(wanted(program.expectations));
    if (way === "cooperative") clocks.set(name, result.cycles);
    // What garbage there is decides what flows over, and shared memory is slow. Debugged, cores take the turns that they take without.
    else if (driver === cooperative || (program.steady && driver !== collecting))
      expect([...result.cycles]).toEqual([...(clocks.get(name) ?? [])]);
  });
});

// Of every program, those that look whether a message is there included.
describe("virtual time of a second run, cooperative and recorded", () => {
  it.each(sound.map((program) => [program.name, program] as const))("%s", async (name, program) => {
    const { cycles } = await runProgram(program, cooperative, record());
    expect([...cycles]).toEqual([...(clocks.get(name) ?? [])]);
  });
});
