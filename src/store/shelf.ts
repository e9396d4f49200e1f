import type { SourceFile } from "../base/source.ts";
import type { LockedBlocks } from "../lessons/locked.ts";
import { examples } from "./examples.ts";
import type { Keeper } from "./keeper.ts";

/// What ties a program to the lesson it is written for.
export interface LessonTie {
  readonly id: string;
  /// The version of the lesson it was begun with.
  readonly version: string;
  /// The student's own files, while the solution or the lesson's start stands in their place.
  readonly aside?: { readonly why: "solution" | "reset"; readonly files: readonly SourceFile[] };
}

/// Files that belong together.
export interface Project {
  readonly id: string;
  readonly name: string;
  /// The example it was copied from, if any.
  readonly example?: string;
  /// The lesson or assignment it is worked on for, if any.
  readonly lesson?: LessonTie;
  /// Lines that stay as they are.
  readonly locked?: { readonly file: string; readonly blocks: LockedBlocks };
  /// At least one.
  readonly files: readonly SourceFile[];
  /// The name of the file that is open.
  readonly active: string;
}

/// A project that was deleted.
export interface PutAway {
  /// Milliseconds since 1970.
  readonly at: number;
  readonly project: Project;
}

/// Where projects are kept: each under a key of its own, so that tabs with different projects never meet.
export interface Shelf {
  key(id: string): string;
  get(id: string): Project | undefined;
  /// All of them by name, with `current` in place of its kept version.
  all(current?: Project): readonly Project[];
  /// The one that was put last.
  last(): Project | undefined;
  /// False when the browser refused it, or another one before: those are there until the page goes, and tried again with
  /// the next.
  put(project: Project): boolean;
  remove(id: string): void;
  /// Whether something would be lost with the page.
  hasUnkept(): boolean;
  /// Removes a project in a way that can be undone. Gives the ids of those that this made too old to bring back.
  putAway(project: Project, at: number): readonly string[];
  /// What was put away, the newest first.
  putAwayOnes(): readonly PutAway[];
  /// Forgets what was put away.
  forget(id: string): void;
  freeId(): string;
}

const prefix = "epython-lab.project.";
const lastKey = "epython-lab.last-project";
const awayPrefix = "epython-lab.deleted.";
const mostPutAway = 10;

export function shelf(keeper: Keeper): Shelf {
  const unkept = new Map<string, Project>();
  const get = (id: string) => unkept.get(id) ?? readProject(keeper.read(prefix + id));
  const ids = () => [...new Set([...keeper.keys(prefix).map((key) => key.slice(prefix.length)), ...unkept.keys()])];
  const write = (project: Project): boolean => {
    const kept = keeper.write(prefix + project.id, JSON.stringify(project));
    if (kept) unkept.delete(project.id);
    else unkept.set(project.id, project);
    return kept;
  };
  const remove = (id: string): void => {
    unkept.delete(id);
    keeper.remove(prefix + id);
  };
  const putAwayOnes = () =>
    keeper
      .keys(awayPrefix)
      .map((key) => readPutAway(keeper.read(key)))
      .filter((one) => one !== undefined)
      .sort((a, b) => b.at - a.at);
  return {
    key: (id) => prefix + id,
    get,
    all(current) {
      const projects = ids()
        .map(get)
        .filter((project) => project !== undefined);
      const others = projects.filter((project) => project.id !== current?.id);
      const all = current === undefined ? others : [...others, current];
      return all.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
    },
    last: () => get(keeper.read(lastKey) ?? ""),
    put(project) {
      for (const other of [...unkept.values()]) write(other);
      return write(project) && keeper.write(lastKey, project.id) && unkept.size === 0;
    },
    remove,
    hasUnkept: () => unkept.size > 0,
    putAway(project, at) {
      const [key, text] = [awayPrefix + project.id, JSON.stringify({ at, project })];
      const written = keeper.write(key, text);
      remove(project.id);
      // Its own room may be what was missing.
      if (!written) keeper.write(key, text);
      const tooOld = putAwayOnes().slice(mostPutAway);
      for (const old of tooOld) keeper.remove(awayPrefix + old.project.id);
      return tooOld.map((old) => old.project.id);
    },
    putAwayOnes,
    forget: (id) => keeper.remove(awayPrefix + id),
    freeId() {
      // The id of one that was deleted is its own still: it may come back.
      const numbers = [...ids(), ...putAwayOnes().map(({ project }) => project.id)].map(
        (id) => Number.parseInt(id, 36) || 0,
      );
      return (Math.max(0, ...numbers) + 1).toString(36);
    },
  };
}

/// A project from its kept form; undefined when it is none.
export function readProject(text: string | undefined): Project | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isSound(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readPutAway(text: string | undefined): PutAway | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as PutAway | null;
    return typeof value?.at === "number" && isSound(value.project) ? value : undefined;
  } catch {
    return undefined;
  }
}

/// Whether a value that was kept is a project.
export function isSound(kept: unknown): kept is Project {
  const value = kept as Project | null;
  return (
    typeof value?.id === "string" &&
    typeof value.name === "string" &&
    Array.isArray(value.files) &&
    value.files.length > 0 &&
    value.files.every((file) => typeof file?.name === "string" && typeof file.text === "string") &&
    value.files.some((file) => file.name === value.active) &&
    (value.lesson === undefined || isTie(value.lesson)) &&
    (value.locked === undefined || (typeof value.locked.file === "string" && Array.isArray(value.locked.blocks)))
  );
}

function isTie(value: LessonTie): boolean {
  const { aside } = value;
  return (
    typeof value?.id === "string" &&
    typeof value.version === "string" &&
    (aside === undefined || ((aside.why === "solution" || aside.why === "reset") && Array.isArray(aside.files)))
  );
}

/// True for a copy of an example in which nothing has been changed.
export function isUntouched(project: Project): boolean {
  const example = examples.find(({ id }) => id === project.example);
  if (example === undefined) return false;
  const texts = [example.text, ...example.others.map(({ text }) => text)];
  return project.files.length === texts.length && project.files.every(({ text }, k) => text === texts[k]);
}
