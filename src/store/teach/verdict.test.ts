import { expect, it } from "vitest";
import type { ProgramReport } from "../../lessons/check-program.ts";
import type { Trial } from "./trial.ts";
import { verdictOf } from "./verdict.ts";

function report(...oks: boolean[]): ProgramReport {
  return { results: oks.map((ok) => ({ name: "n", ok, message: "", say: "" })), errors: [], seconds: 1, longest: 1 };
}

function trial(
  solution: ProgramReport | undefined,
  start: ProgramReport | undefined,
  more: Partial<Trial> = {},
): Trial {
  return {
    reports: { ...(solution && { solution }), ...(start && { start }) },
    running: null,
    problem: "",
    took: 1,
    ...more,
  };
}

it.each([
  ["good", trial(report(true, true), report(true, false)), "Ready: the solution passes the check."],
  ["good", trial(report(true, true, true), report(true, false, true)), "Ready: the solution passes all 2 checks."],
  ["bad", trial(report(true, false), report(true, true)), "Your solution does not pass."],
  ["warn", trial(report(true, true), report(true, true)), "The start passes every check."],
  [
    "bad",
    trial(report(true, true), { ...report(false), errors: ["a.py, line 1: No colon"] }),
    "The start does not compile.",
  ],
  ["none", trial(report(true, true), undefined, { took: null }), "Trying the checks…"],
  ["warn", trial(undefined, undefined, { problem: "Too slow." }), "The checks were not tried."],
])("%s", (tone, given, head) => {
  const checks = (given.reports.solution?.results.length ?? 2) - 1;
  expect(verdictOf(given, checks, 0)).toMatchObject({ tone, head });
});

it("speaks of the text first, where it cannot be read, and of nothing where there are no checks", () => {
  expect(verdictOf(trial(report(true), report(true)), 0, 2).head).toBe("2 problems in the checks.");
  expect(verdictOf(trial(report(true), report(true)), 0, 0).head).toBe("No checks yet");
});
