import { expect, test } from "vitest";
import type { CoreReport, CoreState } from "../../store/run/chip.ts";
import { placeWords } from "./state-styles.ts";

const report = (state: CoreState, waitsIn?: CoreState, peer: number | null = 1): CoreReport => ({
  id: 0,
  kind: "device",
  state,
  ...(waitsIn !== undefined && { waitsIn }),
  line: 2,
  place: null,
  peer,
  cycles: 0,
  memory: [],
});

test("an arrow says which way the message is to go, of a core that is stuck too", () => {
  expect(placeWords(report("sending"))).toBe("L2 → 1");
  expect(placeWords(report("receiving"))).toBe("L2 ← 1");
  expect(placeWords(report("deadlocked", "sending"))).toBe("L2 → 1");
  expect(placeWords(report("deadlocked", "receiving"))).toBe("L2 ← 1");
  expect(placeWords(report("deadlocked", "exchanging"))).toBe("L2 ⇄ 1");
  expect(placeWords(report("stopped", "sending"))).toBe("L2 → 1");
  expect(placeWords(report("deadlocked", "barrier", null))).toBe("L2");
});
