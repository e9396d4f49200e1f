import { afterEach, describe, expect, test } from "vitest";
import { type Debugged, debug } from "../testing/harness/debugging.ts";
import type { Breakpoint } from "./protocol/breakpoints.ts";
import type { RunSettings } from "./protocol/run.ts";

const open: Debugged[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

async function begin(
  text: string,
  cores = 1,
  settings: Partial<RunSettings> = {},
  executor: "cooperative" | "workers" = "cooperative",
  answers: readonly string[] = [],
): Promise<Debugged> {
  const one = await debug(text, cores, settings, executor, answers);
  open.push(one);
  return one;
}

const line = (at: Debugged, core = 0): number | null => at.run.cores().find(({ id }) => id === core)?.line ?? null;

function variable(at: Debugged, core: number, name: string): string | undefined {
  const seen = at.run.inspect(core);
  const scopes = [...(seen?.calls ?? []), ...(seen?.globals ?? [])];
  return scopes.flatMap(({ variables }) => variables).find((one) => one.name === name)?.text;
}

const at = (number: number, more: Partial<Breakpoint & { kind: "line" }> = {}): Breakpoint => ({
  kind: "line",
  id: number,
  file: "test.py",
  line: number,
  cores: null,
  condition: null,
  ...more,
});

const asks = "from parallel import *\na = input('? ')\nb = a + coreid()\nprint b\n";

const loop = "total = 0\nfor i in range(4):\n    total = total + i\n    print total\nprint 'end'\n";

describe("stepping", () => {
  test("starts before the first line and goes line by line to the end", async () => {
    const one = await begin(loop, 1, { paused: true });
    const seen: (number | null)[] = [];
    for (let event = await one.settle(); event.kind === "paused"; event = await one.settle()) {
      seen.push(line(one));
      one.run.step(0, "over");
    }
    expect(seen).toEqual([1, 2, 3, 4, 2, 3, 4, 2, 3, 4, 2, 3, 4, 2, 5]);
    expect(one.lines()).toEqual(["0", "1", "3", "6", "end"]);
  });

  test("goes on when the answer waits for another core to take its own first", async () => {
    const one = await begin(asks, 2, { paused: true }, "cooperative", ["1", "2"]);
    await one.settle();
    one.run.step("all", "over");
    await one.settle();
    expect(one.events.filter(({ kind }) => kind === "input")).toHaveLength(2);
    one.run.step(1, "over");
    expect(await one.settle()).toMatchObject({ kind: "paused", why: "step", core: 1 });
    expect(variable(one, 1, "a")).toBe("2");
  });

  const calls = "def f(n):\n    m = n + 1\n    return m\nx = f(1)\ny = f(x) + f(2)\nprint y\n";

  test.each([
    ["into", [4, 2, 3, 5, 2, 3, 2, 3, 6]],
    ["over", [4, 5, 6]],
  ] as const)("%s", async (how, lines) => {
    const one = await begin(calls, 1, { paused: true });
    const seen: (number | null)[] = [];
    for (let event = await one.settle(); event.kind === "paused"; event = await one.settle()) {
      seen.push(line(one));
      one.run.step(0, how);
    }
    expect(seen).toEqual(lines);
  });

  test("out of a function, to the caller's next line", async () => {
    const one = await begin(calls, 1, { paused: true });
    await one.settle();
    one.run.step(0, "into");
    await one.settle();
    expect(line(one)).toBe(2);
    one.run.step(0, "out");
    await one.settle();
    expect(line(one)).toBe(5);
  });

  test("one core runs the others as far as it waits for them", async () => {
    const text =
      "from parallel import *\nif coreid() == 0:\n    x = 5\n    send(x, 1)\n    print 'sent'\nelse:\n    y = recv(0)\n    print y\n";
    const one = await begin(text, 2, { paused: true });
    await one.settle();
    for (let k = 0; k < 2; k++) {
      one.run.step(1, "over");
      await one.settle();
    }
    expect(line(one, 1)).toBe(8);
    expect(variable(one, 1, "y")).toBe("5");
    expect(line(one, 0)).toBeLessThan(6);
  });

  test("all cores go to their next lines, those that wait for each other too", async () => {
    const text =
      "from parallel import *\nif coreid() == 0:\n    send(7, 1)\n    z = 1\nelse:\n    y = recv(0)\n    z = 2\n";
    const one = await begin(text, 2, { paused: true });
    await one.settle();
    const seen: (number | null)[][] = [];
    for (let k = 0; k < 3; k++) {
      seen.push([line(one, 0), line(one, 1)]);
      one.run.step("all", "over");
      await one.settle();
    }
    expect(seen).toEqual([
      [2, 2],
      [3, 6],
      [4, 7],
    ]);
  });

  // Where nothing has stopped them before, and where history was made again.
  test.each([false, true])("leave a line that a core has come to wait in, gone back before: %s", async (back) => {
    const text = "from parallel import *\nif coreid() == 1:\n    x = 1\n    x = 2\nsync()\nprint 'end'\n";
    const one = await begin(text, 2, { breakpoints: [at(4)] });
    expect(await one.settle()).toMatchObject({ why: "breakpoint", core: 1 });
    if (back) {
      one.run.back(1);
      await one.settle();
      one.run.step(1, "over");
      await one.settle();
    }
    expect(line(one, 0)).toBe(5);
    one.run.step(0, "over");
    await one.settle();
    expect(line(one, 0)).toBe(6);
  });

  test("a core that can never continue leaves all where they are", async () => {
    const text = "from parallel import *\nif coreid() < 2: recv(1 - coreid())\nelse:\n    x = input('? ')\n";
    const one = await begin(text, 3, { paused: true });
    await one.settle();
    one.run.resume();
    expect(await one.settle()).toMatchObject({ why: "deadlock" });
    for (const target of [0, "all", "all"] as const) {
      one.run.step(target, "over");
      expect(await one.settle()).toMatchObject({ kind: "paused", why: "step" });
    }
    one.run.answer(2, "5");
    one.run.step(2, "over");
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "deadlock" });
  });

  test("a deadlock that grows stops the run when it begins and when nothing more can happen", async () => {
    const text = "from parallel import *\nfor o in range(numcores()):\n    if o != coreid(): send(1, o)\n";
    const one = await begin(text, 8, { paused: true });
    await one.settle();
    const stuck = () => one.run.cores().filter(({ state }) => state === "deadlocked").length;
    one.run.resume();
    expect(await one.settle()).toMatchObject({ why: "deadlock" });
    expect(stuck()).toBeLessThan(8);
    one.run.resume();
    expect(await one.settle()).toMatchObject({ why: "deadlock" });
    expect(stuck()).toBe(8);
    one.run.resume();
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "deadlock" });
  });

  test("a core that is over leaves the others where they are", async () => {
    const text = "from parallel import *\nif coreid() == 0: print 1 / 0\nx = 1\nx = 2\n";
    const one = await begin(text, 2, { paused: true });
    await one.settle();
    one.run.step(0, "out");
    expect(await one.settle()).toMatchObject({ why: "fault", core: 0 });
    const before = line(one, 1);
    one.run.step(0, "over");
    expect(await one.settle()).toMatchObject({ kind: "paused", why: "step" });
    expect(line(one, 1)).toBe(before);
    one.run.step(1, "out");
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "failed" });
  });

  test("a run in which all are over ends it", async () => {
    const one = await begin("print 1 / 0\n", 1, { paused: true });
    await one.settle();
    one.run.step("all", "over");
    expect(await one.settle()).toMatchObject({ why: "fault", core: 0 });
    one.run.step(0, "over");
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "failed" });
  });
});

