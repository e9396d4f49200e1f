import * as isa from "../bytecode/isa.ts";
import { BOOL, COMPLEX, INT, REAL } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { storeComplex } from "./complex.ts";
import { complexUnary, power } from "./complex-arithmetic.ts";
import { DIVISION_BY_ZERO, NEGATIVE_SHIFT, OVERFLOW, setFault, WRONG_TYPES } from "./faults.ts";
import { FAULTED, fault, isNumber, numberIn, requireSet, setReal, setSlot } from "./slots.ts";
import { costsOf } from "./timing/clock.ts";

// Operators on numbers: ints that must not overflow (or wrap round, in the classic dialect), and reals.

/// d = a op b for two numbers, for ADD to SHR.
export function arithmetic(chip: Chip, core: Core, op: number, d: number, a: number, b: number): number {
  const x = numberIn(chip, a);
  const y = numberIn(chip, b);
  const ta = chip.words[a + 1] as number;
  const tb = chip.words[b + 1] as number;
  const costs = costsOf(chip, core);
  const conversion = ta === REAL || tb === REAL ? (ta === REAL && tb === REAL ? 0 : costs.conversion) : 0;
  const ints = ta !== REAL && tb !== REAL;
  const cycles = op === isa.POW ? powerCycles(chip, core, a, b) : 0;
  if (chip.image.classic && op === isa.POW && (!ints || y < 0)) {
    if (ints) setSlot(chip, d, INT, x);
    else setReal(chip, d, tb === REAL ? 0 : classicPower(x, y));
    return cycles;
  }
  if (chip.image.classic && op === isa.FLOORDIV) {
    // It divides truly.
    if (y === 0) return fault(chip, core, DIVISION_BY_ZERO);
    setReal(chip, d, x / y);
    return (ints ? costs.conversion * 2 : conversion) + costs.realDivision;
  }
  if (op === isa.TRUEDIV) {
    if (y === 0) return fault(chip, core, DIVISION_BY_ZERO);
    setReal(chip, d, x / y);
    return (ints ? costs.conversion * 2 : conversion) + costs.realDivision;
  }
  if (op === isa.POW && ints && y < 0) {
    if (x === 0) return fault(chip, core, DIVISION_BY_ZERO);
    setReal(chip, d, x ** y);
    return cycles + costs.conversion * 2;
  }
  if (ints) {
    const result = chip.image.classic ? classicInt(chip, core, op, x, y) : intResult(chip, core, op, x, y);
    if (Number.isNaN(result)) return FAULTED;
    if ((result | 0) !== result) return fault(chip, core, OVERFLOW);
    const isTruth = ta === BOOL && tb === BOOL && (op === isa.AND || op === isa.OR || op === isa.XOR);
    setSlot(chip, d, isTruth && !chip.image.classic ? BOOL : INT, result);
    return cycles;
  }
  switch (op) {
    case isa.ADD:
      setReal(chip, d, x + y);
      return conversion;
    case isa.SUB:
      setReal(chip, d, x - y);
      return conversion;
    case isa.MUL:
      setReal(chip, d, x * y);
      return conversion;
    case isa.POW: {
      const result = x ** y;
      if (x === 0 && y < 0) return fault(chip, core, DIVISION_BY_ZERO);
      if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) {
        return chip.image.python3
          ? storeComplex(chip, core, d, power({ re: x, im: 0 }, { re: y, im: 0 }))
          : fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
      }
      setReal(chip, d, result);
      return cycles;
    }
    case isa.DIV:
    case isa.FLOORDIV:
    case isa.MOD: {
      if (y === 0) return fault(chip, core, DIVISION_BY_ZERO);
      if (op === isa.DIV) setReal(chip, d, x / y);
      else if (op === isa.FLOORDIV) setReal(chip, d, realFloorDivision(x, y));
      else setReal(chip, d, chip.image.classic ? x % y : realMod(x, y));
      return conversion + costs.realDivision;
    }
    default:
      return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
  }
}

/// A real to the power of an int, made as the original makes it. (It has no result for an exponent that is a real; its build
/// gives 0.0.)
function classicPower(x: number, y: number): number {
  if (y > MOST_PRODUCTS) return x ** y;
  let result = y === 0 ? 1 : x;
  for (let k = 1; k < y; k++) result = Math.fround(result * x);
  return result;
}

