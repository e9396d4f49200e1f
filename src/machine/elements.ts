import { DICT, INT, LIST_TAG, RANGE, SLICE_TAG, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import { readByte, sliceBytes } from "./byte-elements.ts";
import { isBytes } from "./bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { fillerOf, isBehindEnd } from "./classic-lists.ts";
import { readItem } from "./dicts.ts";
import { NOT_INDEXABLE } from "./faults.ts";
import { locate, sliceBounds, slicedIndices, stepOf } from "./indices.ts";
import { LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import { copyRange, elementTag, elementWord, listLength, newList, setElement } from "./lists.ts";
import { makeRange, rangeElement, rangeParts } from "./ranges.ts";
import { FAULTED, fault, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { storeCodes } from "./store-text.ts";
import { characterAt, stringLength } from "./strings.ts";

// Reading what an index or a slice picks from a string, list or tuple; slices.ts changes it.

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
