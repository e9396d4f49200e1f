import { INT, LIST_TAG, RANGE, STRING, TUPLE_TAG, VIEW } from "../../bytecode/values.ts";
import { byteAt, bytesLength, isBytes } from "../bytes.ts";
import type { Chip, Core } from "../chip.ts";
import { goesByIndex, keyOrder, keysOf, valuesOf } from "../hash-table.ts";
import { allocate, RAW } from "../heap.ts";
import { LIST_ELEMENTS, LIST_LENGTH } from "../list-layout.ts";
import { elementSlot, elementTag, listLength, newList, setElement } from "../lists.ts";
import { PIN } from "../memory-map.ts";
import { rangeElement, rangeParts } from "../ranges.ts";
import { FAULTED, outOfMemory, setSlot } from "../slots.ts";
import { characterAt, storeString, stringBytes, stringLength } from "../strings.ts";
import { kindOfView, tableIn, VIEW_ITEMS, VIEW_KEYS, VIEW_VALUES } from "../views.ts";
import { touchCharacters } from "../work-budget.ts";
import { wrongArgument } from "./native.ts";

// How natives make lists of things that are new themselves. The list is pinned until it is in a slot, and whatever is
// made is put into it before anything else is allocated, so a collection at any allocation finds all of it.

// Lists have the other one (lists.ts).
const PIN_BUILT = 1;

/// Makes slot `d` hold a new list (or tuple, by `tag`) whose elements have one tag: `make` gives each one's word,
/// or 0 when memory is out. False with a fault if there was no room.
export function storeList(
  chip: Chip,
  core: Core,
  d: number,
  tag: number,
  length: number,
  elements: number,
  make: (k: number) => number,
): boolean {
  const { words } = chip;
  const list = newList(chip, core, length, false);
  const pin = core.registers + PIN + PIN_BUILT;
  words[pin] = list;
  let made = list !== 0;
  if (made) words[(list >> 2) + LIST_ELEMENTS] = elements;
  for (let k = 0; k < length && made; k++) {
    const word = make(k);
    made = word !== 0;
    if (!made) break;
    setElement(chip, core, list, k, word, elements);
    words[(list >> 2) + LIST_LENGTH] = k + 1;
  }
  words[pin] = 0;
  if (made) setSlot(chip, d, tag, list);
  else outOfMemory(chip, core, length * 4);
  return made;
}

/// The address of a new tuple of values that are all in slots or pinned; 0 if memory is out.
export function newTuple(chip: Chip, core: Core, tags: readonly number[], values: readonly number[]): number {
  const tuple = newList(
    chip,
    core,
    tags.length,
    tags.some((tag) => tag !== tags[0]),
  );
  if (tuple === 0) return 0;
  for (let k = 0; k < tags.length; k++) {
    setElement(chip, core, tuple, k, values[k] as number, tags[k] as number);
    chip.words[(tuple >> 2) + LIST_LENGTH] = k + 1;
  }
  return tuple;
}

/// The address of a new string of these characters; 0 if memory is out.
export function newString(chip: Chip, core: Core, codes: ArrayLike<number>): number {
  const address = allocate(chip, core, stringBytes(codes), RAW);
  if (address !== 0) storeString(chip, address, codes);
  touchCharacters(chip, codes.length);
  return address;
}

/// Makes slot `d` hold a list (or tuple, by `tag`) of strings. False with a fault if there was no room.
export function storeStrings(
  chip: Chip,
  core: Core,
  d: number,
  texts: readonly ArrayLike<number>[],
  tag: number = LIST_TAG,
): boolean {
  return storeList(chip, core, d, tag, texts.length, STRING, (k) =>
    newString(chip, core, texts[k] as ArrayLike<number>),
  );
}

/// Makes a slot that holds a dictionary, a set, a view, a range or bytes hold a list of what it gives, which must not be changed: 1 if it does
/// now, 0 if it holds something else, -1 with a fault.
export function gather(chip: Chip, core: Core, slot: number): number {
  const tag = chip.words[slot + 1] as number;
  const value = chip.words[slot] as number;
  if (tag === RANGE) {
    const parts = rangeParts(chip, value);
    return storeInts(chip, core, slot, parts.length, (k) => rangeElement(parts, k)) ? 1 : FAULTED;
  }
  if (isBytes(tag)) {
    return storeInts(chip, core, slot, bytesLength(chip, tag, value), (k) => byteAt(chip, tag, value, k)) ? 1 : FAULTED;
  }
  const table = tableIn(chip, tag, value);
  if (table === 0) return 0;
  const which = tag === VIEW ? kindOfView(chip, value) : VIEW_KEYS;
  if (which === VIEW_VALUES) setSlot(chip, slot, LIST_TAG, valuesOf(chip, table));
  else if (which === VIEW_ITEMS) return storeItems(chip, core, slot, table) ? 1 : FAULTED;
  else if (goesByIndex(chip, table)) return storeOrdered(chip, core, slot, table) ? 1 : FAULTED;
  else setSlot(chip, slot, LIST_TAG, keysOf(chip, table));
  return 1;
}

function storeItems(chip: Chip, core: Core, slot: number, table: number): boolean {
  const keys = keysOf(chip, table);
  const values = valuesOf(chip, table);
  const wordOf = (list: number, k: number): number => chip.words[elementSlot(chip, list, k)] as number;
  return storeList(chip, core, slot, LIST_TAG, listLength(chip, keys), TUPLE_TAG, (k) =>
    newTuple(
      chip,
      core,
      [elementTag(chip, keys, k), elementTag(chip, values, k)],
      [wordOf(keys, k), wordOf(values, k)],
    ),
  );
}

/// Makes a slot hold a list of a set's ints, in the set's order.
function storeOrdered(chip: Chip, core: Core, slot: number, table: number): boolean {
  const order = keyOrder(chip, table);
  const keys = keysOf(chip, table);
  return storeInts(
    chip,
    core,
    slot,
    order.length,
    (k) => chip.words[elementSlot(chip, keys, order[k] as number)] as number,
  );
}

/// Makes a slot hold a list of `length` ints. Until then, the slot must hold the value that they are computed from.
function storeInts(chip: Chip, core: Core, slot: number, length: number, make: (k: number) => number): boolean {
  const list = newList(chip, core, length, false);
  if (list === 0) {
    outOfMemory(chip, core, length * 4);
    return false;
  }
  for (let k = 0; k < length; k++) {
    setElement(chip, core, list, k, make(k), INT);
    chip.words[(list >> 2) + LIST_LENGTH] = k + 1;
  }
  setSlot(chip, slot, LIST_TAG, list);
  return true;
}

/// The list or tuple that an argument is; a string becomes, in the argument's slot, the list of its characters, and what else has
/// elements a list of these.
/// 0 with a fault if it is something else.
export function listOf(chip: Chip, core: Core, native: number, args: number, index: number): number {
  const slot = args + index * 2;
  const tag = chip.words[slot + 1] as number;
  if (tag === STRING) {
    const text = chip.words[slot] as number;
    const character = (k: number): number => newString(chip, core, [characterAt(chip, text, k)]);
    if (!storeList(chip, core, slot, LIST_TAG, stringLength(chip, text), STRING, character)) return 0;
  } else if (tag !== LIST_TAG && tag !== TUPLE_TAG) {
    const gathered = gather(chip, core, slot);
    if (gathered === 0) wrongArgument(chip, core, native, args, index);
    if (gathered !== 1) return 0;
  }
  return chip.words[slot] as number;
}
