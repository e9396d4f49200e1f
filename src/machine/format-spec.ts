import { BOOL, INT, REAL, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { formatValue, quotedValue } from "./display-value.ts";
import { TOO_FEW_VALUES, TOO_MANY_VALUES, UNKNOWN_FORM, WRONG_VALUE } from "./format-problems.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";
import { loadString } from "./strings.ts";

// Values as text in a form that the program describes: `"%5.2f" % x` and f"{x:5.2f}". A value is its tag and its word.

/// Why there is no text: a number of format-problems.ts, and what it is about. For WRONG_VALUE that is the letter's code and
/// the value's tag × 256, for UNKNOWN_FORM the code of the letter, 0 if the form ends too early.
export interface FormatProblem {
  readonly why: number;
  readonly detail: number;
}

/// What text is to look like. `type` is empty if nothing is said of it.
interface Form {
  readonly fill: string;
  /// `<`, `>`, `^`, `=`, or empty for the usual one.
  readonly align: string;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly group: string;
  readonly precision: number | undefined;
  readonly type: string;
}

// More than a core could hold.
const WIDEST = 100_000;
const MOST_DIGITS = 90;

function wrong(type: string, tag: number): FormatProblem {
  return { why: WRONG_VALUE, detail: (type.charCodeAt(0) || 0) | (tag << 8) };
}

function isNumber(tag: number): boolean {
  return tag === INT || tag === REAL || tag === BOOL;
}

function numberAt(chip: Chip, tag: number, word: number): number {
  return (tag === REAL ? chip.reals[word] : chip.words[word]) as number;
}

// ── template % values ──────────────────────────────────────────────────────

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
  const conversion = /%([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?[hlL]?([\s\S]?)/g;
  let out = "";
  let last = 0;
  for (let match = conversion.exec(template); match !== null; match = conversion.exec(template)) {
    out += template.slice(last, match.index);
    last = conversion.lastIndex;
    const [, flags = "", width = "", precision, type = ""] = match;
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
      if (given[0] !== INT) return wrong("*", given[0]);
      numbers.push(chip.words[given[1]] as number);
    }
    if (!"diuoxXeEfFgGcrsa".includes(type) || type === "")
      return { why: UNKNOWN_FORM, detail: type.charCodeAt(0) || 0 };
    const value = take();
    if (value === undefined) return { why: TOO_FEW_VALUES, detail: count };
    const wide = Math.max(-WIDEST, Math.min(WIDEST, numbers[0] ?? 0));
    const left = flags.includes("-") || wide < 0;
    const text = converted(chip, value[0], value[1], {
      fill: flags.includes("0") && !left && !"crsa".includes(type) ? "0" : " ",
      align: left ? "<" : flags.includes("0") && !"crsa".includes(type) ? "=" : ">",
      sign: flags.includes("+") ? "+" : flags.includes(" ") ? " " : "-",
      alternate: flags.includes("#"),
      width: Math.abs(wide),
      group: "",
      precision: numbers[1],
      type: type === "i" || type === "u" ? "d" : type,
    });
    if (typeof text !== "string") return text;
    out += text;
  }
  return used < count ? { why: TOO_MANY_VALUES, detail: count - used } : out + template.slice(last);
}

function converted(chip: Chip, tag: number, word: number, form: Form): string | FormatProblem {
  const { type } = form;
  if (type === "s") return padText(cut(formatValue(chip, tag, word), form), form);
  if (type === "r" || type === "a") return padText(cut(quotedValue(chip, tag, word), form), form);
  if (type === "c" && tag === STRING) {
    const text = loadString(chip, chip.words[word] as number);
    return Array.from(text).length === 1 ? padText(text, form) : wrong(type, tag);
  }
  if (!isNumber(tag)) return wrong(type, tag);
  if (type === "d" && tag === REAL) {
    // As in Python, the fraction is left away here, and only here.
    const whole = Math.trunc(numberAt(chip, tag, word));
    return Number.isFinite(whole) ? padNumber(digits(whole, form), whole < 0, form) : wrong(type, tag);
  }
  return numberText(chip, tag, word, form);
}

// ── f"{value:form}" ────────────────────────────────────────────────────────

/// The text of a value in the form that `spec` says: `!r` or `!s` or nothing, then nothing or `:` and Python's form.
export function formatSpec(chip: Chip, tag: number, word: number, spec: string): string | FormatProblem {
  const converts = /^!([rsa])/.exec(spec)?.[1];
  const rest = converts === undefined ? spec : spec.slice(2);
  const plain = converts === "r" || converts === "a" ? quotedValue(chip, tag, word) : formatValue(chip, tag, word);
  if (rest.length <= 1) return plain;
  const form = parseForm(rest.slice(1));
  if ("why" in form) return form;
  if (converts !== undefined || tag === STRING) {
    if (form.type !== "" && form.type !== "s") return wrong(form.type, converts === undefined ? tag : STRING);
    return padText(cut(plain, form), { ...form, align: form.align || "<" });
  }
  if (!isNumber(tag)) return wrong(form.type, tag);
  if (form.type === "" && form.precision === undefined && tag === REAL) {
    const value = numberAt(chip, tag, word);
    return padNumber(grouped(plain.replace("-", ""), form), value < 0 || Object.is(value, -0), form);
  }
  return numberText(chip, tag, word, form.type === "" && tag !== REAL ? { ...form, type: "d" } : form);
}

function parseForm(spec: string): Form | FormatProblem {
  const match = /^(?:([\s\S])?([<>=^]))?([-+ ])?(#)?(0)?(\d*)([,_])?(?:\.(\d+))?([a-zA-Z%]?)$/u.exec(spec);
  if (match === null) return { why: UNKNOWN_FORM, detail: spec.charCodeAt(spec.length - 1) };
  const [, fill, align, sign, alternate, zero, width, group, precision, type = ""] = match;
  if (!"sdboxXceEfFgGn%".includes(type)) return { why: UNKNOWN_FORM, detail: type.charCodeAt(0) };
  return {
    fill: fill ?? (zero === undefined ? " " : "0"),
    align: align ?? (zero === undefined ? "" : "="),
    sign: sign ?? "-",
    alternate: alternate !== undefined,
    width: Math.min(WIDEST, Number(width)),
    group: group ?? "",
    precision: precision === undefined ? undefined : Number(precision),
    type: type === "n" ? "" : type,
  };
}

// ── Numbers ────────────────────────────────────────────────────────────────

function numberText(chip: Chip, tag: number, word: number, form: Form): string | FormatProblem {
  const value = numberAt(chip, tag, word);
  const { type } = form;
  if ("dboxXc".includes(type) && type !== "") {
    if (tag === REAL) return wrong(type, tag);
    if (type !== "c") return padNumber(digits(value, form), value < 0, form);
    if (value < 0 || value > 0x10ffff) return wrong(type, tag);
    return padText(String.fromCodePoint(value), { ...form, align: form.align || "<" });
  }
  if (type === "s") return wrong(type, tag);
  const negative = value < 0 || Object.is(value, -0);
  if (!Number.isFinite(value)) {
    const name = Number.isNaN(value) ? "nan" : "inf";
    return padNumber(type === "E" || type === "F" || type === "G" ? name.toUpperCase() : name, value < 0, {
      ...form,
      fill: form.fill === "0" ? " " : form.fill,
    });
  }
  return padNumber(grouped(realDigits(Math.abs(value), form), form), negative, form);
}

const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

function digits(value: number, form: Form): string {
  const { type } = form;
  const base = BASES[type];
  let text = Math.abs(value).toString(base ?? 10);
  if (Math.abs(value) >= 1e21) text = BigInt(Math.abs(value)).toString();
  if (form.precision !== undefined) text = text.padStart(Math.min(WIDEST, form.precision), "0");
  text = grouped(type === "X" ? text.toUpperCase() : text, form);
  return `${form.alternate && base !== undefined ? `0${type}` : ""}${text}`;
}

/// Separates thousands, and four digits at a time where a digit stands for bits.
function grouped(text: string, form: Form): string {
  if (form.group === "") return text;
  const { whole, rest } = wholePart(text, form);
  return separated(whole, form) + rest;
}

function wholePart(text: string, { type }: Form): { readonly whole: string; readonly rest: string } {
  if (BASES[type] !== undefined) return { whole: text, rest: "" };
  const whole = /^\d*/.exec(text)?.[0] ?? "";
  return { whole, rest: text.slice(whole.length) };
}

function separated(whole: string, { type, group }: Form): string {
  return whole.replace(BASES[type] === undefined ? /\B(?=(?:\d{3})+$)/g : /\B(?=(?:\w{4})+$)/g, group);
}

/// Zeros in front of digits with separators have separators too, and never begin with one.
function zeroFilled(text: string, form: Form): string {
  const { whole, rest } = wholePart(text.replaceAll(form.group, ""), form);
  const wanted = form.width - rest.length;
  const size = BASES[form.type] === undefined ? 3 : 4;
  let count = whole.length;
  while (count > 0 && count + Math.floor((count - 1) / size) < wanted) count++;
  return separated(whole.padStart(count, "0"), form) + rest;
}

function realDigits(value: number, { type, precision, alternate }: Form): string {
  const places = Math.min(MOST_DIGITS, precision ?? 6);
  switch (type) {
    case "e":
      return exponential(value, places, alternate);
    case "E":
      return exponential(value, places, alternate).toUpperCase();
    case "f":
    case "F":
      return fixed(value, places, alternate);
    case "%":
      return `${fixed(value * 100, places, alternate)}%`;
    case "G":
      return general(value, places, alternate, 0).toUpperCase();
    case "g":
      return general(value, places, alternate, 0);
    default: {
      const text = general(value, places, alternate, 1);
      return /[.e]/.test(text) ? text : `${text}.0`;
    }
  }
}

/// The first `count` digits of a number, rounded to even from its exact value, and the power of ten of the first of them.
function rounded(value: number, count: number): { readonly text: string; readonly power: number } {
  const [mantissa = "", exponent = "0"] = value.toExponential(100).split("e");
  const all = mantissa.replace(".", "");
  const power = Number(exponent);
  if (count < 0) return { text: "0", power };
  const kept = all.slice(0, count);
  const rest = all.slice(count);
  const half = "5".padEnd(rest.length, "0");
  const up = rest > half || (rest === half && rest !== "" && "13579".includes(kept.at(-1) ?? "0"));
  const whole = (BigInt(kept === "" ? "0" : kept) + (up ? 1n : 0n)).toString().padStart(count, "0");
  return whole.length > count ? { text: whole, power: power + 1 } : { text: whole, power };
}

// With `alternate` there is a point even if no digit follows it.
function fixed(value: number, places: number, alternate: boolean): string {
  const power = Number(value.toExponential(100).split("e")[1]);
  const { text } = rounded(value, power + 1 + places);
  const all = (text === "" ? "0" : text).padStart(places + 1, "0");
  return places === 0 ? `${all}${alternate ? "." : ""}` : `${all.slice(0, -places)}.${all.slice(-places)}`;
}

function exponential(value: number, places: number, alternate: boolean): string {
  const { text, power } = rounded(value, places + 1);
  const shown = text.slice(0, places + 1);
  const mantissa = places === 0 ? `${shown}${alternate ? "." : ""}` : `${shown[0]}.${shown.slice(1)}`;
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function general(value: number, places: number, alternate: boolean, spare: number): string {
  const count = Math.max(1, places);
  const { power } = rounded(value, count);
  const isFixed = power >= -4 && power < count - spare;
  const text = isFixed ? fixed(value, count - 1 - power, alternate) : exponential(value, count - 1, alternate);
  if (alternate) return text;
  const [mantissa = "", exponent] = text.split("e");
  const short = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return exponent === undefined ? short : `${short}e${exponent}`;
}

// ── Width ──────────────────────────────────────────────────────────────────

function cut(text: string, { precision }: Form): string {
  return precision === undefined ? text : Array.from(text).slice(0, precision).join("");
}

function padText(text: string, form: Form): string {
  return pad(text, form.align === "=" ? "<" : form.align, form);
}

function padNumber(unsigned: string, negative: boolean, form: Form): string {
  const sign = negative ? "-" : form.sign === "-" ? "" : form.sign;
  if (form.align !== "=") return pad(sign + unsigned, form.align || ">", form);
  const prefix = form.alternate && /^0[boxX]/.test(unsigned) ? unsigned.slice(0, 2) : "";
  const inner = { ...form, width: form.width - sign.length - prefix.length };
  const body = unsigned.slice(prefix.length);
  if (form.group !== "" && form.fill === "0") return sign + prefix + zeroFilled(body, inner);
  return sign + prefix + pad(body, ">", inner);
}

function pad(text: string, align: string, { fill, width }: Form): string {
  const missing = width - Array.from(text).length;
  if (missing <= 0) return text;
  const before = align === "<" ? 0 : align === "^" ? missing >> 1 : missing;
  return fill.repeat(before) + text + fill.repeat(missing - before);
}
