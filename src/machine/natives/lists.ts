import { LT } from "../../bytecode/isa.ts";
import * as natives from "../../bytecode/natives.ts";
import { BOOL, BYTEARRAY, INSTANCE, INT, LIST_TAG, NONE, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { orderValues } from "../comparison.ts";
import { equalValues } from "../equality.ts";
import { ARGUMENT_COUNT, EMPTY, INDEX_OUT_OF_RANGE, NOT_FOUND, setFault, WRONG_TYPES } from "../faults.ts";
import { LIST_CAPACITY, LIST_LENGTH } from "../list-layout.ts";
import { append, copyRange, elementTag, elementWord, grow, listLength, setElement } from "../lists.ts";
import { answer, ORDER_OF } from "../questions.ts";
import { outOfMemory, setSlot } from "../slots.ts";
import { truth } from "../truthiness.ts";
import { boundsOf } from "./bounds.ts";
import { listOf } from "./building.ts";
import { methodOfBytearray } from "./bytearrays.ts";
import {
  isGiven,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  noMethod,
  wrongArgument,
} from "./native.ts";

// The methods of lists. The receiver is the first argument.

/// A method that has found its receiver to be a list.
export type Method = (chip: Chip, core: Core, list: number, args: number, count: number, d: number) => NativeResult;

function onList(native: number, method: Method): NativeImplementation {
  return (chip, core, args, count, d) => {
    if (chip.words[args + 1] === LIST_TAG) return method(chip, core, chip.words[args] as number, args, count, d);
    const ofBytes = chip.words[args + 1] === BYTEARRAY ? methodOfBytearray(native) : undefined;
    return ofBytes === undefined ? noMethod(chip, core, native, args) : ofBytes(chip, core, args, count, d);
  };
}

function nothing(chip: Chip, d: number): NativeResult {
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

function noRoom(chip: Chip, core: Core, list: number): NativeResult {
  outOfMemory(chip, core, listLength(chip, list) * 4);
  return NATIVE_FAULT;
}

const appendTo: Method = (chip, core, list, args, _count, d) =>
  append(chip, core, list, chip.words[args + 2] as number, chip.words[args + 3] as number)
    ? nothing(chip, d)
    : noRoom(chip, core, list);

const extend: Method = (chip, core, list, args, _count, d) => {
  const other = listOf(chip, core, natives.EXTEND.number, args, 1);
  if (other === 0) return NATIVE_FAULT;
  const length = listLength(chip, other);
  const wanted = listLength(chip, list) + length;
  if (wanted > (chip.words[(list >> 2) + LIST_CAPACITY] as number) && !grow(chip, core, list, wanted)) {
    return noRoom(chip, core, list);
  }
  for (let i = 0; i < length; i++) {
    const word = chip.words[elementWord(chip, other, i)] as number;
    if (!append(chip, core, list, word, elementTag(chip, other, i))) return noRoom(chip, core, list);
  }
  return nothing(chip, d);
};

/// Moves the elements from `from` on by one place, up or down, with their types.
function shift(chip: Chip, core: Core, list: number, from: number, by: 1 | -1): boolean {
  const last = listLength(chip, list) - 1;
  const move = (i: number): boolean =>
    setElement(chip, core, list, i + by, chip.words[elementWord(chip, list, i)] as number, elementTag(chip, list, i));
  if (by === 1) {
    for (let i = last; i >= from; i--) if (!move(i)) return false;
  } else {
    for (let i = from; i <= last; i++) if (!move(i)) return false;
  }
  return true;
}

function isWhole(chip: Chip, slot: number): boolean {
  return chip.words[slot + 1] === INT || chip.words[slot + 1] === BOOL;
}

const insert: Method = (chip, core, list, args, _count, d) => {
  if (!isWhole(chip, args + 2)) return wrongArgument(chip, core, natives.INSERT.number, args, 1);
  const length = listLength(chip, list);
  const index = chip.words[args + 2] as number;
  const at = Math.max(0, Math.min(length, index < 0 ? index + length : index));
  const value = chip.words[args + 4] as number;
  const tag = chip.words[args + 5] as number;
  // Appending first makes the room, for the value's type too.
  if (!append(chip, core, list, value, tag)) return noRoom(chip, core, list);
  chip.words[(list >> 2) + LIST_LENGTH] = length;
  if (!shift(chip, core, list, at, 1)) return noRoom(chip, core, list);
  chip.words[(list >> 2) + LIST_LENGTH] = length + 1;
  return setElement(chip, core, list, at, value, tag) ? nothing(chip, d) : noRoom(chip, core, list);
};

function removeAt(chip: Chip, core: Core, list: number, at: number): void {
  shift(chip, core, list, at + 1, -1);
  chip.words[(list >> 2) + LIST_LENGTH] = listLength(chip, list) - 1;
}

/// list.pop([index])
export const popFromList: Method = (chip, core, list, args, count, d) => {
  if (count > 2) {
    setFault(chip, core, ARGUMENT_COUNT, count - 1, 1);
    return NATIVE_FAULT;
  }
  const length = listLength(chip, list);
  if (length === 0) {
    setFault(chip, core, EMPTY);
    return NATIVE_FAULT;
  }
  let at = length - 1;
  if (isGiven(chip, args, count, 1)) {
    if (!isWhole(chip, args + 2)) return wrongArgument(chip, core, natives.POP.number, args, 1);
    const index = chip.words[args + 2] as number;
    at = index < 0 ? index + length : index;
    if (at < 0 || at >= length) {
      setFault(chip, core, INDEX_OUT_OF_RANGE, index, length);
      return NATIVE_FAULT;
    }
  }
  const tag = elementTag(chip, list, at);
  const value = chip.words[elementWord(chip, list, at)] as number;
  removeAt(chip, core, list, at);
  setSlot(chip, d, tag, value);
  return NATIVE_DONE;
};

function find(chip: Chip, list: number, args: number, from: number, to: number): number {
  const tag = chip.words[args + 3] as number;
  for (let i = from; i < to; i++) {
    if (equalValues(chip, elementTag(chip, list, i), elementWord(chip, list, i), tag, args + 2)) return i;
  }
  return -1;
}

/// Notes that what was looked for is not there.
export function notFound(chip: Chip, core: Core): NativeResult {
  setFault(chip, core, NOT_FOUND);
  return NATIVE_FAULT;
}

/// list.remove(value)
export const removeFromList: Method = (chip, core, list, args, _count, d) => {
  const at = find(chip, list, args, 0, listLength(chip, list));
  if (at < 0) return notFound(chip, core);
  removeAt(chip, core, list, at);
  return nothing(chip, d);
};

/// Puts elements back in a new order; their types are all in the list already, so nothing is allocated.
function reorder(chip: Chip, core: Core, list: number, order: readonly number[]): void {
  const tags = order.map((i) => elementTag(chip, list, i));
  const values = order.map((i) => chip.words[elementWord(chip, list, i)] as number);
  for (let i = 0; i < order.length; i++) setElement(chip, core, list, i, values[i] as number, tags[i] as number);
}

/// Turns a list round in place.
export function turnRound(chip: Chip, core: Core, list: number): void {
  const length = listLength(chip, list);
  reorder(
    chip,
    core,
    list,
    Array.from({ length }, (_, i) => length - 1 - i),
  );
}

const reverse: Method = (chip, core, list, _args, _count, d) => {
  turnRound(chip, core, list);
  return nothing(chip, d);
};

/// Sorts a list in place, keeping the order of equals, downwards too. False with a fault if two elements cannot be
/// ordered. The list is in slot `at`.
function sortInPlace(chip: Chip, core: Core, at: number, downwards: boolean): boolean {
  const list = chip.words[at] as number;
  const length = listLength(chip, list);
  if (chip.program.classes.helpers.has(ORDER_OF) && hasObjects(chip, list)) {
    const isDown = { tag: BOOL, value: downwards ? 1 : 0 };
    const { value } = answer(chip, ORDER_OF, { tag: LIST_TAG, value: list }, isDown);
    const order = Array.from({ length }, (_, k) => chip.words[elementWord(chip, value, k)] as number);
    reorder(chip, core, list, order);
    return true;
  }
  const sign = downwards ? -1 : 1;
  // How often a browser's sort compares is its own affair: n log n comparisons of two elements are what is counted.
  const touched = chip.touched + 2 * length * Math.ceil(Math.log2(length + 1));
  const characters = chip.touchedCharacters;
  const beyond = chip.touchedBeyond;
  let clash = 0;
  const compare = (i: number, k: number): number => {
    const a = elementTag(chip, list, i);
    const b = elementTag(chip, list, k);
    const difference = orderValues(chip, a, elementWord(chip, list, i), b, elementWord(chip, list, k));
    if (!Number.isNaN(difference)) return difference;
    if (clash === 0) clash = chip.clash;
    return 0;
  };
  const order = Array.from({ length }, (_, i) => i).sort((i, k) => sign * compare(i, k));
  if (clash !== 0) {
    setFault(chip, core, WRONG_TYPES, LT, clash);
    return false;
  }
  chip.touched = touched;
  chip.touchedCharacters = characters;
  chip.touchedBeyond = beyond;
  reorder(chip, core, list, order);
  return true;
}

/// Whether elements may be objects, or have some in them, which only their classes can order.
function hasObjects(chip: Chip, list: number): boolean {
  for (let k = 0; k < listLength(chip, list); k++) {
    const tag = elementTag(chip, list, k);
    if (tag === INSTANCE || tag === TUPLE_TAG || tag === LIST_TAG) return true;
  }
  return false;
}

/// Whether the optional argument at an index, `reverse`, is true; -1 with a fault if it has no value yet.
function isReverse(chip: Chip, core: Core, args: number, count: number, index: number): number {
  return isGiven(chip, args, count, index) ? truth(chip, core, args + index * 2) : 0;
}

const sort: Method = (chip, core, _list, args, count, d) => {
  const downwards = isReverse(chip, core, args, count, 1);
  if (downwards < 0) return NATIVE_FAULT;
  return sortInPlace(chip, core, args, downwards === 1) ? nothing(chip, d) : NATIVE_FAULT;
};

/// sorted(x[, reverse])
export function sorted(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const downwards = isReverse(chip, core, args, count, 1);
  if (downwards < 0) return NATIVE_FAULT;
  const list = listOf(chip, core, natives.SORTED.number, args, 0);
  if (list === 0) return NATIVE_FAULT;
  const made = copyRange(chip, core, list, 0, listLength(chip, list));
  if (made === 0) return noRoom(chip, core, list);
  // There it is kept while objects are asked for their order.
  setSlot(chip, args, LIST_TAG, made);
  if (!sortInPlace(chip, core, args, downwards === 1)) return NATIVE_FAULT;
  setSlot(chip, d, LIST_TAG, made);
  return NATIVE_DONE;
}

/// list.copy()
export const copyOfList: Method = (chip, core, list, _args, _count, d) => {
  const made = copyRange(chip, core, list, 0, listLength(chip, list));
  if (made === 0) return noRoom(chip, core, list);
  setSlot(chip, d, LIST_TAG, made);
  return NATIVE_DONE;
};

/// list.clear()
export const clearOfList: Method = (chip, _core, list, _args, _count, d) => {
  chip.words[(list >> 2) + LIST_LENGTH] = 0;
  return nothing(chip, d);
};

/// list.index(value[, start[, end]])
export const indexInList: Method = (chip, core, list, args, count, d) => {
  const bounds = boundsOf(chip, core, natives.INDEX_OF.number, args, count, 2, listLength(chip, list));
  if (bounds === undefined) return NATIVE_FAULT;
  const at = find(chip, list, args, bounds.from, bounds.to);
  if (at < 0) return notFound(chip, core);
  setSlot(chip, d, INT, at);
  return NATIVE_DONE;
};

/// list.count(value)
export const countInList: Method = (chip, core, list, args, count, d) => {
  if (count > 2) {
    setFault(chip, core, ARGUMENT_COUNT, count - 1, 1);
    return NATIVE_FAULT;
  }
  const wanted = chip.words[args + 3] as number;
  const length = listLength(chip, list);
  let found = 0;
  for (let i = 0; i < length; i++) {
    if (equalValues(chip, elementTag(chip, list, i), elementWord(chip, list, i), wanted, args + 2)) found++;
  }
  setSlot(chip, d, INT, found);
  return NATIVE_DONE;
};

/// The implementations of the methods that only lists have, by number.
export const listMethods: readonly (readonly [number, NativeImplementation])[] = [
  [natives.APPEND.number, onList(natives.APPEND.number, appendTo)],
  [natives.EXTEND.number, onList(natives.EXTEND.number, extend)],
  [natives.INSERT.number, onList(natives.INSERT.number, insert)],
  [natives.REVERSE.number, onList(natives.REVERSE.number, reverse)],
  [natives.SORT.number, onList(natives.SORT.number, sort)],
];
