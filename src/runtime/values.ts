import { derivesFrom, FIRST_EXCEPTION, nameOfClass } from "../bytecode/exceptions.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import {
  BOOL,
  CELL,
  CLASS,
  CLOSURE,
  DICT,
  FROZENSET,
  FUNCTION,
  INSTANCE,
  INT,
  isTable,
  LIST_TAG,
  NATIVE_FUNCTION,
  NONE,
  RANGE,
  REAL,
  SET,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
  typeName,
  UNSET,
  VIEW,
} from "../bytecode/values.ts";
import { addressOf } from "../machine/addresses.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { formatReal, quoted } from "../machine/display-value.ts";
import { LIST_BYTES, MIXED } from "../machine/list-layout.ts";
import { SLOT_BYTES } from "../machine/memory-map.ts";
import { rangeText } from "../machine/ranges.ts";
import { recordSlot } from "../machine/records.ts";
import { VIEW_ITEMS, VIEW_VALUES } from "../machine/views.ts";
import { type ListParts, lies, listAt } from "./list-parts.ts";
import type { ShownValue } from "./protocol/inspection.ts";
import { bracketsOf, type TableParts, tableAt, viewAt } from "./tables.ts";

// Values as people see them, read from a core that may be running: nothing here trusts a length or an address.

const LONGEST_TEXT = 200;
const MOST_ELEMENTS = 50;
const DEEPEST = 6;

/// A value and where it stands: a slot, or an element of a list.
export interface Place {
  readonly tag: number;
  /// Word index of the value.
  readonly word: number;
  /// Bytes of the place itself.
  readonly bytes: number;
}

/// The place of a variable: its slot, or the cell that it lies in.
export function variablePlace(chip: Chip, core: Core, slot: number): Place {
  const place = slotPlace(chip, slot);
  const cell = chip.words[slot] as number;
  return place.tag === CELL && lies(core, cell, SLOT_BYTES) ? slotPlace(chip, cell >> 2) : place;
}

export function slotPlace(chip: Chip, slot: number): Place {
  return { tag: chip.words[slot + 1] as number, word: slot, bytes: SLOT_BYTES };
}

/// The place of a list's element.
export function elementPlace(chip: Chip, list: ListParts, index: number): Place {
  const mixed = list.elements === MIXED;
  const tag = mixed ? (chip.bytes[list.data + list.capacity * 4 + index] as number) : list.elements;
  return { tag, word: (list.data >> 2) + index, bytes: mixed ? 5 : 4 };
}

/// The length and first characters of a string, if an address of a core's is one.
export function stringAt(
  chip: Chip,
  core: Core,
  address: number,
  from = 0,
  most = LONGEST_TEXT,
): { readonly length: number; readonly wide: boolean; readonly text: string } | undefined {
  if (!lies(core, address, 4)) return undefined;
  const head = chip.words[address >> 2] as number;
  const wide = (head & 1) === 1;
  const length = head >> 1;
  if (length < 0 || !lies(core, address, 4 + length * (wide ? 4 : 1))) return undefined;
  let text = "";
  for (let k = from; k < Math.min(length, from + most); k++) {
    const code = (wide ? chip.words[(address >> 2) + 1 + k] : chip.bytes[address + 4 + k]) as number;
    text += code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\u{fffd}";
  }
  return { length, wide, text };
}

/// A value as people see it.
export function shown(chip: Chip, core: Core, place: Place): ShownValue {
  const { tag, word } = place;
  const value = chip.words[word] as number;
  const address = addressOf(chip, core, word * 4);
  const base = { type: typeName(tag), text: textOf(chip, core, place), address };
  if (tag === STRING) {
    const string = stringAt(chip, core, value, 0, 0);
    const size = string === undefined ? 0 : 4 + string.length * (string.wide ? 4 : 1);
    const object = string === undefined ? null : addressOf(chip, core, value);
    return { ...base, length: string?.length ?? null, bytes: place.bytes + size, object };
  }
  if (tag === LIST_TAG || tag === TUPLE_TAG) {
    const list = listAt(chip, core, value);
    const size = list === undefined ? 0 : LIST_BYTES + list.capacity * (list.elements === MIXED ? 5 : 4);
    const object = list === undefined ? null : addressOf(chip, core, value);
    return { ...base, length: list?.length ?? null, bytes: place.bytes + size, object };
  }
  if (isTable(tag)) {
    const table = tableAt(chip, core, tag, value);
    const object = table === undefined ? null : addressOf(chip, core, value);
    return { ...base, length: table?.order.length ?? null, bytes: place.bytes + (table?.bytes ?? 0), object };
  }
  return { ...base, length: null, bytes: place.bytes, object: null };
}

/// An element of a set, or the value of a dictionary's entry with its key.
export function shownEntry(chip: Chip, core: Core, table: TableParts, k: number): ShownValue {
  const key = table.order[k] as number;
  const keyPlace = elementPlace(chip, table.keys, key);
  if (table.values === undefined) return shown(chip, core, keyPlace);
  return { ...shown(chip, core, elementPlace(chip, table.values, key)), key: textOf(chip, core, keyPlace) };
}

