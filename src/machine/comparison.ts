import * as isa from "../bytecode/isa.ts";
import { OPERATOR_METHODS } from "../bytecode/special-names.ts";
import {
  BOOL,
  BYTEARRAY,
  DICT,
  INSTANCE,
  INT,
  LIST_TAG,
  NONE,
  RANGE,
  REAL,
  STRING,
  TUPLE_TAG,
  VIEW,
} from "../bytecode/values.ts";
import { NOT_BYTES } from "./byte-problems.ts";
import { blockOf, byteIn, bytesOf, isBytes } from "./bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { areSameMember } from "./enumerations.ts";
import { DEEPEST, equalValues, findKey, stringOrder } from "./equality.ts";
import { BAD_BYTES, COMPARED_TOO_DEEP, WRONG_TYPES } from "./faults.ts";
import { keysOf, tableLength, valuesOf } from "./hash-table.ts";
import { comparedBy } from "./held.ts";
import { hasMethod } from "./instances.ts";
import { elementSlot, elementTag, elementWord, listLength } from "./lists.ts";
import { answer, askedAt, IS_LESS } from "./questions.ts";
import { isInRange } from "./ranges.ts";
import { RunFault } from "./run-fault.ts";
import { overlaps, placeOf } from "./search.ts";
import { isSubset } from "./sets.ts";
import { FAULTED, fault, isNumber, numberIn, requireSet } from "./slots.ts";
import { codesAt } from "./strings.ts";
import { dictOfView, kindOfView, tableOf, VIEW_VALUES } from "./views.ts";
import { spend, touchText } from "./work-budget.ts";

// How two values compare: whether they are equal, which comes first, whether one is in the other.

/// Below 0, 0, above 0 as a comes before, equals, comes after b; NaN if they cannot be ordered. Then
/// `chip.clash` has the tags that clash, but for a real that is no number: with it no comparison holds.
export function orderValues(chip: Chip, ta: number, a: number, tb: number, b: number, depth = 0): number {
  spend(chip, 1);
  if (depth === 0) chip.clash = 0;
  if (isNumber(ta) && isNumber(tb)) {
    const x = (ta === REAL ? chip.reals[a] : chip.words[a]) as number;
    const y = (tb === REAL ? chip.reals[b] : chip.words[b]) as number;
    return x === y ? 0 : x - y;
  }
  if (ta === INSTANCE || tb === INSTANCE) return orderObjects(chip, ta, a, tb, b, depth);
  const va = chip.words[a] as number;
  const vb = chip.words[b] as number;
  if (isBytes(ta) && isBytes(tb)) return stringOrder(chip, blockOf(chip, ta, va), blockOf(chip, tb, vb));
  if (ta !== tb) return noOrder(chip, ta, tb);
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
  return noOrder(chip, ta, tb);
}

/// The same of two values of which at least one is an object: asked is only which comes first. Not below 0 may mean that they are equal.
function orderObjects(chip: Chip, ta: number, a: number, tb: number, b: number, depth: number): number {
  if (depth > 0 && equalValues(chip, ta, a, tb, b)) return 0;
  if (!hasMethod(chip, ta, a, "__lt__") && !hasMethod(chip, tb, b, "__gt__"))
    return orderHeld(chip, ta, a, tb, b, depth);
  return answer(chip, IS_LESS, askedAt(chip, ta, a), askedAt(chip, tb, b)).value === 1 ? -1 : 1;
}

/// The same by the values that objects hold.
function orderHeld(chip: Chip, ta: number, a: number, tb: number, b: number, depth: number): number {
  const one = comparedBy(chip, ta, a, tb, b);
  const other = comparedBy(chip, tb, b, ta, a);
  if (one === a && other === b) return noOrder(chip, ta, tb);
  if (depth > DEEPEST) throw new RunFault(COMPARED_TOO_DEEP);
  const oneTag = one === a ? ta : (chip.words[one + 1] as number);
  return orderValues(chip, oneTag, one, other === b ? tb : (chip.words[other + 1] as number), other, depth + 1);
}

function noOrder(chip: Chip, ta: number, tb: number): number {
  chip.clash = ta | (tb << 8);
  return Number.NaN;
}

