import { expect, test } from "vitest";
import { atOnce } from "../../base/sliced-work.ts";
import { TraceLog } from "../../runtime/trace-log.ts";
import { batch, call } from "../testing/traces.ts";
import { rowsToShow, togglePin } from "./order.ts";
import { makePicture } from "./picture.ts";

const log = new TraceLog();
// Core 0 waits 10 of 100, core 1 waits 60 of 200, core 2 waits 30 of 40.
log.add(
  batch({
    intervals: [call(0, "recv", [0, 10, 20]), call(1, "recv", [0, 60, 80]), call(2, "recv", [0, 30, 35])],
    clocks: [
      { core: 0, cycles: 100 },
      { core: 1, cycles: 200 },
      { core: 2, cycles: 40 },
    ],
  }),
);
const picture = atOnce(makePicture(log, new Map()));
const cores = (...parts: Parameters<typeof rowsToShow> extends [unknown, ...infer Rest] ? Rest : never) =>
  rowsToShow(picture, ...parts).rows.map(({ core }) => core);
const all = () => true;

test("rows are in the order of their cores, or those first that waited or worked longest", () => {
  expect(cores(all, "core", [])).toEqual([0, 1, 2]);
  expect(cores(all, "waiting", [])).toEqual([1, 2, 0]);
  expect(cores(all, "busy", [])).toEqual([1, 0, 2]);
});

test("rows that are pinned come first, in any order, and also when their cores are not chosen", () => {
  expect(cores(all, "waiting", [2, 0])).toEqual([2, 0, 1]);
  expect(cores((core) => core === 0, "core", [2])).toEqual([2, 0]);
  expect(rowsToShow(picture, all, "core", [7, 1])).toMatchObject({
    pinned: 1,
    rows: [{ core: 1 }, { core: 0 }, { core: 2 }],
  });
});

test("a second time, a row is pinned no longer", () => {
  expect(togglePin([2], 0)).toEqual([2, 0]);
  expect(togglePin([2, 0], 2)).toEqual([0]);
});
