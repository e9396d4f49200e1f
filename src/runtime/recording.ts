import type { SlicedWork } from "../base/sliced-work.ts";
import { firstNot } from "../base/sorted.ts";
import type { ChipModel } from "../machine/chip-models.ts";
import { type Link, route, TRANSACTION_BYTES } from "../machine/timing/mesh.ts";
import {
  type Deadlock,
  type DeadlockInTime,
  type Fault,
  type Flight,
  Flights,
  type Line,
  Lines,
  type Playable,
} from "./playable.ts";
import type { CoreReport, CoreState } from "./protocol/cores.ts";
import type { Evaluation } from "./protocol/inspection.ts";
import type { TraceInterval, TraceKind, TraceMessage } from "./protocol/trace.ts";
import { callStates } from "./reports.ts";
import type { Trace } from "./trace-log.ts";

// A run that cannot be made again, as full Python takes part in it, but was recorded. What cores do in calls, messages and lines are
// known for any moment; variables and memory are not, nor the line at which a core is that computes.

export interface Recorded {
  readonly trace: Trace;
  /// The cores at the end of the run.
  readonly cores: readonly CoreReport[];
  readonly links: readonly Link[];
  readonly lines: readonly Line[];
  readonly faults: readonly Fault[];
  readonly deadlock: Deadlock | null;
  readonly model: ChipModel;
  /// The file that was run.
  readonly main: string;
}

/// What full Python is doing in a call that it shares with a core, seen from its side.
const hostStates: Partial<Record<TraceKind, CoreState>> = {
  launch: "sending",
  copy_to: "sending",
  copy_from: "receiving",
  result: "receiving",
  finish: "sending",
};

export class Recording implements Playable {
  readonly model: ChipModel;
  readonly end: number;
  readonly since: number;
  readonly trace: Trace;
  readonly faults: readonly Fault[];
  readonly deadlock: DeadlockInTime | null;
  private readonly recorded: Recorded;
  private readonly messages: Flights;
  private readonly printed: Lines;
  private readonly ends: ReadonlyMap<number, CoreReport>;
  private time = 0;
  /// What the first so many messages have put on the links, by `FROM TO`.
  private counted = 0;
  private loads = new Map<string, Link>();

  constructor(recorded: Recorded) {
    const { trace, cores, lines, faults, deadlock, model } = recorded;
    this.recorded = recorded;
    this.trace = trace;
    this.faults = faults;
    this.model = model;
    this.end = Math.max(0, ...trace.clocks.map(({ cycles }) => cycles), ...cores.map(({ cycles }) => cycles));
    this.since = Math.max(0, ...trace.since.values());
    this.printed = new Lines(lines);
    const messages = [...trace.messages.values()].flat();
    this.messages = new Flights(messages.map((message) => ({ ...message, value: loadOf(message) })));
    this.ends = new Map(cores.map((core) => [core.id, core]));
    const times = deadlock?.waits.map(({ core }) => this.ends.get(core)?.cycles ?? 0) ?? [];
    this.deadlock = deadlock === null ? null : { event: deadlock, time: Math.max(0, ...times), times };
  }

  get lines(): readonly Line[] {
    return this.printed.all;
  }

  get flights(): readonly Flight[] {
    return this.messages.all;
  }

  // biome-ignore lint/correctness/useYield: nothing has to be worked out for a moment
  *goTo(time: number): SlicedWork<void> {
    this.time = time;
  }

  cores(): readonly CoreReport[] {
    return this.recorded.cores.map((core) => this.report(core));
  }

  private report(last: CoreReport): CoreReport {
    const { time } = this;
    const intervals = this.trace.intervals.get(last.id) ?? [];
    const call = intervals[firstNot(intervals, ({ begin }) => begin <= time) - 1];
    if (call !== undefined && time < call.end) return this.inCall(last, call);
    // With its last instruction it begins at its last clock.
    const isOver = last.state === "ended" || last.state === "failed";
    if (time > last.cycles || (time === last.cycles && (!isOver || time === this.end))) return this.atEnd(last);
    // Before its first kernel it has nothing to do.
    const begins = call === undefined && intervals[0]?.kind === "launch";
    return { ...bare(last), state: begins ? "idle" : "running", cycles: time };
  }

  /// A core that has come to its end, or to where it waits for ever.
  private atEnd(last: CoreReport): CoreReport {
    const { deadlock, time } = this;
    if (last.state !== "deadlocked" || last.waitsIn === undefined) return last;
    return deadlock === null || time >= deadlock.time ? last : { ...last, state: last.waitsIn };
  }

  private inCall(last: CoreReport, { kind, ready, place, peer }: TraceInterval): CoreReport {
    const waits = kind === "launch" && this.time < ready;
    const state = last.usesPython === true ? (hostStates[kind] ?? callStates[kind]) : callStates[kind];
    return {
      ...bare(last),
      state: waits && last.usesPython !== true ? "idle" : state,
      line: place.file === this.recorded.main && place.line > 0 ? place.line : null,
      place,
      peer,
      ...(peer !== null && this.isHost(peer) && { peerIsHost: true as const }),
      cycles: this.time,
    };
  }

  /// Those of reductions are in it at the end only, as they are not recorded one by one.
  links(): readonly Link[] {
    const { time } = this;
    if (time >= this.end) return this.recorded.links;
    const sent = firstNot(this.flights, (flight) => flight.sent <= time);
    if (sent < this.counted) {
      this.loads = new Map();
      this.counted = 0;
    }
    for (; this.counted < sent; this.counted++) this.count(this.flights[this.counted] as Flight);
    return [...this.loads.values()];
  }

  private count({ from, to, elements }: Flight): void {
    if (from === to || !this.isOnChip(from) || !this.isOnChip(to)) return;
    const way = route(from, to, this.model.columns);
    for (let k = 1; k < way.length; k++) {
      const [a, b] = [way[k - 1] as number, way[k] as number];
      const before = this.loads.get(`${a} ${b}`)?.bytes ?? 0;
      this.loads.set(`${a} ${b}`, { from: a, to: b, bytes: before + TRANSACTION_BYTES * Math.max(1, elements) });
    }
  }

  flightsAt(time: number): readonly Flight[] {
    return this.messages.at(time);
  }

  lastLines(time: number): ReadonlyMap<number, string> {
    return this.printed.at(time);
  }

  nameOf(core: number): string {
    if (this.isHost(core)) return "the host";
    return this.isOnChip(core) ? `core ${core}` : `virtual core ${core}`;
  }

  isOnChip(core: number): boolean {
    return this.ends.get(core)?.kind === "device";
  }

  private isHost(core: number): boolean {
    return this.ends.get(core)?.usesPython === true;
  }

  inspect(): null {
    return null;
  }

  evaluate(): Evaluation {
    return { problem: "values were not recorded" };
  }

  elements(): readonly [] {
    return [];
  }

  memory(): null {
    return null;
  }

  memoryParts(): readonly [] {
    return [];
  }
}

/// What is known of a core whatever it does.
function bare({ id, kind, usesPython }: CoreReport): Omit<CoreReport, "state" | "cycles"> {
  return {
    id,
    kind,
    ...(usesPython === true && { usesPython }),
    line: null,
    place: null,
    peer: null,
    memory: [],
    shared: [],
  };
}

/// Values are not recorded: how much it is.
function loadOf({ kind, bytes }: TraceMessage): string {
  if (kind === "launch") return "kernel";
  return kind === "finish" ? "end" : `${bytes} bytes`;
}
