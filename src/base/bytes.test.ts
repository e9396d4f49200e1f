import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { ByteReader, ByteWriter, crc32, decodeUtf8, encodeUtf8, encodeUtf8Into, OutOfBytes, utf8End } from "./bytes.ts";

const anyText = fc.string({ unit: fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\ud800", "\udfff", "é")) });

describe("UTF-8", () => {
  it("is written as the platform writes it, lone surrogates included", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(encodeUtf8(text)).toEqual(new TextEncoder().encode(text));
      }),
      runs(),
    );
  });

  it("comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
      runs(),
    );
  });

  it("is read as the platform reads it where it is sound, and never throws where not", () => {
    const platform = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const text = decodeUtf8(bytes);
        try {
          expect(text).toBe(platform.decode(bytes));
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
          expect(text).toContain("\ufffd");
        }
      }),
      runs(2000),
    );
  });

  it("of a part of a text ends where the last whole character does that fits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 1 })),
        fc.nat(20),
        fc.nat(),
        (characters, most, skip) => {
          const first = skip % (characters.length + 1);
          const text = characters.join("");
          const from = characters.slice(0, first).join("").length;
          const end = utf8End(text, from, text.length, most);
          const bytes = new Uint8Array(text.length * 3);
          const length = encodeUtf8Into(text, from, end, bytes);
          expect(length).toBeLessThanOrEqual(most);
          expect(decodeUtf8(bytes, length)).toBe(text.slice(from, end));
          const next = text.slice(end);
          if (next !== "") expect(length + encodeUtf8([...next][0] as string).length).toBeGreaterThan(most);
        },
      ),
      runs(),
    );
  });

  it("of a long text is read in whole characters", () => {
    const text = "a€😀".repeat(2000);
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });

  it("refuses what is written in more bytes than it needs, surrogates and numbers beyond Unicode", () => {
    for (const bytes of [[0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff]]) {
      expect(decodeUtf8(new Uint8Array(bytes))).toMatch(/^\ufffd+$/);
    }
  });
});

describe("a writer and a reader", () => {
  it("agree on numbers of every size", () => {
    const u32 = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(fc.array(u32), fc.float(), fc.nat(255), fc.nat(65535), (values, real, byte, half) => {
        const out = new ByteWriter();
        out.u8(byte);
        for (const value of values) out.varint(value);
        out.u16(half);
        for (const value of values) out.u32(value);
        out.f32(real);
        const reader = new ByteReader(out.done());
        expect(reader.u8()).toBe(byte);
        for (const value of values) expect(reader.varint()).toBe(value);
        expect(reader.u16()).toBe(half);
        for (const value of values) expect(reader.u32()).toBe(value);
        expect(reader.f32()).toBe(real);
        expect(reader.left).toBe(0);
      }),
      runs(),
    );
  });

  it("write a number in as few bytes as it needs", () => {
    for (const [value, size] of [
      [0, 1],
      [127, 1],
      [128, 2],
      [16383, 2],
      [16384, 3],
      [0xffffffff, 5],
    ] as const) {
      const out = new ByteWriter();
      out.varint(value);
      expect(out.length).toBe(size);
    }
  });

  it("say when the data ends too early", () => {
    for (const read of ["u8", "u16", "u32", "f32", "varint", "text"] as const) {
      expect(() => new ByteReader(new Uint8Array(0))[read]()).toThrow(OutOfBytes);
    }
    expect(() => new ByteReader(new Uint8Array([0x80, 0x80])).varint()).toThrow(OutOfBytes);
    expect(() => new ByteReader(new Uint8Array([5, 65])).text()).toThrow(OutOfBytes);
    expect(() => new ByteReader(new Uint8Array([1, 2, 3]), 1, 2).u16()).toThrow(OutOfBytes);
  });
});

it("crc32 is the one everybody knows", () => {
  expect(crc32(encodeUtf8("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});
