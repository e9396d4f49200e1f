import type { MonitorEvent } from "./protocol/events.ts";

/// A thread that ran cores is no more, or has met an error of our own.
export class ThreadDied extends Error {
  /// The cores it ran, by id, ascending.
  readonly cores: readonly number[];

  constructor(reason: unknown, cores: readonly number[]) {
    super(reasonOf(reason));
    this.cores = cores;
  }
}

/// Whether a thread has died, told to who asked last. A promise in its place, which outlives all runs, would keep a listener of each.
export class Death {
  private met: { readonly reason: unknown } | undefined;
  private listener: (reason: unknown) => void = () => {};

  readonly tell = (reason: unknown): void => {
    this.met ??= { reason };
    this.listener(this.met.reason);
  };

  /// Calls back when the thread has died, at once if it has already. Replaces an earlier callback.
  readonly listen = (callback: (reason: unknown) => void): void => {
    this.listener = callback;
    if (this.met !== undefined) callback(this.met.reason);
  };
}

/// What is said of it: which cores it ran, and what to do.
export function threadEvent(reason: unknown, cores: readonly number[]): MonitorEvent {
  const message =
    `The thread that ran ${namesOf(cores)} has ended: ${reasonOf(reason)}\n` +
    "The program is not at fault. Most likely memory ran short, or the lab has an error. Run the program again; " +
    "if it happens again, try it on fewer cores, or close and open the lab.";
  return { kind: "thread-ended", cores, message };
}

function reasonOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

/// `core 3`, `cores 0 to 7`, `cores 0, 2 and 5`.
function namesOf(cores: readonly number[]): string {
  const [first = 0] = cores;
  const last = cores.at(-1) ?? first;
  if (cores.length <= 1) return `core ${first}`;
  if (cores.length > 2 && last - first === cores.length - 1) return `cores ${first} to ${last}`;
  return `cores ${cores.slice(0, -1).join(", ")} and ${last}`;
}
