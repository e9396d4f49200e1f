import type { Diagnostic, QuickFix } from "../base/diagnostic.ts";
import { FStringEnds } from "../base/fstring-shape.ts";
import type { Span } from "../base/span.ts";
import { type ArgsOf, type Code, diagnostic, insert, replace } from "./catalogue.ts";
import { isBlank, isDigit, isLineEnd, lineEndAt, nameEnd, nameStartAt, pastLineEnd } from "./characters.ts";
import { classicFix } from "./classic-fix.ts";
import {
  BIDI_IN_TEXT,
  digitOf,
  invisible,
  isWideSpace,
  latinTwin,
  letterName,
  lookalike,
  numbered,
} from "./lookalikes.ts";
import { isClassicNumber, readClassicNumber, readNumber } from "./numbers.ts";
import { isValueMark } from "./python2-marks.ts";
import { plainText, resolveEscapes } from "./strings.ts";
import {
  classicKeyword,
  classicWords,
  keywords,
  type Lexed,
  type Reading,
  type Token,
  type TokenKind,
  type Words,
} from "./tokens.ts";

// One class because all its steps share the place, the open brackets and the open blocks; too long for one page, since it
// recognizes what beginners write beside what Python knows.

/// Splits a text into tokens. Takes any text, says what is wrong with it, and goes on.
export function tokenize(text: string, file: string, reading: Reading = "python3"): Lexed {
  return new Lexer(text, file, reading).run();
}

/// The tokens of an expression that stands between two offsets of a text, as if in round brackets.
export function tokenizeExpression(text: string, from: number, to: number, file: string, reading?: Reading): Lexed {
  return new Lexer(text.slice(0, to), file, reading).runExpression(from);
}

interface Level {
  /// With tabs reaching to the next multiple of 8, as Python 2 reads them.
  readonly column: number;
  /// With tabs counted as one column; where the two measures disagree, tabs and spaces are mixed.
  readonly narrow: number;
  readonly from: number;
  readonly to: number;
  /// The column that the block began with, if a line that was out of place has moved it.
  readonly also?: number;
}

interface Bracket {
  readonly open: string;
  readonly token: number;
}

/// How many columns a tab takes in classic ePython, wherever it stands.
const CLASSIC_TAB = 4;

/// So that a long chain of attributes is not tried at all its lengths.
const LONGEST_NAME_WITH_DOTS = 200;

const CLOSER: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const OPENER: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/// Words that cannot stand inside brackets, so that a line which begins with one shows that a bracket is missing.
const STATEMENT_WORDS: ReadonlySet<string> = new Set(
  "def while return print import pass break continue global class del assert raise try elif except finally from".split(
    " ",
  ),
);
const MAYBE_STATEMENT_WORDS: ReadonlySet<string> = new Set(["if", "for", "else", "with"]);

/// Operators of Python and of other languages, by the code of their first character, longest first.
const OPERATORS: readonly (readonly string[])[] = operatorsByFirst(
  "=== !== **= //= <<= >>= ... == != <= >= <> => =< ** // << >> += -= *= /= %= &= |= ^= -> := && || /* " +
    "= ! < > + - * / % & | ^ ~ : . , ; @",
);

function operatorsByFirst(list: string): string[][] {
  const groups: string[][] = Array.from({ length: 128 }, () => []);
  for (const operator of list.split(" ")) groups[operator.charCodeAt(0)]?.push(operator);
  return groups;
}

/// The longest operator that begins at this offset.
function operatorAt(text: string, at: number): string | undefined {
  for (const operator of OPERATORS[text.charCodeAt(at)] ?? []) {
    if (operator.length === 1 || text.startsWith(operator, at)) return operator;
  }
  return undefined;
}

/// Those that need more than being passed on.
const FOREIGN: ReadonlySet<string> = new Set(["===", "!==", "=>", "=<", "<>", "&&", "||", "!", "/*", "//"]);

const WORD_FOR: Readonly<Record<string, "and" | "or" | "not">> = { "&&": "and", "||": "or", "!": "not" };

interface Mended {
  readonly code: "triple-equals" | "reversed-comparison" | "unequal-sign";
  readonly wanted: string;
}
const MENDED: Readonly<Record<string, Mended>> = {
  "===": { code: "triple-equals", wanted: "==" },
  "!==": { code: "triple-equals", wanted: "!=" },
  "=>": { code: "reversed-comparison", wanted: ">=" },
  "=<": { code: "reversed-comparison", wanted: "<=" },
  "<>": { code: "unequal-sign", wanted: "!=" },
};

