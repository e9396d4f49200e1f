import * as isa from "../bytecode/isa.ts";
import { BOOL, INT, LIST_TAG, NONE, REAL, STRING, TUPLE_TAG, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import {
  BAD_CODE,
  BAD_FORMAT,
  DIVISION_BY_ZERO,
  INDEX_NOT_INT,
  INDEX_OUT_OF_RANGE,
  NEGATIVE_SHIFT,
  NOT_INDEXABLE,
  OUT_OF_MEMORY,
  OVERFLOW,
  STEP_ZERO,
  setFault,
  UNSET_VARIABLE,
  WRONG_TYPES,
} from "./faults.ts";
import { formatValue } from "./format.ts";
import { allocate, RAW } from "./heap.ts";
import { LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import { append, copyRange, elementTag, elementWord, listLength, newList, setElement } from "./lists.ts";
import { PIN } from "./memory-map.ts";
import { characterAt, codesOf, compareStrings, loadString, storeString, stringBytes, stringLength } from "./strings.ts";
import { formatSpec, type Problem, percentFormat } from "./text-format.ts";
import { CONVERSION, REAL_DIVISION } from "./timing/costs.ts";
import { spend } from "./work.ts";

// What the interpreter does when an operation is not one of the few it does itself: other types, conversions, faults.
// Slots are word indices: the value there, its tag in the next word. A result of -1 says that a fault has been noted;
// otherwise it is the cycles that this took beyond the instruction's own.

/// What operations return when they have noted a fault.
export const FAULTED = -1;

/// Writes a value and its tag into a slot.
export function setSlot(chip: Chip, slot: number, tag: number, value: number): void {
  chip.words[slot] = value;
  chip.words[slot + 1] = tag;
}

export function setReal(chip: Chip, slot: number, value: number): void {
  chip.reals[slot] = value;
  chip.words[slot + 1] = REAL;
}

/// Whether a tag's values take part in arithmetic.
export function isNumber(tag: number): boolean {
  return tag === INT || tag === REAL || tag === BOOL;
}

/// The number in a slot that holds one.
export function numberIn(chip: Chip, slot: number): number {
  return (chip.words[slot + 1] === REAL ? chip.reals[slot] : chip.words[slot]) as number;
}

function fault(chip: Chip, core: Core, code: number, first = 0, second = 0, slot = 0): number {
  setFault(chip, core, code, first, second, slot);
  return FAULTED;
}

/// Faults if a slot has no value yet.
function requireSet(chip: Chip, core: Core, slot: number): boolean {
  if (chip.words[slot + 1] !== UNSET) return true;
  setFault(chip, core, UNSET_VARIABLE, 0, 0, slot);
  return false;
}

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
        return storeText(chip, core, d, formatValue(chip, ta, a) + formatValue(chip, tb, b));
      }
    }
    if ((ta === LIST_TAG || ta === TUPLE_TAG) && ta === tb) return joinLists(chip, core, d, a, b, ta);
  }
  if (op === isa.MOD && ta === STRING) {
    return storeFormatted(chip, core, d, percentFormat(chip, loadString(chip, words[a] as number), tb, b));
  }
  if (op === isa.MUL) {
    if (ta === INT || ta === BOOL) return repeat(chip, core, d, b, tb, words[a] as number, ta, op);
    if (tb === INT || tb === BOOL) return repeat(chip, core, d, a, ta, words[b] as number, tb, op);
  }
  return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
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

