import * as isa from "../bytecode/isa.ts";
import { NONE_TYPE } from "../bytecode/natives.ts";
import {
  BOOL,
  BYTEARRAY,
  CLASS,
  COMPLEX,
  DICT,
  FROZENSET,
  INT,
  isReference,
  LIST_TAG,
  NONE,
  SET,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
} from "../bytecode/values.ts";
import { arithmetic } from "./arithmetic.ts";
import { CANNOT_JOIN } from "./byte-problems.ts";
import { bytesOf, isBytes, replaceBytes, storeBytes } from "./bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { complexArithmetic } from "./complex-arithmetic.ts";
import { isTooLong, joinLists, joinStrings, repeat } from "./concatenation.ts";
import { copyDict, mergeDict, TABLE_BYTES } from "./dicts.ts";
import { formatValue } from "./display-value.ts";
import { BAD_BYTES, TEXT_AND_NUMBER, WRONG_TYPES } from "./faults.ts";
import { makeWhole } from "./heap.ts";
import { append, elementTag, elementWord, listLength } from "./lists.ts";
import { PIN } from "./memory-map.ts";
import { gather, newString, newTuple } from "./natives/building.ts";
import { percentFormat } from "./percent-format.ts";
import { changeSet, combineSets } from "./sets.ts";
import { FAULTED, fault, isNumber, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { charactersToCopy, storeFormatted, storeJoined } from "./store-text.ts";
import { characterAt, codesOf, loadString, stringLength } from "./strings.ts";
import { tableOf } from "./views.ts";
import { spend } from "./work-budget.ts";

// What an operator between two values does when the interpreter does not do it itself, by the types of the two.

/// d = a op b, for ADD to SHR.
export function binary(chip: Chip, core: Core, op: number, d: number, a: number, b: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, a) || !requireSet(chip, core, b)) return FAULTED;
  const ta = words[a + 1] as number;
  const tb = words[b + 1] as number;
  if (op === isa.ADDTO) return addTo(chip, core, d, a, b);
  if (isNumber(ta) && isNumber(tb)) return arithmetic(chip, core, op, d, a, b);
  if (op === isa.ADD) {
    if (ta === STRING || tb === STRING) {
      // Text and a number are joined, as ePython does, but not in Python 3.
      if (ta === STRING && tb === STRING) return joinStrings(chip, core, d, a, b);
      if (chip.image.python3) {
        if (isNumber(ta) || isNumber(tb)) return fault(chip, core, TEXT_AND_NUMBER, a, b);
      } else if (isNumber(ta) || isNumber(tb) || ta === NONE || tb === NONE) {
        const text = formatValue(chip, ta, a) + formatValue(chip, tb, b);
        return storeJoined(chip, core, d, codesOf(text), copied(chip, a) + copied(chip, b));
      }
    }
    if ((ta === LIST_TAG || ta === TUPLE_TAG) && ta === tb) return joinLists(chip, core, d, a, b, ta);
  }
  if (op === isa.MOD && ta === STRING) {
    const text = percentFormat(chip, loadString(chip, words[a] as number), tb, b);
    return storeFormatted(chip, core, d, text, copied(chip, a) + copied(chip, b));
  }
  if (op === isa.OR && isType(ta) && (isType(tb) || tb === NONE)) return joinTypes(chip, core, d, a, b);
  if (tables(op)) {
    const combined = combineTables(chip, core, op, d, a, b);
    if (combined !== undefined) return combined;
  }
  if (isBytes(ta) || isBytes(tb)) {
    const made = binaryOfBytes(chip, core, op, d, a, b);
    if (made !== undefined) return made;
  }
  if (ta === COMPLEX || tb === COMPLEX) return complexArithmetic(chip, core, op, d, a, b);
  if (op === isa.MUL) {
    if ((ta === INT || ta === BOOL) && isSequence(tb)) return repeat(chip, core, d, b, tb, words[a] as number);
    if ((tb === INT || tb === BOOL) && isSequence(ta)) return repeat(chip, core, d, a, ta, words[b] as number);
  }
  return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
}

