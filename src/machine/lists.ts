import type { Chip, Core } from "./chip.ts";
import { allocate, enlarge, free, isIn, OBJECT, RAW } from "./heap.ts";
import {
  ARRAY_DIMENSIONS,
  ARRAY_LENGTHS,
  LIST_BYTES,
  LIST_CAPACITY,
  LIST_DATA,
  LIST_ELEMENTS,
  LIST_LENGTH,
  MIXED,
} from "./list-layout.ts";
import { PIN } from "./memory-map.ts";
import { WORD_BYTES } from "./timing/costs.ts";

const PIN_LIST = 0;

/// A new, empty list with room for `capacity` elements; its address, or 0 if there is no memory left. With `shared`
/// it lies in the core's area of shared memory.
export function newList(chip: Chip, core: Core, capacity: number, mixed: boolean, shared = false): number {
  const { words } = chip;
  const list = allocate(chip, core, LIST_BYTES, OBJECT, shared);
  if (list === 0) return 0;
  words[(list >> 2) + LIST_ELEMENTS] = mixed ? MIXED : 0;
  words[(list >> 2) + LIST_LENGTH] = 0;
  words[(list >> 2) + LIST_CAPACITY] = capacity;
  words[(list >> 2) + LIST_DATA] = 0;
  if (capacity === 0) return list;
  const before = words[core.registers + PIN + PIN_LIST] as number;
  words[core.registers + PIN + PIN_LIST] = list;
  const data = allocate(chip, core, capacity * (mixed ? 5 : 4), RAW, shared);
  words[core.registers + PIN + PIN_LIST] = before;
  if (data === 0) return 0;
  words[(list >> 2) + LIST_DATA] = data;
  return list;
}

/// A new array of more than one dimension with room for its elements, none in it yet; 0 if there is no memory left.
export function newArray(chip: Chip, core: Core, lengths: readonly number[], mixed: boolean, shared = false): number {
  const { words } = chip;
  const array = allocate(chip, core, LIST_BYTES + 4 + lengths.length * 4, OBJECT, shared);
  if (array === 0) return 0;
  const object = array >> 2;
  words[object + LIST_ELEMENTS] = mixed ? MIXED : 0;
  words[object + LIST_LENGTH] = 0;
  words[object + LIST_CAPACITY] = 0;
  words[object + LIST_DATA] = 0;
  words[object + ARRAY_DIMENSIONS] = lengths.length;
  lengths.forEach((length, k) => {
    words[object + ARRAY_LENGTHS + k] = length;
  });
  const before = words[core.registers + PIN + PIN_LIST] as number;
  words[core.registers + PIN + PIN_LIST] = array;
  const elements = lengths.reduce((all, length) => all * length, 1);
  const made = elements === 0 || grow(chip, core, array, elements);
  words[core.registers + PIN + PIN_LIST] = before;
  return made ? array : 0;
}

/// How many dimensions a list has: 1, but for a classic program's arrays of more.
export function dimensionsOf(chip: Chip, list: number): number {
  const object = list >> 2;
  const size = (chip.words[object - 1] as number) >> 4;
  return size > ARRAY_DIMENSIONS + 1 ? (chip.words[object + ARRAY_DIMENSIONS] as number) : 1;
}

/// The lengths of a list's dimensions.
export function lengthsOf(chip: Chip, list: number): number[] {
  const dimensions = dimensionsOf(chip, list);
  if (dimensions === 1) return [listLength(chip, list)];
  const object = list >> 2;
  return Array.from({ length: dimensions }, (_, k) => chip.words[object + ARRAY_LENGTHS + k] as number);
}

export function listLength(chip: Chip, list: number): number {
  return chip.words[(list >> 2) + LIST_LENGTH] as number;
}

/// The tag of the element at an index that exists.
export function elementTag(chip: Chip, list: number, index: number): number {
  const object = list >> 2;
  const elements = chip.words[object + LIST_ELEMENTS] as number;
  if (elements !== MIXED) return elements;
  const data = chip.words[object + LIST_DATA] as number;
  return chip.bytes[data + (chip.words[object + LIST_CAPACITY] as number) * 4 + index] as number;
}

/// The word index of the element at an index that exists, which counts as read.
export function elementWord(chip: Chip, list: number, index: number): number {
  const data = chip.words[(list >> 2) + LIST_DATA] as number;
  chip.touched++;
  if (data >= chip.beyondCores) chip.touchedBeyond += WORD_BYTES;
  return (data >> 2) + index;
}

/// The same, for who counts in another way what it reads.
export function elementSlot(chip: Chip, list: number, index: number): number {
  return ((chip.words[(list >> 2) + LIST_DATA] as number) >> 2) + index;
}

