import type { QuickFix } from "../base/diagnostic.ts";
import { lineStartAt } from "../base/span.ts";
import { lineEndAt } from "./characters.ts";
import { type Cursor, isSymbol } from "./cursor.ts";
import { parseArguments, parseExpression } from "./expressions.ts";
import { anotherStatementAt } from "./statements-on-a-line.ts";
import type { Argument, Expression, Print } from "./tree.ts";

/// Both forms: `print a, b` and `print(a, b, sep=s, end=e)`. Brackets make a call only if the statement ends with them, so
/// that `print (a)+b` shows a sum.
export function parsePrint(cursor: Cursor): Print {
  const word = cursor.next();
  const { from } = word;
  if (cursor.is("(") && endsStatement(cursor, cursor.token.index + 1)) return printCall(cursor, from);
  if (cursor.is(">>")) {
    cursor.fail("left-out-print-to", cursor.token, {});
    return { kind: "Print", values: [], newline: true, from: from, to: cursor.endSince(from) };
  }
  const isStatement = !cursor.atStatementEnd();
  if (isStatement && !cursor.is("(")) cursor.hasPrintStatement = true;
  const values: Expression[] = [];
  let newline = true;
  while (!cursor.atStatementEnd()) {
    values.push(parseExpression(cursor));
    newline = true;
    if (!cursor.accept(",")) break;
    newline = false;
  }
  const to = cursor.endSince(from);
  if (isStatement && cursor.isPython3 && !isToldOfLine(cursor)) {
    cursor.report("print-statement", word, {}, brackets(cursor, word.to, values, newline));
  }
  return { kind: "Print", values, newline, from: from, to };
}

/// Whether `print` here begins the call or the statement that `parsePrint` reads. In Python 3 the call may be a part of an
/// expression, as in `print(x) if x else None`.
export function isPrintStatement(cursor: Cursor): boolean {
  if (!cursor.isPython3) return true;
  const next = cursor.peek();
  if (isSymbol(next, "(")) return endsStatement(cursor, next.index + 1);
  if (next.kind === "keyword") return isSymbol(next, "not") || isSymbol(next, "lambda") || /^[TFN]/.test(next.text);
  if (next.kind !== "operator") return next.kind !== "newline" && next.kind !== "end" && next.kind !== "bad";
  return ["[", "{", "-", "+", "~", ">>"].includes(next.text);
}

/// Whether something else is wrong with this line, which may be why it looks like a print statement.
function isToldOfLine(cursor: Cursor): boolean {
  const from = lineStartAt(cursor.text, cursor.tokenAt(cursor.statementStart).from);
  const to = lineEndAt(cursor.text, cursor.lastEnd);
  return cursor.diagnostics.some((one) => one.from >= from && one.from <= to);
}

/// Puts brackets around what a print statement shows.
function brackets(cursor: Cursor, at: number, values: readonly Expression[], newline: boolean): QuickFix[] {
  const first = values[0];
  const last = values.at(-1);
  if (first === undefined || last === undefined || cursor.failed) return [];
  const end = { from: last.to, to: Math.max(last.to, cursor.lastEnd), text: newline ? ")" : ', end=" ")' };
  return [{ title: "Write print(...)", edits: [{ from: at, to: first.from, text: "(" }, end] }];
}

function endsStatement(cursor: Cursor, index: number): boolean {
  const token = cursor.tokenAt(index);
  const isEnd = token.kind === "newline" || token.kind === "end" || isSymbol(token, ";");
  return isEnd || anotherStatementAt(cursor, index);
}

function printCall(cursor: Cursor, from: number): Print {
  const { values, sep, end, others } = printArguments(parseArguments(cursor));
  for (const { name } of others) if (name !== undefined) cursor.report("print-keyword", name, { name: name.name });
  return {
    kind: "Print",
    values,
    ...(sep === undefined ? {} : { sep }),
    ...(end === undefined ? {} : { end }),
    newline: true,
    from: from,
    to: cursor.endSince(from),
  };
}

/// The arguments of a call of `print`, by what they say. `flush` and `file` say nothing here: what is shown is shown at once, and in
/// one place.
export function printArguments(args: readonly Argument[]): {
  readonly values: readonly Expression[];
  readonly sep: Expression | undefined;
  readonly end: Expression | undefined;
  readonly others: readonly Argument[];
} {
  const named = (wanted: string): Expression | undefined => args.find(({ name }) => name?.name === wanted)?.value;
  return {
    values: args.flatMap(({ name, value }) => (name === undefined ? [value] : [])),
    sep: named("sep"),
    end: named("end"),
    others: args.filter(({ name }) => name !== undefined && !PRINT_KEYWORDS.has(name.name)),
  };
}

/// The names that arguments of `print` may have.
export const PRINT_KEYWORDS: ReadonlySet<string> = new Set(["sep", "end", "flush", "file"]);
