import { BOOL, INT } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { isGiven, wrongArgument } from "./native.ts";

export interface Bounds {
  readonly from: number;
  readonly to: number;
  /// Where the start was asked for, which may lie behind the end.
  readonly start: number;
}

/// The part of something of this length that the optional arguments `start`, at an index, and `end` after it mean, as in
/// Python: counted from the end if negative, cut off where there is nothing. Undefined with a fault if one is no int.
export function boundsOf(
  chip: Chip,
  core: Core,
  native: number,
  args: number,
  count: number,
  index: number,
  length: number,
): Bounds | undefined {
  const places = [0, length];
  for (let k = 0; k < 2; k++) {
    if (!isGiven(chip, args, count, index + k)) continue;
    const slot = args + (index + k) * 2;
    const tag = chip.words[slot + 1];
    if (tag !== INT && tag !== BOOL) {
      wrongArgument(chip, core, native, args, index + k);
      return undefined;
    }
    const place = chip.words[slot] as number;
    places[k] = Math.max(0, place < 0 ? place + length : place);
  }
  const [start = 0, end = length] = places;
  return { from: Math.min(start, length), to: Math.min(end, length), start };
}
