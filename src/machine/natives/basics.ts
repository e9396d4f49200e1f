import { ADD, FLOORDIV, GT, LT, MOD, POW } from "../../bytecode/isa.ts";
import * as natives from "../../bytecode/natives.ts";
import {
  BOOL,
  COMPLEX,
  INSTANCE,
  INT,
  LIST_TAG,
  NONE,
  RANGE,
  REAL,
  STRING,
  TUPLE_TAG,
  UNSET,
} from "../../bytecode/values.ts";
import { blockOf, bytesLength, isBytes } from "../bytes.ts";
import type { Chip, Core } from "../chip.ts";
import { orderValues } from "../comparison.ts";
import { complexIn, readComplex, storeComplex } from "../complex.ts";
import {
  BASE_RANGE,
  CODE_RANGE,
  EMPTY,
  INDEX_NOT_INT,
  MATH_DOMAIN,
  NOT_A_NUMBER,
  NOT_REAL,
  ONE_CHARACTER,
  OVERFLOW,
  STEP_ZERO,
  setFault,
  UNSET_VARIABLE,
  WRONG_TYPES,
} from "../faults.ts";
import { tableLength } from "../hash-table.ts";
import { LIST_ELEMENTS, LIST_LENGTH } from "../list-layout.ts";
import { elementTag, elementWord, listLength, newList } from "../lists.ts";
import { PIN } from "../memory-map.ts";
import { binary } from "../operators.ts";
import { type Asked, answer, askedAt, SUM_OF } from "../questions.ts";
import { makeRange, rangeCount, rangeLength, rangeParts } from "../ranges.ts";
import { isNumber, numberIn, outOfMemory, setReal, setSlot } from "../slots.ts";
import { storeCodes, storeText } from "../store-text.ts";
import { characterAt, loadString, stringLength } from "../strings.ts";
import { askForText, work } from "../timing/clock.ts";
import { truth } from "../truthiness.ts";
import { tableIn } from "../views.ts";
import { wholeAt } from "../whole-numbers.ts";
import { touchText } from "../work-budget.ts";
import { listOf, newTuple } from "./building.ts";
import { exceptionNatives } from "./exceptions.ts";
import {
  asResult,
  isGiven,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  wrongArgument,
} from "./native.ts";
import { typeNatives } from "./types.ts";

// The built-in functions.

function abs(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (tag === COMPLEX) {
    const { re, im } = readComplex(chip, chip.words[args] as number);
    setReal(chip, d, Math.hypot(re, im));
    return NATIVE_DONE;
  }
  if (!isNumber(tag)) return wrongArgument(chip, core, natives.ABS.number, args, 0);
  const x = Math.abs(numberIn(chip, args));
  if (tag === REAL) setReal(chip, d, x);
  else if ((x | 0) !== x) return overflow(chip, core);
  else setSlot(chip, d, INT, x);
  return NATIVE_DONE;
}

/// Notes that a number is no int of 32 bits: too large, or a real that is not finite.
function overflow(chip: Chip, core: Core, value = 0): NativeResult {
  if (Number.isFinite(value)) setFault(chip, core, OVERFLOW);
  else setFault(chip, core, NOT_REAL, Number.isNaN(value) ? 1 : 0);
  return NATIVE_FAULT;
}

function bool(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const value = count === 0 ? 0 : truth(chip, core, args);
  if (value < 0) return NATIVE_FAULT;
  setSlot(chip, d, BOOL, value);
  return NATIVE_DONE;
}

function itself(chip: Chip, _core: Core, args: number, _count: number, d: number): NativeResult {
  setSlot(chip, d, chip.words[args + 1] as number, chip.words[args] as number);
  return NATIVE_DONE;
}

function id(chip: Chip, _core: Core, args: number, _count: number, d: number): NativeResult {
  setSlot(chip, d, INT, chip.words[args] as number);
  return NATIVE_DONE;
}

