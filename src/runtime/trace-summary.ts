import type { SlicedWork } from "../base/sliced-work.ts";
import { firstNot } from "../base/sorted.ts";
import type { TraceInterval, TraceKind, TraceMessage } from "./protocol/trace.ts";
import type { Trace } from "./trace-log.ts";

// What a trace comes to, in steps, as a trace may be long. All times are in cycles of virtual time.

/// Intervals by core, as `withSendWaits` gives them.
export type Intervals = ReadonlyMap<number, readonly TraceInterval[]>;

/// How one core spent its time: the three add up to its clock, less what is missing at the beginning.
export interface CoreTimes {
  readonly core: number;
  readonly cycles: number;
  readonly computing: number;
  /// In calls, once all they needed was there.
  readonly communicating: number;
  readonly waiting: number;
}

export interface Summary {
  readonly cores: readonly CoreTimes[];
  /// Parts of all cores' time together, from 0 to 1.
  readonly computing: number;
  readonly communicating: number;
  readonly waiting: number;
  readonly messages: number;
  readonly bytes: number;
}

/// So many elements of a trace are looked at in a step.
const STEP = 1000;

/// Some lists, in parts of at most `STEP` elements; a step comes after so many of them all together.
export function* partsOf<T>(lists: Iterable<readonly T[]>, take: (part: readonly T[]) => void): SlicedWork<void> {
  let since = 0;
  for (const list of lists) {
    for (let from = 0; from < list.length; from += STEP) {
      const part = list.length <= STEP ? list : list.slice(from, from + STEP);
      take(part);
      since += part.length;
      if (since < STEP) continue;
      since = 0;
      yield;
    }
  }
}

/// Sends of which a message has been received are given what the message says: until when they waited for their receiver.
export function* withSendWaits(trace: Trace): SlicedWork<Intervals> {
  // Of each core, by the index of the interval.
  const met = new Map<number, Map<number, number>>();
  yield* partsOf(trace.messages.values(), (messages) => {
    for (const message of messages) {
      const intervals = trace.intervals.get(message.from) ?? [];
      const at = indexAt(intervals, message.sent);
      if (at < 0 || !waitsForReceiver.has((intervals[at] as TraceInterval).kind)) continue;
      const ofSender = met.get(message.from) ?? new Map<number, number>();
      met.set(message.from, ofSender.set(at, message.met));
    }
  });
  const filled = new Map<number, readonly TraceInterval[]>();
  for (const [core, intervals] of trace.intervals) {
    const ofCore = met.get(core);
    if (ofCore === undefined) {
      filled.set(core, intervals);
      continue;
    }
    const copies: TraceInterval[] = [];
    yield* partsOf([intervals], (part) => {
      for (const interval of part) {
        const met = ofCore.get(copies.length);
        copies.push(met === undefined ? interval : metAt(interval, met));
      }
    });
    filled.set(core, copies);
  }
  return filled;
}

function metAt({ core, kind, begin, end, peer, place }: TraceInterval, met: number): TraceInterval {
  return { core, kind, begin, ready: Math.min(Math.max(begin, met), end), end, peer, place };
}

const waitsForReceiver: ReadonlySet<TraceKind> = new Set(["send"]);

/// The index of a core's interval in which a moment lies; of two that touch there, the later. -1 if there is none.
function indexAt(intervals: readonly TraceInterval[], moment: number): number {
  const at = firstNot(intervals, ({ begin }) => begin <= moment) - 1;
  return at >= 0 && (intervals[at] as TraceInterval).end >= moment ? at : -1;
}

/// How the cores spent their time, and how much went between them.
export function* summarise(trace: Trace, intervals?: Intervals): SlicedWork<Summary> {
  const known = intervals ?? (yield* withSendWaits(trace));
  const cores: CoreTimes[] = [];
  for (const { core, cycles } of trace.clocks) {
    let communicating = 0;
    let waiting = 0;
    const own = known.get(core) ?? [];
    yield* partsOf([own], (part) => {
      for (const { begin, ready, end } of part) {
        waiting += ready - begin;
        communicating += end - ready;
      }
    });
    const computing = Math.max(0, cycles - (trace.since.get(core) ?? 0) - communicating - waiting);
    cores.push({ core, cycles, computing, communicating, waiting });
  }
  let messages = 0;
  let bytes = 0;
  yield* partsOf(trace.messages.values(), (part) => {
    messages += part.length;
    for (const message of part) bytes += message.bytes;
  });
  const sum = (part: (times: CoreTimes) => number): number => cores.reduce((total, times) => total + part(times), 0);
  const all = Math.max(
    1,
    sum((times) => times.computing + times.communicating + times.waiting),
  );
  return {
    cores,
    computing: sum((times) => times.computing) / all,
    communicating: sum((times) => times.communicating) / all,
    waiting: sum((times) => times.waiting) / all,
    messages,
    bytes,
  };
}

