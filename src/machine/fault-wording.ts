import { type ExceptionName, hasClass, nameOfClass } from "../bytecode/exceptions.ts";
import * as isa from "../bytecode/isa.ts";
import * as natives from "../bytecode/natives.ts";
import {
  BOUND,
  BYTEARRAY,
  BYTES,
  COMPLEX,
  GENERATOR,
  INSTANCE,
  LIST_TAG,
  NATIVE_FUNCTION,
  NONE,
  pythonTypeName,
  REAL,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
} from "../bytecode/values.ts";
import { byteProblem } from "./byte-problems.ts";
import { shownProblem } from "./bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { quotedValue } from "./display-value.ts";
import * as faults from "./faults.ts";
import { NO_FORM } from "./format-problems.ts";
import { FRAME_HEADER } from "./frames.ts";
import { classNumber } from "./instances.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";
import { FAULT_A, FAULT_B, FAULT_CODE, FAULT_SLOT, FP, PC } from "./memory-map.ts";
import { recordSlot } from "./records.ts";
import { POSTBOXES_FULL } from "./run-fault.ts";
import { loadString } from "./strings.ts";
import { formatWording, textArgumentWording } from "./text-wording.ts";

// What a fault is as an exception: Python's class, and CPython's words where Python has such an error. A program that catches it
// sees these; for faults that nobody catches faults.ts has more words. It is long because it is a table.

/// A fault as an exception.
export interface Raised {
  readonly name: ExceptionName;
  /// Its argument, if that is a text …
  readonly text?: string;
  /// … or the slot of the value that is its argument. It has none if both are left out.
  readonly slot?: number;
}

/// The instruction that a core has failed at, and where its operands are.
interface Site {
  readonly chip: Chip;
  readonly core: Core;
  readonly op: number;
  /// The native that it calls.
  readonly native: natives.Native | undefined;
  /// How many arguments it gets, and the word index of the k-th.
  readonly count: number;
  readonly argument: (k: number) => number;
  /// The tag and the word index of the slot that its k-th operand is.
  readonly tag: (k: number) => number;
  readonly slot: (k: number) => number;
  /// The classes of the objects that it works on.
  readonly objects: () => readonly number[];
  /// The two words of the fault, and its slot.
  readonly a: number;
  readonly b: number;
  readonly about: number;
}

/// The name of a value's type, by its tag. Of an object it is the class: that of the first one, or the last, that the instruction works on.
function typeIn(site: Site, tag: number, which: 0 | -1 = 0): string {
  const found = tag === INSTANCE ? site.objects().at(which) : undefined;
  return found === undefined ? pythonTypeName(tag) : nameOfClass(site.chip.image, found);
}

/// The classes of the objects that an instruction works on, or that are in the lists that it does.
function objectsOf(chip: Chip, at: number, slot: (k: number) => number, fp: number): number[] {
  const row = isa.instruction(chip.program.ops[at] as number);
  const slots: number[] = [];
  for (const [k, letter] of [...(row?.operands ?? "")].entries()) {
    const operand = chip.program.ops[at + 1 + k] as number;
    if (letter === "s") slots.push(slot(k));
    // How many there are comes next.
    if (letter === "w" && row?.operands[k + 1] === "c")
      for (let n = 0; n < (chip.program.ops[at + 2 + k] as number); n++) slots.push(fp + (operand + n) * 2);
  }
  // What a slot has held before may be gone.
  return slots
    .flatMap((one) => classesIn(chip, chip.words[one + 1] as number, one, 0))
    .filter((number) => hasClass(chip.image, number));
}

const DEEPEST = 3;

function classesIn(chip: Chip, tag: number, slot: number, depth: number): number[] {
  const value = chip.words[slot] as number;
  if (tag === INSTANCE) return [classNumber(chip, value)];
  if ((tag !== LIST_TAG && tag !== TUPLE_TAG) || depth > DEEPEST) return [];
  return Array.from({ length: listLength(chip, value) }, (_, k) =>
    classesIn(chip, elementTag(chip, value, k), elementWord(chip, value, k), depth + 1),
  ).flat();
}

