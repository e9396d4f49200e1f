import { expect, it } from "vitest";
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
