import { expect, test } from "vitest";
import type { Frames } from "./frames.ts";
import { pump } from "./pump.ts";
import { FakeRun } from "./testing/set-up.ts";

/// Time that passes when the test says so; each look at the clock takes ten milliseconds of it.
function slowFrames() {
  let waiting: { at: number; callback: () => void }[] = [];
  let now = 0;
  const wait = (milliseconds: number, callback: () => void) => {
    const entry = { at: now + milliseconds, callback };
    waiting.push(entry);
    return () => {
      waiting = waiting.filter((other) => other !== entry);
    };
  };
  const next = () => waiting.find(({ at }) => at <= now);
  const pass = (milliseconds: number) => {
    now += milliseconds;
    for (let due = next(); due !== undefined; due = next()) {
      waiting = waiting.filter((other) => other !== due);
      due.callback();
    }
  };
  const frames: Frames = { next: (callback) => wait(16, callback), after: wait, now: () => (now += 10) };
  return { frames, pass };
}

test.each([
  ["news can wait until the page has rested", "news", 0],
  ["what is urgent is looked at in the next frame", "urgent", 1],
  ["so is the end", "end", 1],
] as const)("%s", (_, activity, looks) => {
  const { frames, pass } = slowFrames();
  const run = new FakeRun({ deviceCores: [0], hostCores: 0, seed: 0 });
  let seen = 0;
  pump(
    run,
    frames,
    () => seen++,
    (error) => {
      throw error;
    },
  );
  run.print(0, "one");
  pass(16);
  // The picture is drawn: from now on the page rests.
  pass(0);
  expect(seen).toBe(1);
  run.print(0, "two");
  run.wake(activity);
  pass(16);
  expect(seen - 1).toBe(looks);
});
