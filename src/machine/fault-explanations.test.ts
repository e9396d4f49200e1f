import { expect, it, test } from "vitest";
import { explainedFaults, faultExplanation } from "./fault-explanations.ts";
import { describeFault, faultNumbers } from "./faults.ts";

const codes = faultNumbers.map((number) => describeFault(number, 0, 0).code);

test.each(codes)("%s is explained in some sentences", (code) => {
  const text = faultExplanation(code) ?? "";
  expect(text.split(/[.:?] /).length).toBeGreaterThanOrEqual(2);
  expect(text).toMatch(/\.$/);
});

it("explains nothing that does not exist", () => {
  expect(explainedFaults.filter((code) => code !== "deadlock" && !codes.includes(code))).toEqual([]);
  expect(faultExplanation("toString")).toBeUndefined();
});
