import type { Chip, Core } from "./chip.ts";
import { DamagedMemory } from "./damaged.ts";
import { type Area, FP, PC } from "./memory-map.ts";

// A frame on a core's stack: four words, then the function's slots. FP is the word index of slot 0.
//
//   fp - 4   where the caller goes on (pc)
//   fp - 3   the caller's FP; 0 for the program's own frame
//   fp - 2   the caller's slot for the value, as a decoded operand
//   fp - 1   the function

/// Words before a frame's first slot.
export const FRAME_HEADER = 4;

function lies({ from, to }: Area, fp: number, words: number): boolean {
  return fp * 4 >= from + FRAME_HEADER * 4 && (fp + words) * 4 <= to;
}

type Visit = (from: number, to: number, pc: number, row: number) => void;

/// Calls back with the slots of the frames on the core's stack, innermost first, as word indices. The core may be running: a caller's
/// frame lies before that of what it calls, and what does not ends the walk. False then.
export function walkFrames(chip: Chip, core: Core, visit: Visit): boolean {
  const { words, program } = chip;
  let fp = words[core.registers + FP] as number;
  let pc = words[core.registers + PC] as number;
  let below = Number.POSITIVE_INFINITY;
  while (fp !== 0) {
    const row = words[fp - 1] as number;
    const size = program.functions[row]?.words;
    if (size === undefined || fp >= below) return false;
    if (!lies(core.stack, fp, size) && !lies(core.areaStack, fp, size)) return false;
    visit(fp, fp + size, pc, row);
    below = fp;
    pc = words[fp - FRAME_HEADER] as number;
    fp = words[fp - FRAME_HEADER + 1] as number;
  }
  return true;
}

/// The same for a core that stands still. Throws DamagedMemory if it does not come to the program's own frame.
export function eachFrame(chip: Chip, core: Core, visit: Visit): void {
  if (!walkFrames(chip, core, visit)) throw new DamagedMemory(`the stack of core ${core.id}`);
}
