import { createStore, type StoreApi } from "zustand/vanilla";
import { faultKey } from "../../base/alike-faults.ts";
import type { SlicedWork } from "../../base/sliced-work.ts";
import type { CoreClock, CoreKind } from "../../runtime/protocol/cores.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import type { Frames } from "../platform/frames.ts";
import { inSlices } from "../platform/slices.ts";
import { type Choice, ChosenLines, type Order } from "./chosen-lines.ts";
import { coresOf, type Deadlock, type Fault, Log, type LogEntry } from "./log.ts";
import { logFile } from "./log-file.ts";
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
  /// Lines that were pasted, for questions that are still to come.
  readonly ahead: readonly string[];
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
  /// How many entries are kept, without the one about the end of the run.
  count(): number;
  /// What one core has said.
  column(core: number): Rows;
  /// Takes in what a run has to say. Shown at the next frame, or a little later while output comes in floods.
  take(events: readonly MonitorEvent[]): void;
  add(entry: LogEntry): void;
  answered(request: InputRequest, text: string): void;
  /// Lines for this question and those that come after it, in the place of what was lined up before.
  lineUp(lines: readonly string[]): void;
  /// No core waits for input any more; what was pasted for more questions is said.
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
  /// The same as a file.
  file(): Promise<Blob>;
}

// More than this in one frame nobody reads; the page then draws the log ten times a second and has time for clicks.
const flood = 200;
const floodInterval = 100;
// So long lines are looked for before what has been found is shown.
const searchMilliseconds = 8;

/// Whether an event is shown in the output; the others change what the lab shows elsewhere.
function isLogged(event: MonitorEvent): event is Extract<LogEntry, MonitorEvent> {
  return (
    event.kind !== "fault" &&
    event.kind !== "input" &&
    event.kind !== "paused" &&
    event.kind !== "resumed" &&
    event.kind !== "rewound"
  );
}

