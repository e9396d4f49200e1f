import { expect, test } from "vitest";
import { growth, LINEAR } from "../testing/harness/growth.ts";
import { compile } from "./compile.ts";

const lines = (count: number, line: (k: number) => string): string =>
  Array.from({ length: count }, (_, k) => line(k)).join("\n");

const texts: readonly (readonly [string, (size: number) => string])[] = [
  ["pairs of names", (size) => lines(size, (k) => `b${k} = ${k}\nalias(a${k}, b${k})\na${k} = 1`)],
  ["the same pair over and over", (size) => `b = 1\n${"alias(a, b)\na = 2\n".repeat(size)}`],
  ["names of one variable", (size) => `b = 1\n${lines(size, (k) => `alias(a${k}, b)\nb = 2`)}`],
  ["a variable that is a name of many", (size) => lines(size, (k) => `b${k} = 1\nalias(a, b${k})\na = 2`)],
  ["names of names", (size) => `a0 = 1\n${lines(size, (k) => `alias(a${k + 1}, a${k})\na${k} = 2`)}`],
  ["functions with names", (size) => lines(size, (k) => `def f${k}(b):\n    alias(a, b)\n    a = 2\nf${k}(1)`)],
];

test.each(texts)("alias: %s", (_, make) => {
  const work = (size: number) => {
    const text = `# dialect: classic\n${make(size)}\n`;
    return () => compile({ name: "main.py", text });
  };
  expect(growth(100, work)).toBeLessThan(LINEAR);
});

test("so many names of one variable that their code would grow with their square are refused in words", () => {
  const text = `# dialect: classic\nb = 1\n${lines(101, (k) => `alias(a${k}, b)`)}\n`;
  expect(compile({ name: "main.py", text }).diagnostics.map(({ message }) => message)).toEqual([
    "The program is too large for a core: one of its variables is tied to others by 101 calls of alias, of which 100 are the most.",
  ]);
});
