import { derivesFrom, FIRST_EXCEPTION, nameOfClass } from "../bytecode/exceptions.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import {
  BOOL,
  BOUND,
  BYTEARRAY,
  BYTES,
  CLASS,
  CLOSURE,
  COMPLEX,
  DICT,
  FROZENSET,
  FUNCTION,
  GENERATOR,
  INSTANCE,
  INT,
  ITERATOR,
  isReference,
  isTable,
  LIST_TAG,
  NATIVE_FUNCTION,
  NONE,
  RANGE,
  REAL,
  SET,
  SINGLETON,
  SINGLETON_NAMES,
  SLICE_TAG,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
  typeName,
  UNSET,
  VIEW,
} from "../bytecode/values.ts";
import { addressOf } from "../machine/addresses.ts";
import { writtenBytes } from "../machine/bytes.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { complexText, readComplex } from "../machine/complex.ts";
import { formatReal, plainReal, quoted } from "../machine/display-value.ts";
import { FINISHED, RUNNING } from "../machine/generators.ts";
import { LIST_BYTES, MIXED } from "../machine/list-layout.ts";
import { COMPLEX_BYTES, SLOT_BYTES } from "../machine/memory-map.ts";
import { rangeText } from "../machine/ranges.ts";
import { recordSlot } from "../machine/records.ts";
import { VIEW_ITEMS, VIEW_VALUES } from "../machine/views.ts";
import { type ListParts, lies, listAt } from "./list-parts.ts";
import { generatorPc, numberIn, type Part, partsAt, recordLengthAt } from "./objects.ts";
import { placeOf } from "./places.ts";
import type { ShownValue } from "./protocol/inspection.ts";
import { elementPlace, type Place, slotPlace } from "./slot-places.ts";
import { bracketsOf, type TableParts, tableAt, viewAt } from "./tables.ts";
import { LONGEST_TEXT, stringAt } from "./text-at.ts";

// Values as people see them, read from a core that may be running: nothing here trusts a length or an address.

const MOST_ELEMENTS = 50;
const DEEPEST = 6;

/// The length and first values of bytes, or of what a bytearray has now, as characters.
function bytesAt(chip: Chip, core: Core, tag: number, value: number): ReturnType<typeof stringAt> {
  const isOwn = tag === BYTEARRAY;
  if (isOwn && !lies(core, value, SLOT_BYTES)) return undefined;
  const found = stringAt(chip, core, isOwn ? (chip.words[recordSlot(value, 0)] as number) : value);
  return found?.wide === true ? undefined : found;
}

/// A value as people see it.
export function shown(chip: Chip, core: Core, place: Place): ShownValue {
  const { tag, word } = place;
  const value = chip.words[word] as number;
  const address = addressOf(chip, core, word * 4);
  const base = { tag, type: typeOf(chip, core, tag, value), text: textOf(chip, core, place), address, parts: null };
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
  if (tag === BYTES || tag === BYTEARRAY) {
    const found = bytesAt(chip, core, tag, value);
    const size = found === undefined ? 0 : 4 + found.length + (tag === BYTEARRAY ? SLOT_BYTES : 0);
    return { ...base, length: found?.length ?? null, bytes: place.bytes + size, object: null };
  }
  if (isTable(tag)) {
    const table = tableAt(chip, core, tag, value);
    const object = table === undefined ? null : addressOf(chip, core, value);
    return { ...base, length: table?.order.length ?? null, bytes: place.bytes + (table?.bytes ?? 0), object };
  }
  const parts = partsAt(chip, core, tag, value);
  const size = isReference(tag) ? recordLengthAt(chip, core, value) * SLOT_BYTES : 0;
  const object = tag === CLASS && parts.length > 0 ? value : size > 0 ? addressOf(chip, core, value) : null;
  return { ...base, length: null, bytes: place.bytes + size, object, parts: parts.length };
}

/// The name of a value's type: of an object that of its class.
export function typeOf(chip: Chip, core: Core, tag: number, value: number): string {
  const number = tag === INSTANCE ? numberIn(chip, core, value, CLASS) : -1;
  return number < 0 ? typeName(tag) : nameOfClass(chip.image, number);
}

/// The named part of an object, as an element of it.
export function shownPart(chip: Chip, core: Core, { name, place }: Part): ShownValue {
  return { ...shown(chip, core, place), name };
}

