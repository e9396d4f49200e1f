import {
  BOOL,
  CLASS,
  DICT,
  FROZENSET,
  INT,
  LIST_TAG,
  NONE,
  REAL,
  SET,
  STRING,
  TUPLE_TAG,
  typeName,
  UNSET,
} from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { isVariable } from "./inspect.ts";
import { type ListParts, listAt } from "./list-parts.ts";
import { attributeAt } from "./objects.ts";
import type { Condition, ConditionOperator } from "./protocol/breakpoints.ts";
import { elementPlace, type Place, slotPlace, variablePlace } from "./slot-places.ts";
import { type Frame, framesOf } from "./stack.ts";
import { tableAt } from "./tables.ts";
import { stringAt } from "./text-at.ts";
import { typeOf } from "./values.ts";

// Expressions of conditions, watches and logpoints, evaluated over what a core's memory holds. Nothing in the memory is changed.

/// Says why an expression has no value here, in words for people.
export class ConditionError extends Error {}

export type Value =
  | { readonly type: "number"; readonly value: number; readonly real: boolean; readonly bool?: true }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "none" }
  | {
      readonly type: "sequence";
      readonly word: string;
      /// Of a dictionary its keys.
      readonly items: readonly Place[];
      /// Of a dictionary.
      readonly values?: readonly Place[];
      readonly place: Place;
    }
  | { readonly type: "other"; readonly word: string; readonly identity: number; readonly place: Place };

export const LONGEST_STRING = 100_000;

/// Whether a condition is true, in Python's sense, on a core; throws ConditionError where it has no value.
export function holds(chip: Chip, core: Core, condition: Condition): boolean {
  return truth(evaluate(chip, core, condition));
}

function bool(value: boolean): Value {
  return { type: "number", value: value ? 1 : 0, real: false, bool: true };
}

function int(value: number): Value {
  return { type: "number", value, real: false };
}

/// The value of an expression on a core; throws ConditionError where it has none.
export function evaluate(chip: Chip, core: Core, condition: Condition): Value {
  const of = (part: Condition): Value => evaluate(chip, core, part);
  switch (condition.kind) {
    case "int":
      return int(condition.value);
    case "real":
      return { type: "number", value: Math.fround(condition.value), real: true };
    case "string":
      return { type: "string", value: condition.value };
    case "bool":
      return bool(condition.value);
    case "none":
      return { type: "none" };
    case "name": {
      const place = placeOfName(chip, core, condition.name);
      if (place.tag === UNSET) throw new ConditionError(`${condition.name} has no value yet`);
      return read(chip, core, place);
    }
    case "index":
      return element(chip, core, of(condition.of), of(condition.at));
    case "attribute":
      return attribute(chip, core, condition.of, condition.name);
    case "call":
      return call(chip, core, condition.name, condition.of.map(of));
    case "unary": {
      const value = of(condition.of);
      if (condition.op === "not") return bool(!truth(value));
      const { value: number, real } = needNumber(value, condition.op);
      return { type: "number", value: condition.op === "-" ? -number : number, real };
    }
    case "binary": {
      const left = of(condition.left);
      // As in Python the right side is not looked at where the left decides.
      if (condition.op === "and") return truth(left) ? of(condition.right) : left;
      if (condition.op === "or") return truth(left) ? left : of(condition.right);
      return combine(chip, core, condition.op, left, of(condition.right));
    }
  }
}

function placeOfName(chip: Chip, core: Core, name: string): Place {
  const place = findName(chip, core, framesOf(chip, core)[0], name);
  if (place === undefined) throw new ConditionError(`there is no variable ${name} here`);
  return place;
}

/// Where a variable lies that a core's innermost call sees; undefined if there is none of that name.
export function findName(chip: Chip, core: Core, frame: Frame | undefined, name: string): Place | undefined {
  const local = frame === undefined ? -1 : localOf(chip, frame, name);
  if (frame !== undefined && local >= 0) return variablePlace(chip, core, frame.fp + local * 2);
  // Of globals that have one name, that of the program itself.
  const global = isVariable(name) ? chip.image.debug.globals.lastIndexOf(name) : -1;
  return global < 0 ? undefined : slotPlace(chip, core.module + global * 2);
}

