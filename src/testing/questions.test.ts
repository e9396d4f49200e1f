import { afterEach, describe, expect, test } from "vitest";
import type { Breakpoint, RunSettings } from "../runtime/protocol.ts";
import { type Debugged, debug } from "./debugging.ts";

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
const line = (one: Debugged, core: number) => one.run.cores().find(({ id }) => id === core)?.line;

const at = (number: number, more: Partial<Breakpoint & { kind: "line" }> = {}): Breakpoint => ({
  kind: "line",
  id: number,
  file: "test.py",
  line: number,
  cores: null,
  condition: null,
  ...more,
});

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
});
