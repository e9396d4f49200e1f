import { derivesFrom, exceptionNumber, FIRST_EXCEPTION, nameOfClass } from "../bytecode/exceptions.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import {
  BOOL,
  BOUND,
  BYTEARRAY,
  BYTES,
  CLASS,
  CLOSURE,
  COMPLEX,
  DICT,
  FROZENSET,
  FUNCTION,
  GENERATOR,
  INSTANCE,
  INT,
  ITERATOR,
  LIST_TAG,
  NATIVE_FUNCTION,
  NONE,
  RANGE,
  REAL,
  SET,
  SINGLETON,
  SLICE_TAG,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
  typeName,
  VIEW,
} from "../bytecode/values.ts";
import { bytesLength, bytesOf, writtenBytes } from "./bytes.ts";
import { escaped, isPrintable } from "./characters.ts";
import type { Chip } from "./chip.ts";
import { numberOfFunction } from "./closures.ts";
import { complexText, readComplex } from "./complex.ts";
import { functionOf } from "./generators.ts";
import { keyOrder, keysOf, valuesOf } from "./hash-table.ts";
import { heldBy } from "./held.ts";
import { hasMethod } from "./instances.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";
import { objectText } from "./object-text.ts";
import { answer, askedAt, REPR_OF, TEXT_OF } from "./questions.ts";
import { rangeText } from "./ranges.ts";
import { recordSlot } from "./records.ts";
import { loadString, stringLength } from "./strings.ts";
import { kindOfView, tableIn, VIEW_ITEMS, VIEW_KEYS, VIEW_VALUES } from "./views.ts";

const DEEPEST = 20;
const OS_ERROR = exceptionNumber("OSError");
const KEY_ERROR = exceptionNumber("KeyError");
// Lists that lie in one another many times over would make a text without end; no core has room for that many elements.
const MOST_VALUES = 200_000;

/// What has been shown of a value so far.
interface Shown {
  /// The lists that the text is inside of: one that comes again stands for itself as `[...]`.
  readonly within: number[];
  values: number;
}

/// The shortest decimal that reads back as the same single, in Python's style: `0.1`, `3.0`, `1e-05`, `inf`, `nan`.
export function formatReal(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [mantissa = "", exponentText = "0"] = shortest(value).toExponential().split("e");
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  const plain = Number(`${mantissa}e${exponent}`).toFixed(
    Math.max(0, mantissa.replace(/[-.]/g, "").length - 1 - exponent),
  );
  return plain.includes(".") ? plain : `${plain}.0`;
}

/// The same without a fraction where it has none, as the parts of a complex number are shown.
export function plainReal(value: number): string {
  return formatReal(value).replace(/\.0$/, "");
}

// Six decimals, as the original's printf has them.
function classicReal(value: number): string {
  if (!Number.isFinite(value)) return formatReal(value);
  // C shows the sign of a zero, which toFixed leaves away.
  const sign = Object.is(value, -0) ? "-" : "";
  return Math.abs(value) < 1e21 ? sign + value.toFixed(6) : `${BigInt(value)}.000000`;
}

/// The number whose decimal is the shortest that reads back as the same single.
// Next to a power of two singles lie closer together on the side of zero: there the nearest decimal may be another single
// where the next one away from zero is not.
export function shortest(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const [mantissa = "", exponent = ""] = value.toExponential(digits - 1).split("e");
    const nearest = Number(mantissa.replace(".", ""));
    const sign = Math.sign(value);
    // Of two that are equally near Python takes the even one, JavaScript the one away from zero.
    const even = nearest % 2 !== 0 && isHalfway(value, digits) ? nearest - sign : nearest;
    for (const whole of [even, nearest, nearest + sign]) {
      const decimal = Number(`${whole}e${Number(exponent) - digits + 1}`);
      if (Math.fround(decimal) === value) return decimal;
    }
  }
  return Number(value.toPrecision(9));
}

/// Whether a value lies in the middle between two decimals with `digits` digits.
function isHalfway(value: number, digits: number): boolean {
  const next = value.toExponential(digits);
  return /5e/.test(next) && Number(next) === value;
}

const TYPE_OF_RECEIVER: Readonly<Record<string, string>> = {
  text: "str",
  list: "list",
  dict: "dict",
  set: "set",
};

/// The text of a function of ePython's own, or of a type, as Python shows it.
export function nativeText(chip: Chip, tag: number, number: number): string {
  const native = nativeByNumber(number);
  const name = native?.name ?? String(number);
  if (tag === NATIVE_FUNCTION) {
    const type = native?.module === "method" ? TYPE_OF_RECEIVER[native.parameters[0]?.name ?? ""] : undefined;
    return type === undefined ? `<built-in function ${name}>` : `<method '${name}' of '${type}' objects>`;
  }
  return chip.image.python2 ? `<type '${name}'>` : `<class '${name}'>`;
}

