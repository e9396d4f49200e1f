import { expect, test } from "vitest";
import { EPIPHANY_III, EPIPHANY_IV } from "../../machine/chip-models.ts";
import type { CoreReport } from "../../runtime/protocol/cores.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { createChip } from "./chip.ts";

const core: CoreReport = {
  id: 0,
  kind: "device",
  state: "ended",
  line: null,
  place: null,
  peer: null,
  cycles: 7,
  memory: [{ name: "heap", from: 0x7000, size: 16, used: 8 }],
};

function seen() {
  const chip = createChip(handFrames().frames);
  chip.clear(EPIPHANY_III);
  chip.update([core], [], true);
  return chip;
}

test("until the cores of the next run are looked at, those of the last are known", () => {
  const chip = seen();
  chip.clear(EPIPHANY_III, true);
  expect(chip.store.getState()).toMatchObject({ cores: [], before: [core], cycles: 0 });
  // As when it ends before anyone has looked.
  chip.clear(EPIPHANY_III, true);
  expect(chip.store.getState().before).toEqual([core]);
});

test("another program, or another chip, has nothing from before", () => {
  for (const [model, isNext] of [
    [EPIPHANY_III, false],
    [EPIPHANY_IV, true],
  ] as const) {
    const chip = seen();
    chip.clear(model, isNext);
    expect(chip.store.getState().before).toEqual([]);
  }
});
