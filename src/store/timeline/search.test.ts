import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../testing/harness/properties.ts";
import { call } from "../testing/traces.ts";
import type { Row, TraceInterval } from "./picture.ts";
import { findHits, hitNumber, nextHit, readQuery } from "./search.ts";

const calls = [
  call(0, "send", [0, 0, 20], 1, 4),
  call(0, "reduce", [100, 700, 720], 1, 9),
  call(1, "recv", [0, 6000, 6010], 0, 6),
  call(1, "reduce", [6100, 6100, 6200], null, 9),
  call(3, "nonblocking_send", [50, 50, 60], 2, 12),
];

/// Which of the calls are found, by their places in the list.
function found(text: string): readonly number[] | string | undefined {
  const query = readQuery(text, 600e6);
  if (query === null) return undefined;
  return "problem" in query ? query.problem : calls.flatMap((one, k) => (query.matches(one) ? [k] : []));
}

function rowsOf(list: readonly TraceInterval[]): readonly Row[] {
  return [...new Set(list.map(({ core }) => core))].map((core) => ({
    core,
    kind: "device",
    since: 0,
    clock: 0,
    intervals: list.filter((one) => one.core === core).sort((a, b) => a.begin - b.begin),
    waited: new Float64Array(),
    worked: new Float64Array(),
    messages: [],
    longestFlight: 0,
  }));
}

describe("calls are found", () => {
  test("by their names, also by parts of them", () => {
    expect(found("reduce")).toEqual([1, 3]);
    expect(found("re")).toEqual([1, 2, 3]);
    expect(found("Send")).toEqual([0, 4]);
  });

  test("by core, other core and line; a number alone may be any of them", () => {
    expect(found("core 1")).toEqual([2, 3]);
    expect(found("to 1")).toEqual([0, 1]);
    expect(found("line 9")).toEqual([1, 3]);
    expect(found("12")).toEqual([4]);
    expect(found("hello.py core 3")).toEqual([4]);
  });

  test("by how long they took or waited", () => {
    expect(found("waiting > 1 µs")).toEqual([2]);
    expect(found("waiting >= 1us")).toEqual([1, 2]);
    expect(found("waited over 600 cycles reduce")).toEqual([]);
    expect(found("took < 0.1 µs")).toEqual([0, 4]);
    expect(found("waiting")).toEqual([1, 2]);
  });

  test("by all words together", () => {
    expect(found("reduce core 0 line 9 waiting > 500 cycles")).toEqual([1]);
  });

  test("nothing is looked for while nothing is written; what is not understood is said", () => {
    expect(found("  ")).toBeUndefined();
    expect(found("frobnicate")).toBe("“frobnicate” is not a call. Try recv, core 3, line 12 or waiting > 1 ms.");
    expect(found("waiting > 3")).toBe("Write a unit after 3: µs, ms, s or cycles.");
  });
});

const anyCalls = fc
  .array(fc.tuple(fc.nat(3), fc.nat(9)), { maxLength: 30 })
  .map((list) => [
    ...new Map(list.map(([core, at]) => [`${core} ${at}`, call(core, "print", [at, at, at + 1])])).values(),
  ]);

test("going from hit to hit visits each once, in the order of time, and then begins anew", () => {
  fc.assert(
    fc.property(anyCalls, fc.boolean(), (list, forth) => {
      const hits = findHits(rowsOf(list), () => true);
      expect(hits.count).toBe(list.length);
      const inTime = [...list].sort((a, b) => a.begin - b.begin || a.core - b.core);
      const visited: (TraceInterval | null)[] = [];
      let at: TraceInterval | null = null;
      for (let k = 0; k < list.length; k++) {
        at = nextHit(hits, at, forth);
        visited.push(at);
      }
      expect(visited).toEqual(forth ? inTime : inTime.reverse());
      if (at !== null) expect(nextHit(hits, at, forth)).toBe(visited[0]);
      for (const [k, one] of visited.entries()) {
        if (one !== null) expect(hitNumber(hits, one)).toBe(forth ? k + 1 : list.length - k);
      }
    }),
    runs(),
  );
});

test("from a call that is no hit it goes to the next one in time", () => {
  const rows = rowsOf(calls);
  const hits = findHits(rows, ({ kind }) => kind === "reduce");
  const [, reduce0, recv, reduce1] = calls as [TraceInterval, TraceInterval, TraceInterval, TraceInterval];
  expect(nextHit(hits, recv, true)).toBe(reduce0);
  expect(nextHit(hits, recv, false)).toBe(reduce1);
  expect(hitNumber(hits, recv)).toBe(0);
});