/// The index of a name among the variables of a frame's function, or -1.
export function localOf(chip: Chip, frame: Frame, name: string): number {
  return chip.image.debug.functions[frame.function]?.locals.indexOf(name) ?? -1;
}

function read(chip: Chip, core: Core, place: Place): Value {
  const { tag, word } = place;
  const value = chip.words[word] as number;
  switch (tag) {
    case INT:
      return int(value);
    case BOOL:
      return bool(value !== 0);
    case REAL:
      return { type: "number", value: chip.reals[word] as number, real: true };
    case NONE:
      return { type: "none" };
    case STRING:
      return { type: "string", value: stringAt(chip, core, value, 0, LONGEST_STRING)?.text ?? "" };
    case LIST_TAG:
    case TUPLE_TAG: {
      const list = listAt(chip, core, value);
      const items = Array.from({ length: list?.length ?? 0 }, (_, k) => elementPlace(chip, list as never, k));
      return { type: "sequence", word: typeName(tag), items, place };
    }
    case DICT:
    case SET:
    case FROZENSET: {
      const table = tableAt(chip, core, tag, value);
      const placesIn = (list: ListParts): Place[] => (table?.order ?? []).map((k) => elementPlace(chip, list, k));
      const items = table === undefined ? [] : placesIn(table.keys);
      const values = table?.values === undefined ? {} : { values: placesIn(table.values) };
      return { type: "sequence", word: typeName(tag), items, ...values, place };
    }
    default:
      return { type: "other", word: typeOf(chip, core, tag, value), identity: value, place };
  }
}

function element(chip: Chip, core: Core, of: Value, at: Value): Value {
  if (of.type !== "sequence" && of.type !== "string") throw new ConditionError(`${nameOf(of)} has no elements`);
  if (of.type === "sequence" && of.values !== undefined) {
    const found = of.items.findIndex((key) => equal(chip, core, at, read(chip, core, key)));
    const value = of.values[found];
    if (value === undefined) throw new ConditionError("there is no such key");
    return read(chip, core, value);
  }
  if (at.type !== "number" || at.real) throw new ConditionError("an index must be an int");
  const items = of.type === "string" ? [...of.value] : of.items;
  const index = at.value < 0 ? at.value + items.length : at.value;
  const item = items[index];
  if (item === undefined) throw new ConditionError(`index ${at.value} is out of range: ${items.length} elements`);
  return typeof item === "string" ? { type: "string", value: item } : read(chip, core, item);
}

function attribute(chip: Chip, core: Core, owner: Condition, name: string): Value {
  const number = owner.kind === "name" ? classNamed(chip, core, owner.name) : undefined;
  const of = number === undefined ? evaluate(chip, core, owner) : undefined;
  let place: Place | undefined;
  if (number !== undefined) place = attributeAt(chip, core, CLASS, number, name);
  else if (of?.type === "other") {
    place = attributeAt(chip, core, of.place.tag, chip.words[of.place.word] as number, name);
  }
  if (place !== undefined && place.tag !== UNSET) return read(chip, core, place);
  const what = of === undefined ? "the class" : nameOf(of);
  throw new ConditionError(`${what} has no attribute ${name} that can be read here`);
}

/// The number of the class of the program that a name stands for, which is no variable then; undefined if it stands for none.
export function classNamed(chip: Chip, core: Core, name: string): number | undefined {
  if (findName(chip, core, framesOf(chip, core)[0], name) !== undefined) return undefined;
  const number = chip.image.classes?.findIndex((row) => row.name === name) ?? -1;
  return number < 0 ? undefined : number;
}

function call(chip: Chip, core: Core, name: string, values: readonly Value[]): Value {
  const [value] = values;
  switch (name) {
    case "coreid":
      return int(core.id);
    case "numcores":
      return int(chip.cores.length);
    case "ishost":
      return bool(core.host);
    case "isdevice":
      return bool(!core.host);
    case "abs": {
      const { value: number, real } = needNumber(value, "abs");
      return { type: "number", value: Math.abs(number), real };
    }
    default:
      if (value?.type === "string") return int([...value.value].length);
      if (value?.type === "sequence") return int(value.items.length);
      throw new ConditionError(`${value === undefined ? "nothing" : nameOf(value)} has no length`);
  }
}

