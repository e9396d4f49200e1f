import * as natives from "../../bytecode/natives.ts";
import { DICT, LIST_TAG, NONE, STRING, TUPLE_TAG, TYPE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { copyDict, loadValue, mergeDict, setItem, TABLE_BYTES } from "../dicts.ts";
import { findKey } from "../equality.ts";
import { EMPTY, KEY_NOT_FOUND, PAIR_EXPECTED, setFault } from "../faults.ts";
import { appendKey, clearTable, keysOf, newTable, removeKey, tableLength, valuesOf } from "../hash-table.ts";
import { makeWhole } from "../heap.ts";
import { elementSlot, elementTag, listLength } from "../lists.ts";
import { PIN } from "../memory-map.ts";
import { outOfMemory, setSlot } from "../slots.ts";
import { characterAt, stringLength } from "../strings.ts";
import { makeView, VIEW_ITEMS, VIEW_KEYS, VIEW_VALUES } from "../views.ts";
import { listOf, newString, newTuple } from "./building.ts";
import {
  asResult,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  noMethod,
  wrongArgument,
  wrongElement,
} from "./native.ts";

// The methods of dictionaries, and `dict`. The receiver is the first argument.

/// A method that has found its receiver to be a dictionary, or a set.
export type TableMethod = (
  chip: Chip,
  core: Core,
  table: number,
  args: number,
  count: number,
  d: number,
) => NativeResult;

function onDict(native: number, method: TableMethod): NativeImplementation {
  return (chip, core, args, count, d) =>
    chip.words[args + 1] === DICT
      ? method(chip, core, chip.words[args] as number, args, count, d)
      : noMethod(chip, core, native, args);
}

function nothing(chip: Chip, d: number): NativeResult {
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

function noRoom(chip: Chip, core: Core): NativeResult {
  outOfMemory(chip, core, TABLE_BYTES);
  return NATIVE_FAULT;
}

/// Makes a slot hold a new dictionary.
function store(chip: Chip, core: Core, d: number, dict: number): NativeResult {
  if (dict === 0) return noRoom(chip, core);
  setSlot(chip, d, DICT, dict);
  return NATIVE_DONE;
}

function viewOf(which: number): TableMethod {
  return (chip, core, _dict, args, _count, d) => asResult(makeView(chip, core, d, args, which));
}

/// The number of the key that the argument at an index is.
function find(chip: Chip, dict: number, args: number, index = 1): number {
  const slot = args + index * 2;
  return findKey(chip, dict, chip.words[slot + 1] as number, slot);
}

/// The argument at an index, or None if it is left out.
function loadDefault(chip: Chip, args: number, count: number, index: number, d: number): NativeResult {
  if (count <= index) return nothing(chip, d);
  setSlot(chip, d, chip.words[args + index * 2 + 1] as number, chip.words[args + index * 2] as number);
  return NATIVE_DONE;
}

const get: TableMethod = (chip, _core, dict, args, count, d) => {
  const key = find(chip, dict, args);
  if (key < 0) return loadDefault(chip, args, count, 2, d);
  loadValue(chip, d, dict, key);
  return NATIVE_DONE;
};

const setdefault: TableMethod = (chip, core, dict, args, count, d) => {
  const { words } = chip;
  const key = find(chip, dict, args);
  if (key >= 0) {
    loadValue(chip, d, dict, key);
    return NATIVE_DONE;
  }
  const [tag, value] = count > 2 ? [words[args + 5] as number, words[args + 4] as number] : [NONE, 0];
  if (!appendKey(chip, core, dict, words[args + 3] as number, words[args + 2] as number, tag, value)) {
    return noRoom(chip, core);
  }
  return loadDefault(chip, args, count, 2, d);
};

/// dict.pop(key[, default])
export const popKey: TableMethod = (chip, core, dict, args, count, d) => {
  const key = find(chip, dict, args);
  if (key < 0) {
    if (count > 2) return loadDefault(chip, args, count, 2, d);
    setFault(chip, core, KEY_NOT_FOUND, 0, 0, args + 2);
    return NATIVE_FAULT;
  }
  loadValue(chip, d, dict, key);
  removeKey(chip, dict, key);
  return NATIVE_DONE;
};

const popitem: TableMethod = (chip, core, dict, _args, _count, d) => {
  const last = tableLength(chip, dict) - 1;
  if (last < 0) {
    setFault(chip, core, EMPTY, 1);
    return NATIVE_FAULT;
  }
  const [keys, values] = [keysOf(chip, dict), valuesOf(chip, dict)];
  const tuple = newTuple(
    chip,
    core,
    [elementTag(chip, keys, last), elementTag(chip, values, last)],
    [keys, values].map((list) => chip.words[elementSlot(chip, list, last)] as number),
  );
  if (tuple === 0) return noRoom(chip, core);
  removeKey(chip, dict, last);
  setSlot(chip, d, TUPLE_TAG, tuple);
  return NATIVE_DONE;
};

/// dict.copy()
export const copyOfDict: TableMethod = (chip, core, dict, _args, _count, d) =>
  store(
    chip,
    core,
    d,
    makeWhole(chip, core, () => copyDict(chip, core, dict)),
  );

/// dict.clear() and set.clear()
export const clearOfTable: TableMethod = (chip, _core, table, _args, _count, d) => {
  clearTable(chip, table);
  return nothing(chip, d);
};

/// Puts the entries of the argument at an index, a dictionary or pairs, into a dictionary; with a fault if it is neither.
function addEntries(chip: Chip, core: Core, native: number, dict: number, args: number, index: number): NativeResult {
  const { words } = chip;
  const slot = args + index * 2;
  if (words[slot + 1] === DICT) {
    return mergeDict(chip, core, dict, words[slot] as number) ? NATIVE_DONE : noRoom(chip, core);
  }
  const pairs = listOf(chip, core, native, args, index);
  if (pairs === 0) return NATIVE_FAULT;
  const length = listLength(chip, pairs);
  for (let k = 0; k < length; k++) {
    const tag = elementTag(chip, pairs, k);
    const pair = words[elementSlot(chip, pairs, k)] as number;
    const isList = tag === LIST_TAG || tag === TUPLE_TAG;
    if (!isList && tag !== STRING) return wrongElement(chip, core, native, index, tag);
    const parts = isList ? listLength(chip, pair) : stringLength(chip, pair);
    if (parts !== 2) {
      setFault(chip, core, PAIR_EXPECTED, k, parts);
      return NATIVE_FAULT;
    }
    if (!(isList ? setPair(chip, core, dict, pair) : setLetters(chip, core, dict, pair))) return noRoom(chip, core);
  }
  return NATIVE_DONE;
}

function setPair(chip: Chip, core: Core, dict: number, pair: number): boolean {
  const key = elementSlot(chip, pair, 0);
  const value = chip.words[key + 1] as number;
  return setItem(chip, core, dict, elementTag(chip, pair, 0), key, elementTag(chip, pair, 1), value);
}

/// The two characters of a text as a key and its value, in a pair that is no longer needed afterwards.
function setLetters(chip: Chip, core: Core, dict: number, text: number): boolean {
  const pair = makeWhole(chip, core, () => {
    const [key = 0, value = 0] = [0, 1].map((k) => newString(chip, core, [characterAt(chip, text, k)]));
    return key !== 0 && value !== 0 ? newTuple(chip, core, [STRING, STRING], [key, value]) : 0;
  });
  if (pair === 0) return false;
  const pin = core.registers + PIN + 1;
  chip.words[pin] = pair;
  const done = setPair(chip, core, dict, pair);
  chip.words[pin] = 0;
  return done;
}

/// dict.update(other)
export const updateDict: TableMethod = (chip, core, dict, args, count, d) => {
  for (let k = 1; k < count; k++) {
    const outcome = addEntries(chip, core, natives.UPDATE.number, dict, args, k);
    if (outcome !== NATIVE_DONE) return outcome;
  }
  return nothing(chip, d);
};

/// dict() and dict(x)
function dict(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  // Whatever is gathered for it is in its argument's slot, so that nothing is made twice.
  if (count > 0 && chip.words[args + 1] !== DICT && listOf(chip, core, natives.DICT.number, args, 0) === 0) {
    return NATIVE_FAULT;
  }
  let outcome: NativeResult = NATIVE_DONE;
  const made = makeWhole(chip, core, () => {
    const table = newTable(chip, core, true);
    if (table === 0) return 0;
    outcome = count === 0 ? NATIVE_DONE : addEntries(chip, core, natives.DICT.number, table, args, 0);
    return outcome === NATIVE_DONE ? table : 0;
  });
  return outcome === NATIVE_DONE ? store(chip, core, d, made) : outcome;
}

function fromkeys(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words } = chip;
  if (words[args + 1] !== DICT && !(words[args + 1] === TYPE_TAG && words[args] === natives.DICT.number)) {
    return noMethod(chip, core, natives.FROMKEYS.number, args);
  }
  const keys = listOf(chip, core, natives.FROMKEYS.number, args, 1);
  if (keys === 0) return NATIVE_FAULT;
  const [tag, value] = count > 2 ? [words[args + 5] as number, words[args + 4] as number] : [NONE, 0];
  const made = makeWhole(chip, core, () => {
    const table = newTable(chip, core, true);
    for (let k = 0; table !== 0 && k < listLength(chip, keys); k++) {
      if (!setItem(chip, core, table, elementTag(chip, keys, k), elementSlot(chip, keys, k), tag, value)) return 0;
    }
    return table;
  });
  return store(chip, core, d, made);
}

/// The types of views, which only dictionaries make.
function noType(native: natives.Native): readonly [number, NativeImplementation] {
  return [native.number, (chip, core, args) => wrongArgument(chip, core, native.number, args, 0)];
}

/// The implementations of what only dictionaries have, by number.
export const dictNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.DICT.number, dict],
  [natives.FROMKEYS.number, fromkeys],
  [natives.KEYS.number, onDict(natives.KEYS.number, viewOf(VIEW_KEYS))],
  [natives.VALUES.number, onDict(natives.VALUES.number, viewOf(VIEW_VALUES))],
  [natives.ITEMS.number, onDict(natives.ITEMS.number, viewOf(VIEW_ITEMS))],
  [natives.GET.number, onDict(natives.GET.number, get)],
  [natives.SETDEFAULT.number, onDict(natives.SETDEFAULT.number, setdefault)],
  [natives.POPITEM.number, onDict(natives.POPITEM.number, popitem)],
  noType(natives.KEYS_TYPE),
  noType(natives.VALUES_TYPE),
  noType(natives.ITEMS_TYPE),
];
