import * as v from "valibot";
import { usualChip } from "../../lessons/chips.ts";
import { parseAs } from "../storage/forms.ts";
import type { PageStorage } from "../storage/storage.ts";

// What a teacher is making, as it is kept in the browser under epython-lab.draft.ID. Everything is as it was typed: it need not be right
// yet. What cannot be read of a draft is replaced by itself, and the rest stays.

const text = (usual = "") => v.optional(v.fallback(v.string(), usual), usual);
const number = (usual: number) => v.optional(v.fallback(v.pipe(v.number(), v.finite()), usual), usual);
const texts = v.optional(v.fallback(v.array(v.object({ name: v.string(), text: v.string() })), []), []);

const exerciseForm = v.object({
  title: text(),
  /// Lessons only: what the student can do afterwards, and how long it takes.
  goal: text(),
  minutes: number(10),
  /// Markdown: the task of an assignment, or all of a lesson but its head.
  text: text(),
  chip: text(usualChip),
  cores: number(16),
  hostCores: number(0),
  seed: number(1),
  dialect: v.optional(v.fallback(v.picklist(["", "classic", "python3"]), ""), ""),
  play: v.optional(v.fallback(v.picklist(["", "slow", "events"]), ""), ""),
  depth: v.optional(v.fallback(v.picklist(["", "everything"]), ""), ""),
  /// The name that an assignment’s program has.
  main: text("main.py"),
  start: text(),
  solution: text(),
  /// Programs beside it, the same for start and solution; and a lesson’s pictures.
  beside: texts,
  pictures: texts,
  /// Lines of the start that students cannot change, as in `1-3, 8`.
  locked: text(),
  /// As check.json.
  check: text('{\n  "checks": []\n}\n'),
  /// Lessons only: their folders, `01-basics` and `02-ring`.
  chapter: text("01-lessons"),
  folder: text("01-lesson"),
});

const draftForm = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  kind: v.picklist(["assignment", "pack"]),
  /// Milliseconds since 1970.
  at: number(0),
  /// Of a pack: an assignment has that of its exercise.
  title: text(),
  exercises: v.pipe(v.array(exerciseForm), v.minLength(1)),
  /// Which of them is open.
  open: number(0),
  /// By folder.
  chapters: v.optional(
    v.fallback(v.array(v.object({ folder: v.string(), title: v.string(), about: v.string() })), []),
    [],
  ),
  /// Files of a pack that belong to no lesson.
  others: texts,
});

/// One program to be written, with what is said of it: an assignment, or a lesson of a pack.
export type Exercise = Readonly<v.InferOutput<typeof exerciseForm>>;
export type Draft = Readonly<v.InferOutput<typeof draftForm>>;

const prefix = "epython-lab.draft.";

/// An exercise with nothing in it yet.
export function emptyExercise(given: Partial<Exercise> = {}): Exercise {
  return { ...v.parse(exerciseForm, {}), ...given };
}

/// The one that is open.
export function exerciseOf({ exercises, open }: Draft): Exercise {
  return exercises[open] ?? (exercises[0] as Exercise);
}

/// What it is called, also before it has a name.
export function titleOf(draft: Draft): string {
  const title = draft.kind === "pack" ? draft.title : exerciseOf(draft).title;
  return title.trim() || (draft.kind === "pack" ? "A pack without a title" : "An assignment without a title");
}

/// A draft as it was stored; undefined when it is none.
export function readDraft(stored: string | undefined): Draft | undefined {
  const draft = parseAs(draftForm, stored);
  return draft === undefined
    ? undefined
    : { ...draft, open: Math.max(0, Math.min(draft.open, draft.exercises.length - 1)) };
}

/// The drafts that are kept in the browser.
export interface Drafts {
  /// The one changed last comes first.
  all(): readonly Draft[];
  put(draft: Draft): void;
  remove(id: string): void;
  /// Calls back with the id of one that another tab has changed.
  onChange(callback: (id: string) => void): void;
}

export function draftsIn(pageStorage: PageStorage): Drafts {
  return {
    all: () =>
      pageStorage
        .keys(prefix)
        .flatMap((key) => readDraft(pageStorage.read(key)) ?? [])
        .sort((a, b) => b.at - a.at),
    put: (draft) => pageStorage.write(prefix + draft.id, () => JSON.stringify(draft)),
    remove: (id) => pageStorage.remove(prefix + id),
    onChange: (callback) => pageStorage.onChange((key) => key.startsWith(prefix) && callback(key.slice(prefix.length))),
  };
}
