import { replace } from "./catalogue.ts";
import { classicFix } from "./classic-fix.ts";
import { type Cursor, describe } from "./cursor.ts";
import {
  annotation,
  missing,
  parseExpressionList,
  reportIncrement,
  spanOf,
  startsExpression,
  visible,
} from "./expressions.ts";
import type { BinaryOperator, Expression, Statement } from "./tree.ts";

/// The signs that compute and assign at once.
export const AUGMENTED: ReadonlySet<string> = new Set([
  "+=",
  "-=",
  "*=",
  "/=",
  "//=",
  "%=",
  "**=",
  "&=",
  "|=",
  "^=",
  "<<=",
  ">>=",
]);

/// A statement that begins with an expression: an assignment, a changing assignment, or the expression alone.
export function expressionStatement(cursor: Cursor, into: Statement[]): void {
  const { from } = cursor.token;
  const first = parseExpressionList(cursor);
  if (cursor.failed) return;
  if (cursor.is(":") && isVariable(first)) {
    annotated(cursor, first, from, into);
  } else if (cursor.is("=")) {
    assignment(cursor, first, from, into);
  } else if (cursor.token.kind === "operator" && AUGMENTED.has(cursor.token.text)) {
    augmented(cursor, first, from, into);
  } else if (isDoubleSign(first)) {
    const sign = first.op;
    const name = first.operand.operand.name;
    reportIncrement(cursor, first, name, sign, true);
  } else {
    into.push({ kind: "Expression", value: first, from: from, to: cursor.endSince(from) });
  }
}

function assignment(cursor: Cursor, first: Expression, from: number, into: Statement[]): void {
  const values = [first];
  while (cursor.accept("=")) {
    if (!startsExpression(cursor.token) && !cursor.is("*")) {
      cursor.fail("expected-expression", visible(cursor.token), { found: describe(cursor.token, cursor.text) });
      values.push(missing(cursor.lastEnd));
      break;
    }
    values.push(parseExpressionList(cursor));
  }
  const value = values.pop() as Expression;
  const targets = values.map((target) => checkTarget(cursor, target));
  into.push({ kind: "Assign", targets, value, from: from, to: cursor.endSince(from) });
}

function isVariable({ kind }: Expression): boolean {
  return kind === "Name" || kind === "Index" || kind === "Attribute";
}

/// `x: int` or `x: int = 3`.
function annotated(cursor: Cursor, first: Expression, from: number, into: Statement[]): void {
  const next = cursor.peek();
  // A colon at the end of a line belongs to what was meant to open a block.
  if (next.kind === "newline" || next.kind === "end") return;
  const type = annotation(cursor);
  if (cursor.failed) return;
  const before = into.length;
  if (cursor.is("=")) {
    assignment(cursor, first, from, into);
    const made = into[before];
    if (made?.kind === "Assign") into[before] = { ...made, annotation: type };
  } else {
    const target = checkTarget(cursor, first);
    into.push({ kind: "Declare", target, annotation: type, from, to: cursor.endSince(from) });
  }
}

function augmented(cursor: Cursor, first: Expression, from: number, into: Statement[]): void {
  const sign = cursor.next();
  const op = sign.text.slice(0, -1) as BinaryOperator;
  if (op === "^" && cursor.reading === "python2")
    cursor.report("power-sign", sign, {}, replace("Write **=", sign, "**="));
  const several = first.kind === "Tuple" || first.kind === "List";
  if (several) cursor.report("bad-target", first, { what: "Several values at once" });
  const target = several ? missing(first.from) : checkTarget(cursor, first);
  const value = parseExpressionList(cursor);
  into.push({
    kind: "AugmentedAssign",
    target,
    op,
    opSpan: spanOf(sign),
    value,
    from: from,
    to: cursor.endSince(from),
  });
}

/// The target itself if it can take a value; else a `Missing` in place of what cannot, with a diagnostic.
export function checkTarget(cursor: Cursor, target: Expression): Expression {
  switch (target.kind) {
    case "Name":
    case "Index":
    case "Slice":
    case "Missing":
      return target;
    case "Tuple":
    case "List": {
      if (target.elements.length === 0) break;
      const [, second] = target.elements.filter(({ kind }) => kind === "Starred");
      if (second !== undefined) cursor.report("two-stars", second, {});
      return { ...target, elements: target.elements.map((element) => checkElement(cursor, element)) };
    }
    case "Starred":
      cursor.report("star-alone", target, {});
      return missing(target.from);
    case "Attribute":
      if (cursor.classic === undefined) return target;
      cursor.report("attribute-target", target, { name: target.name.name }, classicFix());
      return missing(target.from);
  }
  cursor.report("bad-target", target, { what: whatIs(target) });
  return missing(target.from);
}

function checkElement(cursor: Cursor, target: Expression): Expression {
  if (target.kind !== "Starred") return checkTarget(cursor, target);
  return { ...target, value: checkTarget(cursor, target.value) };
}

/// What `del` can take: the target itself, or a `Missing` in its place and a diagnostic. `del a, b` has two.
export function deleteTargets(cursor: Cursor, target: Expression): Expression[] {
  switch (target.kind) {
    case "Name":
    case "Index":
    case "Slice":
    case "Missing":
      return [target];
    case "Attribute":
      if (cursor.classic === undefined) return [target];
      break;
    case "Tuple":
    case "List":
      if (target.elements.length > 0) return target.elements.flatMap((element) => deleteTargets(cursor, element));
  }
  cursor.report("bad-delete", target, { what: whatIs(target) });
  return [missing(target.from)];
}

/// An expression in words, for messages.
export function whatIs(value: Expression): string {
  switch (value.kind) {
    case "Int":
    case "Real":
      return "A number";
    case "String":
      return "A text";
    case "Constant":
      return value.value === null ? "None" : value.value ? "True" : "False";
    case "Call":
      return "The result of a call";
    case "List":
      return "A list";
    case "Tuple":
      return "A tuple";
    case "Compare":
      return "A comparison";
    case "Binary":
      // `local-size = 3` is a name to many.
      return value.op === "-" && value.left.kind === "Name" && value.right.kind === "Name"
        ? "A difference (a name cannot contain a -)"
        : "A calculation";
    default:
      return "An expression";
  }
}

type DoubleSign = Extract<Expression, { kind: "Unary" }> & {
  readonly op: "+" | "-";
  readonly operand: { readonly operand: Extract<Expression, { kind: "Name" }> };
};

/// `++i`, which does nothing in Python.
function isDoubleSign(value: Expression): value is DoubleSign {
  if (value.kind !== "Unary" || (value.op !== "+" && value.op !== "-")) return false;
  const { operand } = value;
  return operand.kind === "Unary" && operand.op === value.op && operand.operand.kind === "Name";
}
