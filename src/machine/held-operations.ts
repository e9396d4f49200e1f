import * as isa from "../bytecode/isa.ts";
import { BOOL, INSTANCE, LIST_TAG } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { compare } from "./comparison.ts";
import { heldSlot } from "./held.ts";
import { binary } from "./operators.ts";
import { FAULTED, setSlot } from "./slots.ts";
import { operatorOf } from "./special-methods.ts";

/// Does what an operator does with what its operands hold, where no class has an answer. A comparison has seen to that itself.
export function withHeld(chip: Chip, core: Core, opcode: number, d: number, a: number, b: number): number {
  const { words } = chip;
  const left = heldSlot(chip, a);
  const right = heldSlot(chip, b);
  if ((left === a && right === b) || operatorOf(opcode) !== opcode) return FAULTED;
  if (opcode === isa.IN || opcode === isa.NOTIN) {
    const found = compare(chip, core, opcode, a, right);
    if (found >= 0) setSlot(chip, d, BOOL, found);
    return Math.min(found, 0);
  }
  if (isComparison(opcode)) return FAULTED;
  const object = words[a] as number;
  const result = binary(chip, core, opcode, d, left, right);
  // A list that is added to in place is still that of the object.
  if (result >= 0 && opcode === isa.ADDTO && words[left + 1] === LIST_TAG && left !== a)
    setSlot(chip, d, INSTANCE, object);
  return result;
}

function isComparison(opcode: number): boolean {
  return opcode >= isa.EQ && opcode <= isa.NOTIN;
}
