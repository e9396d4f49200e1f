import * as natives from "../../bytecode/natives.ts";
import { BOOL, DICT, INT, NONE, STRING, TYPE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { setItem, TABLE_BYTES } from "../dicts.ts";
import { CODE_RANGE, DIFFERENT_LENGTHS, ONE_CHARACTER, setFault } from "../faults.ts";
import { formatFields } from "../format-fields.ts";
import { keysOf, newTable, tableLength, valuesOf } from "../hash-table.ts";
import { makeWhole } from "../heap.ts";
import { elementSlot, elementTag } from "../lists.ts";
import { valueNamed } from "../names-in-dicts.ts";
import { outOfMemory, setSlot } from "../slots.ts";
import { charactersToCopy, storeCodes, storeFormatted } from "../store-text.ts";
import { stringLength } from "../strings.ts";
import { spend } from "../work-budget.ts";
import {
  asResult,
  isGiven,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  noMethod,
  wrongArgument,
  wrongElement,
} from "./native.ts";
import { codesOfText, onText, type TextMethod, textArgument } from "./text-arguments.ts";

// The methods of strings that work with dictionaries.

/// What becomes of each character that a table names: characters, or none.
function replacements(chip: Chip, core: Core, args: number): ReadonlyMap<number, readonly number[]> | undefined {
  const table = chip.words[args + 2] as number;
  const keys = keysOf(chip, table);
  const values = valuesOf(chip, table);
  const found = new Map<number, readonly number[]>();
  for (let k = 0; k < tableLength(chip, table); k++) {
    if (elementTag(chip, keys, k) !== INT) continue;
    const value = chip.words[elementSlot(chip, values, k)] as number;
    const tag = elementTag(chip, values, k);
    if (tag !== INT && tag !== NONE && tag !== STRING) {
      wrongElement(chip, core, natives.TRANSLATE.number, 1, tag);
      return undefined;
    }
    const character = chip.words[elementSlot(chip, keys, k)] as number;
    found.set(character, tag === NONE ? [] : tag === STRING ? codesOfText(chip, value) : [value]);
  }
  return found;
}

const translate: TextMethod = (chip, core, text, args, _count, d) => {
  if (chip.words[args + 3] !== DICT) return wrongArgument(chip, core, natives.TRANSLATE.number, args, 1);
  const table = replacements(chip, core, args);
  if (table === undefined) return NATIVE_FAULT;
  const codes = text.flatMap((code) => table.get(code) ?? [code]);
  spend(chip, codes.length);
  const wrong = codes.find((code) => code < 0 || code > 0x10ffff);
  if (wrong === undefined) return asResult(storeCodes(chip, core, d, codes));
  setFault(chip, core, CODE_RANGE, wrong);
  return NATIVE_FAULT;
};

const formatMap: TextMethod = (chip, core, text, args, _count, d) => {
  if (chip.words[args + 3] !== DICT) return wrongArgument(chip, core, natives.FORMAT_MAP.number, args, 1);
  const dict = chip.words[args + 2] as number;
  const template = String.fromCodePoint(...text);
  const made = formatFields(chip, template, { places: [], named: (name) => valueNamed(chip, dict, name) });
  return asResult(storeFormatted(chip, core, d, made, charactersToCopy(chip, STRING, chip.words[args] as number)));
};

/// str.maketrans(x[, y[, z]])
function maketrans(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const tag = chip.words[args + 1];
  if (tag !== STRING && !(tag === TYPE_TAG && chip.words[args] === natives.STR.number)) {
    return noMethod(chip, core, natives.MAKETRANS.number, args);
  }
  let outcome: NativeResult = NATIVE_DONE;
  const made = makeWhole(chip, core, () => {
    const table = newTable(chip, core, true);
    if (table === 0) return 0;
    outcome = isGiven(chip, args, count, 2)
      ? fromTexts(chip, core, args, count, table)
      : fromDict(chip, core, args, table);
    return outcome === NATIVE_DONE ? table : 0;
  });
  if (outcome !== NATIVE_DONE) return outcome;
  if (made === 0) return asResult(outOfMemory(chip, core, TABLE_BYTES));
  setSlot(chip, d, DICT, made);
  return NATIVE_DONE;
}

/// An entry for a character; false if there is no memory left. What is put into the table is in it before anything else is made.
function enter(chip: Chip, core: Core, args: number, table: number, key: number, tag: number, value: number): boolean {
  // The argument's own slot is free for the key: a table is made of its copy.
  const kept = [chip.words[args] as number, chip.words[args + 1] as number] as const;
  setSlot(chip, args, INT, key);
  const done = setItem(chip, core, table, INT, args, tag, value);
  setSlot(chip, args, kept[1], kept[0]);
  return done;
}

function fromTexts(chip: Chip, core: Core, args: number, count: number, table: number): NativeResult {
  const { number } = natives.MAKETRANS;
  const from = textArgument(chip, core, number, args, 1);
  const to = from && textArgument(chip, core, number, args, 2);
  const gone = isGiven(chip, args, count, 3) ? to && textArgument(chip, core, number, args, 3) : [];
  if (from === undefined || to === undefined || gone === undefined) return NATIVE_FAULT;
  if (from.length !== to.length) {
    setFault(chip, core, DIFFERENT_LENGTHS, from.length, to.length);
    return NATIVE_FAULT;
  }
  const all = [...from.map((code, k) => [code, INT, to[k] as number]), ...gone.map((code) => [code, NONE, 0])];
  for (const [code = 0, tag = NONE, value = 0] of all) {
    if (!enter(chip, core, args, table, code, tag, value)) return asResult(outOfMemory(chip, core, TABLE_BYTES));
  }
  return NATIVE_DONE;
}

function fromDict(chip: Chip, core: Core, args: number, table: number): NativeResult {
  const { number } = natives.MAKETRANS;
  if (chip.words[args + 3] !== DICT) return wrongArgument(chip, core, number, args, 1);
  const dict = chip.words[args + 2] as number;
  const keys = keysOf(chip, dict);
  const values = valuesOf(chip, dict);
  for (let k = 0; k < tableLength(chip, dict); k++) {
    const tag = elementTag(chip, keys, k);
    let key = chip.words[elementSlot(chip, keys, k)] as number;
    if (tag === STRING) {
      if (stringLength(chip, key) !== 1) {
        setFault(chip, core, ONE_CHARACTER, stringLength(chip, key));
        return NATIVE_FAULT;
      }
      key = codesOfText(chip, key)[0] as number;
    } else if (tag !== INT && tag !== BOOL) return wrongElement(chip, core, number, 1, tag);
    const value = chip.words[elementSlot(chip, values, k)] as number;
    if (!enter(chip, core, args, table, key, elementTag(chip, values, k), value)) {
      return asResult(outOfMemory(chip, core, TABLE_BYTES));
    }
  }
  return NATIVE_DONE;
}

/// The implementations of these methods, by number.
export const textTables: readonly (readonly [number, NativeImplementation])[] = [
  [natives.TRANSLATE.number, onText(natives.TRANSLATE.number, translate)],
  [natives.FORMAT_MAP.number, onText(natives.FORMAT_MAP.number, formatMap)],
  [natives.MAKETRANS.number, maketrans],
];
