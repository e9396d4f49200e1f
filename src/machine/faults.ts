import { nameOfClass } from "../bytecode/exceptions.ts";
import type { Image } from "../bytecode/image.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import { CLASS, INSTANCE, pythonTypeName, SET, STRING, typeName } from "../bytecode/values.ts";
import { byteProblem } from "./byte-problems.ts";
import { functionName, missingArguments, parameterName, tooManyArguments } from "./call-problems.ts";
import type { Chip, Core } from "./chip.ts";
import * as problems from "./format-problems.ts";
import { FAULT_A, FAULT_B, FAULT_CODE, FAULT_SLOT } from "./memory-map.ts";
import { POSTBOXES_FULL } from "./run-fault.ts";

// What can go wrong on a core. A fault is three words in the core's registers: the number below and two that say more.

export const UNSET_VARIABLE = 1;
export const INDEX_OUT_OF_RANGE = 2;
export const DIVISION_BY_ZERO = 3;
export const WRONG_TYPES = 4;
export const OVERFLOW = 5;
export const NOT_A_FUNCTION = 6;
export const ARGUMENT_COUNT = 7;
export const NOT_INDEXABLE = 8;
export const INDEX_NOT_INT = 9;
export const OUT_OF_MEMORY = 10;
export const STACK_FULL = 11;
export const NOT_ITERABLE = 12;
export const UNPACK_COUNT = 13;
export const NO_SUCH_CORE = 14;
export const MESSAGE_TO_SELF = 15;
export const LENGTH_MISMATCH = 16;
export const CROSSED_CALLS = 17;
export const CANNOT_SEND = 18;
export const MATH_DOMAIN = 19;
export const ARGUMENT_TYPE = 20;
export const UNKNOWN_OPERATOR = 21;
export const CANNOT_CHANGE = 22;
export const NO_MORE_INPUT = 23;
export const NOT_A_NUMBER = 24;
export const EMPTY = 25;
export const NOT_FOUND = 26;
export const STEP_ZERO = 27;
export const NEGATIVE_SHIFT = 28;
export const BAD_CODE = 29;
export const NEGATIVE_LENGTH = 30;
export const TOO_MUCH_WORK = 60;
// Two cores whose calls do not match: runtime/mismatch.ts says what exactly differs.
export const DIFFERENT_CALLS = 43;
export const DIFFERENT_ROOTS = 44;
export const DIFFERENT_OPERATIONS = 45;
export const DIFFERENT_VALUES = 46;
export const TOO_FEW_ELEMENTS = 47;
export const COMPARED_TOO_DEEP = 62;
export const NO_METHOD = 40;
export const ELEMENT_TYPE = 41;
export const SHAPE_MISMATCH = 42;
export const ASSERTION_FAILED = 31;
export const SLICE_LENGTH = 32;
/// An exception that the program has raised: its number says the class, its slot has the exception, if it is more than the class.
export const RAISED = 85;
export const NOT_AN_EXCEPTION = 86;
export const NOT_EXCEPTION_CLASS = 87;
export const NOTHING_TO_RAISE = 88;
export const BAD_FORMAT = 33;
export const NOT_UNPACKABLE = 34;
// What the methods of texts and the built-ins for characters cannot use.
export const EMPTY_SEPARATOR = 80;
export const FILL_LENGTH = 81;
export const CODE_RANGE = 82;
export const ONE_CHARACTER = 83;
export const BASE_RANGE = 84;
export const NO_MORE_VALUES = 70;
export const NOT_AN_ITERATOR = 71;
export const GENERATOR_RUNNING = 72;
export const SENT_TOO_EARLY = 73;
export const EXIT_IGNORED = 110;
export const STOPPED_INSIDE = 111;
export const KEY_NOT_FOUND = 120;
export const UNHASHABLE = 121;
export const SIZE_CHANGED = 122;
export const PAIR_EXPECTED = 123;
export const MATH_RANGE = 142;
/// A real that is no number (1) or infinite (0) where a whole number is to be made of it; 1 if that is a fraction.
export const NOT_REAL = 141;
/// Why is said by byte-problems.ts.
export const BAD_BYTES = 140;
/// Its two words are those of the slots that hold the two.
export const TEXT_AND_NUMBER = 75;
export const NEGATIVE_TIME = 89;
export const DIFFERENT_LENGTHS = 90;

