import { DICT, INT, isTable, VIEW } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { newRecord, recordSlot } from "./records.ts";
import { outOfMemory, setSlot } from "./slots.ts";

// The keys, values or items of a dictionary, as `keys`, `values` and `items` give them: a record of
//
//   0   the dictionary
//   1   which: an int, one of those below

export const VIEW_KEYS = 0;
export const VIEW_VALUES = 1;
export const VIEW_ITEMS = 2;

/// d = a view of the dictionary in a slot.
export function makeView(chip: Chip, core: Core, d: number, dict: number, which: number): number {
  const view = newRecord(chip, core, 2);
  if (view === 0) return outOfMemory(chip, core, 16);
  setSlot(chip, recordSlot(view, 0), DICT, chip.words[dict] as number);
  setSlot(chip, recordSlot(view, 1), INT, which);
  setSlot(chip, d, VIEW, view);
  return 0;
}

export function dictOfView(chip: Chip, view: number): number {
  return chip.words[recordSlot(view, 0)] as number;
}

/// Which view it is: one of VIEW_KEYS to VIEW_ITEMS.
export function kindOfView(chip: Chip, view: number): number {
  return chip.words[recordSlot(view, 1)] as number;
}

/// The dictionary or set whose keys a value is: itself, or what it is the keys of; 0 if it is no such value.
export function tableOf(chip: Chip, tag: number, value: number): number {
  if (tag === VIEW) return kindOfView(chip, value) === VIEW_KEYS ? dictOfView(chip, value) : 0;
  return isTable(tag) ? value : 0;
}

/// The dictionary or set that a value is gone through in: itself, or what it is a view of; 0 if it is no such value.
export function tableIn(chip: Chip, tag: number, value: number): number {
  if (tag === VIEW) return dictOfView(chip, value);
  return isTable(tag) ? value : 0;
}
