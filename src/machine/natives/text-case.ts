import * as natives from "../../bytecode/natives.ts";
import { BOOL } from "../../bytecode/values.ts";
import {
  beginsTitle,
  capitalized,
  folded,
  isCased,
  isDecimal,
  isDigit,
  isIdentifier,
  isLetter,
  isLower,
  isNumeric,
  isPrintable,
  isSpace,
  isUpper,
  swappedCase,
  titleCase,
} from "../characters.ts";
import { setSlot } from "../slots.ts";
import { storeText } from "../store-text.ts";
import { loadString } from "../strings.ts";
import { asResult, NATIVE_DONE, type NativeImplementation } from "./native.ts";
import { onText, type TextMethod } from "./text-arguments.ts";

// The methods that change large and small letters, and those that ask what characters a string has.

function changed(change: (text: string) => string): TextMethod {
  return (chip, core, _text, args, _count, d) =>
    asResult(storeText(chip, core, d, change(loadString(chip, chip.words[args] as number))));
}

function asked(question: (text: readonly number[]) => boolean): TextMethod {
  return (chip, _core, text, _args, _count, d) => {
    setSlot(chip, d, BOOL, question(text) ? 1 : 0);
    return NATIVE_DONE;
  };
}

/// Whether there are characters, and all are of a kind.
function all(kind: (code: number) => boolean): TextMethod {
  return asked((text) => text.length > 0 && text.every(kind));
}

function isTitle(text: readonly number[]): boolean {
  let inWord = false;
  let found = false;
  for (const code of text) {
    if (beginsTitle(code) ? inWord : isLower(code) && !inWord) return false;
    inWord = isCased(code);
    found ||= inWord;
  }
  return found;
}

/// The implementations of these methods, by number.
export const textCase: readonly (readonly [number, NativeImplementation])[] = (
  [
    [natives.UPPER, changed((text) => text.toUpperCase())],
    [natives.LOWER, changed((text) => text.toLowerCase())],
    [natives.CAPITALIZE, changed(capitalized)],
    [natives.CASEFOLD, changed(folded)],
    [natives.SWAPCASE, changed(swappedCase)],
    [natives.TITLE, changed(titleCase)],
    [natives.ISALNUM, all((code) => isLetter(code) || isNumeric(code))],
    [natives.ISALPHA, all(isLetter)],
    [natives.ISDECIMAL, all(isDecimal)],
    [natives.ISDIGIT, all(isDigit)],
    [natives.ISNUMERIC, all(isNumeric)],
    [natives.ISSPACE, all(isSpace)],
    [natives.ISASCII, asked((text) => text.every((code) => code < 128))],
    [natives.ISPRINTABLE, asked((text) => text.every(isPrintable))],
    [natives.ISIDENTIFIER, asked((text) => isIdentifier(String.fromCodePoint(...text)))],
    [natives.ISLOWER, asked((text) => text.some(isLower) && !text.some(beginsTitle))],
    [natives.ISUPPER, asked((text) => text.some(isUpper) && !text.some((code) => isCased(code) && !isUpper(code)))],
    [natives.ISTITLE, asked(isTitle)],
  ] as const
).map(([native, method]) => [native.number, onText(native.number, method)] as const);
