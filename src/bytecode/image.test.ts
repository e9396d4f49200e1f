import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../base/bytes.ts";
import { imageBytesOf } from "../testing/harness/chips.ts";
import { runs } from "../testing/harness/properties.ts";
import { type ConstantValue, decodeImage, encodeImage, functionAt, type Image, ImageError, markAt } from "./image.ts";
import type { ImageParts } from "./image-parts.ts";
import { BOOL, FUNCTION, INT, NATIVE_FUNCTION, NONE, REAL, STRING } from "./values.ts";

const u8 = fc.nat(255);
const u16 = fc.nat(65535);
const text = fc.string({ unit: "binary", maxLength: 8 });
const offset = fc.nat(100_000);

const constant: fc.Arbitrary<ConstantValue> = fc.oneof(
  fc.record({ tag: fc.constant(INT), value: fc.integer() }),
  fc.record({ tag: fc.constant(REAL), value: fc.float() }),
  fc.record({ tag: fc.constant(BOOL), value: fc.boolean() }),
  fc.record({ tag: fc.constant(STRING), value: text }),
  fc.record({ tag: fc.constant(FUNCTION), value: u8 }),
  fc.record({ tag: fc.constant(NATIVE_FUNCTION), value: u8 }),
  fc.record({ tag: fc.constant(NONE) }),
);

const row = fc
  .record({ entry: u16, required: fc.nat(5), more: fc.array(u16, { maxLength: 5 }), locals: u16, frame: u16 })
  .map(({ more, required, ...rest }) => ({ ...rest, required, parameters: required + more.length, defaults: more }));

const marks = fc
  .array(fc.record({ pc: fc.nat(9), file: fc.nat(9), line: offset, from: offset, length: offset }), { maxLength: 9 })
  .map((steps) => {
    let pc = 0;
    return steps.map((step) => {
      pc += step.pc;
      return { pc, file: step.file, line: step.line, from: step.from, to: step.from + step.length };
    });
  });

const few = { minLength: 1, maxLength: 3 };

const parts: fc.Arbitrary<ImageParts> = fc.record(
  {
    handlers: fc.array(fc.record({ from: u16, to: u16, handler: u16, slot: u16 }), few),
    handled: fc.array(fc.record({ from: u16, to: u16, slot: u16 }), few),
    shapes: fc.array(
      fc.record({
        function: u8,
        flags: u8,
        positionalOnly: u8,
        keywordOnly: u8,
        cells: u8,
        names: fc.array(text, { maxLength: 3 }),
      }),
      few,
    ),
    classes: fc.array(
      fc.record({
        name: text,
        bases: fc.array(u16, { maxLength: 3 }),
        fields: fc.array(text, { maxLength: 3 }),
        members: fc.array(fc.record({ name: text, kind: u8, slot: u16 }), { maxLength: 3 }),
      }),
      few,
    ),
  },
  { requiredKeys: [] },
);

const plain: fc.Arbitrary<Image> = fc.record({
  globals: u16,
  constants: fc.array(constant, { maxLength: 9 }),
  functions: fc.array(row, { maxLength: 5 }),
  code: fc.uint8Array({ maxLength: 60 }),
  debug: fc.record({
    files: fc.array(text, { maxLength: 3 }),
    library: fc.array(offset, { maxLength: 3 }),
    globals: fc.array(text, { maxLength: 3 }),
    globalFiles: fc.array(offset, { maxLength: 3 }),
    functions: fc.array(fc.record({ name: text, locals: fc.array(text, { maxLength: 3 }) }), { maxLength: 3 }),
    marks,
  }),
});

const image: fc.Arbitrary<Image> = fc.tuple(plain, parts).map(([one, more]) => ({ ...one, ...more }));

function reasonFor(bytes: Uint8Array): string | undefined {
  try {
    decodeImage(bytes);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(ImageError);
    return (error as ImageError).message;
  }
}

/// The bytes with a checksum that fits them.
function sealed(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(16, crc32(copy.subarray(20)), true);
  return copy;
}

