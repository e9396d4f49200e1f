import { KEYWORDS } from "../python2/operands.ts";
import type { Token } from "../python2/tokens.ts";
import { nextLine, type TokenRange } from "./ranges.ts";

// Which names a function of a host's program uses, by its tokens.

/// What a def says of names.
export interface Names {
  /// Those that it reads and does not bind itself, each with its first token.
  readonly free: ReadonlyMap<string, Token>;
  /// Those that it binds.
  readonly bound: ReadonlySet<string>;
  /// Parameters that stand for any number of arguments, such as `*values`.
  readonly variadic: readonly Token[];
}

const ASSIGNS = new Set(["=", "+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=", ">>=", "<<=", "@=", ":="]);

/// The names of the def whose tokens are these, from `def` on.
export function namesOf(tokens: readonly Token[], { from, to }: TokenRange): Names {
  const bound = new Set<string>();
  const shared = new Set<string>();
  const uses: Token[] = [];
  const { variadic, end } = parameters(tokens, from, bound);
  for (let k = end; k < to; k++) {
    const token = tokens[k] as Token;
    bindAt(tokens, k, bound, shared);
    const isNamed = token.kind === "name" && !KEYWORDS.has(token.text) && tokens[k - 1]?.text !== ".";
    // `f(name=1)` is no use of the name.
    if (isNamed && (tokens[k + 1]?.text !== "=" || !isInBrackets(tokens, k))) uses.push(token);
  }
  const free = new Map<string, Token>();
  for (const token of uses) {
    const isOwn = bound.has(token.text) && !shared.has(token.text);
    if (!isOwn && !free.has(token.text)) free.set(token.text, token);
  }
  return { free, bound, variadic };
}

/// Adds the names that are bound at a token to `bound`, and those that are said to be global there to `shared`.
export function bindAt(tokens: readonly Token[], k: number, bound: Set<string>, shared: Set<string>): void {
  const token = tokens[k] as Token;
  if (token.first) bindTargets(tokens, k, bound, shared);
  if (token.kind !== "name") return;
  if (token.text === "for") bindUntil(tokens, k + 1, "in", bound);
  if (["def", "as", "lambda"].includes(tokens[k - 1]?.text ?? "") || tokens[k + 1]?.text === ":=")
    bound.add(token.text);
}

/// Binds the parameters of a def; where they end.
function parameters(tokens: readonly Token[], def: number, bound: Set<string>): { variadic: Token[]; end: number } {
  const variadic: Token[] = [];
  const open = def + 2;
  const close = Math.max(open, tokens[open]?.match ?? -1);
  for (let k = open + 1; k < close; k++) {
    const token = tokens[k] as Token;
    const before = tokens[k - 1]?.text ?? "";
    if (token.match > k) k = token.match;
    else if (token.kind === "name" && ["(", ",", "*", "**"].includes(before)) {
      bound.add(token.text);
      if (before.startsWith("*")) variadic.push(token);
    }
  }
  return { variadic, end: close };
}

/// Binds what the statement that begins at `k` assigns to or imports; notes what it says is global.
function bindTargets(tokens: readonly Token[], k: number, bound: Set<string>, shared: Set<string>): void {
  const end = nextLine(tokens, k);
  const first = tokens[k]?.text;
  if (first === "global") for (let at = k + 1; at < end; at++) shared.add((tokens[at] as Token).text);
  if (first === "import" || first === "from") {
    for (let at = first === "from" ? afterWord(tokens, k, end, "import") : k + 1; at < end; at++) {
      if (tokens[at]?.kind === "name" && tokens[at - 1]?.text !== ".") bound.add((tokens[at] as Token).text);
    }
    return;
  }
  let last = -1;
  for (let at = k; at < end; at++) {
    const token = tokens[at] as Token;
    if (token.match > at) at = token.match;
    else if (ASSIGNS.has(token.text)) last = at;
  }
  for (let at = k; at < last; at++) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1]?.text ?? "";
    // What is in the brackets of an index or a call is read.
    const before = tokens[at - 1];
    const isOperand = at > k && (before?.kind === "name" || before?.text === ")" || before?.text === "]");
    if (token.match > at && isOperand) at = token.match;
    else if (token.kind === "name" && tokens[at - 1]?.text !== "." && !["(", "[", "."].includes(next))
      bound.add(token.text);
  }
}

function isInBrackets(tokens: readonly Token[], k: number): boolean {
  for (let at = k; at >= 0 && tokens[at] !== undefined; at--) {
    const { match, first } = tokens[at] as Token;
    if (match > k) return true;
    if (match >= 0 && match < at) at = match;
    if (first) return false;
  }
  return false;
}

function bindUntil(tokens: readonly Token[], from: number, word: string, bound: Set<string>): void {
  for (let k = from; k < tokens.length && tokens[k]?.text !== word && tokens[k]?.kind !== "newline"; k++) {
    if (tokens[k]?.kind === "name") bound.add((tokens[k] as Token).text);
  }
}

function afterWord(tokens: readonly Token[], from: number, to: number, word: string): number {
  for (let k = from; k < to; k++) if (tokens[k]?.text === word) return k + 1;
  return to;
}
