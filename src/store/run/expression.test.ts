import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { runs } from "../../testing/harness/properties.ts";
import { compileExpression, compileMessage } from "./expression.ts";

describe("an expression", () => {
  it("is made of variables", () => {
    expect(compileExpression("i == 3 and coreid() == 2")).toEqual({
      expression: {
        kind: "binary",
        op: "and",
        left: { kind: "binary", op: "==", left: { kind: "name", name: "i" }, right: { kind: "int", value: 3 } },
        right: {
          kind: "binary",
          op: "==",
          left: { kind: "call", name: "coreid", of: [] },
          right: { kind: "int", value: 2 },
        },
      },
    });
  });

  it.each(["0 < x <= 9", "not data[-1] > 1.5", "len(a) % 2 == 0 or 'x' in s", "x is None", "parallel.coreid() == 1"])(
    "may be %s",
    (text) => {
      expect(compileExpression(text)).toHaveProperty("expression");
    },
  );

  it.each([
    ["", 0, 0],
    ["i = 3", 2, 3],
    ["i ==", 4, 4],
    ["f(x)", 0, 1],
    ["a; b", 1, 2],
    ["[x for x in y]", 0, 14],
    ["1 << 2", 2, 4],
    ["len()", 0, 5],
  ])("cannot be %j, and says where", (text, from, to) => {
    const compiled = compileExpression(text);
    expect(compiled).toMatchObject({ problem: expect.stringMatching(/./) });
    if ("problem" in compiled) {
      expect(compiled.from).toBeGreaterThanOrEqual(0);
      expect(compiled.to).toBeLessThanOrEqual(text.length);
      expect([compiled.from, compiled.to]).toEqual([from, to]);
    }
  });

  test("never throws", () => {
    const word = fc.constantFrom(
      "i",
      "3",
      "==",
      "(",
      ")",
      "and",
      "not",
      "[",
      "]",
      "lambda",
      ":",
      "\n",
      "'",
      "print",
      ".",
      ",",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(" ")),
        ),
        (text) => {
          const compiled = compileExpression(text);
          if ("problem" in compiled) expect(compiled.to).toBeLessThanOrEqual(text.length);
        },
      ),
      runs(),
    );
  });
});

describe("a logpoint's message", () => {
  it.each([
    ["hello", ["hello"]],
    ["", [""]],
    ["{i}", [{ text: "i", value: { kind: "name", name: "i" } }]],
    ["i is { i }, {{so}}", ["i is ", { text: "i", value: { kind: "name", name: "i" } }, ", {so}"]],
  ])("%j", (text, parts) => {
    expect(compileMessage(text)).toEqual({ parts });
  });

  it.each([
    ["i is {i", 5, 7],
    ["i is i}", 6, 7],
    ["{}", 1, 1],
    ["a {i ==} b", 7, 7],
    ["{f(x)}", 1, 2],
  ])("cannot be %j, and says where", (text, from, to) => {
    expect(compileMessage(text)).toEqual({ problem: expect.stringMatching(/./), from, to });
  });
});
