import {
  ADD,
  ADDTO,
  APPEND,
  CALL,
  CALLV,
  CLEAR,
  DELINDEX,
  DELSLICE,
  ELEMENT,
  HAND,
  INDEX,
  LIST,
  MOVE,
  MUL,
  NATIVE,
  NEXT,
  RETURN,
  instruction as rowOf,
  SETELEMENT,
  SETINDEX,
  SETSLICE,
  SLICE,
  TUPLE,
  UNPACK,
} from "../bytecode/isa.ts";
import * as natives from "../bytecode/natives.ts";
import { FUNCTION, INT, LIST_TAG, NONE, TUPLE_TAG } from "../bytecode/values.ts";
import type { Chip, Core, TakenMessage } from "../machine/chip.ts";
import { FRAME_HEADER } from "../machine/frames.ts";
import { LIST_DATA } from "../machine/list-layout.ts";
import { elementTag, lengthsOf, listLength } from "../machine/lists.ts";
import { FP, PC, STATUS, STATUS_FAILED, STATUS_WAITING } from "../machine/memory-map.ts";
import { clock } from "../machine/timing/clock.ts";

// Which instruction puts a value into a place, and from where it takes it. Each place is written by its own core only. A slot is
// the destination of an instruction, so that what writes the value that was there already is known too. An element is known by its
// list, wherever the list's data lies, and by its index: what is not known by the instruction is seen by the value that has changed.

/// A place of a core's that holds a value.
export type Spot =
  | { readonly kind: "slot"; readonly core: Core /** Word index. */; readonly word: number }
  | {
      readonly kind: "element";
      readonly core: Core /** Address of the list. */;
      readonly list: number;
      readonly index: number;
    };

/// An instruction that a core is about to execute.
export interface Instruction {
  readonly core: Core;
  readonly time: number;
  readonly pc: number;
  readonly fp: number;
  readonly op: number;
  /// Word indices and numbers, as the letters of the instruction's row say.
  readonly operands: readonly number[];
}

export interface TakenFrom {
  readonly sender: number;
  readonly message: TakenMessage;
}

export interface Write {
  readonly how: "computed" | "copied" | "argument" | "returned" | "received" | "combined" | "asked" | "cleared";
  /// From where it was copied.
  readonly source?: Spot;
  /// Slots that it was worked out from.
  readonly inputs: readonly number[];
  /// Where it came in a message: of whose value, and which element of that, of which element …
  readonly taken?: TakenFrom;
  readonly path?: readonly number[];
}

type After = (taken: readonly TakenFrom[]) => Write | undefined;

const MOST_INNER = 2_000;
const MOST_INPUTS = 16;

/// The instruction that a core stands at.
export function instructionOf(chip: Chip, core: Core): Instruction | undefined {
  const { words, program } = chip;
  const pc = words[core.registers + PC] as number;
  const fp = words[core.registers + FP] as number;
  const at = program.indexOf[pc] as number;
  const op = program.ops[at] as number;
  const row = rowOf(op);
  if (row === undefined) return undefined;
  const operands = [...row.operands].map((letter, k) => {
    const operand = program.ops[at + 1 + k] as number;
    if (letter === "d" || letter === "s") return operand >= 0 ? fp + operand : core.module + ~operand;
    return letter === "w" ? fp + operand : operand;
  });
  return { core, time: clock(chip, core), pc, fp, op, operands };
}

/// Whether an instruction calls a native, its number, its first argument's slot, how many there are, and where the result goes.
export function nativeCall(chip: Chip, { op, operands }: Instruction): NativeCall | undefined {
  const [d = 0, callee = 0, args = 0, count = 0] = operands;
  if (op === NATIVE) return { number: callee, args, count, d };
  if (op !== CALLV || chip.words[callee + 1] === FUNCTION) return undefined;
  return { number: chip.words[callee] as number, args, count, d };
}

interface NativeCall {
  readonly number: number;
  readonly args: number;
  readonly count: number;
  readonly d: number;
}

/// The slots that an instruction reads.
export function slotsOf(chip: Chip, instruction: Instruction): readonly number[] {
  const call = nativeCall(chip, instruction);
  return call === undefined
    ? slotsRead(rowOf(instruction.op)?.operands ?? "", instruction.operands)
    : range(call.args, call.count);
}

/// What is to be looked at after an instruction, should it write a place; undefined if it cannot.
export function watch(chip: Chip, instruction: Instruction, spot: Spot): After | undefined {
  return spot.kind === "slot" ? watchSlot(chip, instruction, spot.word) : watchElement(chip, instruction, spot);
}

