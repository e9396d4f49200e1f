import { exceptionNumber } from "../../bytecode/exceptions.ts";
import * as natives from "../../bytecode/natives.ts";
import { NONE, STRING } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { exceptionAttribute } from "../exception-attributes.ts";
import { addNote, EXCEPTION_SLOTS, handled, isException, newException, raise, setArguments } from "../exceptions.ts";
import { NOTHING_TO_RAISE, setFault } from "../faults.ts";
import { outOfMemory, setSlot } from "../slots.ts";
import { loadString } from "../strings.ts";
import {
  isGiven,
  NATIVE_DONE,
  NATIVE_ENDED,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  noMethod,
  wrongArgument,
} from "./native.ts";

// The attributes of exceptions, and what raises them.

/// The attribute with this name.
function store(chip: Chip, core: Core, native: natives.Native, from: number, name: string, d: number): NativeResult {
  const found = exceptionAttribute(chip, from, name);
  if (found === undefined) return noMethod(chip, core, native.number, from);
  setSlot(chip, d, found.tag, found.value);
  return NATIVE_DONE;
}

/// An attribute by its name, as programs without classes ask for it.
function attribute(chip: Chip, core: Core, from: number, _count: number, d: number): NativeResult {
  if (chip.words[from + 3] !== STRING) return wrongArgument(chip, core, natives.EXCEPTION_ATTRIBUTE.number, from, 1);
  return store(chip, core, natives.EXCEPTION_ATTRIBUTE, from, loadString(chip, chip.words[from + 2] as number), d);
}

function named(native: natives.Native): NativeImplementation {
  return (chip, core, from, _count, d) => store(chip, core, native, from, native.name, d);
}

/// What `raise` alone raises outside of every `except` of its function.
function current(chip: Chip, core: Core, _from: number, _count: number, d: number): NativeResult {
  const slot = handled(chip, core);
  if (slot === 0) {
    setFault(chip, core, NOTHING_TO_RAISE);
    return NATIVE_FAULT;
  }
  setSlot(chip, d, chip.words[slot + 1] as number, chip.words[slot] as number);
  return NATIVE_DONE;
}

function init(chip: Chip, core: Core, from: number, count: number, d: number): NativeResult {
  if (!isException(chip, from)) return noMethod(chip, core, natives.EXCEPTION_INIT.number, from);
  if (!setArguments(chip, core, from, from + 2, count - 1)) {
    outOfMemory(chip, core, count * 4);
    return NATIVE_FAULT;
  }
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

function note(chip: Chip, core: Core, from: number, _count: number, d: number): NativeResult {
  if (!isException(chip, from)) return noMethod(chip, core, natives.ADD_NOTE.number, from);
  if (chip.words[from + 3] !== STRING) return wrongArgument(chip, core, natives.ADD_NOTE.number, from, 1);
  if (addNote(chip, core, from, from + 2) < 0) return NATIVE_FAULT;
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

/// Ends the program. Where that has handlers, it is an exception: `finally` and `with` see it.
function exit(chip: Chip, core: Core, from: number, count: number, d: number): NativeResult {
  if (chip.image.handlers === undefined) return NATIVE_ENDED;
  const given = isGiven(chip, from, count, 0) ? 1 : 0;
  if (newException(chip, core, d, exceptionNumber("SystemExit"), from, given)) raise(chip, core, d, 0);
  else outOfMemory(chip, core, EXCEPTION_SLOTS * 8);
  return NATIVE_FAULT;
}

export const exceptionNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.EXIT.number, exit],
  [natives.QUIT.number, exit],
  [natives.CURRENT_EXCEPTION.number, current],
  [natives.EXCEPTION_ARGS.number, named(natives.EXCEPTION_ARGS)],
  [natives.EXCEPTION_CAUSE.number, named(natives.EXCEPTION_CAUSE)],
  [natives.EXCEPTION_ATTRIBUTE.number, attribute],
  [natives.EXCEPTION_INIT.number, init],
  [natives.ADD_NOTE.number, note],
];
