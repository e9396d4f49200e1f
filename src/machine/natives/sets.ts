import { AND, OR, SUB, XOR } from "../../bytecode/isa.ts";
import * as natives from "../../bytecode/natives.ts";
import { BOOL, FROZENSET, INT, NONE, SET } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { TABLE_BYTES } from "../dicts.ts";
import { EMPTY, KEY_NOT_FOUND, setFault } from "../faults.ts";
import { hashOf } from "../hash.ts";
import { keyOrder, keysOf, newTable, removeKey } from "../hash-table.ts";
import { makeWhole } from "../heap.ts";
import { elementSlot, elementTag, listLength } from "../lists.ts";
import { addTo, changeSet, combineSets, combineWithList, copySet, discard, isDisjoint, isSubset } from "../sets.ts";
import { outOfMemory, setSlot } from "../slots.ts";
import { tableOf } from "../views.ts";
import { listOf } from "./building.ts";
import type { TableMethod } from "./dicts.ts";
import { NATIVE_DONE, NATIVE_FAULT, type NativeImplementation, type NativeResult, noMethod } from "./native.ts";

// The methods of sets, `set` and `frozenset`. The receiver is the first argument.

function onSet(native: number, method: TableMethod, frozen = true): NativeImplementation {
  return (chip, core, args, count, d) => {
    const tag = chip.words[args + 1] as number;
    return tag === SET || (frozen && tag === FROZENSET)
      ? method(chip, core, chip.words[args] as number, args, count, d)
      : noMethod(chip, core, native, args);
  };
}

