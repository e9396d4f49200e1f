import { replace } from "./catalogue.ts";
import { classicFix } from "./classic-fix.ts";
import { type Cursor, isSymbol, lineEndsWithColon } from "./cursor.ts";
import { startsOperand } from "./expressions.ts";
import { nearest } from "./suggest.ts";

/// The words with which a statement begins.
export const statementWords: readonly string[] =
  "if elif else while for def return import from global print break continue pass try except finally raise".split(" ");

/// Those before whose colon nothing stands.
const COLON_WORDS: ReadonlySet<string> = new Set(["else", "try", "finally"]);

const BLOCK_WORDS: ReadonlySet<string> = new Set(["if", "elif", "while", "except"]);

/// Words with which other languages begin a function or the declaration of a variable.
const FUNCTION_WORDS: ReadonlySet<string> = new Set(["function", "func", "fun", "fn", "sub", "define"]);
const TYPE_WORDS: ReadonlySet<string> = new Set(
  "var let const int float double string str bool boolean char long auto real integer number".split(" "),
);

/// If the line begins with a name that can only be meant as one of these words, says so and goes on as if it were.
/// A name is not followed by a value, nor, at the end of its line, by a colon.
export function mendSpelling(cursor: Cursor, words: readonly string[] = statementWords): void {
  const { token } = cursor;
  if (token.kind !== "name" || token.text === "print") return;
  const next = cursor.peek();
  if (next.kind === "operator" && next.text !== "(" && next.text !== ":") return;
  if (TYPE_WORDS.has(token.text) && next.kind === "name" && isSymbol(cursor.peek(2), "=")) {
    const span = { from: token.from, to: next.from };
    cursor.report("needless-type", token, { found: token.text }, replace(`Remove ${token.text}`, span, ""));
    cursor.next();
    return;
  }
  const wanted = FUNCTION_WORDS.has(token.text)
    ? "def"
    : token.text.toLowerCase() === "foreach"
      ? "for"
      : nearest(token.text, words);
  if (wanted === undefined) return;
  const fits = COLON_WORDS.has(wanted)
    ? isSymbol(next, ":") && lineEndsWithColon(cursor)
    : startsOperand(next) ||
      isSymbol(next, "not") ||
      (wanted === "except" && isSymbol(next, ":") && lineEndsWithColon(cursor)) ||
      (isSymbol(next, "(") && BLOCK_WORDS.has(wanted) && lineEndsWithColon(cursor));
  if (!fits) return;
  const args = { found: token.text, wanted };
  const classic = token.text.toLowerCase() === wanted ? classicFix() : [];
  cursor.report("misspelt-keyword", token, args, [...replace(`Write ${wanted}`, token, wanted), ...classic]);
  cursor.mend(wanted === "print" ? "name" : "keyword", wanted);
}