function siteOf(chip: Chip, core: Core): Site {
  const { words, program } = chip;
  const { registers } = core;
  const at = program.indexOf[words[registers + PC] as number] as number;
  const fp = words[registers + FP] as number;
  const operand = (k: number): number => program.ops[at + 1 + k] as number;
  const slot = (k: number): number => (operand(k) >= 0 ? fp + operand(k) : core.module + ~operand(k));
  const op = program.ops[at] as number;
  const isBound = (op === isa.CALLV || op === isa.CALLK) && words[slot(1) + 1] === BOUND;
  const unpacked =
    op === isa.CALLEX
      ? unpackedAt(chip, core, fp, slot(2))
      : isBound
        ? aboveFrame(chip, core, fp, operand(3) + 1)
        : undefined;
  return {
    chip,
    core,
    op,
    native: nativeCalled(chip, op, operand(1), slot(1), op === isa.CALLEX && unpacked !== undefined),
    count: unpacked?.count ?? operand(3),
    argument: (k) => (unpacked?.from ?? fp + operand(2)) + k * 2,
    slot,
    objects: () => objectsOf(chip, at, slot, fp),
    tag: (k) => words[slot(k) + 1] as number,
    a: words[registers + FAULT_A] as number,
    b: words[registers + FAULT_B] as number,
    about: words[registers + FAULT_SLOT] as number,
  };
}

/// The native that an instruction calls: the one that it names, the one in a slot, or a method of a value by its name.
function nativeCalled(
  { words, program }: Chip,
  op: number,
  operand: number,
  callee: number,
  isUnpacked: boolean,
): natives.Native | undefined {
  if (op === isa.NATIVE || op === isa.SPECIAL) return natives.nativeByNumber(operand);
  if (op === isa.CALLATTR) return natives.nativeNamed("method", program.classes.names[operand] ?? "");
  if (op !== isa.CALLV && op !== isa.CALLK && !isUnpacked) return undefined;
  let held = callee;
  if (words[held + 1] === BOUND) held = recordSlot(words[held] as number, 1);
  const isNative = words[held + 1] === NATIVE_FUNCTION || words[held + 1] === TYPE_TAG;
  return isNative ? natives.nativeByNumber(words[held] as number) : undefined;
}

/// Where the values of a list that a call unpacks have been put for it, above the frame, and how many; undefined if they lie elsewhere.
function unpackedAt(
  chip: Chip,
  core: Core,
  fp: number,
  list: number,
): { readonly from: number; readonly count: number } | undefined {
  if (chip.words[list + 1] !== LIST_TAG) return undefined;
  return aboveFrame(chip, core, fp, listLength(chip, chip.words[list] as number));
}

/// The `count` values above the frame: the arguments of a method that was taken from its object, the object first.
function aboveFrame(
  chip: Chip,
  core: Core,
  fp: number,
  count: number,
): { readonly from: number; readonly count: number } | undefined {
  const own = chip.program.functions[chip.words[fp - 1] as number];
  if (own === undefined) return undefined;
  const from = fp + own.words + FRAME_HEADER;
  const { stack, areaStack } = core;
  const end = fp * 4 <= stack.to && fp * 4 > stack.from ? stack.to : areaStack.to;
  return (from + count * 2) * 4 <= end ? { from, count } : undefined;
}

/// What a core has failed with as an exception; undefined if a program cannot catch it.
export function raisedBy(chip: Chip, core: Core): Raised | undefined {
  const code = chip.words[core.registers + FAULT_CODE] as number;
  if (UNCATCHABLE.has(code)) return undefined;
  const make = table[code] ?? own("RuntimeError", code);
  return make(siteOf(chip, core));
}

const UNCATCHABLE: ReadonlySet<number> = new Set([faults.BAD_CODE, faults.TOO_MUCH_WORK]);

type Make = (site: Site) => Raised;

function typeError(text: string): Raised {
  return { name: "TypeError", text };
}

function valueError(text: string): Raised {
  return { name: "ValueError", text };
}

function reprIn({ chip }: Site, slot: number): string {
  return quotedValue(chip, chip.words[slot + 1] as number, slot);
}

const BINARY: Readonly<Record<number, string>> = {
  [isa.ADD]: "+",
  [isa.SUB]: "-",
  [isa.MUL]: "*",
  [isa.DIV]: "/",
  [isa.FLOORDIV]: "//",
  [isa.MOD]: "%",
  [isa.POW]: "** or pow()",
  [isa.AND]: "&",
  [isa.OR]: "|",
  [isa.XOR]: "^",
  [isa.SHL]: "<<",
  [isa.SHR]: ">>",
};

