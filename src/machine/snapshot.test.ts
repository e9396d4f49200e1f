import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Image } from "../bytecode/image.ts";
import { leastClock } from "../runtime/cooperative.ts";
import { Monitor } from "../runtime/monitor.ts";
import { tallyOf } from "../runtime/tally.ts";
import { giveTurn, isOver, isRunnable } from "../runtime/turn.ts";
import { chipWith, imageOf } from "../testing/harness/chips.ts";
import { programOf } from "../testing/harness/corpus.ts";
import { runs } from "../testing/harness/properties.ts";
import { Chip } from "./chip.ts";
import { type ChipModel, chipModels, coresOf, EPIPHANY_III, EPIPHANY_V } from "./chip-models.ts";
import { createInterpreter } from "./interpreter.ts";
import { load } from "./loader.ts";
import { CLOCK, MemoryMap, type Placement } from "./memory-map.ts";
import {
  decodeSnapshot,
  encodeSnapshot,
  restoreSnapshot,
  type Snapshot,
  SnapshotError,
  takeSnapshot,
} from "./snapshot.ts";
import { linkLoads } from "./timing/mesh.ts";

const BEHIND = 8192;
const HEAD = "from parallel import *\nme = coreid()\nn = numcores()\n";

/// Programs of three cores with messages, collectives, a heap that is collected, calls, and questions.
const programs: readonly string[] = [
  "x = me\nfor i in range(20):\n    x = sendrecv(x, (n - me) % n) if me != 0 else x + 1\nprint x, reduce(x, 'sum')",
  "a = []\nfor i in range(300):\n    a = a[-20:] + [str(i) + 'x', i, [i, 1.5]]\nsync()\nprint len(a), a[-1]",
  "def f(k): return 1 if k < 2 else f(k - 1) + f(k - 2)\nprint f(8 + me)\nprint bcast(f(5), 1)",
  "if me == 0:\n    for k in range(9): send([k, 'text', 2.5], 1 + k % 2)\nelif me == 1:\n    for k in range(5): print recv(0)\nelse:\n    for k in range(4): print recv(0)",
  "a = input('? ')\nprint a * 2\nif me == 1: print input(), me\nsync()",
  "for i in range(3000): print 'a line', i",
];

interface Machine {
  readonly chip: Chip;
  readonly monitor: Monitor;
  readonly said: string[];
  /// Gives one core a turn of so many instructions; false if none can go on.
  turn(budget: number): boolean;
}

function machine(chip: Chip): Machine {
  const monitor = new Monitor(chip, () => 0);
  const run = createInterpreter(chip);
  const said: string[] = [];
  return {
    chip,
    monitor,
    said,
    turn(budget) {
      const core = leastClock(chip, chip.cores, (one) => !isOver(chip, one) && isRunnable(chip, one));
      if (core !== undefined) giveTurn(chip, run, core, budget);
      const told = core === undefined ? [] : [...monitor.readCore(core, 1), ...monitor.pollStopped(core)];
      for (const event of told) {
        said.push(JSON.stringify(event));
        if (event.kind === "input") monitor.answer(event.core, String(event.core + 7));
      }
      monitor.passAnswers();
      return core !== undefined;
    },
  };
}

/// A chip whose bytes stand before others that are not its own, as those of a record are.
function chipOf(
  model: ChipModel,
  active: readonly number[],
  hostCores: number,
  image: Image,
  placement: Partial<Placement>,
): Chip {
  const config = { model, hostCores, firstHostId: coresOf(model), placement };
  const { bytes } = new MemoryMap(config);
  const buffer = new ArrayBuffer(((bytes + 7) & ~7) + BEHIND);
  new Uint8Array(buffer, bytes).fill(0xa5);
  return new Chip(buffer, config, active, image);
}

const isBehindIntact = ({ map, bytes }: Chip): boolean => bytes.subarray(map.bytes).every((byte) => byte === 0xa5);

function finish({ chip, said, turn }: Machine): { bytes: Snapshot; clocks: number[]; said: readonly string[] } {
  while (turn(500));
  return {
    bytes: takeSnapshot(chip),
    clocks: chip.cores.map(({ registers }) => chip.doubles[(registers + CLOCK) >> 1] as number),
    said,
  };
}

/// Quicker than `toEqual`, of many pages.
function isSame(a: Snapshot, b: Snapshot): boolean {
  const one = encodeSnapshot(a);
  return Buffer.from(one).equals(encodeSnapshot(b));
}

// Programs in which much is under way: messages that wait, tasks, exposures, questions, lists that flow over.
const folder = join(import.meta.dirname, "../testing/corpus/programs");
const areas = ["arrays", "collectives", "concurrency", "deadlocks", "hosts", "input", "memory", "messages", "taskfarm"];
const corpus = areas
  .flatMap((area) => readdirSync(join(folder, area)).map((file) => `${area}/${file}`))
  .map((path) => programOf(path, readFileSync(join(folder, path), "utf8")))
  .filter(({ expectations }) => expectations.errors.length === 0);

