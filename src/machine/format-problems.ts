// Why a value cannot be shown in the form that was asked for; the word that goes with each is said in faults.ts.

/// A template has more places than there are values, or fewer. With it: how many values there are, or are left over.
export const TOO_FEW_VALUES = 1;
export const TOO_MANY_VALUES = 2;
/// With it: the code of the form's letter, and the value's tag × 256.
export const WRONG_VALUE = 3;
/// With it: the letter's code, 0 if the form ends too early, and the value's tag × 2²¹ if that is known.
export const UNKNOWN_FORM = 4;
/// A part of the form that does not go with its letter: its code, and the letter's × 256.
export const NOT_ALLOWED = 5;
export const MISSING_PRECISION = 6;
/// With it: the number of the argument.
export const NO_SUCH_PLACE = 7;
/// With it: where the template has the name, see `named`.
export const NO_SUCH_NAME = 8;
/// A brace without the other one: its code.
export const LONE_BRACE = 9;
/// Braces with numbers and without in one text: 1 if one with a number was first.
export const MIXED_NUMBERING = 10;
export const NEEDS_NAMES = 11;
export const NO_CHARACTER = 12;
/// A value that has no form at all: its tag.
export const NO_FORM = 13;
export const NO_ATTRIBUTE = 14;
export const NESTED_TOO_DEEP = 15;
/// A field that no brace closes.
export const UNCLOSED_BRACE = 16;
/// With it: the tag of what has not that many elements.
export const NO_SUCH_ELEMENT = 17;

/// Why there is no text: a number from above, and what goes with it.
export interface FormatProblem {
  readonly why: number;
  readonly detail: number;
}

/// Whether a text could be made.
export function isText(made: string | FormatProblem): made is string {
  return typeof made === "string";
}

/// That a template asks for a name that has no value.
export function noSuchName(template: string, name: string): FormatProblem {
  return { why: NO_SUCH_NAME, detail: (Math.max(0, template.indexOf(name)) << 8) | Math.min(255, name.length) };
}

/// The name that `noSuchName` was told, from its template.
export function named(template: string, detail: number): string {
  return template.slice(detail >>> 8, (detail >>> 8) + (detail & 255));
}
