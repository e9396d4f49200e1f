import * as v from "valibot";
import { fileOf, type SourceFile, written, writtenFiles } from "../../base/source.ts";
import { type LockedBlocks, placesOf } from "../../lessons/locked.ts";

// What is stored in the browser, by key. Everything read from storage is validated with these schemas, and nothing else reads it.
//
//   epython-lab.project.ID       a Project
//   epython-lab.deleted.ID       { at, project }
//   epython-lab.versions.ID      [{ at, project }, …], the newest first
//   epython-lab.last-project     ID, as it is
//   epython-lab.settings         what was chosen
//   epython-lab.breakpoints.ID   [{ id, file, line, condition, core, log?, off? }, { id, kind, …, off? }, …]
//   epython-lab.watches.ID       [expression, …]
//   epython-lab.lesson.ID        progress
//   epython-lab.passed.ID        { at, version, title, files }: the program that last passed a lesson
//   epython-lab.assigned.ID      an assignment, which lessons/assignment.ts reads
//   epython-lab.draft.ID         an assignment or a pack that is being made, which teach/draft.ts reads
//   epython-lab.layout.NAME      { panel: percent, … }
//   epython-lab.aside.KEY.N      what lay under a key and could not be read, word for word
//   epython-lab.taken.KEY        the text that was last taken over from local storage, word for word
//   epython-lab.format           the number of this format: 2. The first lay in local storage, and had no number.
//
// All but the last four kinds are JSON.

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
  /// At least one; no two of one name.
  readonly files: readonly SourceFile[];
  /// The name of the file that is open.
  readonly active: string;
}

/// A project that was deleted, or what it was at some moment.
export interface Dated {
  /// Milliseconds since 1970.
  readonly at: number;
  readonly project: Project;
}

const moment = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const file = v.pipe(
  v.object({ name: v.pipe(v.string(), v.nonEmpty()), text: v.string(), python: v.exactOptional(v.literal(3)) }),
  v.transform((one): SourceFile => fileOf(one)),
);
const files = v.pipe(
  v.array(file),
  v.minLength(1),
  v.check((all) => new Set(all.map(({ name }) => name)).size === all.length),
);
const lessonTie = v.object({
  id: v.string(),
  version: v.string(),
  aside: v.exactOptional(v.object({ why: v.picklist(["solution", "reset"]), files })),
});
const locked = v.object({ file: v.string(), blocks: v.array(v.string()) });

export const projectForm = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.nonEmpty()),
    name: v.string(),
    example: v.exactOptional(v.string()),
    lesson: v.exactOptional(lessonTie),
    locked: v.exactOptional(locked),
    files,
    active: v.string(),
  }),
  v.check((project) => project.files.some(({ name }) => name === project.active)),
  // Locked lines that are not there could never be changed back.
  v.check((project) => project.locked === undefined || hasLocked(project.files, project.locked)),
);
export const datedForm = v.object({ at: moment, project: projectForm });
export const versionsForm = v.array(datedForm);
export const settingsForm = v.partial(
  v.object({
    chip: v.string(),
    cores: v.number(),
    hostCores: v.number(),
    seed: v.number(),
    code: v.picklist(["core", "shared", "auto"]),
    data: v.picklist(["core", "shared"]),
    clock: v.picklist(["epiphany", "instructions"]),
    theme: v.picklist(["system", "light", "dark", "contrast"]),
    depth: v.picklist(["essentials", "everything"]),
    wrap: v.boolean(),
    folded: v.boolean(),
    autoplay: v.picklist(["first", "always", "never"]),
    autoplayed: v.number(),
    pace: v.number(),
  }),
);
const off = v.exactOptional(v.literal(true));
const lineMark = v.object({
  // Before there were others, this was the only kind and had no name.
  kind: v.exactOptional(v.undefined()),
  id: count,
  file: v.string(),
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  condition: v.string(),
  core: v.nullable(count),
  log: v.exactOptional(v.string()),
  off,
});
const breakpointForm = v.union([
  lineMark,
  v.object({ kind: v.literal("data"), id: count, expression: v.string(), core: v.nullable(count), off }),
  v.object({ kind: v.literal("message"), id: count, from: v.nullable(count), to: v.nullable(count), off }),
  v.object({ kind: v.literal("fault"), id: count, off }),
]);
export const watchesForm = v.array(v.string());
export const breakpointsForm = v.array(breakpointForm);
export const progressForm = v.object({
  done: v.boolean(),
  hints: count,
  answers: v.record(v.string(), v.string()),
  looked: v.boolean(),
  tries: v.exactOptional(count),
});
export const passedForm = v.object({ at: moment, version: v.string(), title: v.string(), files });
const layoutForm = v.record(v.string(), v.pipe(v.number(), v.finite()));
const assignmentForm = v.looseObject({});
const draftForm = v.looseObject({
  kind: v.picklist(["assignment", "pack"]),
  exercises: v.pipe(v.array(v.looseObject({})), v.minLength(1)),
});

