import { AND, OR, SUB, XOR } from "../bytecode/isa.ts";
import { SET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { TABLE_BYTES } from "./dicts.ts";
import { findKey } from "./equality.ts";
import { appendKey, copyPlaces, expectKeys, keyOrder, keysOf, newTable, removeKey, tableLength } from "./hash-table.ts";
import { makeWhole } from "./heap.ts";
import { elementSlot, elementTag, listLength } from "./lists.ts";
import { HASH_OF } from "./questions.ts";
import { FAULTED, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { spend } from "./work-budget.ts";

// Sets: how they are made from others, in CPython's way, so that a set of ints has CPython's order. What gives the address of a new
// set gives 0 if there is no memory left, and is to be called in `makeWhole`.

/// Adds the value with this tag at a word index; it must be in a slot, pinned or in what is. False if there is no memory left.
export function addTo(chip: Chip, core: Core, set: number, tag: number, slot: number): boolean {
  if (findKey(chip, set, tag, slot) >= 0) return true;
  return appendKey(chip, core, set, tag, chip.words[slot] as number);
}

/// d = a set of the `count` values from w on; with `folded`, in the order that CPython gives to constants in braces.
export function makeSet(chip: Chip, core: Core, d: number, w: number, count: number, folded: boolean): number {
  const { words } = chip;
  for (let k = 0; k < count; k++) if (!requireSet(chip, core, w + k * 2)) return FAULTED;
  const set = makeWhole(chip, core, () => {
    const made = newTable(chip, core, false);
    if (made === 0) return 0;
    for (let slot = w; slot < w + count * 2; slot += 2)
      if (!addTo(chip, core, made, words[slot + 1] as number, slot)) return 0;
    return folded ? refold(chip, core, made) : made;
  });
  if (set === 0) return outOfMemory(chip, core, TABLE_BYTES + count * 4);
  setSlot(chip, d, SET, set);
  return 0;
}

/// CPython adds constants to one set, what this gives to another, and copies that each time.
function refold(chip: Chip, core: Core, first: number): number {
  const second = newTable(chip, core, false);
  const isMade = second !== 0 && eachKey(chip, first, (tag, slot) => addTo(chip, core, second, tag, slot));
  return isMade ? copySet(chip, core, second) : 0;
}

/// Calls something with the tag and the word index of each key of a dictionary or set, in its order, until it is false.
function eachKey(chip: Chip, table: number, visit: (tag: number, slot: number) => boolean): boolean {
  const keys = keysOf(chip, table);
  const order = keyOrder(chip, table);
  spend(chip, order.length);
  return order.every((key) => visit(elementTag(chip, keys, key), elementSlot(chip, keys, key)));
}

/// Adds all keys of a table to a set.
function mergeInto(chip: Chip, core: Core, set: number, other: number): boolean {
  if (set === other || tableLength(chip, other) === 0) return true;
  if (!expectKeys(chip, core, set, tableLength(chip, other))) return false;
  const copied = copyPlaces(chip, core, set, other);
  if (copied !== 0) return copied > 0;
  return eachKey(chip, other, (tag, slot) => addTo(chip, core, set, tag, slot));
}

/// Takes a value out, if it is in the set.
export function discard(chip: Chip, set: number, tag: number, slot: number): boolean {
  const key = findKey(chip, set, tag, slot);
  return key >= 0 && removeKey(chip, set, key);
}

/// A set with the keys of a table.
export function copySet(chip: Chip, core: Core, other: number): number {
  const set = newTable(chip, core, false);
  return set !== 0 && mergeInto(chip, core, set, other) ? set : 0;
}

/// A set with the keys of `from` that are in `other`, or that are not.
function pick(chip: Chip, core: Core, from: number, other: number, wanted: boolean): number {
  const set = newTable(chip, core, false);
  if (set === 0) return 0;
  const done = eachKey(chip, from, (tag, slot) => {
    return findKey(chip, other, tag, slot) >= 0 !== wanted || addTo(chip, core, set, tag, slot);
  });
  return done ? set : 0;
}

/// The same where the other is a list: in CPython each of its elements is looked for in the set.
export function combineWithList(chip: Chip, core: Core, op: number, set: number, list: number): number {
  const made = op === AND ? newTable(chip, core, false) : copySet(chip, core, set);
  for (let k = 0; made !== 0 && k < listLength(chip, list); k++) {
    const tag = elementTag(chip, list, k);
    const slot = elementSlot(chip, list, k);
    if (op === SUB) discard(chip, made, tag, slot);
    else if (findKey(chip, set, tag, slot) >= 0 && !addTo(chip, core, made, tag, slot)) return 0;
  }
  return made;
}

function difference(chip: Chip, core: Core, a: number, b: number): number {
  if (tableLength(chip, a) >> 2 <= tableLength(chip, b)) return pick(chip, core, a, b, false);
  const set = copySet(chip, core, a);
  if (set !== 0) eachKey(chip, b, (tag, slot) => discard(chip, set, tag, slot) || true);
  return set;
}

function symmetricDifference(chip: Chip, core: Core, a: number, b: number): number {
  const set = copySet(chip, core, b);
  if (set === 0) return 0;
  const done = eachKey(chip, a, (tag, slot) => {
    return discard(chip, set, tag, slot) || appendKey(chip, core, set, tag, chip.words[slot] as number);
  });
  return done ? set : 0;
}

/// The set of an operation, by its instruction, on the keys of two tables.
export function combineSets(chip: Chip, core: Core, op: number, a: number, b: number): number {
  switch (op) {
    case OR: {
      const set = copySet(chip, core, a);
      return set !== 0 && mergeInto(chip, core, set, b) ? set : 0;
    }
    case AND:
      // The shorter one is gone through.
      return tableLength(chip, b) > tableLength(chip, a) ? pick(chip, core, a, b, true) : pick(chip, core, b, a, true);
    case SUB:
      return difference(chip, core, a, b);
    case XOR:
      return symmetricDifference(chip, core, a, b);
    default:
      return 0;
  }
}

/// Asks all that has to be known of objects before the set is changed. The answers are taken once more when it is.
function askAll(chip: Chip, op: number, set: number, other: number): void {
  const before = chip.answered;
  const [from, into] = op === SUB ? [set, other] : [other, set];
  const keys = keysOf(chip, from);
  const order = keyOrder(chip, from);
  // As discardAll goes through them.
  if (op === SUB) order.sort((a, b) => b - a);
  for (const key of order) findKey(chip, into, elementTag(chip, keys, key), elementSlot(chip, keys, key));
  chip.answered = before;
}

/// Makes a set what the operation on it and a table gives, in place. False if there is no memory left.
export function changeSet(chip: Chip, core: Core, op: number, set: number, other: number): boolean {
  if (chip.program.classes.helpers.has(HASH_OF) && op !== AND) askAll(chip, op, set, other);
  switch (op) {
    case OR:
      return mergeInto(chip, core, set, other);
    case SUB:
      return discardAll(chip, set, other);
    case XOR: {
      if (set === other) return discardAll(chip, set, other);
      return eachKey(chip, other, (tag, slot) => {
        return discard(chip, set, tag, slot) || appendKey(chip, core, set, tag, chip.words[slot] as number);
      });
    }
    default: {
      const both = makeWhole(chip, core, () => combineSets(chip, core, AND, set, other));
      return both !== 0 && takeOver(chip, set, both);
    }
  }
}

function discardAll(chip: Chip, set: number, other: number): boolean {
  const keys = keysOf(chip, set);
  if (set === other) {
    for (let key = tableLength(chip, set) - 1; key >= 0; key--) removeKey(chip, set, key);
    return true;
  }
  for (const key of keyOrder(chip, set).sort((a, b) => b - a)) {
    if (findKey(chip, other, elementTag(chip, keys, key), elementSlot(chip, keys, key)) >= 0) removeKey(chip, set, key);
  }
  return true;
}

/// Makes a set have what another, new one has, which is of no use afterwards.
function takeOver(chip: Chip, set: number, other: number): boolean {
  chip.words.copyWithin(set >> 2, other >> 2, (other >> 2) + 6);
  return true;
}

/// Whether all keys of a table are in another.
export function isSubset(chip: Chip, a: number, b: number): boolean {
  if (tableLength(chip, a) > tableLength(chip, b)) return false;
  return eachKey(chip, a, (tag, slot) => findKey(chip, b, tag, slot) >= 0);
}

/// Whether two tables have no key in common.
export function isDisjoint(chip: Chip, a: number, b: number): boolean {
  return eachKey(chip, a, (tag, slot) => findKey(chip, b, tag, slot) < 0);
}
