import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { formatReal } from "./display-value.ts";

describe("formatReal", () => {
  it.each([
    [0, "0.0"],
    [-0, "-0.0"],
    [1, "1.0"],
    [-2.5, "-2.5"],
    [0.1, "0.1"],
    [1 / 3, "0.33333334"],
    [2 / 3, "0.6666667"],
    [100, "100.0"],
    [1e-4, "0.0001"],
    [1e-5, "1e-05"],
    [1.5e-7, "1.5e-07"],
    [123456.789, "123456.79"],
    [16777216, "16777216.0"],
    [1e10, "10000000000.0"],
    [1e15, "1000000000000000.0"],
    [1e16, "1e+16"],
    [3.4028234663852886e38, "3.4028235e+38"],
    [1.401298464324817e-45, "1e-45"],
    [1.1754943508222875e-38, "1.1754944e-38"],
    [2 ** -96, "1.2621775e-29"],
    [-(2 ** -96), "-1.2621775e-29"],
    [Number.POSITIVE_INFINITY, "inf"],
    [Number.NEGATIVE_INFINITY, "-inf"],
    [Number.NaN, "nan"],
  ])("%s is %s", (value, text) => {
    expect(formatReal(Math.fround(value))).toBe(text);
  });

  const single = fc.float({ noNaN: true, noDefaultInfinity: true });
  const digitsOf = (text: string): string =>
    text.replace(/e.*/, "").replace(/[-.]/g, "").replace(/^0+/, "").replace(/0+$/, "");

  it("reads back as the same single", () => {
    fc.assert(
      fc.property(single, (value) => {
        expect(Math.fround(Number(formatReal(value)))).toBe(value);
      }),
      runs(5000),
    );
  });

  it("has as few digits as can be", () => {
    // The neighbours with one digit less, below and above, are other singles.
    const shorter = (value: number): void => {
      const digits = digitsOf(formatReal(value)).length;
      if (digits < 2) return;
      const exponent = Number(Math.abs(value).toExponential().split("e")[1]);
      const unit = 10 ** Math.abs(exponent - (digits - 2));
      const scaled = exponent - (digits - 2) < 0 ? value * unit : value / unit;
      for (const whole of [Math.floor(scaled), Math.ceil(scaled)]) {
        const candidate = Number(`${whole}e${exponent - (digits - 2)}`);
        expect(Math.fround(candidate), `${candidate} for ${formatReal(value)}`).not.toBe(value);
      }
    };
    fc.assert(fc.property(single, shorter), runs(5000));
    // Below a power of two singles lie closer together than above it.
    for (let power = -126; power < 128; power++) shorter(2 ** power);
  });

  it("is written as Python writes a real", () => {
    fc.assert(
      fc.property(single, (value) => {
        expect(formatReal(value)).toMatch(/^-?(\d+\.\d+|\d(\.\d*[1-9])?e[-+]\d\d)$/);
      }),
      runs(),
    );
  });
});
