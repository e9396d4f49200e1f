import { expect, test } from "vitest";
import { setUp } from "../testing/set-up.ts";
import type { SettingsState } from "./settings.ts";

/// An app whose program stands before its first line.
async function atStart(settings: Partial<SettingsState> = {}) {
  const parts = setUp();
  parts.app.settings.set(settings);
  const { app, runs, pass } = parts;
  const debug = app.runControl.debugger;
  debug.step("over");
  await new Promise((resolve) => setTimeout(resolve));
  const run = runs[0];
  if (run === undefined) throw new Error("nothing was started");
  run.standStill("asked");
  pass();
  return { ...parts, debug, run };
}

test("Step with nothing running starts the program before its first line", async () => {
  const { app, run, debug } = await atStart();
  expect(run.settings.paused).toBe(true);
  expect(app.run.getState().status).toBe("paused");
  expect(debug.store.getState().paused?.why).toBe("asked");
});

test("a step moves all cores or the chosen one", async () => {
  const { app, run, debug, pass } = await atStart();
  debug.step("into");
  pass();
  run.standStill("step");
  pass();
  debug.setScope("core");
  app.view.setState({ core: "device 5" });
  debug.step("out");
  pass();
  run.standStill("step");
  pass();
  debug.back();
  expect(run.asked).toEqual(["step all into", "step 5 out", "back 5"]);
});

test("steps asked for while one is on follow it, and end at a breakpoint", async () => {
  const { run, debug, pass } = await atStart();
  for (let count = 0; count < 3; count++) debug.step("over");
  pass();
  expect(run.asked).toEqual(["step all over"]);
  run.standStill("step");
  pass();
  expect(run.asked).toHaveLength(2);
  run.standStill("breakpoint", 3);
  pass();
  expect(run.asked).toHaveLength(2);
});

test("what is asked for during a step or the way back follows it", async () => {
  const { app, run, debug, pass } = await atStart();
  debug.step("over");
  pass();
  debug.back();
  debug.runTo("hello.py", 2);
  pass();
  run.standStill("step");
  pass();
  expect(run.asked).toEqual(["step all over", "back null"]);
  run.events.push({ kind: "resumed" });
  pass();
  run.standStill("back");
  pass();
  expect(run.asked.slice(2)).toEqual(["to hello.py:2 null"]);
  run.standStill("step");
  pass();
  debug.back();
  run.events.push({ kind: "resumed" });
  pass();
  // Go on, and then a step: that would come too late.
  await app.runControl.start();
  debug.step("over");
  run.standStill("back");
  pass();
  expect(run.asked.slice(3)).toEqual(["back null", "resume"]);
});

test("going on before the page has heard that the program stands at its start follows that", async () => {
  const { app, runs, pass } = setUp();
  app.runControl.debugger.step("over");
  await app.runControl.start();
  await new Promise((resolve) => setTimeout(resolve));
  runs[0]?.standStill("asked");
  pass();
  expect(runs[0]?.asked).toEqual(["resume"]);
  expect(runs).toHaveLength(1);
});

test("on the way back nobody looks at the cores, which are anywhere", async () => {
  const { app, run, debug, pass } = await atStart();
  app.inspector.watch();
  const looks = () => app.inspector.store.getState().looks;
  const shown = () => app.chip.store.getState().cores.map(({ state }) => state);
  const before = looks();
  const stood = shown();
  debug.back();
  run.events.push({ kind: "resumed" });
  run.state = "sending";
  pass(1000);
  expect(looks()).toBe(before);
  expect(shown()).toEqual(stood);
  run.standStill("back");
  pass();
  expect(looks()).toBe(before + 1);
  expect(shown()).not.toEqual(stood);
});

test("a program with errors that was to be stepped can be stepped once it has none", async () => {
  let sound = false;
  const error = { code: "x", severity: "error" as const, file: "hello.py", message: "No", fixes: [], from: 0, to: 1 };
  const compile = () => (sound ? { image: new Uint8Array(), diagnostics: [] } : { diagnostics: [error] });
  const { app, runs } = setUp(true, undefined, { compile });
  app.runControl.debugger.step("over");
  expect(app.run.getState().status).toBe("idle");
  expect(runs).toHaveLength(0);
  sound = true;
  app.runControl.debugger.step("over");
  await new Promise((resolve) => setTimeout(resolve));
  expect(runs).toHaveLength(1);
});

