import * as natives from "../../bytecode/natives.ts";
import { BOOL, BYTEARRAY, BYTES, INT, LIST_TAG, NONE, STRING, TUPLE_TAG } from "../../bytecode/values.ts";
import { NOT_BYTE_OR_BYTES, NOT_BYTES, NOT_BYTES_FIRST, NOT_BYTES_INSIDE } from "../byte-problems.ts";
import { blockOf, byteIn, isBytes, ownBytes } from "../bytes.ts";
import type { Chip, Core } from "../chip.ts";
import { BAD_BYTES, setFault } from "../faults.ts";
import { LIST_ELEMENTS } from "../list-layout.ts";
import { elementTag, elementWord, listLength } from "../lists.ts";
import { FAULT_SLOT } from "../memory-map.ts";
import { newRecord, recordSlot } from "../records.ts";
import { setSlot } from "../slots.ts";
import { storeCodes } from "../store-text.ts";
import { codesAt, stringLength } from "../strings.ts";
import { listOf, storeList } from "./building.ts";
import { NATIVE_DONE, NATIVE_FAULT, type NativeImplementation, type NativeResult } from "./native.ts";

// Bytes have most methods of strings. As they lie in memory as strings do (bytes.ts), these work on them: the arguments are strings
// for as long as the method runs, and what it makes becomes bytes.

/// Methods of strings that bytes do not have.
export const ONLY_TEXT: ReadonlySet<number> = new Set(
  [
    natives.CASEFOLD,
    natives.ENCODE,
    natives.FORMAT_TEXT,
    natives.FORMAT_MAP,
    natives.ISDECIMAL,
    natives.ISIDENTIFIER,
    natives.ISNUMERIC,
    natives.ISPRINTABLE,
    natives.MAKETRANS,
    natives.TRANSLATE,
  ].map(({ number }) => number),
);

/// Methods that take a number for the byte that it is.
const TAKES_BYTE: ReadonlySet<number> = new Set(
  [natives.COUNT, natives.FIND, natives.INDEX_OF, natives.RFIND, natives.RINDEX].map(({ number }) => number),
);

/// Does to bytes what a method does to a string.
export function asText(
  chip: Chip,
  core: Core,
  native: number,
  method: NativeImplementation,
  args: number,
  count: number,
  d: number,
): NativeResult {
  const { words } = chip;
  const tag = words[args + 1] as number;
  let hasBytes = false;
  for (let k = 0; k < count; k++) {
    const slot = args + k * 2;
    const given = words[slot + 1] as number;
    if (isBytes(given)) {
      setSlot(chip, slot, STRING, blockOf(chip, given, words[slot] as number));
      hasBytes ||= k > 0;
    } else if (k === 1 && native === natives.JOIN.number) {
      if (!joinable(chip, core, args)) return NATIVE_FAULT;
    } else if (k === 1 && given === TUPLE_TAG) {
      if (!asTexts(chip, core, args, TUPLE_TAG)) return NATIVE_FAULT;
    } else if (k === 1 && (given === INT || given === BOOL) && TAKES_BYTE.has(native)) {
      const byte = byteIn(chip, core, given, slot, BYTEARRAY);
      if (byte < 0 || storeCodes(chip, core, slot, [byte]) < 0) return NATIVE_FAULT;
      hasBytes = true;
    } else if (given === STRING || (k === 1 && given !== NONE && given !== INT && given !== BOOL)) {
      setFault(chip, core, BAD_BYTES, wantedBy(native) | (native << 8), given);
      return NATIVE_FAULT;
    }
  }
  if (!hasBytes && !hide(chip, core, native, args)) return NATIVE_FAULT;
  const result = method(chip, core, args, count, d);
  // What is not found there is said of bytes.
  if (result === NATIVE_FAULT) chip.words[core.registers + FAULT_SLOT] = args;
  return result === NATIVE_DONE ? asBytes(chip, core, args, d, tag) : result;
}

