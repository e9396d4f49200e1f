import {
  CELL,
  CLOSURE,
  DICT,
  FROZENSET,
  INSTANCE,
  isReference,
  isTable,
  LIST_TAG,
  RANGE,
  SET,
  STRING,
  TUPLE_TAG,
} from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { CANNOT_SEND, setFault } from "./faults.ts";
import { adopt, indexOf, isDictionary, keysOf, newTable, placesOf, valuesOf } from "./hash-table.ts";
import { allocate, makeWhole, RAW } from "./heap.ts";
import { LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import {
  dimensionsOf,
  elementTag,
  elementWord,
  lengthsOf,
  listLength,
  newArray,
  newList,
  setElement,
} from "./lists.ts";
import { newRecord, recordLength, recordSlot } from "./records.ts";
import { outOfMemory, setSlot } from "./slots.ts";
import { stringLength } from "./strings.ts";

const DEEPEST = 50;
const TOO_DEEP = -1;
/// Of what belongs to its core; the tag is to be taken from it.
const STAYS = -2;

/// Tags of values that are records (records.ts) and go from core to core with all that is in them.
const travellingRecords: ReadonlySet<number> = new Set([CELL, CLOSURE, RANGE, INSTANCE]);

/// Makes slot `d` of a core hold a copy, in its own memory, of a value that may lie in another core's: the first `count`
/// elements of a list, all if it is negative. That core must be standing still. False with a fault if it cannot be done.
export function copyInto(chip: Chip, core: Core, d: number, tag: number, value: number, count = -1): boolean {
  if (!isReference(tag)) {
    setSlot(chip, d, tag, value);
    return true;
  }
  const made = makeWhole(chip, core, () => copy(chip, core, tag, value, count, 0, new Map()));
  if (made > 0) {
    setSlot(chip, d, tag, made);
    return true;
  }
  if (made <= STAYS) setFault(chip, core, CANNOT_SEND, STAYS - made);
  else if (made === TOO_DEEP) setFault(chip, core, CANNOT_SEND, tag, DEEPEST);
  else if (travellingRecords.has(tag)) outOfMemory(chip, core, recordLength(chip, value) * 8);
  else outOfMemory(chip, core, loadOf(chip, tag, value).bytes);
  return false;
}

/// The address of the copy, 0 if there was no room, TOO_DEEP if values lie in one another too deeply, STAYS less the tag of a
/// value that cannot leave its core, such as a generator. `copies` has the records that have been copied: they may refer to one
/// another in a ring.
function copy(
  chip: Chip,
  core: Core,
  tag: number,
  value: number,
  count: number,
  depth: number,
  copies: Map<number, number>,
): number {
  if (depth > DEEPEST) return TOO_DEEP;
  if (travellingRecords.has(tag)) return copyRecord(chip, core, value, depth, copies);
  switch (tag) {
    case STRING:
      return copyString(chip, core, value);
    case LIST_TAG:
    case TUPLE_TAG:
      return copyList(chip, core, value, count, depth, copies);
    case DICT:
    case SET:
    case FROZENSET:
      return copyTable(chip, core, value, depth, copies);
    default:
      return STAYS - tag;
  }
}

/// Keys that are equal only to themselves have other hashes where they are copied to, so that the index is made anew.
function copyTable(chip: Chip, core: Core, table: number, depth: number, copies: Map<number, number>): number {
  const isDict = isDictionary(chip, table);
  const made = newTable(chip, core, isDict);
  if (made === 0) return 0;
  const lists = [keysOf(chip, table), ...(isDict ? [valuesOf(chip, table)] : [])].map((list) =>
    copyList(chip, core, list, -1, depth + 1, copies),
  );
  const failed = lists.find((list) => list <= 0);
  if (failed !== undefined) return failed;
  const index = indexOf(chip, table);
  return adopt(chip, core, made, lists, index === 0 ? 0 : placesOf(chip, index)) ? made : 0;
}

function copyList(
  chip: Chip,
  core: Core,
  value: number,
  count: number,
  depth: number,
  copies: Map<number, number>,
): number {
  const { words } = chip;
  const length = count < 0 ? listLength(chip, value) : count;
  const mixed = words[(value >> 2) + LIST_ELEMENTS] === MIXED;
  const isWholeArray = dimensionsOf(chip, value) > 1 && length === listLength(chip, value);
  const list = isWholeArray ? newArray(chip, core, lengthsOf(chip, value), mixed) : newList(chip, core, length, mixed);
  if (list === 0) return 0;
  for (let i = 0; i < length; i++) {
    const inner = elementTag(chip, value, i);
    let word = words[elementWord(chip, value, i)] as number;
    if (isReference(inner)) {
      word = copy(chip, core, inner, word, -1, depth + 1, copies);
      if (word <= 0) return word;
    }
    setElement(chip, core, list, i, word, inner);
    words[(list >> 2) + LIST_LENGTH] = i + 1;
  }
  return list;
}

function copyRecord(chip: Chip, core: Core, value: number, depth: number, copies: Map<number, number>): number {
  const known = copies.get(value);
  if (known !== undefined) return known;
  const { words } = chip;
  const length = recordLength(chip, value);
  const made = newRecord(chip, core, length);
  if (made === 0) return 0;
  copies.set(value, made);
  for (let k = 0; k < length; k++) {
    const from = recordSlot(value, k);
    const tag = words[from + 1] as number;
    let word = words[from] as number;
    if (isReference(tag)) {
      word = copy(chip, core, tag, word, -1, depth + 1, copies);
      if (word <= 0) return word;
    }
    setSlot(chip, recordSlot(made, k), tag, word);
  }
  return made;
}

/// What a value is as a message.
export interface Load {
  /// They travel one by one: a number each, a text's characters, and what stands in a list, however deep. Where one of these is
  /// a list or a text itself, its length travels too.
  readonly elements: number;
  /// Of all these: one a character, four for all else.
  readonly bytes: number;
}

const SCALAR: Load = { elements: 1, bytes: 4 };

/// What travels when a value is sent: of a list the first `count` elements, all if it is negative. It has been copied, so
/// lists do not lie in each other without end.
export function loadOf(chip: Chip, tag: number, value: number, count = -1, records = new Set<number>()): Load {
  if (tag === STRING) {
    const length = stringLength(chip, value);
    return { elements: length, bytes: length };
  }
  if (tag === RANGE) return { elements: 3, bytes: 12 };
  if (isTable(tag)) {
    const keys = loadOf(chip, LIST_TAG, keysOf(chip, value), -1, records);
    if (tag !== DICT) return keys;
    const values = loadOf(chip, LIST_TAG, valuesOf(chip, value), -1, records);
    return { elements: keys.elements + values.elements, bytes: keys.bytes + values.bytes };
  }
  if (travellingRecords.has(tag)) return loadOfRecord(chip, value, records);
  if (tag !== LIST_TAG && tag !== TUPLE_TAG) return SCALAR;
  const length = count < 0 ? listLength(chip, value) : count;
  const kind = chip.words[(value >> 2) + LIST_ELEMENTS] as number;
  if (!isReference(kind) && kind !== MIXED) return { elements: length, bytes: length * 4 };
  let elements = 0;
  let bytes = 0;
  for (let i = 0; i < length; i++) {
    const inner = elementTag(chip, value, i);
    const load = loadOf(chip, inner, chip.words[elementWord(chip, value, i)] as number, -1, records);
    const ofLength = isReference(inner) ? 1 : 0;
    elements += load.elements + ofLength;
    bytes += load.bytes + ofLength * 4;
  }
  return { elements, bytes };
}

/// A record travels once, however often it is referred to.
function loadOfRecord(chip: Chip, value: number, records: Set<number>): Load {
  if (records.has(value)) return SCALAR;
  records.add(value);
  let elements = 0;
  let bytes = 0;
  for (let k = 0; k < recordLength(chip, value); k++) {
    const slot = recordSlot(value, k);
    const load = loadOf(chip, chip.words[slot + 1] as number, chip.words[slot] as number, -1, records);
    elements += load.elements;
    bytes += load.bytes;
  }
  return { elements, bytes };
}

function copyString(chip: Chip, core: Core, value: number): number {
  const wide = (chip.words[value >> 2] as number) & 1;
  const size = 4 + stringLength(chip, value) * (wide ? 4 : 1);
  const address = allocate(chip, core, size, RAW);
  if (address !== 0) chip.bytes.copyWithin(address, value, value + size);
  return address;
}
