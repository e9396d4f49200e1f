import { INSTANCE, STRING } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { isSameText } from "./strings.ts";

// Members of an enumeration (module `enum`): there is one of each. What comes in a message is a copy, so two members are the same if
// they are of the same class and have the same name.

/// Whether a class is an enumeration.
export function isEnumeration(chip: Chip, number: number): boolean {
  return (chip.program.classes.memberNameAt[number] ?? 0) > 0;
}

/// The text that is the name of the object at an address, if that is a member of an enumeration; else 0.
export function memberName(chip: Chip, address: number): number {
  const record = address >> 2;
  const at = chip.program.classes.memberNameAt[chip.words[record] as number] ?? 0;
  return at > 0 && chip.words[record + at + 1] === STRING ? (chip.words[record + at] as number) : 0;
}

/// Whether two values are the same member of an enumeration.
export function areSameMember(chip: Chip, ta: number, a: number, tb: number, b: number): boolean {
  if (ta !== INSTANCE || tb !== INSTANCE || chip.words[a >> 2] !== chip.words[b >> 2]) return false;
  const one = memberName(chip, a);
  const other = memberName(chip, b);
  return one !== 0 && other !== 0 && isSameText(chip, one, other);
}
