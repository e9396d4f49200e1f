import * as natives from "../../bytecode/natives.ts";
import { BOOL, BYTEARRAY, BYTES, INT, LIST_TAG, REAL, STRING, TUPLE_TAG, TYPE_TAG } from "../../bytecode/values.ts";
import * as problems from "../byte-problems.ts";
import { byteIn, bytesOf, isBytes, storeBytes } from "../bytes.ts";
import type { Chip, Core } from "../chip.ts";
import { decoded, ENCODINGS, encoded, encodingNamed, type OnErrors } from "../codecs.ts";
import { BAD_BYTES, OVERFLOW, setFault } from "../faults.ts";
import { elementTag, elementWord, listLength } from "../lists.ts";
import { floatOfHex, hexOfFloat } from "../real-hex.ts";
import { outOfMemory, setReal, setSlot } from "../slots.ts";
import { storeCodes, storeText } from "../store-text.ts";
import { codesAt, loadString } from "../strings.ts";
import { truth } from "../truthiness.ts";
import { gather, listOf } from "./building.ts";
import {
  asResult,
  isGiven,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  noMethod,
  wrongArgument,
} from "./native.ts";
import { intArgument, onText } from "./text-arguments.ts";

// How bytes are made of other values, and other values of bytes.

function problem(chip: Chip, core: Core, why: number, detail = 0, slot = 0): undefined {
  setFault(chip, core, BAD_BYTES, why, detail, slot);
  return undefined;
}

/// The bytes that an argument is or has: bytes, or a list or anything else of numbers; undefined with a fault.
export function bytesFrom(
  chip: Chip,
  core: Core,
  native: number,
  args: number,
  index: number,
  of: number,
): number[] | undefined {
  const slot = args + index * 2;
  const tag = chip.words[slot + 1] as number;
  if (isBytes(tag)) return bytesOf(chip, tag, chip.words[slot] as number);
  const isList = tag === LIST_TAG || tag === TUPLE_TAG || gather(chip, core, slot) === 1;
  if (!isList) return problem(chip, core, problems.NOT_CONVERTIBLE, tag | (of << 8));
  const list = listOf(chip, core, native, args, index);
  const bytes: number[] = [];
  for (let k = 0; k < listLength(chip, list); k++) {
    const byte = byteIn(chip, core, elementTag(chip, list, k), elementWord(chip, list, k), of);
    if (byte < 0) return undefined;
    bytes.push(byte);
  }
  return bytes;
}

/// bytes and bytearray
function making(native: number, of: number): NativeImplementation {
  return (chip, core, args, count, d) => {
    const bytes = count === 0 ? [] : madeOf(chip, core, native, args, count, of);
    return bytes === undefined ? NATIVE_FAULT : asResult(storeBytes(chip, core, d, bytes, of));
  };
}

function madeOf(
  chip: Chip,
  core: Core,
  native: number,
  args: number,
  count: number,
  of: number,
): ArrayLike<number> | undefined {
  const tag = chip.words[args + 1] as number;
  const value = chip.words[args] as number;
  if (tag === STRING) {
    if (!isGiven(chip, args, count, 1)) return problem(chip, core, problems.NO_ENCODING);
    return encodedText(chip, core, native, args, count);
  }
  if (tag !== INT && tag !== BOOL) return bytesFrom(chip, core, native, args, 0, of);
  if (value < 0) return problem(chip, core, problems.NEGATIVE_COUNT);
  if (value > core.areaHeap.to - core.areaHeap.from) {
    outOfMemory(chip, core, value);
    return undefined;
  }
  return new Uint8Array(value);
}

/// The encoding that argument 1 names, and what argument 2 says of errors; undefined with a fault.
function codecOf(
  chip: Chip,
  core: Core,
  native: number,
  args: number,
  count: number,
): { encoding: number; errors: OnErrors } | undefined {
  const texts: string[] = [];
  for (const index of [1, 2]) {
    const given = isGiven(chip, args, count, index);
    if (given && chip.words[args + index * 2 + 1] !== STRING) {
      wrongArgument(chip, core, native, args, index);
      return undefined;
    }
    texts.push(given ? loadString(chip, chip.words[args + index * 2] as number) : "");
  }
  const [name = "", errors] = texts;
  const encoding = encodingNamed(name === "" ? ENCODINGS[0] : name);
  if (encoding === undefined) return problem(chip, core, problems.UNKNOWN_ENCODING, 0, args + 2);
  return { encoding, errors: errors === "ignore" || errors === "replace" ? errors : "strict" };
}

