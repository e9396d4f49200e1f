import { createStore, type StoreApi } from "zustand/vanilla";
import type { Condition } from "../../runtime/protocol/breakpoints.ts";
import type { CoreInspection, Evaluation, MemoryView, Opened, ShownValue } from "../../runtime/protocol/inspection.ts";
import type { Debugging } from "../../runtime/protocol/run.ts";
import type { Frames } from "../platform/frames.ts";
import type { View } from "../view.ts";

export type {
  Call,
  CoreInspection,
  MemoryOwner,
  MemoryView,
  PostboxEntry,
  ShownValue,
  Variable,
} from "../../runtime/protocol/inspection.ts";

export interface InspectorState {
  /// The chosen core, laid open; null before the first run and for a core that takes no part.
  readonly inspection: CoreInspection | null;
  /// The same core when it was paused before: what differs has changed since. Null when there is nothing to compare.
  readonly before: CoreInspection | null;
  /// Grows with every look.
  readonly looks: number;
}

/// What can be looked into.
type Inspected = Pick<Debugging, "inspect" | "evaluate" | "elements" | "memory" | "memoryParts">;

/// Looks into the chosen core, as long as someone watches.
export interface Inspector {
  readonly store: StoreApi<InspectorState>;
  /// Until the returned function is called, the inspection is kept up to date.
  watch(): () => void;
  /// Something may have changed; `settled` when the cores stand still.
  look(settled: boolean): void;
  /// Looks into a run that is made again in the place of the one that is over; null: into that again.
  lookInto(other: Inspected | null): void;
  /// Another run; what is known of the last one is forgotten.
  setRun(run: Debugging | null): void;
  /// The value of an expression on any core.
  evaluate(core: number, expression: Condition): Evaluation;
  elements(value: Opened, from: number, count: number): readonly ShownValue[];
  memory(from: number, length: number): MemoryView | null;
  parts(): ReturnType<Debugging["memoryParts"]>;
}

// While the cores run, people cannot follow more than this.
const interval = 200;
const nothing: InspectorState = { inspection: null, before: null, looks: 0 };

export function createInspector(view: View, frames: Frames): Inspector {
  const store = createStore<InspectorState>(() => nothing);
  let own: Inspected | null = null;
  let run: Inspected | null = null;
  let watchers = 0;
  let last = Number.NEGATIVE_INFINITY;
  // The inspection at the latest pause.
  let paused: CoreInspection | null = null;

  const core = () => Number(view.getState().core.split(" ")[1]);
  const look = (settled: boolean) => {
    if (watchers === 0 || run === null) return;
    if (!settled && frames.now() - last < interval) return;
    last = frames.now();
    const inspection = run.inspect(core());
    const before = paused?.core === inspection?.core ? paused : null;
    if (settled) paused = inspection;
    store.setState(({ looks }) => ({ inspection, before, looks: looks + 1 }));
  };

  view.subscribe((state, previous) => {
    if (state.core === previous.core) return;
    paused = null;
    look(true);
  });

  return {
    store,
    watch() {
      // Who comes later sees what is known already, and with it what has changed.
      if (watchers++ === 0) look(true);
      return () => {
        watchers--;
      };
    },
    look,
    lookInto(other) {
      run = other ?? own;
      paused = null;
      look(true);
    },
    setRun(next) {
      own = next;
      run = next;
      paused = null;
      store.setState(({ looks }) => ({ inspection: null, before: null, looks: looks + 1 }));
      look(true);
    },
    evaluate: (id, expression) => run?.evaluate(id, expression) ?? { problem: "nothing has been run yet" },
    elements: (value, from, count) => run?.elements(core(), value, from, count) ?? [],
    memory: (from, length) => run?.memory(core(), from, length) ?? null,
    parts: () => run?.memoryParts(core()) ?? [],
  };
}
