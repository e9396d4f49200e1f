import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { decodeImage } from "../bytecode/image.ts";
import { compile } from "../compiler/compile.ts";
import { Chip, type Core } from "../machine/chip.ts";
import { EventBuffer, recordedBytes, recordingNatives } from "../machine/events.ts";
import { load } from "../machine/loader.ts";
import { FP, LOCAL_BYTES, MemoryMap, MONITOR_LOOK, RUNTIME_BYTES, STATUS } from "../machine/memory-map.ts";
import { RECORD_LINE, writeRecord } from "../machine/ring.ts";
import { decodeSnapshot, encodeSnapshot, SnapshotError, takeSnapshot } from "../machine/snapshot.ts";
import { runs } from "../testing/harness/properties.ts";
import { Cooperative } from "./cooperative.ts";
import { Monitor } from "./monitor.ts";
import type { MonitorEvent } from "./protocol/events.ts";
import type { ShownValue } from "./protocol/inspection.ts";
import type { RunSettings } from "./protocol/run.ts";
import type { Runner } from "./runner.ts";
import { Session } from "./session.ts";
import { chipFor } from "./setup.ts";

// A program in full Python that has found a way may write anything anywhere in the chip memory, while the page reads it. Here runs
// are stopped on their way, their memory is damaged in places that matter, and everything reads it that the page has: nothing
// throws or takes for ever, what people are told can be drawn, and the run comes to its end.

const HEAD = "from parallel import *\nme = coreid()\n";

const scenes: readonly { readonly text: string; readonly turns: number; readonly settings?: Partial<RunSettings> }[] = [
  {
    // Deep calls, lists in lists, and output that nobody has read.
    text: `${HEAD}def f(n, xs):\n    ys = [n, xs, 'text', (n, 2.5)]\n    if n == 0: recv((me + 1) % numcores())\n    return f(n - 1, ys)\nkept = [[1, 2], ['a', [3.5]], 'word']\nfor i in range(9): print 'line', i, kept\nf(40, kept)`,
    turns: 400,
  },
  // All have ended with variables and messages that were not received, or failed.
  {
    text: `${HEAD}names = ['a', 'bc', [1, 2, (3, 'd')]]\nnonblocking_send(names, (me + 1) % numcores())\nassert me > 0, names\nprint names`,
    turns: 400,
  },
  // They wait in collectives that do not match, and ask for input.
  {
    text: `${HEAD}x = [me] * 5\nif me == 3: x = input('name? ')\nif me == 0: x = bcast(x, 0)\nelse: x = reduce(me, 'max')`,
    turns: 400,
  },
  // A sendrecv that meets a send; data in shared memory.
  {
    text: `${HEAD}big = range(3000)\nif me % 2: send(big, me - 1)\nelse: sendrecv(big, (me + 1) % numcores())`,
    turns: 400,
    settings: { placement: { data: "shared", code: "shared" } },
  },
  // Postboxes in a table.
  {
    text: `${HEAD}if me > 5: nonblocking_send([me, 'x'], 2)\nif me < 4: recv(700)\nsync()`,
    turns: 400,
    settings: { chip: "Epiphany-V", deviceCores: [2, 3, 40, 700] },
  },
  // Kernels, one of which has failed, and full Python that waits for them.
  {
    text: `from offload import next_launch, give_back\ndef work(x):\n    return [x, 1 / (coreid() - 2)]\nfrom parallel import *\nlast = work(9)\nwhile True: last = next_launch()`,
    turns: 400,
    settings: { usesPython: "caller" },
  },
];

