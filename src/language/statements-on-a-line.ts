import { type Cursor, isSymbol } from "./cursor.ts";

// In classic ePython several statements may stand on a line with nothing between them: a=1 b=2 if a<b: print a

const WORDS: ReadonlySet<string> = new Set(
  "if while for def return pass import from break continue global del assert".split(" "),
);

/// Whether another statement can begin at a token that comes behind one on its line.
export function anotherStatementAt(cursor: Cursor, index: number = cursor.index): boolean {
  if (cursor.classic === undefined) return false;
  const token = cursor.tokenAt(index);
  if (token.kind === "name") return true;
  if (token.kind !== "keyword") return false;
  return token.text === "if" ? isStatement(cursor, index) : WORDS.has(token.text);
}

/// Whether the `if` here, behind an expression, is that of another statement: its condition ends with a colon.
export function ifBeginsStatement(cursor: Cursor): boolean {
  return cursor.classic !== undefined && isStatement(cursor, cursor.index);
}

function isStatement(cursor: Cursor, index: number): boolean {
  for (let i = index + 1; ; i++) {
    const token = cursor.tokenAt(i);
    if (token.kind === "newline" || token.kind === "end" || isSymbol(token, "else")) return false;
    if (isSymbol(token, ":")) return true;
    if (token.kind !== "operator") continue;
    if (token.index > i && "([{".includes(token.text)) i = token.index;
    else if (")]}".includes(token.text)) return false;
  }
}
