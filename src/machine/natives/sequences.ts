import * as natives from "../../bytecode/natives.ts";
import { BOOL, INT, LIST_TAG, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { OVERFLOW, setFault } from "../faults.ts";
import { hasMethod } from "../instances.ts";
import { copyRange, elementTag, elementWord, listLength } from "../lists.ts";
import { answer, askedAt, IS_TRUE } from "../questions.ts";
import { outOfMemory, setSlot } from "../slots.ts";
import { truth } from "../truthiness.ts";
import { listOf, newTuple, storeList } from "./building.ts";
import { turnRound } from "./lists.ts";
import {
  isGiven,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  wrongArgument,
} from "./native.ts";

// The built-ins that go through a list, a tuple or the characters of a string. Python's lazy ones give lists here.

/// 1 or 0: whether an element counts as true; `d` may be used for it.
function truthOfElement(chip: Chip, core: Core, list: number, k: number, d: number): number {
  const [tag, word] = [elementTag(chip, list, k), elementWord(chip, list, k)];
  if (hasMethod(chip, tag, word, IS_TRUE) || hasMethod(chip, tag, word, "__len__"))
    return answer(chip, IS_TRUE, askedAt(chip, tag, word)).value;
  setSlot(chip, d, tag, chip.words[word] as number);
  return truth(chip, core, d);
}

/// all and any: whether the first element whose truth is `decisive` decides.
function decide(native: number, decisive: 0 | 1): NativeImplementation {
  return (chip, core, args, _count, d) => {
    const list = listOf(chip, core, native, args, 0);
    if (list === 0) return NATIVE_FAULT;
    const length = listLength(chip, list);
    let found = false;
    for (let k = 0; k < length && !found; k++) {
      found = truthOfElement(chip, core, list, k, d) === decisive;
    }
    setSlot(chip, d, BOOL, found ? decisive : 1 - decisive);
    return NATIVE_DONE;
  };
}

/// list and tuple: a copy with this tag.
function copyAs(native: number, tag: number): NativeImplementation {
  return (chip, core, args, count, d) => {
    if (!isGiven(chip, args, count, 0)) {
      if (count > 0) return wrongArgument(chip, core, native, args, 0);
      return storeList(chip, core, d, tag, 0, INT, () => 0) ? NATIVE_DONE : NATIVE_FAULT;
    }
    return copyInto(chip, core, native, args, d, tag) === 0 ? NATIVE_FAULT : NATIVE_DONE;
  };
}

function copyInto(chip: Chip, core: Core, native: number, args: number, d: number, tag: number): number {
  const list = listOf(chip, core, native, args, 0);
  if (list === 0) return 0;
  const copy = copyRange(chip, core, list, 0, listLength(chip, list));
  if (copy === 0) outOfMemory(chip, core, listLength(chip, list) * 4);
  else setSlot(chip, d, tag, copy);
  return copy;
}

function reversed(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const copy = copyInto(chip, core, natives.REVERSED.number, args, d, LIST_TAG);
  if (copy === 0) return NATIVE_FAULT;
  turnRound(chip, core, copy);
  return NATIVE_DONE;
}

function enumerate(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words } = chip;
  const given = isGiven(chip, args, count, 1);
  if (given && words[args + 3] !== INT) return wrongArgument(chip, core, natives.ENUMERATE.number, args, 1);
  const start = given ? (words[args + 2] as number) : 0;
  const list = listOf(chip, core, natives.ENUMERATE.number, args, 0);
  if (list === 0) return NATIVE_FAULT;
  const length = listLength(chip, list);
  if (start + length - 1 > 0x7fffffff) {
    setFault(chip, core, OVERFLOW);
    return NATIVE_FAULT;
  }
  const pair = (k: number): number =>
    newTuple(chip, core, [INT, elementTag(chip, list, k)], [start + k, words[elementWord(chip, list, k)] as number]);
  return storeList(chip, core, d, LIST_TAG, length, TUPLE_TAG, pair) ? NATIVE_DONE : NATIVE_FAULT;
}

function zip(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const lists: number[] = [];
  for (let k = 0; k < count; k++) {
    const list = listOf(chip, core, natives.ZIP.number, args, k);
    if (list === 0) return NATIVE_FAULT;
    lists.push(list);
  }
  const length = count === 0 ? 0 : Math.min(...lists.map((list) => listLength(chip, list)));
  const row = (k: number): number =>
    newTuple(
      chip,
      core,
      lists.map((list) => elementTag(chip, list, k)),
      lists.map((list) => chip.words[elementWord(chip, list, k)] as number),
    );
  return storeList(chip, core, d, LIST_TAG, length, TUPLE_TAG, row) ? NATIVE_DONE : NATIVE_FAULT;
}

/// The implementations of these built-ins, by number.
export const sequenceNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.ALL.number, decide(natives.ALL.number, 0)],
  [natives.ANY.number, decide(natives.ANY.number, 1)],
  [natives.LIST.number, copyAs(natives.LIST.number, LIST_TAG)],
  [natives.TUPLE.number, copyAs(natives.TUPLE.number, TUPLE_TAG)],
  [natives.REVERSED.number, reversed],
  [natives.ENUMERATE.number, enumerate],
  [natives.ZIP.number, zip],
];
