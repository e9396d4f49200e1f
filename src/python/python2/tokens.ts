import { FStringEnds, fstringHead, fstringPieces } from "../../base/fstring-shape.ts";

// The tokens of a Python program, 2 or 3, as far as it takes to tell the two apart and to rewrite one as the other. An f-string
// is opened: what it says is strings, and the tokens of its values stand between its braces.

export interface Token {
  readonly kind: "name" | "number" | "string" | "symbol" | "newline" | "end";
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /// One-based.
  readonly line: number;
  /// Whether it is the first of a logical line, and how far that is indented.
  readonly first: boolean;
  readonly indent: number;
  /// The index of the bracket that belongs to this one; -1 if it is none or has none.
  match: number;
}

const STRING =
  /(?:[bruBRU]{0,2})(?:"""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''|"(?:[^\\\n"]|\\[\s\S])*"?|'(?:[^\\\n']|\\[\s\S])*'?)/y;
const NUMBER = /(?:0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?)[lLjJ]?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const SYMBOL =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|<>|\*\*|\/\/|<<|>>|<=|>=|==|!=|->|:=|[-+*/%&|^@]=|[-+*/%&|^~@<>()[\]{},:.;=`!?$]/y;

const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/// The tokens of a text, without comments; the last is of kind "end". Never fails.
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const open: number[] = [];
  const ends = new FStringEnds(text);
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;
  let lineStart = at;
  let fresh = true;
  const add = (kind: Token["kind"], from: number, to: number): void => {
    const indent = fresh ? from - lineStart : (tokens.at(-1)?.indent ?? 0);
    tokens.push({ kind, text: text.slice(from, to), from, to, line, first: fresh, indent, match: -1 });
    fresh = false;
  };
  const match = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
  };

  const fstring = (): boolean => {
    const head = fstringHead(text, at);
    if (head === 0) return false;
    const quote = /["']+$/.exec(text.slice(at, at + head))?.[0] ?? "";
    const close = ends.close(at + head, quote);
    if (close === undefined) return false;
    for (const { kind, from, to } of fstringPieces(text, at, close + quote.length)) {
      if (kind === "code") {
        read(to);
        continue;
      }
      if (to <= at) continue;
      add(kind === "text" ? "string" : "symbol", from, to);
      bracket(tokens, open);
      line += text.slice(from, to).split("\n").length - 1;
      at = to;
    }
    return true;
  };

  const read = (end: number): void => {
    while (at < end) step(end);
  };

  const step = (end: number): void => {
    const c = text[at] as string;
    if (c === "\n") {
      if (open.length === 0 && !fresh) {
        add("newline", at, at + 1);
        fresh = true;
      }
      at++;
      line++;
      lineStart = at;
      return;
    }
    if (c === "\\" && /^\\\r?\n/.test(text.slice(at, at + 3))) {
      at = text.indexOf("\n", at) + 1;
      line++;
      return;
    }
    if (/\s/.test(c)) {
      at++;
      return;
    }
    if (c === "#") {
      const lineEnd = text.indexOf("\n", at);
      at = lineEnd < 0 || lineEnd > end ? end : lineEnd;
      return;
    }
    if (fstring()) return;
    const string = match(STRING);
    if (string > 0) {
      add("string", at, at + string);
      line += text.slice(at, at + string).split("\n").length - 1;
      at += string;
      return;
    }
    const number = /[\d.]/.test(c) ? match(NUMBER) : 0;
    const name = number > 0 ? 0 : match(NAME);
    const length = number || name || match(SYMBOL) || 1;
    add(number > 0 ? "number" : name > 0 ? "name" : "symbol", at, at + length);
    bracket(tokens, open);
    at += length;
  };

  read(text.length);
  if (!fresh) {
    add("newline", at, at);
    fresh = true;
  }
  add("end", at, at);
  return tokens;
}

function bracket(tokens: readonly Token[], open: number[]): void {
  const index = tokens.length - 1;
  const token = tokens[index] as Token;
  if (token.kind !== "symbol") return;
  if ("([{".includes(token.text)) open.push(index);
  const opening = CLOSING[token.text];
  if (opening === undefined) return;
  const last = open.at(-1);
  if (last === undefined || tokens[last]?.text !== opening) return;
  open.pop();
  token.match = last;
  (tokens[last] as Token).match = index;
}
