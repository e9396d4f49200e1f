import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth, LINEAR } from "../testing/harness/growth.ts";
import { runs } from "../testing/harness/properties.ts";
import { blocksOf, placesOf } from "./locked.ts";

const lines = fc.array(fc.constantFrom("", "a", "b"), { minLength: 1, maxLength: 12 });
const range = fc.tuple(fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 14 }));

describe("locked lines", () => {
  it("are the lines of all ranges; those that meet are one block", () => {
    const property = fc.property(lines, fc.array(range), (all, ranges) => {
      const locked = all.filter((_, k) => ranges.some(([from, to]) => from <= k + 1 && k + 1 <= to));
      const blocks = blocksOf(all.join("\n"), ranges);
      expect(blocks.flatMap((block) => block.split("\n"))).toEqual(locked);
    });
    fc.assert(property, runs(300));
  });

  it("are found where they stand first, one block after the other", () => {
    const property = fc.property(lines, fc.array(lines, { maxLength: 3 }), (all, blocks) => {
      let from = 0;
      const places = blocks.map((block) => {
        const at = all.findIndex((_, k) => k >= from && block.every((line, j) => all[k + j] === line));
        from = at + block.length;
        return at < 0 ? undefined : [at + 1, at + block.length];
      });
      const wanted = places.indexOf(undefined) < 0 ? places : undefined;
      const found = placesOf(
        all.join("\n"),
        blocks.map((block) => block.join("\n")),
      );
      if (wanted !== undefined) expect(found).toEqual(wanted);
      else expect(found).toBeUndefined();
    });
    fc.assert(property, runs(500));
  });

  it("are found in time that is in proportion to the text, however many are blank", () => {
    const blank = (size: number) => () =>
      placesOf(`${"\n".repeat(size)}x`, ["\n".repeat(size / 2), `${"\n".repeat(size / 4)}y`]);
    expect(growth(10_000, blank)).toBeLessThan(LINEAR);
  });
});
