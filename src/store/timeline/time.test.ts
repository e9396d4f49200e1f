import { expect, test } from "vitest";
import { formatCycles, formatMilliseconds } from "./time.ts";

test("cycles are shown with three digits and a fitting unit", () => {
  expect(formatCycles(0, 600e6)).toBe("0 µs");
  expect(formatCycles(380, 600e6)).toBe("0.63 µs");
  expect(formatCycles(7440, 600e6)).toBe("12.4 µs");
  expect(formatCycles(599_700, 600e6)).toBe("1.00 ms");
  expect(formatCycles(4_620_000, 600e6)).toBe("7.70 ms");
  expect(formatCycles(5_766_000_000, 600e6)).toBe("9.61 s");
  expect(formatCycles(73_590_000_000, 600e6)).toBe("123 s");
});

test("wall time too", () => {
  expect(formatMilliseconds(38)).toBe("38.0 ms");
});
