import { createStore, type StoreApi } from "zustand/vanilla";
import { written } from "../../base/source.ts";
import type { Assignment, HandIn } from "../../lessons/assignment.ts";
import type { CheckFile } from "../../lessons/check-format.ts";
import type { CheckResult } from "../../lessons/judge.ts";
import type { Lesson } from "../../lessons/lesson.ts";
import type { Points } from "../../lessons/points.ts";
import type { RunPython } from "../../python/python-run.ts";
import type { Engine } from "../../runtime/protocol/run.ts";
import type { Background } from "../background/background.ts";
import type { Frames } from "../platform/frames.ts";
import type { Project, Projects } from "../project/project.ts";
import type { RunState } from "../run/run-state.ts";
import type { Settings } from "../run/settings.ts";
import type { PageStorage } from "../storage/storage.ts";
import type { View } from "../view.ts";
import { checkElsewhere } from "./check-elsewhere.ts";
import { type HandedProject, handedAs, isHandedIn } from "./handed.ts";
import type { LessonLibrary } from "./library.ts";
import { passedPrograms } from "./passed.ts";
import { merged, type Progress, progressStorage, untouched, writeProgress } from "./progress.ts";

export type { Question } from "../../lessons/lesson-format.ts";
export { type Points, pointsWords } from "../../lessons/points.ts";
export type { Assignment, CheckResult, Lesson };

/// What came of the last check.
export interface Checked {
  readonly results: readonly CheckResult[];
  readonly passed: boolean;
  /// Undefined where no check has points.
  readonly points: Points | undefined;
  /// The project's revision that was checked.
  readonly revision: number;
  /// Counts checks, so that the same outcome twice is told twice.
  readonly number: number;
}

export interface LessonsState {
  readonly library: LessonLibrary;
  /// The lesson that is shown; null: the list.
  readonly lesson: Lesson | null;
  /// Set when what is shown is an assignment.
  readonly assignment: Assignment | null;
  /// Something is being opened, and it takes a while.
  readonly loading: boolean;
  /// Why something could not be opened, in words for people.
  readonly problem: string;
  readonly progress: Readonly<Record<string, Progress>>;
  /// Runs that are done and runs there are, while a check is on (as many once what came out is judged), and how far loading full Python has come, from 0 to 1,
  /// while it is waited for.
  readonly checking: { readonly done: number; readonly all: number; readonly loading: number | null } | null;
  readonly checked: Checked | null;
}

/// Lessons and assignments, and how far the student has come with them.
export interface Lessons {
  readonly store: StoreApi<LessonsState>;
  /// The page's own lessons.
  readonly own: LessonLibrary;
  /// Opens a lesson, and the student's program for it.
  open(id: string): Promise<void>;
  openAssignment(assignment: Assignment): Promise<void>;
  /// Opens what a student handed in as a program of its own, with the assignment, and what came of its checks.
  openHandIn(handIn: HandIn, assignment: Assignment, results: readonly CheckResult[]): Promise<void>;
  /// Opens the assignment in the fragment of an address.
  openAssignmentLink(fragment: string): Promise<void>;
  /// Goes back to the list; the program stays open.
  leave(): void;
  /// Opens the student's program for the lesson again.
  reopen(): void;
  /// Shows the lesson that the open program belongs to, as after a reload.
  resume(): Promise<void>;
  check(): Promise<void>;
  cancelCheck(): void;
  /// Opens one more hint.
  hint(): void;
  answer(question: number, given: string): void;
  /// Puts the solution in the place of the student's program, which is kept beside it.
  showSolution(): void;
  /// Puts the lesson's start in its place, in the same way.
  reset(): void;
  /// Puts the student's own program back.
  takeBack(): void;
  /// Leaves what stands there, and gives up what was put aside.
  keepThis(): void;
  /// After the lesson was changed: goes on with one's own program, or begins with the new start and keeps one's own as a copy.
  goOn(): void;
  beginAnew(): void;
  useLibrary(library: LessonLibrary): void;
  /// Opens a pack of lessons (.zip) or an assignment (.json) from a file. What is wrong with it is told above the list.
  openFile(name: string, bytes: Uint8Array): Promise<void>;
  /// Opens a pack that lies where the page does, whose own address is `base`.
  openPack(address: string, base: string): Promise<void>;
  /// Leaves what is being opened.
  cancelOpening(): void;
  say(problem: string): void;
  exportProgress(): string;
  /// Adds progress from such a text; false when it is none. Rejects when it cannot be read in the background.
  importProgress(text: string): Promise<boolean>;
}

