import type { SourceFile } from "../../base/source.ts";
import type { Span } from "../../base/span.ts";
import { tokensOf } from "../python2/tokens.ts";
import {
  epythonNames,
  handlerMethods,
  type LibraryName,
  pythonBuiltins,
  pythonExceptions,
  pythonKeywords,
  pythonModules,
} from "./names.ts";

// What the editor offers in a file for full Python: words that can be known without running it.

export interface Word {
  readonly label: string;
  readonly kind: "function" | "method" | "variable" | "constant" | "module" | "keyword";
  /// How it is written, or where it comes from.
  readonly detail: string;
  readonly summary: string;
  /// Nearer things come first: smaller is nearer.
  readonly rank: number;
}

export interface Words extends Span {
  readonly items: readonly Word[];
}

/// What can stand at an offset of a file; nothing inside texts and comments.
export function completePython({ text }: SourceFile, offset: number): Words {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const start = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(line)?.[0] ?? "";
  const rest = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  const span = { from: offset - start.length, to: offset + (start === "" ? 0 : rest.length) };
  const before = line.slice(0, line.length - start.length);
  const isNumber = /(?<![\p{L}\p{N}_])\d[\d_]*\.?$/u.test(before);
  const items = isNumber || isInText(text, span.from) ? [] : [...itemsAfter(before, text, span.from)];
  return { ...span, items };
}

function* itemsAfter(before: string, text: string, at: number): Iterable<Word> {
  if (/^\s*from\s+epython\s+import\b/.test(before)) return yield* epythonNames.map((one) => word(one, 1));
  if (/^\s*(?:from|import)\s+(?:\w+\s*,\s*)*$/.test(before)) {
    return yield* pythonModules.map((name) => plain(name, "module", "", 1));
  }
  if (/^\s*from\s+[\w.]+\s+$/.test(before)) return yield plain("import", "keyword", "", 0);
  const object = /([\p{L}_][\p{L}\p{N}_]*)\.$/u.exec(before)?.[1];
  if (object !== undefined) {
    if (object === "epython") yield* epythonNames.map((one) => word(one, 1));
    else if (!pythonModules.includes(object))
      yield* handlerMethods.map((one) => ({ ...word(one, 1), kind: "method" as const }));
    return;
  }
  if (before.endsWith(".") || /\b(?:def|class|as)\s+$/.test(before)) return;
  const own = ownNames(text, at);
  yield* own.values();
  const hasAll = /^\s*from\s+epython\s+import\s+\*/m.test(text);
  for (const one of epythonNames) if (!own.has(one.name)) yield word(one, hasAll ? 1 : 3);
  for (const name of pythonBuiltins) if (!own.has(name)) yield plain(name, "function", "Built into Python.", 2);
  for (const name of pythonExceptions) if (!own.has(name)) yield plain(name, "constant", "An exception of Python.", 4);
  for (const name of ["True", "False", "None"]) yield plain(name, "constant", "", 2);
  for (const name of pythonKeywords) yield plain(name, "keyword", "", 3);
}

/// The names that a file gives something, anywhere in it.
function ownNames(text: string, at: number): ReadonlyMap<string, Word> {
  const found = new Map<string, Word>();
  const tokens = tokensOf(text);
  tokens.forEach(({ kind, text: name, from, to, line }, k) => {
    if (kind !== "name" || pythonKeywords.includes(name) || (from <= at && at <= to)) return;
    const before = tokens[k - 1]?.text;
    if (before === "." || found.has(name)) return;
    const isDefined = before === "def" || before === "class";
    if (!isDefined && (pythonBuiltins.includes(name) || epythonNames.some((one) => one.name === name))) return;
    const where = `In line ${line} of this file.`;
    found.set(
      name,
      isDefined ? definition(before as string, name, text, from, line) : plain(name, "variable", where, 0),
    );
  });
  return found;
}

function definition(what: string, name: string, text: string, from: number, line: number): Word {
  const head = /^[^\n]*?(?=:\s*(?:#.*)?(?:\n|$))/.exec(text.slice(from, from + 300))?.[0] ?? name;
  const label = what === "def" ? "function" : "constant";
  return {
    label: name,
    kind: label,
    detail: `${what} ${head}`,
    summary: `Defined in line ${line} of this file.`,
    rank: 0,
  };
}

function plain(label: string, kind: Word["kind"], summary: string, rank: number): Word {
  return { label, kind, detail: "", summary, rank };
}

function word({ name, signature, help }: LibraryName, rank: number): Word {
  const kind = signature.includes("(") ? "function" : "constant";
  return { label: name, kind, detail: signature, summary: help, rank };
}

/// Whether an offset lies in a string or a comment.
function isInText(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const inString = tokensOf(text).some(({ kind, from, to }) => kind === "string" && from < at && at < to);
  if (inString) return true;
  const comment = line.indexOf("#");
  if (comment < 0) return false;
  const hash = at - line.length + comment;
  return !tokensOf(text).some(({ kind, from, to }) => kind === "string" && from <= hash && hash < to);
}

export interface WordHelp extends Span {
  readonly code: string;
  readonly words: string;
  readonly module?: string;
}

/// What the word at an offset means, if it is one of epython's, or defined in the file.
export function explainPython({ text }: SourceFile, offset: number): WordHelp | undefined {
  const tokens = tokensOf(text);
  const index = tokens.findIndex(({ kind, from, to }) => kind === "name" && from <= offset && offset < to);
  const token = tokens[index];
  if (token === undefined) return undefined;
  const { from, to } = token;
  const isMember = tokens[index - 1]?.text === ".";
  if (isMember && tokens[index - 2]?.text !== "epython") return undefined;
  const own = isMember
    ? undefined
    : tokens.findIndex(({ text: name }, k) => name === token.text && isDefinition(tokens[k - 1]?.text));
  const at = own === undefined ? undefined : tokens[own];
  if (at !== undefined) {
    const { detail, summary } = definition(
      tokens[(own as number) - 1]?.text as string,
      at.text,
      text,
      at.from,
      at.line,
    );
    return { from, to, code: detail, words: summary };
  }
  const found = /\bepython\b/.test(text) ? epythonNames.find(({ name }) => name === token.text) : undefined;
  return found === undefined ? undefined : { from, to, code: found.signature, words: found.help, module: "epython" };
}

function isDefinition(word: string | undefined): boolean {
  return word === "def" || word === "class";
}