function arithmetic(chip: Chip, core: Core, op: number, d: number, a: number, b: number): number {
  const x = numberIn(chip, a);
  const y = numberIn(chip, b);
  const ta = chip.words[a + 1] as number;
  const tb = chip.words[b + 1] as number;
  const conversion = ta === REAL || tb === REAL ? (ta === REAL && tb === REAL ? 0 : CONVERSION) : 0;
  const ints = ta !== REAL && tb !== REAL;
  if (op === isa.POW && ints && y < 0) {
    if (x === 0) return fault(chip, core, DIVISION_BY_ZERO);
    setReal(chip, d, x ** y);
    return CONVERSION * 2;
  }
  if (ints) {
    const result = chip.image.classic ? classicInt(chip, core, op, x, y) : intResult(chip, core, op, x, y);
    if (Number.isNaN(result)) return FAULTED;
    if ((result | 0) !== result) return fault(chip, core, OVERFLOW);
    setSlot(chip, d, INT, result);
    return 0;
  }
  switch (op) {
    case isa.ADD:
      setReal(chip, d, x + y);
      return conversion;
    case isa.SUB:
      setReal(chip, d, x - y);
      return conversion;
    case isa.MUL:
      setReal(chip, d, x * y);
      return conversion;
    case isa.POW: {
      const result = x ** y;
      if (x === 0 && y < 0) return fault(chip, core, DIVISION_BY_ZERO);
      if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y))
        return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
      setReal(chip, d, result);
      return conversion;
    }
    case isa.DIV:
    case isa.FLOORDIV:
    case isa.MOD: {
      if (y === 0) return fault(chip, core, DIVISION_BY_ZERO);
      if (op === isa.DIV) setReal(chip, d, x / y);
      else if (op === isa.FLOORDIV) setReal(chip, d, realFloorDivision(x, y));
      else setReal(chip, d, chip.image.classic ? x % y : realMod(x, y));
      return conversion + REAL_DIVISION;
    }
    default:
      return fault(chip, core, WRONG_TYPES, op, ta | (tb << 8));
  }
}

/// As in C: ints wrap round, and division leaves the fraction away.
function classicInt(chip: Chip, core: Core, op: number, x: number, y: number): number {
  switch (op) {
    case isa.MUL:
      return Math.imul(x, y);
    case isa.SHL:
      return y >= 0 && y < 32 ? x << y : y > 31 ? 0 : intResult(chip, core, op, x, y);
    case isa.POW: {
      let result = 1;
      for (let base = x, left = y; left > 0; left = Math.floor(left / 2)) {
        if (left % 2 === 1) result = Math.imul(result, base);
        base = Math.imul(base, base);
      }
      return result;
    }
    case isa.DIV:
    case isa.MOD:
      if (y !== 0) return op === isa.DIV ? (x / y) | 0 : (x % y) | 0;
  }
  const result = intResult(chip, core, op, x, y);
  return Number.isNaN(result) ? result : result | 0;
}

/// NaN when a fault has been noted.
function intResult(chip: Chip, core: Core, op: number, x: number, y: number): number {
  switch (op) {
    case isa.ADD:
      return x + y;
    case isa.SUB:
      return x - y;
    case isa.MUL:
      return x * y + 0;
    case isa.POW:
      return x ** y;
    case isa.AND:
      return x & y;
    case isa.OR:
      return x | y;
    case isa.XOR:
      return x ^ y;
    case isa.SHL:
    case isa.SHR:
      if (y < 0) {
        setFault(chip, core, NEGATIVE_SHIFT, y);
        return Number.NaN;
      }
      if (op === isa.SHR) return x >> Math.min(y, 31);
      return y > 31 ? (x === 0 ? 0 : Number.POSITIVE_INFINITY) : x * 2 ** y;
    default:
      if (y === 0) {
        setFault(chip, core, DIVISION_BY_ZERO);
        return Number.NaN;
      }
      return op === isa.MOD ? floorMod(x, y) : Math.floor(x / y);
  }
}

/// The remainder with the sign of the divisor, as in Python.
export function floorMod(x: number, y: number): number {
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
}

// A remainder of nothing has the sign of the divisor too.
function realMod(x: number, y: number): number {
  const rest = floorMod(x, y);
  return rest === 0 ? (y < 0 ? -0 : 0) : rest;
}

// By way of the remainder, as in Python: the quotient itself may have been rounded up.
function realFloorDivision(x: number, y: number): number {
  const rest = x % y;
  const whole = (x - rest) / y - (rest !== 0 && rest < 0 !== y < 0 ? 1 : 0);
  if (whole === 0) return 0 * (x / y);
  const floor = Math.floor(whole);
  return whole - floor > 0.5 ? floor + 1 : floor;
}