// How a call does not fit the function that a value is: the first word is its number.
export const TOO_MANY_ARGUMENTS = 100;
/// A bit for each parameter.
export const MISSING_ARGUMENTS = 101;
export const UNKNOWN_ARGUMENT = 102;
export const ARGUMENT_TWICE = 103;
export const ARGUMENT_TYPES = 104;
export const POSITIONAL_ONLY = 107;
export const NO_NAMED_ARGUMENTS = 105;
export const TOO_FEW_TO_UNPACK = 106;
export const MISSING_ATTRIBUTE = 91;
export const CANNOT_SET_ATTRIBUTE = 92;
export const TAKES_NO_ARGUMENTS = 93;

/// What a fault says, given its two words. Operators and types are named as the learner wrote them.
interface FaultRow {
  readonly code: string;
  readonly say: (a: number, b: number, image: Image | undefined) => string;
}

const binary: Readonly<Record<number, string>> = {
  3: "+",
  4: "-",
  5: "*",
  6: "/",
  7: "//",
  8: "%",
  9: "**",
  10: "&",
  11: "|",
  12: "^",
  13: "<<",
  14: ">>",
  15: "-",
  16: "+",
  17: "~",
  21: "<",
  22: "<=",
  23: ">",
  24: ">=",
  27: "in",
  28: "not in",
  75: "/",
};

const argumentOf = (native: number, index: number): string => {
  const row = nativeByNumber(native);
  return `${row?.name ?? "the function"}() cannot use this ${row?.parameters[index]?.name ?? "argument"}`;
};

function badFormat(why: number, detail: number): string {
  const letter = String.fromCodePoint(detail & 255);
  const value = a(typeName(detail >> 8));
  switch (why) {
    case problems.TOO_FEW_VALUES:
      return `the text has more % than values: it got ${count(detail, "value")}`;
    case problems.TOO_MANY_VALUES:
      return `the text has fewer % than values: ${count(detail, "value")} would be left over`;
    case problems.WRONG_VALUE:
      return (detail & 255) === 0 ? `${value} cannot be shown in this format` : `"${letter}" cannot show ${value}`;
    case problems.NOT_ALLOWED:
      return `${part(detail & 255)} is not allowed in a format with "${String.fromCharCode(detail >> 8)}"`;
    case problems.MISSING_PRECISION:
      return "the format has no number after its point";
    case problems.NO_SUCH_PLACE:
      return `the text asks for argument ${detail}, counted from 0, but there are not that many`;
    case problems.NO_SUCH_NAME:
      return "the text names a value that it is not given";
    case problems.NO_SUCH_ELEMENT:
      return `${a(typeName(detail))} has not that many elements`;
    case problems.UNCLOSED_BRACE:
      return 'a "{" has no "}"; write "{{" for the sign itself';
    case problems.LONE_BRACE:
      return `a "${letter}" stands alone; write "${letter}${letter}" for the sign itself`;
    case problems.MIXED_NUMBERING:
      return "some braces of the text have numbers and some have none";
    case problems.NEEDS_NAMES:
      return `the text has names in brackets, for which ${a(typeName(detail))} has no values`;
    case problems.NO_CHARACTER:
      return `there is no character with the code ${detail}`;
    case problems.NO_FORM:
      return `${a(typeName(detail))} can only be shown as it is, without a format`;
    case problems.NO_ATTRIBUTE:
      return `${a(typeName(detail))} has no such attribute or element`;
    case problems.NESTED_TOO_DEEP:
      return "braces are nested too deeply";
    default:
      return detail === 0
        ? "the text ends in a % without a letter; write %% for the sign itself"
        : `"${String.fromCodePoint(detail & 0x1fffff)}" is not a format for a value`;
  }
}

function part(code: number): string {
  return code === 0x2e ? "a precision" : `"${String.fromCharCode(code)}"`;
}

// The first parameter of a method says what has it.
const owners: Readonly<Record<string, string>> = {
  list: "a list has",
  text: "a string has",
  callable: "types and functions have",
  dict: "a dictionary has",
  set: "a set has",
  table: "dictionaries and sets have",
  items: "lists, dictionaries and sets have",
};

