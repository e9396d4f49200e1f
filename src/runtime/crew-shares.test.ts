import { describe, expect, it } from "vitest";
import { Chip } from "../machine/chip.ts";
import { EPIPHANY_III } from "../machine/chip-models.ts";
import { load } from "../machine/loader.ts";
import { MemoryMap, PHASE_A, WAIT_RECV } from "../machine/memory-map.ts";
import { waitFor } from "../machine/waiting.ts";
import { imageOf } from "../testing/harness/chips.ts";
import { hold, isAsleep, release, sleep } from "./crew-bells.ts";
import { assignCrews, crewOf } from "./crew-cores.ts";
import { giveCores, takeCores } from "./crew-shares.ts";

const config = { model: EPIPHANY_III, hostCores: 0, firstHostId: 16 };
// A sleep that nobody ends.
const LONG = 1_000_000;

/// Four cores that can all go on, in two crews.
function chipOfTwo(): Chip {
  const memory = new SharedArrayBuffer(new MemoryMap(config).bytes);
  const chip = new Chip(memory, config, [0, 1, 2, 3], imageOf("pass"));
  load(chip, 0);
  assignCrews(chip, 2);
  return chip;
}

const crews = (chip: Chip): number[] => chip.cores.map((core) => crewOf(chip, core));

/// Does something while a crew sleeps; whether the crew then knows that its cores are others.
function whileAsleep(chip: Chip, crew: number, act: () => void, wakes = true): boolean {
  const look = (): boolean => {
    act();
    return wakes;
  };
  return sleep(chip, crew, look, LONG);
}

describe("a crew that has nothing to do", () => {
  it("takes what can go on from one that sleeps, and only that", () => {
    const chip = chipOfTwo();
    const [, , , last] = chip.cores;
    if (last !== undefined) waitFor(chip, last, WAIT_RECV, 0, last.registers + PHASE_A, 0);
    const moved = whileAsleep(chip, 1, () => expect(takeCores(chip, chip.cores, 0)).toBe(true));
    expect(moved).toBe(true);
    expect(crews(chip)).toEqual([0, 0, 0, 1]);
  });

  it("takes nothing from one that is awake, or that has nothing that can go on", () => {
    const chip = chipOfTwo();
    expect(takeCores(chip, chip.cores, 0)).toBe(false);
    for (const core of chip.cores) waitFor(chip, core, WAIT_RECV, 0, core.registers + PHASE_A, 0);
    const moved = whileAsleep(chip, 1, () => expect(takeCores(chip, chip.cores, 0)).toBe(false));
    expect(moved).toBe(false);
    expect(crews(chip)).toEqual([0, 0, 1, 1]);
  });
});

describe("a crew that has much to do", () => {
  it("gives half of it to one that sleeps, which wakes", () => {
    const chip = chipOfTwo();
    whileAsleep(chip, 1, () => takeCores(chip, chip.cores, 0));
    const give = (): void => expect(giveCores(chip, chip.cores, 0, 2)).toBe(true);
    expect(whileAsleep(chip, 1, give, false)).toBe(true);
    expect(crews(chip)).toEqual([0, 0, 1, 1]);
  });

  it("keeps it while nobody sleeps, and keeps the last thing to do", () => {
    const chip = chipOfTwo();
    expect(giveCores(chip, chip.cores, 0, 2)).toBe(false);
    const [first] = chip.cores;
    whileAsleep(chip, 1, () => expect(giveCores(chip, first === undefined ? [] : [first], 0, 2)).toBe(false));
  });
});

it("a crew that is held cannot be held by another, nor is it asleep for others", () => {
  const chip = chipOfTwo();
  expect(hold(chip, 1)).toBe(false);
  whileAsleep(chip, 1, () => {
    expect(hold(chip, 1)).toBe(true);
    expect(hold(chip, 1)).toBe(false);
    expect(isAsleep(chip, 1)).toBe(false);
    release(chip, 1);
    expect(hold(chip, 1)).toBe(true);
    release(chip, 1);
  });
  expect(isAsleep(chip, 1)).toBe(false);
});
