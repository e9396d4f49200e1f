import { expect, test } from "vitest";
import type { CompileResult } from "../../compiler/compile.ts";
import { BackgroundError, createBackground } from "../background/background.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { handThreads } from "../testing/hand-threads.ts";
import { setUp } from "../testing/set-up.ts";
import { createChecker, MOST_HERE } from "./checker.ts";

const nothing: CompileResult = { diagnostics: [] };
const long = (characters = MOST_HERE + 1) => [{ name: "a.py", text: "#".repeat(characters) }];
const short = [{ name: "a.py", text: "x = 1\n" }];

function set() {
  let here = 0;
  const { frames, pass } = handFrames();
  const { threads, startThread } = handThreads();
  const checker = createChecker({
    compile: () => {
      here++;
      return nothing;
    },
    background: createBackground({ startThread, frames }),
  });
  const check = (files: ReturnType<typeof long>, why: "typing" | "run" = "typing") =>
    checker.check(files[0] as (typeof files)[0], files, why);
  return { checker, check, threads, here: () => here, pass };
}

test("a short program is checked at once, in the page", () => {
  const { check, threads, here } = set();
  expect(check(short)).toEqual(nothing);
  expect(here()).toBe(1);
  expect(threads).toEqual([]);
});

test("a long one is checked in the background", async () => {
  const { check, threads, here } = set();
  const checked = check([{ name: "a.py", text: `${"#\n".repeat(MOST_HERE)}x = (` }]);
  threads[0]?.work();
  expect(await checked).toMatchObject({ diagnostics: [{ severity: "error", file: "a.py" }] });
  expect(here()).toBe(0);
});

test("only the newest text counts: the thread that checks an older one is ended", async () => {
  const { check, threads } = set();
  const first = check(long());
  const second = check(long());
  expect(await first).toBe("cancelled");
  expect(threads).toMatchObject([{ ended: true }, { ended: false }]);
  expect(check(short)).toEqual(nothing);
  expect(await second).toBe("cancelled");
});

test("what takes too long is left, and so is what is cancelled", async () => {
  const { checker, check, threads, pass } = set();
  const slow = check(long(), "run");
  pass(120_000);
  expect(await slow).toBe("slow");
  const stopped = check(long(), "run");
  checker.cancel();
  expect(await stopped).toBe("cancelled");
  expect(threads).toMatchObject([{ ended: true }, { ended: true }]);
});

test("what is far too long is checked when it is run, not while it is typed", async () => {
  const { check, threads } = set();
  expect(await check(long(3_000_000))).toBe("long");
  expect(threads).toEqual([]);
  const run = check(long(3_000_000), "run");
  threads[0]?.answer({ result: nothing });
  expect(await run).toEqual(nothing);
});

const soon = () => new Promise<void>((resolve) => void setImmediate(resolve));

/// An app whose long programs wait for the test.
function page() {
  const { threads, startThread } = handThreads();
  const background = createBackground({ startThread, frames: handFrames().frames });
  return { threads, ...setUp(true, undefined, { background }) };
}

test("the page says that a long program is being checked, and Stop ends a run that is not yet compiled", async () => {
  const { app, pass, runs, threads } = page();
  app.projects.edit("#".repeat(MOST_HERE + 1));
  pass(1000);
  expect(app.problems.store.getState().unchecked).toBe("checking");
  threads.at(-1)?.answer({ result: { diagnostics: [], image: new Uint8Array(1) } });
  await soon();
  expect(app.problems.store.getState().unchecked).toBeNull();

  const started = app.runControl.start();
  expect(app.run.getState().status).toBe("compiling");
  app.runControl.stop();
  await started;
  expect(runs).toHaveLength(0);
  expect(app.run.getState()).toMatchObject({ status: "idle", outcome: "stopped" });
});

test("a check whose thread fails says so, and the next change is checked again", async () => {
  const { app, pass, threads } = page();
  app.projects.edit("#".repeat(MOST_HERE + 1));
  pass(1000);
  threads.at(-1)?.fail(new BackgroundError("ended", "out of memory"));
  await soon();
  expect(app.problems.store.getState()).toMatchObject({
    unchecked: "failed",
    failure: expect.stringContaining("Checking the program failed: the browser ended the thread"),
  });
  app.projects.edit("#".repeat(MOST_HERE + 2));
  pass(1000);
  threads.at(-1)?.work();
  await soon();
  expect(app.problems.store.getState()).toMatchObject({ unchecked: null, compiled: [] });
});

test("a long program of the cores beside full Python is compiled in the background, and Stop ends that", async () => {
  const { threads, startThread } = handThreads();
  const background = createBackground({ startThread, frames: handFrames().frames });
  let pythonRuns = 0;
  const runPython = () => {
    pythonRuns++;
    throw new Error("no Python in this test");
  };
  const { app } = setUp(true, undefined, { background, runPython });
  const host = { name: "host.py", text: "# device: cores.py\n" };
  const cores = { name: "cores.py", text: `${"#\n".repeat(MOST_HERE)}x = 1\n` };
  app.projects.openShared({ name: "both", files: [host, cores], open: "host.py" });
  const stopped = app.runControl.start();
  expect(app.run.getState().status).toBe("compiling");
  app.runControl.stop();
  await stopped;
  expect(app.run.getState()).toMatchObject({ status: "idle", outcome: "stopped" });
  expect(threads).toMatchObject([{ asked: ["check"], ended: true }]);
  const started = app.runControl.start();
  threads[1]?.work();
  await started;
  expect(pythonRuns).toBe(1);
});
