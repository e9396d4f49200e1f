import { SLICE_TAG } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { allocate, RECORD } from "./heap.ts";
import { outOfMemory, setSlot } from "./slots.ts";
import { clearWords } from "./words.ts";

// A record in a core's heap: slots one after the other, a word of value and a word of tag each, as on the stack. Instances, cells,
// closures, bound methods, generators and iterators are records; what each slot is for is said where they are made.

/// The address of a new record whose slots are all unset, or 0 if there is no memory left. May collect.
export function newRecord(chip: Chip, core: Core, slots: number): number {
  const record = allocate(chip, core, slots * 8, RECORD);
  if (record !== 0) {
    // A block may be a word longer than it was asked for.
    const words = ((chip.words[(record >> 2) - 1] as number) >> 4) - 1;
    clearWords(chip.words, record >> 2, (record >> 2) + words);
  }
  return record;
}

/// d = a slice of the three parts in slots from w on, which may be d itself.
export function makeSlice(chip: Chip, core: Core, d: number, w: number): number {
  const slice = newRecord(chip, core, 3);
  if (slice === 0) return outOfMemory(chip, core, 24);
  chip.words.copyWithin(slice >> 2, w, w + 6);
  setSlot(chip, d, SLICE_TAG, slice);
  return 0;
}

/// The word index of a record's slot, to be read and written as any other.
export function recordSlot(record: number, index: number): number {
  return (record >> 2) + index * 2;
}

/// How many slots a record has.
export function recordLength(chip: Chip, record: number): number {
  return (((chip.words[(record >> 2) - 1] as number) >> 4) - 1) >> 1;
}