function combine(chip: Chip, core: Core, op: ConditionOperator, left: Value, right: Value): Value {
  switch (op) {
    case "==":
      return bool(equal(chip, core, left, right));
    case "!=":
      return bool(!equal(chip, core, left, right));
    case "is":
      return bool(left.type === right.type && equal(chip, core, left, right));
    case "is not":
      return bool(left.type !== right.type || !equal(chip, core, left, right));
    case "in":
      return bool(contains(chip, core, left, right));
    case "not in":
      return bool(!contains(chip, core, left, right));
    case "<":
      return bool(order(left, right, op) < 0);
    case "<=":
      return bool(order(left, right, op) <= 0);
    case ">":
      return bool(order(left, right, op) > 0);
    case ">=":
      return bool(order(left, right, op) >= 0);
    default:
      return arithmetic(op, left, right);
  }
}

function arithmetic(op: string, left: Value, right: Value): Value {
  if (op === "+" && left.type === "string" && right.type === "string") {
    return { type: "string", value: left.value + right.value };
  }
  const a = needNumber(left, op);
  const b = needNumber(right, op);
  const real = a.real || b.real;
  if ((op === "/" || op === "//" || op === "%") && b.value === 0) throw new ConditionError("it divides by zero");
  const value = numbers(op, a.value, b.value, real);
  return { type: "number", value: real ? Math.fround(value) : value, real };
}

function numbers(op: string, a: number, b: number, real: boolean): number {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      // Of ints the quotient is an int, as everywhere in ePython.
      return real ? a / b : Math.floor(a / b);
    case "//":
      return Math.floor(a / b);
    default:
      return a - Math.floor(a / b) * b;
  }
}

function equal(chip: Chip, core: Core, left: Value, right: Value): boolean {
  if (left.type === "number" && right.type === "number") return left.value === right.value;
  if (left.type === "string" && right.type === "string") return left.value === right.value;
  if (left.type === "sequence" && right.type === "sequence") {
    if (left.word !== right.word || left.items.length !== right.items.length) return false;
    if (left.values !== undefined || left.word.endsWith("set")) return sameEntries(chip, core, left, right);
    return left.items.every((item, k) =>
      equal(chip, core, read(chip, core, item), read(chip, core, right.items[k] as Place)),
    );
  }
  if (left.type === "other" && right.type === "other") return left.identity === right.identity;
  return left.type === "none" && right.type === "none";
}

type Sequence = Extract<Value, { type: "sequence" }>;

/// Whether dictionaries or sets have the same keys, with the same values, in whatever order.
function sameEntries(chip: Chip, core: Core, left: Sequence, right: Sequence): boolean {
  const same = (a: Place, b: Place): boolean => equal(chip, core, read(chip, core, a), read(chip, core, b));
  return left.items.every((item, k) => {
    const found = right.items.findIndex((other) => same(item, other));
    if (found < 0 || left.values === undefined || right.values === undefined) return found >= 0;
    return same(left.values[k] as Place, right.values[found] as Place);
  });
}

function contains(chip: Chip, core: Core, item: Value, within: Value): boolean {
  if (within.type === "string" && item.type === "string") return within.value.includes(item.value);
  if (within.type !== "sequence") throw new ConditionError(`in does not work with ${nameOf(within)}`);
  return within.items.some((place) => equal(chip, core, item, read(chip, core, place)));
}

function order(left: Value, right: Value, op: string): number {
  if (left.type === "string" && right.type === "string") {
    return left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
  }
  return needNumber(left, op).value - needNumber(right, op).value;
}

function needNumber(value: Value | undefined, op: string): { value: number; real: boolean } {
  if (value?.type === "number") return value;
  throw new ConditionError(`${op} does not work on ${value === undefined ? "nothing" : nameOf(value)}`);
}

function truth(value: Value): boolean {
  switch (value.type) {
    case "number":
      return value.value !== 0;
    case "string":
      return value.value !== "";
    case "sequence":
      return value.items.length > 0;
    default:
      return value.type === "other";
  }
}

function nameOf(value: Value): string {
  switch (value.type) {
    case "number":
      return value.real ? "a real" : "an int";
    case "string":
      return "a string";
    case "none":
      return "None";
    default:
      return `a ${value.word}`;
  }
}
