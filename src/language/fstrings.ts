import { FStringEnds } from "../base/fstring-shape.ts";
import { replace } from "./catalogue.ts";
import { Cursor } from "./cursor.ts";
import { tokenizeExpression } from "./lexer.ts";
import { plainText, resolveEscapes } from "./strings.ts";
import type { Token } from "./tokens.ts";
import type { Expression, FormattedValue, FStringPart } from "./tree.ts";

// The inside of an f-string: text, and expressions between braces, which are parsed in their place.

/// How many forms may stand in one another, as in Python.
const DEEPEST_FORM = 2;

type ParseExpression = (cursor: Cursor) => Expression;

/// The parts of the f-string that is this token. The height of its highest expression is left in `cursor.height`.
export function fstringParts(cursor: Cursor, token: Token, parse: ParseExpression): FStringPart[] {
  const { text } = cursor;
  const head = /^[a-zA-Z]*("""|'''|"|')/.exec(text.slice(token.from, token.from + 5));
  const quote = head?.[1] ?? "";
  const from = token.from + (head?.[0].length ?? 0);
  // A text that the line's end cut off has no closing mark.
  const closed = token.to - from >= quote.length && text.startsWith(quote, token.to - quote.length);
  // In classic ePython a backslash is a character like any other.
  const raw = /r/i.test(head?.[0] ?? "") || cursor.classic !== undefined;
  const reader = new Reader(cursor, from, closed ? token.to - quote.length : token.to, raw, parse);
  const parts = reader.parts(false);
  cursor.height = reader.height;
  return parts;
}

/// Adds a part; text is joined to text before it.
export function addPart(parts: FStringPart[], part: FStringPart): void {
  const last = parts.at(-1);
  if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
  else if (part !== "") parts.push(part);
}

class Reader {
  at: number;
  height = 0;
  private forms = 0;
  private readonly cursor: Cursor;
  private readonly end: number;
  private readonly ends: FStringEnds;
  private readonly raw: boolean;
  private readonly parse: ParseExpression;

  constructor(cursor: Cursor, at: number, end: number, raw: boolean, parse: ParseExpression) {
    this.cursor = cursor;
    this.at = at;
    this.end = end;
    this.ends = new FStringEnds(cursor.text, at, end);
    this.raw = raw;
    this.parse = parse;
  }

  /// Parts up to the end, or in a form up to the brace that closes it.
  parts(inForm: boolean): FStringPart[] {
    const { text } = this.cursor;
    const parts: FStringPart[] = [];
    let start = this.at;
    const flush = (to: number): void => {
      if (to > start) addPart(parts, this.raw ? plainText(text, start, to) : resolveEscapes(text, start, to, () => {}));
    };
    while (this.at < this.end) {
      const character = text[this.at];
      if (inForm && character === "}") break;
      if (character === "\\" && !this.raw) {
        // A brace is one even behind a backslash.
        this.at += /[{}]/.test(text[this.at + 1] ?? "") ? 1 : 2;
      } else if (character !== "{" && character !== "}") {
        this.at++;
      } else if (!inForm && text[this.at + 1] === character && this.at + 1 < this.end) {
        flush(this.at + 1);
        this.at += 2;
        start = this.at;
      } else {
        flush(this.at);
        if (character === "{") this.value(parts);
        else this.strayBrace();
        start = this.at;
      }
    }
    this.at = Math.min(this.at, this.end);
    flush(this.at);
    return parts;
  }

  private strayBrace(): void {
    const span = { from: this.at, to: this.at + 1 };
    this.cursor.report("fstring-brace", span, { found: "}", missing: "{" }, replace("Write }}", span, "}}"));
    this.at++;
  }

  private value(parts: FStringPart[]): void {
    const { cursor } = this;
    const { text } = cursor;
    const from = this.at;
    const to = this.ends.expression(from + 1, this.end);
    this.at = to;
    const unclosed = { from, to: from + 1 };
    if (to >= this.end) {
      cursor.report("fstring-brace", unclosed, { found: "{", missing: "}" });
      return;
    }
    const source = text.slice(from + 1, to);
    const shows = /(?:^|[^=!<>])=\s*$/.test(source);
    const inner = { from: from + 1, to: shows ? from + 1 + source.lastIndexOf("=") : to };
    if (shows) addPart(parts, plainText(source, 0, source.length));
    let conversion: FormattedValue["conversion"];
    if (text[this.at] === "!") {
      const name = /^![a-zA-Z]*/.exec(text.slice(this.at, this.end))?.[0] ?? "!";
      if (name === "!r" || name === "!s" || name === "!a") conversion = name[1] as "r" | "s" | "a";
      else cursor.report("fstring-conversion", { from: this.at, to: this.at + name.length }, { found: name });
      this.at += name.length;
    }
    let form: FStringPart[] | undefined;
    if (text[this.at] === ":" && this.at < this.end && this.forms < DEEPEST_FORM) {
      this.at++;
      this.forms++;
      form = this.parts(true);
      this.forms--;
    }
    if (text[this.at] !== "}" || this.at >= this.end) {
      cursor.report("fstring-brace", unclosed, { found: "{", missing: "}" });
      return;
    }
    this.at++;
    if (text.slice(inner.from, inner.to).trim() === "") {
      cursor.report("fstring-empty", { from, to: this.at }, {});
      return;
    }
    if (shows && conversion === undefined && form === undefined) conversion = "r";
    parts.push({
      value: this.expression(inner.from, inner.to),
      ...(conversion === undefined ? {} : { conversion }),
      ...(form === undefined ? {} : { form }),
      from: inner.from,
      to: inner.to,
    });
  }

  private expression(from: number, to: number): Expression {
    const { cursor } = this;
    const inner = new Cursor(
      cursor.text,
      cursor.file,
      tokenizeExpression(cursor.text, from, to, cursor.file, cursor.reading),
      cursor.reading,
    );
    inner.depth = cursor.depth + 1;
    inner.next();
    const value = this.parse(inner);
    const isWhole = inner.index === inner.tokenAt(0).index && inner.peek().kind === "newline";
    if (!inner.failed && !isWhole) {
      inner.fail("side-by-side", inner.token, { found: inner.text.slice(inner.token.from, inner.token.to) });
    }
    if (!cursor.failed) cursor.diagnostics.push(...inner.diagnostics);
    for (const name of inner.doubtful) cursor.doubtful.add(name);
    this.height = Math.max(this.height, inner.height);
    return value;
  }
}