describe("an image", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(image, (value) => {
        expect(decodeImage(encodeImage(value))).toEqual(value);
      }),
      runs(),
    );
  });

  it("of a classic program says so", () => {
    const bytes = imageBytesOf("# dialect: classic\nprint 1");
    expect(decodeImage(bytes).classic).toBe(true);
    expect(encodeImage(decodeImage(bytes))).toEqual(bytes);
    expect(decodeImage(imageBytesOf("print 1")).classic).toBeUndefined();
  });

  it("of a real program comes back as it was, byte for byte", () => {
    const folder = join(import.meta.dirname, "../testing/corpus/programs/paper");
    for (const name of readdirSync(folder)) {
      const bytes = imageBytesOf(readFileSync(join(folder, name), "utf8"));
      expect(encodeImage(decodeImage(bytes))).toEqual(bytes);
    }
  });

  it("is refused with a reason when a byte of it is damaged", () => {
    fc.assert(
      fc.property(image, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, by) => {
        const bytes = encodeImage(value);
        const where = at % bytes.length;
        // The two bytes of flags mean nothing yet.
        if (where === 6 || where === 7) return;
        bytes[where] = (bytes[where] as number) ^ by;
        expect(reasonFor(bytes)).toMatch(/\w/);
      }),
      runs(),
    );
  });

  it("is refused with a reason when it ends early or goes on too long", () => {
    fc.assert(
      fc.property(image, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 4 }), (value, at, more) => {
        const bytes = encodeImage(value);
        expect(reasonFor(bytes.subarray(0, at % bytes.length))).toMatch(/\w/);
        expect(reasonFor(new Uint8Array([...bytes, ...more]))).toMatch(/\w/);
      }),
      runs(),
    );
  });

  it("of any bytes whose checksum fits is read or refused, and nothing else is thrown", () => {
    const bytes = encodeImage({
      globals: 1,
      constants: [{ tag: STRING, value: "text" }],
      functions: [{ entry: 0, parameters: 0, required: 0, locals: 0, frame: 1, defaults: [] }],
      code: new Uint8Array([0]),
      debug: {
        files: ["a.py"],
        library: [],
        globals: ["x"],
        globalFiles: [0],
        functions: [{ name: "f", locals: ["y"] }],
        marks: [],
      },
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 20, max: bytes.length - 1 }), u8), { minLength: 1 }), (edits) => {
        const copy = bytes.slice();
        for (const [at, value] of edits) copy[at] = value;
        reasonFor(sealed(copy));
      }),
      runs(2000),
    );
  });

  it("says what other files are", () => {
    expect(reasonFor(new Uint8Array())).toBe("this is not ePython byte code");
    expect(reasonFor(new TextEncoder().encode("print 'a program, not an image'"))).toBe(
      "this is not ePython byte code",
    );
    const bytes = imageBytesOf("print 1");
    bytes[4] = 9;
    expect(reasonFor(bytes)).toMatch(/version 9.*compile it again/);
  });
});

it("markAt finds the last mark that begins before", () => {
  const at = (pc: number) => ({ pc, file: 0, line: pc + 1, from: pc, to: pc + 1 });
  const debug = { files: [], library: [], globals: [], globalFiles: [], functions: [], marks: [at(2), at(5), at(9)] };
  expect([0, 1, 2, 4, 5, 8, 9, 100].map((pc) => markAt(debug, pc)?.pc)).toEqual([
    undefined,
    undefined,
    2,
    2,
    5,
    5,
    9,
    9,
  ]);
});

it("functionAt finds the function whose code it is", () => {
  const functions = [0, 10, 20].map((entry) => ({
    entry,
    parameters: 0,
    required: 0,
    locals: 0,
    frame: 0,
    defaults: [],
  }));
  const found = { globals: 0, constants: [], functions, code: new Uint8Array(30) } as unknown as Image;
  expect([0, 9, 10, 19, 20, 29].map((pc) => functionAt(found, pc))).toEqual([0, 0, 1, 1, 2, 2]);
});