describe("a snapshot", () => {
  const bytes = Math.max(
    ...[EPIPHANY_III, EPIPHANY_V].map(
      (model) => new MemoryMap({ model, hostCores: 4, firstHostId: coresOf(model) }).bytes,
    ),
  );
  const [buffer, another] = [new ArrayBuffer(bytes), new ArrayBuffer(bytes)];
  const cut = fc.record({
    turns: fc.nat(400),
    budget: fc.integer({ min: 1, max: 60 }),
    model: fc.constantFrom(EPIPHANY_III, EPIPHANY_III, EPIPHANY_III, EPIPHANY_V),
    placement: fc.constantFrom<Partial<Placement>>({}, { code: "shared" }, { code: "shared", data: "shared" }),
  });

  it.each(corpus.map((program) => [program.name, program] as const))(
    "of %s, put into memory that is full of something else, leads to the same end",
    (_, { text, expectations }) => {
      const image = imageOf(text);
      fc.assert(
        fc.property(cut, ({ turns, budget, model, placement }) => {
          const { deviceCores, hostCores } = expectations;
          const config = { model, hostCores, firstHostId: coresOf(model), placement };
          const ids = [...deviceCores, ...Array.from({ length: hostCores }, (_, k) => coresOf(model) + k)];
          const one = machine(new Chip(buffer, config, ids, image));
          load(one.chip, expectations.seed);
          for (let k = 0; k < turns && one.turn(budget); k++);
          const other = machine(new Chip(another, config, ids, image));
          restoreSnapshot(other.chip, decodeSnapshot(encodeSnapshot(takeSnapshot(one.chip))));
          other.monitor.restore(one.monitor.state());
          other.said.push(...one.said);
          const [end, otherEnd] = [finish(one), finish(other)];
          expect(otherEnd.said).toEqual(end.said);
          expect(otherEnd.clocks).toEqual(end.clocks);
          expect(isSame(otherEnd.bytes, end.bytes)).toBe(true);
        }),
        runs(1),
      );
    },
  );

  it("at any instruction, put into fresh memory, leads to the same end", () => {
    fc.assert(
      fc.property(
        fc.nat(programs.length - 1),
        fc.nat(4000),
        fc.integer({ min: 1, max: 60 }),
        (which, turns, budget) => {
          const image = imageOf(HEAD + programs[which]);
          const one = machine(chipWith(image, 3));
          for (let k = 0; k < turns && one.turn(budget); k++);
          const snapshot = decodeSnapshot(encodeSnapshot(takeSnapshot(one.chip)));
          const state = one.monitor.state();
          const { map, cores } = one.chip;
          const other = machine(
            new Chip(
              new ArrayBuffer(map.bytes),
              map.config,
              cores.map(({ id }) => id),
              image,
            ),
          );
          restoreSnapshot(other.chip, snapshot);
          other.monitor.restore(state);
          other.said.push(...one.said);
          expect(finish(other)).toEqual(finish(one));
        },
      ),
      runs(25),
    );
  });

  const [, four, five, largest] = chipModels as [ChipModel, ChipModel, ChipModel, ChipModel];
  const range = (count: number): number[] => Array.from({ length: count }, (_, id) => id);

  it.each([
    ["64 cores, data shared", four, range(64), 0, { data: "shared" }],
    ["64 cores, all shared, and virtual ones", four, range(64), 3, { code: "shared", data: "shared" }],
    ["some of 1,024 cores, whose postboxes lie in a table", five, [0, 1, 33, 1023], 2, {}],
    ["some of 4,096 cores", largest, [0, 63, 64, 4095], 0, { data: "shared" }],
  ] as const)(
    "of %s leads to the same end, messages, loads of links and counts included",
    (_, model, active, hosts, placement) => {
      const ids = [...active, ...range(hosts).map((id) => coresOf(model) + id)];
      const text = `${HEAD}ring = [${ids}]
at = 0
while ring[at] != me: at += 1
a = [me, str(me), 0.5]
for i in range(3):
    a = sendrecv(a, ring[at + 1 if at % 2 == 0 else at - 1]) + [i] if len(ring) % 2 == 0 or at < len(ring) - 1 else a
    if at > 0: send(a[-9:], ring[0])
    else:
        for k in range(1, len(ring)): a = recv(ring[k]) + [str(k)]
print a, reduce(me, 'sum')
`;
      const image = imageOf(text);
      fc.assert(
        fc.property(fc.nat(1500), fc.integer({ min: 1, max: 80 }), (turns, budget) => {
          const one = machine(chipOf(model, ids, hosts, image, placement));
          load(one.chip, 0);
          for (let k = 0; k < turns && one.turn(budget); k++);
          const snapshot = takeSnapshot(one.chip);
          const other = machine(chipOf(model, ids, hosts, image, placement));
          restoreSnapshot(other.chip, decodeSnapshot(encodeSnapshot(snapshot)));
          other.monitor.restore(one.monitor.state());
          other.said.push(...one.said);
          expect(isSame(takeSnapshot(other.chip), snapshot)).toBe(true);
          const [end, otherEnd] = [finish(one), finish(other)];
          expect(otherEnd.said).toEqual(end.said);
          expect(otherEnd.clocks).toEqual(end.clocks);
          expect(isSame(otherEnd.bytes, end.bytes)).toBe(true);
          expect(end.said.filter((said) => said.includes('"line"'))).toHaveLength(ids.length);
          expect(linkLoads(other.chip)).toEqual(linkLoads(one.chip));
          expect(tallyOf(other.chip)).toEqual(tallyOf(one.chip));
          expect(isBehindIntact(one.chip) && isBehindIntact(other.chip)).toBe(true);
        }),
        runs(4),
      );
    },
  );

  it("of 1,024 cores that all take part leads to the same end, with messages in all their boxes", () => {
    const text = `${HEAD}x = sendrecv([me], me + 1 - 2 * (me % 2))
nonblocking_send(str(me) + "x", (me + 33) % n)
y = recv((me + n - 33) % n)
sync()
print x, y, reduce(1, 'sum')
`;
    const image = imageOf(text);
    const one = machine(chipOf(five, range(1024), 0, image, {}));
    const other = machine(chipOf(five, range(1024), 0, image, {}));
    fc.assert(
      fc.property(fc.nat(7000), fc.integer({ min: 1, max: 60 }), (turns, budget) => {
        one.said.length = 0;
        other.said.length = 0;
        load(one.chip, 0);
        for (let k = 0; k < turns && one.turn(budget); k++);
        other.said.push(...one.said);
        restoreSnapshot(other.chip, decodeSnapshot(encodeSnapshot(takeSnapshot(one.chip))));
        other.monitor.restore(one.monitor.state());
        const [end, otherEnd] = [finish(one), finish(other)];
        expect(otherEnd.said).toEqual(end.said);
        expect(otherEnd.clocks).toEqual(end.clocks);
        expect(isSame(otherEnd.bytes, end.bytes)).toBe(true);
        expect(end.said.filter((said) => said.includes('"line"'))).toHaveLength(1024);
      }),
      runs(2),
    );
  });

  it("holds the last box of a chip's table, and nothing that stands behind it", () => {
    const chip = chipOf(five, [0], 0, imageOf("print 1"), {});
    const last = (chip.map.bytes >> 2) - 1;
    expect(chip.map.bytes % 4096).not.toBe(0);
    chip.words[last] = 77;
    const snapshot = decodeSnapshot(encodeSnapshot(takeSnapshot(chip)));
    chip.words[last] = 0;
    chip.bytes.fill(0x3c, chip.map.bytes);
    restoreSnapshot(chip, snapshot);
    expect(chip.words[last]).toBe(77);
    expect(chip.bytes.subarray(chip.map.bytes).every((byte) => byte === 0x3c)).toBe(true);
  });

  it("of another chip is refused", () => {
    const snapshot = takeSnapshot(chipOf(four, [0], 1, imageOf("print 1"), {}));
    expect(() => restoreSnapshot(chipWith(imageOf("print 1")), snapshot)).toThrow(SnapshotError);
  });

  it("makes a chip what it was, whatever it has done since", () => {
    const one = machine(chipWith(imageOf(HEAD + programs[1]), 3));
    for (let k = 0; k < 40; k++) one.turn(20);
    const before = takeSnapshot(one.chip);
    for (let k = 0; k < 200; k++) one.turn(50);
    expect(takeSnapshot(one.chip, before)).not.toEqual(before);
    restoreSnapshot(one.chip, before);
    expect(takeSnapshot(one.chip)).toEqual(before);
  });

  it("shares what has not changed", () => {
    const one = machine(chipWith(imageOf(HEAD + programs[1]), 3));
    const before = takeSnapshot(one.chip);
    one.turn(1);
    const after = takeSnapshot(one.chip, before);
    const shared = [...after.pages].filter(([page, words]) => before.pages.get(page) === words);
    expect(shared.length).toBeGreaterThan(after.pages.size - 5);
  });

  it("that is damaged is refused", () => {
    const bytes = encodeSnapshot(takeSnapshot(chipWith(imageOf("print 1"))));
    for (const at of [0, 5, 14, 17, 30, bytes.length - 1]) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ 0x55;
      expect(() => decodeSnapshot(damaged)).toThrow(SnapshotError);
    }
    expect(() => decodeSnapshot(bytes.slice(0, 10))).toThrow(SnapshotError);
  });
});
