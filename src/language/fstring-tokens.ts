import { fstringPieces } from "../base/fstring-shape.ts";
import { tokenize, tokenizeExpression } from "./lexer.ts";
import type { Reading, Token } from "./tokens.ts";

/// The tokens of a text, with what stands in f-strings in its place: between the braces, which are operators, the tokens of
/// each value; around them, as tokens of kind `fstring`, what is text. Values in values and in forms are opened too.
export function allTokens(text: string, reading?: Reading): readonly Token[] {
  return opened(text, tokenize(text, "", reading).tokens, reading);
}

/// These tokens of a text, with f-strings opened.
export function opened(text: string, tokens: readonly Token[], reading?: Reading): readonly Token[] {
  if (!tokens.some(isFString)) return tokens;
  const all: Token[] = [];
  const open = (token: Token): void => {
    for (const { kind, from, to } of fstringPieces(text, token.from, token.to)) {
      if (kind === "text") all.push({ kind: "fstring", from, to, text: text.slice(from, to), index: 0 });
      else if (kind !== "code") all.push({ kind: "operator", from, to, text: text.slice(from, to), index: 0 });
      else {
        for (const inner of tokenizeExpression(text, from, to, "", reading).tokens) {
          if (inner.to <= inner.from || inner.kind === "newline" || inner.kind === "end") continue;
          if (isFString(inner)) open(inner);
          else all.push(inner);
        }
      }
    }
  };
  for (const token of tokens) {
    if (isFString(token)) open(token);
    else all.push(token);
  }
  return all;
}

function isFString({ kind, from, to }: Token): boolean {
  return kind === "fstring" && to > from;
}
