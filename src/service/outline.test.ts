import { describe, expect, test } from "vitest";
import { folds } from "./folding.ts";
import { outline } from "./outline.ts";
import { quickFixes } from "./quick-fixes.ts";
import { at } from "./testing/marked.ts";

test("the outline has functions with their parameters and variables once", () => {
  const { analysis } = at("x = 1\nx = 2\ndef f(a, b=1):\n    y = a\n|");
  expect(outline(analysis).map(({ name, kind, detail }) => [name, kind, detail])).toEqual([
    ["x", "variable", ""],
    ["f", "function", "(a, b=1)"],
  ]);
});

describe("folding", () => {
  test("finds blocks in one another", () => {
    const text = "def f():\n    if x:\n        y = 1\n\n    z = 2\n\n\nprint 1\n";
    expect(folds(text)).toEqual([
      { first: 1, last: 5, kind: "block" },
      { first: 2, last: 3, kind: "block" },
    ]);
  });

  test("finds comments, imports and long texts", () => {
    expect(folds('# a\n# b\nimport m\nfrom n import o\nx = """\n\n"""\n')).toEqual([
      { first: 1, last: 2, kind: "comment" },
      { first: 3, last: 4, kind: "imports" },
      { first: 5, last: 7, kind: "text" },
    ]);
  });
});

test("quick fixes are those of the problems that a range touches", () => {
  const { analysis, offset } = at("x = 1\nif x == 1|\n    print sqrt(2)\n");
  expect(quickFixes(analysis, { from: offset, to: offset }).map(({ title }) => title)).toEqual(["Add :"]);
  expect(quickFixes(analysis, { from: 0, to: 1 })).toEqual([]);
});
