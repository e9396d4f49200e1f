import { createStore, type StoreApi } from "zustand/vanilla";
import { type ChipModel, EPIPHANY_III } from "../machine/memory-map.ts";
import type { CoreReport, MonitorEvent } from "../runtime/protocol.ts";

export type { CoreKind, CoreReport, CoreState, MemorySegment, SharedSegment } from "../runtime/protocol.ts";

export interface ChipState {
  /// The chip of the present or last run, or the one that the next will have.
  readonly model: ChipModel;
  /// Those that take part in the present or last run; empty before the first.
  readonly cores: readonly CoreReport[];
  /// The newest line of each core, by id.
  readonly lastLines: ReadonlyMap<number, string>;
  /// The latest virtual clock, in cycles.
  readonly cycles: number;
}

const fresh: ChipState = { model: EPIPHANY_III, cores: [], lastLines: new Map(), cycles: 0 };

/// The chip as it was seen last.
export interface Chip {
  readonly store: StoreApi<ChipState>;
  see(cores: readonly CoreReport[], events: readonly MonitorEvent[]): void;
  /// After a run has gone back, and with it what its cores have said.
  setLastLines(lastLines: ReadonlyMap<number, string>): void;
  /// Forgets what was seen, for a run on this chip.
  clear(model: ChipModel): void;
}

export function createChip(): Chip {
  const store = createStore<ChipState>(() => fresh);
  return {
    store,
    see(cores, events) {
      let { lastLines } = store.getState();
      const newest = new Map<number, string>();
      for (const event of events) if (event.kind === "line") newest.set(event.core, event.text);
      if (newest.size > 0) lastLines = new Map([...lastLines, ...newest]);
      const cycles = cores.reduce((most, core) => Math.max(most, core.cycles), 0);
      store.setState({ cores, lastLines, cycles });
    },
    setLastLines(lastLines) {
      store.setState({ lastLines });
    },
    clear(model) {
      store.setState({ ...fresh, model });
    },
  };
}
