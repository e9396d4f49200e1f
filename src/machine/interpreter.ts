import { BUILT_IN_CLASS } from "../bytecode/class-order.ts";
import { exceptionClass, exceptionNumber, OBJECT_CLASS } from "../bytecode/exceptions.ts";
import {
  ADD,
  ADDTO,
  AND,
  APPEND,
  CALL,
  CALLATTR,
  CALLEX,
  CALLK,
  CALLSUPER,
  CALLV,
  CELL,
  CHANGE,
  CLEAR,
  CLEARCELL,
  CLOSE,
  CLOSURE,
  COUNTER,
  DELATTR,
  DELINDEX,
  DELSLICE,
  DICT,
  DIV,
  ELEMENT,
  EQ,
  FAIL,
  FINISH,
  FLOORDIV,
  FOLDED,
  FORMAT,
  GE,
  GENERATOR,
  GETATTR,
  GETCELL,
  GETSUPER,
  GT,
  HALT,
  HAND,
  IN,
  INDEX,
  INPLACE,
  INVERT,
  IS,
  ISNOT,
  ITER,
  ITERATOR,
  JEAGER,
  JEQ,
  JFALSE,
  JGE,
  JGT,
  JIS,
  JISNOT,
  JLE,
  JLT,
  JNE,
  JNGE,
  JNGT,
  JNLE,
  JNLT,
  JOIN,
  JOTHER,
  JTRUE,
  JUMP,
  LE,
  LIST,
  LT,
  MOD,
  MOVE,
  MUL,
  NATIVE,
  NE,
  NEG,
  NEW,
  NEXT,
  NOT,
  NOTIN,
  OR,
  POS,
  POW,
  RAISE,
  RAISEFROM,
  RERAISE,
  RESULT,
  RESUME,
  RETURN,
  SET,
  SETATTR,
  SETCELL,
  SETELEMENT,
  SETINDEX,
  SETSLICE,
  SHL,
  SHR,
  SLICE,
  SPECIAL,
  STEP,
  STOP,
  SUB,
  TEXT,
  THROW,
  TRUEDIV,
  TUPLE,
  UNPACK,
  UNPACKEX,
  XOR,
  YIELD,
} from "../bytecode/isa.ts";
import { arity, CLOSE as CLOSE_METHOD, nativeByNumber, THROW as THROW_METHOD } from "../bytecode/natives.ts";
import {
  BOOL,
  BOUND,
  CELL as CELL_TAG,
  CLASS,
  CLOSURE as CLOSURE_TAG,
  DICT as DICT_TAG,
  FUNCTION,
  GENERATOR as GENERATOR_TAG,
  INSTANCE,
  INT,
  ITERATOR as ITERATOR_TAG,
  LIST_TAG,
  NATIVE_FUNCTION,
  NONE,
  REAL,
  SET as SET_TAG,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
  UNSET,
} from "../bytecode/values.ts";
import { type Arguments, bindArguments, canUnpack, unpackArguments, unpackedSlots } from "./arguments.ts";
import { unary } from "./arithmetic.ts";
import { readAt, writeAt } from "./arrays.ts";
import { deleteAttribute, getAttribute, setAttribute } from "./attributes.ts";
import { callAttribute, callSuper, DONE, getSuper } from "./called-attributes.ts";
import type { Chip, Core } from "./chip.ts";
import { memberOf } from "./class-table.ts";
import { tagOfDisplay } from "./classic-lists.ts";
import { clearCell, makeCell, makeClosure } from "./closures.ts";
import { compare } from "./comparison.ts";
import {
  BREAK,
  CALL_ARITY,
  CALL_CELLS,
  CALL_ENTRY,
  CALL_ROW,
  CALL_WORDS,
  type DecodedFunction,
  type Program,
} from "./decode.ts";
import { emptyDict, TABLE_BYTES } from "./dicts.ts";
import { readElement, slice } from "./elements.ts";
import { EXCEPTION_SLOTS, hasHandler, isExit, isOf, mayHandle, newException, raise, takeFault } from "./exceptions.ts";
import {
  ARGUMENT_COUNT,
  ASSERTION_FAILED,
  BAD_CODE,
  EXIT_IGNORED,
  GENERATOR_RUNNING,
  INDEX_NOT_INT,
  MISSING_ARGUMENTS,
  NO_METHOD,
  NO_MORE_VALUES,
  NO_NAMED_ARGUMENTS,
  NOT_A_FUNCTION,
  NOT_AN_ITERATOR,
  NOT_UNPACKABLE,
  RAISED,
  SENT_TOO_EARLY,
  STACK_FULL,
  STEP_ZERO,
  setFault,
  TAKES_NO_ARGUMENTS,
  TOO_FEW_TO_UNPACK,
  TOO_MANY_ARGUMENTS,
  UNPACK_COUNT,
  UNSET_VARIABLE,
  WRONG_TYPES,
} from "./faults.ts";
import {
  FRAME_HEADER,
  GO_ON_AGAIN,
  GO_ON_BOOL,
  GO_ON_CLOSED,
  GO_ON_DROP,
  GO_ON_IF_FALSE,
  GO_ON_IF_TRUE,
  GO_ON_ITERATOR,
  GO_ON_NEGATE,
  GO_ON_NEXT,
  GO_ON_NOT_EQUAL,
  GO_ON_OPERATOR,
  GO_ON_RESUMED,
  GO_ON_SELF,
  goesOn,
  isOfGenerator,
  returnPc,
  returnWord,
} from "./frames.ts";
import {
  FINISHED,
  finish,
  forgetResult,
  functionOf,
  makeGenerator,
  RUNNING,
  resume,
  runningIn,
  stateOf,
  suspend,
  takeResult,
} from "./generators.ts";
import { callWithHeld, heldSlot } from "./held.ts";
import { withHeld } from "./held-operations.ts";
import { hintedOver } from "./hinted.ts";
import { type AttributeName, methodSlot, newInstance, newInstanceRecord } from "./instances.ts";
import { isLazy, nextElement, nextOfIterator, startIteration, storeIterator } from "./iterators.ts";
import { LIST_CAPACITY, LIST_DATA, LIST_ELEMENTS, LIST_LENGTH, MIXED } from "./list-layout.ts";
import { append, copyRange, elementTag, elementWord, listLength, newList, setElement } from "./lists.ts";
import {
  ANSWERS,
  CLOCK,
  EPOCH,
  FAULT_CODE,
  FP,
  PC,
  PIN,
  STATUS,
  STATUS_ENDED,
  STATUS_FAILED,
  STATUS_READY,
} from "./memory-map.ts";
import { gather } from "./natives/building.ts";
import { nativeImplementations } from "./natives/implementations.ts";
import {
  NATIVE_CALLS,
  NATIVE_DONE,
  NATIVE_ENDED,
  NATIVE_FAULT,
  NATIVE_WAIT,
  type NativeImplementation,
  type NativeResult,
} from "./natives/native.ts";
import { newOf } from "./object-methods.ts";
import { binary, change } from "./operators.ts";
import { CALLS, pendingCall } from "./pending.ts";
import { Question } from "./questions.ts";
import { recordSlot } from "./records.ts";
import { RunFault } from "./run-fault.ts";
import { addTo, makeSet } from "./sets.ts";
import { assignSlice, deleteElement, deleteSlice, writeElement } from "./slices.ts";
import { FAULTED, outOfMemory, setSlot } from "./slots.ts";
import {
  askDeleteIndex,
  askIndex,
  askIterator,
  askNative,
  askNext,
  askOperator,
  askReflected,
  askSetIndex,
  asksBySlice,
  askTruth,
  askUnary,
  isGoneThrough,
  isIterator,
  isNotImplemented,
  isOperator,
  operatorOf,
  special,
  takenIf,
} from "./special-methods.ts";
import { formatted, joinValues, storeCodes, storeText } from "./store-text.ts";
import { characterAt, stringLength } from "./strings.ts";
import { textOf } from "./text-of.ts";
import { costsOf } from "./timing/clock.ts";
import { WORD_BYTES } from "./timing/costs.ts";
import { truth } from "./truthiness.ts";
import { clearWords } from "./words.ts";
import { forgetTouched } from "./work-budget.ts";

// The interpreter. It runs one core for a while and never waits: what would block ends the turn with the core's registers
// saying what it waits for, and the same instruction is taken up again when the core is next run.
// Longer than other files on purpose: V8 compiles the whole loop as one function. What instructions have in common is written
// out in each of them: moved into functions, it made the loop 12 to 24 % slower.

export const STOP_BUDGET = 0;
export const STOP_WAIT = 1;
const STOP_ENDED = 2;
export const STOP_FAULT = 3;
/// At an instruction that a break stands for; it has not been executed.
export const STOP_BREAK = 4;

/// An instruction is to be taken up again, with what it has learned of objects (questions.ts) …
const STOP_AGAIN = 5;
/// … or has asked something about them.
const STOP_ASKS = 6;

/// Of a return: the caller's instruction is taken up again.
const AGAIN = 3;
/// What going on in a generator returns: its frame is in the registers.
const ENTERED = 2;

/// Why a core stopped: one of the STOP_ values.
export type Stop = number;

/// Runs a core for at most `budget` instructions. The core must be ready, or waiting with its wait over.
export type RunCore = (core: Core, budget: number) => Stop;

type Natives = readonly (NativeImplementation | undefined)[];

/// What an interpreter runs.
interface Task {
  readonly chip: Chip;
  readonly natives: Natives;
  readonly program: Program;
}

/// Runs cores of any chip over one memory.
interface Interpreter {
  /// Words of the longest program it can run.
  readonly room: number;
  run(task: Task, core: Core, budget: number): Stop;
}

// V8 makes the fastest code of a function that there is only once: it then knows the arrays that the function works on. So all
// chips over one memory, one after the other, share an interpreter, and its code stays warm from run to run.
const interpreters = new WeakMap<ArrayBufferLike, Interpreter>();
const LEAST_ROOM = 4096;

/// An interpreter for the cores of one chip; with other natives where what they do is recorded (events.ts), and with another
/// form of the chip's program where it has breaks in it (decode.ts).
export function createInterpreter(
  chip: Chip,
  natives: Natives = nativeImplementations,
  program: Program = chip.program,
): RunCore {
  // An instruction has no more words than bytes.
  const words = Math.max(program.indexOf.length, program.classes.fieldAt.length);
  let interpreter = interpreters.get(chip.words.buffer);
  if (interpreter === undefined || interpreter.room < words) {
    interpreter = interpreterOver(chip, Math.max(LEAST_ROOM, 2 ** Math.ceil(Math.log2(words))));
    interpreters.set(chip.words.buffer, interpreter);
  }
  const { run } = interpreter;
  const task = { chip, natives, program };
  return (core, budget) => run(task, core, budget);
}

