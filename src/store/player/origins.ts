import { createStore, type StoreApi } from "zustand/vanilla";
import type { Origin, OriginInput, OriginQuestion, OriginStep, ValueSpot } from "../../runtime/protocol/provenance.ts";
import type { Background } from "../background/background.ts";
import type { View, ViewState } from "../view.ts";
import type { Player } from "./player.ts";

export type { OriginInput, OriginStep, ValueSpot } from "../../runtime/protocol/provenance.ts";

/// What is known of where one value comes from.
export interface Told extends Origin {
  /// What was asked about: `x = 14`.
  readonly title: string;
}

export interface OriginsState {
  /// What is being looked for, or null.
  readonly looking: string | null;
  /// The answer that is shown is the last; those before it led to it.
  readonly told: readonly Told[];
  /// The step that the player was moved to, or null.
  readonly chosen: number | null;
  readonly problem: string | null;
}

/// Where values of the run come from that is played: the statements that made them and handed them on.
export interface Origins {
  readonly store: StoreApi<OriginsState>;
  /// Asks about what a place holds at the moment that is shown; opens the player where it is not open.
  askAbout(spot: ValueSpot, title: string): void;
  /// Asks about what a core printed at a time, in cycles.
  askAboutLine(core: number, time: number, text: string): void;
  askAboutInput(input: OriginInput): void;
  /// Shows the answer before.
  back(): void;
  /// Stops looking, and shows what was told before.
  cancel(): void;
  close(): void;
  /// Moves the player to a step.
  choose(index: number): void;
}

export interface OriginsParts {
  readonly background: Background;
  readonly player: Player;
  readonly view: View;
  /// As the view names a core: `device 3`.
  readonly nameOf: (core: number) => ViewState["core"];
}

const mostMilliseconds = 60_000;
const longestTitle = 50;
const nothing: OriginsState = { looking: null, told: [], chosen: null, problem: null };

export function createOrigins({ background, player, view, nameOf }: OriginsParts): Origins {
  const store = createStore<OriginsState>(() => nothing);
  let leave = new AbortController();

  const close = (): void => {
    leave.abort();
    store.setState(nothing);
  };

  // Without the player there is no moment to show.
  player.store.subscribe(({ phase }, before) => {
    if (phase === "none" && before.phase !== "none") close();
  });

  /// Once the player shows the run, does something. If it does not yet, it shows the moment in which the core is.
  const shown = (core: number, then: () => void): void => {
    // Who asks reads the answer: what was played unasked stays.
    if (player.store.getState().once) player.pause();
    if (player.store.getState().phase === "shown") return then();
    const end = player.store.subscribe(({ phase, problem }) => {
      if (phase === "making") return;
      end();
      if (phase === "shown") then();
      else store.setState({ ...nothing, problem });
    });
    player.open(player.momentOf(core));
    if (player.store.getState().phase === "none") end();
  };

  const ask = (question: OriginQuestion, title: string, told: readonly Told[]): void => {
    leave.abort();
    const own = new AbortController();
    leave = own;
    const run = player.shownRun();
    if (run === null) return;
    store.setState({ looking: shortened(title), problem: null });
    background
      .do(
        "origin",
        { ...run, question },
        { what: "Looking for where it comes from", mostMilliseconds, signal: own.signal },
      )
      .then(
        (origin) => {
          if (own.signal.aborted) return;
          store.setState({ looking: null, told: [...told, { ...origin, title: shortened(title) }], chosen: null });
        },
        (error: unknown) => {
          if (own.signal.aborted) return;
          store.setState({ looking: null, problem: error instanceof Error ? error.message : String(error) });
        },
      );
  };

  return {
    store,
    askAbout(spot, title) {
      shown(spot.core, () => {
        const { at, end } = player.store.getState();
        ask({ of: "value", spot, before: { time: at >= end ? Number.POSITIVE_INFINITY : at } }, title, []);
      });
    },
    askAboutLine(core, time, text) {
      // The output is that of the last run.
      if (player.showsOther()) player.open("end");
      shown(core, () => ask({ of: "line", core, time }, text, []));
    },
    askAboutInput({ name, value, question }) {
      ask(question, `${name} = ${value}`, store.getState().told);
    },
    back() {
      leave.abort();
      store.setState(({ told }) => ({ looking: null, told: told.slice(0, -1), chosen: null }));
    },
    cancel() {
      if (store.getState().told.length === 0) return close();
      leave.abort();
      store.setState({ looking: null });
    },
    close,
    choose(index) {
      const step: OriginStep | undefined = store.getState().told.at(-1)?.steps[index];
      if (step === undefined) return;
      store.setState({ chosen: index });
      view.setState({
        core: nameOf(step.core),
        reveal: { file: step.place.file, line: step.place.line, column: 1 },
      });
      // Right after it began: it is done, or under way.
      player.seek(step.time + 1);
    },
  };
}

function shortened(title: string): string {
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
}
