import { BOOL, INT, REAL, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { OUT_OF_MEMORY, setFault, UNSET_VARIABLE } from "./faults.ts";
import { AREA_USED } from "./memory-map.ts";

// What all operations share: how they read and write slots, and how they note a fault.
// Slots are word indices: the value there, its tag in the next word. A result of -1 says that a fault has been noted;
// otherwise it is the cycles that the operation took beyond the instruction's own, unless it says something else.

/// What operations return when they have noted a fault.
export const FAULTED = -1;

/// Writes a value and its tag into a slot.
export function setSlot(chip: Chip, slot: number, tag: number, value: number): void {
  chip.words[slot] = value;
  chip.words[slot + 1] = tag;
}

export function setReal(chip: Chip, slot: number, value: number): void {
  chip.reals[slot] = value;
  chip.words[slot + 1] = REAL;
}

/// Whether a tag's values take part in arithmetic.
export function isNumber(tag: number): boolean {
  return tag === INT || tag === REAL || tag === BOOL;
}

/// The number in a slot that holds one.
export function numberIn(chip: Chip, slot: number): number {
  return (chip.words[slot + 1] === REAL ? chip.reals[slot] : chip.words[slot]) as number;
}

/// Notes a fault; FAULTED, for an operation to return.
export function fault(chip: Chip, core: Core, code: number, first = 0, second = 0, slot = 0): number {
  setFault(chip, core, code, first, second, slot);
  return FAULTED;
}

/// Faults if a slot has no value yet.
export function requireSet(chip: Chip, core: Core, slot: number): boolean {
  if (chip.words[slot + 1] !== UNSET) return true;
  setFault(chip, core, UNSET_VARIABLE, 0, 0, slot);
  return false;
}

/// Notes that there was no room for `bytes` bytes.
export function outOfMemory(chip: Chip, core: Core, bytes: number): number {
  const used = chip.words[core.registers + AREA_USED] as number;
  return fault(chip, core, OUT_OF_MEMORY, bytes, core.areaHeap.to - core.areaHeap.from - used);
}
