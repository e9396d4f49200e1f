import * as isa from "../bytecode/isa.ts";
import { BOOL, INT, LIST_TAG, NONE, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import { arithmetic } from "./arithmetic.ts";
import type { Chip, Core } from "./chip.ts";
import { joinLists, joinStrings, repeat } from "./concatenation.ts";
import { formatValue } from "./display-value.ts";
import { WRONG_TYPES } from "./faults.ts";
import { append, elementTag, elementWord, listLength } from "./lists.ts";
import { percentFormat } from "./percent-format.ts";
import { FAULTED, fault, isNumber, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { charactersToCopy, storeFormatted, storeJoined } from "./store-text.ts";
import { codesOf, loadString } from "./strings.ts";

// What an operator between two values does when the interpreter does not do it itself, by the types of the two.

/// d = a op b, for ADD to SHR.
export function binary(chip: Chip, core: Core, op: number, d: number, a: number, b: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, a) || !requireSet(chip, core, b)) return FAULTED;
  const ta = words[a + 1] as number;
  const tb = words[b + 1] as number;
  if (op === isa.ADDTO) return addTo(chip, core, d, a, b);
  if (isNumber(ta) && isNumber(tb)) return arithmetic(chip, core, op, d, a, b);
  if (op === isa.ADD) {
    if (ta === STRING || tb === STRING) {
      // Text and a number are joined, as ePython does.
      if (ta === STRING && tb === STRING) return joinStrings(chip, core, d, a, b);
      if (isNumber(ta) || isNumber(tb) || ta === NONE || tb === NONE) {
        const text = formatValue(chip, ta, a) + formatValue(chip, tb, b);
        return storeJoined(chip, core, d, codesOf(text), copied(chip, a) + copied(chip, b));
      }
    }
    if ((ta === LIST_TAG || ta === TUPLE_TAG) && ta === tb) return joinLists(chip, core, d, a, b, ta);
  }
  if (op === isa.MOD && ta === STRING) {
    const text = percentFormat(chip, loadString(chip, words[a] as number), tb, b);
    return storeFormatted(chip, core, d, text, copied(chip, a) + copied(chip, b));
  }
  if (op === isa.MUL) {
    if (ta === INT || ta === BOOL) return repeat(chip, core, d, b, tb, words[a] as number, ta, op);
    if (tb === INT || tb === BOOL) return repeat(chip, core, d, a, ta, words[b] as number, tb, op);
  }
  return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
}

function copied(chip: Chip, slot: number): number {
  return charactersToCopy(chip, chip.words[slot + 1] as number, chip.words[slot] as number);
}

// a += b: a list grows in place, as in Python, so that all who know it see it.
function addTo(chip: Chip, core: Core, d: number, a: number, b: number): number {
  const { words } = chip;
  const tb = words[b + 1] as number;
  if (words[a + 1] !== LIST_TAG || (tb !== LIST_TAG && tb !== TUPLE_TAG)) return binary(chip, core, isa.ADD, d, a, b);
  const list = words[a] as number;
  const other = words[b] as number;
  const length = listLength(chip, other);
  for (let i = 0; i < length; i++) {
    const word = words[elementWord(chip, other, i)] as number;
    if (!append(chip, core, list, word, elementTag(chip, other, i))) return outOfMemory(chip, core, 4);
  }
  setSlot(chip, d, LIST_TAG, list);
  return 0;
}
