import { POW } from "../../bytecode/isa.ts";
import * as natives from "../../bytecode/natives.ts";
import { INT, LIST_TAG, NONE, REAL, STRING, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { INDEX_OUT_OF_RANGE, MATH_DOMAIN, NEGATIVE_LENGTH, SHAPE_MISMATCH, setFault } from "../faults.ts";
import { isObject } from "../heap.ts";
import { ARRAY_LENGTHS, LIST_ELEMENTS, LIST_LENGTH } from "../list-layout.ts";
import {
  dimensionsOf,
  elementTag,
  elementWord,
  lengthsOf,
  listLength,
  newArray,
  newList,
  setElement,
} from "../lists.ts";
import { binary } from "../operators.ts";
import { isNumber, numberIn, outOfMemory, setReal, setSlot } from "../slots.ts";
import { storeText } from "../store-text.ts";
import { askForMath } from "../timing/clock.ts";
import { spend } from "../work-budget.ts";
import { arrayLengths, arrayNatives, countElements, nestedShape } from "./arrays.ts";
import { reduce } from "./collectives.ts";
import { mathNatives, nextRandom } from "./math.ts";
import { str } from "./monitor.ts";
import {
  asResult,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  wrongArgument,
} from "./native.ts";

// What natives do in classic programs, where the original's modules do something else than Python's.

function setInt(chip: Chip, d: number, value: number): NativeResult {
  setSlot(chip, d, INT, value);
  return NATIVE_DONE;
}

// ── Numbers ────────────────────────────────────────────────────────────────

/// floor and ceil give reals, as the monitor computes them.
function whole(native: number, compute: (x: number) => number): NativeImplementation {
  return (chip, core, args, _count, d) => {
    if (!isNumber(chip.words[args + 1] as number)) return wrongArgument(chip, core, native, args, 0);
    setReal(chip, d, compute(numberIn(chip, args)));
    askForMath(chip, core);
    return NATIVE_DONE;
  };
}

/// pow(a, b) is `a ^ b`.
function pow(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  return asResult(binary(chip, core, POW, d, args, args + 2));
}

/// exp(x) is `e() ^ x`.
function exp(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  setReal(chip, d, E);
  return asResult(binary(chip, core, POW, d, d, args));
}

const E = natives.moduleConstants.find(({ name }) => name === "e")?.classic ?? Math.E;

/// The next number of the monitor's generator, which gives no negative ones.
function fromMonitor(chip: Chip, core: Core): number {
  askForMath(chip, core);
  return nextRandom(chip, core) >>> 1;
}

/// random() is `r % 20000 / 20001.0`.
function random(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  setReal(chip, d, (fromMonitor(chip, core) % 20000) / 20001);
  return NATIVE_DONE;
}

function remainder(chip: Chip, core: Core, d: number, divisor: number, offset: number, native: number): NativeResult {
  if (divisor === 0) {
    setFault(chip, core, MATH_DOMAIN, native);
    return NATIVE_FAULT;
  }
  return setInt(chip, d, ((fromMonitor(chip, core) % divisor) + offset) | 0);
}

function areInts(chip: Chip, core: Core, native: number, args: number, count: number): boolean {
  for (let k = 0; k < count; k++) {
    if (chip.words[args + k * 2 + 1] === INT) continue;
    wrongArgument(chip, core, native, args, k);
    return false;
  }
  return true;
}

/// randint(a, b) is `r % (b - a) + a`.
function randint(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  if (!areInts(chip, core, natives.RANDINT.number, args, 2)) return NATIVE_FAULT;
  const from = chip.words[args] as number;
  return remainder(chip, core, d, ((chip.words[args + 2] as number) - from) | 0, from, natives.RANDINT.number);
}

/// randrange(a) is `r % a`.
function randrange(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  if (!areInts(chip, core, natives.RANDRANGE.number, args, 1)) return NATIVE_FAULT;
  return remainder(chip, core, d, chip.words[args] as number, 0, natives.RANDRANGE.number);
}

const RANDOM_OPERATION = 14;
const OPERATIONS: readonly natives.Native[] = [
  natives.SQRT,
  natives.SIN,
  natives.COS,
  natives.TAN,
  natives.ASIN,
  natives.ACOS,
  natives.ATAN,
  natives.SINH,
  natives.COSH,
  natives.TANH,
  natives.FLOOR,
  natives.CEIL,
  natives.LOG,
  natives.LOG10,
];

/// rtl_math(op, x)
function math(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (!areInts(chip, core, natives.RTL_MATH.number, args, 1)) return NATIVE_FAULT;
  const operation = chip.words[args] as number;
  if (operation === RANDOM_OPERATION) return setInt(chip, d, fromMonitor(chip, core));
  const native = OPERATIONS[operation]?.number;
  const compute = new Map([...mathNatives, ...classicNatives]).get(native ?? -1);
  if (compute === undefined || count < 2) {
    setFault(chip, core, MATH_DOMAIN, natives.RTL_MATH.number);
    return NATIVE_FAULT;
  }
  return compute(chip, core, args + 2, 1, d);
}

/// str(x) leaves a number a number, which becomes text when it is joined with some.
function text(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (tag !== INT && tag !== REAL && tag !== STRING) return str(chip, core, args, count, d);
  setSlot(chip, d, tag, chip.words[args] as number);
  return NATIVE_DONE;
}

// ── Arrays ─────────────────────────────────────────────────────────────────

/// array and shared_mem_array: with more dimensions than one, a flat list of all elements.
function array(native: number, shared: boolean): NativeImplementation {
  const ofOne = new Map(arrayNatives).get(native) as NativeImplementation;
  return (chip, core, args, count, d) => {
    const lengths = arrayLengths(chip, core, native, args, count);
    if (lengths === undefined) return NATIVE_FAULT;
    if (lengths.length === 1) return ofOne(chip, core, args, count, d);
    const elements = lengths.reduce((all, length) => all * length, 1);
    const made = elements * 4 > core.areaHeap.to ? 0 : newArray(chip, core, lengths, false, shared);
    if (made === 0) {
      outOfMemory(chip, core, Math.min(elements * 4, 0x7fffffff));
      return NATIVE_FAULT;
    }
    chip.words[(made >> 2) + LIST_ELEMENTS] = INT;
    chip.words[(made >> 2) + LIST_LENGTH] = elements;
    if (elements > 0) chip.words.fill(0, elementWord(chip, made, 0), elementWord(chip, made, elements));
    setSlot(chip, d, LIST_TAG, made);
    return NATIVE_DONE;
  };
}

function isList(tag: number): boolean {
  return tag === LIST_TAG || tag === TUPLE_TAG;
}

/// A native of one argument that gives 0 for what is no list.
function ofList(of: (chip: Chip, list: number) => number): NativeImplementation {
  return (chip, _core, args, _count, d) =>
    setInt(chip, d, isList(chip.words[args + 1] as number) ? of(chip, chip.words[args] as number) : 0);
}

/// The lengths of a list's dimensions, lists within lists included; none of what is no list.
function shapeOf(chip: Chip, slot: number): number[] {
  if (!isList(chip.words[slot + 1] as number)) return [];
  const list = chip.words[slot] as number;
  return dimensionsOf(chip, list) > 1 ? lengthsOf(chip, list) : nestedShape(chip, list);
}

function ndim(chip: Chip, _core: Core, args: number, _count: number, d: number): NativeResult {
  return setInt(chip, d, shapeOf(chip, args).length);
}

function shape(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const lengths = shapeOf(chip, args);
  const made = newList(chip, core, lengths.length, false);
  if (made === 0) {
    outOfMemory(chip, core, lengths.length * 4);
    return NATIVE_FAULT;
  }
  chip.words[(made >> 2) + LIST_ELEMENTS] = INT;
  chip.words[(made >> 2) + LIST_LENGTH] = lengths.length;
  lengths.forEach((length, k) => {
    chip.words[elementWord(chip, made, k)] = length;
  });
  setSlot(chip, d, LIST_TAG, made);
  return NATIVE_DONE;
}

/// rtl_dsize(a, d): 0 for a dimension that the array does not have.
function dsize(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  if (chip.words[args + 3] !== INT) return wrongArgument(chip, core, natives.RTL_DSIZE.number, args, 1);
  return setInt(chip, d, shapeOf(chip, args)[chip.words[args + 2] as number] ?? 0);
}

/// flatten(a): the array itself has but one dimension that matters afterwards, as the others have the length 1.
function flatten(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  if (isList(chip.words[args + 1] as number)) flattenTo(chip, chip.words[args] as number);
  else return wrongArgument(chip, core, natives.FLATTEN.number, args, 0);
  setSlot(chip, d, chip.words[args + 1] as number, chip.words[args] as number);
  return NATIVE_DONE;
}

function flattenTo(chip: Chip, list: number): void {
  const dimensions = dimensionsOf(chip, list);
  if (dimensions === 1) return;
  const lengths = (list >> 2) + ARRAY_LENGTHS;
  chip.words.fill(1, lengths, lengths + dimensions);
  chip.words[lengths] = listLength(chip, list);
}

/// rtl_flatten(a, size)
function flattenWithSize(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (chip.words[args + 3] !== INT) return wrongArgument(chip, core, natives.RTL_FLATTEN.number, args, 1);
  if (chip.words[args + 1] !== LIST_TAG) return wrongArgument(chip, core, natives.RTL_FLATTEN.number, args, 0);
  const list = chip.words[args] as number;
  const size = chip.words[args + 2] as number;
  if (size < 0 || size > listLength(chip, list)) {
    setFault(chip, core, size < 0 ? NEGATIVE_LENGTH : INDEX_OUT_OF_RANGE, size, listLength(chip, list));
    return NATIVE_FAULT;
  }
  chip.words[(list >> 2) + LIST_LENGTH] = size;
  return flatten(chip, core, args, count, d);
}

/// Copies the first elements of one list into another. False with a fault if they are not there, or there is no memory left.
function copyElements(chip: Chip, core: Core, to: number, from: number, length: number): boolean {
  const { words } = chip;
  if (length < 0 || length > listLength(chip, to) || length > listLength(chip, from)) {
    setFault(chip, core, SHAPE_MISMATCH, listLength(chip, to), Math.max(length, listLength(chip, from)));
    return false;
  }
  spend(chip, length);
  for (let k = 0; k < length; k++) {
    const tag = elementTag(chip, from, k);
    if (setElement(chip, core, to, k, words[elementWord(chip, from, k)] as number, tag)) continue;
    outOfMemory(chip, core, length * 4);
    return false;
  }
  return true;
}

/// arraycopy(to, from) and rtl_arraycopy(to, from, dims to, dims from, length)
function arraycopy(native: number, takesLength: boolean): NativeImplementation {
  return (chip, core, args, _count, d) => {
    const { words } = chip;
    if (words[args + 1] !== LIST_TAG) return wrongArgument(chip, core, native, args, 0);
    if (!isList(words[args + 3] as number)) return wrongArgument(chip, core, native, args, 1);
    if (takesLength && words[args + 9] !== INT) return wrongArgument(chip, core, native, args, 4);
    const from = words[args + 2] as number;
    const length = takesLength ? (words[args + 8] as number) : listLength(chip, from);
    if (!copyElements(chip, core, words[args] as number, from, length)) return NATIVE_FAULT;
    setSlot(chip, d, NONE, 0);
    return NATIVE_DONE;
  };
}

// ── References ─────────────────────────────────────────────────────────────

/// id(x): the address of a list, and anything else itself.
function id(chip: Chip, _core: Core, args: number, _count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  setSlot(chip, d, isList(tag) ? INT : tag, chip.words[args] as number);
  return NATIVE_DONE;
}

/// rtl_global_reference(id) and rtl_dereference(ref): the list that an address is of, and anything else itself.
function follow(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const value = chip.words[args] as number;
  const tag = chip.words[args + 1] as number;
  setSlot(chip, d, tag === INT && isObject(chip, core, value) ? LIST_TAG : tag, value);
  return NATIVE_DONE;
}

// ── Reductions ─────────────────────────────────────────────────────────────

const REDUCTIONS: readonly string[] = ["sum", "min", "max", "prod"];

/// rtl_reduce(x, op) has the operation's number in place of its name.
function reduceByNumber(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (chip.words[args + 3] === INT) {
    const name = REDUCTIONS[chip.words[args + 2] as number];
    if (name === undefined) return wrongArgument(chip, core, natives.REDUCE.number, args, 1);
    if (storeText(chip, core, args + 2, name) < 0) return NATIVE_FAULT;
  }
  return reduce(chip, core, args, count, d);
}

/// What a classic program has in place of a native, or beside them, by number.
export const classicNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.FLOOR.number, whole(natives.FLOOR.number, Math.floor)],
  [natives.CEIL.number, whole(natives.CEIL.number, Math.ceil)],
  [natives.MATH_POW.number, pow],
  [natives.EXP.number, exp],
  [natives.RANDOM.number, random],
  [natives.RANDINT.number, randint],
  [natives.RANDRANGE.number, randrange],
  [natives.RTL_MATH.number, math],
  [natives.STR.number, text],
  [natives.ARRAY.number, array(natives.ARRAY.number, false)],
  [natives.SHARED_MEM_ARRAY.number, array(natives.SHARED_MEM_ARRAY.number, true)],
  [natives.LEN.number, ofList(listLength)],
  [natives.ARRAY_LEN.number, ofList(listLength)],
  [natives.ARRAY_SIZE.number, ofList(countElements)],
  [natives.NBYTES.number, ofList((chip, list) => countElements(chip, list) * 4)],
  [natives.NDIM.number, ndim],
  [natives.SHAPE.number, shape],
  [natives.RTL_DSIZE.number, dsize],
  [natives.FLATTEN.number, flatten],
  [natives.RTL_FLATTEN.number, flattenWithSize],
  [natives.ARRAYCOPY.number, arraycopy(natives.ARRAYCOPY.number, false)],
  [natives.RTL_ARRAYCOPY.number, arraycopy(natives.RTL_ARRAYCOPY.number, true)],
  [natives.ID.number, id],
  [natives.RTL_GLOBAL_REFERENCE.number, follow],
  [natives.RTL_DEREFERENCE.number, follow],
  [natives.REDUCE.number, reduceByNumber],
];
