import { startsExpression } from "../language/expressions.ts";
import type { Token } from "../language/tokens.ts";

/// Words that are names wherever they do not begin a statement of their own.
export const SOFT_WORDS: ReadonlySet<string> = new Set(["match", "case"]);

/// Those of a text that do begin one: `match` on a line that ends with a colon, `case` on one that has a colon outside of brackets.
export function softWords(all: readonly Token[]): ReadonlySet<Token> {
  const found = new Set<Token>();
  all.forEach((token, k) => {
    if (token.kind !== "name" || !SOFT_WORDS.has(token.text)) return;
    const before = all[k - 1];
    const isFirst = before === undefined || ["newline", "indent", "dedent"].includes(before.kind);
    const next = all[k + 1];
    const isFollowed = next !== undefined && (startsExpression(next) || next.text === "*");
    if (isFirst && isFollowed && hasColon(all, k, token.text === "match")) found.add(token);
  });
  return found;
}

function hasColon(all: readonly Token[], from: number, isLast: boolean): boolean {
  let depth = 0;
  for (let k = from; k < all.length; k++) {
    const { kind, text } = all[k] as Token;
    if (kind === "newline" || kind === "end") return false;
    if (kind !== "operator") continue;
    if ("([{".includes(text)) depth++;
    else if (")]}".includes(text)) depth--;
    else if (text === ":" && depth === 0 && (!isLast || all[k + 1]?.kind === "newline" || all[k + 1]?.kind === "end"))
      return true;
  }
  return false;
}
