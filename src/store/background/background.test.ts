import { expect, test } from "vitest";
import { handFrames } from "../testing/hand-frames.ts";
import { handThreads } from "../testing/hand-threads.ts";
import { BackgroundError, createBackground } from "./background.ts";

const options = { what: "Opening a.zip", mostMilliseconds: 30_000 };
const files = [{ name: "a.py", bytes: new TextEncoder().encode("x = 1\n") }];
const project = { kind: "project", project: { files: [{ name: "a.py", text: "x = 1\n" }] } };

function set() {
  const hand = handFrames();
  const { threads, startThread } = handThreads();
  return { ...hand, threads, background: createBackground({ startThread, frames: hand.frames }) };
}

test("a thread does a job, and then the next; two at once take two threads, of which one is kept", async () => {
  const { background, threads, waiting } = set();
  const first = background.do("files", files, options);
  const second = background.do("files", files, options);
  for (const thread of threads) thread.work();
  expect(await first).toMatchObject(project);
  expect(await second).toMatchObject(project);
  expect(threads.map(({ ended }) => ended)).toEqual([false, true]);
  const third = background.do("files", files, options);
  threads[0]?.work();
  expect(await third).toMatchObject(project);
  expect(threads).toHaveLength(2);
  expect(waiting()).toBe(0);
});

test("what a job says is wrong is told in its words, and its thread serves on", async () => {
  const { background, threads } = set();
  const job = background.do("pack", { name: "a.zip", zip: new Uint8Array(3) }, options);
  threads[0]?.work();
  await expect(job).rejects.toThrow("The lesson pack a.zip cannot be opened: it is no .zip, or it is damaged");
  expect(threads).toMatchObject([{ ended: false }]);
});

test("a job that is cancelled, or takes too long, takes its thread with it", async () => {
  const { background, threads, pass } = set();
  const abort = new AbortController();
  const cancelled = background.do("files", files, { ...options, signal: abort.signal });
  abort.abort(new Error("not wanted"));
  await expect(cancelled).rejects.toThrow("not wanted");
  const slow = background.do("files", files, options);
  pass(30_000);
  await expect(slow).rejects.toEqual(
    new BackgroundError("slow", "Opening a.zip took longer than 30 seconds and was stopped."),
  );
  expect(threads).toMatchObject([{ ended: true }, { ended: true }]);
  await expect(background.do("files", files, { ...options, signal: abort.signal })).rejects.toThrow("not wanted");
  expect(threads).toHaveLength(2);
});

test("a thread that ends by itself is reported, with what it was doing, and the next job gets another", async () => {
  const { background, threads } = set();
  const job = background.do("files", files, options);
  threads[0]?.fail(new BackgroundError("ended", "out of memory"));
  await expect(job).rejects.toThrow("Opening a.zip failed: the browser ended the thread that did it (out of memory).");
  const next = background.do("files", files, options);
  threads[1]?.work();
  expect(await next).toMatchObject(project);
});

test("where there are no threads, or their script cannot be loaded, the page does all", async () => {
  const { frames } = handFrames();
  const none = createBackground({ frames });
  expect(none.hasThreads).toBe(false);
  expect(await none.do("files", files, options)).toMatchObject(project);
  const refused = createBackground({
    frames,
    startThread() {
      throw new Error("a sandbox has no threads");
    },
  });
  expect(await refused.do("files", files, options)).toMatchObject(project);
  expect(refused.hasThreads).toBe(false);
  const { background, threads } = set();
  const job = background.do("files", files, options);
  threads[0]?.fail(new BackgroundError("none", "no script"));
  expect(await job).toMatchObject(project);
  expect(background.hasThreads).toBe(false);
});
