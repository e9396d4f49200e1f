import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIST_TAG, NONE } from "../bytecode/values.ts";
import { chipWith, imageOf, runChip } from "../testing/harness/chips.ts";
import { runs } from "../testing/harness/properties.ts";
import type { Chip, Core } from "./chip.ts";
import { allocate, collect, enlarge, free, RAW, resetHeap } from "./heap.ts";
import { createInterpreter } from "./interpreter.ts";
import { append, elementTag, elementWord, listLength, newList } from "./lists.ts";
import { AREA_USED, type Area, HEAP_USED, STATUS, STATUS_ENDED, STATUS_READY, STATUS_WAITING } from "./memory-map.ts";
import { setSlot } from "./slots.ts";
import { clock } from "./timing/clock.ts";
import { canGoOn, goOn } from "./waiting.ts";

// A program with so many globals: they are the roots of these tests.
const ROOTS = 8;
const names = Array.from({ length: ROOTS }, (_, k) => `g${k}`);
const image = imageOf(`${names.join(" = ")} = None\nprint ${names.join(", ")}`);

const chip = chipWith(image);
const core = chip.cores[0] as Core;
const root = (k: number): number => core.module + k * 2;

function fresh(always: boolean): void {
  resetHeap(chip, core);
  chip.beforeAllocation = always ? () => collect(chip, core) : undefined;
  for (let k = 0; k < ROOTS; k++) setSlot(chip, root(k), NONE, 0);
  collect(chip, core);
}

/// Bytes of all blocks of an area, used or not. Throws where they do not follow each other.
function walk(of: Chip, area: Area): number {
  let at = area.from;
  while (at < area.to) {
    const size = ((of.words[at >> 2] as number) >> 4) * 4;
    if (size <= 0) throw new Error(`the block at ${at} has ${size} bytes`);
    at += size;
  }
  return at - area.from;
}

/// A list of lists, which may contain itself.
interface Model {
  readonly elements: Model[];
}

const step = fc.oneof(
  fc.record({ do: fc.constant("make" as const), root: fc.nat(ROOTS - 1), capacity: fc.nat(40) }),
  fc.record({ do: fc.constant("append" as const), root: fc.nat(ROOTS - 1), value: fc.nat(ROOTS - 1) }),
  fc.record({ do: fc.constant("drop" as const), root: fc.nat(ROOTS - 1) }),
  fc.record({ do: fc.constant("junk" as const), bytes: fc.nat(600) }),
  fc.record({ do: fc.constant("collect" as const) }),
);

/// Compares a list in memory with the model of it.
function same(list: number, model: Model, seen: Map<number, Model>): void {
  const known = seen.get(list);
  expect(known === undefined || known === model).toBe(true);
  if (known !== undefined) return;
  seen.set(list, model);
  expect(listLength(chip, list)).toBe(model.elements.length);
  model.elements.forEach((element, i) => {
    expect(elementTag(chip, list, i)).toBe(LIST_TAG);
    same(chip.words[elementWord(chip, list, i)] as number, element, seen);
  });
}

describe.each([
  ["collecting when it must", false],
  ["collecting always", true],
])("a heap, %s", (_, always) => {
  it("keeps all that the roots reach, and gives nothing out twice", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        fresh(always);
        const models = new Array<Model | undefined>(ROOTS).fill(undefined);
        for (const now of steps) {
          if (now.do === "make") {
            const list = newList(chip, core, now.capacity, false);
            expect(list).not.toBe(0);
            setSlot(chip, root(now.root), LIST_TAG, list);
            models[now.root] = { elements: [] };
          } else if (now.do === "append") {
            const model = models[now.root];
            const value = models[now.value];
            if (model === undefined || value === undefined) continue;
            const list = chip.words[root(now.root)] as number;
            expect(append(chip, core, list, chip.words[root(now.value)] as number, LIST_TAG)).toBe(true);
            model.elements.push(value);
          } else if (now.do === "drop") {
            setSlot(chip, root(now.root), NONE, 0);
            models[now.root] = undefined;
          } else if (now.do === "junk") {
            const at = allocate(chip, core, now.bytes, RAW);
            // Whoever still uses this memory will be found out.
            chip.bytes.fill(0xff, at, at + now.bytes);
          } else {
            collect(chip, core);
          }
        }
        const seen = new Map<number, Model>();
        models.forEach((model, k) => {
          if (model !== undefined) same(chip.words[root(k)] as number, model, seen);
        });
        expect(new Set(seen.values()).size).toBe(seen.size);
        expect(walk(chip, core.heap)).toBe(core.heap.to - core.heap.from);
        expect(walk(chip, core.areaHeap)).toBe(core.areaHeap.to - core.areaHeap.from);
      }),
      runs(300),
    );
  });
});

