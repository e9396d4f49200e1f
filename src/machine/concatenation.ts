import { STRING } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import { elementTag, elementWord, listLength, newList, setElement } from "./lists.ts";
import { PIN } from "./memory-map.ts";
import { outOfMemory, setSlot } from "./slots.ts";
import { charactersToCopy, storeCodes, storeJoined } from "./store-text.ts";
import { characterAt, stringLength } from "./strings.ts";
import { costsOf } from "./timing/clock.ts";
import { forgetTouched } from "./work-budget.ts";

// Strings and lists made of others, one after the other (+) or one several times (*).

/// d = a + b for two strings.
export function joinStrings(chip: Chip, core: Core, d: number, a: number, b: number): number {
  const codes: number[] = [];
  let toCopy = 0;
  for (const slot of [a, b]) {
    const address = chip.words[slot] as number;
    const length = stringLength(chip, address);
    toCopy += charactersToCopy(chip, STRING, address);
    for (let i = 0; i < length; i++) codes.push(characterAt(chip, address, i));
  }
  return storeJoined(chip, core, d, codes, toCopy);
}

/// d = a + b for two lists or two tuples, as `tag` says.
export function joinLists(chip: Chip, core: Core, d: number, a: number, b: number, tag: number): number {
  const { words } = chip;
  const first = words[a] as number;
  const second = words[b] as number;
  const elementsA = words[(first >> 2) + LIST_ELEMENTS] as number;
  const elementsB = words[(second >> 2) + LIST_ELEMENTS] as number;
  const lengthA = listLength(chip, first);
  const lengthB = listLength(chip, second);
  const mixed = elementsA === MIXED || elementsB === MIXED || (elementsA !== elementsB && lengthA > 0 && lengthB > 0);
  const list = newList(chip, core, lengthA + lengthB, mixed);
  if (list === 0) return outOfMemory(chip, core, (lengthA + lengthB) * 4);
  fill(chip, core, list, first);
  fill(chip, core, list, second);
  setSlot(chip, d, tag, list);
  return 0;
}

/// Appends all elements of one list to another that has room for them and for their types, so that nothing is allocated.
function fill(chip: Chip, core: Core, list: number, from: number): void {
  const length = listLength(chip, from);
  for (let i = 0; i < length; i++) {
    const at = listLength(chip, list);
    setElement(chip, core, list, at, chip.words[elementWord(chip, from, i)] as number, elementTag(chip, from, i));
    chip.words[(list >> 2) + LIST_LENGTH] = at + 1;
  }
}

/// Whether `bytes` bytes fit in no memory, so that the attempt can be skipped.
export function isTooLong(core: Core, bytes: number): boolean {
  return bytes > core.areaHeap.to - core.areaHeap.from;
}

/// d = what stands in s, a string, list or tuple, repeated.
export function repeat(chip: Chip, core: Core, d: number, s: number, tag: number, times: number): number {
  const { words } = chip;
  const value = words[s] as number;
  const copies = Math.max(0, times);
  if (tag === STRING) {
    const length = stringLength(chip, value);
    if (isTooLong(core, length * copies)) return outOfMemory(chip, core, length * copies);
    const codes: number[] = [];
    for (let k = 0; k < copies && length > 0; k++)
      for (let i = 0; i < length; i++) codes.push(characterAt(chip, value, i));
    return storeCodes(chip, core, d, codes);
  }
  const length = listLength(chip, value);
  if (isTooLong(core, length * copies * 4)) return outOfMemory(chip, core, length * copies * 4);
  const list = newList(chip, core, length * copies, words[(value >> 2) + LIST_ELEMENTS] === MIXED);
  if (list === 0) return outOfMemory(chip, core, length * copies * 4);
  words[core.registers + PIN] = list;
  for (let k = 0; k < copies && length > 0; k++) fill(chip, core, list, value);
  words[core.registers + PIN] = 0;
  setSlot(chip, d, tag, list);
  forgetTouched(chip);
  return length * copies * costsOf(chip, core).repeated;
}
