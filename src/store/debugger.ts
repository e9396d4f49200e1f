import { createStore, type StoreApi } from "zustand/vanilla";
import type { Debugging, MonitorEvent, StepKind } from "../runtime/protocol.ts";
import type { Frames } from "./frames.ts";
import type { RunState } from "./run.ts";
import type { CoreName, View } from "./view.ts";

export type { StepKind } from "../runtime/protocol.ts";

type PausedEvent = Extract<MonitorEvent, { kind: "paused" }>;

/// What a step moves: the chosen core, or all of them.
export type Scope = "core" | "all";

/// Lines a second at which a run can be watched; null is as fast as it goes.
export const paces = [1, 4, 12, null] as const;
export type Pace = (typeof paces)[number];

export interface DebuggerState {
  /// Why the run is paused; null while it is not.
  readonly paused: PausedEvent | null;
  /// Counts pauses, so that two of the same kind can be told apart.
  readonly pauses: number;
  readonly scope: Scope;
  readonly pace: Pace;
}

export interface DebuggerParts {
  /// The run that is on, if one is.
  readonly run: () => Debugging | null;
  /// Starts the open program before its first line; false if it is one that cannot be stepped.
  readonly startPaused: () => boolean;
  /// A core that takes part, by its id.
  readonly nameOf: (core: number) => CoreName;
  readonly state: StoreApi<RunState>;
  readonly frames: Frames;
  readonly view: View;
}

/// Pausing, stepping and going back.
export interface Debugger {
  readonly store: StoreApi<DebuggerState>;
  pause(): void;
  resume(): void;
  /// Steps what `scope` says; with nothing running, starts the program before its first line.
  step(how: StepKind): void;
  runTo(file: string, line: number): void;
  /// To the line before on the chosen core, or to where the run was paused before.
  back(): void;
  setScope(scope: Scope): void;
  setPace(pace: Pace): void;
  take(events: readonly MonitorEvent[]): void;
  /// The run is over, or another begins.
  reset(): void;
}

export function createDebugger(parts: DebuggerParts): Debugger {
  const { run, frames, view, state } = parts;
  const store = createStore<DebuggerState>(() => ({ paused: null, pauses: 0, scope: "all", pace: null }));
  // Whether the run walks on by itself, line by line.
  let walking = false;
  // Steps asked for while another is on; they follow it.
  let stepping = false;
  let next: StepKind[] = [];

  const chosenCore = () => Number(view.getState().core.split(" ")[1]);
  const target = () => (store.getState().scope === "all" ? "all" : chosenCore());

  const walk = () => {
    const { pace, pauses } = store.getState();
    if (pace === null) return;
    frames.after(1000 / pace, () => {
      const now = store.getState();
      // Another pause, a Pause pressed, or another pace has come between.
      if (walking && now.paused !== null && now.pauses === pauses) run()?.step("all", "into");
    });
  };

  const takeStep = (how: StepKind) => {
    if (state.getState().status === "idle") {
      stepping = parts.startPaused();
    } else {
      const stepped = run();
      stepped?.step(target(), how);
      // A core that is not in this run cannot be stepped, and no pause follows.
      stepping = stepped?.phase === "running";
    }
  };

  const onPause = (event: PausedEvent) => {
    store.setState(({ pauses }) => ({ paused: event, pauses: pauses + 1 }));
    state.setState({ status: "paused" });
    const { why, core } = event;
    if (core !== null && why !== "step") view.setState({ core: parts.nameOf(core) });
    stepping = false;
    const then = why === "step" || why === "asked" ? next.shift() : undefined;
    if (then === undefined) next = [];
    else takeStep(then);
    walking &&= why === "step" || (why === "asked" && store.getState().pauses === 1);
    if (walking) walk();
  };

  return {
    store,
    pause() {
      walking = false;
      next = [];
      run()?.pause();
    },
    resume() {
      if (store.getState().paused === null) return;
      walking = store.getState().pace !== null;
      if (walking) run()?.step("all", "into");
      else run()?.resume();
    },
    step(how) {
      walking = false;
      if (stepping) next.push(how);
      else if (state.getState().status === "idle" || store.getState().paused !== null) takeStep(how);
    },
    runTo(file, line) {
      walking = false;
      if (store.getState().paused !== null)
        run()?.runTo(file, line, store.getState().scope === "all" ? null : chosenCore());
    },
    back() {
      walking = false;
      const { paused, scope } = store.getState();
      if (paused?.canGoBack) run()?.back(scope === "all" ? null : chosenCore());
    },
    setScope(scope) {
      store.setState({ scope });
    },
    setPace(pace) {
      const before = store.getState().pace;
      store.setState({ pace });
      const { status } = state.getState();
      if (status === "running" && before === null && pace !== null) {
        walking = true;
        run()?.pause();
      } else if (walking && pace === null) {
        walking = false;
        run()?.resume();
      }
    },
    take(events) {
      for (const event of events) {
        if (event.kind === "paused") onPause(event);
        if (event.kind === "resumed") {
          store.setState({ paused: null });
          if (state.getState().status === "paused") state.setState({ status: "running" });
        }
      }
    },
    reset() {
      walking = store.getState().pace !== null;
      stepping = false;
      next = [];
      store.setState({ paused: null, pauses: 0 });
    },
  };
}
