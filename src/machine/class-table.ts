import { classOrder } from "../bytecode/class-order.ts";
import { attributeName, type Image } from "../bytecode/image.ts";
import {
  type ClassRow,
  EXTRAS,
  HASHED,
  MEMBER_DELETER,
  MEMBER_GETTER,
  MEMBER_METHOD,
  MEMBER_SETTER,
  type MemberRow,
} from "../bytecode/image-parts.ts";
import { SETATTR } from "../bytecode/isa.ts";
import type { Read } from "../bytecode/reader.ts";
import {
  CLASS_PREFIX,
  HELD_ITEMS,
  HELD_VALUE,
  NATIVE_METHODS,
  OPERATOR_METHODS,
  OTHER_METHODS,
  UNARY_METHODS,
} from "../bytecode/special-names.ts";
import { FUNCTION, STRING } from "../bytecode/values.ts";

// The classes of a program, decoded: what an attribute's name means for the instances of each. Names are numbers, and a table has
// an entry for each name in each class, so that an instruction finds an attribute in one step.

/// What a class has under a name. Slots are words from the start of the module area; 0 in `setter` and `deleter` if there is none.
export interface Member {
  /// A MEMBER_ value; a property is MEMBER_GETTER.
  readonly kind: number;
  readonly slot: number;
  readonly setter: number;
  readonly deleter: number;
  /// The class that has it.
  readonly owner: number;
}

export interface DecodedClass {
  readonly name: string;
  /// With the names of what is around its statement.
  readonly qualified: string;
  /// Where attributes are looked for, the class itself first.
  readonly order: readonly number[];
  /// The names of the fields, in the order of their slots from 1 on.
  readonly fields: readonly string[];
  /// The slot that holds further attributes; 0 if none does.
  readonly extras: number;
  /// How its objects are found as keys: one of the HASHED_ values.
  readonly hashed: number;
  /// The slot that holds the hash of an object, once something has asked for it; 0 if none does.
  readonly hash: number;
  /// Its own members, by the number of their name.
  readonly members: ReadonlyMap<number, Member>;
}

/// An object is equal only to itself, …
const HASHED_BY_IDENTITY = 0;
/// … its class has a method for its hash, …
export const HASHED_BY_METHOD = 1;
/// … or it can be no key: its class says what is equal and nothing of the hash.
export const NOT_HASHED = 2;

export interface ClassTable {
  readonly classes: readonly DecodedClass[];
  /// The names of attributes, and their numbers.
  readonly names: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  /// How many names there are. The entry of a name for a class is at class * width + name.
  readonly width: number;
  /// The words from the start of the module area to a constant with the name; -1 if there is none.
  readonly constantAt: Int32Array;
  /// The words from an instance's start to its field; 0 if there is none.
  readonly fieldAt: Int32Array;
  /// The same for fields that are assigned as they are; 0 where the class has a method for it.
  readonly freeFieldAt: Int32Array;
  /// The function that a method is; 0 if an instance may have something else under its name.
  readonly methodAt: Int32Array;
  /// The words from an instance's start to the value of a built-in type that it holds, by class; 0 if it holds none.
  readonly heldAt: Int32Array;
  /// The words from an instance's start to its name, by class; 0 if the class is no enumeration.
  readonly memberNameAt: Int32Array;
  /// The classes that only use such a value.
  readonly usesHeld: ReadonlySet<number>;
  /// The functions of ePython itself for lists and tuples that have instances in them: where they are in the module area, by the
  /// name of a method.
  readonly helpers: ReadonlyMap<string, number>;
}

const NONE: ClassTable = {
  classes: [],
  names: [],
  ids: new Map(),
  width: 0,
  constantAt: new Int32Array(0),
  fieldAt: new Int32Array(0),
  freeFieldAt: new Int32Array(0),
  methodAt: new Int32Array(0),
  heldAt: new Int32Array(0),
  memberNameAt: new Int32Array(0),
  usesHeld: new Set(),
  helpers: new Map(),
};

/// The class whose members are `helpers`.
const HELPERS = "[]";

