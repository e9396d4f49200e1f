import * as natives from "../../bytecode/natives.ts";
import { BOOL, INT, STRING, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { EMPTY, setFault } from "../faults.ts";
import { elementTag, elementWord, listLength } from "../lists.ts";
import { overlaps, placeOf } from "../search.ts";
import { setSlot } from "../slots.ts";
import { charactersToCopy, storeCodes, storeJoined, storeText } from "../store-text.ts";
import { codesAt, loadString } from "../strings.ts";
import { spend, touchText } from "../work-budget.ts";
import { boundsOf } from "./bounds.ts";
import { listOf, storeStrings } from "./building.ts";
import { notFound } from "./lists.ts";
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

// The methods of strings. They work on lists of character codes, so that a character is a character whatever its code.

/// A method that has found its receiver to be a string.
export type TextMethod = (
  chip: Chip,
  core: Core,
  text: number[],
  args: number,
  count: number,
  d: number,
) => NativeResult;

function onText(native: number, method: TextMethod): NativeImplementation {
  return (chip, core, args, count, d) =>
    chip.words[args + 1] === STRING
      ? method(chip, core, codesOfText(chip, chip.words[args] as number), args, count, d)
      : noMethod(chip, core, native, args);
}

/// The codes of the characters of the string at an address, and the work of going through them.
export function codesOfText(chip: Chip, address: number): number[] {
  const codes = codesAt(chip, address);
  spend(chip, codes.length >> 1);
  touchText(chip, address, codes.length);
  return codes;
}

/// The characters of an argument; undefined with a fault if it is no string.
function textArgument(chip: Chip, core: Core, native: number, args: number, index: number): number[] | undefined {
  if (chip.words[args + index * 2 + 1] === STRING) return codesOfText(chip, chip.words[args + index * 2] as number);
  wrongArgument(chip, core, native, args, index);
  return undefined;
}

/// How often at most, an optional argument; undefined with a fault if it is no int. Negative: as often as there is.
function mostArgument(
  chip: Chip,
  core: Core,
  native: number,
  args: number,
  count: number,
  index: number,
): number | undefined {
  if (!isGiven(chip, args, count, index)) return Number.POSITIVE_INFINITY;
  if (chip.words[args + index * 2 + 1] !== INT) {
    wrongArgument(chip, core, native, args, index);
    return undefined;
  }
  const most = chip.words[args + index * 2] as number;
  return most < 0 ? Number.POSITIVE_INFINITY : most;
}

// What Python takes for white space.
function isSpace(code: number): boolean {
  if (code === 0xfeff) return false;
  return /\s/.test(String.fromCodePoint(code)) || (code >= 0x1c && code <= 0x1f) || code === 0x85;
}

function standsAt(text: readonly number[], part: readonly number[], at: number): boolean {
  return part.every((code, k) => text[at + k] === code);
}

/// strip, lstrip and rstrip, at the ends that are named.
function strip(native: number, atStart: boolean, atEnd: boolean): TextMethod {
  return (chip, core, text, args, count, d) => {
    const given = isGiven(chip, args, count, 1);
    const characters = given ? textArgument(chip, core, native, args, 1) : [];
    if (characters === undefined) return NATIVE_FAULT;
    const those = new Set(characters);
    const goes = (code: number): boolean => (given ? those.has(code) : isSpace(code));
    let from = 0;
    let to = text.length;
    while (atStart && from < to && goes(text[from] as number)) from++;
    while (atEnd && to > from && goes(text[to - 1] as number)) to--;
    return asResult(storeCodes(chip, core, d, text.slice(from, to)));
  };
}

const split: TextMethod = (chip, core, text, args, count, d) => {
  const most = mostArgument(chip, core, natives.SPLIT.number, args, count, 2);
  if (most === undefined) return NATIVE_FAULT;
  let parts = splitAtSpace(text, most);
  if (isGiven(chip, args, count, 1)) {
    const separator = textArgument(chip, core, natives.SPLIT.number, args, 1);
    if (separator === undefined) return NATIVE_FAULT;
    if (separator.length === 0) {
      setFault(chip, core, EMPTY);
      return NATIVE_FAULT;
    }
    parts = splitAt(text, separator, most);
  }
  return storeStrings(chip, core, d, parts) ? NATIVE_DONE : NATIVE_FAULT;
};

function splitAtSpace(text: number[], most: number): number[][] {
  const parts: number[][] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text[at] as number)) at++;
    if (at === text.length) return parts;
    let end = at;
    if (parts.length === most) {
      // The rest as it is, with the white space at its end.
      parts.push(text.slice(at));
      return parts;
    }
    while (end < text.length && !isSpace(text[end] as number)) end++;
    parts.push(text.slice(at, end));
    at = end;
  }
}

