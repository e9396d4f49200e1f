import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32 } from "../base/bytes.ts";
import { disassemble } from "../bytecode/disassemble.ts";
import { decodeImage, type Image, ImageError } from "../bytecode/image.ts";
import { instructions } from "../bytecode/isa.ts";
import { verify } from "../bytecode/verify.ts";
import { Cooperative } from "../runtime/cooperative.ts";
import { faultOf } from "../runtime/explain.ts";
import { inspectCore } from "../runtime/inspect.ts";
import { LineTable } from "../runtime/lines.ts";
import { Monitor } from "../runtime/monitor.ts";
import { reportOf } from "../runtime/reports.ts";
import { imageBytesOf } from "../testing/harness/chips.ts";
import { runs } from "../testing/harness/properties.ts";
import { Chip, type Core } from "./chip.ts";
import { type ChipModel, EPIPHANY_III } from "./chip-models.ts";
import { createInterpreter, STOP_BUDGET, STOP_FAULT, STOP_WAIT } from "./interpreter.ts";
import { LoadError, load } from "./loader.ts";
import { LOCAL_BYTES, MemoryMap, type Placement, POSTBOX_BYTES } from "./memory-map.ts";
import { goOn } from "./waiting.ts";

// Damaged byte code may do anything to the core that runs it, but nothing to anything else. Images of real programs are
// changed here and there and given a checksum that fits; what the verifier lets pass is run for a while: mostly on one core
// whose neighbours must keep every byte, now and then on all of them, with what people are told of it.

const INSTRUCTIONS = 2000;
const TURNS_TOGETHER = 6;
const ONE_TOGETHER_IN = 8;

const programs = [
  "def f(a, b=2, c='x'):\n    return [a, b, c]\nt = 0\nfor i in range(5):\n    t += i\nprint f(t), f(1, c=2.5)",
  "a = [3, 'b', 2.5]\nfor x in a:\n    for c in 'xy':\n        a[0] = x\n        if len(a) < 9: a.append([c])\nprint a[1:], a[::-1]",
  "a, b = 1, (2, 3)\nc, d = b\nwhile a < 20:\n    a = a * 2 if a % 3 else a + 1\n    a, c = c + a, d\nprint a, b, c",
  "from math import sqrt\nfrom random import randint\nf = sqrt\ng = [f, len]\ns = 'ab' * 3\nprint f(2), g[1](s), s[2:4], randint(1, 5), s.count('b')",
  "def down(n): return 0 if n == 0 else down(n - 1) + 1\nprint down(30), -down(3), not down(2), 2 ** 5, 7 // 2",
  "from parallel import *\nx = reduce(coreid(), 'max')\nsync()\nprint bcast([x, 'y'], 0), numcores()\nb = range(6)\nb.sort()\nb.insert(1, 'z')\nb.pop(0)",
  "from array import *\na = array(3, 2)\nb = shared_mem_array(4)\na[0][1] = 5\narraycopy(b, [1, 2, 3, 4])\nprint flatten(a), shape(a), nbytes(b), size(b)\nfreearray(a)\nprint input('? ')",
  "from parallel import *\nme = coreid()\nnonblocking_send([1, 'x', 2.5], (me + 1) % 3)\nprint probe((me + 2) % 3), test_sent((me + 1) % 3)\nprint recv((me + 2) % 3)\nwait_sent((me + 1) % 3)\nif me == 0: send('abc', 1)\nelif me == 1: print recv(0)\nif me < 2: print sendrecv([me] * 2, 1 - me, 2)",
  "s = 'a b c'\nx = s.split(' ')\nx[1:2] = ['q', 1.5, (1, 2)]\nprint '%s %5.2f %-4d|' % (s, 2.5, 7), f'{x[0]:>4}{len(x):03d}', s.upper().find('B'), '-'.join(['u', 'v'])\ndel x[0]\nt = sorted([3, 1, 2])\nprint [q * 2 for q in t if q > 1], zip(t, s), enumerate(t)\nassert len(x) > 1, 'no'",
].map(imageBytesOf);

// One core in the middle of a chip, so that there is memory on both sides of its own.
const model: ChipModel = { ...EPIPHANY_III, rows: 1, columns: 3 };
const config = { model, hostCores: 0, firstHostId: 3 };
const map = new MemoryMap(config);
const buffer = new ArrayBuffer(map.bytes);
const place = map.core(1);

