import type { SlicedWork } from "../base/sliced-work.ts";
import { SEND_RECV } from "../machine/timing/costs.ts";
import type { TraceInterval, TraceKind, TraceMessage } from "./protocol/trace.ts";
import type { Rerun } from "./rerun.ts";
import type { Trace } from "./trace-log.ts";
import { type Intervals, partsOf, withSendWaits } from "./trace-summary.ts";

// What cost a run time, as tools for real machines find it in a trace: the names are those of Scalasca and Vampir. Each is told
// once for a line of the program, however often it happens there. Short runs, and what costs little, are not worth a word.

export type FindingKind =
  /// A core waits in recv for one that sends later.
  | "late-sender"
  /// A core waits in send for one that receives later.
  | "late-receiver"
  /// A core waits in sendrecv for one that swaps later.
  | "late-partner"
  | "wait-at-barrier"
  | "wait-at-collective"
  /// One core computes while all others wait.
  | "one-works"
  /// Messages that could have been one.
  | "small-messages"
  /// Cores that are done long before the others.
  | "idle-cores"
  /// Cores wait for what they print.
  | "output-bottleneck"
  /// Cores read or write the same elements of a list in shared memory again and again.
  | "shared-list"
  /// Messages that nobody has received.
  | "unread-messages";

export interface Finding {
  readonly kind: FindingKind;
  /// Cycles of all cores together.
  readonly lost: number;
  /// What part of all cores' time that is, from 0 to 1.
  readonly share: number;
  /// Ascending.
  readonly cores: readonly number[];
  /// Where it happens, and where what it waits for is done; one-based, of the program's main file.
  readonly lines: readonly number[];
  /// When it costs most: the beginning, in cycles.
  readonly at: number;
}

const SHORTEST_RUN_SECONDS = 3e-3;
const LEAST_SHARE = 0.1;
const LEAST_ALONE = 0.3;
const LEAST_IDLE = 0.25;
const LEAST_PRINTING = 0.3;
const LEAST_MESSAGES = 20;

const waits: Partial<Record<TraceKind, FindingKind>> = {
  recv: "late-sender",
  send: "late-receiver",
  wait_sent: "late-receiver",
  sendrecv: "late-partner",
  sync: "wait-at-barrier",
  bcast: "wait-at-collective",
  reduce: "wait-at-collective",
};

/// Gathers what belongs to one finding.
class Found {
  lost = 0;
  readonly cores = new Set<number>();
  readonly lines = new Set<number>();
  at = 0;
  private longest = -1;

  add(core: number, lost: number, at: number, lines: readonly number[] = []): void {
    this.lost += lost;
    this.cores.add(core);
    for (const line of lines) if (line > 0) this.lines.add(line);
    if (lost <= this.longest) return;
    this.longest = lost;
    this.at = at;
  }

  /// `all` are the cycles of all cores.
  as(kind: FindingKind, all: number): Finding {
    const { lost, cores, lines, at } = this;
    return { kind, lost, share: lost / Math.max(1, all), cores: ascending(cores), lines: ascending(lines), at };
  }
}

function ascending(numbers: Iterable<number>): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/// The cycles of the shortest run that is looked at, with a clock of this frequency in Hz.
export function shortestRun(frequency: number): number {
  return SHORTEST_RUN_SECONDS * frequency;
}

/// What cost time in a run that has been made again, the worst first; nothing of a run that is short. At the end what was sent in vain,
/// which costs nothing. `main` is the file that was run.
export function* findingsOfRun(rerun: Rerun, main: string): SlicedWork<readonly Finding[]> {
  const { trace, unread, end, model } = rerun;
  const { frequency } = model;
  const found = [...(yield* findingsOf(trace, frequency, main)), ...findSharedLists(rerun)];
  found.sort((a, b) => b.lost - a.lost);
  if (unread.length === 0) return found;
  const cores = ascending(unread.map(({ from }) => from));
  const lines = ascending(unread.flatMap(({ place: { file, line } }) => (file === main ? [line] : [])));
  return [...found, { kind: "unread-messages", lost: 0, share: 0, cores, lines, at: end }];
}

