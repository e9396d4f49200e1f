import type { Diagnostic, QuickFix } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { type ArgsOf, type Code, diagnostic } from "./catalogue.ts";
import { DataClasses } from "./dataclasses.ts";
import { MadeClasses } from "./made-classes.ts";
import { classicWords, type Lexed, type Reading, type Token, type TokenKind, type Words } from "./tokens.ts";

/// How many brackets, operators or blocks may stand inside one another: the height of any expression and of any nest of
/// blocks. Stages that walk a tree by recursion rely on it.
export const NESTING_LIMIT = 200;

/// A place in the tokens, and what the parser knows there. After a failure the cursor stands at the end of its line and is
/// quiet until the next: one slip, one error.
export class Cursor {
  readonly text: string;
  readonly file: string;
  readonly diagnostics: Diagnostic[];
  /// Names that occur in text that was skipped, so that nobody can tell whether they are defined.
  readonly doubtful = new Set<string>();
  /// A `print` that is no call has been read.
  hasPrintStatement = false;
  readonly dataClasses = new DataClasses();
  readonly madeClasses = new MadeClasses();
  /// A `:=` has been read.
  hasNamed = false;
  readonly mixedTabs: boolean;
  readonly reading: Reading;
  /// In classic ePython the words that are names; else undefined.
  readonly classic: Words | undefined;
  readonly isPython3: boolean;
  /// The offset at which the last token that was read ends.
  lastEnd = 0;
  /// How many expressions and blocks are being parsed around this place.
  depth = 0;
  /// The height of the expression that was parsed last.
  height = 0;
  /// In the condition of an if or while, where `=` can only be meant as `==`.
  inTest = false;
  inFunction = false;
  /// A `yield` has been read in the function around this place.
  yields = false;
  /// A `yield` or a generator expression has been read.
  hasGenerators = false;
  /// Index of the token with which the statement began.
  statementStart = 0;
  /// The line before this one could not be read, so a block below it is no surprise.
  lastLineFailed = false;
  token: Token;
  private readonly tokens: readonly Token[];
  private readonly numbers: readonly number[];
  private at = 0;
  private quiet = false;

  constructor(text: string, file: string, lexed: Lexed, reading: Reading = "python3") {
    this.text = text;
    this.file = file;
    this.reading = reading;
    this.classic = classicWords(reading);
    this.isPython3 = reading === "python3";
    this.tokens = lexed.tokens;
    this.numbers = lexed.numbers;
    this.diagnostics = [...lexed.diagnostics];
    this.mixedTabs = lexed.mixedTabs;
    this.token = lexed.tokens[0] as Token;
  }

  get index(): number {
    return this.at;
  }

  get failed(): boolean {
    return this.quiet;
  }

  tokenAt(index: number): Token {
    return (this.tokens[index] ?? this.tokens[this.tokens.length - 1]) as Token;
  }

  numberOf(token: Token): number {
    return this.numbers[token.index] ?? 0;
  }

  peek(distance = 1): Token {
    return this.tokenAt(this.at + distance);
  }

  next(): Token {
    const { token } = this;
    if (!isLayout(token)) this.lastEnd = token.to;
    if (token.kind !== "end") this.at++;
    this.token = this.tokens[this.at] as Token;
    return token;
  }

  /// Reads the name here as the word that it was meant to be.
  mend(kind: "name" | "keyword", text: string): void {
    this.token = { ...this.token, kind, text };
  }

  /// Goes to a token further on, as if all before it had been read.
  jump(index: number): void {
    if (index <= this.at) return;
    this.at = Math.min(index, this.tokens.length - 1);
    this.token = this.tokens[this.at] as Token;
    let last = this.at - 1;
    while (last > 0 && isLayout(this.tokenAt(last))) last--;
    this.lastEnd = this.tokenAt(last).to;
  }

  /// Whether the operator or keyword here is this one.
  is(text: string): boolean {
    return isSymbol(this.token, text);
  }

  isKind(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  /// Whether a statement could end here.
  atStatementEnd(): boolean {
    const { token } = this;
    return token.kind === "newline" || token.kind === "end" || isSymbol(token, ";");
  }

  /// From where something began to the end of the last token.
  since(from: number): Span {
    return { from, to: Math.max(from, this.lastEnd) };
  }

  endSince(from: number): number {
    return Math.max(from, this.lastEnd);
  }

  report<C extends Code>(code: C, span: Span, args: ArgsOf<C>, fixes: readonly QuickFix[] = []): void {
    if (!this.quiet) this.diagnostics.push(diagnostic(code, this.file, span, args, fixes));
  }

  /// Reports, unless the lexer has already complained here, and gives up on this line.
  fail<C extends Code>(code: C, span: Span, args: ArgsOf<C>, fixes: readonly QuickFix[] = []): void {
    if (this.token.kind !== "bad") this.report(code, span, args, fixes);
    this.abandonLine();
  }

  abandonLine(): void {
    let to = this.at;
    while (this.tokenAt(to).kind !== "newline" && this.tokenAt(to).kind !== "end") to++;
    this.doubt(this.statementStart, to);
    this.jump(to);
    this.quiet = true;
  }

  /// Reads the end of a line, where the cursor must be.
  endLine(): void {
    this.lastLineFailed = this.quiet;
    this.quiet = false;
    if (this.token.kind === "newline") this.next();
  }

  /// Takes note of the names in tokens that will be in no tree.
  doubt(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const token = this.tokenAt(i);
      // A name in quotation marks may be the mistake.
      if (token.kind === "name" || token.kind === "string") this.doubtful.add(token.text);
    }
  }

  /// Skips the rest of this line and the block under it, if there is one.
  skipConstruct(): void {
    const from = this.statementStart;
    let at = this.at;
    while (this.tokenAt(at).kind !== "newline" && this.tokenAt(at).kind !== "end") at++;
    if (this.tokenAt(at).kind === "newline") at++;
    if (this.tokenAt(at).kind === "indent") {
      let open = 0;
      do {
        const { kind } = this.tokenAt(at);
        if (kind === "indent") open++;
        else if (kind === "dedent") open--;
        else if (kind === "end") break;
        at++;
      } while (open > 0);
    }
    this.doubt(from, at);
    this.jump(at);
    this.quiet = false;
    this.lastLineFailed = false;
  }
}

/// Whether the last thing on the line is a colon, as on a line that opens a block.
export function lineEndsWithColon(cursor: Cursor): boolean {
  let at = cursor.index;
  while (cursor.tokenAt(at).kind !== "newline" && cursor.tokenAt(at).kind !== "end") at++;
  return at > cursor.index && isSymbol(cursor.tokenAt(at - 1), ":");
}

function isLayout({ kind }: Token): boolean {
  return kind === "newline" || kind === "indent" || kind === "dedent" || kind === "end";
}

export function isSymbol(token: Token, text: string): boolean {
  return (token.kind === "operator" || token.kind === "keyword") && token.text === text;
}

/// A token in words, for messages.
export function describe(token: Token, text: string): string {
  switch (token.kind) {
    case "newline":
    case "end":
      return "the end of the line";
    case "indent":
    case "dedent":
      return "the indentation";
    case "string":
    case "fstring":
    case "bytes":
      return "this text";
    default: {
      const shown = text.slice(token.from, Math.min(token.to, token.from + 30)) || token.text;
      return `\`${shown}\``;
    }
  }
}
