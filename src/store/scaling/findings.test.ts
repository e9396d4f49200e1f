import { describe, expect, test } from "vitest";
import { findingsOf, verdict } from "./findings.ts";
import type { ScalingPoint } from "./scaling.ts";

/// Points from times in cycles, or why there is none.
function measured(times: Readonly<Record<number, number | string>>, printed: readonly string[] = []): ScalingPoint[] {
  return Object.entries(times).map(([cores, time], index) => ({
    cores: Number(cores),
    state: typeof time === "number" ? "done" : "failed",
    cycles: typeof time === "number" ? time : 0,
    reason: typeof time === "number" ? "" : time,
    printed: printed[index] ?? "",
  }));
}

function told(...args: Parameters<typeof measured>) {
  const points = measured(...args);
  const found = findingsOf(points);
  return { ...found, words: verdict(points, found) };
}

describe("a speedup", () => {
  test("is over the time on one core", () => {
    const { speedups, words } = told({ 1: 120, 2: 60, 4: 40 });
    expect(speedups.map(({ speedup }) => speedup)).toEqual([1, 2, 3]);
    expect(words).toMatch(/^Fastest on 4 cores: 3.0 times as fast as on one, 75 % of each core used\. As Amdahl’s law/);
  });

  test.each([
    ["core 0: There is no core 1", "core 0: There is no core 1."],
    ["the cores wait for each other without end", "the cores wait for each other without end."],
    ["the program asks for input", "the program asks for input."],
    ["cancelled", "cancelled."],
  ])("is not there when the run on one core has no time: %s", (reason, why) => {
    const { speedups, serial, words } = told({ 1: reason, 2: 60, 4: 40 });
    expect(speedups).toEqual([]);
    expect(serial).toBeUndefined();
    expect(words).toBe(
      `Fastest on 4 cores. There is no speedup, as there is no time on 1 core to compare with: ${why}`,
    );
  });

  test("is there for the runs that ended, when others did not", () => {
    const { speedups, words } = told({ 1: 100, 2: "core 1: division by zero", 4: 25, 8: "it was stopped" });
    expect(speedups.map(({ cores }) => cores)).toEqual([1, 4]);
    expect(words).toMatch(/^Fastest on 4 cores: 4.0 times/);
  });

  test("is not there for runs that took no time", () => {
    expect(told({ 1: 0, 2: 0 }).words).toMatch(
      /^Fastest on 1 core.* There is no speedup, as the run on 1 core took no time\.$/,
    );
    expect(told({ 1: 10, 2: 0 }).speedups.map(({ cores }) => cores)).toEqual([1]);
  });

  test("is not made of one run", () => {
    expect(told({ 1: 100 }).words).toBe("Only the run on 1 core has a time, so there is nothing to compare.");
    expect(told({ 1: "cancelled", 2: 50 }).words).toMatch(
      /^Only the run on 2 cores has a time, .* compare with: cancelled\.$/,
    );
    expect(told({ 1: "cancelled", 2: "cancelled" }).words).toBe(
      "No run ended by itself, so there is nothing to compare.",
    );
  });

  test("is doubted when the runs did not print the same", () => {
    expect(told({ 1: 100, 2: 50 }, ["a", "b"]).words).toContain("did not all print the same");
    expect(told({ 1: 100, 2: 50 }, ["a", "a"]).words).not.toContain("print");
    expect(told({ 1: 100, 2: "cancelled" }, ["a", "b"]).words).not.toContain("print");
  });
});

describe("Amdahl’s law", () => {
  test("is not fitted to fewer than three times", () => {
    expect(told({ 1: 100, 2: 60 }).words).not.toContain("Amdahl");
    expect(told({ 1: 100, 2: 60, 4: 40 }).words).toContain("20 % of the work does not divide");
    expect(told({ 1: 100, 2: "cancelled", 4: 40 }).words).not.toContain("Amdahl");
  });

  test("is not fitted to a program that gets slower with more cores", () => {
    const { serial, words } = told({ 1: 100, 2: 150, 4: 240 });
    expect(serial).toBeUndefined();
    expect(words).toBe("Fastest on 1 core: more cores do not make it faster.");
  });
});
