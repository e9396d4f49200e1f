import { expect, test } from "vitest";
import { compile } from "./compile.ts";

const parameters = (count: number): string => Array.from({ length: count }, (_, k) => `p${k}=1`).join(", ");

test.each([
  [
    "a function with more parameters than a byte can tell",
    `def f(${parameters(256)}):\n    return p255\nprint(f())\n`,
    "its function f has 256 parameters, of which 255 are the most",
  ],
  [
    "byte code",
    `def f(${parameters(250)}):\n    return 1\n${"f()\n".repeat(30)}`,
    /^its byte code takes \d+ bytes, of which 32767 are the most$/,
  ],
  [
    "byte code without end from a short text",
    `def f(${parameters(250)}):\n    return 1\n${"f()\n".repeat(1000)}`,
    /^its byte code takes more than \d+ bytes, of which 32767 are the most$/,
  ],
])("%s", (_, text, why) => {
  const { image, diagnostics } = compile({ name: "main.py", text });
  expect(image).toBeUndefined();
  expect(diagnostics.map(({ message }) => message)).toHaveLength(1);
  const [, said] = /^The program is too large for a core: (.*)\.$/.exec(diagnostics[0]?.message ?? "") ?? [];
  expect(said).toMatch(why);
});

test("255 parameters fit", () => {
  const text = `def f(${parameters(255)}):\n    return p254\nprint(f())\n`;
  expect(compile({ name: "main.py", text }).diagnostics).toEqual([]);
});
