import { createStore, type StoreApi } from "zustand/vanilla";
import type { App } from "../app.ts";
import { freshId } from "../storage/fresh-id.ts";
import type { Template } from "./check-templates.ts";
import { type RawCheck, rawChecks, withChecks } from "./check-text.ts";
import { type Draft, draftsIn, type Exercise, emptyExercise, exerciseOf } from "./draft.ts";
import { checkTextOf, newLesson } from "./exercise.ts";
import type { Trial, Which } from "./trial.ts";
import { createTrying, untried } from "./trying.ts";

export const steps = ["task", "start", "solution", "checks", "share"] as const;
export type Step = (typeof steps)[number];

export interface TeachState {
  readonly drafts: readonly Draft[];
  /// The one that is worked on; null: the list of them.
  readonly draft: Draft | null;
  readonly step: Step;
  /// The check whose form is open, by its place.
  readonly chosen: number;
  readonly asJson: boolean;
  readonly trial: Trial;
  /// What can be taken back: a check or a draft that was deleted.
  readonly undo: { readonly words: string; readonly draft: Draft } | null;
  /// Why something could not be opened, in words for people.
  readonly problem: string;
}

/// The place where teachers make assignments and lessons.
export interface Teach {
  readonly store: StoreApi<TeachState>;
  begin(kind: Draft["kind"]): void;
  open(id: string): void;
  /// Back to the list.
  leave(): void;
  remove(id: string): void;
  undo(): void;
  /// Opens a pack to be edited.
  openPack(name: string, bytes: Uint8Array): Promise<void>;
  show(step: Step): void;
  /// Changes the exercise that is open; what was deleted can be taken back.
  edit(change: Partial<Exercise>, undo?: TeachState["undo"]): void;
  editDraft(change: Partial<Omit<Draft, "id" | "at">>): void;
  /// Takes the program that is open in the page.
  takeProgram(which: Which): void;
  addLesson(): void;
  removeLesson(): void;
  showJson(asJson: boolean): void;
  choose(check: number): void;
  addCheck(template: Template): void;
  editCheck(check: number, next: RawCheck): void;
  removeCheck(check: number): void;
  moveCheck(from: number, to: number): void;
  tryChecks(): void;
  cancelTrial(): void;
  /// Stops what is under way, when the view goes.
  close(): void;
}

