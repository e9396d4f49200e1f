import { isWithin, type TokenRange } from "../kernels/ranges.ts";
import { isStatementStart } from "./statements.ts";
import type { Token } from "./tokens.ts";

/// What Python 3 calls by another name, if no program has given the name a meaning of its own.
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ["xrange", "range"],
  ["raw_input", "input"],
  ["unicode", "str"],
  ["basestring", "str"],
  ["unichr", "chr"],
  ["long", "int"],
]);

// After `print` these make an expression of Python 3 of it, or nothing in either.
const GOES_ON = new Set(["and", "or", "in", "is", "if", "else", "for"]);

/// Whether a program can only be Python 2.
export function marksOf(tokens: readonly Token[], kernels: readonly TokenRange[]): boolean {
  const bound = boundNames(tokens);
  return tokens.some((token, k) => isMark(tokens, k, token, bound, kernels));
}

function isMark(
  tokens: readonly Token[],
  k: number,
  token: Token,
  bound: ReadonlySet<string>,
  kernels: readonly TokenRange[],
): boolean {
  const next = tokens[k + 1];
  if (token.kind === "number") return isOldNumber(token.text);
  if (token.kind === "string") return /^ur/i.test(token.text);
  if (token.kind === "symbol") return token.text === "<>" || token.text === "`";
  if (token.kind !== "name" || next === undefined) return false;
  if (token.text === "print") return isStatementStart(tokens, k) && startsOperand(tokens, k + 1);
  if (token.text === "exec") return isStatementStart(tokens, k) && (next.kind === "string" || next.kind === "name");
  if (token.text === "async") return next.text === "=" && ["(", ","].includes(tokens[k - 1]?.text ?? "");
  if (token.text === "except") return hasComma(tokens, k + 1, ":");
  if (token.text === "raise" && isStatementStart(tokens, k)) return hasComma(tokens, k + 1, "");
  // ePython knows some of these too.
  return isOldName(tokens, k, bound) && !isWithin(kernels, k);
}

/// A name that only Python 2 has.
export function isOldName(tokens: readonly Token[], k: number, bound: ReadonlySet<string>): boolean {
  const { text } = tokens[k] as Token;
  return RENAMED.has(text) && !bound.has(text) && tokens[k - 1]?.text !== "." && !isKeyword(tokens, k);
}

/// Names that the program itself binds.
export function boundNames(tokens: readonly Token[]): Set<string> {
  const bound = new Set<string>();
  tokens.forEach((token, k) => {
    if (token.kind !== "name") return;
    const before = tokens[k - 1]?.text ?? "";
    const assigned = tokens[k + 1]?.text === "=" && !isKeyword(tokens, k);
    if (assigned || ["def", "class", "as", "import", "for"].includes(before)) bound.add(token.text);
  });
  return bound;
}

/// Whether `name=` is an argument's, and not an assignment.
function isKeyword(tokens: readonly Token[], k: number): boolean {
  return tokens[k + 1]?.text === "=" && ["(", ","].includes(tokens[k - 1]?.text ?? "");
}

export function isOldNumber(text: string): boolean {
  return /^0\d*[1-7]\d*$/.test(text) || /\d[lL]$/.test(text);
}

/// Whether what stands here begins an operand, so that a name before it can be no expression.
function startsOperand(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k] as Token;
  if (token.kind === "string" || token.kind === "number") return true;
  if (token.kind === "name") {
    if (token.text === "not") return tokens[k + 1]?.text !== "in";
    return !GOES_ON.has(token.text);
  }
  return ["{", "~", "`"].includes(token.text);
}

/// Whether a comma comes outside of brackets before `end`, or before the end of the statement.
function hasComma(tokens: readonly Token[], k: number, end: string): boolean {
  for (let at = k; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === "newline" || token.text === ";" || token.text === end) return false;
    if (token.text === ",") return true;
    if (token.match > at) at = token.match;
  }
  return false;
}
