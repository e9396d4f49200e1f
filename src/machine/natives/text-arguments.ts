import { BOOL, INT, STRING } from "../../bytecode/values.ts";
import { isBytes } from "../bytes.ts";
import type { Chip, Core } from "../chip.ts";
import { codesAt } from "../strings.ts";
import { spend, touchText } from "../work-budget.ts";
import { asText, ONLY_TEXT } from "./bytes-as-text.ts";
import { isGiven, type NativeImplementation, type NativeResult, noMethod, wrongArgument } from "./native.ts";

// How the methods of strings get what they work on: lists of character codes, so that a character is a character
// whatever its code.

/// A method that has found its receiver to be a string.
export type TextMethod = (
  chip: Chip,
  core: Core,
  text: number[],
  args: number,
  count: number,
  d: number,
) => NativeResult;

/// The native that a method is, and what it is for anything but a string or bytes: a fault.
export function onText(native: number, method: TextMethod): NativeImplementation {
  const ofText: NativeImplementation = (chip, core, args, count, d) =>
    method(chip, core, codesOfText(chip, chip.words[args] as number), args, count, d);
  return (chip, core, args, count, d) => {
    const tag = chip.words[args + 1] as number;
    if (tag === STRING) return ofText(chip, core, args, count, d);
    if (isBytes(tag) && !ONLY_TEXT.has(native)) return asText(chip, core, native, ofText, args, count, d);
    return noMethod(chip, core, native, args);
  };
}

/// The codes of the characters of the string at an address, and the work of going through them.
export function codesOfText(chip: Chip, address: number): number[] {
  const codes = codesAt(chip, address);
  spend(chip, codes.length >> 1);
  touchText(chip, address, codes.length);
  return codes;
}

/// The characters of an argument; undefined with a fault if it is no string.
export function textArgument(
  chip: Chip,
  core: Core,
  native: number,
  args: number,
  index: number,
): number[] | undefined {
  if (chip.words[args + index * 2 + 1] === STRING) return codesOfText(chip, chip.words[args + index * 2] as number);
  wrongArgument(chip, core, native, args, index);
  return undefined;
}

/// The whole number that an argument is; undefined with a fault if it is something else.
export function intArgument(chip: Chip, core: Core, native: number, args: number, index: number): number | undefined {
  const tag = chip.words[args + index * 2 + 1];
  if (tag === INT || tag === BOOL) return chip.words[args + index * 2] as number;
  wrongArgument(chip, core, native, args, index);
  return undefined;
}

/// How often at most, an optional argument; undefined with a fault if it is no int. Negative: as often as there is.
export function mostArgument(
  chip: Chip,
  core: Core,
  native: number,
  args: number,
  count: number,
  index: number,
): number | undefined {
  if (!isGiven(chip, args, count, index)) return Number.POSITIVE_INFINITY;
  const most = intArgument(chip, core, native, args, index);
  return most !== undefined && most < 0 ? Number.POSITIVE_INFINITY : most;
}
