import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Row, TraceInterval, TraceMessage } from "../../store/timeline/picture.ts";
import { processorTime } from "../../testing/harness/processor-time.ts";
import { runs } from "../../testing/harness/properties.ts";
import { type Arrow, arrowAt, intervalAt, rowBars, targetAt, visibleArrows, wouldCover } from "./bars.ts";
import { momentAt, moved, shortest, showing, whole, xOf, zoomed } from "./span.ts";

const place = { file: "p.py", from: 0, to: 1, line: 1 };

/// A row whose calls follow one another, each after a pause: pauses, waits and work by turns.
function rowOf(parts: readonly (readonly [number, number, number])[], core = 0): Row {
  const intervals: TraceInterval[] = [];
  let at = 0;
  for (const [pause, wait, work] of parts) {
    const begin = at + pause;
    at = begin + wait + work;
    intervals.push({ core, kind: "recv", begin, ready: begin + wait, end: at, peer: 1, place });
  }
  const waited = Float64Array.from([0, ...parts.map(([, wait]) => wait)]);
  const worked = Float64Array.from([0, ...parts.map(([, , work]) => work)]);
  for (let k = 1; k < waited.length; k++) {
    waited[k] = (waited[k] as number) + (waited[k - 1] as number);
    worked[k] = (worked[k] as number) + (worked[k - 1] as number);
  }
  return { core, kind: "device", since: 0, clock: at, intervals, waited, worked, messages: [], longestFlight: 0 };
}

const anyRow = fc
  .array(fc.tuple(fc.nat(50), fc.nat(30), fc.integer({ min: 1, max: 30 })), { maxLength: 300 })
  .map((parts) => rowOf(parts));

describe("the bars of a row", () => {
  it("come in order, within the picture, and leave no call out", () => {
    fc.assert(
      fc.property(anyRow, fc.nat(3000), fc.integer({ min: 1, max: 5000 }), (row, from, length) => {
        const span = { from, to: from + length };
        const { bars, blurs } = rowBars(row, span, 200);
        expect(bars.length + blurs.length).toBeLessThanOrEqual(202);
        for (const list of [bars, blurs]) {
          for (let k = 1; k < list.length; k++) expect(list[k]?.left).toBeGreaterThanOrEqual(list[k - 1]?.left ?? 0);
        }
        for (const interval of row.intervals) {
          if (interval.end <= span.from || interval.begin >= span.to) continue;
          const x = xOf(span, 200, (Math.max(interval.begin, from) + Math.min(interval.end, span.to)) / 2);
          const shown =
            bars.some((bar) => bar.interval === interval) || blurs.some((b) => x >= b.left - 2 && x <= b.right + 2);
          expect(shown).toBe(true);
        }
      }),
      runs(),
    );
  });

  it("of a million calls are no more than the picture is wide, found in no time", () => {
    const row = rowOf(Array.from({ length: 1_000_000 }, (_, k) => [3, k % 7, 2] as const));
    const took = processorTime(() => {
      for (let k = 0; k < 20; k++) {
        const { bars, blurs } = rowBars(row, whole(row.clock), 1000);
        expect(bars.length + blurs.length).toBeLessThanOrEqual(502);
      }
    });
    // Twenty pictures of a row; far less than the time of one frame each.
    expect(took).toBeLessThan(1000);
    const sum = rowBars(row, whole(row.clock), 1000).blurs.reduce((all, { waiting }) => all + waiting, 0);
    expect(sum / 490).toBeCloseTo(3 / 8, 1);
  });

  it("are found again under the hand that points at them", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const span = whole(row.clock);
        for (const bar of rowBars(row, span, 5000).bars) {
          const found = intervalAt(row, span, 5000, (bar.left + bar.right) / 2);
          expect(found).toBe(bar.interval);
        }
      }),
      runs(),
    );
  });
});

