import * as natives from "../../bytecode/natives.ts";
import { TUPLE_TAG } from "../../bytecode/values.ts";
import { isLineEnd, isSpace } from "../characters.ts";
import type { Chip, Core } from "../chip.ts";
import { EMPTY_SEPARATOR, setFault } from "../faults.ts";
import { overlaps, placeOf } from "../search.ts";
import { storeCodes } from "../store-text.ts";
import { truth } from "../truthiness.ts";
import { storeStrings } from "./building.ts";
import { asResult, isGiven, NATIVE_DONE, NATIVE_FAULT, type NativeImplementation } from "./native.ts";
import { mostArgument, onText, type TextMethod, textArgument } from "./text-arguments.ts";

// The methods that take a string apart.

/// The separator that an argument gives; undefined with a fault if it is not text, or empty.
function separatorArgument(chip: Chip, core: Core, native: number, args: number, index: number): number[] | undefined {
  const separator = textArgument(chip, core, native, args, index);
  if (separator?.length !== 0) return separator;
  setFault(chip, core, EMPTY_SEPARATOR);
  return undefined;
}

/// split, and rsplit, which begins at the end: it splits the text backwards.
function splitting(native: number, backwards: boolean): TextMethod {
  return (chip, core, text, args, count, d) => {
    const most = mostArgument(chip, core, native, args, count, 2);
    if (most === undefined) return NATIVE_FAULT;
    const turned = <T>(list: T[]): T[] => (backwards ? list.reverse() : list);
    let parts: number[][];
    if (isGiven(chip, args, count, 1)) {
      const separator = separatorArgument(chip, core, native, args, 1);
      if (separator === undefined) return NATIVE_FAULT;
      parts = splitAt(turned(text), turned(separator), most);
    } else {
      parts = splitAtSpace(turned(text), most);
    }
    return storeStrings(chip, core, d, turned(parts).map(turned)) ? NATIVE_DONE : NATIVE_FAULT;
  };
}

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

const splitlines: TextMethod = (chip, core, text, args, count, d) => {
  const keeps = count > 1 ? truth(chip, core, args + 2) : 0;
  if (keeps < 0) return NATIVE_FAULT;
  const lines: number[][] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isLineEnd(text[at] as number)) continue;
    const end = at;
    if (text[at] === 0x0d && text[at + 1] === 0x0a) at++;
    lines.push(text.slice(from, keeps === 1 ? at + 1 : end));
    from = at + 1;
  }
  if (from < text.length) lines.push(text.slice(from));
  return storeStrings(chip, core, d, lines) ? NATIVE_DONE : NATIVE_FAULT;
};

/// partition, and rpartition, which goes by the last separator.
function parting(native: number, last: boolean): TextMethod {
  return (chip, core, text, args, _count, d) => {
    const separator = separatorArgument(chip, core, native, args, 1);
    if (separator === undefined) return NATIVE_FAULT;
    const pieces = last
      ? splitAt(text.toReversed(), separator.toReversed(), 1)
          .reverse()
          .map((piece) => piece.reverse())
      : splitAt(text, separator, 1);
    const [before = [], after] = pieces;
    const whole = last ? [[], [], before] : [before, [], []];
    const parts = after === undefined ? whole : [before, separator, after];
    return storeStrings(chip, core, d, parts, TUPLE_TAG) ? NATIVE_DONE : NATIVE_FAULT;
  };
}

/// removeprefix and removesuffix.
function without(native: number, atEnd: boolean): TextMethod {
  return (chip, core, text, args, _count, d) => {
    const part = textArgument(chip, core, native, args, 1);
    if (part === undefined) return NATIVE_FAULT;
    const at = atEnd ? text.length - part.length : 0;
    const found = at >= 0 && part.every((code, k) => text[at + k] === code);
    const rest = !found ? text : atEnd ? text.slice(0, at) : text.slice(part.length);
    return asResult(storeCodes(chip, core, d, rest));
  };
}

/// The implementations of these methods, by number.
export const textParts: readonly (readonly [number, NativeImplementation])[] = (
  [
    [natives.SPLIT, splitting(natives.SPLIT.number, false)],
    [natives.RSPLIT, splitting(natives.RSPLIT.number, true)],
    [natives.SPLITLINES, splitlines],
    [natives.PARTITION, parting(natives.PARTITION.number, false)],
    [natives.RPARTITION, parting(natives.RPARTITION.number, true)],
    [natives.REMOVEPREFIX, without(natives.REMOVEPREFIX.number, false)],
    [natives.REMOVESUFFIX, without(natives.REMOVESUFFIX.number, true)],
  ] as const
).map(([native, method]) => [native.number, onText(native.number, method)] as const);
