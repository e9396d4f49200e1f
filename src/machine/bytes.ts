import { BOOL, BYTEARRAY, BYTES, INT, STRING } from "../bytecode/values.ts";
import { BYTE_RANGE, CANNOT_ENCODE, NOT_WHOLE, UNKNOWN_ENCODING } from "./byte-problems.ts";
import { escaped } from "./characters.ts";
import type { Chip, Core } from "./chip.ts";
import { decoded, encoded, problemText } from "./codecs.ts";
import { BAD_BYTES } from "./faults.ts";
import { allocate, RAW } from "./heap.ts";
import { newRecord, recordSlot } from "./records.ts";
import { fault, outOfMemory, setSlot } from "./slots.ts";
import { codesAt, loadString, storeString, stringLength } from "./strings.ts";
import { spend, touchCharacters, touchText } from "./work-budget.ts";

// Bytes lie in memory as a string does whose characters are all narrow (strings.ts), so that much of what works on strings works on
// them. A bytearray is a record of one slot, with the bytes that it has now: a block of its own, which may be longer than they are.

/// Bytes that a block has before those that it holds.
export const HEAD = 4;

export function isBytes(tag: number): boolean {
  return tag === BYTES || tag === BYTEARRAY;
}

/// The address of the block with a value's bytes.
export function blockOf(chip: Chip, tag: number, value: number): number {
  return tag === BYTEARRAY ? (chip.words[recordSlot(value, 0)] as number) : value;
}

export function bytesLength(chip: Chip, tag: number, value: number): number {
  return stringLength(chip, blockOf(chip, tag, value));
}

/// All bytes of a value, and the work of going through them.
export function bytesOf(chip: Chip, tag: number, value: number): number[] {
  const block = blockOf(chip, tag, value);
  const bytes = codesAt(chip, block);
  spend(chip, bytes.length >> 1);
  touchText(chip, block, bytes.length);
  return bytes;
}

/// The byte at an index that exists.
export function byteAt(chip: Chip, tag: number, value: number, index: number): number {
  return chip.bytes[blockOf(chip, tag, value) + HEAD + index] as number;
}

/// Bytes as a program writes them.
export function writtenBytes(bytes: readonly number[], tag: number): string {
  const quote = bytes.includes(QUOTE) && !bytes.includes(DOUBLE_QUOTE) ? '"' : "'";
  let out = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === "\\" || character === quote) out += `\\${character}`;
    else if (byte >= 32 && byte < 127) out += character;
    else out += NAMED_ESCAPES[byte] ?? escaped(byte);
  }
  const text = `b${quote}${out}${quote}`;
  return tag === BYTEARRAY ? `bytearray(${text})` : text;
}

const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const NAMED_ESCAPES: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 13: "\\r" };

/// What is said of the value in a slot that cannot be encoded or decoded, or names no encoding.
export function shownProblem(chip: Chip, why: number, slot: number): string {
  const tag = chip.words[slot + 1] as number;
  const value = chip.words[slot] as number;
  if ((why & 255) === UNKNOWN_ENCODING) return tag === STRING ? loadString(chip, value) : "";
  const isText = (why & 255) === CANNOT_ENCODE;
  const all = isText ? codesAt(chip, value) : bytesOf(chip, tag, value);
  const found = isText ? encoded(all, why >> 8, "strict") : decoded(all, why >> 8, "strict");
  return "why" in found ? problemText(all, found, isText) : "";
}

/// d = new bytes, or a new bytearray, by `tag`.
export function storeBytes(chip: Chip, core: Core, d: number, bytes: ArrayLike<number>, tag: number = BYTES): number {
  const block = allocate(chip, core, HEAD + bytes.length, RAW);
  if (block === 0) return outOfMemory(chip, core, HEAD + bytes.length);
  storeString(chip, block, bytes);
  touchCharacters(chip, bytes.length);
  setSlot(chip, d, BYTES, block);
  return tag === BYTEARRAY ? ownBytes(chip, core, d) : 0;
}

/// Makes slot d, which holds bytes that nothing else refers to, hold a bytearray of them.
export function ownBytes(chip: Chip, core: Core, d: number): number {
  const record = newRecord(chip, core, 1);
  if (record === 0) return outOfMemory(chip, core, 8);
  setSlot(chip, recordSlot(record, 0), BYTES, chip.words[d] as number);
  setSlot(chip, d, BYTEARRAY, record);
  return 0;
}

/// Gives the bytearray in a slot other bytes, in its block if there is room.
export function replaceBytes(chip: Chip, core: Core, slot: number, bytes: readonly number[]): number {
  const { words } = chip;
  const held = recordSlot(words[slot] as number, 0);
  let block = words[held] as number;
  touchCharacters(chip, bytes.length);
  if (bytes.length > roomOf(chip, block)) {
    const room = HEAD + bytes.length + (bytes.length >> 1);
    block = allocate(chip, core, room, RAW);
    if (block === 0) return outOfMemory(chip, core, room);
    setSlot(chip, held, BYTES, block);
  }
  storeString(chip, block, bytes);
  return 0;
}

/// How many bytes a block in a heap can hold.
function roomOf(chip: Chip, block: number): number {
  return (((chip.words[(block >> 2) - 1] as number) >> 4) - 1) * 4 - HEAD;
}

/// Puts one byte at the end of the bytearray in a slot.
export function appendByte(chip: Chip, core: Core, slot: number, byte: number): number {
  const value = chip.words[slot] as number;
  const block = blockOf(chip, BYTEARRAY, value);
  const length = stringLength(chip, block);
  if (length === roomOf(chip, block)) return replaceBytes(chip, core, slot, [...bytesOf(chip, BYTEARRAY, value), byte]);
  chip.bytes[block + HEAD + length] = byte;
  chip.words[block >> 2] = (length + 1) * 2;
  touchCharacters(chip, 1);
  return 0;
}

/// The byte that a value of this tag at a word index is, as an element of what `of` is the tag of; -1 with a fault.
export function byteIn(chip: Chip, core: Core, tag: number, word: number, of: number): number {
  if (tag !== INT && tag !== BOOL) return fault(chip, core, BAD_BYTES, NOT_WHOLE, tag);
  const value = chip.words[word] as number;
  return value >= 0 && value <= 255 ? value : fault(chip, core, BAD_BYTES, BYTE_RANGE, of);
}
