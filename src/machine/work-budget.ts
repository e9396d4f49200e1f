import type { Chip } from "./chip.ts";
import { TOO_MUCH_WORK } from "./faults.ts";
import { RunFault } from "./run-fault.ts";

// One instruction may do much: sort a list, compare two, join strings. What it does beyond an instruction's common work is
// counted here, in instructions that would take as long. It shortens the core's turn, so that Stop and the other cores do
// not wait for it; and one instruction that would take far too long is a fault, as nothing could stop it.

// Sorting the longest list that a core's memory holds takes less than half of it; all of it less than 100 ms.
const MOST_WORK = 5_000_000;

/// Counts work of the instruction under way. To be called before anything of the core's has been changed. Throws a RunFault
/// when it is too much.
export function spend(chip: Chip, instructions: number): void {
  chip.work += instructions;
  if (chip.work > MOST_WORK) throw new RunFault(TOO_MUCH_WORK);
}

/// Counts characters that the instruction under way reads or writes one by one, for its core's clock. Elements of lists are
/// counted where they are read and written (lists.ts).
export function touchCharacters(chip: Chip, count: number): void {
  chip.touchedCharacters += count;
}

/// The same of characters of the string at an address, which are read.
export function touchText(chip: Chip, address: number, count: number): void {
  chip.touchedCharacters += count;
  if (address >= chip.beyondCores) chip.touchedBeyond += count;
}

/// Forgets what was touched: the instruction's own cost has it, or a message's.
export function forgetTouched(chip: Chip): void {
  chip.touched = 0;
  chip.touchedCharacters = 0;
  chip.touchedBeyond = 0;
}

/// What `endTurn` adds to the work of a turn: more than any turn's budget, less than an instruction may do.
export const TURN_ENDED = 100_000;

/// Ends the core's turn after the instruction under way.
export function endTurn(chip: Chip): void {
  chip.work += TURN_ENDED;
}
