import type { Chip, Core } from "../machine/chip.ts";
import { walkFrames } from "../machine/frames.ts";
import { STATUS, STATUS_ENDED } from "../machine/memory-map.ts";

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
  const frames: Frame[] = [];
  if (chip.words[core.registers + STATUS] === STATUS_ENDED) return frames;
  walkFrames(chip, core, (fp, end, pc, row) => {
    // A caller's pc is where it will go on: the call is the instruction before.
    frames.push({ function: row, fp, end, pc: frames.length === 0 ? pc : pc - 1 });
  });
  return frames;
}
