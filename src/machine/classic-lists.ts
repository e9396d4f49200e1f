import { BOOL, INT, REAL, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { INDEX_NOT_INT, INDEX_OUT_OF_RANGE, UNSET_VARIABLE } from "./faults.ts";
import { LIST_ELEMENTS } from "./list-layout.ts";
import { append, listLength, setElement } from "./lists.ts";
import { fault, outOfMemory } from "./slots.ts";
import { spend } from "./work-budget.ts";

// Lists as classic ePython has them: memory of a length and of one type. Numbers and truth values in a list have the type of
// the one that was written last, whose bits the others keep; what is written past the end makes the list longer, and what is read there is 0.

/// Whether values with this tag are bits that can be read as another type.
function isPlain(tag: number): boolean {
  return tag === INT || tag === REAL || tag === BOOL;
}

/// The tag of a list that is written down with values from a slot on; undefined if they have several that stay.
export function tagOfDisplay(chip: Chip, from: number, count: number): number | undefined {
  let tag = 0;
  for (let k = 0; k < count; k++) {
    tag = chip.words[from + k * 2 + 1] as number;
    if (!isPlain(tag)) return undefined;
  }
  return tag;
}

/// Whether an index leads behind the end of a list.
export function isBehindEnd(chip: Chip, index: number, list: number): boolean {
  return chip.words[index + 1] === INT && (chip.words[index] as number) >= listLength(chip, list);
}

/// The tag of the 0 that stands for elements which were never written.
export function fillerOf(chip: Chip, list: number): number {
  const elements = chip.words[(list >> 2) + LIST_ELEMENTS] as number;
  return isPlain(elements) && listLength(chip, list) > 0 ? elements : INT;
}

/// list[index] = v; both the list and the value are in slots.
export function putElement(chip: Chip, core: Core, object: number, index: number, v: number): number {
  const { words } = chip;
  const list = words[object] as number;
  const tag = words[index + 1] as number;
  if (tag === UNSET) return fault(chip, core, UNSET_VARIABLE, 0, 0, index);
  if (tag !== INT && tag !== BOOL) return fault(chip, core, INDEX_NOT_INT, tag);
  const length = listLength(chip, list);
  const given = words[index] as number;
  const at = given < 0 ? given + length : given;
  if (at < 0) return fault(chip, core, INDEX_OUT_OF_RANGE, given, length);
  return put(chip, core, list, at, words[v] as number, words[v + 1] as number) ? 0 : outOfMemory(chip, core, 4);
}

/// Writes an element, behind the end too: what then lies between is 0. False if there is no memory left.
export function put(chip: Chip, core: Core, list: number, at: number, value: number, tag: number): boolean {
  const { words } = chip;
  const object = list >> 2;
  const elements = words[object + LIST_ELEMENTS] as number;
  const retagged = isPlain(tag) && isPlain(elements) && listLength(chip, list) > 0;
  if (at >= listLength(chip, list)) {
    if (at * 4 > core.areaHeap.to - core.areaHeap.from) return false;
    spend(chip, at - listLength(chip, list));
    const filler = fillerOf(chip, list);
    while (listLength(chip, list) < at) if (!append(chip, core, list, 0, filler)) return false;
    if (!append(chip, core, list, retagged ? 0 : value, retagged ? elements : tag)) return false;
  }
  if (retagged) words[object + LIST_ELEMENTS] = tag;
  return setElement(chip, core, list, at, value, tag);
}
