import { expect, it } from "vitest";
import { wordedFaults } from "./fault-wording.ts";
import { faultNumbers, RAISED } from "./faults.ts";

it("every fault is an exception of Python's, or none that a program can catch", () => {
  const worded = new Set(wordedFaults());
  expect(faultNumbers.filter((number) => !worded.has(number) && number !== RAISED)).toEqual([]);
});
