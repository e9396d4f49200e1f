import type { SlicedWork } from "../base/sliced-work.ts";
import { firstNot } from "../base/sorted.ts";
import type { ChipModel } from "../machine/chip-models.ts";
import type { Link } from "../machine/timing/mesh.ts";
import type { CoreReport } from "./protocol/cores.ts";
import type { MonitorEvent } from "./protocol/events.ts";
import type { Debugging } from "./protocol/run.ts";
import type { TraceMessage } from "./protocol/trace.ts";
import type { Trace } from "./trace-log.ts";

/// A message with its value, as text.
export interface Flight extends TraceMessage {
  readonly value: string;
}

export type Line = Extract<MonitorEvent, { kind: "line" }>;
export type Fault = Extract<MonitorEvent, { kind: "fault" }>;
export type Deadlock = Extract<MonitorEvent, { kind: "deadlock" }>;

export interface DeadlockInTime {
  readonly event: Deadlock;
  /// When the last of its cores came to wait, in cycles.
  readonly time: number;
  /// When each core came to wait, in the order of `event.waits`.
  readonly times: readonly number[];
}

/// A run that is over, or its past, of which any moment can be shown: made again (rerun.ts), or as it was recorded (recording.ts).
/// Times are in cycles.
export interface Playable extends Pick<Debugging, "inspect" | "evaluate" | "elements" | "memory" | "memoryParts"> {
  readonly model: ChipModel;
  /// The latest clock of all cores.
  readonly end: number;
  /// From when on all is known.
  readonly since: number;
  readonly trace: Trace;
  /// What was printed, by virtual time.
  readonly lines: readonly Line[];
  readonly faults: readonly Fault[];
  /// The last report; null if there was no deadlock.
  readonly deadlock: DeadlockInTime | null;
  /// By when they were sent.
  readonly flights: readonly Flight[];
  /// Goes to a moment: what follows tells of that one.
  goTo(time: number): SlicedWork<void>;
  cores(): readonly CoreReport[];
  /// What the links have carried.
  links(): readonly Link[];
  /// The messages that are on their way at a time, or wait to be received.
  flightsAt(time: number): readonly Flight[];
  /// What each core had printed last at a time, by id.
  lastLines(time: number): ReadonlyMap<number, string>;
  /// As people call a core: "core 3", "virtual core 17", "the host".
  nameOf(core: number): string;
  /// Whether a core is one of the chip's.
  isOnChip(core: number): boolean;
}

/// Messages by when they were sent, of which those under way at a time are found quickly.
export class Flights {
  readonly all: readonly Flight[];
  /// For each, its arrival, and the latest of it and those before it.
  private readonly arrivals: Float64Array;
  private readonly latestArrival: Float64Array;

  constructor(flights: readonly Flight[]) {
    this.all = [...flights].sort((a, b) => a.sent - b.sent || a.arrived - b.arrived);
    this.arrivals = Float64Array.from(this.all, ({ arrived }) => arrived);
    this.latestArrival = new Float64Array(this.all.length);
    let latest = 0;
    this.arrivals.forEach((arrived, k) => {
      latest = Math.max(latest, arrived);
      this.latestArrival[k] = latest;
    });
  }

  /// Those that are on their way at a time, or wait to be received.
  at(time: number): readonly Flight[] {
    const found: Flight[] = [];
    for (let k = firstNot(this.all, ({ sent }) => sent <= time) - 1; k >= 0; k--) {
      if ((this.latestArrival[k] as number) <= time) break;
      if ((this.arrivals[k] as number) > time) found.push(this.all[k] as Flight);
    }
    return found.reverse();
  }
}

/// What cores have printed, of which each one's last line at a time is found quickly.
export class Lines {
  readonly all: readonly Line[];
  private readonly byCore = new Map<number, Line[]>();

  constructor(lines: readonly Line[]) {
    this.all = [...lines].sort((a, b) => a.cycles - b.cycles);
    for (const line of this.all) {
      const own = this.byCore.get(line.core);
      if (own === undefined) this.byCore.set(line.core, [line]);
      else own.push(line);
    }
  }

  /// Each core's last at a time, by id.
  at(time: number): ReadonlyMap<number, string> {
    const found = new Map<number, string>();
    for (const [core, lines] of this.byCore) {
      const line = lines[firstNot(lines, ({ cycles }) => cycles <= time) - 1];
      if (line !== undefined) found.set(core, line.text);
    }
    return found;
  }
}
