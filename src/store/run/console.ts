import { createStore, type StoreApi } from "zustand/vanilla";
import { idRanges } from "../../base/id-ranges.ts";
import type { Entry, HostConsole, Names } from "../../python/host-console.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import type { Evaluation } from "../../runtime/protocol/inspection.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { Chip } from "./chip.ts";
import type { Inspector } from "./inspector.ts";
import { pollRun, type RunUpdate } from "./poll.ts";

/// One thing that stands in the console.
export type ConsoleItem =
  /// `to` whom: full Python, or cores, by name.
  | { readonly kind: "entered"; readonly to: string; readonly text: string }
  /// What full Python has printed, or cores, by name.
  | { readonly kind: "said"; readonly from: string; readonly text: string }
  | { readonly kind: "asked"; readonly prompt: string; readonly answer: string }
  /// What the page has to say.
  | { readonly kind: "note"; readonly text: string };

export interface ConsoleState {
  /// `none`: no program has left its Python; `ready`: something can be entered; `busy`: what was entered runs.
  readonly phase: "none" | "ready" | "busy";
  /// The newest things, each with a number that never changes.
  readonly items: readonly { readonly number: number; readonly item: ConsoleItem }[];
  /// The question that what runs waits with.
  readonly prompt: string | null;
  /// What was entered in this tab, oldest first.
  readonly history: readonly string[];
  /// The core that is asked where there is no Python; null: all of them.
  readonly core: number | null;
}

/// What came of a text: what was printed, each core's lines with its name, and whether it came to its end.
export interface Outcome {
  readonly lines: readonly string[];
  readonly isWell: boolean;
}

/// Of full Python.
export const HOST = ">>>";

/// A prompt of the full Python that the last run has left, with its names, kernels and the data on the cores. Where there is none,
/// expressions are evaluated on cores that stand still.
export interface Console {
  readonly store: StoreApi<ConsoleState>;
  /// A program is over, and its Python waits.
  open(host: HostConsole): void;
  /// Ends that Python. What has been said stays, and after it stands why.
  close(why?: string): void;
  /// Runs statements, answers the question that what runs has asked, or evaluates an expression on the chosen cores. False if more lines
  /// have to follow first, or something runs.
  enter(text: string): Promise<boolean>;
  /// Runs a text as a whole, and tells each time more has come of it. What came of it in the end; null if it could not be run.
  run(text: string, onLines: (lines: readonly string[]) => void): Promise<Outcome | null>;
  complete(text: string): Promise<Names>;
  /// Stops what runs.
  stop(): void;
  clear(): void;
  /// Which core is asked where there is no Python; null: all of them.
  choose(core: number | null): void;
}

export interface ConsoleParts {
  readonly frames: Frames;
  readonly chip: Chip;
  readonly inspector: Inspector;
  readonly timeline: Timeline;
  readonly valueOn: (core: number, expression: string) => Evaluation;
}

const MOST_ITEMS = 2_000;
const MOST_HISTORY = 200;

