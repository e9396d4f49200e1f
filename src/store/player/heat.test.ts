import { expect, test } from "vitest";
import { atOnce } from "../../base/sliced-work.ts";
import type { TraceInterval } from "../../runtime/protocol/trace.ts";
import { TraceLog } from "../../runtime/trace-log.ts";
import { heatFigures, heatOf } from "./heat.ts";

const place = { file: "main.py", line: 1, from: 0, to: 0 } as unknown as TraceInterval["place"];

function call(core: number, begin: number, ready: number, end: number): TraceInterval {
  return { core, kind: "recv", begin, ready, end, peer: null, place };
}

// Of two million cycles the window is 40,000.
const end = 2_000_000;

/// Core 0 waits from 100,000 to 120,000, core 1 computes until it ends at 110,000, core 2 always waits.
function heat() {
  const log = new TraceLog();
  const clocks = [
    { core: 0, cycles: end },
    { core: 1, cycles: 110_000 },
    { core: 2, cycles: end },
  ];
  const intervals = [call(0, 100_000, 120_000, 125_000), call(2, 0, end, end)];
  log.add({ intervals, messages: [], dropped: 0, gaps: [], more: false, clocks });
  return atOnce(heatOf(log, end));
}

test("is the part of the time before a moment in which a core neither waited nor had ended", () => {
  const at = heat();
  expect([...at(100_000).busy.values()]).toEqual([1, 1, 0]);
  // In the middle of a call.
  expect([...at(110_000).busy.values()]).toEqual([0.75, 1, 0]);
  expect([...at(120_000).busy.values()]).toEqual([0.5, 0.75, 0]);
  // Waiting is over, and then leaves the window.
  expect([...at(140_000).busy.values()]).toEqual([0.5, 0.25, 0]);
  expect([...at(160_000).busy.values()]).toEqual([1, 0, 0]);
});

test("near the start is taken of what has passed, and at the start there is none", () => {
  const at = heat();
  expect(at(0)).toMatchObject({ window: 0 });
  expect([...at(0).busy.values()]).toEqual([0, 0, 0]);
  expect(at(10_000)).toMatchObject({ window: 10_000 });
  expect([...at(10_000).busy.values()]).toEqual([1, 1, 0]);
});

test("at the end is taken of the last stretch", () => {
  const at = heat()(end);
  expect(at.window).toBe(40_000);
  expect([...at.busy.values()]).toEqual([1, 0, 0]);
});

test("of a short run is taken over as long as a message takes", () => {
  const log = new TraceLog();
  log.add({
    intervals: [],
    messages: [],
    dropped: 0,
    gaps: [],
    more: false,
    clocks: [{ core: 0, cycles: 30_000 }],
  });
  expect(atOnce(heatOf(log, 30_000))(30_000).window).toBe(20_000);
});

test("a send waits for its receiver", () => {
  const log = new TraceLog();
  log.add({
    intervals: [{ ...call(0, 10_000, 10_000, 20_000), kind: "send" }],
    messages: [
      {
        kind: "send",
        from: 0,
        to: 1,
        sent: 10_000,
        met: 18_000,
        arrived: 20_000,
        elements: 1,
        bytes: 4,
        fromPlace: place,
        toPlace: place,
      },
    ],
    dropped: 0,
    gaps: [],
    more: false,
    clocks: [{ core: 0, cycles: 20_000 }],
  });
  expect(atOnce(heatOf(log, 20_000))(20_000).busy.get(0)).toBe(0.6);
});

test("comes to a mean and the busiest cores, which are told by id", () => {
  const busy = new Map([
    [3, 0.504],
    [1, 0.496],
    [2, 0],
    [0, 0],
  ]);
  expect(heatFigures({ window: 100, busy })).toEqual({ mean: 0.25, most: 0.5, busiest: [1, 3] });
  expect(heatFigures({ window: 100, busy: new Map() })).toEqual({ mean: 0, most: 0, busiest: [] });
});
