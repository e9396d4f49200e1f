import { expect, test } from "vitest";
import { type FakeRun, setUp } from "../testing/set-up.ts";
import { countsUpTo } from "./scaling.ts";

/// Lets promises that are due settle.
async function settle(): Promise<void> {
  for (let k = 0; k < 10; k++) await Promise.resolve();
}

async function finish(run: FakeRun | undefined, pass: (milliseconds: number) => void): Promise<void> {
  run?.finish("ended");
  pass(100);
  await settle();
}

test("the numbers of cores double up to the chosen one", () => {
  expect(countsUpTo(1)).toEqual([1]);
  expect(countsUpTo(16)).toEqual([1, 2, 4, 8, 16]);
  expect(countsUpTo(12)).toEqual([1, 2, 4, 8, 12]);
});

test("the program is run on each number of cores, one run after the other", async () => {
  const { app, runs, pass } = setUp();
  app.settings.set({ cores: 4 });
  const measured = app.scaling.measure();
  for (const cores of [1, 2, 4]) {
    await settle();
    expect(runs.at(-1)?.settings.deviceCores).toHaveLength(cores);
    await finish(runs.at(-1), pass);
  }
  await measured;
  const { points, measuring } = app.scaling.store.getState();
  expect(measuring).toBe(false);
  expect(points.map(({ cores, state }) => [cores, state])).toEqual([
    [1, "done"],
    [2, "done"],
    [4, "done"],
  ]);
});

test("a number of cores on which the program fails says why, and the others are measured", async () => {
  const { app, runs, pass } = setUp();
  app.settings.set({ cores: 2 });
  const measured = app.scaling.measure();
  await settle();
  runs[0]?.events.push({
    kind: "fault",
    core: 0,
    coreKind: "device",
    cycles: 5,
    code: "no-such-core",
    message: "There is no core 1",
    calls: [],
  });
  runs[0]?.finish("failed");
  pass(100);
  await settle();
  await finish(runs[1], pass);
  await measured;
  const { points } = app.scaling.store.getState();
  expect(points.map(({ state, reason }) => [state, reason])).toEqual([
    ["failed", "core 0: There is no core 1"],
    ["done", ""],
  ]);
});

test("a program that asks for input cannot be measured, and does not wait for ever", async () => {
  const { app, runs, pass } = setUp();
  app.settings.set({ cores: 1 });
  const measured = app.scaling.measure();
  await settle();
  runs[0]?.events.push({ kind: "input", core: 0, coreKind: "device", prompt: "" });
  pass(100);
  pass(100);
  await measured;
  expect(app.scaling.store.getState().points[0]).toMatchObject({
    state: "failed",
    reason: "the program asks for input",
  });
});

test("cancelling ends the run under way and starts no other", async () => {
  const { app, runs, pass } = setUp();
  const measured = app.scaling.measure();
  await settle();
  app.scaling.cancel();
  pass(100);
  await measured;
  expect(runs).toHaveLength(1);
  expect(app.scaling.store.getState().points.every(({ reason }) => reason === "cancelled")).toBe(true);
});

test("Run goes before a measurement", async () => {
  const { app, runs, pass } = setUp();
  const measured = app.scaling.measure();
  await settle();
  const started = app.runControl.start();
  pass(100);
  await Promise.all([measured, started]);
  expect(app.scaling.store.getState().measuring).toBe(false);
  expect(runs).toHaveLength(2);
  expect(app.run.getState().status).toBe("running");
});

test("a program with errors is not measured", async () => {
  const { app, runs } = setUp(false);
  await app.scaling.measure();
  expect(runs).toHaveLength(0);
  expect(app.scaling.store.getState().trouble).toMatch(/has errors/);
});
