import { DICT, INSTANCE, isTable, LIST_TAG, TUPLE_TAG } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { keysOf, valuesOf } from "./hash-table.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";

const DEEPEST = 50;

/// Whether a list or tuple has an instance in it, however deep.
export function holdsInstance(chip: Chip, tag: number, word: number, depth = 0): boolean {
  if (tag === INSTANCE) return depth > 0;
  if ((tag !== LIST_TAG && tag !== TUPLE_TAG) || depth > DEEPEST) return false;
  const list = chip.words[word] as number;
  const length = listLength(chip, list);
  for (let k = 0; k < length; k++) {
    if (holdsInstance(chip, elementTag(chip, list, k), elementWord(chip, list, k), depth + 1)) return true;
  }
  return false;
}

/// The same of what is shown with its elements, dictionaries and sets included.
export function showsInstance(chip: Chip, tag: number, word: number, depth = 0): boolean {
  if (tag === INSTANCE) return depth > 0;
  if (depth > DEEPEST) return false;
  const value = chip.words[word] as number;
  const lists = isTable(tag)
    ? [keysOf(chip, value), ...(tag === DICT ? [valuesOf(chip, value)] : [])]
    : tag === LIST_TAG || tag === TUPLE_TAG
      ? [value]
      : [];
  return lists.some((list) => {
    const length = listLength(chip, list);
    for (let k = 0; k < length; k++)
      if (showsInstance(chip, elementTag(chip, list, k), elementWord(chip, list, k), depth + 1)) return true;
    return false;
  });
}