function chr(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const code = chip.words[args] as number;
  const tag = chip.words[args + 1];
  if (tag !== INT && tag !== BOOL) return wrongArgument(chip, core, natives.CHR.number, args, 0);
  if (code < 0 || code > 0x10ffff) {
    setFault(chip, core, CODE_RANGE, code);
    return NATIVE_FAULT;
  }
  return asResult(storeCodes(chip, core, d, [code]));
}

function ord(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (tag !== STRING && !isBytes(tag)) return wrongArgument(chip, core, natives.ORD.number, args, 0);
  const text = blockOf(chip, tag, chip.words[args] as number);
  const length = stringLength(chip, text);
  if (length !== 1) {
    setFault(chip, core, ONE_CHARACTER, length);
    return NATIVE_FAULT;
  }
  setSlot(chip, d, INT, characterAt(chip, text, 0));
  return NATIVE_DONE;
}

/// The text that an argument is, or that its bytes are, whose characters are read.
function characters(chip: Chip, slot: number): string {
  const address = blockOf(chip, chip.words[slot + 1] as number, chip.words[slot] as number);
  touchText(chip, address, stringLength(chip, address));
  return loadString(chip, address);
}

function float(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (count === 0) {
    setReal(chip, d, 0);
    return NATIVE_DONE;
  }
  const tag = chip.words[args + 1] as number;
  if (isNumber(tag)) {
    setReal(chip, d, numberIn(chip, args));
    return NATIVE_DONE;
  }
  if (tag !== STRING && !isBytes(tag)) return wrongArgument(chip, core, natives.FLOAT.number, args, 0);
  const text = withoutUnderscores(characters(chip, args).trim());
  const value = /^[-+]?(inf(inity)?|nan)$/i.test(text)
    ? Number(
        text
          .toLowerCase()
          .replace(/inf(inity)?/, "Infinity")
          .replace("nan", "NaN"),
      )
    : Number(text);
  if (text === "" || (Number.isNaN(value) && !/^[-+]?nan$/i.test(text)) || /^[-+]?0[xob]/i.test(text)) {
    setFault(chip, core, NOT_A_NUMBER, 0, 0, args);
    return NATIVE_FAULT;
  }
  setReal(chip, d, value);
  return NATIVE_DONE;
}

/// The digits of a number in text, in which one underscore may stand between two of them.
function withoutUnderscores(text: string): string {
  return /^_|__|_$|_\D|\D_/.test(text) ? text : text.replaceAll("_", "");
}

function int(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (count === 0) {
    setSlot(chip, d, INT, 0);
    return NATIVE_DONE;
  }
  const tag = chip.words[args + 1] as number;
  let value: number;
  if (isGiven(chip, args, count, 1)) {
    if (tag !== STRING && !isBytes(tag)) return wrongArgument(chip, core, natives.INT.number, args, 0);
    if (chip.words[args + 3] !== INT) return wrongArgument(chip, core, natives.INT.number, args, 1);
    const base = chip.words[args + 2] as number;
    if (base !== 0 && (base < 2 || base > 36)) {
      setFault(chip, core, BASE_RANGE, base);
      return NATIVE_FAULT;
    }
    value = wholeOf(characters(chip, args), base);
    if (Number.isNaN(value)) {
      setFault(chip, core, NOT_A_NUMBER, 0, 0, args);
      return NATIVE_FAULT;
    }
  } else if (isNumber(tag)) {
    value = Math.trunc(numberIn(chip, args));
  } else if (tag === STRING || isBytes(tag)) {
    const text = withoutUnderscores(characters(chip, args).trim());
    if (!/^[-+]?\d+$/.test(text)) {
      setFault(chip, core, NOT_A_NUMBER, 0, 0, args);
      return NATIVE_FAULT;
    }
    value = Number(text);
  } else {
    return wrongArgument(chip, core, natives.INT.number, args, 0);
  }
  if ((value | 0) !== value && value !== 0) return overflow(chip, core, value);
  setSlot(chip, d, INT, value);
  return NATIVE_DONE;
}

