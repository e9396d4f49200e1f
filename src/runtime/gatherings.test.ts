import { expect, test } from "vitest";
import { Gatherings } from "./gatherings.ts";
import type { TraceInterval } from "./protocol/trace.ts";
import type { Trace } from "./trace-log.ts";

function reduce(core: number, begin: number, ready: number, end: number): TraceInterval {
  return { core, kind: "reduce", begin, ready, end, peer: null, place: { file: "a.py", line: 3, from: 0, to: 1 } };
}

function traceOf(intervals: readonly TraceInterval[]): Trace {
  const byCore = new Map<number, TraceInterval[]>();
  for (const one of intervals) byCore.set(one.core, [...(byCore.get(one.core) ?? []), one]);
  return { intervals: byCore, messages: new Map(), since: new Map(), dropped: 0, clocks: [] };
}

function ways(gatherings: Gatherings, times: readonly number[]): readonly (string | null)[] {
  return times.map((time) => {
    const found = gatherings.at(time);
    return found === null ? null : `${found.from}-${found.to}`;
  });
}

test("sums go up the row of cores once the last is there, and the result comes down", () => {
  const four = traceOf([
    reduce(2, 30, 100, 150),
    reduce(0, 0, 100, 150),
    reduce(3, 100, 100, 150),
    reduce(1, 10, 100, 150),
  ]);
  const gatherings = new Gatherings(four);
  expect(ways(gatherings, [0, 99])).toEqual([null, null]);
  expect(ways(gatherings, [100, 110, 120, 130, 140, 149])).toEqual(["0-1", "1-2", "2-3", "2-1", "1-0", "1-0"]);
  expect(gatherings.at(113)).toMatchObject({ sent: 110, arrived: 120 });
  expect(ways(gatherings, [150, 1000])).toEqual([null, null]);
});

test("two cores swap, one alone sends nothing, and each reduction is told in its time", () => {
  const two = [reduce(0, 0, 10, 20), reduce(5, 10, 10, 20), reduce(0, 30, 40, 60), reduce(5, 40, 40, 60)];
  expect(ways(new Gatherings(traceOf(two)), [10, 19, 20, 39, 40, 59])).toEqual([
    "0-5",
    "0-5",
    null,
    null,
    "0-5",
    "0-5",
  ]);
  expect(new Gatherings(traceOf([reduce(0, 0, 0, 20)])).at(10)).toBeNull();
});