describe("arrows", () => {
  const message = (from: number, to: number, sent: number, arrived: number): TraceMessage => ({
    kind: "send",
    from,
    to,
    sent,
    met: sent,
    arrived,
    elements: 1,
    bytes: 4,
    fromPlace: place,
    toPlace: place,
  });
  const rowsWith = (messages: readonly TraceMessage[]): Row[] => {
    const longestFlight = Math.max(0, ...messages.map(({ sent, arrived }) => arrived - sent));
    return [rowOf([]), { ...rowOf([], 1), messages, longestFlight }];
  };

  it("are shown when any part of their time is, also from far before and to far behind", () => {
    const rows = rowsWith([message(0, 1, 10, 500), message(0, 1, 400, 900), message(0, 1, 950, 990)]);
    const seen = (from: number, to: number) => visibleArrows(rows, [0, 1], { from, to }, 100).arrows.length;
    expect(seen(100, 300)).toBe(1);
    expect(seen(450, 480)).toBe(2);
    expect(seen(910, 940)).toBe(0);
    expect(seen(0, 1000)).toBe(3);
  });

  it("are left out where the other core is not shown", () => {
    const rows = rowsWith([message(5, 1, 10, 20)]);
    expect(visibleArrows(rows, [0, 1], { from: 0, to: 100 }, 100).arrows).toEqual([]);
  });

  it("are thinned where they are too many, and that is said", () => {
    const rows = rowsWith(Array.from({ length: 100_000 }, (_, k) => message(0, 1, k * 10, k * 10 + 5)));
    const { arrows, all } = visibleArrows(rows, [0, 1], { from: 0, to: 1_000_000 }, 900);
    expect(all).toBe(false);
    expect(arrows.length).toBeLessThan(320);
    expect(visibleArrows(rows, [0, 1], { from: 0, to: 200 }, 900).all).toBe(true);
  });

  it("are hit along their whole length, and not beside it", () => {
    const rows = rowsWith([message(0, 1, 0, 100)]);
    const { arrows } = visibleArrows(rows, [0, 1], { from: 0, to: 100 }, 100);
    const y = (row: number) => row * 100;
    expect(arrowAt(arrows, y, { x: 50, y: 51 })).toBe(arrows[0]?.message);
    expect(arrowAt(arrows, y, { x: 0, y: 2 })).toBe(arrows[0]?.message);
    expect(arrowAt(arrows, y, { x: 60, y: 40 })).toBeNull();
  });
});

describe("the span of time that is shown", () => {
  it("stays within the run and keeps the moment under the pointer", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1e9 }),
        fc.array(fc.tuple(fc.double({ min: 0.1, max: 8, noNaN: true }), fc.nat(100)), { maxLength: 20 }),
        (end, turns) => {
          let span = whole(end);
          for (const [factor, percent] of turns) {
            const about = momentAt(span, 100, percent);
            span = moved(zoomed(span, factor, about, end), factor - 2, end);
            expect(span.from).toBeGreaterThanOrEqual(0);
            expect(span.to).toBeLessThanOrEqual(whole(end).to * 1.000001);
            expect(span.to - span.from).toBeGreaterThanOrEqual(shortest * 0.999);
          }
        },
      ),
      runs(),
    );
    const span = zoomed({ from: 100, to: 200 }, 0.5, 150, 1000);
    expect(xOf(span, 100, 150)).toBeCloseTo(50);
  });

  it("moves only when what is to be seen is not in it", () => {
    const span = { from: 100, to: 200 };
    expect(showing(span, 120, 180, 1000)).toBe(span);
    const other = showing(span, 400, 420, 1000);
    expect(other.from <= 400 && other.to >= 420).toBe(true);
    const long = showing(span, 300, 900, 1000);
    expect(long.from <= 300 && long.to >= 900).toBe(true);
  });
});

describe("what is at a place", () => {
  const row = rowOf([
    [100, 40, 10],
    [50, 0, 20],
  ]);

  it("is a call, computing with the calls around it, or nothing after the end", () => {
    const at = (x: number) => targetAt(row, { from: 0, to: 440 }, 440, x);
    expect(at(120)).toMatchObject({ kind: "call", interval: row.intervals[0] });
    expect(at(50)).toEqual({
      kind: "computing",
      core: 0,
      from: 0,
      to: 100,
      before: undefined,
      after: row.intervals[0],
    });
    expect(at(175)).toMatchObject({ kind: "computing", from: 150, to: 200, before: row.intervals[0] });
    expect(at(300)).toBeNull();
  });

  it("is many calls where they are too short to be told apart", () => {
    const many = rowOf(Array.from({ length: 10_000 }, () => [3, 5, 2] as const));
    const target = targetAt(many, whole(many.clock), 500, 250);
    expect(target).toMatchObject({ kind: "many" });
    if (target?.kind !== "many") return;
    expect(target.count).toBeGreaterThan(30);
    expect(target.waiting).toBeCloseTo(0.5, 1);
    expect(target.working).toBeCloseTo(0.2, 1);
  });
});

describe("arrows", () => {
  const arrow = (left: number, right: number): Arrow => ({
    message: { from: 0, to: 5 } as TraceMessage,
    fromRow: 0,
    toRow: 5,
    left,
    right,
  });
  const y = (row: number) => row * 20;
  const size = { width: 500, height: 300 };

  it("hide the bars when they are many, not when they are few or lie outside", () => {
    const many = Array.from({ length: 80 }, (_, k) => arrow(k * 6, k * 6 + 20));
    expect(wouldCover(many.slice(0, 8), y, size)).toBe(false);
    expect(wouldCover(many, y, size)).toBe(true);
    expect(
      wouldCover(
        many.map(({ left, right }) => ({ ...arrow(left - 9000, right - 9000), toRow: 0 })),
        y,
        size,
      ),
    ).toBe(false);
  });
});
