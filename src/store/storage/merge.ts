import { diff3Merge } from "node-diff3";
import type { SourceFile } from "../../base/source.ts";
import { merged as mergedProgress } from "../lessons/progress.ts";
import {
  type Dated,
  datedForm,
  type Project,
  parseAs,
  progressForm,
  projectForm,
  settingsForm,
  storedDated,
  storedProject,
  versionsForm,
  watchesForm,
} from "./forms.ts";
import { freshId } from "./fresh-id.ts";

// Two tabs have changed the same text since both had read it. What either has made of it stays:
//
//   base ─┬─ theirs ─┬─ merged
//         └─ mine  ──┘      └ and a copy of theirs, under a name of its own, where both have changed the same lines

/// What comes of two texts under one key; undefined: nothing is to be there.
export interface Merged {
  readonly text: string | undefined;
  /// Set where both could not be had in one: theirs, under a key of its own. It has a name if it is a program.
  readonly copy?: { readonly key: string; readonly text: string; readonly name?: string };
}

/// Merging takes time with the square of this, and never more.
const mostLines = 2000;

/// `taken` are names that a copy cannot have.
export function merge(
  key: string,
  base: string | undefined,
  theirs: string | undefined,
  mine: string | undefined,
  taken: () => readonly string[],
): Merged {
  if (theirs === mine || theirs === base) return { text: mine };
  if (mine === base) return { text: theirs };
  // What one has removed and the other has changed is wanted.
  if (mine === undefined || theirs === undefined) return { text: mine ?? theirs };
  if (key.startsWith("epython-lab.project.")) return mergeProjects(base, theirs, mine, taken);
  if (key.startsWith("epython-lab.deleted.")) return mergeDeleted(theirs, mine);
  if (key.startsWith("epython-lab.versions.")) return { text: mergeVersions(theirs, mine) };
  if (key === "epython-lab.settings") return { text: mergeSettings(base, theirs, mine) };
  if (key.startsWith("epython-lab.watches.")) return { text: mergeWatches(base, theirs, mine) };
  if (key.startsWith("epython-lab.lesson.")) {
    const [their, my] = [parseAs(progressForm, theirs), parseAs(progressForm, mine)];
    return { text: their === undefined || my === undefined ? mine : JSON.stringify(mergedProgress(my, their)) };
  }
  if (key.startsWith("epython-lab.draft.")) return mergeTeaching(theirs, mine);
  return { text: mine };
}

function mergeProjects(
  baseText: string | undefined,
  theirText: string,
  myText: string,
  taken: () => readonly string[],
): Merged {
  const base = parseAs(projectForm, baseText);
  const theirs = parseAs(projectForm, theirText);
  const mine = parseAs(projectForm, myText);
  if (theirs === undefined || mine === undefined) return { text: myText };
  const { files, clash } = mergeFiles(base?.files ?? [], theirs.files, mine.files);
  const { example, lesson, locked, ...own } = mine;
  const one: Project = {
    ...own,
    ...defined("example", pick(base?.example, theirs.example, example)),
    ...defined("lesson", pick(base?.lesson, theirs.lesson, lesson)),
    ...defined("locked", pick(base?.locked, theirs.locked, locked)),
    name: pick(base?.name, theirs.name, mine.name),
    files,
    active: files.some(({ name }) => name === mine.active) ? mine.active : (files[0]?.name ?? mine.active),
  };
  const text = JSON.stringify(storedProject(one));
  // Each by itself was sound; together they may have changed lines that stay.
  if (!clash && parseAs(projectForm, text) !== undefined) return { text };
  const { example: _, lesson: __, locked: ___, ...copied } = theirs;
  const name = copyName(theirs.name, taken());
  const copy: Project = { ...copied, id: freshId(), name };
  return {
    text: clash && parseAs(projectForm, text) !== undefined ? text : myText,
    copy: { key: `epython-lab.project.${copy.id}`, text: JSON.stringify(storedProject(copy)), name },
  };
}

/// Both have changed what they are making: theirs becomes a draft of its own.
function mergeTeaching(theirText: string, myText: string): Merged {
  let theirs: unknown;
  try {
    theirs = JSON.parse(theirText);
  } catch {
    return { text: myText };
  }
  if (typeof theirs !== "object" || theirs === null) return { text: myText };
  const id = freshId();
  return { text: myText, copy: { key: `epython-lab.draft.${id}`, text: JSON.stringify({ ...theirs, id }) } };
}

