import { describe, expect, it } from "vitest";
import { atOnce } from "../../base/sliced-work.ts";
import type { CoreReport } from "../../runtime/protocol/cores.ts";
import type { TraceBatch } from "../../runtime/protocol/trace.ts";
import { TraceLog } from "../../runtime/trace-log.ts";
import { growth, LINEAR } from "../../testing/harness/growth.ts";
import { chosenCores } from "../run/core-choice.ts";
import { setUp } from "../testing/set-up.ts";
import { batch, call, passing } from "../testing/traces.ts";
import { longestSteps, makePicture, type PathStep } from "./picture.ts";
import { describe as inWords, ofInterval, step } from "./selection.ts";
import { timeTicks } from "./time.ts";
import { createTimeline } from "./timeline.ts";

async function started() {
  const all = setUp();
  all.app.settings.set({ cores: 2 });
  // Someone has looked at it once.
  all.app.timeline.watch()();
  await all.app.runControl.start();
  const run = all.runs[0];
  if (run === undefined) throw new Error("it did not start");
  return { ...all, run, timeline: all.app.timeline };
}

describe("the timeline", () => {
  it("has runs recorded once someone has looked at it, and those that are stepped through", async () => {
    const { app, runs, pass } = setUp();
    await app.runControl.start();
    expect(runs[0]?.settings.record).toBe(false);
    expect(app.timeline.store.getState().recorded).toBe(false);
    runs[0]?.finish("ended");
    pass(200);
    app.runControl.debugger.step("over");
    await expect.poll(() => runs[1]?.settings.record).toBe(true);
    runs[1]?.finish("ended");
    pass(200);
    app.timeline.watch()();
    await app.runControl.start();
    expect(runs[2]?.settings).toMatchObject({ record: true });
  });

  it("reads the trace only while someone watches, and all that was kept when someone comes late", async () => {
    const { run, pass, timeline } = await started();
    expect(run.settings.record).toBe(true);
    run.batches.push(passing());
    run.print(0, "x");
    pass(200);
    expect(timeline.store.getState().picture.rows).toEqual([]);
    run.finish("ended");
    pass(200);
    expect(run.batches).toHaveLength(1);
    timeline.watch();
    expect(timeline.store.getState().picture).toMatchObject({ end: 200, summary: { messages: 1, bytes: 4 } });
  });

  it("looks at a running program at most ten times a second", async () => {
    const { run, pass, timeline } = await started();
    timeline.watch();
    let looks = 0;
    run.trace = () => {
      looks++;
      return passing();
    };
    for (let frame = 0; frame < 60; frame++) {
      run.print(0, "x");
      pass(16);
    }
    expect(looks).toBeGreaterThan(2);
    expect(looks).toBeLessThan(11);
  });

  it("goes on reading after the end until all is there, a part a frame", async () => {
    const { run, pass, timeline } = await started();
    timeline.watch();
    run.print(0, "x");
    pass();
    const { intervals, messages, clocks } = passing();
    run.batches.push(batch({ intervals, clocks, more: true }), batch({ messages, clocks }));
    run.finish("ended");
    pass();
    pass();
    pass();
    expect(run.batches).toHaveLength(0);
    expect(timeline.store.getState().picture.summary.messages).toBe(1);
  });

  it("forgets what a run that goes back has not done", async () => {
    const { run, pass, timeline } = await started();
    timeline.watch();
    run.batches.push(passing());
    run.standStill("breakpoint");
    pass();
    timeline.set({ selection: ofInterval(timeline.store.getState().picture.rows[1]?.intervals[0]) });
    const clocks = [
      { core: 0, cycles: 60 },
      { core: 1, cycles: 40 },
    ];
    run.batches = [batch({ clocks })];
    run.events.push({ kind: "rewound", lines: 0, faults: 0, deadlocks: 0, asking: [], clocks });
    run.standStill("back");
    pass();
    const { picture, selection } = timeline.store.getState();
    expect(picture.rows.map(({ intervals, clock }) => [intervals.length, clock])).toEqual([
      [0, 60],
      [0, 40],
    ]);
    expect(selection).toBeNull();
  });

  it("begins anew with another run", async () => {
    const { app, run, pass, timeline } = await started();
    timeline.watch();
    run.batches.push(passing());
    run.finish("ended");
    pass(200);
    expect(timeline.store.getState().picture.rows).toHaveLength(2);
    await app.runControl.start();
    expect(timeline.store.getState().picture.rows).toEqual([]);
  });

  it("exports what there is as trace events", async () => {
    const { run, pass, timeline } = await started();
    run.batches.push(passing());
    run.finish("ended");
    pass(200);
    const { traceEvents } = JSON.parse((await (await timeline.export(600e6))?.text()) ?? "");
    expect(traceEvents.filter(({ ph }: { ph: string }) => ph === "s" || ph === "f")).toHaveLength(2);
  });
});

