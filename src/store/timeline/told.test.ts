import { describe, expect, test } from "vitest";
import { atOnce } from "../../base/sliced-work.ts";
import { compile } from "../../compiler/compile.ts";
import { Rerun } from "../../runtime/rerun.ts";
import { makePicture, type Picture } from "./picture.ts";
import { type StuckCall, targetWords } from "./told.ts";

/// The picture of a program that has run on some cores.
function pictureOf(text: string, cores = 2): Picture {
  const { image } = compile({ name: "hello.py", text });
  if (image === undefined) throw new Error("the program has errors");
  const deviceCores = Array.from({ length: cores }, (_, id) => id);
  const rerun = new Rerun(image, { deviceCores, hostCores: 0, seed: 1 }, []);
  atOnce(rerun.make({ onlyNewest: 1000 }));
  return atOnce(makePicture(rerun.trace, new Map()));
}

/// What is said of a core's first call of a kind.
function wordsOf(picture: Picture, core: number, kind: string): string {
  const interval = picture.rows[core]?.intervals.find((one) => one.kind === kind);
  if (interval === undefined) throw new Error(`core ${core} has called no ${kind}`);
  const { title, lines } = targetWords(picture, { kind: "call", interval }, () => "T");
  return [title, ...lines].join(" | ");
}

const late = `from parallel import *
if coreid() == 0:
    for k in range(500):
        pass
    send(14, 1)
else:
    value = recv(0)
`;

describe("of a call is told what it is, how long it took, and why it waited", () => {
  test("for a sender that computes", () => {
    expect(wordsOf(pictureOf(late), 1, "recv")).toBe(
      "core 1: recv from core 0, line 7 | T, from T to T | It waited T for core 0, which sent at T. When the wait began, core 0 was computing.",
    );
  });

  test("for a receiver that is in another call", () => {
    const picture = pictureOf(
      `from parallel import *
if coreid() == 0:
    send(14, 1)
elif coreid() == 1:
    print recv(2)
    value = recv(0)
else:
    for k in range(500):
        pass
    send(3, 1)
`,
      3,
    );
    expect(wordsOf(picture, 0, "send")).toMatch(
      /^core 0: send to core 1, line 3 .* It waited T for core 1, which was ready to receive at T\. When the wait began, core 1 was (computing|in recv, line 5)\.$/,
    );
  });

  test("for the last to come to what waits for all", () => {
    const all = (call: string) => `from parallel import *
if coreid() == 2:
    for k in range(500):
        pass
${call}
`;
    expect(wordsOf(pictureOf(all("sync()"), 3), 0, "sync")).toContain(
      "for core 2, which came last, at T. When the wait began, core 2 was computing.",
    );
    expect(wordsOf(pictureOf(all("x = reduce(1, 'sum')"), 3), 1, "reduce")).toMatch(/for core 2, which came last/);
  });

  test("that it did not wait", () => {
    expect(wordsOf(pictureOf(`print 1\n`, 1), 0, "print")).toBe(
      "core 0: print, line 1 | T, from T to T | It did not wait.",
    );
  });
});

test("of many calls together their number is told, and which part of the time they take", () => {
  const picture = pictureOf(late);
  const target = { kind: "many", core: 1, count: 1200, from: 0, to: 100, waiting: 0.5, working: 0.25 } as const;
  expect(targetWords(picture, target, String)).toEqual({
    title: "core 1: 1,200 calls in 100",
    lines: ["Waiting 50 % of this time, in calls without waiting 25 %.", "Zoom in to see them one by one."],
  });
});

test("of a call that never ends is told since when, and why", () => {
  const wait: StuckCall = {
    kind: "device",
    core: 1,
    call: "recv",
    place: { file: "hello.py", from: 0, to: 1, line: 7 },
    on: [0],
    over: [],
    whom: "from core 0",
    why: "core 0 ended without sending to core 1",
  };
  expect(targetWords(pictureOf(late), { kind: "stuck", wait, since: 40 }, String)).toEqual({
    title: "core 1: recv from core 0, line 7",
    lines: ["Waits for ever, since 40.", "Core 0 ended without sending to core 1."],
  });
});

test("between calls a core computes: told with the lines before and after", () => {
  const picture = pictureOf(late);
  const [send] = picture.rows[0]?.intervals ?? [];
  const target = { kind: "computing", core: 0, from: 0, to: 90, before: undefined, after: send } as const;
  expect(targetWords(picture, target, String)).toEqual({
    title: "core 0: computing",
    lines: ["90, from 0 to 90", "Before line 5."],
  });
});
