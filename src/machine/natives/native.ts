import { NONE, UNSET } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { ARGUMENT_TYPE, ELEMENT_TYPE, NO_METHOD, setFault, UNSET_VARIABLE } from "../faults.ts";

/// How a native came out: done, to be taken up again when the core's wait is over, a fault noted, the program ended.
export type NativeResult = number;
export const NATIVE_DONE = 0;
export const NATIVE_WAIT = 1;
export const NATIVE_FAULT = 2;
export const NATIVE_ENDED = 3;
/// A function of the program must be called for it, which has been asked for (pending.ts).
export const NATIVE_CALLS = 4;

/// A native's implementation: `count` arguments in slots from `args` on (word indices), the result into slot `d`.
/// A native that waits returns NATIVE_WAIT with the wait noted, and is called again with the same arguments.
export type NativeImplementation = (chip: Chip, core: Core, args: number, count: number, d: number) => NativeResult;

/// Whether the argument at an index was passed; None counts as not passed where a parameter is optional.
export function isGiven(chip: Chip, args: number, count: number, index: number): boolean {
  return index < count && chip.words[args + index * 2 + 1] !== NONE;
}

/// Notes that a native cannot use an argument of this type.
export function wrongArgument(chip: Chip, core: Core, native: number, args: number, index: number): NativeResult {
  const slot = args + index * 2;
  const tag = chip.words[slot + 1] as number;
  if (tag === UNSET) setFault(chip, core, UNSET_VARIABLE, 0, 0, slot);
  else setFault(chip, core, ARGUMENT_TYPE, native, (index << 8) | tag);
  return NATIVE_FAULT;
}

/// Notes that a native cannot use an element with this tag of the list that an argument is.
export function wrongElement(chip: Chip, core: Core, native: number, index: number, tag: number): NativeResult {
  setFault(chip, core, ELEMENT_TYPE, native, (index << 8) | tag);
  return NATIVE_FAULT;
}

/// Notes that the receiver, a method's first argument, is of a type that does not have it.
export function noMethod(chip: Chip, core: Core, native: number, args: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (tag === UNSET) setFault(chip, core, UNSET_VARIABLE, 0, 0, args);
  else setFault(chip, core, NO_METHOD, native, tag);
  return NATIVE_FAULT;
}

/// Turns the result of an operation (slots.ts) into a native's.
export function asResult(cycles: number): NativeResult {
  return cycles < 0 ? NATIVE_FAULT : NATIVE_DONE;
}
