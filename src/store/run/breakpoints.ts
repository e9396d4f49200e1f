import { createStore, type StoreApi } from "zustand/vanilla";
import type { Breakpoint } from "../../runtime/protocol/breakpoints.ts";
import type { Projects } from "../project/project.ts";
import { breakpointsForm, parseAs } from "../storage/forms.ts";
import type { PageStorage } from "../storage/storage.ts";
import { compileExpression, compileMessage } from "./expression.ts";

interface Mark {
  readonly id: number;
  /// Set while it is kept and does nothing.
  readonly off?: true;
}

/// A line at which the cores are to pause, as the learner set it.
export interface LineMark extends Mark {
  readonly kind?: undefined;
  readonly file: string;
  /// One-based.
  readonly line: number;
  /// An expression that must be true; empty: always.
  readonly condition: string;
  /// Only on this core; null: on any.
  readonly core: number | null;
  /// Of a logpoint: what it writes into the output instead of pausing, with expressions in braces.
  readonly log?: string;
}

/// Pauses when the value of an expression changes.
export interface DataMark extends Mark {
  readonly kind: "data";
  readonly expression: string;
  readonly core: number | null;
}

/// Pauses when a message goes from one core to another; null: any.
export interface MessageMark extends Mark {
  readonly kind: "message";
  readonly from: number | null;
  readonly to: number | null;
}

/// Pauses when a core fails.
export interface FaultMark extends Mark {
  readonly kind: "fault";
}

/// What is not tied to a line.
export type EventMark = DataMark | MessageMark | FaultMark;

export interface BreakpointsState {
  /// By file and line.
  readonly marks: readonly LineMark[];
  readonly events: readonly EventMark[];
}

/// What is undefined or false is left out from then on.
type Change<Of extends Mark> = {
  readonly [Key in keyof Omit<Of, "id" | "kind" | "file" | "off">]?: Of[Key] | undefined;
} & {
  readonly off?: boolean;
};

/// The breakpoints of the open project, kept with it in the browser.
export interface Breakpoints {
  readonly store: StoreApi<BreakpointsState>;
  /// Sets one on a line, or takes away the one that is there.
  toggle(file: string, line: number): void;
  /// Makes the breakpoint on a line a logpoint, or sets one; its id.
  logAt(file: string, line: number): number;
  change(id: number, change: Change<LineMark>): void;
  changeEvent(id: number, change: Change<DataMark> & Change<MessageMark>): void;
  /// Adds one that is not tied to a line, and gives its id. A breakpoint for faults there is at most once.
  add(mark: Omit<DataMark, "id"> | Omit<MessageMark, "id"> | Omit<FaultMark, "id">): number;
  remove(id: number): void;
  /// Follows lines that have moved while the program was edited: by id.
  move(file: string, lines: ReadonlyMap<number, number>): void;
  /// As the engine wants them, without those that are off or whose expressions are none.
  forRun(): readonly Breakpoint[];
}

/// Why an expression cannot be used, in words for people; undefined if it can, or if there is none.
export function expressionProblem(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  const compiled = compileExpression(text);
  return "problem" in compiled ? compiled.problem : undefined;
}

/// The same for a logpoint's message.
export function messageProblem(text: string): string | undefined {
  const compiled = compileMessage(text);
  return "problem" in compiled ? compiled.problem : undefined;
}

const prefix = "epython-lab.breakpoints.";

