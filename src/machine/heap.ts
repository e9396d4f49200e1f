import { isReference } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { eachFrame } from "./frames.ts";
import { LIST_DATA, LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import {
  ALLOCATED,
  ANSWERS,
  AREA_CURSOR,
  AREA_USED,
  type Area,
  FUNCTION_ATTRIBUTES,
  HEAP_CURSOR,
  HEAP_USED,
  LIVE,
  PIN,
  RESERVE,
} from "./memory-map.ts";
import { findBox, state, tagOf } from "./postbox.ts";

// A core's heap: its local one, then the one in its area of shared memory. Each is a row of blocks without gaps.
//
//   header word   size in words, header included, × 16  |  kind × 4  |  marked × 2  |  used
//   payload       the address that values refer to
//
// Room is found by going on from where the last was found; at the end of the local heap what nothing refers to is
// collected (mark and sweep) before anything flows over into shared memory.

export const RAW = 0;
/// A list or tuple (list-layout.ts).
export const OBJECT = 1;
/// Slots, one after the other (records.ts).
export const RECORD = 2;

const USED = 1;
const MARKED = 2;
const LEAST_TO_COLLECT = 1024;

/// Makes both heaps of a core one free block each.
export function resetHeap(chip: Chip, core: Core): void {
  const { words } = chip;
  for (const area of [core.heap, core.areaHeap]) {
    if (area.to > area.from) words[area.from >> 2] = ((area.to - area.from) >> 2) << 4;
  }
  words[core.registers + HEAP_CURSOR] = core.heap.from;
  words[core.registers + AREA_CURSOR] = core.areaHeap.from;
  for (const counter of [HEAP_USED, AREA_USED, ALLOCATED, LIVE]) words[core.registers + counter] = 0;
}

/// The address of room for `bytes` bytes, or 0 if there is none even after a collection. May collect: every value that is
/// to live on must be in a slot or pinned, and the core's PC and FP in its registers.
/// With `shared`, the room is in the core's area of shared memory even if there is some on the core.
export function allocate(chip: Chip, core: Core, bytes: number, kind: number, shared = false): number {
  const { words } = chip;
  const { registers } = core;
  // Before it is made words: 32 bits cannot count every length that a program may ask for.
  if (bytes > core.areaHeap.to - core.areaHeap.from - 4) return 0;
  const size = ((bytes + 3) >> 2) + 1;
  chip.work += size >> 3;
  chip.beforeAllocation?.(core);
  let at = shared ? 0 : fitLocal(chip, core, size, kind);
  if (at === 0 && !shared && isWorthCollecting(chip, core)) {
    if (chip.collection === "first") return 0;
    collect(chip, core);
    at = fitLocal(chip, core, size, kind);
  }
  if (at === 0) at = fitArea(chip, core, size, kind);
  if (at === 0 && (words[registers + ALLOCATED] as number) > 0) {
    collect(chip, core);
    at = shared ? 0 : fitLocal(chip, core, size, kind);
    if (at === 0) at = fitArea(chip, core, size, kind);
  }
  if (at !== 0) words[registers + ALLOCATED] = (words[registers + ALLOCATED] as number) + size * 4;
  return at;
}

// What an exception takes: its record, its arguments and a short text.
const RESERVE_BYTES = 160;

/// Reserves room for an exception, if none is reserved yet and the heap has some.
export function keepReserve(chip: Chip, core: Core): void {
  const at = core.registers + RESERVE;
  if (chip.words[at] === 0) chip.words[at] = allocate(chip, core, RESERVE_BYTES, RAW, true);
}

/// Makes the reserved room for an exception usable. False if none is reserved.
export function openReserve(chip: Chip, core: Core): boolean {
  const at = core.registers + RESERVE;
  if (chip.words[at] === 0) return false;
  free(chip, core, chip.words[at] as number);
  chip.words[at] = 0;
  chip.words[core.registers + AREA_CURSOR] = core.areaHeap.from;
  return true;
}

/// Gives a block back at once; nothing may refer to it any more.
export function free(chip: Chip, core: Core, address: number): void {
  if (address === 0) return;
  const { words } = chip;
  const header = (address >> 2) - 1;
  const counter = core.registers + (isIn(core.heap, address) ? HEAP_USED : AREA_USED);
  words[counter] = (words[counter] as number) - ((words[header] as number) >> 4) * 4;
  words[header] = (words[header] as number) & ~USED;
}

/// Gives a block more bytes where it is. False if there is something after it.
export function enlarge(chip: Chip, core: Core, address: number, bytes: number): boolean {
  if (address === 0 || bytes > core.areaHeap.to - core.areaHeap.from) return false;
  const { words } = chip;
  const { registers } = core;
  const local = isIn(core.heap, address);
  const end = (local ? core.heap.to : core.areaHeap.to) >> 2;
  const header = (address >> 2) - 1;
  const length = (words[header] as number) >> 4;
  const size = ((bytes + 3) >> 2) + 1;
  let room = length;
  while (room < size && header + room < end && ((words[header + room] as number) & USED) === 0) {
    room += (words[header + room] as number) >> 4;
  }
  if (room < size) return false;
  if (room > size) words[header + size] = (room - size) << 4;
  words[header] = (size << 4) | ((words[header] as number) & 15);
  const cursor = registers + (local ? HEAP_CURSOR : AREA_CURSOR);
  const at = (words[cursor] as number) >> 2;
  if (at > header && at < header + room) words[cursor] = (header + size) << 2;
  for (const counter of [local ? HEAP_USED : AREA_USED, ALLOCATED]) {
    words[registers + counter] = (words[registers + counter] as number) + (size - length) * 4;
  }
  return true;
}

/// Whether an address that `allocate` gave lies in a heap.
export function isIn(heap: Area, address: number): boolean {
  return address > heap.from && address < heap.to;
}

/// Whether an address is that of a list or tuple in a heap of the core.
export function isObject(chip: Chip, core: Core, address: number): boolean {
  const area = [core.heap, core.areaHeap].find((one) => isIn(one, address));
  if (area === undefined) return false;
  for (let at = area.from >> 2; at < area.to >> 2; ) {
    const header = chip.words[at] as number;
    if ((at + 1) << 2 === address) return (header & USED) !== 0 && kindOf(header) === OBJECT;
    at += header >> 4;
  }
  return false;
}

/// Makes something of many parts that hang together only at the end, so that nothing may be collected meanwhile: where that
/// would be due it is done first, and all is made anew. What `make` gives, which must be 0 when an allocation has failed.
export function makeWhole(chip: Chip, core: Core, make: () => number): number {
  if (chip.collection === "allowed") {
    const { touched, touchedBeyond } = chip;
    const made = under(chip, "first", make);
    if (made !== 0) return made;
    collect(chip, core);
    chip.touched = touched;
    chip.touchedBeyond = touchedBeyond;
  }
  return under(chip, "never", make);
}

function under(chip: Chip, collection: Chip["collection"], make: () => number): number {
  const before = chip.collection;
  chip.collection = collection;
  try {
    return make();
  } finally {
    chip.collection = before;
  }
}

function isWorthCollecting(chip: Chip, core: Core): boolean {
  const allocated = chip.words[core.registers + ALLOCATED] as number;
  return allocated >= LEAST_TO_COLLECT && allocated * 2 >= (chip.words[core.registers + LIVE] as number);
}

function fitLocal(chip: Chip, core: Core, size: number, kind: number): number {
  return fit(chip, core, core.heap, HEAP_CURSOR, HEAP_USED, size, kind);
}

function fitArea(chip: Chip, core: Core, size: number, kind: number): number {
  return fit(chip, core, core.areaHeap, AREA_CURSOR, AREA_USED, size, kind);
}

function fit(
  chip: Chip,
  core: Core,
  area: Area,
  cursorAt: number,
  counterAt: number,
  size: number,
  kind: number,
): number {
  const { words } = chip;
  const end = area.to >> 2;
  const cursor = core.registers + cursorAt;
  const counter = core.registers + counterAt;
  let at = (words[cursor] as number) >> 2;
  while (at < end) {
    const header = words[at] as number;
    let length = header >> 4;
    if ((header & USED) === 0) {
      // Neighbours that have become free since are one block with it.
      let next = at + length;
      while (next < end && ((words[next] as number) & USED) === 0) {
        length += (words[next] as number) >> 4;
        next = at + length;
      }
      if (length >= size) {
        if (length > size) words[at + size] = (length - size) << 4;
        words[at] = (size << 4) | (kind << 2) | USED;
        words[cursor] = (at + size) << 2;
        words[counter] = (words[counter] as number) + size * 4;
        return (at + 1) << 2;
      }
      words[at] = length << 4;
    }
    at += length;
  }
  words[cursor] = area.to;
  return 0;
}

/// Frees every block of the core that none of its slots, pins and messages under way refers to.
export function collect(chip: Chip, core: Core): void {
  if (chip.collection !== "allowed") return;
  mark(chip, core);
  const registers = core.registers;
  const local = sweep(chip, core.heap);
  const shared = sweep(chip, core.areaHeap);
  chip.words[registers + HEAP_USED] = local;
  chip.words[registers + AREA_USED] = shared;
  chip.words[registers + HEAP_CURSOR] = core.heap.from;
  chip.words[registers + AREA_CURSOR] = core.areaHeap.from;
  chip.words[registers + ALLOCATED] = 0;
  chip.words[registers + LIVE] = local + shared;
}

function mark(chip: Chip, core: Core): void {
  const { words } = chip;
  const pending: number[] = [];
  const reach = (address: number): void => {
    if (!isIn(core.heap, address) && !isIn(core.areaHeap, address)) return;
    const header = (address >> 2) - 1;
    if ((words[header] as number) & MARKED) return;
    words[header] = (words[header] as number) | MARKED;
    if (kindOf(words[header] as number) !== RAW) pending.push(address);
  };
  const reachSlots = (from: number, to: number): void => {
    for (let slot = from; slot < to; slot += 2)
      if (isReference(words[slot + 1] as number)) reach(words[slot] as number);
  };

  reachSlots(core.module, core.module + chip.image.globals * 2);
  eachFrame(chip, core, reachSlots);
  for (let k = 0; k < 2; k++) reach(words[core.registers + PIN + k] as number);
  reach(words[core.registers + RESERVE] as number);
  reach(words[core.registers + ANSWERS] as number);
  reach(words[core.registers + FUNCTION_ATTRIBUTES] as number);
  // What this core has sent and does not know to have been taken.
  for (const other of chip.cores) {
    const box = findBox(other, core.id);
    if (box !== 0 && isReference(tagOf(state(chip, box)))) reach(words[box] as number);
  }

  for (let address = pending.pop(); address !== undefined; address = pending.pop()) {
    const object = address >> 2;
    const header = words[object - 1] as number;
    if (kindOf(header) === RECORD) {
      // A block has its header's word, and may have one more than it was asked for.
      reachSlots(object, object + (((header >> 4) - 1) & ~1));
      continue;
    }
    const data = words[object + LIST_DATA] as number;
    reach(data);
    const elements = words[object + LIST_ELEMENTS] as number;
    if (elements !== MIXED && !isReference(elements)) continue;
    const length = words[object + LIST_LENGTH] as number;
    const tags = data + (words[object + LIST_LENGTH + 1] as number) * 4;
    for (let i = 0; i < length; i++) {
      const tag = elements === MIXED ? (chip.bytes[tags + i] as number) : elements;
      if (isReference(tag)) reach(words[(data >> 2) + i] as number);
    }
  }
}

function kindOf(header: number): number {
  return (header >> 2) & 3;
}

function sweep(chip: Chip, area: Area): number {
  const { words } = chip;
  const end = area.to >> 2;
  let live = 0;
  let free = -1;
  for (let at = area.from >> 2; at < end; ) {
    const header = words[at] as number;
    const length = header >> 4;
    if ((header & (USED | MARKED)) === (USED | MARKED)) {
      words[at] = header & ~MARKED;
      live += length * 4;
      free = -1;
    } else if (free < 0) {
      free = at;
      words[at] = length << 4;
    } else {
      words[free] = (at + length - free) << 4;
    }
    at += length;
  }
  return live;
}
