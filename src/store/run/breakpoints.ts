import { createStore, type StoreApi } from "zustand/vanilla";
import type { Breakpoint } from "../../runtime/protocol/breakpoints.ts";
import type { Projects } from "../project/project.ts";
import { breakpointsForm, parseAs } from "../storage/forms.ts";
import type { PageStorage } from "../storage/storage.ts";
import { compileCondition } from "./condition.ts";

/// A line at which the cores are to pause, as the learner set it.
export interface LineMark {
  readonly id: number;
  readonly file: string;
  /// One-based.
  readonly line: number;
  /// An expression that must be true; empty: always.
  readonly condition: string;
  /// Only on this core; null: on any.
  readonly core: number | null;
}

export interface BreakpointsState {
  readonly marks: readonly LineMark[];
  /// Pauses when a message comes to one of these cores.
  readonly messagesTo: readonly number[];
}

/// The breakpoints of the open project, kept with it in the browser.
export interface Breakpoints {
  readonly store: StoreApi<BreakpointsState>;
  /// Sets one on a line, or takes away the one that is there.
  toggle(file: string, line: number): void;
  change(id: number, change: Partial<Pick<LineMark, "condition" | "core" | "line">>): void;
  remove(id: number): void;
  /// Follows lines that have moved while the program was edited: by id.
  move(file: string, lines: ReadonlyMap<number, number>): void;
  setMessagesTo(cores: readonly number[]): void;
  /// As the engine wants them, without those whose condition is none.
  forRun(): readonly Breakpoint[];
}

/// Why a condition cannot be used, in words for people; undefined if it can.
export function conditionProblem(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  const condition = compileCondition(text);
  return "problem" in condition ? condition.problem : undefined;
}

// Ids of those that wait for messages; those of lines count from 1.
const messagesId = 0;

const prefix = "epython-lab.breakpoints.";

export function createBreakpoints(pageStorage: PageStorage, projects: Projects): Breakpoints {
  const key = () => prefix + projects.store.getState().current.id;
  const store = createStore<BreakpointsState>(() => ({ marks: read(pageStorage.read(key())), messagesTo: [] }));

  const set = (marks: readonly LineMark[]) => {
    store.setState({ marks });
    if (marks.length > 0) pageStorage.write(key(), JSON.stringify(marks));
    else pageStorage.remove(key());
  };
  const change = (id: number, update: Partial<LineMark>) => {
    set(store.getState().marks.map((mark) => (mark.id === id ? { ...mark, ...update } : mark)));
  };

  projects.store.subscribe((state, before) => {
    if (state.current.id !== before.current.id)
      store.setState({ marks: read(pageStorage.read(key())), messagesTo: [] });
  });

  return {
    store,
    toggle(file, line) {
      const { marks } = store.getState();
      const there = marks.filter((mark) => mark.file === file && mark.line === line);
      if (there.length > 0) {
        set(marks.filter((mark) => !there.includes(mark)));
        return;
      }
      const id = marks.reduce((most, mark) => Math.max(most, mark.id), messagesId) + 1;
      const mark = { id, file, line, condition: "", core: null };
      set([...marks, mark].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line));
    },
    change,
    remove(id) {
      set(store.getState().marks.filter((mark) => mark.id !== id));
    },
    move(file, lines) {
      const { marks } = store.getState();
      const moved = marks.map((mark) => {
        const line = mark.file === file ? lines.get(mark.id) : undefined;
        return line === undefined || line === mark.line ? mark : { ...mark, line };
      });
      if (moved.some((mark, index) => mark !== marks[index])) set(moved);
    },
    setMessagesTo(cores) {
      store.setState({ messagesTo: cores });
    },
    forRun() {
      const { marks, messagesTo } = store.getState();
      const all: Breakpoint[] = [];
      for (const { id, file, line, condition, core } of marks) {
        const parsed = condition.trim() === "" ? null : compileCondition(condition);
        if (parsed !== null && "problem" in parsed) continue;
        const cores = core === null ? null : [core];
        all.push({ kind: "line", id, file, line, cores, condition: parsed === null ? null : parsed.condition });
      }
      if (messagesTo.length > 0) all.push({ kind: "message", id: messagesId, cores: messagesTo });
      return all;
    },
  };
}

function read(text: string | undefined): readonly LineMark[] {
  return parseAs(breakpointsForm, text) ?? [];
}
