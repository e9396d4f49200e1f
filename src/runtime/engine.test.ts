import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";
import { compile } from "../compiler/compile.ts";
import { EPIPHANY_III, EPIPHANY_IV } from "../machine/chip-models.ts";
import type { CrewThread } from "./crews-runner.ts";
import type { WarmEngine } from "./engine.ts";
import { createEngine } from "./node/engine.ts";
import type { MonitorEvent } from "./protocol/events.ts";
import type { Session } from "./session.ts";

function image(text: string): Uint8Array {
  const { image: bytes, diagnostics } = compile({ name: "program.py", text });
  if (bytes === undefined) throw new Error(diagnostics[0]?.message);
  return bytes;
}

const settings = { deviceCores: [0, 1, 2, 3], hostCores: 0, seed: 1 };
const endless = 'while True:\n    print "x"\n';
const engines: WarmEngine[] = [];

function engine(executor: "workers" | "cooperative"): WarmEngine {
  const made = createEngine(executor, 2);
  engines.push(made);
  return made;
}

afterEach(() => {
  for (const made of engines.splice(0)) made.dispose();
});

/// All that a run says until it has finished.
async function all(session: Session, milliseconds = 10): Promise<MonitorEvent[]> {
  const events: MonitorEvent[] = [];
  while (events.at(-1)?.kind !== "finished") {
    events.push(...session.drain(milliseconds));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return events;
}

const lines = (events: readonly MonitorEvent[]): string[] =>
  events.flatMap((event) => (event.kind === "line" ? [event.text] : []));

describe.each(["workers", "cooperative"] as const)("an engine of %s", (executor) => {
  test("runs one program after the other", async () => {
    const made = engine(executor);
    for (const word of ["one", "two", "three"]) {
      const events = await all(await made.start(image(`print "${word}"\n`), settings));
      expect(lines(events)).toEqual([word, word, word, word]);
      const end = events.at(-1);
      expect(end).toMatchObject({ kind: "finished", outcome: "ended" });
      if (end?.kind !== "finished") continue;
      expect(end.wallMilliseconds).toBeGreaterThan(0);
      for (const core of end.cores) expect(core.wallMilliseconds).toBeGreaterThan(0);
    }
  });

  test("tells of every core that failed, however little time there is to look", async () => {
    const session = await engine(executor).start(image("def f(n): return 1 + f(n + 1)\nf(0)\n"), settings);
    // By the first look all have failed.
    while (session.cores().some(({ state }) => state !== "failed")) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    const events = await all(session, -1);
    const failed = events.flatMap((event) => (event.kind === "fault" ? [event.core] : []));
    expect(failed.sort()).toEqual([0, 1, 2, 3]);
    expect(events.at(-1)).toMatchObject({ kind: "finished", outcome: "failed" });
  });

  test("runs long programs after short ones, and on larger chips", async () => {
    const made = engine(executor);
    const long = `x = 0\n${"x = x + 1\n".repeat(3000)}print x\n`;
    for (const [program, said] of [
      ['print "short"\n', "short"],
      [long, "3000"],
      ['print "short"\n', "short"],
    ] as const) {
      for (const { name, rows, columns } of [EPIPHANY_III, EPIPHANY_IV, EPIPHANY_III]) {
        const ends = { ...settings, chip: name, deviceCores: [0, rows * columns - 1] };
        const events = await all(await made.start(image(program), ends));
        expect(lines(events)).toEqual([said, said]);
      }
    }
  });

  test("starts that are asked for at once do not meet in one memory", async () => {
    const made = engine(executor);
    const [first, second] = await Promise.all([
      made.start(image('x = 1\nfor i in range(1000):\n    x = x + i\nprint "first"\n'), settings),
      made.start(image('print "second"\n'), settings),
    ]);
    expect(lines(await all(second))).toEqual(["second", "second", "second", "second"]);
    const before = await all(first);
    expect(lines(before).every((line) => line === "first")).toBe(true);
  });

  test("a run that was replaced keeps its own end, and does nothing to the next", async () => {
    const made = engine(executor);
    const first = await made.start(image(endless), settings);
    const second = await made.start(image('print input("? ")\n'), settings);
    const events = await all(first);
    expect(events.at(-1)).toMatchObject({ kind: "finished", outcome: "stopped" });
    expect(lines(events).every((line) => line === "x")).toBe(true);
    first.answer(0, "not for you");
    first.stop();
    const asked: number[] = [];
    const rest: MonitorEvent[] = [];
    while (rest.at(-1)?.kind !== "finished") {
      for (const event of second.drain(10)) {
        rest.push(event);
        if (event.kind !== "input") continue;
        asked.push(event.core);
        second.answer(event.core, `answer ${event.core}`);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(asked.sort()).toEqual([0, 1, 2, 3]);
    expect(lines(rest).sort()).toEqual(["answer 0", "answer 1", "answer 2", "answer 3"]);
  });

  test("an answer that nobody asked for is dropped", async () => {
    const made = engine(executor);
    const session = await made.start(image("print input()\n"), { ...settings, deviceCores: [0] });
    session.answer(0, "too early");
    const events: MonitorEvent[] = [];
    while (events.at(-1)?.kind !== "finished") {
      for (const event of session.drain(10)) {
        events.push(event);
        if (event.kind === "input") session.answer(0, "in time");
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(lines(events)).toEqual(["in time"]);
  });

  test("Stop ends a core in the midst of much work", async () => {
    const made = engine(executor);
    const session = await made.start(image("a = range(20000)\nwhile True:\n    b = sorted(a)\n"), settings);
    session.drain(10);
    session.stop();
    expect((await all(session)).at(-1)).toMatchObject({ kind: "finished", outcome: "stopped" });
  });

  test("Stop loses no line that was printed before it", async () => {
    const made = engine(executor);
    const session = await made.start(image("i = 0\nwhile True:\n    print i\n    i += 1\n"), settings);
    const printed = new Map<number, string[]>();
    const take = (events: readonly MonitorEvent[]): void => {
      for (const event of events) {
        if (event.kind === "line") printed.set(event.core, [...(printed.get(event.core) ?? []), event.text]);
      }
    };
    while ([0, 1, 2, 3].some((core) => (printed.get(core)?.length ?? 0) < 20)) {
      take(session.drain(1));
      await new Promise((resolve) => setImmediate(resolve));
    }
    session.stop();
    take(await all(session));
    for (const lines of printed.values()) expect(lines).toEqual(lines.map((_, i) => String(i)));
    for (const core of session.cores()) {
      expect(printed.get(core.id)?.length).toBeGreaterThanOrEqual(20);
      expect(core.state).toBe("stopped");
    }
  });

  test("one instruction that would never end is a fault", async () => {
    const made = engine(executor);
    const program = "x = [1]\ny = [1]\nfor i in range(60):\n    x = [x, x]\n    y = [y, y]\nprint x == y\n";
    const events = await all(await made.start(image(program), { ...settings, deviceCores: [0] }));
    expect(events).toContainEqual(expect.objectContaining({ kind: "fault", code: "too-much-work" }));
  });

  test("settings that no chip has are refused, and the engine is as good as before", async () => {
    const made = engine(executor);
    const hello = image('print "hello"\n');
    await expect(made.start(hello, { ...settings, deviceCores: [16] })).rejects.toThrow("no core 16");
    await expect(made.start(hello, { ...settings, deviceCores: [] })).rejects.toThrow("at least one");
    await expect(made.start(hello, { ...settings, hostCores: 1, firstHostCore: 2 })).rejects.toThrow("virtual core 2");
    await expect(made.start(new Uint8Array(3), settings)).rejects.toThrow("not ePython byte code");
    expect(lines(await all(await made.start(hello, settings)))).toHaveLength(4);
  });

  test("after it is disposed of, a run has an end and no other can start", async () => {
    const made = engine(executor);
    const session = await made.start(image(endless), settings);
    made.dispose();
    expect((await all(session)).at(-1)).toMatchObject({ kind: "finished" });
    await expect(made.start(image("pass\n"), settings)).rejects.toThrow("disposed");
  });
});

test("a thread that dies is told with the cores that it ran, and the next run has new ones", async () => {
  const made = engine("workers");
  const session = await made.start(image("while True:\n    pass\n"), settings);
  // Two threads have two of the four cores each.
  killThread(made, 1);
  const events = await all(session);
  expect(events).toContainEqual({
    kind: "thread-ended",
    cores: [2, 3],
    message: expect.stringMatching(/^The thread that ran cores 2 and 3 has ended: .+\n.*Run the program again/),
  });
  expect(events.at(-1)).toMatchObject({ kind: "finished", outcome: "failed" });
  expect(lines(await all(await made.start(image('print "hello"\n'), settings)))).toHaveLength(4);
});

/// Ends one of an engine's threads behind its back.
function killThread(made: WarmEngine, index: number): void {
  (made as unknown as { threads: CrewThread[] }).threads[index]?.terminate();
}

test("a thousand runs start no new thread", async () => {
  const made = engine("workers");
  const hello = image('print "hello"\n');
  const run = async (count: number): Promise<void> => {
    for (let k = 0; k < count; k++) {
      const events = await all(await made.start(hello, settings));
      expect(events.at(-1)).toMatchObject({ outcome: "ended" });
    }
  };
  await run(200);
  const before = nextThread();
  await run(800);
  expect(nextThread()).toBe(before + 1);
});

/// Node numbers the threads of a process one after the other: the number that the next one gets.
function nextThread(): number {
  const thread = new Worker("", { eval: true });
  const { threadId } = thread;
  void thread.terminate();
  return threadId;
}
