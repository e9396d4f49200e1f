import { FUNCTION, isReference, LAST_TAG, STRING, UNSET } from "../../bytecode/values.ts";
import type { Chip, Core } from "../../machine/chip.ts";
import { eachFrame } from "../../machine/frames.ts";
import { collect, OBJECT, RECORD } from "../../machine/heap.ts";
import { LIST_BYTES, LIST_CAPACITY, LIST_DATA, LIST_ELEMENTS, LIST_LENGTH, MIXED } from "../../machine/list-layout.ts";
import {
  ANSWERS,
  AREA_CURSOR,
  AREA_USED,
  FUNCTION_ATTRIBUTES,
  HEAP_CURSOR,
  HEAP_USED,
  PIN,
  RESERVE,
} from "../../machine/memory-map.ts";
import { box, state, tagOf } from "../../machine/postbox.ts";

// What must hold of a core's heap after every collection, worked out anew from the bytes and not by the collector's own steps.

interface Block {
  /// Header included.
  readonly bytes: number;
  readonly kind: number;
}

/// What free memory is filled with: whoever still reads it gets nonsense.
const POISON = 0xa5;

// Checking takes longer than collecting: after the first allocations only some are checked.
const ALL_CHECKED = 1000;
const LATER_CHECKED = 16;

/// Makes every allocation on a chip collect first, check what is left and fill what is free with nonsense.
export function collectAndCheck(chip: Chip): void {
  let allocations = 0;
  chip.beforeAllocation = (core) => {
    if (chip.collection !== "allowed") return;
    collect(chip, core);
    if (++allocations > ALL_CHECKED && allocations % LATER_CHECKED !== 0) return;
    checkHeap(chip, core);
    poison(chip, core);
  };
}

/// Throws unless a heap that has just been collected is sound: its blocks follow each other without gaps, those in use are
/// exactly those that the core's values reach, their bytes add up to the counters, and what lies in them fits.
function checkHeap(chip: Chip, core: Core): void {
  const { words } = chip;
  const blocks = new Map<number, Block>();
  const local = walk(chip, core, "heap", blocks);
  const shared = walk(chip, core, "areaHeap", blocks);
  same("bytes in use on the core", words[core.registers + HEAP_USED], local);
  same("bytes in use in its area", words[core.registers + AREA_USED], shared);

  const reached = reachable(chip, core, blocks);
  for (const address of blocks.keys()) {
    if (!reached.has(address)) throw new Error(`nothing refers to the block at ${address}, which was kept`);
  }
}

function same(what: string, is: number | undefined, should: number): void {
  if (is !== should) throw new Error(`${what}: ${is}, not ${should}`);
}

/// Notes the blocks in use of one of a core's heaps; their bytes.
function walk(chip: Chip, core: Core, which: "heap" | "areaHeap", blocks: Map<number, Block>): number {
  const area = core[which];
  const cursor = chip.words[core.registers + (which === "heap" ? HEAP_CURSOR : AREA_CURSOR)] as number;
  let used = 0;
  let cursorIsAtBlock = cursor === area.to;
  let at = area.from;
  for (let bytes = 0; at < area.to; at += bytes) {
    const header = chip.words[at >> 2] as number;
    bytes = (header >> 4) * 4;
    if (bytes <= 0 || at + bytes > area.to) throw new Error(`the block at ${at} has ${bytes} bytes`);
    if (header & 2) throw new Error(`the block at ${at} is still marked`);
    cursorIsAtBlock ||= at === cursor;
    if ((header & 1) === 0) continue;
    blocks.set(at + 4, { bytes, kind: (header >> 2) & 3 });
    used += bytes;
  }
  if (area.to > area.from && !cursorIsAtBlock) throw new Error(`the search would go on at ${cursor}, inside a block`);
  return used;
}

