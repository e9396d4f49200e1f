import { LIST_TAG, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import { type Chip, type Core, FRAME_HEADER } from "./chip.ts";
import { LIST_DATA, LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./lists.ts";
import { ALLOCATED, AREA_CURSOR, type Area, FP, HEAP_CURSOR, LIVE, PC, PIN, POSTBOX_BYTES } from "./memory-map.ts";

// A core's heap: its local one, then the one in its area of shared memory. Each is a row of blocks without gaps.
//
//   header word   size in words, header included, × 16  |  kind × 4  |  marked × 2  |  used
//   payload       the address that values refer to
//
// Room is found by going on from where the last was found; at the end of the local heap what nothing refers to is
// collected (mark and sweep) before anything flows over into shared memory.

export const RAW = 0;
export const OBJECT = 1;

const USED = 1;
const MARKED = 2;
const LEAST_TO_COLLECT = 1024;

export class Heap {
  private readonly chip: Chip;
  private readonly words: Int32Array;
  /// Collects before every allocation: for tests.
  stress = false;
  private held = false;

  constructor(chip: Chip) {
    this.chip = chip;
    this.words = chip.words;
  }

  /// Makes both heaps of a core one free block each.
  reset(core: Core): void {
    for (const area of [core.heap, core.areaHeap]) {
      if (area.to > area.from) this.words[area.from >> 2] = ((area.to - area.from) >> 2) << 4;
    }
  }

  /// The address of room for so many bytes, or 0 if there is none even after a collection. May collect: every value
  /// that is to live on must be in a slot or pinned, and the core's PC and FP in its registers.
  allocate(core: Core, bytes: number, kind: number): number {
    const { words } = this;
    const size = ((bytes + 3) >> 2) + 1;
    if (size * 4 > core.areaHeap.to - core.areaHeap.from) return 0;
    if (this.stress) this.collect(core);
    let at = this.fit(core.heap, core.registers + HEAP_CURSOR, size, kind);
    if (at === 0 && this.worthCollecting(core)) {
      this.collect(core);
      at = this.fit(core.heap, core.registers + HEAP_CURSOR, size, kind);
    }
    if (at === 0) at = this.fit(core.areaHeap, core.registers + AREA_CURSOR, size, kind);
    if (at === 0 && (words[core.registers + ALLOCATED] as number) > 0) {
      this.collect(core);
      at = this.fit(core.heap, core.registers + HEAP_CURSOR, size, kind);
      if (at === 0) at = this.fit(core.areaHeap, core.registers + AREA_CURSOR, size, kind);
    }
    if (at !== 0) words[core.registers + ALLOCATED] = (words[core.registers + ALLOCATED] as number) + size * 4;
    return at;
  }

  /// Gives a block back at once; nothing may refer to it any more.
  free(address: number): void {
    if (address !== 0) this.words[(address >> 2) - 1] = (this.words[(address >> 2) - 1] as number) & ~USED;
  }

  /// Runs something that makes parts which hang together only at its end; meanwhile nothing is collected.
  withoutCollection<T>(make: () => T): T {
    this.held = true;
    try {
      return make();
    } finally {
      this.held = false;
    }
  }

  /// Bytes in use in one of a core's two heaps.
  used(area: Area): number {
    let used = 0;
    for (let at = area.from; at < area.to; ) {
      const header = this.words[at >> 2] as number;
      const bytes = (header >> 4) * 4;
      if (bytes <= 0) break;
      if (header & USED) used += bytes;
      at += bytes;
    }
    return used;
  }

  private worthCollecting(core: Core): boolean {
    const allocated = this.words[core.registers + ALLOCATED] as number;
    return allocated >= LEAST_TO_COLLECT && allocated * 2 >= (this.words[core.registers + LIVE] as number);
  }

  private fit(area: Area, cursor: number, size: number, kind: number): number {
    const { words } = this;
    const end = area.to >> 2;
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
  collect(core: Core): void {
    if (this.held) return;
    this.mark(core);
    const live = this.sweep(core.heap) + this.sweep(core.areaHeap);
    const registers = core.registers;
    this.words[registers + HEAP_CURSOR] = core.heap.from;
    this.words[registers + AREA_CURSOR] = core.areaHeap.from;
    this.words[registers + ALLOCATED] = 0;
    this.words[registers + LIVE] = live;
  }

  private mark(core: Core): void {
    const { words, chip } = this;
    const pending: number[] = [];
    const reach = (address: number): void => {
      const local = address > core.heap.from && address < core.heap.to;
      if (!local && !(address > core.areaHeap.from && address < core.areaHeap.to)) return;
      const header = (address >> 2) - 1;
      if ((words[header] as number) & MARKED) return;
      words[header] = (words[header] as number) | MARKED;
      if ((((words[header] as number) >> 2) & 3) === OBJECT) pending.push(address);
    };
    const reachSlots = (from: number, to: number): void => {
      for (let slot = from; slot < to; slot += 2)
        if (isReference(words[slot + 1] as number)) reach(words[slot] as number);
    };

    reachSlots(core.module, core.module + chip.image.globals * 2);
    this.frames(core, reachSlots);
    for (let k = 0; k < 2; k++) reach(words[core.registers + PIN + k] as number);
    // What this core has sent and the other side has not taken lies here still.
    for (const other of chip.cores) {
      const box = (other.postboxes + core.id * POSTBOX_BYTES) >> 2;
      const state = Atomics.load(words, box + 1);
      if ((state >>> 24) & 1 && isReference(state & 0xff)) reach(words[box] as number);
    }

    for (let address = pending.pop(); address !== undefined; address = pending.pop()) {
      const object = address >> 2;
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

  /// Calls back with the slots of every frame on the core's stack, innermost first, as word indices.
  frames(core: Core, visit: (from: number, to: number, pc: number) => void): void {
    const { words, chip } = this;
    let fp = words[core.registers + FP] as number;
    let pc = words[core.registers + PC] as number;
    while (fp !== 0) {
      const row = chip.program.functions[words[fp - 1] as number];
      visit(fp, fp + (row?.words ?? 0), pc);
      pc = words[fp - FRAME_HEADER] as number;
      fp = words[fp - FRAME_HEADER + 1] as number;
    }
  }

  private sweep(area: Area): number {
    const { words } = this;
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
}

/// Whether values with this tag are addresses of something in a heap.
export function isReference(tag: number): boolean {
  return tag === STRING || tag === LIST_TAG || tag === TUPLE_TAG;
}
