import { ByteReader, ByteWriter, crc32, OutOfBytes } from "../base/bytes.ts";
import type { Chip } from "./chip.ts";
import { LOCAL_BYTES } from "./memory-map.ts";

// The whole chip at one moment. A core's state is all in its bytes, so this is a copy of those pages that are not empty. Pages
// that have not changed since an earlier snapshot are shared with it.
//
// As bytes, little-endian:
//
//   0    "ePyS"
//   4    u32  version
//   8    u32  bytes of the chip memory
//   12   u32  pages
//   16   u32  CRC-32 of what follows
//   20   each page: u32 number, then its 4,096 bytes

export const PAGE_BYTES = 4096;
const PAGE_WORDS = PAGE_BYTES / 4;
const MAGIC = 0x53795065; // "ePyS"
const VERSION = 1;
const HEADER = 20;

export interface Snapshot {
  /// Of the chip memory.
  readonly size: number;
  /// Those that are not all zero, by their number.
  readonly pages: ReadonlyMap<number, Int32Array>;
}

/// Says why bytes are not a snapshot of a chip, in words for people.
export class SnapshotError extends Error {}

/// Copies a chip on which no core runs. Shares what is the same as in `before`.
export function takeSnapshot(chip: Chip, before?: Snapshot): Snapshot {
  const { words } = chip;
  const pages = new Map<number, Int32Array>();
  for (const { page, from, to } of pagesOf(chip)) {
    const known = before?.pages.get(page);
    if (known !== undefined && isSame(words, from, to, known)) {
      pages.set(page, known);
    } else if (!isEmpty(words, from, to)) {
      // A copy of shared memory that nobody shares.
      const copy = new Int32Array(PAGE_WORDS);
      copy.set(words.subarray(from, to));
      pages.set(page, copy);
    }
  }
  return { size: chip.map.bytes, pages };
}

/// Makes a chip, on which no core runs, what it was. It must have the same program and settings; throws SnapshotError when its
/// memory is not even as large.
export function restoreSnapshot(chip: Chip, snapshot: Snapshot): void {
  if (snapshot.size !== chip.map.bytes) throw new SnapshotError("the snapshot is of another chip");
  const { words } = chip;
  for (const { page, from, to } of pagesOf(chip)) {
    const kept = snapshot.pages.get(page);
    if (kept !== undefined) words.set(kept.subarray(0, to - from), from);
    else if (!isEmpty(words, from, to)) words.fill(0, from, to);
  }
  chip.printing.clear();
}

interface PlacedPage {
  readonly page: number;
  /// Its words; the last page ends where the chip does, not what lies behind it (events.ts).
  readonly from: number;
  readonly to: number;
}

// All but the linker's part of shared memory, in which nothing of ours lies.
function* pagesOf(chip: Chip): Generator<PlacedPage> {
  const { map } = chip;
  const local = Math.ceil((map.deviceCores * LOCAL_BYTES) / PAGE_BYTES);
  const control = Math.floor(map.control / PAGE_BYTES);
  const end = map.bytes >> 2;
  for (let page = 0; page * PAGE_WORDS < end; page++) {
    if (page === local) page = Math.max(local, control);
    yield { page, from: page * PAGE_WORDS, to: Math.min((page + 1) * PAGE_WORDS, end) };
  }
}

function isEmpty(words: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (words[at] !== 0) return false;
  return true;
}

function isSame(words: Int32Array, from: number, to: number, page: Int32Array): boolean {
  for (let at = from; at < to; at++) if (words[at] !== page[at - from]) return false;
  return true;
}

/// A snapshot as bytes, to be kept.
export function encodeSnapshot(snapshot: Snapshot): Uint8Array {
  const body = new ByteWriter();
  for (const [number, words] of snapshot.pages) {
    body.u32(number);
    body.raw(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  }
  const bytes = body.done();
  const out = new ByteWriter();
  out.u32(MAGIC);
  out.u32(VERSION);
  out.u32(snapshot.size);
  out.u32(snapshot.pages.size);
  out.u32(crc32(bytes));
  out.raw(bytes);
  return out.done();
}

/// Reads a snapshot; throws SnapshotError with the reason when the bytes are none.
export function decodeSnapshot(bytes: Uint8Array): Snapshot {
  try {
    const reader = new ByteReader(bytes);
    if (bytes.length < HEADER || reader.u32() !== MAGIC) throw new SnapshotError("this is not a snapshot of a chip");
    if (reader.u32() !== VERSION) throw new SnapshotError("this snapshot was made by another version");
    const size = reader.u32();
    const count = reader.u32();
    if (reader.u32() !== crc32(bytes.subarray(HEADER))) throw new SnapshotError("the snapshot is damaged");
    const pages = new Map<number, Int32Array>();
    for (let k = 0; k < count; k++) {
      const number = reader.u32();
      pages.set(number, new Int32Array(reader.raw(PAGE_BYTES).slice().buffer));
    }
    return { size, pages };
  } catch (error) {
    if (error instanceof OutOfBytes) throw new SnapshotError("the snapshot is damaged");
    throw error;
  }
}