/// The addresses of all blocks that a core's values reach. Throws where one refers to what is no block, or where what lies in a
/// block does not fit into it.
function reachable(chip: Chip, core: Core, blocks: ReadonlyMap<number, Block>): Set<number> {
  const { words, bytes } = chip;
  const reached = new Set<number>();
  const lists: number[] = [];
  const records: number[] = [];

  const reach = (address: number, what: string): number => {
    const inHeap = [core.heap, core.areaHeap].some(({ from, to }) => address >= from && address < to);
    // A constant's text lies with the byte code.
    if (!inHeap) return Number.POSITIVE_INFINITY;
    const block = blocks.get(address);
    if (block === undefined) throw new Error(`${what} refers to ${address}, where no block is`);
    if (!reached.has(address) && block.kind === OBJECT) lists.push(address);
    if (!reached.has(address) && block.kind === RECORD) records.push(address);
    reached.add(address);
    return block.bytes - 4;
  };
  const value = (tag: number, word: number, what: string): void => {
    if (tag < UNSET || tag > LAST_TAG) throw new Error(`${what} has the tag ${tag}`);
    if (tag === FUNCTION && (word < 0 || word >= chip.image.functions.length))
      throw new Error(`${what}: function ${word}`);
    if (!isReference(tag)) return;
    const room = reach(word, what);
    if (tag !== STRING || room === Number.POSITIVE_INFINITY) return;
    const header = words[word >> 2] as number;
    const wanted = 4 + (header >> 1) * (header & 1 ? 4 : 1);
    if (header < 0 || wanted > room) throw new Error(`${what}: a text of ${wanted} bytes in a block of ${room}`);
  };

  const slots = (from: number, to: number): void => {
    for (let slot = from; slot < to; slot += 2) {
      value(words[slot + 1] as number, words[slot] as number, `the slot at ${slot * 4}`);
    }
  };
  slots(core.module, core.module + chip.image.globals * 2);
  eachFrame(chip, core, slots);
  for (let k = 0; k < 2; k++) {
    const pinned = words[core.registers + PIN + k] as number;
    if (pinned !== 0) reach(pinned, `pin ${k}`);
  }
  const answers = words[core.registers + ANSWERS] as number;
  if (answers !== 0) reach(answers, "the answers");
  const attributes = words[core.registers + FUNCTION_ATTRIBUTES] as number;
  if (attributes !== 0) reach(attributes, "the attributes");
  const reserve = words[core.registers + RESERVE] as number;
  if (reserve !== 0) reach(reserve, "the reserve");
  for (const other of chip.cores) {
    if (other === core || chip.boxTable !== undefined) continue;
    const at = box(other, core.id);
    if (words[at] !== 0) value(tagOf(state(chip, at)), words[at] as number, `the message to core ${other.id}`);
  }

  while (lists.length > 0 || records.length > 0) {
    const record = records.pop();
    if (record !== undefined) {
      slots(record >> 2, (record >> 2) + ((((words[(record >> 2) - 1] as number) >> 4) - 1) & ~1));
      continue;
    }
    const list = lists.pop() as number;
    const [elements, length, capacity, data] = [LIST_ELEMENTS, LIST_LENGTH, LIST_CAPACITY, LIST_DATA].map(
      (word) => words[((list as number) >> 2) + word],
    ) as [number, number, number, number];
    const what = `the list at ${list}`;
    if ((blocks.get(list)?.bytes ?? 0) < LIST_BYTES + 4)
      throw new Error(`${what} has a block of ${blocks.get(list)?.bytes}`);
    if (length < 0 || length > capacity) throw new Error(`${what} has ${length} elements of ${capacity}`);
    const mixed = elements === MIXED;
    const room = data === 0 ? 0 : reach(data, what);
    // While it is being made it has no data yet.
    if (data !== 0 || length > 0) {
      if (capacity * (mixed ? 5 : 4) > room)
        throw new Error(`${what}: ${capacity} elements in a block of ${room} bytes`);
    }
    // Numbers refer to nothing.
    const all = mixed || isReference(elements) || elements === FUNCTION;
    for (let i = 0; all && i < length; i++) {
      const tag = mixed ? (bytes[data + capacity * 4 + i] as number) : elements;
      value(tag, words[(data >> 2) + i] as number, what);
    }
  }
  return reached;
}

function poison(chip: Chip, core: Core): void {
  for (const { from, to } of [core.heap, core.areaHeap]) {
    for (let at = from; at < to; ) {
      const header = chip.words[at >> 2] as number;
      const bytes = (header >> 4) * 4;
      if ((header & 1) === 0) chip.bytes.fill(POISON, at + 4, at + bytes);
      at += bytes;
    }
  }
}
