import { replace } from "./catalogue.ts";
import type { Cursor } from "./cursor.ts";
import { parseExpression, parseName } from "./expressions.ts";
import { mendSpelling } from "./misspelt.ts";
import type { Token } from "./tokens.ts";
import type { Block, Expression, Handler, Name, Raise, Statement, Try } from "./tree.ts";

// `try` with all that belongs to it, and `raise`.

/// Reads the colon and the block of a statement that began with this word.
type ParseBlock = (cursor: Cursor, word: Token) => Block;

export function tryStatement(cursor: Cursor, into: Statement[], block: ParseBlock): void {
  const first = cursor.next();
  const { from } = first;
  const body = block(cursor, first);
  const handlers: Handler[] = [];
  while (atWord(cursor, "except")) handlers.push(handler(cursor, block));
  const otherwise = handlers.length > 0 && atWord(cursor, "else") ? partBlock(cursor, block) : undefined;
  const final = atWord(cursor, "finally") ? partBlock(cursor, block) : undefined;
  if (handlers.length === 0 && final === undefined) cursor.report("try-alone", { from, to: first.to }, {});
  const early = handlers.slice(0, -1).find(({ type }) => type === undefined);
  if (early !== undefined) cursor.report("except-order", { from: early.from, to: early.from + "except".length }, {});
  const made: Try = {
    kind: "Try",
    body,
    handlers,
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(final === undefined ? {} : { final }),
    from,
    to: cursor.endSince(from),
  };
  into.push(made);
}

function atWord(cursor: Cursor, word: string): boolean {
  if (cursor.isKind("name")) mendSpelling(cursor, ["except", "else", "finally"]);
  return cursor.is(word);
}

function partBlock(cursor: Cursor, block: ParseBlock): Block {
  cursor.statementStart = cursor.index;
  return block(cursor, cursor.next());
}

function handler(cursor: Cursor, block: ParseBlock): Handler {
  cursor.statementStart = cursor.index;
  const word = cursor.next();
  const type = cursor.is(":") || cursor.atStatementEnd() ? undefined : parseExpression(cursor);
  const name = type === undefined || cursor.failed ? undefined : boundName(cursor, type);
  const body = block(cursor, word);
  return {
    ...(type === undefined ? {} : { type }),
    ...(name === undefined ? {} : { name }),
    body,
    from: word.from,
    to: cursor.endSince(word.from),
  };
}

function boundName(cursor: Cursor, type: Expression): Name | undefined {
  if (cursor.is(",")) {
    severalTypes(cursor, type);
    return undefined;
  }
  if (!cursor.accept("as")) return undefined;
  const name = parseName(cursor, "as");
  return name === undefined ? undefined : { kind: "Name", ...name };
}

/// `except A, B:` needs brackets; `except A, e:` is how Python 2 wrote `as`.
function severalTypes(cursor: Cursor, first: Expression): void {
  const comma = cursor.next();
  const second = parseExpression(cursor);
  if (cursor.failed) return;
  const isName = second.kind === "Name" && /^[a-z_]/.test(second.name) && cursor.is(":");
  const last = cursor.lastEnd;
  const fixes = isName
    ? replace("Write as", { from: comma.from, to: second.from }, " as ")
    : [
        {
          title: "Add brackets",
          edits: [
            { from: first.from, to: first.from, text: "(" },
            { from: last, to: last, text: ")" },
          ],
        },
      ];
  cursor.fail("except-comma", { from: first.from, to: last }, { isName }, fixes);
}

export function raiseStatement(cursor: Cursor, into: Statement[]): void {
  const { from } = cursor.next();
  const value = cursor.atStatementEnd() || cursor.is("from") ? undefined : parseExpression(cursor);
  if (value !== undefined && !cursor.failed && cursor.is(",")) {
    const comma = cursor.next();
    const text = parseExpression(cursor);
    const span = { from: value.from, to: cursor.endSince(value.from) };
    const shown = cursor.text.slice(value.from, value.to);
    const wanted = `${shown}(${cursor.text.slice(text.from, text.to)})`;
    cursor.fail("raise-comma", comma, {}, replace(`Write ${wanted}`, span, wanted));
    return;
  }
  const cause = value !== undefined && cursor.accept("from") ? parseExpression(cursor) : undefined;
  const made: Raise = {
    kind: "Raise",
    ...(value === undefined ? {} : { value }),
    ...(cause === undefined ? {} : { cause }),
    from,
    to: cursor.endSince(from),
  };
  into.push(made);
}
