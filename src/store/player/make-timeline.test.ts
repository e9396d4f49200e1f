import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { memoryStorage } from "../storage/storage.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { setUp } from "../testing/set-up.ts";

const ring = `from parallel import *
if coreid() == 0:
    send(14, 1)
else:
    value = recv(0)
    print value
`;

const many = `from parallel import *
for i in range(3000):
    sync()
`;

/// An app in which a program has been run to its end, and has not been recorded.
async function over(text: string, outcome: "ended" | "stopped" = "ended") {
  // Work takes time here, so that it is done in slices.
  const { frames, pass } = handFrames(1);
  const set = setUp(true, memoryStorage(), { compile, frames });
  const { app, runs } = set;
  app.settings.set({ cores: 2 });
  app.projects.edit(text);
  await app.runControl.start();
  const [run] = runs;
  if (run === undefined) throw new Error("it did not start");
  if (outcome === "stopped") run.cycles = 40_000;
  run.finish(outcome);
  pass();
  pass();
  const { timeline, timelineMaker } = app;
  const settled = () => {
    for (let k = 0; k < 10_000 && timelineMaker.store.getState().phase === "making"; k++) pass();
  };
  return { ...set, pass, run, timeline, timelineMaker, settled };
}

test("a run that was not recorded is made again for the timeline, silently", async () => {
  const { app, runs, timeline, timelineMaker, settled, pass } = await over(ring);
  expect(timeline.store.getState()).toMatchObject({ recorded: false, picture: { rows: [] } });
  timeline.watch();
  timelineMaker.make();
  settled();
  pass();
  const { recorded, origin, picture } = timeline.store.getState();
  expect({ recorded, origin }).toEqual({ recorded: true, origin: "again" });
  expect(picture.rows.map(({ intervals }) => intervals.map(({ kind }) => kind))).toEqual([["send"], ["recv", "print"]]);
  expect(picture.summary).toMatchObject({ messages: 1, bytes: 4 });
  expect(timelineMaker.store.getState().phase).toBe("none");
  // Nothing was run for it, and nothing printed.
  expect(runs).toHaveLength(1);
  expect(app.output.count()).toBe(0);
  const { traceEvents } = JSON.parse((await (await timeline.export(600e6))?.text()) ?? "");
  expect(traceEvents.filter(({ cat }: { cat: string }) => cat === "call")).toHaveLength(3);
});

test("where the run looks whether messages have come, the timeline says that it may have gone differently", async () => {
  const { timeline, timelineMaker, settled } = await over(`from parallel import *\nprint probe(1 - coreid())\n`);
  timelineMaker.make();
  settled();
  expect(timeline.store.getState().origin).toBe("turns");
});

test("a run that was stopped is made as far as it had come", async () => {
  const { timeline, timelineMaker, settled, pass } = await over(
    `from parallel import *\nwhile True:\n    sync()\n`,
    "stopped",
  );
  timeline.watch();
  timelineMaker.make();
  settled();
  pass();
  const { picture } = timeline.store.getState();
  expect(picture.end).toBeGreaterThan(30_000);
  expect(picture.end).toBeLessThan(200_000);
});

test("its progress is told; cancelled, it is not made until somebody asks again", async () => {
  const { timeline, timelineMaker, settled } = await over(many);
  const told: number[] = [];
  timelineMaker.store.subscribe(({ made }) => told.push(made));
  timelineMaker.make();
  expect(timelineMaker.store.getState().phase).toBe("making");
  timelineMaker.cancel();
  expect(timelineMaker.store.getState().phase).toBe("cancelled");
  expect(timeline.store.getState().recorded).toBe(false);
  timelineMaker.make();
  settled();
  expect(timeline.store.getState().recorded).toBe(true);
  expect(Math.max(...told)).toBeGreaterThan(0);
});

test("another run, or the player that has made it, ends the making", async () => {
  const { app, timeline, timelineMaker } = await over(many);
  timelineMaker.make();
  await app.runControl.start();
  expect(timelineMaker.store.getState().phase).toBe("none");
  expect(timeline.store.getState().picture.rows).toEqual([]);
});

test("a run that belongs to another choice of cores is not made", async () => {
  const { app, timelineMaker } = await over(ring);
  app.settings.set({ cores: 4 });
  timelineMaker.make();
  expect(timelineMaker.store.getState().phase).toBe("impossible");
});
