import { BOOL, INT, NONE } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { INDEX_NOT_INT, INDEX_OUT_OF_RANGE, STEP_ZERO, setFault } from "./faults.ts";
import { fault } from "./slots.ts";
import { wholeAt } from "./whole-numbers.ts";

// What indices and the three parts of a slice mean for something with a length.

/// An index from the end made one from the start; -1 with a fault if there is no such element.
export function locate(chip: Chip, core: Core, slot: number, length: number): number {
  const index = wholeAt(chip, slot);
  if (index === undefined) return fault(chip, core, INDEX_NOT_INT, chip.words[slot + 1]);
  const at = index < 0 ? index + length : index;
  return at >= 0 && at < length ? at : fault(chip, core, INDEX_OUT_OF_RANGE, index, length);
}

/// The step of the slice whose parts stand in slots from w on.
export function stepOf(chip: Chip, w: number): number {
  return chip.words[w + 5] === NONE ? 1 : (chip.words[w + 4] as number);
}

/// The indices that the slice whose parts stand from w on takes; undefined with a fault if they cannot be used so.
export function slicedIndices(chip: Chip, core: Core, length: number, w: number): number[] | undefined {
  const bounds = sliceBounds(chip, core, length, w);
  if (bounds === undefined) return undefined;
  const { from, to, step } = bounds;
  const indices: number[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) indices.push(i);
  return indices;
}

/// Where a slice begins, before what it ends, and its step.
interface SliceBounds {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/// The same as bounds.
export function sliceBounds(chip: Chip, core: Core, length: number, w: number): SliceBounds | undefined {
  const numbers = sliceNumbers(chip, core, w);
  return numbers && clampedBounds(length, numbers.lower, numbers.upper, numbers.step);
}

interface SliceNumbers {
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  readonly step: number;
}

/// The parts of a slice, which stand in slots from w on; undefined with a fault if they cannot be used so.
export function sliceNumbers(chip: Chip, core: Core, w: number): SliceNumbers | undefined {
  const { words } = chip;
  for (let k = 0; k < 3; k++) {
    const tag = words[w + k * 2 + 1] as number;
    if (tag === INT || tag === NONE || tag === BOOL) continue;
    setFault(chip, core, INDEX_NOT_INT, tag);
    return undefined;
  }
  const step = stepOf(chip, w);
  if (step === 0) {
    setFault(chip, core, STEP_ZERO);
    return undefined;
  }
  const part = (k: number): number | undefined => (words[w + k * 2 + 1] === NONE ? undefined : words[w + k * 2]);
  return { lower: part(0), upper: part(1), step };
}

/// The bounds of Python's slice of something of this length.
export function clampedBounds(
  length: number,
  lower: number | undefined,
  upper: number | undefined,
  step: number,
): SliceBounds {
  const least = step > 0 ? 0 : -1;
  const most = step > 0 ? length : length - 1;
  const clamp = (index: number): number => Math.max(least, Math.min(most, index < 0 ? index + length : index));
  const from = lower === undefined ? (step > 0 ? 0 : length - 1) : clamp(lower);
  const to = upper === undefined ? (step > 0 ? length : -1) : clamp(upper);
  return { from, to, step };
}
