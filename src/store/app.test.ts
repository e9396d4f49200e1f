import { expect, test } from "vitest";
import { setUp } from "./testing/set-up.ts";

test("a run prints, is seen on the chip and ends", async () => {
  const { app, runs, pass, waiting } = setUp();
  app.settings.set({ cores: 3 });
  await app.runControl.start();
  const run = runs[0];
  expect(run?.settings.deviceCores).toEqual([0, 1, 2]);
  expect(app.run.getState()).toMatchObject({ status: "running", threads: 2, cores: 3 });
  run?.print(2, "hello");
  pass();
  expect(app.output.log.at(0)).toMatchObject({ core: 2, text: "hello" });
  expect(app.chip.store.getState().lastLines.get(2)).toBe("hello");
  run?.finish("ended");
  pass();
  expect(app.run.getState()).toMatchObject({ status: "idle", outcome: "ended" });
  pass();
  expect(waiting()).toBe(0);
});

test("what starts by itself is for the cores only: full Python waits for the reader", async () => {
  const { app, runs } = setUp();
  app.projects.edit("# host\nprint('mine')\n");
  await app.runControl.autoStart();
  expect(app.run.getState().status).toBe("idle");
  expect(app.output.log.length).toBe(0);
  // Here it cannot run; what counts is that it is tried.
  await app.runControl.start();
  expect(app.output.log.length).toBe(1);
  app.projects.edit("print 1\n");
  await app.runControl.autoStart();
  expect(runs).toHaveLength(1);
  await app.runControl.autoStart();
  expect(runs).toHaveLength(1);
});

test("a program with errors does not run and its problems are shown", async () => {
  const { app, runs } = setUp(false);
  await app.runControl.start();
  expect(runs).toHaveLength(0);
  expect(app.run.getState().status).toBe("idle");
  expect(app.view.getState().bottom).toBe("problems");
  expect(app.problems.store.getState().compiled[0]).toMatchObject({
    line: 2,
    column: 1,
    explanation: "All about missing-colon",
  });
});

test("Stop ends a run, also one that is only being started", async () => {
  const { app, pass } = setUp();
  const started = app.runControl.start();
  app.runControl.stop();
  await started;
  expect(app.run.getState().status).toBe("stopping");
  pass();
  expect(app.run.getState()).toMatchObject({ status: "idle", outcome: "stopped" });
});

test("a core that asks gets the answer, and the answer stands in the output", async () => {
  const { app, runs, pass } = setUp();
  await app.runControl.start();
  runs[0]?.events.push({ kind: "input", core: 4, coreKind: "device", prompt: "n? " });
  pass();
  const request = app.output.store.getState().requests[0];
  expect(request).toMatchObject({ core: 4, prompt: "n? " });
  if (request !== undefined) app.runControl.answer(request, "12");
  expect(runs[0]?.answers).toEqual(["4: 12"]);
  expect(app.output.store.getState().requests).toEqual([]);
  expect(app.output.text()).toBe("[core 4] n? 12\n");
});

test("while all cores wait it looks seldom, and wakes at once when there is something", async () => {
  const { app, runs, pass } = setUp();
  await app.runControl.start();
  for (let frame = 0; frame < 40; frame++) pass();
  const run = runs[0];
  run?.print(0, "at last");
  run?.wake("news");
  pass();
  expect(app.output.log.length).toBe(1);
});

test("cores that fail alike are one problem, which goes when the program is changed", async () => {
  const { app, runs, pass } = setUp();
  await app.runControl.start();
  const place = { file: "hello.py", from: 0, to: 4, line: 1 };
  for (const core of [0, 1]) {
    runs[0]?.events.push({
      kind: "fault",
      core,
      coreKind: "device",
      cycles: 1,
      code: "division-by-zero",
      message: "Division by zero",
      calls: [{ name: "f", place }],
    });
  }
  pass();
  expect(app.problems.store.getState().met).toMatchObject([{ cores: [0, 1], line: 1 }]);
  app.projects.edit("print 1\n");
  expect(app.problems.store.getState().met).toEqual([]);
});

test("a flood of output is shown ten times a second and nothing of it is lost", async () => {
  const { app, runs, pass } = setUp();
  await app.runControl.start();
  let shown = 0;
  app.output.store.subscribe(() => shown++);
  for (let frame = 0; frame < 60; frame++) {
    for (let line = 0; line < 500; line++) runs[0]?.print(0, "x");
    pass();
  }
  expect(shown).toBeLessThan(15);
  expect(app.output.log.end).toBe(30_000);
});

test("settings outlive the page and stay within what a chip has", () => {
  const { app } = setUp();
  app.settings.set({ cores: 40, hostCores: -1, seed: 7.4 });
  expect(app.settings.store.getState()).toMatchObject({ cores: 16, hostCores: 0, seed: 7 });
});