const COMPARE: Readonly<Record<number, string>> = { [isa.LT]: "<", [isa.LE]: "<=", [isa.GT]: ">", [isa.GE]: ">=" };

const UNARY: Readonly<Record<number, string>> = { [isa.NEG]: "-", [isa.POS]: "+", [isa.INVERT]: "~" };

const SEQUENCES: ReadonlySet<number> = new Set([STRING, LIST_TAG, TUPLE_TAG]);
const REPEATABLE: ReadonlySet<number> = new Set([...SEQUENCES, BYTES, BYTEARRAY]);

function wrongTypes(site: Site): Raised {
  const { a: op, b: tags } = site;
  const left = tags & 255;
  const right = tags >> 8;
  const [first, second] = [typeIn(site, left), typeIn(site, right, -1)];
  if (UNARY[op] !== undefined) return typeError(`bad operand type for unary ${UNARY[op]}: '${first}'`);
  if (COMPARE[op] !== undefined)
    return typeError(`'${COMPARE[op]}' not supported between instances of '${first}' and '${second}'`);
  if (op === isa.IN || op === isa.NOTIN) {
    return right === STRING
      ? typeError(`'in <string>' requires string as left operand, not ${first}`)
      : typeError(`argument of type '${second}' is not iterable`);
  }
  if (op === isa.ADD && site.op === isa.ADDTO && left === LIST_TAG)
    return typeError(`'${second}' object is not iterable`);
  if (op === isa.ADD && SEQUENCES.has(left))
    return typeError(`can only concatenate ${first} (not "${second}") to ${first}`);
  if (op === isa.MUL && (REPEATABLE.has(left) || REPEATABLE.has(right)))
    return typeError(`can't multiply sequence by non-int of type '${REPEATABLE.has(left) ? second : first}'`);
  if (site.native?.number === natives.DIVMOD.number)
    return typeError(`unsupported operand type(s) for divmod(): '${first}' and '${second}'`);
  const sign = site.op === isa.ADDTO ? "+=" : BINARY[op];
  return typeError(`unsupported operand type(s) for ${sign}: '${first}' and '${second}'`);
}

function textAndNumber(site: Site): Raised {
  const { words } = site.chip;
  const tags = (words[site.a + 1] as number) | ((words[site.b + 1] as number) << 8);
  return wrongTypes({ ...site, a: isa.ADD, b: tags });
}

function unset({ chip, core, op, about }: Site): Raised {
  const { debug } = chip.image;
  const global = (about - core.module) / 2;
  if (global >= 0 && global < debug.globals.length)
    return { name: "NameError", text: `name '${debug.globals[global]}' is not defined` };
  const fp = chip.words[core.registers + FP] as number;
  const at = chip.words[fp - 1] as number;
  const name = debug.functions[at]?.locals[(about - fp) / 2];
  if (name === undefined) return { name: "NameError", text: "a name is not defined" };
  if (at === 0) return { name: "NameError", text: `name '${name}' is not defined` };
  const parameters = chip.image.functions[at]?.parameters ?? 0;
  const cell = (about - fp) / 2 - parameters;
  const cells = chip.image.shapes?.find((shape) => shape.function === at)?.cells ?? 0;
  if (op === isa.GETCELL && cell >= 0 && cell < cells) {
    const free = `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`;
    return { name: "NameError", text: free };
  }
  const text = `cannot access local variable '${name}' where it is not associated with a value`;
  return { name: "UnboundLocalError", text };
}

function divisionByZero({ chip, op, native, tag, argument }: Site): Raised {
  const of = (text: string): Raised => ({ name: "ZeroDivisionError", text });
  if (native !== undefined) {
    if (native.name !== "divmod") return of("0.0 cannot be raised to a negative power");
    const isReal = [0, 1].some((k) => chip.words[argument(k) + 1] === REAL);
    return of(isReal ? "float divmod()" : "integer division or modulo by zero");
  }
  const isReal = tag(1) === REAL || tag(2) === REAL;
  if (tag(1) === COMPLEX || tag(2) === COMPLEX)
    return of(op === isa.POW ? "0.0 to a negative or complex power" : "complex division by zero");
  switch (op) {
    case isa.FLOORDIV:
      return of(isReal ? "float floor division by zero" : "integer division or modulo by zero");
    case isa.MOD:
      return of(isReal ? "float modulo" : "integer modulo by zero");
    case isa.POW:
      return of("0.0 cannot be raised to a negative power");
    default:
      return of(isReal ? "float division by zero" : "division by zero");
  }
}

