import { expect, test } from "vitest";
import { call } from "../../store/testing/traces.ts";
import type { Row } from "../../store/timeline/picture.ts";
import { freshRuler, snapped, withEnd } from "./ruler.ts";

const row = {
  intervals: [call(0, "recv", [100, 160, 200]), call(0, "send", [300, 300, 310])],
  clock: 400,
} as Partial<Row> as Row;

test("a ruler lies along what is chosen, or else in the middle of what is seen", () => {
  const [interval] = row.intervals;
  if (interval === undefined) throw new Error("no call");
  expect(freshRuler({ kind: "interval", interval }, { from: 0, to: 900 })).toEqual({ from: 100, to: 200 });
  expect(freshRuler(null, { from: 300, to: 600 })).toEqual({ from: 400, to: 500 });
});

test("its ends keep to where calls begin, stop waiting and end, if these are near", () => {
  expect(snapped(104, row, 10)).toBe(100);
  expect(snapped(158, row, 10)).toBe(160);
  expect(snapped(204, row, 10)).toBe(200);
  expect(snapped(303, row, 10)).toBe(300);
  expect(snapped(395, row, 10)).toBe(400);
  expect(snapped(250, row, 10)).toBe(250);
  expect(snapped(3, undefined, 10)).toBe(0);
});

test("its ends stay within the run", () => {
  expect(withEnd({ from: 10, to: 20 }, "to", 99.6, 50)).toEqual({ from: 10, to: 50 });
  expect(withEnd({ from: 10, to: 20 }, "from", -4, 50)).toEqual({ from: 0, to: 20 });
});
