import * as natives from "../../bytecode/natives.ts";
import { BOOL, COMPLEX, INT, NONE, RANGE, REAL, SLICE_TAG, STRING, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { type Complex, complexIn, readComplex, storeComplex } from "../complex.ts";
import { NOT_A_NUMBER, NOT_REAL, OVERFLOW, setFault } from "../faults.ts";
import { clampedBounds, sliceNumbers } from "../indices.ts";
import { rangeParts } from "../ranges.ts";
import { newRecord, recordSlot } from "../records.ts";
import { isNumber, numberIn, outOfMemory, setReal, setSlot } from "../slots.ts";
import { loadString } from "../strings.ts";
import { newTuple } from "./building.ts";
import {
  asResult,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  noMethod,
  wrongArgument,
} from "./native.ts";
import { intArgument } from "./text-arguments.ts";

// Complex numbers, slices as values, and the methods and parts of numbers.

function complex(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words } = chip;
  if (count > 0 && words[args + 1] === STRING) {
    if (count > 1) return wrongArgument(chip, core, natives.COMPLEX.number, args, 0);
    const value = complexOfText(loadString(chip, words[args] as number));
    if (value !== undefined) return asResult(storeComplex(chip, core, d, value));
    setFault(chip, core, NOT_A_NUMBER, 0, 0, args);
    return NATIVE_FAULT;
  }
  const parts: (Complex | undefined)[] = [undefined, undefined];
  for (let k = 0; k < count; k++) {
    const slot = args + k * 2;
    // As it is where only the second one is given.
    if (k === 0 && count > 1 && words[slot + 1] === NONE) continue;
    parts[k] = complexIn(chip, words[slot + 1] as number, slot);
    if (parts[k] === undefined) return wrongArgument(chip, core, natives.COMPLEX.number, args, k);
  }
  const [first = { re: 0, im: 0 }, second] = parts;
  // Nothing is added where nothing is given, so that zeros keep their signs.
  const re = second !== undefined && words[args + 3] === COMPLEX ? first.re - second.im : first.re;
  const im = second === undefined ? first.im : words[args + 1] === COMPLEX ? first.im + second.re : second.re;
  return asResult(storeComplex(chip, core, d, { re, im }));
}

const PART = "(?:(?:\\d[\\d_]*\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?|inf(?:inity)?|nan)";
const COMPLEX_TEXT = new RegExp(`^(?:([-+]?${PART})(?![\\w.]))?(?:([-+]?${PART}?)j)?$`);

function complexOfText(text: string): Complex | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^\(\s*(.*?)\s*\)$/, "$1");
  const match = COMPLEX_TEXT.exec(plain);
  if (match === null || plain === "") return undefined;
  const [, re, im] = match;
  if (re !== undefined && im !== undefined && !/^[-+]/.test(im)) return undefined;
  const value = (part: string): number =>
    Number(
      part
        .replaceAll("_", "")
        .replace(/inf(inity)?/, "Infinity")
        .replace("nan", "NaN"),
    );
  return { re: re === undefined ? 0 : value(re), im: im === undefined ? 0 : value(/\w$/.test(im) ? im : `${im}1`) };
}

function slice(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const record = newRecord(chip, core, 3);
  if (record === 0) {
    outOfMemory(chip, core, 24);
    return NATIVE_FAULT;
  }
  // Of one argument, it is the stop.
  const first = count === 1 ? 1 : 0;
  for (let k = 0; k < 3; k++) {
    const slot = args + (k - first) * 2;
    const given = k >= first && k - first < count;
    setSlot(
      chip,
      recordSlot(record, k),
      given ? (chip.words[slot + 1] as number) : NONE,
      given ? (chip.words[slot] as number) : 0,
    );
  }
  setSlot(chip, d, SLICE_TAG, record);
  return NATIVE_DONE;
}

function indices(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  if (chip.words[args + 1] !== SLICE_TAG) return noMethod(chip, core, natives.INDICES.number, args);
  const length = intArgument(chip, core, natives.INDICES.number, args, 1);
  const numbers = length === undefined ? undefined : sliceNumbers(chip, core, (chip.words[args] as number) >> 2);
  if (length === undefined || numbers === undefined) return NATIVE_FAULT;
  const { from, to, step } = clampedBounds(length, numbers.lower, numbers.upper, numbers.step);
  return pair(chip, core, d, [from, to, step]);
}