/// What a method takes, as CPython says it.
function wantedBy(native: number): number {
  if (TAKES_BYTE.has(native)) return NOT_BYTE_OR_BYTES;
  return native === natives.STARTSWITH.number || native === natives.ENDSWITH.number ? NOT_BYTES_FIRST : NOT_BYTES;
}

/// To methods that ask what a character is, only ASCII counts in bytes: all others, and what ends a line only in a text, are moved to
/// where no letters are.
const HIDDEN = 0xf700;

function isHidden(native: number, code: number): boolean {
  if (native === natives.SPLITLINES.number) return code !== 10 && code !== 13;
  return code > 127 || (code >= 0x1c && code < 0x20);
}

function hide(chip: Chip, core: Core, native: number, args: number): boolean {
  const codes = codesAt(chip, chip.words[args] as number);
  if (!codes.some((code) => isHidden(native, code))) return true;
  const hidden = codes.map((code) => (isHidden(native, code) ? code + HIDDEN : code));
  return storeCodes(chip, core, args, hidden) >= 0;
}

/// Makes a text that was made of bytes bytes again, where it lies.
function reveal(chip: Chip, address: number): void {
  const length = stringLength(chip, address);
  if (((chip.words[address >> 2] as number) & 1) === 0) return;
  for (let k = 0; k < length; k++) chip.bytes[address + 4 + k] = (chip.words[(address >> 2) + 1 + k] as number) & 255;
  chip.words[address >> 2] = length * 2;
}

/// Makes bytes of the strings that a method has put into slot d: one, or a list or tuple of them.
function asBytes(chip: Chip, core: Core, args: number, d: number, tag: number): NativeResult {
  const { words } = chip;
  const made = words[d + 1] as number;
  const value = words[d] as number;
  if (made === STRING) {
    reveal(chip, value);
    setSlot(chip, d, BYTES, value);
    return tag === BYTES || ownBytes(chip, core, d) >= 0 ? NATIVE_DONE : NATIVE_FAULT;
  }
  if (made !== LIST_TAG && made !== TUPLE_TAG) return NATIVE_DONE;
  const length = listLength(chip, value);
  for (let k = 0; k < length; k++) reveal(chip, words[elementWord(chip, value, k)] as number);
  if (length === 0) return NATIVE_DONE;
  words[(value >> 2) + LIST_ELEMENTS] = BYTES;
  if (tag === BYTES) return NATIVE_DONE;
  setSlot(chip, args, made, value);
  const own = (k: number): number => {
    const record = newRecord(chip, core, 1);
    if (record !== 0) setSlot(chip, recordSlot(record, 0), BYTES, words[elementWord(chip, value, k)] as number);
    return record;
  };
  return storeList(chip, core, d, made, length, BYTEARRAY, own) ? NATIVE_DONE : NATIVE_FAULT;
}

/// Makes strings of what `join` is given.
function joinable(chip: Chip, core: Core, args: number): boolean {
  const list = listOf(chip, core, natives.JOIN.number, args, 1);
  if (list === 0) return false;
  for (let k = 0; k < listLength(chip, list); k++) {
    const tag = elementTag(chip, list, k);
    if (isBytes(tag)) continue;
    setFault(chip, core, BAD_BYTES, NOT_BYTES_INSIDE, tag | (k << 8));
    return false;
  }
  return asTexts(chip, core, args, LIST_TAG);
}

/// Makes argument 1 a new list or tuple, by `tag`, with strings in place of bytes.
function asTexts(chip: Chip, core: Core, args: number, tag: number): boolean {
  const list = chip.words[args + 2] as number;
  const length = listLength(chip, list);
  for (let k = 0; k < length; k++) {
    const element = elementTag(chip, list, k);
    if (isBytes(element)) continue;
    setFault(chip, core, BAD_BYTES, NOT_BYTES, element);
    return false;
  }
  return storeList(chip, core, args + 2, tag, length, STRING, (k) =>
    blockOf(chip, elementTag(chip, list, k), chip.words[elementWord(chip, list, k)] as number),
  );
}