describe("breakpoints", () => {
  test("with a condition stop one core only, and its variables can be read", async () => {
    const text = "from parallel import *\nfor i in range(5):\n    x = i * 10 + coreid()\nprint x\n";
    const condition = {
      kind: "binary",
      op: "and",
      left: { kind: "binary", op: "==", left: { kind: "name", name: "i" }, right: { kind: "int", value: 3 } },
      right: {
        kind: "binary",
        op: "==",
        left: { kind: "call", name: "coreid", of: [] },
        right: { kind: "int", value: 2 },
      },
    } as const;
    const one = await begin(text, 4, { breakpoints: [at(3, { condition })] });
    expect(await one.settle()).toMatchObject({
      kind: "paused",
      why: "breakpoint",
      core: 2,
      breakpoint: 3,
      problem: null,
    });
    expect(line(one, 2)).toBe(3);
    expect(variable(one, 2, "i")).toBe("3");
    expect(variable(one, 2, "x")).toBe("22");
    one.run.back(2);
    expect(await one.settle()).toMatchObject({ kind: "paused", why: "back", core: 2 });
    expect(line(one, 2)).toBe(2);
    one.run.back(2);
    await one.settle();
    expect(line(one, 2)).toBe(3);
    expect(variable(one, 2, "x")).toBe("12");
    one.run.resume();
    expect(await one.settle()).toMatchObject({ why: "breakpoint", core: 2 });
    one.run.resume();
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "ended" });
    expect([...one.lines()].sort()).toEqual(["40", "41", "42", "43"]);
  });

  test("whose condition has no value stop and say why", async () => {
    const condition = { kind: "name", name: "nothing" } as const;
    const one = await begin(loop, 1, { breakpoints: [at(3, { condition })] });
    expect(await one.settle()).toMatchObject({ why: "breakpoint", problem: "there is no variable nothing here" });
  });

  test("stop at every turn of a loop, and go on in workers once they are gone", async () => {
    const one = await begin(loop, 1, { breakpoints: [at(3)] }, "workers");
    for (let k = 0; k < 3; k++) {
      expect(await one.settle()).toMatchObject({ why: "breakpoint" });
      expect(variable(one, 0, "i")).toBe(String(k));
      if (k === 2) one.run.setBreakpoints([]);
      one.run.resume();
    }
    expect(one.run.executor).toBe("workers");
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "ended" });
    expect(one.lines()).toEqual(["0", "1", "3", "6", "end"]);
  });

  test("for messages stop when one has come", async () => {
    const text =
      "from parallel import *\nif coreid() == 0:\n    nonblocking_send(7, 1)\n    while True: pass\nelse:\n    sync()\n";
    const one = await begin(text, 2, { breakpoints: [{ kind: "message", id: 9, cores: [1] }] });
    expect(await one.settle()).toMatchObject({ why: "message", core: 1, breakpoint: 9 });
    expect(one.run.inspect(1)?.postbox).toMatchObject([
      { from: 0, full: true, call: "nonblocking_send", value: { text: "7", type: "int" }, place: { line: 3 } },
    ]);
  });
});

