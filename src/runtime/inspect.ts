import { DICT, SET } from "../bytecode/values.ts";
import { addressOf, offsetOf } from "../machine/addresses.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { quoted } from "../machine/display-value.ts";
import { OBJECT, RECORD } from "../machine/heap.ts";
import { POSTBOX_BYTES } from "../machine/memory-map.ts";
import { clockOf, findBox, isFull, kindOf, messageCalls, state, tagOf } from "../machine/postbox.ts";
import { shownTime } from "../machine/timing/clock.ts";
import { listAt } from "./list-parts.ts";
import { placeOf } from "./places.ts";
import type { Call, CoreInspection, GlobalScope, PostboxEntry, ShownValue, Variable } from "./protocol/inspection.ts";
import { framesOf } from "./stack.ts";
import { type TableParts, tableAt } from "./tables.ts";
import { elementPlace, shown, shownEntry, stringAt, variablePlace } from "./values.ts";

/// A core's calls, variables and postbox.
export function inspectCore(chip: Chip, core: Core): CoreInspection {
  return { core: core.id, calls: callsOf(chip, core), globals: globalsOf(chip, core), postbox: postboxOf(chip, core) };
}

function variable(chip: Chip, core: Core, name: string, slot: number): Variable {
  return { name, ...shown(chip, core, variablePlace(chip, core, slot)) };
}

function callsOf(chip: Chip, core: Core): Call[] {
  const { debug } = chip.image;
  return framesOf(chip, core).map((frame) => {
    const row = debug.functions[frame.function];
    return {
      name: row?.name ?? "",
      place: placeOf(chip.image, frame.pc),
      variables: (row?.locals ?? []).map((name, k) => variable(chip, core, name, frame.fp + k * 2)),
    };
  });
}

/// Whether a global is a variable that the program has, not one of the compiler's own.
export function isVariable(name: string): boolean {
  return !name.includes("(");
}

function globalsOf(chip: Chip, core: Core): GlobalScope[] {
  const { files, globals, globalFiles } = chip.image.debug;
  const main = files.length - 1;
  const scopes = files.map((file, index) => ({
    file,
    main: index === main,
    variables: globals.flatMap((name, k) =>
      globalFiles[k] === index && isVariable(name) ? [variable(chip, core, name, core.module + k * 2)] : [],
    ),
  }));
  return scopes.reverse().filter((scope) => scope.main || scope.variables.length > 0);
}

function postboxOf(chip: Chip, core: Core): PostboxEntry[] {
  return chip.cores.filter((sender) => sender !== core).map((sender) => entryOf(chip, core, sender));
}

function entryOf(chip: Chip, core: Core, sender: Core): PostboxEntry {
  const at = findBox(core, sender.id);
  // A box that has never been used need not have been made.
  const now = at === 0 ? 0 : state(chip, at);
  const full = isFull(now);
  const common = { from: sender.id, full, version: now >>> 24, address: at === 0 ? 0 : addressOf(chip, core, at * 4) };
  if (!full) return { ...common, call: null, value: null, sent: null, place: null };
  return {
    ...common,
    call: messageCalls[kindOf(now)] ?? null,
    // What a list or string consists of lies in the sender's memory until it is received.
    value: {
      ...shown(chip, sender, { tag: tagOf(now), word: at, bytes: POSTBOX_BYTES }),
      address: addressOf(chip, core, at * 4),
    },
    sent: shownTime(clockOf(chip, core, sender.id)),
    place: placeOf(chip.image, chip.words[at + 3] as number),
  };
}

// Strings lie in blocks without a kind of their own, and in the code.
function isListObject(chip: Chip, core: Core, offset: number): boolean {
  const inHeap = [core.heap, core.areaHeap].some(({ from, to }) => offset > from && offset < to);
  return inHeap && (((chip.words[(offset >> 2) - 1] as number) >> 2) & 3) === OBJECT;
}

/// The dictionary or set that a record at an offset may be.
function tableRecord(chip: Chip, core: Core, offset: number): TableParts | undefined {
  const inHeap = [core.heap, core.areaHeap].some(({ from, to }) => offset > from && offset < to);
  if (!inHeap || (((chip.words[(offset >> 2) - 1] as number) >> 2) & 3) !== RECORD) return undefined;
  return tableAt(chip, core, DICT, offset) ?? tableAt(chip, core, SET, offset);
}

/// Elements of the list or tuple, entries of the dictionary or set, or characters of the string, at an address.
export function elements(chip: Chip, core: Core, address: number, from: number, count: number): ShownValue[] {
  const offset = offsetOf(chip, core, address);
  if (offset === undefined) return [];
  const first = Math.max(0, from);
  const table = tableRecord(chip, core, offset);
  if (table !== undefined) {
    const shownCount = Math.max(0, Math.min(table.order.length - first, count));
    return Array.from({ length: shownCount }, (_, k) => shownEntry(chip, core, table, first + k));
  }
  if (!isListObject(chip, core, offset)) {
    const string = stringAt(chip, core, offset, first, count);
    return [...(string?.text ?? "")].map((character, k) => ({
      type: "string",
      text: quoted(character),
      length: 1,
      address: address + 4 + (first + k) * (string?.wide ? 4 : 1),
      bytes: string?.wide ? 4 : 1,
      object: null,
    }));
  }
  const list = listAt(chip, core, offset);
  if (list === undefined) return [];
  const found: ShownValue[] = [];
  for (let k = first; k < Math.min(list.length, first + count); k++) {
    found.push(shown(chip, core, elementPlace(chip, list, k)));
  }
  return found;
}
