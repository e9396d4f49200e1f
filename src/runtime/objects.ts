import { derivesFrom, FIRST_EXCEPTION } from "../bytecode/exceptions.ts";
import { EXTRAS, MEMBER_GETTER, MEMBER_VARIABLE } from "../bytecode/image-parts.ts";
import { BOUND, CELL, CLASS, CLOSURE, FUNCTION, GENERATOR, INSTANCE, INT, STRING, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { GENERATOR_SLOTS } from "../machine/generators.ts";
import { SLOT_BYTES } from "../machine/memory-map.ts";
import { recordLength, recordSlot } from "../machine/records.ts";
import { lies } from "./list-parts.ts";
import { type Place, slotPlace, variablePlace } from "./slot-places.ts";
import { stringAt } from "./text-at.ts";

// Objects, functions and generators as people see them, read from a core that may be running: as in list-parts.ts nothing here trusts
// what is in its memory.

/// A part of an object that has a name: an attribute, a variable that a function has kept, a variable of a generator.
export interface Part {
  readonly name: string;
  readonly place: Place;
}

/// How many slots the record at an address has; 0 if no record is there.
export function recordLengthAt(chip: Chip, core: Core, address: number): number {
  if (!lies(core, address - 4, 4 + SLOT_BYTES)) return 0;
  const length = recordLength(chip, address);
  return length > 0 && lies(core, address, length * SLOT_BYTES) ? length : 0;
}

/// What is in the first slot of a record, if it is of this type: of an object the number of its class, of a function or a generator the
/// number of the function; -1 if not.
export function numberIn(chip: Chip, core: Core, record: number, tag: number): number {
  if (recordLengthAt(chip, core, record) === 0) return -1;
  const slot = recordSlot(record, 0);
  return chip.words[slot + 1] === tag ? (chip.words[slot] as number) : -1;
}

/// The named parts of a value that have one; none of what has no such parts.
export function partsAt(chip: Chip, core: Core, tag: number, value: number): readonly Part[] {
  switch (tag) {
    case INSTANCE:
      return attributesOf(chip, core, value);
    case CLASS:
      return classVariables(chip, core, value);
    case CLOSURE:
      return keptVariables(chip, core, value);
    case GENERATOR:
      return generatorVariables(chip, core, value);
    case BOUND: {
      const isMethod = recordLengthAt(chip, core, value) >= 2;
      return isMethod ? [{ name: "__self__", place: slotPlace(chip, recordSlot(value, 0)) }] : [];
    }
    default:
      return [];
  }
}

/// Those attributes of an object that have a value, in the order of its class.
function attributesOf(chip: Chip, core: Core, record: number): Part[] {
  const number = numberIn(chip, core, record, CLASS);
  const length = recordLengthAt(chip, core, record);
  const own = chip.image.classes?.[number]?.fields;
  const fields = own ?? (derivesFrom(chip.image, number, FIRST_EXCEPTION) ? ["args"] : []);
  return fields.slice(0, Math.max(0, length - 1)).flatMap((name, k): Part[] => {
    const place = slotPlace(chip, recordSlot(record, k + 1));
    if (name === EXTRAS) return furtherAttributes(chip, core, place);
    return place.tag === UNSET || isOurs(name) ? [] : [{ name, place }];
  });
}

function isOurs(name: string): boolean {
  return name === "__origin__";
}

/// Attributes that the class has no field for stand in a record of their own, each behind its name (machine/instances.ts).
function furtherAttributes(chip: Chip, core: Core, { tag, word }: Place): Part[] {
  if (tag !== CELL) return [];
  const extras = chip.words[word] as number;
  const parts: Part[] = [];
  for (let k = 0; k + 1 < recordLengthAt(chip, core, extras); k += 2) {
    const key = slotPlace(chip, recordSlot(extras, k));
    const place = slotPlace(chip, recordSlot(extras, k + 1));
    const value = chip.words[key.word] as number;
    const name =
      key.tag === INT
        ? chip.program.classes.names[value]
        : key.tag === STRING
          ? stringAt(chip, core, value)?.text
          : undefined;
    if (name !== undefined && place.tag !== UNSET) parts.push({ name, place });
  }
  return parts;
}

/// The variables of a class itself.
function classVariables(chip: Chip, core: Core, number: number): Part[] {
  const { members = [] } = chip.image.classes?.[number] ?? {};
  return members
    .filter(({ kind }) => kind === MEMBER_VARIABLE)
    .map(({ name, slot }) => ({ name, place: slotPlace(chip, core.module + slot * 2) }))
    .filter(({ place }) => place.tag !== UNSET);
}

/// The variables of functions around it that a function has: its cells, in the order in which they stand in its frame.
function keptVariables(chip: Chip, core: Core, record: number): Part[] {
  const number = numberIn(chip, core, record, FUNCTION);
  const row = chip.program.functions[number];
  const { locals = [] } = chip.image.debug.functions[number] ?? {};
  const count = Math.min(row?.cells ?? 0, recordLengthAt(chip, core, record) - 1);
  return Array.from({ length: Math.max(0, count) }, (_, k) => ({
    name: locals[(row?.parameters ?? 0) + k] ?? "",
    place: variablePlace(chip, core, recordSlot(record, k + 1)),
  }));
}

/// The variables of a generator's function, as long as it waits.
function generatorVariables(chip: Chip, core: Core, record: number): Part[] {
  if (generatorPc(chip, core, record) < 0) return [];
  const { locals = [] } = chip.image.debug.functions[numberIn(chip, core, record, FUNCTION)] ?? {};
  return locals
    .slice(0, Math.max(0, recordLengthAt(chip, core, record) - GENERATOR_SLOTS))
    .map((name, k) => ({ name, place: variablePlace(chip, core, recordSlot(record, GENERATOR_SLOTS + k)) }))
    .filter(({ place }) => place.tag !== UNSET);
}

/// The pc at which a generator waits; RUNNING or FINISHED (machine/generators.ts), which are negative.
export function generatorPc(chip: Chip, core: Core, record: number): number {
  if (recordLengthAt(chip, core, record) < GENERATOR_SLOTS) return Number.NEGATIVE_INFINITY;
  return chip.words[recordSlot(record, 1)] as number;
}

/// What a name behind a dot stands for: an attribute of an object, else a variable or a function of its class or of those behind it.
/// Undefined if there is none, or only a property, whose function would have to be called.
export function attributeAt(chip: Chip, core: Core, tag: number, value: number, name: string): Place | undefined {
  const own = partsAt(chip, core, tag, value).find((part) => part.name === name);
  if (own !== undefined) return own.place;
  const number = tag === INSTANCE ? numberIn(chip, core, value, CLASS) : tag === CLASS ? value : -1;
  const { classes } = chip.program.classes;
  for (const one of classes[number]?.order ?? []) {
    const member = chip.image.classes?.[one]?.members.find((member) => member.name === name);
    if (member !== undefined)
      return member.kind === MEMBER_GETTER ? undefined : slotPlace(chip, core.module + member.slot * 2);
  }
  return undefined;
}