/// What cost time as the trace shows it.
function* findingsOf(trace: Trace, frequency: number, main: string): SlicedWork<readonly Finding[]> {
  const end = trace.clocks.reduce((latest, { cycles }) => Math.max(latest, cycles), 0);
  const all = end * trace.clocks.length;
  if (end < shortestRun(frequency)) return [];
  const known = yield* withSendWaits(trace);
  const found = new Map<string, Found>();
  const of = (kind: FindingKind, line: number): Found => {
    const key = `${kind} ${line}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const fresh = new Found();
    found.set(key, fresh);
    return fresh;
  };
  const lineOf = ({ file, line }: TraceInterval["place"]): number => (file === main || file === "" ? line : 0);

  for (const [core, own] of known) {
    const messages = trace.messages.get(core) ?? [];
    let next = 0;
    yield* partsOf([own], (part) => {
      for (const interval of part) {
        const { kind, begin, ready, end: over, place } = interval;
        if (kind === "print") of("output-bottleneck", 0).add(core, over - begin, begin, [lineOf(place)]);
        const what = waits[kind];
        if (what === undefined || ready <= begin) continue;
        while (next < messages.length && (messages[next] as TraceMessage).arrived <= begin) next++;
        const message = kind === "recv" || kind === "sendrecv" ? messages[next] : undefined;
        const theirs = message === undefined ? [] : [lineOf(message.fromPlace)];
        of(what, lineOf(place)).add(core, ready - begin, begin, [lineOf(place), ...theirs]);
      }
    });
  }
  yield* findSmallMessages(trace, known, of, lineOf);
  const alone = yield* timeAlone(trace, known);
  const { length } = trace.clocks;
  if (length > 2 && alone.lost > 0) of("one-works", 0).add(alone.core, alone.lost * (length - 1), alone.at);
  for (const { core, cycles } of trace.clocks) {
    if (cycles < end / 2) of("idle-cores", 0).add(core, end - cycles, cycles);
  }

  const least: Partial<Record<FindingKind, number>> = {
    "one-works": LEAST_ALONE * ((length - 1) / Math.max(1, length)),
    "idle-cores": LEAST_IDLE,
    "output-bottleneck": LEAST_PRINTING,
  };
  return [...found]
    .map(([key, one]) => one.as(key.split(" ")[0] as FindingKind, all))
    .filter(({ kind, share }) => share >= (least[kind] ?? LEAST_SHARE))
    .sort((a, b) => b.lost - a.lost);
}

function findSharedLists({ sharedLists, trace: { clocks }, model, end }: Rerun): Finding[] {
  if (end < shortestRun(model.frequency)) return [];
  const found = new Found();
  for (const { core, line, lost, at } of sharedLists) found.add(core, lost, at, [line]);
  const finding = found.as("shared-list", end * clocks.length);
  return finding.share >= LEAST_SHARE ? [finding] : [];
}

/// Messages of few elements from one line to the same core, between which the sender has received nothing: they could have been one.
function* findSmallMessages(
  trace: Trace,
  known: Intervals,
  of: (kind: FindingKind, line: number) => Found,
  lineOf: (place: TraceInterval["place"]) => number,
): SlicedWork<void> {
  // By sender, receiver and line.
  const series = new Map<string, { from: number; times: number[]; line: number }>();
  yield* partsOf(trace.messages.values(), (part) => {
    for (const { kind, from, to, sent, elements, fromPlace } of part) {
      if (elements > 2 || (kind !== "send" && kind !== "nonblocking_send")) continue;
      const line = lineOf(fromPlace);
      const key = `${from} ${to} ${line}`;
      const one = series.get(key);
      if (one === undefined) series.set(key, { from, times: [sent], line });
      else one.times.push(sent);
    }
  });
  for (const { from, times, line } of series.values()) {
    if (times.length < LEAST_MESSAGES) continue;
    const own = (known.get(from) ?? []).filter(({ kind }) => hears.has(kind));
    let k = 0;
    let together = 0;
    let heard = -1;
    for (const time of times.sort((a, b) => a - b)) {
      while (k < own.length && (own[k] as TraceInterval).end <= time) k++;
      if (k === heard) together++;
      heard = k;
    }
    if (together >= LEAST_MESSAGES - 1)
      of("small-messages", line).add(from, together * SEND_RECV, times[0] ?? 0, [line]);
    yield;
  }
}

const hears: ReadonlySet<TraceKind> = new Set(["recv", "sendrecv", "bcast", "reduce", "sync", "input"]);

/// How long only one core computed while the others waited or were done, which core that was for most of it, and when it began.
function* timeAlone(trace: Trace, known: Intervals): SlicedWork<{ lost: number; core: number; at: number }> {
  // Where the number of cores that work changes.
  const changes: { time: number; by: 1 | -1; core: number }[] = [];
  for (const { core, cycles } of trace.clocks) {
    let from = trace.since.get(core) ?? 0;
    yield* partsOf([known.get(core) ?? []], (part) => {
      for (const { begin, ready } of part) {
        if (ready <= begin) continue;
        if (begin > from) changes.push({ time: from, by: 1, core }, { time: begin, by: -1, core });
        from = ready;
      }
    });
    if (cycles > from) changes.push({ time: from, by: 1, core }, { time: cycles, by: -1, core });
  }
  changes.sort((a, b) => a.time - b.time || a.by - b.by);
  yield;
  const working = new Set<number>();
  const alone = new Map<number, { lost: number; at: number; longest: number }>();
  let before = 0;
  for (const { time, by, core } of changes) {
    const [only] = working;
    if (working.size === 1 && only !== undefined && time > before) {
      const one = alone.get(only) ?? { lost: 0, at: before, longest: 0 };
      one.lost += time - before;
      if (time - before > one.longest) {
        one.longest = time - before;
        one.at = before;
      }
      alone.set(only, one);
    }
    if (by === 1) working.add(core);
    else working.delete(core);
    before = time;
  }
  const lost = [...alone.values()].reduce((sum, one) => sum + one.lost, 0);
  const [most] = [...alone].sort(([, a], [, b]) => b.lost - a.lost);
  return most === undefined ? { lost: 0, core: 0, at: 0 } : { lost, core: most[0], at: most[1].at };
}
