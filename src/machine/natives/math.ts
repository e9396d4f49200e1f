import * as natives from "../../bytecode/natives.ts";
import { BOOL, INT, NONE, REAL, STRING } from "../../bytecode/values.ts";
import { multiplications, powerCycles } from "../arithmetic.ts";
import type { Chip, Core } from "../chip.ts";
import { MATH_DOMAIN, MATH_RANGE, NOT_REAL, OVERFLOW, setFault } from "../faults.ts";
import { RANDOM_STATE } from "../memory-map.ts";
import { isNumber, numberIn, setReal, setSlot } from "../slots.ts";
import { codesAt } from "../strings.ts";
import { askForMath, costsOf, work } from "../timing/clock.ts";
import {
  isGiven,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  wrongArgument,
} from "./native.ts";

// The modules math and random.

/// What a result costs, its arguments in slots from `args` on: on the core's clock.
type Charge = (chip: Chip, core: Core, args: number) => void;

// What a core computes itself costs no more than the call.
const nothing: Charge = () => {};

const division: Charge = (chip, core) => {
  const { division, realDivision } = costsOf(chip, core);
  work(chip, core, division + realDivision);
};

// The original's pow(a, b) is `a ^ b`, and so it computes exp.
const power: Charge = (chip, core, args) => work(chip, core, powerCycles(chip, core, args, args + 2));

const powerOfE: Charge = (chip, core, args) =>
  work(chip, core, multiplications(numberIn(chip, args)) * costsOf(chip, core).multiplication);

/// Those with places where they have no value, next to which they are as large as you like.
const WITH_POLES: ReadonlySet<number> = new Set(
  [natives.LOG, natives.LOG10, natives.LOG2, natives.LOG1P, natives.LGAMMA, natives.ATANH].map(({ number }) => number),
);

/// A native of numbers to a real. A result that is not a number, from arguments that are, is a fault.
export function real(
  native: number,
  compute: (x: number, y: number) => number,
  charge: Charge = askForMath,
): NativeImplementation {
  return (chip, core, args, count, d) => {
    for (let k = 0; k < count; k++) {
      if (!isNumber(chip.words[args + k * 2 + 1] as number)) return wrongArgument(chip, core, native, args, k);
    }
    const x = numberIn(chip, args);
    const y = count > 1 ? numberIn(chip, args + 2) : Number.NaN;
    const result = compute(x, y);
    const defined = !Number.isNaN(result) || Number.isNaN(x) || (count > 1 && Number.isNaN(y));
    if (!defined || (!Number.isFinite(result) && Number.isFinite(x) && WITH_POLES.has(native))) {
      setFault(chip, core, MATH_DOMAIN, native);
      return NATIVE_FAULT;
    }
    if (chip.image.python3 && !Number.isFinite(result) && isFiniteAll(x, count > 1 ? y : 0) && !Number.isNaN(result)) {
      setFault(chip, core, MATH_RANGE, native);
      return NATIVE_FAULT;
    }
    charge(chip, core, args);
    setReal(chip, d, result);
    return NATIVE_DONE;
  };
}

function isFiniteAll(...values: number[]): boolean {
  return values.every(Number.isFinite);
}

const slowPow = real(natives.MATH_POW.number, (x, y) => x ** y, power);

// A square of a real is what pow is used for most.
function mathPow(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words, reals } = chip;
  if (words[args + 1] !== REAL || words[args + 3] !== INT || words[args + 2] !== 2)
    return slowPow(chip, core, args, count, d);
  reals[d] = (reals[args] as number) * (reals[args] as number);
  words[d + 1] = REAL;
  const { conversion, multiplication } = costsOf(chip, core);
  work(chip, core, conversion + multiplication);
  return NATIVE_DONE;
}

/// floor and ceil give ints, as in Python.
export function whole(native: number, compute: (x: number) => number): NativeImplementation {
  return (chip, core, args, _count, d) => {
    if (!isNumber(chip.words[args + 1] as number)) return wrongArgument(chip, core, native, args, 0);
    const result = compute(numberIn(chip, args));
    if ((result | 0) !== result && result !== 0) {
      if (Number.isFinite(result)) setFault(chip, core, OVERFLOW);
      else setFault(chip, core, NOT_REAL, Number.isNaN(result) ? 1 : 0);
      return NATIVE_FAULT;
    }
    setSlot(chip, d, INT, result);
    askForMath(chip, core);
    return NATIVE_DONE;
  };
}