export interface LessonsParts {
  readonly library: LessonLibrary;
  readonly projects: Projects;
  readonly settings: Settings;
  readonly run: StoreApi<RunState>;
  readonly view: View;
  /// The engine, once nothing of the last run is left in its memory.
  readonly engine: () => Promise<Engine>;
  readonly runPython: RunPython | undefined;
  readonly frames: Frames;
  readonly pageStorage: PageStorage;
  readonly background: Background;
}

/// In milliseconds. What takes longer than `patience` is said to be under way.
const patience = 500;
const mostToOpen = 30_000;

const assignmentPrefix = "epython-lab.assigned.";

function known({ chapters }: LessonLibrary, id: string): boolean {
  return chapters.some(({ lessons }) => lessons.some((lesson) => lesson.id === id));
}

/// Whether a program was begun with another version of a lesson than this one.
export function isOfOtherVersion(project: Project, lesson: Lesson): boolean {
  return project.lesson?.id === lesson.id && project.lesson.version !== lesson.version;
}

export function createLessons(parts: LessonsParts): Lessons {
  const { projects, settings, run, view, frames, background } = parts;
  const kept = progressStorage(parts.pageStorage);
  const store = createStore<LessonsState>(() => ({
    library: parts.library,
    lesson: null,
    assignment: null,
    loading: false,
    problem: "",
    progress: kept.all(),
    checking: null,
    checked: null,
  }));
  let abort: AbortController | null = null;
  let opening = new AbortController();
  kept.onChange(() => store.setState({ progress: kept.all() }));

  const note = (id: string, change: Partial<Progress>): void => {
    const { progress } = store.getState();
    const next = { ...(progress[id] ?? untouched), ...change };
    store.setState({ progress: { ...progress, [id]: next } });
    kept.put(id, next);
  };

  const current = (): Project => projects.store.getState().current;

  /// The lesson shown, if the open program is the student's for it.
  const atWork = (): Lesson | null => {
    const { lesson } = store.getState();
    return lesson !== null && current().lesson?.id === lesson.id ? lesson : null;
  };

  const show = (lesson: Lesson, assignment: Assignment | null, begun: Partial<Project> = {}): void => {
    abort?.abort();
    const { head } = lesson.text;
    store.setState({ lesson, assignment, loading: false, problem: "", checked: null });
    projects.openLesson(lesson.id, () => ({
      name: lesson.start[0]?.name.replace(/\.py$/, "") ?? "lesson",
      files: lesson.start,
      active: lesson.start[0]?.name ?? "",
      lesson: { id: lesson.id, version: lesson.version },
      ...begun,
    }));
    // As the check runs it: what was chosen for another program would make the text false.
    const { chip, cores, hostCores, seed } = head;
    settings.set({ chip, cores, hostCores, seed, code: "auto", data: "core", clock: "epiphany" });
    view.setState({ left: "lessons" });
  };

  const trouble = (error: unknown): void => {
    store.setState({ loading: false, problem: error instanceof Error ? error.message : String(error) });
  };

  /// Does what opens something, in the place of what is being opened. What it gives is called when it still is wanted.
  const openBy = async (work: (signal: AbortSignal) => Promise<() => void>): Promise<void> => {
    opening.abort();
    const mine = new AbortController();
    opening = mine;
    store.setState({ loading: false, problem: "" });
    const wait = frames.after(patience, () => store.setState({ loading: true }));
    try {
      const show = await work(mine.signal);
      if (!mine.signal.aborted) show();
    } catch (error) {
      if (!mine.signal.aborted) trouble(error);
    } finally {
      wait();
    }
  };

  /// A lesson of the page's own is read at once; another may be anyone's.
  const read = async (library: LessonLibrary, id: string, signal: AbortSignal): Promise<Lesson> => {
    const files = await library.load(id);
    if (library === parts.library) {
      const { lessonOf } = await import("../../lessons/lesson.ts");
      return lessonOf(id, files);
    }
    return background.do("lesson", { id, files }, { what: "Opening the lesson", mostMilliseconds: mostToOpen, signal });
  };

  /// Opens an assignment as one works on it, or as someone's hand-in that is looked at.
  const openAssignment = async (assignment: Assignment, handed?: HandedProject): Promise<() => void> => {
    const { lessonOfAssignment } = await import("../../lessons/assignment-lesson.ts");
    const { lesson: own, blocks } = lessonOfAssignment(assignment);
    const lesson = handed === undefined ? own : { ...own, id: handed.id };
    const file = lesson.start[0]?.name ?? "";
    const locked = blocks.length === 0 ? {} : { locked: { file, blocks } };
    return () => {
      // After a reload the link is no longer there to say what was asked.
      parts.pageStorage.write(assignmentPrefix + lesson.id, JSON.stringify(written(assignment)));
      show(lesson, assignment, handed === undefined ? locked : handed.begun);
    };
  };

  /// Puts files in the place of the student's, which are put aside unless something is aside already.
  const putThere = (why: "solution" | "reset", files: Lesson["start"]): void => {
    const lesson = atWork();
    const { lesson: tie, files: own } = current();
    if (lesson === null || tie === undefined) return;
    projects.replaceFiles(files, { ...tie, aside: { why, files: tie.aside?.files ?? own } });
  };

  const withoutAside = (files: Lesson["start"], version?: string): void => {
    const tie = current().lesson;
    if (tie !== undefined) projects.replaceFiles(files, { id: tie.id, version: version ?? tie.version });
  };

  /// What tells what came of a check, and gives whether it was passed.
  const teller = async () => {
    const { passes } = await import("../../lessons/judge.ts");
    const { pointsIn } = await import("../../lessons/points.ts");
    return (check: CheckFile, results: readonly CheckResult[], revision: number): boolean => {
      const passed = passes(results);
      const number = (store.getState().checked?.number ?? 0) + 1;
      store.setState({ checked: { results, passed, points: pointsIn(check, results), revision, number } });
      return passed;
    };
  };

  const lessons: Lessons = {
    store,
    own: parts.library,
    open(id) {
      const { library } = store.getState();
      return openBy(async (signal) => {
        const lesson = await read(library, id, signal);
        return () => show(lesson, null);
      });
    },
    openAssignment: (assignment) => openBy(() => openAssignment(assignment)),
    openHandIn: (handIn, assignment, results) =>
      openBy(async () => {
        const { projectOfHandIn } = await import("./hand-in.ts");
        const open = await openAssignment(assignment, projectOfHandIn(handIn, assignment));
        const tell = await teller();
        return () => {
          open();
          tell(assignment.check, results, projects.store.getState().revision);
        };
      }),
    openAssignmentLink: (fragment) =>
      openBy(async (signal) => {
        const options = { what: "Opening the assignment", mostMilliseconds: mostToOpen, signal };
        return openAssignment(await background.do("assignmentLink", fragment, options));
      }),
    leave() {
      abort?.abort();
      opening.abort();
      store.setState({ lesson: null, assignment: null, loading: false, checked: null, problem: "" });
    },
    reopen() {
      const { lesson, assignment } = store.getState();
      if (assignment !== null && lesson !== null) void openBy(() => openAssignment(assignment, handedAs(lesson.id)));
      else if (lesson !== null) void lessons.open(lesson.id);
    },
    async resume() {
      const id = current().lesson?.id;
      if (id === undefined) return;
      const handedOut = parts.pageStorage.read(assignmentPrefix + id);
      if (handedOut === undefined) return known(store.getState().library, id) ? lessons.open(id) : undefined;
      try {
        const { assignmentOf } = await import("../../lessons/assignment.ts");
        const assignment = assignmentOf(JSON.parse(handedOut));
        await openBy(() => openAssignment(assignment, handedAs(id)));
      } catch (error) {
        trouble(error);
      }
    },
    async check() {
      const lesson = atWork();
      if (lesson === null || store.getState().checking !== null || run.getState().status !== "idle") return;
      const { revision } = projects.store.getState();
      const main = lesson.start[0]?.name;
      const { files } = current();
      const ordered = [...files.filter(({ name }) => name === main), ...files.filter(({ name }) => name !== main)];
      const mine = new AbortController();
      abort = mine;
      store.setState({ checking: { done: 0, all: 1, loading: null }, problem: "" });
      try {
        const { checkProgram } = await import("../../lessons/check-program.ts");
        const tell = await teller();
        const { results } = await checkProgram(lesson.check, lesson.text.head, ordered, {
          engine: await parts.engine(),
          runPython: parts.runPython,
          clock: frames,
          signal: mine.signal,
          onProgress: (done, all) => store.setState({ checking: { done, all, loading: null } }),
          elsewhere: checkElsewhere(background, mine.signal),
          onLoading: (part) => {
            const { checking } = store.getState();
            if (checking !== null) store.setState({ checking: { ...checking, loading: part < 1 ? part : null } });
          },
        });
        if (!isHandedIn(lesson.id)) note(lesson.id, { tries: (store.getState().progress[lesson.id]?.tries ?? 0) + 1 });
        const passed = tell(lesson.check, results, revision);
        // A solution that was only looked at is not one's own.
        const isOwn = current().lesson?.aside?.why !== "solution" && !isHandedIn(lesson.id);
        if (passed && isOwn) {
          note(lesson.id, { done: true });
          if (store.getState().assignment === null) passedPrograms(parts.pageStorage).put(lesson, ordered);
        }
      } catch (error) {
        if (!mine.signal.aborted) trouble(error);
      } finally {
        store.setState({ checking: null });
        if (abort === mine) abort = null;
      }
    },
    cancelCheck() {
      abort?.abort();
    },
    hint() {
      const { lesson, progress } = store.getState();
      if (lesson === null) return;
      const hints = progress[lesson.id]?.hints ?? 0;
      if (hints < lesson.text.hints.length) note(lesson.id, { hints: hints + 1 });
    },
    answer(question, given) {
      const { lesson, progress } = store.getState();
      if (lesson === null) return;
      note(lesson.id, { answers: { ...progress[lesson.id]?.answers, [question]: given } });
    },
    showSolution() {
      const lesson = atWork();
      if (lesson === null || lesson.solution.length === 0) return;
      if (store.getState().progress[lesson.id]?.done !== true) note(lesson.id, { looked: true });
      putThere("solution", lesson.solution);
    },
    reset() {
      const lesson = atWork();
      if (lesson !== null) putThere("reset", lesson.start);
    },
    takeBack() {
      const aside = current().lesson?.aside;
      if (aside !== undefined) withoutAside(aside.files);
    },
    keepThis() {
      withoutAside(current().files);
    },
    goOn() {
      const lesson = atWork();
      if (lesson !== null) withoutAside(current().lesson?.aside?.files ?? current().files, lesson.version);
    },
    beginAnew() {
      const lesson = atWork();
      if (lesson === null) return;
      const { name, files, lesson: tie } = current();
      projects.keepCopy(`${name}-before`, tie?.aside?.files ?? files);
      withoutAside(lesson.start, lesson.version);
    },
    useLibrary(library) {
      opening.abort();
      store.setState({ library, lesson: null, assignment: null, loading: false, checked: null, problem: "" });
    },
    openFile: (name, bytes) =>
      openBy(async (signal) => {
        if (name.endsWith(".json")) {
          const options = { what: `Opening ${name}`, mostMilliseconds: mostToOpen, signal };
          return openAssignment(await background.do("assignmentFile", bytes, options));
        }
        const { openPack } = await import("./packs.ts");
        const library = await openPack({ name, zip: bytes }, background, signal);
        return () => lessons.useLibrary(library);
      }),
    openPack: (address, base) =>
      openBy(async (signal) => {
        const { fetchPack, openPack } = await import("./packs.ts");
        const library = await openPack(await fetchPack(address, base, signal), background, signal);
        return () => lessons.useLibrary(library);
      }),
    cancelOpening() {
      opening.abort();
      store.setState({ loading: false });
    },
    say: (problem) => store.setState({ problem }),
    exportProgress: () => writeProgress(kept.all()),
    async importProgress(text) {
      const theirs = await background.do("progress", text, { what: "Adding progress", mostMilliseconds: mostToOpen });
      if (theirs === undefined) return false;
      const { progress } = store.getState();
      const added = Object.entries(theirs).map(([id, one]) => [id, merged(progress[id] ?? untouched, one)] as const);
      store.setState({ progress: { ...progress, ...Object.fromEntries(added) } });
      for (const [id, one] of added) kept.put(id, one);
      return true;
    },
  };
  return lessons;
}
