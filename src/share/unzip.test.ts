import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { unzip, type ZipLimits } from "./unzip.ts";

const limits: ZipLimits = {
  isWanted: (name) => name.endsWith(".py"),
  mostWanted: 50,
  mostEntries: 200,
  mostFileBytes: 100_000,
  mostBytes: 300_000,
};

const files = fc.dictionary(
  fc.constantFrom("a.py", "b.py", "course/c.py", "d.txt", "é.py"),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => bytes),
);

/// Where a signature stands in a .zip, in order.
function marks(zip: Uint8Array, signature: number): readonly number[] {
  const view = new DataView(zip.buffer);
  return Array.from({ length: zip.length - 3 }, (_, at) => at).filter((at) => view.getUint32(at) === signature);
}

const LIST = 0x504b0102;
const END = 0x504b0506;

test("what was packed comes out, with whatever stands before it and behind it", () => {
  const property = fc.property(
    files,
    fc.constantFrom(0, 9 as const),
    fc.nat(50),
    fc.nat(50),
    (all, level, before, behind) => {
      const zip = zipSync(all, { level });
      const whole = new Uint8Array(before + zip.length + behind);
      whole.set(zip, before);
      const wanted = Object.entries(all).filter(([name]) => name.endsWith(".py"));
      expect(unzip(whole, limits)).toEqual(wanted.map(([name, bytes]) => ({ name, bytes })));
    },
  );
  fc.assert(property, runs(100));
});

test("lengths that are not true are found out by what is really unpacked", () => {
  const zip = zipSync({ "a.py": new Uint8Array(5_000_000) }, { level: 9 });
  const view = new DataView(zip.buffer);
  expect(unzip(zip, limits)).toBe("large");
  for (const at of marks(zip, LIST)) view.setUint32(at + 24, 10, true);
  expect(unzip(zip, limits)).toBe("large");
  const small = zipSync({ "a.py": strToU8("print 1\n") });
  for (const at of marks(small, LIST)) new DataView(small.buffer).setUint32(at + 24, 7, true);
  expect(unzip(small, limits)).toBe("damaged");
});

test("files that share bytes are refused: a few could stand for gigabytes", () => {
  const zip = zipSync({ "a.py": strToU8("print 1\n"), "b.py": strToU8("print 2\n") });
  const [, second = 0] = marks(zip, LIST);
  // Both files of the list are the first.
  new DataView(zip.buffer).setUint32(second + 42, 0, true);
  expect(unzip(zip, limits)).toBe("damaged");
});

test("what all files hold together is counted, and how many there are", () => {
  const zeros = new Uint8Array(90_000);
  expect(unzip(zipSync({ "a.py": zeros, "b.py": zeros, "c.py": zeros }), limits)).toHaveLength(3);
  expect(unzip(zipSync({ "a.py": zeros, "b.py": zeros, "c.py": zeros, "d.py": zeros }), limits)).toBe("large");
  const many = (ending: string, count: number) =>
    zipSync(Object.fromEntries(Array.from({ length: count }, (_, k) => [`${k}${ending}`, strToU8("")])));
  expect(unzip(many(".py", 51), limits)).toBe("many");
  expect(unzip(many(".txt", 201), limits)).toBe("many");
  expect(unzip(many(".txt", 200), limits)).toEqual([]);
});

test("a password, another way of packing, and a changed byte are told", () => {
  const zip = (change: (view: DataView, at: number) => void): Uint8Array => {
    const made = zipSync({ "a.py": strToU8("print 1\n") }, { level: 0 });
    change(new DataView(made.buffer), marks(made, LIST)[0] ?? 0);
    return made;
  };
  expect(
    unzip(
      zip((view, at) => view.setUint16(at + 8, 1, true)),
      limits,
    ),
  ).toBe("locked");
  expect(
    unzip(
      zip((view, at) => view.setUint16(at + 10, 12, true)),
      limits,
    ),
  ).toBe("strange");
  expect(
    unzip(
      zip((view) => view.setUint8(36, 65)),
      limits,
    ),
  ).toBe("damaged");
});

test("any damage gives files within the limits or says what is wrong", () => {
  const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255));
  const property = fc.property(files, fc.array(change, { maxLength: 8 }), fc.boolean(), (all, changes, inList) => {
    const zip = zipSync(all);
    const from = inList ? (marks(zip, LIST)[0] ?? marks(zip, END)[0] ?? 0) : 0;
    for (const [place, byte] of changes) zip[from + Math.floor(place * (zip.length - from - 1))] = byte;
    const found = unzip(zip, limits);
    if (typeof found === "string") expect(["damaged", "many", "large", "locked", "strange"]).toContain(found);
    else expect(found.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(limits.mostBytes);
  });
  fc.assert(property, runs(400));
});