const PREFIXES: Readonly<Record<string, number>> = { "0b": 2, "0o": 8, "0x": 16 };

/// The number that a text says in a base, NaN if it says none. Base 0 goes by the prefix, as in Python.
function wholeOf(text: string, base: number): number {
  const [, sign, written = ""] = /^([-+]?)(\w+)$/.exec(text.trim().toLowerCase()) ?? [];
  // An underscore may stand between two digits, and behind a prefix.
  if (/__|_$|^_/.test(written)) return Number.NaN;
  const rest = written.replaceAll("_", "");
  const said = PREFIXES[rest.slice(0, 2)];
  const prefixed = said !== undefined && (base === 0 || base === said);
  const radix = base !== 0 ? base : (said ?? 10);
  const digits = prefixed ? rest.slice(2) : rest;
  if (digits === "" || (base === 0 && !prefixed && /^0+[1-9]/.test(digits))) return Number.NaN;
  let value = 0;
  for (const digit of digits) {
    const worth = Number.parseInt(digit, 36);
    if (!(worth < radix)) return Number.NaN;
    value = value * radix + worth;
  }
  return sign === "-" ? -value : value;
}

function len(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  const value = chip.words[args] as number;
  if (tag === STRING) setSlot(chip, d, INT, stringLength(chip, value));
  else if (tag === LIST_TAG || tag === TUPLE_TAG) setSlot(chip, d, INT, listLength(chip, value));
  else if (isBytes(tag)) setSlot(chip, d, INT, bytesLength(chip, tag, value));
  else if (tag === RANGE) setSlot(chip, d, INT, rangeLength(chip, value));
  else if (tableIn(chip, tag, value) !== 0) setSlot(chip, d, INT, tableLength(chip, tableIn(chip, tag, value)));
  else return wrongArgument(chip, core, natives.LEN.number, args, 0);
  return NATIVE_DONE;
}

/// The tags of a clash, the other way round.
function turned(clash: number): number {
  return (clash >> 8) | ((clash & 255) << 8);
}

/// min and max, of the arguments or of one list. `better` is LT or GT.
function extreme(native: number, better: number): NativeImplementation {
  return (chip, core, args, count, d) => {
    const { words } = chip;
    const ofList = count === 1;
    const list = ofList ? listOf(chip, core, native, args, 0) : 0;
    if (ofList && list === 0) return NATIVE_FAULT;
    const length = ofList ? listLength(chip, list) : count;
    if (length === 0) {
      setFault(chip, core, EMPTY);
      return NATIVE_FAULT;
    }
    const tagAt = (k: number): number => (ofList ? elementTag(chip, list, k) : (words[args + k * 2 + 1] as number));
    const wordAt = (k: number): number => (ofList ? elementWord(chip, list, k) : args + k * 2);
    let best = 0;
    for (let k = 1; k < length; k++) {
      // Objects only say whether one comes first.
      const [i, j] = better === LT ? [k, best] : [best, k];
      const order = orderValues(chip, tagAt(i), wordAt(i), tagAt(j), wordAt(j));
      if (chip.clash !== 0) {
        setFault(chip, core, WRONG_TYPES, better, better === LT ? chip.clash : turned(chip.clash));
        return NATIVE_FAULT;
      }
      if (order < 0) best = k;
    }
    if (tagAt(best) === UNSET) {
      setFault(chip, core, UNSET_VARIABLE, 0, 0, wordAt(best));
      return NATIVE_FAULT;
    }
    setSlot(chip, d, tagAt(best), words[wordAt(best)] as number);
    return NATIVE_DONE;
  };
}

function pow(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (isGiven(chip, args, count, 2)) return powerModulo(chip, core, args, d);
  const cycles = binary(chip, core, POW, d, args, args + 2);
  if (cycles > 0) work(chip, core, cycles);
  return asResult(cycles);
}

