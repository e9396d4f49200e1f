import { INT, TUPLE_TAG, UNSET, VIEW } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { loadValue } from "./dicts.ts";
import { BAD_CODE, NOT_ITERABLE, SIZE_CHANGED, UNSET_VARIABLE } from "./faults.ts";
import { FIRST_KEY, goesByIndex, indexOf, keysOf, placeAt, placesOf, tableLength, valuesOf } from "./hash-table.ts";
import { elementSlot, elementTag } from "./lists.ts";
import { newTuple } from "./natives/building.ts";
import { FAULTED, fault, outOfMemory, setSlot } from "./slots.ts";
import { kindOfView, tableIn, VIEW_ITEMS, VIEW_VALUES } from "./views.ts";

// Going through dictionaries, sets and views (iterators.ts). Of the two slots, the second has an int that says how far it has
// come; for a dictionary or set it has in its upper bits how many keys there were at the start, as far as they fit.

const PLACE_BITS = 20;
export const PLACES = (1 << PLACE_BITS) - 1;

/// How many keys a table has, as a loop remembers it.
export function countOf(length: number): number {
  return (length & 0x7ff) << PLACE_BITS;
}

/// Makes w and w+1 ready to go through what is in slot s.
export function startOver(chip: Chip, core: Core, w: number, s: number): number {
  const tag = chip.words[s + 1] as number;
  const value = chip.words[s] as number;
  const table = tableIn(chip, tag, value);
  if (table === 0) {
    return fault(chip, core, tag === UNSET ? UNSET_VARIABLE : NOT_ITERABLE, tag, 0, tag === UNSET ? s : 0);
  }
  setSlot(chip, w, tag, value);
  setSlot(chip, w + 2, INT, countOf(tableLength(chip, table)));
  return 0;
}

/// 1 with the next element in d, 0 if there is none, -1 with a fault.
export function nextOver(chip: Chip, core: Core, d: number, w: number): number {
  const { words } = chip;
  const tag = words[w + 1] as number;
  const value = words[w] as number;
  const table = tableIn(chip, tag, value);
  if (table === 0 || words[w + 3] !== INT) return fault(chip, core, BAD_CODE);
  if (((words[w + 2] as number) & ~PLACES) !== countOf(tableLength(chip, table)))
    return fault(chip, core, SIZE_CHANGED, tag);
  const key = goesByIndex(chip, table) ? nextInIndex(chip, table, w) : nextKey(chip, table, w);
  if (key < 0) return 0;
  return loadEntry(chip, core, d, table, key, tag === VIEW ? kindOfView(chip, value) : 0) ? 1 : FAULTED;
}

/// The number of the next key in the order in which they were put in, -1 if there are no more.
function nextKey(chip: Chip, table: number, w: number): number {
  const at = (chip.words[w + 2] as number) & PLACES;
  if (at >= tableLength(chip, table)) return -1;
  chip.words[w + 2] = (chip.words[w + 2] as number) + 1;
  return at;
}

/// The number of the key at the next place of the index that has one, -1 if there are no more.
function nextInIndex(chip: Chip, table: number, w: number): number {
  const index = indexOf(chip, table);
  const places = placesOf(chip, index);
  const start = (chip.words[w + 2] as number) & PLACES;
  for (let at = start; at < places; at++) {
    const found = placeAt(chip, index, places, at);
    if (found < FIRST_KEY) continue;
    chip.words[w + 2] = (chip.words[w + 2] as number) + at + 1 - start;
    return found - FIRST_KEY;
  }
  return -1;
}

/// d = a key of a table, its value or both, as views have them.
function loadEntry(chip: Chip, core: Core, d: number, table: number, key: number, which: number): boolean {
  const keys = keysOf(chip, table);
  const tag = elementTag(chip, keys, key);
  const word = chip.words[elementSlot(chip, keys, key)] as number;
  if (which === VIEW_VALUES) loadValue(chip, d, table, key);
  else if (which === VIEW_ITEMS) {
    const values = valuesOf(chip, table);
    const value = chip.words[elementSlot(chip, values, key)] as number;
    const tuple = newTuple(chip, core, [tag, elementTag(chip, values, key)], [word, value]);
    if (tuple === 0) {
      outOfMemory(chip, core, 8);
      return false;
    }
    setSlot(chip, d, TUPLE_TAG, tuple);
  } else setSlot(chip, d, tag, word);
  return true;
}
