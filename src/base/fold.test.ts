import { describe, expect, test } from "vitest";
import { foldRepeats, foldWords, sizeOf } from "./fold.ts";

/// The folded list in words.
function folded(items: readonly string[], most?: number): string[] {
  return foldRepeats(items, (item) => item, most).map((part) => (part.kind === "item" ? part.item : foldWords(part)));
}

const times = (count: number, ...items: string[]) => Array.from({ length: count }, () => items).flat();
const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));

describe("a list with repeats", () => {
  test("shows three of many, as Python does", () => {
    expect(folded([...times(999, "f"), "main"])).toEqual([
      "f",
      "f",
      "f",
      "[Previous line repeated 996 more times]",
      "main",
    ]);
  });

  test("folds functions that call each other", () => {
    expect(folded([...times(500, "odd", "even"), "main"])).toEqual([
      ...["odd", "even", "odd", "even"],
      "[Previous 2 lines repeated 498 more times]",
      "main",
    ]);
    expect(folded(["x", ...times(40, "a", "b", "c"), "a", "main"])).toEqual([
      ...["x", "a", "b", "c"],
      "[Previous 3 lines repeated 39 more times]",
      ...["a", "main"],
    ]);
  });

  test("is left as it is where folding would save nothing", () => {
    for (const items of [[], ["a"], times(4, "a"), times(2, "a", "b"), numbers(20)])
      expect(folded(items)).toEqual(items);
    expect(folded(times(5, "a"))).toEqual(["a", "a", "a", "[Previous line repeated 2 more times]"]);
  });

  test("folds each of several repeats", () => {
    expect(folded([...times(10, "g"), ...times(20, "f"), "main"])).toEqual([
      ...["g", "g", "g", "[Previous line repeated 7 more times]"],
      ...["f", "f", "f", "[Previous line repeated 17 more times]"],
      "main",
    ]);
  });

  test("leaves out the middle where it is long and does not repeat", () => {
    const short = folded(numbers(1000), 12);
    expect(short).toHaveLength(12);
    expect(short.slice(6, 9)).toEqual(["6", "… 989 more calls", "996"]);
  });

  test("stands for as many items as there were", () => {
    for (const items of [times(99, "f"), numbers(300), [...numbers(40), ...times(33, "a", "b", "c", "d")]]) {
      for (const most of [10, 30, undefined]) {
        const parts = foldRepeats(items, (item) => item, most);
        expect(parts.reduce((sum, part) => sum + sizeOf(part), 0)).toBe(items.length);
        for (const part of parts) if (part.kind === "item") expect(part.item).toBe(items[part.index]);
      }
    }
  });
});
