import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";

/// `bad` stands for text that the lexer has already complained about. `print` is a name: only its place makes it a
/// statement. `fstring` and `bytes` are strings of which the parser says that ePython has none.
export type TokenKind =
  | "name"
  | "keyword"
  | "int"
  | "real"
  | "imaginary"
  | "string"
  | "fstring"
  | "bytes"
  | "operator"
  | "newline"
  | "indent"
  | "dedent"
  | "bad"
  | "end";

export interface Token extends Span {
  readonly kind: TokenKind;
  /// A name, keyword or operator as it counts (`and` for a mended `&&`); a string's value; an indent's outer indentation.
  readonly text: string;
  /// A number's place in `Lexed.numbers`; for an opening bracket the index of the token that closes it; else 0.
  index: number;
}

/// The tokens of a text. Brackets always balance and every line ends with a `newline`: where the text does not do so,
/// empty tokens stand in and a diagnostic says it. The last token is an `end`.
export interface Lexed {
  readonly tokens: readonly Token[];
  /// The values of the numbers. They are kept apart, so that tokens hold small integers only and stay small.
  readonly numbers: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
  /// The indentation mixes tabs and spaces, so that complaints about it would be guesses.
  readonly mixedTabs: boolean;
}

export const keywords: ReadonlySet<string> = new Set(
  (
    "and as assert async await break class continue def del elif else except finally for from global if import in is " +
    "lambda nonlocal not or pass raise return try while with yield None True False"
  ).split(" "),
);

/// A set of words, asked in small letters.
export interface Words {
  has(word: string): boolean;
}

/// How a text is read: as a Python, or as classic ePython, in which these words of Python, and these words with dots, are names.
export type Reading = "python3" | "python2" | Words;

/// The words that are names in a classic text; undefined if it is in a Python.
export function classicWords(reading: Reading): Words | undefined {
  return typeof reading === "string" ? undefined : reading;
}

/// The words that classic ePython has too, in any case, by their small letters; `print` is a name, as in Python.
const CLASSIC_KEYWORDS: ReadonlyMap<string, string> = new Map(
  "and def elif else False for from if import in is None not or pass return True while"
    .split(" ")
    .map((word) => [word.toLowerCase(), word]),
);

/// The word of the language, as Python writes it, that a word means in classic ePython; undefined if it is a name.
export function classicKeyword(word: string, names: Words): string | undefined {
  const small = word.toLowerCase();
  const known = CLASSIC_KEYWORDS.get(small);
  return known ?? (isClassicWord(small) && !names.has(small) ? small : undefined);
}

/// Whether a word of Python, in small letters, was a name in classic ePython.
export function isClassicWord(small: string): boolean {
  return keywords.has(small) && !CLASSIC_KEYWORDS.has(small);
}

/// Whether a word is one of the language in classic ePython too, whatever the program makes of the others.
export function isClassicKeyword(word: string): boolean {
  const small = word.toLowerCase();
  return CLASSIC_KEYWORDS.has(small) || small === "print";
}
