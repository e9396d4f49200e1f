import type { Chip, Core } from "../machine/chip.ts";
import { FRAME_HEADER } from "../machine/frames.ts";
import { FP, PC, STATUS, STATUS_ENDED } from "../machine/memory-map.ts";

const MOST_FRAMES = 20_000;

/// One frame of a core's stack.
export interface Frame {
  /// Index of the function.
  readonly function: number;
  /// Word index of slot 0.
  readonly fp: number;
  /// Word index after its last slot.
  readonly end: number;
  /// The instruction under way in it.
  readonly pc: number;
}

/// A core's frames, innermost first. The core may be running: what cannot be a frame ends the list. None after its end.
export function framesOf(chip: Chip, core: Core): Frame[] {
  const { words, program } = chip;
  const frames: Frame[] = [];
  if (words[core.registers + STATUS] === STATUS_ENDED) return frames;
  let fp = words[core.registers + FP] as number;
  let pc = words[core.registers + PC] as number;
  let below = Number.POSITIVE_INFINITY;
  while (frames.length < MOST_FRAMES) {
    const row = program.functions[words[fp - 1] as number];
    const inStack = [core.stack, core.areaStack].some(
      ({ from, to }) => fp * 4 >= from + FRAME_HEADER * 4 && (fp + (row?.words ?? 0)) * 4 <= to,
    );
    if (!inStack || row === undefined || fp >= below) break;
    // A caller's pc is where it will go on: the call is the instruction before.
    const at = frames.length === 0 ? pc : pc - 1;
    frames.push({ function: words[fp - 1] as number, fp, end: fp + row.words, pc: at });
    below = fp;
    pc = words[fp - FRAME_HEADER] as number;
    fp = words[fp - FRAME_HEADER + 1] as number;
    if (fp === 0) break;
  }
  return frames;
}
