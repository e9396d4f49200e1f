import { MEMBER_VARIABLE } from "../bytecode/image-parts.ts";
import { CELL, CLASS, INSTANCE, INT, STRING, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { type DecodedClass, type Member, memberOf } from "./class-table.ts";
import { newRecord, recordLength, recordSlot } from "./records.ts";
import { FAULTED, outOfMemory, setSlot } from "./slots.ts";
import { loadString } from "./strings.ts";

// Instances of classes: a record with the class in slot 0, then its fields as the class has them. Attributes that no field is for
// are in a record of their own, two slots each: the name (its number, or text that is no name of the program) and the value.

/// The address of a new instance of a class, none of its attributes set; 0 with a fault if there is no memory left.
export function newInstanceRecord(chip: Chip, core: Core, number: number): number {
  const fields = chip.program.classes.classes[number]?.fields.length ?? 0;
  const record = newRecord(chip, core, fields + 1);
  if (record === 0) outOfMemory(chip, core, (fields + 1) * 8);
  else setSlot(chip, recordSlot(record, 0), CLASS, number);
  return record;
}

/// d = a new instance of a class.
export function newInstance(chip: Chip, core: Core, d: number, number: number): number {
  const record = newInstanceRecord(chip, core, number);
  if (record === 0) return FAULTED;
  setSlot(chip, d, INSTANCE, record);
  return 0;
}

/// The number of the class of the instance at an address.
export function classNumber(chip: Chip, record: number): number {
  return chip.words[record >> 2] as number;
}

/// The class of the instance at an address, if it is one of the program's.
export function classOf(chip: Chip, record: number): DecodedClass | undefined {
  return chip.program.classes.classes[classNumber(chip, record)];
}

/// The name of an attribute: its number, or -1 and the slot with its text.
export interface AttributeName {
  readonly id: number;
  readonly slot: number;
}

/// The attribute whose name is the text in a slot.
export function attributeIn(chip: Chip, slot: number): AttributeName {
  const id = chip.program.classes.ids.get(loadString(chip, chip.words[slot] as number));
  return { id: id ?? -1, slot };
}

/// The text of the name of an attribute.
export function nameText(chip: Chip, { id, slot }: AttributeName): string {
  return id >= 0 ? (chip.program.classes.names[id] as string) : loadString(chip, chip.words[slot] as number);
}

/// The slot in which an instance has an attribute of its own; 0 if it has none of this name.
export function ownSlot(chip: Chip, record: number, name: AttributeName): number {
  const { fieldAt, width } = chip.program.classes;
  const at = name.id < 0 ? 0 : (fieldAt[classNumber(chip, record) * width + name.id] ?? 0);
  if (at !== 0) return chip.words[(record >> 2) + at + 1] === UNSET ? 0 : (record >> 2) + at;
  const extras = extrasOf(chip, record);
  if (extras === 0) return 0;
  for (let k = 0; k < recordLength(chip, extras); k += 2)
    if (isNamed(chip, extras, k, name)) return recordSlot(extras, k + 1);
  return 0;
}

/// The address of the record with an instance's further attributes; 0 if it has none.
export function extrasOf(chip: Chip, record: number): number {
  const row = classOf(chip, record);
  if (row === undefined || row.extras === 0) return 0;
  const slot = recordSlot(record, row.extras);
  return chip.words[slot + 1] === CELL ? (chip.words[slot] as number) : 0;
}

function isNamed(chip: Chip, extras: number, k: number, name: AttributeName): boolean {
  const { words } = chip;
  const slot = recordSlot(extras, k);
  if (words[slot + 3] === UNSET) return false;
  if (words[slot + 1] === INT) return words[slot] === name.id;
  return name.id < 0 && loadString(chip, words[slot] as number) === nameText(chip, name);
}

/// Gives an instance an attribute of its own, the value of slot `v`. The instance is in a slot. 0; 1 if its class has no place
/// for it; -1 with a fault.
export function setOwn(chip: Chip, core: Core, record: number, name: AttributeName, v: number): number {
  const { words } = chip;
  const { fieldAt, width } = chip.program.classes;
  const at = name.id < 0 ? 0 : (fieldAt[classNumber(chip, record) * width + name.id] ?? 0);
  if (at !== 0) {
    setSlot(chip, (record >> 2) + at, words[v + 1] as number, words[v] as number);
    return 0;
  }
  const row = classOf(chip, record);
  if (row === undefined || row.extras === 0) return 1;
  let free = ownSlot(chip, record, name);
  if (free === 0) {
    const place = roomForExtra(chip, core, record, row.extras);
    if (place === 0) return outOfMemory(chip, core, 16);
    if (name.id >= 0) setSlot(chip, place, INT, name.id);
    else setSlot(chip, place, STRING, words[name.slot] as number);
    free = place + 2;
  }
  setSlot(chip, free, words[v + 1] as number, words[v] as number);
  return 0;
}

/// The slot of a free pair among an instance's further attributes; 0 if there is no memory for one.
function roomForExtra(chip: Chip, core: Core, record: number, at: number): number {
  const { words } = chip;
  const old = extrasOf(chip, record);
  const length = old === 0 ? 0 : recordLength(chip, old);
  for (let k = 0; k + 1 < length; k += 2) if (words[recordSlot(old, k + 1) + 1] === UNSET) return recordSlot(old, k);
  const made = newRecord(chip, core, Math.max(4, length * 2));
  if (made === 0) return 0;
  words.copyWithin(made >> 2, old >> 2, (old >> 2) + length * 2);
  setSlot(chip, recordSlot(record, at), CELL, made);
  return recordSlot(made, length);
}

/// What a class has under a name, looked for from a place in its order on. Variables that have no value are passed over.
export function classMember(chip: Chip, core: Core, row: DecodedClass, id: number, from = 0): Member | undefined {
  const { classes } = chip.program.classes;
  for (let k = from; k < row.order.length; k++) {
    const member = classes[row.order[k] as number]?.members.get(id);
    if (member === undefined) continue;
    if (member.kind !== MEMBER_VARIABLE || chip.words[core.module + member.slot + 1] !== UNSET) return member;
  }
  return undefined;
}

/// Whether the value with this tag at a word index is an object whose class has a method.
export function hasMethod(chip: Chip, tag: number, slot: number, name: string): boolean {
  if (tag !== INSTANCE) return false;
  const { classes, ids } = chip.program.classes;
  const row = classOf(chip, chip.words[slot] as number);
  return row !== undefined && memberOf(classes, row, ids.get(name) ?? -1) !== undefined;
}

/// The slot of the function that the class of an object has as a method for an operation; 0 if it has none.
export function methodSlot(chip: Chip, core: Core, slot: number, id: number): number {
  if (chip.words[slot + 1] !== INSTANCE) return 0;
  const row = classOf(chip, chip.words[slot] as number);
  const member = row === undefined ? undefined : memberOf(chip.program.classes.classes, row, id);
  return member === undefined ? 0 : core.module + member.slot;
}