/// Numbers that look random, from 0 up to and without `limit`: xorshift.
function numbers(seed: number): (limit: number) => number {
  let state = (seed * 2654435761) | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

type Next = ReturnType<typeof numbers>;

/// A run on its way, which can be had again and again.
class Scene {
  readonly chip: Chip;
  private readonly kept: readonly { readonly from: number; readonly words: Int32Array }[];
  private undo: [number, number][] = [];

  constructor({ text, turns, settings }: (typeof scenes)[number]) {
    const { image, diagnostics } = compile({ name: "test.py", text });
    if (image === undefined) throw new Error(diagnostics.map(({ message }) => message).join("; "));
    const { config, active } = chipFor({ deviceCores: [0, 1, 2, 3, 6], hostCores: 0, seed: 1, ...settings });
    const map = new MemoryMap(config);
    this.chip = new Chip(new ArrayBuffer(recordedBytes(map)), config, active, decodeImage(image));
    const { chip } = this;
    load(chip, 1);
    new EventBuffer(chip).clear();
    const cooperative = new Cooperative(chip, () => 0, recordingNatives(chip));
    for (let k = 0; k < turns && cooperative.turn() !== undefined; k++);
    // Who reads writes too, but only there.
    const ranges = chip.cores.map(({ place }) => [place.base, place.base + RUNTIME_BYTES] as const);
    ranges.push([map.control, map.sharedCode.from]);
    this.kept = ranges.map(([from, to]) => ({ from: from >> 2, words: chip.words.slice(from >> 2, to >> 2) }));
  }

  poke(word: number, value: number): void {
    const { words } = this.chip;
    if (!(word >= 0 && word < words.length)) return;
    this.undo.push([word, words[word] as number]);
    words[word] = value;
  }

  mend(): void {
    for (const [word, value] of this.undo.reverse()) this.chip.words[word] = value;
    this.undo = [];
    for (const { from, words } of this.kept) this.chip.words.set(words, from);
  }
}

const edges = [0, 1, -1, 2, 7, 255, 0x7fffffff, -0x80000000, 0x40000000, 0x00ffffff, 0x03ffffff, 0x010201ff];

/// A word that is likely to lead somewhere.
function value(chip: Chip, core: Core, next: Next): number {
  switch (next(5)) {
    case 0:
      return edges[next(edges.length)] as number;
    case 1:
      return next(16);
    case 2:
      return next(0x100000000) | 0;
    case 3:
      return core.heap.from + (next(LOCAL_BYTES) & ~3);
    default:
      return next(2) === 0 ? core.areaHeap.from + (next(4096) & ~3) : next(chip.words.length);
  }
}

/// Damages a run in one way or another.
function damage(scene: Scene, next: Next): void {
  const { chip } = scene;
  const { words, map, cores } = chip;
  const core = cores[next(cores.length)] as Core;
  const { registers, place } = core;
  const control = map.control >> 2;
  const some = (): number => value(chip, core, next);
  const within = ({ from, to }: { from: number; to: number }): number =>
    (from >> 2) + next(Math.max(1, (to - from) >> 2));
  switch (next(12)) {
    case 0:
      return scene.poke(registers + next(64), some());
    case 1:
      return scene.poke(registers + next(RUNTIME_BYTES >> 2), some());
    case 2: {
      // The ring: what is said of it, and what lies in it.
      scene.poke((place.ring >> 2) + next(2), next(2) === 0 ? some() : next(place.ringBytes));
      for (let k = next(4); k > 0; k--) scene.poke((place.ring >> 2) + next(place.ringBytes >> 2), some());
      return;
    }
    case 3:
      // A ring that is full of anything.
      for (let k = 0; k < place.ringBytes >> 2; k++)
        scene.poke((place.ring >> 2) + k, k === 1 ? next(2040) * 4 : some());
      return;
    case 4: {
      const heap =
        core.heap.to > core.heap.from ? core.heap : { from: core.areaHeap.from, to: core.areaHeap.from + 16_384 };
      for (let k = 1 + next(8); k > 0; k--) scene.poke(within(heap), some());
      return;
    }
    case 5: {
      // Addresses in the heap lead to one another, so that lists lie in themselves.
      const heap =
        core.heap.to > core.heap.from ? core.heap : { from: core.areaHeap.from, to: core.areaHeap.from + 16_384 };
      const links: number[] = [];
      for (let at = heap.from >> 2; at < heap.to >> 2; at++) {
        const word = words[at] as number;
        if (word > heap.from && word < heap.to) links.push(at);
      }
      if (links.length === 0) return;
      for (let k = 0; k < 6; k++) {
        scene.poke(links[next(links.length)] as number, words[links[next(links.length)] as number] as number);
      }
      return;
    }
    case 6:
      // Frames that call themselves, or one another.
      if (next(2) === 0) scene.poke(registers + FP, within(core.stack));
      for (let k = 1 + next(6); k > 0; k--) {
        const stack = next(2) === 0 && core.stack.to > core.stack.from ? core.stack : core.areaStack;
        scene.poke((stack.from >> 2) + next(256), next(2) === 0 ? within(stack) : some());
      }
      return;
    case 7:
      // Postboxes.
      for (let k = 1 + next(4); k > 0; k--) {
        const at = chip.boxTable === undefined ? core.postboxes >> 2 : within(map.boxTable.index);
        scene.poke(at + next(64), next(2) === 0 ? 0x01000006 | (next(256) << 8) : some());
      }
      return;
    case 8: {
      const status = cores[next(cores.length)] as Core;
      scene.poke(status.registers + STATUS, next(7));
      return scene.poke(status.registers + 1 + next(4), some());
    }
    case 9:
      scene.poke(control + next(2048), some());
      return scene.poke(control + MONITOR_LOOK, 1);
    case 10: {
      // Records of a trace: their number, and any of them.
      const start = ((map.bytes + 7) & ~7) >> 2;
      const part = (Math.min(1024 * 1024, Math.floor((16 * 1024 * 1024) / cores.length)) & ~7) >> 2;
      const at = start + next(cores.length) * part;
      if (next(2) === 0) scene.poke(at, some());
      for (let k = 1 + next(4); k > 0; k--) scene.poke(at + 6 + next(200), some());
      return;
    }
    default:
      scene.poke(within(core.globals), some());
      return scene.poke(within(core.globals), next(12));
  }
}

/// The most that each of the session's methods has kept the processor, in milliseconds: `npm run test:long` says it.
const longest = new Map<string, number>();

function timed(session: Session): Session {
  return new Proxy(session, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...args: unknown[]): unknown => {
        const begin = process.cpuUsage().user;
        const result: unknown = Reflect.apply(member, target, args);
        const took = (process.cpuUsage().user - begin) / 1000;
        if (took > (longest.get(String(name)) ?? 0)) longest.set(String(name), took);
        return result;
      };
    },
  });
}

