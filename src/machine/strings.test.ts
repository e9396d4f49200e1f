import fc from "fast-check";
import { expect, it } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import {
  characterAt,
  codesOf,
  compareStrings,
  loadString,
  storeString,
  stringBytes,
  stringLength,
  textBytes,
} from "./strings.ts";

const text = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCodePoint(code)) }),
  fc.string({ unit: "binary" }),
);

function memory() {
  const buffer = new ArrayBuffer(4096);
  return { words: new Int32Array(buffer), bytes: new Uint8Array(buffer) };
}

it("a string comes back as it was, character by character", () => {
  fc.assert(
    fc.property(text, (value) => {
      const at = memory();
      const codes = codesOf(value);
      storeString(at, 64, codes);
      expect(loadString(at, 64)).toBe(value);
      expect(stringLength(at, 64)).toBe(codes.length);
      expect(codes.map((_, i) => characterAt(at, 64, i))).toEqual(codes);
    }),
    runs(),
  );
});

it("a string takes the bytes that it says, and no others", () => {
  fc.assert(
    fc.property(text, (value) => {
      const at = memory();
      at.bytes.fill(0xaa);
      const codes = codesOf(value);
      storeString(at, 64, codes);
      const wide = codes.some((code) => code > 255);
      expect(stringBytes(codes)).toBe(4 + codes.length * (wide ? 4 : 1));
      expect(textBytes(value)).toBe(stringBytes(codes));
      expect(at.bytes.subarray(0, 64).every((byte) => byte === 0xaa)).toBe(true);
      expect(at.bytes.subarray(64 + stringBytes(codes)).every((byte) => byte === 0xaa)).toBe(true);
    }),
    runs(),
  );
});

it("strings are ordered by their characters' codes, narrow and wide alike", () => {
  const order = (a: readonly number[], b: readonly number[]): number => {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i] !== b[i]) return Math.sign((a[i] as number) - (b[i] as number));
    }
    return Math.sign(a.length - b.length);
  };
  fc.assert(
    fc.property(text, text, fc.string({ maxLength: 3 }), (a, b, start) => {
      const at = memory();
      const [x, y] = [codesOf(start + a), codesOf(start + b)];
      storeString(at, 0, x);
      storeString(at, 2048, y);
      expect(Math.sign(compareStrings(at, 0, 2048))).toBe(order(x, y));
      expect(compareStrings(at, 0, 0)).toBe(0);
    }),
    runs(),
  );
});