function encodedText(chip: Chip, core: Core, native: number, args: number, count: number): number[] | undefined {
  const codec = codecOf(chip, core, native, args, count);
  if (codec === undefined) return undefined;
  const bytes = encoded(codesAt(chip, chip.words[args] as number), codec.encoding, codec.errors);
  return "why" in bytes ? problem(chip, core, problems.CANNOT_ENCODE | (codec.encoding << 8), 0, args) : bytes;
}

function decode(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (!isBytes(tag)) return noMethod(chip, core, natives.DECODE.number, args);
  const codec = codecOf(chip, core, natives.DECODE.number, args, count);
  if (codec === undefined) return NATIVE_FAULT;
  const codes = decoded(bytesOf(chip, tag, chip.words[args] as number), codec.encoding, codec.errors);
  if (!("why" in codes)) return asResult(storeCodes(chip, core, d, codes));
  problem(chip, core, problems.CANNOT_DECODE | (codec.encoding << 8), 0, args);
  return NATIVE_FAULT;
}

function hex(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (tag === REAL) return asResult(storeText(chip, core, d, hexOfFloat(chip.reals[args] as number)));
  if (!isBytes(tag)) return noMethod(chip, core, natives.HEX_OF.number, args);
  const pairs = bytesOf(chip, tag, chip.words[args] as number).map((byte) => byte.toString(16).padStart(2, "0"));
  if (!isGiven(chip, args, count, 1)) return asResult(storeText(chip, core, d, pairs.join("")));
  if (chip.words[args + 3] !== STRING) return wrongArgument(chip, core, natives.HEX_OF.number, args, 1);
  const separator = loadString(chip, chip.words[args + 2] as number);
  const every = isGiven(chip, args, count, 2) ? intArgument(chip, core, natives.HEX_OF.number, args, 2) : 1;
  if (every === undefined) return NATIVE_FAULT;
  return asResult(storeText(chip, core, d, grouped(pairs, every).join(separator)));
}

/// Groups of `size`, counted from the end; from the start if it is negative.
function grouped(pairs: readonly string[], size: number): string[] {
  const width = Math.abs(size) || pairs.length || 1;
  const first = size < 0 ? width : pairs.length % width || width;
  const groups: string[] = [];
  for (let from = 0, to = first; from < pairs.length; from = to, to += width)
    groups.push(pairs.slice(from, to).join(""));
  return groups;
}

/// bytes.fromhex, bytearray.fromhex and float.fromhex
function fromhex(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const [tag, type] = [chip.words[args + 1] as number, chip.words[args] as number];
  const of = tag === TYPE_TAG ? type : tag === BYTES ? natives.BYTES.number : natives.BYTEARRAY.number;
  const isKnown = [natives.BYTES, natives.BYTEARRAY, natives.FLOAT].some(({ number }) => number === of);
  if (!isKnown || (tag !== TYPE_TAG && !isBytes(tag))) return noMethod(chip, core, natives.FROMHEX.number, args);
  if (chip.words[args + 3] !== STRING) return wrongArgument(chip, core, natives.FROMHEX.number, args, 1);
  const text = loadString(chip, chip.words[args + 2] as number);
  if (of === natives.FLOAT.number) {
    const value = floatOfHex(text);
    if (value === undefined) return wrongArgument(chip, core, natives.FROMHEX.number, args, 1);
    setReal(chip, d, value);
    return NATIVE_DONE;
  }
  const bytes: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at] as string)) at++;
    else if (/^[0-9a-f]{2}/i.test(text.slice(at, at + 2))) {
      bytes.push(Number.parseInt(text.slice(at, at + 2), 16));
      at += 2;
    } else {
      problem(chip, core, problems.NOT_HEX, /^[0-9a-f]/i.test(text.slice(at)) ? at + 1 : at);
      return NATIVE_FAULT;
    }
  }
  return asResult(storeBytes(chip, core, d, bytes, of === natives.BYTES.number ? BYTES : BYTEARRAY));
}