/// An element of a set, or the value of a dictionary's entry with its key; by the number of the key.
export function shownEntry(chip: Chip, core: Core, table: TableParts, key: number): ShownValue {
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
    case CLOSURE:
      return debug.functions[numberIn(chip, core, value, FUNCTION)]?.name ?? "function";
    case GENERATOR:
      return generatorText(chip, core, value);
    case BOUND:
      return boundText(chip, core, value, within, room);
    case ITERATOR:
      return iteratorText(chip, core, value, within, room);
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
    case BYTES:
    case BYTEARRAY: {
      const found = bytesAt(chip, core, tag, value);
      if (found === undefined) return "…";
      const codes = Array.from(found.text, (character) => character.charCodeAt(0));
      return writtenBytes(codes, tag).replace(/.\)?$/, (end) => (found.length > LONGEST_TEXT ? `…${end}` : end));
    }
    case COMPLEX:
      return lies(core, value, COMPLEX_BYTES) ? complexText(readComplex(chip, value), plainReal) : "…";
    case SLICE_TAG: {
      if (!lies(core, value, 3 * SLOT_BYTES)) return "…";
      const parts = [0, 1, 2].map((k) => write(chip, core, slotPlace(chip, recordSlot(value, k)), within, room));
      return within.length > DEEPEST ? "…" : `slice(${parts.join(", ")})`;
    }
    case SINGLETON:
      return SINGLETON_NAMES[value] ?? "…";
    case RANGE:
      return recordLengthAt(chip, core, value) >= 3 ? rangeText(chip, value) : "…";
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

/// An object with its attributes, as a call of its class would be written: `Point(x=1, y=2)`; an exception with its arguments only.
function instanceText(
  chip: Chip,
  core: Core,
  instance: number,
  within: readonly number[],
  room: { left: number },
): string {
  const number = numberIn(chip, core, instance, CLASS);
  if (number < 0) return "…";
  const name = nameOfClass(chip.image, number);
  if (within.length > DEEPEST || within.includes(instance)) return `${name}(…)`;
  const isException = derivesFrom(chip.image, number, FIRST_EXCEPTION);
  const parts = partsAt(chip, core, INSTANCE, instance);
  const [args] = parts;
  if (isException && args?.name === "args" && args.place.tag === TUPLE_TAG) {
    return name + write(chip, core, args.place, [...within, instance], room).replace(/,\)$/, ")");
  }
  const items: string[] = [];
  for (const part of parts) {
    if (room.left <= 0) {
      items.push("…");
      break;
    }
    room.left -= part.name.length + 3;
    items.push(`${part.name}=${write(chip, core, part.place, [...within, instance], room)}`);
  }
  return `${name}(${items.join(", ")})`;
}

/// Where a generator stands: `squares, at line 4`.
function generatorText(chip: Chip, core: Core, generator: number): string {
  const name = chip.image.debug.functions[numberIn(chip, core, generator, FUNCTION)]?.name ?? "generator";
  const pc = generatorPc(chip, core, generator);
  if (pc === FINISHED) return `${name}, at its end`;
  if (pc === RUNNING) return `${name}, running`;
  const { line } = placeOf(chip.image, pc);
  return line === 0 ? name : `${name}, at line ${line}`;
}

/// A method with its object: `add of Account(balance=3)`.
function boundText(chip: Chip, core: Core, bound: number, within: readonly number[], room: { left: number }): string {
  if (recordLengthAt(chip, core, bound) < 2 || within.includes(bound)) return "…";
  const [self, called] = [0, 1].map((k) =>
    write(chip, core, slotPlace(chip, recordSlot(bound, k)), [...within, bound], room),
  );
  return `${called} of ${self}`;
}

/// What an iterator goes through, and how far it has come.
function iteratorText(
  chip: Chip,
  core: Core,
  iterator: number,
  within: readonly number[],
  room: { left: number },
): string {
  if (recordLengthAt(chip, core, iterator) < 2 || within.includes(iterator)) return "…";
  const source = slotPlace(chip, recordSlot(iterator, 0));
  if (source.tag === NONE) return "at its end";
  const next = chip.words[recordSlot(iterator, 1)] as number;
  return `at ${next} of ${write(chip, core, source, [...within, iterator], room)}`;
}
