import { derivesFrom, exceptionNumber, FIRST_EXCEPTION } from "../bytecode/exceptions.ts";
import type { HandledRow, HandlerRow } from "../bytecode/image-parts.ts";
import * as isa from "../bytecode/isa.ts";
import { BOOL, CLASS, INSTANCE, INT, LIST_TAG, NONE, TUPLE_TAG, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { abandon } from "./contribution.ts";
import type { DecodedFunction } from "./decode.ts";
import { type Raised, raisedBy } from "./fault-wording.ts";
import {
  NO_MORE_VALUES,
  NOT_AN_EXCEPTION,
  NOT_EXCEPTION_CLASS,
  OUT_OF_MEMORY,
  RAISED,
  STOPPED_INSIDE,
  setFault,
  UNSET_VARIABLE,
} from "./faults.ts";
import { FRAME_HEADER, GO_ON_CLOSED, GO_ON_NEXT, goesOn, isOfGenerator, returnPc, walkFrames } from "./frames.ts";
import { finish, runningIn } from "./generators.ts";
import { collect, keepReserve, openReserve } from "./heap.ts";
import { LIST_LENGTH } from "./list-layout.ts";
import { append, elementTag, elementWord, listLength, newList, setElement } from "./lists.ts";
import { FAULT_A, FAULT_B, FAULT_CODE, FAULT_SLOT, FP, PC, PHASE, PIN, WAIT_KIND, WAIT_NONE } from "./memory-map.ts";
import { newRecord, recordSlot } from "./records.ts";
import { fault, outOfMemory, setSlot } from "./slots.ts";
import { storeText } from "./store-text.ts";
import { costsOf, work } from "./timing/clock.ts";
import { truth } from "./truthiness.ts";

// Exceptions. One is an instance, that is a record:
//
//   slot 0   its class
//   slot 1   its arguments, a tuple
//   slot 2   where it comes from: None until it is raised; then the place and the kind of the fault, as an int; or a tuple of that
//            (or None), the cause, the exception that was being handled (or None), whether the cause stands for that, and its
//            notes, a list (or None)
//   then     its fields, if its class is one of the program's
//
// A fault becomes one only where a handler takes it. Until one is found nothing is unwound, so a core that fails stands where it
// failed, with all its frames.

const ARGS_SLOT = 1;
const ORIGIN_SLOT = 2;
// Elements of the tuple.
const ORIGIN = 0;
const CAUSE = 1;
const CONTEXT = 2;
const IS_FROM = 3;
const NOTES = 4;
const PARTS = 5;
/// Where the fields of an exception begin.
export const EXCEPTION_SLOTS = 3;

const BASE_EXCEPTION = FIRST_EXCEPTION;
const STOP_ITERATION = exceptionNumber("StopIteration");
const GENERATOR_EXIT = exceptionNumber("GeneratorExit");
const SYSTEM_EXIT = exceptionNumber("SystemExit");
/// The kind of a fault is kept above the place.
const KIND_SHIFT = 16;

/// Whether the value in a slot is an exception.
export function isException(chip: Chip, slot: number): boolean {
  return chip.words[slot + 1] === INSTANCE && derivesFrom(chip.image, classOf(chip, slot), BASE_EXCEPTION);
}

/// The number of the class of the instance in a slot.
export function classOf(chip: Chip, slot: number): number {
  return chip.words[recordSlot(chip.words[slot] as number, 0)] as number;
}

/// The word index of the slot that holds an exception's arguments, a tuple.
export function argumentsOf(chip: Chip, slot: number): number {
  return recordSlot(chip.words[slot] as number, ARGS_SLOT);
}

/// A value in a core's memory.
export interface Held {
  readonly tag: number;
  readonly value: number;
}

const NOTHING: Held = { tag: NONE, value: 0 };

/// What an exception was raised from.
export function causeOf(chip: Chip, slot: number): Held {
  return partOf(chip, slot, CAUSE);
}

/// What was being handled when an exception was raised; None in a program that asks nothing of this.
export function contextOf(chip: Chip, slot: number): Held {
  return partOf(chip, slot, CONTEXT);
}

/// Whether an exception was raised from something, be it None.
export function isRaisedFrom(chip: Chip, slot: number): boolean {
  return partOf(chip, slot, IS_FROM).tag === BOOL;
}

/// The list of an exception's notes; None if it has none.
export function notesOf(chip: Chip, slot: number): Held {
  return partOf(chip, slot, NOTES);
}

function partOf(chip: Chip, slot: number, part: number): Held {
  const origin = recordSlot(chip.words[slot] as number, ORIGIN_SLOT);
  if (chip.words[origin + 1] !== TUPLE_TAG) return NOTHING;
  const tuple = chip.words[origin] as number;
  return { tag: elementTag(chip, tuple, part), value: chip.words[elementWord(chip, tuple, part)] as number };
}

/// Where an exception was first raised, and by which fault; undefined if it has not been.
export function originOf(chip: Chip, slot: number): { readonly pc: number; readonly fault: number } | undefined {
  const origin = recordSlot(chip.words[slot] as number, ORIGIN_SLOT);
  let value = chip.words[origin] as number;
  let tag = chip.words[origin + 1] as number;
  if (tag === TUPLE_TAG) ({ tag, value } = partOf(chip, slot, ORIGIN));
  return tag === INT ? { pc: value & 0xffff, fault: value >>> KIND_SHIFT } : undefined;
}

/// d = a new exception of one of Python's classes with the `count` values from `from` on as its arguments. False if there is no room;
/// the arguments must be in slots that live on.
export function newException(
  chip: Chip,
  core: Core,
  d: number,
  type: number,
  from: number,
  count: number,
  slots = EXCEPTION_SLOTS,
): boolean {
  const { words } = chip;
  const tuple = tupleOf(chip, core, from, count);
  if (tuple === 0) return false;
  const pin = core.registers + PIN;
  const before = words[pin] as number;
  words[pin] = tuple;
  const record = newRecord(chip, core, slots);
  words[pin] = before;
  if (record === 0) return false;
  setSlot(chip, recordSlot(record, 0), CLASS, type);
  setSlot(chip, recordSlot(record, ARGS_SLOT), TUPLE_TAG, tuple);
  setSlot(chip, recordSlot(record, ORIGIN_SLOT), NONE, 0);
  setSlot(chip, d, INSTANCE, record);
  return true;
}

/// Makes values the arguments of the exception in a slot. False if there is no room.
export function setArguments(chip: Chip, core: Core, slot: number, from: number, count: number): boolean {
  const tuple = tupleOf(chip, core, from, count);
  if (tuple !== 0) setSlot(chip, argumentsOf(chip, slot), TUPLE_TAG, tuple);
  return tuple !== 0;
}

function tupleOf(chip: Chip, core: Core, from: number, count: number): number {
  const { words } = chip;
  let mixed = false;
  for (let k = 1; k < count; k++) if (words[from + k * 2 + 1] !== words[from + 1]) mixed = true;
  const tuple = newList(chip, core, count, mixed);
  if (tuple === 0) return 0;
  for (let k = 0; k < count; k++) {
    setElement(chip, core, tuple, k, words[from + k * 2] as number, words[from + k * 2 + 1] as number);
    words[(tuple >> 2) + LIST_LENGTH] = k + 1;
  }
  return tuple;
}

// ── Raising ────────────────────────────────────────────────────────────────

/// Raises what is in a slot, with what is in the slot `cause`, if it is not 0, as what it comes from: notes the fault.
export function raise(chip: Chip, core: Core, slot: number, cause: number): void {
  const { words } = chip;
  const unset = words[slot + 1] === UNSET ? slot : cause !== 0 && words[cause + 1] === UNSET ? cause : 0;
  if (unset !== 0) return setFault(chip, core, UNSET_VARIABLE, 0, 0, unset);
  const isClass = isExceptionClass(chip, words[slot + 1] as number, words[slot] as number);
  if (!isClass && !isException(chip, slot)) return setFault(chip, core, NOT_AN_EXCEPTION, 0);
  if (cause !== 0) {
    const tag = words[cause + 1] as number;
    const fits = tag === NONE || isExceptionClass(chip, tag, words[cause] as number) || isException(chip, cause);
    if (!fits) return setFault(chip, core, NOT_AN_EXCEPTION, 1);
  }
  setFault(chip, core, RAISED, isClass ? (words[slot] as number) : classOf(chip, slot), cause, isClass ? 0 : slot);
}

function isExceptionClass(chip: Chip, tag: number, value: number): boolean {
  return tag === CLASS && derivesFrom(chip.image, value, BASE_EXCEPTION);
}

/// 1 or 0: whether the exception in a slot is of the class, or one of the classes, in another; -1 with a fault if that is neither.
export function isOf(chip: Chip, core: Core, slot: number, types: number): number {
  const { words } = chip;
  if (!isException(chip, slot)) return 0;
  const tag = words[types + 1] as number;
  const value = words[types] as number;
  if (tag !== TUPLE_TAG) return fits(chip, core, slot, types, tag, value);
  for (let k = 0; k < listLength(chip, value); k++) {
    const word = words[elementWord(chip, value, k)] as number;
    const fit = fits(chip, core, slot, types, elementTag(chip, value, k), word);
    if (fit !== 0) return fit;
  }
  return 0;
}

/// The same for a class that is in slot `types`, or in the tuple there.
function fits(chip: Chip, core: Core, slot: number, types: number, tag: number, value: number): number {
  if (isExceptionClass(chip, tag, value)) return derivesFrom(chip.image, classOf(chip, slot), value) ? 1 : 0;
  setFault(chip, core, tag === UNSET ? UNSET_VARIABLE : NOT_EXCEPTION_CLASS, 0, 0, tag === UNSET ? types : 0);
  return -1;
}

// ── Handling ───────────────────────────────────────────────────────────────

interface Handler {
  /// Generators whose frames are left.
  readonly generators: readonly number[];
  readonly fp: number;
  readonly pc: number;
  /// The word index of the slot that gets the exception.
  readonly slot: number;
  /// Frames that are left for it.
  readonly left: number;
  /// A StopIteration leaves a generator, which must not seem to have ended.
  readonly isStray: boolean;
  /// It is what a loop does at its end, which does not want the exception.
  readonly isEnd?: true;
}

/// Whether what is raised ends the core as its last statement does, since nothing takes it: `exit`.
export function isExit(chip: Chip, core: Core): boolean {
  return isRaised(chip, core, SYSTEM_EXIT);
}

/// Whether the program may go on after a fault: it handles exceptions, or objects end loops by StopIteration.
export function mayHandle({ image, program }: Chip): boolean {
  return image.handlers !== undefined || program.classes.ids.has("__next__");
}

/// The word index of the slot with the exception that is being handled, by the innermost function that handles one; 0 if there is
/// none, or the program does not ask.
export function handled(chip: Chip, core: Core): number {
  const rows = chip.image.handled;
  if (rows === undefined) return 0;
  let found = 0;
  let isInner = true;
  walkFrames(chip, core, (fp, _end, pc) => {
    const at = isInner ? pc : pc - 1;
    isInner = false;
    for (let k = 0; found === 0 && k < rows.length; k++) {
      const { from, to, slot } = rows[k] as HandledRow;
      if (from <= at && at < to && isException(chip, fp + slot * 2)) found = fp + slot * 2;
    }
  });
  return found;
}

/// A new tuple with what the exception comes from that is being raised: what is being handled, and the cause in slot `cause`, if that is
/// not 0. 0 if nothing else is being handled, or there is no room to say so.
function contextParts(chip: Chip, core: Core, raised: number, cause: number): number {
  const { words } = chip;
  const context = handled(chip, core);
  const isSame = context !== 0 && raised !== 0 && words[raised + 1] === INSTANCE && words[raised] === words[context];
  const tuple = context === 0 || isSame ? 0 : newParts(chip, core);
  if (tuple === 0) return 0;
  if (raised !== 0 && words[raised + 1] === INSTANCE) unchain(chip, core, words[raised] as number, context);
  setElement(chip, core, tuple, CONTEXT, words[context] as number, INSTANCE);
  if (cause !== 0 && words[cause + 1] === INSTANCE) {
    setElement(chip, core, tuple, CAUSE, words[cause] as number, INSTANCE);
  }
  return tuple;
}

/// Only damaged memory has longer ones.
const LONGEST_CHAIN = 4096;

/// Takes an exception out of the chain of what was being handled that begins with the one in a slot, so that the chain never becomes a ring.
function unchain(chip: Chip, core: Core, exception: number, slot: number): void {
  const { words } = chip;
  let at = words[slot] as number;
  for (let k = 0; k < LONGEST_CHAIN; k++) {
    const origin = recordSlot(at, ORIGIN_SLOT);
    if (words[origin + 1] !== TUPLE_TAG) return;
    const tuple = words[origin] as number;
    if (elementTag(chip, tuple, CONTEXT) !== INSTANCE) return;
    const next = words[elementWord(chip, tuple, CONTEXT)] as number;
    if (next === exception) {
      setElement(chip, core, tuple, CONTEXT, 0, NONE);
      return;
    }
    at = next;
  }
}

function handlerOf(chip: Chip, core: Core): Handler | undefined {
  let found: Handler | undefined;
  let left = 0;
  let isStray = false;
  const generators: number[] = [];
  walkFrames(chip, core, (fp, _end, pc, row) => {
    // A caller's pc is where it will go on: the call is the instruction before.
    const at = left === 0 ? pc : pc - 1;
    const taken = handlerAt(chip, at);
    if (taken !== undefined) {
      found = { fp, pc: taken.handler, slot: fp + taken.slot * 2, left, generators, isStray };
      return true;
    }
    const isStop = isRaised(chip, core, STOP_ITERATION);
    const word = chip.words[fp - FRAME_HEADER] as number;
    const callee = chip.program.functions[row] as DecodedFunction;
    const generator = isOfGenerator(word) ? runningIn(chip.words, fp, callee) : 0;
    if (generator !== 0) {
      generators.push(generator);
      isStray = isStop;
    }
    left++;
    const end = goesOn(word) === GO_ON_NEXT && isStop && !isStray ? endAfter(chip, returnPc(word)) : 0;
    if (end !== 0) {
      const caller = chip.words[fp - FRAME_HEADER + 1] as number;
      found = { fp: caller, pc: end, slot: caller, left, generators, isStray, isEnd: true };
    }
    if (goesOn(word) === GO_ON_CLOSED && isRaised(chip, core, GENERATOR_EXIT)) {
      // It has done what it was told.
      const caller = chip.words[fp - FRAME_HEADER + 1] as number;
      const operand = chip.words[fp - FRAME_HEADER + 2] as number;
      const slot = operand >= 0 ? caller + operand : core.module + ~operand;
      found = { fp: caller, pc: returnPc(word), slot, left, generators, isStray };
    }
    return found !== undefined;
  });
  return found;
}

/// The pc at which a program goes on when what the instruction before `after` asks for a value has none; 0 if that is a fault.
function endAfter({ program }: Chip, after: number): number {
  const { indexOf, ops, pcOf } = program;
  const end = ops[(indexOf[after] as number) - 1] as number;
  return ops[end] === isa.STOP ? 0 : (pcOf[end] as number);
}

/// Whether what is raised is an exception of a class of Python's, which has this number.
function isRaised({ words, image }: Chip, { registers }: Core, type: number): boolean {
  const code = words[registers + FAULT_CODE] as number;
  if (code === NO_MORE_VALUES) return type === STOP_ITERATION;
  return code === RAISED && derivesFrom(image, words[registers + FAULT_A] as number, type);
}

/// Whether a function may handle what is raised at an instruction of its own.
export function hasHandler(chip: Chip, pc: number): boolean {
  return handlerAt(chip, pc) !== undefined;
}

/// The first handler of the instruction at a pc.
function handlerAt({ image }: Chip, pc: number): HandlerRow | undefined {
  for (const row of image.handlers ?? []) if (row.from <= pc && pc < row.to) return row;
  return undefined;
}

/// If a handler of the program takes the fault that is noted on a core, leaves the core there, ready to go on, with the exception in
/// the handler's slot. Else changes nothing, and gives false.
export function takeFault(chip: Chip, core: Core): boolean {
  const { words } = chip;
  const { registers } = core;
  const handler = handlerOf(chip, core);
  if (handler === undefined) return false;
  if (handler.isEnd) {
    for (const generator of handler.generators) finish(chip, generator);
    goOnAt(chip, core, handler);
    return true;
  }
  if (handler.isStray) setFault(chip, core, STOPPED_INSIDE);
  const fault = words[registers + FAULT_CODE] as number;
  const raised = fault === RAISED ? undefined : raisedBy(chip, core);
  if (fault !== RAISED && raised === undefined) return false;
  const fp = words[registers + FP] as number;
  const pc = words[registers + PC] as number;
  const pins = [words[registers + PIN] as number, words[registers + PIN + 1] as number];
  const origin = pc | (fault << KIND_SHIFT);
  const cause = fault === RAISED ? (words[registers + FAULT_B] as number) : 0;
  const causeTag = words[cause + 1] as number;
  const causeValue = words[cause] as number;
  const kept = fault === RAISED ? (words[registers + FAULT_SLOT] as number) : (raised?.slot ?? 0);
  const { slot } = handler;
  // As long as all frames are there. Without room nothing is said of it.
  const parts = fault === OUT_OF_MEMORY ? 0 : contextParts(chip, core, kept, cause);
  for (const generator of handler.generators) finish(chip, generator);
  words[registers + PIN] = 0;
  // What it is made of is kept in the handler's frame: those that are left are of no more account to the collector.
  words[registers + PIN + 1] = parts !== 0 ? parts : causeTag === INSTANCE && cause !== 0 ? causeValue : 0;
  const [value, tag] = [words[slot] as number, words[slot + 1] as number];
  if (kept === 0) setSlot(chip, slot, UNSET, 0);
  else setSlot(chip, slot, words[kept + 1] as number, words[kept] as number);
  words[registers + FP] = handler.fp;
  words[registers + PC] = handler.pc;
  const make = (): boolean => {
    const isMade =
      (fault === RAISED && kept !== 0) ||
      (fault === RAISED
        ? newException(chip, core, slot, words[registers + FAULT_A] as number, slot, 0)
        : makeRaised(chip, core, slot, raised as Raised));
    if (!isMade) return false;
    if (parts !== 0) noteContext(chip, core, slot, parts);
    noteOrigin(chip, core, slot, origin);
    return cause === 0 || noteCause(chip, core, slot, causeTag, causeValue);
  };
  // What the frames that are left have held is free now.
  if (fault === OUT_OF_MEMORY) collect(chip, core);
  const whole = make() || (openReserve(chip, core) && make());
  words[registers + PIN + 1] = 0;
  if (!whole) {
    // No room for it: the core fails with what it was.
    setSlot(chip, slot, tag, value);
    words.set(pins, registers + PIN);
    words[registers + FP] = fp;
    words[registers + PC] = pc;
    return false;
  }
  keepReserve(chip, core);
  goOnAt(chip, core, handler);
  return true;
}

function goOnAt(chip: Chip, core: Core, { fp, pc, left }: Handler): void {
  const { words } = chip;
  const { registers } = core;
  words[registers + FP] = fp;
  words[registers + PC] = pc;
  abandon(chip, core);
  words[registers + PHASE] = 0;
  words[registers + WAIT_KIND] = WAIT_NONE;
  const costs = costsOf(chip, core);
  work(chip, core, costs.call + left * costs.jump);
}

function makeRaised(chip: Chip, core: Core, slot: number, { name, text }: Raised): boolean {
  if (text !== undefined && storeText(chip, core, slot, text) < 0) return false;
  return newException(chip, core, slot, exceptionNumber(name), slot, chip.words[slot + 1] === UNSET ? 0 : 1);
}

function noteOrigin(chip: Chip, core: Core, slot: number, origin: number): void {
  if (originOf(chip, slot) !== undefined) return;
  const at = recordSlot(chip.words[slot] as number, ORIGIN_SLOT);
  if (chip.words[at + 1] === TUPLE_TAG) setElement(chip, core, chip.words[at] as number, ORIGIN, origin, INT);
  else setSlot(chip, at, INT, origin);
}

/// A new tuple for all that is kept of where an exception comes from; 0 if there is no room.
function newParts(chip: Chip, core: Core): number {
  const tuple = newList(chip, core, PARTS, true);
  for (let k = 0; tuple !== 0 && k < PARTS; k++) {
    setElement(chip, core, tuple, k, 0, NONE);
    chip.words[(tuple >> 2) + LIST_LENGTH] = k + 1;
  }
  return tuple;
}

/// The tuple of the exception in a slot, which gets one if it has none; 0 if there is no room.
function partsOf(chip: Chip, core: Core, slot: number): number {
  const { words } = chip;
  const before = recordSlot(words[slot] as number, ORIGIN_SLOT);
  if (words[before + 1] === TUPLE_TAG) return words[before] as number;
  const tuple = newParts(chip, core);
  if (tuple !== 0) attachParts(chip, core, slot, tuple);
  return tuple;
}

function attachParts(chip: Chip, core: Core, slot: number, tuple: number): void {
  const at = recordSlot(chip.words[slot] as number, ORIGIN_SLOT);
  setElement(chip, core, tuple, ORIGIN, chip.words[at] as number, chip.words[at + 1] as number);
  setSlot(chip, at, TUPLE_TAG, tuple);
}

/// Notes what was being handled when the exception in a slot was raised.
function noteContext(chip: Chip, core: Core, slot: number, parts: number): void {
  const { words } = chip;
  const at = recordSlot(words[slot] as number, ORIGIN_SLOT);
  if (words[at + 1] !== TUPLE_TAG) return attachParts(chip, core, slot, parts);
  setElement(chip, core, words[at] as number, CONTEXT, words[elementWord(chip, parts, CONTEXT)] as number, INSTANCE);
}

/// Sets an attribute of the exception in slot `o`, one that programs may set, to the value of slot `v`. 0, or -1 with a fault.
export function setExceptionAttribute(chip: Chip, core: Core, o: number, name: string, v: number): number {
  const { words } = chip;
  const tag = words[v + 1] as number;
  // There is nothing to keep of it.
  if (name === "__traceback__") return 0;
  const isFlag = name === "__suppress_context__";
  if (!isFlag && tag !== NONE && !isException(chip, v)) return fault(chip, core, NOT_AN_EXCEPTION, -1, 0, v);
  const tuple = partsOf(chip, core, o);
  if (tuple === 0) return outOfMemory(chip, core, PARTS * 4);
  if (isFlag) setFrom(chip, core, tuple, truth(chip, core, v) === 1);
  else setElement(chip, core, tuple, name === "__cause__" ? CAUSE : CONTEXT, words[v] as number, tag);
  if (name === "__cause__") setFrom(chip, core, tuple, true);
  return 0;
}

function setFrom(chip: Chip, core: Core, tuple: number, isFrom: boolean): void {
  setElement(chip, core, tuple, IS_FROM, isFrom ? 1 : 0, isFrom ? BOOL : NONE);
}

/// Adds the text in slot `v` to the notes of the exception in slot `o`. 0, or -1 with a fault.
export function addNote(chip: Chip, core: Core, o: number, v: number): number {
  const { words } = chip;
  const tuple = partsOf(chip, core, o);
  const isFirst = tuple !== 0 && elementTag(chip, tuple, NOTES) !== LIST_TAG;
  const made = isFirst ? newList(chip, core, 1, false) : 0;
  if (made !== 0) setElement(chip, core, tuple, NOTES, made, LIST_TAG);
  const isDone =
    tuple !== 0 &&
    (!isFirst || made !== 0) &&
    append(chip, core, words[elementWord(chip, tuple, NOTES)] as number, words[v] as number, words[v + 1] as number);
  return isDone ? 0 : outOfMemory(chip, core, PARTS * 4);
}

/// Notes what the exception in a slot comes from. The cause must be pinned.
function noteCause(chip: Chip, core: Core, slot: number, tag: number, value: number): boolean {
  const { words } = chip;
  const tuple = partsOf(chip, core, slot);
  if (tuple === 0) return false;
  setFrom(chip, core, tuple, true);
  if (tag !== CLASS) {
    setElement(chip, core, tuple, CAUSE, value, tag);
    return true;
  }
  // A class stands for a new exception of it.
  const spare = recordSlot(words[slot] as number, ARGS_SLOT);
  const [args, argsTag] = [words[spare] as number, words[spare + 1] as number];
  words[core.registers + PIN + 1] = args;
  const made = newException(chip, core, spare, value, spare, 0);
  if (made) setElement(chip, core, tuple, CAUSE, words[spare] as number, INSTANCE);
  setSlot(chip, spare, argsTag, args);
  return made;
}
