import type { Edit } from "../../base/diagnostic.ts";
import { isWithin, type TokenRange } from "../kernels/ranges.ts";
import { boundNames, isOldName, isOldNumber, RENAMED } from "./marks.ts";
import { endsOperand, leftOperand, rightOperand } from "./operands.ts";
import { findSymbol, isStatementStart, statementEnd } from "./statements.ts";
import type { Token } from "./tokens.ts";

// Python 2 to 3, token by token. No edit adds or takes a line, so that every message names the line as it was written.

const METHODS: ReadonlyMap<string, string> = new Map([
  ["iteritems", "items"],
  ["itervalues", "values"],
  ["iterkeys", "keys"],
  ["has_key", "__contains__"],
]);
// They gave lists.
const LAZY = new Set(["range", "xrange", "map", "filter", "zip"]);

export class Rewriter {
  readonly edits: Edit[] = [];
  readonly notes = new Map<string, Set<number>>();
  usesDivide = false;
  private readonly tokens: readonly Token[];
  private readonly kernels: readonly TokenRange[];
  private readonly bound: ReadonlySet<string>;
  private readonly printIsFunction: boolean;
  private readonly divisionIsReal: boolean;

  constructor(tokens: readonly Token[], kernels: readonly TokenRange[]) {
    this.tokens = tokens;
    this.kernels = kernels;
    this.bound = boundNames(tokens);
    this.printIsFunction = this.future("print_function");
    this.divisionIsReal = this.future("division");
  }

  private future(feature: string): boolean {
    return this.tokens.some((token, k) => {
      if (!token.first || token.text !== "from" || this.at(k + 1).text !== "__future__") return false;
      return this.tokens.slice(k, statementEnd(this.tokens, k)).some(({ text }) => text === feature);
    });
  }

  private at(k: number): Token {
    return (this.tokens[k] ?? this.tokens.at(-1)) as Token;
  }

  private replace(from: number, to: number, text: string): void {
    this.edits.push({ from, to, text });
  }

  private note(what: string, token: Token): void {
    const lines = this.notes.get(what) ?? new Set();
    this.notes.set(what, lines.add(token.line));
  }

  rewrite(): void {
    for (let k = 0; k < this.tokens.length; k++) {
      const token = this.at(k);
      if (token.kind === "name") this.name(k, token);
      else if (token.kind === "number") this.number(token);
      else if (token.kind === "string") this.string(token);
      else if (token.kind === "symbol") k = this.symbol(k, token);
    }
  }

  private name(k: number, token: Token): void {
    if (isStatementStart(this.tokens, k)) {
      if (token.text === "print" && !this.printIsFunction) return this.print(k);
      if (token.text === "exec") return this.exec(k);
      if (token.text === "raise") return this.raise(k);
    }
    const next = this.at(k + 1);
    const isMember = this.at(k - 1).text === ".";
    const isCall = next.text === "(" && next.match >= 0 && !["def", "class"].includes(this.at(k - 1).text);
    if (token.text === "except") this.except(k);
    else if (token.text === "async" && next.text === "=") {
      this.note("async as the name of an argument", token);
      this.replace(token.from, token.to, "asynchronous");
    } else if (isMember && isCall && METHODS.has(token.text)) {
      this.note(`the method ${token.text}`, token);
      this.replace(token.from, token.to, METHODS.get(token.text) as string);
    } else if (!isMember && isCall && LAZY.has(token.text) && !this.bound.has(token.text)) this.list(k, token, next);
    else if (!isMember && isCall && token.text === "input" && !this.bound.has("input")) {
      if (isWithin(this.kernels, k)) return;
      this.note("input, which runs the answer as Python", token);
      this.replace(token.from, token.to, "eval(input");
      this.insert(this.at(next.match).to, ")");
    } else if (isOldName(this.tokens, k, this.bound)) {
      this.note(token.text, token);
      this.replace(token.from, token.to, RENAMED.get(token.text) as string);
    }
  }

