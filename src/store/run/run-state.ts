import { createStore, type StoreApi } from "zustand/vanilla";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import type { Outcome } from "../../runtime/protocol/events.ts";
import type { Executor } from "../../runtime/protocol/run.ts";
import type { SettingsState } from "./settings.ts";

export type { Outcome } from "../../runtime/protocol/events.ts";
export type { Executor } from "../../runtime/protocol/run.ts";
export type RunStatus = "idle" | "compiling" | "running" | "paused" | "stopping";

export interface RunState {
  readonly status: RunStatus;
  /// How the last run came out; null before there was one, while one is on, and when it could not be started.
  readonly outcome: Outcome | null;
  /// Wall time of the last run, as `outcome`.
  readonly wallMilliseconds: number | null;
  /// How many runs are over, in whatever way.
  readonly over: number;
  /// How the cores are, or will be, run.
  readonly executor: Executor;
  /// Threads of the present or last run that execute cores; null before the first.
  readonly threads: number | null;
  /// Cores of the present or last run.
  readonly cores: number;
  /// Whether the present or last run has full Python in it, which cannot stand still.
  readonly usesPython: boolean;
  /// How far loading full Python has come, from 0 to 1; null when it is not being waited for.
  readonly loading: number | null;
  /// Of the clock of the chip of the present or last run, in Hz.
  readonly frequency: number;
  /// The file that was run.
  readonly file: string | null;
  /// The project's revision when it was started.
  readonly revision: number;
  /// How the present or last run was started; null before the first.
  readonly settings: SettingsState | null;
}

export function createRunStore(executor: Executor): StoreApi<RunState> {
  return createStore<RunState>(() => ({
    status: "idle",
    outcome: null,
    wallMilliseconds: null,
    over: 0,
    executor,
    threads: null,
    cores: 0,
    usesPython: false,
    loading: null,
    frequency: EPIPHANY_III.frequency,
    file: null,
    revision: -1,
    settings: null,
  }));
}
