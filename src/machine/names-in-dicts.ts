import { INT, STRING } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { keysOf, tableLength, valuesOf } from "./hash-table.ts";
import { elementSlot, elementTag } from "./lists.ts";
import { loadString } from "./strings.ts";

// Values of dictionaries by keys that a template names, and that lie nowhere in memory.

/// A value by its tag and its word.
export interface NamedValue {
  readonly tag: number;
  readonly word: number;
}

/// The value of the key that is this text or this int, if the dictionary has it.
export function valueNamed(chip: Chip, dict: number, name: string | number): NamedValue | undefined {
  const keys = keysOf(chip, dict);
  const length = tableLength(chip, dict);
  for (let k = 0; k < length; k++) {
    const key = chip.words[elementSlot(chip, keys, k)] as number;
    const tag = elementTag(chip, keys, k);
    if (typeof name === "number" ? tag !== INT || key !== name : tag !== STRING || loadString(chip, key) !== name)
      continue;
    const values = valuesOf(chip, dict);
    return { tag: elementTag(chip, values, k), word: elementSlot(chip, values, k) };
  }
  return undefined;
}
