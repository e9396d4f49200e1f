import type { Token } from "./tokens.ts";

// Where the operands of a division begin and end, by the tokens around it.

/// The words of Python 2 that are no names.
export const KEYWORDS = new Set(
  (
    "and as assert break class continue def del elif else except exec finally for from global if import in is lambda not or " +
    "pass print raise return try while with yield"
  ).split(" "),
);
const SAME_RANK = new Set(["*", "/", "//", "%"]);
const SIGNS = new Set(["+", "-", "~"]);

function isName(token: Token | undefined): boolean {
  return token?.kind === "name" && !KEYWORDS.has(token.text);
}

/// Whether an operand can end with a token.
export function endsOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (
    isName(token) || token.kind === "number" || token.kind === "string" || [")", "]", "}", "`"].includes(token.text)
  );
}

/// The index of the first token of the left operand of the operator at `k`.
export function leftOperand(tokens: readonly Token[], k: number): number {
  let at = factorBack(tokens, k - 1);
  while (at > 0 && SAME_RANK.has((tokens[at - 1] as Token).text) && endsOperand(tokens[at - 2])) {
    at = factorBack(tokens, at - 2);
  }
  return at;
}

function factorBack(tokens: readonly Token[], k: number): number {
  let at = primaryBack(tokens, k);
  while (tokens[at - 1]?.text === "**" && endsOperand(tokens[at - 2])) at = primaryBack(tokens, at - 2);
  while (SIGNS.has(tokens[at - 1]?.text ?? "") && !endsOperand(tokens[at - 2])) at--;
  return at;
}

function primaryBack(tokens: readonly Token[], k: number): number {
  let at = k;
  for (;;) {
    const token = tokens[at] as Token;
    if ([")", "]", "}"].includes(token.text) && token.match >= 0) {
      at = token.match;
      // A call or an index: what is called or indexed belongs to it.
      if (token.text !== "}" && endsOperand(tokens[at - 1])) {
        at--;
        continue;
      }
    }
    if (tokens[at - 1]?.text === "." && at >= 2) at -= 2;
    else return at;
  }
}

/// The index of the last token of the right operand of the operator at `k`.
export function rightOperand(tokens: readonly Token[], k: number): number {
  let at = k + 1;
  while (SIGNS.has(tokens[at]?.text ?? "")) at++;
  for (;;) {
    const token = tokens[at];
    if (token !== undefined && "([{".includes(token.text) && token.match >= 0) at = token.match;
    const next = tokens[at + 1];
    if (next?.text === "." && tokens[at + 2]?.kind === "name") at += 2;
    else if ((next?.text === "(" || next?.text === "[") && next.match >= 0) at = next.match;
    else break;
  }
  return tokens[at + 1]?.text === "**" ? rightOperand(tokens, at + 1) : at;
}
