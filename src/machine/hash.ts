import {
  BOOL,
  BYTEARRAY,
  BYTES,
  COMPLEX,
  DICT,
  FROZENSET,
  INSTANCE,
  INT,
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
import type { Chip } from "./chip.ts";
import { HASHED_BY_METHOD, NOT_HASHED } from "./class-table.ts";
import { readComplex } from "./complex.ts";
import { memberName } from "./enumerations.ts";
import { UNHASHABLE } from "./faults.ts";
import { heldBy } from "./held.ts";
import { classNumber, classOf } from "./instances.ts";
import { elementSlot, elementTag, listLength } from "./lists.ts";
import { answer, HASH_OF } from "./questions.ts";
import { rangeParts } from "./ranges.ts";
import { recordSlot } from "./records.ts";
import { RunFault } from "./run-fault.ts";
import { setSlot } from "./slots.ts";
import { bytesOfText } from "./strings.ts";
import { spend, touchCharacters } from "./work-budget.ts";

// The hash of a value: an int of 32 bits that equal values have in common, whatever their types (1, 1.0 and True). An int is its
// own, as in CPython, so that sets of ints have the order there that they have in CPython.

const DEEPEST = 200;

/// Which bits a real has.
const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/// The hash of the value with this tag at a word index, or with `isKey` of a key that is in a dictionary or set: its objects are not
/// asked again. Throws a RunFault if it can change, and so has none.
export function hashOf(chip: Chip, tag: number, slot: number, isKey = false, depth = 0): number {
  const value = chip.words[slot] as number;
  switch (tag) {
    case INT:
    case BOOL:
      return value === -1 ? -2 : value;
    case STRING:
    case BYTES:
      return hashOfText(chip, value);
    case REAL:
      return hashOfReal(chip.reals[slot] as number);
    case NONE:
      return 0x5f3759;
    case TUPLE_TAG:
      return hashOfTuple(chip, value, isKey, depth);
    case FROZENSET:
      return hashOfSet(chip, value, isKey, depth);
    case RANGE:
      return hashOfRange(chip, value);
    case COMPLEX: {
      const { re, im } = readComplex(chip, value);
      // One without an imaginary part is equal to its real part.
      return (hashOfReal(re) + Math.imul(1000003, hashOfReal(im))) | 0;
    }
    case LIST_TAG:
    case DICT:
    case SET:
    case VIEW:
    case BYTEARRAY:
    case SLICE_TAG:
      throw new RunFault(UNHASHABLE, tag);
    case INSTANCE:
      return hashOfObject(chip, slot, isKey, depth);
    default:
      return hashOfIdentity(tag, value);
  }
}

/// Of what its class says, of what an object holds, of the name of a member of an enumeration, or of its address.
function hashOfObject(chip: Chip, slot: number, isKey: boolean, depth: number): number {
  const value = chip.words[slot] as number;
  const row = classOf(chip, value);
  switch (row?.hashed) {
    case NOT_HASHED:
      throw new RunFault(UNHASHABLE, INSTANCE | (classNumber(chip, value) << 8));
    case HASHED_BY_METHOD: {
      const kept = recordSlot(value, row.hash);
      if (!isKey) setSlot(chip, kept, INT, answer(chip, HASH_OF, { tag: INSTANCE, value }).value);
      return chip.words[kept] as number;
    }
    default: {
      const held = heldBy(chip, INSTANCE, slot);
      if (held !== slot) return hashOf(chip, chip.words[held + 1] as number, held, isKey, depth + 1);
      const name = memberName(chip, value);
      return name === 0 ? hashOfIdentity(INSTANCE, value) : hashOfText(chip, name);
    }
  }
}

/// Of what is equal only to itself: its address, or its number.
export function hashOfIdentity(tag: number, value: number): number {
  return Math.imul(value, 0x9e3779b1) ^ tag;
}

/// The hash of the text at an address.
export function hashOfText(chip: Chip, address: number): number {
  const { words } = chip;
  const at = address >> 2;
  const head = words[at] as number;
  const length = bytesOfText(head);
  const whole = at + (length >> 2);
  // Four characters at a time; what stands behind the last of them in its word is anything.
  let hash = head;
  for (let k = at + 1; k <= whole; k++) hash = Math.imul(hash ^ (words[k] as number), 0x01000193) ^ (hash >>> 15);
  const rest = length & 3;
  if (rest !== 0) hash = Math.imul(hash ^ ((words[whole + 1] as number) & ((1 << (rest * 8)) - 1)), 0x01000193);
  touchCharacters(chip, length);
  return hash ^ (hash >>> 15) ^ (hash >>> 24);
}

function hashOfReal(value: number): number {
  const whole = value | 0;
  if (whole === value) return whole === -1 ? -2 : whole;
  single[0] = value;
  return Math.imul(bits[0] as number, 0x85ebca6b) ^ ((bits[0] as number) >>> 13);
}

function hashOfTuple(chip: Chip, tuple: number, isKey: boolean, depth: number): number {
  if (depth > DEEPEST) throw new RunFault(UNHASHABLE, TUPLE_TAG);
  const length = listLength(chip, tuple);
  spend(chip, length >> 1);
  let hash = 0x27d4eb2f;
  for (let k = 0; k < length; k++) {
    const element = hashOf(chip, elementTag(chip, tuple, k), elementSlot(chip, tuple, k), isKey, depth + 1);
    hash = Math.imul(hash ^ element, 0x85ebca77);
    hash ^= hash >>> 13;
  }
  return hash;
}

/// Ranges are equal if they have the same numbers.
function hashOfRange(chip: Chip, range: number): number {
  const { start, step, length } = rangeParts(chip, range);
  const first = length === 0 ? 0 : start;
  return Math.imul(Math.imul(length ^ 0x165667b1, 0x85ebca77) ^ first, 0x85ebca77) ^ (length < 2 ? 0 : step);
}

/// Of whatever order its elements are in.
function hashOfSet(chip: Chip, set: number, isKey: boolean, depth: number): number {
  if (depth > DEEPEST) throw new RunFault(UNHASHABLE, FROZENSET);
  const keys = chip.words[recordSlot(set, 0)] as number;
  const length = listLength(chip, keys);
  spend(chip, length >> 1);
  let hash = length;
  for (let k = 0; k < length; k++) {
    const element = hashOf(chip, elementTag(chip, keys, k), elementSlot(chip, keys, k), isKey, depth + 1);
    hash ^= Math.imul(element ^ (element >>> 16) ^ 0x5bd1e995, 0x2c1b3c6d);
  }
  return hash;
}
