import { INT, STRING, UNSET } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { findKey } from "./equality.ts";
import { TABLE_VALUES } from "./hash-table.ts";
import { LIST_CAPACITY, LIST_DATA, LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import { HASH_OF } from "./questions.ts";
import { countOf, PLACES } from "./table-iteration.ts";
import { forgetTouched } from "./work-budget.ts";

/// The short way of instructions to the entries of dictionaries, and of loops to the next key. For keys that are ints or texts each
/// instruction remembers, outside of any core's memory, the number of the key that it found last, and looks there and behind it first.
/// It finds what the long way finds, at the same cost. What is false has done nothing, and the instruction must go the long way.
interface Hinted {
  /// d = dict[key]
  read(chip: Chip, at: number, d: number, dict: number, key: number): boolean;
  /// dict[key] = value, of a key that is there, if the list of values can hold the value as it is.
  write(chip: Chip, at: number, dict: number, key: number, value: number): boolean;
  /// d = the next key of the dictionary that a loop goes through by slots `w` and `w + 2`, if there is one.
  next(d: number, w: number): boolean;
}

/// Over a memory, for programs of at most `room` words. Made once for each memory, as the interpreter is, which makes it fast.
export function hintedOver(words: Int32Array, bytes: Uint8Array, room: number): Hinted {
  const hints = new Int32Array(room);

  /// The number of a key; -1 if there is none, or the long way has to be taken.
  function find(chip: Chip, at: number, dict: number, key: number): number {
    const tag = words[key + 1] as number;
    if (tag !== STRING && tag !== INT) return -1;
    const table = words[dict] as number;
    const keys = (words[table >> 2] as number) >> 2;
    const hint = hints[at] as number;
    const length = words[keys + LIST_LENGTH] as number;
    if (words[keys + LIST_ELEMENTS] === tag && hint < length) {
      const data = (words[keys + LIST_DATA] as number) >> 2;
      const value = words[key] as number;
      if (words[data + hint] === value) return hint;
      // A loop often goes through the keys in their order.
      const next = hint + 1 < length ? hint + 1 : 0;
      if (words[data + next] === value) {
        hints[at] = next;
        return next;
      }
    }
    // Keys that are objects may have to be asked, which only the long way can.
    if (words[keys + LIST_ELEMENTS] !== tag && chip.program.classes.helpers.has(HASH_OF)) return -1;
    const found = findKey(chip, table, tag, key);
    if (found >= 0) {
      hints[at] = found;
      // Its cost is the same whether it was searched for or not.
      forgetTouched(chip);
      chip.work = 0;
    }
    return found;
  }

  return {
    read(chip, at, d, dict, key) {
      const found = find(chip, at, dict, key);
      if (found < 0) return false;
      const values = (words[((words[dict] as number) >> 2) + TABLE_VALUES * 2] as number) >> 2;
      const data = words[values + LIST_DATA] as number;
      const elements = words[values + LIST_ELEMENTS] as number;
      words[d] = words[(data >> 2) + found] as number;
      words[d + 1] =
        elements === MIXED ? (bytes[data + (words[values + LIST_CAPACITY] as number) * 4 + found] as number) : elements;
      return true;
    },
    write(chip, at, dict, key, value) {
      const tag = words[value + 1] as number;
      const values = (words[((words[dict] as number) >> 2) + TABLE_VALUES * 2] as number) >> 2;
      const elements = words[values + LIST_ELEMENTS] as number;
      if (tag === UNSET || (elements !== tag && elements !== MIXED)) return false;
      const found = find(chip, at, dict, key);
      if (found < 0) return false;
      const data = words[values + LIST_DATA] as number;
      words[(data >> 2) + found] = words[value] as number;
      if (elements === MIXED) bytes[data + (words[values + LIST_CAPACITY] as number) * 4 + found] = tag;
      return true;
    },
    next(d, w) {
      const keys = (words[(words[w] as number) >> 2] as number) >> 2;
      const length = words[keys + LIST_LENGTH] as number;
      const state = words[w + 2] as number;
      const at = state & PLACES;
      if (words[w + 3] !== INT || at >= length || (state & ~PLACES) !== countOf(length)) return false;
      const data = words[keys + LIST_DATA] as number;
      const elements = words[keys + LIST_ELEMENTS] as number;
      words[d] = words[(data >> 2) + at] as number;
      words[d + 1] =
        elements === MIXED ? (bytes[data + (words[keys + LIST_CAPACITY] as number) * 4 + at] as number) : elements;
      words[w + 2] = state + 1;
      return true;
    },
  };
}
