import { afterEach, describe, expect, test } from "vitest";
import { type Debugged, debug } from "../testing/harness/debugging.ts";
import type { RunSettings } from "./protocol/run.ts";

// Questions to the user, under the debugger: every one that is answered is taken, whatever else is stepped, taken back or stopped
// meanwhile.

const open: Debugged[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

async function begin(
  text: string,
  cores: number,
  answers: readonly string[],
  settings: Partial<RunSettings> = {},
): Promise<Debugged> {
  const one = await debug(text, cores, { paused: true, ...settings }, "cooperative", answers);
  open.push(one);
  await one.settle();
  return one;
}

const HEAD = "from parallel import *\nme = coreid()\n";
const many = Array.from({ length: 100 }, (_, k) => String(k % 9));

/// Lets a run that may be paused go on to its end.
async function toEnd(one: Debugged): Promise<void> {
  while (one.run.phase !== "finished") {
    one.run.resume();
    await one.settle();
  }
  expect(one.events.at(-1)).toMatchObject({ kind: "finished", outcome: "ended" });
}

describe("a question", () => {
  test("asked late in a long step is answered, after others have been gone back over", async () => {
    const text =
      "from random import randint\na = input('? ')\nfor i in range(3):\n    a += randint(0, 9)\n    print a\nb = sendrecv(a, 1 - me)\nif b > a: print input('more? ')\nprint b\n";
    const one = await begin(HEAD + text, 2, many);
    for (const [core, how] of [
      ["all", "over"],
      ["all", "over"],
      [1, "into"],
      [0, "out"],
    ] as const) {
      one.run.step(core, how);
      if ((await one.settle()).kind === "finished") break;
      one.run.back(null);
      await one.settle();
      one.run.step(core, how);
      await one.settle();
    }
    expect(one.run.cores()[0]?.state).toBe("ended");
    await toEnd(one);
  });

  // The others may be behind when it comes, as text takes long.
  test.each(["over", "out"] as const)("in a step %s is answered while another core is behind", async (how) => {
    for (let rounds = 0; rounds < 12; rounds += 3) {
      const slow = `def f():\n    for i in range(${rounds}): pass\n    return input(str(me) + '? ')\n`;
      const one = await begin(`${HEAD}${slow}if me == 0: print f()\nfor i in range(900): pass\n`, 2, ["7"]);
      one.run.step("all", "over");
      await one.settle();
      one.run.step(0, how);
      await one.settle();
      expect(one.lines()).toEqual(["7"]);
      await toEnd(one);
      one.dispose();
    }
  });

  test("of each core is answered in any order", async () => {
    const one = await begin(`${HEAD}a = input(str(me) + '? ')\nprint me, a\n`, 3, []);
    for (let k = 0; k < 3; k++) {
      one.run.step("all", "over");
      await one.settle();
    }
    expect(one.run.cores().map(({ state }) => state)).toEqual(["input", "input", "input"]);
    for (const core of [2, 0, 1]) one.run.answer(core, String(core * 10));
    for (const core of [1, 2, 0]) {
      one.run.step(core, "over");
      expect(await one.settle()).toMatchObject({ kind: "paused", core });
    }
    await toEnd(one);
    expect([...one.lines()].sort()).toEqual(["0 0", "1 10", "2 20"]);
  });

  const twice = `${HEAD}a = input('a? ')\nb = input('b? ')\nprint a, b\n`;

  test("is asked again after it was gone back over, and takes another answer", async () => {
    const one = await begin(twice, 1, ["1", "2", "3", "4", "5", "6"]);
    for (let k = 0; k < 3; k++) {
      one.run.step(0, "over");
      await one.settle();
    }
    for (let k = 0; k < 2; k++) {
      one.run.back(0);
      await one.settle();
    }
    await toEnd(one);
    expect(one.lines()).toEqual(["3 4"]);
  });

  test("may be the first of all, and be gone back to again and again", async () => {
    const one = await begin(twice, 1, many);
    for (let k = 0; k < 5; k++) {
      one.run.step("all", "out");
      let event = await one.settle();
      while (event.kind === "paused" && event.canGoBack) {
        one.run.back(null);
        event = await one.settle();
      }
    }
    await toEnd(one);
    expect(one.lines()).toHaveLength(1);
  });

  test("that is open when the run is stopped is in nobody's way", async () => {
    const one = await begin(twice, 2, []);
    one.run.resume();
    await one.rounds(5);
    expect(one.run.cores()[0]?.state).toBe("input");
    one.run.stop();
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "stopped" });
  });

  test("of a virtual core is answered while another core is stepped", async () => {
    const text = `${HEAD}if me == 1: send(input('? '), 0)\nelse: print recv(1)\n`;
    const one = await begin(text, 1, ["8"], { hostCores: 1, deviceCores: [0] });
    one.run.step(0, "out");
    await one.settle();
    await toEnd(one);
    expect(one.lines()).toEqual(["8"]);
  });

  test("that was answered too late leaves the fault of there being no more input", async () => {
    const one = await begin(`${HEAD}input('? ')\n`, 1, []);
    one.run.resume();
    await one.rounds(5);
    one.run.endInput(0);
    expect(await one.settle()).toMatchObject({ kind: "paused", why: "fault" });
    one.run.back(0);
    await one.settle();
    expect(one.run.cores()[0]).toMatchObject({ state: "paused", line: 3 });
    one.run.resume();
    await one.rounds(5);
    one.run.answer(0, "1");
    await toEnd(one);
  });

  test.each([
    ["any", null],
    ["a true", { kind: "call", name: "coreid", of: [] } as const],
    ["no valid", { kind: "name", name: "nothing" } as const],
  ])("at a breakpoint with %s condition is asked once the run goes on", async (_, condition) => {
    const breakpoint = { kind: "line", id: 1, file: "test.py", line: 3, cores: [1], condition } as const;
    const one = await begin(`${HEAD}a = input('? ')\nprint a\n`, 2, many, { breakpoints: [breakpoint] });
    one.run.resume();
    expect(await one.settle()).toMatchObject({ why: "breakpoint", core: 1 });
    one.run.step(1, "over");
    expect(await one.settle()).toMatchObject({ why: "step", core: 1 });
    one.run.back(1);
    expect(await one.settle()).toMatchObject({ why: "back", core: 1 });
    await toEnd(one);
    expect(one.lines()).toHaveLength(2);
  });
});
