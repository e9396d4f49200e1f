import * as isa from "../bytecode/isa.ts";
import { BOOL, LIST_TAG, NONE, REAL, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { COMPARED_TOO_DEEP, WRONG_TYPES } from "./faults.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";
import { RunFault } from "./run-fault.ts";
import { overlaps, placeOf } from "./search.ts";
import { FAULTED, fault, isNumber, numberIn, requireSet } from "./slots.ts";
import { codesAt, compareStrings, stringLength } from "./strings.ts";
import { spend, touchCharacters, touchText } from "./work-budget.ts";

// How two values compare: whether they are equal, which comes first, whether one is in the other.

/// How deep lists may lie in one another where they are compared, as in Python.
const DEEPEST = 1000;

function stringOrder(chip: Chip, a: number, b: number): number {
  const least = Math.min(stringLength(chip, a), stringLength(chip, b));
  spend(chip, least >> 2);
  touchCharacters(chip, 2 * least);
  return compareStrings(chip, a, b);
}

/// Whether two values are equal, element by element. Slots may be elements' words, so the tags are passed.
export function equalValues(chip: Chip, ta: number, a: number, tb: number, b: number, depth = 0): boolean {
  spend(chip, 1);
  if (isNumber(ta) && isNumber(tb)) {
    const x = ta === REAL ? chip.reals[a] : chip.words[a];
    return x === (tb === REAL ? chip.reals[b] : chip.words[b]);
  }
  if (ta !== tb) return false;
  const va = chip.words[a] as number;
  const vb = chip.words[b] as number;
  if (ta === NONE) return true;
  if (ta === STRING) return va === vb || stringOrder(chip, va, vb) === 0;
  if (ta === LIST_TAG || ta === TUPLE_TAG) {
    const length = listLength(chip, va);
    if (va === vb) return true;
    if (length !== listLength(chip, vb)) return false;
    if (depth > DEEPEST) throw new RunFault(COMPARED_TOO_DEEP);
    for (let i = 0; i < length; i++) {
      const same = equalValues(
        chip,
        elementTag(chip, va, i),
        elementWord(chip, va, i),
        elementTag(chip, vb, i),
        elementWord(chip, vb, i),
        depth + 1,
      );
      if (!same) return false;
    }
    return true;
  }
  return va === vb;
}

/// Below 0, 0, above 0 as a comes before, equals, comes after b; NaN if they cannot be ordered (a real NaN included).
export function orderValues(chip: Chip, ta: number, a: number, tb: number, b: number, depth = 0): number {
  spend(chip, 1);
  if (isNumber(ta) && isNumber(tb)) {
    const x = (ta === REAL ? chip.reals[a] : chip.words[a]) as number;
    return x - ((tb === REAL ? chip.reals[b] : chip.words[b]) as number);
  }
  if (ta !== tb) return Number.NaN;
  const va = chip.words[a] as number;
  const vb = chip.words[b] as number;
  if (ta === STRING) return stringOrder(chip, va, vb);
  // What comes before in a list is only asked of what differs.
  if (depth > 0 && (ta === NONE || va === vb)) return 0;
  if (ta === LIST_TAG || ta === TUPLE_TAG) {
    if (depth > DEEPEST) throw new RunFault(COMPARED_TOO_DEEP);
    const least = Math.min(listLength(chip, va), listLength(chip, vb));
    for (let i = 0; i < least; i++) {
      const order = orderValues(
        chip,
        elementTag(chip, va, i),
        elementWord(chip, va, i),
        elementTag(chip, vb, i),
        elementWord(chip, vb, i),
        depth + 1,
      );
      if (order !== 0) return order;
    }
    return listLength(chip, va) - listLength(chip, vb);
  }
  return Number.NaN;
}

/// 1 or 0 for EQ to NOTIN; -1 with a fault if the two cannot be compared so.
export function compare(chip: Chip, core: Core, op: number, a: number, b: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, a) || !requireSet(chip, core, b)) return FAULTED;
  const ta = words[a + 1] as number;
  const tb = words[b + 1] as number;
  if (chip.image.classic && op !== isa.IN && op !== isa.NOTIN && !isClassicPair(op, ta, tb)) return 0;
  switch (op) {
    case isa.EQ:
      return equalValues(chip, ta, a, tb, b) ? 1 : 0;
    case isa.NE:
      return equalValues(chip, ta, a, tb, b) ? 0 : 1;
    case isa.IS:
    case isa.ISNOT: {
      const same = ta === tb && (ta === NONE || words[a] === words[b]);
      return same === (op === isa.IS) ? 1 : 0;
    }
    case isa.IN:
    case isa.NOTIN: {
      const found = contains(chip, core, op, a, b);
      return found < 0 ? found : (found === 1) === (op === isa.IN) ? 1 : 0;
    }
    default:
      return order(chip, core, op, a, b, ta, tb);
  }
}

/// Whether classic ePython compares values of these kinds. Of others no comparison holds: neither == nor != of two truth
/// values, nor of NONE and a number. Only `is` asks for any two.
function isClassicPair(op: number, ta: number, tb: number): boolean {
  if (op === isa.IS || op === isa.ISNOT) return true;
  if (ta === BOOL || tb === BOOL) return false;
  const isEquality = op === isa.EQ || op === isa.NE;
  return !isEquality || ta === tb || (isNumber(ta) && isNumber(tb));
}

function order(chip: Chip, core: Core, op: number, a: number, b: number, ta: number, tb: number): number {
  if (isNumber(ta) && isNumber(tb)) {
    const x = numberIn(chip, a);
    const y = numberIn(chip, b);
    return (op === isa.LT ? x < y : op === isa.LE ? x <= y : op === isa.GT ? x > y : x >= y) ? 1 : 0;
  }
  const difference = orderValues(chip, ta, a, tb, b);
  if (Number.isNaN(difference)) return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
  return (
    op === isa.LT
      ? difference < 0
      : op === isa.LE
        ? difference <= 0
        : op === isa.GT
          ? difference > 0
          : difference >= 0
  )
    ? 1
    : 0;
}

function contains(chip: Chip, core: Core, op: number, a: number, b: number): number {
  const { words } = chip;
  const ta = words[a + 1] as number;
  const tb = words[b + 1] as number;
  const whole = words[b] as number;
  if (tb === LIST_TAG || tb === TUPLE_TAG) {
    const length = listLength(chip, whole);
    for (let i = 0; i < length; i++) {
      if (equalValues(chip, ta, a, elementTag(chip, whole, i), elementWord(chip, whole, i))) return 1;
    }
    return 0;
  }
  if (tb !== STRING || ta !== STRING) return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
  const text = codesAt(chip, whole);
  const part = codesAt(chip, words[a] as number);
  spend(chip, (text.length + part.length) >> 1);
  touchText(chip, whole, text.length);
  return placeOf(text, part, overlaps(part), 0, text.length) >= 0 ? 1 : 0;
}
