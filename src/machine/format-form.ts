import { baseOf } from "./format-numbers.ts";
import { type FormatProblem, MISSING_PRECISION, UNKNOWN_FORM } from "./format-problems.ts";

// The form in which a value is to be shown, as `[fill][align][sign][#][0][width][, or _][.precision][letter]` says it, and
// how digits and texts are put into it.

/// What text is to look like. `align`, `group` and `type` are empty if nothing is said of them.
export interface Form {
  readonly fill: string;
  /// `<`, `>`, `^` or `=`.
  readonly align: string;
  readonly sign: string;
  /// A real that rounds to zero has no sign.
  readonly plainZero: boolean;
  readonly alternate: boolean;
  /// Zeros fill it up, if it is a number.
  readonly zero: boolean;
  readonly width: number;
  readonly group: string;
  readonly precision: number | undefined;
  readonly type: string;
}

// More than a core could hold.
const WIDEST = 100_000;

/// A width or precision, as far as one makes sense.
export function bounded(width: number): number {
  return Math.max(-WIDEST, Math.min(WIDEST, width));
}

/// Reads a form; its parts may yet not go together.
export function parseForm(spec: string): Form | FormatProblem {
  const match = /^(?:([\s\S])?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d*)([,_]*)?(?:(\.)(\d*))?([\s\S]?)$/u.exec(spec);
  if (match === null) return { why: UNKNOWN_FORM, detail: spec.codePointAt(spec.length - 1) ?? 0 };
  const [, fill, align = "", sign = "", z, sharp, zero, width, group = "", point, precision, type = ""] = match;
  if (group.length > 1) return { why: UNKNOWN_FORM, detail: group.charCodeAt(1) };
  if (point !== undefined && precision === "") return { why: MISSING_PRECISION, detail: 0 };
  if (!"sdboxXceEfFgGn%".includes(type)) return { why: UNKNOWN_FORM, detail: type.codePointAt(0) ?? 0 };
  const filled = zero !== undefined && fill === undefined;
  return {
    fill: fill ?? (filled ? "0" : " "),
    align,
    sign,
    plainZero: z !== undefined,
    alternate: sharp !== undefined,
    zero: filled,
    width: bounded(Number(width)),
    group,
    precision: point === undefined ? undefined : bounded(Number(precision)),
    type,
  };
}

/// A text in its form, cut off at the precision.
export function textInForm(text: string, form: Form): string {
  const { precision, align } = form;
  const shown = precision === undefined ? text : Array.from(text).slice(0, precision).join("");
  return pad(shown, align === "=" || align === "" ? "<" : align, form);
}

/// The digits of a number in its form, with its sign.
export function numberInForm(unsigned: string, negative: boolean, form: Form): string {
  const sign = negative ? "-" : form.sign === "-" ? "" : form.sign;
  const align = form.align || (form.zero ? "=" : ">");
  if (align !== "=") return pad(sign + grouped(unsigned, form), align, form);
  const prefix = form.alternate && /^0[boxX]/.test(unsigned) ? unsigned.slice(0, 2) : "";
  const inner = { ...form, width: form.width - sign.length - prefix.length };
  const body = unsigned.slice(prefix.length);
  if (form.group !== "" && form.fill === "0") return sign + prefix + zeroFilled(body, inner);
  return sign + prefix + pad(grouped(body, form), ">", inner);
}

/// Separates thousands, and four digits at a time where a digit stands for bits.
function grouped(text: string, form: Form): string {
  if (form.group === "") return text;
  const { prefix, whole, rest } = wholePart(text, form);
  return prefix + separated(whole, form) + rest;
}

interface Parts {
  readonly prefix: string;
  readonly whole: string;
  readonly rest: string;
}

function wholePart(text: string, { type, alternate }: Form): Parts {
  if (baseOf(type) !== undefined) {
    const prefix = alternate && /^0[boxX]/.test(text) ? text.slice(0, 2) : "";
    return { prefix, whole: text.slice(prefix.length), rest: "" };
  }
  const whole = /^\d*/.exec(text)?.[0] ?? "";
  return { prefix: "", whole, rest: text.slice(whole.length) };
}

function separated(whole: string, { type, group }: Form): string {
  return whole.replace(baseOf(type) === undefined ? /\B(?=(?:\d{3})+$)/g : /\B(?=(?:\w{4})+$)/g, group);
}

/// Zeros in front of digits with separators have separators too, and never begin with one.
function zeroFilled(text: string, form: Form): string {
  const { whole, rest } = wholePart(text, form);
  const wanted = form.width - rest.length;
  const size = baseOf(form.type) === undefined ? 3 : 4;
  let count = whole.length;
  while (count + Math.floor(Math.max(0, count - 1) / size) < wanted) count++;
  return separated(whole.padStart(count, "0"), form) + rest;
}

function pad(text: string, align: string, { fill, width }: Form): string {
  const missing = width - Array.from(text).length;
  if (missing <= 0) return text;
  const before = align === "<" ? 0 : align === "^" ? missing >> 1 : missing;
  return fill.repeat(before) + text + fill.repeat(missing - before);
}
