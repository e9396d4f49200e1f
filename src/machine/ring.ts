import { decodeUtf8, encodeUtf8Into } from "../base/bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { DamagedMemory } from "./damaged.ts";
import { RING_DATA_BYTES, RING_HEAD, RING_TAIL } from "./memory-map.ts";
import { isTime } from "./timing/clock.ts";

// A core's ring in shared memory: the core writes records at its tail, the monitor reads them at its head. Both are byte
// offsets into the data; equal means empty, and a record never fills the last free word. A record is
//
//   word 0    kind << 24 | length of the text in bytes
//   word 1,2  the core's clock, a double in two words
//   …         the text in UTF-8, padded to whole words
//
// The writer stores the tail last, atomically; the reader the head. A core that finds no room waits for the head to move.
// The reader believes nothing: a record never reaches beyond the tail, nor the tail beyond the ring.

export const RECORD_TEXT = 1; // a part of a line
export const RECORD_LINE = 2; // the rest of a line
export const RECORD_INPUT = 3; // asks for input, with a prompt

const HEADER_BYTES = 12;

export interface RingRecord {
  readonly kind: number;
  readonly cycles: number;
  readonly text: string;
}

const scratch = new Float64Array(1);
const scratchWords = new Int32Array(scratch.buffer);
// The text of a record on its way, of which there is one at a time.
let scratchText = new Uint8Array(1024);

function roomForText(bytes: number): Uint8Array {
  if (scratchText.length < bytes) scratchText = new Uint8Array(bytes);
  return scratchText;
}

/// The word that a core waits on for room.
export function headWord(core: Core): number {
  return (core.place.ring >> 2) + RING_HEAD;
}

/// The longest text that one record can carry.
export function longestText(chip: Chip, core: Core): number {
  return ((chip.ringCapacity(core) >> 1) & ~3) - HEADER_BYTES - 4;
}

/// Writes a record with the characters of a text from one index to another, if there is room for it.
export function writeRecord(
  chip: Chip,
  core: Core,
  kind: number,
  cycles: number,
  text: string,
  from = 0,
  to = text.length,
): boolean {
  const { words, bytes } = chip;
  const ring = core.place.ring;
  const data = ring + RING_DATA_BYTES;
  const capacity = chip.ringCapacity(core);
  const head = Atomics.load(words, (ring >> 2) + RING_HEAD);
  const tail = words[(ring >> 2) + RING_TAIL] as number;
  const encoded = roomForText((to - from) * 3);
  const length = encodeUtf8Into(text, from, to, encoded);
  const size = HEADER_BYTES + ((length + 3) & ~3);
  const free = (head - tail + capacity - 1) % capacity;
  if (size >= free) return false;
  let at = tail;
  const word = (value: number): void => {
    words[(data + at) >> 2] = value;
    at = (at + 4) % capacity;
  };
  scratch[0] = cycles;
  word((kind << 24) | length);
  word(scratchWords[0] as number);
  word(scratchWords[1] as number);
  for (let k = 0; k < length; k++) {
    bytes[data + at] = encoded[k] as number;
    if (++at === capacity) at = 0;
  }
  Atomics.store(words, (ring >> 2) + RING_TAIL, (tail + size) % capacity);
  return true;
}

/// Takes the oldest record out of a core's ring; undefined if there is none. Throws DamagedMemory if there is something else in its place.
export function readRecord(chip: Chip, core: Core): RingRecord | undefined {
  const { words, bytes } = chip;
  const ring = core.place.ring;
  const data = ring + RING_DATA_BYTES;
  const capacity = chip.ringCapacity(core);
  const head = words[(ring >> 2) + RING_HEAD] as number;
  const tail = Atomics.load(words, (ring >> 2) + RING_TAIL);
  if (tail === head) return undefined;
  const unread = (tail - head + capacity) % capacity;
  if (!isPlace(head, capacity) || !isPlace(tail, capacity) || unread < HEADER_BYTES) throw damaged(core);
  let at = head;
  const word = (): number => {
    const value = words[(data + at) >> 2] as number;
    at = (at + 4) % capacity;
    return value;
  };
  const header = word();
  scratchWords[0] = word();
  scratchWords[1] = word();
  const kind = header >> 24;
  const length = header & 0xffffff;
  const size = HEADER_BYTES + ((length + 3) & ~3);
  const cycles = scratch[0] as number;
  if (kind < RECORD_TEXT || kind > RECORD_INPUT || size > unread || !isTime(cycles)) throw damaged(core);
  const encoded = roomForText(length);
  for (let k = 0; k < length; k++) {
    encoded[k] = bytes[data + at] as number;
    if (++at === capacity) at = 0;
  }
  Atomics.store(words, (ring >> 2) + RING_HEAD, (head + size) % capacity);
  return { kind, cycles, text: decodeUtf8(encoded, length) };
}

function isPlace(offset: number, capacity: number): boolean {
  return offset >= 0 && offset < capacity && (offset & 3) === 0;
}

function damaged(core: Core): DamagedMemory {
  return new DamagedMemory(`the output of core ${core.id}`);
}

/// The most records that a core's ring can hold at once.
export function mostRecords(chip: Chip, core: Core): number {
  return Math.ceil(chip.ringCapacity(core) / HEADER_BYTES);
}

/// Whether a core's ring holds nothing.
export function isRingEmpty(chip: Chip, core: Core): boolean {
  const ring = core.place.ring >> 2;
  return Atomics.load(chip.words, ring + RING_TAIL) === chip.words[ring + RING_HEAD];
}