/// Whether the argument at an index names the order with the lowest byte first; undefined with a fault.
function isLittle(
  chip: Chip,
  core: Core,
  native: number,
  args: number,
  count: number,
  index: number,
): boolean | undefined {
  if (!isGiven(chip, args, count, index)) return false;
  if (chip.words[args + index * 2 + 1] !== STRING) {
    wrongArgument(chip, core, native, args, index);
    return undefined;
  }
  const order = loadString(chip, chip.words[args + index * 2] as number);
  return order === "little" || order === "big" ? order === "little" : problem(chip, core, problems.BYTE_ORDER);
}

function toBytes(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const native = natives.TO_BYTES.number;
  const tag = chip.words[args + 1] as number;
  if (tag !== INT && tag !== BOOL) return noMethod(chip, core, native, args);
  const value = chip.words[args] as number;
  const length = isGiven(chip, args, count, 1) ? intArgument(chip, core, native, args, 1) : 1;
  const little = length === undefined ? undefined : isLittle(chip, core, native, args, count, 2);
  const signed = count > 3 ? truth(chip, core, args + 6) : 0;
  if (length === undefined || little === undefined || signed < 0) return NATIVE_FAULT;
  const bits = length * 8;
  const fits = signed === 1 ? value >= -(2 ** (bits - 1)) && value < 2 ** (bits - 1) : value < 2 ** bits;
  const why =
    length < 0
      ? problems.NEGATIVE_LENGTH
      : value < 0 && signed === 0
        ? problems.NEGATIVE
        : fits || (value === 0 && length === 0)
          ? undefined
          : problems.TOO_BIG;
  if (why !== undefined) problem(chip, core, why);
  else if (length > core.areaHeap.to - core.areaHeap.from) outOfMemory(chip, core, length);
  else {
    const bytes = Array.from({ length }, (_, k) => (k < 4 ? value >> (k * 8) : value >> 31) & 255);
    return asResult(storeBytes(chip, core, d, little ? bytes : bytes.reverse()));
  }
  return NATIVE_FAULT;
}

/// int.from_bytes
function fromBytes(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const native = natives.FROM_BYTES.number;
  const isInt = chip.words[args + 1] === INT || chip.words[args] === natives.INT.number;
  if (!isInt) return noMethod(chip, core, native, args);
  const bytes = bytesFrom(chip, core, native, args, 1, BYTES);
  const little = bytes === undefined ? undefined : isLittle(chip, core, native, args, count, 2);
  const signed = count > 3 ? truth(chip, core, args + 6) : 0;
  if (bytes === undefined || little === undefined || signed < 0) return NATIVE_FAULT;
  if (little) bytes.reverse();
  let value = signed === 1 && (bytes[0] ?? 0) > 127 ? -1 : 0;
  for (const byte of bytes) value = value * 256 + byte;
  if ((value | 0) !== value) {
    setFault(chip, core, OVERFLOW);
    return NATIVE_FAULT;
  }
  setSlot(chip, d, INT, value);
  return NATIVE_DONE;
}

/// The implementations of these natives, by number.
export const bytesNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.BYTES.number, making(natives.BYTES.number, BYTES)],
  [natives.BYTEARRAY.number, making(natives.BYTEARRAY.number, BYTEARRAY)],
  [
    natives.ENCODE.number,
    onText(natives.ENCODE.number, (chip, core, _text, args, count, d) => {
      const bytes = encodedText(chip, core, natives.ENCODE.number, args, count);
      return bytes === undefined ? NATIVE_FAULT : asResult(storeBytes(chip, core, d, bytes));
    }),
  ],
  [natives.DECODE.number, decode],
  [natives.HEX_OF.number, hex],
  [natives.FROMHEX.number, fromhex],
  [natives.TO_BYTES.number, toBytes],
  [natives.FROM_BYTES.number, fromBytes],
];
