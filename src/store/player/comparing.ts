import { createStore, type StoreApi } from "zustand/vanilla";
import type { Comparison } from "../../runtime/comparison.ts";
import type { Background } from "../background/background.ts";
import type { Player } from "./player.ts";
import type { Repeatable } from "./repeat-jobs.ts";

export type { Comparison, CoreEvent, RunFigures } from "../../runtime/comparison.ts";

/// A run that is kept to be compared with others.
export interface KeptRun {
  /// As the player numbers runs.
  readonly number: number;
  readonly run: Repeatable;
  /// The file that was run.
  readonly file: string;
}

export interface ComparingState {
  readonly kept: KeptRun | null;
  readonly comparing: boolean;
  /// Of the kept run, the first, with that which the player shows.
  readonly comparison: Comparison | null;
  readonly problem: string | null;
}

/// Two runs side by side.
export interface Comparing {
  readonly store: StoreApi<ComparingState>;
  /// Keeps the run that the player shows, in the place of any before.
  keep(): void;
  forget(): void;
  /// Compares the kept run with the one that the player shows.
  compare(): void;
  /// Whether the kept run is of the chip that the page shows.
  canShowKept(): boolean;
  /// Shows a moment of the kept run in the player.
  showKept(time: number): void;
}

export interface ComparingParts {
  readonly background: Background;
  readonly player: Player;
  readonly file: () => string | null;
}

const mostMilliseconds = 60_000;
const nothing: ComparingState = { kept: null, comparing: false, comparison: null, problem: null };

export function createComparing({ background, player, file }: ComparingParts): Comparing {
  const store = createStore<ComparingState>(() => nothing);
  let leave = new AbortController();

  const drop = (): void => {
    leave.abort();
    store.setState({ comparing: false, comparison: null, problem: null });
  };

  // What was compared is no longer what is shown.
  player.store.subscribe(({ phase }, before) => {
    if (phase === "none" && before.phase !== "none") drop();
  });

  return {
    store,
    keep() {
      const shown = player.shownRun();
      if (shown !== null) store.setState({ ...nothing, kept: { ...shown, file: file() ?? "" } });
    },
    forget() {
      leave.abort();
      store.setState(nothing);
    },
    compare() {
      const { kept } = store.getState();
      const shown = player.shownRun();
      if (kept === null || shown === null) return;
      drop();
      const own = new AbortController();
      leave = own;
      store.setState({ comparing: true });
      background
        .do(
          "compare",
          { first: kept.run, second: shown.run },
          { what: "Comparing", mostMilliseconds, signal: own.signal },
        )
        .then(
          (comparison) => {
            if (!own.signal.aborted) store.setState({ comparing: false, comparison });
          },
          (error: unknown) => {
            if (own.signal.aborted) return;
            store.setState({ comparing: false, problem: error instanceof Error ? error.message : String(error) });
          },
        );
    },
    canShowKept() {
      const { kept } = store.getState();
      return kept !== null && kept.run.settings.chip === player.shownRun()?.run.settings.chip;
    },
    showKept(time) {
      const { kept, comparison } = store.getState();
      if (kept === null) return;
      player.openRun(kept, time);
      store.setState({ comparison });
    },
  };
}
