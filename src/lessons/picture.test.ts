import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { growth, LINEAR } from "../testing/harness/growth.ts";
import { lessonOf } from "./lesson.ts";
import { marksOf } from "./picture.ts";

test("elements and attributes are counted, and nothing that stands in a value or a text", () => {
  const svg = `<?xml version="1.0"?><!-- a b="c" --><svg viewBox='0 0 9 9' class = "a=b c">
    <path d="M 0 0 L 1 = 1"/><text x="1">5" wide = <tspan>a</tspan></text></svg>`;
  expect(marksOf(svg)).toBe(4 + 4);
  expect(marksOf("")).toBe(0);
});

test.each([
  ["attributes without a value", `<svg ${"a ".repeat(5000)}>`],
  ["attributes with signs for names", `<svg ${'" 1 '.repeat(2500)}>`],
  ["attributes that look as if they stood in a value", `<svg a= ="${" b".repeat(5000)}" >`],
  ["attributes behind a comment that ends at once", `<!--><rect${" b".repeat(5000)}>-->`],
  ["attributes behind a quote in a text", `<text>="</text><rect${" b".repeat(5000)}><text>"</text>`],
])("%s are counted", (_, svg) => {
  expect(marksOf(svg)).toBeGreaterThanOrEqual(5000);
});

test.each(["<a b='", "<a ", "<!--", "<![CDATA[", " ", "<a b='c'", "<a b='c' ", "<a/>"])("%j over and over", (part) => {
  expect(growth(20_000, (size) => () => marksOf(part.repeat(size / part.length)))).toBeLessThan(LINEAR);
});

const lesson = (markdown: string, svg: string) =>
  lessonOf("a/b", {
    "lesson.md": `---\ntitle: T\ngoal: G.\nminutes: 5\n---\n## S\n${markdown}\n`,
    "start.py": "print 1\n",
    "solution.py": "print 2\n",
    "check.json": '{"checks":[{"source":{"uses":["print"]}}]}',
    "p.svg": svg,
  });

test("a lesson whose pictures would hold up the page is refused, however they are shown", () => {
  const large = `<svg viewBox="0 0 1 1">${'<g class="run"/>'.repeat(2000)}</svg>`;
  expect(lesson("![a](p.svg)", large).pictures["p.svg"]).toBe(large);
  for (const more of ["![a](p.svg)", "![a][p]\n\n[p]: p.svg"]) {
    const shown = `![a](p.svg) ![a](p.svg) ${more}`;
    expect(() => lesson(shown, large)).toThrow("shows pictures 3 times, of up to 4002 elements and attributes");
  }
});

test("the page's own pictures are far from the limit", () => {
  const files = readdirSync("lessons", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".svg"));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) expect(marksOf(readFileSync(`lessons/${file}`, "utf8"))).toBeLessThan(1000);
});