/// The most products that are made one by one, so that a step stays short.
const MOST_PRODUCTS = 1000;

/// How often the original multiplies for a power: it takes the exponent as an int n, and the base n times.
export function multiplications(exponent: number): number {
  return Number.isFinite(exponent) ? Math.max(0, Math.trunc(Math.abs(exponent)) - 1) : 0;
}

/// What `a ^ b` takes above an operation on two values: an int made a real, and the multiplications.
export function powerCycles(chip: Chip, core: Core, a: number, b: number): number {
  const { conversion, multiplication } = costsOf(chip, core);
  const mixed = (chip.words[a + 1] === REAL) !== (chip.words[b + 1] === REAL);
  return (mixed ? conversion : 0) + multiplications(numberIn(chip, b)) * multiplication;
}

/// As in C: ints wrap round, and division leaves the fraction away.
function classicInt(chip: Chip, core: Core, op: number, x: number, y: number): number {
  switch (op) {
    case isa.MUL:
      return Math.imul(x, y);
    case isa.SHL:
      return y >= 0 && y < 32 ? x << y : y > 31 ? 0 : intResult(chip, core, op, x, y);
    case isa.POW: {
      let result = 1;
      for (let base = x, left = y; left > 0; left = Math.floor(left / 2)) {
        if (left % 2 === 1) result = Math.imul(result, base);
        base = Math.imul(base, base);
      }
      return result;
    }
    case isa.DIV:
    case isa.MOD:
      if (y !== 0) return op === isa.DIV ? (x / y) | 0 : (x % y) | 0;
  }
  const result = intResult(chip, core, op, x, y);
  return Number.isNaN(result) ? result : result | 0;
}

/// NaN when a fault has been noted.
function intResult(chip: Chip, core: Core, op: number, x: number, y: number): number {
  switch (op) {
    case isa.ADD:
      return x + y;
    case isa.SUB:
      return x - y;
    case isa.MUL:
      return x * y + 0;
    case isa.POW:
      return x ** y;
    case isa.AND:
      return x & y;
    case isa.OR:
      return x | y;
    case isa.XOR:
      return x ^ y;
    case isa.SHL:
    case isa.SHR:
      if (y < 0) {
        setFault(chip, core, NEGATIVE_SHIFT, y);
        return Number.NaN;
      }
      if (op === isa.SHR) return x >> Math.min(y, 31);
      return y > 31 ? (x === 0 ? 0 : Number.POSITIVE_INFINITY) : x * 2 ** y;
    default:
      if (y === 0) {
        setFault(chip, core, DIVISION_BY_ZERO);
        return Number.NaN;
      }
      return op === isa.MOD ? floorMod(x, y) : Math.floor(x / y);
  }
}

/// The remainder with the sign of the divisor, as in Python.
function floorMod(x: number, y: number): number {
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
}

// A remainder of nothing has the sign of the divisor too.
function realMod(x: number, y: number): number {
  const rest = floorMod(x, y);
  return rest === 0 ? (y < 0 ? -0 : 0) : rest;
}

// By way of the remainder, as in Python: the quotient itself may have been rounded up.
function realFloorDivision(x: number, y: number): number {
  const rest = x % y;
  const whole = (x - rest) / y - (rest !== 0 && rest < 0 !== y < 0 ? 1 : 0);
  if (whole === 0) return 0 * (x / y);
  const floor = Math.floor(whole);
  return whole - floor > 0.5 ? floor + 1 : floor;
}

/// d = op a, for NEG, POS, INVERT.
export function unary(chip: Chip, core: Core, op: number, d: number, a: number): number {
  if (!requireSet(chip, core, a)) return FAULTED;
  const tag = chip.words[a + 1] as number;
  if (tag === COMPLEX) return complexUnary(chip, core, op, d, a);
  if (!isNumber(tag) || (op === isa.INVERT && tag === REAL)) return fault(chip, core, WRONG_TYPES, op, tag);
  const x = numberIn(chip, a);
  if (tag === REAL) {
    setReal(chip, d, op === isa.NEG ? -x : x);
    return 0;
  }
  const result = op === isa.NEG ? 0 - x : op === isa.INVERT ? ~x : x;
  if (chip.image.classic) {
    setSlot(chip, d, INT, result | 0);
    return 0;
  }
  if ((result | 0) !== result) return fault(chip, core, OVERFLOW);
  setSlot(chip, d, INT, result);
  return 0;
}
