import { expect, test } from "vitest";
import { idRanges } from "./id-ranges.ts";

test("ids are told in ranges", () => {
  expect(idRanges([0, 1, 2, 3, 5, 6, 9])).toBe("0–3, 5, 6, 9");
  expect(idRanges([])).toBe("");
});
