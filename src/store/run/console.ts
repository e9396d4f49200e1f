import { createStore, type StoreApi } from "zustand/vanilla";
import type { Entry, HostConsole, Names } from "../../python/host-console.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { Chip } from "./chip.ts";
import type { Inspector } from "./inspector.ts";
import { pollRun, type RunUpdate } from "./poll.ts";

/// One thing that stands in the console.
export type ConsoleItem =
  | { readonly kind: "entered"; readonly text: string }
  /// What full Python has printed, or a core, by id.
  | { readonly kind: "said"; readonly core: number | null; readonly text: string }
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
}

/// A prompt of the full Python that the last run has left, with its names, kernels and the data on the cores.
export interface Console {
  readonly store: StoreApi<ConsoleState>;
  /// A program is over, and its Python waits.
  open(host: HostConsole): void;
  /// Ends that Python. What has been said stays, and after it stands why.
  close(why?: string): void;
  /// Runs statements, or answers the question that what runs has asked. False if more lines have to follow first, or something runs.
  enter(text: string): Promise<boolean>;
  complete(text: string): Promise<Names>;
  /// Stops what runs.
  stop(): void;
  clear(): void;
}

export interface ConsoleParts {
  readonly frames: Frames;
  readonly chip: Chip;
  readonly inspector: Inspector;
  readonly timeline: Timeline;
}

const MOST_ITEMS = 2_000;
const MOST_HISTORY = 200;

export function createConsole({ frames, chip, inspector, timeline }: ConsoleParts): Console {
  const store = createStore<ConsoleState>(() => ({ phase: "none", items: [], prompt: null, history: [] }));
  let host: HostConsole | null = null;
  let entry: Entry | null = null;
  let asking: number | null = null;
  let endWatch: Cancel = () => {};
  let count = 0;

  const add = (...items: readonly ConsoleItem[]) => {
    if (items.length === 0) return;
    const all = [...store.getState().items, ...items.map((item) => ({ number: count++, item }))];
    store.setState({ items: all.slice(-MOST_ITEMS) });
  };

  const rest = () => {
    entry = null;
    asking = null;
    endWatch();
    store.setState({ phase: host === null ? "none" : "ready", prompt: null });
  };

  const itemOf = (event: MonitorEvent): ConsoleItem | undefined => {
    const from = (core: number) => (core === entry?.host ? null : core);
    switch (event.kind) {
      case "line":
        return { kind: "said", core: from(event.core), text: event.text };
      case "fault": {
        const line = event.calls[0]?.place.line;
        return { kind: "said", core: from(event.core), text: line ? `${event.message}, line ${line}` : event.message };
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
    const isOver = events.at(-1)?.kind === "finished";
    if (entry.usesCores) {
      inspector.setRun(entry);
      chip.setRun(entry);
      chip.update(cores, events, isOver);
      inspector.look(isOver);
    }
    if (isOver) rest();
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

  const run = async (text: string, on: HostConsole) => {
    add({ kind: "entered", text });
    const { history } = store.getState();
    if (history.at(-1) !== text) store.setState({ history: [...history, text].slice(-MOST_HISTORY) });
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
      if (on === null || store.getState().phase !== "ready") return false;
      if (text.trim() === "") return true;
      store.setState({ phase: "busy" });
      const whole = await on.isWhole(text);
      if (host !== on) return false;
      if (whole) await run(text, on);
      else store.setState({ phase: "ready" });
      return whole;
    },
    complete: async (text) => (store.getState().phase === "ready" && host?.complete(text)) || { from: 0, names: [] },
    stop() {
      entry?.stop();
    },
    clear: () => store.setState({ items: [] }),
  };
  return console;
}
