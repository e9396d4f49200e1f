import { describe, expect, it } from "vitest";
import { columnsFor, layoutFor, leastMiddle, leastRight } from "./columns.ts";

describe("columns", () => {
  it.each([900, 1024, 1199, 1200, 1280, 1440, 1920, 2560])("leave room for code and chip at %s pixels", (width) => {
    for (const purpose of ["program", "lesson"] as const) {
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
});
