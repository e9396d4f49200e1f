import { createStore, type StoreApi } from "zustand/vanilla";
import type { SourceFile } from "../../base/source.ts";
import { placesOf } from "../../lessons/locked.ts";
import { isFileName, isProjectName } from "../../share/names.ts";
import type { SharedProject } from "../../share/project.ts";
import type { Dated, LessonTie, Project } from "../storage/forms.ts";
import type { PageStorage } from "../storage/storage.ts";
import { type Example, examples } from "./examples.ts";
import { isUntouched, type ProjectStorage, projectStorage, withFreshId } from "./stored-projects.ts";
import { versions } from "./versions.ts";

export type { Dated, Project } from "../storage/forms.ts";

export interface ProjectState {
  readonly current: Project;
  /// Every project that is kept, by name, the current one included.
  readonly all: readonly Project[];
  /// What was deleted and can be brought back, the newest first.
  readonly deleted: readonly Dated[];
  /// Grows with every change to the current project's text and with every change of project.
  readonly revision: number;
  /// "kept" only when all of it is on disk.
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
  versions(): readonly Dated[];
  /// Texts that a file of the open project had before, the oldest first; none of another project.
  earlierTexts(id: string, file: string): readonly string[];
  /// Makes the open project what it was. What it is now becomes an earlier state.
  restoreVersion(version: Dated): void;
  /// For a page that is about to go: keeps what can be kept this instant. True when something may be lost all the same.
  wouldLose(): boolean;
  /// Keeps what has been typed at once. Resolves to false when the browser refused.
  keepNow(): Promise<boolean>;
  /// The same, because the learner asked for it and wants to be told.
  keepAsked(): void;
}

/// `today` gives the milliseconds since 1970.
export function createProjects(pageStorage: PageStorage, today: () => number = Date.now): Projects {
  const kept = projectStorage(pageStorage);
  const earlier = versions(pageStorage, today);
  pageStorage.onFull(() => earlier.makeRoom());
  const store = createStore<ProjectState>(() => {
    // One that nobody has changed is kept with the first change.
    const current = kept.last() ?? fromExample(kept, examples[0]);
    const deleted = kept.putAwayOnes();
    const { state } = pageStorage.store.getState();
    return { current, all: kept.all(current), deleted, revision: 0, kept: state, asked: 0, refused: 0 };
  });
  pageStorage.store.subscribe(({ state }, before) => {
    if (state === before.state) return;
    store.setState(({ current }) => ({ kept: state, ...(state === "keeping" ? {} : { all: kept.all(current) }) }));
  });

  const change = (current: Project) => {
    const { current: before } = store.getState();
    if (!isUntouched(before)) earlier.before(before, current.files);
    store.setState((state) => ({ current, revision: state.revision + 1 }));
    kept.put(current);
  };

  const discard = (id: string): void => {
    kept.remove(id);
    forget(id);
  };

  /// What is kept beside a program that will not come back.
  const forget = (id: string): void => {
    earlier.remove(id);
    pageStorage.remove(`epython-lab.breakpoints.${id}`);
    pageStorage.remove(`epython-lab.watches.${id}`);
  };

  const open = (next: Project) => {
    const { current } = store.getState();
    if (next.id === current.id) return;
    // Looking through the examples leaves nothing behind.
    if (isUntouched(current)) discard(current.id);
    store.setState((state) => ({ current: next, revision: state.revision + 1 }));
    kept.put(next);
    store.setState({ all: kept.all(next) });
  };

  // Another tab has this project open too: its text is shown here, with what is typed here in it.
  pageStorage.onChange((key) => {
    const { current } = store.getState();
    const theirs = key === kept.key(current.id) ? kept.get(current.id) : undefined;
    if (theirs !== undefined) {
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
        ...file,
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
      open(begun ?? withFreshId(begin()));
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
      kept.put(withFreshId({ name, files, active: first.name }));
      kept.put(current);
      store.setState({ all: kept.all(current) });
    },
    openShared(shared) {
      const { current } = store.getState();
      // As the editor would have them at the first change.
      const files = shared.files.map((file) => ({ ...file, text: file.text.replace(/\r\n?/g, "\n") }));
      const same = kept.all(current).find((project) => haveSameTexts(project.files, files));
      // An example that was only looked at goes when another project is opened, and its name with it.
      const others = kept.all(current).filter((project) => project !== current || !isUntouched(current));
      const taken = others.map((project) => `${project.name}.py`);
      const name = freeName(`${shared.name}.py`, taken).replace(/\.py$/, "");
      open(same === undefined ? withFreshId({ name, files, active: shared.open }) : { ...same, active: shared.open });
      self.openFile(shared.open);
    },
    addProject() {
      const name = freeName("untitled.py", names(kept, store.getState().current)).replace(/\.py$/, "");
      const file = { name: `${name}.py`, text: "from parallel import *\n\n" };
      open(withFreshId({ name, files: [file], active: file.name }));
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
      else for (const old of kept.putAway(gone, today())) forget(old);
      store.setState((state) => ({ all: kept.all(state.current), deleted: kept.putAwayOnes() }));
    },
    restoreProject(id) {
      const away = kept.putAwayOnes().find(({ project }) => project.id === id);
      if (away === undefined) return;
      const { current } = store.getState();
      const name = freeName(`${away.project.name}.py`, names(kept, current)).replace(/\.py$/, "");
      // Another tab may have gone on with it: that is a program of its own.
      open(kept.get(id) === undefined ? { ...away.project, name } : withFreshId({ ...away.project, name }));
      kept.forget(id);
      store.setState((state) => ({ all: kept.all(state.current), deleted: kept.putAwayOnes() }));
    },
    versions: () => earlier.of(store.getState().current.id),
    earlierTexts(id, file) {
      if (id !== store.getState().current.id) return [];
      const texts = earlier.of(id).map(({ project }) => project.files.find(({ name }) => name === file)?.text);
      return texts.filter((text) => text !== undefined).reverse();
    },
    restoreVersion({ project }) {
      const { current } = store.getState();
      const locks = project.files.find(({ name }) => name === current.locked?.file);
      if (current.locked !== undefined && placesOf(locks?.text ?? "", current.locked.blocks) === undefined) return;
      earlier.note(current);
      change({ ...current, files: project.files, active: activeName(project, current.active) });
    },
    wouldLose: () => !pageStorage.hold(),
    keepNow: () => pageStorage.flush(),
    keepAsked() {
      void pageStorage.flush();
      store.setState((state) => ({ asked: state.asked + 1 }));
    },
  };
  return self;
}

function fromExample(kept: ProjectStorage, example: Example): Project {
  const name = freeName(`${example.id}.py`, names(kept)).replace(/\.py$/, "");
  const file = { name: `${example.id}.py`, text: example.text };
  return withFreshId({ name, example: example.id, files: [file, ...example.others], active: file.name });
}

function names(kept: ProjectStorage, current?: Project): readonly string[] {
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
    one.every(({ name, text, python }) =>
      other.some((file) => file.name === name && file.text === text && file.python === python),
    )
  );
}

function activeName(project: Project, wanted: string): string {
  return project.files.some((file) => file.name === wanted) ? wanted : (project.files[0]?.name ?? wanted);
}
