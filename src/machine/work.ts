import type { Chip } from "./chip.ts";

// One instruction may do much: sort a list, compare two, join strings. What it does beyond an instruction's common work is
// counted here, in instructions that would take as long. It shortens the core's turn, so that Stop and the other cores do
// not wait for it; and one instruction that would take far too long is a fault, as nothing could stop it.

// Sorting the longest list that a core's memory holds takes less than half of it; all of it less than 100 ms.
const MOST_WORK = 5_000_000;

/// Thrown by `spend` in the midst of an instruction that does too much; the interpreter makes a fault of it.
export class TooMuchWork extends Error {}

/// Counts work of the instruction under way. To be called before anything of the core's has been changed.
export function spend(chip: Chip, instructions: number): void {
  chip.work += instructions;
  if (chip.work > MOST_WORK) throw new TooMuchWork("an instruction does too much");
}

/// What `endTurn` adds to the work of a turn: more than any turn's budget, less than an instruction may do.
export const TURN_ENDED = 100_000;

/// Ends the core's turn after the instruction under way.
export function endTurn(chip: Chip): void {
  chip.work += TURN_ENDED;
}
