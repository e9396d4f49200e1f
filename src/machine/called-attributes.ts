import { OBJECT_CLASS } from "../bytecode/exceptions.ts";
import { MEMBER_CLASS_METHOD, MEMBER_GETTER, MEMBER_METHOD, MEMBER_VARIABLE } from "../bytecode/image-parts.ts";
import { arity, EXCEPTION_INIT, NONE_TYPE, nativeNamed } from "../bytecode/natives.ts";
import { CLASS, INSTANCE, LIST_TAG, NONE, TYPE_TAG } from "../bytecode/values.ts";
import { bind, boundNative, missing, orderOfClass, storeClasses } from "./attributes.ts";
import { builtInMethod, nativeOfMethod } from "./built-in-methods.ts";
import type { Chip, Core } from "./chip.ts";
import type { DecodedClass, Member } from "./class-table.ts";
import { isException, setArguments } from "./exceptions.ts";
import { ARGUMENT_COUNT } from "./faults.ts";
import { GO_ON_STORE } from "./frames.ts";
import { functionAttribute, isFunction } from "./function-attributes.ts";
import { heldSlot } from "./held.ts";
import { type AttributeName, classMember, classNumber, classOf, nameText, ownSlot } from "./instances.ts";
import { hasMethod } from "./method-owners.ts";
import { objectMethod } from "./object-methods.ts";
import { ask } from "./pending.ts";
import { FAULTED, fault, outOfMemory, requireSet, setSlot } from "./slots.ts";

// Calls of attributes, without making a bound method of them first. The value before the dot is in slot w, the arguments are in the
// slots after it.

/// The call has been made, and the result is in its slot.
export const DONE = 0;

/// Asks for the call of an attribute, or makes one of a special method of a built-in type, whose result is for slot `d`. Otherwise DONE,
/// FAULTED, or the number of the native that is to be called with all that is in the window.
export function callAttribute(
  chip: Chip,
  core: Core,
  d: number,
  w: number,
  count: number,
  name: AttributeName,
): number {
  const { words } = chip;
  if (!requireSet(chip, core, w)) return -1;
  const tag = words[w + 1] as number;
  const value = words[w] as number;
  if (tag === INSTANCE) {
    const own = ownSlot(chip, value, name);
    if (own !== 0) return ask(chip, own, slots(w + 2, count - 1), GO_ON_STORE);
  }
  if (isFunction(tag)) {
    const own = functionAttribute(chip, core, w, nameText(chip, name));
    if (own !== 0) return ask(chip, own, slots(w + 2, count - 1), GO_ON_STORE);
  }
  const row = tag === INSTANCE ? classOf(chip, value) : tag === CLASS ? chip.program.classes.classes[value] : undefined;
  const member = row === undefined ? undefined : classMember(chip, core, row, name.id);
  if (member !== undefined && member.kind !== MEMBER_GETTER) return askMember(chip, core, w, count, member);
  const ofObject = objectCall(chip, core, d, w, count, name);
  return ofObject ?? callBuiltIn(chip, core, d, w, count, name);
}

/// The same for a method of a built-in type: of a value, or of what an object holds, which then stands in the window.
function callBuiltIn(chip: Chip, core: Core, d: number, w: number, count: number, name: AttributeName): number {
  const { words } = chip;
  const held = heldSlot(chip, w);
  const tag = words[held + 1] as number;
  if (tag === INSTANCE || tag === CLASS) return missing(chip, core, w, name);
  const text = chip.program.classes.names[name.id] as string;
  const special = builtInMethod(text, count);
  const named = special === undefined ? nativeNamed("method", text) : undefined;
  const native = named !== undefined && hasMethod(tag, named) ? named : nativeOfMethod(text);
  if (special === undefined && native === undefined) return missing(chip, core, w, name);
  if (held !== w) setSlot(chip, w, tag, words[held] as number);
  if (special !== undefined) return special(chip, core, d, w) < 0 ? FAULTED : DONE;
  if (native === undefined) return missing(chip, core, w, name);
  const { least, most } = arity(native);
  if (count < least || count > most) {
    return fault(chip, core, ARGUMENT_COUNT, count - 1, (count < least ? least : most) - 1);
  }
  return native.number;
}

