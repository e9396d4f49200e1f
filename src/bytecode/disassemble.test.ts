import { expect, it } from "vitest";
import { imageOf } from "../testing/harness/chips.ts";
import { disassemble, listing } from "./disassemble.ts";

const image = imageOf(`total = 0
def add(n, by="x"):
    return n + 2.5
for i in range(3):
    total = add(i)
print total, None, True
`);

it("shows functions, variables, constants and natives by name, and the lines they come from", () => {
  const text = disassemble(image);
  expect(text).toContain("<program>: ");
  expect(text).toContain("add(n, by): ");
  expect(text).toMatch(/add t\d+, n, 2\.5 +test\.py:3/);
  expect(text).toMatch(/move t\d+, i +test\.py:5/);
  expect(text).toMatch(/call total, add, t\d+…, ×2/);
  expect(text).toMatch(/native t\d+, print, t\d+…, ×3/);
  expect(text).toContain('"x"');
  expect(text).toMatch(/step i, t\d+…, → \d+/);
});

it("shows each byte of the code once, in order", () => {
  const shown = image.functions.flatMap((_, index) => listing(image, index).flatMap((line) => [...line.bytes]));
  expect(new Uint8Array(shown)).toEqual(image.code);
});

it("jumps lead to instructions it shows", () => {
  const lines = image.functions.flatMap((_, index) => listing(image, index));
  const starts = new Set(lines.map((line) => line.pc));
  for (const line of lines) {
    const target = /→ (\d+)/.exec(line.operands)?.[1];
    if (target !== undefined) expect(starts).toContain(Number(target));
  }
});
