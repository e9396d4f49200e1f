import {
  ADD,
  ADDTO,
  APPEND,
  CALLV,
  DELINDEX,
  DELSLICE,
  LIST,
  MUL,
  NATIVE,
  instruction as rowOf,
  SETELEMENT,
  SETINDEX,
  SETSLICE,
  SLICE,
  TUPLE,
} from "../../bytecode/isa.ts";
import * as natives from "../../bytecode/natives.ts";
import { NONE } from "../../bytecode/values.ts";
import type { Chip } from "../../machine/chip.ts";
import { elementTag, listLength } from "../../machine/lists.ts";
import { type Instruction, isDone, type NativeCall, nativeCall, range, slotsRead, takers } from "./instruction.ts";
import {
  type After,
  dataOf,
  type ElementSpot,
  element,
  elementAt,
  fromSource,
  indexIn,
  isList,
  pathTo,
  received,
  type TakenFrom,
  type Write,
} from "./spots.ts";

// Which instructions write an element of a list. It is known by its list, wherever the list's data lies, and by its index: what is not
// known by the instruction is seen by the value that has changed.

/// What an element is now, to see whether it changes; undefined if there is none.
function now(chip: Chip, { list, index }: ElementSpot): { tag: number; value: number } | undefined {
  if (index >= listLength(chip, list)) return undefined;
  return { tag: elementTag(chip, list, index), value: chip.words[(dataOf(chip, list) >> 2) + index] as number };
}

// What may put values into lists, or make them. Only with a list as an operand …
const ofLists: ReadonlySet<number> = new Set([
  ADD,
  ADDTO,
  MUL,
  SLICE,
  SETSLICE,
  DELSLICE,
  DELINDEX,
  SETINDEX,
  SETELEMENT,
]);
// … or with any.
const ofAny: ReadonlySet<number> = new Set([LIST, TUPLE, APPEND, NATIVE, CALLV]);
// Natives whose result may be a list that was there before …
const handOn: ReadonlySet<number> = new Set(
  [natives.POP, natives.MAX, natives.MIN, natives.ALIAS, natives.SYMBOL, natives.RTL_DEREFERENCE].map(
    ({ number }) => number,
  ),
);
// … and those that make a list of tuples.
const makeTuples: ReadonlySet<number> = new Set([natives.ENUMERATE.number, natives.ZIP.number]);

function mayTouchLists(chip: Chip, { op, operands }: Instruction): boolean {
  return ofAny.has(op) || (ofLists.has(op) && operands.some((slot) => slot > 0 && isList(chip, slot)));
}

/// What is to be looked at after an instruction, should it write an element; undefined if it cannot.
export function watchElement(chip: Chip, instruction: Instruction, spot: ElementSpot): After | undefined {
  if (!mayTouchLists(chip, instruction)) return undefined;
  const { words } = chip;
  const { op, operands } = instruction;
  const { list, index } = spot;
  const call = nativeCall(chip, instruction);
  const stored = watchStore(chip, instruction, spot, call);
  if (stored !== undefined) return () => (isDone(chip, instruction) ? stored : undefined);
  const before = now(chip, spot);
  const singles = call === undefined ? 0 : singlesBefore(chip, call, list);
  const letters = rowOf(op)?.operands ?? "";
  const d = letters[0] === "d" ? (operands[0] as number) : -1;
  const made =
    d < 0 || (call !== undefined && handOn.has(call.number)) ? undefined : madeFrom(chip, instruction, call, index);
  const moved = movedFrom(chip, instruction, spot, call);
  return (taken) => {
    const single = call === undefined ? undefined : collected(chip, call, list, taken[index - singles]);
    if (single !== undefined) return single;
    // What a call that waits has put anywhere is taken over when it is done.
    if (!isDone(chip, instruction)) return undefined;
    if (made !== undefined && isList(chip, d)) {
      const last = taken.at(-1);
      // The root of a broadcast gets its own list again.
      if (
        call !== undefined &&
        takers.has(call.number) &&
        (last !== undefined || call.number !== natives.BCAST.number)
      ) {
        const path = pathTo(chip, words[d] as number, list);
        if (path !== undefined) return received(last, [...path, index]);
      } else if (call?.number === natives.BCAST.number) {
        return undefined;
      } else if (words[d] === list) {
        return made;
      } else if (call !== undefined && makeTuples.has(call.number)) {
        if (pathTo(chip, words[d] as number, list)?.length === 1) return { ...made, how: "computed" };
      }
    }
    const then = now(chip, spot);
    if (then === undefined || (then.tag === before?.tag && then.value === before.value)) return undefined;
    return moved ?? { how: "computed", inputs: slotsRead(letters, operands) };
  };
}

/// How many values a recv of several elements has collected in a list; 0 if it does not collect them there.
function singlesBefore(chip: Chip, { number, args, count }: NativeCall, list: number): number {
  const collects = number === natives.RECV.number && count > 1 && isList(chip, args + 2);
  return collects && chip.words[args + 2] === list ? listLength(chip, list) : 0;
}

/// A recv of several elements collects what comes one by one in a list, which stands where its second argument did.
function collected(
  chip: Chip,
  { number, args, count }: NativeCall,
  list: number,
  message: TakenFrom | undefined,
): Write | undefined {
  if (message === undefined || number !== natives.RECV.number || count < 2) return undefined;
  const collects = isList(chip, args + 2) && chip.words[args + 2] === list;
  return collects ? received(message, []) : undefined;
}

