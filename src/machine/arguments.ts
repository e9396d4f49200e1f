import { DICT, LIST_TAG, STRING, TUPLE_TAG, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import type { DecodedFunction } from "./decode.ts";
import { emptyDict, setItem, TABLE_BYTES } from "./dicts.ts";
import {
  ARGUMENT_TWICE,
  ARGUMENT_TYPES,
  MISSING_ARGUMENTS,
  POSITIONAL_ONLY,
  TOO_MANY_ARGUMENTS,
  UNKNOWN_ARGUMENT,
} from "./faults.ts";
import { keysOf, valuesOf } from "./hash-table.ts";
import { LIST_LENGTH } from "./list-layout.ts";
import { elementSlot, elementTag, elementWord, listLength, newList, setElement } from "./lists.ts";
import { recordSlot } from "./records.ts";
import { FAULTED, fault, outOfMemory, setSlot } from "./slots.ts";
import { loadString } from "./strings.ts";

// How the arguments of a call come to the parameters of a function, where the compiler could not put them there.
//
// In slots one after the other stand arguments without a name, then name and value of each with one. The frame that they are for has
// its header and no values, and the core's FP, so that the collector knows it. Values there lie also where they come from.

/// The arguments of a call.
export interface Arguments {
  /// Word index of the first slot.
  readonly from: number;
  readonly positional: number;
  readonly named: number;
}

/// Puts arguments into a function's new frame, with what its value holds (0 if that is only a number). -1 with a fault.
export function bindArguments(
  chip: Chip,
  core: Core,
  target: number,
  frame: number,
  record: number,
  { from, positional, named }: Arguments,
): number {
  const { words } = chip;
  const row = chip.program.functions[target] as DecodedFunction;
  const { cells, named: byName } = row;
  const given = Math.min(positional, row.positional);
  for (let k = 0; k < given * 2; k++) words[frame + k] = words[from + k] as number;
  if (positional > row.positional && !row.star)
    return fault(
      chip,
      core,
      TOO_MANY_ARGUMENTS,
      target,
      positional | (namedOnly(chip, row, from, positional, named) << 16),
    );
  for (let k = 0; record !== 0 && k < cells * 2; k++)
    words[frame + row.parameters * 2 + k] = words[recordSlot(record, 1) + k] as number;
  for (let k = 0; k < named; k++) {
    const name = from + (positional + k * 2) * 2;
    if (words[name + 1] !== STRING) return fault(chip, core, ARGUMENT_TYPES, words[name + 1]);
    const index = row.names.indexOf(loadString(chip, words[name] as number));
    if (index < row.positionalOnly) {
      if (!row.starStar) return fault(chip, core, index < 0 ? UNKNOWN_ARGUMENT : POSITIONAL_ONLY, target, 0, name);
    } else if (words[frame + index * 2 + 1] !== UNSET) {
      return fault(chip, core, ARGUMENT_TWICE, target, index);
    } else {
      setSlot(chip, frame + index * 2, words[name + 3] as number, words[name + 2] as number);
    }
  }
  const missing = fillDefaults(chip, core, row, frame, record);
  if (missing !== 0) return fault(chip, core, MISSING_ARGUMENTS, target, missing);
  if (row.star && !fillStar(chip, core, frame + byName * 2, from + given * 2, positional - given))
    return outOfMemory(chip, core, (positional - given) * 4);
  return row.starStar ? fillStarStar(chip, core, row, frame, { from, positional, named }) : 0;
}

/// How many of the named arguments are of parameters that take no others.
function namedOnly(chip: Chip, row: DecodedFunction, from: number, positional: number, named: number): number {
  let count = 0;
  for (let k = 0; k < named; k++) {
    const name = from + (positional + k * 2) * 2;
    if (
      chip.words[name + 1] === STRING &&
      row.names.indexOf(loadString(chip, chip.words[name] as number)) >= row.positional
    )
      count++;
  }
  return count;
}

/// Gives parameters without a value their defaults. A bit for each of the first that has none either.
function fillDefaults(chip: Chip, core: Core, row: DecodedFunction, frame: number, record: number): number {
  const { words } = chip;
  let missing = 0;
  for (let k = 0; k < row.named; k++) {
    const slot = frame + k * 2;
    if (words[slot + 1] !== UNSET) continue;
    if (k >= row.required) {
      const held = row.ownDefaults && record !== 0;
      const from = held
        ? recordSlot(record, 1 + row.cells + k - row.required)
        : core.module + ~(row.defaults[k - row.required] as number);
      setSlot(chip, slot, words[from + 1] as number, words[from] as number);
    }
    if (words[slot + 1] === UNSET) missing |= 1 << Math.min(k, 30);
  }
  return missing;
}

/// A tuple of the further arguments.
function fillStar(chip: Chip, core: Core, d: number, from: number, count: number): boolean {
  const { words } = chip;
  const tag = count === 0 ? UNSET : (words[from + 1] as number);
  let mixed = false;
  for (let k = 1; k < count; k++) if (words[from + k * 2 + 1] !== tag) mixed = true;
  const tuple = newList(chip, core, count, mixed);
  if (tuple === 0) return false;
  for (let k = 0; k < count; k++) {
    setElement(chip, core, tuple, k, words[from + k * 2] as number, words[from + k * 2 + 1] as number);
    words[(tuple >> 2) + LIST_LENGTH] = k + 1;
  }
  setSlot(chip, d, TUPLE_TAG, tuple);
  return true;
}

/// A dictionary of the named arguments that have no parameter.
function fillStarStar(chip: Chip, core: Core, row: DecodedFunction, frame: number, args: Arguments): number {
  const { words } = chip;
  const d = frame + (row.parameters - 1) * 2;
  if (emptyDict(chip, core, d) < 0) return FAULTED;
  for (let k = 0; k < args.named; k++) {
    const name = args.from + (args.positional + k * 2) * 2;
    if (row.names.indexOf(loadString(chip, words[name] as number)) >= row.positionalOnly) continue;
    if (!setItem(chip, core, words[d] as number, STRING, name, words[name + 3] as number, words[name + 2] as number))
      return outOfMemory(chip, core, TABLE_BYTES);
  }
  return 0;
}

/// How many slots the arguments take that a list and a dictionary hold, which may be none.
export function unpackedSlots(chip: Chip, list: number, names: number): number {
  const { words } = chip;
  const named = words[names + 1] === DICT ? listLength(chip, keysOf(chip, words[names] as number)) : 0;
  return listLength(chip, words[list] as number) + named * 2;
}

/// Whether arguments can be taken from two slots: a list or tuple, and a dictionary or None.
export function canUnpack(chip: Chip, list: number): boolean {
  const tag = chip.words[list + 1];
  return tag === LIST_TAG || tag === TUPLE_TAG;
}

/// Puts what a list and a dictionary hold into slots from `from` on, as the arguments of a call.
export function unpackArguments(chip: Chip, list: number, names: number, from: number): Arguments {
  const { words } = chip;
  const value = words[list] as number;
  const positional = listLength(chip, value);
  for (let k = 0; k < positional; k++)
    setSlot(chip, from + k * 2, elementTag(chip, value, k), words[elementWord(chip, value, k)] as number);
  if (words[names + 1] !== DICT) return { from, positional, named: 0 };
  const keys = keysOf(chip, words[names] as number);
  const values = valuesOf(chip, words[names] as number);
  const named = listLength(chip, keys);
  for (let k = 0; k < named; k++) {
    const slot = from + (positional + k * 2) * 2;
    setSlot(chip, slot, elementTag(chip, keys, k), words[elementSlot(chip, keys, k)] as number);
    setSlot(chip, slot + 2, elementTag(chip, values, k), words[elementSlot(chip, values, k)] as number);
  }
  return { from, positional, named };
}