describe("a long trace", () => {
  const calls = 20_000;

  /// Each look at the clock takes a millisecond. `slice` does what is due next; it says whether there was anything.
  function recorded(rest: TraceBatch[] = [], more = false) {
    let now = 0;
    let due: (() => void)[] = [];
    const wait = (work: () => void) => {
      due.push(work);
      return () => {
        due = due.filter((other) => other !== work);
      };
    };
    const slice = () => {
      const work = due.shift();
      work?.();
      return work !== undefined;
    };
    const timeline = createTimeline({ next: wait, after: (_, work) => wait(work), now: () => now++ });
    const intervals = Array.from({ length: calls }, (_, k) => call(0, "print", [k * 10, k * 10, k * 10 + 5]));
    const batches = [batch({ intervals, clocks: [{ core: 0, cycles: calls * 10 }], more }), ...rest];
    timeline.setRun({ trace: () => batches.shift() ?? batch({}) }, true);
    const look = () => timeline.look([{ id: 0, kind: "device" } as CoreReport], true);
    look();
    return { timeline, look, slice, state: timeline.store.getState };
  }

  it("is made a picture of in slices; until then the page says that it is being read", () => {
    const { timeline, slice, state } = recorded();
    timeline.watch();
    let slices = 0;
    for (; state().preparing; slices++) {
      expect(state().picture.rows).toEqual([]);
      slice();
    }
    expect(slices).toBeGreaterThan(2);
    expect(state().picture.rows[0]?.intervals).toHaveLength(calls);
  });

  it("is looked at again when the cores came to stand still during a look", () => {
    const last = batch({ intervals: [call(0, "print", [900_000, 900_000, 900_001])] });
    const { timeline, look, slice, state } = recorded([last]);
    timeline.watch();
    look();
    while (slice());
    expect(state().picture.rows[0]?.intervals).toHaveLength(calls + 1);
  });

  it("is left when the run goes back, and when another begins", () => {
    const { timeline, look, slice, state } = recorded();
    timeline.watch();
    timeline.rewind([{ core: 0, cycles: 100 }]);
    expect(slice()).toBe(false);
    look();
    while (slice());
    expect(state().picture.rows[0]).toMatchObject({ clock: 100, intervals: { length: 10 } });
    look();
    timeline.setRun(null, false);
    while (slice());
    expect(state()).toMatchObject({ preparing: false, picture: { rows: [] } });
  });

  it("is exported in slices, with its progress, also while another run begins", async () => {
    const { timeline, slice, state } = recorded();
    const exported = timeline.export(600e6);
    const told: number[] = [];
    for (let done = state().exported; done !== null; done = state().exported) {
      told.push(done);
      if (told.length === 2) timeline.setRun(null, false);
      slice();
    }
    expect(new Set(told).size).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    const { traceEvents } = JSON.parse((await (await exported)?.text()) ?? "");
    expect(traceEvents).toHaveLength(calls + 2);
  });

  it("is read to its end before something else may use its memory", async () => {
    const last = batch({ intervals: [call(0, "print", [900_000, 900_000, 900_001])] });
    const unasked = batch({ intervals: [call(0, "print", [910_000, 910_000, 910_001])] });
    const parts = Array.from({ length: 20 }, () => batch({ more: true }));
    const { timeline, slice, state } = recorded([...parts, last, unasked], true);
    const read = timeline.readAll();
    expect(slice()).toBe(true);
    while (slice());
    await read;
    timeline.watch();
    while (slice());
    expect(state().picture.rows[0]?.intervals).toHaveLength(calls + 1);
  });

  it("is read no further when another run begins, which is recorded as it should", async () => {
    const parts = Array.from({ length: 20 }, () => batch({ more: true }));
    const { timeline, look, slice, state } = recorded(parts, true);
    const read = timeline.readAll();
    timeline.setRun({ trace: passing }, true);
    while (slice());
    await read;
    timeline.watch();
    look();
    while (slice());
    expect(state().picture.summary.messages).toBeGreaterThan(0);
  });

  it("is exported no further when that is cancelled", async () => {
    const { timeline, slice, state } = recorded();
    const exported = timeline.export(600e6);
    slice();
    timeline.cancelExport();
    expect(state().exported).toBeNull();
    expect(slice()).toBe(false);
    expect(await exported).toBeNull();
  });
});

