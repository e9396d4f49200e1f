import type { Span } from "../base/span.ts";
import { type Native, natives } from "../bytecode/natives.ts";
import { NESTING_LIMIT } from "../language/cursor.ts";
import { moduleNamed } from "../language/names.ts";
import type { Meaning, UserClass } from "../language/program.ts";
import { type DefScope, parameterNames } from "../language/scopes.ts";
import type { Token } from "../language/tokens.ts";
import { type Analysis, functionAt, placeIn, spelt } from "./analysis.ts";
import { classOf, inferredBefore, meaningOfName } from "./attribute-at.ts";
import { membersOfClass } from "./class-members.ts";
import { describe, describeMember } from "./describe.ts";
import { keywordWords, wordsOfModule } from "./keyword-help.ts";
import { signatureOfNative } from "./signature.ts";
import { SOFT_WORDS } from "./soft-words.ts";
import { functionOf, writtenAs } from "./symbols.ts";
import { inWords, type Pieces, tokenBefore } from "./tokens.ts";
import { hasMethod } from "./value-kinds.ts";

export type CompletionKind =
  | "function"
  | "class"
  | "method"
  | "variable"
  | "parameter"
  | "constant"
  | "module"
  | "keyword";

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /// The signature, or another line of code.
  readonly detail: string;
  readonly summary: string;
  /// Nearer things come first: smaller is nearer.
  readonly rank: number;
}

/// What can stand in a range, which holds what has been typed of it.
export interface Completions extends Span {
  readonly items: readonly Completion[];
}

/// What can be written at an offset.
export function complete(analysis: Analysis, offset: number): Completions {
  const { pieces, file } = analysis;
  const { text } = file;
  const word = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0] ?? "";
  const from = offset - word.length;
  const rest = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  const span = { from, to: offset + (word === "" ? 0 : rest.length) };
  const isNumber = /[\d.]/.test(text[from - 1] ?? "") && /\d\.?$/.test(text.slice(Math.max(0, from - 2), from));
  if (isNumber || inWords(pieces, text, offset)) return { ...span, items: [] };
  return { ...span, items: itemsAfter(analysis, lineBefore(analysis, from), from) };
}

/// The tokens of the statement that come before an offset.
function lineBefore({ pieces, file }: Analysis, offset: number): readonly Token[] {
  const { tokens, all } = pieces.inner;
  const last = tokenBefore(tokens, offset);
  let start = 0;
  for (const token of all) {
    if (token.from >= offset) break;
    if (token.kind === "newline" || (token.kind === "operator" && token.text === ";")) start = token.to;
  }
  // A line that was left in the middle of a statement ends it all the same, unless a bracket is open.
  const line = tokens.slice(0, last + 1).filter(({ from, to }) => from >= start && to <= offset);
  const ended = line.length > 0 && /[\n\r]/.test(file.text.slice(line.at(-1)?.to, offset));
  return ended && !line.some(({ text }) => text === "(" || text === "[") ? [] : line;
}

function itemsAfter(analysis: Analysis, line: readonly Token[], offset: number): readonly Completion[] {
  const [first, second, third] = line;
  const last = line.at(-1);
  if (first?.text === "from" && first.kind === "keyword") {
    if (line.length === 1) return modules(analysis);
    if (line.length === 2) return [keyword("import")];
    if (third?.text === "import" && second !== undefined) {
      return last?.kind === "name" ? [keyword("as")] : members(analysis, spelt(analysis, second.text));
    }
    return [];
  }
  if (first?.text === "import" && first.kind === "keyword") {
    if (line.length === 1 || last?.text === ",") return modules(analysis);
    return last?.kind === "name" ? [keyword("as")] : [];
  }
  if (last?.text === "." && last.kind === "operator") return afterDot(analysis, line, offset);
  if (last?.kind === "keyword" && (last.text === "def" || last.text === "as")) return [];
  return names(analysis, functionAt(analysis, offset), elementsAt(analysis.pieces, offset));
}

// ── What there is to choose from ───────────────────────────────────────────

function keyword(label: string): Completion {
  return { label, kind: "keyword", detail: "keyword", summary: keywordWords.get(label) ?? "", rank: 4 };
}

function modules(analysis: Analysis): readonly Completion[] {
  return analysis.library.moduleNames
    .filter((name) => name !== "method" && name !== "runtime" && `${name}.py` !== analysis.file.name)
    .map((name) => ({
      label: name,
      kind: "module",
      detail: "module",
      summary: wordsOfModule(analysis, name),
      rank: analysis.files.some((file) => file.name === `${name}.py`) ? 0 : 1,
    }));
}

function members(analysis: Analysis, module: string): readonly Completion[] {
  return [...(analysis.library.membersOf(module) ?? [])]
    .filter(([name]) => !name.startsWith("_"))
    .map(([name, meaning]) => item(analysis, name, meaning, 1));
}