/// Both have deleted the program, each as it had it.
function mergeDeleted(theirText: string, myText: string): Merged {
  const [theirs, mine] = [parseAs(datedForm, theirText), parseAs(datedForm, myText)];
  if (theirs === undefined || JSON.stringify(theirs.project.files) === JSON.stringify(mine?.project.files))
    return { text: myText };
  const id = freshId();
  const text = JSON.stringify(storedDated({ at: theirs.at, project: { ...theirs.project, id } }));
  return { text: myText, copy: { key: `epython-lab.deleted.${id}`, text } };
}

/// Where both have changed the same lines, mine.
function mergeFiles(base: readonly SourceFile[], theirs: readonly SourceFile[], mine: readonly SourceFile[]) {
  const textIn = (files: readonly SourceFile[], name: string) => files.find((file) => file.name === name)?.text;
  const names = [...new Set([...mine, ...theirs].map(({ name }) => name))];
  let clash = false;
  const files = names.flatMap((name): SourceFile[] => {
    const [was, their, my] = [textIn(base, name), textIn(theirs, name), textIn(mine, name)];
    const file = [...mine, ...theirs].find((one) => one.name === name) ?? { name };
    if (their === my || their === was) return my === undefined ? [] : [{ ...file, text: my }];
    if (my === was) return their === undefined ? [] : [{ ...file, text: their }];
    if (their === undefined || my === undefined) return [{ ...file, text: their ?? my ?? "" }];
    const both = mergeLines(was ?? "", their, my);
    clash ||= both === undefined;
    return [{ ...file, text: both ?? my }];
  });
  return files.length > 0 ? { files, clash } : { files: mine, clash: true };
}

/// A text with what both have changed; undefined where they have changed the same lines.
export function mergeLines(base: string, theirs: string, mine: string): string | undefined {
  const [was, their, my] = [base.split("\n"), theirs.split("\n"), mine.split("\n")];
  const least = Math.min(was.length, their.length, my.length);
  let head = 0;
  while (head < least && was[head] === their[head] && was[head] === my[head]) head++;
  let tail = 0;
  while (tail < least - head && was.at(-1 - tail) === their.at(-1 - tail) && was.at(-1 - tail) === my.at(-1 - tail))
    tail++;
  const middle = (lines: string[]) => lines.slice(head, lines.length - tail);
  if (Math.max(was.length, their.length, my.length) - head - tail > mostLines) return undefined;
  const regions = diff3Merge<string>(middle(my), middle(was), middle(their), { excludeFalseConflicts: true });
  if (regions.some(({ conflict }) => conflict !== undefined)) return undefined;
  const merged = regions.flatMap(({ ok }) => ok ?? []);
  return [...was.slice(0, head), ...merged, ...was.slice(was.length - tail)].join("\n");
}

/// Each choice by itself: one tab chose the theme, the other the depth.
function mergeSettings(baseText: string | undefined, theirText: string, myText: string): string {
  const [base, theirs, mine] = [baseText, theirText, myText].map(
    (text): Readonly<Record<string, unknown>> | undefined => parseAs(settingsForm, text),
  );
  if (theirs === undefined || mine === undefined) return myText;
  const names = Object.keys({ ...theirs, ...mine });
  return JSON.stringify(
    Object.fromEntries(names.map((name) => [name, pick(base?.[name], theirs[name], mine[name] ?? theirs[name])])),
  );
}

function mergeVersions(theirs: string, mine: string): string {
  const all = [...(parseAs(versionsForm, mine) ?? []), ...(parseAs(versionsForm, theirs) ?? [])];
  const different = new Map<string, Dated>();
  for (const one of all) different.set(`${one.at} ${JSON.stringify(one.project.files)}`, one);
  return JSON.stringify([...different.values()].sort((a, b) => b.at - a.at).map(storedDated));
}

/// Mine, and those that they have added.
function mergeWatches(baseText: string | undefined, theirText: string, myText: string): string {
  const mine = parseAs(watchesForm, myText);
  if (mine === undefined) return myText;
  const known = new Set([...mine, ...(parseAs(watchesForm, baseText) ?? [])]);
  const added = (parseAs(watchesForm, theirText) ?? []).filter((text) => !known.has(text));
  return JSON.stringify([...mine, ...added]);
}

/// What was changed; by both, mine.
function pick<T>(was: T | undefined, theirs: T, mine: T): T {
  return JSON.stringify(mine) === JSON.stringify(was) ? theirs : mine;
}

function defined<Name extends string, T>(name: Name, value: T | undefined): { readonly [key in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]?: T });
}

function copyName(name: string, taken: readonly string[]): string {
  const short = name.slice(0, 40);
  for (let number = 1; ; number++) {
    const tried = number === 1 ? `${short} (other tab)` : `${short} (other tab ${number})`;
    if (!taken.includes(tried)) return tried;
  }
}