describe("what is kept of a trace", () => {
  it("has no holes: what comes after a gap begins anew, and says since when", () => {
    const log = new TraceLog();
    log.add(passing());
    const clocks = [{ core: 1, cycles: 900 }];
    log.add(batch({ intervals: [call(1, "print", [800, 800, 820])], dropped: 5, gaps: [1], clocks }));
    expect(log.intervals.get(1)).toHaveLength(1);
    expect(log.since.get(1)).toBe(800);
    // One interval and one message were given up with the five that nobody had read.
    expect(log.dropped).toBe(7);
    const picture = atOnce(makePicture(log, new Map()));
    expect(picture.summary.cores[0]).toMatchObject({ core: 1, computing: 80, communicating: 20 });
  });
});

it("takes in what all cores of a large chip have lost in time that grows with their number", () => {
  const work = (cores: number) => {
    const clocks = Array.from({ length: cores }, (_, core) => ({ core, cycles: 1 }));
    const lost = batch({ clocks, gaps: clocks.map(({ core }) => core) });
    return () => new TraceLog().add(lost);
  };
  expect(growth(2000, work)).toBeLessThan(LINEAR);
});

it("tells the longest steps of a path, in the order of time, the earlier of those that are equal", () => {
  const path: PathStep[] = [];
  for (const length of [3, 9, 1, 9, 4, 9, 2]) {
    const from = path.at(-1)?.to ?? 0;
    path.push({ core: 0, from, to: from + length, by: null });
  }
  expect(longestSteps(path, 4).map((step) => path.indexOf(step))).toEqual([1, 3, 4, 5]);
  expect(longestSteps(path, 2).map((step) => path.indexOf(step))).toEqual([1, 3]);
  expect(longestSteps(path, 12)).toEqual(path);
  expect(longestSteps(path.slice(0, 1), 4)).toEqual([]);
});

describe("going about the timeline", () => {
  const log = new TraceLog();
  log.add(passing());
  const picture = atOnce(makePicture(log, new Map()));
  const [sends, receives] = picture.rows.map(({ intervals }) => intervals[0]);

  it("leads along a message from either end to the other", () => {
    const message = step(picture, picture.rows, ofInterval(receives), "across");
    expect(message).toMatchObject({ kind: "message", at: "to" });
    expect(step(picture, picture.rows, message, "across")).toEqual(ofInterval(sends));
    const back = step(picture, picture.rows, ofInterval(sends), "across");
    expect(back).toMatchObject({ kind: "message", at: "from" });
    expect(step(picture, picture.rows, back, "across")).toEqual(ofInterval(receives));
  });

  it("goes from row to row, and stays where there is nothing", () => {
    expect(step(picture, picture.rows, ofInterval(sends), "down")).toEqual(ofInterval(receives));
    expect(step(picture, picture.rows, ofInterval(sends), "up")).toEqual(ofInterval(sends));
    expect(step(picture, picture.rows, ofInterval(sends), "right")).toEqual(ofInterval(sends));
    expect(step(picture, picture.rows, null, "right")).toEqual(ofInterval(sends));
    expect(step(picture, [], null, "right")).toBeNull();
  });

  it("names both lines of a message and of the calls at its ends", () => {
    const lines = (of: ReturnType<typeof ofInterval>) =>
      of === null ? [] : inWords(picture, of, String).places.map(({ line }) => line);
    expect(lines(ofInterval(receives))).toEqual([6, 4]);
    expect(lines(ofInterval(sends))).toEqual([4, 6]);
    expect(lines(step(picture, picture.rows, ofInterval(sends), "across"))).toEqual([4, 6]);
  });
});

it("cores are chosen by numbers and ranges", () => {
  const of = (text: string) => [0, 1, 2, 3, 7, 12].filter(chosenCores(text) ?? (() => false));
  expect(of("")).toEqual([0, 1, 2, 3, 7, 12]);
  expect(of("1-3, 12")).toEqual([1, 2, 3, 12]);
  expect(of("7")).toEqual([7]);
  expect(chosenCores("x")).toBeNull();
  expect(chosenCores("1-")).toBeNull();
});

it("moments on the axis are round, few and told apart", () => {
  for (const [from, to] of [
    [0, 6e8],
    [1000, 1100],
    [3e6, 3.1e6],
    [0, 16],
  ] as const) {
    const ticks = timeTicks(from, to, 6, 600e6);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(8);
    expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
    for (const { at } of ticks) expect(at >= from - 1 && at <= to + 1).toBe(true);
  }
  expect(timeTicks(0, 600, 6, 600e6).map(({ label }) => label)).toContain("0.2 µs");
});
