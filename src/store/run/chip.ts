import { createStore, type StoreApi } from "zustand/vanilla";
import { type ChipModel, EPIPHANY_III } from "../../machine/chip-models.ts";
import type { CoreReport } from "../../runtime/protocol/cores.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import type { Run } from "../../runtime/protocol/run.ts";
import type { Frames } from "../platform/frames.ts";
import { carriedSince, type Link, type Move, movesBetween } from "./moves.ts";

export type { CoreKind, CoreReport, CoreState, MemorySegment, SharedSegment } from "../../runtime/protocol/cores.ts";
export type { Wait } from "../../runtime/protocol/events.ts";

export type Deadlock = Extract<MonitorEvent, { kind: "deadlock" }>;
type Rewound = Extract<MonitorEvent, { kind: "rewound" }>;

export interface ChipState {
  /// The chip of the present or last run, or the one that the next will have.
  readonly model: ChipModel;
  /// Those that take part in the present or last run; empty before the first.
  readonly cores: readonly CoreReport[];
  /// Those of the last run, from the start of the next until its cores are looked at: what is drawn of a core's memory need not go
  /// and come. Browsers keep room for what once was in a page, and run after run that adds up.
  readonly before: readonly CoreReport[];
  /// The newest line of each core, by id.
  readonly lastLines: ReadonlyMap<number, string>;
  /// The latest virtual clock, in cycles.
  readonly cycles: number;
  /// What the links have carried in this run, as of the latest look at them.
  readonly links: readonly Link[];
  /// What went over the mesh between the two latest looks at the links. A new array for each look.
  readonly moves: readonly Move[];
  /// The cores that can never continue; null as long as there are none.
  readonly deadlock: Deadlock | null;
}

const fresh: ChipState = {
  model: EPIPHANY_III,
  cores: [],
  before: [],
  lastLines: new Map(),
  cycles: 0,
  links: [],
  moves: [],
  deadlock: null,
};

/// The chip as it was seen last.
export interface Chip {
  readonly store: StoreApi<ChipState>;
  /// `settled` when the cores stand still.
  update(cores: readonly CoreReport[], events: readonly MonitorEvent[], settled: boolean): void;
  /// Until the returned function is called, the links are looked at too.
  watch(): () => void;
  /// Whether anything has gone over a link in this run.
  hasCarried(): boolean;
  /// What the links have carried in this run.
  carried(): readonly Link[];
  /// The run as it is now, whatever moment of it is shown.
  now(): ChipState;
  /// The run whose links are looked at.
  setRun(run: Pick<Run, "links"> | null): void;
  /// The run has gone back, and with it what its cores have said.
  rewind(to: Rewound, lastLines: ReadonlyMap<number, string>): void;
  /// Shows a moment of the run in the place of what it has come to; null: that again.
  lay(moment: Pick<ChipState, "cores" | "lastLines" | "cycles" | "deadlock" | "links"> | null): void;
  /// Forgets what was seen, for a run on this chip. `isNext`: it begins now, and follows the one that was seen.
  clear(model: ChipModel, isNext?: boolean): void;
}

// The links are for people: more often than this nobody can follow.
const linkInterval = 250;

export function createChip(frames: Frames): Chip {
  const store = createStore<ChipState>(() => fresh);
  let run: Pick<Run, "links"> | null = null;
  /// What the run has come to, while another moment of it is shown.
  let live: ChipState | null = null;
  let watchers = 0;
  let lastLook = Number.NEGATIVE_INFINITY;
  // The cores when the links were looked at.
  let coresThen: readonly CoreReport[] = [];
  let deadlocks: readonly Deadlock[] = [];

  const now = (): ChipState => live ?? store.getState();
  const set = (change: Partial<ChipState>): void => {
    if (live === null) store.setState(change);
    else live = { ...live, ...change };
  };

  const lookAtLinks = (cores: readonly CoreReport[]): Pick<ChipState, "links" | "moves"> => {
    const { links: before, model } = now();
    lastLook = frames.now();
    const links = run?.links() ?? before;
    const carried = carriedSince(before, links);
    const moves = movesBetween(coresThen, cores, carried, model.columns);
    coresThen = cores;
    return { links, moves };
  };

  return {
    store,
    update(cores, events, settled) {
      let { lastLines } = now();
      const newest = new Map<number, string>();
      for (const event of events) {
        if (event.kind === "line") newest.set(event.core, event.text);
        if (event.kind === "deadlock") deadlocks = [...deadlocks, event];
      }
      if (newest.size > 0) lastLines = new Map([...lastLines, ...newest]);
      const cycles = cores.reduce((most, core) => Math.max(most, core.cycles), 0);
      const due = watchers > 0 && (settled || frames.now() - lastLook >= linkInterval);
      const links = due ? lookAtLinks(cores) : {};
      set({ cores, lastLines, cycles, deadlock: deadlocks.at(-1) ?? null, ...links });
    },
    watch() {
      watchers++;
      // Nobody has seen what went over the links until now.
      if (watchers === 1 && run !== null) set({ ...lookAtLinks(now().cores), moves: [] });
      return () => {
        watchers--;
      };
    },
    hasCarried: () => (run?.links() ?? []).length > 0,
    carried: () => run?.links() ?? [],
    now,
    setRun(next) {
      run = next;
    },
    rewind(to, lastLines) {
      deadlocks = deadlocks.slice(0, to.deadlocks);
      coresThen = [];
      // What is carried again counts again.
      set({ lastLines, deadlock: deadlocks.at(-1) ?? null, links: run?.links() ?? [], moves: [] });
    },
    lay(moment) {
      live ??= store.getState();
      store.setState(moment === null ? live : { ...moment, moves: [] });
      if (moment === null) live = null;
    },
    clear(model, isNext = false) {
      const { cores, before, model: last } = now();
      const kept = isNext && last.name === model.name ? (cores.length > 0 ? cores : before) : [];
      run = null;
      live = null;
      deadlocks = [];
      coresThen = [];
      lastLook = Number.NEGATIVE_INFINITY;
      store.setState({ ...fresh, model, before: kept });
    },
  };
}
