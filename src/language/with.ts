import { checkTarget } from "./assignment.ts";
import { type Cursor, isSymbol } from "./cursor.ts";
import { parseExpression } from "./expressions.ts";
import type { Token } from "./tokens.ts";
import type { Block, Expression, Statement, With } from "./tree.ts";

// `with` and its managers.

interface Item {
  readonly manager: Expression;
  readonly target?: Expression;
  readonly from: number;
}

export function withStatement(cursor: Cursor, into: Statement[], block: (cursor: Cursor, word: Token) => Block): void {
  const word = cursor.next();
  const isBracketed = atBracketedItems(cursor);
  if (isBracketed) cursor.next();
  const items = [item(cursor, word.from)];
  while (!cursor.failed && cursor.accept(",")) {
    if (isBracketed && cursor.is(")")) break;
    items.push(item(cursor, cursor.token.from));
  }
  if (isBracketed && !cursor.failed) cursor.accept(")");
  let body = block(cursor, word);
  const to = cursor.endSince(word.from);
  for (const one of items.reverse()) {
    const made: With = { kind: "With", ...one, body, to };
    body = [made];
  }
  into.push(...body);
}

function item(cursor: Cursor, from: number): Item {
  const manager = parseExpression(cursor);
  if (cursor.failed || !cursor.accept("as")) return { manager, from };
  const target = parseExpression(cursor);
  return { manager, target: cursor.failed ? target : checkTarget(cursor, target), from };
}

/// Whether the bracket here holds all managers, and is not part of the first.
function atBracketedItems(cursor: Cursor): boolean {
  if (!cursor.is("(")) return false;
  const close = cursor.token.index;
  if (!isSymbol(cursor.tokenAt(close), ")") || !isSymbol(cursor.tokenAt(close + 1), ":")) return false;
  for (let i = cursor.index + 1; i < close; i++) {
    const token = cursor.tokenAt(i);
    if (isSymbol(token, ",") || isSymbol(token, "as")) return true;
    const opens = isSymbol(token, "(") || isSymbol(token, "[") || isSymbol(token, "{");
    if (opens && token.index > i) i = token.index;
  }
  return false;
}