export function createTeach(app: App): Teach {
  const { pageStorage, projects, settings, run, checkTools } = app;
  const drafts = draftsIn(pageStorage);
  const store = createStore<TeachState>(() => ({
    drafts: drafts.all(),
    draft: null,
    step: "task",
    chosen: 0,
    asJson: false,
    trial: untried,
    undo: null,
    problem: "",
  }));
  const trying = createTrying(app, {
    exercise() {
      const { draft } = store.getState();
      return draft === null ? undefined : exerciseOf(draft);
    },
    trial: () => store.getState().trial,
    setTrial: (trial) => store.setState({ trial }),
  });
  const trySoon = (): void => {
    const { step } = store.getState();
    if (step === "checks" || step === "share") trying.soon();
  };

  const keep = (draft: Draft): Draft => {
    const dated = { ...draft, at: Date.now() };
    drafts.put(dated);
    return dated;
  };
  const opened = (draft: Draft, step: Step = "task"): void => {
    trying.stop();
    store.setState({
      draft,
      step,
      chosen: 0,
      asJson: false,
      trial: untried,
      undo: null,
      problem: "",
      drafts: drafts.all(),
    });
  };
  const change = (next: Draft, undo: TeachState["undo"] = null): void => {
    const { draft, trial } = store.getState();
    const before = draft === null ? undefined : exerciseOf(draft);
    const kept = keep(next);
    store.setState({ draft: kept, undo });
    const after = exerciseOf(kept);
    const same =
      before !== undefined &&
      (["check", "start", "solution", "beside", "chip", "cores", "hostCores", "seed"] as const).every(
        (name) => before[name] === after[name],
      );
    if (same) return;
    trying.stop();
    store.setState({ trial: { ...trial, running: null, took: null, problem: "" } });
    trySoon();
  };
  const edit = (more: Partial<Exercise>, undo: TeachState["undo"] = null): void => {
    const { draft } = store.getState();
    if (draft === null) return;
    const exercises = draft.exercises.map((one, k) => (k === draft.open ? { ...one, ...more } : one));
    change({ ...draft, exercises }, undo);
  };
  const editChecks = (make: (checks: RawCheck[]) => readonly RawCheck[], undo: TeachState["undo"] = null): void => {
    const { draft } = store.getState();
    if (draft === null) return;
    const text = checkTextOf(exerciseOf(draft));
    const read = rawChecks(text);
    if (read !== undefined) edit({ check: withChecks(text, make([...read.checks])) }, undo);
  };

  drafts.onChange((id) => {
    const { draft } = store.getState();
    const all = drafts.all();
    store.setState({ drafts: all });
    const theirs = all.find((one) => one.id === id);
    // What another tab has made of it since: unless both have changed it, that is how it stands.
    if (draft?.id === id && theirs !== undefined && theirs.at > draft.at) store.setState({ draft: theirs });
  });
  const unfollow = run.subscribe((state, before) => {
    if (state.status === before.status) return;
    if (state.status === "idle") trySoon();
    else trying.stop();
  });

  return {
    store,
    begin(kind) {
      const { name, files, active } = projects.store.getState().current;
      const main = files.find((file) => file.name === active) ?? files[0];
      const { chip, cores, hostCores, seed } = settings.store.getState();
      const exercise =
        kind === "assignment"
          ? emptyExercise({
              title: name,
              dialect: files.every(({ python }) => python === undefined) ? "python3" : "",
              chip,
              cores,
              hostCores,
              seed,
              main: main?.name ?? "main.py",
              start: main?.text ?? "",
              solution: main?.text ?? "",
              beside: files.filter((file) => file !== main).map(({ name: file, text }) => ({ name: file, text })),
            })
          : newLesson([]);
      opened(
        keep({
          id: freshId(),
          kind,
          at: 0,
          title: "",
          exercises: [exercise],
          open: 0,
          chapters:
            kind === "pack" ? [{ folder: exercise.chapter, title: "Lessons", about: "Lessons of this course." }] : [],
          others: [],
        }),
      );
    },
    open(id) {
      const draft = drafts.all().find((one) => one.id === id);
      if (draft !== undefined) opened(draft);
    },
    leave() {
      trying.stop();
      store.setState({ draft: null, drafts: drafts.all(), trial: untried, undo: null, problem: "" });
    },
    remove(id) {
      const draft = drafts.all().find((one) => one.id === id);
      if (draft === undefined) return;
      drafts.remove(id);
      store.setState({ drafts: drafts.all(), undo: { words: "Draft deleted.", draft } });
    },
    undo() {
      const { undo, draft } = store.getState();
      if (undo === null) return;
      if (draft === null) {
        drafts.put(undo.draft);
        store.setState({ drafts: drafts.all(), undo: null });
      } else change(undo.draft);
    },
    async openPack(name, bytes) {
      store.setState({ problem: "" });
      try {
        const options = { what: `Opening ${name}`, mostMilliseconds: 30_000 };
        const made = await checkTools.background.do("packDraft", { name, bytes }, options);
        opened(keep({ ...made, id: freshId(), at: 0 }));
      } catch (error) {
        store.setState({ problem: error instanceof Error ? error.message : String(error) });
      }
    },
    show(step) {
      store.setState({ step });
      if (store.getState().trial.took === null) trySoon();
    },
    edit,
    editDraft(more) {
      const { draft } = store.getState();
      if (draft === null) return;
      const next = { ...draft, ...more };
      if (more.open !== undefined && more.open !== draft.open) opened(keep(next));
      else change(next);
    },
    takeProgram(which) {
      const { files, active } = projects.store.getState().current;
      const main = files.find((file) => file.name === active) ?? files[0];
      if (main === undefined) return;
      const beside = files.filter((file) => file !== main).map(({ name, text }) => ({ name, text }));
      const { draft } = store.getState();
      if (draft === null) return;
      const { kind } = draft;
      edit(
        {
          [which]: main.text,
          ...(which === "start" ? { beside, ...(kind === "assignment" ? { main: main.name } : {}) } : {}),
        },
        { words: `The ${which} is now ${main.name}.`, draft },
      );
    },
    addLesson() {
      const { draft } = store.getState();
      if (draft === null) return;
      const lesson = newLesson(draft.exercises, exerciseOf(draft).chapter);
      opened(keep({ ...draft, exercises: [...draft.exercises, lesson], open: draft.exercises.length }));
    },
    removeLesson() {
      const { draft } = store.getState();
      if (draft === null || draft.exercises.length < 2) return;
      const exercises = draft.exercises.filter((_, k) => k !== draft.open);
      const words = `“${exerciseOf(draft).title || "The lesson"}” was deleted.`;
      opened(keep({ ...draft, exercises, open: Math.max(0, draft.open - 1) }));
      store.setState({ undo: { words, draft } });
    },
    showJson: (asJson) => store.setState({ asJson }),
    choose: (chosen) => store.setState({ chosen }),
    addCheck(template) {
      const { draft } = store.getState();
      if (draft === null) return;
      let place = 0;
      editChecks((checks) => {
        place = checks.length;
        return [...checks, template.make(exerciseOf(draft).cores)];
      });
      store.setState({ chosen: place });
    },
    editCheck: (check, next) => editChecks((checks) => checks.with(check, next)),
    removeCheck(check) {
      const { draft } = store.getState();
      if (draft === null) return;
      editChecks((checks) => checks.toSpliced(check, 1), { words: `Check ${check + 1} was deleted.`, draft });
      store.setState(({ chosen }) => ({ chosen: Math.max(0, chosen > check ? chosen - 1 : chosen) }));
    },
    moveCheck(from, to) {
      editChecks((checks) => {
        const [moved] = checks.splice(from, 1);
        if (moved !== undefined) checks.splice(to, 0, moved);
        return checks;
      });
      store.setState({ chosen: to });
    },
    tryChecks: () => void trying.now(),
    cancelTrial() {
      trying.stop();
      store.setState(({ trial }) => ({ trial: { ...trial, running: null } }));
    },
    close() {
      trying.stop();
      unfollow();
    },
  };
}