/// The text of a function of the program, as Python shows it but for its address.
export function functionText(chip: Chip, tag: number, value: number): string {
  const number = numberOfFunction(chip, tag, value);
  return `<function ${chip.image.debug.functions[number]?.name ?? number}>`;
}

/// The text of a value as `print` shows it.
export function formatValue(chip: Chip, tag: number, word: number): string {
  const held = heldBy(chip, tag, word);
  if (held !== word) return formatValue(chip, chip.words[held + 1] as number, held);
  const text =
    tag === STRING
      ? loadString(chip, chip.words[word] as number)
      : (askedText(chip, TEXT_OF, tag, word) ??
        (isException(chip, tag, word)
          ? exceptionText(chip, chip.words[word] as number)
          : formatInside(chip, tag, word, { within: [], values: 0 })));
  chip.work += text.length >> 1;
  return text;
}

/// The text of an object whose class makes it, if it may be asked for.
function askedText(chip: Chip, question: string, tag: number, word: number): string | undefined {
  if (!chip.asks) return undefined;
  const isMade = hasMethod(chip, tag, word, REPR_OF) || (question === TEXT_OF && hasMethod(chip, tag, word, TEXT_OF));
  return isMade ? loadString(chip, answer(chip, question, askedAt(chip, tag, word)).value) : undefined;
}

/// The text of a value as it stands inside a list, as Python's repr shows it.
export function quotedValue(chip: Chip, tag: number, word: number): string {
  return formatInside(chip, tag, word, { within: [], values: 0 });
}

// The text of a value as it stands inside a list: strings in quotes.
function formatInside(chip: Chip, tag: number, word: number, shown: Shown): string {
  const value = chip.words[word] as number;
  switch (tag) {
    case INT:
      return String(value);
    case REAL:
      return chip.image.classic ? classicReal(chip.reals[word] as number) : formatReal(chip.reals[word] as number);
    case BOOL:
      return chip.image.classic ? (value === 0 ? "false" : "true") : value === 0 ? "False" : "True";
    case NONE:
      return chip.image.classic ? "NONE" : "None";
    case STRING:
      shown.values += stringLength(chip, value) >> 2;
      return shown.values > MOST_VALUES ? "..." : quoted(loadString(chip, value));
    case FUNCTION:
    case CLOSURE:
      return functionText(chip, tag, value);
    case NATIVE_FUNCTION:
    case TYPE_TAG:
      return nativeText(chip, tag, value);
    case GENERATOR:
      return `<generator object ${chip.image.debug.functions[functionOf(chip.words, value)]?.name ?? ""} at ${address(value)}>`;
    case ITERATOR:
      return `<${typeName(chip.words[(value >> 2) | 1] as number)}_iterator object at ${address(value)}>`;
    case INSTANCE: {
      const asked = askedText(chip, REPR_OF, tag, word);
      if (asked !== undefined) return asked;
      if (isException(chip, tag, word)) return instanceText(chip, value, shown);
      return (
        heldText(chip, word, shown) ?? objectText(chip, tag, value, (inner, at) => formatInside(chip, inner, at, shown))
      );
    }
    case CLASS:
    case BOUND:
    case SINGLETON:
      return objectText(chip, tag, value, (inner, at) => formatInside(chip, inner, at, shown));
    case LIST_TAG:
    case TUPLE_TAG: {
      const { within } = shown;
      if (within.includes(value)) return tag === LIST_TAG ? "[...]" : "(...)";
      if (within.length > DEEPEST) return "...";
      const items: string[] = [];
      const length = listLength(chip, value);
      within.push(value);
      for (let i = 0; i < length; i++) {
        if (++shown.values > MOST_VALUES) {
          items.push("...");
          break;
        }
        items.push(formatInside(chip, elementTag(chip, value, i), elementWord(chip, value, i), shown));
      }
      within.pop();
      if (tag === LIST_TAG) return `[${items.join(", ")}]`;
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
    }
    case RANGE:
      return rangeText(chip, value);
    case BYTES:
    case BYTEARRAY:
      shown.values += bytesLength(chip, tag, value) >> 2;
      return shown.values > MOST_VALUES ? "..." : writtenBytes(bytesOf(chip, tag, value), tag);
    case COMPLEX:
      return complexText(readComplex(chip, value), plainReal);
    case SLICE_TAG: {
      const parts = [0, 1, 2].map((k) => recordSlot(value, k));
      return `slice(${parts.map((at) => formatInside(chip, chip.words[at + 1] as number, at, shown)).join(", ")})`;
    }
    case DICT:
    case SET:
    case FROZENSET:
    case VIEW:
      return formatTable(chip, tag, value, shown);
    default:
      return "unset";
  }
}