/// Whether the core has done the instruction it stood at.
function isDone(chip: Chip, { core }: Instruction): boolean {
  const status = chip.words[core.registers + STATUS];
  return status !== STATUS_WAITING && status !== STATUS_FAILED;
}

function isList(chip: Chip, slot: number): boolean {
  const tag = chip.words[slot + 1] as number;
  return tag === LIST_TAG || tag === TUPLE_TAG;
}

function element(chip: Chip, core: Core, slot: number, index: number): Spot | undefined {
  if (!isList(chip, slot) || index < 0) return undefined;
  return { kind: "element", core, list: chip.words[slot] as number, index };
}

/// Slots of neighbouring values.
function range(from: number, count: number): number[] {
  return Array.from({ length: Math.min(count, MOST_INPUTS) }, (_, k) => from + k * 2);
}

/// The index in a slot, from the start of a list of some length; -1 if it is none.
function indexIn(chip: Chip, slot: number, length: number): number {
  if (chip.words[slot + 1] !== INT) return -1;
  const index = chip.words[slot] as number;
  return index < 0 ? index + length : index;
}

const fromSource = (how: "copied" | "argument" | "returned", source: Spot | undefined): Write =>
  source === undefined ? { how: "computed", inputs: [] } : { how, source, inputs: [] };

// ── Slots ────────────────────────────────────────────────────────────────────

function watchSlot(chip: Chip, instruction: Instruction, word: number): After | undefined {
  const { words, program } = chip;
  const { core, fp, op, operands } = instruction;
  const slot = (at: number): Spot => ({ kind: "slot", core, word: at });
  const done =
    (write: Write): After =>
    () =>
      isDone(chip, instruction) ? write : undefined;
  if (op === RETURN) {
    const caller = words[fp - FRAME_HEADER + 1] as number;
    const operand = words[fp - FRAME_HEADER + 2] as number;
    const target = operand >= 0 ? caller + operand : core.module + ~operand;
    return caller !== 0 && target === word ? done(fromSource("returned", slot(operands[0] as number))) : undefined;
  }
  const call = nativeCall(chip, instruction);
  if (op === CALL || (op === CALLV && call === undefined)) return watchFrame(chip, instruction, word);
  if (op === UNPACK) {
    const [first = 0, list = 0, count = 0] = operands;
    if (word < first || word >= first + count * 2) return undefined;
    return done(fromSource("copied", element(chip, core, list, (word - first) >> 1)));
  }
  const row = rowOf(op);
  const [d, a = 0, b = 0] = operands;
  if (row?.operands[0] !== "d" || d !== word) return undefined;
  if (call !== undefined) return watchResult(chip, instruction, call);
  switch (op) {
    case CLEAR:
      return done({ how: "cleared", inputs: [] });
    case MOVE:
    case HAND:
      return done(fromSource("copied", slot(a)));
    case INDEX:
      return isList(chip, a)
        ? done(fromSource("copied", element(chip, core, a, indexIn(chip, b, listLength(chip, words[a] as number)))))
        : done({ how: "computed", inputs: [a] });
    case ELEMENT:
      return done(fromSource("copied", elementAt(chip, core, a, b, operands[3] as number)));
    case NEXT: {
      const target = program.pcOf[operands[2] as number];
      const source = element(chip, core, a, words[a + 2] as number);
      return () => (words[core.registers + PC] === target ? undefined : fromSource("copied", source));
    }
    default: {
      if (row.flow === "branch") {
        const target = program.pcOf[operands[2] as number];
        return () => (words[core.registers + PC] === target ? undefined : { how: "computed", inputs: [] });
      }
      return done({ how: "computed", inputs: slotsRead(row.operands, operands) });
    }
  }
}

function slotsRead(letters: string, operands: readonly number[]): number[] {
  return [...letters].flatMap((letter, k) => {
    if (letter === "s") return [operands[k] as number];
    if (letter !== "w") return [];
    return range(operands[k] as number, letters[k + 1] === "c" ? (operands[k + 1] as number) : 1);
  });
}

/// A call makes a frame: parameters get their arguments, the rest is cleared.
function watchFrame(chip: Chip, { core, fp, op, operands }: Instruction, word: number): After {
  const { words, program } = chip;
  const [, target = 0, args = 0, count = 0] = operands;
  const row = program.functions[op === CALL ? target : (words[target] as number)];
  return () => {
    const frame = words[core.registers + FP] as number;
    if (row === undefined || frame === fp || word < frame || word >= frame + row.words) return undefined;
    const k = (word - frame) >> 1;
    if (k >= row.parameters) return { how: "cleared", inputs: [] };
    if (k < count) return fromSource("argument", { kind: "slot", core, word: args + k * 2 });
    const operand = row.defaults[k - row.required];
    return operand === undefined
      ? { how: "cleared", inputs: [] }
      : fromSource("copied", { kind: "slot", core, word: core.module + ~operand });
  };
}

