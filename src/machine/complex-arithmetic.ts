import * as isa from "../bytecode/isa.ts";
import type { Chip, Core } from "./chip.ts";
import { type Complex, complexIn, storeComplex } from "./complex.ts";
import { DIVISION_BY_ZERO, OVERFLOW, WRONG_TYPES } from "./faults.ts";
import { fault } from "./slots.ts";

// Arithmetic on complex numbers.

/// d = a op b, of which at least one is complex.
export function complexArithmetic(chip: Chip, core: Core, op: number, d: number, a: number, b: number): number {
  const [ta, tb] = [chip.words[a + 1] as number, chip.words[b + 1] as number];
  const x = complexIn(chip, ta, a);
  const y = complexIn(chip, tb, b);
  if (x === undefined || y === undefined) return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
  switch (op) {
    case isa.ADD:
      return storeComplex(chip, core, d, { re: x.re + y.re, im: x.im + y.im });
    case isa.SUB:
      return storeComplex(chip, core, d, { re: x.re - y.re, im: x.im - y.im });
    case isa.MUL:
      return storeComplex(chip, core, d, product(x, y));
    case isa.DIV:
    case isa.TRUEDIV:
      if (y.re === 0 && y.im === 0) return fault(chip, core, DIVISION_BY_ZERO);
      return storeComplex(chip, core, d, quotient(x, y));
    case isa.POW: {
      if (x.re === 0 && x.im === 0 && (y.re < 0 || y.im !== 0)) return fault(chip, core, DIVISION_BY_ZERO);
      const result = power(x, y);
      const fits = Number.isFinite(Math.fround(result.re)) && Number.isFinite(Math.fround(result.im));
      const wasFinite = [x.re, x.im, y.re, y.im].every(Number.isFinite);
      return wasFinite && !fits ? fault(chip, core, OVERFLOW) : storeComplex(chip, core, d, result);
    }
    default:
      return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
  }
}

/// d = op a, for NEG and POS; INVERT does not exist for complex numbers.
export function complexUnary(chip: Chip, core: Core, op: number, d: number, a: number): number {
  const tag = chip.words[a + 1] as number;
  const x = complexIn(chip, tag, a);
  if (x === undefined || op === isa.INVERT) return fault(chip, core, WRONG_TYPES, op, tag);
  return storeComplex(chip, core, d, op === isa.NEG ? { re: -x.re, im: -x.im } : x);
}

function product(x: Complex, y: Complex): Complex {
  return { re: x.re * y.re - x.im * y.im, im: x.re * y.im + x.im * y.re };
}

/// By the larger part of the divisor, as CPython does it.
function quotient(x: Complex, y: Complex): Complex {
  if (Math.abs(y.re) >= Math.abs(y.im)) {
    const ratio = y.im / y.re;
    const divisor = y.re + y.im * ratio;
    return { re: (x.re + x.im * ratio) / divisor, im: (x.im - x.re * ratio) / divisor };
  }
  const ratio = y.re / y.im;
  const divisor = y.re * ratio + y.im;
  return { re: (x.re * ratio + x.im) / divisor, im: (x.im * ratio - x.re) / divisor };
}

const MOST_PRODUCTS = 100;

/// By products where the exponent is a small whole number, so that such powers are exact.
export function power(x: Complex, y: Complex): Complex {
  if (y.re === 0 && y.im === 0) return { re: 1, im: 0 };
  if (x.re === 0 && x.im === 0) return { re: 0, im: 0 };
  if (y.im === 0 && Number.isInteger(y.re) && Math.abs(y.re) <= MOST_PRODUCTS) {
    let result: Complex = { re: 1, im: 0 };
    for (let k = 0; k < Math.abs(y.re); k++) result = product(result, x);
    return y.re < 0 ? quotient({ re: 1, im: 0 }, result) : result;
  }
  const size = Math.hypot(x.re, x.im);
  const angle = Math.atan2(x.im, x.re);
  const length = size ** y.re / Math.exp(angle * y.im);
  const turn = angle * y.re + y.im * Math.log(size);
  return { re: length * Math.cos(turn), im: length * Math.sin(turn) };
}