function outOfRange(site: Site): Raised {
  if (site.op === isa.INDEX && site.tag(1) === BYTES) return { name: "IndexError", text: "index out of range" };
  const of = (text: string): Raised => ({ name: "IndexError", text });
  if (site.native?.name === "pop") return of("pop index out of range");
  const isArray = site.op !== isa.ELEMENT && site.op !== isa.SETELEMENT && site.tag(0) === BYTEARRAY;
  if (site.op === isa.SETINDEX || site.op === isa.DELINDEX || site.op === isa.SETELEMENT)
    return of(isArray ? "bytearray index out of range" : "list assignment index out of range");
  if (site.op !== isa.INDEX && site.op !== isa.ELEMENT) return of("list index out of range");
  const type = site.tag(1) === STRING ? "string" : pythonTypeName(site.tag(1));
  return of(`${type} index out of range`);
}

function indexNotInt(site: Site): Raised {
  const type = typeIn(site, site.a);
  switch (site.op) {
    case isa.SLICE:
    case isa.SETSLICE:
    case isa.DELSLICE:
      return typeError("slice indices must be integers or None or have an __index__ method");
    case isa.INDEX:
    case isa.SETINDEX:
    case isa.DELINDEX: {
      const tag = site.tag(site.op === isa.INDEX ? 1 : 0);
      if (tag === STRING) return typeError(`string indices must be integers, not '${type}'`);
      return typeError(
        `${tag === BYTES ? "byte" : pythonTypeName(tag)} indices must be integers or slices, not ${type}`,
      );
    }
    default:
      return typeError(`'${type}' object cannot be interpreted as an integer`);
  }
}

function notIndexable(site: Site): Raised {
  const type = typeIn(site, site.a);
  switch (site.op) {
    case isa.SETINDEX:
    case isa.SETSLICE:
    case isa.SETELEMENT:
      return typeError(`'${type}' object does not support item assignment`);
    case isa.DELINDEX:
    case isa.DELSLICE:
      return typeError(site.a === INSTANCE ? `'${type}' object doesn't support item deletion` : deletion(type));
    default:
      return typeError(`'${type}' object is not subscriptable`);
  }
}

// Those that have elements say it in another way.
function deletion(type: string): string {
  return type === "tuple" || type === "str"
    ? `'${type}' object doesn't support item deletion`
    : `'${type}' object does not support item deletion`;
}

