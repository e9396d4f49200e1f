import * as isa from "../bytecode/isa.ts";
import * as natives from "../bytecode/natives.ts";
import { CLASS_PREFIX, NATIVE_METHODS, OPERATOR_METHODS, UNARY_METHODS } from "../bytecode/special-names.ts";
import { CLASS, DICT, INSTANCE, SINGLETON, TYPE_TAG } from "../bytecode/values.ts";
import { unary } from "./arithmetic.ts";
import type { Chip, Core } from "./chip.ts";
import { memberOf } from "./class-table.ts";
import { readElement } from "./elements.ts";
import { KEY_NOT_FOUND } from "./faults.ts";
import {
  GO_ON_BOOL,
  GO_ON_DROP,
  GO_ON_IF_FALSE,
  GO_ON_IF_TRUE,
  GO_ON_ITERATOR,
  GO_ON_NEGATE,
  GO_ON_NEXT,
  GO_ON_NOT_EQUAL,
  GO_ON_OPERATOR,
  GO_ON_REFLECTED,
  GO_ON_STORE,
} from "./frames.ts";
import { heldSlot } from "./held.ts";
import { classOf, methodSlot } from "./instances.ts";
import { isLazy } from "./iterators.ts";
import { FAULT_CODE } from "./memory-map.ts";
import { ask } from "./pending.ts";
import { makeSlice } from "./records.ts";
import { deleteElement, writeElement } from "./slices.ts";
import { FAULTED, setSlot } from "./slots.ts";

// What operators, indices and built-in functions do with instances: their classes' special methods. Each function here asks for the
// call of a method (CALLS), or gives 0 where there is none.

function idOf(chip: Chip, name: string): number {
  return chip.program.classes.ids.get(name) ?? -1;
}

/// The slot of the special method of the object in a slot; 0 if it has none.
export function special(chip: Chip, core: Core, slot: number, name: string): number {
  if (chip.words[slot + 1] === CLASS) return classSpecial(chip, core, slot, name);
  return methodSlot(chip, core, slot, idOf(chip, name));
}

/// The same of a class itself, which its members with such names are for.
function classSpecial(chip: Chip, core: Core, slot: number, name: string): number {
  const { classes, ids } = chip.program.classes;
  const row = classes[chip.words[slot] as number];
  const id = ids.get(CLASS_PREFIX + name);
  const member = row === undefined || id === undefined ? undefined : memberOf(classes, row, id);
  return member === undefined ? 0 : core.module + member.slot;
}

/// The comparison that a branch makes.
const COMPARED: ReadonlyMap<number, number> = new Map([
  [isa.JEQ, isa.EQ],
  [isa.JNE, isa.EQ],
  [isa.JLT, isa.LT],
  [isa.JNLT, isa.LT],
  [isa.JLE, isa.LE],
  [isa.JNLE, isa.LE],
  [isa.JGT, isa.GT],
  [isa.JNGT, isa.GT],
  [isa.JGE, isa.GE],
  [isa.JNGE, isa.GE],
]);

/// The operator of an instruction, which may be a branch.
export function operatorOf(opcode: number): number {
  return COMPARED.get(opcode) ?? opcode;
}

/// Whether an instruction is an operator between two values that gives a third.
export function isOperator(opcode: number): boolean {
  return (opcode >= isa.ADD && opcode <= isa.SHR) || opcode === isa.TRUEDIV || opcode === isa.ADDTO;
}

/// Whether a branch is taken when the comparison holds.
export function takenIf(opcode: number): boolean {
  return [isa.JEQ, isa.JLT, isa.JLE, isa.JGT, isa.JGE].includes(opcode);
}

/// Asks one of the operands of an instruction with an operator.
export function askOperator(chip: Chip, core: Core, opcode: number, a: number, b: number): number {
  const op = operatorOf(opcode);
  const isSearch = op === isa.IN || op === isa.NOTIN;
  const contains = isSearch ? special(chip, core, b, "__contains__") : 0;
  if (contains !== 0) return ask(chip, contains, [b, a], op === isa.IN ? GO_ON_BOOL : GO_ON_NEGATE);
  if (isSearch) return askSearch(chip, core, op, a, b);
  const [plain, reflected] = OPERATOR_METHODS.get(op) ?? ["", ""];
  // The class of the right one may know more than that of the left, if it is made of it.
  if (isBelow(chip, b, a)) {
    const own = special(chip, core, b, reflected);
    if (own !== 0 && own !== special(chip, core, a, reflected)) return ask(chip, own, [b, a], GO_ON_REFLECTED);
  }
  const method = special(chip, core, a, plain);
  if (method !== 0) return ask(chip, method, [a, b], GO_ON_OPERATOR);
  return askReflected(chip, core, opcode, a, b);
}

