import type { Span } from "../../base/span.ts";
import { parse } from "../../language/parser.ts";
import type { Call, Compare, Expression } from "../../language/tree.ts";
import type { Condition, ConditionCall, ConditionOperator } from "../../runtime/protocol/breakpoints.ts";

/// A breakpoint's condition, or what is wrong with its text and where.
export type CompiledCondition =
  | { readonly condition: Condition }
  | { readonly problem: string; readonly from: number; readonly to: number };

const parameters: Readonly<Record<ConditionCall, number>> = {
  coreid: 0,
  numcores: 0,
  ishost: 0,
  isdevice: 0,
  len: 1,
  abs: 1,
};

const operators: readonly string[] = ["+", "-", "*", "/", "//", "%"];

class Refused extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/// Reads a condition, an expression such as `i == 3 and coreid() == 2`. Never throws.
export function compileCondition(text: string): CompiledCondition {
  // In brackets, as it may stand over several lines and cannot be an assignment.
  const { module, diagnostics } = parse(`(${text}\n)`, "condition");
  const place = (span: Span): Span => ({
    from: Math.min(Math.max(0, span.from - 1), text.length),
    to: Math.min(Math.max(0, span.to - 1), text.length),
  });
  const whole = { from: 0, to: text.length };
  if (text.trim() === "") return { problem: "A condition is an expression, such as i == 3", ...whole };
  const wrong = diagnostics.find(({ severity }) => severity === "error");
  if (wrong !== undefined) return { problem: wrong.message, ...place(wrong) };
  const [statement] = module.body;
  if (module.body.length !== 1 || statement?.kind !== "Expression") {
    return { problem: "A condition is one expression, such as i == 3", ...whole };
  }
  try {
    return { condition: conditionOf(statement.value) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.message, ...place(error.span) };
    throw error;
  }
}

function conditionOf(expression: Expression): Condition {
  switch (expression.kind) {
    case "Int":
      return { kind: "int", value: expression.value };
    case "Real":
      return { kind: "real", value: expression.value };
    case "String":
      return { kind: "string", value: expression.value };
    case "Constant":
      return expression.value === null ? { kind: "none" } : { kind: "bool", value: expression.value };
    case "Name":
      return { kind: "name", name: expression.name };
    case "Unary":
      if (expression.op === "~") throw new Refused("~ cannot stand in a condition", expression);
      return { kind: "unary", op: expression.op, of: conditionOf(expression.operand) };
    case "Binary":
      if (!operators.includes(expression.op)) {
        throw new Refused(`${expression.op} cannot stand in a condition`, expression.opSpan);
      }
      return joined(expression.op as ConditionOperator, expression.left, expression.right);
    case "Logical":
      return joined(expression.op, expression.left, expression.right);
    case "Compare":
      return compared(expression);
    case "Index":
      return { kind: "index", of: conditionOf(expression.object), at: conditionOf(expression.index) };
    case "Call":
      return called(expression);
    default:
      throw new Refused(
        "A condition is made of variables, numbers, texts, comparisons, arithmetic, and, or, not, [ ], len() and coreid()",
        expression,
      );
  }
}

function joined(op: ConditionOperator, left: Expression, right: Expression): Condition {
  return { kind: "binary", op, left: conditionOf(left), right: conditionOf(right) };
}

// a < b <= c is a < b and b <= c.
function compared({ first, rest }: Compare): Condition {
  let left = first;
  const parts = rest.map(({ op, right }): Condition => {
    const part = joined(op, left, right);
    left = right;
    return part;
  });
  return parts.reduce((all, part) => ({ kind: "binary", op: "and", left: all, right: part }));
}

function called({ callee, args, from, to }: Call): Condition {
  const name = callee.kind === "Attribute" ? callee.name.name : callee.kind === "Name" ? callee.name : "";
  const count = Object.hasOwn(parameters, name) ? parameters[name as ConditionCall] : undefined;
  if (count === undefined) {
    throw new Refused("A condition can call only coreid, numcores, ishost, isdevice, len and abs", callee);
  }
  if (args.length !== count || args.some((argument) => argument.name !== undefined)) {
    throw new Refused(`${name}() takes ${count === 0 ? "nothing" : "one value"}`, { from, to });
  }
  return { kind: "call", name: name as ConditionCall, of: args.map(({ value }) => conditionOf(value)) };
}