const noMethod = (native: number, tag: number): string => {
  const row = nativeByNumber(native);
  const owner = owners[row?.parameters[0]?.name ?? ""] ?? "lists and strings have";
  const what = row?.name.startsWith("__") === true ? "" : "method ";
  return `${a(typeName(tag))} has no ${what}'${row?.name}'; ${owner}`;
};

const rows: Readonly<Record<number, FaultRow>> = {
  [UNSET_VARIABLE]: { code: "unset-variable", say: () => "is used before it has a value" },
  [INDEX_OUT_OF_RANGE]: {
    code: "index-out-of-range",
    say: (index, length) =>
      length === 0
        ? `index ${index} is out of range: there are no elements`
        : `index ${index} is out of range: ${count(length, "element")}, so the last index is ${length - 1}`,
  },
  [DIVISION_BY_ZERO]: { code: "division-by-zero", say: () => "division by zero" },
  [WRONG_TYPES]: {
    code: "wrong-types",
    say: (op, tags) =>
      op >= 15 && op <= 17
        ? `${binary[op]} does not work on ${a(typeName(tags & 255))}`
        : `${binary[op] ?? "this"} does not work between ${a(typeName(tags & 255))} and ${a(typeName(tags >> 8))}`,
  },
  // runtime/explain.ts shows the two.
  [TEXT_AND_NUMBER]: { code: "wrong-types", say: () => "text and a number cannot be joined with +" },
  [OVERFLOW]: { code: "overflow", say: () => "the result does not fit: ints go from -2147483648 to 2147483647" },
  [NOT_A_FUNCTION]: {
    code: "not-a-function",
    say: (tag) => `${a(typeName(tag))} cannot be called: it is not a function`,
  },
  [ARGUMENT_COUNT]: {
    code: "argument-count",
    say: (given, wanted) => `the function was called with ${count(given, "argument")}, but it takes ${wanted}`,
  },
  [TOO_MANY_ARGUMENTS]: { code: "argument-count", say: tooManyArguments },
  [MISSING_ARGUMENTS]: { code: "argument-count", say: missingArguments },
  [UNKNOWN_ARGUMENT]: {
    code: "argument-name",
    say: (fn, _, image) => `${functionName(fn, image)} got an unexpected keyword argument`,
  },
  [POSITIONAL_ONLY]: {
    code: "argument-name",
    say: (fn, _, image) => `${functionName(fn, image)} got some positional-only arguments passed as keyword arguments`,
  },
  [ARGUMENT_TWICE]: {
    code: "argument-name",
    say: (fn, index, image) =>
      `${functionName(fn, image)} got multiple values for argument ${parameterName(fn, index, image)}`,
  },
  [ARGUMENT_TYPES]: { code: "argument-name", say: () => "keywords must be strings" },
  [NOT_INDEXABLE]: { code: "not-indexable", say: (tag) => `${a(typeName(tag))} has no elements` },
  [INDEX_NOT_INT]: {
    code: "index-not-int",
    say: (tag) => `an index, like the numbers of a range, must be an int, not ${a(typeName(tag))}`,
  },
  [OUT_OF_MEMORY]: {
    code: "out-of-memory",
    // What does not fit on the core goes to its part of shared memory: that is the area that is full.
    say: (bytes, free) =>
      free < bytes
        ? `no memory left: ${bytes} bytes are needed, ${bytes - free} more than are free in the core's part of shared memory`
        : `no memory left in one piece: ${bytes} bytes are needed, and no gap in the core's part of shared memory is that large`,
  },
  [STACK_FULL]: {
    code: "recursion-too-deep",
    say: (bytes, more) =>
      `too many calls within calls: the core's stack of ${bytes} bytes, most of them in shared memory, is full, and ${more} more bytes are needed`,
  },
  [NOT_ITERABLE]: { code: "not-iterable", say: (tag) => `for cannot go through ${a(typeName(tag))}` },
  [UNPACK_COUNT]: {
    code: "unpack-count",
    say: (have, want) => `${count(want, "variable")} on the left, but ${count(have, "value")} on the right`,
  },
  [TOO_FEW_TO_UNPACK]: {
    code: "unpack-count",
    say: (have, want) =>
      `at least ${count(want, "value")} ${want === 1 ? "is" : "are"} needed on the right, but there ${have === 1 ? "is" : "are"} ${have}`,
  },
  [NO_NAMED_ARGUMENTS]: {
    code: "argument-name",
    say: (native) =>
      `${nativeByNumber(native)?.name ?? "the function"}() takes no keyword arguments through a variable`,
  },
  [NO_SUCH_CORE]: {
    code: "no-such-core",
    say: (id, cores) => `there is no core ${id}: ${count(cores, "core")} ${cores === 1 ? "takes" : "take"} part`,
  },
  [MESSAGE_TO_SELF]: { code: "message-to-self", say: (id) => `core ${id} cannot exchange messages with itself` },
  [LENGTH_MISMATCH]: {
    code: "length-mismatch",
    say: (peer, wanted) => `recv asks core ${peer} for ${count(wanted, "element")}, but a different number came`,
  },
  [TOO_FEW_ELEMENTS]: {
    code: "too-few-elements",
    say: (wanted, have) =>
      `${count(wanted, "element")} cannot be sent: there ${have === 1 ? "is" : "are"} only ${have}`,
  },
  [DIFFERENT_CALLS]: {
    code: "different-calls",
    say: (one, other) => `cores ${one} and ${other} are in different calls`,
  },
  [DIFFERENT_ROOTS]: {
    code: "different-roots",
    say: (one, other) => `cores ${one} and ${other} name different roots for a bcast`,
  },
  [DIFFERENT_OPERATIONS]: {
    code: "different-operations",
    say: (one, other) => `cores ${one} and ${other} ask reduce for different operations`,
  },
  [DIFFERENT_VALUES]: {
    code: "different-values",
    say: (one, other) => `the values of cores ${one} and ${other} do not fit together in a reduce`,
  },
  [CROSSED_CALLS]: {
    code: "crossed-calls",
    say: (peer, kind) => `core ${peer} is in ${messageKinds[kind] ?? "another call"}, which does not match this call`,
  },
  [CANNOT_SEND]: {
    code: "cannot-send",
    say: (tag) => `${a(typeName(tag))} cannot be sent to another core`,
  },
  [MATH_DOMAIN]: {
    code: "math-domain",
    say: (native) => `${nativeByNumber(native)?.name ?? "the function"}() has no result for this value`,
  },
  [ARGUMENT_TYPE]: {
    code: "argument-type",
    say: (native, detail) => `${argumentOf(native, detail >> 8)}: it is ${a(typeName(detail & 255))}`,
  },
  [UNKNOWN_OPERATOR]: { code: "unknown-operator", say: () => 'reduce takes only "sum", "min", "max" or "prod"' },
  [CANNOT_CHANGE]: { code: "cannot-change", say: (tag) => `the elements of ${a(typeName(tag))} cannot be changed` },
  [NO_MORE_INPUT]: { code: "no-more-input", say: () => "there is no more input" },
  [NOT_A_NUMBER]: { code: "not-a-number", say: () => "the text is not a number" },
  [EMPTY]: {
    code: "empty-list",
    say: (what) => `the ${what === 1 ? "dictionary" : what === 2 ? "set" : "list"} is empty`,
  },
  [NOT_FOUND]: { code: "not-found", say: () => "the value was not found" },
  [STEP_ZERO]: { code: "step-zero", say: () => "the step of a range or a slice cannot be 0" },
  [NEGATIVE_SHIFT]: { code: "negative-shift", say: (by) => `cannot shift by ${by} places` },
  [BAD_CODE]: { code: "bad-code", say: () => "the byte code is damaged" },
  [COMPARED_TOO_DEEP]: {
    code: "compared-too-deep",
    say: () => "the two lists are nested too deeply to compare",
  },
  [NO_METHOD]: { code: "no-method", say: noMethod },
  [ELEMENT_TYPE]: {
    code: "element-type",
    say: (native, detail) => `${argumentOf(native, detail >> 8)}: it contains ${a(typeName(detail & 255))}`,
  },
  [SHAPE_MISMATCH]: {
    code: "shape-mismatch",
    say: (have, want) => `the arrays differ in shape: one has ${have} where the other has ${count(want, "element")}`,
  },
  [TOO_MUCH_WORK]: {
    code: "too-much-work",
    say: () => "this one step does too much at once: it would keep the core busy for too long",
  },
  [POSTBOXES_FULL]: {
    code: "postboxes-full",
    say: (bytes, more) =>
      `no room for another postbox: the ${bytes} bytes for the postboxes of all cores are full, and ${more} more bytes are needed`,
  },
  [NEGATIVE_LENGTH]: { code: "negative-length", say: (n) => `${n} is not a number of elements` },
  // What is raised is said by runtime/explain.ts, which knows the exception.
  [RAISED]: { code: "uncaught-exception", say: () => "an exception was raised and not caught" },
  [NOT_AN_EXCEPTION]: {
    code: "not-an-exception",
    say: (isCause) =>
      isCause < 0
        ? "exception cause must be None or derive from BaseException"
        : isCause === 1
          ? "exception causes must derive from BaseException"
          : "exceptions must derive from BaseException: write `raise` and an exception, such as ValueError",
  },
  [NOT_EXCEPTION_CLASS]: {
    code: "not-an-exception-class",
    say: () => "`except` takes a class of exceptions, such as ValueError, or several in round brackets",
  },
  [NOTHING_TO_RAISE]: { code: "nothing-to-raise", say: () => "No active exception to reraise" },
  // The slot has the assertion's message, if there is one.
  [ASSERTION_FAILED]: { code: "assertion-failed", say: () => "the assertion failed" },
  [NOT_UNPACKABLE]: {
    code: "not-unpackable",
    say: (tag) => `${a(typeName(tag))} cannot be spread over several variables`,
  },
  [NO_MORE_VALUES]: { code: "stop-iteration", say: () => "the iterator has no further values" },
  [NOT_AN_ITERATOR]: { code: "not-an-iterator", say: (tag) => `${a(typeName(tag))} is not an iterator` },
  [GENERATOR_RUNNING]: { code: "generator-running", say: () => "generator already executing" },
  [STOPPED_INSIDE]: { code: "stopped-inside", say: () => "generator raised StopIteration" },
  [EXIT_IGNORED]: { code: "exit-ignored", say: () => "generator ignored GeneratorExit" },
  [SENT_TOO_EARLY]: {
    code: "sent-too-early",
    say: () => "can't send non-None value to a just-started generator",
  },
  [MISSING_ATTRIBUTE]: {
    code: "missing-attribute",
    say: (of, name, image) => missingAttribute(of, constantText(image, name), image),
  },
  [CANNOT_SET_ATTRIBUTE]: {
    code: "cannot-set-attribute",
    say: (of, name, image) => `the attribute '${constantText(image, name)}' of ${owner(of, image)} cannot be set`,
  },
  [TAKES_NO_ARGUMENTS]: {
    code: "takes-no-arguments",
    say: (number, _, image) => `${className(image, number)}() takes no arguments`,
  },
  [BAD_FORMAT]: { code: "bad-format", say: badFormat },
  // The slot has the key.
  [KEY_NOT_FOUND]: { code: "key-not-found", say: () => "there is no such key" },
  [UNHASHABLE]: { code: "unhashable", say: (word, _, image) => `unhashable type: '${unhashable(word, image)}'` },
  [PAIR_EXPECTED]: {
    code: "pair-expected",
    say: (at, length) =>
      `element ${at} has ${count(length, "value")}, but an entry of a dictionary takes 2: a key and its value`,
  },
  [MATH_RANGE]: {
    code: "math-range",
    say: (native) => `${nativeByNumber(native)?.name ?? "the function"}() of this value is too large for a real`,
  },
  [NOT_REAL]: {
    code: "not-whole",
    say: (isNan, isRatio) => {
      const what = isNan === 1 ? "NaN" : isRatio === 1 ? "Infinity" : "infinity";
      return isRatio === 1 ? `cannot convert ${what} to integer ratio` : `cannot convert float ${what} to integer`;
    },
  },
  [BAD_BYTES]: { code: "bad-bytes", say: (why, detail) => byteProblem(why, detail, "this").text },
  [SIZE_CHANGED]: {
    code: "size-changed",
    say: (tag) => `${tag === SET ? "Set" : "dictionary"} changed size during iteration`,
  },
  [SLICE_LENGTH]: {
    code: "slice-length",
    say: (have, want) => `${count(have, "value")} cannot replace ${count(want, "element")} of a slice with a step`,
  },
  [EMPTY_SEPARATOR]: { code: "empty-separator", say: () => "the separator is empty" },
  [FILL_LENGTH]: {
    code: "fill-length",
    say: (length) => `the text is filled up with one character, not with ${length}`,
  },
  [CODE_RANGE]: { code: "code-range", say: (code) => `there is no character with the code ${code}` },
  [ONE_CHARACTER]: {
    code: "one-character",
    say: (length) => `ord() gives the code of one character, but this text has ${length}`,
  },
  [DIFFERENT_LENGTHS]: {
    code: "different-lengths",
    say: (one, other) =>
      `the two texts need the same length, but one has ${count(one, "character")} and the other ${other}`,
  },
  [NEGATIVE_TIME]: { code: "negative-time", say: () => "sleep() waits for 0 seconds or more, and not for ever" },
  [BASE_RANGE]: { code: "base-range", say: (base) => `int() reads numbers in bases 2 to 36, not in base ${base}` },
};