/// The names that the comprehensions around an offset give their elements, the innermost first.
function elementsAt({ inner: { all } }: Pieces, offset: number): readonly string[] {
  const around: number[] = [];
  for (const [i, { kind, text, to }] of all.entries()) {
    if (to > offset) break;
    if (kind === "newline") around.length = 0;
    else if (kind === "operator" && "([{".includes(text)) around.push(i);
    else if (kind === "operator" && ")]}".includes(text)) around.pop();
  }
  // No deeper than a program can be.
  const found = new Map(around.slice(-NESTING_LIMIT).map((bracket) => [bracket, [] as string[]]));
  const [first = all.length] = found.keys();
  const open: number[] = [];
  // Of the comprehension whose target is being read.
  let target: string[] | undefined;
  for (let i = first; i < all.length; i++) {
    const { kind, text } = all[i] as Token;
    if (kind === "operator" && "([{".includes(text)) open.push(i);
    else if (kind === "operator" && ")]}".includes(text)) open.pop();
    else if (kind === "keyword" && text === "for") target = found.get(open.at(-1) ?? -1);
    else if (kind === "keyword" && text === "in") target = undefined;
    else if (kind === "name") target?.push(text);
    if (open.length === 0 || kind === "newline") break;
  }
  return [...found.values()].reverse().flat();
}

function afterDot(analysis: Analysis, line: readonly Token[], offset: number): readonly Completion[] {
  const object = line.at(-2);
  if (object === undefined || object.kind === "int" || object.kind === "real" || object.kind === "keyword") return [];
  const def = functionAt(analysis, offset);
  const name = spelt(analysis, object.text);
  const meaning = object.kind === "name" ? meaningOfName(analysis, def, name) : undefined;
  const owner = object.kind === "name" ? moduleNamed(placeIn(analysis, def), name) : undefined;
  if (owner !== undefined) return members(analysis, owner.name);
  if (meaning === undefined && object.kind === "name" && analysis.library.moduleNames.includes(name)) {
    return members(analysis, name);
  }
  const { tokens } = analysis.pieces.inner;
  const inferred = inferredBefore(analysis, tokens, tokens.indexOf(line.at(-1) as Token));
  const symbol = classOf(inferred);
  if (symbol !== undefined) return ofClass(analysis, symbol, 1);
  const methods = natives.filter(({ module }) => module === "method");
  if (inferred !== undefined && "kind" in inferred) {
    return methods.filter((native) => hasMethod(inferred.kind, native)).map(method);
  }
  // Of what nobody knows, what some object of the program has.
  const found = new Map(methods.map((native) => [native.name, method(native)]));
  for (const one of analysis.module.scope.classes.values()) {
    for (const item of ofClass(analysis, one, 2)) if (!found.has(item.label)) found.set(item.label, item);
  }
  return [...found.values()];
}

/// What the objects of a class have. Special methods are called by operations.
function ofClass(analysis: Analysis, symbol: UserClass, rank: number): readonly Completion[] {
  return [...membersOfClass(analysis, symbol).values()]
    .filter(({ name }) => !name.startsWith("__"))
    .map((member) => {
      const { code, words } = describeMember(analysis, member);
      const kind = member.kind === "method" ? "method" : "variable";
      return { label: member.name, kind, detail: code, summary: words, rank };
    });
}

function method(native: Native): Completion {
  const { name, label, summary } = signatureOfNative(native);
  return { label: name, kind: "method", detail: label, summary, rank: 1 };
}

function names(analysis: Analysis, def: DefScope | undefined, elements: readonly string[]): readonly Completion[] {
  const { module, library } = analysis;
  const found = new Map<string, Completion>();
  for (const name of elements) {
    const summary = "A variable of this comprehension, known in it only.";
    found.set(spelt(analysis, name), { label: name, kind: "variable", detail: name, summary, rank: 0 });
  }
  const add = (name: string, meaning: Meaning, rank: number) => {
    if (!found.has(name)) found.set(name, item(analysis, name, meaning, rank));
  };
  for (let scope = def; scope !== undefined; scope = scope.outer) {
    for (const [name, meaning] of scope.functions) add(name, meaning, 0);
    for (const [name, meaning] of scope.locals) if (!scope.globals.has(name)) add(name, meaning, 0);
  }
  for (const [name, meaning] of module.scope.variables) add(name, meaning, 1);
  for (const [name, meaning] of module.scope.functions) add(name, meaning, 1);
  for (const [name, meaning] of module.scope.classNames) add(name, meaning, 1);
  for (const [name, meaning] of module.imported) add(name, meaning, 2);
  for (const [name, meaning] of library.builtins) add(name, meaning, 3);
  if (module.dialect === "classic") for (const [name, meaning] of library.classic) add(name, meaning, 3);
  for (const [name, meaning] of module.plain) add(name, meaning, 2);
  for (const name of keywordWords.keys()) {
    const isTaken = name === "print" || (SOFT_WORDS.has(name) && found.has(name));
    if (!isTaken) found.set(name, keyword(name));
  }
  return [...found.values()];
}

function item(analysis: Analysis, label: string, meaning: Meaning, rank: number): Completion {
  const written = writtenAs(analysis, meaning, label);
  const { code, words, mpi } = describe(analysis, meaning, written);
  const summary = mpi === undefined ? words : `${words} In MPI: ${mpi}.`;
  return { label: written, kind: kindOf(analysis, meaning), detail: code, summary, rank };
}

function kindOf(analysis: Analysis, meaning: Meaning): CompletionKind {
  if (functionOf(analysis, meaning) !== undefined) return "function";
  switch (meaning.kind) {
    case "native":
    case "function":
      return "function";
    case "exception":
      return "function";
    case "class":
      return "class";
    case "constant":
    case "singleton":
      return "constant";
    case "module":
      return "module";
    case "module-variable":
    case "element":
      return "variable";
    case "local":
      return parameterNames(meaning.def).has(meaning.name) ? "parameter" : "variable";
  }
}
