import { isDigit, nameEnd } from "./characters.ts";
import { classicKeyword, type Words } from "./tokens.ts";

export interface NumberRead {
  readonly to: number;
  readonly kind: "int" | "real";
  readonly value: number;
  /// Why it is no number, in words that go on after a colon; `long` and `complex` are parts that ePython leaves out.
  readonly problem?: string;
}

const WHOLE = /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0[0-7]+|0(?:_?0)*|[1-9](?:_?[0-9])*/y;
const REAL =
  /(?:[0-9](?:_?[0-9])*)?\.[0-9](?:_?[0-9])*(?:[eE][+-]?[0-9]+)?|[0-9](?:_?[0-9])*\.?[eE][+-]?[0-9]+|[0-9](?:_?[0-9])*\.(?!\.)/y;

/// Reads the number that begins at this offset, with a digit or with a point before a digit.
export function readNumber(text: string, from: number): NumberRead {
  const whole = matchAt(WHOLE, text, from);
  const real = matchAt(REAL, text, from);
  const isReal = real > whole;
  const to = Math.max(whole, real, from + 1);
  // A dot that multiplies is part of a name to Python.
  const after = text[to] === "\u00b7" ? to : nameEnd(text, to);
  const more = after > to || (isReal && text[to] === "." && isDigit(text.charCodeAt(to + 1)));
  const digits = text.slice(from, to).replaceAll("_", "");
  if (more) {
    const problem = problemOf(text, from, to);
    return { to: wordEnd(text, to), kind: "int", value: problem === "complex" ? Number(digits) : 0, problem };
  }
  if (isReal) return { to, kind: "real", value: Number(digits) };
  const octal = /^0[0-7]+$/.test(digits) && !/^0+$/.test(digits);
  return { to, kind: "int", value: octal ? Number.parseInt(digits, 8) : Number(digits) };
}

// The letters of C may stand behind a number.
const CLASSIC_INT = /(?:0[xX][0-9a-fA-F]+|[0-9]+)(?:[uU](?:[lL]{1,2})?|[lL]{1,2}[uU]?)?/y;
const CLASSIC_REAL =
  /(?:[0-9]+[eE][+-]?[0-9]+|[0-9]*\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+\.(?:[eE][+-]?[0-9]+)?)[fFlL]?/y;

/// Reads a number as classic ePython does: with the letters of C behind it, and in base 10 even if it begins with a 0.
export function readClassicNumber(text: string, from: number): NumberRead {
  const whole = matchAt(CLASSIC_INT, text, from);
  const real = matchAt(CLASSIC_REAL, text, from);
  const to = Math.max(whole, real);
  const after = nameEnd(text, to);
  // A word of the language may follow at once. What else hangs on is Python's, or no number at all.
  if (after > to && classicKeyword(text.slice(to, after), NO_NAMES) === undefined) return readNumber(text, from);
  // The original takes the digits up to the first letter: 0x10 is 0.
  if (real > whole) return { to, kind: "real", value: Number.parseFloat(text.slice(from, to)) };
  return { to, kind: "int", value: Number.parseInt(text.slice(from, to), 10) };
}

/// Whether all of a text is a number of classic ePython.
export function isClassicNumber(text: string): boolean {
  return Math.max(matchAt(CLASSIC_INT, text, 0), matchAt(CLASSIC_REAL, text, 0)) === text.length;
}

const NO_NAMES: Words = { has: () => true };

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/// The end of everything that hangs together with the digits: letters, digits and points between digits.
function wordEnd(text: string, at: number): number {
  for (;;) {
    at = nameEnd(text, at);
    if (text[at] !== "." || !isDigit(text.charCodeAt(at + 1))) return at;
    at++;
  }
}

function problemOf(text: string, from: number, to: number): string {
  const rest = text.slice(to, wordEnd(text, to));
  if (/^[lL]$/.test(rest)) return "long";
  if (/^[jJ]$/.test(rest)) return "complex";
  const lead = text.slice(from, to);
  if (rest.startsWith(".")) return "it has two decimal points";
  if (/^0[0-7]*$/.test(lead) && /^[0-9]/.test(rest))
    return "a 0 in front means base 8, which has only the digits 0 to 7";
  if (/^0$/.test(lead) && /^[xX]/.test(rest)) return "0x needs the digits 0 to 9 and a to f after it";
  if (/^0$/.test(lead) && /^[oO]/.test(rest)) return "0o needs the digits 0 to 7 after it";
  if (/^0$/.test(lead) && /^[bB]/.test(rest)) return "0b needs the digits 0 and 1 after it";
  if (/^0[xX]/.test(lead)) return "base 16 has the digits 0 to 9 and a to f";
  if (/^0[oO]/.test(lead)) return "base 8 has only the digits 0 to 7";
  if (/^0[bB]/.test(lead)) return "base 2 has only the digits 0 and 1";
  if (/^_+[0-9]/.test(rest) || rest === "_") return "_ may only stand between two digits, one at a time";
  if (/^[eE]$/.test(rest)) return "the exponent after the e is missing";
  return "a name cannot begin with a digit";
}
