import { createStore, type StoreApi } from "zustand/vanilla";
import type { CoreKind, MonitorEvent } from "../runtime/protocol.ts";
import { type Choice, ChosenLines, type Order } from "./chosen-lines.ts";
import type { Frames } from "./frames.ts";
import { coreOf, Log, type LogEntry } from "./log.ts";
import { logText } from "./log-text.ts";

export type { Order } from "./chosen-lines.ts";

/// A core that waits for the learner.
export interface InputRequest {
  readonly core: number;
  readonly coreKind: CoreKind;
  readonly prompt: string;
}

export interface OutputState {
  /// Grows whenever `log` has changed. The log itself is one object that changes in place.
  readonly revision: number;
  /// Oldest first.
  readonly requests: readonly InputRequest[];
  /// The only core that is shown, if one is chosen.
  readonly filter: number | null;
  /// Only lines in which this stands are shown.
  readonly search: string;
  readonly order: Order;
  /// Whether each core has a column of its own; what is chosen above then does not matter.
  readonly columns: boolean;
  /// Every core that has said something, ascending.
  readonly speakers: readonly number[];
}

/// Rows as they are to be shown, chosen and in order.
export interface Rows {
  readonly length: number;
  /// The log's number of the entry at `index`; it identifies the row.
  number(index: number): number;
  /// The index of the entry with a number; if it is not there, of one nearby.
  indexOf(number: number): number;
}

/// The merged output of a run.
export interface Output {
  readonly store: StoreApi<OutputState>;
  readonly log: Log;
  rows(): Rows;
  /// What one core has said.
  column(core: number): Rows;
  /// Takes in what a run has to say. Shown at the next frame, or a little later while output comes in floods.
  take(events: readonly MonitorEvent[]): void;
  add(entry: LogEntry): void;
  answered(request: InputRequest, text: string): void;
  /// No core waits for input any more.
  dropRequests(): void;
  /// Takes back what was said after the moment to which a run has gone back.
  rewind(to: Extract<MonitorEvent, { kind: "rewound" }>): void;
  /// The newest line of each core, by id.
  lastLines(): ReadonlyMap<number, string>;
  setFilter(core: number | null): void;
  choose(change: Partial<Pick<OutputState, "search" | "order" | "columns">>): void;
  clear(): void;
  /// All rows that are shown, one a line, as they would stand on a console.
  text(): string;
}

// More than this in one frame nobody reads; the page then draws the log ten times a second and has time for clicks.
const flood = 200;
const floodInterval = 100;

/// Whether an event is shown in the output; the others change what the lab shows elsewhere.
function isLogged(event: MonitorEvent): event is Extract<LogEntry, MonitorEvent> {
  return event.kind !== "input" && event.kind !== "paused" && event.kind !== "resumed" && event.kind !== "rewound";
}

/// All entries as they came.
function wholeLog(log: Log): Rows {
  const { first, length } = log;
  return {
    length,
    number: (index) => first + index,
    indexOf: (number) => Math.min(Math.max(0, number - first), Math.max(0, length - 1)),
  };
}

export function createOutput(frames: Frames, capacity?: number): Output {
  const log = new Log(capacity);
  const store = createStore<OutputState>(() => ({
    revision: 0,
    requests: [],
    filter: null,
    search: "",
    order: "arrival",
    columns: false,
    speakers: [],
  }));
  const speakers = new Set<number>();
  // Null while all is shown as it came.
  let chosen: ChosenLines | null = null;
  const columns = new Map<number, ChosenLines>();
  // How many of each kind the run has told so far.
  const told = { line: 0, fault: 0, deadlock: 0 };
  let lastShown = 0;
  let pending = false;

  const show = (also: Partial<OutputState> = {}) => {
    lastShown = frames.now();
    chosen?.update();
    store.setState((state) => ({
      revision: state.revision + 1,
      speakers: speakers.size === state.speakers.length ? state.speakers : [...speakers].sort((a, b) => a - b),
      ...also,
    }));
  };

  /// Looks through the log anew.
  const chooseAnew = (change: Partial<Choice> = {}) => {
    const { filter, search, order } = store.getState();
    const choice: Choice = { core: filter, text: search, order, ...change };
    const all = choice.core === null && choice.text === "" && choice.order === "arrival";
    chosen = all ? null : new ChosenLines(log, choice);
    columns.clear();
  };

  const add = (entry: LogEntry) => {
    log.append(entry);
    if (entry.kind in told) told[entry.kind as keyof typeof told]++;
    const core = coreOf(entry);
    if (core !== null) speakers.add(core);
  };

  const output: Output = {
    store,
    log,
    rows: () => chosen ?? wholeLog(log),
    column(core) {
      const lines = columns.get(core) ?? new ChosenLines(log, { core, text: "", order: "arrival" });
      columns.set(core, lines);
      lines.update();
      return lines;
    },
    take(events) {
      const requests: InputRequest[] = [];
      let important = false;
      for (const event of events) {
        if (event.kind === "input") requests.push(event);
        else if (isLogged(event)) add(event);
        important ||= event.kind !== "line";
      }
      if (important) {
        show(requests.length > 0 ? { requests: [...store.getState().requests, ...requests] } : {});
      } else if (events.length <= flood || frames.now() - lastShown >= floodInterval) {
        show();
      } else if (!pending) {
        pending = true;
        frames.after(floodInterval, () => {
          pending = false;
          if (frames.now() - lastShown >= floodInterval) show();
        });
      }
    },
    add(entry) {
      add(entry);
      show();
    },
    answered(request, text) {
      add({ kind: "answer", core: request.core, coreKind: request.coreKind, prompt: request.prompt, text });
      show({ requests: store.getState().requests.filter((other) => other !== request) });
    },
    dropRequests() {
      if (store.getState().requests.length > 0) store.setState({ requests: [] });
    },
    rewind(to) {
      const left = {
        line: told.line - to.lines,
        fault: told.fault - to.faults,
        deadlock: told.deadlock - to.deadlocks,
      };
      log.takeBack(
        ({ kind }) => {
          if (kind !== "line" && kind !== "fault" && kind !== "deadlock") return false;
          if (left[kind] === 0) return false;
          left[kind]--;
          told[kind]--;
          return true;
        },
        () => left.line + left.fault + left.deadlock === 0,
      );
      chooseAnew();
      show({ requests: to.asking });
    },
    lastLines() {
      const lines = new Map<number, string>();
      for (let number = log.first; number < log.end; number++) {
        const entry = log.at(number);
        if (entry?.kind === "line") lines.set(entry.core, entry.text);
      }
      return lines;
    },
    setFilter(core) {
      chooseAnew({ core });
      show({ filter: core });
    },
    choose(change) {
      store.setState(change);
      chooseAnew();
      show();
    },
    clear() {
      log.clear();
      speakers.clear();
      Object.assign(told, { line: 0, fault: 0, deadlock: 0 });
      chooseAnew({ core: null });
      show({ requests: [], filter: null, speakers: [] });
    },
    text() {
      const rows = output.rows();
      const lines: string[] = [];
      for (let index = 0; index < rows.length; index++) {
        const entry = log.at(rows.number(index));
        if (entry !== undefined) lines.push(logText(entry));
      }
      return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
    },
  };
  return output;
}
