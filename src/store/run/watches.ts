import { createStore, type StoreApi } from "zustand/vanilla";
import type { Evaluation } from "../../runtime/protocol/inspection.ts";
import type { Projects } from "../project/project.ts";
import { parseAs, watchesForm } from "../storage/forms.ts";
import type { PageStorage } from "../storage/storage.ts";
import type { CoreReport } from "./chip.ts";
import { compileExpression } from "./expression.ts";
import type { Inspector } from "./inspector.ts";

export type { Evaluation } from "../../runtime/protocol/inspection.ts";

/// An expression whose value is shown.
export interface Watch {
  readonly id: number;
  readonly text: string;
}

/// What is shown of every core at once.
export interface Spread {
  /// An expression.
  readonly text: string;
  /// Of lists, the element with this index; null: all of it.
  readonly index: number | null;
}

export interface WatchesState {
  readonly watches: readonly Watch[];
  readonly spread: Spread | null;
}

/// An expression's value on a core.
export interface CoreValue {
  readonly core: CoreReport;
  readonly value: Evaluation;
}

/// The watches of the open project, kept with it in the browser.
export interface Watches {
  readonly store: StoreApi<WatchesState>;
  /// Adds one, unless there is one like it.
  add(text: string): void;
  remove(id: number): void;
  /// Shows an expression on all cores; null: none.
  setSpread(spread: Spread | null): void;
  /// The value of an expression on a core as it is now, at the moment that is shown.
  valueOn(core: number, text: string): Evaluation;
  /// The same for several cores.
  valuesOn(cores: readonly CoreReport[], spread: Spread): readonly CoreValue[];
}

const prefix = "epython-lab.watches.";

export function createWatches(
  pageStorage: PageStorage,
  projects: Projects,
  inspector: Pick<Inspector, "evaluate">,
): Watches {
  const key = () => prefix + projects.store.getState().current.id;
  let lastId = 0;
  const read = (): WatchesState => ({
    watches: (parseAs(watchesForm, pageStorage.read(key())) ?? []).map((text) => ({ id: ++lastId, text })),
    spread: null,
  });
  const store = createStore<WatchesState>(read);
  const set = (watches: readonly Watch[]) => {
    store.setState({ watches });
    if (watches.length > 0) pageStorage.write(key(), JSON.stringify(watches.map(({ text }) => text)));
    else pageStorage.remove(key());
  };

  projects.store.subscribe((state, before) => {
    if (state.current.id !== before.current.id) store.setState(read());
  });

  return {
    store,
    add(text) {
      const { watches } = store.getState();
      const trimmed = text.trim();
      if (trimmed === "" || watches.some((watch) => watch.text === trimmed)) return;
      set([...watches, { id: ++lastId, text: trimmed }]);
    },
    remove(id) {
      set(store.getState().watches.filter((watch) => watch.id !== id));
    },
    setSpread(spread) {
      store.setState({ spread });
    },
    valueOn(core, text) {
      const compiled = compileExpression(text);
      return "problem" in compiled ? { problem: compiled.problem } : inspector.evaluate(core, compiled.expression);
    },
    valuesOn(cores, { text, index }) {
      const compiled = compileExpression(text);
      return cores.map((core): CoreValue => {
        if ("problem" in compiled) return { core, value: { problem: compiled.problem } };
        const { expression } = compiled;
        const at = { kind: "int", value: index ?? 0 } as const;
        const shown = index === null ? expression : ({ kind: "index", of: expression, at } as const);
        return { core, value: inspector.evaluate(core.id, shown) };
      });
    },
  };
}