function splitAt(text: number[], separator: readonly number[], most: number): number[][] {
  const parts: number[][] = [];
  const table = overlaps(separator);
  let from = 0;
  while (parts.length < most) {
    const at = placeOf(text, separator, table, from, text.length);
    if (at < 0) break;
    parts.push(text.slice(from, at));
    from = at + separator.length;
  }
  parts.push(text.slice(from));
  return parts;
}

const join: TextMethod = (chip, core, text, args, _count, d) => {
  const list = listOf(chip, core, natives.JOIN.number, args, 1);
  if (list === 0) return NATIVE_FAULT;
  const length = listLength(chip, list);
  const codes: number[] = [];
  let toCopy = charactersToCopy(chip, STRING, chip.words[args] as number);
  for (let k = 0; k < length; k++) {
    const tag = elementTag(chip, list, k);
    if (tag !== STRING) return wrongElement(chip, core, natives.JOIN.number, 1, tag);
    toCopy += charactersToCopy(chip, STRING, chip.words[elementWord(chip, list, k)] as number);
    if (k > 0) for (const code of text) codes.push(code);
    for (const code of codesOfText(chip, chip.words[elementWord(chip, list, k)] as number)) codes.push(code);
  }
  return asResult(storeJoined(chip, core, d, codes, toCopy));
};

const replace: TextMethod = (chip, core, text, args, count, d) => {
  const old = textArgument(chip, core, natives.REPLACE.number, args, 1);
  const replacement = old && textArgument(chip, core, natives.REPLACE.number, args, 2);
  const most = replacement && mostArgument(chip, core, natives.REPLACE.number, args, count, 3);
  if (old === undefined || replacement === undefined || most === undefined) return NATIVE_FAULT;
  const codes: number[] = [];
  const table = overlaps(old);
  let from = 0;
  for (let done = 0; done < most; done++) {
    const at = placeOf(text, old, table, from, text.length);
    if (at < 0) break;
    for (; from < at; from++) codes.push(text[from] as number);
    for (const code of replacement) codes.push(code);
    from = at + old.length;
    if (old.length > 0) continue;
    // Nothing at all stands before every character and at the end.
    if (at === text.length) break;
    codes.push(text[from++] as number);
  }
  for (; from < text.length; from++) codes.push(text[from] as number);
  return asResult(storeCodes(chip, core, d, codes));
};

/// Where the part named by argument 1 stands in the text; -1 if nowhere, undefined with a fault.
function search(
  chip: Chip,
  core: Core,
  native: number,
  text: readonly number[],
  args: number,
  count: number,
): number | undefined {
  const part = textArgument(chip, core, native, args, 1);
  const bounds = part && boundsOf(chip, core, native, args, count, 2, text.length);
  if (bounds === undefined) return undefined;
  return bounds.start > text.length
    ? -1
    : placeOf(text, part as number[], overlaps(part as number[]), bounds.from, bounds.to);
}

const find: TextMethod = (chip, core, text, args, count, d) => {
  const at = search(chip, core, natives.FIND.number, text, args, count);
  if (at === undefined) return NATIVE_FAULT;
  setSlot(chip, d, INT, at);
  return NATIVE_DONE;
};

