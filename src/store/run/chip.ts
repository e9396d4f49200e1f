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
  /// The run whose links are looked at.
  setRun(run: Pick<Run, "links"> | null): void;
  /// The run has gone back, and with it what its cores have said.
  rewind(to: Rewound, lastLines: ReadonlyMap<number, string>): void;
  /// Shows a moment of the run that is over in the place of its end; null: its end again.
  lay(moment: Pick<ChipState, "cores" | "lastLines" | "cycles" | "deadlock" | "links"> | null): void;
  /// Forgets what was seen, for a run on this chip.
  clear(model: ChipModel): void;
}

// The links are for people: more often than this nobody can follow.
const linkInterval = 250;

export function createChip(frames: Frames): Chip {
  const store = createStore<ChipState>(() => fresh);
  let run: Pick<Run, "links"> | null = null;
  /// The end of the run, while another moment of it is shown.
  let ended: ChipState | null = null;
  let watchers = 0;
  let lastLook = Number.NEGATIVE_INFINITY;
  // The cores when the links were looked at.
  let coresThen: readonly CoreReport[] = [];
  let deadlocks: readonly Deadlock[] = [];

  const lookAtLinks = (cores: readonly CoreReport[]): Pick<ChipState, "links" | "moves"> => {
    const { links: before, model } = store.getState();
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
      let { lastLines } = store.getState();
      const newest = new Map<number, string>();
      for (const event of events) {
        if (event.kind === "line") newest.set(event.core, event.text);
        if (event.kind === "deadlock") deadlocks = [...deadlocks, event];
      }
      if (newest.size > 0) lastLines = new Map([...lastLines, ...newest]);
      const cycles = cores.reduce((most, core) => Math.max(most, core.cycles), 0);
      const due = watchers > 0 && (settled || frames.now() - lastLook >= linkInterval);
      const links = due ? lookAtLinks(cores) : {};
      store.setState({ cores, lastLines, cycles, deadlock: deadlocks.at(-1) ?? null, ...links });
    },
    watch() {
      watchers++;
      // Nobody has seen what went over the links until now.
      if (watchers === 1 && run !== null) store.setState({ ...lookAtLinks(store.getState().cores), moves: [] });
      return () => {
        watchers--;
      };
    },
    hasCarried: () => (run?.links() ?? []).length > 0,
    setRun(next) {
      run = next;
    },
    rewind(to, lastLines) {
      deadlocks = deadlocks.slice(0, to.deadlocks);
      coresThen = [];
      // What is carried again counts again.
      store.setState({ lastLines, deadlock: deadlocks.at(-1) ?? null, links: run?.links() ?? [], moves: [] });
    },
    lay(moment) {
      ended ??= store.getState();
      store.setState(moment === null ? ended : { ...moment, moves: [] });
      if (moment === null) ended = null;
    },
    clear(model) {
      run = null;
      ended = null;
      deadlocks = [];
      coresThen = [];
      lastLook = Number.NEGATIVE_INFINITY;
      store.setState({ ...fresh, model });
    },
  };
}