describe.each(["cooperative", "workers"] as const)("pausing %s", (executor) => {
  test("and going on loses nothing", async () => {
    const text = "from parallel import *\ni = 0\nwhile i < 60000:\n    i += 1\nprint reduce(i, 'sum')\n";
    const one = await begin(text, 4, {}, executor);
    one.run.pause();
    const event = await one.settle();
    expect(event.kind).toBe("paused");
    expect(one.run.phase).toBe("paused");
    expect(one.run.cores().map(({ state }) => state)).toContain("paused");
    one.run.step(0, "over");
    await one.settle();
    one.run.resume();
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "ended" });
    expect(one.lines()).toEqual(["240000", "240000", "240000", "240000"]);
  });
});

describe("going back", () => {
  test("takes back what was printed, and says it again", async () => {
    const one = await begin(loop, 1, { breakpoints: [at(5)] });
    await one.settle();
    expect(one.lines()).toEqual(["0", "1", "3", "6"]);
    for (const lines of [4, 3, 3, 3, 2]) {
      one.run.back(0);
      await one.settle();
      expect(one.lines()).toHaveLength(lines);
    }
    one.run.resume();
    await one.settle();
    expect(one.lines()).toEqual(["0", "1", "3", "6"]);
  });

  test("to before an answer asks again", async () => {
    const text = "a = input('a? ')\nb = input('b? ')\nprint a + b\n";
    const one = await begin(text, 1, { paused: true }, "cooperative", ["1", "2", "30"]);
    await one.settle();
    for (let k = 0; k < 2; k++) {
      one.run.step(0, "over");
      await one.settle();
    }
    expect(line(one)).toBe(3);
    expect(variable(one, 0, "b")).toBe("2");
    one.run.back(0);
    await one.settle();
    expect(line(one)).toBe(2);
    expect(variable(one, 0, "a")).toBe("1");
    one.run.resume();
    await one.settle();
    expect(one.lines()).toEqual(["31"]);
  });

  test("leads to when a core had ended, with the time at which it had", async () => {
    const text = "from parallel import *\nif coreid() == 0:\n    x = 1\n    y = 2\n    print y\n";
    const one = await begin(text, 2, { paused: true });
    await one.settle();
    one.run.step(1, "out");
    await one.settle();
    const before = one.run.memory(1, 0x80900000, 0x100)?.bytes;
    one.run.step(0, "over");
    await one.settle();
    one.run.back(null);
    await one.settle();
    expect(one.run.cores()[1]?.state).toBe("ended");
    expect(one.run.memory(1, 0x80900000, 0x100)?.bytes).toEqual(before);
  });

  test("and Stop on the way leaves what holds there", async () => {
    const text = "i = 0\nwhile i < 40000:\n    i += 1\n    if i % 1000 == 0: print i\nprint 'end'\n";
    const one = await begin(text, 1, { breakpoints: [at(5)] });
    await one.settle();
    expect(one.lines()).toHaveLength(40);
    one.run.back(0);
    await one.rounds(1);
    expect(one.run.phase).toBe("running");
    one.run.stop();
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "stopped" });
    const held = Math.floor(Number(variable(one, 0, "i")) / 1000);
    expect(held).toBeLessThan(40);
    expect(one.lines()).toEqual(Array.from({ length: held }, (_, k) => String((k + 1) * 1000)));
  });

  test("from a fault and a deadlock", async () => {
    const one = await begin("x = 3\ny = 1 / (x - 3)\n", 1, { paused: true });
    await one.settle();
    one.run.resume();
    expect(await one.settle()).toMatchObject({ why: "fault", core: 0 });
    one.run.back(0);
    await one.settle();
    expect(one.events.at(-2)).toMatchObject({ kind: "rewound", faults: 0 });
    expect(one.run.cores()[0]).toMatchObject({ state: "paused", line: 2 });
    one.run.resume();
    expect(await one.settle()).toMatchObject({ why: "fault" });
    one.run.resume();
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "failed" });
  });
});
