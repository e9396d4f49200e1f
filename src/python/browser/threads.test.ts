import { expect, test } from "vitest";
import type { PythonThread } from "../python-run.ts";
import type { Prepared } from "./python-worker.ts";
import { PythonThreads } from "./threads.ts";

interface FakeThread extends PythonThread {
  readonly from: Prepared | undefined;
  prepare(what: Prepared): void;
  over: boolean;
}

function page() {
  const started: FakeThread[] = [];
  const idle: (() => void)[] = [];
  let later: { readonly milliseconds: number; readonly work: () => void }[] = [];
  const state = { busy: false };
  const threads = new PythonThreads({
    start(from, prepare) {
      const thread: FakeThread = {
        from,
        prepare,
        over: false,
        post() {},
        listen() {},
        terminate() {
          thread.over = true;
        },
      };
      started.push(thread);
      return thread;
    },
    whenIdle: (work) => void idle.push(work),
    after(milliseconds, work) {
      const one = { milliseconds, work };
      later.push(one);
      return () => {
        later = later.filter((other) => other !== one);
      };
    },
    isBusy: () => state.busy,
  });
  return {
    threads,
    started,
    state,
    settle: () => idle.splice(0).forEach((work) => void work()),
    /// Lets so much time pass that everything which waits is due.
    wait() {
      const due = later;
      later = [];
      for (const { work } of due) work();
    },
  };
}

test("the next thread begins when the page is idle and nothing runs, once", () => {
  const { threads, started, state, settle, wait } = page();
  const first = threads.take();
  threads.makeReady();
  threads.makeReady();
  expect(started).toEqual([first]);
  state.busy = true;
  settle();
  wait();
  expect(started).toHaveLength(1);
  state.busy = false;
  wait();
  expect(started).toHaveLength(2);
  expect(threads.take()).toBe(started[1]);
});

test("later threads begin with what the first has prepared", () => {
  const { threads, started, settle } = page();
  threads.take();
  const prepared = {} as Prepared;
  started[0]?.prepare(prepared);
  threads.makeReady();
  settle();
  expect(started.map(({ from }) => from)).toEqual([undefined, prepared]);
});

test("a thread that is not wanted for long is let go, and one that is in use is not", () => {
  const { threads, started, settle, wait } = page();
  threads.take();
  threads.makeReady();
  settle();
  wait();
  expect(started.map(({ over }) => over)).toEqual([false, true]);
  threads.makeReady();
  settle();
  expect(threads.take()).toBe(started[2]);
  wait();
  expect(started[2]?.over).toBe(false);
});
