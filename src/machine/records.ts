import type { Chip, Core } from "./chip.ts";
import { allocate, RECORD } from "./heap.ts";

// A record in a core's heap: slots one after the other, a word of value and a word of tag each, as on the stack. Instances, cells,
// closures, bound methods, generators and iterators are records; what each slot is for is said where they are made.

/// The address of a new record whose slots are all unset, or 0 if there is no memory left. May collect.
export function newRecord(chip: Chip, core: Core, slots: number): number {
  const record = allocate(chip, core, slots * 8, RECORD);
  if (record !== 0) {
    // A block may be a word longer than it was asked for.
    const words = ((chip.words[(record >> 2) - 1] as number) >> 4) - 1;
    chip.words.fill(0, record >> 2, (record >> 2) + words);
  }
  return record;
}

/// The word index of a record's slot, to be read and written as any other.
export function recordSlot(record: number, index: number): number {
  return (record >> 2) + index * 2;
}

/// How many slots a record has.
export function recordLength(chip: Chip, record: number): number {
  return (((chip.words[(record >> 2) - 1] as number) >> 4) - 1) >> 1;
}