const takers: ReadonlySet<number> = new Set([natives.RECV.number, natives.SENDRECV.number, natives.BCAST.number]);

function watchResult(chip: Chip, instruction: Instruction, { number, args, count }: NativeCall): After {
  const { core } = instruction;
  if (takers.has(number)) {
    const own: Spot = { kind: "slot", core, word: args };
    return (taken) => {
      if (!isDone(chip, instruction)) return undefined;
      const [last] = taken.slice(-1);
      if (last !== undefined) return { how: "received", inputs: [], taken: last, path: [] };
      return number === natives.BCAST.number ? fromSource("copied", own) : { how: "received", inputs: [] };
    };
  }
  const write = resultOf(chip, core, number, args, count);
  return () => (isDone(chip, instruction) ? write : undefined);
}

function resultOf(chip: Chip, core: Core, number: number, args: number, count: number): Write {
  if (number === natives.INPUT.number) return { how: "asked", inputs: [] };
  if (number === natives.REDUCE.number) return { how: "combined", inputs: [] };
  if (number === natives.POP.number && isList(chip, args)) {
    const length = listLength(chip, chip.words[args] as number);
    const at = count > 1 ? indexIn(chip, args + 2, length) : length - 1;
    return fromSource("copied", element(chip, core, args, at));
  }
  return { how: "computed", inputs: range(args, count) };
}

// ── Elements ─────────────────────────────────────────────────────────────────

/// The element that indices from `w` on say, of lists in lists or of an array of more dimensions.
function elementAt(chip: Chip, core: Core, object: number, w: number, count: number): Spot | undefined {
  let [tag, value] = [chip.words[object + 1] as number, chip.words[object] as number];
  for (let k = 0; k < count; ) {
    if (tag !== LIST_TAG && tag !== TUPLE_TAG) return undefined;
    const lengths = lengthsOf(chip, value);
    let at = 0;
    for (const [n, length] of lengths.entries()) {
      at *= lengths.length > 1 ? length : 1;
      if (k + n < count) at += indexIn(chip, w + (k + n) * 2, length);
    }
    if (at < 0) return undefined;
    k += lengths.length;
    if (k >= count) return { kind: "element", core, list: value, index: at };
    if (at >= listLength(chip, value)) return undefined;
    const inner = elementTag(chip, value, at);
    value = chip.words[(dataOf(chip, value) >> 2) + at] as number;
    tag = inner;
  }
  return undefined;
}

function dataOf(chip: Chip, list: number): number {
  return chip.words[(list >> 2) + LIST_DATA] as number;
}

interface ElementSpot {
  readonly core: Core;
  readonly list: number;
  readonly index: number;
}

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

function watchElement(chip: Chip, instruction: Instruction, spot: ElementSpot): After | undefined {
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
    if (made !== undefined && isDone(chip, instruction) && isList(chip, d)) {
      const [last] = taken.slice(-1);
      if (call !== undefined && takers.has(call.number)) {
        const path = last === undefined ? undefined : pathTo(chip, words[d] as number, list);
        if (path !== undefined && last !== undefined)
          return { how: "received", inputs: [], taken: last, path: [...path, index] };
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
  return collects ? { how: "received", inputs: [], taken: message, path: [] } : undefined;
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
    case natives.BCAST.number:
      return of(call.args, index);
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

/// The indices that lead from a list to another that lies in it, however deep; undefined if it does not.
export function pathTo(chip: Chip, from: number, to: number): number[] | undefined {
  let left = MOST_INNER;
  const find = (list: number, depth: number): number[] | undefined => {
    if (list === to) return [];
    if (depth > 6) return undefined;
    for (let k = 0; k < listLength(chip, list) && left > 0; k++, left--) {
      const tag = elementTag(chip, list, k);
      if (tag !== LIST_TAG && tag !== TUPLE_TAG) {
        // All are of one type, mostly.
        if (chip.words[list >> 2] !== 255) return undefined;
        continue;
      }
      const path = find(chip.words[(dataOf(chip, list) >> 2) + k] as number, depth + 1);
      if (path !== undefined) return [k, ...path];
    }
    return undefined;
  };
  return find(from, 0);
}