describe("what is collected", () => {
  // Core 0 sends and goes on with its own; core 1 takes what was sent early or late.
  function ran(text: string, late: boolean): { clock: number; used: number; beyond: number } {
    const pair = chipWith(imageOf(`from parallel import *\n${text}`), 2);
    const [sender, receiver] = pair.cores as [Core, Core];
    const run = createInterpreter(pair);
    const go = (one: Core, turns: number): void => {
      for (let k = 0; k < turns; k++) {
        if (pair.words[one.registers + STATUS] === STATUS_WAITING && canGoOn(pair, one)) goOn(pair, one);
        if (pair.words[one.registers + STATUS] === STATUS_READY) run(one, 10);
      }
    };
    if (!late) for (let k = 0; k < 2000; k++) for (const one of [sender, receiver]) go(one, 1);
    else for (const one of [sender, receiver, sender, receiver]) go(one, 2000);
    for (const one of pair.cores) expect(pair.words[one.registers + STATUS]).toBe(STATUS_ENDED);
    return {
      clock: clock(pair, sender),
      used: pair.words[sender.registers + HEAP_USED] as number,
      beyond: pair.words[sender.registers + AREA_USED] as number,
    };
  }

  const work = "for k in range(30):\n        b = [k] * 300\n        t = b[3] + b[-1]";

  it.each([
    [
      "a message that does not block",
      `if coreid() == 0:\n    nonblocking_send([1] * 700, 1)\n    ${work}\nelse: c = recv(0)`,
    ],
    [
      "one that was waited for",
      `if coreid() == 0:\n    nonblocking_send([1] * 700, 1)\n    wait_sent(1)\n    ${work}\nelse: c = recv(0)`,
    ],
    [
      "a swap of lists that nothing else refers to",
      `if coreid() == 0:\n    c = sendrecv([1] * 400, 1)\n    ${work}\nelse: c = sendrecv(range(400), 0)`,
    ],
  ])("does not depend on when another thread takes %s", (_, text) => {
    expect(ran(text, true)).toEqual(ran(text, false));
  });

  it("is what comes to lie on the core, before a message flows over", () => {
    const text =
      "from parallel import *\nif coreid() == 0:\n    for k in range(50): send(range(400), 1)\nelse:\n    for k in range(50): b = recv(0)";
    const pair = chipWith(imageOf(text), 2);
    runChip(pair, 100_000);
    expect(pair.cores.map((one) => pair.words[one.registers + AREA_USED])).toEqual([0, 0]);
  });
});

describe("a heap", () => {
  it("is empty again when nothing is reached any more", () => {
    fresh(false);
    for (let k = 0; k < 500; k++) allocate(chip, core, 100, RAW);
    collect(chip, core);
    expect(chip.words[core.registers + HEAP_USED]).toBe(0);
    expect(chip.words[core.registers + AREA_USED]).toBe(0);
  });

  it("uses the core's own memory first, then the shared one", () => {
    fresh(false);
    const local = (at: number): boolean => at > core.heap.from && at < core.heap.to;
    expect(local(allocate(chip, core, 100, RAW))).toBe(true);
    expect(local(allocate(chip, core, core.heap.to - core.heap.from, RAW))).toBe(false);
  });

  it("uses again what was given back at once", () => {
    fresh(false);
    const bytes = 200_000;
    for (let k = 0; k < 20; k++) {
      const at = allocate(chip, core, bytes, RAW);
      expect(at).not.toBe(0);
      free(chip, core, at);
    }
  });

  it("enlarges a block where it is, as long as nothing comes after it", () => {
    fresh(false);
    const room = core.heap.to - core.heap.from;
    const at = allocate(chip, core, 100, RAW);
    expect(enlarge(chip, core, at, 300)).toBe(true);
    const next = allocate(chip, core, 8, RAW);
    expect(next).toBe(at + 304);
    expect(enlarge(chip, core, at, 304)).toBe(false);
    free(chip, core, next);
    expect(enlarge(chip, core, at, room)).toBe(false);
    expect(enlarge(chip, core, at, room - 4)).toBe(true);
    expect(chip.words[core.registers + HEAP_USED]).toBe(room);
    expect(walk(chip, core.heap)).toBe(room);
    expect(enlarge(chip, core, 0, 8)).toBe(false);
  });

  it("gives 0 for what can never fit, however much that is", () => {
    fresh(false);
    for (const bytes of [448_000, 1e6, 2 ** 31, 2 ** 32 - 8, 2 ** 32, 2 ** 32 + 4, 2 ** 33, 2 ** 40]) {
      expect(allocate(chip, core, bytes, RAW)).toBe(0);
    }
    expect(allocate(chip, core, core.areaHeap.to - core.areaHeap.from - 4, RAW)).not.toBe(0);
  });
});