  /// Puts a text between two tokens; what breaks the line there stays.
  private between(before: number, after: number, text: string): void {
    const { to, line } = this.at(before);
    const next = this.at(after);
    this.replace(to, line === next.line ? next.from : to, text);
  }

  private insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  private number({ text, from, to }: Token): void {
    if (!isOldNumber(text)) return;
    const token = this.tokens.find((one) => one.from === from) as Token;
    const isLong = /[lL]$/.test(text);
    const digits = isLong ? text.slice(0, -1) : text;
    const isOctal = isOldNumber(digits);
    this.note(isOctal ? "octal numbers with a 0 before them" : "long numbers with an L", token);
    this.replace(from, to, isOctal ? `0o${digits.replace(/^0+/, "")}` : digits);
  }

  private string(token: Token): void {
    if (!/^ur/i.test(token.text)) return;
    this.note("ur before a string", token);
    this.replace(token.from, token.from + 1, "");
  }

  /// The index of the last token that is done with.
  private symbol(k: number, token: Token): number {
    if (this.closed.has(k)) return k;
    if (token.text === "<>") {
      this.note("<> for !=", token);
      this.replace(token.from, token.to, "!=");
    } else if (token.text === "`") {
      const close = this.tokens.findIndex((one, at) => at > k && one.text === "`");
      if (close < 0) return k;
      this.note("backticks for repr", token);
      this.replace(token.from, token.to, "repr(");
      this.replace(this.at(close).from, this.at(close).to, ")");
      this.closed.add(close);
    } else if (token.text === "/" || token.text === "/=") this.divide(k, token);
    return k;
  }

  private readonly closed = new Set<number>();

  // ── Statements ───────────────────────────────────────────────────────────

  private print(k: number): void {
    const { tokens } = this;
    const token = this.at(k);
    const end = statementEnd(tokens, k);
    const first = this.at(k + 1);
    const last = this.at(end - 1);
    if (end === k + 1) {
      this.note("print as a statement", token);
      return this.insert(token.to, "()");
    }
    const isOneGroup = first.text === "(" && first.match === end - 1;
    if (isOneGroup && end - 1 > k + 2 && findSymbol(tokens, k + 2, end - 1, ",") < 0) return;
    this.note("print as a statement", token);
    let start = k + 1;
    let file = "";
    if (first.text === ">>") {
      const comma = findSymbol(tokens, k + 2, end, ",");
      const upTo = comma < 0 ? end : comma;
      file = this.textOf(k + 2, upTo);
      start = comma < 0 ? end : comma + 1;
    }
    const inside = this.at(start).from;
    if (start < end && start > k + 1) this.replace(token.to, inside, "(");
    else if (start < end) this.between(k, start, "(");
    else this.replace(token.to, last.to, "(");
    const parts: string[] = [];
    const more = start < end && last.text === ",";
    if (more) parts.push('end=" "');
    if (file !== "") parts.push(`file=${file}`);
    const separator = start < end && parts.length > 0 ? ", " : "";
    const closing = `${separator}${parts.join(", ")})`;
    if (more) this.replace(last.from, last.to, closing);
    else this.insert(last.to, closing);
  }

  private textOf(from: number, to: number): string {
    let text = "";
    for (let k = from; k < to; k++) {
      const gap = k > from && this.at(k).from > this.at(k - 1).to ? " " : "";
      text += gap + this.at(k).text;
    }
    return text;
  }

  private exec(k: number): void {
    const end = statementEnd(this.tokens, k);
    const first = this.at(k + 1);
    if (first.text === "(" && first.match === end - 1) return;
    this.note("exec as a statement", this.at(k));
    this.between(k, k + 1, "(");
    const place = findSymbol(this.tokens, k + 1, end, "in");
    if (place >= 0) this.replace(this.at(place - 1).to, this.at(place + 1).from, ", ");
    this.insert(this.at(end - 1).to, ")");
  }