/// What kinds of message say of the call that sent them; the kinds are those of postbox.ts.
const messageKinds: readonly string[] = [
  "send",
  "send",
  "sendrecv",
  "nonblocking_send",
  "bcast",
  "reduce",
  "the launch of a kernel",
  "the end of its kernel",
];

function a(noun: string): string {
  return noun === "None" ? noun : `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function className(image: Image | undefined, number: number): string {
  return image === undefined ? `class ${number}` : nameOfClass(image, number);
}

/// The type of what has no hash, by its tag and, in the upper bits, the class of an object.
function unhashable(word: number, image: Image | undefined): string {
  const tag = word & 255;
  return tag === INSTANCE ? className(image, word >>> 8) : pythonTypeName(tag);
}

/// The text of a constant, by its number.
function constantText(image: Image | undefined, number: number): string {
  const constant = image?.constants[number];
  return constant?.tag === STRING ? constant.value : "...";
}

/// An object in CPython's words, by its tag and, in the upper bits, the class.
function owner(word: number, image: Image | undefined): string {
  const tag = word & 255;
  if (tag === CLASS) return `type object '${className(image, word >>> 8)}'`;
  return `'${tag === INSTANCE ? className(image, word >>> 8) : pythonTypeName(tag)}' object`;
}

/// An attribute that is not there; those that only a `with` asks for have other words.
function missingAttribute(of: number, name: string, image: Image | undefined): string {
  const object = owner(of, image);
  if (name !== "__enter__" && name !== "__exit__") return `${object} has no attribute '${name}'`;
  const manager = (of & 255) === CLASS ? "'type' object" : object;
  return `${manager} ${NO_MANAGER}${name === "__exit__" ? " (missed __exit__ method)" : ""}`;
}

const NO_MANAGER = "does not support the context manager protocol";

/// The stable code of a fault and what it says, given the two words that go with it.
export function describeFault(
  number: number,
  first: number,
  second: number,
  image?: Image,
): { code: string; message: string } {
  const row = rows[number];
  return row === undefined
    ? { code: "unknown-fault", message: `fault ${number}` }
    : { code: row.code, message: row.say(first, second, image) };
}

/// Whether a fault is that two cores' collective calls do not match; its two words are then their ids.
export function isMismatch(number: number): boolean {
  return number >= DIFFERENT_CALLS && number <= DIFFERENT_VALUES;
}

/// Notes a fault in a core's registers. `slot` is the word index of the slot it is about, if there is one.
export function setFault(chip: Chip, core: Core, code: number, first = 0, second = 0, slot = 0): void {
  const { words } = chip;
  words[core.registers + FAULT_CODE] = code;
  words[core.registers + FAULT_A] = first;
  words[core.registers + FAULT_B] = second;
  words[core.registers + FAULT_SLOT] = slot;
}

/// Every fault number there is, for tests and documentation.
export const faultNumbers: readonly number[] = Object.keys(rows).map(Number);