/// What a key says of the text under it.
interface Form {
  readonly prefix: string;
  /// In a reader's words; nothing is lost by it. NAME stands for what comes after the prefix.
  readonly what: string;
  /// Without one, any text will do.
  readonly schema?: v.GenericSchema;
  /// What is left of a value that is not as it should be; undefined when that is nothing.
  readonly mend?: (value: unknown, name: string) => unknown;
}

const forms: readonly Form[] = [
  { prefix: "epython-lab.project.", what: "a program", schema: projectForm, mend: mendProject },
  { prefix: "epython-lab.deleted.", what: "a deleted program", schema: datedForm, mend: mendDated },
  {
    prefix: "epython-lab.versions.",
    what: "earlier versions of a program",
    schema: versionsForm,
    mend: (value, name) => mendAll(value, (one) => mendDated(one, name)),
  },
  { prefix: "epython-lab.settings", what: "your settings", schema: settingsForm, mend: mendSettings },
  {
    prefix: "epython-lab.breakpoints.",
    what: "breakpoints",
    schema: breakpointsForm,
    mend: (value) => mendAll(value, (one) => (v.is(breakpointForm, one) ? one : undefined)),
  },
  {
    prefix: "epython-lab.watches.",
    what: "watches",
    schema: watchesForm,
    mend: (value) => mendAll(value, (one) => (typeof one === "string" ? one : undefined)),
  },
  {
    prefix: "epython-lab.lesson.",
    what: "your progress with the lesson NAME",
    schema: progressForm,
    mend: mendProgress,
  },
  { prefix: "epython-lab.passed.", what: "your program that passed the lesson NAME", schema: passedForm },
  { prefix: "epython-lab.assigned.", what: "an assignment", schema: assignmentForm },
  { prefix: "epython-lab.draft.", what: "an assignment or a lesson that you are making", schema: draftForm },
  { prefix: "epython-lab.layout.", what: "the sizes of panes", schema: layoutForm },
];

/// A project as it is stored.
export function storedProject(project: Project): unknown {
  const { lesson } = project;
  const aside = lesson?.aside === undefined ? {} : { aside: written(lesson.aside) };
  return written({ ...project, ...(lesson === undefined ? {} : { lesson: { ...lesson, ...aside } }) });
}

/// A project with its moment as it is stored.
export function storedDated({ at, project }: Dated): unknown {
  return { at, project: storedProject(project) };
}

/// A stored text as a value; undefined when there is none, or it has another form.
export function parseAs<T>(schema: v.GenericSchema<unknown, T>, text: string | undefined): T | undefined {
  const value = text === undefined ? undefined : fromJson(text);
  const result = value === undefined ? undefined : v.safeParse(schema, value);
  return result?.success === true ? result.output : undefined;
}