function nothing(chip: Chip, d: number): NativeResult {
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

function noRoom(chip: Chip, core: Core): NativeResult {
  outOfMemory(chip, core, TABLE_BYTES);
  return NATIVE_FAULT;
}

function store(chip: Chip, core: Core, d: number, tag: number, set: number): NativeResult {
  if (set === 0) return noRoom(chip, core);
  setSlot(chip, d, tag, set);
  return NATIVE_DONE;
}

/// A set of a list's elements; 0 if there is no memory left.
function setOfList(chip: Chip, core: Core, list: number): number {
  return makeWhole(chip, core, () => {
    const set = newTable(chip, core, false);
    for (let k = 0; set !== 0 && k < listLength(chip, list); k++)
      if (!addTo(chip, core, set, elementTag(chip, list, k), elementSlot(chip, list, k))) return 0;
    return set;
  });
}

/// The dictionary or set whose keys an argument is; what else has elements becomes, in the argument's slot, a set of them.
/// 0 with a fault if it has none.
function tableArgument(chip: Chip, core: Core, native: number, args: number, index: number): number {
  const slot = args + index * 2;
  const table = tableOf(chip, chip.words[slot + 1] as number, chip.words[slot] as number);
  if (table !== 0) return table;
  const list = listOf(chip, core, native, args, index);
  if (list === 0) return 0;
  const set = setOfList(chip, core, list);
  if (set === 0) noRoom(chip, core);
  else setSlot(chip, slot, SET, set);
  return set;
}

/// set(x) and frozenset(x)
function setOf(native: number, tag: number): NativeImplementation {
  return (chip, core, args, count, d) => {
    const { words } = chip;
    if (count === 0) {
      return store(
        chip,
        core,
        d,
        tag,
        makeWhole(chip, core, () => newTable(chip, core, false)),
      );
    }
    if (tag === FROZENSET && words[args + 1] === FROZENSET) return store(chip, core, d, tag, words[args] as number);
    const table = tableOf(chip, words[args + 1] as number, words[args] as number);
    if (table !== 0) {
      return store(
        chip,
        core,
        d,
        tag,
        makeWhole(chip, core, () => copySet(chip, core, table)),
      );
    }
    const list = listOf(chip, core, native, args, 0);
    return list === 0 ? NATIVE_FAULT : store(chip, core, d, tag, setOfList(chip, core, list));
  };
}

/// set.copy()
export const copyOfSet: TableMethod = (chip, core, set, args, _count, d) => {
  if (chip.words[args + 1] === FROZENSET) return store(chip, core, d, FROZENSET, set);
  return store(
    chip,
    core,
    d,
    SET,
    makeWhole(chip, core, () => copySet(chip, core, set)),
  );
};

const add: TableMethod = (chip, core, set, args, _count, d) =>
  addTo(chip, core, set, chip.words[args + 3] as number, args + 2) ? nothing(chip, d) : noRoom(chip, core);

const discardValue: TableMethod = (chip, _core, set, args, _count, d) => {
  discard(chip, set, chip.words[args + 3] as number, args + 2);
  return nothing(chip, d);
};

/// set.remove(value)
export const removeFromSet: TableMethod = (chip, core, set, args, _count, d) => {
  if (discard(chip, set, chip.words[args + 3] as number, args + 2)) return nothing(chip, d);
  setFault(chip, core, KEY_NOT_FOUND, 0, 0, args + 2);
  return NATIVE_FAULT;
};

/// set.pop()
export const popFromSet: TableMethod = (chip, core, set, _args, _count, d) => {
  const [key] = keyOrder(chip, set);
  if (key === undefined) {
    setFault(chip, core, EMPTY, 2);
    return NATIVE_FAULT;
  }
  const keys = keysOf(chip, set);
  setSlot(chip, d, elementTag(chip, keys, key), chip.words[elementSlot(chip, keys, key)] as number);
  removeKey(chip, set, key);
  return NATIVE_DONE;
};

/// A new set: the operation on the receiver and each of the others, one after the other.
function combine(native: number, op: number): NativeImplementation {
  return onSet(native, (chip, core, receiver, args, count, d) => {
    const { words } = chip;
    const tag = words[args + 1] as number;
    let set = receiver;
    if (count === 1) {
      set = makeWhole(chip, core, () => copySet(chip, core, receiver));
      return store(chip, core, d, tag, set);
    }
    for (let k = 1; k < count; k++) {
      const slot = args + k * 2;
      const isTable = tableOf(chip, words[slot + 1] as number, words[slot] as number) !== 0;
      const asTable = isTable || op === XOR;
      const other = asTable ? tableArgument(chip, core, native, args, k) : listOf(chip, core, native, args, k);
      if (other === 0) return NATIVE_FAULT;
      const before = set;
      set = makeWhole(chip, core, () =>
        asTable ? combineSets(chip, core, op, before, other) : combineWithList(chip, core, op, before, other),
      );
      if (set === 0) return noRoom(chip, core);
      // The receiver is no longer needed, and what has been made must be in a slot.
      setSlot(chip, args, tag, set);
    }
    return store(chip, core, d, tag, set);
  });
}

/// The receiver becomes what the operation on it and each of the others gives.
function change(native: number, op: number): NativeImplementation {
  return onSet(native, changeBy(native, op), false);
}

function changeBy(native: number, op: number): TableMethod {
  return (chip, core, set, args, count, d) => {
    for (let k = 1; k < count; k++) {
      const other = tableArgument(chip, core, native, args, k);
      if (other === 0) return NATIVE_FAULT;
      if (!changeSet(chip, core, op, set, other)) return noRoom(chip, core);
    }
    return nothing(chip, d);
  };
}

/// set.update(other, …)
export const updateSet: TableMethod = (chip, core, set, args, count, d) => {
  const { words } = chip;
  for (let k = 1; k < count; k++) {
    const slot = args + k * 2;
    const table = tableOf(chip, words[slot + 1] as number, words[slot] as number);
    // What is no set is added element by element, as in CPython, which matters for the order.
    const list = table === 0 ? listOf(chip, core, natives.UPDATE.number, args, k) : 0;
    if (table === 0 && list === 0) return NATIVE_FAULT;
    if (table !== 0 && !changeSet(chip, core, OR, set, table)) return noRoom(chip, core);
    for (let i = 0; list !== 0 && i < listLength(chip, list); i++) {
      if (!addTo(chip, core, set, elementTag(chip, list, i), elementSlot(chip, list, i))) return noRoom(chip, core);
    }
  }
  return nothing(chip, d);
};

const union: TableMethod = (chip, core, receiver, args, count, d) => {
  const tag = chip.words[args + 1] as number;
  const set = makeWhole(chip, core, () => copySet(chip, core, receiver));
  if (set === 0) return noRoom(chip, core);
  // The receiver is no longer needed, and what is made must be in a slot.
  setSlot(chip, args, tag, set);
  const outcome = updateSet(chip, core, set, args, count, d);
  return outcome === NATIVE_DONE ? store(chip, core, d, tag, set) : outcome;
};

/// A question about the receiver and another.
function question(native: number, ask: (chip: Chip, set: number, other: number) => boolean): NativeImplementation {
  return onSet(native, (chip, core, set, args, _count, d) => {
    const other = tableArgument(chip, core, native, args, 1);
    if (other === 0) return NATIVE_FAULT;
    setSlot(chip, d, BOOL, ask(chip, set, other) ? 1 : 0);
    return NATIVE_DONE;
  });
}

function hash(chip: Chip, _core: Core, args: number, _count: number, d: number): NativeResult {
  setSlot(chip, d, INT, hashOf(chip, chip.words[args + 1] as number, args));
  return NATIVE_DONE;
}

/// The implementations of what only sets have, by number.
export const setNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.SET.number, setOf(natives.SET.number, SET)],
  [natives.FROZENSET.number, setOf(natives.FROZENSET.number, FROZENSET)],
  [natives.HASH.number, hash],
  [natives.ADD.number, onSet(natives.ADD.number, add, false)],
  [natives.DISCARD.number, onSet(natives.DISCARD.number, discardValue, false)],
  [natives.UNION.number, onSet(natives.UNION.number, union)],
  [natives.INTERSECTION.number, combine(natives.INTERSECTION.number, AND)],
  [natives.DIFFERENCE.number, combine(natives.DIFFERENCE.number, SUB)],
  [natives.SYMMETRIC_DIFFERENCE.number, combine(natives.SYMMETRIC_DIFFERENCE.number, XOR)],
  [natives.INTERSECTION_UPDATE.number, change(natives.INTERSECTION_UPDATE.number, AND)],
  [natives.DIFFERENCE_UPDATE.number, change(natives.DIFFERENCE_UPDATE.number, SUB)],
  [natives.SYMMETRIC_DIFFERENCE_UPDATE.number, change(natives.SYMMETRIC_DIFFERENCE_UPDATE.number, XOR)],
  [natives.ISSUBSET.number, question(natives.ISSUBSET.number, isSubset)],
  [natives.ISSUPERSET.number, question(natives.ISSUPERSET.number, (chip, set, other) => isSubset(chip, other, set))],
  [natives.ISDISJOINT.number, question(natives.ISDISJOINT.number, isDisjoint)],
];