test("the core that came to a breakpoint is the one that is shown", async () => {
  const { app, run, pass } = await atStart();
  run.standStill("breakpoint", 3);
  pass();
  expect(app.view.getState().core).toBe("device 3");
});

test("it may be a virtual core", async () => {
  const { app, run, pass } = await atStart({ cores: 4, hostCores: 2 });
  run.standStill("breakpoint", 5);
  pass();
  expect(app.view.getState().core).toBe("host 5");
  run.standStill("breakpoint", 3);
  pass();
  expect(app.view.getState().core).toBe("device 3");
});

test("going on leaves the pause, and Stop ends it", async () => {
  const { app, run, debug, pass } = await atStart();
  await app.runControl.start();
  pass();
  expect(run.asked).toEqual(["resume"]);
  expect(app.run.getState().status).toBe("running");
  expect(debug.store.getState().paused).toBeNull();
  app.runControl.stop();
  pass();
  expect(app.run.getState().status).toBe("idle");
});

test("at a pace the run walks by itself from line to line until it is paused", async () => {
  const { app, run, debug, pass } = await atStart();
  debug.setPace(4);
  await app.runControl.start();
  pass();
  expect(run.asked).toEqual(["step all into"]);
  run.standStill("step");
  pass();
  pass(260);
  expect(run.asked).toEqual(["step all into", "step all into"]);
  debug.pause();
  run.standStill("asked");
  pass();
  pass(1000);
  expect(run.asked).toEqual(["step all into", "step all into", "pause"]);
});

test("full speed chosen during one of its steps lets it run when that is done", async () => {
  const { app, run, debug, pass } = await atStart();
  debug.setPace(1);
  await app.runControl.start();
  pass();
  debug.setPace(null);
  pass();
  run.standStill("step");
  pass();
  expect(run.asked).toEqual(["step all into", "resume"]);
});

test("a pace chosen while it runs makes it walk, also after it has been paused before", async () => {
  const { app, run, debug, pass } = await atStart();
  await app.runControl.start();
  pass();
  debug.setPace(4);
  run.standStill("asked");
  pass();
  pass(260);
  expect(run.asked).toEqual(["resume", "pause", "step all into"]);
});

test("a run that has gone back takes back what was said since", async () => {
  const { app, run, pass } = await atStart();
  for (const text of ["one", "two", "three"]) run.print(1, text);
  pass();
  run.events.push({ kind: "rewound", lines: 1, faults: 0, deadlocks: 0, asking: [], clocks: [] });
  run.standStill("back");
  pass();
  expect(app.output.text()).toBe("[core 1] one\n");
  expect(app.chip.store.getState().lastLines.get(1)).toBe("one");
  run.print(1, "two");
  pass();
  expect(app.output.text()).toBe("[core 1] one\n[core 1] two\n");
});

test("faults that a run has gone back before are no problems any more", async () => {
  const { app, run, pass } = await atStart();
  const place = { file: "hello.py", from: 0, to: 4, line: 1 };
  const calls = [{ name: "f", place }];
  run.events.push({ kind: "fault", core: 0, coreKind: "device", cycles: 1, code: "a", message: "A", calls });
  run.events.push({ kind: "fault", core: 1, coreKind: "device", cycles: 2, code: "b", message: "B", calls });
  pass();
  expect(app.problems.store.getState().met).toHaveLength(2);
  run.events.push({ kind: "rewound", lines: 0, faults: 1, deadlocks: 0, asking: [], clocks: [] });
  run.standStill("back");
  pass();
  expect(app.problems.store.getState().met.map(({ message }) => message)).toEqual(["A"]);
});

test("breakpoints belong to their project and follow their lines", async () => {
  const { app, run } = await atStart();
  app.breakpoints.toggle("hello.py", 3);
  const [mark] = app.breakpoints.store.getState().marks;
  app.breakpoints.move("hello.py", new Map([[mark?.id ?? 0, 5]]));
  app.breakpoints.change(mark?.id ?? 0, { condition: "i ==" });
  expect(app.breakpoints.store.getState().marks[0]).toMatchObject({ line: 5, condition: "i ==" });
  // One whose condition is none is left out rather than stopping everywhere.
  expect(app.breakpoints.forRun()).toEqual([]);
  expect(run.asked.at(-1)).toBe("0 breakpoints");
  app.projects.addProject();
  expect(app.breakpoints.store.getState().marks).toEqual([]);
});
