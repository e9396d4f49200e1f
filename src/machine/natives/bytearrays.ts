import * as natives from "../../bytecode/natives.ts";
import { BYTEARRAY, INT, NONE } from "../../bytecode/values.ts";
import { appendByte, byteIn, bytesOf, replaceBytes, storeBytes } from "../bytes.ts";
import type { Chip, Core } from "../chip.ts";
import { EMPTY, INDEX_OUT_OF_RANGE, NOT_FOUND, setFault } from "../faults.ts";
import { setSlot } from "../slots.ts";
import { bytesFrom } from "./bytes.ts";
import { asResult, isGiven, NATIVE_FAULT, type NativeImplementation, type NativeResult } from "./native.ts";
import { intArgument } from "./text-arguments.ts";

// The methods of lists that bytearrays have too.

/// What becomes of the bytes of a receiver, of which a copy is passed; undefined with a fault.
type Change = (chip: Chip, core: Core, bytes: number[], args: number, count: number) => number[] | undefined;

/// A method that changes the receiver and returns None.
function changing(change: Change): NativeImplementation {
  return (chip, core, args, count, d) => {
    const bytes = change(chip, core, bytesOf(chip, BYTEARRAY, chip.words[args] as number), args, count);
    return bytes === undefined ? NATIVE_FAULT : nothing(chip, replaceBytes(chip, core, args, bytes), d);
  };
}

function nothing(chip: Chip, cycles: number, d: number): NativeResult {
  if (cycles >= 0) setSlot(chip, d, NONE, 0);
  return asResult(cycles);
}

function byteArgument(chip: Chip, core: Core, args: number, index: number): number {
  const slot = args + index * 2;
  return byteIn(chip, core, chip.words[slot + 1] as number, slot, BYTEARRAY);
}

const append: NativeImplementation = (chip, core, args, _count, d) => {
  const byte = byteArgument(chip, core, args, 1);
  return byte < 0 ? NATIVE_FAULT : nothing(chip, appendByte(chip, core, args, byte), d);
};

const extend: Change = (chip, core, bytes, args) => {
  const more = bytesFrom(chip, core, natives.EXTEND.number, args, 1, BYTEARRAY);
  return more && [...bytes, ...more];
};

const insert: Change = (chip, core, bytes, args) => {
  const at = intArgument(chip, core, natives.INSERT.number, args, 1);
  const byte = at === undefined ? -1 : byteArgument(chip, core, args, 2);
  return at === undefined || byte < 0 ? undefined : bytes.toSpliced(at, 0, byte);
};

const remove: Change = (chip, core, bytes, args) => {
  const byte = byteArgument(chip, core, args, 1);
  const at = byte < 0 ? byte : bytes.indexOf(byte);
  if (byte >= 0 && at < 0) setFault(chip, core, NOT_FOUND);
  return at < 0 ? undefined : bytes.toSpliced(at, 1);
};

const pop: NativeImplementation = (chip, core, args, count, d) => {
  const bytes = bytesOf(chip, BYTEARRAY, chip.words[args] as number);
  const given = isGiven(chip, args, count, 1) ? intArgument(chip, core, natives.POP.number, args, 1) : -1;
  if (given === undefined) return NATIVE_FAULT;
  const at = given < 0 ? given + bytes.length : given;
  const byte = bytes[at];
  if (byte === undefined) {
    setFault(chip, core, bytes.length === 0 ? EMPTY : INDEX_OUT_OF_RANGE, bytes.length === 0 ? 0 : given, bytes.length);
    return NATIVE_FAULT;
  }
  const cycles = replaceBytes(chip, core, args, bytes.toSpliced(at, 1));
  if (cycles >= 0) setSlot(chip, d, INT, byte);
  return asResult(cycles);
};

const copy: NativeImplementation = (chip, core, args, _count, d) =>
  asResult(storeBytes(chip, core, d, bytesOf(chip, BYTEARRAY, chip.words[args] as number), BYTEARRAY));

/// By the number of the native.
const methods: ReadonlyMap<number, NativeImplementation> = new Map([
  [natives.APPEND.number, append],
  [natives.EXTEND.number, changing(extend)],
  [natives.INSERT.number, changing(insert)],
  [natives.REMOVE.number, changing(remove)],
  [natives.REVERSE.number, changing((_chip, _core, bytes) => bytes.reverse())],
  [natives.CLEAR.number, changing(() => [])],
  [natives.POP.number, pop],
  [natives.COPY.number, copy],
]);

/// What a method that lists have does to a bytearray, if that has it.
export function methodOfBytearray(native: number): NativeImplementation | undefined {
  return methods.get(native);
}
