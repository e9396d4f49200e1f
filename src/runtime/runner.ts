import type { MonitorEvent } from "./protocol/events.ts";
import type { Executor } from "./protocol/run.ts";

/// What runs the cores of a session: crews in other threads, or an engine in this one.
export interface Runner {
  readonly executor: Executor;
  readonly threads: number;
  /// Asks all threads to stand still.
  halt(): void;
  /// Settles when every thread stands still; rejects when one has died.
  readonly stopped: Promise<void>;
  /// Goes on after the monitor has done something for a core.
  resume(): void;
  /// Output that the runner has read from the rings itself, to keep its order.
  takeEvents?(): MonitorEvent[];
}
