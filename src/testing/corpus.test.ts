import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { errorsOf, got, programOf, runProgram, wanted } from "./corpus.ts";
import type { Driver } from "./driver.ts";
import { collectingDriver, cooperativeDriver, workersDriver } from "./drivers.ts";

// In Node; e2e/corpus.spec.ts runs the same programs in a browser.

const folder = join(import.meta.dirname, "programs");

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
const drivers: readonly Driver[] = [cooperative, collecting, workersDriver(1), workersDriver(2), workersDriver(3)];

afterAll(() => {
  for (const driver of drivers) driver.dispose();
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

describe.each(drivers.map((driver) => [driver.name, driver] as const))("programs, %s", (_, driver) => {
  it.each(sound.map((program) => [program.name, program] as const))("%s", async (name, program) => {
    const result = await runProgram(program, driver);
    expect(got(result)).toEqual(wanted(program.expectations));
    if (driver === cooperative) clocks.set(name, result.cycles);
    // What garbage there is decides what flows over, and shared memory is slow.
    else if (program.steady && driver !== collecting) expect([...result.cycles]).toEqual([...(clocks.get(name) ?? [])]);
  });
});

describe("virtual time of a second run, cooperative", () => {
  it.each(sound.map((program) => [program.name, program] as const))("%s", async (name, program) => {
    expect([...(await runProgram(program, cooperative)).cycles]).toEqual([...(clocks.get(name) ?? [])]);
  });
});
