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

/// Where projects are kept: each under a key of its own, so that tabs with different projects never meet.
export interface Shelf {
  key(id: string): string;
  get(id: string): Project | undefined;
  /// All of them by name, with `current` in place of its kept version.
  all(current?: Project): readonly Project[];
  /// The one that was put last.
  last(): Project | undefined;
  put(project: Project): boolean;
  remove(id: string): void;
  freeId(): string;
}

const prefix = "epython-lab.project.";
const lastKey = "epython-lab.last-project";

export function shelf(keeper: Keeper): Shelf {
  const get = (id: string) => readProject(keeper.read(prefix + id));
  const ids = () => keeper.keys(prefix).map((key) => key.slice(prefix.length));
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
    put: (project) => keeper.write(prefix + project.id, JSON.stringify(project)) && keeper.write(lastKey, project.id),
    remove: (id) => keeper.remove(prefix + id),
    freeId() {
      const numbers = ids().map((id) => Number.parseInt(id, 36) || 0);
      return (Math.max(0, ...numbers) + 1).toString(36);
    },
  };
}

/// A project from its kept form; undefined when it is none.
export function readProject(text: string | undefined): Project | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Project;
    const sound =
      typeof value.id === "string" &&
      typeof value.name === "string" &&
      Array.isArray(value.files) &&
      value.files.length > 0 &&
      value.files.every((file) => typeof file?.name === "string" && typeof file.text === "string") &&
      value.files.some((file) => file.name === value.active) &&
      (value.lesson === undefined || isTie(value.lesson)) &&
      (value.locked === undefined || (typeof value.locked.file === "string" && Array.isArray(value.locked.blocks)));
    return sound ? value : undefined;
  } catch {
    return undefined;
  }
}

function isTie(value: LessonTie): boolean {
  const { aside } = value;
  return (
    typeof value.id === "string" &&
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