/// Calls a method that all objects have, of an object or as in `object.__new__(cls)`, or one that all classes have.
function objectCall(
  chip: Chip,
  core: Core,
  d: number,
  w: number,
  count: number,
  { id }: AttributeName,
): number | undefined {
  const { words } = chip;
  const name = chip.program.classes.names[id] as string;
  if (words[w + 1] === INSTANCE) return objectMethod(chip, core, d, w, count, name);
  if (words[w + 1] !== CLASS) return undefined;
  if (words[w] === OBJECT_CLASS && count > 1) return objectMethod(chip, core, d, w + 2, count - 1, name);
  if (count > 1) return undefined;
  const found =
    name === "mro"
      ? orderOfClass(chip, words[w] as number)
      : name === "__subclasses__"
        ? below(chip, words[w] as number)
        : undefined;
  return found === undefined ? undefined : storeClasses(chip, core, d, LIST_TAG, found);
}

/// The classes of the program that are made of a class at once.
function below(chip: Chip, number: number): readonly number[] {
  return (chip.image.classes ?? []).flatMap(({ bases }, k) => (bases.includes(number) ? [k] : []));
}

function slots(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, k) => from + k * 2);
}

function askMember(chip: Chip, core: Core, w: number, count: number, { kind, slot }: Member): number {
  const { words } = chip;
  const held = core.module + slot;
  const isInstance = words[w + 1] === INSTANCE;
  if (kind === MEMBER_CLASS_METHOD) {
    if (isInstance) setSlot(chip, w, CLASS, classNumber(chip, words[w] as number));
    return ask(chip, held, slots(w, count), GO_ON_STORE);
  }
  const isMethod = kind === MEMBER_METHOD || (kind === MEMBER_VARIABLE && isFunction(words[held + 1] as number));
  if (isInstance && isMethod) return ask(chip, held, slots(w, count), GO_ON_STORE);
  return ask(chip, held, slots(w + 2, count - 1), GO_ON_STORE);
}

/// The class of an object, or a class itself, and what it has under a name from the classes behind `number` in its order.
function behind(
  chip: Chip,
  core: Core,
  slot: number,
  number: number,
  name: AttributeName,
): { row: DecodedClass; member: Member | undefined } | undefined {
  const { words } = chip;
  const value = words[slot] as number;
  const isClass = words[slot + 1] === CLASS;
  const row = isClass
    ? chip.program.classes.classes[value]
    : words[slot + 1] === INSTANCE
      ? classOf(chip, value)
      : undefined;
  const from = row?.order.indexOf(number) ?? -1;
  if (row === undefined || from < 0) return undefined;
  return { row, member: classMember(chip, core, row, name.id, from + 1) };
}

/// The same for an attribute of `super()`, in the class with this number.
export function callSuper(
  chip: Chip,
  core: Core,
  d: number,
  w: number,
  count: number,
  name: AttributeName,
  number: number,
): number {
  if (!requireSet(chip, core, w)) return -1;
  const found = behind(chip, core, w, number, name);
  if (found?.member !== undefined && found.member.kind !== MEMBER_GETTER)
    return askMember(chip, core, w, count, found.member);
  const text = chip.program.classes.names[name.id] as string;
  if (found !== undefined && isException(chip, w) && text === "__init__") {
    if (!setArguments(chip, core, w, w + 2, count - 1)) return outOfMemory(chip, core, count * 4);
    setSlot(chip, d, NONE, 0);
    return DONE;
  }
  if (found !== undefined && text === "__init__" && count > 1) return fault(chip, core, ARGUMENT_COUNT, count - 1, 0);
  const isHeld = heldSlot(chip, w) !== w && builtInMethod(text, count) !== undefined;
  // The class is an argument of `__new__` once more.
  const done = found === undefined || isHeld ? undefined : objectMethod(chip, core, d, w, count, text);
  return done ?? callBuiltIn(chip, core, d, w, count, name);
}

/// Methods of `object` that do nothing.
const DOES_NOTHING: ReadonlySet<string> = new Set(["__init__", "__init_subclass__"]);

/// d = an attribute of `super()`.
export function getSuper(chip: Chip, core: Core, d: number, a: number, name: AttributeName, number: number): number {
  if (!requireSet(chip, core, a)) return -1;
  const found = behind(chip, core, a, number, name);
  if (found?.member === undefined) {
    const text = chip.program.classes.names[name.id] as string;
    if (found !== undefined && text === "__init__" && isException(chip, a))
      return boundNative(chip, core, d, a, EXCEPTION_INIT.number);
    if (found === undefined || !DOES_NOTHING.has(text)) return missing(chip, core, a, name);
    // It takes nothing and gives None, as that of `object` does.
    setSlot(chip, d, TYPE_TAG, NONE_TYPE.number);
    return 0;
  }
  if (found.member.kind === MEMBER_GETTER) return ask(chip, core.module + found.member.slot, [a], GO_ON_STORE);
  return bind(chip, core, d, a, found.member);
}
