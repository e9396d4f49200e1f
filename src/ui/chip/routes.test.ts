import { expect, test } from "vitest";
import type { CoreReport, CoreState } from "../../store/run/chip.ts";
import { links, traffic } from "./routes.ts";

function core(id: number, state: CoreState, peer: number): CoreReport {
  return { id, kind: "device", state, line: 1, peer, place: null, cycles: 0, memory: [] };
}

test("the mesh of sixteen has twenty-four links", () => {
  expect(links).toHaveLength(24);
});

test("links show what is sent over what is waited for, and how much", () => {
  const load = traffic([core(0, "sending", 1), core(1, "receiving", 0), core(5, "receiving", 1), core(2, "ended", 3)]);
  expect(load.get("0-1")).toEqual({ tone: "send", awaited: false, count: 2 });
  expect(load.get("1-5")).toEqual({ tone: "recv", awaited: true, count: 1 });
  expect(load.size).toBe(2);
});

test("what goes to the host is not on the mesh", () => {
  expect(traffic([core(0, "sending", 1), { ...core(1, "receiving", 0), kind: "host" }]).size).toBe(0);
});
