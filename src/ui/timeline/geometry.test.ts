import { expect, test } from "vitest";
import { axisHeight, fullHeight, geometryOf, rowAt, rowMiddle, topShowing, visibleRows } from "./geometry.ts";

const parts = { count: 16, pinned: 0, top: 0, height: 312 };

test("sixteen rows are seen at once in the panel as it usually is", () => {
  const geometry = geometryOf(parts, false);
  expect(fullHeight(geometry)).toBeLessThanOrEqual(312);
  expect(visibleRows(geometry)).toHaveLength(16);
  // In less room they are lower, and only where they cannot be they scroll.
  expect(fullHeight(geometryOf({ ...parts, height: 220 }, false))).toBeLessThanOrEqual(220);
  expect(fullHeight(geometryOf({ ...parts, height: 150 }, false))).toBeGreaterThan(150);
  expect(geometryOf({ ...parts, height: 2000 }, false).rowHeight).toBe(24);
});

test("rows stay high enough for fingers", () => {
  expect(geometryOf({ ...parts, height: 220 }, true).rowHeight).toBeGreaterThanOrEqual(22);
});

test("a row is found where it is drawn, also when others are pinned and the rest is scrolled", () => {
  const geometry = geometryOf({ count: 64, pinned: 2, top: 90, height: 300 }, false);
  const rows = visibleRows(geometry);
  expect(rows.slice(0, 3)).toEqual([0, 1, 7]);
  for (const row of rows) {
    const y = rowMiddle(geometry, row);
    if (y < 300) expect(rowAt(geometry, y)).toBe(row);
  }
  expect(rowAt(geometry, axisHeight - 1)).toBe(-1);
  expect(rowAt(geometryOf({ ...parts, height: 2000 }, false), 1999)).toBe(-1);
});

test("the rows are scrolled no further than a row needs to be seen", () => {
  const geometry = geometryOf({ count: 64, pinned: 2, top: 90, height: 300 }, false);
  expect(topShowing(geometry, 1)).toBe(90);
  for (const row of [2, 8, 30, 63]) {
    const moved = { ...geometry, top: topShowing(geometry, row) };
    const y = rowMiddle(moved, row);
    expect(rowAt(moved, y)).toBe(row);
    expect(y).toBeLessThan(300);
  }
});
