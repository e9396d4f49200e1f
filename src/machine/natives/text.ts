import * as natives from "../../bytecode/natives.ts";
import { BOOL, INT, STRING, TUPLE_TAG } from "../../bytecode/values.ts";
import { isSpace } from "../characters.ts";
import type { Chip, Core } from "../chip.ts";
import { elementTag, elementWord, listLength } from "../lists.ts";
import { overlaps, placeOf } from "../search.ts";
import { setSlot } from "../slots.ts";
import { charactersToCopy, storeCodes, storeJoined } from "../store-text.ts";
import { boundsOf } from "./bounds.ts";
import { listOf } from "./building.ts";
import { notFound } from "./lists.ts";
import { asResult, isGiven, NATIVE_DONE, NATIVE_FAULT, type NativeImplementation, wrongElement } from "./native.ts";
import { codesOfText, mostArgument, onText, type TextMethod, textArgument } from "./text-arguments.ts";

// The methods of strings that look for something in them.

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
  place: Search = firstPlace,
): number | undefined {
  const part = textArgument(chip, core, native, args, 1);
  const bounds = part && boundsOf(chip, core, native, args, count, 2, text.length);
  if (part === undefined || bounds === undefined) return undefined;
  return bounds.start > text.length ? -1 : place(text, part, bounds.from, bounds.to);
}

type Search = (text: readonly number[], part: readonly number[], from: number, to: number) => number;

const firstPlace: Search = (text, part, from, to) => placeOf(text, part, overlaps(part), from, to);

/// As `firstPlace`, looking from the end.
const lastPlace: Search = (text, part, from, to) => {
  const back = firstPlace(text.slice(from, to).reverse(), part.toReversed(), 0, to - from);
  return from > to || back < 0 ? -1 : to - back - part.length;
};

function finding(native: number, place: Search): TextMethod {
  return (chip, core, text, args, count, d) => {
    const at = search(chip, core, native, text, args, count, place);
    if (at === undefined) return NATIVE_FAULT;
    setSlot(chip, d, INT, at);
    return NATIVE_DONE;
  };
}

function indexing(native: number, place: Search): TextMethod {
  return (chip, core, text, args, count, d) => {
    const at = search(chip, core, native, text, args, count, place);
    if (at === undefined) return NATIVE_FAULT;
    if (at < 0) return notFound(chip, core);
    setSlot(chip, d, INT, at);
    return NATIVE_DONE;
  };
}

/// string.index(part[, start[, end]])
export const indexInText = indexing(natives.INDEX_OF.number, firstPlace);

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
    const length = bounds.to - bounds.start;
    const has = (part: readonly number[]): boolean =>
      part.length <= length && standsAt(text, part, where === "start" ? bounds.from : bounds.to - part.length);
    let found = false;
    if (chip.words[args + 3] === TUPLE_TAG) {
      const tuple = chip.words[args + 2] as number;
      // Once one is there, nobody looks at those after it.
      for (let k = 0; k < listLength(chip, tuple) && !found; k++) {
        const tag = elementTag(chip, tuple, k);
        if (tag !== STRING) return wrongElement(chip, core, native, 1, tag);
        found = has(codesOfText(chip, chip.words[elementWord(chip, tuple, k)] as number));
      }
    } else {
      const part = textArgument(chip, core, native, args, 1);
      if (part === undefined) return NATIVE_FAULT;
      found = has(part);
    }
    setSlot(chip, d, BOOL, found ? 1 : 0);
    return NATIVE_DONE;
  };
}

/// The implementations of the methods that only strings have, by number.
export const textMethods: readonly (readonly [number, NativeImplementation])[] = (
  [
    [natives.STRIP, strip(natives.STRIP.number, true, true)],
    [natives.LSTRIP, strip(natives.LSTRIP.number, true, false)],
    [natives.RSTRIP, strip(natives.RSTRIP.number, false, true)],
    [natives.JOIN, join],
    [natives.REPLACE, replace],
    [natives.FIND, finding(natives.FIND.number, firstPlace)],
    [natives.RFIND, finding(natives.RFIND.number, lastPlace)],
    [natives.RINDEX, indexing(natives.RINDEX.number, lastPlace)],
    [natives.STARTSWITH, hasAtEnd(natives.STARTSWITH.number, "start")],
    [natives.ENDSWITH, hasAtEnd(natives.ENDSWITH.number, "end")],
  ] as const
).map(([native, method]) => [native.number, onText(native.number, method)] as const);