/// The text of a value that is in no slot, such as one that is sent, in at most `most` characters.
export function valueText(chip: Chip, core: Core, tag: number, value: number, most: number): string {
  if (tag === REAL) return formatReal(new Float32Array(Int32Array.of(value).buffer)[0] as number);
  const text = writeOne(chip, core, tag, 0, value, [], { left: most });
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function textOf(chip: Chip, core: Core, place: Place): string {
  return shorten(write(chip, core, place, [], { left: LONGEST_TEXT }));
}

/// A text that is too long ends in `…`.
export function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

function write(
  chip: Chip,
  core: Core,
  { tag, word }: Place,
  within: readonly number[],
  room: { left: number },
): string {
  const value = chip.words[word] as number;
  const text = writeOne(chip, core, tag, word, value, within, room);
  room.left -= text.length;
  return text;
}

function writeOne(
  chip: Chip,
  core: Core,
  tag: number,
  word: number,
  value: number,
  within: readonly number[],
  room: { left: number },
): string {
  const { classic, debug } = chip.image;
  switch (tag) {
    case UNSET:
      return "unset";
    case INT:
      return String(value);
    case REAL:
      return formatReal(chip.reals[word] as number);
    case BOOL:
      return classic === true ? (value === 0 ? "false" : "true") : value === 0 ? "False" : "True";
    case NONE:
      return classic === true ? "NONE" : "None";
    case FUNCTION:
      return debug.functions[value]?.name ?? "function";
    case CLOSURE: {
      const number = lies(core, value, SLOT_BYTES) ? (chip.words[value >> 2] as number) : -1;
      return debug.functions[number]?.name ?? "function";
    }
    case CLASS:
      return nameOfClass(chip.image, value);
    case INSTANCE:
      return instanceText(chip, core, value, within, room);
    case NATIVE_FUNCTION:
    case TYPE_TAG:
      return nativeByNumber(value)?.name ?? "function";
    case STRING: {
      const string = stringAt(chip, core, value);
      return string === undefined ? "…" : quoted(string.text + (string.length > LONGEST_TEXT ? "…" : ""));
    }
    case LIST_TAG:
    case TUPLE_TAG: {
      const list = listAt(chip, core, value);
      if (list === undefined) return "…";
      const [open, close] = tag === LIST_TAG ? ["[", "]"] : ["(", ")"];
      if (within.length > DEEPEST || within.includes(value)) return `${open}…${close}`;
      const items: string[] = [];
      for (let k = 0; k < list.length; k++) {
        if (k >= MOST_ELEMENTS || room.left <= 0) {
          items.push("…");
          break;
        }
        items.push(write(chip, core, elementPlace(chip, list, k), [...within, value], room));
      }
      const comma = tag === TUPLE_TAG && list.length === 1 ? "," : "";
      return `${open}${items.join(", ")}${comma}${close}`;
    }
    case RANGE:
      return lies(core, value, 3 * SLOT_BYTES) ? rangeText(chip, value) : "…";
    case DICT:
    case SET:
    case FROZENSET:
    case VIEW:
      return writeTable(chip, core, tag, value, within, room);
    default:
      return "…";
  }
}

function writeTable(
  chip: Chip,
  core: Core,
  tag: number,
  value: number,
  within: readonly number[],
  room: { left: number },
): string {
  const view = tag === VIEW ? viewAt(chip, core, value) : undefined;
  const address = view?.dict ?? value;
  const table = tableAt(chip, core, tag === VIEW ? DICT : tag, address);
  if (table === undefined) return "…";
  const [open, close] = bracketsOf(tag, view?.which ?? 0, table.order.length === 0);
  if (within.length > DEEPEST || within.includes(address)) return `${open}…${close}`;
  const one = (list: ListParts, k: number): string =>
    write(chip, core, elementPlace(chip, list, k), [...within, address], room);
  const items: string[] = [];
  for (const k of table.order) {
    if (items.length >= MOST_ELEMENTS || room.left <= 0) {
      items.push("…");
      break;
    }
    const { keys, values } = table;
    if (tag === DICT && values !== undefined) items.push(`${one(keys, k)}: ${one(values, k)}`);
    else if (view?.which === VIEW_VALUES && values !== undefined) items.push(one(values, k));
    else if (view?.which === VIEW_ITEMS && values !== undefined) items.push(`(${one(keys, k)}, ${one(values, k)})`);
    else items.push(one(keys, k));
  }
  return `${open}${items.join(", ")}${close}`;
}

/// An exception as it is made: the name of its class, with its arguments.
function instanceText(
  chip: Chip,
  core: Core,
  instance: number,
  within: readonly number[],
  room: { left: number },
): string {
  if (!lies(core, instance, SLOT_BYTES * 2)) return "…";
  const number = chip.words[recordSlot(instance, 0)] as number;
  const name = nameOfClass(chip.image, number);
  const args = recordSlot(instance, 1);
  if (!derivesFrom(chip.image, number, FIRST_EXCEPTION) || chip.words[args + 1] !== TUPLE_TAG) return name;
  if (within.length > DEEPEST || within.includes(instance)) return `${name}(…)`;
  return name + write(chip, core, slotPlace(chip, args), [...within, instance], room).replace(/,\)$/, ")");
}
