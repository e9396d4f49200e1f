import { expect, test } from "vitest";
import { placeOf, sampleOf } from "./motion.ts";

const centre = (core: number) => ({ x: (core % 4) * 10, y: Math.floor(core / 4) * 10 });

test("a message moves along its row and then along the column, evenly", () => {
  const path = [0, 1, 5];
  expect(placeOf(path, 0, centre)).toEqual({ x: 0, y: 0 });
  expect(placeOf(path, 0.25, centre)).toEqual({ x: 5, y: 0 });
  expect(placeOf(path, 0.5, centre)).toEqual({ x: 10, y: 0 });
  expect(placeOf(path, 0.75, centre)).toEqual({ x: 10, y: 5 });
  expect(placeOf(path, 1, centre)).toEqual({ x: 10, y: 10 });
  expect(placeOf(path, 2, centre)).toEqual({ x: 10, y: 10 });
});

test("a sample is spread over all, and few are all of them", () => {
  expect(sampleOf([1, 2, 3], 4)).toEqual([1, 2, 3]);
  expect(sampleOf([0, 1, 2, 3, 4, 5, 6, 7], 4)).toEqual([0, 2, 4, 6]);
});