/// d = a + b for bytes, or bytes repeated; undefined if it is another operation.
function binaryOfBytes(chip: Chip, core: Core, op: number, d: number, a: number, b: number): number | undefined {
  const { words } = chip;
  const [ta, tb] = [words[a + 1] as number, words[b + 1] as number];
  if (op === isa.ADD && isBytes(ta)) {
    if (!isBytes(tb)) return fault(chip, core, BAD_BYTES, CANNOT_JOIN, ta | (tb << 8));
    const both = [...bytesOf(chip, ta, words[a] as number), ...bytesOf(chip, tb, words[b] as number)];
    return storeBytes(chip, core, d, both, ta);
  }
  const [bytes, times] = isBytes(ta) ? [a, b] : [b, a];
  const whole = words[times + 1] as number;
  if (op !== isa.MUL || (whole !== INT && whole !== BOOL)) return undefined;
  const tag = words[bytes + 1] as number;
  const one = bytesOf(chip, tag, words[bytes] as number);
  const copies = one.length === 0 ? 0 : Math.max(0, words[times] as number);
  if (isTooLong(core, one.length * copies)) return outOfMemory(chip, core, one.length * copies);
  spend(chip, (one.length * copies) >> 2);
  return storeBytes(chip, core, d, new Array<number[]>(copies).fill(one).flat(), tag);
}

function isType(tag: number): boolean {
  return tag === CLASS || tag === TYPE_TAG || tag === TUPLE_TAG;
}

/// d = what `A | B` stands for: the types in a tuple, as `isinstance` takes them.
function joinTypes(chip: Chip, core: Core, d: number, a: number, b: number): number {
  const { words } = chip;
  const parts = [a, b].flatMap((slot) => {
    const [tag, value] = [words[slot + 1] as number, words[slot] as number];
    if (tag === NONE) return [[TYPE_TAG, NONE_TYPE.number] as const];
    if (tag !== TUPLE_TAG) return [[tag, value] as const];
    return Array.from(
      { length: listLength(chip, value) },
      (_, k) => [elementTag(chip, value, k), words[elementWord(chip, value, k)] as number] as const,
    );
  });
  const areTypes = parts.length > 0 && parts.every(([tag]) => tag === CLASS || tag === TYPE_TAG);
  if (!areTypes)
    return fault(chip, core, WRONG_TYPES, isa.OR, (words[a + 1] as number) | ((words[b + 1] as number) << 8));
  const made = newTuple(
    chip,
    core,
    parts.map(([tag]) => tag),
    parts.map(([, value]) => value),
  );
  if (made === 0) return outOfMemory(chip, core, parts.length * 4);
  setSlot(chip, d, TUPLE_TAG, made);
  return 0;
}

function isSequence(tag: number): boolean {
  return tag === STRING || tag === LIST_TAG || tag === TUPLE_TAG;
}

function tables(op: number): boolean {
  return op === isa.OR || op === isa.AND || op === isa.SUB || op === isa.XOR;
}

/// d = an operation on two sets, or `|` on two dictionaries; undefined if they are not.
function combineTables(chip: Chip, core: Core, op: number, d: number, a: number, b: number): number | undefined {
  const { words } = chip;
  const [ta, tb] = [words[a + 1] as number, words[b + 1] as number];
  const isDict = ta === DICT && tb === DICT && op === isa.OR;
  const one = ta === DICT && !isDict ? 0 : tableOf(chip, ta, words[a] as number);
  const other = tb === DICT && !isDict ? 0 : tableOf(chip, tb, words[b] as number);
  if (one === 0 || other === 0) return undefined;
  const made = makeWhole(chip, core, () => {
    if (!isDict) return combineSets(chip, core, op, one, other);
    const copy = copyDict(chip, core, one);
    return copy !== 0 && mergeDict(chip, core, copy, other) ? copy : 0;
  });
  if (made === 0) return outOfMemory(chip, core, TABLE_BYTES);
  setSlot(chip, d, isDict ? DICT : ta === FROZENSET ? FROZENSET : SET, made);
  return 0;
}