/// Whether a core that has gone back is to tell it again.
function isLate({ core, cycles }: { core: number; cycles: number }, clocks: readonly CoreClock[]): boolean {
  return cycles > (clocks.find((clock) => clock.core === core)?.cycles ?? 0);
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
    ahead: [],
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
  // How many lines the run has told so far.
  let lineCount = 0;
  // All that it has told of its deadlock, which grows: the entry at this number has the last.
  const deadlocks: Deadlock[] = [];
  let deadlockPlace = -1;
  // Of each fault of the run, in the order in which they came, what it is alike with.
  const faultOrder: string[] = [];
  // The number of the entry that reports each kind of fault.
  const faultPlaces = new Map<string, number>();
  let lastShown = 0;
  let pending = false;
  let searching = false;
  // Until when lines are looked for in the columns, of all of them together, and for which revision that holds.
  let columnsUntil = 0;
  let columnsOf = -1;

  /// Looks for lines until then; what is left is looked for soon, and shown.
  const search = (lines: ChosenLines, until: number) => {
    if (lines.update(() => frames.now() >= until) || searching) return;
    searching = true;
    frames.after(0, () => {
      searching = false;
      show();
    });
  };

  const show = (also: Partial<OutputState> = {}) => {
    lastShown = frames.now();
    if (chosen !== null) search(chosen, lastShown + searchMilliseconds);
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
    if (entry.kind === "line") lineCount++;
    for (const core of coresOf(entry) ?? []) speakers.add(core);
  };

  /// A deadlock that has grown is told where it was told first, if that is still kept.
  const addDeadlock = (deadlock: Deadlock) => {
    deadlocks.push(deadlock);
    if (log.at(deadlockPlace)?.kind === "deadlock") log.replace(deadlockPlace, deadlock);
    else {
      deadlockPlace = log.end;
      add(deadlock);
    }
  };

  /// A fault joins those like it, if they are still kept. Says whether it did.
  const addFault = (fault: Fault): boolean => {
    const key = faultKey(fault);
    faultOrder.push(key);
    const number = faultPlaces.get(key) ?? -1;
    const entry = log.at(number);
    if (entry?.kind !== "faults") {
      faultPlaces.set(key, log.end);
      add({ kind: "faults", faults: [fault] });
      return false;
    }
    log.replace(number, { kind: "faults", faults: [...entry.faults, fault] });
    speakers.add(fault.core);
    return true;
  };

  /// Takes back the faults that came after the first `kept`. Gives how many entries tell of none any more.
  const takeBackFaults = (kept: number): number => {
    let empty = 0;
    for (const key of faultOrder.splice(kept)) {
      const number = faultPlaces.get(key) ?? -1;
      const entry = log.at(number);
      if (entry?.kind !== "faults") continue;
      const faults = entry.faults.slice(0, -1);
      log.replace(number, { kind: "faults", faults });
      if (faults.length === 0) empty++;
    }
    return empty;
  };

  /// Notes anew where each kind of fault is told, and the deadlock.
  const findPlaces = () => {
    faultPlaces.clear();
    deadlockPlace = -1;
    for (let number = log.first; number < log.end; number++) {
      const entry = log.at(number);
      if (entry?.kind === "deadlock") deadlockPlace = number;
      const [first] = entry?.kind === "faults" ? entry.faults : [];
      if (first !== undefined) faultPlaces.set(faultKey(first), number);
    }
  };

  /// How many messages of logpoints are later than the clocks of those who told them.
  const countLate = (clocks: readonly CoreClock[]): number => {
    let count = 0;
    for (let number = log.first; number < log.end; number++) {
      const entry = log.at(number);
      if (entry?.kind === "log" && isLate(entry, clocks)) count++;
    }
    return count;
  };

  /// What was pasted and not asked for is said, and forgotten.
  const leaveOver = () => {
    const { ahead } = store.getState();
    if (ahead.length === 0) return;
    add({ kind: "left-over", lines: ahead });
    store.setState({ ahead: [] });
  };

  const output: Output = {
    store,
    log,
    rows: () => chosen ?? wholeLog(log),
    count: () => log.length - (log.at(log.end - 1)?.kind === "finished" ? 1 : 0),
    column(core) {
      const lines = columns.get(core) ?? new ChosenLines(log, { core, text: "", order: "arrival" });
      columns.set(core, lines);
      const { revision } = store.getState();
      if (columnsOf !== revision) columnsUntil = frames.now() + searchMilliseconds;
      columnsOf = revision;
      search(lines, columnsUntil);
      return lines;
    },
    take(events) {
      const requests: InputRequest[] = [];
      let important = false;
      let joined = false;
      for (const event of events) {
        if (event.kind === "input") requests.push(event);
        // Before the line about the end, which is the last.
        if (event.kind === "finished") leaveOver();
        if (event.kind === "deadlock") addDeadlock(event);
        else if (event.kind === "fault") joined = addFault(event) || joined;
        else if (isLogged(event)) add(event);
        important ||= event.kind !== "line";
      }
      // An entry that was passed by may concern a chosen core now.
      if (joined) chooseAnew();
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
    lineUp(lines) {
      store.setState({ ahead: lines });
    },
    dropRequests() {
      leaveOver();
      if (store.getState().requests.length > 0) store.setState({ requests: [] });
    },
    rewind(to) {
      let empty = takeBackFaults(to.faults);
      deadlocks.splice(to.deadlocks);
      let logs = countLate(to.clocks);
      const deadlock = deadlocks.at(-1);
      const isToldNoMore = deadlock === undefined && log.at(deadlockPlace)?.kind === "deadlock";
      if (isToldNoMore) empty++;
      else if (deadlock !== undefined && log.at(deadlockPlace)?.kind === "deadlock")
        log.replace(deadlockPlace, deadlock);
      log.takeBack(
        (entry) => {
          if (entry.kind === "faults" && entry.faults.length === 0) empty--;
          if (entry.kind === "faults") return entry.faults.length === 0;
          if (entry.kind === "deadlock" && isToldNoMore) empty--;
          if (entry.kind === "deadlock") return isToldNoMore;
          if (entry.kind === "log" && isLate(entry, to.clocks)) {
            logs--;
            return true;
          }
          if (entry.kind !== "line" || lineCount === to.lines) return false;
          lineCount--;
          return true;
        },
        () => lineCount === to.lines && empty === 0 && logs === 0,
      );
      findPlaces();
      chooseAnew();
      // What is asked again is answered anew.
      show({ requests: to.asking, ahead: [] });
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
      lineCount = 0;
      deadlocks.length = 0;
      deadlockPlace = -1;
      faultOrder.length = 0;
      faultPlaces.clear();
      chooseAnew({ core: null });
      show({ requests: [], ahead: [], filter: null, speakers: [] });
    },
    text() {
      chosen?.update();
      const rows = output.rows();
      const texts: string[] = [];
      for (let index = 0; index < rows.length; index++) {
        const entry = log.at(rows.number(index));
        if (entry !== undefined) texts.push(logText(entry));
      }
      return texts.length === 0 ? "" : `${texts.join("\n")}\n`;
    },
    file() {
      function* work(): SlicedWork<Blob> {
        while (chosen !== null && !chosen.update(() => true)) yield;
        const rows = output.rows();
        return yield* logFile(
          log,
          Array.from({ length: rows.length }, (_, index) => rows.number(index)),
        );
      }
      return new Promise((resolve) => inSlices(frames, work(), resolve));
    },
  };
  return output;
}
