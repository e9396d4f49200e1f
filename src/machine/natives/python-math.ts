import * as natives from "../../bytecode/natives.ts";
import { BOOL, INT, REAL } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { OVERFLOW, setFault, WRONG_TYPES } from "../faults.ts";
import { elementTag, elementWord, listLength } from "../lists.ts";
import { isNumber, numberIn, setReal, setSlot } from "../slots.ts";
import { erf, erfc, exactSum, gamma, lgamma } from "../special-functions.ts";
import { askForMath } from "../timing/clock.ts";
import { spend } from "../work-budget.ts";
import { listOf } from "./building.ts";
import { real, whole } from "./math.ts";
import { NATIVE_DONE, NATIVE_FAULT, type NativeImplementation, type NativeResult, wrongArgument } from "./native.ts";

// What Python's module math has beyond the original's. The monitor computes it, as it does the rest; that is ours.

function copysign(x: number, y: number): number {
  const negative = y < 0 || Object.is(y, -0);
  return negative ? -Math.abs(x) : Math.abs(x);
}

function hypot(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const coordinates: number[] = [];
  for (let k = 0; k < count; k++) {
    if (!isNumber(chip.words[args + k * 2 + 1] as number)) {
      return wrongArgument(chip, core, natives.HYPOT.number, args, k);
    }
    coordinates.push(numberIn(chip, args + k * 2));
  }
  askForMath(chip, core);
  setReal(chip, d, Math.hypot(...coordinates));
  return NATIVE_DONE;
}

function fsum(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const list = listOf(chip, core, natives.FSUM.number, args, 0);
  if (list === 0) return NATIVE_FAULT;
  const numbers: number[] = [];
  for (let k = 0; k < listLength(chip, list); k++) {
    const tag = elementTag(chip, list, k);
    const word = elementWord(chip, list, k);
    if (!isNumber(tag)) {
      setFault(chip, core, WRONG_TYPES, 3, REAL | (tag << 8));
      return NATIVE_FAULT;
    }
    numbers.push((tag === REAL ? chip.reals[word] : chip.words[word]) as number);
  }
  spend(chip, numbers.length);
  askForMath(chip, core);
  setReal(chip, d, exactSum(numbers));
  return NATIVE_DONE;
}

function common(a: number, b: number): number {
  return b === 0 ? a : common(b, a % b);
}

/// gcd and lcm, of any number of whole numbers.
function divisors(native: number, none: number, combine: (a: number, b: number) => number): NativeImplementation {
  return (chip, core, args, count, d) => {
    let result = none;
    for (let k = 0; k < count; k++) {
      const tag = chip.words[args + k * 2 + 1];
      if (tag !== INT && tag !== BOOL) return wrongArgument(chip, core, native, args, k);
      result = combine(result, Math.abs(chip.words[args + k * 2] as number));
    }
    if ((result | 0) !== result) {
      setFault(chip, core, OVERFLOW);
      return NATIVE_FAULT;
    }
    setSlot(chip, d, INT, result);
    return NATIVE_DONE;
  };
}

const multiple = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (a / common(a, b)) * b);

/// The single that comes after x on the way to y.
function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  const real = new Float32Array([x]);
  const bits = new Int32Array(real.buffer);
  // On each side of zero, the bits of reals are in their order.
  if (x === 0) bits[0] = y < 0 ? -0x7fffffff : 1;
  else bits[0] = (bits[0] as number) + (y > x === x > 0 ? 1 : -1);
  return real[0] as number;
}

function ulp(x: number): number {
  const distance = nextAfter(Math.abs(x), Number.POSITIVE_INFINITY) - Math.abs(x);
  if (!Number.isFinite(x)) return Math.abs(x);
  return Number.isFinite(distance) ? distance : Math.abs(x) - nextAfter(Math.abs(x), 0);
}

const functions: readonly (readonly [natives.Native, (x: number, y: number) => number])[] = [
  [natives.ATAN2, Math.atan2],
  [natives.LOG2, Math.log2],
  [natives.LOG1P, Math.log1p],
  [natives.EXPM1, Math.expm1],
  [natives.COPYSIGN, copysign],
  [natives.GAMMA, gamma],
  [natives.LGAMMA, lgamma],
  [natives.ERF, erf],
  [natives.ERFC, erfc],
  [natives.CBRT, Math.cbrt],
  [natives.ASINH, Math.asinh],
  [natives.ACOSH, Math.acosh],
  [natives.ATANH, Math.atanh],
  [natives.DEGREES, (x) => (x * 180) / Math.PI],
  [natives.RADIANS, (x) => (x * Math.PI) / 180],
  [natives.EXP2, (x) => 2 ** x],
  [natives.NEXTAFTER, nextAfter],
  [natives.ULP, ulp],
];

/// The implementations of these natives, by number.
export const pythonMathNatives: readonly (readonly [number, NativeImplementation])[] = [
  ...functions.map(([{ number }, compute]) => [number, real(number, compute)] as const),
  [natives.TRUNC.number, whole(natives.TRUNC.number, Math.trunc)],
  [natives.HYPOT.number, hypot],
  [natives.FSUM.number, fsum],
  [natives.GCD.number, divisors(natives.GCD.number, 0, common)],
  [natives.LCM.number, divisors(natives.LCM.number, 1, multiple)],
];