/// d = a op b, in place where a is a set or a dictionary that can change.
export function change(chip: Chip, core: Core, op: number, d: number, a: number, b: number): number {
  const { words } = chip;
  const ta = words[a + 1] as number;
  const tb = words[b + 1] as number;
  const table = words[a] as number;
  const other = tableOf(chip, tb, words[b] as number);
  if (ta === SET && other !== 0 && tb !== DICT) {
    if (!changeSet(chip, core, op, table, other)) return outOfMemory(chip, core, TABLE_BYTES);
  } else if (ta === DICT && tb === DICT && op === isa.OR) {
    if (!mergeDict(chip, core, table, other)) return outOfMemory(chip, core, TABLE_BYTES);
  } else return binary(chip, core, op, d, a, b);
  setSlot(chip, d, ta, table);
  return 0;
}

function copied(chip: Chip, slot: number): number {
  return charactersToCopy(chip, chip.words[slot + 1] as number, chip.words[slot] as number);
}

// a += b: a list grows in place, as in Python, so that all who know it see it.
function addTo(chip: Chip, core: Core, d: number, a: number, b: number): number {
  const { words } = chip;
  const tb = words[b + 1] as number;
  if (words[a + 1] === LIST_TAG && tb === STRING) return addCharacters(chip, core, d, words[a] as number, b);
  if (words[a + 1] === BYTEARRAY && isBytes(tb)) {
    const bytes = [words[a] as number, words[b] as number].flatMap((value, k) =>
      bytesOf(chip, k === 0 ? BYTEARRAY : tb, value),
    );
    const done = replaceBytes(chip, core, a, bytes);
    if (done >= 0) setSlot(chip, d, BYTEARRAY, words[a] as number);
    return done;
  }
  if (words[a + 1] !== LIST_TAG) return binary(chip, core, isa.ADD, d, a, b);
  const list = words[a] as number;
  if (tb !== LIST_TAG && tb !== TUPLE_TAG) return addGathered(chip, core, d, a, b);
  const other = words[b] as number;
  const length = listLength(chip, other);
  for (let i = 0; i < length; i++) {
    const word = words[elementWord(chip, other, i)] as number;
    if (!append(chip, core, list, word, elementTag(chip, other, i))) return outOfMemory(chip, core, 4);
  }
  setSlot(chip, d, LIST_TAG, list);
  return 0;
}

/// The same with what a dictionary, a set, a view or a range gives.
function addGathered(chip: Chip, core: Core, d: number, a: number, b: number): number {
  const { words } = chip;
  const pin = core.registers + PIN + 1;
  const [word, tag] = [words[b] as number, words[b + 1] as number];
  // The slot of the right side holds the list for a while: what it held may be its only owner's.
  words[pin] = isReference(tag) ? word : 0;
  const gathered = gather(chip, core, b);
  const result = gathered === 1 ? addTo(chip, core, d, a, b) : gathered;
  setSlot(chip, b, tag, word);
  words[pin] = 0;
  return gathered === 0 ? binary(chip, core, isa.ADD, d, a, b) : result;
}

function addCharacters(chip: Chip, core: Core, d: number, list: number, b: number): number {
  const pin = core.registers + PIN + 1;
  const text = chip.words[b] as number;
  let made = true;
  for (let k = 0; k < stringLength(chip, text) && made; k++) {
    const character = newString(chip, core, [characterAt(chip, text, k)]);
    chip.words[pin] = character;
    made = character !== 0 && append(chip, core, list, character, STRING);
  }
  chip.words[pin] = 0;
  if (!made) return outOfMemory(chip, core, 4);
  setSlot(chip, d, LIST_TAG, list);
  return 0;
}
