import {
  BOUND,
  CELL,
  CLOSURE,
  DICT,
  GENERATOR,
  INSTANCE,
  ITERATOR,
  isReference,
  isTable,
  LIST_TAG,
  RANGE,
  STRING,
  VIEW,
} from "../bytecode/values.ts";
import { type MemoryPart, partsOf } from "../machine/addresses.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { tableBytes } from "../machine/code-segment.ts";
import { FRAME_HEADER } from "../machine/frames.ts";
import { TABLE_KEYS, TABLE_VALUES } from "../machine/hash-table.ts";
import { type Area, POSTBOX_BYTES, RUNTIME_BYTES, SLOT_BYTES } from "../machine/memory-map.ts";
import { recordSlot } from "../machine/records.ts";
import { isVariable } from "./inspect.ts";
import { lies, listAt } from "./list-parts.ts";
import { partsAt, recordLengthAt } from "./objects.ts";
import type { MemoryOwner, MemoryView } from "./protocol/inspection.ts";
import { elementPlace } from "./slot-places.ts";
import { framesOf } from "./stack.ts";
import { tableAt } from "./tables.ts";

// Bytes of a core's memory, and whose they are. Every byte of the core's two parts has an owner; the owners are made in order of
// place, so that they cover everything without gaps.

const MOST_BLOCKS = 200_000;
const MOST_NAMED = 50_000;
// Lists may lie in one another many times over, or, in a damaged memory, in the same place.
const MOST_ELEMENTS = 200_000;
const LONGEST_NAME = 100;

type Run = Omit<MemoryOwner, "from" | "to"> & { readonly to: number };

/// At most `length` bytes from an address on, without those that are not the core's.
export function memoryView(chip: Chip, core: Core, from: number, length: number): MemoryView {
  const parts = partsOf(chip, core);
  const part = (parts.find((one) => from < one.from + one.bytes && from + length > one.from) ?? parts[0]) as MemoryPart;
  const start = Math.min(Math.max(from, part.from), part.from + part.bytes);
  const end = Math.max(start, Math.min(from + length, part.from + part.bytes));
  const shift = part.offset - part.from;
  const owners: MemoryOwner[] = [];
  let at = part.from;
  for (const run of ownersOf(chip, core, part)) {
    const to = Math.min(run.to - shift, part.from + part.bytes);
    if (to <= at) continue;
    const clipped = { from: Math.max(at, start), to: Math.min(to, end) };
    if (clipped.to > clipped.from) owners.push({ ...run, ...clipped });
    at = to;
    if (at >= end) break;
  }
  return { from: start, bytes: chip.bytes.slice(start + shift, end + shift), owners };
}

function* ownersOf(chip: Chip, core: Core, part: MemoryPart): Generator<Run> {
  const { placement } = chip;
  const end = part.offset + part.bytes;
  if (part.name === "code") {
    yield* codeOwners(chip, core);
    return;
  }
  const names = namesOf(chip, core);
  if (part.name === "shared") {
    yield* stackOwners(chip, core, core.areaStack);
    if (placement.data === "shared") yield* globalsOwners(chip, core);
    yield* heapOwners(chip, core.areaHeap, names);
    yield { to: end, segment: "heap", what: "free", name: "" };
    return;
  }
  yield { to: core.place.base + RUNTIME_BYTES, segment: "interpreter", what: "runtime", name: "" };
  if (placement.data === "core") yield* globalsOwners(chip, core);
  if (placement.code === "core") yield* codeOwners(chip, core);
  for (const sender of chip.cores) {
    yield { to: core.postboxes + sender.id * POSTBOX_BYTES, segment: "postboxes", what: "free", name: "" };
    const to = core.postboxes + (sender.id + 1) * POSTBOX_BYTES;
    const what = sender === core ? "free" : "message";
    yield { to, segment: "postboxes", what, name: sender === core ? "" : `from core ${sender.id}` };
  }
  yield { to: core.place.base + chip.local.postboxes.to, segment: "postboxes", what: "free", name: "" };
  if (placement.data === "core") {
    yield* stackOwners(chip, core, core.stack);
    yield* heapOwners(chip, core.heap, names);
  }
  yield { to: end, segment: "heap", what: "free", name: "" };
}

function* globalsOwners(chip: Chip, core: Core): Generator<Run> {
  const { image } = chip;
  for (let k = 0; k < image.globals + image.constants.length; k++) {
    const isGlobal = k < image.globals;
    const name = isGlobal ? (image.debug.globals[k] ?? "") : "";
    const to = core.module * 4 + (k + 1) * SLOT_BYTES;
    yield { to, segment: "globals", what: isGlobal ? "variable" : "constant", name };
  }
  yield { to: core.globals.to, segment: "globals", what: "free", name: "" };
}

function* codeOwners(chip: Chip, core: Core): Generator<Run> {
  const { functions, debug, code } = chip.image;
  const { from, to } = core.code;
  for (let k = 0; k < functions.length; k++) {
    const end = functions[k + 1]?.entry ?? code.length;
    yield { to: from + end, segment: "code", what: "code", name: debug.functions[k]?.name ?? "" };
  }
  yield { to: from + code.length + tableBytes(chip.image), segment: "code", what: "table", name: "" };
  yield { to, segment: "code", what: "text", name: "" };
}