/// d = op a, for NEG, POS, INVERT.
export function unary(chip: Chip, core: Core, op: number, d: number, a: number): number {
  if (!requireSet(chip, core, a)) return FAULTED;
  const tag = chip.words[a + 1] as number;
  if (!isNumber(tag) || (op === isa.INVERT && tag === REAL)) return fault(chip, core, WRONG_TYPES, op, tag);
  const x = numberIn(chip, a);
  if (tag === REAL) {
    setReal(chip, d, op === isa.NEG ? -x : x);
    return 0;
  }
  const result = op === isa.NEG ? 0 - x : op === isa.INVERT ? ~x : x;
  if (chip.image.classic) {
    setSlot(chip, d, INT, result | 0);
    return 0;
  }
  if ((result | 0) !== result) return fault(chip, core, OVERFLOW);
  setSlot(chip, d, INT, result);
  return 0;
}

/// 1 or 0: whether a value counts as true; -1 with a fault if it is unset.
export function truth(chip: Chip, core: Core, slot: number): number {
  const tag = chip.words[slot + 1] as number;
  const value = chip.words[slot] as number;
  switch (tag) {
    case UNSET:
      return fault(chip, core, UNSET_VARIABLE, 0, 0, slot);
    case REAL:
      return chip.reals[slot] === 0 ? 0 : 1;
    case NONE:
      return 0;
    case STRING:
      return stringLength(chip, value) === 0 ? 0 : 1;
    case LIST_TAG:
    case TUPLE_TAG:
      return listLength(chip, value) === 0 ? 0 : 1;
    case INT:
    case BOOL:
      return value === 0 ? 0 : 1;
    default:
      return 1;
  }
}

function stringOrder(chip: Chip, a: number, b: number): number {
  spend(chip, Math.min(stringLength(chip, a), stringLength(chip, b)) >> 2);
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
    if (length !== listLength(chip, vb) || depth > 100) return false;
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
  if ((ta === LIST_TAG || ta === TUPLE_TAG) && depth < 100) {
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
  return findString(chip, whole, words[a] as number, 0) >= 0 ? 1 : 0;
}

/// The index of the first place from `from` on where the string `part` stands in `whole`, or -1.
export function findString(chip: Chip, whole: number, part: number, from: number): number {
  const length = stringLength(chip, part);
  const last = stringLength(chip, whole) - length;
  for (let i = from; i <= last; i++) {
    let k = 0;
    while (k < length && characterAt(chip, whole, i + k) === characterAt(chip, part, k)) k++;
    spend(chip, 1 + (k >> 2));
    if (k === length) return i;
  }
  return -1;
}

/// An index from the end made one from the start; -1 with a fault if there is no such element.
export function locate(chip: Chip, core: Core, slot: number, length: number): number {
  const tag = chip.words[slot + 1] as number;
  if (tag !== INT && tag !== BOOL) return fault(chip, core, INDEX_NOT_INT, tag);
  const index = chip.words[slot] as number;
  const at = index < 0 ? index + length : index;
  return at >= 0 && at < length ? at : fault(chip, core, INDEX_OUT_OF_RANGE, index, length);
}

/// d = object[index].
export function readElement(chip: Chip, core: Core, d: number, object: number, index: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, object) || !requireSet(chip, core, index)) return FAULTED;
  const tag = words[object + 1] as number;
  const value = words[object] as number;
  if (tag === STRING) {
    const at = locate(chip, core, index, stringLength(chip, value));
    return at < 0 ? at : storeCodes(chip, core, d, [characterAt(chip, value, at)]);
  }
  if (tag !== LIST_TAG && tag !== TUPLE_TAG) return fault(chip, core, NOT_INDEXABLE, tag);
  const at = locate(chip, core, index, listLength(chip, value));
  if (at < 0) return at;
  setSlot(chip, d, elementTag(chip, value, at), words[elementWord(chip, value, at)] as number);
  return 0;
}

/// The list's element at an index from its own start or end, as an index from the start, for writing; -1 with a fault.
export function elementToWrite(chip: Chip, core: Core, object: number, index: number): number {
  if (!requireSet(chip, core, object) || !requireSet(chip, core, index)) return FAULTED;
  return locate(chip, core, index, listLength(chip, chip.words[object] as number));
}

