import { DICT, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { findKey } from "./equality.ts";
import { KEY_NOT_FOUND, UNSET_VARIABLE } from "./faults.ts";
import { appendKey, keysOf, newTable, removeKey, valuesOf } from "./hash-table.ts";
import { makeWhole } from "./heap.ts";
import { elementSlot, elementTag, listLength, setElement } from "./lists.ts";
import { FAULTED, fault, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { costsOf } from "./timing/clock.ts";

// Dictionaries: what their instructions do. As in slots.ts, -1 says that a fault has been noted, and anything else is cycles.

/// What a new dictionary or set is likely to take, for the message when there is no room.
export const TABLE_BYTES = 80;

/// d = {}
export function emptyDict(chip: Chip, core: Core, d: number): number {
  const dict = makeWhole(chip, core, () => newTable(chip, core, true));
  if (dict === 0) return outOfMemory(chip, core, TABLE_BYTES);
  setSlot(chip, d, DICT, dict);
  return 0;
}

/// What finding a key costs beyond the instruction that looks for it.
function searchCycles(chip: Chip, core: Core): number {
  return costsOf(chip, core).hash;
}

/// d = dict[key]
export function readItem(chip: Chip, core: Core, d: number, dict: number, key: number): number {
  if (!requireSet(chip, core, key)) return FAULTED;
  const table = chip.words[dict] as number;
  const found = findKey(chip, table, chip.words[key + 1] as number, key);
  if (found < 0) return fault(chip, core, KEY_NOT_FOUND, 0, 0, key);
  loadValue(chip, d, table, found);
  return searchCycles(chip, core);
}

/// Puts the value of the key with this number into a slot.
export function loadValue(chip: Chip, d: number, table: number, key: number): void {
  const values = valuesOf(chip, table);
  setSlot(chip, d, elementTag(chip, values, key), chip.words[elementSlot(chip, values, key)] as number);
}

/// dict[key] = value, all in slots.
export function writeItem(chip: Chip, core: Core, dict: number, key: number, value: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, key)) return FAULTED;
  const tag = words[value + 1] as number;
  if (tag === UNSET) return fault(chip, core, UNSET_VARIABLE, 0, 0, value);
  const stored = setItem(chip, core, words[dict] as number, words[key + 1] as number, key, tag, words[value] as number);
  return stored ? searchCycles(chip, core) : outOfMemory(chip, core, TABLE_BYTES);
}

/// The same with the key at a word index, and the value itself; both must be in slots, pinned or in what is. False if there is
/// no memory left.
export function setItem(
  chip: Chip,
  core: Core,
  table: number,
  keyTag: number,
  key: number,
  tag: number,
  value: number,
): boolean {
  const found = findKey(chip, table, keyTag, key);
  if (found < 0) return appendKey(chip, core, table, keyTag, chip.words[key] as number, tag, value);
  return setElement(chip, core, valuesOf(chip, table), found, value, tag);
}

/// del dict[key]
export function deleteItem(chip: Chip, core: Core, dict: number, key: number): number {
  if (!requireSet(chip, core, key)) return FAULTED;
  const table = chip.words[dict] as number;
  const found = findKey(chip, table, chip.words[key + 1] as number, key);
  if (found < 0) return fault(chip, core, KEY_NOT_FOUND, 0, 0, key);
  removeKey(chip, table, found);
  return searchCycles(chip, core);
}

/// Puts all that one dictionary has into another. False if there is no memory left.
export function mergeDict(chip: Chip, core: Core, into: number, from: number): boolean {
  const { words } = chip;
  if (into === from) return true;
  const keys = keysOf(chip, from);
  const values = valuesOf(chip, from);
  const length = listLength(chip, keys);
  for (let k = 0; k < length; k++) {
    const value = words[elementSlot(chip, values, k)] as number;
    const key = elementSlot(chip, keys, k);
    if (!setItem(chip, core, into, elementTag(chip, keys, k), key, elementTag(chip, values, k), value)) return false;
  }
  return true;
}

/// A copy of a dictionary; 0 if there is no memory left. To be called in `makeWhole`.
export function copyDict(chip: Chip, core: Core, from: number): number {
  const copy = newTable(chip, core, true);
  return copy !== 0 && mergeDict(chip, core, copy, from) ? copy : 0;
}