function* stackOwners(chip: Chip, core: Core, stack: Area): Generator<Run> {
  const { debug } = chip.image;
  for (const frame of framesOf(chip, core).reverse()) {
    const from = frame.fp * 4;
    if (from < stack.from || from >= stack.to) continue;
    const row = debug.functions[frame.function];
    const call = row?.name ?? "";
    yield { to: from - FRAME_HEADER * 4, segment: "stack", what: "free", name: "" };
    yield { to: from, segment: "stack", what: "call", name: call };
    for (let slot = frame.fp; slot < frame.end; slot += 2) {
      const name = row?.locals[(slot - frame.fp) / 2];
      const to = (slot + 2) * 4;
      if (name === undefined) yield { to, segment: "stack", what: "temporary", name: call };
      else yield { to, segment: "stack", what: "variable", name: frame.function === 0 ? name : `${call}: ${name}` };
    }
  }
  yield { to: stack.to, segment: "stack", what: "free", name: "" };
}

function* heapOwners(chip: Chip, heap: Area, names: ReadonlyMap<number, Named>): Generator<Run> {
  let at = heap.from;
  for (let blocks = 0; at < heap.to && blocks < MOST_BLOCKS; blocks++) {
    const header = chip.words[at >> 2] as number;
    const bytes = (header >> 4) * 4;
    if (bytes <= 0 || at + bytes > heap.to) break;
    const named = names.get(at + 4);
    if ((header & 1) === 0) {
      yield { to: at + bytes, segment: "heap", what: "free", name: "" };
    } else {
      yield { to: at + 4, segment: "heap", what: "header", name: named?.name ?? "" };
      yield { to: at + bytes, segment: "heap", what: named?.what ?? "garbage", name: named?.name ?? "" };
    }
    at += bytes;
  }
}

interface Named {
  readonly what: MemoryOwner["what"];
  readonly name: string;
}

/// A reference, and what it is called.
interface Reached {
  readonly tag: number;
  readonly value: number;
  readonly name: string;
}

/// What the blocks that a core's variables reach are, by address. An object that two variables share has the name of the first.
function namesOf(chip: Chip, core: Core): Map<number, Named> {
  const { words, image } = chip;
  const found = new Map<number, Named>();
  const pending: Reached[] = [];
  const reach = (slot: number, name: string): void => {
    const tag = words[slot + 1] as number;
    if (isReference(tag)) pending.push({ tag, value: words[slot] as number, name });
  };
  for (let k = 0; k < image.globals; k++) {
    const name = image.debug.globals[k] ?? "";
    reach(core.module + k * 2, isVariable(name) ? name : "");
  }
  for (const frame of framesOf(chip, core)) {
    const row = image.debug.functions[frame.function];
    for (let slot = frame.fp; slot < frame.end; slot += 2) {
      const local = row?.locals[(slot - frame.fp) / 2];
      reach(slot, local === undefined ? "" : frame.function === 0 ? local : `${row?.name}: ${local}`);
    }
  }
  // Breadth first, so that an object has the shortest of its names.
  let left = MOST_ELEMENTS;
  for (let next = 0; next < pending.length && found.size < MOST_NAMED; next++) {
    const { tag, value, name } = pending[next] as (typeof pending)[number];
    if (found.has(value)) continue;
    if (tag === STRING) {
      found.set(value, { what: "string", name });
      continue;
    }
    if (isTable(tag)) {
      const table = tableAt(chip, core, tag, value);
      if (table === undefined) continue;
      found.set(value, { what: "dictionary", name });
      if (table.indexBytes > 0) found.set(table.index, { what: "index", name });
      for (const slot of tag === DICT ? [TABLE_KEYS, TABLE_VALUES] : [TABLE_KEYS]) {
        pending.push({ tag: LIST_TAG, value: words[recordSlot(value, slot)] as number, name });
      }
      continue;
    }
    const record = recordWords.get(tag);
    if (record !== undefined) {
      if (recordLengthAt(chip, core, value) === 0) continue;
      found.set(value, { what: record, name });
      for (const part of withinRecord(chip, core, tag, value, name)) pending.push(part);
      continue;
    }
    const list = listAt(chip, core, value);
    if (list === undefined) continue;
    found.set(value, { what: "list", name });
    if (list.capacity > 0) found.set(list.data, { what: "elements", name });
    const elements = Math.min(list.length, left);
    left -= elements;
    for (let k = 0; k < elements; k++) {
      const { tag, word } = elementPlace(chip, list, k);
      if (isReference(tag)) pending.push({ tag, value: words[word] as number, name: nameWithin(name, k) });
    }
  }
  return found;
}

const recordWords: ReadonlyMap<number, MemoryOwner["what"]> = new Map([
  [INSTANCE, "object"],
  [CLOSURE, "function"],
  [BOUND, "method"],
  [CELL, "cell"],
  [GENERATOR, "generator"],
  [ITERATOR, "iterator"],
  [RANGE, "range"],
  [VIEW, "view"],
]);

/// The references in a record, those with a name under theirs, the others under that of the record.
function withinRecord(chip: Chip, core: Core, tag: number, record: number, name: string): Reached[] {
  const { words } = chip;
  const names = new Map(partsAt(chip, core, tag, record).map((part) => [part.place.word, part.name]));
  const isShort = name !== "" && name.length <= LONGEST_NAME;
  const found: Reached[] = [];
  for (let k = 0; k < recordLengthAt(chip, core, record); k++) {
    const slot = recordSlot(record, k);
    const inner = words[slot + 1] as number;
    if (!isReference(inner)) continue;
    const value = words[slot] as number;
    const part = names.get(inner === CELL && lies(core, value, SLOT_BYTES) ? value >> 2 : slot);
    found.push({ tag: inner, value, name: part === undefined || !isShort ? name : `${name}.${part}` });
  }
  return found;
}

function nameWithin(name: string, index: number): string {
  return name === "" || name.length > LONGEST_NAME ? name : `${name}[${index}]`;
}
