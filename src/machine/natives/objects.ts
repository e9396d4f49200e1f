import * as natives from "../../bytecode/natives.ts";
import {
  BOOL,
  BOUND,
  CLASS,
  CLOSURE,
  FUNCTION,
  INSTANCE,
  NATIVE_FUNCTION,
  NONE,
  STRING,
  TYPE_TAG,
} from "../../bytecode/values.ts";
import { deleteAttribute, getAttribute, setAttribute } from "../attributes.ts";
import type { Chip, Core } from "../chip.ts";
import { memberOf } from "../class-table.ts";
import { MISSING_ATTRIBUTE } from "../faults.ts";
import { type AttributeName, attributeIn, classOf, hasMethod, ownSlot } from "../instances.ts";
import { FAULT_CODE } from "../memory-map.ts";
import { CALLS } from "../pending.ts";
import { answer, askedAt } from "../questions.ts";
import { FAULTED, setSlot } from "../slots.ts";
import { special } from "../special-methods.ts";
import {
  NATIVE_CALLS,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  wrongArgument,
} from "./native.ts";

// Attributes by names that are known only when the program runs. What has to call a function of the program, such as that of a
// property, is done by the instruction that calls these (special-methods.ts) before they are.

/// The attribute whose name is an argument; undefined with a fault if that is no text.
function nameIn(chip: Chip, core: Core, native: number, args: number): AttributeName | undefined {
  if (chip.words[args + 3] !== STRING) {
    wrongArgument(chip, core, native, args, 1);
    return undefined;
  }
  return attributeIn(chip, args + 2);
}

/// Whether the attribute of an object is one that `__getattr__` of its class gives, or refuses.
function isPerhapsGiven(chip: Chip, question: string, args: number, name: AttributeName): boolean {
  if (
    !chip.program.classes.helpers.has(question) ||
    !hasMethod(chip, chip.words[args + 1] as number, args, "__getattr__")
  )
    return false;
  const record = chip.words[args] as number;
  const row = classOf(chip, record);
  const isMember =
    row !== undefined && name.id >= 0 && memberOf(chip.program.classes.classes, row, name.id) !== undefined;
  return !isMember && ownSlot(chip, record, name) === 0;
}

function getattr(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const name = nameIn(chip, core, natives.GETATTR.number, args);
  if (name === undefined) return NATIVE_FAULT;
  if (count > 2 && isPerhapsGiven(chip, "getattr", args, name)) {
    const found = answer(
      chip,
      "getattr",
      ...[0, 1, 2].map((k) => askedAt(chip, chip.words[args + k * 2 + 1] as number, args + k * 2)),
    );
    setSlot(chip, d, found.tag, found.value);
    return NATIVE_DONE;
  }
  const found = getAttribute(chip, core, d, args, name);
  if (found !== FAULTED) return found === CALLS ? NATIVE_CALLS : NATIVE_DONE;
  if (count < 3 || chip.words[core.registers + FAULT_CODE] !== MISSING_ATTRIBUTE) return NATIVE_FAULT;
  chip.words[core.registers + FAULT_CODE] = 0;
  setSlot(chip, d, chip.words[args + 5] as number, chip.words[args + 4] as number);
  return NATIVE_DONE;
}

function hasattr(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const name = nameIn(chip, core, natives.HASATTR.number, args);
  if (name === undefined) return NATIVE_FAULT;
  if (isPerhapsGiven(chip, "hasattr", args, name)) {
    const found = answer(
      chip,
      "hasattr",
      ...[0, 1].map((k) => askedAt(chip, chip.words[args + k * 2 + 1] as number, args + k * 2)),
    );
    setSlot(chip, d, BOOL, found.value);
    return NATIVE_DONE;
  }
  const found = getAttribute(chip, core, d, args, name);
  if (found === FAULTED && chip.words[core.registers + FAULT_CODE] !== MISSING_ATTRIBUTE) return NATIVE_FAULT;
  if (found === FAULTED) chip.words[core.registers + FAULT_CODE] = 0;
  setSlot(chip, d, BOOL, found === FAULTED ? 0 : 1);
  return NATIVE_DONE;
}

function setattr(isPlain: boolean, native: natives.Native): NativeImplementation {
  return (chip, core, args, _count, d) => {
    const name = nameIn(chip, core, native.number, args);
    const done = name === undefined ? FAULTED : setAttribute(chip, core, args, name, args + 4, isPlain);
    if (done !== 0) return done === CALLS ? NATIVE_CALLS : NATIVE_FAULT;
    setSlot(chip, d, NONE, 0);
    return NATIVE_DONE;
  };
}

function delattr(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const name = nameIn(chip, core, natives.DELATTR.number, args);
  const done = name === undefined ? FAULTED : deleteAttribute(chip, core, args, name);
  if (done !== 0) return done === CALLS ? NATIVE_CALLS : NATIVE_FAULT;
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

function callable(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  const isCallable =
    tag === FUNCTION ||
    tag === CLOSURE ||
    tag === NATIVE_FUNCTION ||
    tag === TYPE_TAG ||
    tag === CLASS ||
    tag === BOUND ||
    (tag === INSTANCE && special(chip, core, args, "__call__") !== 0);
  setSlot(chip, d, BOOL, isCallable ? 1 : 0);
  return NATIVE_DONE;
}

/// The implementations of what has to do with objects, by number.
export const objectNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.GETATTR.number, getattr],
  [natives.HASATTR.number, hasattr],
  [natives.SETATTR.number, setattr(false, natives.SETATTR)],
  [natives.SET_PLAIN.number, setattr(true, natives.SET_PLAIN)],
  [natives.DELATTR.number, delattr],
  [natives.CALLABLE.number, callable],
];
