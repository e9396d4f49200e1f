import { createStore, type StoreApi } from "zustand/vanilla";
import type { CoreReport } from "../../runtime/protocol/cores.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import type { CoreInspection } from "../../runtime/protocol/inspection.ts";
import type { Debugging, StepKind } from "../../runtime/protocol/run.ts";
import type { Frames } from "../platform/frames.ts";
import type { CoreName, View } from "../view.ts";
import type { RunState } from "./run-state.ts";
import { stepWords } from "./step-words.ts";

export type { StepKind } from "../../runtime/protocol/run.ts";

type LineEvent = Extract<MonitorEvent, { kind: "line" }>;
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
  /// What happened since the pause before, in a sentence; empty if nothing did.
  readonly told: string;
  readonly scope: Scope;
  readonly pace: Pace;
}

export interface DebuggerParts {
  /// The run that is on, if one is.
  readonly run: () => Debugging | null;
  /// Starts the open program before its first line; false if that cannot be: it has errors, or cannot be stepped.
  readonly startPaused: () => boolean;
  /// A core that takes part, by its id.
  readonly nameOf: (core: number) => CoreName;
  /// Every core as it is now.
  readonly cores: () => readonly CoreReport[];
  readonly state: StoreApi<RunState>;
  readonly frames: Frames;
  readonly view: View;
}

/// Pausing, stepping and going back.
export interface Debugger {
  readonly store: StoreApi<DebuggerState>;
  /// Whether a step or the way back is under way.
  readonly isMoving: boolean;
  /// Whether the run is on its way back: then what its cores show is some moment or other.
  readonly isGoingBack: boolean;
  // What is asked for during a step or the way back follows it, unless that ends at something else, such as a breakpoint.
  pause(): void;
  resume(): void;
  /// Steps what `scope` says; with nothing running, starts the program before its first line.
  step(how: StepKind): void;
  /// Runs to a line; with nothing running, starts the program for that.
  runTo(file: string, line: number): void;
  /// To the line before on the chosen core, or to where the run was paused before.
  back(): void;
  setScope(scope: Scope): void;
  setPace(pace: Pace): void;
  take(events: readonly MonitorEvent[]): void;
  /// The run is over, or another begins.
  reset(): void;
}

// More are printed in no step that somebody follows.
const mostLines = 100;

export function createDebugger(parts: DebuggerParts): Debugger {
  const { run, frames, view, state } = parts;
  const store = createStore<DebuggerState>(() => ({ paused: null, pauses: 0, told: "", scope: "all", pace: null }));
  // Whether the run walks on by itself, line by line.
  let walking = false;
  // Whether the run stands still and nothing has been asked of it since.
  let standing = false;
  let moving: "step" | "back" | null = null;
  let next: (() => void)[] = [];
  // The run at the pause before, if there was one, and what was printed since: the last lines of it, and how many.
  let before: { readonly cores: readonly CoreReport[]; readonly chosen: CoreInspection | null } | null = null;
  let lines: LineEvent[] = [];
  let lineCount = 0;

  const chosenCore = () => Number(view.getState().core.split(" ")[1]);
  const target = () => (store.getState().scope === "all" ? "all" : chosenCore());
  const oneCore = () => (store.getState().scope === "all" ? null : chosenCore());

  /// Does something that ends in a pause. What the run cannot do, such as a step of a core that takes no part, changes nothing.
  const ask = (of: (run: Debugging) => void, how: typeof moving = null) => {
    const asked = run();
    if (asked === null) return;
    of(asked);
    standing = asked.phase === "paused";
    moving = standing ? null : how;
  };

  const start = () => {
    moving = parts.startPaused() ? "step" : null;
  };

  const takeStep = (how: StepKind) => ask((stepped) => stepped.step(target(), how), "step");

  const goOn = () => {
    walking = store.getState().pace !== null;
    ask((paused) => (walking ? paused.step("all", "into") : paused.resume()));
  };

  const goBack = () => {
    if (store.getState().paused?.canGoBack) ask((paused) => paused.back(oneCore()), "back");
  };

  const walk = () => {
    const { pace, pauses } = store.getState();
    if (pace === null) return goOn();
    frames.after(1000 / pace, () => {
      // Another pause, a Pause pressed, or another pace has come between.
      if (walking && standing && store.getState().pauses === pauses) ask((stepped) => stepped.step("all", "into"));
    });
  };

  /// Does it now if the run stands still, or after the step or the way back that is under way; else not at all.
  const inTurn = (action: () => void) => {
    if (moving !== null) next.push(action);
    else if (standing) action();
  };

  const noteLine = (line: LineEvent) => {
    lineCount++;
    lines.push(line);
    if (lines.length > mostLines) lines.shift();
  };
  const forgetLines = () => {
    lines = [];
    lineCount = 0;
  };

  /// Says what happened since the pause before, from which the next step then starts.
  const tell = (paused: PausedEvent): string => {
    const now = { cores: parts.cores(), chosen: run()?.inspect(chosenCore()) ?? null };
    const told = stepWords({
      paused,
      before: before?.cores ?? [],
      after: now.cores,
      lines,
      lineCount,
      chosenBefore: before?.chosen ?? null,
      chosen: now.chosen,
      frequency: state.getState().frequency,
    });
    before = now;
    forgetLines();
    return told;
  };

  const onPause = (event: PausedEvent) => {
    const { why, core } = event;
    if (core !== null && why !== "step") view.setState({ core: parts.nameOf(core) });
    store.setState(({ pauses }) => ({ paused: event, pauses: pauses + 1, told: tell(event) }));
    state.setState({ status: "paused" });
    standing = true;
    moving = null;
    walking &&= why === "step" || why === "asked";
    if (why === "step" || why === "asked" || why === "back") while (standing && next.length > 0) next.shift()?.();
    if (moving === null) next = [];
    if (walking && standing) walk();
  };

  return {
    store,
    get isMoving() {
      return moving !== null;
    },
    get isGoingBack() {
      return moving === "back";
    },
    pause() {
      walking = false;
      next = [];
      run()?.pause();
    },
    resume() {
      inTurn(goOn);
    },
    step(how) {
      walking = false;
      if (moving === null && state.getState().status === "idle") start();
      else inTurn(() => takeStep(how));
    },
    runTo(file, line) {
      walking = false;
      if (moving === null && state.getState().status === "idle") start();
      inTurn(() => ask((paused) => paused.runTo(file, line, oneCore())));
    },
    back() {
      walking = false;
      inTurn(goBack);
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
      } else if (walking && pace === null && standing) {
        goOn();
      }
    },
    take(events) {
      for (const event of events) {
        if (event.kind === "line") noteLine(event);
        if (event.kind === "rewound") forgetLines();
        if (event.kind === "paused") onPause(event);
        if (event.kind === "resumed") {
          store.setState({ paused: null });
          if (state.getState().status === "paused") state.setState({ status: "running" });
        }
      }
    },
    reset() {
      walking = store.getState().pace !== null;
      standing = false;
      moving = null;
      next = [];
      before = null;
      forgetLines();
      store.setState({ paused: null, pauses: 0, told: "" });
    },
  };
}
