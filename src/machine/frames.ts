import type { Chip, Core } from "./chip.ts";
import { FP, PC } from "./memory-map.ts";

// A frame on a core's stack: four words, then the function's slots. FP is the word index of slot 0.
//
//   fp - 4   where the caller goes on (pc)
//   fp - 3   the caller's FP; 0 for the program's own frame
//   fp - 2   the caller's slot for the value, as a decoded operand
//   fp - 1   the function

/// Words before a frame's first slot.
export const FRAME_HEADER = 4;

/// Calls back with the slots of every frame on the core's stack, innermost first, as word indices.
export function eachFrame(chip: Chip, core: Core, visit: (from: number, to: number, pc: number) => void): void {
  const { words } = chip;
  let fp = words[core.registers + FP] as number;
  let pc = words[core.registers + PC] as number;
  while (fp !== 0) {
    const row = chip.program.functions[words[fp - 1] as number];
    visit(fp, fp + (row?.words ?? 0), pc);
    pc = words[fp - FRAME_HEADER] as number;
    fp = words[fp - FRAME_HEADER + 1] as number;
  }
}
