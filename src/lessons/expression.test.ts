import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { ExpressionError, fillIn, parseExpression } from "./expression.ts";

const names = { core: 3, cores: 4, last: 3, seed: 0 };
const value = (text: string): number => parseExpression(text, Object.keys(names))(names);

describe("expressions in checks", () => {
  it.each([
    ["core * 2 + 1", 7],
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 3 - 2", 5],
    ["-7 // 2", -4],
    ["-7 % 4", 1],
    ["7 % -4", -1],
    ["core == last and cores > 2", 1],
    ["not core", 0],
    ["not core > 5 or core < 0", 1],
    ["0 < core < 3", 0],
    ["0 < core <= 3", 1],
    ["core > 0 and core < last", 0],
  ])("%s is %d", (text, wanted) => expect(value(text)).toBe(wanted));

  it.each(["", "core +", "(core", "core core", "alert(1)", "core = 1", "unknown", "1.5", "core; core", "__proto__"])(
    "refuses %j",
    (text) => expect(() => value(text)).toThrow(ExpressionError),
  );

  it("computes as Python does", () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(
        number,
        number.filter((b) => b !== 0),
        (a, b) => {
          const quotient = value(`(${a}) // (${b})`);
          const rest = value(`(${a}) % (${b})`);
          expect(quotient * b + rest).toBe(a);
          expect(rest === 0 || Math.sign(rest) === Math.sign(b)).toBe(true);
        },
      ),
      runs(),
    );
  });

  it("never does anything but give a number or say what is wrong", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(typeof value(text)).toBe("number");
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      }),
      runs(),
    );
  });

  it("fills in texts", () => {
    expect(fillIn("core {core} of {cores}: {{{core + 1}}}", names)).toBe("core 3 of 4: {4}");
  });
});
