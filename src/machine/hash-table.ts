import { BYTES, INT, LIST_TAG, NONE } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { hashOf } from "./hash.ts";
import { allocate, isIn, RAW } from "./heap.ts";
import { LIST_CAPACITY, LIST_DATA, LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import { append, copyRange, elementSlot, elementTag, grow, listLength, newList } from "./lists.ts";
import { newRecord, recordSlot } from "./records.ts";
import { spend } from "./work-budget.ts";

// Dictionaries and sets in a core's memory: a record (records.ts) of
//
//   0   keys     a list, in the order in which they were put in
//   1   index    a block of bytes (bytes.ts), or None while a dictionary is so small that looking at each key is as fast
//   2   used     an int: places of the index that are not empty
//   3   values   a list, of a dictionary only: the value of each key
//
// The index says which key has which hash: place `hash & mask`, or one of those that `nextGroup` leads to, holds the number of
// the key in the list + 2; 0 is empty, 1 was taken by a key that has been deleted. A place takes 1, 2 or 4 bytes, by how many
// there are. Sets follow CPython in where they look and in when they grow: read along the index, a set of ints has its order.

export const TABLE_KEYS = 0;
export const TABLE_INDEX = 1;
const TABLE_USED = 2;
export const TABLE_VALUES = 3;
const SET_SLOTS = 3;
const DICT_SLOTS = 4;

/// A dictionary with more keys has an index.
const MOST_WITHOUT_INDEX = 8;
const LEAST_PLACES = 8;
export const EMPTY_PLACE = 0;
const DELETED = 1;
/// What is added to the number of a key.
export const FIRST_KEY = 2;
/// Places after the first that belong to one group.
const GROUP = 9;

export function keysOf(chip: Chip, table: number): number {
  return chip.words[recordSlot(table, TABLE_KEYS)] as number;
}

export function valuesOf(chip: Chip, dict: number): number {
  return chip.words[recordSlot(dict, TABLE_VALUES)] as number;
}

/// How many keys there are.
export function tableLength(chip: Chip, table: number): number {
  return listLength(chip, keysOf(chip, table));
}

/// The address of the index; 0 if there is none.
export function indexOf(chip: Chip, table: number): number {
  const slot = recordSlot(table, TABLE_INDEX);
  return chip.words[slot + 1] === BYTES ? (chip.words[slot] as number) : 0;
}

/// How many places an index has.
export function placesOf(chip: Chip, index: number): number {
  const bytes = chip.words[index >> 2] as number;
  return bytes <= 256 ? bytes : bytes <= 0x20000 ? bytes >> 1 : bytes >> 2;
}

function indexBytes(places: number): number {
  return places <= 256 ? places : places <= 0x10000 ? places * 2 : places * 4;
}

/// The entry at a place of an index with `places` places.
export function placeAt(chip: Chip, index: number, places: number, at: number): number {
  const { bytes } = chip;
  if (places <= 256) return bytes[index + 4 + at] as number;
  if (places > 0x10000) return chip.words[(index >> 2) + 1 + at] as number;
  const low = index + 4 + at * 2;
  return (bytes[low] as number) | ((bytes[low + 1] as number) << 8);
}

function setPlace(chip: Chip, index: number, places: number, at: number, value: number): void {
  const { bytes } = chip;
  if (places <= 256) bytes[index + 4 + at] = value;
  else if (places > 0x10000) chip.words[(index >> 2) + 1 + at] = value;
  else {
    bytes[index + 4 + at * 2] = value & 255;
    bytes[index + 5 + at * 2] = value >> 8;
  }
}

/// Where the group of places begins that follows the one at `first`, the `step`th after that at `hash & mask`.
export function nextGroup(first: number, hash: number, step: number, mask: number): number {
  return (first * 5 + 1 + perturbation(hash, step * 5)) & mask;
}

/// The lower half of a hash of 64 bits after a shift.
function perturbation(hash: number, shift: number): number {
  if (shift >= 64) return 0;
  const high = hash < 0 ? 0xffffffff : 0;
  if (shift >= 32) return high >>> (shift - 32);
  return ((hash >>> shift) | (high << (32 - shift))) >>> 0;
}

/// The last place of the group that begins at one.
export function groupEnd(first: number, mask: number): number {
  return first + GROUP <= mask ? first + GROUP : first;
}

/// A new dictionary, or a new set, without keys; its address, or 0 if there is no memory left. To be called in `makeWhole`.
export function newTable(chip: Chip, core: Core, isDict: boolean): number {
  const table = newRecord(chip, core, isDict ? DICT_SLOTS : SET_SLOTS);
  if (table === 0) return 0;
  put(chip, table, TABLE_INDEX, NONE, 0);
  put(chip, table, TABLE_USED, INT, 0);
  for (const slot of isDict ? [TABLE_KEYS, TABLE_VALUES] : [TABLE_KEYS]) {
    const list = newList(chip, core, 0, false);
    if (list === 0) return 0;
    put(chip, table, slot, LIST_TAG, list);
  }
  if (isDict) return table;
  const index = newIndex(chip, core, LEAST_PLACES, isIn(core.areaHeap, table));
  if (index === 0) return 0;
  put(chip, table, TABLE_INDEX, BYTES, index);
  return table;
}

function put(chip: Chip, table: number, k: number, tag: number, value: number): void {
  const slot = recordSlot(table, k);
  chip.words[slot] = value;
  chip.words[slot + 1] = tag;
}

function newIndex(chip: Chip, core: Core, places: number, shared: boolean): number {
  const bytes = indexBytes(places);
  const index = allocate(chip, core, 4 + bytes, RAW, shared);
  if (index === 0) return 0;
  chip.words[index >> 2] = bytes;
  chip.bytes.fill(0, index + 4, index + 4 + bytes);
  return index;
}

/// Puts a key that is not there yet at the end, with its value if it is a dictionary. The table, the key and the value must be
/// in slots or pinned. False if there is no memory left: then nothing has changed.
export function appendKey(
  chip: Chip,
  core: Core,
  table: number,
  keyTag: number,
  key: number,
  valueTag = 0,
  value = 0,
): boolean {
  const { words } = chip;
  const keys = keysOf(chip, table);
  const isDict = isDictionary(chip, table);
  const length = listLength(chip, keys);
  if (isDict && !makeRoom(chip, core, table, length + 1)) return false;
  const values = isDict ? valuesOf(chip, table) : 0;
  if (!enlargeGently(chip, core, keys) || (isDict && !enlargeGently(chip, core, values))) return false;
  if (isDict && !append(chip, core, values, value, valueTag)) return false;
  if (!append(chip, core, keys, key, keyTag)) {
    if (isDict) words[(values >> 2) + LIST_LENGTH] = length;
    return false;
  }
  const index = indexOf(chip, table);
  if (index !== 0) enter(chip, table, index, length);
  return isDict || growSet(chip, core, table);
}

/// Makes room for one more element where there is none, but less than lists do: a dictionary has two of them and an index.
function enlargeGently(chip: Chip, core: Core, list: number): boolean {
  const capacity = chip.words[(list >> 2) + LIST_CAPACITY] as number;
  return listLength(chip, list) < capacity || grow(chip, core, list, capacity + (capacity >> 2) + 4);
}

/// Whether a table has values too.
export function isDictionary(chip: Chip, table: number): boolean {
  return (chip.words[(table >> 2) - 1] as number) >> 4 > SET_SLOTS * 2 + 2;
}

/// Writes the number of a key to the place in the index where its hash leads.
function enter(chip: Chip, table: number, index: number, key: number): void {
  const { words } = chip;
  const keys = keysOf(chip, table);
  const places = placesOf(chip, index);
  const mask = places - 1;
  const hash = hashOf(chip, elementTag(chip, keys, key), elementSlot(chip, keys, key), true);
  let first = hash & mask;
  let free = -1;
  for (let step = 1; ; step++) {
    const last = groupEnd(first, mask);
    for (let at = first; at <= last; at++) {
      const found = placeAt(chip, index, places, at);
      if (found === DELETED && free < 0) free = at;
      if (found !== EMPTY_PLACE) continue;
      // The place of a deleted key on the way is taken first, as in CPython.
      setPlace(chip, index, places, free < 0 ? at : free, key + FIRST_KEY);
      const used = recordSlot(table, TABLE_USED);
      if (free < 0) words[used] = (words[used] as number) + 1;
      return;
    }
    first = nextGroup(first, hash, step, mask);
  }
}

/// Sees to it that a dictionary's index has room for one more of `length` keys, if it needs one.
function makeRoom(chip: Chip, core: Core, dict: number, length: number): boolean {
  if (length <= MOST_WITHOUT_INDEX) return true;
  const index = indexOf(chip, dict);
  const used = chip.words[recordSlot(dict, TABLE_USED)] as number;
  if (index !== 0 && (used + 1) * 4 <= placesOf(chip, index) * 3) return true;
  let places = LEAST_PLACES;
  while (length * 3 > places * 2) places *= 2;
  return reindex(chip, core, dict, places);
}

/// As CPython does when a key has been added.
function growSet(chip: Chip, core: Core, set: number): boolean {
  const used = chip.words[recordSlot(set, TABLE_USED)] as number;
  const places = placesOf(chip, indexOf(chip, set));
  if (used * 5 < (places - 1) * 3) return true;
  const length = tableLength(chip, set);
  if (reindex(chip, core, set, placesAbove(length > 50000 ? length * 2 : length * 4))) return true;
  // It may be fuller than CPython's as long as there are empty places.
  return used + 1 < places || removeKey(chip, set, length - 1);
}

/// The least number of places above `least` that an index of a set may have.
function placesAbove(least: number): number {
  let places = LEAST_PLACES;
  while (places <= least) places *= 2;
  return places;
}

/// Makes a set ready for `more` keys of another set or a dictionary, as CPython does before it adds them.
export function expectKeys(chip: Chip, core: Core, set: number, more: number): boolean {
  const used = chip.words[recordSlot(set, TABLE_USED)] as number;
  if ((used + more) * 5 < (placesOf(chip, indexOf(chip, set)) - 1) * 3) return true;
  return reindex(chip, core, set, placesAbove((tableLength(chip, set) + more) * 2));
}

/// Makes a new index with `places` places.
export function reindex(chip: Chip, core: Core, table: number, places: number): boolean {
  const before = keyOrder(chip, table, true);
  const order = before.length === tableLength(chip, table) ? before : keyOrder(chip, table, false);
  spend(chip, order.length);
  const index = newIndex(chip, core, places, isIn(core.areaHeap, table));
  if (index === 0) return false;
  put(chip, table, TABLE_INDEX, BYTES, index);
  put(chip, table, TABLE_USED, INT, 0);
  for (const key of order) enter(chip, table, index, key);
  return true;
}

/// Makes a new, empty set what another set is, place by place, if their indices have as many places and nothing has been taken out
/// of the other. 1 if it does now, 0 if it cannot, -1 if there is no memory left.
export function copyPlaces(chip: Chip, core: Core, set: number, other: number): number {
  const { words, bytes } = chip;
  const length = tableLength(chip, other);
  const usedOf = (table: number): number => words[recordSlot(table, TABLE_USED)] as number;
  const from = indexOf(chip, other);
  if (isDictionary(chip, other) || usedOf(set) !== 0 || usedOf(other) !== length) return 0;
  if (words[from >> 2] !== words[indexOf(chip, set) >> 2]) return 0;
  const keys = copyRange(chip, core, keysOf(chip, other), 0, length);
  if (keys === 0) return -1;
  put(chip, set, TABLE_KEYS, LIST_TAG, keys);
  put(chip, set, TABLE_USED, INT, length);
  bytes.copyWithin(indexOf(chip, set) + 4, from + 4, from + 4 + (words[from >> 2] as number));
  return 1;
}

/// Makes lists, of keys and for a dictionary of values, those of a new table, with `places` places in the index.
export function adopt(chip: Chip, core: Core, table: number, lists: readonly number[], places: number): boolean {
  const [keys = 0, values] = lists;
  put(chip, table, TABLE_KEYS, LIST_TAG, keys);
  if (values !== undefined) put(chip, table, TABLE_VALUES, LIST_TAG, values);
  return places === 0 || reindex(chip, core, table, places);
}

/// Takes a key out, and its value; those behind it move up by one. True, for who has no use of it.
export function removeKey(chip: Chip, table: number, key: number): true {
  const index = indexOf(chip, table);
  if (index !== 0) {
    const places = placesOf(chip, index);
    spend(chip, places >> 4);
    for (let at = 0; at < places; at++) {
      const found = placeAt(chip, index, places, at);
      if (found === key + FIRST_KEY) setPlace(chip, index, places, at, DELETED);
      else if (found > key + FIRST_KEY) setPlace(chip, index, places, at, found - 1);
    }
  }
  removeFrom(chip, keysOf(chip, table), key);
  if (isDictionary(chip, table)) removeFrom(chip, valuesOf(chip, table), key);
  return true;
}

function removeFrom(chip: Chip, list: number, at: number): void {
  const { words, bytes } = chip;
  const object = list >> 2;
  const length = words[object + LIST_LENGTH] as number;
  const data = words[object + LIST_DATA] as number;
  words.copyWithin((data >> 2) + at, (data >> 2) + at + 1, (data >> 2) + length);
  if (words[object + LIST_ELEMENTS] === MIXED) {
    const tags = data + (words[object + LIST_CAPACITY] as number) * 4;
    bytes.copyWithin(tags + at, tags + at + 1, tags + length);
  }
  words[object + LIST_LENGTH] = length - 1;
}

/// Takes everything out, and gives its room back.
export function clearTable(chip: Chip, table: number): void {
  for (const list of isDictionary(chip, table) ? [keysOf(chip, table), valuesOf(chip, table)] : [keysOf(chip, table)]) {
    const object = list >> 2;
    chip.words[object + LIST_LENGTH] = 0;
    chip.words[object + LIST_CAPACITY] = 0;
    chip.words[object + LIST_DATA] = 0;
    chip.words[object + LIST_ELEMENTS] = 0;
  }
  const index = indexOf(chip, table);
  put(chip, table, TABLE_USED, INT, 0);
  if (index === 0) return;
  if (isDictionary(chip, table)) put(chip, table, TABLE_INDEX, NONE, 0);
  else chip.bytes.fill(0, index + 4, index + 4 + (chip.words[index >> 2] as number));
}

/// Whether a table's order is that of its index: a set of ints has the order of CPython, any other that in which it was filled.
export function goesByIndex(chip: Chip, table: number): boolean {
  return !isDictionary(chip, table) && chip.words[(keysOf(chip, table) >> 2) + LIST_ELEMENTS] === INT;
}

/// The numbers of a table's keys in its order; with `byIndex`, in that of its index if there is one.
export function keyOrder(chip: Chip, table: number, byIndex = goesByIndex(chip, table)): number[] {
  const index = indexOf(chip, table);
  const order: number[] = [];
  if (!byIndex || index === 0) {
    const length = tableLength(chip, table);
    for (let key = 0; key < length; key++) order.push(key);
    return order;
  }
  const places = placesOf(chip, index);
  for (let at = 0; at < places; at++) {
    const found = placeAt(chip, index, places, at);
    if (found >= FIRST_KEY) order.push(found - FIRST_KEY);
  }
  return order;
}
