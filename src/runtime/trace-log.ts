import type { CoreClock } from "./protocol/cores.ts";
import type { TraceBatch, TraceInterval, TraceMessage } from "./protocol/trace.ts";

/// What is kept of a run's trace.
export interface Trace {
  /// By core, in the order of its clock.
  readonly intervals: ReadonlyMap<number, readonly TraceInterval[]>;
  /// By receiver, in the order of its clock.
  readonly messages: ReadonlyMap<number, readonly TraceMessage[]>;
  /// Of cores whose beginning is missing, the moment from which on all is there.
  readonly since: ReadonlyMap<number, number>;
  /// How many intervals and messages are missing: overwritten before anyone looked, or given up here.
  readonly dropped: number;
  readonly clocks: readonly CoreClock[];
}

const MOST_OF_A_CORE = 100_000;

/// Gathers the batches of a run. The newest is kept where there is too much.
export class TraceLog implements Trace {
  readonly intervals = new Map<number, TraceInterval[]>();
  readonly messages = new Map<number, TraceMessage[]>();
  readonly since = new Map<number, number>();
  dropped = 0;
  clocks: readonly CoreClock[] = [];
  private readonly most: number;
  private clockOf: ReadonlyMap<number, number> = new Map();

  /// Keeps at most `most` intervals, and as many messages, of each core.
  constructor(most = MOST_OF_A_CORE) {
    this.most = most;
  }

  add(batch: TraceBatch): void {
    for (const core of batch.gaps) this.forget(core);
    for (const interval of batch.intervals) this.keep(this.intervals, interval.core, interval);
    for (const message of batch.messages) this.keep(this.messages, message.to, message);
    this.dropped += batch.dropped;
    if (batch.clocks.length > 0) this.setClocks(batch.clocks);
    for (const core of batch.gaps) this.since.set(core, this.beginOf(core));
  }

  /// What is kept now, which stays as it is.
  copy(): Trace {
    const { since, dropped, clocks } = this;
    return {
      intervals: copied(this.intervals),
      messages: copied(this.messages),
      since: new Map(since),
      dropped,
      clocks,
    };
  }

  /// Forgets what is later than these clocks: the run has gone back in time.
  rewind(clocks: readonly CoreClock[]): void {
    this.setClocks(clocks);
    for (const { core, cycles } of clocks) {
      cutAfter(this.intervals.get(core), ({ end }) => end <= cycles);
      cutAfter(this.messages.get(core), ({ arrived }) => arrived <= cycles);
    }
  }

  // What is kept of a core has no holes: nobody could tell them from a time in which it computed.
  private forget(core: number): void {
    for (const list of [this.intervals.get(core), this.messages.get(core)]) {
      this.dropped += list?.length ?? 0;
      list?.splice(0);
    }
  }

  private setClocks(clocks: readonly CoreClock[]): void {
    this.clocks = clocks;
    this.clockOf = new Map(clocks.map(({ core, cycles }) => [core, cycles]));
  }

  private beginOf(core: number): number {
    return this.intervals.get(core)?.[0]?.begin ?? this.clockOf.get(core) ?? 0;
  }

  // In large steps, as taking from the front of an array moves all of it.
  private keep<T>(kept: Map<number, T[]>, core: number, one: T): void {
    const list = kept.get(core);
    if (list === undefined) {
      kept.set(core, [one]);
      return;
    }
    list.push(one);
    if (list.length <= this.most * 1.25) return;
    const over = list.length - this.most;
    list.splice(0, over);
    this.dropped += over;
    if (kept === (this.intervals as unknown)) this.since.set(core, this.beginOf(core));
  }
}

/// The newest of a trace: at most `most` intervals, and as many messages, of each core. The lists that are short enough are shared.
export function newestOf(trace: Trace, most: number): Trace {
  let { dropped } = trace;
  const since = new Map(trace.since);
  const newest = <T>(lists: ReadonlyMap<number, readonly T[]>, onCut: (core: number, first: T) => void) =>
    new Map(
      [...lists].map(([core, list]) => {
        if (list.length <= most) return [core, list] as const;
        const kept = list.slice(-most);
        dropped += list.length - most;
        onCut(core, kept[0] as T);
        return [core, kept] as const;
      }),
    );
  const intervals = newest(trace.intervals, (core, { begin }) => since.set(core, begin));
  const messages = newest(trace.messages, () => {});
  return { intervals, messages, since, dropped, clocks: trace.clocks };
}

function copied<T>(lists: ReadonlyMap<number, readonly T[]>): ReadonlyMap<number, readonly T[]> {
  return new Map([...lists].map(([core, list]) => [core, list.slice()]));
}

function cutAfter<T>(list: T[] | undefined, holds: (one: T) => boolean): void {
  if (list === undefined) return;
  let length = list.length;
  while (length > 0 && !holds(list[length - 1] as T)) length--;
  list.length = length;
}
