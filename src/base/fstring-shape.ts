import type { Span } from "./span.ts";

// What stands where in an f-string, by its characters alone:
//
//   f"{x:>{w}} of {d["n"]!r}"     as Python 3.12 reads it: a value may have texts in it with the same quotation marks
//   ttvcfovcfotttttvccccccoot     t text, v `{` or `}`, c code, f form
//
// Nothing here is parsed, so that lexer, parser, editor and the reader of host programs can all ask.

/// How deep f-strings and forms may stand in one another; more is not looked into.
const DEEPEST = 12;

/// A stretch of an f-string. `text` is what is no program: the quotation marks, words, and forms such as `:5.2f`.
export interface FStringPiece extends Span {
  readonly kind: "text" | "open" | "code" | "close";
}

const HEAD = /(?:[fF][rR]?|[rR][fF])("""|'''|"|')/y;

/// The length of the prefix and quotation marks with which an f-string begins at an offset; 0 if none does.
export function fstringHead(text: string, at: number): number {
  HEAD.lastIndex = at;
  return HEAD.exec(text)?.[0].length ?? 0;
}

/// For the ends of f-strings that nothing closes, so many times the length of the text is looked through. After that no ends are
/// looked for.
const MOST_IN_VAIN = 20;

/// Where the f-strings of a text end, and the values in them. One serves for all of a text, so that what takes the length of a line
/// is done once for the line.
export class FStringEnds {
  private readonly text: string;
  private readonly to: number;
  private line = { from: 0, to: -1 };
  /// How many characters may still be looked through in vain.
  private patience: number;

  /// Of the text from one offset to another.
  constructor(text: string, from = 0, to = text.length) {
    this.text = text;
    this.to = to;
    this.patience = MOST_IN_VAIN * (to - from);
  }

  /// Where the quotation marks stand that close the f-string whose inside begins at `start`; undefined if that cannot be said.
  close(start: number, quote: string): number | undefined {
    if (this.patience < 0) return undefined;
    const close = this.closeIn(start, quote, this.to, 0);
    if (close === undefined) this.patience -= (quote.length === 3 ? this.to : this.lineEnd(start)) - start;
    return close;
  }

  /// Where the expression that begins here between braces ends: at `}`, `!` or `:` outside of brackets and texts, else `end`.
  expression(from: number, end: number, depth = 0): number {
    const { text } = this;
    const open: string[] = [];
    for (let at = from; at < end; at++) {
      const character = text[at] as string;
      if (character === "'" || character === '"') {
        const close = this.pastText(from, at, end, depth);
        if (close === undefined) return end;
        at = close - 1;
      } else if (character === "#") {
        at = this.lineEnd(at) - 1;
      } else if ("([{".includes(character)) {
        open.push(character);
      } else if (character === "}" && open.at(-1) === "{") {
        open.pop();
      } else if (open.length > 0 && character !== "}") {
        if (")]".includes(character)) open.pop();
      } else if (character === "}" || character === ":" || (character === "!" && text[at + 1] !== "=")) {
        return at;
      }
    }
    return end;
  }

  /// As `close`, before `most`.
  private closeIn(start: number, quote: string, most: number, depth: number): number | undefined {
    if (depth > DEEPEST) return undefined;
    const { text } = this;
    // Only what has three quotation marks goes over several lines.
    const end = quote.length === 3 ? most : Math.min(most, this.lineEnd(start));
    let at = start;
    while (at < end) {
      const character = text[at];
      if (character === "\\") at = pastBackslash(text, at);
      else if (character === quote[0] && text.startsWith(quote, at)) return at;
      else if (character !== "{") at++;
      else if (text[at + 1] === "{") at += 2;
      else {
        const close = this.valueClose(at, end, depth);
        if (close === undefined) return undefined;
        at = close + 1;
      }
    }
    return undefined;
  }

  /// The `}` of the value whose `{` stands here.
  private valueClose(from: number, end: number, depth: number): number | undefined {
    const { text } = this;
    let at = pastConversion(text, this.expression(from + 1, end, depth), end);
    if (text[at] === ":") {
      at++;
      while (at < end && text[at] !== "}") {
        const close = text[at] === "{" && depth < DEEPEST ? this.valueClose(at, end, depth + 1) : at;
        if (close === undefined || text[at] === "'" || text[at] === '"') return undefined;
        at = close + 1;
      }
    }
    return at < end && text[at] === "}" ? at : undefined;
  }

  /// The offset behind the text whose first quotation mark stands at `at` in an expression that begins at `from`.
  private pastText(from: number, at: number, end: number, depth: number): number | undefined {
    const { text } = this;
    const mark = text[at] as string;
    const quote = text.startsWith(mark.repeat(3), at) ? mark.repeat(3) : mark;
    const start = at + quote.length;
    const prefix = /(?<![\p{L}\p{N}_])[a-zA-Z]{1,2}$/u.exec(text.slice(Math.max(from, at - 3), at))?.[0] ?? "";
    if (/f/i.test(prefix)) {
      const close = this.closeIn(start, quote, end, depth + 1);
      return close === undefined || close + quote.length > end ? undefined : close + quote.length;
    }
    for (let k = start; k < end; k++) {
      if (text[k] === "\\") k++;
      else if (text[k] === mark && text.startsWith(quote, k))
        return k + quote.length <= end ? k + quote.length : undefined;
    }
    return undefined;
  }

  private lineEnd(at: number): number {
    if (at < this.line.from || at > this.line.to) this.line = { from: at, to: lineEndAt(this.text, at, this.to) };
    return this.line.to;
  }
}

/// The pieces of the f-string that stands from `from` to `to`, in their order and without gaps. The code of a value that is
/// not closed goes to the end.
export function fstringPieces(text: string, from: number, to: number): FStringPiece[] {
  const head = fstringHead(text, from);
  const quote = /["']+$/.exec(text.slice(from, from + head))?.[0] ?? "";
  const start = from + head;
  const isClosed = to - start >= quote.length && text.startsWith(quote, to - quote.length);
  const reader = new PieceReader(text, start, isClosed ? to - quote.length : to);
  reader.read(start, false, 0);
  const pieces: FStringPiece[] = [];
  let at = from;
  for (const piece of reader.pieces) {
    if (piece.from > at) pieces.push({ kind: "text", from: at, to: piece.from });
    pieces.push(piece);
    at = piece.to;
  }
  if (to > at) pieces.push({ kind: "text", from: at, to });
  return pieces;
}

class PieceReader {
  readonly pieces: FStringPiece[] = [];
  private readonly text: string;
  private readonly end: number;
  private readonly ends: FStringEnds;

  constructor(text: string, from: number, end: number) {
    this.text = text;
    this.end = end;
    this.ends = new FStringEnds(text, from, end);
  }

  /// Reads text with values, a form up to the brace that closes its value; gives where it ends.
  read(from: number, inForm: boolean, depth: number): number {
    const { text, end } = this;
    let at = from;
    while (at < end) {
      const character = text[at];
      if (character === "}" && inForm) break;
      if (character === "\\") at = pastBackslash(text, at);
      else if (character !== "{") at++;
      else if (!inForm && text[at + 1] === "{") at += 2;
      else at = this.value(at, depth);
    }
    return Math.min(at, end);
  }

  private value(from: number, depth: number): number {
    const { text, end } = this;
    const to = this.ends.expression(from + 1, end);
    this.pieces.push({ kind: "open", from, to: from + 1 });
    this.pieces.push({ kind: "code", from: from + 1, to });
    let at = pastConversion(text, to, end);
    if (text[at] === ":" && at < end && depth < DEEPEST) at = this.read(at + 1, true, depth + 1);
    if (text[at] !== "}" || at >= end) return at;
    this.pieces.push({ kind: "close", from: at, to: at + 1 });
    return at + 1;
  }
}

function pastConversion(text: string, at: number, end: number): number {
  if (text[at] !== "!" || at >= end) return at;
  at++;
  while (at < end && /[a-zA-Z]/.test(text[at] as string)) at++;
  return at;
}

/// A brace is one even behind a backslash.
function pastBackslash(text: string, at: number): number {
  const next = text[at + 1] ?? "";
  if (next === "{" || next === "}") return at + 1;
  return text.startsWith("\r\n", at + 1) ? at + 3 : at + 2;
}

function lineEndAt(text: string, at: number, end: number): number {
  while (at < end && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}