/// d = a tuple of these ints.
function pair(chip: Chip, core: Core, d: number, values: readonly number[]): NativeResult {
  const tuple = newTuple(
    chip,
    core,
    values.map(() => INT),
    values,
  );
  if (tuple === 0) {
    outOfMemory(chip, core, values.length * 4);
    return NATIVE_FAULT;
  }
  setSlot(chip, d, TUPLE_TAG, tuple);
  return NATIVE_DONE;
}

/// A method of ints that gives an int.
function ofInt(native: number, compute: (value: number) => number): NativeImplementation {
  return (chip, core, args, _count, d) => {
    const tag = chip.words[args + 1] as number;
    if (tag !== INT && tag !== BOOL) return noMethod(chip, core, native, args);
    setSlot(chip, d, INT, compute(Math.abs(chip.words[args] as number)));
    return NATIVE_DONE;
  };
}

function bitCount(size: number): number {
  return size.toString(2).replaceAll("0", "").length;
}

function isInteger(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  if (chip.words[args + 1] !== REAL) return noMethod(chip, core, natives.IS_INTEGER.number, args);
  setSlot(chip, d, BOOL, Number.isInteger(chip.reals[args]) ? 1 : 0);
  return NATIVE_DONE;
}

function asIntegerRatio(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  if (!isNumber(chip.words[args + 1] as number)) return noMethod(chip, core, natives.AS_INTEGER_RATIO.number, args);
  let value = numberIn(chip, args);
  let below = 1;
  if (!Number.isFinite(value)) {
    setFault(chip, core, NOT_REAL, Number.isNaN(value) ? 1 : 0, 1);
    return NATIVE_FAULT;
  }
  for (; !Number.isInteger(value); below *= 2) value *= 2;
  if ((value | 0) === value && below <= 2 ** 30) return pair(chip, core, d, [value, below]);
  setFault(chip, core, OVERFLOW);
  return NATIVE_FAULT;
}

function conjugate(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (tag === COMPLEX) {
    const { re, im } = readComplex(chip, chip.words[args] as number);
    return asResult(storeComplex(chip, core, d, { re, im: -im }));
  }
  if (!isNumber(tag)) return noMethod(chip, core, natives.CONJUGATE.number, args);
  setSlot(chip, d, tag === BOOL ? INT : tag, chip.words[args] as number);
  return NATIVE_DONE;
}

/// d = a part of the value in slot `a`, such as `real`; false if it has no such part.
export function partOf(chip: Chip, d: number, a: number, name: string): boolean {
  const { words } = chip;
  const tag = words[a + 1] as number;
  const value = words[a] as number;
  const at = ["start", "stop", "step"].indexOf(name);
  if (at >= 0) {
    if (tag === SLICE_TAG) {
      const slot = recordSlot(value, at);
      setSlot(chip, d, words[slot + 1] as number, words[slot] as number);
    } else if (tag === RANGE) {
      const { start, stop, step } = rangeParts(chip, value);
      setSlot(chip, d, INT, [start, stop, step][at] as number);
    } else return false;
    return true;
  }
  const isWhole = tag === INT || tag === BOOL;
  if (name === "real" || name === "imag") {
    const number = complexIn(chip, tag, a);
    if (number === undefined) return false;
    const part = name === "real" ? number.re : number.im;
    if (isWhole) setSlot(chip, d, INT, part);
    else setReal(chip, d, part);
    return true;
  }
  if (isWhole) setSlot(chip, d, INT, name === "numerator" ? value : 1);
  return isWhole;
}

/// The implementations of these natives, by number.
export const numberNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.COMPLEX.number, complex],
  [natives.SLICE.number, slice],
  [natives.INDICES.number, indices],
  [natives.BIT_LENGTH.number, ofInt(natives.BIT_LENGTH.number, (size) => (size === 0 ? 0 : size.toString(2).length))],
  [natives.BIT_COUNT.number, ofInt(natives.BIT_COUNT.number, bitCount)],
  [natives.IS_INTEGER.number, isInteger],
  [natives.AS_INTEGER_RATIO.number, asIntegerRatio],
  [natives.CONJUGATE.number, conjugate],
  ...natives.PARTS_OF_VALUES.map(({ number, name }): readonly [number, NativeImplementation] => [
    number,
    (chip, core, args, _count, d) => (partOf(chip, d, args, name) ? NATIVE_DONE : noMethod(chip, core, number, args)),
  ]),
];
