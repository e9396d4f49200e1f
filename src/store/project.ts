import { createStore, type StoreApi } from "zustand/vanilla";
import type { SourceFile } from "../base/source.ts";
import { placesOf } from "../lessons/locked.ts";
import { isFileName, isProjectName } from "../share/names.ts";
import type { SharedProject } from "../share/project.ts";
import { type Example, examples } from "./examples.ts";
import type { Cancel, Frames } from "./frames.ts";
import type { Keeper } from "./keeper.ts";
import { isUntouched, type LessonTie, type Project, type PutAway, readProject, type Shelf, shelf } from "./shelf.ts";
import { type Version, versions } from "./versions.ts";

export type { Project, PutAway } from "./shelf.ts";
export type { Version } from "./versions.ts";

export interface ProjectState {
  readonly current: Project;
  /// Every project that is kept, by name, the current one included.
  readonly all: readonly Project[];
  /// What was deleted and can be brought back, the newest first.
  readonly deleted: readonly PutAway[];
  /// Grows with every change to the current project's text and with every change of project.
  readonly revision: number;
  readonly kept: "kept" | "keeping" | "failed";
  /// How often the learner has asked to keep it.
  readonly asked: number;
  /// How often a change of locked lines has been refused.
  readonly refused: number;
}

/// The learner's programs, kept in the browser as they are typed.
export interface Projects {
  readonly store: StoreApi<ProjectState>;
  /// The file that is open in the editor, and that Run runs.
  activeFile(): SourceFile;
  edit(text: string): void;
  /// Changes a file that need not be the open one, as a rename does. False when it would change lines that are locked.
  editFile(name: string, text: string): boolean;
  openFile(name: string): void;
  addFile(): void;
  /// False when the project has another file of that name, or it is no name for a file. `texts` are new texts of other
  /// files, which change with it.
  renameFile(name: string, to: string, texts?: ReadonlyMap<string, string>): boolean;
  deleteFile(name: string): void;
  /// Opens a copy of the learner's own; one that was opened before and not changed is taken again.
  openExample(example: Example): void;
  openProject(id: string): void;
  /// Opens the program that is worked on for a lesson; `begin` makes it when there is none yet.
  openLesson(id: string, begin: () => Omit<Project, "id">): void;
  /// Puts other files in the place of the open project's, and says what ties it to its lesson from now on.
  replaceFiles(files: readonly SourceFile[], lesson: LessonTie): void;
  /// Keeps files as a program of the student's own, without opening it.
  keepCopy(name: string, files: readonly SourceFile[]): void;
  /// Opens a project that was handed on as one of the learner's own: a new one, or the one that has these very files.
  openShared(project: Pick<SharedProject, "name" | "files" | "open">): void;
  addProject(): void;
  /// Gives a project another name; says what is wrong with one that cannot be.
  renameProject(id: string, name: string): string | undefined;
  /// Puts a project away; `restoreProject` brings it back, also after a reload.
  deleteProject(id: string): void;
  restoreProject(id: string): void;
  /// Earlier states of the open project, the newest first.
  versions(): readonly Version[];
  /// Makes the open project what it was. What it is now becomes an earlier state.
  restoreVersion(version: Version): void;
  /// Keeps what can be kept. True when something would be lost with the page all the same.
  wouldLose(): boolean;
  /// Keeps what has been typed at once. False when the browser refused.
  keepNow(): boolean;
  /// The same, because the learner asked for it and wants to be told.
  keepAsked(): void;
}

const keepAfterMilliseconds = 300;