/// d = s[lower:upper:step]; the three stand in slots from w on, None where they were not written.
export function slice(chip: Chip, core: Core, d: number, s: number, w: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, s)) return FAULTED;
  const tag = words[s + 1] as number;
  const value = words[s] as number;
  if (tag !== STRING && tag !== LIST_TAG && tag !== TUPLE_TAG) return fault(chip, core, NOT_INDEXABLE, tag);
  const length = tag === STRING ? stringLength(chip, value) : listLength(chip, value);
  const indices = slicedIndices(chip, core, length, w);
  if (indices === undefined) return FAULTED;
  if (tag === STRING)
    return storeCodes(
      chip,
      core,
      d,
      indices.map((i) => characterAt(chip, value, i)),
    );
  if (stepOf(chip, w) === 1) {
    const from = indices[0] ?? 0;
    const copy = copyRange(chip, core, value, from, from + indices.length);
    if (copy === 0) return outOfMemory(chip, core, indices.length * 4);
    setSlot(chip, d, tag, copy);
    return 0;
  }
  const mixed = words[(value >> 2) + LIST_ELEMENTS] === MIXED;
  const copy = newList(chip, core, indices.length, mixed);
  if (copy === 0) return outOfMemory(chip, core, indices.length * 4);
  for (const i of indices) {
    const at = listLength(chip, copy);
    setElement(chip, core, copy, at, words[elementWord(chip, value, i)] as number, elementTag(chip, value, i));
    words[(copy >> 2) + LIST_LENGTH] = at + 1;
  }
  setSlot(chip, d, tag, copy);
  return 0;
}

/// The step of the slice whose parts stand in slots from w on.
export function stepOf(chip: Chip, w: number): number {
  return chip.words[w + 5] === NONE ? 1 : (chip.words[w + 4] as number);
}

/// The indices that the slice whose parts stand from w on takes; undefined with a fault if they cannot be used so.
export function slicedIndices(chip: Chip, core: Core, length: number, w: number): number[] | undefined {
  const { words } = chip;
  for (let k = 0; k < 3; k++) {
    const tag = words[w + k * 2 + 1] as number;
    if (tag === INT || tag === NONE || tag === BOOL) continue;
    setFault(chip, core, INDEX_NOT_INT, tag);
    return undefined;
  }
  const step = stepOf(chip, w);
  if (step === 0) {
    setFault(chip, core, STEP_ZERO);
    return undefined;
  }
  const part = (k: number): number | undefined => (words[w + k * 2 + 1] === NONE ? undefined : words[w + k * 2]);
  return sliceIndices(length, part(0), part(1), step);
}

/// The indices that Python's slice takes from something of this length.
export function sliceIndices(
  length: number,
  lower: number | undefined,
  upper: number | undefined,
  step: number,
): number[] {
  const least = step > 0 ? 0 : -1;
  const most = step > 0 ? length : length - 1;
  const clamp = (index: number): number => Math.max(least, Math.min(most, index < 0 ? index + length : index));
  const from = lower === undefined ? (step > 0 ? 0 : length - 1) : clamp(lower);
  const to = upper === undefined ? (step > 0 ? length : -1) : clamp(upper);
  const indices: number[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) indices.push(i);
  return indices;
}

/// Notes that so many bytes could not be had.
export function outOfMemory(chip: Chip, core: Core, bytes: number): number {
  return fault(chip, core, OUT_OF_MEMORY, bytes, core.areaHeap.to - core.areaHeap.from);
}

/// d = a new string of these characters.
export function storeCodes(chip: Chip, core: Core, d: number, codes: ArrayLike<number>): number {
  const bytes = stringBytes(codes);
  const address = allocate(chip, core, bytes, RAW);
  if (address === 0) return outOfMemory(chip, core, bytes);
  storeString(chip, address, codes);
  setSlot(chip, d, STRING, address);
  return 0;
}

/// d = a new string with this text.
export function storeText(chip: Chip, core: Core, d: number, text: string): number {
  return storeCodes(chip, core, d, codesOf(text));
}

function storeFormatted(chip: Chip, core: Core, d: number, text: string | Problem): number {
  return typeof text === "string"
    ? storeText(chip, core, d, text)
    : fault(chip, core, BAD_FORMAT, text.why, text.detail);
}