/// An instruction that puts a value into this very element.
function watchStore(
  chip: Chip,
  instruction: Instruction,
  spot: ElementSpot,
  call: NativeCall | undefined,
): Write | undefined {
  const { words } = chip;
  const { op, operands, core } = instruction;
  const { list, index } = spot;
  const isIt = (slot: number): boolean => isList(chip, slot) && words[slot] === list;
  const [o = 0, a = 0, b = 0, v = 0] = operands;
  const from = (word: number): Write => fromSource("copied", { kind: "slot", core, word });
  if (op === SETINDEX) return isIt(o) && indexIn(chip, a, listLength(chip, list)) === index ? from(b) : undefined;
  if (op === SETELEMENT) {
    const at = elementAt(chip, core, o, a, b);
    return at?.kind === "element" && at.list === list && at.index === index ? from(v) : undefined;
  }
  if (op === APPEND) return isIt(o) && listLength(chip, list) === index ? from(a) : undefined;
  if (call === undefined || call.count === 0 || !isIt(call.args)) return undefined;
  const length = listLength(chip, list);
  if (call.number === natives.APPEND.number) return index === length ? from(call.args + 2) : undefined;
  if (call.number === natives.INSERT.number)
    return insertedAt(chip, call, length) === index ? from(call.args + 4) : undefined;
  return undefined;
}

function insertedAt(chip: Chip, { args }: NativeCall, length: number): number {
  return Math.min(length, Math.max(0, indexIn(chip, args + 2, length)));
}

/// From where in its own list an element comes if an instruction moves elements about.
function movedFrom(
  chip: Chip,
  { op, operands, core }: Instruction,
  { list, index }: ElementSpot,
  call: NativeCall | undefined,
): Write | undefined {
  const { words } = chip;
  const length = listLength(chip, list);
  const own = (at: number): Write => fromSource("copied", { kind: "element", core, list, index: at });
  const [o = 0, a = 0] = operands;
  if (op === DELINDEX && words[o] === list) return index >= indexIn(chip, a, length) ? own(index + 1) : undefined;
  if (op === ADDTO && words[a] === list && isList(chip, a) && index >= length) {
    return fromSource("copied", element(chip, core, operands[2] as number, index - length));
  }
  if (call === undefined || call.count === 0 || words[call.args] !== list) return undefined;
  const second = call.args + 2;
  switch (call.number) {
    case natives.INSERT.number:
      return index > insertedAt(chip, call, length) ? own(index - 1) : undefined;
    case natives.POP.number:
      return index >= (call.count > 1 ? indexIn(chip, second, length) : length) ? own(index + 1) : undefined;
    case natives.REVERSE.number:
      return own(length - 1 - index);
    case natives.EXTEND.number:
      return index >= length ? fromSource("copied", element(chip, core, second, index - length)) : undefined;
    default:
      return undefined;
  }
}

/// From where the element of a list comes that an instruction makes.
function madeFrom(chip: Chip, { op, operands, core }: Instruction, call: NativeCall | undefined, index: number): Write {
  const { words } = chip;
  const [, a = 0, b = 0] = operands;
  const computed: Write = {
    how: "computed",
    inputs: call === undefined ? slotsRead(rowOf(op)?.operands ?? "", operands) : range(call.args, call.count),
  };
  const lengthOf = (slot: number): number => listLength(chip, words[slot] as number);
  const of = (slot: number, at: number): Write => {
    const spot = element(chip, core, slot, at);
    return spot === undefined ? computed : fromSource("copied", spot);
  };
  switch (op) {
    case LIST:
    case TUPLE:
      return fromSource("copied", { kind: "slot", core, word: a + index * 2 });
    case ADD:
    case ADDTO:
      if (!isList(chip, a)) return computed;
      return index < lengthOf(a) ? of(a, index) : of(b, index - lengthOf(a));
    case MUL: {
      const list = isList(chip, a) ? a : b;
      return isList(chip, list) && lengthOf(list) > 0 ? of(list, index % lengthOf(list)) : computed;
    }
    case SLICE:
      return isList(chip, a) ? of(a, slicedFrom(chip, b, lengthOf(a), index)) : computed;
  }
  if (call === undefined || call.count === 0 || !isList(chip, call.args)) return computed;
  switch (call.number) {
    case natives.LIST.number:
    case natives.TUPLE.number:
    case natives.COPY.number:
    case natives.FLATTEN.number:
      return of(call.args, index);
    case natives.REDUCE.number:
      return { how: "combined", inputs: [], path: [index] };
    case natives.REVERSED.number:
      return of(call.args, lengthOf(call.args) - 1 - index);
    default:
      return computed;
  }
}

/// The index in a list of the k-th element of its slice, whose three parts stand from `w` on.
function slicedFrom(chip: Chip, w: number, length: number, k: number): number {
  const part = (slot: number): number | undefined =>
    chip.words[slot + 1] === NONE ? undefined : (chip.words[slot] as number);
  const step = part(w + 4) ?? 1;
  const lower = part(w);
  const [least, most] = step > 0 ? [0, length] : [-1, length - 1];
  const start =
    lower === undefined
      ? step > 0
        ? least
        : most
      : Math.min(most, Math.max(least, lower < 0 ? lower + length : lower));
  return start + k * step;
}