/// pow(x, y, z): whole numbers only. With y below 0 it is the power of the inverse of x modulo z.
function powerModulo(chip: Chip, core: Core, args: number, d: number): NativeResult {
  for (let k = 0; k < 3; k++) {
    const tag = chip.words[args + k * 2 + 1];
    if (tag !== INT && tag !== BOOL) return wrongArgument(chip, core, natives.POWER.number, args, k);
  }
  const [x, y, z] = [0, 2, 4].map((k) => chip.words[args + k] as number) as [number, number, number];
  const base = y < 0 ? inverse(x, z) : x;
  if (z === 0 || base === undefined) {
    setFault(chip, core, MATH_DOMAIN, natives.POWER.number);
    return NATIVE_FAULT;
  }
  const modulus = BigInt(z);
  let result = 1n;
  let square = BigInt(base) % modulus;
  for (let left = Math.abs(y); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  const rest = Number(result % modulus);
  setSlot(chip, d, INT, rest !== 0 && rest < 0 !== z < 0 ? rest + z : rest);
  return NATIVE_DONE;
}

/// The number by which x must be multiplied to have the remainder 1, if there is one.
function inverse(x: number, modulus: number): number | undefined {
  let [a, b] = [Math.abs(modulus), ((x % modulus) + modulus) % modulus];
  if (modulus < 0) b = ((x % a) + a) % a;
  let [s, t] = [0, 1];
  while (b > 0) {
    const times = Math.floor(a / b);
    [a, b] = [b, a - times * b];
    [s, t] = [t, s - times * t];
  }
  return a === 1 ? s : undefined;
}

function range(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words } = chip;
  const given: number[] = [];
  for (let k = 0; k < count; k++) {
    const tag = words[args + k * 2 + 1];
    // What is left out is None.
    const whole = tag === NONE && k > 0 ? 0 : tag === BOOL ? undefined : wholeAt(chip, args + k * 2);
    if (whole === undefined) {
      setFault(chip, core, INDEX_NOT_INT, tag);
      return NATIVE_FAULT;
    }
    given.push(whole);
  }
  const two = isGiven(chip, args, count, 1);
  const [from, to] = (two ? given : [0, ...given]) as [number, number];
  const step = isGiven(chip, args, count, 2) ? (given[2] as number) : 1;
  if (step === 0) {
    setFault(chip, core, STEP_ZERO);
    return NATIVE_FAULT;
  }
  if (chip.image.python3 === true) return asResult(makeRange(chip, core, d, from, to, step));
  const length = rangeCount(from, to, step);
  const list = newList(chip, core, length, false);
  if (list === 0) {
    outOfMemory(chip, core, length * 4);
    return NATIVE_FAULT;
  }
  for (let i = 0; i < length; i++) words[elementWord(chip, list, i)] = from + i * step;
  words[(list >> 2) + LIST_ELEMENTS] = INT;
  words[(list >> 2) + LIST_LENGTH] = length;
  setSlot(chip, d, LIST_TAG, list);
  return NATIVE_DONE;
}

function round(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (!isNumber(tag)) return wrongArgument(chip, core, natives.ROUND.number, args, 0);
  const x = numberIn(chip, args);
  if (isGiven(chip, args, count, 1)) {
    if (chip.words[args + 3] !== INT) return wrongArgument(chip, core, natives.ROUND.number, args, 1);
    const digits = chip.words[args + 2] as number;
    const rounded = roundTo(x, digits);
    if (tag === REAL) setReal(chip, d, rounded);
    else if ((rounded | 0) !== rounded && rounded !== 0) return overflow(chip, core);
    else setSlot(chip, d, INT, rounded);
    return NATIVE_DONE;
  }
  const whole = halfToEven(x);
  if ((whole | 0) !== whole && whole !== 0) return overflow(chip, core, x);
  setSlot(chip, d, INT, whole);
  return NATIVE_DONE;
}

function halfToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  // A negative number's half may go to a zero that keeps the sign.
  return below % 2 === 0 ? below : x < 0 ? -(-below - 1) : below + 1;
}

function roundTo(x: number, digits: number): number {
  if (!Number.isFinite(x) || digits > 20) return x;
  if (digits >= 0) {
    // Times 10 to the 12th a single is still exact, so a half is a true half, which goes to the even side.
    const scaled = x * 10 ** digits;
    const half = digits <= 12 && scaled - Math.floor(scaled) === 0.5;
    return half ? halfToEven(scaled) / 10 ** digits : Number(x.toFixed(digits));
  }
  if (digits < -40) return 0;
  const unit = 10 ** -digits;
  return halfToEven(x / unit) * unit;
}

/// What a range's numbers add up to needs no list of them.
function sumOfRange(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { start, step, length } = rangeParts(chip, chip.words[args] as number);
  const total = start * length + (step * length * (length - 1)) / 2;
  const given = isGiven(chip, args, count, 1);
  if (given && !isNumber(chip.words[args + 3] as number)) return wrongArgument(chip, core, natives.SUM.number, args, 1);
  const all = total + (given ? numberIn(chip, args + 2) : 0);
  if (given && chip.words[args + 3] === REAL) setReal(chip, d, all);
  else if ((all | 0) !== all) return overflow(chip, core);
  else setSlot(chip, d, INT, all);
  return NATIVE_DONE;
}

function sum(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words } = chip;
  if (words[args + 1] === RANGE) return sumOfRange(chip, core, args, count, d);
  // Texts are joined, not added up.
  if (words[args + 1] === STRING) return wrongArgument(chip, core, natives.SUM.number, args, 0);
  const list = listOf(chip, core, natives.SUM.number, args, 0);
  if (list === 0) return NATIVE_FAULT;
  const length = listLength(chip, list);
  if (chip.program.classes.helpers.has(SUM_OF) && holdsObject(chip, list))
    return sumOfObjects(chip, args, count, list, d);
  let total = 0;
  let real = false;
  if (isGiven(chip, args, count, 1)) {
    if (words[args + 3] === STRING) return wrongArgument(chip, core, natives.SUM.number, args, 1);
    if (!isNumber(words[args + 3] as number)) return sumWith(chip, core, args, list, d);
    total = numberIn(chip, args + 2);
    real = words[args + 3] === REAL;
  }
  for (let i = 0; i < length; i++) {
    const element = elementTag(chip, list, i);
    if (element === COMPLEX) return sumOfComplex(chip, core, list, i, total, d);
    if (!isNumber(element)) {
      setFault(chip, core, WRONG_TYPES, 3, (real ? REAL : INT) | (element << 8));
      return NATIVE_FAULT;
    }
    const word = elementWord(chip, list, i);
    total += (element === REAL ? chip.reals[word] : words[word]) as number;
    real = real || element === REAL;
    if (real) total = Math.fround(total);
  }
  if (real) setReal(chip, d, total);
  else if ((total | 0) !== total) return overflow(chip, core);
  else setSlot(chip, d, INT, total);
  return NATIVE_DONE;
}

function holdsObject(chip: Chip, list: number): boolean {
  for (let k = 0; k < listLength(chip, list); k++) if (elementTag(chip, list, k) === INSTANCE) return true;
  return false;
}

/// The sum of elements of which some are objects that say what it is.
function sumOfObjects(chip: Chip, args: number, count: number, list: number, d: number): NativeResult {
  let total = isGiven(chip, args, count, 1) ? askedAt(chip, chip.words[args + 3] as number, args + 2) : ZERO;
  for (let k = 0; k < listLength(chip, list); k++)
    total = answer(chip, SUM_OF, total, askedAt(chip, elementTag(chip, list, k), elementWord(chip, list, k)));
  setSlot(chip, d, total.tag, total.value);
  return NATIVE_DONE;
}

