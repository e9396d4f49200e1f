import { insert, replace } from "./catalogue.ts";
import type { Cursor } from "./cursor.ts";
import { annotation, parameterNames, unexpected } from "./expressions.ts";
import type { Identifier, Parameter } from "./tree.ts";

/// The parameters of a `def`, with their brackets and an annotation of the result, up to the colon.
export function parameterList(cursor: Cursor, name: Identifier): Parameter[] {
  const opening = cursor.token;
  let parameters: Parameter[];
  if (cursor.accept("(")) {
    parameters = parameterNames(cursor, ")");
    if (cursor.index === opening.index) cursor.next();
    else if (!cursor.failed) unexpected(cursor);
  } else {
    parameters = withoutBrackets(cursor, name);
  }
  if (cursor.is("->")) annotation(cursor);
  return parameters;
}

function withoutBrackets(cursor: Cursor, name: Identifier): Parameter[] {
  const { from } = cursor.token;
  if (cursor.isKind("name")) {
    const parameters = parameterNames(cursor, ":");
    const span = cursor.since(from);
    const list = cursor.text.slice(span.from, span.to);
    if (cursor.is(":") || cursor.isKind("newline")) {
      const gap = { from: name.to, to: span.to };
      const fix = replace("Add the brackets", gap, `(${list})`);
      cursor.report("missing-def-brackets", span, { name: name.name }, fix);
    } else if (!cursor.failed) {
      unexpected(cursor);
    }
    return parameters;
  }
  if (cursor.is(":") || cursor.isKind("newline") || cursor.isKind("end")) {
    cursor.report("missing-def-brackets", name, { name: name.name }, insert("Add ()", name.to, "()"));
  } else {
    unexpected(cursor);
  }
  return [];
}