/// The memory that is none of the cores': around their own, their rings, the control block and their areas. Loading a
/// program writes to all three, running it only to the one in the middle.
const foreign = ((): Buffer[] => {
  const own = [
    [0, map.shared.from],
    [map.control, map.links.to],
    [map.core(0).ring, map.core(2).ring + place.ringBytes],
    [map.sharedCode.from, map.sharedCode.to],
    [map.core(0).area.from, map.core(2).area.to],
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

const opcodes = instructions.map(({ number }) => number);
const HEADER = 20;

/// Numbers that look random, from 0 up to and without `limit`: xorshift.
function numbers(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

function damage(next: (limit: number) => number): Damage {
  const program = next(programs.length);
  const bytes = programs[program] as Uint8Array;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const core = view.getUint32(8, true);
  const code = view.getUint16(25, true);
  const edits = Array.from({ length: 1 + next(3) }, () => {
    // Mostly the code, which stands last in the part for the cores; else what describes it; else names and lines.
    const where = next(16);
    const inCode = HEADER + core - 1 - next(code);
    const at = where > 2 ? inCode : where > 0 ? HEADER + next(core) : HEADER + next(bytes.length - HEADER);
    const kind = next(3);
    const value = kind === 0 ? (opcodes[next(opcodes.length)] as number) : next(kind === 1 ? 8 : 256);
    return { at, value };
  });
  return { program, edits };
}

function damaged({ program, edits }: Damage): Uint8Array {
  const bytes = (programs[program] as Uint8Array).slice();
  for (const { at, value } of edits) bytes[at] = value;
  // What is tested is the verifier, not the checksum.
  new DataView(bytes.buffer).setUint32(16, crc32(bytes.subarray(HEADER)), true);
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

// The two neighbours, which take part but stand still: what they have before the core in the middle runs, on the core and
// where their areas border on its.
const FRINGE = 4096;
const neighbours = [0, 2].map((id) => {
  const fringe = id === 0 ? place.area.from - FRINGE : place.area.to;
  return {
    memory: Buffer.from(buffer, map.core(id).base, LOCAL_BYTES),
    before: Buffer.alloc(LOCAL_BYTES),
    area: Buffer.from(buffer, fringe, FRINGE),
    areaBefore: Buffer.alloc(FRINGE),
  };
});

/// Whether the neighbours have what they had, but for the postbox in which the core may put messages, and their count.
function areUnharmed(chip: Chip): boolean {
  return [chip.cores[0], chip.cores[2]].every((core, k) => {
    const neighbour = neighbours[k];
    if (core === undefined || neighbour === undefined) return true;
    const { memory, before, area, areaBefore } = neighbour;
    const box = core.postboxes + POSTBOX_BYTES - core.place.base;
    const clock = map.clockOf(core.place.base, 1) * 8 - core.place.base;
    memory.copy(before, box, box, box + POSTBOX_BYTES);
    memory.copy(before, clock, clock, clock + 8);
    const count = map.messagesOf(core.place.base, 1) * 4 - core.place.base;
    memory.copy(before, count, count, count + 4);
    return memory.equals(before) && area.equals(areaBefore);
  });
}

/// Runs an image for a while on the core in the middle, and has it explained what came of it. Whether it could be loaded.
function runsAlone(image: Image, placement: Partial<Placement>): boolean {
  let chip: Chip;
  try {
    chip = new Chip(buffer, { ...config, placement }, [0, 1, 2], image);
    load(chip, 0);
  } catch (error) {
    if (error instanceof LoadError) return false;
    throw error;
  }
  for (const { memory, before, area, areaBefore } of neighbours) {
    memory.copy(before);
    area.copy(areaBefore);
  }
  const core = chip.cores[1] as Core;
  const run = createInterpreter(chip);
  // A core that waits may be woken for nothing.
  for (let part = 0; part < 4; part++) {
    const stop = run(core, INSTRUCTIONS / 4);
    reportOf(chip, core);
    if (stop === STOP_FAULT) faultOf(chip, core);
    if (stop === STOP_WAIT) goOn(chip, core);
    else if (stop !== STOP_BUDGET) break;
  }
  if (!areUnharmed(chip)) throw new Error("a neighbour's memory has changed");
  return true;
}

/// Runs an image for a while on all three cores, which may send to each other, and tells people of it.
function runsTogether(image: Image, placement: Partial<Placement>): boolean {
  let chip: Chip;
  try {
    chip = new Chip(buffer, { ...config, placement }, [0, 1, 2], image);
    load(chip, 0);
  } catch (error) {
    if (error instanceof LoadError) return false;
    throw error;
  }
  let milliseconds = 0;
  const now = (): number => (milliseconds += 1000);
  const monitor = new Monitor(chip, now);
  const cooperative = new Cooperative(chip, now);
  for (let turn = 0; turn < TURNS_TOGETHER; turn++) {
    const went = cooperative.turn() !== undefined;
    for (const event of monitor.poll(Number.POSITIVE_INFINITY)) {
      if (event.kind === "input") monitor.answer(event.core, String(turn));
    }
    if (!went) break;
  }
  for (const core of chip.cores) inspectCore(chip, core);
  disassemble(image);
  new LineTable(image);
  return true;
}

const placements: readonly Partial<Placement>[] = [{}, { code: "core" }, { code: "shared", data: "shared" }];

/// Damages and runs so many images; how many got past the verifier.
function batch(seed: number, count: number): number {
  const next = numbers(seed);
  let past = 0;
  for (let k = 0; k < count; k++) {
    const one = damage(next);
    const placement = placements[next(placements.length)] as Partial<Placement>;
    try {
      const image = accepted(damaged(one));
      if (image === undefined) continue;
      const run = next(ONE_TOGETHER_IN) === 0 ? runsTogether : runsAlone;
      if (run(image, placement)) past++;
    } catch (error) {
      throw new Error(`${JSON.stringify({ ...one, placement })}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  return past;
}

const batches = runs(100);
const isIntact = (): boolean => foreign.every((part, k) => part.equals(before[k] as Buffer));

describe("damaged images, a thousand at a time", () => {
  it("are refused, or harm no memory but the core's own", () => {
    let past = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        past += batch(seed, 1000);
        expect(isIntact()).toBe(true);
      }),
      batches,
    );
    // Enough got past the verifier for this to mean something.
    expect(past).toBeGreaterThan(batches.numRuns * 50);
  });
});
