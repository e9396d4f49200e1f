import {
  BOUND,
  BYTEARRAY,
  BYTES,
  CELL,
  CLOSURE,
  COMPLEX,
  DICT,
  INSTANCE,
  INT,
  ITERATOR,
  isReference,
  isTable,
  LIST_TAG,
  RANGE,
  SLICE_TAG,
  STRING,
  TUPLE_TAG,
} from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { newComplex, readComplex } from "./complex.ts";
import { CANNOT_SEND, setFault } from "./faults.ts";
import { adopt, indexOf, isDictionary, keysOf, newTable, placesOf, reindex, valuesOf } from "./hash-table.ts";
import { allocate, makeWhole, RAW } from "./heap.ts";
import { LIST_ELEMENTS, MIXED } from "./list-layout.ts";
import {
  copyElements,
  copyRange,
  dimensionsOf,
  elementSlot,
  elementTag,
  lengthsOf,
  listLength,
  newArray,
} from "./lists.ts";
import { COMPLEX_BYTES } from "./memory-map.ts";
import { newRecord, recordLength, recordSlot } from "./records.ts";
import { outOfMemory, setSlot } from "./slots.ts";
import { stringLength } from "./strings.ts";

// Values go from core to core by value: what arrives is a copy of all that can be reached from the value. What is there once stays
// one in the copy, however often it is referred to, so that objects may refer to one another in a ring. Texts, which nobody can
// tell from their copies, are copied each time. All cores have the same program, so functions and classes go as their numbers.

/// Tags of values that are records (records.ts) and go from core to core with all that is in them. A generator cannot: it is
/// a call under way. Nor can a view, which is of a dictionary that stays where it is.
const travellingRecords: ReadonlySet<number> = new Set([
  CELL,
  CLOSURE,
  RANGE,
  INSTANCE,
  BOUND,
  ITERATOR,
  BYTEARRAY,
  SLICE_TAG,
]);
/// Tags of values in the heap that refer to no other, and that nobody can tell from their copies.
const plain: ReadonlySet<number> = new Set([STRING, BYTES, COMPLEX]);

/// Makes slot `d` of a core hold a copy, in its own memory, of a value that may lie in another core's: the first `count`
/// elements of a list, all if it is negative. That core must be standing still. False with a fault if it cannot be done.
export function copyInto(chip: Chip, core: Core, d: number, tag: number, value: number, count = -1): boolean {
  if (!isReference(tag)) {
    setSlot(chip, d, tag, value);
    return true;
  }
  const made = makeWhole(chip, core, () => copyOf(chip, core, tag, value, count));
  if (made > 0) {
    setSlot(chip, d, tag, made);
    return true;
  }
  if (made < 0) setFault(chip, core, CANNOT_SEND, -made);
  else outOfMemory(chip, core, loadOf(chip, tag, value, count).bytes);
  return false;
}

/// The address of a copy; 0 or less as `Copying.whole` says.
function copyOf(chip: Chip, core: Core, tag: number, value: number, count: number): number {
  if (plain.has(tag)) return copyPlain(chip, core, tag, value);
  // A list of numbers refers to nothing that has to be found again.
  if (!isFlat(chip, tag, value)) return new Copying(chip, core).whole(tag, value, count);
  const length = listLength(chip, value);
  return copyList(chip, core, value, count < 0 ? length : Math.min(count, length));
}

/// A copy of the first `length` elements of a list, as they stand; 0 if there was no room.
function copyList(chip: Chip, core: Core, value: number, length: number): number {
  if (dimensionsOf(chip, value) <= 1 || length < listLength(chip, value))
    return copyRange(chip, core, value, 0, length);
  const made = newArray(chip, core, lengthsOf(chip, value), chip.words[(value >> 2) + LIST_ELEMENTS] === MIXED);
  if (made !== 0) copyElements(chip, value, 0, length, made);
  return made;
}

/// False with a fault if there is something in a value, however deep, that cannot leave its core.
export function canTravel(chip: Chip, core: Core, tag: number, value: number, count = -1): boolean {
  if (isFlat(chip, tag, value)) return true;
  let stays = 0;
  forEachWithin(chip, tag, value, count, (inner) => {
    if (isReference(inner) && !travels(inner)) stays = inner;
  });
  if (stays !== 0) setFault(chip, core, CANNOT_SEND, stays);
  return stays === 0;
}

