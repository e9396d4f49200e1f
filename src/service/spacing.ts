import type { Token } from "../language/tokens.ts";

// How much space stands between two tokens of one line. What has no rule keeps what it has.

/// What is known where two tokens meet.
export interface Meeting {
  readonly before: Token;
  readonly after: Token;
  /// The space there is now.
  readonly gap: string;
  /// How many brackets are open between them.
  readonly depth: number;
  /// `before` is an operator with only one operand, as in `-x`.
  readonly isUnary: boolean;
  /// `before` is the word of a print statement.
  readonly isPrint: boolean;
}

const spaced: ReadonlySet<string> = new Set(
  "= == != < > <= >= <> += -= *= /= //= %= **= &= |= ^= <<= >>= + - * / // % & | << >> -> and or not in is".split(" "),
);

/// The space that belongs between two tokens.
export function spaceBetween(meeting: Meeting): string {
  const { before, after, gap, depth, isUnary, isPrint } = meeting;
  if (before.kind === "bad" || after.kind === "bad") return gap;
  const left = before.kind === "operator" ? before.text : "";
  const right = after.kind === "operator" ? after.text : "";
  if ("([{".includes(left) && left !== "") return "";
  if (")]}".includes(right) && right !== "") return "";
  if (right === "," || right === ";") return "";
  if (left === "," || left === ";") return " ";
  // In classic ePython `!` is the word not.
  if (before.kind === "keyword" && before.to - before.from === 1) return gap;
  if (right === ":") return depth > 0 ? gap : "";
  if (left === ":") return depth > 0 ? gap : " ";
  if (left === "." || right === ".") return endsValue(before) || left === "." ? (isNumber(before) ? gap : "") : gap;
  if (left === "@" || right === "@" || left === "**" || right === "**") return gap;
  if (isUnary) return "";
  if ((left === "=" || right === "=") && depth > 0) return "";
  if (spaced.has(left) || spaced.has(right)) return isUnaryNext(meeting) ? unaryGap(meeting) : " ";
  if (before.kind === "keyword" && !endsValue(before) && (right === "(" || right === "[")) return " ";
  if (isPrint) return right === "(" ? gap : " ";
  if ((right === "(" || right === "[") && endsValue(before)) return isNumber(before) ? gap : "";
  return gap === "" ? "" : " ";
}

// Before an operator that has no left operand: what stands before it decides.
function isUnaryNext({ before, after }: Meeting): boolean {
  return after.kind === "operator" && "+-~".includes(after.text) && !endsValue(before);
}

function unaryGap({ before, gap, depth }: Meeting): string {
  if (before.kind === "operator" && before.text === "=" && depth > 0) return "";
  return before.kind === "operator" && !spaced.has(before.text) ? gap : " ";
}

/// Whether a value can end with this token, so that an operator after it has two operands.
export function endsValue({ kind, text }: Token): boolean {
  if (kind === "keyword") return text === "True" || text === "False" || text === "None";
  if (kind === "operator") return ")]}".includes(text);
  return true;
}

function isNumber({ kind }: Token): boolean {
  return kind === "int" || kind === "real";
}
