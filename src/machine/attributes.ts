import { BUILT_IN_CLASS } from "../bytecode/class-order.ts";
import { exceptionClass, nameOfClass, OBJECT_CLASS } from "../bytecode/exceptions.ts";
import { MEMBER_CLASS_METHOD, MEMBER_GETTER, MEMBER_METHOD, MEMBER_VARIABLE } from "../bytecode/image-parts.ts";
import { nativeByNumber, nativeNamed, PARTS_OF_VALUES, SET_OF_EXCEPTIONS } from "../bytecode/natives.ts";
import {
  BOUND,
  CLASS,
  GENERATOR,
  INSTANCE,
  NATIVE_FUNCTION,
  NONE,
  TUPLE_TAG,
  TYPE_TAG,
  UNSET,
} from "../bytecode/values.ts";
import { qualifiedName } from "./call-problems.ts";
import type { Chip, Core } from "./chip.ts";
import type { Member } from "./class-table.ts";
import { numberOfFunction } from "./closures.ts";
import { exceptionAttribute } from "./exception-attributes.ts";
import { isException, setExceptionAttribute } from "./exceptions.ts";
import { CANNOT_SET_ATTRIBUTE, MISSING_ATTRIBUTE } from "./faults.ts";
import { GO_ON_DROP, GO_ON_STORE } from "./frames.ts";
import { functionAttribute, functionAttributes, isFunction, setFunctionAttribute } from "./function-attributes.ts";
import { functionOf } from "./generators.ts";
import { heldSlot } from "./held.ts";
import {
  type AttributeName,
  classMember,
  classNumber,
  classOf,
  methodSlot,
  nameText,
  ownSlot,
  setOwn,
} from "./instances.ts";
import { hasMethod } from "./method-owners.ts";
import { newTuple } from "./natives/building.ts";
import { partOf } from "./natives/numbers.ts";
import { typeNumber } from "./natives/types.ts";
import { attributesOf } from "./object-attributes.ts";
import { ask } from "./pending.ts";
import { newRecord, recordSlot } from "./records.ts";
import { fault, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { storeText } from "./store-text.ts";
import { loadString } from "./strings.ts";

// Attributes of values: what a name after a dot means. A result of CALLS says that the interpreter is to call a function for it.

/// d = the attribute of the value in slot `a`.
export function getAttribute(chip: Chip, core: Core, d: number, a: number, name: AttributeName): number {
  const { words } = chip;
  if (!requireSet(chip, core, a)) return -1;
  const value = words[a] as number;
  const tag = words[a + 1] as number;
  if (tag === CLASS) return classAttribute(chip, core, d, a, name);
  if (tag !== INSTANCE) return plainAttribute(chip, core, d, a, name);
  const row = classOf(chip, value);
  const member = row === undefined || name.id < 0 ? undefined : classMember(chip, core, row, name.id);
  if (member?.kind === MEMBER_GETTER) return ask(chip, core.module + member.slot, [a], GO_ON_STORE);
  const own = ownSlot(chip, value, name);
  if (own !== 0) {
    setSlot(chip, d, words[own + 1] as number, words[own] as number);
    return 0;
  }
  if (member !== undefined) return bind(chip, core, d, a, member);
  const part = exceptionAttribute(chip, a, nameText(chip, name));
  if (part !== undefined) {
    setSlot(chip, d, part.tag, part.value);
    return 0;
  }
  if (is(chip, name, "__class__")) {
    setSlot(chip, d, CLASS, classNumber(chip, value));
    return 0;
  }
  if (is(chip, name, "__dict__")) return attributesOf(chip, core, d, value);
  const otherwise = methodSlot(chip, core, a, idOf(chip, "__getattr__"));
  if (otherwise !== 0 && name.slot !== 0) return ask(chip, otherwise, [a, name.slot], GO_ON_STORE);
  const held = heldSlot(chip, a);
  return held === a ? missing(chip, core, a, name) : plainAttribute(chip, core, d, held, name);
}

function idOf(chip: Chip, name: string): number {
  return chip.program.classes.ids.get(name) ?? -1;
}

function is(chip: Chip, { id }: AttributeName, text: string): boolean {
  return id >= 0 && chip.program.classes.names[id] === text;
}

/// Notes that a value has no such attribute.
export function missing(chip: Chip, core: Core, a: number, name: AttributeName): number {
  return fault(chip, core, MISSING_ATTRIBUTE, ownerWord(chip, a), nameWord(chip, name), name.id < 0 ? name.slot : 0);
}

/// The number of a constant with the text of a name, for a fault; -1 if there is none.
function nameWord(chip: Chip, { id }: AttributeName): number {
  const at = chip.program.classes.constantAt[id] ?? -1;
  return at < 0 ? -1 : at / 2 - chip.image.globals;
}

/// A value's tag, with its class in the upper bits if it is an instance or a class: for a fault.
function ownerWord(chip: Chip, slot: number): number {
  const tag = chip.words[slot + 1] as number;
  const value = chip.words[slot] as number;
  return tag === INSTANCE ? tag | (classNumber(chip, value) << 8) : tag === CLASS ? tag | (value << 8) : tag;
}

/// d = what an instance in slot `a`, or a class in it, has as a member of its class.
export function bind(chip: Chip, core: Core, d: number, a: number, { kind, slot }: Member): number {
  const { words } = chip;
  const held = core.module + slot;
  const tag = words[held + 1] as number;
  const isInstance = words[a + 1] === INSTANCE;
  if (kind === MEMBER_CLASS_METHOD) return bound(chip, core, d, a, held, isInstance);
  if (isInstance && (kind === MEMBER_METHOD || (kind === MEMBER_VARIABLE && isFunction(tag)))) {
    return bound(chip, core, d, a, held, false);
  }
  setSlot(chip, d, tag, words[held] as number);
  return 0;
}

/// d = the function in slot `held` as a method of the value in slot `a`, or of its class.
function bound(chip: Chip, core: Core, d: number, a: number, held: number, ofClass: boolean): number {
  const { words } = chip;
  const record = newRecord(chip, core, 2);
  if (record === 0) return outOfMemory(chip, core, 16);
  if (ofClass) setSlot(chip, recordSlot(record, 0), CLASS, classNumber(chip, words[a] as number));
  else setSlot(chip, recordSlot(record, 0), words[a + 1] as number, words[a] as number);
  setSlot(chip, recordSlot(record, 1), words[held + 1] as number, words[held] as number);
  setSlot(chip, d, BOUND, record);
  return 0;
}

function classAttribute(chip: Chip, core: Core, d: number, a: number, name: AttributeName): number {
  const { words } = chip;
  const row = chip.program.classes.classes[chip.words[a] as number];
  const member = row === undefined || name.id < 0 ? undefined : classMember(chip, core, row, name.id);
  if (member !== undefined && member.kind !== MEMBER_GETTER) return bind(chip, core, d, a, member);
  if (is(chip, name, "__name__"))
    return storeText(chip, core, d, row?.name ?? nameOfClass(chip.image, chip.words[a] as number));
  if (is(chip, name, "__qualname__"))
    return storeText(chip, core, d, row?.qualified ?? nameOfClass(chip.image, chip.words[a] as number));
  if (is(chip, name, "__module__")) return storeText(chip, core, d, row === undefined ? "builtins" : "__main__");
  if (is(chip, name, "__mro__")) return storeClasses(chip, core, d, TUPLE_TAG, orderOfClass(chip, words[a] as number));
  if (is(chip, name, "__bases__")) return storeClasses(chip, core, d, TUPLE_TAG, basesOf(chip, words[a] as number));
  if (is(chip, name, "__base__")) {
    setSlot(chip, d, CLASS, basesOf(chip, words[a] as number)[0] as number);
    return 0;
  }
  if (is(chip, name, "__class__")) {
    setSlot(chip, d, TYPE_TAG, typeNumber(CLASS));
    return 0;
  }
  return missing(chip, core, a, name);
}

/// The classes that a class is made of at once; `object` if the program names none.
function basesOf(chip: Chip, number: number): readonly number[] {
  const base = exceptionClass(number)?.base;
  const bases = base === undefined ? (chip.image.classes?.[number]?.bases ?? []) : [base];
  return bases.length === 0 ? [OBJECT_CLASS] : bases;
}

/// Where attributes of a class are looked for, to `object`.
export function orderOfClass(chip: Chip, number: number): readonly number[] {
  const order = [...(chip.program.classes.classes[number]?.order ?? [number])];
  // Those of ePython itself have one base each.
  for (let last = order.at(-1) as number; last !== OBJECT_CLASS; order.push(last))
    last = last >= BUILT_IN_CLASS ? (basesOf(chip, last)[0] as number) : OBJECT_CLASS;
  return order;
}

/// d = a list or tuple of classes.
export function storeClasses(chip: Chip, core: Core, d: number, tag: number, classes: readonly number[]): number {
  const made = newTuple(
    chip,
    core,
    classes.map(() => CLASS),
    classes,
  );
  if (made === 0) return outOfMemory(chip, core, classes.length * 4);
  setSlot(chip, d, tag, made);
  return 0;
}

/// The number of the function that a function, a bound method or a generator is of; -1 of anything else.
function functionIn(chip: Chip, tag: number, value: number): number {
  if (tag === BOUND) {
    const called = recordSlot(value, 1);
    return functionIn(chip, chip.words[called + 1] as number, chip.words[called] as number);
  }
  if (tag === GENERATOR) return functionOf(chip.words, value);
  return isFunction(tag) ? numberOfFunction(chip, tag, value) : -1;
}

/// What a value that is no object has: the methods of its type, to be called later.
function plainAttribute(chip: Chip, core: Core, d: number, a: number, name: AttributeName): number {
  const { words } = chip;
  const tag = words[a + 1] as number;
  if (is(chip, name, "__class__")) {
    setSlot(chip, d, TYPE_TAG, typeNumber(tag));
    return 0;
  }
  const number = words[a] as number;
  const called = tag === BOUND ? recordSlot(number, 1) : a;
  if (isFunction(words[called + 1] as number)) {
    const own = functionAttribute(chip, core, called, nameText(chip, name));
    if (own !== 0) {
      setSlot(chip, d, words[own + 1] as number, words[own] as number);
      return 0;
    }
    if (is(chip, name, "__dict__")) return functionAttributes(chip, core, d, called);
  }
  const target = functionIn(chip, tag, number);
  if (target >= 0 && is(chip, name, "__doc__")) {
    const text = chip.image.debug.functions[target]?.doc;
    if (text !== undefined) return storeText(chip, core, d, text);
    setSlot(chip, d, NONE, 0);
    return 0;
  }
  if (is(chip, name, "__name__") || is(chip, name, "__qualname__")) {
    if (target >= 0) {
      const text = is(chip, name, "__name__")
        ? chip.image.debug.functions[target]?.name
        : qualifiedName(target, chip.image);
      return storeText(chip, core, d, text ?? "");
    }
    if (words[called + 1] === NATIVE_FUNCTION || tag === TYPE_TAG)
      return storeText(chip, core, d, nativeByNumber(words[called] as number)?.name ?? "");
  }
  if (is(chip, name, "__module__") && target >= 0) return storeText(chip, core, d, "__main__");
  if (is(chip, name, "__self__") && tag === BOUND) {
    const self = recordSlot(number, 0);
    setSlot(chip, d, words[self + 1] as number, words[self] as number);
    return 0;
  }
  const text =
    name.id < 0 ? loadString(chip, words[name.slot] as number) : (chip.program.classes.names[name.id] as string);
  const part = PARTS_OF_VALUES.some((native) => native.name === text);
  if (part) return partOf(chip, d, a, text) ? 0 : missing(chip, core, a, name);
  const native = nativeNamed("method", text);
  if (native === undefined || !hasMethod(tag, native)) return missing(chip, core, a, name);
  return boundNative(chip, core, d, a, native.number);
}

/// d = a native as a method of the value in slot `a`.
export function boundNative(chip: Chip, core: Core, d: number, a: number, native: number): number {
  const { words } = chip;
  const record = newRecord(chip, core, 2);
  if (record === 0) return outOfMemory(chip, core, 16);
  setSlot(chip, recordSlot(record, 0), words[a + 1] as number, words[a] as number);
  setSlot(chip, recordSlot(record, 1), NATIVE_FUNCTION, native);
  setSlot(chip, d, BOUND, record);
  return 0;
}

/// Makes the value of slot `v` the attribute of the value in slot `o`. `plain`: as `object` does it, whatever `__setattr__` says.
export function setAttribute(chip: Chip, core: Core, o: number, name: AttributeName, v: number, plain = false): number {
  const { words } = chip;
  if (!requireSet(chip, core, o) || !requireSet(chip, core, v)) return -1;
  const value = words[o] as number;
  const tag = words[o + 1] as number;
  if (tag === CLASS) return setClassAttribute(chip, core, o, name, v);
  if (isFunction(tag)) return setFunctionAttribute(chip, core, o, name, v);
  if (tag !== INSTANCE) return missing(chip, core, o, name);
  const special = plain ? 0 : methodSlot(chip, core, o, idOf(chip, "__setattr__"));
  if (special === 0 && is(chip, name, "__class__")) return setClass(chip, core, o, name, v);
  if (special !== 0 && name.slot !== 0) return ask(chip, special, [o, name.slot, v], GO_ON_DROP);
  const row = classOf(chip, value);
  const member = row === undefined || name.id < 0 ? undefined : classMember(chip, core, row, name.id);
  if (member?.kind === MEMBER_GETTER) {
    if (member.setter === 0) return fault(chip, core, CANNOT_SET_ATTRIBUTE, ownerWord(chip, o), nameWord(chip, name));
    return ask(chip, core.module + member.setter, [o, v], GO_ON_DROP);
  }
  const text = nameText(chip, name);
  if (SET_OF_EXCEPTIONS.has(text) && isException(chip, o)) return setExceptionAttribute(chip, core, o, text, v);
  const done = setOwn(chip, core, value, name, v);
  return done === 1 ? missing(chip, core, o, name) : done;
}

/// Makes an object one of another class, whose objects have the same attributes.
function setClass(chip: Chip, core: Core, o: number, name: AttributeName, v: number): number {
  const { words } = chip;
  const record = words[o] as number;
  const wanted = words[v + 1] === CLASS ? chip.program.classes.classes[words[v] as number] : undefined;
  const fields = classOf(chip, record)?.fields;
  const isAlike = fields?.length === wanted?.fields.length && fields?.every((name, k) => name === wanted?.fields[k]);
  if (wanted === undefined || isAlike !== true)
    return fault(chip, core, CANNOT_SET_ATTRIBUTE, ownerWord(chip, o), nameWord(chip, name));
  setSlot(chip, recordSlot(record, 0), CLASS, words[v] as number);
  return 0;
}

function setClassAttribute(chip: Chip, core: Core, o: number, name: AttributeName, v: number): number {
  const { words } = chip;
  const member = chip.program.classes.classes[words[o] as number]?.members.get(name.id);
  if (member?.kind !== MEMBER_VARIABLE)
    return fault(chip, core, CANNOT_SET_ATTRIBUTE, ownerWord(chip, o), nameWord(chip, name));
  setSlot(chip, core.module + member.slot, words[v + 1] as number, words[v] as number);
  return 0;
}

/// Deletes the attribute of the value in slot `o`. `plain`: as `object` does it, whatever `__delattr__` says.
export function deleteAttribute(chip: Chip, core: Core, o: number, name: AttributeName, plain = false): number {
  const { words } = chip;
  if (!requireSet(chip, core, o)) return -1;
  const value = words[o] as number;
  const tag = words[o + 1] as number;
  if (tag === CLASS) {
    const member = chip.program.classes.classes[value]?.members.get(name.id);
    if (member?.kind !== MEMBER_VARIABLE || words[core.module + member.slot + 1] === UNSET)
      return missing(chip, core, o, name);
    setSlot(chip, core.module + member.slot, UNSET, 0);
    return 0;
  }
  if (isFunction(tag)) return forget(chip, core, o, name, functionAttribute(chip, core, o, nameText(chip, name)));
  if (tag !== INSTANCE) return missing(chip, core, o, name);
  const special = plain ? 0 : methodSlot(chip, core, o, idOf(chip, "__delattr__"));
  if (special !== 0 && name.slot !== 0) return ask(chip, special, [o, name.slot], GO_ON_DROP);
  const row = classOf(chip, value);
  const member = row === undefined || name.id < 0 ? undefined : classMember(chip, core, row, name.id);
  if (member?.kind === MEMBER_GETTER) {
    if (member.deleter === 0) return fault(chip, core, CANNOT_SET_ATTRIBUTE, ownerWord(chip, o), nameWord(chip, name));
    return ask(chip, core.module + member.deleter, [o], GO_ON_DROP);
  }
  return forget(chip, core, o, name, ownSlot(chip, value, name));
}

/// Deletes the attribute in slot `own`, which is 0 if there is none.
function forget(chip: Chip, core: Core, o: number, name: AttributeName, own: number): number {
  if (own === 0) return missing(chip, core, o, name);
  setSlot(chip, own, UNSET, 0);
  return 0;
}
