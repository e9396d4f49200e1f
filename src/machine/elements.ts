import {
  BOOL,
  DICT,
  INT,
  LIST_TAG,
  NONE,
  RANGE,
  SLICE_TAG,
  STRING,
  TUPLE_TAG,
} from "../bytecode/values.ts";
import { isBytes, readByte, sliceBytes } from "./bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { fillerOf, isBehindEnd } from "./classic-lists.ts";
import { readItem } from "./dicts.ts";
import { INDEX_NOT_INT, INDEX_OUT_OF_RANGE, NOT_INDEXABLE, STEP_ZERO, setFault } from "./faults.ts";
import { LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import { copyRange, elementTag, elementWord, listLength, newList, setElement } from "./lists.ts";
import { makeRange, rangeElement, rangeParts } from "./ranges.ts";
import { FAULTED, fault, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { storeCodes } from "./store-text.ts";
import { characterAt, stringLength } from "./strings.ts";

// Reading what an index or a slice picks from a string, list or tuple; slices.ts changes it.

/// An index from the end made one from the start; -1 with a fault if there is no such element.
export function locate(chip: Chip, core: Core, slot: number, length: number): number {
  const tag = chip.words[slot + 1] as number;
  if (tag !== INT && tag !== BOOL) return fault(chip, core, INDEX_NOT_INT, tag);
  const index = chip.words[slot] as number;
  const at = index < 0 ? index + length : index;
  return at >= 0 && at < length ? at : fault(chip, core, INDEX_OUT_OF_RANGE, index, length);
}

/// d = object[index].
export function readElement(chip: Chip, core: Core, d: number, object: number, index: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, object) || !requireSet(chip, core, index)) return FAULTED;
  const tag = words[object + 1] as number;
  const value = words[object] as number;
  if (words[index + 1] === SLICE_TAG && tag !== DICT)
    return slice(chip, core, d, object, (words[index] as number) >> 2);
  if (tag === STRING) {
    const at = locate(chip, core, index, stringLength(chip, value));
    return at < 0 ? at : storeCodes(chip, core, d, [characterAt(chip, value, at)]);
  }
  if (tag === RANGE) {
    const parts = rangeParts(chip, value);
    const at = locate(chip, core, index, parts.length);
    if (at < 0) return at;
    setSlot(chip, d, INT, rangeElement(parts, at));
    return 0;
  }
  if (tag === DICT) return readItem(chip, core, d, object, index);
  if (isBytes(tag)) return readByte(chip, core, d, object, index);
  if (tag !== LIST_TAG && tag !== TUPLE_TAG) return fault(chip, core, NOT_INDEXABLE, tag);
  if (chip.image.classic && tag === LIST_TAG && isBehindEnd(chip, index, value)) {
    setSlot(chip, d, fillerOf(chip, value), 0);
    return 0;
  }
  const at = locate(chip, core, index, listLength(chip, value));
  if (at < 0) return at;
  setSlot(chip, d, elementTag(chip, value, at), words[elementWord(chip, value, at)] as number);
  return 0;
}

/// d = s[lower:upper:step]; the three stand in slots from w on, of a frame or of a slice, None where they were not written.
export function slice(chip: Chip, core: Core, d: number, s: number, w: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, s)) return FAULTED;
  const tag = words[s + 1] as number;
  const value = words[s] as number;
  if (isBytes(tag)) return sliceBytes(chip, core, d, s, w);
  if (tag === RANGE) return sliceRange(chip, core, d, value, w);
  if (tag !== STRING && tag !== LIST_TAG && tag !== TUPLE_TAG) return fault(chip, core, NOT_INDEXABLE, tag);
  const length = tag === STRING ? stringLength(chip, value) : listLength(chip, value);
  const indices = slicedIndices(chip, core, length, w);
  if (indices === undefined) return FAULTED;
  if (tag === STRING)
    return storeCodes(
      chip,
      core,
      d,
      indices.map((i) => characterAt(chip, value, i)),
    );
  if (stepOf(chip, w) === 1) {
    const from = indices[0] ?? 0;
    const copy = copyRange(chip, core, value, from, from + indices.length);
    if (copy === 0) return outOfMemory(chip, core, indices.length * 4);
    setSlot(chip, d, tag, copy);
    return 0;
  }
  const mixed = words[(value >> 2) + LIST_ELEMENTS] === MIXED;
  const copy = newList(chip, core, indices.length, mixed);
  if (copy === 0) return outOfMemory(chip, core, indices.length * 4);
  for (const i of indices) {
    const at = listLength(chip, copy);
    setElement(chip, core, copy, at, words[elementWord(chip, value, i)] as number, elementTag(chip, value, i));
    words[(copy >> 2) + LIST_LENGTH] = at + 1;
  }
  setSlot(chip, d, tag, copy);
  return 0;
}

/// A slice of a range is a range.
function sliceRange(chip: Chip, core: Core, d: number, range: number, w: number): number {
  const parts = rangeParts(chip, range);
  const bounds = sliceBounds(chip, core, parts.length, w);
  if (bounds === undefined) return FAULTED;
  const { from, to, step } = bounds;
  return makeRange(chip, core, d, rangeElement(parts, from), rangeElement(parts, to), step * parts.step);
}

/// The step of the slice whose parts stand in slots from w on.
export function stepOf(chip: Chip, w: number): number {
  return chip.words[w + 5] === NONE ? 1 : (chip.words[w + 4] as number);
}

/// The indices that the slice whose parts stand from w on takes; undefined with a fault if they cannot be used so.
export function slicedIndices(chip: Chip, core: Core, length: number, w: number): number[] | undefined {
  const bounds = sliceBounds(chip, core, length, w);
  if (bounds === undefined) return undefined;
  const { from, to, step } = bounds;
  const indices: number[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) indices.push(i);
  return indices;
}

/// Where a slice begins, before what it ends, and its step.
interface SliceBounds {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/// The same as bounds.
function sliceBounds(chip: Chip, core: Core, length: number, w: number): SliceBounds | undefined {
  const numbers = sliceNumbers(chip, core, w);
  return numbers && clampedBounds(length, numbers.lower, numbers.upper, numbers.step);
}

interface SliceNumbers {
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly step: number;
}

/// The parts of a slice, which stand in slots from w on; undefined with a fault if they cannot be used so.
export function sliceNumbers(chip: Chip, core: Core, w: number): SliceNumbers | undefined {
  const { words } = chip;
  for (let k = 0; k < 3; k++) {
    const tag = words[w + k * 2 + 1] as number;
    if (tag === INT || tag === NONE || tag === BOOL) continue;
    setFault(chip, core, INDEX_NOT_INT, tag);
    return undefined;
  }
  const step = stepOf(chip, w);
  if (step === 0) {
    setFault(chip, core, STEP_ZERO);
    return undefined;
  }
  const part = (k: number): number | undefined => (words[w + k * 2 + 1] === NONE ? undefined : words[w + k * 2]);
  return { lower: part(0), upper: part(1), step };
}

/// The bounds of Python's slice of something of this length.
export function clampedBounds(
  length: number,
  lower: number | undefined,
  upper: number | undefined,
  step: number,
): SliceBounds {
  const least = step > 0 ? 0 : -1;
  const most = step > 0 ? length : length - 1;
  const clamp = (index: number): number => Math.max(least, Math.min(most, index < 0 ? index + length : index));
  const from = lower === undefined ? (step > 0 ? 0 : length - 1) : clamp(lower);
  const to = upper === undefined ? (step > 0 ? length : -1) : clamp(upper);
  return { from, to, step };
}