/// An address, as Python shows it.
function address(word: number): string {
  return `0x${(word >>> 0).toString(16)}`;
}

/// What `repr` shows with everything beyond ASCII written by its code.
export function asciiText(shown: string): string {
  return Array.from(shown, (character) => {
    const code = character.codePointAt(0) as number;
    return code < 128 ? character : escaped(code);
  }).join("");
}

const VIEW_NAMES = ["dict_keys", "dict_values", "dict_items"];

// The text of a dictionary, a set or a view of a dictionary.
function formatTable(chip: Chip, tag: number, value: number, shown: Shown): string {
  const { within } = shown;
  const table = tableIn(chip, tag, value);
  const isDict = tag === DICT;
  if (within.includes(table))
    return isDict ? "{...}" : tag === VIEW ? "..." : `${tag === SET ? "set" : "frozenset"}(...)`;
  if (within.length > DEEPEST) return "...";
  const which = tag === VIEW ? kindOfView(chip, value) : VIEW_KEYS;
  const keys = keysOf(chip, table);
  const values = isDict || tag === VIEW ? valuesOf(chip, table) : 0;
  const one = (list: number, k: number): string =>
    formatInside(chip, elementTag(chip, list, k), elementWord(chip, list, k), shown);
  const items: string[] = [];
  within.push(table);
  for (const k of keyOrder(chip, table)) {
    if (++shown.values > MOST_VALUES) {
      items.push("...");
      break;
    }
    if (isDict) items.push(`${one(keys, k)}: ${one(values, k)}`);
    else if (which === VIEW_ITEMS) items.push(`(${one(keys, k)}, ${one(values, k)})`);
    else items.push(one(which === VIEW_VALUES ? values : keys, k));
  }
  within.pop();
  const text = items.join(", ");
  if (tag === VIEW) return `${VIEW_NAMES[which]}([${text}])`;
  if (isDict || (tag === SET && items.length > 0)) return `{${text}}`;
  return `${tag === SET ? "set" : "frozenset"}(${items.length > 0 ? `{${text}}` : ""})`;
}

function isException(chip: Chip, tag: number, word: number): boolean {
  if (tag !== INSTANCE) return false;
  const instance = chip.words[word] as number;
  return derivesFrom(chip.image, chip.words[instance >> 2] as number, FIRST_EXCEPTION);
}

/// Of an instance, as Python's repr shows it.
function instanceText(chip: Chip, instance: number, shown: Shown): string {
  const number = chip.words[instance >> 2] as number;
  const name = nameOfClass(chip.image, number);
  const { within } = shown;
  if (within.includes(instance) || within.length > DEEPEST) return `${name}(...)`;
  within.push(instance);
  const args = recordSlot(instance, 1);
  const list = chip.words[args] as number;
  const items = Array.from({ length: listLength(chip, list) }, (_, k) =>
    formatInside(chip, elementTag(chip, list, k), elementWord(chip, list, k), shown),
  );
  within.pop();
  return `${name}(${items.join(", ")})`;
}

/// Of what an object holds, if it does.
function heldText(chip: Chip, word: number, shown: Shown): string | undefined {
  const held = heldBy(chip, INSTANCE, word);
  return held === word ? undefined : formatInside(chip, chip.words[held + 1] as number, held, shown);
}

/// The text of an exception, as `print` shows it: its argument, if it has only one.
function exceptionText(chip: Chip, instance: number): string {
  const number = chip.words[instance >> 2] as number;
  const args = recordSlot(instance, 1);
  const list = chip.words[args] as number;
  const length = listLength(chip, list);
  if (length === 0) return "";
  if (length === 2 && derivesFrom(chip.image, number, OS_ERROR)) {
    const [code, text] = [0, 1].map((k) => formatValue(chip, elementTag(chip, list, k), elementWord(chip, list, k)));
    return `[Errno ${code}] ${text}`;
  }
  if (length > 1) return quotedValue(chip, TUPLE_TAG, args);
  const [tag, word] = [elementTag(chip, list, 0), elementWord(chip, list, 0)];
  return derivesFrom(chip.image, number, KEY_ERROR) ? quotedValue(chip, tag, word) : formatValue(chip, tag, word);
}

/// A text as it is written in a program.
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = "";
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (character === "\\" || character === quote) out += `\\${character}`;
    else if (character === "\n") out += "\\n";
    else if (character === "\t") out += "\\t";
    else if (character === "\r") out += "\\r";
    else if (code >= 127 || code < 32) out += isPrintable(code) ? character : escaped(code);
    else out += character;
  }
  return `${quote}${out}${quote}`;
}