class Lexer {
  private readonly text: string;
  private readonly file: string;
  private readonly tokens: Token[] = [];
  private readonly numbers: number[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private readonly levels: Level[] = [{ column: 0, narrow: 0, from: 0, to: 0 }];
  private readonly brackets: Bracket[] = [];
  private readonly opened: Record<string, number> = { "(": 0, "[": 0, "{": 0 };
  private at = 0;
  /// Index of the first token of the line, its indents excluded.
  private lineToken = 0;
  /// A string of this line is unclosed, so brackets closing late are no news.
  private brokenLine = false;
  /// Braces that were taken for a colon, whose partners are dropped without a word.
  private braceBlocks = 0;
  private mixedTabs = false;
  /// Open brackets that are not in the text.
  private hidden = 0;
  /// Up to where spaces have been complained of.
  private spacesTo = 0;
  /// The length of what closes the string that was read last in place of its quotation mark.
  private skip = 0;
  private fstrings: FStringEnds;

  /// In classic ePython the words that are names; else undefined.
  private readonly classic: Words | undefined;
  private readonly isPython2: boolean;

  constructor(text: string, file: string, reading: Reading = "python3") {
    this.text = text;
    this.file = file;
    this.classic = classicWords(reading);
    this.isPython2 = reading === "python2";
    this.fstrings = new FStringEnds(text);
  }

  run(): Lexed {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    this.beginLine();
    return this.rest();
  }

  runExpression(from: number): Lexed {
    this.at = from;
    this.fstrings = new FStringEnds(this.text, from);
    this.hidden = 1;
    this.brackets.push({ open: "(", token: 0 });
    this.opened["("] = 1;
    this.push("operator", from, from, "(");
    return this.rest();
  }

  private rest(): Lexed {
    while (this.at < this.text.length) this.step();
    if (this.brackets.length > 0) this.closeBrackets(!this.brokenLine);
    const end = this.text.length;
    if (this.lineToken < this.tokens.length) this.push("newline", end, end, "");
    while (this.levels.length > 1) {
      this.levels.pop();
      this.push("dedent", end, end, "");
    }
    this.push("end", end, end, "");
    if (this.hidden === 0) {
      this.warnOfBidi();
      this.offerAll();
    }
    return { tokens: this.tokens, numbers: this.numbers, diagnostics: this.diagnostics, mixedTabs: this.mixedTabs };
  }

  private push(kind: TokenKind, from: number, to: number, text: string, index = 0): void {
    this.tokens.push({ kind, from, to, text, index });
  }

  private report<C extends Code>(
    code: C,
    from: number,
    to: number,
    args: ArgsOf<C>,
    fixes: readonly QuickFix[] = [],
  ): void {
    this.diagnostics.push(diagnostic(code, this.file, { from, to }, args, fixes));
  }

  // ── Lines and indentation ────────────────────────────────────────────────

  /// Skips lines without a statement, then opens and closes blocks according to the indentation of the next one.
  private beginLine(): void {
    const { text } = this;
    this.brokenLine = false;
    for (;;) {
      const from = this.at;
      let column = 0;
      let start = from;
      let at = from;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 32) column++;
        else if (code === 9) column += this.classic === undefined ? 8 - (column % 8) : CLASSIC_TAB;
        else if (code === 12) {
          // As in Python the line begins anew behind a form feed.
          column = 0;
          start = at + 1;
        } else if (code >= 127 && isWideSpace(text[at] as string)) {
          column++;
          this.oddSpaces(at);
        } else break;
      }
      // A statement behind a comment has the comment's column.
      const indent = at;
      if (this.classic !== undefined) at = this.pastComments(at);
      if (at >= text.length) {
        this.at = at;
        this.lineToken = this.tokens.length;
        return;
      }
      const code = text.charCodeAt(at);
      if (code === 35) at = lineEndAt(text, at);
      if (code === 35 || isLineEnd(code)) {
        this.at = pastLineEnd(text, at);
        continue;
      }
      this.at = at;
      this.indent({ column, narrow: indent - start, from: start, to: indent });
      this.lineToken = this.tokens.length;
      return;
    }
  }

  /// Where the `/* … */` comments that begin at an offset, and the space around them, end.
  private pastComments(at: number): number {
    const { text } = this;
    for (;;) {
      while (isBlank(text.charCodeAt(at))) at++;
      if (!text.startsWith("/*", at)) return at;
      at = this.commentEnd(at);
    }
  }

  /// Where the comment that begins at an offset ends.
  private commentEnd(from: number): number {
    const close = this.text.indexOf("*/", from + 2);
    if (close >= 0) return close + 2;
    this.report("unclosed-comment", from, from + 2, {});
    return this.text.length;
  }

  private indent(level: Level): void {
    const { levels } = this;
    const top = this.level();
    if (this.mayMixTabs() && Math.sign(level.column - top.column) !== Math.sign(level.narrow - top.narrow)) {
      this.reportMixedTabs(level);
    }
    if (level.column === top.also) return;
    if (level.column > top.column) {
      levels.push(level);
      this.push("indent", level.from, level.to, this.text.slice(top.from, top.to));
      return;
    }
    let popped: Level | undefined;
    while (level.column < this.level().column) {
      popped = levels.pop();
      this.push("dedent", level.to, level.to, "");
    }
    const found = this.level();
    if (level.column === found.column) {
      if (this.mayMixTabs() && level.narrow !== found.narrow) this.reportMixedTabs(level);
      return;
    }
    if (popped === undefined) return;
    // It lies between two levels: it stays in the inner block, which goes on in this column or in its own.
    this.tokens.pop();
    levels.push({ ...level, also: popped.column });
    if (this.mixedTabs) return;
    const nearer = popped.column - level.column <= level.column - found.column ? popped : found;
    const fix = replace("Align with the block above", level, this.text.slice(nearer.from, nearer.to));
    this.report("bad-dedent", level.from, level.to, {}, fix);
  }

  /// Whether tabs beside spaces would be news. In classic ePython a tab has its width and stands for spaces.
  private mayMixTabs(): boolean {
    return this.classic === undefined && !this.mixedTabs;
  }

  private level(): Level {
    return this.levels[this.levels.length - 1] as Level;
  }

  private reportMixedTabs(level: Level): void {
    this.mixedTabs = true;
    const edits = [];
    for (const match of this.text.matchAll(/^[ \t]*\t[ \t]*/gm)) {
      let width = 0;
      for (const character of match[0]) width += character === "\t" ? 4 - (width % 4) : 1;
      edits.push({ from: match.index, to: match.index + match[0].length, text: " ".repeat(width) });
    }
    const fixes = edits.length === 0 ? [] : [{ title: "Indent the whole file with spaces", edits }];
    this.report("mixed-tabs", level.from, level.to, {}, fixes);
  }

  private lineEnd(): void {
    const { text } = this;
    const end = pastLineEnd(text, this.at);
    if (this.brackets.length === 0 || this.brokenLine || this.statementBegins(end)) {
      if (this.brackets.length > 0) this.closeBrackets(!this.brokenLine);
      if (this.lineToken < this.tokens.length) this.push("newline", this.at, end, "");
      this.at = end;
      this.beginLine();
    } else {
      this.at = end;
    }
  }

  // ── Brackets ─────────────────────────────────────────────────────────────

  /// Whether the line at this offset cannot go on the expression in the open bracket, so that the bracket was left open.
  private statementBegins(lineStart: number): boolean {
    const { text } = this;
    let at = lineStart;
    while (isBlank(text.charCodeAt(at))) at++;
    const size = nameStartAt(text, at);
    const last = this.tokens[this.tokens.length - 1];
    const opener = this.brackets[this.brackets.length - 1];
    if (last === undefined || opener === undefined) return false;
    // A colon ends the head of a block; in brackets it could only be a slice or a dictionary over several lines.
    if (this.endsBlockHead() && opener.open !== "{") return true;
    const aligned = at - lineStart <= this.level().narrow;
    const operand = endsOperand(last);
    const code = text.charCodeAt(at);
    if (size === 0)
      return aligned && operand && (isDigit(code) || (last.kind !== "string" && (code === 34 || code === 39)));
    const end = nameEnd(text, at + size);
    const written = text.slice(at, end);
    const word = this.classic === undefined ? written : (classicKeyword(written, this.classic) ?? "");
    if (STATEMENT_WORDS.has(word) || (this.classic !== undefined && isPrint(written))) return true;
    if (MAYBE_STATEMENT_WORDS.has(word)) {
      return aligned && text.slice(end, lineEndAt(text, end)).includes(":");
    }
    if (keywords.has(word)) return false;
    if (!aligned) return false;
    if (operand) return true;
    return /^[ \t]*(?:[-+*/%]=|=(?!=))/.test(text.slice(end, end + 40)) && (opener.open !== "(" || text[end] === "+");
  }

  private open(character: string, from: number): void {
    this.brackets.push({ open: character, token: this.tokens.length });
    this.opened[character] = (this.opened[character] ?? 0) + 1;
    this.push("operator", from, from + 1, character);
  }

  private close(character: string, from: number): void {
    const { brackets } = this;
    const wantedOpener = OPENER[character] as string;
    const top = brackets[brackets.length - 1];
    if (top === undefined) {
      if (character === "}" && this.braceBlocks > 0) {
        this.braceBlocks--;
        return;
      }
      const fix = replace("Remove it", { from, to: from + 1 }, "");
      this.report("unmatched-bracket", from, from + 1, { found: character }, fix);
      return;
    }
    if (top.open === wantedOpener) {
      this.popBracket(from, from + 1);
      return;
    }
    if ((this.opened[wantedOpener] ?? 0) > 0) {
      this.reportUnclosed(top, CLOSER[top.open] as string);
      while (brackets.length > 0 && brackets[brackets.length - 1]?.open !== wantedOpener) this.popBracket(from, from);
      this.popBracket(from, from + 1);
      return;
    }
    const wanted = CLOSER[top.open] as string;
    const fix = replace(`Write ${wanted} instead`, { from, to: from + 1 }, wanted);
    this.report("mismatched-bracket", from, from + 1, { found: character, wanted, open: top.open }, fix);
    this.popBracket(from, from + 1);
  }

  private popBracket(from: number, to: number): void {
    const bracket = this.brackets.pop();
    if (bracket === undefined) return;
    this.opened[bracket.open] = (this.opened[bracket.open] ?? 1) - 1;
    const opening = this.tokens[bracket.token];
    if (opening !== undefined) opening.index = this.tokens.length;
    this.push("operator", from, to, CLOSER[bracket.open] as string);
  }

  private endsBlockHead(): boolean {
    const last = this.tokens[this.tokens.length - 1];
    return last?.kind === "operator" && last.text === ":" && this.lineOpensBlock();
  }

  /// Closes all open brackets behind the last token, with one diagnostic at the innermost. The colon of a block stays last.
  private closeBrackets(say: boolean): void {
    const colon = this.endsBlockHead() ? this.tokens.pop() : undefined;
    const innermost = this.brackets[this.brackets.length - 1];
    if (innermost !== undefined && say && this.brackets.length > this.hidden) {
      const closers = this.brackets
        .slice(this.hidden)
        .slice(-20)
        .map((bracket) => CLOSER[bracket.open] as string);
      this.reportUnclosed(innermost, closers.reverse().join(""));
    }
    const end = this.tokens[this.tokens.length - 1]?.to ?? this.at;
    while (this.brackets.length > 0) this.popBracket(end, end);
    if (colon !== undefined) this.tokens.push(colon);
  }

  private reportUnclosed(bracket: Bracket, closers: string): void {
    const opening = this.tokens[bracket.token];
    const last = this.tokens[this.tokens.length - 1];
    if (opening === undefined || last === undefined) return;
    const close = CLOSER[bracket.open] as string;
    this.report(
      "unclosed-bracket",
      opening.from,
      opening.to,
      { open: bracket.open, close },
      insert(`Add ${closers}`, last.to, closers),
    );
  }

  // ── One token ────────────────────────────────────────────────────────────

  private step(): void {
    const { text } = this;
    const from = this.at;
    const code = text.charCodeAt(from);
    if (isBlank(code)) {
      this.at++;
    } else if (isLineEnd(code)) {
      this.lineEnd();
    } else if (code === 35) {
      this.at = lineEndAt(text, from);
    } else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(from + 1)))) {
      this.number();
    } else if (code === 34 || code === 39) {
      this.string(from, "");
    } else {
      const size = nameStartAt(text, from);
      if (size === 0) this.symbol(code);
      else if (this.classic === undefined || !this.nameWithDots(from, this.classic)) this.word(from, size);
    }
  }

  private word(from: number, size: number): void {
    const { text } = this;
    const end = this.wordEnd(from + size);
    const raw = text.slice(from, end);
    const word = isPlain(raw) ? raw : this.asRead(raw, from);
    const next = text.charCodeAt(end);
    if ((next === 34 || next === 39) && end - from <= 2 && /^(?:[rubf]|ur|br|rb|fr|rf)$/i.test(word)) {
      this.at = end;
      this.string(from, word.toLowerCase());
      return;
    }
    const keyword = this.classic === undefined ? pythonKeyword(word) : classicKeyword(word, this.classic);
    const last = this.tokens[this.tokens.length - 1];
    if (keyword === undefined && last !== undefined && last.kind === "string" && last.to === from) {
      // In classic ePython a statement may follow at once: print "a"print "b".
      if (this.classic === undefined || text[last.from] === "'") {
        this.quoteInText(last);
        return;
      }
    }
    if (keyword !== undefined) this.push("keyword", from, end, keyword);
    else this.push("name", from, end, this.classic !== undefined && isPrint(word) ? "print" : word);
    this.at = end;
  }

  /// Reads the longest of the program's names with dots that stands here, if there is one.
  private nameWithDots(from: number, names: Words): boolean {
    const { text } = this;
    let end = nameEnd(text, from);
    if (text[end] !== "." || text[from - 1] === ".") return false;
    while (text[end] === ".") end = nameEnd(text, end + 1);
    if (end - from > LONGEST_NAME_WITH_DOTS) return false;
    for (let word = text.slice(from, end); word.includes("."); word = word.slice(0, word.lastIndexOf("."))) {
      if (!names.has(word.toLowerCase())) continue;
      this.at = from + word.length;
      this.push("name", from, this.at, word);
      return true;
    }
    return false;
  }

  /// Where the word ends that goes on here. What cannot be seen in it is complained of and belongs to it.
  private wordEnd(from: number): number {
    const { text } = this;
    let end = nameEnd(text, from);
    for (;;) {
      let at = end;
      while (isHidden(text[at])) at++;
      const next = at > end ? nameEnd(text, at) : at;
      if (next === at) return end;
      this.invisible(end, at);
      end = next;
    }
  }

  /// A word with letters beyond ASCII as Python reads it, or as the word of the language that it looks like.
  private asRead(raw: string, from: number): string {
    const name = Array.from(raw, (one) => (isHidden(one) ? "" : one)).join("");
    const word = name.normalize("NFKC");
    const twin = latinTwin(name);
    const span = { from, to: from + raw.length };
    if (twin !== undefined && (keywords.has(twin.plain) || twin.plain === "print")) {
      const { plain, letter, latin } = twin;
      const fix = replace(`Write ${plain}`, span, plain);
      this.report("lookalike-letter", from, span.to, { name, what: letterName(letter), latin }, fix);
      return plain;
    }
    // To Python the wide form of a keyword is a name, which can mean nothing.
    if (word !== name && keywords.has(word)) {
      const what = numbered("a wide letter", name);
      this.report("lookalike-character", from, span.to, { what, plain: word }, replace(`Write ${word}`, span, word));
    }
    return word;
  }

  /// A string that goes straight on as a word, as in 'it's': the apostrophe was not meant to end it.
  private quoteInText(string: Token): void {
    const { text } = this;
    const end = lineEndAt(text, string.to);
    const quote = text[string.to - 1] as string;
    const last = text.lastIndexOf(quote, end - 1);
    const whole = text.slice(string.from, last + 1);
    const other = quote === "'" ? '"' : "'";
    const simple =
      last >= string.to && whole.startsWith(quote) && whole.split(quote).length === 4 && !whole.includes(other);
    const edits = [string.from, last].map((at) => ({ from: at, to: at + 1, text: other }));
    const fixes = simple ? [{ title: `Write ${other} around the text`, edits }] : [];
    this.report("quote-in-text", string.to - 1, string.to, { quote }, fixes);
    this.push("bad", string.to, end, "");
    this.brokenLine = true;
    this.at = end;
  }

  private number(): void {
    const from = this.at;
    const { to, kind, value, problem } = (this.classic === undefined ? readNumber : readClassicNumber)(this.text, from);
    this.at = to;
    if (this.classic !== undefined && problem === undefined) this.warnOfBase16(from, to);
    if (problem === undefined) {
      if (this.classic === undefined && !this.isPython2) this.refuseLeadingZero(from, to);
      this.push(kind, from, to, "", this.numbers.push(value) - 1);
      return;
    }
    const text = this.text.slice(from, to);
    if (problem === "long" && this.isPython2) {
      this.push("int", from, to, "", this.numbers.push(Number(text.slice(0, -1))) - 1);
      return;
    }
    if (problem === "long") {
      const fixes = [...replace("Remove the L", { from: to - 1, to }, ""), ...classicFix()];
      this.report("left-out-long", from, to, { text }, fixes);
    } else if (problem === "complex" && this.classic === undefined) {
      this.push("imaginary", from, to, "", this.numbers.push(value) - 1);
      return;
    } else if (problem === "complex") {
      const instead = "keep the real and the imaginary part in two variables";
      this.report("left-out-classic", from, to, { feature: "complex numbers", instead });
    } else {
      this.report("bad-number", from, to, { text, why: problem }, isClassicNumber(text) ? classicFix() : []);
    }
    this.push("int", from, to, "", this.numbers.push(0) - 1);
  }

  /// The original reads a number in base 16 as its first digit, which is 0.
  /// In Python 2 a whole number with a 0 in front is in base 8.
  private refuseLeadingZero(from: number, to: number): void {
    const text = this.text.slice(from, to);
    const digits = /^0+([0-9]+)$/.exec(text)?.[1];
    if (digits === undefined || /^0/.test(digits)) return;
    const fixes = [
      ...replace(`Write ${digits}`, { from, to }, digits),
      ...replace(`Write 0o${digits}`, { from, to }, `0o${digits}`),
    ];
    this.report("leading-zero", from, to, { text, digits }, fixes);
  }

  private warnOfBase16(from: number, to: number): void {
    const text = this.text.slice(from, to);
    if (!/^0x/i.test(text)) return;
    const wanted = String(Number.parseInt(text, 16));
    this.report("classic-base-16", from, to, { text, wanted }, replace(`Write ${wanted}`, { from, to }, wanted));
  }

  /// Reads a string whose prefix, if any, has been read; `from` is where the prefix starts.
  private string(from: number, prefix: string): void {
    const { text } = this;
    const mark = text[this.at] as string;
    const triple = text.startsWith(mark.repeat(3), this.at);
    const quote = triple ? mark.repeat(3) : mark;
    const start = this.at + quote.length;
    const close = prefix.includes("f") ? this.fstrings.close(start, quote) : undefined;
    let at = close ?? start;
    let closed = close !== undefined;
    while (!closed && at < text.length) {
      const code = text.charCodeAt(at);
      if (code === 92 && this.classic === undefined) {
        at = isLineEnd(text.charCodeAt(at + 1)) ? pastLineEnd(text, at + 1) : Math.min(at + 2, text.length);
        continue;
      }
      if (!triple && isLineEnd(code)) break;
      if (text[at] === mark && (!triple || text.startsWith(quote, at))) {
        closed = true;
        break;
      }
      at++;
    }
    this.skip = 0;
    if (!closed) at = this.unclosedString(from, start, at, quote);
    const to = closed ? at + quote.length : at + this.skip;
    const kind = prefix.includes("f") ? "fstring" : prefix.includes("b") ? "bytes" : "string";
    const bad = (span: Span): void => {
      this.report("bad-escape", span.from, span.to, { escape: text.slice(span.from, span.to) });
    };
    const value =
      prefix.includes("r") || this.classic !== undefined
        ? plainText(text, start, at)
        : resolveEscapes(text, start, at, bad, kind === "bytes");
    this.push(kind, from, to, value);
    this.at = to;
  }

  /// Complains about a string and decides where it ends: what closes the open brackets and the line most likely does not
  /// belong to it.
  private unclosedString(from: number, start: number, end: number, quote: string): number {
    if (quote.length === 3) {
      this.report("unclosed-triple-string", start - 3, start, { quote }, insert(`Add ${quote}`, end, quote));
      return end;
    }
    let place = end;
    if (place > start && this.text[place - 1] === ":" && this.lineOpensBlock()) place--;
    for (let i = this.brackets.length - 1; i >= 0 && place > start; i--) {
      if (this.text[place - 1] !== CLOSER[this.brackets[i]?.open ?? ""]) break;
      place--;
    }
    // Another kind of quotation mark may have been meant to close it.
    const line = this.text.slice(start, end);
    const curly = line.search(
      quote === "'" ? /[\u2018-\u201b\u2032\u00b4`\uff07](?!\p{L})/u : /[\u201c-\u201f\u2033\uff02]/,
    );
    if (curly >= 0) {
      const span = { from: start + curly, to: start + curly + 1 };
      const what = quotationMark(line[curly] as string);
      this.report("smart-quotes", span.from, span.to, { what, plain: quote }, replace(`Write ${quote}`, span, quote));
      this.skip = 1;
      return span.from;
    }
    this.brokenLine = true;
    this.report("unclosed-string", from, place, { quote }, insert(`Add ${quote}`, place, quote));
    return place;
  }

  private lineOpensBlock(): boolean {
    const first = this.tokens[this.lineToken];
    return first?.kind === "keyword" && ["if", "elif", "else", "while", "for", "def"].includes(first.text);
  }

  /// Everything that is neither a word nor a number nor a string.
  private symbol(code: number): void {
    const { text, at: from } = this;
    switch (code) {
      case 40: // (
      case 91: // [
      case 123: // {
        if (code === 123 && this.opensBraceBlock(from)) return;
        this.open(text[from] as string, from);
        this.at++;
        return;
      case 41: // )
      case 93: // ]
      case 125: // }
        this.close(text[from] as string, from);
        this.at++;
        return;
      case 92: // backslash
        this.backslash();
        return;
    }
    const found = operatorAt(text, from);
    if (found === undefined) {
      this.oddCharacter();
    } else if (FOREIGN.has(found)) {
      this.foreignOperator(found);
    } else {
      this.push("operator", from, from + found.length, found);
      this.at = from + found.length;
    }
  }

  /// An operator of other languages, or one that they use for something else.
  private foreignOperator(found: string): void {
    const from = this.at;
    if (this.classic !== undefined && this.classicOperator(found)) return;
    if (this.isPython2 && found === "<>") {
      this.at = from + found.length;
      this.push("operator", from, this.at, "!=");
      return;
    }
    if (found === "/*" || (found === "//" && this.lineToken === this.tokens.length)) {
      this.foreignComment(found);
      return;
    }
    const word = WORD_FOR[found];
    if (word !== undefined) {
      this.wordFor(word, found.length);
      return;
    }
    const to = from + found.length;
    const mended = MENDED[found];
    if (mended !== undefined) {
      const { code, wanted } = mended;
      const classic = found === "<>" ? classicFix() : [];
      this.report(code, from, to, { found, wanted }, [...replace(`Write ${wanted}`, { from, to }, wanted), ...classic]);
    }
    this.push("operator", from, to, mended?.wanted ?? found);
    this.at = to;
  }

  /// Reads what classic ePython has of other languages; false if it has not.
  private classicOperator(found: string): boolean {
    const from = this.at;
    if (found === "/*") {
      this.at = this.commentEnd(from);
      return true;
    }
    if (found !== "<>" && found !== "!") return false;
    this.at = from + found.length;
    if (found === "!") this.push("keyword", from, this.at, "not");
    else this.push("operator", from, this.at, "!=");
    return true;
  }

  /// An operator of other languages for which Python has a word.
  private wordFor(wanted: "and" | "or" | "not", length: number): void {
    const from = this.at;
    const to = from + length;
    const before = from > 0 && nameEnd(this.text, from - 1) >= from ? " " : "";
    const after = isBlank(this.text.charCodeAt(to)) ? "" : " ";
    const fix = replace(`Write ${wanted}`, { from, to }, before + wanted + after);
    this.report(`symbol-${wanted}`, from, to, {}, wanted === "not" ? [...fix, ...classicFix()] : fix);
    this.push("keyword", from, to, wanted);
    this.at = to;
  }

  /// A brace at the end of a line that opens a block stands for a colon, and one on a line of its own for nothing.
  private opensBraceBlock(from: number): boolean {
    const alone = this.lineToken === this.tokens.length;
    if (this.brackets.length > 0 || !(alone || this.lineOpensBlock())) return false;
    const { text } = this;
    let at = from + 1;
    while (isBlank(text.charCodeAt(at))) at++;
    if (at < text.length && !isLineEnd(text.charCodeAt(at)) && text[at] !== "#") return false;
    const last = this.tokens[this.tokens.length - 1];
    this.at = from + 1;
    this.braceBlocks++;
    const hasColon = alone || (last?.kind === "operator" && last.text === ":");
    const fix = replace(hasColon ? "Remove it" : "Write :", { from, to: from + 1 }, hasColon ? "" : ":");
    this.report("brace-block", from, from + 1, {}, fix);
    if (!hasColon) this.push("operator", from, from + 1, ":");
    return true;
  }

  private foreignComment(found: string): void {
    const { text, at: from } = this;
    const close = found === "/*" ? text.indexOf("*/", from + 2) : -1;
    const to = close < 0 ? lineEndAt(text, from) : close + 2;
    const fixes = found === "//" ? replace("Write #", { from, to: from + 2 }, "#") : classicFix();
    this.report("c-comment", from, from + 2, { found }, fixes);
    this.at = to;
    // A comment of its own line leaves the indentation of the next statement to decide.
    if (this.lineToken === this.tokens.length && isLineEnd(text.charCodeAt(to))) {
      this.at = pastLineEnd(text, to);
      this.beginLine();
    }
  }

  private backslash(): void {
    const { text, at: from } = this;
    let rest = from + 1;
    while (rest < text.length && !isLineEnd(text.charCodeAt(rest)) && isSpace(text[rest] as string)) rest++;
    const atEnd = rest >= text.length || isLineEnd(text.charCodeAt(rest));
    if (atEnd && rest === from + 1 && rest < text.length) {
      this.at = pastLineEnd(text, rest);
      return;
    }
    if (atEnd || text[rest] === "#") {
      const end = lineEndAt(text, rest);
      const span = { from: from + 1, to: end };
      this.report("after-backslash", from, end, {}, end === from + 1 ? [] : replace("Remove what follows", span, ""));
      this.at = end < text.length ? pastLineEnd(text, end) : end;
      return;
    }
    this.report("unknown-character", from, from + 1, { character: "\\" });
    this.push("bad", from, from + 1, "");
    this.at = from + 1;
  }

  private oddCharacter(): void {
    const { text, at: from } = this;
    const character = String.fromCodePoint(text.codePointAt(from) ?? 0);
    if (character === "`" && this.isPython2 && isValueMark(text, from)) {
      this.push("operator", from, from + 1, "`");
      this.at = from + 1;
    } else if (MARKS.has(character)) {
      this.curlyString(character);
    } else if (invisible(character) !== undefined) {
      if (isWideSpace(character)) {
        this.oddSpaces(from);
        this.at++;
        return;
      }
      let to = from;
      while (isHidden(text[to])) to++;
      this.invisible(from, Math.max(to, from + character.length));
      this.at = Math.max(to, from + character.length);
    } else if (digitOf(character) !== undefined) {
      this.strangeNumber();
    } else {
      this.lookalike(character);
    }
  }

  private lookalike(character: string): void {
    const { text, at: from } = this;
    const found = lookalike(character);
    if (found === undefined) {
      let to = from + character.length;
      while (to < text.length && (text.startsWith(character, to) || (character >= "\x80" && isStranger(text, to))))
        to++;
      this.report("unknown-character", from, to, { character: text.slice(from, Math.min(to, from + 12)) });
      this.push("bad", from, to, "");
      this.at = to;
      return;
    }
    const { what } = found;
    let to = from + character.length;
    // Two wide signs may be one of Python's, as in ＝＝.
    let { plain } = found;
    const second = lookalike(text[to] ?? "")?.plain ?? "";
    if (/^[-+*/<>=!]$/.test(plain) && /^[*/<>=]$/.test(second) && operatorAt(plain + second, 0) === plain + second) {
      plain += second;
      to++;
    } else if (/^[-+*/<>=!]$/.test(plain) && text[to] === "=" && operatorAt(`${plain}=`, 0) === `${plain}=`) {
      plain += "=";
      to++;
    }
    const isWord = /^[a-z]/.test(plain);
    const before = isWord && from > 0 && !isBlank(text.charCodeAt(from - 1)) ? " " : "";
    const after = isWord && !isBlank(text.charCodeAt(to)) ? " " : "";
    const fix = replace(`Write ${plain}`, { from, to }, before + plain + after);
    this.report("lookalike-character", from, to, { what, plain }, fix);
    this.at = to;
    if (plain in CLOSER) this.open(plain, from);
    else if (plain in OPENER) this.close(plain, from);
    else if (isWord) this.push("keyword", from, to, plain);
    else if (/^\*\*\d$/.test(plain)) {
      this.push("operator", from, from, "**");
      this.push("int", from, to, "", this.numbers.push(Number(plain[2])) - 1);
    } else if (plain === "#") this.at = lineEndAt(text, to);
    else if (operatorAt(plain, 0) === plain && !"!$?`".includes(plain)) this.push("operator", from, to, plain);
    else this.push("bad", from, to, "");
  }

  /// Spaces that are not Python's, up to the end of them: one complaint a line, whose fix mends all of them.
  private oddSpaces(from: number): void {
    const { text, diagnostics } = this;
    if (from < this.spacesTo) return;
    let to = from;
    while (to < text.length && isWideSpace(text[to] as string) && !isUsualSpace(text[to] as string)) to++;
    this.spacesTo = to;
    const edit = { from, to, text: " ".repeat(to - from) };
    const last = diagnostics[diagnostics.length - 1];
    if (last?.code === "odd-space" && lineEndAt(text, last.to) >= to) {
      const edits = [...(last.fixes[0]?.edits ?? []), edit];
      diagnostics[diagnostics.length - 1] = { ...last, fixes: [{ title: "Write plain spaces", edits }] };
      return;
    }
    const what = invisible(text[from] as string) ?? "";
    this.report("odd-space", from, to, { what }, [{ title: "Write a plain space", edits: [edit] }]);
  }

  private invisible(from: number, to: number): void {
    const character = String.fromCodePoint(this.text.codePointAt(from) ?? 0);
    const what = invisible(character) ?? "";
    this.report("invisible-character", from, to, { what }, replace("Remove it", { from, to }, ""));
  }

  /// Digits of another script, which Python does not read.
  private strangeNumber(): void {
    const { text, at: from } = this;
    let to = from;
    let plain = "";
    while (to < text.length) {
      const character = String.fromCodePoint(text.codePointAt(to) ?? 0);
      const digit = digitOf(character) ?? (/[\d.]/.test(character) ? character : undefined);
      if (digit === undefined) break;
      plain += digit;
      to += character.length;
    }
    const { kind, value, problem } = readNumber(plain, 0);
    const what = numbered("a digit from another script", text.slice(from));
    this.report("lookalike-character", from, to, { what, plain }, replace(`Write ${plain}`, { from, to }, plain));
    this.push(kind, from, to, "", this.numbers.push(problem === undefined ? value : 0) - 1);
    this.at = to;
  }

  private curlyString(mark: string): void {
    const { text, at: from } = this;
    const isSingle = SINGLE_MARKS.includes(mark);
    const closers = isSingle ? `'${SINGLE_MARKS}` : `"${DOUBLE_MARKS}`;
    let at = from + 1;
    for (; at < text.length && !isLineEnd(text.charCodeAt(at)); at++) {
      // An apostrophe in a word closes nothing.
      const isInWord = isSingle && /^\p{L}[^`]\p{L}/u.test(text.slice(at - 1, at + 2));
      if (closers.includes(text[at] as string) && !isInWord) break;
    }
    const closed = at < text.length && !isLineEnd(text.charCodeAt(at));
    const to = closed ? at + 1 : at;
    const inner = text.slice(from + 1, at);
    const plain = isSingle && !inner.includes("'") ? "'" : '"';
    const edits = [{ from, to: from + 1, text: plain }];
    if (closed) edits.push({ from: at, to: at + 1, text: plain });
    else this.brokenLine = true;
    const fixes: QuickFix[] = inner.includes(plain) ? [] : [{ title: "Write straight quotation marks", edits }];
    // Python 2 makes text of a value so.
    if (mark === "`" && closed && /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(inner))
      fixes.push(...replace(`Write str(${inner})`, { from, to }, `str(${inner})`));
    this.report("smart-quotes", from, to, { what: quotationMark(mark), plain }, fixes);
    this.push("string", from, to, inner);
    this.at = to;
  }

  /// Where a text has several characters that are not Python's, as when it comes from a web page, one fix mends them all.
  private offerAll(): void {
    const { diagnostics } = this;
    const firsts = diagnostics.flatMap(({ code, fixes }) => (STRANGE.has(code) ? fixes.slice(0, 1) : []));
    if (firsts.length < 2) return;
    const all = { title: "Write plain characters in the whole file", edits: firsts.flatMap(({ edits }) => edits) };
    for (const [k, one] of diagnostics.entries()) {
      if (STRANGE.has(one.code)) diagnostics[k] = { ...one, fixes: [...one.fixes, all] };
    }
  }

  /// Signs in texts and comments that turn the direction of what follows: Python accepts them.
  private warnOfBidi(): void {
    const { text } = this;
    if (!BIDI_IN_TEXT.test(text)) return;
    const told = new Set(this.diagnostics.map(({ from }) => from));
    let line = -1;
    for (const { index } of text.matchAll(new RegExp(BIDI_IN_TEXT, "g"))) {
      if (index < line || told.has(index)) continue;
      line = lineEndAt(text, index);
      const what = invisible(text[index] as string) ?? "";
      this.report("bidi-control", index, index + 1, { what }, replace("Remove it", { from: index, to: index + 1 }, ""));
    }
  }
}

const STRANGE: ReadonlySet<string> = new Set([
  "smart-quotes",
  "lookalike-character",
  "odd-space",
  "invisible-character",
]);

const SINGLE_MARKS = "\u2018\u2019\u201a\u201b\u2032\u00b4`\uff07";
const DOUBLE_MARKS = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02";
const MARKS: ReadonlySet<string> = new Set(SINGLE_MARKS + DOUBLE_MARKS);

function quotationMark(mark: string): string {
  const name =
    mark === "`"
      ? "a backtick"
      : mark === "\u00b4"
        ? "an accent"
        : mark === "\u2032" || mark === "\u2033"
          ? "a prime"
          : mark === "\u00ab" || mark === "\u00bb"
            ? "an angle quotation mark"
            : mark >= "\uff00"
              ? "a wide quotation mark"
              : "a curly quotation mark";
  return numbered(name, mark);
}

/// Whether all characters are ASCII.
function isPlain(text: string): boolean {
  for (let k = 0; k < text.length; k++) if (text.charCodeAt(k) >= 128) return false;
  return true;
}

/// Whether a character takes no room on the screen.
function isHidden(character: string | undefined): boolean {
  return (
    character !== undefined && !isUsualSpace(character) && invisible(character) !== undefined && !isWideSpace(character)
  );
}

function isSpace(character: string): boolean {
  return isUsualSpace(character) || isWideSpace(character);
}

function isUsualSpace(character: string): boolean {
  return " \t\f\n\r".includes(character);
}

function pythonKeyword(word: string): string | undefined {
  return keywords.has(word) ? word : undefined;
}

function isPrint(word: string): boolean {
  return word.toLowerCase() === "print";
}

function endsOperand(token: Token): boolean {
  switch (token.kind) {
    case "name":
    case "int":
    case "real":
    case "imaginary":
    case "string":
    case "fstring":
    case "bytes":
      return true;
    case "operator":
      return token.text === ")" || token.text === "]" || token.text === "}";
    case "keyword":
      return token.text === "None" || token.text === "True" || token.text === "False";
    default:
      return false;
  }
}

/// A character beyond ASCII that is neither space nor letter, such as a part of an emoji.
function isStranger(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    code >= 128 &&
    nameStartAt(text, at) === 0 &&
    !MARKS.has(text[at] as string) &&
    invisible(text[at] as string) === undefined &&
    lookalike(text[at] as string) === undefined
  );
}
