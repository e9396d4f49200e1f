import { COMPLEX, REAL } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { allocate, RAW } from "./heap.ts";
import { COMPLEX_BYTES } from "./memory-map.ts";
import { isNumber, outOfMemory, setSlot } from "./slots.ts";

// A complex number in a core's memory: two reals, the real part and the imaginary part.

export interface Complex {
  readonly re: number;
  readonly im: number;
}

export function readComplex(chip: Chip, value: number): Complex {
  return { re: chip.reals[value >> 2] as number, im: chip.reals[(value >> 2) + 1] as number };
}

export function writeComplex(chip: Chip, address: number, { re, im }: Complex): void {
  chip.reals[address >> 2] = re;
  chip.reals[(address >> 2) + 1] = im;
}

/// The address of a new complex number; 0 if memory is out.
export function newComplex(chip: Chip, core: Core, value: Complex): number {
  const address = allocate(chip, core, COMPLEX_BYTES, RAW);
  if (address !== 0) writeComplex(chip, address, value);
  return address;
}

/// d = a new complex number.
export function storeComplex(chip: Chip, core: Core, d: number, value: Complex): number {
  const address = newComplex(chip, core, value);
  if (address === 0) return outOfMemory(chip, core, COMPLEX_BYTES);
  setSlot(chip, d, COMPLEX, address);
  return 0;
}

/// The number of any kind with this tag at a word index; undefined if the value is not a number.
export function complexIn(chip: Chip, tag: number, slot: number): Complex | undefined {
  if (tag === COMPLEX) return readComplex(chip, chip.words[slot] as number);
  if (!isNumber(tag)) return undefined;
  return { re: (tag === REAL ? chip.reals[slot] : chip.words[slot]) as number, im: 0 };
}

export function isZero(chip: Chip, value: number): boolean {
  const { re, im } = readComplex(chip, value);
  return re === 0 && im === 0;
}

/// Whether two values, of which one is complex, are equal numbers.
export function equalsComplex(chip: Chip, ta: number, a: number, tb: number, b: number): boolean {
  if (ta !== COMPLEX && tb !== COMPLEX) return false;
  const one = complexIn(chip, ta, a);
  const other = complexIn(chip, tb, b);
  return one !== undefined && other !== undefined && one.re === other.re && one.im === other.im;
}

/// A complex number as Python shows it; `part` shows its parts.
export function complexText({ re, im }: Complex, part: (value: number) => string): string {
  const sign = Number.isNaN(im) || im > 0 || Object.is(im, 0) ? "+" : "";
  if (Object.is(re, 0)) return `${part(im)}j`;
  return `(${part(re)}${sign}${part(im)}j)`;
}