function cannotChange({ a, op }: Site): Raised {
  const type = pythonTypeName(a);
  if (op === isa.DELINDEX || op === isa.DELSLICE) return typeError(deletion(type));
  return typeError(`'${type}' object does not support item assignment`);
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function typeOf({ chip, argument }: Site, k: number): string {
  return pythonTypeName(chip.words[argument(k) + 1] as number);
}

function argumentCount(site: Site): Raised {
  const { a: given, native } = site;
  if (native !== undefined) {
    const isMethod = native.module === "method";
    const { least, most } = natives.arity(native);
    // What stands before the dot is no argument.
    const own = isMethod ? 1 : 0;
    const name = isMethod && site.op === isa.CALLATTR ? `${typeOf(site, 0)}.${native.name}` : native.name;
    const wanted = most - own;
    const takes = wanted === 0 ? "no arguments" : `exactly ${wanted === 1 ? "one argument" : `${wanted} arguments`}`;
    if (most === own || least === most) return typeError(`${name}() takes ${takes} (${given} given)`);
    const isFew = given < least - own;
    const bound = isFew ? `at least ${counted(least - own, "argument")}` : `at most ${counted(wanted, "argument")}`;
    return typeError(`${native.name} expected ${bound}, got ${given}`);
  }
  return typeError(`the function takes ${site.b} positional arguments but ${given} were given`);
}

function unpackCount({ a: have, b: want }: Site): Raised {
  return valueError(
    have > want
      ? `too many values to unpack (expected ${want})`
      : `not enough values to unpack (expected ${want}, got ${have})`,
  );
}

const NUMBER_WANTED: ReadonlySet<string> = new Set(["chr", "range", "xrange", "insert", "pop", "bin", "hex", "oct"]);

/// Methods that go through all their arguments.
const ITERABLES_WANTED: ReadonlySet<string> = new Set(
  "extend update fromkeys union intersection difference symmetric_difference intersection_update difference_update symmetric_difference_update issubset issuperset isdisjoint".split(
    " ",
  ),
);

function argumentType(site: Site): Raised {
  const native = natives.nativeByNumber(site.a);
  const type = typeIn(site, site.b & 255);
  const index = site.b >> 8;
  const name = native?.name ?? "";
  switch (name) {
    case "len":
      return typeError(`object of type '${type}' has no len()`);
    case "abs":
      return typeError(`bad operand type for abs(): '${type}'`);
    case "int":
      if (index === 0 && site.count > 1) return typeError("int() can't convert non-string with explicit base");
      if (index === 1) return typeError(`'${type}' object cannot be interpreted as an integer`);
      return typeError(`int() argument must be a string, a bytes-like object or a real number, not '${type}'`);
    case "float":
      return typeError(`float() argument must be a string or a real number, not '${type}'`);
    case "ord":
      return typeError(`ord() expected string of length 1, but ${type} found`);
    case "complex": {
      if (index === 1)
        return typeError(
          `complex() second arg ${type === "str" ? "can't be a string" : `must be a number, not '${type}'`}`,
        );
      if (type === "str") return typeError("complex() can't take second arg if first is a string");
      return typeError(`complex() first argument must be a string or a number, not '${type}'`);
    }
    case "round":
      if (index === 0) return typeError(`type ${type} doesn't define __round__ method`);
      return typeError(`'${type}' object cannot be interpreted as an integer`);
    case "issubclass":
      return typeError(
        `issubclass() arg ${index + 1} must be a class${index === 0 ? "" : ", a tuple of classes, or a union"}`,
      );
    case "isinstance":
      return typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
    case "reversed":
      return typeError(`'${type}' object is not reversible`);
  }
  const ofText = textArgumentWording(name, index, type);
  if (ofText !== undefined) return typeError(ofText);
  if (native?.module === "math") return typeError(`must be real number, not ${type}`);
  if (native?.module === "parallel")
    return { name: "ParallelError", text: faults.describeFault(faults.ARGUMENT_TYPE, site.a, site.b).message };
  if (NUMBER_WANTED.has(name) || (index > 0 && !ITERABLES_WANTED.has(name)))
    return typeError(`'${type}' object cannot be interpreted as an integer`);
  return typeError(`'${type}' object is not iterable`);
}

function elementType(site: Site): Raised {
  const name = natives.nativeByNumber(site.a)?.name;
  const type = typeIn(site, site.b & 255);
  if (name === "join") return typeError(`sequence item ${firstOther(site)}: expected str instance, ${type} found`);
  if (name === "isinstance") return typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
  return typeError(faults.describeFault(faults.ELEMENT_TYPE, site.a, site.b).message);
}

/// The index of the first element of what is joined that is no text.
function firstOther({ chip, argument }: Site): number {
  const list = chip.words[argument(1)] as number;
  let at = 0;
  while (at < listLength(chip, list) && elementTag(chip, list, at) === STRING) at++;
  return at;
}

function notANumber(site: Site): Raised {
  const { chip, native, argument, count } = site;
  const text = reprIn(site, argument(0));
  if (native?.name === "complex") return valueError("complex() arg is a malformed string");
  if (native?.name === "float") return valueError(`could not convert string to float: ${text}`);
  const base = native?.name === "int" && count === 2 ? chip.words[argument(1)] : 10;
  return valueError(`invalid literal for int() with base ${base}: ${text}`);
}

function mathDomain(site: Site): Raised {
  if (site.native?.name === "pow" && site.native.module === "builtins") {
    const isZero = site.chip.words[site.argument(2)] === 0;
    return valueError(isZero ? "pow() 3rd argument cannot be 0" : "base is not invertible for the given modulus");
  }
  if (["randrange", "randint"].includes(site.native?.name ?? "")) return valueError("empty range for randrange()");
  return valueError("math domain error");
}

function empty(site: Site): Raised {
  const { native, a } = site;
  const name = native?.name ?? "";
  // Of a dictionary or a set.
  if (a === 1) return { name: "KeyError", text: "popitem(): dictionary is empty" };
  if (a === 2) return { name: "KeyError", text: "pop from an empty set" };
  const type = site.native === undefined ? LIST_TAG : site.chip.words[site.argument(0) + 1];
  if (name === "pop")
    return { name: "IndexError", text: `pop from empty ${type === BYTEARRAY ? "bytearray" : "list"}` };
  if (name === "choice") return { name: "IndexError", text: "Cannot choose from an empty sequence" };
  if (name === "split" || name === "rsplit") return valueError("empty separator");
  return valueError(`${name}() arg is an empty sequence`);
}

function notFound(site: Site): Raised {
  const { native, argument, chip } = site;
  const tag = chip.words[argument(0) + 1];
  if (native?.name === "remove")
    return valueError(tag === BYTEARRAY ? "value not found in bytearray" : "list.remove(x): x not in list");
  // Bytes are a text while a method of strings works on them.
  if (tag === STRING && site.about === argument(0)) return valueError("subsection not found");
  if (tag === STRING) return valueError("substring not found");
  if (tag === TUPLE_TAG) return valueError("tuple.index(x): x not in tuple");
  return valueError(`${reprIn(site, argument(1))} is not in list`);
}

function noMoreValues({ chip, op, slot, tag }: Site): Raised {
  if (op !== isa.STOP || tag(0) !== GENERATOR) return { name: "StopIteration" };
  // What the generator has returned.
  const result = recordSlot(chip.words[slot(0)] as number, 2);
  return { name: "StopIteration", ...(chip.words[result + 1] === NONE ? {} : { slot: result }) };
}

function badFormat(site: Site): Raised {
  const { a: why, b: detail, op, tag, slot, chip, argument } = site;
  const percent = op === isa.MOD || op === isa.ADDTO;
  const at = percent ? slot(1) : op === isa.NATIVE ? argument(0) : undefined;
  const isTemplate = at !== undefined && chip.words[at + 1] === STRING;
  const template = isTemplate ? loadString(chip, chip.words[at] as number) : "";
  const [name, text] = formatWording(why, detail, template, percent && tag(1) === STRING);
  return { name, text: why === NO_FORM ? text.replace(/object(?=\.)/, typeIn(site, detail)) : text };
}

function badBytes({ a: why, b: detail, chip, about }: Site): Raised {
  return byteProblem(why, detail, about === 0 ? "" : shownProblem(chip, why, about));
}

function noMethod(site: Site): Raised {
  const name = natives.nativeByNumber(site.a)?.name;
  return { name: "AttributeError", text: `'${typeIn(site, site.b)}' object has no attribute '${name}'` };
}

/// What a `with` misses is no AttributeError, but a TypeError.
function missingAttribute(site: Site): Raised {
  const raised = own("AttributeError", faults.MISSING_ATTRIBUTE)(site);
  // A name that is only known when the program runs is in a slot.
  if (site.about !== 0 && raised.text !== undefined) {
    const computed = loadString(site.chip, site.chip.words[site.about] as number);
    return { ...raised, text: raised.text.replace(/'[^']*'$/, `'${computed}'`) };
  }
  const name = site.chip.image?.constants[site.b];
  const isManagers = name?.tag === STRING && (name.value === "__enter__" || name.value === "__exit__");
  return isManagers ? { ...raised, name: "TypeError" } : raised;
}

/// Of an object it is a property without a function for this.
function cannotSet(site: Site): Raised {
  const plain = own("AttributeError", faults.CANNOT_SET_ATTRIBUTE)(site);
  const [, name, owner] = /^the attribute '(.*)' of (.*) cannot be set$/.exec(plain.text ?? "") ?? [];
  if ((site.a & 255) !== INSTANCE || name === undefined) return plain;
  const missing = site.op === isa.DELATTR || site.native === natives.DELATTR ? "deleter" : "setter";
  return { ...plain, text: `property '${name}' of ${owner} has no ${missing}` };
}

/// What ePython says of a fault of which Python has none of its own.
function own(name: ExceptionName, code: number): Make {
  return ({ a, b, chip }) => ({ name, text: faults.describeFault(code, a, b, chip.image).message });
}

/// What is wrong with a call, for which faults.ts has CPython's words.
function callProblem(code: number): Make {
  return ({ a, b, chip }) => typeError(faults.describeFault(code, a, b, chip.image).message);
}

/// The same with the name of the argument.
function named(code: number, between: string): Make {
  return ({ a, b, chip, about }) =>
    typeError(`${faults.describeFault(code, a, b, chip.image).message}${between}${quotedValue(chip, STRING, about)}`);
}

/// The faults that have a row of their own, for tests.
export const wordedFaults: () => readonly number[] = () => [...Object.keys(table).map(Number), ...UNCATCHABLE];

const parallel = (code: number): readonly [number, Make] => [code, own("ParallelError", code)];

const table: Readonly<Record<number, Make>> = {
  [faults.UNSET_VARIABLE]: unset,
  [faults.INDEX_OUT_OF_RANGE]: outOfRange,
  [faults.DIVISION_BY_ZERO]: divisionByZero,
  [faults.WRONG_TYPES]: wrongTypes,
  [faults.TEXT_AND_NUMBER]: textAndNumber,
  [faults.OVERFLOW]: own("OverflowError", faults.OVERFLOW),
  [faults.NOT_A_FUNCTION]: (site) => typeError(`'${typeIn(site, site.a)}' object is not callable`),
  [faults.ARGUMENT_COUNT]: argumentCount,
  [faults.TOO_MANY_ARGUMENTS]: callProblem(faults.TOO_MANY_ARGUMENTS),
  [faults.MISSING_ARGUMENTS]: callProblem(faults.MISSING_ARGUMENTS),
  [faults.ARGUMENT_TWICE]: callProblem(faults.ARGUMENT_TWICE),
  [faults.ARGUMENT_TYPES]: callProblem(faults.ARGUMENT_TYPES),
  [faults.NO_NAMED_ARGUMENTS]: callProblem(faults.NO_NAMED_ARGUMENTS),
  [faults.UNKNOWN_ARGUMENT]: named(faults.UNKNOWN_ARGUMENT, " "),
  [faults.POSITIONAL_ONLY]: named(faults.POSITIONAL_ONLY, ": "),
  [faults.TOO_FEW_TO_UNPACK]: ({ a, b }) =>
    valueError(`not enough values to unpack (expected at least ${b}, got ${a})`),
  [faults.MISSING_ATTRIBUTE]: missingAttribute,
  [faults.CANNOT_SET_ATTRIBUTE]: cannotSet,
  [faults.TAKES_NO_ARGUMENTS]: own("TypeError", faults.TAKES_NO_ARGUMENTS),
  [faults.NOT_INDEXABLE]: notIndexable,
  [faults.INDEX_NOT_INT]: indexNotInt,
  [faults.OUT_OF_MEMORY]: () => ({ name: "MemoryError" }),
  [faults.STACK_FULL]: () => ({ name: "RecursionError", text: "maximum recursion depth exceeded" }),
  [faults.NOT_ITERABLE]: (site) =>
    typeError(
      site.op === isa.SETSLICE
        ? "can only assign an iterable"
        : site.op === isa.UNPACK
          ? `cannot unpack non-iterable ${typeIn(site, site.a)} object`
          : `'${typeIn(site, site.a)}' object is not iterable`,
    ),
  [faults.COMPARED_TOO_DEEP]: () => ({
    name: "RecursionError",
    text: "maximum recursion depth exceeded in comparison",
  }),
  [faults.UNPACK_COUNT]: unpackCount,
  [faults.NOT_UNPACKABLE]: (site) => typeError(`cannot unpack non-iterable ${typeIn(site, site.a)} object`),
  [faults.MATH_DOMAIN]: mathDomain,
  [faults.ARGUMENT_TYPE]: argumentType,
  [faults.ELEMENT_TYPE]: elementType,
  [faults.CANNOT_CHANGE]: cannotChange,
  [faults.NO_MORE_INPUT]: () => ({ name: "EOFError", text: "EOF when reading a line" }),
  [faults.NOT_A_NUMBER]: notANumber,
  [faults.EMPTY]: empty,
  [faults.NOT_FOUND]: notFound,
  [faults.STEP_ZERO]: ({ op }) =>
    valueError(
      [isa.SLICE, isa.SETSLICE, isa.DELSLICE].includes(op)
        ? "slice step cannot be zero"
        : "range() arg 3 must not be zero",
    ),
  [faults.NEGATIVE_SHIFT]: () => valueError("negative shift count"),
  [faults.NO_METHOD]: noMethod,
  [faults.EMPTY_SEPARATOR]: () => valueError("empty separator"),
  [faults.FILL_LENGTH]: () => typeError("The fill character must be exactly one character long"),
  [faults.CODE_RANGE]: ({ native }) =>
    valueError(`${native?.name === "translate" ? "character mapping must be" : "chr() arg not"} in range(0x110000)`),
  [faults.ONE_CHARACTER]: ({ a, native }) =>
    native?.name === "maketrans"
      ? valueError("string keys in translate table must be of length 1")
      : typeError(`ord() expected a character, but string of length ${a} found`),
  [faults.BASE_RANGE]: () => valueError("int() base must be >= 2 and <= 36, or 0"),
  [faults.NEGATIVE_TIME]: () => valueError("sleep length must be non-negative"),
  [faults.DIFFERENT_LENGTHS]: () => valueError("the first two maketrans arguments must have equal length"),
  [faults.KEY_NOT_FOUND]: ({ about }) => ({ name: "KeyError", slot: about }),
  [faults.UNHASHABLE]: own("TypeError", faults.UNHASHABLE),
  [faults.SIZE_CHANGED]: own("RuntimeError", faults.SIZE_CHANGED),
  [faults.PAIR_EXPECTED]: ({ a, b }) =>
    valueError(`dictionary update sequence element #${a} has length ${b}; 2 is required`),
  [faults.NO_MORE_VALUES]: noMoreValues,
  [faults.NOT_AN_ITERATOR]: (site) =>
    typeError(
      // What `__iter__` returns.
      site.op === isa.RETURN
        ? `iter() returned non-iterator of type '${typeIn(site, site.a)}'`
        : `'${typeIn(site, site.a)}' object is not an iterator`,
    ),
  [faults.STOPPED_INSIDE]: () => ({ name: "RuntimeError", text: "generator raised StopIteration" }),
  [faults.EXIT_IGNORED]: () => ({ name: "RuntimeError", text: "generator ignored GeneratorExit" }),
  [faults.GENERATOR_RUNNING]: () => valueError("generator already executing"),
  [faults.SENT_TOO_EARLY]: () => typeError("can't send non-None value to a just-started generator"),
  [faults.SLICE_LENGTH]: ({ a, b }) =>
    valueError(`attempt to assign sequence of size ${a} to extended slice of size ${b}`),
  [faults.BAD_FORMAT]: badFormat,
  [faults.BAD_BYTES]: badBytes,
  [faults.MATH_RANGE]: () => ({ name: "OverflowError", text: "math range error" }),
  [faults.NOT_REAL]: ({ a: isNan, b, chip }) => ({
    name: isNan === 1 ? "ValueError" : "OverflowError",
    text: faults.describeFault(faults.NOT_REAL, isNan, b, chip.image).message,
  }),
  [faults.ASSERTION_FAILED]: ({ about }) => ({ name: "AssertionError", ...(about === 0 ? {} : { slot: about }) }),
  [faults.NOT_AN_EXCEPTION]: ({ a }) =>
    typeError(
      a < 0
        ? "exception cause must be None or derive from BaseException"
        : `${a === 1 ? "exception causes" : "exceptions"} must derive from BaseException`,
    ),
  [faults.NOT_EXCEPTION_CLASS]: () =>
    typeError("catching classes that do not inherit from BaseException is not allowed"),
  [faults.NOTHING_TO_RAISE]: () => ({ name: "RuntimeError", text: "No active exception to reraise" }),
  [faults.CANNOT_SEND]: own("TypeError", faults.CANNOT_SEND),
  [faults.NEGATIVE_LENGTH]: own("ValueError", faults.NEGATIVE_LENGTH),
  [faults.SHAPE_MISMATCH]: own("ValueError", faults.SHAPE_MISMATCH),
  ...Object.fromEntries(
    [
      faults.NO_SUCH_CORE,
      faults.MESSAGE_TO_SELF,
      faults.LENGTH_MISMATCH,
      faults.CROSSED_CALLS,
      faults.UNKNOWN_OPERATOR,
      faults.DIFFERENT_CALLS,
      faults.DIFFERENT_ROOTS,
      faults.DIFFERENT_OPERATIONS,
      faults.DIFFERENT_VALUES,
      faults.TOO_FEW_ELEMENTS,
      POSTBOXES_FULL,
    ].map(parallel),
  ),
};
