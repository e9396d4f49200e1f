import type { Edit } from "../base/diagnostic.ts";
import { isClassicKeyword, keywords } from "../language/tokens.ts";
import { type Analysis, ProjectAnalysis, spelt } from "./analysis.ts";
import { type Use, uses } from "./navigation.ts";
import { type Occurrence, occurrenceAt } from "./occurrences.ts";
import { fileOf, keyOf } from "./symbols.ts";

export type Refusal = { readonly refused: string };
export interface Renamable {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}
export interface FileEdit extends Edit {
  readonly file: string;
}

/// The name at an offset, if it is one that can be changed.
export function renamable(project: ProjectAnalysis, name: string, offset: number): Renamable | Refusal {
  const analysis = project.of(name);
  const found = analysis === undefined ? undefined : occurrenceAt(analysis.occurrences, offset);
  if (analysis === undefined || found === undefined)
    return { refused: "Only names that your program gives can be renamed." };
  const refused = refusal(project, analysis, found);
  return refused === undefined
    ? { from: found.from, to: found.to, text: analysis.file.text.slice(found.from, found.to) }
    : { refused };
}

function refusal(project: ProjectAnalysis, analysis: Analysis, { meaning, text }: Occurrence): string | undefined {
  const isMember = analysis.library.modules.some(({ scope }) =>
    [...scope.classes.values()].some(({ names }) => [...names.values()].includes(meaning as never)),
  );
  if (isMember)
    return `${text} belongs to a class: what stands after a dot elsewhere may mean it, so change it by hand.`;
  // What is imported under another name has that name from this program.
  const given = meaning.kind === "native" ? meaning.native.name : meaning.name;
  if (text !== given) return undefined;
  if (meaning.kind === "module") {
    const own = project.files.some((file) => file.name === `${text}.py`);
    return own ? `${text} is a file: rename it under Files.` : `${text} is a module of ePython and keeps its name.`;
  }
  const file = fileOf(analysis, meaning);
  if (file === undefined || !project.files.some((one) => one.name === file)) {
    return `${text} is part of ePython and keeps its name.`;
  }
  return undefined;
}

/// The edits, in all files of the project, that give the thing at an offset another name; or why that cannot be.
export function rename(
  project: ProjectAnalysis,
  name: string,
  offset: number,
  to: string,
): readonly FileEdit[] | Refusal {
  const target = renamable(project, name, offset);
  if ("refused" in target) return target;
  const analysis = project.of(name) as Analysis;
  const isClassic = analysis.classic !== undefined;
  if (!(isClassic ? /^[\p{L}_][\p{L}\p{N}_.]*$/u : /^[\p{L}_][\p{L}\p{N}_]*$/u).test(to)) {
    const signs = isClassic
      ? "letters, digits, _ and dots, and begins with a letter or _"
      : "letters, digits and _, and no digit at first";
    return { refused: `A name has only ${signs}.` };
  }
  if (isClassic ? isClassicKeyword(to) : keywords.has(to) || to === "print")
    return { refused: `${to} is a word of the language.` };
  if (to === target.text) return [];
  if (analysis.library.builtins.has(spelt(analysis, to)))
    return { refused: `${to} is a built-in function of ePython.` };
  const old = spelt(analysis, target.text);
  const changed = uses(project, name, offset).filter(({ occurrence }) => occurrence.text === old);
  const hidden = unread(project, old);
  if (hidden !== undefined) {
    return { refused: `${hidden} has mistakes, and ${target.text} stands where it cannot be read. Mend them first.` };
  }
  const edits = changed.map(({ file, occurrence }) => ({ file, from: occurrence.from, to: occurrence.to, text: to }));
  const clash = clashAfter(project, edits, changed, to);
  return clash === undefined ? edits : { refused: `${to} already means something else in ${clash}.` };
}

/// A file in which the name stands in lines that could not be read.
function unread(project: ProjectAnalysis, text: string): string | undefined {
  return project.files.find((file) => {
    const analysis = project.of(file.name);
    if (analysis === undefined || !analysis.module.broken) return false;
    const known = new Set(analysis.occurrences.map(({ from }) => from));
    return analysis.pieces.inner.tokens.some(
      (token, i, tokens) =>
        token.kind === "name" &&
        spelt(analysis, token.text) === text &&
        !known.has(token.from) &&
        tokens[i - 1]?.text !== ".",
    );
  })?.name;
}

// The edits are tried: afterwards every name of the project must mean what it meant before.
function clashAfter(
  project: ProjectAnalysis,
  edits: readonly FileEdit[],
  changed: readonly Use[],
  to: string,
): string | undefined {
  const after = new ProjectAnalysis(
    project.files.map((file) => ({
      ...file,
      text: edited(
        file.text,
        edits.filter((edit) => edit.file === file.name),
      ),
    })),
  );
  const renamed = new Set(changed.map(({ occurrence }) => occurrence));
  const pairs = new Map<string, string>();
  const back = new Map<string, string>();
  for (const file of project.files) {
    const one = project.of(file.name);
    const other = after.of(file.name);
    if (one === undefined || other === undefined || one.occurrences.length !== other.occurrences.length)
      return file.name;
    for (const [i, before] of one.occurrences.entries()) {
      const now = other.occurrences[i];
      if (now === undefined || now.text !== (renamed.has(before) ? spelt(other, to) : before.text)) return file.name;
      const key = keyOf(one, before.meaning);
      const newKey = keyOf(other, now.meaning);
      if ((pairs.get(key) ?? newKey) !== newKey || (back.get(newKey) ?? key) !== key) return file.name;
      pairs.set(key, newKey);
      back.set(newKey, key);
    }
  }
  return undefined;
}

/// A text with edits made that do not overlap.
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text: replacement } of edits.toSorted((a, b) => a.from - b.from)) {
    parts.push(text.slice(at, from), replacement);
    at = to;
  }
  return parts.join("") + text.slice(at);
}
