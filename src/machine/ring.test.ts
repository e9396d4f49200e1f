import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chipWith, imageOf } from "../testing/harness/chips.ts";
import { runs } from "../testing/harness/properties.ts";
import type { Chip, Core } from "./chip.ts";
import { isRingEmpty, longestText, RECORD_INPUT, RECORD_LINE, RECORD_TEXT, readRecord, writeRecord } from "./ring.ts";

const chip = chipWith(imageOf("pass"), 16);

function emptied(core: Core): Core {
  while (readRecord(chip, core) !== undefined);
  return core;
}

/// All bytes but those of a core's ring.
function outside(of: Chip, core: Core): Uint8Array[] {
  const { ring, ringBytes } = core.place;
  return [of.bytes.slice(ring - 64, ring), of.bytes.slice(ring + ringBytes, ring + ringBytes + 64)];
}

describe("a ring", () => {
  it("gives back what was put in, in order, wherever it begins", () => {
    const record = fc.record({
      kind: fc.constantFrom(RECORD_TEXT, RECORD_LINE, RECORD_INPUT),
      cycles: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      text: fc.oneof(fc.string({ unit: "binary" }), fc.string({ minLength: 5000, maxLength: 9000 })),
      read: fc.nat(3),
    });
    const core = chip.cores[3] as Core;
    const around = outside(chip, core);
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), (records) => {
        emptied(core);
        const waiting: { kind: number; cycles: number; text: string }[] = [];
        for (const { read, ...put } of records) {
          if (writeRecord(chip, core, put.kind, put.cycles, put.text)) waiting.push(put);
          for (let k = 0; k < read; k++) expect(readRecord(chip, core)).toEqual(waiting.shift());
        }
        expect(isRingEmpty(chip, core)).toBe(waiting.length === 0);
        for (const left of waiting) expect(readRecord(chip, core)).toEqual(left);
        expect(readRecord(chip, core)).toBeUndefined();
        expect(outside(chip, core)).toEqual(around);
      }),
      runs(50),
    );
  });

  it("takes no more than it has room for, and all of it is there", () => {
    const core = emptied(chip.cores[0] as Core);
    let count = 0;
    while (writeRecord(chip, core, RECORD_LINE, count, `line ${count}`)) count++;
    expect(count).toBeGreaterThan(100);
    for (let k = 0; k < count; k++) expect(readRecord(chip, core)?.text).toBe(`line ${k}`);
    expect(isRingEmpty(chip, core)).toBe(true);
  });

  it("has room for the longest text wherever it begins once it is empty", () => {
    const core = emptied(chip.cores[1] as Core);
    const longest = "x".repeat(longestText(chip, core));
    for (let k = 0; k < 100; k++) {
      expect(writeRecord(chip, core, RECORD_TEXT, k, "y".repeat(k * 3))).toBe(true);
      readRecord(chip, core);
      expect(writeRecord(chip, core, RECORD_TEXT, k, longest)).toBe(true);
      expect(readRecord(chip, core)).toEqual({ kind: RECORD_TEXT, cycles: k, text: longest });
    }
  });
});
