import type { Chip, Core } from "../chip.ts";
import { CLOCK, MONITOR_FREE, WAITED } from "../memory-map.ts";
import { ENERGY } from "./costs.ts";
import type { Costs } from "./timing.ts";

// A core's clock. It lies in its registers while a native runs.

/// Whether a number can be a time in cycles.
export function isTime(cycles: number): boolean {
  return cycles >= 0 && cycles < Number.POSITIVE_INFINITY;
}

/// What people are told of it: 0 if it is no time.
export function shownTime(cycles: number): number {
  return isTime(cycles) ? cycles : 0;
}

/// In cycles of the chip, a virtual core's too.
export function clock(chip: Chip, core: Core): number {
  return chip.doubles[(core.registers + CLOCK) >> 1] as number;
}

export function costsOf(chip: Chip, core: Core): Costs {
  return core.host ? chip.timing.host : chip.timing.device;
}

/// Adds cycles in which the core works.
export function work(chip: Chip, core: Core, cycles: number): void {
  const at = (core.registers + CLOCK) >> 1;
  chip.doubles[at] = (chip.doubles[at] as number) + cycles;
}

/// Lets the core wait until a time, if that is still to come.
export function waitUntil(chip: Chip, core: Core, time: number): void {
  const at = (core.registers + CLOCK) >> 1;
  const now = chip.doubles[at] as number;
  if (time <= now) return;
  const waited = (core.registers + WAITED) >> 1;
  chip.doubles[waited] = (chip.doubles[waited] as number) + (time - now);
  chip.doubles[at] = time;
}

/// Delays the start of a core that has just been loaded by `cycles`.
export function startLater(chip: Chip, core: Core, cycles: number): void {
  for (const register of [CLOCK, WAITED]) {
    const at = (core.registers + register) >> 1;
    chip.doubles[at] = (chip.doubles[at] as number) + cycles;
  }
}

/// The energy that the chip has used to run a core: by the cycles in which it has worked, not waited. 0 for a virtual core,
/// and where the clocks count no cycles.
export function joules(chip: Chip, core: Core): number {
  if (core.host || chip.timing.model !== "epiphany") return 0;
  return shownTime(clock(chip, core) - (chip.doubles[(core.registers + WAITED) >> 1] as number)) * ENERGY;
}

/// Has the monitor compute something. It does so for one core at a time: this one waits for its turn.
export function askForMath(chip: Chip, core: Core): void {
  const { math, mathTurn } = costsOf(chip, core);
  ask(chip, core, math, mathTurn);
}

/// Has the monitor show something, or make text of it.
export function askForText(chip: Chip, core: Core): void {
  const { print, printTurn } = costsOf(chip, core);
  ask(chip, core, print, printTurn);
}

/// Has the monitor join texts, once `toCopy` characters that lie on the core have been copied to shared memory.
export function askToJoin(chip: Chip, core: Core, toCopy: number): void {
  const { character, sharedWrite } = costsOf(chip, core);
  work(chip, core, toCopy * (character + sharedWrite));
  askForText(chip, core);
}

function ask(chip: Chip, core: Core, cycles: number, turn: number): void {
  const free = (core.registers + MONITOR_FREE) >> 1;
  waitUntil(chip, core, chip.doubles[free] as number);
  chip.doubles[free] = clock(chip, core) + turn;
  work(chip, core, cycles);
}