/// All that people are told of a run, from where it is to its end.
async function readAll(chip: Chip): Promise<MonitorEvent[]> {
  let time = 0;
  const surroundings = { now: () => time++ / 1000, later: () => {} };
  // The cores stand still already.
  let halt = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    halt = resolve;
  });
  const runner: Runner = { executor: "workers", threads: 1, stopped, halt, resume: () => {} };
  const monitor = new Monitor(chip, surroundings.now);
  const session = timed(new Session(chip, monitor, () => runner, surroundings, { record: true, threads: true }));
  const events: MonitorEvent[] = [...session.drain(20)];
  const told: unknown[] = [];
  const look = (value: ShownValue, core: number): void => {
    if (value.object !== null) told.push(session.elements(core, value, 0, 50));
  };
  for (const { id } of chip.cores) {
    const inspection = session.inspect(id);
    told.push(inspection);
    for (const { variables } of inspection?.globals ?? []) for (const one of variables) look(one, id);
    for (const { variables } of (inspection?.calls ?? []).slice(0, 5)) for (const one of variables) look(one, id);
    for (const part of session.memoryParts(id))
      told.push(session.memory(id, part.from, Math.min(part.bytes, 4096))?.owners);
  }
  const trace = session.trace();
  for (const { begin, ready, end } of trace.intervals) expect([begin, ready, end].every(Number.isFinite)).toBe(true);
  for (const { sent, met, arrived } of trace.messages) expect([sent, met, arrived].every(Number.isFinite)).toBe(true);
  told.push(trace, session.links());
  for (const report of session.cores()) {
    expect(Number.isFinite(report.cycles) && report.memory.every(({ used, size }) => used >= 0 && used <= size)).toBe(
      true,
    );
  }
  session.answer(3, "x");
  session.stop();
  await session.stopped.catch(() => {});
  session.losePython();
  for (let k = 0; k < 50 && session.phase !== "finished"; k++) events.push(...session.drain(20));
  expect(session.phase).toBe("finished");
  told.push(session.tally(), events);
  // It can be given to another thread and be written down.
  JSON.stringify(told);
  return events;
}

const isDamage = (event: MonitorEvent): boolean => event.kind === "thread-ended" && event.damaged === true;

describe("a damaged chip memory", () => {
  const all = scenes.map((scene) => new Scene(scene));
  let ended = 0;

  it("is none while nobody has damaged it", async () => {
    for (const scene of all) {
      expect((await readAll(scene.chip)).filter(isDamage)).toEqual([]);
      scene.mend();
    }
  });

  it("can be read by everything that the page reads it with", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const next = numbers(seed);
        const scene = all[next(all.length)] as Scene;
        for (let k = 1 + next(3); k > 0; k--) damage(scene, next);
        try {
          if ((await readAll(scene.chip)).some(isDamage)) ended++;
        } finally {
          scene.mend();
        }
      }),
      { ...runs(300), endOnFailure: true },
    );
    expect(ended).toBeGreaterThan(10);
  });

  afterAll(() => {
    if (process.env.PROPERTY_TIMES !== undefined)
      console.log(`${ended} runs were ended. Milliseconds at most:`, Object.fromEntries(longest));
  });

  it("of which a copy was made and damaged again is refused, or read", () => {
    const bytes = encodeSnapshot(takeSnapshot((all[0] as Scene).chip));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, byte, length) => {
        const damaged = bytes.slice(0, length);
        damaged[at] = byte;
        try {
          decodeSnapshot(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(SnapshotError);
        }
      }),
      runs(20),
    );
  });
});

describe("a run whose output is damaged", () => {
  it("is ended, with what was said before and why", async () => {
    const { chip } = new Scene({ text: "print 'before'\nprint 'after'", turns: 100 });
    const core = chip.cores[0] as Core;
    const tail = (core.place.ring >> 2) + 1;
    writeRecord(chip, core, RECORD_LINE, 1, "last");
    chip.words[tail] = (chip.words[tail] as number) - 4;
    const events = await readAll(chip);
    expect(events.filter((event) => event.kind === "line" && event.core === 0)).toHaveLength(2);
    expect(events.find(isDamage)).toMatchObject({
      message: expect.stringMatching(/^The run was ended because the output of core 0 is damaged/),
    });
    expect(events.at(-1)).toMatchObject({ kind: "finished", outcome: "failed" });
  });
});
