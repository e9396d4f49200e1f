import { INT, LIST_TAG, REAL, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { LENGTH_MISMATCH, OVERFLOW, setFault } from "../faults.ts";
import { LIST_LENGTH } from "../list-layout.ts";
import { elementTag, elementWord, listLength, newList, setElement } from "../lists.ts";
import { outOfMemory, setReal, setSlot } from "../slots.ts";
import { spend } from "../work.ts";

// What a reduction makes of all cores' values: of numbers one number, of lists a list, element by element.

export type Operator = "sum" | "min" | "max" | "prod";

/// One core's value: its tag and the word where it stands.
export interface Part {
  readonly tag: number;
  readonly at: number;
}

export function isList(tag: number): boolean {
  return tag === LIST_TAG || tag === TUPLE_TAG;
}

/// Combines the cores' values, in the order given, into slot `d`. False with a fault if it cannot be done.
export function combine(chip: Chip, core: Core, op: Operator, parts: readonly Part[], d: number): boolean {
  if (parts.some(({ tag }) => isList(tag))) return combineLists(chip, core, op, parts, d);
  const total = combineNumbers(chip, core, op, parts);
  if (total === undefined) return false;
  if (total.isReal) setReal(chip, d, total.value);
  else setSlot(chip, d, INT, total.value);
  return true;
}

interface Total {
  readonly value: number;
  readonly isReal: boolean;
}

function combineNumbers(chip: Chip, core: Core, op: Operator, parts: readonly Part[]): Total | undefined {
  let value = 0;
  let isReal = false;
  parts.forEach(({ tag, at }, k) => {
    const real = tag === REAL;
    const theirs = (real ? chip.reals[at] : chip.words[at]) as number;
    if (k === 0) {
      value = theirs;
      isReal = real;
    } else if (op === "sum" || op === "prod") {
      value = op === "sum" ? value + theirs : value * theirs;
      isReal = isReal || real;
      if (isReal) value = Math.fround(value);
    } else if (op === "min" ? theirs < value : theirs > value) {
      value = theirs;
      isReal = real;
    }
  });
  if (isReal || (value | 0) === value || value === 0) return { value, isReal };
  setFault(chip, core, OVERFLOW);
  return undefined;
}

function combineLists(chip: Chip, core: Core, op: Operator, parts: readonly Part[], d: number): boolean {
  const { words } = chip;
  const lengthOf = ({ tag, at }: Part): number => (isList(tag) ? listLength(chip, words[at] as number) : -1);
  const length = Math.max(...parts.map(lengthOf));
  const other = parts.find((part) => lengthOf(part) !== length);
  if (other !== undefined) {
    // A number among lists counts as one element.
    setFault(chip, core, LENGTH_MISMATCH, length, Math.abs(lengthOf(other)));
    return false;
  }
  spend(chip, length * parts.length);
  const lists = parts.map(({ at }) => words[at] as number);
  const totals: Total[] = [];
  for (let k = 0; k < length; k++) {
    const elements = lists.map((list) => ({ tag: elementTag(chip, list, k), at: elementWord(chip, list, k) }));
    const total = combineNumbers(chip, core, op, elements);
    if (total === undefined) return false;
    totals.push(total);
  }
  const mixed = totals.some(({ isReal }) => isReal !== totals[0]?.isReal);
  const list = newList(chip, core, length, mixed);
  if (list === 0) {
    outOfMemory(chip, core, length * 4);
    return false;
  }
  totals.forEach(({ value, isReal }, k) => {
    setElement(chip, core, list, k, value, isReal ? REAL : INT);
    if (isReal) chip.reals[elementWord(chip, list, k)] = value;
    words[(list >> 2) + LIST_LENGTH] = k + 1;
  });
  setSlot(chip, d, LIST_TAG, list);
  return true;
}
