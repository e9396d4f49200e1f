import { expect, test } from "vitest";
import type { Entry, HostConsole } from "../../python/host-console.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { FakeRun } from "../testing/set-up.ts";
import { createChip } from "./chip.ts";
import { type Console, createConsole } from "./console.ts";
import type { Evaluation } from "./watches.ts";

class FakeEntry extends FakeRun implements Entry {
  readonly host = 16;
  usesCores = false;
  stopped = false;
  constructor() {
    super({ deviceCores: [0, 1, 2, 3], hostCores: 0, seed: 1 });
  }
  override stop() {
    this.stopped = true;
  }
}

function setUp(values: readonly string[] = []) {
  const { frames, pass } = handFrames();
  const entries: FakeEntry[] = [];
  const host = {
    isOver: false as boolean,
    enter() {
      const entry = new FakeEntry();
      entries.push(entry);
      return entry;
    },
    isWhole: async (text: string) => !text.endsWith(":"),
    complete: async () => ({ from: 1, names: ["xy"] }),
    end() {
      host.isOver = true;
    },
    ended: new Promise<void>(() => {}),
  } satisfies HostConsole & { isOver: boolean };
  const chip = createChip(frames);
  const inspector = { setRun() {}, look() {} };
  const timeline = { readAll: async () => {}, setRun() {} };
  const valueOn = (core: number): Evaluation => ({ type: "int", text: values[core] ?? "", length: null, number: null });
  const console = createConsole({ frames, chip, inspector, timeline, valueOn } as unknown as Parameters<
    typeof createConsole
  >[0]);
  return { console, host, entries, pass, chip };
}

const shown = (console: Console) =>
  console.store
    .getState()
    .items.map(({ item }) =>
      item.kind === "said"
        ? `${item.from}: ${item.text}`
        : item.kind === "asked"
          ? `${item.prompt}${item.answer}`
          : item.text,
    );

const line = (core: number, text: string) =>
  ({ kind: "line", core, coreKind: core === 16 ? "host" : "device", cycles: 1, text }) as const;
const finished = { kind: "finished", outcome: "ended", wallMilliseconds: 1, cores: [] } as const;

test("shows what was entered and what came of it", async () => {
  const { console, host, entries, pass } = setUp();
  console.open(host);
  expect(await console.enter("f(1)")).toBe(true);
  expect(console.store.getState().phase).toBe("busy");
  entries[0]?.events.push(line(3, "hi"), line(16, "[1]"), finished);
  pass();
  expect(shown(console)).toEqual(["f(1)", "core 3: hi", ": [1]"]);
  expect(console.store.getState()).toMatchObject({ phase: "ready", history: ["f(1)"] });
});

test("asks for more lines, and takes nothing while something runs", async () => {
  const { console, host, entries } = setUp();
  console.open(host);
  expect(await console.enter("if x:")).toBe(false);
  expect(entries).toHaveLength(0);
  await console.enter("x");
  expect(await console.enter("y")).toBe(false);
  console.stop();
  expect(entries.map(({ stopped }) => stopped)).toEqual([true]);
});

test("an answer goes to the question", async () => {
  const { console, host, entries, pass } = setUp();
  console.open(host);
  await console.enter("input('Name? ')");
  entries[0]?.events.push({ kind: "input", core: 16, coreKind: "host", prompt: "Name? " });
  pass();
  expect(console.store.getState().prompt).toBe("Name? ");
  expect(await console.enter("Ann")).toBe(true);
  expect(entries[0]?.answers).toEqual(["16: Ann"]);
  expect(shown(console).at(-1)).toBe("Name? Ann");
});

test("closing ends Python, and says why where something stands", async () => {
  const { console, host } = setUp();
  console.open(host);
  await console.enter("x");
  console.close("because");
  expect(host.isOver).toBe(true);
  expect(console.store.getState().phase).toBe("none");
  expect(shown(console)).toEqual(["x", "because"]);
});

test("without Python an expression has its value on the cores, alike ones together", async () => {
  const { console, chip } = setUp(["7", "7", "7", "9"]);
  chip.update(new FakeEntry().cores(), [], true);
  expect(await console.enter("x")).toBe(true);
  expect(shown(console)).toEqual(["x", "cores 0–2: 7", "core 3: 9"]);
  console.choose(3);
  await console.enter("x");
  expect(shown(console).slice(2)).toEqual(["core 3: 9", "x", "core 3: 9"]);
});
