import {
  BOUND,
  BYTES,
  FROZENSET,
  INSTANCE,
  INT,
  isTable,
  LIST_TAG,
  NONE,
  RANGE,
  REAL,
  SET,
  SLICE_TAG,
  STRING,
  TUPLE_TAG,
  VIEW,
} from "../bytecode/values.ts";
import { blockOf, isBytes } from "./bytes.ts";
import { type Chip, GUESS_SHIFT } from "./chip.ts";
import { equalsComplex } from "./complex.ts";
import { areSameMember } from "./enumerations.ts";
import { COMPARED_TOO_DEEP } from "./faults.ts";
import { hashOf, hashOfText } from "./hash.ts";
import {
  EMPTY_PLACE,
  FIRST_KEY,
  groupEnd,
  isDictionary,
  keysOf,
  nextGroup,
  placeAt,
  placesOf,
  TABLE_INDEX,
  valuesOf,
} from "./hash-table.ts";
import { comparedBy } from "./held.ts";
import { hasMethod } from "./instances.ts";
import { LIST_CAPACITY, LIST_DATA, LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import { elementSlot, elementTag, elementWord, listLength } from "./lists.ts";
import { answer, askedAt, HASH_OF, IS_EQUAL } from "./questions.ts";
import { areSameRanges } from "./ranges.ts";
import { recordSlot } from "./records.ts";
import { RunFault } from "./run-fault.ts";
import { isNumber } from "./slots.ts";
import { bytesOfText, compareStrings, isSameText, stringLength } from "./strings.ts";
import { tableOf } from "./views.ts";
import { spend, touchCharacters } from "./work-budget.ts";

// Whether two values are equal, and with that where a key is in a dictionary or a set.

/// How deep lists may lie in one another where they are compared, as in Python.
export const DEEPEST = 1000;

/// Whether values with this tag are sets.
function isSet(tag: number): boolean {
  return tag === SET || tag === FROZENSET;
}

/// Below 0, 0, above 0 as a string comes before, equals, comes after another.
export function stringOrder(chip: Chip, a: number, b: number): number {
  const least = Math.min(stringLength(chip, a), stringLength(chip, b));
  spend(chip, least >> 2);
  touchCharacters(chip, 2 * least);
  return compareStrings(chip, a, b);
}

/// Whether two values are equal, element by element. Slots may be elements' words, so the tags are passed.
export function equalValues(chip: Chip, ta: number, a: number, tb: number, b: number, depth = 0): boolean {
  spend(chip, 1);
  if (isNumber(ta) && isNumber(tb)) {
    const x = ta === REAL ? chip.reals[a] : chip.words[a];
    return x === (tb === REAL ? chip.reals[b] : chip.words[b]);
  }
  const va = chip.words[a] as number;
  const vb = chip.words[b] as number;
  if (ta === INSTANCE || tb === INSTANCE) return areEqualObjects(chip, ta, a, tb, b, depth);
  if (ta !== tb || ta === VIEW) {
    if (areSets(ta, tb)) return equalSets(chip, ta, va, tb, vb, depth);
    if (isBytes(ta) && isBytes(tb)) return equalBytes(chip, ta, va, tb, vb);
    return equalsComplex(chip, ta, a, tb, b);
  }
  if (ta === NONE) return true;
  if (ta === STRING) return va === vb || stringOrder(chip, va, vb) === 0;
  if (ta === LIST_TAG || ta === TUPLE_TAG) {
    const length = listLength(chip, va);
    if (va === vb) return true;
    if (length !== listLength(chip, vb)) return false;
    if (depth > DEEPEST) throw new RunFault(COMPARED_TOO_DEEP);
    for (let i = 0; i < length; i++) {
      const same = equalValues(
        chip,
        elementTag(chip, va, i),
        elementWord(chip, va, i),
        elementTag(chip, vb, i),
        elementWord(chip, vb, i),
        depth + 1,
      );
      if (!same) return false;
    }
    return true;
  }
  if (ta === RANGE) return areSameRanges(chip, va, vb);
  if (isTable(ta)) return equalTables(chip, va, vb, depth);
  if (va === vb) return true;
  if (isBytes(ta)) return equalBytes(chip, ta, va, tb, vb);
  if (ta === SLICE_TAG) return equalSlices(chip, va, vb, depth);
  if (ta === BOUND) return areSameMethods(chip, va, vb);
  return equalsComplex(chip, ta, a, tb, b);
}

/// Whether two methods with their objects are the same function of the same object.
function areSameMethods(chip: Chip, a: number, b: number): boolean {
  const [one, other] = [a >> 2, b >> 2];
  for (let k = 0; k < 4; k++) if (chip.words[one + k] !== chip.words[other + k]) return false;
  return true;
}

function equalBytes(chip: Chip, ta: number, va: number, tb: number, vb: number): boolean {
  return stringOrder(chip, blockOf(chip, ta, va), blockOf(chip, tb, vb)) === 0;
}

function equalSlices(chip: Chip, a: number, b: number, depth: number): boolean {
  if (depth > DEEPEST) throw new RunFault(COMPARED_TOO_DEEP);
  return [0, 1, 2].every((k) => {
    const [one, other] = [recordSlot(a, k), recordSlot(b, k)];
    return equalValues(chip, chip.words[one + 1] as number, one, chip.words[other + 1] as number, other, depth + 1);
  });
}

/// Whether two values are equal of which at least one is an object: the same, or by what a class says, or by what they hold.
function areEqualObjects(chip: Chip, ta: number, a: number, tb: number, b: number, depth: number): boolean {
  const { words } = chip;
  const [va, vb] = [words[a] as number, words[b] as number];
  if ((ta === tb && va === vb) || areSameMember(chip, ta, va, tb, vb)) return true;
  if (hasMethod(chip, ta, a, "__eq__") || hasMethod(chip, tb, b, "__eq__"))
    return answer(chip, IS_EQUAL, askedAt(chip, ta, a), askedAt(chip, tb, b)).value === 1;
  const one = comparedBy(chip, ta, a, tb, b);
  const other = comparedBy(chip, tb, b, ta, a);
  if (one === a && other === b) return false;
  if (depth > DEEPEST) throw new RunFault(COMPARED_TOO_DEEP);
  const oneTag = one === a ? ta : (words[one + 1] as number);
  const otherTag = other === b ? tb : (words[other + 1] as number);
  return equalValues(chip, oneTag, one, otherTag, other, depth + 1);
}

/// Whether values with these tags may be equal as sets are.
function areSets(ta: number, tb: number): boolean {
  return (isSet(ta) || ta === VIEW) && (isSet(tb) || tb === VIEW);
}

/// Whether sets of two types, or the keys of dictionaries, have the same elements.
function equalSets(chip: Chip, ta: number, va: number, tb: number, vb: number, depth: number): boolean {
  if (ta === tb && va === vb) return true;
  const a = tableOf(chip, ta, va);
  const b = tableOf(chip, tb, vb);
  return a !== 0 && b !== 0 && equalTables(chip, a, b, depth, false);
}

/// Whether two dictionaries have the same keys with the same values, or two sets the same elements.
function equalTables(chip: Chip, a: number, b: number, depth: number, isDict = isDictionary(chip, a)): boolean {
  if (a === b) return true;
  const keys = keysOf(chip, a);
  const length = listLength(chip, keys);
  if (length !== listLength(chip, keysOf(chip, b))) return false;
  if (depth > DEEPEST) throw new RunFault(COMPARED_TOO_DEEP);
  for (let k = 0; k < length; k++) {
    const found = findKey(chip, b, elementTag(chip, keys, k), elementSlot(chip, keys, k));
    if (found < 0) return false;
    if (!isDict) continue;
    const [one, other] = [valuesOf(chip, a), valuesOf(chip, b)];
    const same = equalValues(
      chip,
      elementTag(chip, one, k),
      elementWord(chip, one, k),
      elementTag(chip, other, found),
      elementWord(chip, other, found),
      depth + 1,
    );
    if (!same) return false;
  }
  return true;
}

/// The number of the key that equals the value with this tag at a word index, in a dictionary or set; -1 if there is none.
/// Throws a RunFault if the value can be no key.
export function findKey(chip: Chip, table: number, tag: number, slot: number): number {
  if (tag === STRING || tag === INT) return findSimpleKey(chip, table, tag, slot);
  return searchKey(chip, table, tag, slot);
}

/// The same for a text or an int, which are most keys. Where a key was found last is remembered outside of the cores' memory, by the
/// word of the value. What stands there is compared, so that it is only a guess; virtual time is that of a search.
function findSimpleKey(chip: Chip, table: number, tag: number, slot: number): number {
  const { words, guesses } = chip;
  const record = table >> 2;
  const keys = (words[record] as number) >> 2;
  if (words[keys + LIST_ELEMENTS] !== tag) return searchKey(chip, table, tag, slot);
  const value = words[slot] as number;
  const place = Math.imul(value ^ table, 0x9e3779b1) >>> GUESS_SHIFT;
  const guess = guesses[place] as number;
  if (guess < (words[keys + LIST_LENGTH] as number)) {
    const word = words[((words[keys + LIST_DATA] as number) >> 2) + guess] as number;
    if (word === value || (tag === STRING && isSameText(chip, word, value))) {
      // Without an index the text is not hashed.
      if (tag === STRING && words[record + TABLE_INDEX * 2 + 1] === BYTES)
        touchCharacters(chip, bytesOfText(words[value >> 2] as number));
      return guess;
    }
  }
  const found = searchKey(chip, table, tag, slot);
  if (found >= 0) guesses[place] = found;
  return found;
}

function searchKey(chip: Chip, table: number, tag: number, slot: number): number {
  const { words } = chip;
  const record = table >> 2;
  const keys = (words[record] as number) >> 2;
  if (words[record + TABLE_INDEX * 2 + 1] !== BYTES) {
    // Whatever the value is, it must have a hash.
    const own = tag !== STRING && tag !== INT ? hashOf(chip, tag, slot) : undefined;
    const length = words[keys + LIST_LENGTH] as number;
    for (let key = 0; key < length; key++) if (isKey(chip, keys, key, tag, slot, own)) return key;
    return -1;
  }
  const hash = tag === STRING ? hashOfText(chip, words[slot] as number) : hashOf(chip, tag, slot);
  const index = words[record + TABLE_INDEX * 2] as number;
  const places = placesOf(chip, index);
  const mask = places - 1;
  let first = hash & mask;
  for (let step = 1; ; step++) {
    const last = groupEnd(first, mask);
    for (let at = first; at <= last; at++) {
      const found = placeAt(chip, index, places, at);
      if (found === EMPTY_PLACE) return -1;
      if (found >= FIRST_KEY && isKey(chip, keys, found - FIRST_KEY, tag, slot, hash)) return found - FIRST_KEY;
    }
    first = nextGroup(first, hash, step, mask);
  }
}

/// Whether a key is equal to a value; `keys` is the list's word index. The hash is left out of a value whose own is easily had.
function isKey(chip: Chip, keys: number, key: number, tag: number, slot: number, hash?: number): boolean {
  const { words } = chip;
  const data = words[keys + LIST_DATA] as number;
  const elements = words[keys + LIST_ELEMENTS] as number;
  const other =
    elements === MIXED ? (chip.bytes[data + (words[keys + LIST_CAPACITY] as number) * 4 + key] as number) : elements;
  const at = (data >> 2) + key;
  if (other === tag) {
    const value = words[slot] as number;
    const word = words[at] as number;
    if (value === word) return true;
    if (tag === INT) return false;
    if (tag === STRING) return isSameText(chip, value, word);
  }
  // Objects are asked whether they are equal only to what has the same hash.
  if (chip.program.classes.helpers.has(HASH_OF) && (mayHoldObject(tag) || mayHoldObject(other))) {
    if ((hash ?? hashOf(chip, tag, slot)) !== hashOf(chip, other, at, true)) return false;
  }
  // The key is asked first, as in CPython.
  return equalValues(chip, other, at, tag, slot);
}

/// Whether a key with this tag is an object or may have one in it.
function mayHoldObject(tag: number): boolean {
  return tag === INSTANCE || tag === TUPLE_TAG || tag === FROZENSET;
}
