import { describe, expect, it } from "vitest";
import { checkOf } from "./check-format.ts";
import { plannedRuns } from "./plan.ts";

const lesson = { chip: "Epiphany-IV", cores: 64, hostCores: 1, seed: 3 };
const plan = (runs: unknown) =>
  plannedRuns(checkOf({ ...(runs ? { runs } : {}), checks: [{ time: { most: 1 } }] }), lesson);

it("a check without runs is judged once, as the lesson says", () => {
  expect(plan(undefined)).toEqual([{ ...lesson, input: [] }]);
});

it("a run says what is other than in the lesson; another chip has all its cores", () => {
  expect(
    plan([
      { cores: 16 },
      { chip: "Epiphany-V" },
      { chip: "Epiphany-III", cores: 4, hostCores: 0, seed: 9, input: ["a"] },
    ]),
  ).toEqual([
    { ...lesson, cores: 16, input: [] },
    { ...lesson, chip: "Epiphany-V", cores: 1024, input: [] },
    { chip: "Epiphany-III", cores: 4, hostCores: 0, seed: 9, input: ["a"] },
  ]);
  expect(plan([{ seeds: 3 }]).map(({ seed }) => seed)).toEqual([0, 1, 2]);
});

describe("runs that only some checks need come last, and are marked", () => {
  const planned = (runs: readonly unknown[] | undefined, ...checks: readonly unknown[]) =>
    plannedRuns(checkOf({ ...(runs === undefined ? {} : { runs }), checks }), { ...lesson, hostCores: 0 }).map(
      ({ cores, seed, isExtra }) => [cores, seed, isExtra === true],
    );

  it("each run again with other seeds, for many orders", () => {
    expect(planned(undefined, { noDeadlock: { orders: 4 } })).toEqual([
      [64, 3, false],
      ...[0, 1, 2].map((seed) => [64, seed, true]),
    ]);
    expect(planned([{ cores: 2, seed: 1 }, { seeds: 4 }], { noDeadlock: { orders: 3 } })).toEqual([
      [2, 1, false],
      ...[0, 1, 2, 3].map((seed) => [64, seed, false]),
      [2, 0, true],
      [2, 2, true],
    ]);
  });

  it("on other numbers of cores, for a speedup, where the chip has them", () => {
    const speedup = { from: 1, to: 16, least: 2 };
    expect(planned(undefined, { speedup }, { speedup: { ...speedup, to: 65 } })).toEqual([
      [64, 3, false],
      [1, 3, true],
      [16, 3, true],
    ]);
    expect(planned([{ cores: 1 }, { cores: 16 }], { speedup })).toEqual([
      [1, 3, false],
      [16, 3, false],
    ]);
  });
});
