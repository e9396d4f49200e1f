import { expect, test } from "vitest";
import type { CompileResult } from "../compiler/compile.ts";
import { type CheckThread, createChecker, MOST_HERE } from "./checker.ts";
import { setUp } from "./testing/set-up.ts";

const nothing: CompileResult = { diagnostics: [] };
const long = (characters = MOST_HERE + 1) => [{ name: "a.py", text: "#".repeat(characters) }];
const short = [{ name: "a.py", text: "x = 1\n" }];

/// Threads that answer when the test says so, and a clock that goes on when it does.
function set() {
  const threads: {
    files: number;
    ended: boolean;
    answer: (result: CompileResult) => void;
    fail: (error: Error) => void;
  }[] = [];
  let here = 0;
  let late: () => void = () => {};
  const startThread = (): CheckThread => {
    const thread = { files: 0, ended: false, answer: (_: CompileResult) => {}, fail: (_: Error) => {} };
    threads.push(thread);
    return {
      check: () =>
        new Promise((resolve, reject) => {
          thread.files++;
          thread.answer = resolve;
          thread.fail = reject;
        }),
      end: () => {
        thread.ended = true;
      },
    };
  };
  const checker = createChecker({
    compile: () => {
      here++;
      return nothing;
    },
    startThread,
    frames: {
      next: () => () => {},
      after: (_, callback) => {
        late = callback;
        return () => {
          late = () => {};
        };
      },
      now: () => 0,
    },
  });
  const check = (files: ReturnType<typeof long>, why: "typing" | "run" = "typing") =>
    checker.check(files[0] as (typeof files)[0], files, why);
  return { checker, check, threads, here: () => here, late: () => late() };
}

test("a short program is checked at once, in the page", () => {
  const { check, threads, here } = set();
  expect(check(short)).toEqual(nothing);
  expect(here()).toBe(1);
  expect(threads).toEqual([]);
});

test("a long one is checked in a thread, which then serves the next", async () => {
  const { check, threads, here } = set();
  for (const count of [1, 2]) {
    const checked = check(long());
    threads[0]?.answer(nothing);
    expect(await checked).toEqual(nothing);
    expect(threads).toMatchObject([{ files: count, ended: false }]);
  }
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
  const { checker, check, threads, late } = set();
  const slow = check(long(), "run");
  late();
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
  threads[0]?.answer(nothing);
  expect(await run).toEqual(nothing);
});

test("a thread that fails says why", async () => {
  const { check, threads } = set();
  const checked = check(long());
  threads[0]?.fail(new Error("no memory"));
  await expect(checked).rejects.toThrow("no memory");
  expect(threads).toMatchObject([{ ended: true }]);
});

test("the page says that a long program is being checked, and Stop ends a run that is not yet compiled", async () => {
  let answer: (result: CompileResult) => void = () => {};
  const startCheckThread = (): CheckThread => ({
    check: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
    end: () => {},
  });
  const { app, pass, runs } = setUp(true, undefined, { startCheckThread });
  app.projects.edit("#".repeat(MOST_HERE + 1));
  pass(1000);
  expect(app.problems.store.getState().unchecked).toBe("checking");
  answer({ diagnostics: [], image: new Uint8Array(1) });
  await Promise.resolve();
  await Promise.resolve();
  expect(app.problems.store.getState().unchecked).toBeNull();

  const started = app.session.start();
  expect(app.run.getState().status).toBe("compiling");
  app.session.stop();
  await started;
  expect(runs).toHaveLength(0);
  expect(app.run.getState()).toMatchObject({ status: "idle", outcome: "stopped" });
});
