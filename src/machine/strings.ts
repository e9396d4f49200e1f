import { DamagedMemory } from "./damaged.ts";

// A string in a core's memory, at a word-aligned address:
//
//   0   word   length in characters × 2, + 1 if wide
//   4          characters: one byte each (codes up to 255), or one word each if wide
//
// So every character has an index, as in Python, and plain text takes a byte each.

// More than any core has memory for.
const LONGEST = 1024 * 1024;

/// The memory that strings lie in.
export interface StringMemory {
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
}

/// Bytes that a string of these character codes takes.
export function stringBytes(codes: ArrayLike<number>): number {
  return 4 + (isWide(codes) ? codes.length * 4 : codes.length);
}

function isWide(codes: ArrayLike<number>): boolean {
  for (let i = 0; i < codes.length; i++) if ((codes[i] as number) > 255) return true;
  return false;
}

/// Writes a string of these character codes; there must be room for `stringBytes` of them.
export function storeString(memory: StringMemory, address: number, codes: ArrayLike<number>): void {
  const wide = isWide(codes);
  memory.words[address >> 2] = codes.length * 2 + (wide ? 1 : 0);
  const to = wide ? (address >> 2) + 1 : address + 4;
  const target = wide ? memory.words : memory.bytes;
  for (let i = 0; i < codes.length; i++) target[to + i] = codes[i] as number;
}

/// Bytes of the characters of a string, by its first word.
export function bytesOfText(head: number): number {
  return (head >> 1) * ((head & 1) === 1 ? 4 : 1);
}

export function stringLength(memory: StringMemory, address: number): number {
  return (memory.words[address >> 2] as number) >> 1;
}

/// The code of the character at an index that exists.
export function characterAt(memory: StringMemory, address: number, index: number): number {
  const wide = ((memory.words[address >> 2] as number) & 1) === 1;
  return (wide ? memory.words[(address >> 2) + 1 + index] : memory.bytes[address + 4 + index]) as number;
}

/// The codes of all characters.
export function codesAt(memory: StringMemory, address: number): number[] {
  const length = stringLength(memory, address);
  const codes: number[] = [];
  for (let i = 0; i < length; i++) codes.push(characterAt(memory, address, i));
  return codes;
}

/// The text of a string. Throws DamagedMemory if none can lie there.
export function loadString(memory: StringMemory, address: number): string {
  const length = stringLength(memory, address);
  if (!(length >= 0 && length <= LONGEST)) throw new DamagedMemory("a string");
  let text = "";
  for (let i = 0; i < length; i++) {
    const code = characterAt(memory, address, i);
    if (!(code >= 0 && code <= 0x10ffff)) throw new DamagedMemory("a string");
    text += String.fromCodePoint(code);
  }
  return text;
}

/// Below 0, 0 or above it, as the first string comes before, equals or comes after the second.
export function compareStrings(memory: StringMemory, a: number, b: number): number {
  const lengthA = stringLength(memory, a);
  const lengthB = stringLength(memory, b);
  const least = Math.min(lengthA, lengthB);
  for (let i = 0; i < least; i++) {
    const difference = characterAt(memory, a, i) - characterAt(memory, b, i);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

/// The codes of a JavaScript string's characters.
export function codesOf(text: string): number[] {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code > 0xffff) i++;
    codes.push(code);
  }
  return codes;
}

/// As `stringBytes` of its codes, which are not made for that: the text of a program may be long.
export function textBytes(text: string): number {
  let length = 0;
  let wide = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code > 0xffff) i++;
    wide ||= code > 255;
    length++;
  }
  return 4 + (wide ? length * 4 : length);
}

/// Whether two strings have the same characters: their first word says how many, and how wide they are.
export function isSameText({ words }: StringMemory, a: number, b: number): boolean {
  const one = a >> 2;
  const other = b >> 2;
  const head = words[one] as number;
  if (head !== words[other]) return false;
  const length = bytesOfText(head);
  const whole = length >> 2;
  for (let k = 1; k <= whole; k++) if (words[one + k] !== words[other + k]) return false;
  const rest = length & 3;
  if (rest === 0) return true;
  const difference = (words[one + whole + 1] as number) ^ (words[other + whole + 1] as number);
  return (difference & ((1 << (rest * 8)) - 1)) === 0;
}
