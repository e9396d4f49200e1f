import type { Span } from "../base/span.ts";
import { opened } from "../language/fstring-tokens.ts";
import { tokenize } from "../language/lexer.ts";
import type { Token, Words } from "../language/tokens.ts";

/// A text as the editor's services need it: only the tokens that stand for characters of it, and its comments.
export interface Pieces {
  /// Without the empty ones that stand in for something missing, and without ends of lines and indentation.
  readonly tokens: readonly Token[];
  readonly all: readonly Token[];
  /// The same two with f-strings opened: the tokens of their values stand in their places.
  readonly inner: { readonly tokens: readonly Token[]; readonly all: readonly Token[] };
  readonly comments: readonly Span[];
  /// The indentation mixes tabs and spaces.
  readonly mixedTabs: boolean;
}

/// With names it is read as classic ePython, as `tokenize` does.
export function piecesOf(text: string, classic?: Words): Pieces {
  const { tokens: all, mixedTabs } = tokenize(text, "", classic);
  const tokens = all.filter(standsForCharacters);
  const innerAll = opened(text, all, classic);
  const inner = innerAll === all ? { tokens, all } : { tokens: innerAll.filter(standsForCharacters), all: innerAll };
  return { tokens, all, inner, comments: commentsBetween(text, tokens, classic !== undefined), mixedTabs };
}

function standsForCharacters({ kind, from, to }: Token): boolean {
  return to > from && kind !== "newline" && kind !== "indent" && kind !== "dedent";
}

function commentsBetween(text: string, tokens: readonly Token[], isClassic: boolean): readonly Span[] {
  const comments: Span[] = [];
  let at = 0;
  const search = (end: number) => {
    while (at < end) {
      // In what stands between two tokens only: most of a text is tokens.
      const found = text.slice(at, end).search(isClassic ? /#|\/\*/ : /#/);
      if (found < 0) break;
      const from = at + found;
      const comment = text[from] === "#" ? /[^\n\r]*/y : /\/\*(?:[\s\S]*?\*\/|[\s\S]*)/y;
      comment.lastIndex = from;
      const to = from + (comment.exec(text)?.[0].trimEnd().length ?? 1);
      comments.push({ from, to: Math.min(to, end) });
      at = Math.max(to, from + 1);
    }
    at = Math.max(at, end);
  };
  for (const token of tokens) {
    search(token.from);
    at = Math.max(at, token.to);
  }
  search(text.length);
  return comments;
}

/// The index of the last token that begins before this offset, or -1.
export function tokenBefore(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/// Whether what is typed at this offset is part of a comment or of a text.
export function inWords({ inner: { tokens }, comments }: Pieces, text: string, offset: number): boolean {
  if (comments.some(({ from, to }) => from < offset && (offset <= to || isRestOfLine(text, to, offset)))) return true;
  const token = tokens[tokenBefore(tokens, offset)];
  if (token === undefined || !["string", "fstring", "bytes", "bad"].includes(token.kind)) return false;
  // What is words of an f-string goes up to the brace of a value.
  const goesOn = token.kind === "bad" || (token.kind === "fstring" && /[{}]/.test(text[offset] ?? ""));
  return offset < token.to || (offset === token.to && goesOn);
}

function isRestOfLine(text: string, from: number, to: number): boolean {
  return /^[^\n\r]*$/.test(text.slice(from, to));
}
