import { expect, test } from "vitest";
import type { CoreReport, CoreState } from "../../runtime/protocol/cores.ts";
import { describeCore, narrate } from "./narration.ts";

function core(id: number, state: CoreState, line: number | null = null, peer: number | null = null): CoreReport {
  return { id, kind: "device", state, line, peer, place: null, cycles: 0, memory: [] };
}

test("one core is described with its peer and line", () => {
  expect(describeCore(core(1, "receiving", 6, 0))).toBe("is waiting to receive from 0 at line 6");
  expect(describeCore(core(1, "ended", 9))).toBe("has ended");
});

test("full Python is the host, and is told apart from the cores", () => {
  const host = (state: CoreState, line: number | null): CoreReport => ({
    ...core(16, state, line),
    kind: "host",
    usesPython: true,
  });
  const waiting = (id: number): CoreReport => core(id, "abandoned", 5, 16);
  expect(narrate([waiting(0), waiting(1), waiting(2), host("failed", 6)])).toBe(
    "The host failed at line 6. All 3 cores wait for the host, which failed.",
  );
  expect(describeCore({ ...core(1, "receiving", 6, 16), peerIsHost: true })).toBe(
    "is waiting to receive from the host at line 6",
  );
});

test("few cores are told one by one, many are counted", () => {
  const cores = [
    core(0, "sending", 4, 1),
    core(1, "receiving", 6, 0),
    core(2, "ended"),
    core(3, "ended"),
    core(4, "ended"),
  ];
  expect(narrate(cores)).toBe(
    "Core 0 is sending to 1 at line 4. Core 1 is waiting to receive from 0 at line 6. 3 cores have ended.",
  );
  expect(narrate([core(0, "ended"), core(1, "ended"), core(2, "ended")])).toBe("All 3 cores have ended.");
  expect(narrate([core(0, "failed", 3), core(1, "running"), core(2, "running"), core(3, "running")])).toBe(
    "Core 0 failed at line 3. 3 cores are running.",
  );
});
