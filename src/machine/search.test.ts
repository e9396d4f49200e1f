import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { overlaps, placeOf } from "./search.ts";

const codes = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const few = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 12 });

test("finds what JavaScript finds", () => {
  fc.assert(
    fc.property(few, few, fc.nat(14), fc.nat(14), (text, part, from, to) => {
      const end = Math.min(to, text.length);
      const found = text.slice(0, end).indexOf(part, from);
      const expected = from > end || found < from ? -1 : found;
      expect(placeOf(codes(text), codes(part), overlaps(codes(part)), from, end)).toBe(expected);
    }),
    runs(2000),
  );
});