/// string.index(part[, start[, end]])
export const indexInText: TextMethod = (chip, core, text, args, count, d) => {
  const at = search(chip, core, natives.INDEX_OF.number, text, args, count);
  if (at === undefined) return NATIVE_FAULT;
  if (at < 0) return notFound(chip, core);
  setSlot(chip, d, INT, at);
  return NATIVE_DONE;
};

/// string.count(part[, start[, end]])
export const countInText: TextMethod = (chip, core, text, args, count, d) => {
  const part = textArgument(chip, core, natives.COUNT.number, args, 1);
  const bounds = part && boundsOf(chip, core, natives.COUNT.number, args, count, 2, text.length);
  if (part === undefined || bounds === undefined) return NATIVE_FAULT;
  let found = 0;
  const step = Math.max(1, part.length);
  if (bounds.start <= text.length) {
    const table = overlaps(part);
    for (let at = placeOf(text, part, table, bounds.from, bounds.to); at >= 0; found++) {
      at = placeOf(text, part, table, at + step, bounds.to);
    }
  }
  setSlot(chip, d, INT, found);
  return NATIVE_DONE;
};

/// startswith and endswith: a string, or a tuple of them, at one end of what `start` and `end` leave of the text.
function hasAtEnd(native: number, where: "start" | "end"): TextMethod {
  return (chip, core, text, args, count, d) => {
    const bounds = boundsOf(chip, core, native, args, count, 2, text.length);
    if (bounds === undefined) return NATIVE_FAULT;
    const parts = alternatives(chip, core, native, args);
    if (parts === undefined) return NATIVE_FAULT;
    const length = bounds.to - bounds.start;
    const found = parts.some(
      (part) =>
        part.length <= length && standsAt(text, part, where === "start" ? bounds.from : bounds.to - part.length),
    );
    setSlot(chip, d, BOOL, found ? 1 : 0);
    return NATIVE_DONE;
  };
}

function alternatives(chip: Chip, core: Core, native: number, args: number): number[][] | undefined {
  if (chip.words[args + 3] !== TUPLE_TAG) {
    const part = textArgument(chip, core, native, args, 1);
    return part && [part];
  }
  const tuple = chip.words[args + 2] as number;
  const parts: number[][] = [];
  for (let k = 0; k < listLength(chip, tuple); k++) {
    const tag = elementTag(chip, tuple, k);
    if (tag !== STRING) {
      wrongElement(chip, core, native, 1, tag);
      return undefined;
    }
    parts.push(codesOfText(chip, chip.words[elementWord(chip, tuple, k)] as number));
  }
  return parts;
}

const isdigit: TextMethod = (chip, _core, text, _args, _count, d) => {
  const digits = text.length > 0 && text.every((code) => /[\p{Nd}²³¹⁰⁴-⁹₀-₉]/u.test(String.fromCodePoint(code)));
  setSlot(chip, d, BOOL, digits ? 1 : 0);
  return NATIVE_DONE;
};

function changeCase(change: (text: string) => string): TextMethod {
  return (chip, core, _text, args, _count, d) =>
    asResult(storeText(chip, core, d, change(loadString(chip, chip.words[args] as number))));
}

/// The implementations of the methods that only strings have, by number.
export const textMethods: readonly (readonly [number, NativeImplementation])[] = (
  [
    [natives.UPPER, changeCase((text) => text.toUpperCase())],
    [natives.LOWER, changeCase((text) => text.toLowerCase())],
    [natives.STRIP, strip(natives.STRIP.number, true, true)],
    [natives.LSTRIP, strip(natives.LSTRIP.number, true, false)],
    [natives.RSTRIP, strip(natives.RSTRIP.number, false, true)],
    [natives.SPLIT, split],
    [natives.JOIN, join],
    [natives.REPLACE, replace],
    [natives.FIND, find],
    [natives.STARTSWITH, hasAtEnd(natives.STARTSWITH.number, "start")],
    [natives.ENDSWITH, hasAtEnd(natives.ENDSWITH.number, "end")],
    [natives.ISDIGIT, isdigit],
  ] as const
).map(([native, method]) => [native.number, onText(native.number, method)] as const);