/// d = a as text, in the form that the string in `spec` says.
export function formatted(chip: Chip, core: Core, d: number, a: number, spec: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, a)) return FAULTED;
  if (words[spec + 1] !== STRING) return fault(chip, core, BAD_CODE);
  const form = loadString(chip, words[spec] as number);
  return storeFormatted(chip, core, d, formatSpec(chip, words[a + 1] as number, a, form));
}

/// d = the texts of so many values from w on, one after the other.
export function joinValues(chip: Chip, core: Core, d: number, w: number, count: number): number {
  let text = "";
  for (let slot = w; slot < w + count * 2; slot += 2) {
    if (!requireSet(chip, core, slot)) return FAULTED;
    text += formatValue(chip, chip.words[slot + 1] as number, slot);
  }
  return storeText(chip, core, d, text);
}

function joinStrings(chip: Chip, core: Core, d: number, a: number, b: number): number {
  const codes: number[] = [];
  for (const slot of [a, b]) {
    const address = chip.words[slot] as number;
    const length = stringLength(chip, address);
    for (let i = 0; i < length; i++) codes.push(characterAt(chip, address, i));
  }
  return storeCodes(chip, core, d, codes);
}

function joinLists(chip: Chip, core: Core, d: number, a: number, b: number, tag: number): number {
  const { words } = chip;
  const first = words[a] as number;
  const second = words[b] as number;
  const elementsA = words[(first >> 2) + LIST_ELEMENTS] as number;
  const elementsB = words[(second >> 2) + LIST_ELEMENTS] as number;
  const lengthA = listLength(chip, first);
  const lengthB = listLength(chip, second);
  const mixed = elementsA === MIXED || elementsB === MIXED || (elementsA !== elementsB && lengthA > 0 && lengthB > 0);
  const list = newList(chip, core, lengthA + lengthB, mixed);
  if (list === 0) return outOfMemory(chip, core, (lengthA + lengthB) * 4);
  fill(chip, core, list, first);
  fill(chip, core, list, second);
  setSlot(chip, d, tag, list);
  return 0;
}

/// Appends all elements of one list to another that has room for them and for their types, so that nothing is allocated.
function fill(chip: Chip, core: Core, list: number, from: number): void {
  const length = listLength(chip, from);
  for (let i = 0; i < length; i++) {
    const at = listLength(chip, list);
    setElement(chip, core, list, at, chip.words[elementWord(chip, from, i)] as number, elementTag(chip, from, i));
    chip.words[(list >> 2) + LIST_LENGTH] = at + 1;
  }
}

/// Whether so many bytes can never be had, so that there is no use in making them.
function isTooLong(core: Core, bytes: number): boolean {
  return bytes > core.areaHeap.to - core.areaHeap.from;
}

function repeat(
  chip: Chip,
  core: Core,
  d: number,
  s: number,
  tag: number,
  times: number,
  intTag: number,
  op: number,
): number {
  const { words } = chip;
  const value = words[s] as number;
  const copies = Math.max(0, times);
  if (tag === STRING) {
    const length = stringLength(chip, value);
    if (isTooLong(core, length * copies)) return outOfMemory(chip, core, length * copies);
    const codes: number[] = [];
    for (let k = 0; k < copies && length > 0; k++)
      for (let i = 0; i < length; i++) codes.push(characterAt(chip, value, i));
    return storeCodes(chip, core, d, codes);
  }
  if (tag !== LIST_TAG && tag !== TUPLE_TAG) return fault(chip, core, WRONG_TYPES, op, intTag | (tag << 8));
  const length = listLength(chip, value);
  if (isTooLong(core, length * copies * 4)) return outOfMemory(chip, core, length * copies * 4);
  const list = newList(chip, core, length * copies, words[(value >> 2) + LIST_ELEMENTS] === MIXED);
  if (list === 0) return outOfMemory(chip, core, length * copies * 4);
  words[core.registers + PIN] = list;
  for (let k = 0; k < copies && length > 0; k++) fill(chip, core, list, value);
  words[core.registers + PIN] = 0;
  setSlot(chip, d, tag, list);
  return 0;
}
