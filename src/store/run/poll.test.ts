import { expect, test } from "vitest";
import { handFrames } from "../testing/hand-frames.ts";
import { FakeRun } from "../testing/set-up.ts";
import { pollRun } from "./poll.ts";

test.each([
  ["news can wait until the page has rested", "news", 0],
  ["what is urgent is looked at in the next frame", "urgent", 1],
  ["so is the end", "end", 1],
] as const)("%s", (_, activity, looks) => {
  const { frames, pass } = handFrames(10);
  const run = new FakeRun({ deviceCores: [0], hostCores: 0, seed: 0 });
  let seen = 0;
  pollRun(
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
