import { CLASS, isTable, LIST_TAG, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import { addressOf, offsetOf } from "../machine/addresses.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { quoted } from "../machine/display-value.ts";
import { POSTBOX_BYTES } from "../machine/memory-map.ts";
import { clockOf, findBox, isFull, kindOf, messageCalls, state, tagOf } from "../machine/postbox.ts";
import { shownTime } from "../machine/timing/clock.ts";
import { type ListParts, listAt } from "./list-parts.ts";
import { partsAt } from "./objects.ts";
import { placeOf } from "./places.ts";
import type {
  Call,
  CoreInspection,
  GlobalScope,
  Opened,
  PostboxEntry,
  ShownValue,
  Variable,
} from "./protocol/inspection.ts";
import { elementPlace, variablePlace } from "./slot-places.ts";
import { framesOf } from "./stack.ts";
import { tableAt } from "./tables.ts";
import { stringAt } from "./text-at.ts";
import { shown, shownEntry, shownPart } from "./values.ts";

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

/// Elements of a list or tuple, entries of a dictionary or set, characters of a string, or the named parts of an object.
export function elements(
  chip: Chip,
  core: Core,
  { tag, object }: Opened,
  from: number,
  count: number,
): readonly ShownValue[] {
  const value = object === null ? undefined : tag === CLASS ? object : offsetOf(chip, core, object);
  if (object === null || value === undefined) return [];
  const first = Math.max(0, from);
  const portion = <Kind>(all: readonly Kind[]): readonly Kind[] => all.slice(first, first + count);
  if (tag === STRING) return characters(chip, core, value, object, first, count);
  if (isTable(tag)) {
    const table = tableAt(chip, core, tag, value);
    return table === undefined ? [] : portion(table.order).map((key) => shownEntry(chip, core, table, key));
  }
  if (tag !== LIST_TAG && tag !== TUPLE_TAG) {
    return portion(partsAt(chip, core, tag, value)).map((part) => shownPart(chip, core, part));
  }
  const list = listAt(chip, core, value);
  const found: ShownValue[] = [];
  for (let k = first; k < Math.min(list?.length ?? 0, first + count); k++) {
    found.push(shown(chip, core, elementPlace(chip, list as ListParts, k)));
  }
  return found;
}

function characters(
  chip: Chip,
  core: Core,
  value: number,
  address: number,
  first: number,
  count: number,
): readonly ShownValue[] {
  const string = stringAt(chip, core, value, first, count);
  const size = string?.wide ? 4 : 1;
  return [...(string?.text ?? "")].map((character, k) => ({
    tag: STRING,
    type: "string",
    text: quoted(character),
    length: 1,
    address: address + 4 + (first + k) * size,
    bytes: size,
    object: null,
    parts: null,
  }));
}