function isList(tag: number): boolean {
  return tag === LIST_TAG || tag === TUPLE_TAG;
}

/// Whether a value has nothing in it that another value could refer to.
function isFlat(chip: Chip, tag: number, value: number): boolean {
  if (!isList(tag)) return plain.has(tag) || !isReference(tag);
  const kind = chip.words[(value >> 2) + LIST_ELEMENTS] as number;
  return kind !== MIXED && !isReference(kind);
}

function travels(tag: number): boolean {
  return plain.has(tag) || isList(tag) || isTable(tag) || travellingRecords.has(tag);
}

/// What is being copied. Each object is first copied as it stands; then its references are made to lead to copies.
class Copying {
  private readonly chip: Chip;
  private readonly core: Core;
  private readonly copies = new Map<number, number>();
  private readonly lists: number[] = [];
  private readonly records: number[] = [];
  private readonly tables: { readonly table: number; readonly places: number }[] = [];

  constructor(chip: Chip, core: Core) {
    this.chip = chip;
    this.core = core;
  }

  /// The address of the copy; 0 if there was no room, less than that the tag, negated, of a value that cannot leave its core.
  whole(tag: number, value: number, count: number): number {
    const { chip, core } = this;
    const copy = this.copy(tag, value, count);
    if (copy <= 0) return copy;
    while (this.lists.length + this.records.length > 0) {
      const list = this.lists.pop();
      const failed = list === undefined ? this.completeRecord(this.records.pop() as number) : this.completeList(list);
      if (failed <= 0) return failed;
    }
    // Keys that are equal only to themselves have other hashes where they are copied to, so that the index is made anew.
    const made = this.tables.every(({ table, places }) => places === 0 || reindex(chip, core, table, places));
    return made ? copy : 0;
  }

  private copy(tag: number, value: number, count = -1): number {
    if (plain.has(tag)) return copyPlain(this.chip, this.core, tag, value);
    const known = this.copies.get(value);
    if (known !== undefined) return known;
    const isPart = isList(tag) && count >= 0 && count < listLength(this.chip, value);
    const made = travellingRecords.has(tag)
      ? this.copyRecord(value)
      : isList(tag)
        ? this.copyList(value, isPart ? count : listLength(this.chip, value))
        : isTable(tag)
          ? this.copyTable(value)
          : -tag;
    if (made > 0 && !isPart) this.copies.set(value, made);
    return made;
  }

  private copyRecord(value: number): number {
    const { chip, core, records } = this;
    const length = recordLength(chip, value);
    const made = newRecord(chip, core, length);
    if (made === 0) return 0;
    chip.words.copyWithin(made >> 2, value >> 2, (value >> 2) + length * 2);
    records.push(made);
    return made;
  }

  private copyList(value: number, length: number): number {
    const { chip, core, lists } = this;
    const made = copyList(chip, core, value, length);
    if (made !== 0 && !isFlat(chip, LIST_TAG, made)) lists.push(made);
    return made;
  }

  private copyTable(value: number): number {
    const { chip, core, tables } = this;
    const isDict = isDictionary(chip, value);
    const table = newTable(chip, core, isDict);
    if (table === 0) return 0;
    const lists: number[] = [];
    for (const list of [keysOf(chip, value), ...(isDict ? [valuesOf(chip, value)] : [])]) {
      const made = this.copyList(list, listLength(chip, list));
      if (made === 0) return 0;
      lists.push(made);
    }
    adopt(chip, core, table, lists, 0);
    const index = indexOf(chip, value);
    tables.push({ table, places: index === 0 ? 0 : placesOf(chip, index) });
    return table;
  }

  private completeList(list: number): number {
    const { chip } = this;
    const length = listLength(chip, list);
    for (let k = 0; k < length; k++) {
      const failed = this.lead(elementTag(chip, list, k), elementSlot(chip, list, k));
      if (failed <= 0) return failed;
    }
    return list;
  }

  private completeRecord(record: number): number {
    const length = recordLength(this.chip, record);
    for (let k = 0; k < length; k++) {
      const slot = recordSlot(record, k);
      const failed = this.lead(this.chip.words[slot + 1] as number, slot);
      if (failed <= 0) return failed;
    }
    return record;
  }