/// Sets the element at an index below the capacity to the value in a slot. The list must be pinned or in a slot, as the
/// first element of another type makes it mixed, which takes memory. False if there is none left.
export function setElement(chip: Chip, core: Core, list: number, index: number, value: number, tag: number): boolean {
  const { words, bytes } = chip;
  const object = list >> 2;
  let elements = words[object + LIST_ELEMENTS] as number;
  if (elements !== tag && elements !== MIXED) {
    const length = words[object + LIST_LENGTH] as number;
    if (length === 0 || (length === 1 && index === 0)) {
      words[object + LIST_ELEMENTS] = tag;
      elements = tag;
    } else if (!mix(chip, core, list, words[object + LIST_CAPACITY] as number)) {
      return false;
    } else {
      elements = MIXED;
    }
  }
  const data = words[object + LIST_DATA] as number;
  chip.touched++;
  words[(data >> 2) + index] = value;
  if (elements === MIXED) bytes[data + (words[object + LIST_CAPACITY] as number) * 4 + index] = tag;
  return true;
}

/// Puts a value at the end. The list and the value must be pinned or in slots. False if there is no memory left.
export function append(chip: Chip, core: Core, list: number, value: number, tag: number): boolean {
  const { words } = chip;
  const object = list >> 2;
  const length = words[object + LIST_LENGTH] as number;
  const capacity = words[object + LIST_CAPACITY] as number;
  if (length === capacity && !grow(chip, core, list, capacity + (capacity >> 1) + 4)) return false;
  if (!setElement(chip, core, list, length, value, tag)) return false;
  words[object + LIST_LENGTH] = length + 1;
  return true;
}

/// Makes room for `capacity` elements in all.
export function grow(chip: Chip, core: Core, list: number, capacity: number): boolean {
  return relocate(chip, core, list, capacity, (chip.words[(list >> 2) + LIST_ELEMENTS] as number) === MIXED);
}

function mix(chip: Chip, core: Core, list: number, capacity: number): boolean {
  return relocate(chip, core, list, capacity, true);
}

function relocate(chip: Chip, core: Core, list: number, capacity: number, mixed: boolean): boolean {
  const { words, bytes } = chip;
  const object = list >> 2;
  const length = words[object + LIST_LENGTH] as number;
  const before = words[object + LIST_DATA] as number;
  const elements = words[object + LIST_ELEMENTS] as number;
  const oldCapacity = words[object + LIST_CAPACITY] as number;
  // What lies in shared memory stays there.
  const shared = isIn(core.areaHeap, list);
  const bytesWanted = capacity * (mixed ? 5 : 4);
  const data = enlarge(chip, core, before, bytesWanted) ? before : allocate(chip, core, bytesWanted, RAW, shared);
  if (data === 0) return false;
  if (before !== 0) {
    words.copyWithin(data >> 2, before >> 2, (before >> 2) + length);
    if (mixed && elements === MIXED) {
      bytes.copyWithin(data + capacity * 4, before + oldCapacity * 4, before + oldCapacity * 4 + length);
    }
    if (data !== before) free(chip, core, before);
  }
  if (mixed && elements !== MIXED) bytes.fill(elements, data + capacity * 4, data + capacity * 4 + length);
  words[object + LIST_ELEMENTS] = mixed ? MIXED : elements;
  words[object + LIST_CAPACITY] = capacity;
  words[object + LIST_DATA] = data;
  return true;
}

/// A new list with the elements `from` up to `to` of another, which must be pinned or in a slot; 0 if memory is out.
export function copyRange(chip: Chip, core: Core, list: number, from: number, to: number): number {
  const copy = newList(chip, core, to - from, chip.words[(list >> 2) + LIST_ELEMENTS] === MIXED);
  if (copy !== 0) copyElements(chip, list, from, to, copy);
  return copy;
}

/// Makes the elements `from` up to `to` of a list those of a new one, which has room for just these.
export function copyElements(chip: Chip, list: number, from: number, to: number, copy: number): void {
  const { words, bytes } = chip;
  const object = list >> 2;
  const elements = words[object + LIST_ELEMENTS] as number;
  const target = copy >> 2;
  if (elements !== MIXED) words[target + LIST_ELEMENTS] = elements;
  words[target + LIST_LENGTH] = to - from;
  if (to === from) return;
  const source = words[object + LIST_DATA] as number;
  const data = words[target + LIST_DATA] as number;
  words.copyWithin(data >> 2, (source >> 2) + from, (source >> 2) + to);
  // Each is read and written.
  chip.touched += 2 * (to - from);
  if (source >= chip.beyondCores) chip.touchedBeyond += (to - from) * WORD_BYTES;
  if (elements === MIXED) {
    const tags = source + (words[object + LIST_CAPACITY] as number) * 4;
    bytes.copyWithin(data + (to - from) * 4, tags + from, tags + to);
  }
}
