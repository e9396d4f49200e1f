import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../base/bytes.ts";
import { decodeImage, type Image, ImageError } from "../bytecode/image.ts";
import { instructions } from "../bytecode/isa.ts";
import { verify } from "../bytecode/verify.ts";
import { Chip } from "../machine/chip.ts";
import { createInterpreter, STOP_BUDGET, STOP_WAIT } from "../machine/interpreter.ts";
import { LoadError, load } from "../machine/loader.ts";
import { type ChipModel, EPIPHANY_III, MemoryMap } from "../machine/memory-map.ts";
import { goOn } from "../machine/waiting.ts";
import { imageBytesOf } from "./chips.ts";

// Damaged byte code may do anything to the core that runs it, but nothing to anything else. Images of real programs are
// changed here and there and given a checksum that fits; what the verifier lets pass is run for a while.

const INSTRUCTIONS = 2000;

const programs = [
  "def f(a, b=2, c='x'):\n    return [a, b, c]\nt = 0\nfor i in range(5):\n    t += i\nprint f(t), f(1, c=2.5)",
  "a = [3, 'b', 2.5]\nfor x in a:\n    for c in 'xy':\n        a[0] = x\n        if len(a) < 9: a.append([c])\nprint a[1:], a[::-1]",
  "a, b = 1, (2, 3)\nc, d = b\nwhile a < 20:\n    a = a * 2 if a % 3 else a + 1\n    a, c = c + a, d\nprint a, b, c",
  "from math import sqrt\nfrom random import randint\nf = sqrt\ng = [f, len]\ns = 'ab' * 3\nprint f(2), g[1](s), s[2:4], randint(1, 5), s.count('b')",
  "def down(n): return 0 if n == 0 else down(n - 1) + 1\nprint down(30), -down(3), not down(2), 2 ** 5, 7 // 2",
  "from parallel import *\nx = reduce(coreid(), 'max')\nsync()\nprint bcast([x, 'y'], 0), numcores()\nb = range(6)\nb.sort()\nb.insert(1, 'z')\nb.pop(0)",
].map(imageBytesOf);

// One core in the middle of a chip, so that there is memory on both sides of its own.
const model: ChipModel = { ...EPIPHANY_III, rows: 1, columns: 3 };
const config = { model, hostCores: 0, firstHostId: 3 };
const map = new MemoryMap(config);
const buffer = new ArrayBuffer(map.bytes);
const place = map.core(1);

/// The memory that is none of the core's: around its own, its ring, the control block and its area.
const foreign = ((): Buffer[] => {
  const own = [
    [place.base, map.core(2).base],
    [map.control, map.links.to],
    [place.ring, place.ring + place.ringBytes],
    [place.area.from, place.area.to],
  ] as const;
  const parts: Buffer[] = [];
  let from = 0;
  for (const [start, end] of [...own].sort((a, b) => a[0] - b[0])) {
    parts.push(Buffer.from(buffer, from, start - from));
    from = end;
  }
  return [...parts, Buffer.from(buffer, from)];
})();
for (const part of foreign) part.fill(0xa5);
const before = foreign.map((part) => Buffer.from(part));

interface Damage {
  readonly program: number;
  readonly edits: readonly { readonly at: number; readonly value: number }[];
}

const opcode = fc.constantFrom(...instructions.map(({ number }) => number));
const damage: fc.Arbitrary<Damage> = fc.record({
  program: fc.nat(programs.length - 1),
  edits: fc.array(fc.record({ at: fc.nat(), value: fc.oneof(opcode, fc.nat(8), fc.nat(255)) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

function damaged({ program, edits }: Damage): Uint8Array {
  const bytes = (programs[program] as Uint8Array).slice();
  const view = new DataView(bytes.buffer);
  const core = view.getUint32(8, true);
  const code = view.getUint16(25, true);
  // Mostly the code, which stands last; else what describes it.
  for (const { at, value } of edits) bytes[at % 8 === 0 ? 20 + (at % core) : 20 + core - 1 - (at % code)] = value;
  view.setUint32(16, crc32(bytes.subarray(20)), true);
  return bytes;
}

/// The image, if it is one and may be run.
function accepted(bytes: Uint8Array): Image | undefined {
  try {
    const image = decodeImage(bytes);
    return verify(image) === undefined ? image : undefined;
  } catch (error) {
    if (error instanceof ImageError) return undefined;
    throw error;
  }
}

/// Runs an image for a while on the one core; whether it could be.
function runs(image: Image): boolean {
  try {
    const chip = new Chip(buffer, config, [1], image);
    load(chip, 0);
    const core = chip.cores[0];
    const run = createInterpreter(chip);
    // A core that waits may be woken for nothing.
    for (let part = 0; core !== undefined && part < 4; part++) {
      const stop = run(core, INSTRUCTIONS / 4);
      if (stop === STOP_WAIT) goOn(chip, core);
      else if (stop !== STOP_BUDGET) break;
    }
    return true;
  } catch (error) {
    if (error instanceof LoadError) return false;
    throw error;
  }
}

describe("damaged images", () => {
  it("are refused, or harm no memory but the core's own", () => {
    let count = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 100, size: "max" }), (all) => {
        for (const one of all) {
          const image = accepted(damaged(one));
          if (image !== undefined && runs(image)) count++;
        }
        expect(foreign.every((part, k) => part.equals(before[k] as Buffer))).toBe(true);
      }),
      { numRuns: 150 },
    );
    // Enough got past the verifier for this to mean something.
    expect(count).toBeGreaterThan(200);
  }, 60_000);
});
