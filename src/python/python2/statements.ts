import type { Token } from "./tokens.ts";

const COMPOUND = new Set(["if", "elif", "else", "while", "for", "def", "class", "try", "except", "finally", "with"]);

/// Whether a simple statement can begin at a token: at the start of a line, after `;`, or after the colon of an `if x:`.
export function isStatementStart(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k] as Token;
  if (token.first) return true;
  const before = tokens[k - 1] as Token;
  if (before.text === ";") return true;
  if (before.text !== ":") return false;
  let start = k - 1;
  while (start > 0 && !(tokens[start] as Token).first) start--;
  if (!COMPOUND.has((tokens[start] as Token).text)) return false;
  // The colon of the statement itself stands in no bracket, and is no lambda's.
  for (let at = start; at < k - 1; at++) {
    const { text, match } = tokens[at] as Token;
    if (text === "lambda" || text === ":") return false;
    if (match > at) {
      if (match >= k) return false;
      at = match;
    }
  }
  return true;
}

/// The index of the token after a simple statement: a newline, a `;`, or the end.
export function statementEnd(tokens: readonly Token[], k: number): number {
  for (let at = k; ; at++) {
    const token = tokens[at] as Token;
    if (token.kind === "newline" || token.kind === "end" || token.text === ";") return at;
    if (token.match > at) at = token.match;
  }
}

/// The index of the next `symbol` outside of brackets from `k` on and before `end`; -1 if there is none.
export function findSymbol(tokens: readonly Token[], k: number, end: number, symbol: string): number {
  for (let at = k; at < end; at++) {
    const { text, match } = tokens[at] as Token;
    if (text === symbol) return at;
    if (match > at) at = match;
  }
  return -1;
}
