import { INSTANCE, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { NATIVE_FAULT, type NativeImplementation, type NativeResult } from "./natives/native.ts";
import { setSlot } from "./slots.ts";

// Objects that hold a value of a built-in type: what their classes have no method for is done with that value. An object of a class made
// of a list, a dictionary or the like has it in the field HELD_VALUE, and is of that type, too; one with the field HELD_ITEMS only uses it.

/// The slot of the value that the object in a slot holds; the slot itself if it holds none. Slots may be elements' words, so the tag is
/// passed; that of a held value stands behind its slot.
export function heldBy(chip: Chip, tag: number, slot: number): number {
  if (tag !== INSTANCE) return slot;
  const { words } = chip;
  const record = (words[slot] as number) >> 2;
  const at = chip.program.classes.heldAt[words[record] as number] ?? 0;
  if (at === 0) return slot;
  const held = words[record + at + 1];
  // No object holds another one: in damaged memory this would have no end.
  return held === UNSET || held === INSTANCE ? slot : record + at;
}

/// The same of a slot with its tag.
export function heldSlot(chip: Chip, slot: number): number {
  return heldBy(chip, chip.words[slot + 1] as number, slot);
}

/// The slot of the value whose type the object in a slot is of, or the slot itself.
export function typedSlot(chip: Chip, slot: number): number {
  return isOwnKind(chip, slot) ? slot : heldSlot(chip, slot);
}

/// The slot of what stands for the first of two values where they are compared: what only uses a list is like others of its class.
export function comparedBy(chip: Chip, tag: number, slot: number, otherTag: number, other: number): number {
  const { words } = chip;
  const { usesHeld } = chip.program.classes;
  if (tag === INSTANCE && usesHeld.size > 0) {
    const number = words[(words[slot] as number) >> 2] as number;
    const isSame = otherTag === INSTANCE && words[(words[other] as number) >> 2] === number;
    if (usesHeld.has(number) && !isSame) return slot;
  }
  return heldBy(chip, tag, slot);
}

/// Whether an object uses a value of a built-in type and is not of that type.
function isOwnKind(chip: Chip, slot: number): boolean {
  const { words } = chip;
  if (words[slot + 1] !== INSTANCE) return false;
  return chip.program.classes.usesHeld.has(words[(words[slot] as number) >> 2] as number);
}

/// Calls a native again that could do nothing with its arguments, with what objects among them hold in their place: first with the first
/// of them alone, so that what is put into a list stays an object.
export function callWithHeld(
  chip: Chip,
  core: Core,
  native: NativeImplementation,
  args: number,
  count: number,
  d: number,
): NativeResult {
  const { words } = chip;
  let outcome: NativeResult = NATIVE_FAULT;
  for (let slot = args; slot < args + count * 2 && outcome === NATIVE_FAULT; slot += 2) {
    const held = heldSlot(chip, slot);
    if (held === slot) continue;
    setSlot(chip, slot, words[held + 1] as number, words[held] as number);
    outcome = native(chip, core, args, count, d);
  }
  return outcome;
}
