import type { CoreClock, CoreKind } from "./protocol/cores.ts";
import type { TraceInterval, TraceMessage } from "./protocol/trace.ts";
import type { Trace } from "./trace-log.ts";
import { withSendWaits } from "./trace-summary.ts";

// The trace as Chrome's trace events, which Perfetto reads: a process for the chip and one for the host, a thread for each core, a slice for
// each call, with the part that it waited inside it, and an arrow for each message. Times are microseconds of virtual time.
// Format: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU

const CHIP = 1;
const HOST = 2;
/// So many texts make a piece: some 100 KB.
const PIECE = 1000;

/// A piece of the document.
export interface TracePiece {
  readonly text: string;
  /// How much of the trace stands in it and the pieces before it, from 0 to 1.
  readonly done: number;
}

/// The document, as text in pieces: a long trace makes tens of megabytes. `frequency` is the chip's clock in Hz. The trace must
/// stay as it is.
export function* chromeTrace(
  trace: Trace,
  kinds: ReadonlyMap<number, CoreKind>,
  frequency: number,
): Generator<TracePiece, void> {
  // Finer than a cycle, and no longer than that.
  const time = (cycles: number): number => Math.round((cycles * 1e12) / frequency) / 1e6;
  const process = (core: number): number => (kinds.get(core) === "host" ? HOST : CHIP);

  const eventsOfCall = ({ core, kind, begin, ready, end, peer, place }: TraceInterval): object[] => {
    const where = { pid: process(core), tid: core };
    const args = { line: place.line, file: place.file, ...(peer === null ? {} : { peer }) };
    const call = { name: kind, cat: "call", ph: "X", ...where, ts: time(begin), dur: time(end - begin), args };
    if (ready <= begin) return [call];
    return [call, { name: "waiting", cat: "wait", ph: "X", ...where, ts: time(begin), dur: time(ready - begin) }];
  };
  let id = 0;
  const eventsOfMessage = (message: TraceMessage): object[] => {
    const { kind, from, to, sent, arrived, bytes, elements, fromPlace, toPlace } = message;
    const flow = { name: kind, cat: "message", id: ++id };
    const args = { bytes, elements, sentAtLine: fromPlace.line, receivedAtLine: toPlace.line };
    return [
      { ...flow, ph: "s", pid: process(from), tid: from, ts: time(sent), args },
      { ...flow, ph: "f", bp: "e", pid: process(to), tid: to, ts: time(arrived) },
    ];
  };

  const all = lengthOf(trace.intervals) + lengthOf(trace.messages);
  let written = 0;
  let texts: string[] = [];
  let separator = "";
  const write = (event: object): void => {
    texts.push(separator, JSON.stringify(event));
    separator = ",\n";
  };
  const piece = (): TracePiece => {
    const text = texts.join("");
    texts = [];
    return { text, done: written / Math.max(1, all) };
  };
  function* eventsOf<T>(lists: Iterable<readonly T[]>, events: (one: T) => readonly object[]) {
    for (const list of lists) {
      for (const one of list) {
        events(one).forEach(write);
        written++;
        if (texts.length >= PIECE) yield piece();
      }
    }
  }

  // What is missing is told here too: the trace may be looked at without the page.
  const otherData = { "calls and messages that are missing at the beginning": trace.dropped };
  texts.push(`{"displayTimeUnit":"ns","otherData":${JSON.stringify(otherData)},"traceEvents":[`);
  namesOf(trace.clocks, process).forEach(write);
  const waits = withSendWaits(trace);
  let step = waits.next();
  for (; !step.done; step = waits.next()) yield piece();
  yield* eventsOf(step.value.values(), eventsOfCall);
  yield* eventsOf(trace.messages.values(), eventsOfMessage);
  texts.push("]}");
  yield piece();
}

/// What processes and threads are called.
function namesOf(clocks: readonly CoreClock[], process: (core: number) => number): readonly object[] {
  const names: object[] = [];
  const processes = new Set<number>();
  for (const { core } of clocks) {
    const pid = process(core);
    if (!processes.has(pid)) {
      processes.add(pid);
      names.push({ name: "process_name", ph: "M", pid, args: { name: pid === HOST ? "Host" : "Epiphany" } });
    }
    names.push({ name: "thread_name", ph: "M", pid, tid: core, args: { name: `core ${core}` } });
  }
  return names;
}

function lengthOf(lists: ReadonlyMap<number, readonly unknown[]>): number {
  let sum = 0;
  for (const list of lists.values()) sum += list.length;
  return sum;
}