/// `today` gives the milliseconds since 1970.
export function createProjects(keeper: Keeper, frames: Frames, today: () => number = Date.now): Projects {
  const kept = shelf(keeper);
  const earlier = versions(keeper, today);
  const store = createStore<ProjectState>(() => {
    const current = kept.last() ?? fromExample(kept, examples[0]);
    kept.put(current);
    const deleted = kept.putAwayOnes();
    return { current, all: kept.all(current), deleted, revision: 0, kept: "kept", asked: 0, refused: 0 };
  });
  let cancelKeeping: Cancel = () => {};
  let dirty = false;

  const keepNow = (): boolean => {
    cancelKeeping();
    if (!dirty && !kept.hasUnkept()) return store.getState().kept !== "failed";
    dirty = false;
    const { current } = store.getState();
    let done = kept.put(current);
    while (!done && earlier.makeRoom()) done = kept.put(current);
    store.setState({ kept: done ? "kept" : "failed", all: kept.all(current) });
    return done;
  };

  const change = (current: Project) => {
    const { current: before } = store.getState();
    if (!isUntouched(before)) earlier.before(before, current.files);
    store.setState((state) => ({ current, revision: state.revision + 1, kept: "keeping" }));
    dirty = true;
    cancelKeeping();
    cancelKeeping = frames.after(keepAfterMilliseconds, keepNow);
  };

  const discard = (id: string): void => {
    kept.remove(id);
    earlier.remove(id);
  };

  const open = (next: Project) => {
    const { current } = store.getState();
    if (next.id === current.id) return;
    keepNow();
    // Looking through the examples leaves nothing behind.
    if (isUntouched(current)) discard(current.id);
    dirty = true;
    store.setState((state) => ({ current: next, revision: state.revision + 1 }));
    keepNow();
  };

  keeper.onChange((key) => {
    const { current } = store.getState();
    const theirs = key === kept.key(current.id) ? readProject(keeper.read(key)) : undefined;
    // Another tab has this project open too: its newer text is shown here, unless something is being typed here.
    if (theirs !== undefined && !dirty) {
      store.setState((state) => ({
        current: { ...theirs, active: activeName(theirs, current.active) },
        revision: state.revision + 1,
      }));
    }
    store.setState((state) => ({ all: kept.all(state.current), deleted: kept.putAwayOnes() }));
  });

  const self: Projects = {
    store,
    activeFile() {
      const { current } = store.getState();
      return current.files.find((file) => file.name === current.active) ?? { name: current.active, text: "" };
    },
    edit(text) {
      self.editFile(store.getState().current.active, text);
    },
    editFile(name, text) {
      const { current } = store.getState();
      const changed = current.files.find((file) => file.name === name);
      if (changed === undefined || changed.text === text) return true;
      if (current.locked?.file === name && placesOf(text, current.locked.blocks) === undefined) {
        // Who shows the text shows it as it was.
        store.setState(({ refused }) => ({ refused: refused + 1 }));
        return false;
      }
      change({ ...current, files: current.files.map((file) => (file === changed ? { ...file, text } : file)) });
      return true;
    },
    openFile(name) {
      const { current } = store.getState();
      if (current.active !== name) change({ ...current, active: activeName(current, name) });
    },
    addFile() {
      const { current } = store.getState();
      const name = freeName(
        "part.py",
        current.files.map((file) => file.name),
      );
      change({ ...current, files: [...current.files, { name, text: "" }], active: name });
    },
    renameFile(name, to, texts) {
      const { current } = store.getState();
      const wanted = fileName(to);
      if (wanted === name) return true;
      if (wanted === null || current.files.some((file) => file.name === wanted)) return false;
      const { locked } = current;
      if (locked?.file === name) return false;
      const files = current.files.map((file) => ({
        name: file.name === name ? wanted : file.name,
        text: texts?.get(file.name) ?? file.text,
      }));
      const locks = files.find((file) => file.name === locked?.file);
      if (locked !== undefined && placesOf(locks?.text ?? "", locked.blocks) === undefined) return false;
      change({ ...current, files, active: current.active === name ? wanted : current.active });
      return true;
    },
    deleteFile(name) {
      const { current } = store.getState();
      const files = current.files.filter((file) => file.name !== name);
      if (current.locked?.file === name) return;
      if (files.length === 0 || files.length === current.files.length) return;
      change({ ...current, files, active: activeName({ ...current, files }, current.active) });
    },
    openExample(example) {
      const { current } = store.getState();
      const untouched = kept.all(current).find((project) => project.example === example.id && isUntouched(project));
      open(untouched ?? fromExample(kept, example));
    },
    openProject(id) {
      const project = kept.get(id);
      if (project !== undefined) open(project);
    },
    openLesson(id, begin) {
      const { current } = store.getState();
      const begun = kept.all(current).find((project) => project.lesson?.id === id);
      open(begun ?? { id: kept.freeId(), ...begin() });
    },
    replaceFiles(files, lesson) {
      const { current } = store.getState();
      change({ ...current, files, active: activeName({ ...current, files }, current.active), lesson });
    },
    keepCopy(wanted, files) {
      const { current } = store.getState();
      const name = freeName(`${wanted}.py`, names(kept, current)).replace(/\.py$/, "");
      const [first] = files;
      if (first === undefined) return;
      kept.put({ id: kept.freeId(), name, files, active: first.name });
      kept.put(current);
      store.setState({ all: kept.all(current) });
    },
    openShared(shared) {
      const { current } = store.getState();
      // As the editor would have them at the first change.
      const files = shared.files.map(({ name, text }) => ({ name, text: text.replace(/\r\n?/g, "\n") }));
      const same = kept.all(current).find((project) => haveSameTexts(project.files, files));
      // An example that was only looked at goes when another project is opened, and its name with it.
      const others = kept.all(current).filter((project) => project !== current || !isUntouched(current));
      const taken = others.map((project) => `${project.name}.py`);
      const name = freeName(`${shared.name}.py`, taken).replace(/\.py$/, "");
      open({ ...(same ?? { id: kept.freeId(), name, files }), active: shared.open });
      self.openFile(shared.open);
    },
    addProject() {
      const name = freeName("untitled.py", names(kept, store.getState().current)).replace(/\.py$/, "");
      open({
        id: kept.freeId(),
        name,
        files: [{ name: `${name}.py`, text: "from parallel import *\n\n" }],
        active: `${name}.py`,
      });
    },
    renameProject(id, wanted) {
      const { current, all } = store.getState();
      const name = wanted.trim();
      const project = id === current.id ? current : kept.get(id);
      if (project === undefined || name === project.name) return undefined;
      if (!isProjectName(name))
        return "Letters, digits, spaces and _ . , ( ) + - only, at most 64, and a letter or digit first.";
      if (all.some((other) => other.name === name)) return "You have a program of that name already.";
      // With a name of its own it is no copy of an example any more, which would go when another is opened.
      const { example: _, ...own } = project;
      if (project === current) change({ ...own, name });
      else {
        kept.put({ ...own, name });
        kept.put(current);
      }
      store.setState((state) => ({ all: kept.all(state.current) }));
      return undefined;
    },
    deleteProject(id) {
      const { current } = store.getState();
      const gone = id === current.id ? current : kept.get(id);
      if (id === current.id) {
        const next = kept.all(current).find((project) => project.id !== id);
        open(next ?? fromExample(kept, examples[0]));
      }
      if (gone === undefined || isUntouched(gone)) discard(id);
      else for (const old of kept.putAway(gone, today())) earlier.remove(old);
      store.setState((state) => ({ all: kept.all(state.current), deleted: kept.putAwayOnes() }));
    },
    restoreProject(id) {
      const away = kept.putAwayOnes().find(({ project }) => project.id === id);
      if (away === undefined) return;
      const { current } = store.getState();
      const name = freeName(`${away.project.name}.py`, names(kept, current)).replace(/\.py$/, "");
      open({ ...away.project, name });
      // Only now: the browser may have refused it.
      if (!kept.hasUnkept()) kept.forget(id);
      store.setState((state) => ({ all: kept.all(state.current), deleted: kept.putAwayOnes() }));
    },
    versions: () => earlier.of(store.getState().current.id),
    restoreVersion({ project }) {
      const { current } = store.getState();
      const locks = project.files.find(({ name }) => name === current.locked?.file);
      if (current.locked !== undefined && placesOf(locks?.text ?? "", current.locked.blocks) === undefined) return;
      earlier.note(current);
      change({ ...current, files: project.files, active: activeName(project, current.active) });
      keepNow();
    },
    wouldLose() {
      keepNow();
      return kept.hasUnkept();
    },
    keepNow,
    keepAsked() {
      keepNow();
      store.setState((state) => ({ asked: state.asked + 1 }));
    },
  };
  return self;
}

function fromExample(kept: Shelf, example: Example): Project {
  const name = freeName(`${example.id}.py`, names(kept)).replace(/\.py$/, "");
  return {
    id: kept.freeId(),
    name,
    example: example.id,
    files: [{ name: `${example.id}.py`, text: example.text }, ...example.others],
    active: `${example.id}.py`,
  };
}

function names(kept: Shelf, current?: Project): readonly string[] {
  return kept.all(current).map((project) => `${project.name}.py`);
}

/// The name itself, or `name-2.py`, `name-3.py`, …
function freeName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : name.replace(/\.py$/, `-${number}.py`);
    if (!taken.includes(tried)) return tried;
  }
}

/// The name of a file that a text asks for; null if it cannot be one.
export function fileName(text: string): string | null {
  const name = `${text.trim().replace(/\.py$/, "")}.py`;
  return isFileName(name) ? name : null;
}

function haveSameTexts(one: readonly SourceFile[], other: readonly SourceFile[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, text }) => other.some((file) => file.name === name && file.text === text))
  );
}

function activeName(project: Project, wanted: string): string {
  return project.files.some((file) => file.name === wanted) ? wanted : (project.files[0]?.name ?? wanted);
}