  private raise(k: number): void {
    const end = statementEnd(this.tokens, k);
    const comma = findSymbol(this.tokens, k + 1, end, ",");
    if (comma < 0) return;
    const second = findSymbol(this.tokens, comma + 1, end, ",");
    this.note("raise with a comma", this.at(k));
    this.replace(this.at(comma - 1).to, this.at(comma + 1).from, "(");
    if (second < 0) return this.insert(this.at(end - 1).to, ")");
    this.replace(this.at(second).from, this.at(second + 1).from, ").with_traceback(");
    this.insert(this.at(end - 1).to, ")");
  }

  private except(k: number): void {
    const colon = findSymbol(this.tokens, k + 1, this.tokens.length, ":");
    const comma = findSymbol(this.tokens, k + 1, colon, ",");
    if (comma < 0) return;
    this.note("except with a comma", this.at(k));
    this.replace(this.at(comma - 1).to, this.at(comma + 1).from, " as ");
  }

  // ── Expressions ──────────────────────────────────────────────────────────

  private list(k: number, token: Token, bracket: Token): void {
    const name = RENAMED.get(token.text) ?? token.text;
    const isLooped = this.at(k - 1).text === "in" && this.at(bracket.match + 1).text === ":";
    // On the cores range gives a list.
    const asList = token.text !== "xrange" && !isLooped && !isWithin(this.kernels, k) && this.at(k - 2).text !== "list";
    if (token.text === "xrange") this.note("xrange", token);
    else if (asList) this.note(`${token.text} as a list`, token);
    if (asList) this.insert(token.from, "list(");
    if (name !== token.text) this.replace(token.from, token.to, name);
    if (asList) this.insert(this.at(bracket.match).to, ")");
  }

  // Between ints the result is an int. On the cores it is so anyway.
  private divide(k: number, token: Token): void {
    if (this.divisionIsReal || isWithin(this.kernels, k)) return;
    // In a text that is not Python at all.
    if (!endsOperand(this.tokens[k - 1])) return;
    if (token.text === "/=") return this.divideInPlace(k, token);
    const left = leftOperand(this.tokens, k);
    const right = rightOperand(this.tokens, k);
    if (this.isReal(left, k) || this.isReal(k + 1, right + 1)) return;
    this.note("/ between ints", token);
    if (left === k - 1 && right === k + 1 && this.isInt(left) && this.isInt(right)) {
      return this.replace(token.from, token.to, "//");
    }
    this.usesDivide = true;
    this.insert(this.at(left).from, "divide(");
    // A bracket that the line ends in may be closed on another.
    if (this.at(k - 1).line === token.line && this.at(k + 1).line === token.line)
      this.replace(this.at(k - 1).to, this.at(k + 1).from, ", ");
    else this.replace(token.from, token.to, ",");
    this.insert(this.at(right).to, ")");
  }

  private divideInPlace(k: number, token: Token): void {
    let start = k - 1;
    while (start > 0 && !isStatementStart(this.tokens, start)) start--;
    const end = statementEnd(this.tokens, k);
    this.note("/ between ints", token);
    this.usesDivide = true;
    this.replace(this.at(k - 1).to, this.at(k + 1).from, ` = divide(${this.textOf(start, k)}, `);
    this.insert(this.at(end - 1).to, ")");
  }

  private isInt(k: number): boolean {
    return this.at(k).kind === "number" && /^\d+$/.test(this.at(k).text);
  }

  /// Whether an operand is seen to be a real: a number with a point, or float(…).
  private isReal(from: number, to: number): boolean {
    const first = this.at(from);
    if (to === from + 1) return first.kind === "number" && /[.eE]/.test(first.text) && !/^0[xX]/.test(first.text);
    return first.text === "float" && this.at(from + 1).match === to - 1;
  }
}