function interpreterOver(first: Chip, room: number): Interpreter {
  const { words, reals, bytes, doubles } = first;
  // Copies of the program's, as these have to be the same arrays in every run; of the costs those by where a core and its stack lie,
  // one after the other.
  const ops = new Int32Array(room);
  const pcOf = new Int32Array(room);
  let takenPcOf: Int32Array | undefined;
  const indexOf = new Int32Array(room);
  const costs = new Float64Array(room * 3);
  const SHARED_STACK_COSTS = room;
  const HOST_COSTS = room * 2;
  const calls = new Int32Array(room * CALL_ROW);
  const fieldAt = new Int32Array(room);
  const freeFieldAt = new Int32Array(room);
  const methodAt = new Int32Array(room);
  const hinted = hintedOver(words, bytes, room);
  let task: Task | undefined;
  let chip: Chip;
  let natives: Natives;
  let program: Program;
  /// What the instruction under way has asked.
  let question: Question | undefined;
  /// Slot 0 of the frame that an operation has made.
  let entered = 0;

  /// Where in `costs` those of a core begin while its frame is at `fp`.
  function costsAt(core: Core, fp: number): number {
    if (core.host) return HOST_COSTS;
    return fp * 4 < chip.beyondCores ? 0 : SHARED_STACK_COSTS;
  }

  /// Cycles of the elements that the instruction under way has read and written one by one.
  function touchedCycles(core: Core): number {
    if (chip.touched === 0 && chip.touchedCharacters === 0) return 0;
    const { element, character, sharedRead } = costsOf(chip, core);
    const cycles = chip.touched * element + chip.touchedCharacters * character + chip.touchedBeyond * sharedRead;
    forgetTouched(chip);
    return cycles;
  }

  /// The same for a native. What those that talk to others cost has the elements in it.
  function touchedByNative(core: Core, native: number): number {
    if (nativeByNumber(native)?.group === "local") return touchedCycles(core);
    forgetTouched(chip);
    return 0;
  }

  /// Makes a frame for a function above the current one; its slot 0, or 0 with a fault if the stack is full.
  /// `after` is where the caller goes on, and how (frames.ts).
  function pushFrame(core: Core, fp: number, target: number, after: number, destination: number): number {
    const size = calls[target * CALL_ROW + CALL_WORDS] as number;
    const own = calls[(words[fp - 1] as number) * CALL_ROW + CALL_WORDS] as number;
    // In damaged memory it may be none of the program's functions.
    if (!(own >= 0)) {
      setFault(chip, core, BAD_CODE);
      return 0;
    }
    let frame = fp + own + FRAME_HEADER;
    // What does not fit into the core's own stack flows over to the one in its area of shared memory.
    const { stack, areaStack } = core;
    if ((frame + size) * 4 > stack.to && fp * 4 > stack.from && fp * 4 <= stack.to)
      frame = (areaStack.from >> 2) + FRAME_HEADER;
    if ((frame + size) * 4 > areaStack.to && frame * 4 > areaStack.from) {
      const room = areaStack.to - areaStack.from + (stack.to - stack.from);
      setFault(chip, core, STACK_FULL, room, (frame + size) * 4 - areaStack.to);
      return 0;
    }
    words[frame - 4] = after;
    words[frame - 3] = fp;
    words[frame - 2] = destination;
    words[frame - 1] = target;
    return frame;
  }

  /// Puts the arguments into a new frame and clears the rest of its slots, so that the collector sees no stale ones.
  function fillFrame(frame: number, target: number, from: number, given: number): void {
    const callee = program.functions[target] as DecodedFunction;
    fillSlots(frame, callee.words, from, Math.min(given, callee.parameters) * 2);
  }

  function fillSlots(frame: number, size: number, from: number, given: number): void {
    for (let k = 0; k < given; k++) words[frame + k] = words[from + k] as number;
    clearWords(words, frame + given, frame + size);
  }

  /// Makes a frame for a function value with cells that is called with one argument for each parameter; its slot 0, or 0 with a fault.
  function enterClosure(
    core: Core,
    fp: number,
    target: number,
    record: number,
    args: number,
    after: number,
    destination: number,
  ): number {
    const frame = pushFrame(core, fp, target, after, destination);
    if (frame === 0) return 0;
    const row = target * CALL_ROW;
    const size = calls[row + CALL_WORDS] as number;
    const held = frame + (calls[row + CALL_ARITY] as number) * 2;
    const end = held + (calls[row + CALL_CELLS] as number) * 2;
    for (let to = frame, from = args; to < held; to++, from++) words[to] = words[from] as number;
    for (let to = held, from = (record >> 2) + 2; to < end; to++, from++) words[to] = words[from] as number;
    clearWords(words, end, frame + size);
    return frame;
  }

  /// The function to call for the value in a slot with `count` arguments; -1 with a fault if it cannot be called with them.
  function prepareCallV(core: Core, callee: number, count: number): number {
    const value = words[callee] as number;
    const target = words[callee + 1] === CLOSURE_TAG ? (words[value >> 2] as number) : value;
    const row = program.functions[target];
    if (row === undefined || target === 0) {
      setFault(chip, core, BAD_CODE);
      return -1;
    }
    if (!chip.image.classic && row.isPlain) {
      if (count > row.parameters) {
        setFault(chip, core, TOO_MANY_ARGUMENTS, target, count);
        return -1;
      }
      if (count < row.required) {
        setFault(chip, core, MISSING_ARGUMENTS, target, missingFrom(count, row.required));
        return -1;
      }
    }
    return target;
  }

  function missingFrom(count: number, required: number): number {
    let missing = 0;
    for (let k = count; k < required && k < 31; k++) missing |= 1 << k;
    return missing;
  }

  /// Makes a frame for the function that the value in slot `callee` is, and puts arguments into it; its slot 0, or 0 with a fault.
  function enterWith(
    core: Core,
    fp: number,
    callee: number,
    args: Arguments,
    after: number,
    destination: number,
  ): number {
    const value = words[callee] as number;
    const isClosure = words[callee + 1] === CLOSURE_TAG;
    const target = isClosure ? (words[value >> 2] as number) : value;
    const row = program.functions[target];
    if (row === undefined || target === 0) {
      setFault(chip, core, BAD_CODE);
      return 0;
    }
    const frame = pushFrame(core, fp, target, after, destination);
    if (frame === 0) return 0;
    clearWords(words, frame, frame + row.words);
    // What is made for the frame must find it there.
    words[core.registers + FP] = frame;
    const bound = bindArguments(chip, core, target, frame, isClosure ? value : 0, args);
    if (bound >= 0) return frame;
    words[core.registers + FP] = fp;
    return 0;
  }

  /// Whether a class may say what is done with a value: an object, or a class itself.
  function isObject(tag: number): boolean {
    return tag === INSTANCE || tag === CLASS;
  }

  /// Whether a value calls a method when it is called, which is known only then.
  function isOfClass(callee: number): boolean {
    const tag = words[callee + 1];
    return tag === BOUND || tag === INSTANCE || (tag === CLASS && (words[callee] as number) < BUILT_IN_CLASS);
  }

  function largestFrame(): number {
    return program.functions.reduce((most, row) => Math.max(most, row.words), 0);
  }

  /// Room above the frame at `fp` for `slots` slots and a frame of the function in slot `callee`; 0 with a fault if there is none.
  function roomAbove(core: Core, fp: number, callee: number, slots: number): number {
    const value = words[callee] as number;
    const target = words[callee + 1] === CLOSURE_TAG ? (words[value >> 2] as number) : value;
    const isFunction = words[callee + 1] === FUNCTION || words[callee + 1] === CLOSURE_TAG;
    const own = program.functions[words[fp - 1] as number] as DecodedFunction;
    const called = isFunction ? (program.functions[target]?.words ?? 0) : isOfClass(callee) ? largestFrame() : 0;
    const size = own.words + FRAME_HEADER + called;
    const inCore = fp * 4 > core.stack.from && fp * 4 <= core.stack.to;
    if (inCore && (fp + size + slots * 2) * 4 <= core.stack.to) return fp + size;
    const from = inCore ? (core.areaStack.from >> 2) + FRAME_HEADER + size : fp + size;
    if ((from + slots * 2) * 4 <= core.areaStack.to) return from;
    const room = core.areaStack.to - core.areaStack.from + (core.stack.to - core.stack.from);
    setFault(chip, core, STACK_FULL, room, (from + slots * 2) * 4 - core.areaStack.to);
    return 0;
  }

  /// The elements of a list: the first `before` and the last `after` into slots, and between them a list of the others.
  function unpackAround(core: Core, w: number, s: number, before: number, after: number): number {
    const list = words[s] as number;
    if (words[s + 1] !== LIST_TAG) {
      setFault(chip, core, BAD_CODE);
      return FAULTED;
    }
    const length = listLength(chip, list);
    const middle = length - before - after;
    if (middle < 0) {
      setFault(chip, core, TOO_FEW_TO_UNPACK, length, before + after);
      return FAULTED;
    }
    for (let k = 0; k < before + after; k++) {
      const at = k < before ? k : k + middle;
      const slot = w + (k < before ? k : k + 1) * 2;
      setSlot(chip, slot, elementTag(chip, list, at), words[elementWord(chip, list, at)] as number);
    }
    const rest = copyRange(chip, core, list, before, before + middle);
    if (rest === 0) return outOfMemory(chip, core, middle * 4);
    setSlot(chip, w + before * 2, LIST_TAG, rest);
    return 0;
  }

  function fillDefaults(core: Core, frame: number, target: number, count: number): void {
    const row = program.functions[target] as DecodedFunction;
    for (let k = Math.max(count, row.required); k < row.parameters; k++) {
      const operand = row.defaults[k - row.required] as number;
      const source = core.module + ~operand;
      setSlot(chip, frame + k * 2, words[source + 1] as number, words[source] as number);
    }
  }

  /// Puts into a new frame what a function value holds: cells, and the defaults of arguments that are not given.
  function fillHeld(frame: number, target: number, record: number, count: number): void {
    const { parameters, required, cells, ownDefaults } = program.functions[target] as DecodedFunction;
    const held = recordSlot(record, 1);
    for (let k = 0; k < cells * 2; k++) words[frame + parameters * 2 + k] = words[held + k] as number;
    if (!ownDefaults) return;
    for (let k = required; k < parameters; k++) {
      if (k < count && words[frame + k * 2 + 1] !== UNSET) continue;
      const from = held + (cells + k - required) * 2;
      words[frame + k * 2] = words[from] as number;
      words[frame + k * 2 + 1] = words[from + 1] as number;
    }
  }

  function makeList(core: Core, d: number, from: number, count: number, tag: number): number {
    let mixed = false;
    for (let k = 0; k < count; k++) {
      const element = words[from + k * 2 + 1] as number;
      if (element === UNSET) {
        setFault(chip, core, UNSET_VARIABLE, 0, 0, from + k * 2);
        return FAULTED;
      }
      if (element !== words[from + 1]) mixed = true;
    }
    const shared = mixed && tag === LIST_TAG && chip.image.classic ? tagOfDisplay(chip, from, count) : undefined;
    const list = newList(chip, core, count, mixed && shared === undefined);
    if (list === 0) return outOfMemory(chip, core, count * 4);
    for (let k = 0; k < count; k++) {
      if (shared !== undefined) setElement(chip, core, list, k, words[from + k * 2] as number, shared);
      else setElement(chip, core, list, k, words[from + k * 2] as number, words[from + k * 2 + 1] as number);
      words[(list >> 2) + LIST_LENGTH] = k + 1;
    }
    setSlot(chip, d, tag, list);
    return 0;
  }

  function unpack(core: Core, w: number, s: number, count: number): number {
    s = heldSlot(chip, s);
    const tag = words[s + 1] as number;
    const value = words[s] as number;
    if (tag >= INSTANCE) {
      // What it is made of is in no slot that is written, and nothing more is made of it.
      setSlot(chip, w, tag, value);
      const gathered = count === 0 ? 0 : gather(chip, core, w);
      if (gathered < 0) return FAULTED;
      if (gathered > 0) return unpack(core, w, w, count);
    }
    if (tag !== LIST_TAG && tag !== TUPLE_TAG && tag !== STRING) {
      setFault(chip, core, tag === UNSET ? UNSET_VARIABLE : NOT_UNPACKABLE, tag, 0, tag === UNSET ? s : 0);
      return FAULTED;
    }
    const length = tag === STRING ? stringLength(chip, value) : listLength(chip, value);
    if (length !== count) {
      setFault(chip, core, UNPACK_COUNT, length, count);
      return FAULTED;
    }
    if (tag === STRING) {
      // The string may lie in one of the slots that are written, and writing takes memory.
      const codes = Array.from({ length }, (_, k) => characterAt(chip, value, k));
      return codes.some((code, k) => storeCodes(chip, core, w + k * 2, [code]) < 0) ? FAULTED : 0;
    }
    for (let k = 0; k < count; k++) {
      setSlot(chip, w + k * 2, elementTag(chip, value, k), words[elementWord(chip, value, k)] as number);
    }
    return 0;
  }

  /// The next of what a loop goes through: 1 with it in the slot of operand `x`, 0 if there is none, ENTERED with the frame of what is to
  /// give it in the registers, -1 with a fault. `after` is the pc behind the instruction.
  function next(core: Core, fp: number, x: number, w: number, after: number): number {
    if (words[w + 1] === GENERATOR_TAG) return resumeGenerator(core, fp, words[w] as number, 0, x, after);
    if (words[w + 1] === INSTANCE && askNext(chip, core, w) === CALLS)
      return enterPending(core, fp, indexOf[after] as number, x);
    return nextElement(chip, core, x >= 0 ? fp + x : core.module + ~x, w);
  }

  /// The same for the iterator in slot `s`, which is sent what is in another slot.
  function nextOf(core: Core, fp: number, x: number, s: number, sent: number, after: number): number {
    const tag = words[s + 1] as number;
    const value = words[s] as number;
    if (tag === GENERATOR_TAG) return resumeGenerator(core, fp, value, sent, x, after);
    if (tag === INSTANCE && askNext(chip, core, s) === CALLS)
      return enterPending(core, fp, indexOf[after] as number, x);
    if (tag === ITERATOR_TAG) return nextOfIterator(chip, core, x >= 0 ? fp + x : core.module + ~x, value);
    setFault(chip, core, tag === UNSET ? UNSET_VARIABLE : NOT_AN_ITERATOR, tag, 0, tag === UNSET ? s : 0);
    return FAULTED;
  }

  /// Goes on in a generator, whose next value is for the slot of operand `x`; it is sent what is in slot `sent`, None for 0.
  function resumeGenerator(core: Core, fp: number, generator: number, sent: number, x: number, after: number): number {
    const waits = stateOf(words, generator);
    if (waits === FINISHED) {
      forgetResult(chip, generator);
      return 0;
    }
    const tag = sent === 0 ? NONE : (words[sent + 1] as number);
    const at = waits === RUNNING ? 0 : (indexOf[waits] as number);
    // A program with breaks in it has other opcodes.
    const begins = chip.program.ops[at] === GENERATOR;
    if (waits === RUNNING || (begins && tag !== NONE)) {
      setFault(chip, core, waits === RUNNING ? GENERATOR_RUNNING : SENT_TOO_EARLY);
      return FAULTED;
    }
    const target = functionOf(words, generator);
    const frame = pushFrame(core, fp, target, returnWord(after, GO_ON_RESUMED), x);
    if (frame === 0) return FAULTED;
    const value = sent === 0 ? 0 : (words[sent] as number);
    resume(chip, words, frame, calls[target * CALL_ROW + CALL_WORDS] as number, generator);
    if (!begins) {
      const y = ops[at + 1] as number;
      const d = y >= 0 ? frame + y : core.module + ~y;
      words[d] = value;
      words[d + 1] = tag;
    }
    words[core.registers + PC] = pcOf[begins ? (ops[at + 2] as number) : at + 3] as number;
    words[core.registers + FP] = frame;
    return ENTERED;
  }

  /// The generator whose frame is at `fp`, which gives or returns what is in slot `a`; 0 with a fault.
  function runningGenerator(core: Core, fp: number, a: number): number {
    const isSet = words[a + 1] !== UNSET;
    const isResumed = isOfGenerator(words[fp - 4] as number);
    const callee = program.functions[words[fp - 1] as number] as DecodedFunction;
    const generator = isSet && isResumed ? runningIn(words, fp, callee) : 0;
    if (generator === 0) setFault(chip, core, isSet ? BAD_CODE : UNSET_VARIABLE, 0, 0, isSet ? 0 : a);
    return generator;
  }

  /// Ends a generator. Where a handler of its own may be for that, it is told so: then -1, with GeneratorExit raised in its frame.
  function closeGenerator(core: Core, fp: number, x: number, s: number, after: number): number {
    const tag = words[s + 1] as number;
    const generator = words[s] as number;
    // An iterator that is no generator has nothing to end.
    if (isLazy(tag) && tag !== GENERATOR_TAG) return 0;
    if (tag !== GENERATOR_TAG) return notGenerator(core, s, CLOSE_METHOD.number);
    const waits = stateOf(words, generator);
    if (waits === RUNNING) setFault(chip, core, GENERATOR_RUNNING);
    else if (waits !== FINISHED && hasHandler(chip, waits)) {
      if (wake(core, fp, generator, x, returnWord(after, GO_ON_CLOSED)))
        setFault(chip, core, RAISED, exceptionNumber("GeneratorExit"));
    } else {
      finish(chip, generator);
      return 0;
    }
    return FAULTED;
  }

  /// Raises what is in slot `e` where a generator waits, or where it is called if no handler of the generator may be for it.
  function throwInto(core: Core, fp: number, x: number, s: number, e: number, after: number): number {
    const generator = words[s] as number;
    const tag = words[s + 1] as number;
    if (tag !== GENERATOR_TAG) {
      if (!isLazy(tag)) return notGenerator(core, s, THROW_METHOD.number);
      raise(chip, core, e, 0);
      return FAULTED;
    }
    const waits = stateOf(words, generator);
    if (waits === RUNNING) {
      setFault(chip, core, GENERATOR_RUNNING);
      return FAULTED;
    }
    raise(chip, core, e, 0);
    if (words[core.registers + FAULT_CODE] !== RAISED || waits === FINISHED) return FAULTED;
    if (hasHandler(chip, waits)) wake(core, fp, generator, x, returnWord(after, GO_ON_RESUMED));
    else finish(chip, generator);
    return FAULTED;
  }

  function notGenerator(core: Core, s: number, method: number): number {
    const tag = words[s + 1] as number;
    if (tag === UNSET) setFault(chip, core, UNSET_VARIABLE, 0, 0, s);
    else setFault(chip, core, NO_METHOD, method, tag);
    return FAULTED;
  }

  /// Puts the frame of a generator that waits back, at its yield. False with a fault if there is no room.
  function wake(core: Core, fp: number, generator: number, x: number, after: number): boolean {
    const waits = stateOf(words, generator);
    const target = functionOf(words, generator);
    const frame = pushFrame(core, fp, target, after, x);
    if (frame === 0) return false;
    resume(chip, words, frame, calls[target * CALL_ROW + CALL_WORDS] as number, generator);
    words[core.registers + PC] = waits;
    words[core.registers + FP] = frame;
    return true;
  }

  function startCounter(core: Core, w: number): number {
    for (let k = 0; k < 3; k++) {
      const tag = words[w + k * 2 + 1] as number;
      if (tag !== INT && tag !== BOOL) {
        if (tag === UNSET) setFault(chip, core, UNSET_VARIABLE, 0, 0, w + k * 2);
        else setFault(chip, core, INDEX_NOT_INT, tag);
        return FAULTED;
      }
    }
    if (words[w + 4] === 0) {
      setFault(chip, core, STEP_ZERO);
      return FAULTED;
    }
    return 0;
  }

  /// Goes on after a call that an instruction has made in some other way than storing its result, which is in slot `a`; the
  /// callee's frame is still there. 1 if the caller's instruction is a branch that is taken, else 0; -1 with a fault.
  function goOn(core: Core, how: number, a: number, callee: number, d: number): number {
    if (how === GO_ON_DROP) return 0;
    if (how === GO_ON_AGAIN) {
      words[core.registers + ANSWERS] = words[a] as number;
      return AGAIN;
    }
    if (how === GO_ON_ITERATOR && !isIterator(chip, core, a)) {
      setFault(chip, core, NOT_AN_ITERATOR, words[a + 1] as number);
      return FAULTED;
    }
    if (how === GO_ON_NEXT || how === GO_ON_ITERATOR) {
      setSlot(chip, d, words[a + 1] as number, words[a] as number);
      return 0;
    }
    if (how >= GO_ON_OPERATOR) return goOnOperator(core, how, a, callee, d);
    if (how === GO_ON_SELF) {
      // Functions in the callee may share it.
      if (words[callee + 1] === CELL_TAG) callee = recordSlot(words[callee] as number, 0);
      setSlot(chip, d, words[callee + 1] as number, words[callee] as number);
      return 0;
    }
    const isTrue = truth(chip, core, a);
    if (isTrue < 0) return FAULTED;
    switch (how) {
      case GO_ON_IF_TRUE:
        return isTrue;
      case GO_ON_IF_FALSE:
        return 1 - isTrue;
      case GO_ON_BOOL:
        setSlot(chip, d, BOOL, isTrue);
        return 0;
      case GO_ON_NEGATE:
        setSlot(chip, d, BOOL, 1 - isTrue);
        return 0;
      default:
        setFault(chip, core, BAD_CODE);
        return FAULTED;
    }
  }

  /// The same for an operator whose method has returned. CALLS if another method is called, since that one had no answer.
  function goOnOperator(core: Core, how: number, a: number, callee: number, d: number): number {
    const fp = words[callee - 3] as number;
    const next = indexOf[returnPc(words[callee - 4] as number)] as number;
    const at = next - 4;
    const opcode = chip.program.ops[at] as number;
    const isBranch = opcode >= JEQ && opcode <= JNGE;
    if (!isNotImplemented(chip, a)) {
      if (!isBranch && how !== GO_ON_NOT_EQUAL) {
        setSlot(chip, d, words[a + 1] as number, words[a] as number);
        return 0;
      }
      const isTrue = truth(chip, core, a);
      if (isTrue < 0) return FAULTED;
      if (isBranch) return (isTrue === 1) === takenIf(opcode) ? 1 : 0;
      setSlot(chip, d, BOOL, 1 - isTrue);
      return 0;
    }
    const x = operandSlot(core, fp, at + (isBranch ? 1 : 2));
    const y = operandSlot(core, fp, at + (isBranch ? 2 : 3));
    words[core.registers + PC] = pcOf[at] as number;
    words[core.registers + FP] = fp;
    if (how === GO_ON_OPERATOR && askReflected(chip, core, opcode, x, y) === CALLS) {
      return enterPending(core, fp, next, isBranch ? 0 : (ops[at + 1] as number));
    }
    return withoutMethods(core, opcode, x, y, d);
  }

  /// What an operator does where no class has an answer: things are equal if they are the same.
  function withoutMethods(core: Core, opcode: number, x: number, y: number, d: number): number {
    const same = words[x] === words[y] && words[x + 1] === words[y + 1];
    switch (opcode) {
      case EQ:
      case NE:
        setSlot(chip, d, BOOL, same === (opcode === EQ) ? 1 : 0);
        return 0;
      case JEQ:
      case JNE:
        return same === (opcode === JEQ) ? 1 : 0;
      default:
        setFault(
          chip,
          core,
          WRONG_TYPES,
          operatorOf(opcode),
          (words[x + 1] as number) | ((words[y + 1] as number) << 8),
        );
        return FAULTED;
    }
  }

  function operandSlot(core: Core, fp: number, at: number): number {
    const operand = ops[at] as number;
    return operand >= 0 ? fp + operand : core.module + ~operand;
  }

  // ── Calls of values, from any instruction ──────────────────────────────────
  // They give CALLS once the frame of a function is there, which is `entered`; 0 if the result is in its slot; FAULTED.

  /// Makes the call that an operation has asked for; the instruction at index `next` is where the caller goes on.
  function enterPending(core: Core, fp: number, next: number, destination: number): number {
    const { callee, args, how } = pendingCall(chip);
    return enter(core, fp, callee, args, returnWord(pcOf[next] as number, how), destination);
  }

  /// Calls what is in slot `callee` with the values of slots. The last `named` pairs of them are names and what is given by these.
  function enter(
    core: Core,
    fp: number,
    callee: number,
    args: readonly number[],
    after: number,
    destination: number,
    named = 0,
  ): number {
    const value = words[callee] as number;
    switch (words[callee + 1]) {
      case FUNCTION:
      case CLOSURE_TAG: {
        if (named > 0 || !isPlain(callee)) return enterGathering(core, fp, callee, args, after, destination, 0, named);
        const target = prepareCallV(core, callee, args.length);
        return target < 0 ? FAULTED : enterFunction(core, fp, callee, target, args, after, destination);
      }
      case BOUND:
        return enter(core, fp, recordSlot(value, 1), [recordSlot(value, 0), ...args], after, destination, named);
      case CLASS:
        if (value >= BUILT_IN_CLASS) break;
        if (hasNew(value)) {
          const helper = core.module + (program.classes.helpers.get("__new__") as number);
          return enter(core, fp, helper, [callee, ...args], after, destination, named);
        }
        return construct(core, fp, value, args, after, destination, named);
      case INSTANCE: {
        const method = special(chip, core, callee, "__call__");
        if (method === 0) break;
        return enter(core, fp, method, [callee, ...args], after, destination, named);
      }
    }
    if (named > 0) {
      setFault(chip, core, NO_NAMED_ARGUMENTS, value);
      return FAULTED;
    }
    return enterNative(core, fp, callee, args, destination);
  }

  /// Makes the frame of a function that gathers arguments, or has some that are given by name only. `self` as below.
  function enterGathering(
    core: Core,
    fp: number,
    callee: number,
    args: readonly number[],
    after: number,
    destination: number,
    self = 0,
    named = 0,
  ): number {
    const first = self === 0 ? 0 : 1;
    const from = roomAbove(core, fp, callee, first + args.length);
    if (from === 0) return FAULTED;
    // They may lie where they are put.
    const values = args.map((slot) => [words[slot + 1] as number, words[slot] as number] as const);
    values.forEach(([tag, value], k) => {
      setSlot(chip, from + (first + k) * 2, tag, value);
    });
    if (self !== 0) setSlot(chip, from, INSTANCE, self);
    // A new object is in no other slot yet.
    words[core.registers + PIN] = self;
    const given = { from, positional: first + args.length - named * 2, named };
    const frame = enterWith(core, fp, callee, given, after, destination);
    words[core.registers + PIN] = 0;
    if (frame === 0) return FAULTED;
    entered = frame;
    return CALLS;
  }

  /// Makes the frame of a function, which is what is in slot `callee`. `self` is the instance that is the first argument, if it is in
  /// no slot yet.
  function enterFunction(
    core: Core,
    fp: number,
    callee: number,
    target: number,
    args: readonly number[],
    after: number,
    destination: number,
    self = 0,
  ): number {
    const frame = pushFrame(core, fp, target, after, destination);
    if (frame === 0) return FAULTED;
    const first = self === 0 ? 0 : 1;
    if (self !== 0) setSlot(chip, frame, INSTANCE, self);
    args.forEach((slot, k) => {
      setSlot(chip, frame + (first + k) * 2, words[slot + 1] as number, words[slot] as number);
    });
    const given = first + args.length;
    clearWords(words, frame + given * 2, frame + (program.functions[target] as DecodedFunction).words);
    const isClosure = words[callee + 1] === CLOSURE_TAG;
    if (isClosure) fillHeld(frame, target, words[callee] as number, given);
    if (!isClosure || !(program.functions[target] as DecodedFunction).ownDefaults)
      fillDefaults(core, frame, target, given);
    entered = frame;
    return CALLS;
  }

  /// Whether a class makes its objects itself.
  function hasNew(number: number): boolean {
    const { classes, ids, helpers } = program.classes;
    const row = classes[number];
    return (
      row !== undefined && helpers.has("__new__") && memberOf(classes, row, ids.get("__new__") as number) !== undefined
    );
  }

  /// Makes an instance of a class.
  function construct(
    core: Core,
    fp: number,
    number: number,
    args: readonly number[],
    after: number,
    destination: number,
    named = 0,
  ): number {
    const { classes, ids } = program.classes;
    const row = classes[number];
    if (row === undefined) {
      setFault(chip, core, BAD_CODE);
      return FAULTED;
    }
    const init = memberOf(classes, row, ids.get("__init__") as number);
    if (row.order.some((one) => one >= BUILT_IN_CLASS)) {
      const d = destination >= 0 ? fp + destination : core.module + ~destination;
      if (!newException(chip, core, d, number, args[0] ?? fp, args.length - named * 2, row.fields.length + 1))
        return outOfMemory(chip, core, (row.fields.length + 1) * 8);
      if (init === undefined) return 0;
      const how = returnWord(returnPc(after), GO_ON_SELF);
      const self = words[d] as number;
      if (named > 0 || !isPlain(core.module + init.slot))
        return enterGathering(core, fp, core.module + init.slot, args, how, destination, self, named);
      const target = prepareCallV(core, core.module + init.slot, args.length + 1);
      return target < 0
        ? FAULTED
        : enterFunction(core, fp, core.module + init.slot, target, args, how, destination, self);
    }
    if (init === undefined) {
      if (args.length > 0) {
        setFault(chip, core, TAKES_NO_ARGUMENTS, number);
        return FAULTED;
      }
      return newInstance(chip, core, destination >= 0 ? fp + destination : core.module + ~destination, number);
    }
    const isGathering = named > 0 || !isPlain(core.module + init.slot);
    const target = isGathering ? 0 : prepareCallV(core, core.module + init.slot, args.length + 1);
    if (target < 0) return FAULTED;
    const record = newInstanceRecord(chip, core, number);
    if (record === 0) return FAULTED;
    const how = returnWord(returnPc(after), GO_ON_SELF);
    if (isGathering) return enterGathering(core, fp, core.module + init.slot, args, how, destination, record, named);
    return enterFunction(core, fp, core.module + init.slot, target, args, how, destination, record);
  }

  /// Calls a native that never waits. Its arguments are put above the frame if they are not beside each other.
  function enterNative(core: Core, fp: number, callee: number, args: readonly number[], destination: number): number {
    let from = args[0] ?? fp;
    if (args.some((slot, k) => slot !== from + k * 2 || words[slot + 1] === INSTANCE)) {
      const at = fp + (program.functions[words[fp - 1] as number] as DecodedFunction).words + FRAME_HEADER;
      const end = (at + args.length * 2) * 4;
      if (end > (fp * 4 <= core.stack.to && fp * 4 > core.stack.from ? core.stack.to : core.areaStack.to)) {
        setFault(chip, core, STACK_FULL, core.areaStack.to - core.areaStack.from, args.length * 8);
        return FAULTED;
      }
      args.forEach((slot, k) => {
        setSlot(chip, at + k * 2, words[slot + 1] as number, words[slot] as number);
      });
      from = at;
    }
    const d = destination >= 0 ? fp + destination : core.module + ~destination;
    return callNativeValue(core, callee, from, args.length, d) === NATIVE_DONE ? 0 : FAULTED;
  }

  /// Where the operator of an instruction is, with what it works on behind it: CHANGE has it as an operand.
  function operatorAt(pc: number): number {
    return chip.program.ops[pc] === CHANGE ? pc + 1 : pc;
  }

  /// After an instruction with an operator has failed: asks the classes of its operands.
  function operatorMethod(core: Core, fp: number, pc: number): number {
    if (program.classes.width === 0) return FAULTED;
    const at = operatorAt(pc);
    const opcode = chip.program.ops[at] as number;
    const isBranch = opcode >= JEQ && opcode <= JNGE;
    const a = operandSlot(core, fp, at + (isBranch ? 1 : 2));
    const b = operandSlot(core, fp, at + (isBranch ? 2 : 3));
    const x = isBranch ? 0 : (ops[at + 1] as number);
    if (askOperator(chip, core, opcode, a, b) === CALLS) return enterPending(core, fp, at + 4, x);
    return withHeld(chip, core, opcode, x >= 0 ? fp + x : core.module + ~x, a, b);
  }

  /// The name that is the operand at an index.
  function nameAt(core: Core, at: number): AttributeName {
    const id = ops[at] as number;
    const constant = program.classes.constantAt[id] as number;
    return { id, slot: constant < 0 ? 0 : core.module + constant };
  }

  /// Calls the attribute of the value in slot w: of CALLATTR, or behind a class of CALLSUPER.
  function attributeCall(core: Core, fp: number, pc: number): number {
    const x = ops[pc + 1] as number;
    const d = x >= 0 ? fp + x : core.module + ~x;
    const isSuper = chip.program.ops[pc] === CALLSUPER;
    const at = isSuper ? pc + 3 : pc + 2;
    const w = fp + (ops[at + 1] as number);
    const count = ops[at + 2] as number;
    const name = nameAt(core, at);
    const asked = isSuper
      ? callSuper(chip, core, d, w, count, name, ops[pc + 2] as number)
      : callAttribute(chip, core, d, w, count, name);
    if (asked === CALLS) return enterPending(core, fp, at + 3, x);
    if (asked === FAULTED) return FAULTED;
    if (asked === DONE) return 0;
    return callNative(core, natives[asked] as NativeImplementation, w, count, d) === NATIVE_DONE ? 0 : FAULTED;
  }

  function turn(core: Core, budget: number): Stop {
    const { functions } = program;
    const { width } = program.classes;
    const lastOfCores = chip.beyondCores - 1;
    const registers = core.registers;
    const gp = core.module;
    const { conversion, hash, element, sharedRead } = costsOf(chip, core);
    const elementBeyond = sharedRead * WORD_BYTES;
    const heapRead = core.host ? 0 : chip.timing.heapRead;
    const heapWrite = core.host ? 0 : chip.timing.heapWrite;
    const start = indexOf[words[registers + PC] as number] as number;
    let pc = start;
    let fp = words[registers + FP] as number;
    let costFrom = costsAt(core, fp);
    let clock = doubles[(registers + CLOCK) >> 1] as number;
    let left = budget;
    let stop = STOP_BUDGET;
    let result = 0;

    // Before a slow path the registers say where the core is, for faults, and its frame, for the collector; where it may throw a
    // RunFault, `chip.used` says how much of the budget is left. It is written out
    // each time: a function that did it would make V8 keep pc and fp in memory.
    loop: for (;;) {
      if (--left < 0) break;
      clock += costs[costFrom + pc] as number;
      switch (ops[pc] as number) {
        case MOVE: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          const tag = words[a + 1] as number;
          if (tag === UNSET) {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            setFault(chip, core, UNSET_VARIABLE, 0, 0, a);
            stop = STOP_FAULT;
            break loop;
          }
          words[d] = words[a] as number;
          words[d + 1] = tag;
          pc += 3;
          continue;
        }
        case HAND: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          words[d] = words[a] as number;
          words[d + 1] = words[a + 1] as number;
          pc += 3;
          continue;
        }
        case GETCELL: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          const from = (words[a] as number) >> 2;
          if (words[a + 1] !== CELL_TAG || words[from + 1] === UNSET) {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            setFault(chip, core, words[a + 1] === CELL_TAG ? UNSET_VARIABLE : BAD_CODE, 0, 0, a);
            stop = STOP_FAULT;
            break loop;
          }
          words[d] = words[from] as number;
          words[d + 1] = words[from + 1] as number;
          pc += 3;
          continue;
        }
        case SETCELL: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          if (words[a + 1] !== CELL_TAG || words[b + 1] === UNSET) {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            setFault(chip, core, words[a + 1] === CELL_TAG ? UNSET_VARIABLE : BAD_CODE, 0, 0, b);
            stop = STOP_FAULT;
            break loop;
          }
          const to = (words[a] as number) >> 2;
          words[to] = words[b] as number;
          words[to + 1] = words[b + 1] as number;
          pc += 3;
          continue;
        }
        case ADD:
        case ADDTO: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          const ta = words[a + 1] as number;
          const tb = words[b + 1] as number;
          if (ta === INT && tb === INT) {
            const sum = (words[a] as number) + (words[b] as number);
            if ((sum | 0) === sum) {
              words[d] = sum;
              words[d + 1] = INT;
              pc += 4;
              continue;
            }
          } else if (ta === REAL && tb === REAL) {
            reals[d] = (reals[a] as number) + (reals[b] as number);
            words[d + 1] = REAL;
            pc += 4;
            continue;
          } else if ((ta | tb) === (INT | REAL)) {
            reals[d] = ((ta === INT ? words[a] : reals[a]) as number) + ((tb === INT ? words[b] : reals[b]) as number);
            words[d + 1] = REAL;
            clock += conversion;
            pc += 4;
            continue;
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = binary(chip, core, ops[pc] as number, d, a, b);
          if (result < 0) result = operatorMethod(core, fp, pc);
          pc += 4;
          break;
        }
        case SUB: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          const ta = words[a + 1] as number;
          const tb = words[b + 1] as number;
          if (ta === INT && tb === INT) {
            const difference = (words[a] as number) - (words[b] as number);
            if ((difference | 0) === difference) {
              words[d] = difference;
              words[d + 1] = INT;
              pc += 4;
              continue;
            }
          } else if (ta === REAL && tb === REAL) {
            reals[d] = (reals[a] as number) - (reals[b] as number);
            words[d + 1] = REAL;
            pc += 4;
            continue;
          } else if ((ta | tb) === (INT | REAL)) {
            reals[d] = ((ta === INT ? words[a] : reals[a]) as number) - ((tb === INT ? words[b] : reals[b]) as number);
            words[d + 1] = REAL;
            clock += conversion;
            pc += 4;
            continue;
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = binary(chip, core, SUB, d, a, b);
          if (result < 0) result = operatorMethod(core, fp, pc);
          pc += 4;
          break;
        }
        case MUL: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          const ta = words[a + 1] as number;
          const tb = words[b + 1] as number;
          if (ta === REAL && tb === REAL) {
            reals[d] = (reals[a] as number) * (reals[b] as number);
            words[d + 1] = REAL;
            pc += 4;
            continue;
          }
          if ((ta | tb) === (INT | REAL)) {
            reals[d] = ((ta === INT ? words[a] : reals[a]) as number) * ((tb === INT ? words[b] : reals[b]) as number);
            words[d + 1] = REAL;
            clock += conversion;
            pc += 4;
            continue;
          }
          if (ta === INT && tb === INT) {
            const product = (words[a] as number) * (words[b] as number);
            if ((product | 0) === product || product === 0) {
              words[d] = product;
              words[d + 1] = INT;
              pc += 4;
              continue;
            }
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = binary(chip, core, MUL, d, a, b);
          if (result < 0) result = operatorMethod(core, fp, pc);
          pc += 4;
          break;
        }
        case MOD: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          // Of what is not negative the remainder is the same in all dialects.
          if (words[a + 1] === INT && words[b + 1] === INT) {
            const dividend = words[a] as number;
            const divisor = words[b] as number;
            if (dividend >= 0 && divisor > 0) {
              words[d] = dividend % divisor;
              words[d + 1] = INT;
              pc += 4;
              continue;
            }
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = binary(chip, core, MOD, d, a, b);
          if (result < 0) result = operatorMethod(core, fp, pc);
          pc += 4;
          break;
        }
        case DIV:
        case FLOORDIV:
        case TRUEDIV:
        case POW:
        case AND:
        case OR:
        case XOR:
        case SHL:
        case SHR: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = binary(
            chip,
            core,
            ops[pc] as number,
            x >= 0 ? fp + x : gp + ~x,
            y >= 0 ? fp + y : gp + ~y,
            z >= 0 ? fp + z : gp + ~z,
          );
          if (result < 0) result = operatorMethod(core, fp, pc);
          pc += 4;
          break;
        }
        case NEG:
        case POS:
        case INVERT: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const a = y >= 0 ? fp + y : gp + ~y;
          const d = x >= 0 ? fp + x : gp + ~x;
          result = unary(chip, core, ops[pc] as number, d, a);
          if (result < 0) {
            result = askUnary(chip, core, ops[pc] as number, d, a);
            if (result === CALLS) result = enterPending(core, fp, pc + 3, x);
          }
          pc += 3;
          break;
        }
        case NOT: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const a = y >= 0 ? fp + y : gp + ~y;
          if (words[a + 1] === INSTANCE && askTruth(chip, core, NOT, a) === CALLS) {
            result = enterPending(core, fp, pc + 3, x);
          } else {
            result = truth(chip, core, a);
            if (result >= 0) {
              setSlot(chip, x >= 0 ? fp + x : gp + ~x, BOOL, 1 - result);
              result = 0;
            }
          }
          pc += 3;
          break;
        }
        case EQ:
        case NE:
        case LT:
        case LE:
        case GT:
        case GE:
        case IS:
        case ISNOT:
        case IN:
        case NOTIN: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = compare(chip, core, ops[pc] as number, y >= 0 ? fp + y : gp + ~y, z >= 0 ? fp + z : gp + ~z);
          if (result < 0) result = operatorMethod(core, fp, pc);
          else {
            setSlot(chip, x >= 0 ? fp + x : gp + ~x, BOOL, result);
            result = 0;
          }
          pc += 4;
          break;
        }
        case JUMP:
          pc = ops[pc + 1] as number;
          continue;
        case JTRUE:
        case JFALSE: {
          const y = ops[pc + 1] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          const tag = words[a + 1] as number;
          let taken = words[a] === 0 ? 0 : 1;
          if (tag !== BOOL && tag !== INT) {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            if (tag === INSTANCE && askTruth(chip, core, ops[pc] as number, a) === CALLS) {
              result = enterPending(core, fp, pc + 3, 0);
              break;
            }
            taken = truth(chip, core, a);
            if (taken < 0) {
              stop = STOP_FAULT;
              break loop;
            }
          }
          pc = (taken === 1) === (ops[pc] === JTRUE) ? (ops[pc + 2] as number) : pc + 3;
          continue;
        }
        case JLT:
        case JNLT: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          let holds: boolean;
          if (words[a + 1] === INT && words[b + 1] === INT) {
            holds = (words[a] as number) < (words[b] as number);
          } else {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            chip.used = left;
            const found = compare(chip, core, LT, a, b);
            if (found < 0) {
              result = operatorMethod(core, fp, pc);
              break;
            }
            holds = found === 1;
            clock += touchedCycles(core);
            left -= chip.work;
            chip.work = 0;
          }
          pc = holds === (ops[pc] === JLT) ? (ops[pc + 3] as number) : pc + 4;
          continue;
        }
        case JLE:
        case JNLE: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          let holds: boolean;
          if (words[a + 1] === INT && words[b + 1] === INT) {
            holds = (words[a] as number) <= (words[b] as number);
          } else {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            chip.used = left;
            const found = compare(chip, core, LE, a, b);
            if (found < 0) {
              result = operatorMethod(core, fp, pc);
              break;
            }
            holds = found === 1;
            clock += touchedCycles(core);
            left -= chip.work;
            chip.work = 0;
          }
          pc = holds === (ops[pc] === JLE) ? (ops[pc + 3] as number) : pc + 4;
          continue;
        }
        case JGT:
        case JNGT: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          let holds: boolean;
          if (words[a + 1] === INT && words[b + 1] === INT) {
            holds = (words[a] as number) > (words[b] as number);
          } else {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            chip.used = left;
            const found = compare(chip, core, GT, a, b);
            if (found < 0) {
              result = operatorMethod(core, fp, pc);
              break;
            }
            holds = found === 1;
            clock += touchedCycles(core);
            left -= chip.work;
            chip.work = 0;
          }
          pc = holds === (ops[pc] === JGT) ? (ops[pc + 3] as number) : pc + 4;
          continue;
        }
        case JGE:
        case JNGE: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          let holds: boolean;
          if (words[a + 1] === INT && words[b + 1] === INT) {
            holds = (words[a] as number) >= (words[b] as number);
          } else {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            chip.used = left;
            const found = compare(chip, core, GE, a, b);
            if (found < 0) {
              result = operatorMethod(core, fp, pc);
              break;
            }
            holds = found === 1;
            clock += touchedCycles(core);
            left -= chip.work;
            chip.work = 0;
          }
          pc = holds === (ops[pc] === JGE) ? (ops[pc + 3] as number) : pc + 4;
          continue;
        }
        case JEQ:
        case JNE: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          const b = z >= 0 ? fp + z : gp + ~z;
          let same: boolean;
          if (words[a + 1] === INT && words[b + 1] === INT) {
            same = words[a] === words[b];
          } else {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            chip.used = left;
            const found = compare(chip, core, EQ, a, b);
            if (found < 0) {
              result = operatorMethod(core, fp, pc);
              break;
            }
            same = found === 1;
            clock += touchedCycles(core);
            left -= chip.work;
            chip.work = 0;
          }
          pc = same === (ops[pc] === JEQ) ? (ops[pc + 3] as number) : pc + 4;
          continue;
        }
        case JIS:
        case JISNOT: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const found = compare(chip, core, IS, y >= 0 ? fp + y : gp + ~y, z >= 0 ? fp + z : gp + ~z);
          if (found < 0) {
            stop = STOP_FAULT;
            break loop;
          }
          pc = (found === 1) === (ops[pc] === JIS) ? (ops[pc + 3] as number) : pc + 4;
          continue;
        }
        case INDEX: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const o = y >= 0 ? fp + y : gp + ~y;
          const i = z >= 0 ? fp + z : gp + ~z;
          if (words[o + 1] === LIST_TAG && words[i + 1] === INT) {
            const object = (words[o] as number) >> 2;
            const at = words[i] as number;
            if (at >= 0 && at < (words[object + LIST_LENGTH] as number)) {
              const data = words[object + LIST_DATA] as number;
              const elements = words[object + LIST_ELEMENTS] as number;
              // All bits set if the data lies beyond the cores: a sum in place of a branch.
              clock += ((lastOfCores - data) >> 31) & heapRead;
              words[d] = words[(data >> 2) + at] as number;
              words[d + 1] =
                elements === MIXED
                  ? (bytes[data + (words[object + LIST_CAPACITY] as number) * 4 + at] as number)
                  : elements;
              pc += 4;
              continue;
            }
          }
          if (words[o + 1] === DICT_TAG && hinted.read(chip, pc, d, o, i)) {
            clock += hash;
            pc += 4;
            continue;
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = readElement(chip, core, d, o, i);
          if (result < 0) {
            result = askIndex(chip, core, d, o, i);
            if (result === CALLS) result = enterPending(core, fp, pc + 4, x);
          }
          forgetTouched(chip);
          pc += 4;
          break;
        }
        case SETINDEX: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          const o = x >= 0 ? fp + x : gp + ~x;
          const i = y >= 0 ? fp + y : gp + ~y;
          const v = z >= 0 ? fp + z : gp + ~z;
          const tag = words[v + 1] as number;
          if (words[o + 1] === LIST_TAG && words[i + 1] === INT && tag !== UNSET) {
            const object = (words[o] as number) >> 2;
            const at = words[i] as number;
            if (at >= 0 && at < (words[object + LIST_LENGTH] as number)) {
              const data = words[object + LIST_DATA] as number;
              const elements = words[object + LIST_ELEMENTS] as number;
              clock += ((lastOfCores - data) >> 31) & heapWrite;
              if (elements === tag) {
                words[(data >> 2) + at] = words[v] as number;
                pc += 4;
                continue;
              }
              if (elements === MIXED) {
                words[(data >> 2) + at] = words[v] as number;
                bytes[data + (words[object + LIST_CAPACITY] as number) * 4 + at] = tag;
                pc += 4;
                continue;
              }
            }
          }
          if (words[o + 1] === DICT_TAG && hinted.write(chip, pc, o, i, v)) {
            clock += hash;
            pc += 4;
            continue;
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = writeElement(chip, core, o, i, v);
          if (result < 0) {
            result = askSetIndex(chip, core, o, i, v);
            if (result === CALLS) result = enterPending(core, fp, pc + 4, 0);
          }
          forgetTouched(chip);
          pc += 4;
          break;
        }
        case STEP: {
          const x = ops[pc + 1] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const w = fp + (ops[pc + 2] as number);
          const at = words[w] as number;
          const end = words[w + 2] as number;
          const by = words[w + 4] as number;
          if (by > 0 ? at >= end : at <= end) {
            pc = ops[pc + 3] as number;
            continue;
          }
          words[d] = at;
          words[d + 1] = INT;
          // Past the last int there is nothing to count to: the next turn ends the loop.
          const next = at + by;
          words[w] = (next | 0) === next ? next : end;
          // An image of someone else may have put a list here, whose address would then be counted up.
          words[w + 1] = INT;
          pc += 4;
          continue;
        }
        case CALL: {
          const target = ops[pc + 2] as number;
          const frame = pushFrame(core, fp, target, pcOf[pc + 5] as number, ops[pc + 1] as number);
          if (frame === 0) {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            stop = STOP_FAULT;
            break loop;
          }
          fillFrame(frame, target, fp + (ops[pc + 3] as number), ops[pc + 4] as number);
          fp = frame;
          costFrom = costsAt(core, fp);
          pc = calls[target * CALL_ROW + CALL_ENTRY] as number;
          continue;
        }
        case RETURN: {
          const y = ops[pc + 1] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          const value = words[a] as number;
          const tag = words[a + 1] as number;
          const caller = words[fp - 3] as number;
          if (tag === UNSET || caller === 0) {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            setFault(chip, core, tag === UNSET ? UNSET_VARIABLE : BAD_CODE, 0, 0, tag === UNSET ? a : 0);
            stop = STOP_FAULT;
            break loop;
          }
          const x = words[fp - 2] as number;
          const word = words[fp - 4] as number;
          const d = x >= 0 ? caller + x : gp + ~x;
          if (word > 0xffff) {
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            doubles[(registers + CLOCK) >> 1] = clock;
            result = goOn(core, goesOn(word), a, fp, d);
            if (result === CALLS) {
              fp = entered;
              costFrom = costsAt(core, fp);
              pc = (functions[words[fp - 1] as number] as DecodedFunction).entry;
              result = 0;
              continue;
            }
            if (result < 0) {
              stop = STOP_FAULT;
              break loop;
            }
            pc = indexOf[returnPc(word)] as number;
            if (result === AGAIN) {
              words[registers + PC] = pcOf[pc] as number;
              words[registers + FP] = caller;
              stop = STOP_AGAIN;
              break loop;
            }
            // Where a branch leads is the last of its operands.
            if (result === 1) pc = ops[pc - 1] as number;
            result = 0;
          } else {
            pc = indexOf[word] as number;
            words[d] = value;
            words[d + 1] = tag;
          }
          fp = caller;
          costFrom = costsAt(core, fp);
          continue;
        }
        case NATIVE: {
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const x = ops[pc + 1] as number;
          const native = natives[ops[pc + 2] as number] as NativeImplementation;
          const d = x >= 0 ? fp + x : gp + ~x;
          const w = fp + (ops[pc + 3] as number);
          const count = ops[pc + 4] as number;
          let outcome = native(chip, core, w, count, d);
          if (outcome === NATIVE_FAULT) outcome = callWithHeld(chip, core, native, w, count, d);
          if (outcome !== 0) {
            forgetTouched(chip);
            if (outcome === NATIVE_WAIT) {
              clock -= costs[costFrom + pc] as number;
              stop = STOP_WAIT;
              break loop;
            }
            clock = doubles[(registers + CLOCK) >> 1] as number;
            stop = outcome === NATIVE_ENDED ? STOP_ENDED : STOP_FAULT;
            break loop;
          }
          clock = doubles[(registers + CLOCK) >> 1] as number;
          if (chip.touched !== 0 || chip.touchedCharacters !== 0) clock += touchedByNative(core, ops[pc + 2] as number);
          left -= chip.work;
          chip.work = 0;
          pc += 5;
          continue;
        }
        case CALLV: {
          const y = ops[pc + 2] as number;
          const callee = y >= 0 ? fp + y : gp + ~y;
          const args = fp + (ops[pc + 3] as number);
          const count = ops[pc + 4] as number;
          const tag = words[callee + 1] as number;
          if (tag === CLOSURE_TAG) {
            const record = words[callee] as number;
            const target = words[record >> 2] as number;
            const row = target * CALL_ROW;
            if (calls[row + CALL_ARITY] === count && (calls[row + CALL_CELLS] as number) >= 0) {
              const frame = enterClosure(core, fp, target, record, args, pcOf[pc + 5] as number, ops[pc + 1] as number);
              if (frame === 0) {
                words[registers + PC] = pcOf[pc] as number;
                words[registers + FP] = fp;
                stop = STOP_FAULT;
                break loop;
              }
              fp = frame;
              costFrom = costsAt(core, fp);
              pc = calls[row + CALL_ENTRY] as number;
              continue;
            }
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          if ((tag === FUNCTION || tag === CLOSURE_TAG) && !isPlain(callee)) {
            const given = { from: args, positional: count, named: 0 };
            const frame = enterWith(core, fp, callee, given, pcOf[pc + 5] as number, ops[pc + 1] as number);
            if (frame === 0) {
              stop = STOP_FAULT;
              break loop;
            }
            fp = frame;
            costFrom = costsAt(core, fp);
            pc = (functions[words[fp - 1] as number] as DecodedFunction).entry;
            // What it has put into tuples and dictionaries.
            clock += touchedCycles(core);
            left -= chip.work;
            chip.work = 0;
            continue;
          }
          if (tag === FUNCTION || tag === CLOSURE_TAG) {
            const target = prepareCallV(core, callee, count);
            const frame = target < 0 ? 0 : pushFrame(core, fp, target, pcOf[pc + 5] as number, ops[pc + 1] as number);
            if (frame === 0) {
              stop = STOP_FAULT;
              break loop;
            }
            fillFrame(frame, target, args, count);
            if (tag === CLOSURE_TAG) fillHeld(frame, target, words[callee] as number, count);
            if (tag === FUNCTION || !(functions[target] as DecodedFunction).ownDefaults)
              fillDefaults(core, frame, target, count);
            fp = frame;
            costFrom = costsAt(core, fp);
            pc = (functions[target] as DecodedFunction).entry;
            continue;
          }
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const x = ops[pc + 1] as number;
          if (isOfClass(callee)) {
            const given = Array.from({ length: count }, (_, k) => args + k * 2);
            result = enter(core, fp, callee, given, pcOf[pc + 5] as number, x);
            pc += 5;
            break;
          }
          const outcome = callNativeValue(core, callee, args, count, x >= 0 ? fp + x : gp + ~x);
          if (outcome === NATIVE_CALLS) {
            result = enterPending(core, fp, pc + 5, x);
            pc += 5;
            break;
          }
          if (outcome === NATIVE_WAIT) {
            forgetTouched(chip);
            clock -= costs[costFrom + pc] as number;
            stop = STOP_WAIT;
            break loop;
          }
          clock = doubles[(registers + CLOCK) >> 1] as number;
          if (chip.touched !== 0 || chip.touchedCharacters !== 0)
            clock += touchedByNative(core, words[callee] as number);
          if (outcome !== 0) {
            stop = outcome === NATIVE_ENDED ? STOP_ENDED : STOP_FAULT;
            break loop;
          }
          left -= chip.work;
          chip.work = 0;
          pc += 5;
          continue;
        }
        case CALLK:
        case CALLEX: {
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const callee = y >= 0 ? fp + y : gp + ~y;
          const tag = words[callee + 1] as number;
          const size = ops[pc] === CALLK ? 6 : 5;
          const args = ops[pc] === CALLK ? argumentsInSlots(fp, pc) : unpackedArguments(core, fp, callee, pc);
          if (args === undefined) {
            stop = STOP_FAULT;
            break loop;
          }
          if (tag === FUNCTION || tag === CLOSURE_TAG) {
            const frame = enterWith(core, fp, callee, args, pcOf[pc + size] as number, x);
            if (frame === 0) {
              stop = STOP_FAULT;
              break loop;
            }
            fp = frame;
            costFrom = costsAt(core, fp);
            pc = (functions[words[fp - 1] as number] as DecodedFunction).entry;
            // What it has put into tuples and dictionaries.
            clock += touchedCycles(core);
            left -= chip.work;
            chip.work = 0;
            continue;
          }
          if (isOfClass(callee)) {
            const { from, positional, named } = args;
            const given = Array.from({ length: positional + named * 2 }, (_, k) => from + k * 2);
            result = enter(core, fp, callee, given, pcOf[pc + size] as number, x, named);
            pc += size;
            break;
          }
          const outcome = callNativeWith(core, callee, args, x >= 0 ? fp + x : gp + ~x);
          if (outcome === NATIVE_WAIT) {
            forgetTouched(chip);
            clock -= costs[costFrom + pc] as number;
            stop = STOP_WAIT;
            break loop;
          }
          clock = doubles[(registers + CLOCK) >> 1] as number;
          if (chip.touched !== 0 || chip.touchedCharacters !== 0)
            clock += touchedByNative(core, words[callee] as number);
          if (outcome !== 0) {
            stop = outcome === NATIVE_ENDED ? STOP_ENDED : STOP_FAULT;
            break loop;
          }
          left -= chip.work;
          chip.work = 0;
          pc += size;
          continue;
        }
        case UNPACKEX: {
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const w = fp + (ops[pc + 1] as number);
          result = unpackAround(core, w, y >= 0 ? fp + y : gp + ~y, ops[pc + 3] as number, ops[pc + 4] as number);
          pc += 5;
          break;
        }
        case NEW: {
          const x = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = newInstance(chip, core, x >= 0 ? fp + x : gp + ~x, ops[pc + 2] as number);
          pc += 3;
          break;
        }
        case GETATTR: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          if (words[a + 1] === INSTANCE) {
            const record = (words[a] as number) >> 2;
            const at = fieldAt[(words[record] as number) * width + (ops[pc + 3] as number)] as number;
            const tag = at > 0 ? (words[record + at + 1] as number) : UNSET;
            if (tag !== UNSET) {
              clock += ((lastOfCores - record * 4) >> 31) & heapRead;
              words[d] = words[record + at] as number;
              words[d + 1] = tag;
              pc += 4;
              continue;
            }
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = getAttribute(chip, core, d, a, nameAt(core, pc + 3));
          if (result === CALLS) result = enterPending(core, fp, pc + 4, x);
          pc += 4;
          break;
        }
        case SETATTR: {
          const x = ops[pc + 1] as number;
          const z = ops[pc + 3] as number;
          const o = x >= 0 ? fp + x : gp + ~x;
          const v = z >= 0 ? fp + z : gp + ~z;
          const tag = words[v + 1] as number;
          if (words[o + 1] === INSTANCE && tag !== UNSET) {
            const record = (words[o] as number) >> 2;
            const at = freeFieldAt[(words[record] as number) * width + (ops[pc + 2] as number)] as number;
            if (at > 0) {
              clock += ((lastOfCores - record * 4) >> 31) & heapWrite;
              words[record + at] = words[v] as number;
              words[record + at + 1] = tag;
              pc += 4;
              continue;
            }
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = setAttribute(chip, core, o, nameAt(core, pc + 2), v);
          if (result === CALLS) result = enterPending(core, fp, pc + 4, 0);
          pc += 4;
          break;
        }
        case DELATTR: {
          const x = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = deleteAttribute(chip, core, x >= 0 ? fp + x : gp + ~x, nameAt(core, pc + 2));
          if (result === CALLS) result = enterPending(core, fp, pc + 3, 0);
          pc += 3;
          break;
        }
        case CALLATTR: {
          const w = fp + (ops[pc + 3] as number);
          if (words[w + 1] === INSTANCE) {
            const number = words[(words[w] as number) >> 2] as number;
            const target = methodAt[number * width + (ops[pc + 2] as number)] as number;
            const count = ops[pc + 4] as number;
            const row = target * CALL_ROW;
            // Only the usual call is made here: as many arguments as there are parameters.
            if (target > 0 && calls[row + CALL_ARITY] === count) {
              const frame = pushFrame(core, fp, target, pcOf[pc + 5] as number, ops[pc + 1] as number);
              if (frame === 0) {
                words[registers + PC] = pcOf[pc] as number;
                words[registers + FP] = fp;
                stop = STOP_FAULT;
                break loop;
              }
              fillSlots(frame, calls[row + CALL_WORDS] as number, w, count * 2);
              fp = frame;
              costFrom = costsAt(core, fp);
              pc = calls[row + CALL_ENTRY] as number;
              continue;
            }
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = attributeCall(core, fp, pc);
          pc += 5;
          break;
        }
        case CALLSUPER:
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = attributeCall(core, fp, pc);
          pc += 6;
          break;
        case GETSUPER: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          result = getSuper(chip, core, d, a, nameAt(core, pc + 4), ops[pc + 3] as number);
          if (result === CALLS) result = enterPending(core, fp, pc + 5, x);
          pc += 5;
          break;
        }
        case TEXT: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const d = x >= 0 ? fp + x : gp + ~x;
          result = textOf(chip, core, d, y >= 0 ? fp + y : gp + ~y, ops[pc + 3] as number);
          if (result === CALLS) result = enterPending(core, fp, pc + 4, x);
          pc += 4;
          break;
        }
        case SPECIAL: {
          const x = ops[pc + 1] as number;
          const native = ops[pc + 2] as number;
          const w = fp + (ops[pc + 3] as number);
          const count = ops[pc + 4] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = askNative(chip, core, native, w, count);
          if (result === CALLS) result = enterPending(core, fp, pc + 5, x);
          else {
            const d = x >= 0 ? fp + x : gp + ~x;
            const outcome = callNative(core, natives[native] as NativeImplementation, w, count, d);
            result =
              outcome === NATIVE_DONE ? 0 : outcome === NATIVE_CALLS ? enterPending(core, fp, pc + 5, x) : FAULTED;
          }
          pc += 5;
          break;
        }
        case INPLACE: {
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          const method = methodSlot(chip, core, a, ops[pc + 4] as number);
          pc += 5;
          if (method === 0) continue;
          words[registers + PC] = pcOf[pc - 5] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          // The operator behind this, which the method stands in for, is passed over.
          const operator = operatorAt(pc);
          const after = pcOf[operator + 4] ?? -1;
          if (after < 0 || !isOperator(chip.program.ops[operator] as number)) {
            setFault(chip, core, BAD_CODE);
            stop = STOP_FAULT;
            break loop;
          }
          result = enter(core, fp, method, [a, z >= 0 ? fp + z : gp + ~z], after, ops[pc - 4] as number);
          pc = operator + 4;
          break;
        }
        case LIST:
        case TUPLE: {
          const x = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = makeList(
            core,
            x >= 0 ? fp + x : gp + ~x,
            fp + (ops[pc + 2] as number),
            ops[pc + 3] as number,
            ops[pc] === LIST ? LIST_TAG : TUPLE_TAG,
          );
          pc += 4;
          break;
        }
        case DICT: {
          const x = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = emptyDict(chip, core, x >= 0 ? fp + x : gp + ~x);
          pc += 2;
          break;
        }
        case SET:
        case FOLDED: {
          const x = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const d = x >= 0 ? fp + x : gp + ~x;
          result = makeSet(chip, core, d, fp + (ops[pc + 2] as number), ops[pc + 3] as number, ops[pc] === FOLDED);
          pc += 4;
          break;
        }
        case CHANGE: {
          const x = ops[pc + 2] as number;
          const y = ops[pc + 3] as number;
          const z = ops[pc + 4] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const d = x >= 0 ? fp + x : gp + ~x;
          const a = y >= 0 ? fp + y : gp + ~y;
          result = change(chip, core, ops[pc + 1] as number, d, a, z >= 0 ? fp + z : gp + ~z);
          if (result < 0) result = operatorMethod(core, fp, pc);
          pc += 5;
          break;
        }
        case ELEMENT: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const o = y >= 0 ? fp + y : gp + ~y;
          result = readAt(
            chip,
            core,
            x >= 0 ? fp + x : gp + ~x,
            o,
            fp + (ops[pc + 3] as number),
            ops[pc + 4] as number,
          );
          forgetTouched(chip);
          pc += 5;
          break;
        }
        case SETELEMENT: {
          const x = ops[pc + 1] as number;
          const z = ops[pc + 4] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const v = z >= 0 ? fp + z : gp + ~z;
          result = writeAt(
            chip,
            core,
            x >= 0 ? fp + x : gp + ~x,
            fp + (ops[pc + 2] as number),
            ops[pc + 3] as number,
            v,
          );
          forgetTouched(chip);
          pc += 5;
          break;
        }
        case SLICE: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const o = y >= 0 ? fp + y : gp + ~y;
          const w = fp + (ops[pc + 3] as number);
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const d = x >= 0 ? fp + x : gp + ~x;
          result = slice(chip, core, d, heldSlot(chip, o), w);
          if (result < 0 && asksBySlice(chip, core, o, w)) {
            result = askIndex(chip, core, d, o, w);
            if (result === CALLS) result = enterPending(core, fp, pc + 4, x);
          }
          pc += 4;
          break;
        }
        case UNPACK: {
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = unpack(core, fp + (ops[pc + 1] as number), y >= 0 ? fp + y : gp + ~y, ops[pc + 3] as number);
          pc += 4;
          break;
        }
        case ITER: {
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const w = ops[pc + 1] as number;
          const s = y >= 0 ? fp + y : gp + ~y;
          if (isObject(words[s + 1] as number) && askIterator(chip, core, s) === CALLS)
            result = enterPending(core, fp, pc + 3, w);
          else result = startIteration(chip, core, fp + w, heldSlot(chip, s));
          pc += 3;
          break;
        }
        case NEXT: {
          const x = ops[pc + 1] as number;
          const w = fp + (ops[pc + 2] as number);
          if (words[w + 1] === LIST_TAG && words[w + 3] === INT) {
            const object = (words[w] as number) >> 2;
            const at = words[w + 2] as number;
            if (at >= 0 && at < (words[object + LIST_LENGTH] as number)) {
              const d = x >= 0 ? fp + x : gp + ~x;
              const data = words[object + LIST_DATA] as number;
              const elements = words[object + LIST_ELEMENTS] as number;
              clock += element + (((lastOfCores - data) >> 31) & elementBeyond);
              words[d] = words[(data >> 2) + at] as number;
              words[d + 1] =
                elements === MIXED
                  ? (bytes[data + (words[object + LIST_CAPACITY] as number) * 4 + at] as number)
                  : elements;
              words[w + 2] = at + 1;
              pc += 4;
              continue;
            }
          }
          if (words[w + 1] === DICT_TAG && hinted.next(x >= 0 ? fp + x : gp + ~x, w)) {
            pc += 4;
            continue;
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = next(core, fp, x, w, pcOf[pc + 4] as number);
          if (result === 0) {
            pc = ops[pc + 3] as number;
            continue;
          }
          if (result === ENTERED) {
            fp = words[registers + FP] as number;
            pc = indexOf[words[registers + PC] as number] as number;
            costFrom = costsAt(core, fp);
            result = 0;
            left -= chip.work;
            chip.work = 0;
            continue;
          }
          if (result > 0) result = 0;
          pc += 4;
          break;
        }
        case RESUME: {
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const s = y >= 0 ? fp + y : gp + ~y;
          result = nextOf(core, fp, ops[pc + 1] as number, s, z >= 0 ? fp + z : gp + ~z, pcOf[pc + 5] as number);
          if (result === 0) {
            pc = ops[pc + 4] as number;
            continue;
          }
          if (result === ENTERED) {
            fp = words[registers + FP] as number;
            pc = indexOf[words[registers + PC] as number] as number;
            costFrom = costsAt(core, fp);
            result = 0;
            left -= chip.work;
            chip.work = 0;
            continue;
          }
          if (result > 0) result = 0;
          pc += 5;
          break;
        }
        case GENERATOR:
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = makeGenerator(chip, core, fp, pcOf[pc] as number);
          pc += 3;
          break;
        case YIELD: {
          const y = ops[pc + 2] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const generator = runningGenerator(core, fp, a);
          if (generator === 0) {
            stop = STOP_FAULT;
            break loop;
          }
          const x = words[fp - 2] as number;
          const caller = words[fp - 3] as number;
          const d = x >= 0 ? caller + x : gp + ~x;
          const size = calls[(words[fp - 1] as number) * CALL_ROW + CALL_WORDS] as number;
          suspend(chip, words, fp, size, generator, pcOf[pc] as number);
          if (goesOn(words[fp - 4] as number) === GO_ON_CLOSED) {
            words[registers + PC] = pcOf[(indexOf[returnPc(words[fp - 4] as number)] as number) - 3] as number;
            words[registers + FP] = caller;
            setFault(chip, core, EXIT_IGNORED);
            stop = STOP_FAULT;
            break loop;
          }
          words[d + 1] = words[a + 1] as number;
          words[d] = words[a] as number;
          pc = indexOf[returnPc(words[fp - 4] as number)] as number;
          fp = caller;
          costFrom = costsAt(core, fp);
          left -= chip.work;
          chip.work = 0;
          continue;
        }
        case FINISH: {
          const y = ops[pc + 1] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const generator = runningGenerator(core, fp, a);
          if (generator === 0) {
            stop = STOP_FAULT;
            break loop;
          }
          finish(chip, generator, a);
          // Where who resumed it goes when there is no further value is the last operand of its instruction.
          const word = words[fp - 4] as number;
          pc = indexOf[returnPc(word)] as number;
          if (goesOn(word) === GO_ON_RESUMED) pc = ops[pc - 1] as number;
          fp = words[fp - 3] as number;
          costFrom = costsAt(core, fp);
          continue;
        }
        case RESULT: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          const s = y >= 0 ? fp + y : gp + ~y;
          if (words[s + 1] === GENERATOR_TAG) takeResult(chip, words[s] as number, d);
          else setSlot(chip, d, NONE, 0);
          pc += 3;
          continue;
        }
        case STOP: {
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          setFault(chip, core, NO_MORE_VALUES);
          stop = STOP_FAULT;
          break loop;
        }
        case ITERATOR: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const s = y >= 0 ? fp + y : gp + ~y;
          if (isObject(words[s + 1] as number) && askIterator(chip, core, s) === CALLS)
            result = enterPending(core, fp, pc + 3, x);
          else result = storeIterator(chip, core, x >= 0 ? fp + x : gp + ~x, heldSlot(chip, s));
          pc += 3;
          break;
        }
        case JEAGER: {
          const y = ops[pc + 1] as number;
          pc = isGoneThrough(chip, core, y >= 0 ? fp + y : gp + ~y) ? pc + 3 : (ops[pc + 2] as number);
          continue;
        }
        case THROW: {
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const s = y >= 0 ? fp + y : gp + ~y;
          result = throwInto(core, fp, ops[pc + 1] as number, s, z >= 0 ? fp + z : gp + ~z, pcOf[pc + 5] as number);
          break;
        }
        case CLOSE: {
          const y = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = closeGenerator(core, fp, ops[pc + 1] as number, y >= 0 ? fp + y : gp + ~y, pcOf[pc + 3] as number);
          pc += 3;
          break;
        }
        case COUNTER:
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = startCounter(core, fp + (ops[pc + 1] as number));
          pc += 2;
          break;
        case CLEAR: {
          const x = ops[pc + 1] as number;
          const d = x >= 0 ? fp + x : gp + ~x;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          if (words[d + 1] === UNSET) {
            setFault(chip, core, UNSET_VARIABLE, 0, 0, d);
            result = FAULTED;
          }
          setSlot(chip, d, UNSET, 0);
          pc += 2;
          break;
        }
        case CELL: {
          const x = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = makeCell(chip, core, x >= 0 ? fp + x : gp + ~x);
          pc += 2;
          break;
        }
        case CLEARCELL: {
          const y = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          result = clearCell(chip, core, y >= 0 ? fp + y : gp + ~y);
          pc += 2;
          break;
        }
        case CLOSURE: {
          const x = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const d = x >= 0 ? fp + x : gp + ~x;
          result = makeClosure(
            chip,
            core,
            d,
            ops[pc + 2] as number,
            fp + (ops[pc + 3] as number),
            ops[pc + 4] as number,
          );
          pc += 5;
          break;
        }
        case DELINDEX: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const o = y >= 0 ? fp + y : gp + ~y;
          const i = z >= 0 ? fp + z : gp + ~z;
          chip.used = left;
          result = deleteElement(chip, core, o, i);
          if (result < 0) {
            result = askDeleteIndex(chip, core, o, i);
            if (result === CALLS) result = enterPending(core, fp, pc + 3, 0);
          }
          pc += 3;
          break;
        }
        case SETSLICE: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 3] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const o = y >= 0 ? fp + y : gp + ~y;
          const w = fp + (ops[pc + 2] as number);
          const from = z >= 0 ? fp + z : gp + ~z;
          result = assignSlice(chip, core, heldSlot(chip, o), w, from);
          if (result < 0 && asksBySlice(chip, core, o, w)) {
            result = askSetIndex(chip, core, o, w, from);
            if (result === CALLS) result = enterPending(core, fp, pc + 4, 0);
          }
          pc += 4;
          break;
        }
        case DELSLICE: {
          const y = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const o = y >= 0 ? fp + y : gp + ~y;
          const w = fp + (ops[pc + 2] as number);
          result = deleteSlice(chip, core, heldSlot(chip, o), w);
          if (result < 0 && asksBySlice(chip, core, o, w)) {
            result = askDeleteIndex(chip, core, o, w);
            if (result === CALLS) result = enterPending(core, fp, pc + 3, 0);
          }
          pc += 3;
          break;
        }
        case FORMAT: {
          const x = ops[pc + 1] as number;
          const y = ops[pc + 2] as number;
          const z = ops[pc + 3] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const a = heldSlot(chip, y >= 0 ? fp + y : gp + ~y);
          result = formatted(chip, core, x >= 0 ? fp + x : gp + ~x, a, z >= 0 ? fp + z : gp + ~z);
          pc += 4;
          break;
        }
        case JOIN: {
          const x = ops[pc + 1] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          const d = x >= 0 ? fp + x : gp + ~x;
          result = joinValues(chip, core, d, fp + (ops[pc + 2] as number), ops[pc + 3] as number);
          pc += 4;
          break;
        }
        case APPEND: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          chip.used = left;
          result = appendElement(core, y >= 0 ? fp + y : gp + ~y, z >= 0 ? fp + z : gp + ~z);
          forgetTouched(chip);
          pc += 3;
          break;
        }
        case FAIL: {
          const y = ops[pc + 1] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const tag = words[a + 1] as number;
          setFault(chip, core, tag === UNSET ? UNSET_VARIABLE : ASSERTION_FAILED, 0, 0, tag === NONE ? 0 : a);
          stop = STOP_FAULT;
          break loop;
        }
        case RAISE:
        case RAISEFROM: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const cause = ops[pc] === RAISE ? 0 : z >= 0 ? fp + z : gp + ~z;
          raise(chip, core, y >= 0 ? fp + y : gp + ~y, cause);
          stop = STOP_FAULT;
          break loop;
        }
        case RERAISE: {
          const y = ops[pc + 1] as number;
          const a = y >= 0 ? fp + y : gp + ~y;
          if (words[a + 1] !== INSTANCE) {
            pc += 2;
            continue;
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          raise(chip, core, a, 0);
          stop = STOP_FAULT;
          break loop;
        }
        case JOTHER: {
          const y = ops[pc + 1] as number;
          const z = ops[pc + 2] as number;
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          const fits = isOf(chip, core, y >= 0 ? fp + y : gp + ~y, z >= 0 ? fp + z : gp + ~z);
          if (fits < 0) {
            stop = STOP_FAULT;
            break loop;
          }
          pc = fits === 0 ? (ops[pc + 3] as number) : pc + 4;
          continue;
        }
        case HALT:
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          stop = STOP_ENDED;
          break loop;
        default:
          if (ops[pc] === BREAK) {
            clock -= costs[costFrom + pc] as number;
            words[registers + PC] = pcOf[pc] as number;
            words[registers + FP] = fp;
            stop = STOP_BREAK;
            break loop;
          }
          words[registers + PC] = pcOf[pc] as number;
          words[registers + FP] = fp;
          doubles[(registers + CLOCK) >> 1] = clock;
          setFault(chip, core, BAD_CODE);
          stop = STOP_FAULT;
          break loop;
      }
      // Reached by the instructions that ended in a slow path.
      if (result === CALLS) {
        clock = (doubles[(registers + CLOCK) >> 1] as number) + touchedCycles(core);
        fp = entered;
        costFrom = costsAt(core, fp);
        pc = (functions[words[fp - 1] as number] as DecodedFunction).entry;
        result = 0;
        continue;
      }
      if (result < 0) {
        stop = STOP_FAULT;
        break;
      }
      // What it asked of the monitor is on the clock in the registers.
      clock = (doubles[(registers + CLOCK) >> 1] as number) + result + touchedCycles(core);
      left -= chip.work;
      chip.work = 0;
      result = 0;
    }

    doubles[(registers + CLOCK) >> 1] = clock;
    if (stop === STOP_AGAIN || (stop === STOP_FAULT && mayHandle(chip))) {
      // A handler may take a fault.
      chip.used = budget - left + chip.work;
      return stop;
    }
    chip.used = stop === STOP_BUDGET || stop === STOP_BREAK ? budget - left - 1 : budget;
    if (stop === STOP_BUDGET) {
      words[registers + PC] = pcOf[pc] as number;
      words[registers + FP] = fp;
      doubles[(registers + CLOCK) >> 1] = clock;
    }
    if (stop === STOP_FAULT && isExit(chip, core)) stop = STOP_ENDED;
    if (stop === STOP_ENDED || stop === STOP_FAULT) {
      words[registers + EPOCH] = (words[registers + EPOCH] as number) + 1;
      Atomics.store(words, registers + STATUS, stop === STOP_ENDED ? STATUS_ENDED : STATUS_FAILED);
    } else if (stop === STOP_BUDGET && words[registers + STATUS] !== STATUS_READY) {
      Atomics.store(words, registers + STATUS, STATUS_READY);
    }
    return stop;
  }

  /// Copies what is looked up in a program. What another one has left would be found by damaged memory.
  function take(taken: Program): void {
    ops.set(taken.ops);
    // With other breaks in it, a program has only other opcodes.
    if (taken.pcOf === takenPcOf) return;
    takenPcOf = taken.pcOf;
    pcOf.fill(-1).set(taken.pcOf);
    indexOf.fill(-1).set(taken.indexOf);
    costs.set(taken.cost);
    costs.set(taken.sharedStackCost, SHARED_STACK_COSTS);
    costs.set(taken.hostCost, HOST_COSTS);
    calls.fill(-1).set(taken.calls);
    fieldAt.fill(0).set(taken.classes.fieldAt);
    freeFieldAt.fill(0).set(taken.classes.freeFieldAt);
    methodAt.fill(0).set(taken.classes.methodAt);
  }

  function run(next: Task, core: Core, budget: number): Stop {
    if (next !== task) {
      task = next;
      ({ chip, natives, program } = next);
      take(next.program);
    }
    chip.work = 0;
    forgetTouched(chip);
    try {
      if (!mayHandle(chip) && !mayAsk()) return turn(core, budget);
      return handling(core, budget);
    } catch (error) {
      if (!(error instanceof RunFault)) throw error;
      chip.used = budget;
      setFault(chip, core, error.code, error.first, error.second);
      return end(core, STATUS_FAILED, STOP_FAULT);
    }
  }

  /// Whether operations may ask objects what only their classes know.
  function mayAsk(): boolean {
    return program.classes.helpers.size > 0;
  }

  /// A turn of a core whose program takes exceptions, or whose operations ask objects.
  function handling(core: Core, budget: number): Stop {
    let used = 0;
    for (;;) {
      const answers = core.registers + ANSWERS;
      chip.answers = words[answers] as number;
      chip.answered = 0;
      // The answers are for one instruction.
      const isAgain = chip.answers !== 0;
      chip.asks = mayAsk();
      let stop = turnOrThrown(core, isAgain ? 1 : budget - used);
      chip.asks = false;
      if (stop === STOP_ASKS) stop = enterQuestion(core) ? STOP_AGAIN : STOP_FAULT;
      if (isAgain && stop !== STOP_BREAK) words[answers] = 0;
      if (stop === STOP_BREAK || (stop === STOP_BUDGET && !isAgain)) chip.used += used;
      const goesOn = stop === STOP_AGAIN || (stop === STOP_BUDGET && isAgain);
      if (!goesOn && stop !== STOP_FAULT) return stop;
      used += chip.used;
      chip.work = 0;
      forgetTouched(chip);
      if (!goesOn && (!mayHandle(chip) || !takeFault(chip, core))) {
        chip.used = budget;
        if (words[core.registers + STATUS] === STATUS_FAILED) return stop;
        return isExit(chip, core) ? end(core, STATUS_ENDED, STOP_ENDED) : end(core, STATUS_FAILED, stop);
      }
      used += chip.work;
      chip.work = 0;
      forgetTouched(chip);
      if (used < budget) continue;
      chip.used = used;
      if (words[core.registers + STATUS] !== STATUS_READY) Atomics.store(words, core.registers + STATUS, STATUS_READY);
      return STOP_BUDGET;
    }
  }

  /// A turn that notes a fault that is thrown as any other.
  function turnOrThrown(core: Core, budget: number): Stop {
    try {
      return turn(core, budget);
    } catch (error) {
      if (!(error instanceof RunFault)) throw error;
      chip.used = budget - chip.used + chip.work;
      if (error instanceof Question) {
        question = error;
        return STOP_ASKS;
      }
      setFault(chip, core, error.code, error.first, error.second);
      return STOP_FAULT;
    }
  }

  /// Makes the frame of the function that answers the question which the instruction under way has asked. False with a fault if there is
  /// no room.
  function enterQuestion(core: Core): boolean {
    const { registers } = core;
    const { method, about } = question as Question;
    const helper = core.module + (program.classes.helpers.get(method) ?? 0);
    const target = words[helper] as number;
    const callee = program.functions[target];
    if (words[helper + 1] !== FUNCTION || callee === undefined) {
      setFault(chip, core, BAD_CODE);
      return false;
    }
    const list = chip.answers === 0 ? newList(chip, core, 0, false) : chip.answers;
    const after = returnWord(words[registers + PC] as number, GO_ON_AGAIN);
    const frame = list === 0 ? 0 : pushFrame(core, words[registers + FP] as number, target, after, 0);
    if (frame === 0) {
      if (list === 0) outOfMemory(chip, core, 0);
      return false;
    }
    words.fill(0, frame, frame + callee.words);
    setSlot(chip, frame, LIST_TAG, list);
    words[registers + FP] = frame;
    words[registers + PC] = pcOf[callee.entry] as number;
    about.forEach((one, k) => {
      if (typeof one !== "string") setSlot(chip, frame + (k + 1) * 2, one.tag, one.value);
    });
    return about.every((one, k) => typeof one !== "string" || storeText(chip, core, frame + (k + 1) * 2, one) === 0);
  }

  /// Ends a core that no further turn will run.
  function end(core: Core, status: number, stop: Stop): Stop {
    words[core.registers + EPOCH] = (words[core.registers + EPOCH] as number) + 1;
    Atomics.store(words, core.registers + STATUS, status);
    return stop;
  }

  function appendElement(core: Core, o: number, v: number): number {
    const tag = words[v + 1] as number;
    if (tag !== UNSET && words[o + 1] === SET_TAG) {
      return addTo(chip, core, words[o] as number, tag, v) ? 0 : outOfMemory(chip, core, TABLE_BYTES);
    }
    if (tag === UNSET || words[o + 1] !== LIST_TAG) {
      setFault(chip, core, tag === UNSET ? UNSET_VARIABLE : BAD_CODE, 0, 0, tag === UNSET ? v : 0);
      return FAULTED;
    }
    return append(chip, core, words[o] as number, words[v] as number, tag) ? 0 : outOfMemory(chip, core, 4);
  }

  /// Calls one of Python's exception classes.
  function makeException(core: Core, callee: number, args: number, count: number, d: number): NativeResult {
    for (let k = 0; k < count; k++) {
      if (words[args + k * 2 + 1] !== UNSET) continue;
      setFault(chip, core, UNSET_VARIABLE, 0, 0, args + k * 2);
      return NATIVE_FAULT;
    }
    if (newException(chip, core, d, words[callee] as number, args, count)) return NATIVE_DONE;
    outOfMemory(chip, core, EXCEPTION_SLOTS * 8);
    return NATIVE_FAULT;
  }

  /// Whether the function that a value is takes its arguments by position, one for each parameter.
  function isPlain(callee: number): boolean {
    const value = words[callee] as number;
    const target = words[callee + 1] === CLOSURE_TAG ? (words[value >> 2] as number) : value;
    return program.functions[target]?.isPlain !== false;
  }

  function argumentsInSlots(fp: number, pc: number): Arguments {
    const from = fp + (ops[pc + 3] as number);
    return { from, positional: ops[pc + 4] as number, named: ops[pc + 5] as number };
  }

  function unpackedArguments(core: Core, fp: number, callee: number, pc: number): Arguments | undefined {
    const y = ops[pc + 3] as number;
    const z = ops[pc + 4] as number;
    const list = y >= 0 ? fp + y : core.module + ~y;
    const names = z >= 0 ? fp + z : core.module + ~z;
    if (!canUnpack(chip, list)) {
      setFault(chip, core, BAD_CODE);
      return undefined;
    }
    const room = roomAbove(core, fp, callee, unpackedSlots(chip, list, names));
    return room === 0 ? undefined : unpackArguments(chip, list, names, room);
  }

  function callNativeWith(core: Core, callee: number, { from, positional, named }: Arguments, d: number): NativeResult {
    if (named === 0) return callNativeValue(core, callee, from, positional, d);
    const tag = words[callee + 1] as number;
    if (tag === UNSET) setFault(chip, core, UNSET_VARIABLE, 0, 0, callee);
    else if (tag !== NATIVE_FUNCTION && tag !== TYPE_TAG) setFault(chip, core, NOT_A_FUNCTION, tag);
    else setFault(chip, core, NO_NAMED_ARGUMENTS, words[callee]);
    return NATIVE_FAULT;
  }

  function callNativeValue(core: Core, callee: number, args: number, count: number, d: number): NativeResult {
    const tag = words[callee + 1] as number;
    if (tag === CLASS && words[callee] === OBJECT_CLASS && count === 0)
      return newOf(chip, core, d, OBJECT_CLASS) === 0 ? NATIVE_DONE : NATIVE_FAULT;
    if (tag === CLASS && exceptionClass(words[callee] as number) !== undefined) {
      return makeException(core, callee, args, count, d);
    }
    if (tag !== NATIVE_FUNCTION && tag !== TYPE_TAG) {
      if (tag === UNSET) setFault(chip, core, UNSET_VARIABLE, 0, 0, callee);
      else setFault(chip, core, NOT_A_FUNCTION, tag);
      return NATIVE_FAULT;
    }
    const native = nativeByNumber(words[callee] as number);
    const implementation = natives[words[callee] as number];
    if (native === undefined || implementation === undefined) {
      setFault(chip, core, BAD_CODE);
      return NATIVE_FAULT;
    }
    const { least, most } = arity(native);
    const given = chip.image.classic ? Math.min(count, most) : count;
    if (given < least || given > most) {
      setFault(chip, core, ARGUMENT_COUNT, count, count < least ? least : most);
      return NATIVE_FAULT;
    }
    return callNative(core, implementation, args, given, d);
  }

  /// Calls a native with arguments that lie in slots of their own.
  function callNative(core: Core, native: NativeImplementation, args: number, count: number, d: number): NativeResult {
    const outcome = native(chip, core, args, count, d);
    return outcome === NATIVE_FAULT ? callWithHeld(chip, core, native, args, count, d) : outcome;
  }

  return { room, run };
}
