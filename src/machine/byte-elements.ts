import { BYTEARRAY, INT } from "../bytecode/values.ts";
import { blockOf, byteAt, byteIn, bytesLength, bytesOf, HEAD, replaceBytes, storeBytes } from "./bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { SLICE_LENGTH } from "./faults.ts";
import { locate, slicedIndices, stepOf } from "./indices.ts";
import { FAULTED, fault, requireSet, setSlot } from "./slots.ts";
import { spend } from "./work-budget.ts";

// What an index or a slice picks from bytes, and what changes it in a bytearray.

/// d = bytes[index].
export function readByte(chip: Chip, core: Core, d: number, object: number, index: number): number {
  const tag = chip.words[object + 1] as number;
  const value = chip.words[object] as number;
  const at = locate(chip, core, index, bytesLength(chip, tag, value));
  if (at < 0) return at;
  setSlot(chip, d, INT, byteAt(chip, tag, value, at));
  return 0;
}

/// bytearray[index] = v.
export function writeByte(chip: Chip, core: Core, object: number, index: number, v: number): number {
  if (!requireSet(chip, core, index)) return FAULTED;
  const value = chip.words[object] as number;
  const at = locate(chip, core, index, bytesLength(chip, BYTEARRAY, value));
  if (at < 0) return at;
  const byte = byteIn(chip, core, chip.words[v + 1] as number, v, BYTEARRAY);
  if (byte < 0) return byte;
  chip.bytes[blockOf(chip, BYTEARRAY, value) + HEAD + at] = byte;
  return 0;
}

/// d = bytes[a:b:c], whose parts stand in slots from w on.
export function sliceBytes(chip: Chip, core: Core, d: number, s: number, w: number): number {
  const tag = chip.words[s + 1] as number;
  const value = chip.words[s] as number;
  const indices = slicedIndices(chip, core, bytesLength(chip, tag, value), w);
  if (indices === undefined) return FAULTED;
  spend(chip, indices.length >> 1);
  const bytes = indices.map((at) => byteAt(chip, tag, value, at));
  return storeBytes(chip, core, d, bytes, tag);
}

/// Makes other bytes of the part of a bytearray that the slots from w on say.
export function assignByteSlice(chip: Chip, core: Core, slot: number, w: number, bytes: readonly number[]): number {
  const all = bytesOf(chip, BYTEARRAY, chip.words[slot] as number);
  const indices = slicedIndices(chip, core, all.length, w);
  if (indices === undefined) return FAULTED;
  if (stepOf(chip, w) !== 1) {
    if (bytes.length === 0) return removeBytes(chip, core, slot, indices);
    if (bytes.length !== indices.length) return fault(chip, core, SLICE_LENGTH, bytes.length, indices.length);
    indices.forEach((at, k) => {
      all[at] = bytes[k] as number;
    });
    return replaceBytes(chip, core, slot, all);
  }
  const start = indices[0] ?? emptyStart(chip, w, all.length);
  return replaceBytes(chip, core, slot, [...all.slice(0, start), ...bytes, ...all.slice(start + indices.length)]);
}

/// Where a slice without elements begins.
export function emptyStart(chip: Chip, w: number, length: number): number {
  const lower = chip.words[w] as number;
  return Math.max(0, Math.min(length, lower < 0 ? lower + length : lower));
}

/// Takes bytes out of the bytearray in a slot.
export function removeBytes(chip: Chip, core: Core, slot: number, indices: readonly number[]): number {
  const gone = new Set(indices);
  const bytes = bytesOf(chip, BYTEARRAY, chip.words[slot] as number);
  return replaceBytes(
    chip,
    core,
    slot,
    bytes.filter((_, at) => !gone.has(at)),
  );
}