export function createConsole({ frames, chip, inspector, timeline, valueOn }: ConsoleParts): Console {
  const store = createStore<ConsoleState>(() => ({ phase: "none", items: [], prompt: null, history: [], core: null }));
  let host: HostConsole | null = null;
  let entry: Entry | null = null;
  let asking: number | null = null;
  let endWatch: Cancel = () => {};
  let count = 0;
  /// Of the one who has had a text run: hears of what comes, and of the end.
  let reader: { lines: string[]; onLines: (lines: readonly string[]) => void; end: (isWell: boolean) => void } | null =
    null;

  const add = (...items: readonly ConsoleItem[]) => {
    if (items.length === 0) return;
    const all = [...store.getState().items, ...items.map((item) => ({ number: count++, item }))];
    store.setState({ items: all.slice(-MOST_ITEMS) });
    if (reader === null) return;
    for (const item of items) {
      if (item.kind === "said") reader.lines.push(item.from === "" ? item.text : `${item.from}: ${item.text}`);
      if (item.kind === "note") reader.lines.push(item.text);
    }
    reader.onLines(reader.lines.slice(-MOST_ITEMS));
  };

  const endReading = (isWell: boolean) => {
    const last = reader;
    reader = null;
    last?.end(isWell);
  };

  const rest = () => {
    entry = null;
    asking = null;
    endWatch();
    store.setState({ phase: host === null ? "none" : "ready", prompt: null });
    endReading(false);
  };

  const itemOf = (event: MonitorEvent): ConsoleItem | undefined => {
    const from = (core: number) => (core === entry?.host ? "" : `core ${core}`);
    switch (event.kind) {
      case "line":
        return { kind: "said", from: from(event.core), text: event.text };
      case "fault": {
        const line = event.calls[0]?.place.line;
        return { kind: "said", from: from(event.core), text: line ? `${event.message}, line ${line}` : event.message };
      }
      case "deadlock":
      case "abandoned":
      case "thread-ended":
        return { kind: "note", text: event.message };
      default:
        return undefined;
    }
  };

  const update = ({ events, cores }: RunUpdate) => {
    if (entry === null) return;
    add(...events.map(itemOf).filter((item) => item !== undefined));
    const question = events.find((event) => event.kind === "input");
    if (question?.kind === "input") {
      asking = question.core;
      store.setState({ prompt: question.prompt });
    }
    const last = events.at(-1);
    const isOver = last?.kind === "finished";
    if (entry.usesCores) {
      inspector.setRun(entry);
      chip.setRun(entry);
      chip.update(cores, events, isOver);
      inspector.look(isOver);
    }
    if (!isOver) return;
    endReading(last.outcome === "ended");
    rest();
  };

  const trouble = (error: unknown) => {
    add({ kind: "note", text: error instanceof Error ? error.message : String(error) });
    rest();
  };

  const answer = (text: string) => {
    if (entry === null || asking === null) return;
    add({ kind: "asked", prompt: store.getState().prompt ?? "", answer: text });
    entry.answer(asking, text);
    asking = null;
    store.setState({ prompt: null });
  };

  const note = (text: string, to: string) => {
    add({ kind: "entered", to, text });
    const { history } = store.getState();
    if (history.at(-1) !== text) store.setState({ history: [...history, text].slice(-MOST_HISTORY) });
  };

  /// The values that an expression has on the chosen cores; those that are alike stand together.
  const evaluate = (text: string) => {
    const { core } = store.getState();
    const ids = chip.store.getState().cores.map(({ id }) => id);
    note(text, core === null ? "all cores" : `core ${core}`);
    const alike = new Map<string, number[]>();
    for (const id of core === null ? ids : [core]) {
      const value = valueOn(id, text);
      const told = "problem" in value ? value.problem : value.text;
      alike.set(told, [...(alike.get(told) ?? []), id]);
    }
    const nameOf = (cores: readonly number[]) => `${cores.length === 1 ? "core" : "cores"} ${idRanges(cores)}`;
    add(...[...alike].map(([told, cores]): ConsoleItem => ({ kind: "said", from: nameOf(cores), text: told })));
  };

  const start = async (text: string, on: HostConsole) => {
    note(text, HOST);
    // The cores may be started anew, in the memory where the last run has left its trace.
    await timeline.readAll();
    if (host !== on) return;
    timeline.setRun(null, false);
    entry = on.enter(text);
    endWatch = pollRun(entry, frames, update, trouble);
  };

  const console: Console = {
    store,
    open(next) {
      host = next;
      store.setState({ phase: "ready" });
      void next.ended.then(() => {
        if (host === next) console.close("Python has ended. Run the program to start it again.");
      });
    },
    close(why) {
      if (host === null) return;
      const last = host;
      host = null;
      last.end();
      rest();
      if (why !== undefined && store.getState().items.length > 0) add({ kind: "note", text: why });
    },
    async enter(text) {
      if (asking !== null) {
        answer(text);
        return true;
      }
      const on = host;
      if (text.trim() === "") return true;
      if (on === null) {
        evaluate(text);
        return true;
      }
      if (store.getState().phase !== "ready") return false;
      store.setState({ phase: "busy" });
      const whole = await on.isWhole(text);
      if (host !== on) return false;
      if (whole) await start(text, on);
      else store.setState({ phase: "ready" });
      return whole;
    },
    async run(text, onLines) {
      const on = host;
      if (on === null || store.getState().phase !== "ready") return null;
      store.setState({ phase: "busy" });
      return await new Promise<Outcome | null>((resolve) => {
        const lines: string[] = [];
        reader = { lines, onLines, end: (isWell) => resolve({ lines: lines.slice(-MOST_ITEMS), isWell }) };
        void start(text, on);
      });
    },
    complete: async (text) => (store.getState().phase === "ready" && host?.complete(text)) || { from: 0, names: [] },
    stop() {
      entry?.stop();
    },
    clear: () => store.setState({ items: [] }),
    choose: (core) => store.setState({ core }),
  };
  return console;
}
