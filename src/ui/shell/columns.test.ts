import { describe, expect, it } from "vitest";
import { columnsFor, isFor, layoutFor, leastMiddle, leastRight, resetSide } from "./columns.ts";

describe("columns", () => {
  it.each([900, 1024, 1199, 1200, 1280, 1440, 1920, 2560])("leave room for code and chip at %s pixels", (width) => {
    for (const purpose of ["folded", "program", "lesson"] as const) {
      const { left, right } = columnsFor(width, purpose);
      expect(width - left - right).toBeGreaterThanOrEqual(leastMiddle);
      expect(right).toBeGreaterThanOrEqual(leastRight);
      const { left: a, middle: b, right: c } = layoutFor(width, purpose);
      expect(a + b + c).toBeCloseTo(100);
    }
  });

  it("give a lesson a third of the page, and 420 pixels at least where there is room", () => {
    expect(columnsFor(1920, "lesson")).toEqual({ left: 640, right: 504 });
    expect(columnsFor(1440, "lesson")).toEqual({ left: 480, right: 504 });
    expect(columnsFor(1024, "lesson")).toEqual({ left: 420, right: 300 });
    expect(columnsFor(900, "lesson").left).toBe(320);
    expect(columnsFor(1440, "program")).toEqual({ left: 304, right: 504 });
  });

  it("leave the chip where it is when the list folds", () => {
    for (const width of [900, 1440]) expect(columnsFor(width, "folded").right).toBe(columnsFor(width, "program").right);
    expect(columnsFor(1440, "folded").left).toBe(64);
  });

  it("are kept for one purpose only", () => {
    const widths = [layoutFor(1440, "folded"), layoutFor(1440, "program"), layoutFor(1440, "lesson")];
    expect(widths.map((layout) => isFor(1440, "folded", layout))).toEqual([true, false, false]);
    expect(widths.map((layout) => isFor(1440, "program", layout))).toEqual([false, true, true]);
  });

  it("are reset on the side of the divider, and both where the middle would have no room", () => {
    const usual = layoutFor(1440, "program");
    const left = resetSide(1440, "program", { left: 30, middle: 30, right: 40 }, "left");
    expect([left.left, left.right]).toEqual([usual.left, 40]);
    const right = resetSide(1440, "program", { left: 30, middle: 40, right: 30 }, "right");
    expect([right.left, right.right]).toEqual([30, usual.right]);
    for (const { left: a, middle, right: c } of [left, right]) expect(a + middle + c).toBeCloseTo(100);
    expect(resetSide(1440, "program", { left: 50, middle: 30, right: 20 }, "right")).toEqual(usual);
  });
});
