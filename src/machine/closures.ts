import { CELL, CLOSURE, FUNCTION, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { BAD_CODE, UNSET_VARIABLE } from "./faults.ts";
import { newRecord, recordSlot } from "./records.ts";
import { fault, outOfMemory, setSlot } from "./slots.ts";

// Variables that functions share, and function values of their own. A cell is a record with one slot, the variable. A function
// value is one with the function's number, then the cells that its variables lie in, then defaults.

/// Makes slot `d` hold a new cell with the value that it had; an empty one if it had none, or held a cell.
export function makeCell(chip: Chip, core: Core, d: number): number {
  const { words } = chip;
  const cell = newRecord(chip, core, 1);
  if (cell === 0) return outOfMemory(chip, core, 8);
  const tag = words[d + 1] as number;
  if (tag !== CELL) setSlot(chip, recordSlot(cell, 0), tag, words[d] as number);
  setSlot(chip, d, CELL, cell);
  return 0;
}

/// Deletes the value in the cell in a slot.
export function clearCell(chip: Chip, core: Core, slot: number): number {
  if (chip.words[slot + 1] !== CELL) return fault(chip, core, BAD_CODE);
  const content = recordSlot(chip.words[slot] as number, 0);
  if (chip.words[content + 1] === UNSET) return fault(chip, core, UNSET_VARIABLE, 0, 0, slot);
  setSlot(chip, content, UNSET, 0);
  return 0;
}

/// Makes slot `d` hold a new function value with `count` cells and defaults, from the slots from `from` on.
export function makeClosure(chip: Chip, core: Core, d: number, target: number, from: number, count: number): number {
  const { words } = chip;
  const record = newRecord(chip, core, count + 1);
  if (record === 0) return outOfMemory(chip, core, (count + 1) * 8);
  setSlot(chip, recordSlot(record, 0), FUNCTION, target);
  const held = recordSlot(record, 1);
  for (let k = 0; k < count * 2; k++) words[held + k] = words[from + k] as number;
  setSlot(chip, d, CLOSURE, record);
  return 0;
}

/// The number of the function that a value is.
export function numberOfFunction(chip: Chip, tag: number, value: number): number {
  return tag === CLOSURE ? (chip.words[value >> 2] as number) : value;
}
