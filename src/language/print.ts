import { type Cursor, isSymbol } from "./cursor.ts";
import { parseArguments, parseExpression } from "./expressions.ts";
import { anotherStatementAt } from "./statements-on-a-line.ts";
import type { Expression, Print } from "./tree.ts";

/// Both forms: `print a, b` and `print(a, b, sep=s, end=e)`. Brackets make a call only if the statement ends with them, so
/// that `print (a)+b` shows a sum.
export function parsePrint(cursor: Cursor): Print {
  const { from } = cursor.next();
  if (cursor.is("(") && endsStatement(cursor, cursor.token.index + 1)) return printCall(cursor, from);
  if (cursor.is(">>")) {
    cursor.fail("left-out-print-to", cursor.token, {});
    return { kind: "Print", values: [], newline: true, from: from, to: cursor.endSince(from) };
  }
  if (!cursor.atStatementEnd() && !cursor.is("(")) cursor.hasPrintStatement = true;
  const values: Expression[] = [];
  let newline = true;
  while (!cursor.atStatementEnd()) {
    values.push(parseExpression(cursor));
    newline = true;
    if (!cursor.accept(",")) break;
    newline = false;
  }
  return { kind: "Print", values, newline, from: from, to: cursor.endSince(from) };
}

function endsStatement(cursor: Cursor, index: number): boolean {
  const token = cursor.tokenAt(index);
  const isEnd = token.kind === "newline" || token.kind === "end" || isSymbol(token, ";");
  return isEnd || anotherStatementAt(cursor, index);
}

function printCall(cursor: Cursor, from: number): Print {
  const values: Expression[] = [];
  let sep: Expression | undefined;
  let end: Expression | undefined;
  for (const argument of parseArguments(cursor)) {
    if (argument.name === undefined) values.push(argument.value);
    else if (argument.name.name === "sep") sep = argument.value;
    else if (argument.name.name === "end") end = argument.value;
    else cursor.report("print-keyword", argument, { name: argument.name.name });
  }
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