  /// Makes the word of a value in a copy that of a copy, if it is a reference.
  private lead(tag: number, word: number): number {
    if (!isReference(tag)) return 1;
    const copy = this.copy(tag, this.chip.words[word] as number);
    this.chip.words[word] = copy;
    return copy;
  }
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

/// What travels when a value is sent: of a list the first `count` elements, all if it is negative. An object travels once, however
/// often it is referred to.
export function loadOf(chip: Chip, tag: number, value: number, count = -1): Load {
  if (plain.has(tag)) return plainLoad(chip, tag, value);
  if (!isReference(tag)) return SCALAR;
  if (isFlat(chip, tag, value)) {
    const length = count < 0 ? listLength(chip, value) : count;
    return { elements: length, bytes: length * 4 };
  }
  let elements = 0;
  let bytes = 0;
  const add = (count: number, size: number): void => {
    elements += count;
    bytes += count * size;
  };
  forEachWithin(chip, tag, value, count, (inner, word, isElement, isKnown, times) => {
    if (isElement && isReference(inner)) add(1, 4);
    if (plain.has(inner)) {
      const load = plainLoad(chip, inner, word);
      elements += load.elements;
      bytes += load.bytes;
    } else if (isKnown || !isReference(inner)) add(times, 4);
  });
  return { elements, bytes };
}

function plainLoad(chip: Chip, tag: number, value: number): Load {
  if (tag === COMPLEX) return { elements: 2, bytes: COMPLEX_BYTES };
  const length = stringLength(chip, value);
  return { elements: length, bytes: length };
}

/// Tells of a value and of all that can be reached from it: its tag, its word, whether it is an element of a list, and whether it is
/// an object that has been told of before. Of a list of numbers it tells once, with how many there are. Of a list that is the value
/// itself the first `count` elements, all if it is negative.
function forEachWithin(
  chip: Chip,
  tag: number,
  value: number,
  count: number,
  tell: (tag: number, word: number, isElement: boolean, isKnown: boolean, times: number) => void,
): void {
  const known = new Set<number>();
  const pending: { readonly tag: number; readonly value: number; readonly length: number }[] = [];
  const reach = (inner: number, word: number, isElement: boolean, most = -1): void => {
    const isObject = isReference(inner) && !plain.has(inner);
    const isKnown = isObject && known.has(word);
    tell(inner, word, isElement, isKnown, 1);
    if (!isObject || isKnown || !travels(inner)) return;
    const isPart = isList(inner) && most >= 0 && most < listLength(chip, word);
    if (!isPart) known.add(word);
    pending.push({ tag: inner, value: word, length: isPart ? most : -1 });
  };
  const reachAll = (list: number, length = listLength(chip, list)): void => {
    if (isFlat(chip, LIST_TAG, list)) {
      tell(INT, 0, true, false, length);
      return;
    }
    for (let k = 0; k < length; k++) {
      reach(elementTag(chip, list, k), chip.words[elementSlot(chip, list, k)] as number, true);
    }
  };
  reach(tag, value, false, count);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isTable(next.tag)) {
      reachAll(keysOf(chip, next.value));
      if (next.tag === DICT) reachAll(valuesOf(chip, next.value));
    } else if (isList(next.tag)) {
      reachAll(next.value, next.length < 0 ? undefined : next.length);
    } else {
      for (let k = 0; k < recordLength(chip, next.value); k++) {
        const slot = recordSlot(next.value, k);
        reach(chip.words[slot + 1] as number, chip.words[slot] as number, false);
      }
    }
  }
}

function copyPlain(chip: Chip, core: Core, tag: number, value: number): number {
  return tag === COMPLEX ? newComplex(chip, core, readComplex(chip, value)) : copyString(chip, core, value);
}

function copyString(chip: Chip, core: Core, value: number): number {
  const wide = (chip.words[value >> 2] as number) & 1;
  const size = 4 + stringLength(chip, value) * (wide ? 4 : 1);
  const address = allocate(chip, core, size, RAW);
  if (address !== 0) chip.bytes.copyWithin(address, value, value + size);
  return address;
}