export function createBreakpoints(pageStorage: PageStorage, projects: Projects): Breakpoints {
  const key = () => prefix + projects.store.getState().current.id;
  const store = createStore<BreakpointsState>(() => read(pageStorage.read(key())));

  const set = (change: Partial<BreakpointsState>) => {
    store.setState(change);
    const { marks, events } = store.getState();
    const all = [...marks, ...events];
    if (all.length > 0) pageStorage.write(key(), JSON.stringify(all));
    else pageStorage.remove(key());
  };
  const freshId = () => {
    const { marks, events } = store.getState();
    return [...marks, ...events].reduce((most, { id }) => Math.max(most, id), 0) + 1;
  };
  const setLines = (marks: readonly LineMark[]) =>
    set({ marks: [...marks].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line) });

  projects.store.subscribe((state, before) => {
    if (state.current.id !== before.current.id) store.setState(read(pageStorage.read(key())));
  });

  const at = (file: string, line: number): readonly LineMark[] =>
    store.getState().marks.filter((mark) => mark.file === file && mark.line === line);

  return {
    store,
    toggle(file, line) {
      const { marks } = store.getState();
      const there = at(file, line);
      if (there.length > 0) set({ marks: marks.filter((mark) => !there.includes(mark)) });
      else setLines([...marks, { id: freshId(), file, line, condition: "", core: null }]);
    },
    logAt(file, line) {
      const [there] = at(file, line);
      const base: LineMark = there ?? { id: freshId(), file, line, condition: "", core: null };
      const mark = { ...base, log: base.log ?? "" };
      setLines([...store.getState().marks.filter((one) => one !== there), mark]);
      return mark.id;
    },
    change(id, change) {
      set({ marks: store.getState().marks.map((mark) => (mark.id === id ? changed(mark, change) : mark)) });
    },
    changeEvent(id, change) {
      set({ events: store.getState().events.map((mark) => (mark.id === id ? changed(mark, change) : mark)) });
    },
    add(mark) {
      const { events } = store.getState();
      const fault = mark.kind === "fault" ? events.find(({ kind }) => kind === "fault") : undefined;
      if (fault !== undefined) return fault.id;
      const id = freshId();
      set({ events: [...events, { id, ...mark }] });
      return id;
    },
    remove(id) {
      const { marks, events } = store.getState();
      set({ marks: marks.filter((mark) => mark.id !== id), events: events.filter((mark) => mark.id !== id) });
    },
    move(file, lines) {
      const { marks } = store.getState();
      const moved = marks.map((mark) => {
        const line = mark.file === file ? lines.get(mark.id) : undefined;
        return line === undefined || line === mark.line ? mark : { ...mark, line };
      });
      if (moved.some((mark, index) => mark !== marks[index])) set({ marks: moved });
    },
    forRun() {
      const { marks, events } = store.getState();
      return [...marks.flatMap(lineForRun), ...events.flatMap(eventForRun)];
    },
  };
}

/// A mark with a change; what is undefined or false in it is left out.
function changed<Of extends Mark>(mark: Of, change: object): Of {
  const entries = Object.entries({ ...mark, ...change }).filter(([, one]) => one !== undefined && one !== false);
  return Object.fromEntries(entries) as unknown as Of;
}

function only(core: number | null): readonly number[] | null {
  return core === null ? null : [core];
}

function lineForRun({ id, file, line, condition, core, log, off }: LineMark): readonly Breakpoint[] {
  const parsed = condition.trim() === "" ? { expression: null } : compileExpression(condition);
  if (off || "problem" in parsed) return [];
  const one = { kind: "line", id, file, line, cores: only(core), condition: parsed.expression } as const;
  if (log === undefined) return [one];
  const message = compileMessage(log);
  return "problem" in message ? [] : [{ ...one, log: message.parts }];
}

function eventForRun(mark: EventMark): readonly Breakpoint[] {
  const { id, off } = mark;
  if (off) return [];
  switch (mark.kind) {
    case "fault":
      return [{ kind: "fault", id }];
    case "message":
      return [{ kind: "message", id, cores: only(mark.to), from: only(mark.from) }];
    case "data": {
      const { expression: text, core } = mark;
      const compiled = compileExpression(text);
      return "problem" in compiled
        ? []
        : [{ kind: "data", id, text: text.trim(), value: compiled.expression, cores: only(core) }];
    }
  }
}

function read(text: string | undefined): BreakpointsState {
  const all = parseAs(breakpointsForm, text) ?? [];
  return {
    marks: all.filter((mark) => mark.kind === undefined),
    events: all.filter((mark) => mark.kind !== undefined),
  };
}
