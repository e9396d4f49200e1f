import { BOOL, DICT, INT, LIST_TAG, REAL, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { bounded, type Form, numberInForm, textInForm } from "./format-form.ts";
import { baseOf, realDigits, wholeDigits } from "./format-numbers.ts";
import {
  type FormatProblem,
  isText,
  NEEDS_NAMES,
  NO_CHARACTER,
  noSuchName,
  TOO_FEW_VALUES,
  TOO_MANY_VALUES,
  WRONG_VALUE,
} from "./format-problems.ts";
import { convertedText, unknownForm } from "./format-spec.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";
import { valueNamed } from "./names-in-dicts.ts";
import { loadString } from "./strings.ts";

// `template % value`, as C's printf has it.

const CONVERSION = /%(\([^)]*\))?([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?[hlL]?([\s\S]?)/gu;

/// `template % value`, where a tuple stands for as many values as it has.
export function percentFormat(chip: Chip, template: string, tag: number, word: number): string | FormatProblem {
  const list = tag === TUPLE_TAG ? (chip.words[word] as number) : undefined;
  const count = list === undefined ? 1 : listLength(chip, list);
  let used = 0;
  const take = (): readonly [number, number] | undefined => {
    if (used >= count) return undefined;
    const at = used++;
    return list === undefined ? [tag, word] : [elementTag(chip, list, at), elementWord(chip, list, at)];
  };
  let out = "";
  let last = 0;
  for (const match of template.matchAll(CONVERSION)) {
    out += template.slice(last, match.index);
    last = match.index + match[0].length;
    const [, name, flags = "", width = "", precision, type = ""] = match;
    if (name !== undefined && tag !== DICT) return { why: NEEDS_NAMES, detail: tag };
    if (type === "%") {
      out += "%";
      continue;
    }
    const numbers: (number | undefined)[] = [];
    for (const text of [width, precision]) {
      if (text !== "*") {
        numbers.push(text === undefined ? undefined : Number(text));
        continue;
      }
      const given = take();
      if (given === undefined) return { why: TOO_FEW_VALUES, detail: count };
      if (given[0] !== INT && given[0] !== BOOL) return wrong("*", given[0]);
      numbers.push(chip.words[given[1]] as number);
    }
    if (!"diuoxXeEfFgGcrsa".includes(type) || type === "") return unknownForm(type);
    if (name !== undefined) used = count;
    const value = name === undefined ? take() : named(chip, word, name.slice(1, -1));
    if (value === undefined) {
      return name === undefined ? { why: TOO_FEW_VALUES, detail: count } : noSuchName(template, name.slice(1, -1));
    }
    const wide = bounded(numbers[0] ?? 0);
    const left = flags.includes("-") || wide < 0;
    const zero = flags.includes("0") && !left && !"crsa".includes(type);
    const text = converted(chip, value[0], value[1], {
      fill: zero ? "0" : " ",
      align: left ? "<" : zero ? "=" : ">",
      sign: flags.includes("+") ? "+" : flags.includes(" ") ? " " : "-",
      plainZero: false,
      alternate: flags.includes("#"),
      zero,
      width: Math.abs(wide),
      group: "",
      precision: numbers[1] === undefined ? undefined : Math.max(0, bounded(numbers[1])),
      type: type === "i" || type === "u" ? "d" : type,
    });
    if (!isText(text)) return text;
    out += text;
  }
  // What a text may name parts of need not be used up.
  return used < count && tag !== LIST_TAG && tag !== DICT
    ? { why: TOO_MANY_VALUES, detail: count - used }
    : out + template.slice(last);
}

function named(chip: Chip, word: number, name: string): readonly [number, number] | undefined {
  const found = valueNamed(chip, chip.words[word] as number, name);
  return found && [found.tag, found.word];
}

function wrong(type: string, tag: number): FormatProblem {
  return { why: WRONG_VALUE, detail: (type.charCodeAt(0) || 0) | (tag << 8) };
}

function converted(chip: Chip, tag: number, word: number, form: Form): string | FormatProblem {
  const { type, alternate, precision } = form;
  if ("rsa".includes(type)) return textInForm(convertedText(chip, tag, word, type), form);
  if (type === "c") return character(chip, tag, word, form);
  if (tag !== INT && tag !== BOOL && tag !== REAL) return wrong(type, tag);
  const value = (tag === REAL ? chip.reals[word] : chip.words[word]) as number;
  const base = baseOf(type);
  if (type === "d" || base !== undefined) {
    // As in Python, the fraction of a real is left away with d, and only there.
    if (tag === REAL && (base !== undefined || !Number.isFinite(value))) return wrong(type, tag);
    const digits = wholeDigits(Math.trunc(value), type).padStart(precision ?? 0, "0");
    return numberInForm(alternate && base !== undefined ? `0${type}${digits}` : digits, Math.trunc(value) < 0, form);
  }
  const negative = value < 0 || Object.is(value, -0);
  if (Number.isFinite(value))
    return numberInForm(realDigits(Math.abs(value), type, precision, alternate), negative, form);
  const name = Number.isNaN(value) ? "nan" : "inf";
  return numberInForm("EFG".includes(type) ? name.toUpperCase() : name, negative, form);
}

function character(chip: Chip, tag: number, word: number, form: Form): string | FormatProblem {
  const plain = { ...form, precision: undefined };
  const value = chip.words[word] as number;
  if (tag === STRING) {
    const text = loadString(chip, value);
    return Array.from(text).length === 1 ? textInForm(text, plain) : wrong("c", tag);
  }
  if (tag !== INT && tag !== BOOL) return wrong("c", tag);
  return value < 0 || value > 0x10ffff
    ? { why: NO_CHARACTER, detail: value }
    : textInForm(String.fromCodePoint(value), plain);
}
