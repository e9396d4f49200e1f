import * as natives from "../../bytecode/natives.ts";
import { NONE, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { argumentsOf, causeOf, isException } from "../exceptions.ts";
import { NOTHING_TO_RAISE, setFault } from "../faults.ts";
import { setSlot } from "../slots.ts";
import { NATIVE_DONE, NATIVE_FAULT, type NativeImplementation, type NativeResult, noMethod } from "./native.ts";

// The attributes of exceptions.

function args(chip: Chip, core: Core, from: number, _count: number, d: number): NativeResult {
  if (!isException(chip, from)) return noMethod(chip, core, natives.EXCEPTION_ARGS.number, from);
  setSlot(chip, d, TUPLE_TAG, chip.words[argumentsOf(chip, from)] as number);
  return NATIVE_DONE;
}

function cause(chip: Chip, core: Core, from: number, _count: number, d: number): NativeResult {
  if (!isException(chip, from)) return noMethod(chip, core, natives.EXCEPTION_CAUSE.number, from);
  const found = causeOf(chip, from);
  if (found === undefined) setSlot(chip, d, NONE, 0);
  else setSlot(chip, d, found.tag, chip.words[found.word] as number);
  return NATIVE_DONE;
}

/// What `raise` alone raises outside of every `except` of its function.
function current(chip: Chip, core: Core): NativeResult {
  setFault(chip, core, NOTHING_TO_RAISE);
  return NATIVE_FAULT;
}

export const exceptionNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.CURRENT_EXCEPTION.number, current],
  [natives.EXCEPTION_ARGS.number, args],
  [natives.EXCEPTION_CAUSE.number, cause],
];