const ZERO: Asked = { tag: INT, value: 0 };

/// The sum of the elements from an index on, of which one is complex, and of what those before it come to.
function sumOfComplex(chip: Chip, core: Core, list: number, from: number, start: number, d: number): NativeResult {
  let total = { re: start, im: 0 };
  for (let k = from; k < listLength(chip, list); k++) {
    const tag = elementTag(chip, list, k);
    const value = complexIn(chip, tag, elementWord(chip, list, k));
    if (value === undefined) {
      setFault(chip, core, WRONG_TYPES, ADD, COMPLEX | (tag << 8));
      return NATIVE_FAULT;
    }
    total = { re: Math.fround(total.re + value.re), im: Math.fround(total.im + value.im) };
  }
  return asResult(storeComplex(chip, core, d, total));
}

/// The sum of elements and a start that are no numbers, such as lists.
function sumWith(chip: Chip, core: Core, args: number, list: number, d: number): NativeResult {
  const pin = core.registers + PIN + 1;
  const length = listLength(chip, list);
  chip.words[pin] = list;
  let cycles = 0;
  for (let k = 0; k < length && cycles >= 0; k++) {
    setSlot(chip, args, elementTag(chip, list, k), chip.words[elementWord(chip, list, k)] as number);
    cycles = binary(chip, core, ADD, args + 2, args + 2, args);
    if (cycles > 0) work(chip, core, cycles);
  }
  chip.words[pin] = 0;
  if (cycles < 0) return NATIVE_FAULT;
  setSlot(chip, d, chip.words[args + 3] as number, chip.words[args + 2] as number);
  return NATIVE_DONE;
}

/// The digits of an int after 0b, 0o or 0x.
function digits(native: number, base: number, prefix: string): NativeImplementation {
  return (chip, core, args, _count, d) => {
    const value = wholeAt(chip, args);
    if (value === undefined) return wrongArgument(chip, core, native, args, 0);
    const text = prefix + Math.abs(value).toString(base);
    askForText(chip, core);
    return asResult(storeText(chip, core, d, value < 0 ? `-${text}` : text));
  };
}

function divmod(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words } = chip;
  if (binary(chip, core, FLOORDIV, d, args, args + 2) < 0) return NATIVE_FAULT;
  if (binary(chip, core, MOD, args, args, args + 2) < 0) return NATIVE_FAULT;
  // Both are numbers, so nothing is lost if making the tuple collects.
  const tags = [words[d + 1] as number, words[args + 1] as number];
  const tuple = newTuple(chip, core, tags, [words[d] as number, words[args] as number]);
  if (tuple === 0) {
    outOfMemory(chip, core, 8);
    return NATIVE_FAULT;
  }
  setSlot(chip, d, TUPLE_TAG, tuple);
  return NATIVE_DONE;
}

/// The implementations of the built-ins that need no monitor, by number.
export const basicNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.ABS.number, abs],
  [natives.ALIAS.number, itself],
  [natives.SYMBOL.number, itself],
  [natives.ID.number, id],
  [natives.BOOL.number, bool],
  [natives.CHR.number, chr],
  [natives.FLOAT.number, float],
  [natives.INT.number, int],
  [natives.LEN.number, len],
  [natives.MAX.number, extreme(natives.MAX.number, GT)],
  [natives.MIN.number, extreme(natives.MIN.number, LT)],
  [natives.ORD.number, ord],
  [natives.POWER.number, pow],
  [natives.RANGE.number, range],
  [natives.XRANGE.number, range],
  [natives.ROUND.number, round],
  [natives.SUM.number, sum],
  ...typeNatives,
  ...exceptionNatives,
  [natives.BIN.number, digits(natives.BIN.number, 2, "0b")],
  [natives.OCT.number, digits(natives.OCT.number, 8, "0o")],
  [natives.HEX.number, digits(natives.HEX.number, 16, "0x")],
  [natives.DIVMOD.number, divmod],
];
