import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../testing/harness/properties.ts";
import { amdahl, serialPart, speedups } from "./amdahl.ts";

const counts = [1, 2, 4, 8, 16];

test("the fit finds the serial part of times that follow the law", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1e9 }), (serial, time) => {
      const timings = counts.map((cores) => ({ cores, time: time / amdahl(serial, cores) }));
      expect(serialPart(timings)).toBeCloseTo(serial, 6);
    }),
    runs(),
  );
});

test("a program that gets faster than its cores, or slower with each, does not follow the law", () => {
  expect(serialPart(counts.map((cores) => ({ cores, time: 100 / cores ** 2 })))).toBeUndefined();
  expect(serialPart(counts.map((cores) => ({ cores, time: 100 * cores })))).toBeUndefined();
  expect(serialPart(counts.map((cores) => ({ cores, time: cores === 1 ? 100 : 101 })))).toBe(1);
});

test("without a time on one core, and two others, there is no fit", () => {
  expect(serialPart(counts.slice(1).map((cores) => ({ cores, time: 10 })))).toBeUndefined();
  expect(serialPart(counts.slice(0, 2).map((cores) => ({ cores, time: 10 })))).toBeUndefined();
  expect(serialPart([{ cores: 2, time: 10 }])).toBeUndefined();
  expect(serialPart([])).toBeUndefined();
});

test("speedup and efficiency are over one core", () => {
  const found = speedups([
    { cores: 1, time: 120 },
    { cores: 4, time: 40 },
  ]);
  expect(found).toEqual([
    { cores: 1, speedup: 1, efficiency: 1 },
    { cores: 4, speedup: 3, efficiency: 0.75 },
  ]);
  expect(speedups([{ cores: 2, time: 60 }])).toEqual([]);
  expect(speedups([{ cores: 1, time: 0 }])).toEqual([]);
});