/// 1 or 0 for EQ to NOTIN; -1 with a fault if the two cannot be compared so.
export function compare(chip: Chip, core: Core, op: number, a: number, b: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, a) || !requireSet(chip, core, b)) return FAULTED;
  const ta = words[a + 1] as number;
  const tb = words[b + 1] as number;
  if (asksMethod(chip, op, ta, a, tb, b)) return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
  if (chip.image.classic && op !== isa.IN && op !== isa.NOTIN && !isClassicPair(op, ta, tb)) return 0;
  switch (op) {
    case isa.EQ:
      return equalValues(chip, ta, a, tb, b) ? 1 : 0;
    case isa.NE:
      return equalValues(chip, ta, a, tb, b) ? 0 : 1;
    case isa.IS:
    case isa.ISNOT: {
      const [va, vb] = [words[a] as number, words[b] as number];
      const same = (ta === tb && (ta === NONE || va === vb)) || areSameMember(chip, ta, va, tb, vb);
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

/// Whether a class says how two values compare, or whether one is in the other: not what is done here is asked then.
function asksMethod(chip: Chip, op: number, ta: number, a: number, tb: number, b: number): boolean {
  if (op === isa.IS || op === isa.ISNOT) return false;
  if (ta !== INSTANCE && tb !== INSTANCE) return false;
  if (op === isa.IN || op === isa.NOTIN) return tb === INSTANCE;
  if (op === isa.EQ || op === isa.NE) return hasEquality(chip, ta, a) || hasEquality(chip, tb, b);
  const [plain, reflected] = OPERATOR_METHODS.get(op) ?? ["", ""];
  if (hasMethod(chip, ta, a, plain) || hasMethod(chip, tb, b, reflected)) return true;
  return comparedBy(chip, ta, a, tb, b) === a && comparedBy(chip, tb, b, ta, a) === b;
}

function hasEquality(chip: Chip, tag: number, slot: number): boolean {
  return hasMethod(chip, tag, slot, "__eq__") || hasMethod(chip, tag, slot, "__ne__");
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
  const one = tb === DICT ? 0 : tableOf(chip, ta, chip.words[a] as number);
  const other = ta === DICT ? 0 : tableOf(chip, tb, chip.words[b] as number);
  if (one !== 0 && other !== 0) return orderSets(chip, op, one, other) ? 1 : 0;
  const difference = orderValues(chip, ta, a, tb, b);
  if (chip.clash !== 0) return fault(chip, core, WRONG_TYPES, op, chip.clash);
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

/// Whether one set is a subset of the other, by the operator.
function orderSets(chip: Chip, op: number, a: number, b: number): boolean {
  const [smaller, larger] = op === isa.LT || op === isa.LE ? [a, b] : [b, a];
  const proper = op === isa.LT || op === isa.GT;
  return (!proper || tableLength(chip, a) !== tableLength(chip, b)) && isSubset(chip, smaller, larger);
}

/// Whether a value is one of a dictionary's values, or a pair of its entries.
function isInView(chip: Chip, tag: number, slot: number, view: number): boolean {
  const dict = dictOfView(chip, view);
  const keys = keysOf(chip, dict);
  const values = valuesOf(chip, dict);
  const isValue = (wanted: number, at: number, k: number): boolean =>
    equalValues(chip, wanted, at, elementTag(chip, values, k), elementWord(chip, values, k));
  if (kindOfView(chip, view) === VIEW_VALUES) {
    for (let k = 0; k < listLength(chip, keys); k++) if (isValue(tag, slot, k)) return true;
    return false;
  }
  const pair = chip.words[slot] as number;
  if (tag !== TUPLE_TAG || listLength(chip, pair) !== 2) return false;
  const key = findKey(chip, dict, elementTag(chip, pair, 0), elementSlot(chip, pair, 0));
  return key >= 0 && isValue(elementTag(chip, pair, 1), elementSlot(chip, pair, 1), key);
}

/// What is looked for in bytes: bytes, or one byte; undefined with a fault.
function bytesSought(chip: Chip, core: Core, tag: number, slot: number): number[] | undefined {
  if (isBytes(tag)) return bytesOf(chip, tag, chip.words[slot] as number);
  if (tag !== INT && tag !== BOOL) {
    fault(chip, core, BAD_BYTES, NOT_BYTES, tag);
    return undefined;
  }
  const byte = byteIn(chip, core, tag, slot, BYTEARRAY);
  return byte < 0 ? undefined : [byte];
}

function contains(chip: Chip, core: Core, op: number, a: number, b: number): number {
  const { words } = chip;
  const ta = words[a + 1] as number;
  const tb = words[b + 1] as number;
  const whole = words[b] as number;
  if (tb === LIST_TAG || tb === TUPLE_TAG) {
    const length = listLength(chip, whole);
    for (let i = 0; i < length; i++) {
      if (equalValues(chip, elementTag(chip, whole, i), elementWord(chip, whole, i), ta, a)) return 1;
    }
    return 0;
  }
  const table = tableOf(chip, tb, whole);
  if (table !== 0) return findKey(chip, table, ta, a) >= 0 ? 1 : 0;
  if (tb === RANGE) return isInRange(chip, ta, a, whole) ? 1 : 0;
  if (tb === VIEW) return isInView(chip, ta, a, whole) ? 1 : 0;
  const isText = ta === STRING && tb === STRING;
  if (!isText && !isBytes(tb)) return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
  const text = codesAt(chip, blockOf(chip, tb, whole));
  const part = isText ? codesAt(chip, words[a] as number) : bytesSought(chip, core, ta, a);
  if (part === undefined) return FAULTED;
  spend(chip, (text.length + part.length) >> 1);
  touchText(chip, whole, text.length);
  return placeOf(text, part, overlaps(part), 0, text.length) >= 0 ? 1 : 0;
}
