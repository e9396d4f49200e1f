import type { Span } from "../../base/span.ts";
import { parse } from "../../language/parser.ts";
import type { Call, Compare, Expression } from "../../language/tree.ts";
import type { Condition, ConditionCall, ConditionOperator, LogPart } from "../../runtime/protocol/breakpoints.ts";

// What learners write about a paused core: conditions of breakpoints, watches, and messages of logpoints. runtime/conditions.ts
// evaluates it.

/// What is wrong with a text, in words for people, and where.
interface Wrong {
  readonly problem: string;
  readonly from: number;
  readonly to: number;
}

/// An expression, or what is wrong with its text.
export type CompiledExpression = { readonly expression: Condition } | Wrong;

/// A logpoint's message, or what is wrong with its text.
type CompiledMessage = { readonly parts: readonly LogPart[] } | Wrong;

const example = "Write an expression, such as i == 3";

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

/// Reads an expression such as `i == 3 and coreid() == 2`. Never throws.
export function compileExpression(text: string): CompiledExpression {
  // In brackets, as it may stand over several lines and cannot be an assignment.
  const { module, diagnostics } = parse(`(${text}\n)`, "expression");
  const place = (span: Span): Span => ({
    from: Math.min(Math.max(0, span.from - 1), text.length),
    to: Math.min(Math.max(0, span.to - 1), text.length),
  });
  const whole = { from: 0, to: text.length };
  if (text.trim() === "") return { problem: example, ...whole };
  const wrong = diagnostics.find(({ severity }) => severity === "error");
  if (wrong !== undefined) return { problem: wrong.message, ...place(wrong) };
  const [statement] = module.body;
  if (module.body.length !== 1 || statement?.kind !== "Expression") {
    return { problem: example, ...whole };
  }
  try {
    return { expression: conditionOf(statement.value) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.message, ...place(error.span) };
    throw error;
  }
}

/// Reads a logpoint's message, in which expressions stand in braces: `i is {i}`. Two braces stand for one. Never throws.
export function compileMessage(text: string): CompiledMessage {
  const parts: LogPart[] = [];
  let plain = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if ((character === "{" || character === "}") && text[at + 1] === character) {
      plain += character;
      at++;
    } else if (character === "}") {
      return { problem: "This } has no { before it; write }} for the sign itself", from: at, to: at + 1 };
    } else if (character === "{") {
      const end = text.indexOf("}", at);
      if (end < 0) return { problem: "A } is missing", from: at, to: text.length };
      const inside = text.slice(at + 1, end);
      const compiled = compileExpression(inside);
      if ("problem" in compiled) {
        return { problem: compiled.problem, from: at + 1 + compiled.from, to: at + 1 + compiled.to };
      }
      if (plain !== "") parts.push(plain);
      plain = "";
      parts.push({ text: inside.trim(), value: compiled.expression });
      at = end;
    } else {
      plain += character;
    }
  }
  if (plain !== "" || parts.length === 0) parts.push(plain);
  return { parts };
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
      if (expression.op === "~") throw new Refused("~ cannot be used here", expression);
      return { kind: "unary", op: expression.op, of: conditionOf(expression.operand) };
    case "Binary":
      if (!operators.includes(expression.op)) {
        throw new Refused(`${expression.op} cannot be used here`, expression.opSpan);
      }
      return joined(expression.op as ConditionOperator, expression.left, expression.right);
    case "Logical":
      return joined(expression.op, expression.left, expression.right);
    case "Compare":
      return compared(expression);
    case "Index":
      return { kind: "index", of: conditionOf(expression.object), at: conditionOf(expression.index) };
    case "Attribute":
      return { kind: "attribute", of: conditionOf(expression.object), name: expression.name.name };
    case "Call":
      return called(expression);
    default:
      throw new Refused(
        "Use only variables, attributes, numbers, texts, comparisons, arithmetic, and, or, not, [ ], len() and coreid() here",
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
    throw new Refused("Only coreid, numcores, ishost, isdevice, len and abs can be called here", callee);
  }
  if (args.length !== count || args.some((argument) => argument.name !== undefined)) {
    throw new Refused(`${name}() takes ${count === 0 ? "nothing" : "one value"}`, { from, to });
  }
  return { kind: "call", name: name as ConditionCall, of: args.map(({ value }) => conditionOf(value)) };
}
