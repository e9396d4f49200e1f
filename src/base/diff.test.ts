import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { type DiffRow, diff } from "./diff.ts";

const words = (rows: readonly DiffRow[], left: string, right: string): string =>
  rows
    .map((row) =>
      row.kind === "both" ? ` ${left[row.left]}` : row.kind === "left" ? `-${left[row.left]}` : `+${right[row.right]}`,
    )
    .join("");
const between = (left: string, right: string): string => words(diff([...left], [...right]), left, right);

test("what both have stands in both, the rest in one of them", () => {
  expect(between("abc", "abc")).toBe(" a b c");
  expect(between("abcd", "axcd")).toBe(" a-b+x c d");
  expect(between("abcbd", "bcd")).toBe("-a b c-b d");
  expect(between("", "ab")).toBe("+a+b");
  expect(between("ab", "")).toBe("-a-b");
});

test("each place stands once, in order, whatever the lists are", () => {
  const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (left, right) => {
      const rows = diff(left, right);
      expect(rows.flatMap((row) => (row.kind === "right" ? [] : [row.left]))).toEqual(left.map((_, k) => k));
      expect(rows.flatMap((row) => (row.kind === "left" ? [] : [row.right]))).toEqual(right.map((_, k) => k));
      for (const row of rows) if (row.kind === "both") expect(left[row.left]).toBe(right[row.right]);
    }),
    runs(50),
  );
});

test("very long lists are not compared in their middles", () => {
  const left = ["same", ...Array.from({ length: 3000 }, (_, k) => `left ${k}`), "end"];
  const right = ["same", ...Array.from({ length: 3000 }, (_, k) => `right ${k}`), "end"];
  const rows = diff(left, right);
  expect(rows).toHaveLength(6002);
  expect(rows[0]?.kind).toBe("both");
  expect(rows.at(-1)?.kind).toBe("both");
});
