import * as natives from "../../bytecode/natives.ts";
import { ITERATOR } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { NO_MORE_VALUES, NOT_AN_ITERATOR, setFault } from "../faults.ts";
import { nextOfIterator, storeIterator } from "../iterators.ts";
import { setSlot } from "../slots.ts";
import {
  asResult,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  noMethod,
} from "./native.ts";

// The compiler makes instructions of calls of these. What is left is a call through a variable, which cannot run a function of the
// program's, as a generator has.

function iter(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  return asResult(storeIterator(chip, core, d, args));
}

function next(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (tag !== ITERATOR) {
    setFault(chip, core, NOT_AN_ITERATOR, tag);
    return NATIVE_FAULT;
  }
  const result = nextOfIterator(chip, core, d, chip.words[args] as number);
  if (result !== 0) return asResult(Math.min(result, 0));
  if (count < 2) setFault(chip, core, NO_MORE_VALUES);
  else setSlot(chip, d, chip.words[args + 3] as number, chip.words[args + 2] as number);
  return count < 2 ? NATIVE_FAULT : NATIVE_DONE;
}

/// The implementations of these natives, by number.
export const iteratorNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.ITER.number, iter],
  [natives.NEXT.number, next],
  [natives.SEND_TO.number, (chip, core, args) => noMethod(chip, core, natives.SEND_TO.number, args)],
  [natives.THROW.number, (chip, core, args) => noMethod(chip, core, natives.THROW.number, args)],
  [natives.CLOSE.number, (chip, core, args) => noMethod(chip, core, natives.CLOSE.number, args)],
];
