import { expect, test } from "vitest";
import type { CoreReport } from "../../store/run/chip.ts";
import type { CoreValue } from "../../store/run/watches.ts";
import { scaleOf, shadeOf, strongest } from "./spread-scale.ts";

const core: CoreReport = {
  id: 0,
  kind: "device",
  state: "running",
  line: 1,
  place: null,
  peer: null,
  cycles: 0,
  memory: [],
};
const has = (number: number | null, type = "int"): CoreValue => ({
  core,
  value: { type, text: String(number), length: null, number },
});

test("numbers are shaded from the least to the greatest; what is no number has no shade", () => {
  const scale = scaleOf([has(2), has(null, "list"), { core, value: { problem: "none" } }, has(10), has(6)]);
  expect(scale).toEqual({ least: 2, greatest: 10, real: false });
  expect([2, 6, 10].map((number) => shadeOf(number, scale, 40))).toEqual([4, 22, 40]);
  expect(shadeOf(null, scale, 40)).toBeNull();
});

test("one number alone is the palest, and infinity does not stretch the scale", () => {
  expect(shadeOf(3, scaleOf([has(3), has(3)]), 40)).toBe(4);
  const scale = scaleOf([has(0, "real"), has(Number.POSITIVE_INFINITY, "real"), has(1, "real")]);
  expect(scale).toEqual({ least: 0, greatest: 1, real: true });
  expect(shadeOf(Number.POSITIVE_INFINITY, scale, strongest.none)).toBe(90);
  expect(shadeOf(Number.POSITIVE_INFINITY, scale, strongest.words)).toBe(40);
  expect(shadeOf(Number.NaN, scale, 40)).toBeNull();
});

test("there is no scale without numbers", () => {
  expect(scaleOf([has(null)])).toBeNull();
  expect(shadeOf(1, null, 40)).toBeNull();
});
