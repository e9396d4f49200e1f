import * as natives from "../bytecode/natives.ts";
import { BYTEARRAY, BYTES, DICT, LIST_TAG, RANGE, SLICE_TAG, STRING, TUPLE_TAG, UNSET } from "../bytecode/values.ts";
import { assignByteSlice, emptyStart, removeBytes, writeByte } from "./byte-elements.ts";
import { bytesLength, isBytes } from "./bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { putElement } from "./classic-lists.ts";
import { deleteItem, writeItem } from "./dicts.ts";
import { CANNOT_CHANGE, NOT_INDEXABLE, NOT_ITERABLE, SLICE_LENGTH, setFault, UNSET_VARIABLE } from "./faults.ts";
import { makeWhole } from "./heap.ts";
import { locate, slicedIndices, stepOf } from "./indices.ts";
import { LIST_CAPACITY, LIST_LENGTH } from "./list-layout.ts";
import { append, copyRange, elementTag, elementWord, grow, listLength, setElement } from "./lists.ts";
import { PIN } from "./memory-map.ts";
import { listOf } from "./natives/building.ts";
import { bytesFrom } from "./natives/bytes.ts";
import { newRecord, recordSlot } from "./records.ts";
import { FAULTED, fault, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { tableIn } from "./views.ts";

// What changes elements or a part of a list in place. As in slots.ts, -1 says that a fault has been noted.

/// Whether a slot holds a list, as what is to be changed must.
function isList(chip: Chip, core: Core, slot: number): boolean {
  const tag = chip.words[slot + 1] as number;
  if (tag === LIST_TAG) return true;
  if (tag === UNSET) setFault(chip, core, UNSET_VARIABLE, 0, 0, slot);
  else setFault(chip, core, tag === STRING || tag === TUPLE_TAG || tag === BYTES ? CANNOT_CHANGE : NOT_INDEXABLE, tag);
  return false;
}

/// Moves an element to another place of the same list, which has room for it and its type.
function move(chip: Chip, core: Core, list: number, from: number, to: number): void {
  setElement(chip, core, list, to, chip.words[elementWord(chip, list, from)] as number, elementTag(chip, list, from));
}

/// The list's element at an index from its own start or end, as an index from the start, for writing; -1 with a fault.
function elementToWrite(chip: Chip, core: Core, object: number, index: number): number {
  if (!requireSet(chip, core, object) || !requireSet(chip, core, index)) return FAULTED;
  return locate(chip, core, index, listLength(chip, chip.words[object] as number));
}

/// object[index] = v.
export function writeElement(chip: Chip, core: Core, object: number, index: number, v: number): number {
  const { words } = chip;
  const tag = words[object + 1] as number;
  const value = words[v + 1] as number;
  if (tag === UNSET || value === UNSET) return fault(chip, core, UNSET_VARIABLE, 0, 0, tag === UNSET ? object : v);
  if (words[index + 1] === SLICE_TAG && (tag === LIST_TAG || tag === BYTEARRAY))
    return assignSlice(chip, core, object, (words[index] as number) >> 2, v);
  if (tag === DICT) return writeItem(chip, core, object, index, v);
  if (tag === BYTEARRAY) return writeByte(chip, core, object, index, v);
  if (tag !== LIST_TAG) {
    return fault(chip, core, tag === STRING || tag === TUPLE_TAG || tag === BYTES ? CANNOT_CHANGE : NOT_INDEXABLE, tag);
  }
  if (chip.image.classic) return putElement(chip, core, object, index, v);
  const at = elementToWrite(chip, core, object, index);
  if (at < 0) return FAULTED;
  return setElement(chip, core, words[object] as number, at, words[v] as number, value)
    ? 0
    : outOfMemory(chip, core, 4);
}

/// del list[index], or a key of a dictionary
export function deleteElement(chip: Chip, core: Core, slot: number, index: number): number {
  if (chip.words[slot + 1] === DICT) return deleteItem(chip, core, slot, index);
  if (chip.words[index + 1] === SLICE_TAG) return deleteSlice(chip, core, slot, (chip.words[index] as number) >> 2);
  if (chip.words[slot + 1] === BYTEARRAY) {
    const at = locate(chip, core, index, bytesLength(chip, BYTEARRAY, chip.words[slot] as number));
    return at < 0 ? at : removeBytes(chip, core, slot, [at]);
  }
  if (!isList(chip, core, slot)) return FAULTED;
  const list = chip.words[slot] as number;
  if (chip.words[index + 1] === UNSET) {
    setFault(chip, core, UNSET_VARIABLE, 0, 0, index);
    return FAULTED;
  }
  const at = locate(chip, core, index, listLength(chip, list));
  if (at < 0) return FAULTED;
  remove(chip, core, list, [at]);
  return 0;
}

/// del list[a:b:c], whose parts stand from w on.
export function deleteSlice(chip: Chip, core: Core, slot: number, w: number): number {
  if (chip.words[slot + 1] === BYTEARRAY) return assignByteSlice(chip, core, slot, w, []);
  if (!isList(chip, core, slot)) return FAULTED;
  const list = chip.words[slot] as number;
  const indices = slicedIndices(chip, core, listLength(chip, list), w);
  if (indices === undefined) return FAULTED;
  remove(chip, core, list, indices);
  return 0;
}

function remove(chip: Chip, core: Core, list: number, indices: readonly number[]): void {
  const gone = new Set(indices);
  const length = listLength(chip, list);
  let to = 0;
  for (let from = 0; from < length; from++) {
    if (gone.has(from)) continue;
    if (to !== from) move(chip, core, list, from, to);
    to++;
  }
  chip.words[(list >> 2) + LIST_LENGTH] = to;
}

/// list[a:b:c] = value, whose parts stand from w on: anything with elements, whose number must agree if the slice has a step.
export function assignSlice(chip: Chip, core: Core, slot: number, w: number, value: number): number {
  const { words } = chip;
  const tag = words[value + 1] as number;
  const isArray = words[slot + 1] === BYTEARRAY;
  if (!isArray && !isList(chip, core, slot)) return FAULTED;
  if (tag !== LIST_TAG && tag !== TUPLE_TAG && !(isArray && isBytes(tag)))
    return assignGathered(chip, core, slot, w, value);
  if (isArray) {
    const bytes = bytesFrom(chip, core, natives.BYTEARRAY.number, value, 0, BYTEARRAY);
    return bytes === undefined ? FAULTED : assignByteSlice(chip, core, slot, w, bytes);
  }
  const list = words[slot] as number;
  const indices = slicedIndices(chip, core, listLength(chip, list), w);
  if (indices === undefined) return FAULTED;
  const count = listLength(chip, words[value] as number);
  const step = stepOf(chip, w);
  if (step !== 1 && count !== indices.length) {
    setFault(chip, core, SLICE_LENGTH, count, indices.length);
    return FAULTED;
  }
  let source = words[value] as number;
  if (source === list) {
    // A list put into itself gives what it held before.
    source = copyRange(chip, core, list, 0, count);
    if (source === 0) return outOfMemory(chip, core, count * 4);
  }
  words[core.registers + PIN + 1] = source;
  const start = step === 1 ? (indices[0] ?? emptyStart(chip, w, listLength(chip, list))) : 0;
  const atEnd = step === 1 && start + indices.length === listLength(chip, list);
  if (atEnd) words[(list >> 2) + LIST_LENGTH] = start;
  let room = atEnd || step !== 1 || makeRoom(chip, core, list, start, indices.length, count);
  for (let k = 0; k < count && room; k++) {
    const at = step === 1 ? start + k : (indices[k] as number);
    const word = words[elementWord(chip, source, k)] as number;
    const element = elementTag(chip, source, k);
    room = atEnd ? append(chip, core, list, word, element) : setElement(chip, core, list, at, word, element);
  }
  words[core.registers + PIN + 1] = 0;
  return room ? 0 : outOfMemory(chip, core, count * 4);
}

/// The same of what is no list yet: one is made of it in a slot of its own.
function assignGathered(chip: Chip, core: Core, slot: number, w: number, value: number): number {
  const { words } = chip;
  const tag = words[value + 1] as number;
  if (tag !== STRING && tag !== RANGE && !isBytes(tag) && tableIn(chip, tag, words[value] as number) === 0) {
    setFault(chip, core, tag === UNSET ? UNSET_VARIABLE : NOT_ITERABLE, tag, 0, tag === UNSET ? value : 0);
    return FAULTED;
  }
  const holder = makeWhole(chip, core, () => {
    const made = newRecord(chip, core, 1);
    if (made === 0) return 0;
    setSlot(chip, recordSlot(made, 0), tag, words[value] as number);
    return listOf(chip, core, natives.LIST.number, recordSlot(made, 0), 0) === 0 ? 0 : made;
  });
  // Before the list is pinned, nothing is allocated.
  return holder === 0 ? outOfMemory(chip, core, 8) : assignSlice(chip, core, slot, w, recordSlot(holder, 0));
}

/// Makes `old` elements from `start` on `count` of them, by moving those behind them.
function makeRoom(chip: Chip, core: Core, list: number, start: number, old: number, count: number): boolean {
  const { words } = chip;
  const length = listLength(chip, list);
  const wanted = length + count - old;
  if (wanted > (words[(list >> 2) + LIST_CAPACITY] as number) && !grow(chip, core, list, wanted)) return false;
  if (count < old) for (let i = start + old; i < length; i++) move(chip, core, list, i, i + count - old);
  if (count > old) for (let i = length - 1; i >= start + old; i--) move(chip, core, list, i, i + count - old);
  words[(list >> 2) + LIST_LENGTH] = wanted;
  // The collector must find nothing old there when the first of the new elements makes the list mixed.
  words.fill(0, elementWord(chip, list, start), elementWord(chip, list, start + count));
  return true;
}
