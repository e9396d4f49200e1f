import {
  GENERATOR,
  INSTANCE,
  INT,
  ITERATOR,
  isTable,
  LIST_TAG,
  NONE,
  RANGE,
  STRING,
  TUPLE_TAG,
  UNSET,
  VIEW,
} from "../bytecode/values.ts";
import { byteAt, bytesLength, isBytes } from "./bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { BAD_CODE, NOT_ITERABLE, setFault, UNSET_VARIABLE } from "./faults.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";
import { rangeElement, rangeParts } from "./ranges.ts";
import { newRecord, recordSlot } from "./records.ts";
import { FAULTED, outOfMemory, setSlot } from "./slots.ts";
import { storeCodes } from "./store-text.ts";
import { characterAt, stringLength } from "./strings.ts";
import { nextOver, startOver } from "./table-iteration.ts";

// Going through something takes two neighbouring slots: what is gone through, and how far, as an int. A loop has them in its frame;
// an iterator that is a value is a record (records.ts) of the two. What has come to its end goes through None.

/// Whether a tag's values are gone through by position, so that two slots say all.
function hasPositions(tag: number): boolean {
  return tag === LIST_TAG || tag === TUPLE_TAG || tag === STRING || tag === RANGE || isBytes(tag);
}

/// Whether a tag's values give their own values one by one, as they are asked for them.
export function isLazy(tag: number): boolean {
  return tag === GENERATOR || tag === ITERATOR || tag === INSTANCE;
}

/// Makes slots `w` and `w + 2` ready to go through what is in slot `s`. -1 with a fault if that cannot be.
export function startIteration(chip: Chip, core: Core, w: number, s: number): number {
  const { words } = chip;
  const tag = words[s + 1] as number;
  if (isTable(tag) || tag === VIEW) return startOver(chip, core, w, s);
  if (!hasPositions(tag) && tag !== GENERATOR && tag !== ITERATOR) {
    setFault(chip, core, tag === UNSET ? UNSET_VARIABLE : NOT_ITERABLE, tag, 0, tag === UNSET ? s : 0);
    return FAULTED;
  }
  setSlot(chip, w, tag, words[s] as number);
  setSlot(chip, w + 2, INT, 0);
  return 0;
}

/// Puts an iterator over what is in slot `s` into slot `d`: itself if it is one. -1 with a fault.
export function storeIterator(chip: Chip, core: Core, d: number, s: number): number {
  const { words } = chip;
  const tag = words[s + 1] as number;
  if (tag === GENERATOR || tag === ITERATOR) {
    setSlot(chip, d, tag, words[s] as number);
    return 0;
  }
  const iterator = newRecord(chip, core, 2);
  if (iterator === 0) return outOfMemory(chip, core, 16);
  const result = startIteration(chip, core, recordSlot(iterator, 0), s);
  if (result === 0) setSlot(chip, d, ITERATOR, iterator);
  return result;
}

/// 1 with the next element of what slots `w` and `w + 2` go through in slot `d`, 0 if there is none, -1 with a fault.
export function nextElement(chip: Chip, core: Core, d: number, w: number): number {
  const { words } = chip;
  const tag = words[w + 1] as number;
  const value = words[w] as number;
  if (tag === ITERATOR) return nextOfIterator(chip, core, d, value);
  if (isTable(tag) || tag === VIEW) return nextOver(chip, core, d, w);
  const at = words[w + 2] as number;
  if (!hasPositions(tag) || words[w + 3] !== INT || at < 0) {
    setFault(chip, core, BAD_CODE);
    return FAULTED;
  }
  if (tag === STRING) {
    if (at >= stringLength(chip, value)) return 0;
    if (storeCodes(chip, core, d, [characterAt(chip, value, at)]) === FAULTED) return FAULTED;
  } else if (isBytes(tag)) {
    if (at >= bytesLength(chip, tag, value)) return 0;
    setSlot(chip, d, INT, byteAt(chip, tag, value, at));
  } else if (tag === RANGE) {
    const parts = rangeParts(chip, value);
    if (at >= parts.length) return 0;
    setSlot(chip, d, INT, rangeElement(parts, at));
  } else {
    if (at >= listLength(chip, value)) return 0;
    setSlot(chip, d, elementTag(chip, value, at), words[elementWord(chip, value, at)] as number);
  }
  words[w + 2] = at + 1;
  return 1;
}

/// The same for an iterator that is a value, of the tag ITERATOR.
export function nextOfIterator(chip: Chip, core: Core, d: number, iterator: number): number {
  const source = recordSlot(iterator, 0);
  if (chip.words[source + 1] === NONE) return 0;
  const result = nextElement(chip, core, d, source);
  // One that has come to its end stays there, whatever is put behind it.
  if (result === 0) setSlot(chip, source, NONE, 0);
  return result;
}