/// The implementations of the module math, by number.
export const mathNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.SQRT.number, real(natives.SQRT.number, Math.sqrt)],
  [natives.SIN.number, real(natives.SIN.number, Math.sin)],
  [natives.COS.number, real(natives.COS.number, Math.cos)],
  [natives.TAN.number, real(natives.TAN.number, Math.tan)],
  [natives.ASIN.number, real(natives.ASIN.number, Math.asin)],
  [natives.ACOS.number, real(natives.ACOS.number, Math.acos)],
  [natives.ATAN.number, real(natives.ATAN.number, Math.atan)],
  [natives.SINH.number, real(natives.SINH.number, Math.sinh)],
  [natives.COSH.number, real(natives.COSH.number, Math.cosh)],
  [natives.TANH.number, real(natives.TANH.number, Math.tanh)],
  [natives.FLOOR.number, whole(natives.FLOOR.number, Math.floor)],
  [natives.CEIL.number, whole(natives.CEIL.number, Math.ceil)],
  [
    natives.LOG.number,
    real(natives.LOG.number, (x, base) => (Number.isNaN(base) ? Math.log(x) : Math.log(x) / Math.log(base))),
  ],
  [natives.LOG10.number, real(natives.LOG10.number, Math.log10)],
  [natives.EXP.number, real(natives.EXP.number, Math.exp, powerOfE)],
  [natives.MATH_POW.number, mathPow],
  [natives.FABS.number, real(natives.FABS.number, Math.abs, nothing)],
  [natives.FMOD.number, real(natives.FMOD.number, (x, y) => x % y, division)],
];

/// The next 32 random bits of a core, as an unsigned number (Mulberry32, public domain).
export function nextRandom(chip: Chip, core: Core): number {
  const at = core.registers + RANDOM_STATE;
  const next = ((chip.words[at] as number) + 0x6d2b79f5) | 0;
  chip.words[at] = next;
  let t = Math.imul(next ^ (next >>> 15), next | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}

function random(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  // A single has 24 bits of mantissa: with more, rounding could give 1.
  setReal(chip, d, (nextRandom(chip, core) >>> 8) / 0x1000000);
  askForMath(chip, core);
  return NATIVE_DONE;
}

function between(chip: Chip, core: Core, d: number, from: number, count: number, native: number): NativeResult {
  if (count <= 0) {
    setFault(chip, core, MATH_DOMAIN, native);
    return NATIVE_FAULT;
  }
  setSlot(chip, d, INT, from + Math.floor((nextRandom(chip, core) / 0x100000000) * count));
  askForMath(chip, core);
  return NATIVE_DONE;
}

function randint(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  for (let k = 0; k < 2; k++) {
    if (chip.words[args + k * 2 + 1] !== INT) return wrongArgument(chip, core, natives.RANDINT.number, args, k);
  }
  const from = chip.words[args] as number;
  return between(chip, core, d, from, (chip.words[args + 2] as number) - from + 1, natives.RANDINT.number);
}

function randrange(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words } = chip;
  for (let k = 0; k < count; k++) {
    if (k > 0 && !isGiven(chip, args, count, k)) continue;
    if (words[args + k * 2 + 1] !== INT) return wrongArgument(chip, core, natives.RANDRANGE.number, args, k);
  }
  const two = isGiven(chip, args, count, 1);
  const from = two ? (words[args] as number) : 0;
  const to = (two ? words[args + 2] : words[args]) as number;
  const step = isGiven(chip, args, count, 2) ? (words[args + 4] as number) : 1;
  if (step === 1) return between(chip, core, d, from, to - from, natives.RANDRANGE.number);
  const places = step === 0 ? 0 : Math.ceil((to - from) / step);
  const chosen = between(chip, core, d, 0, places, natives.RANDRANGE.number);
  if (chosen === NATIVE_DONE) setSlot(chip, d, INT, from + step * (words[d] as number));
  return chosen;
}

function seed(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (isGiven(chip, args, count, 0)) {
    const start = seedIn(chip, args);
    if (start === undefined) return wrongArgument(chip, core, natives.SEED.number, args, 0);
    chip.words[core.registers + RANDOM_STATE] = Math.imul(start + 1, 0x9e3779b1);
  }
  // In classic ePython it gives what it is given.
  if (chip.image.classic) setSlot(chip, d, INT, chip.words[args] as number);
  else setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

/// The number that random numbers begin from: of a text, one that goes by all its characters.
function seedIn(chip: Chip, slot: number): number | undefined {
  const value = chip.words[slot] as number;
  switch (chip.words[slot + 1]) {
    case INT:
    case BOOL:
    case REAL:
      return value;
    case STRING:
      return codesAt(chip, value).reduce((hash, code) => Math.imul(hash ^ code, 0x01000193), 0x811c9dc5);
    default:
      return undefined;
  }
}

/// The implementations of the module random, by number.
export const randomNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.RANDOM.number, random],
  [natives.RANDINT.number, randint],
  [natives.RANDRANGE.number, randrange],
  [natives.SEED.number, seed],
];