/// The table of a verified image; `reads` are its instructions.
export function classTable(image: Image, reads: readonly Read[]): ClassTable {
  const rows = image.classes ?? [];
  const used = new Set<string>();
  const set = new Set<string>();
  for (const { row, operands } of reads) {
    const at = row.operands.indexOf("a");
    if (at < 0) continue;
    const name = attributeName(image, operands[at] as number) as string;
    used.add(name);
    if (row.number === SETATTR) set.add(name);
  }
  if (rows.length === 0 && used.size === 0) return NONE;
  for (const { fields, members } of rows)
    for (const name of [...fields, ...members.map((one) => one.name)]) used.add(name);
  for (const name of specialNames) used.add(name);
  const names = [...used];
  const ids = new Map(names.map((name, id) => [name, id]));
  const orders: (readonly number[])[] = [];
  for (const [number, { bases }] of rows.entries()) {
    orders.push(classOrder(number, bases, (base) => orders[base]) ?? [number]);
  }
  const classes = rows.map((_, number) => decodedClass(rows, number, orders[number] as readonly number[], ids));
  const width = names.length;
  const fieldAt = new Int32Array(width * classes.length);
  const methodAt = new Int32Array(width * classes.length);
  const freeFieldAt = new Int32Array(width * classes.length);
  for (const [number, one] of classes.entries()) {
    const setter = memberOf(classes, one, ids.get("__setattr__") as number);
    one.fields.forEach((name, k) => {
      const id = ids.get(name) as number;
      fieldAt[number * width + id] = (k + 1) * 2;
      if (memberOf(classes, one, id)?.kind === MEMBER_GETTER) fieldAt[number * width + id] = 0;
      const isFree = setter === undefined && memberOf(classes, one, id)?.kind !== MEMBER_GETTER;
      if (isFree) freeFieldAt[number * width + id] = (k + 1) * 2;
    });
    for (const [id, name] of names.entries()) {
      const member = memberOf(classes, one, id);
      const isShadowed = fieldAt[number * width + id] !== 0 || (one.extras !== 0 && set.has(name));
      if (member?.kind === MEMBER_METHOD && !isShadowed) methodAt[number * width + id] = functionIn(image, member.slot);
    }
  }
  const constantAt = new Int32Array(width).fill(-1);
  for (const [k, constant] of image.constants.entries()) {
    const id = constant.tag === STRING ? ids.get(constant.value) : undefined;
    if (id !== undefined) constantAt[id] = (image.globals + k) * 2;
  }
  const heldAt = Int32Array.from(classes, ({ fields }) => (fields.findIndex(isHeld) + 1) * 2);
  const call = ids.get(`${CLASS_PREFIX}__call__`) ?? -1;
  const memberNameAt = Int32Array.from(classes, (one) =>
    memberOf(classes, one, call) === undefined ? 0 : (one.fields.indexOf("name") + 1) * 2,
  );
  const usesHeld = new Set(classes.flatMap(({ fields }, number) => (fields.includes(HELD_ITEMS) ? [number] : [])));
  const helpers = new Map<string, number>();
  for (const row of rows) {
    if (row.name === HELPERS) for (const { name, slot } of row.members) helpers.set(name, slot * 2);
  }
  return {
    classes,
    names,
    ids,
    width,
    constantAt,
    fieldAt,
    freeFieldAt,
    methodAt,
    heldAt,
    memberNameAt,
    usesHeld,
    helpers,
  };
}

function isHeld(field: string): boolean {
  return field === HELD_VALUE || field === HELD_ITEMS;
}

const specialNames: ReadonlySet<string> = new Set([
  ...[...OPERATOR_METHODS.values(), ...NATIVE_METHODS.values()].flat(),
  ...UNARY_METHODS.values(),
  ...OTHER_METHODS,
]);

/// The number of the function that is the constant in a slot; 0 if none is.
function functionIn(image: Image, slot: number): number {
  const constant = image.constants[slot / 2 - image.globals];
  return constant?.tag === FUNCTION ? constant.value : 0;
}

function decodedClass(
  rows: readonly ClassRow[],
  number: number,
  order: readonly number[],
  ids: ReadonlyMap<string, number>,
): DecodedClass {
  const row = rows[number] as ClassRow;
  const members = new Map<number, Member>();
  for (const { name, kind, slot } of row.members) {
    const id = ids.get(name) as number;
    const known = members.get(id) ?? { kind, slot: 0, setter: 0, deleter: 0, owner: number };
    if (kind === MEMBER_SETTER) members.set(id, { ...known, kind: MEMBER_GETTER, setter: slot * 2 });
    else if (kind === MEMBER_DELETER) members.set(id, { ...known, kind: MEMBER_GETTER, deleter: slot * 2 });
    else members.set(id, { ...known, kind, slot: slot * 2 });
  }
  const name = row.name.slice(row.name.lastIndexOf(".") + 1);
  const { fields } = row;
  const [extras, hash] = [fields.indexOf(EXTRAS) + 1, fields.indexOf(HASHED) + 1];
  const hashed = order.map((one) => ownHash(rows[one]?.members ?? [])).find((how) => how !== HASHED_BY_IDENTITY);
  return { name, qualified: row.name, order, fields, extras, hash, hashed: hashed ?? HASHED_BY_IDENTITY, members };
}

/// What the members of a class say of how its objects are found as keys.
function ownHash(members: readonly MemberRow[]): number {
  const own = members.find(({ name }) => name === "__hash__");
  if (own !== undefined) return own.kind === MEMBER_METHOD ? HASHED_BY_METHOD : NOT_HASHED;
  return members.some(({ name }) => name === "__eq__") ? NOT_HASHED : HASHED_BY_IDENTITY;
}

/// What a class or the first of those behind it has under a name; `from` is the place in its order at which the search begins.
export function memberOf(
  classes: readonly DecodedClass[],
  { order }: DecodedClass,
  id: number,
  from = 0,
): Member | undefined {
  for (let k = from; k < order.length; k++) {
    const member = classes[order[k] as number]?.members.get(id);
    if (member !== undefined) return member;
  }
  return undefined;
}
