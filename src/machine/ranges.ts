import { BOOL, INT, RANGE, REAL } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { newRecord, recordSlot } from "./records.ts";
import { outOfMemory, setSlot } from "./slots.ts";

// A range as a value: a record (records.ts) of three ints, start, stop and step. Its elements are computed when they are asked for.

export interface RangeParts {
  readonly start: number;
  readonly stop: number;
  /// Not 0.
  readonly step: number;
  readonly length: number;
}

/// d = range(start, stop, step). -1 with a fault if there is no memory left.
export function makeRange(chip: Chip, core: Core, d: number, start: number, stop: number, step: number): number {
  const range = newRecord(chip, core, 3);
  if (range === 0) return outOfMemory(chip, core, 24);
  setSlot(chip, recordSlot(range, 0), INT, start);
  setSlot(chip, recordSlot(range, 1), INT, stop);
  setSlot(chip, recordSlot(range, 2), INT, step);
  setSlot(chip, d, RANGE, range);
  return 0;
}

export function rangeParts(chip: Chip, range: number): RangeParts {
  const [start, stop, step] = [0, 1, 2].map((k) => chip.words[recordSlot(range, k)] as number) as [
    number,
    number,
    number,
  ];
  return { start, stop, step, length: rangeCount(start, stop, step) };
}

/// How many numbers there are from `start` to `stop` in steps.
export function rangeCount(start: number, stop: number, step: number): number {
  return Math.max(0, Math.ceil((stop - start) / step));
}

export function rangeLength(chip: Chip, range: number): number {
  return rangeParts(chip, range).length;
}

/// The number at an index that exists.
export function rangeElement({ start, step }: RangeParts, index: number): number {
  return start + index * step;
}

/// Whether a value, with this tag at a word index, is one of a range's numbers.
export function isInRange(chip: Chip, tag: number, slot: number, range: number): boolean {
  if (tag !== INT && tag !== BOOL && tag !== REAL) return false;
  const value = (tag === REAL ? chip.reals[slot] : chip.words[slot]) as number;
  const { start, step, length } = rangeParts(chip, range);
  const index = (value - start) / step;
  return Number.isInteger(index) && index >= 0 && index < length;
}

/// Whether two ranges have the same numbers.
export function areSameRanges(chip: Chip, a: number, b: number): boolean {
  const one = rangeParts(chip, a);
  const other = rangeParts(chip, b);
  if (one.length !== other.length) return false;
  if (one.length === 0) return true;
  return one.start === other.start && (one.length === 1 || one.step === other.step);
}

/// The text of a range.
export function rangeText(chip: Chip, range: number): string {
  const { start, stop, step } = rangeParts(chip, range);
  return step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
}
