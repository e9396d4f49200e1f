import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { CPython } from "./harness/cpython.ts";
import { type Case, compare, differs } from "./harness/differential.ts";
import { programs } from "./harness/generator.ts";
import type { OneCoreOptions } from "./harness/one-core.ts";
import { runs, SEED, times } from "./harness/properties.ts";
import { python3Program } from "./harness/python3-programs.ts";

// The same program on a core and in CPython prints the same and ends in the same way, on the same line and with the same words; so
// does one on a core that collects its garbage before every allocation.

const collecting: readonly OneCoreOptions[] = [
  { collecting: true },
  { collecting: true, placement: { code: "shared", data: "shared" } },
];
/// One of four programs collects, which takes much longer.
const inEveryWay = (texts: readonly string[]): Case[] =>
  texts.map((text, k) => ({ text, options: k % 4 === 3 ? (collecting[(k >> 2) % 2] as OneCoreOptions) : {} }));

// Of 1,000 programs 3 differ: words of `a, *b = 5` and of methods that another type has.
const KNOWN = 0.01;

const cpython = new CPython();
afterAll(() => cpython.dispose());

/// `known` is the share of programs that may differ.
async function expectSame(cases: readonly Case[], known = 0): Promise<void> {
  const { differences, ends, left } = await compare(cpython, cases);
  const [first] = differences;
  if (first !== undefined && differences.length > cases.length * known)
    throw new Error(await differs(cpython, first, differences.length));
  expect(left).toBeLessThan(cases.length / 10);
  // Enough of them run to their end.
  expect(ends.get("ended") ?? 0).toBeGreaterThan(cases.length / 4);
}

it("programs of numbers, texts, lists and functions do what they do in CPython", async () => {
  await expectSame(inEveryWay(fc.sample(programs, runs(1300))));
});

it("programs with all that a first course has do what they do in CPython", async () => {
  await expectSame(inEveryWay(Array.from({ length: times(2700) }, (_, k) => python3Program(SEED * 7919 + k))), KNOWN);
});
