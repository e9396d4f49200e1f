import { BOOL, INT, LIST_TAG, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { put } from "./classic-lists.ts";
import { readElement } from "./elements.ts";
import { INDEX_NOT_INT, INDEX_OUT_OF_RANGE, UNSET_VARIABLE } from "./faults.ts";
import { ARRAY_LENGTHS } from "./list-layout.ts";
import { dimensionsOf, elementTag, elementWord, listLength } from "./lists.ts";
import { writeElement } from "./slices.ts";
import { FAULTED, fault, outOfMemory, setSlot } from "./slots.ts";

// Elements at several indices. Classic ePython's array of more than one dimension is a flat list, with its dimensions beside it.

/// The element of an array of more dimensions that some of the slots from `w` on say, all but the last of which may be left
/// out; -1 with a fault if there is none.
function place(chip: Chip, core: Core, array: number, w: number, count: number): number {
  const { words } = chip;
  const object = array >> 2;
  const dimensions = dimensionsOf(chip, array);
  let at = 0;
  for (let k = 0; k < dimensions; k++) {
    const length = words[object + ARRAY_LENGTHS + k] as number;
    at *= length;
    if (k >= count) continue;
    const slot = w + k * 2;
    const tag = words[slot + 1] as number;
    if (tag === UNSET) return fault(chip, core, UNSET_VARIABLE, 0, 0, slot);
    if (tag !== INT && tag !== BOOL) return fault(chip, core, INDEX_NOT_INT, tag);
    const index = words[slot] as number;
    if (index < 0 || index >= length) return fault(chip, core, INDEX_OUT_OF_RANGE, index, length);
    at += index;
  }
  // Freed arrays have lengths and no elements.
  return at < listLength(chip, array) ? at : fault(chip, core, INDEX_OUT_OF_RANGE, at, listLength(chip, array));
}

function isArray(chip: Chip, slot: number): boolean {
  return chip.words[slot + 1] === LIST_TAG && dimensionsOf(chip, chip.words[slot] as number) > 1;
}

/// d = object[i][j]…; the indices stand in slots from `w` on.
export function readAt(chip: Chip, core: Core, d: number, object: number, w: number, count: number): number {
  const { words } = chip;
  let slot = object;
  for (let k = 0; k < count; ) {
    if (isArray(chip, slot)) {
      const array = words[slot] as number;
      const at = place(chip, core, array, w + k * 2, count - k);
      if (at < 0) return FAULTED;
      setSlot(chip, d, elementTag(chip, array, at), words[elementWord(chip, array, at)] as number);
      k += Math.min(count - k, dimensionsOf(chip, array));
    } else {
      if (readElement(chip, core, d, slot, w + k * 2) < 0) return FAULTED;
      k++;
    }
    slot = d;
  }
  return 0;
}

/// object[i][j]… = v; the indices stand in slots from `w` on, the first of which what lies between may be put into.
export function writeAt(chip: Chip, core: Core, object: number, w: number, count: number, v: number): number {
  const { words } = chip;
  let slot = object;
  for (let k = 0; k < count; ) {
    if (isArray(chip, slot)) {
      const array = words[slot] as number;
      const dimensions = dimensionsOf(chip, array);
      const at = place(chip, core, array, w + k * 2, count - k);
      if (at < 0) return FAULTED;
      if (count - k <= dimensions) {
        if (words[v + 1] === UNSET) return fault(chip, core, UNSET_VARIABLE, 0, 0, v);
        const done = put(chip, core, array, at, words[v] as number, words[v + 1] as number);
        return done ? 0 : outOfMemory(chip, core, 4);
      }
      k += dimensions;
      setSlot(chip, w, elementTag(chip, array, at), words[elementWord(chip, array, at)] as number);
    } else {
      if (k === count - 1) return writeElement(chip, core, slot, w + k * 2, v);
      if (readElement(chip, core, w, slot, w + k * 2) < 0) return FAULTED;
      k++;
    }
    slot = w;
  }
  return 0;
}
