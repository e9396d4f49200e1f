import { expect, test } from "vitest";
import { debug } from "../../testing/harness/debugging.ts";
import { type Step, stepWords } from "./step-words.ts";

/// Runs a program step by step on all of its cores; the sentence of each step.
async function story(text: string, cores: number, steps: number, chosen = 0, target: number | "all" = "all") {
  const one = await debug(text, cores, { paused: true, record: true });
  try {
    const told: string[] = [];
    let before: Pick<Step, "before" | "chosenBefore"> = { before: [], chosenBefore: null };
    let seen = 0;
    for (let k = 0; k <= steps; k++) {
      const paused = await one.settle();
      if (paused.kind !== "paused") break;
      const after = one.run.cores();
      const now = one.run.inspect(chosen);
      const lines = one.events.slice(seen).filter((event) => event.kind === "line");
      seen = one.events.length;
      told.push(stepWords({ paused, ...before, after, chosen: now, lines, lineCount: lines.length, frequency: 600e6 }));
      before = { before: after, chosenBefore: now };
      one.run.step(target, "over");
    }
    return told.slice(1);
  } finally {
    one.dispose();
  }
}

test("a message is told with its value, and how long the other core has waited for it", async () => {
  const text =
    "from parallel import *\nif coreid() == 0:\n    a = 1\n    b = 2\n    send(3, 1)\n    c = 1\nelse:\n    x = recv(0)\n    c = 1\n";
  const told = await story(text, 2, 8);
  expect(told).toContainEqual(expect.stringMatching(/^Core 0 sent 3 to core 1, which had waited [\d.]+ µs\.$/));
  expect(told.filter((words) => words.includes("3 to core 1"))).toHaveLength(1);
});

test("a message for which the run was paused is told, though nothing was known before", () => {
  const exchange = { from: 0, to: 1, waited: 0 };
  const exchanges = [
    { ...exchange, kind: "sent", value: "3" },
    { ...exchange, kind: "sent", value: "4" },
  ] as const;
  const paused = { kind: "paused", core: 1, breakpoint: 1, problem: null, canGoBack: true, exchanges } as const;
  const rest = { before: [], after: [], lines: [], lineCount: 0, chosen: null, chosenBefore: null, frequency: 600e6 };
  expect(stepWords({ ...rest, paused: { ...paused, why: "message" } })).toBe("Core 0 sent 4 to core 1.");
  expect(stepWords({ ...rest, paused: { ...paused, why: "breakpoint" } })).toBe("");
});

test("of several messages that of the chosen core is told, and the others are counted", async () => {
  const text =
    "from parallel import *\nme = coreid()\nif me % 2 == 0:\n    send(me * 10, me + 1)\nelse:\n    x = recv(me - 1)\nx = 1\n";
  expect(await story(text, 6, 5, 4)).toContainEqual(
    expect.stringMatching(/^Core 4 sent 40 to core 5.*; 2 more messages followed\.$/),
  );
});

test("what the chosen core does by itself: values, lines, output, and what it waits for", async () => {
  const text =
    "from parallel import *\nx = coreid()\nif x == 9:\n    pass\nprint x\nx += 5\nif x == 6: recv(0)\nx = 0\n";
  expect(await story(text, 2, 5, 1, 1)).toEqual([
    "Core 1 set x to 1.",
    "Core 1 went from line 3 to line 5.",
    "Core 1 printed: 1.",
    "Core 1 set x to 6.",
    "Core 0 printed: 0.",
  ]);
});