/// Asks a function of ePython itself whether a value comes among those that something lazy gives.
function askSearch(chip: Chip, core: Core, op: number, a: number, b: number): number {
  const helper = chip.program.classes.helpers.get("__contains__");
  const isObject = chip.words[b + 1] === INSTANCE;
  const hasElements =
    !isObject || special(chip, core, b, "__iter__") !== 0 || special(chip, core, b, "__getitem__") !== 0;
  if (helper === undefined || !hasElements || !isGoneThrough(chip, core, b)) return 0;
  return ask(chip, core.module + helper, [a, b], op === isa.IN ? GO_ON_BOOL : GO_ON_NEGATE);
}

/// Asks the right operand, after the left has had no answer.
export function askReflected(chip: Chip, core: Core, opcode: number, a: number, b: number): number {
  const op = operatorOf(opcode);
  const [, reflected] = OPERATOR_METHODS.get(op) ?? ["", ""];
  const isComparison = op >= isa.EQ && op <= isa.GE;
  const method = !isComparison && isSame(chip, a, b) ? 0 : special(chip, core, b, reflected);
  if (method !== 0) return ask(chip, method, [b, a], GO_ON_REFLECTED);
  if (op !== isa.NE) return 0;
  const left = special(chip, core, a, "__eq__");
  if (left !== 0) return ask(chip, left, [a, b], GO_ON_NOT_EQUAL);
  const right = special(chip, core, b, "__eq__");
  return right === 0 ? 0 : ask(chip, right, [b, a], GO_ON_NOT_EQUAL);
}

function isSame(chip: Chip, a: number, b: number): boolean {
  const { words } = chip;
  if (words[a + 1] !== INSTANCE || words[b + 1] !== INSTANCE) return false;
  return words[(words[a] as number) >> 2] === words[(words[b] as number) >> 2];
}

/// Whether the class of the object in a slot is made of that of the object in another, and is not the same.
function isBelow(chip: Chip, slot: number, other: number): boolean {
  const { words } = chip;
  if (words[slot + 1] !== INSTANCE || words[other + 1] !== INSTANCE || isSame(chip, slot, other)) return false;
  const above = words[(words[other] as number) >> 2] as number;
  return classOf(chip, words[slot] as number)?.order.includes(above) === true;
}

/// Whether a slot holds NotImplemented, which says that a method has no answer.
export function isNotImplemented(chip: Chip, slot: number): boolean {
  return chip.words[slot + 1] === SINGLETON && chip.words[slot] === 0;
}

export function askUnary(chip: Chip, core: Core, opcode: number, d: number, a: number): number {
  const method = special(chip, core, a, UNARY_METHODS.get(opcode) ?? "");
  if (method !== 0) return ask(chip, method, [a], GO_ON_STORE);
  const held = heldSlot(chip, a);
  return held === a ? FAULTED : unary(chip, core, opcode, d, held);
}

/// Asks an object whether it counts as true, for an instruction that wants to know.
export function askTruth(chip: Chip, core: Core, opcode: number, a: number): number {
  const method = special(chip, core, a, "__bool__") || special(chip, core, a, "__len__");
  if (method === 0) return 0;
  const how =
    opcode === isa.JTRUE
      ? GO_ON_IF_TRUE
      : opcode === isa.JFALSE
        ? GO_ON_IF_FALSE
        : opcode === isa.NOT
          ? GO_ON_NEGATE
          : GO_ON_BOOL;
  return ask(chip, method, [a], how);
}

/// Asks an object for an iterator over it. One that only has elements at indices has one of ours.
export function askIterator(chip: Chip, core: Core, s: number): number {
  const method = special(chip, core, s, "__iter__");
  if (method !== 0) return ask(chip, method, [s], GO_ON_ITERATOR);
  const helper = chip.program.classes.helpers.get("__iter__");
  const isHeld = heldSlot(chip, s) !== s;
  if (helper === undefined || isHeld || special(chip, core, s, "__getitem__") === 0) return 0;
  return ask(chip, core.module + helper, [s], GO_ON_ITERATOR);
}

