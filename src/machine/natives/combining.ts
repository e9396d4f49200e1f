import { INT, LIST_TAG, REAL, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { OVERFLOW, setFault } from "../faults.ts";
import { LIST_LENGTH } from "../list-layout.ts";
import { elementTag, elementWord, listLength, newList, setElement } from "../lists.ts";
import { outOfMemory, setReal, setSlot } from "../slots.ts";
import { spend } from "../work-budget.ts";

// What a reduction makes of all cores' values: of numbers one number, of lists a list, element by element.

export const operators = ["sum", "min", "max", "prod"] as const;
export type Operator = (typeof operators)[number];

export function isList(tag: number): boolean {
  return tag === LIST_TAG || tag === TUPLE_TAG;
}

/// Combines the cores' values, in the order given, into slot `d`: words where a value stands and its tag in the next one's low
/// byte. All are numbers, or all lists of one length. False with a fault if it cannot be done.
export function combine(chip: Chip, core: Core, op: Operator, values: readonly number[], d: number): boolean {
  const { words, reals } = chip;
  const total = new Total();
  for (const at of values) {
    const tag = (words[at + 1] as number) & 0xff;
    if (isList(tag)) return combineLists(chip, core, op, values, d);
    total.add(op, (tag === REAL ? reals[at] : words[at]) as number, tag === REAL);
  }
  if (!total.fits) {
    setFault(chip, core, OVERFLOW);
    return false;
  }
  if (total.isReal) setReal(chip, d, total.value);
  else setSlot(chip, d, INT, total.value);
  return true;
}

class Total {
  value = 0;
  isReal = false;
  private isEmpty = true;

  add(op: Operator, value: number, isReal: boolean): void {
    if (this.isEmpty) {
      this.value = value;
      this.isReal = isReal;
      this.isEmpty = false;
    } else if (op === "sum" || op === "prod") {
      const result = op === "sum" ? this.value + value : this.value * value;
      this.isReal = this.isReal || isReal;
      this.value = this.isReal ? Math.fround(result) : result;
    } else if (op === "min" ? value < this.value : value > this.value) {
      this.value = value;
      this.isReal = isReal;
    }
  }

  get fits(): boolean {
    return this.isReal || (this.value | 0) === this.value || this.value === 0;
  }
}

function combineLists(chip: Chip, core: Core, op: Operator, values: readonly number[], d: number): boolean {
  const { words } = chip;
  const length = listLength(chip, words[values[0] as number] as number);
  spend(chip, length * values.length);
  const totals: Total[] = [];
  for (let k = 0; k < length; k++) {
    const total = new Total();
    for (const at of values) {
      const list = words[at] as number;
      const real = elementTag(chip, list, k) === REAL;
      const word = elementWord(chip, list, k);
      total.add(op, (real ? chip.reals[word] : words[word]) as number, real);
    }
    if (!total.fits) {
      setFault(chip, core, OVERFLOW);
      return false;
    }
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
