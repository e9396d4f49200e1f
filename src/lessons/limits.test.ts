import { expect, it } from "vitest";
import { coreList } from "./check-limits.ts";

it.each([
  [[3], "core 3"],
  [[0, 1], "cores 0 and 1"],
  [[1, 2, 3, 4], "cores 1–4"],
  [[0, 2, 3, 4, 9], "cores 0, 2–4 and 9"],
  [[1, 3, 5, 7, 9, 11, 13], "7 cores, 1, 3, 5, 7, 9 among them,"],
  [Array.from({ length: 16 }, (_, id) => id), "all 16 cores"],
])("cores %j are told as %s", (ids, words) => {
  expect(coreList(ids, 16)).toBe(words);
});