/// Whether what is in a slot is gone through value by value: an object that holds a list or the like is not, unless its class says so.
export function isGoneThrough(chip: Chip, core: Core, slot: number): boolean {
  const tag = chip.words[slot + 1] as number;
  if (tag === CLASS) return special(chip, core, slot, "__iter__") !== 0;
  if (!isLazy(tag)) return false;
  return heldSlot(chip, slot) === slot || special(chip, core, slot, "__iter__") !== 0;
}

/// Asks an object for its next value.
export function askNext(chip: Chip, core: Core, s: number): number {
  const method = special(chip, core, s, "__next__");
  return method === 0 ? 0 : ask(chip, method, [s], GO_ON_NEXT);
}

/// Whether what is in a slot can be asked for its next value.
export function isIterator(chip: Chip, core: Core, s: number): boolean {
  const tag = chip.words[s + 1] as number;
  return tag === INSTANCE ? special(chip, core, s, "__next__") !== 0 : isLazy(tag);
}

/// Asks an object for its element at an index, after that could not be read: what it holds may have one, or its class an answer for a
/// key that is missing there.
export function askIndex(chip: Chip, core: Core, d: number, o: number, i: number): number {
  const method = special(chip, core, o, "__getitem__");
  if (method !== 0) return ask(chip, method, [o, i], GO_ON_STORE);
  if (isGenericType(chip, o)) {
    setSlot(chip, d, TYPE_TAG, chip.words[o] as number);
    return 0;
  }
  const held = heldSlot(chip, o);
  const index = heldSlot(chip, i);
  if (held === o && index === i) return FAULTED;
  const result = readElement(chip, core, d, held, chip.words[held + 1] === DICT ? i : index);
  const otherwise = result === FAULTED && isKeyMissing(chip, core) ? special(chip, core, o, "__missing__") : 0;
  return otherwise === 0 ? result : ask(chip, otherwise, [o, i], GO_ON_STORE);
}

/// Whether what is in a slot is a type that may be followed by other types in brackets, as in `list[int]`: that is the type itself.
function isGenericType(chip: Chip, slot: number): boolean {
  return chip.words[slot + 1] === TYPE_TAG && GENERIC_TYPES.has(chip.words[slot] as number);
}

const GENERIC_TYPES: ReadonlySet<number> = new Set(
  [natives.LIST, natives.DICT, natives.SET, natives.FROZENSET, natives.TUPLE, natives.TYPE].map(({ number }) => number),
);

function isKeyMissing(chip: Chip, core: Core): boolean {
  return chip.words[core.registers + FAULT_CODE] === KEY_NOT_FOUND;
}

/// … to change it, …
export function askSetIndex(chip: Chip, core: Core, o: number, i: number, v: number): number {
  const method = special(chip, core, o, "__setitem__");
  if (method !== 0) return ask(chip, method, [o, i, v], GO_ON_DROP);
  const held = heldSlot(chip, o);
  const index = heldSlot(chip, i);
  if (held === o && index === i) return FAULTED;
  return writeElement(chip, core, held, chip.words[held + 1] === DICT ? i : index, v);
}

/// … or to delete it.
export function askDeleteIndex(chip: Chip, core: Core, o: number, i: number): number {
  const method = special(chip, core, o, "__delitem__");
  if (method !== 0) return ask(chip, method, [o, i], GO_ON_DROP);
  const held = heldSlot(chip, o);
  return held === o ? FAULTED : deleteElement(chip, core, held, i);
}

/// Whether a slot holds an object, which is asked for a part of it: then slot w, which begins the three parts of a slice, holds the
/// slice. A core without room for that has a fault.
export function asksBySlice(chip: Chip, core: Core, o: number, w: number): boolean {
  return chip.words[o + 1] === INSTANCE && makeSlice(chip, core, w, w) === 0;
}

/// Asks the object that is the first argument of a native.
export function askNative(chip: Chip, core: Core, native: number, args: number, count: number): number {
  if (native === natives.BOOL.number) return askTruth(chip, core, 0, args);
  for (const name of NATIVE_METHODS.get(native) ?? []) {
    const method = special(chip, core, args, name);
    if (method !== 0)
      return ask(
        chip,
        method,
        Array.from({ length: count }, (_, k) => args + k * 2),
        GO_ON_STORE,
      );
  }
  return 0;
}
