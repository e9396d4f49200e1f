import { BYTES, DICT, FROZENSET, INT, LIST_TAG, SET, VIEW } from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { FIRST_KEY, placeAt, placesOf, TABLE_INDEX, TABLE_KEYS, TABLE_VALUES } from "../machine/hash-table.ts";
import { LIST_BYTES, MIXED } from "../machine/list-layout.ts";
import { SLOT_BYTES } from "../machine/memory-map.ts";
import { recordSlot } from "../machine/records.ts";
import { VIEW_ITEMS, VIEW_VALUES } from "../machine/views.ts";
import { type ListParts, lies, listAt } from "./list-parts.ts";

// Dictionaries, sets and views as people see them, read from a core that may be running: as in list-parts.ts nothing here trusts what is
// in its memory.

/// What a dictionary or set consists of, if an address of a core's is one.
export interface TableParts {
  readonly keys: ListParts;
  /// Of a dictionary.
  readonly values: ListParts | undefined;
  /// The numbers of its keys, in its order.
  readonly order: readonly number[];
  /// Bytes of its index; 0 if it has none.
  readonly indexBytes: number;
  /// The address of the index.
  readonly index: number;
  /// Bytes of all its blocks.
  readonly bytes: number;
}

function slotOf(chip: Chip, core: Core, record: number, k: number, tag: number): number | undefined {
  if (!lies(core, record, (k + 1) * 8)) return undefined;
  const slot = recordSlot(record, k);
  return chip.words[slot + 1] === tag ? (chip.words[slot] as number) : undefined;
}

export function tableAt(chip: Chip, core: Core, tag: number, address: number): TableParts | undefined {
  const keysAt = slotOf(chip, core, address, TABLE_KEYS, LIST_TAG);
  const keys = keysAt === undefined ? undefined : listAt(chip, core, keysAt);
  if (keys === undefined) return undefined;
  const valuesAt = tag === DICT ? slotOf(chip, core, address, TABLE_VALUES, LIST_TAG) : undefined;
  const values = valuesAt === undefined ? undefined : listAt(chip, core, valuesAt);
  if (tag === DICT && (values === undefined || values.length < keys.length)) return undefined;
  const index = slotOf(chip, core, address, TABLE_INDEX, BYTES) ?? 0;
  const size = index !== 0 && lies(core, index, 4) ? (chip.words[index >> 2] as number) : 0;
  const indexBytes = size > 0 && lies(core, index, 4 + size) ? size + 4 : 0;
  const ordered = tag !== DICT && keys.elements === INT && indexBytes > 0;
  const order = ordered ? orderOf(chip, index, keys.length) : Array.from({ length: keys.length }, (_, k) => k);
  const lists = values === undefined ? [keys] : [keys, values];
  const bytes = lists.reduce((sum, list) => sum + LIST_BYTES + listBytes(list), recordBytes(tag) + indexBytes);
  return { keys, values, order, indexBytes, index, bytes };
}

function recordBytes(tag: number): number {
  return (tag === DICT ? TABLE_VALUES + 1 : TABLE_VALUES) * SLOT_BYTES;
}

function listBytes({ capacity, elements }: ListParts): number {
  return capacity * (elements === MIXED ? 5 : 4);
}

function orderOf(chip: Chip, index: number, length: number): number[] {
  const places = placesOf(chip, index);
  const order: number[] = [];
  for (let at = 0; at < places; at++) {
    const key = placeAt(chip, index, places, at) - FIRST_KEY;
    if (key >= 0 && key < length) order.push(key);
  }
  return order;
}

/// The dictionary that a view is of, and which of its parts the view shows.
export function viewAt(
  chip: Chip,
  core: Core,
  address: number,
): { readonly dict: number; readonly which: number } | undefined {
  const dict = slotOf(chip, core, address, 0, DICT);
  const which = slotOf(chip, core, address, 1, INT);
  return dict === undefined || which === undefined ? undefined : { dict, which };
}

/// How the text of each begins and ends.
export function bracketsOf(tag: number, which: number, isEmpty: boolean): readonly [string, string] {
  if (tag === VIEW) {
    return [which === VIEW_VALUES ? "dict_values([" : which === VIEW_ITEMS ? "dict_items([" : "dict_keys([", "])"];
  }
  if (tag === FROZENSET) return isEmpty ? ["frozenset(", ")"] : ["frozenset({", "})"];
  return tag === SET && isEmpty ? ["set(", ")"] : ["{", "}"];
}