/// What went from one core to another.
export interface Traffic {
  readonly from: number;
  readonly to: number;
  readonly messages: number;
  readonly bytes: number;
}

/// The pairs of cores between which messages went, by sender and then by receiver.
export function* communicationMatrix(trace: Trace): SlicedWork<Traffic[]> {
  const pairs = new Map<number, { from: number; to: number; messages: number; bytes: number }>();
  yield* partsOf(trace.messages.values(), (part) => {
    for (const { from, to, bytes } of part) {
      const key = from * 0x10000 + to;
      const pair = pairs.get(key) ?? { from, to, messages: 0, bytes: 0 };
      pair.messages++;
      pair.bytes += bytes;
      pairs.set(key, pair);
    }
  });
  return [...pairs.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/// A stretch of the critical path: what one core did, from when to when.
export interface PathStep {
  readonly core: number;
  readonly from: number;
  readonly to: number;
  /// What made the path go over to this core's next step, another core's; null in the first step of the list.
  readonly by: TraceMessage | TraceInterval | null;
}

/// The chain of work and messages that decided when the run was over, from its start: whoever shortens none of it does not make the run
/// shorter. Ends early where the trace does not reach back far enough.
export function* criticalPath(trace: Trace, intervals?: Intervals): SlicedWork<PathStep[]> {
  const known = intervals ?? (yield* withSendWaits(trace));
  const last = trace.clocks.reduce<{ core: number; cycles: number } | undefined>(
    (most, clock) => (most === undefined || clock.cycles > most.cycles ? clock : most),
    undefined,
  );
  if (last === undefined) return [];
  const steps: PathStep[] = [];
  let { core, cycles: to } = last;
  for (;;) {
    // To find who came to a barrier last, each goes through all cores.
    if (steps.length % 32 === 31) yield;
    const cause = lastWait(trace, known, core, to);
    if (cause === undefined) {
      steps.push({ core, from: 0, to, by: null });
      return steps.reverse();
    }
    steps.push({ core, from: cause.at, to, by: cause.by });
    // Time must go back, or the path would never end.
    if (cause.at > to || (cause.at === to && cause.core === core)) return steps.reverse();
    core = cause.core;
    to = cause.at;
    if (steps.length > MOST_STEPS) return steps.reverse();
  }
}

const MOST_STEPS = 1_000_000;

/// What a core last waited for before a moment, and who let it go on, when.
function lastWait(
  trace: Trace,
  intervals: ReadonlyMap<number, readonly TraceInterval[]>,
  core: number,
  before: number,
): { core: number; at: number; by: TraceMessage | TraceInterval } | undefined {
  const own = intervals.get(core) ?? [];
  for (let k = firstNot(own, ({ begin }) => begin < before) - 1; k >= 0; k--) {
    const interval = own[k] as TraceInterval;
    if (interval.ready <= interval.begin || interval.ready > before) continue;
    const other = freedBy(trace, intervals, interval);
    if (other !== undefined && other.core !== core) return other;
  }
  return undefined;
}

const waitsForMessage: ReadonlySet<TraceKind> = new Set([
  "recv",
  "sendrecv",
  "launch",
  "copy_to",
  "copy_from",
  "result",
  "finish",
]);

function freedBy(
  trace: Trace,
  intervals: ReadonlyMap<number, readonly TraceInterval[]>,
  interval: TraceInterval,
): { core: number; at: number; by: TraceMessage | TraceInterval } | undefined {
  const { kind, core, peer, ready, end } = interval;
  if (waitsForMessage.has(kind) || (kind === "bcast" && peer !== core)) {
    // It waited for a message that was sent when it was ready.
    const messages = trace.messages.get(core) ?? [];
    let at = firstNot(messages, (one) => one.arrived <= end) - 1;
    while (at >= 0 && messages[at]?.sent !== ready && (messages[at] as TraceMessage).arrived >= interval.begin) at--;
    const message = messages[at]?.sent === ready ? messages[at] : undefined;
    return message === undefined ? undefined : { core: message.from, at: message.sent, by: message };
  }
  // In a barrier the last to come is who frees the others; so it is in a reduction, and a receiver of a send.
  if (kind === "sync") {
    for (const [other, theirs] of intervals) {
      const at = theirs[indexAt(theirs, ready)];
      if (other !== core && at?.kind === "sync" && at.begin === ready) return { core: other, at: ready, by: interval };
    }
    return undefined;
  }
  return peer === null ? undefined : { core: peer, at: ready, by: interval };
}