/// Whether the text under a key is as it should be; if not, what is left of it, if anything is.
export function validateStored(key: string, text: string): { readonly sound: boolean; readonly left?: string } {
  const form = formOf(key);
  if (form?.schema === undefined) return { sound: true };
  const value = fromJson(text);
  const name = key.slice(form.prefix.length);
  const fits = value !== undefined && v.is(form.schema, value);
  if (fits && (form.schema !== projectForm || (value as Project).id === name)) return { sound: true };
  const mended = value === undefined ? undefined : form.mend?.(value, name);
  // What mends may be wrong itself; it is held to the same form.
  if (mended === undefined || !v.is(form.schema, mended)) return { sound: false };
  return { sound: false, left: JSON.stringify(mended) };
}

/// What lies under a key, in words for people.
export function whatIs(key: string): string {
  const form = formOf(key);
  return form?.what.replace("NAME", key.slice(form.prefix.length)) ?? key;
}

export const asidePrefix = "epython-lab.aside.";

/// The key that a text lay under before it was put aside.
export function asideOf(key: string): string {
  return key.slice(asidePrefix.length).replace(/\.\d+$/, "");
}

function formOf(key: string): Form | undefined {
  return forms.find(({ prefix }) => (prefix.endsWith(".") ? key.startsWith(prefix) : key === prefix));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasLocked(all: readonly SourceFile[], lock: NonNullable<Project["locked"]>): boolean {
  const text = all.find(({ name }) => name === lock.file)?.text;
  return text !== undefined && placesOf(text, lock.blocks) !== undefined;
}

/// Texts are what counts: all that can be read stay, whatever stands around them. Gives a project as it is stored.
function mendProject(value: unknown, id: string): object | undefined {
  if (!isObject(value) || !Array.isArray(value.files)) return undefined;
  const found: SourceFile[] = [];
  for (const one of value.files as unknown[]) {
    if (!isObject(one) || typeof one.text !== "string") continue;
    const wanted = typeof one.name === "string" && one.name !== "" ? one.name : "recovered.py";
    let name = wanted;
    for (let number = 2; found.some((other) => other.name === name); number++)
      name = wanted.replace(/(\.py)?$/, `-${number}$1`);
    found.push(fileOf({ name, text: one.text, python: one.python === 3 ? 3 : undefined }));
  }
  const [first] = found;
  if (first === undefined) return undefined;
  const active = found.find(({ name }) => name === value.active)?.name ?? first.name;
  const name = typeof value.name === "string" && value.name !== "" ? value.name : "recovered";
  const lock = v.is(locked, value.locked) && hasLocked(found, value.locked) ? { locked: value.locked } : {};
  return {
    id,
    name,
    ...(typeof value.example === "string" ? { example: value.example } : {}),
    ...(v.is(lessonTie, value.lesson) ? { lesson: value.lesson } : {}),
    ...lock,
    files: writtenFiles(found),
    active,
  };
}

function mendDated(value: unknown, id: string): object | undefined {
  if (!isObject(value)) return undefined;
  const project = mendProject(value.project, id);
  return project === undefined ? undefined : { at: v.is(moment, value.at) ? value.at : 0, project };
}

function mendAll(value: unknown, mend: (one: unknown) => unknown): unknown[] | undefined {
  return Array.isArray(value) ? value.map(mend).filter((one) => one !== undefined) : undefined;
}

/// Each choice by itself; one that cannot be is made anew.
function mendSettings(value: unknown): unknown {
  if (!isObject(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([name, one]) => v.is(settingsForm, { [name]: one })));
}

function mendProgress(value: unknown): unknown {
  if (!isObject(value)) return undefined;
  const answers = isObject(value.answers) ? Object.entries(value.answers) : [];
  return {
    done: value.done === true,
    hints: v.is(count, value.hints) ? value.hints : 0,
    answers: Object.fromEntries(answers.filter(([, answer]) => typeof answer === "string")),
    looked: value.looked === true,
    ...(v.is(count, value.tries) ? { tries: value.tries } : {}),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
