import * as natives from "../../bytecode/natives.ts";
import { INT, LIST_TAG, NONE, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { CANNOT_CHANGE, NEGATIVE_LENGTH, SHAPE_MISMATCH, setFault } from "../faults.ts";
import { collect, free as freeBlock, makeWhole } from "../heap.ts";
import { LIST_CAPACITY, LIST_DATA, LIST_ELEMENTS, LIST_LENGTH, MIXED } from "../list-layout.ts";
import { append, elementTag, elementWord, listLength, newList, setElement } from "../lists.ts";
import { outOfMemory, setSlot } from "../slots.ts";
import { spend } from "../work-budget.ts";
import { storeList } from "./building.ts";
import {
  isGiven,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  wrongArgument,
} from "./native.ts";

// The modules array and memory. An array is a list, with more dimensions a list of lists of one length: what works on
// lists works on arrays, and any list can be asked for its shape.

const MOST_DIMENSIONS = 7;

/// array and shared_mem_array: zeros in as many dimensions as there are arguments.
function array(native: number, shared: boolean): NativeImplementation {
  return (chip, core, args, count, d) => {
    const lengths = arrayLengths(chip, core, native, args, count);
    if (lengths === undefined) return NATIVE_FAULT;
    const bytes = lengths.reduce((all, length) => all * length, 4);
    const most = core.areaHeap.to - core.areaHeap.from + core.heap.to - core.heap.from;
    let made = 0;
    if (lengths.length === 1) {
      made = bytes > most ? 0 : zeros(chip, core, lengths, 0, shared);
    } else if (bytes <= most && rows(lengths) * 16 <= most) {
      made = makeWhole(chip, core, () => zeros(chip, core, lengths, 0, shared));
    }
    if (made === 0) {
      outOfMemory(chip, core, Math.min(bytes, 0x7fffffff));
      return NATIVE_FAULT;
    }
    setSlot(chip, d, LIST_TAG, made);
    return NATIVE_DONE;
  };
}

/// The lengths that an array is to have; undefined with a fault if it cannot.
export function arrayLengths(
  chip: Chip,
  core: Core,
  native: number,
  args: number,
  count: number,
): readonly number[] | undefined {
  const lengths: number[] = [];
  for (let k = 0; k < count && (k === 0 || isGiven(chip, args, count, k)); k++) {
    if (chip.words[args + k * 2 + 1] !== INT) {
      wrongArgument(chip, core, native, args, k);
      return undefined;
    }
    const length = chip.words[args + k * 2] as number;
    if (length < 0) {
      setFault(chip, core, NEGATIVE_LENGTH, length);
      return undefined;
    }
    lengths.push(length);
  }
  return lengths;
}

/// How many lists an array of these lengths consists of.
function rows(lengths: readonly number[]): number {
  let all = 1;
  let here = 1;
  for (const length of lengths.slice(0, -1)) {
    here *= length;
    all += here;
  }
  return all;
}

function zeros(chip: Chip, core: Core, lengths: readonly number[], dimension: number, shared: boolean): number {
  const { words } = chip;
  const length = lengths[dimension] as number;
  const list = newList(chip, core, length, false, shared);
  if (list === 0) return 0;
  if (dimension === lengths.length - 1) {
    words[(list >> 2) + LIST_ELEMENTS] = INT;
    words[(list >> 2) + LIST_LENGTH] = length;
    if (length > 0) words.fill(0, elementWord(chip, list, 0), elementWord(chip, list, length));
    return list;
  }
  for (let k = 0; k < length; k++) {
    const part = zeros(chip, core, lengths, dimension + 1, shared);
    if (part === 0) return 0;
    setElement(chip, core, list, k, part, LIST_TAG);
    words[(list >> 2) + LIST_LENGTH] = k + 1;
  }
  return list;
}

function isList(tag: number): boolean {
  return tag === LIST_TAG || tag === TUPLE_TAG;
}

/// A native of one argument that has been found to be a list or tuple.
type OfArray = (chip: Chip, core: Core, list: number, args: number, d: number) => NativeResult;

function onArray(native: number, of: OfArray): NativeImplementation {
  return (chip, core, args, _count, d) =>
    isList(chip.words[args + 1] as number)
      ? of(chip, core, chip.words[args] as number, args, d)
      : wrongArgument(chip, core, native, args, 0);
}

/// Visits every element that is no list itself, row by row; what lies deeper than arrays go is an element.
function eachElement(chip: Chip, list: number, visit: (tag: number, word: number) => boolean, depth = 1): boolean {
  const length = listLength(chip, list);
  spend(chip, length);
  for (let k = 0; k < length; k++) {
    const tag = elementTag(chip, list, k);
    const word = elementWord(chip, list, k);
    const goesOn =
      isList(tag) && depth < MOST_DIMENSIONS
        ? eachElement(chip, chip.words[word] as number, visit, depth + 1)
        : visit(tag, word);
    if (!goesOn) return false;
  }
  return true;
}

const flatten: OfArray = (chip, core, list, _args, d) => {
  if (!storeList(chip, core, d, LIST_TAG, 0, INT, () => 0)) return NATIVE_FAULT;
  const flat = chip.words[d] as number;
  const add = (tag: number, word: number): boolean => append(chip, core, flat, chip.words[word] as number, tag);
  if (eachElement(chip, list, add)) return NATIVE_DONE;
  outOfMemory(chip, core, listLength(chip, flat) * 4);
  return NATIVE_FAULT;
};

function setInt(chip: Chip, d: number, value: number): NativeResult {
  setSlot(chip, d, INT, value);
  return NATIVE_DONE;
}

/// How many elements an array has in all its dimensions.
export function countElements(chip: Chip, list: number): number {
  let elements = 0;
  eachElement(chip, list, () => {
    elements++;
    return true;
  });
  return elements;
}

const size: OfArray = (chip, _core, list, _args, d) => setInt(chip, d, countElements(chip, list));

const len: OfArray = (chip, _core, list, _args, d) => setInt(chip, d, listLength(chip, list));

/// The lengths along the first element of each dimension.
export function nestedShape(chip: Chip, list: number): number[] {
  const lengths = [listLength(chip, list)];
  let at = list;
  while (lengths.length < MOST_DIMENSIONS && listLength(chip, at) > 0 && isList(elementTag(chip, at, 0))) {
    at = chip.words[elementWord(chip, at, 0)] as number;
    lengths.push(listLength(chip, at));
  }
  return lengths;
}

const ndim: OfArray = (chip, _core, list, _args, d) => setInt(chip, d, nestedShape(chip, list).length);

const shape: OfArray = (chip, core, list, _args, d) => {
  const lengths = nestedShape(chip, list);
  const made = newList(chip, core, lengths.length, false);
  if (made === 0) {
    outOfMemory(chip, core, lengths.length * 4);
    return NATIVE_FAULT;
  }
  chip.words[(made >> 2) + LIST_ELEMENTS] = INT;
  chip.words[(made >> 2) + LIST_LENGTH] = lengths.length;
  chip.words.set(lengths, elementWord(chip, made, 0));
  setSlot(chip, d, TUPLE_TAG, made);
  return NATIVE_DONE;
};

const nbytes: OfArray = (chip, _core, list, _args, d) => setInt(chip, d, bytesOf(chip, list, 1));

// A word an element, and a byte of tag where a list is mixed; lists inside are counted by what is in them.
function bytesOf(chip: Chip, list: number, depth: number): number {
  const length = listLength(chip, list);
  spend(chip, length);
  const each = chip.words[(list >> 2) + LIST_ELEMENTS] === MIXED ? 5 : 4;
  let bytes = 0;
  for (let k = 0; k < length; k++) {
    const inner = isList(elementTag(chip, list, k)) && depth < MOST_DIMENSIONS;
    bytes += inner ? bytesOf(chip, chip.words[elementWord(chip, list, k)] as number, depth + 1) : each;
  }
  return bytes;
}

/// arraycopy(target, source)
function arraycopy(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words } = chip;
  for (let k = 0; k < 2; k++) {
    if (!isList(words[args + k * 2 + 1] as number)) {
      return wrongArgument(chip, core, natives.ARRAYCOPY.number, args, k);
    }
  }
  if (words[args + 1] === TUPLE_TAG) {
    setFault(chip, core, CANNOT_CHANGE, TUPLE_TAG);
    return NATIVE_FAULT;
  }
  if (!copyElements(chip, core, words[args] as number, words[args + 2] as number, 1)) return NATIVE_FAULT;
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

function copyElements(chip: Chip, core: Core, target: number, source: number, depth: number): boolean {
  const { words } = chip;
  const length = listLength(chip, source);
  spend(chip, length);
  if (length !== listLength(chip, target)) {
    setFault(chip, core, SHAPE_MISMATCH, listLength(chip, target), length);
    return false;
  }
  for (let k = 0; k < length; k++) {
    const tag = elementTag(chip, source, k);
    const value = words[elementWord(chip, source, k)] as number;
    if (tag === LIST_TAG && elementTag(chip, target, k) === LIST_TAG && depth < MOST_DIMENSIONS) {
      if (!copyElements(chip, core, words[elementWord(chip, target, k)] as number, value, depth + 1)) return false;
    } else if (!setElement(chip, core, target, k, value, tag)) {
      outOfMemory(chip, core, length * 4);
      return false;
    }
  }
  return true;
}

/// freearray and free: the block with the elements is free at once, and the list stays, empty.
function freeList(native: number): NativeImplementation {
  return (chip, core, args, _count, d) => {
    if (chip.words[args + 1] !== LIST_TAG) return wrongArgument(chip, core, native, args, 0);
    const object = (chip.words[args] as number) >> 2;
    const data = chip.words[object + LIST_DATA] as number;
    chip.words[object + LIST_LENGTH] = 0;
    chip.words[object + LIST_CAPACITY] = 0;
    chip.words[object + LIST_DATA] = 0;
    freeBlock(chip, core, data);
    setSlot(chip, d, NONE, 0);
    return NATIVE_DONE;
  };
}

function gc(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  collect(chip, core);
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

/// The implementations of the modules array and memory, by number.
export const arrayNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.ARRAY.number, array(natives.ARRAY.number, false)],
  [natives.SHARED_MEM_ARRAY.number, array(natives.SHARED_MEM_ARRAY.number, true)],
  [natives.FLATTEN.number, onArray(natives.FLATTEN.number, flatten)],
  [natives.ARRAY_SIZE.number, onArray(natives.ARRAY_SIZE.number, size)],
  [natives.ARRAY_LEN.number, onArray(natives.ARRAY_LEN.number, len)],
  [natives.NDIM.number, onArray(natives.NDIM.number, ndim)],
  [natives.SHAPE.number, onArray(natives.SHAPE.number, shape)],
  [natives.NBYTES.number, onArray(natives.NBYTES.number, nbytes)],
  [natives.ARRAYCOPY.number, arraycopy],
  [natives.FREEARRAY.number, freeList(natives.FREEARRAY.number)],
  [natives.FREE.number, freeList(natives.FREE.number)],
  [natives.GC.number, gc],
];
