import fc from "fast-check";
import { expect, test } from "vitest";
import type { CoreReport, CoreState } from "../../runtime/protocol/cores.ts";
import { runs } from "../../testing/harness/properties.ts";
import { carriedSince, type Link, movesBetween, route } from "./moves.ts";

function core(id: number, state: CoreState, peer: number | null): CoreReport {
  return { id, kind: "device", state, line: 1, peer, place: null, cycles: 0, memory: [] };
}

function links(...ways: readonly (readonly number[])[]): readonly Link[] {
  return ways.flatMap((way) => way.slice(1).map((to, index) => ({ from: way[index] as number, to, bytes: 8 })));
}

test("a message goes along the row first, then along the column", () => {
  expect(route(0, 9, 4)).toEqual([0, 1, 5, 9]);
  expect(route(14, 3, 4)).toEqual([14, 15, 11, 7, 3]);
  expect(route(5, 5, 4)).toEqual([5]);
  expect(route(63, 8, 8)).toEqual([63, 62, 61, 60, 59, 58, 57, 56, 48, 40, 32, 24, 16, 8]);
});

test("a route has one step for each row and column between its ends, and only between neighbours", () => {
  const chip = fc.integer({ min: 1, max: 64 });
  fc.assert(
    fc.property(chip, chip, fc.nat(), fc.nat(), (rows, columns, a, b) => {
      const [from, to] = [a % (rows * columns), b % (rows * columns)];
      const path = route(from, to, columns);
      const across = Math.abs((from % columns) - (to % columns));
      const down = Math.abs(Math.floor(from / columns) - Math.floor(to / columns));
      expect(path).toHaveLength(across + down + 1);
      expect([path[0], path.at(-1)]).toEqual([from, to]);
      for (let k = 1; k < path.length; k++) {
        const step = Math.abs((path[k] as number) - (path[k - 1] as number));
        expect(step === columns || step === 1).toBe(true);
      }
    }),
    runs(),
  );
});

test("links tell what they have carried since the look before", () => {
  const before = [
    { from: 0, to: 1, bytes: 8 },
    { from: 1, to: 2, bytes: 8 },
  ];
  const after = [
    { from: 0, to: 1, bytes: 8 },
    { from: 1, to: 2, bytes: 24 },
    { from: 2, to: 1, bytes: 8 },
  ];
  expect(carriedSince(before, after)).toEqual([
    { from: 1, to: 2, bytes: 16 },
    { from: 2, to: 1, bytes: 8 },
  ]);
});

test("a run that has gone back has carried nothing", () => {
  expect(carriedSince([{ from: 0, to: 1, bytes: 16 }], [{ from: 0, to: 1, bytes: 8 }])).toEqual([]);
});

test("a sender that has gone on has sent its message the whole way; both ends are one message", () => {
  const before = [core(0, "sending", 5), core(5, "receiving", 0)];
  const after = [core(0, "ended", null), core(5, "running", null)];
  expect(movesBetween(before, after, links([0, 1, 5]), 4)).toEqual([{ path: [0, 1, 5] }]);
});

test("what still waits has not come, and what the links did not carry is not told", () => {
  const waiting = [core(0, "running", null), core(5, "receiving", 0)];
  expect(movesBetween(waiting, waiting, [], 4)).toEqual([]);
  const gone = [core(0, "running", null), core(5, "running", null)];
  expect(movesBetween(waiting, gone, links([8, 9]), 4)).toEqual([{ path: [8, 9] }]);
});

test("a core that was stopped or met a deadlock has not had its message", () => {
  const before = [core(0, "sending", 1), core(1, "running", null)];
  for (const state of ["stopped", "deadlocked", "failed"] as const) {
    const after = [core(0, state, 1), core(1, "running", null)];
    expect(movesBetween(before, after, links([4, 5]), 4)).toEqual([{ path: [4, 5] }]);
  }
});

test("of messages whose ends are not known, each link tells its own part", () => {
  const cores = [core(0, "running", null), core(2, "running", null)];
  expect(movesBetween(cores, cores, links([0, 1, 2]), 4)).toEqual([{ path: [0, 1] }, { path: [1, 2] }]);
});

test("what goes to a virtual core is not on the mesh", () => {
  const before = [core(0, "sending", 16), { ...core(16, "receiving", 0), kind: "host" as const }];
  const after = [core(0, "running", null), { ...core(16, "running", null), kind: "host" as const }];
  expect(movesBetween(before, after, links([0, 4]), 4)).toEqual([{ path: [0, 4] }]);
});
