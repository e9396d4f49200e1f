import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Chip } from "../machine/chip.ts";
import { createInterpreter } from "../machine/interpreter.ts";
import { CLOCK } from "../machine/memory-map.ts";
import {
  decodeSnapshot,
  encodeSnapshot,
  restoreSnapshot,
  type Snapshot,
  SnapshotError,
  takeSnapshot,
} from "../machine/snapshot.ts";
import { leastClock } from "../runtime/cooperative.ts";
import { Monitor } from "../runtime/monitor.ts";
import { giveTurn, isOver, isRunnable } from "../runtime/turn.ts";
import { chipWith, imageOf } from "./chips.ts";

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

function finish({ chip, said, turn }: Machine): { bytes: Snapshot; clocks: number[]; said: readonly string[] } {
  while (turn(500));
  return {
    bytes: takeSnapshot(chip),
    clocks: chip.cores.map(({ registers }) => chip.doubles[(registers + CLOCK) >> 1] as number),
    said,
  };
}

describe("a snapshot", () => {
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
      { numRuns: 25 },
    );
  }, 60_000);

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
