import { BOOL, COMPLEX, INT, REAL, STRING } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { type Complex, readComplex } from "./complex.ts";
import { asciiText, formatReal, formatValue, plainReal, quotedValue } from "./display-value.ts";
import { type Form, numberInForm, parseForm, textInForm } from "./format-form.ts";
import { baseOf, realDigits, wholeDigits } from "./format-numbers.ts";
import {
  type FormatProblem,
  NO_CHARACTER,
  NO_FORM,
  NOT_ALLOWED,
  UNKNOWN_FORM,
  WRONG_VALUE,
} from "./format-problems.ts";
import { hasMethod } from "./instances.ts";
import { answer, askedAt, FORM_OF } from "./questions.ts";
import { loadString } from "./strings.ts";

// Values as text in a form that the program describes: f"{x:5.2f}", `format(x, "5.2f")`, and by percent-format.ts
// `"%5.2f" % x`. A value is its tag and its word.

/// The text of a value in the form that `spec` says: `!r` or `!s` or nothing, then nothing or `:` and Python's form.
export function formatSpec(chip: Chip, tag: number, word: number, spec: string): string | FormatProblem {
  const converts = /^!([rsa])/.exec(spec)?.[1];
  const rest = converts === undefined ? spec : spec.slice(2);
  const plain = converts === undefined ? "" : convertedText(chip, tag, word, converts);
  if (converts === undefined && chip.asks && hasMethod(chip, tag, word, FORM_OF))
    return loadString(chip, answer(chip, FORM_OF, askedAt(chip, tag, word), rest.slice(1)).value);
  if (rest.length <= 1) return converts === undefined ? formatValue(chip, tag, word) : plain;
  const form = parseForm(rest.slice(1));
  if ("why" in form) return form.why === UNKNOWN_FORM ? { ...form, detail: form.detail | (tag << 21) } : form;
  if (converts !== undefined) return textForm(plain, form);
  switch (tag) {
    case STRING:
      return textForm(formatValue(chip, tag, word), form);
    case INT:
    case BOOL:
      return intForm(chip.words[word] as number, form);
    case REAL:
      return realForm(chip.reals[word] as number, form);
    case COMPLEX:
      return complexForm(readComplex(chip, chip.words[word] as number), form);
    default:
      return { why: NO_FORM, detail: tag };
  }
}

/// What `!r`, `!s` and `!a` make of a value.
export function convertedText(chip: Chip, tag: number, word: number, conversion: string): string {
  if (conversion === "s") return formatValue(chip, tag, word);
  const quoted = quotedValue(chip, tag, word);
  return conversion === "a" ? asciiText(quoted) : quoted;
}

function notAllowed(part: string, type: string): FormatProblem {
  return { why: NOT_ALLOWED, detail: (part.charCodeAt(0) || 0) | ((type.charCodeAt(0) || 0) << 8) };
}

function wrong(type: string, tag: number): FormatProblem {
  return { why: WRONG_VALUE, detail: (type.charCodeAt(0) || 0) | (tag << 8) };
}

/// A text in a form.
export function textForm(text: string, form: Form): string | FormatProblem {
  const { type, sign, alternate, align, group, plainZero } = form;
  if (group !== "") return notAllowed(group, type || "s");
  if (type !== "" && type !== "s") return wrong(type, STRING);
  if (sign !== "") return notAllowed(sign, "s");
  if (plainZero) return notAllowed("z", "s");
  if (alternate) return notAllowed("#", "s");
  if (align === "=") return notAllowed("=", "s");
  return textInForm(text, form);
}

function intForm(value: number, form: Form): string | FormatProblem {
  const { type, sign, alternate, precision, group, plainZero } = form;
  if ("eEfFgG%".includes(type) && type !== "") return realForm(value, form, INT);
  if (type === "s") return group === "" ? wrong(type, INT) : notAllowed(group, type);
  const base = baseOf(type);
  if (group !== "" && (type === "c" || type === "n" || (group === "," && base !== undefined))) {
    return notAllowed(group, type);
  }
  if (precision !== undefined) return notAllowed(".", type || "d");
  if (plainZero) return notAllowed("z", type || "d");
  if (type === "c") {
    if (sign !== "") return notAllowed(sign, type);
    if (alternate) return notAllowed("#", type);
    if (value < 0 || value > 0x10ffff) return { why: NO_CHARACTER, detail: value };
    return numberInForm(String.fromCodePoint(value), false, form);
  }
  const digits = wholeDigits(value, type);
  return numberInForm(alternate && base !== undefined ? `0${type}${digits}` : digits, value < 0, form);
}

function realForm(value: number, form: Form, tag = REAL): string | FormatProblem {
  const { type, group, precision, alternate, plainZero } = form;
  if ("sdboxXc".includes(type) && type !== "") {
    const groups = "sc".includes(type) || (group === "," && baseOf(type) !== undefined);
    return group !== "" && groups ? notAllowed(group, type) : wrong(type, tag);
  }
  if (group !== "" && type === "n") return notAllowed(group, type);
  const size = Math.abs(value);
  if (!Number.isFinite(value)) {
    const name = Number.isNaN(value) ? "nan" : "inf";
    const text = "EFG".includes(type) && type !== "" ? name.toUpperCase() : name;
    return numberInForm(type === "%" ? `${text}%` : text, value < 0, { ...form, group: "" });
  }
  const digits =
    type === "" && precision === undefined
      ? pointed(formatReal(size), alternate)
      : realDigits(size, type, precision, alternate);
  const negative = value < 0 || Object.is(value, -0);
  return numberInForm(digits, negative && !(plainZero && !/[1-9]/.test(digits.split(/e/i)[0] ?? "")), form);
}

/// Both parts in the same form, which says how wide the whole is.
function complexForm({ re, im }: Complex, form: Form): string | FormatProblem {
  const { type, precision } = form;
  if (!"eEfFgGn".includes(type)) return wrong(type, COMPLEX);
  if (form.zero) return notAllowed("0", type);
  const part = (value: number, sign: string): string => {
    const plain = { ...form, sign, width: 0, align: "" };
    if (type === "" && precision === undefined) {
      return numberInForm(plainReal(Math.abs(value)), value < 0 || Object.is(value, -0), plain);
    }
    const text = realForm(value, { ...plain, type: type || "g" });
    return typeof text === "string" ? text : "";
  };
  const isShort = type === "" && Object.is(re, 0);
  const whole = isShort ? `${part(im, form.sign)}j` : `${part(re, form.sign)}${part(im, "+")}j`;
  const text = type === "" && !isShort ? `(${whole})` : whole;
  return textInForm(text, { ...form, precision: undefined, align: form.align || ">" });
}

function pointed(digits: string, alternate: boolean): string {
  return alternate && !digits.includes(".") ? digits.replace("e", ".e") : digits;
}

/// The problem with a form whose letter is unknown or missing.
export function unknownForm(type: string): FormatProblem {
  return { why: UNKNOWN_FORM, detail: type.codePointAt(0) ?? 0 };
}
