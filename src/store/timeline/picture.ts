import type { SlicedWork } from "../../base/sliced-work.ts";
import type { CoreKind } from "../../runtime/protocol/cores.ts";
import type { TraceInterval, TraceMessage } from "../../runtime/protocol/trace.ts";
import type { Trace } from "../../runtime/trace-log.ts";
import {
  communicationMatrix,
  criticalPath,
  type PathStep,
  partsOf,
  type Summary,
  summarise,
  type Traffic,
  withSendWaits,
} from "../../runtime/trace-summary.ts";

export type { CoreKind } from "../../runtime/protocol/cores.ts";
export type { TraceInterval, TraceKind, TraceMessage } from "../../runtime/protocol/trace.ts";
export type { PathStep, Summary, Traffic } from "../../runtime/trace-summary.ts";

/// What one core did. All times are cycles of its clock.
export interface Row {
  readonly core: number;
  readonly kind: CoreKind;
  /// From here on everything is known, until its clock.
  readonly since: number;
  readonly clock: number;
  /// Its calls, in the order of time; what lies between them is computing.
  readonly intervals: readonly TraceInterval[];
  /// Of the first k intervals together, at k: how long they waited, and how long they worked.
  readonly waited: Float64Array;
  readonly worked: Float64Array;
  /// What it has received, in the order of arrival.
  readonly messages: readonly TraceMessage[];
  /// The longest time from a message's being sent to its arrival.
  readonly longestFlight: number;
}

/// A trace made ready to be drawn and told.
export interface Picture {
  /// By ascending core.
  readonly rows: readonly Row[];
  /// The index of each core's row.
  readonly rowOf: ReadonlyMap<number, number>;
  /// The latest clock.
  readonly end: number;
  readonly summary: Summary;
  readonly traffic: readonly Traffic[];
  readonly path: readonly PathStep[];
  /// Intervals and messages that are missing.
  readonly dropped: number;
}

export const emptyPicture: Picture = {
  rows: [],
  rowOf: new Map(),
  end: 0,
  summary: { cores: [], computing: 0, communicating: 0, waiting: 0, messages: 0, bytes: 0 },
  traffic: [],
  path: [],
  dropped: 0,
};

/// The trace must stay as it is.
export function* makePicture(trace: Trace, kinds: ReadonlyMap<number, CoreKind>): SlicedWork<Picture> {
  const filled = yield* withSendWaits(trace);
  const clocks = [...trace.clocks].sort((a, b) => a.core - b.core);
  const rows: Row[] = [];
  for (const { core, cycles } of clocks) {
    const intervals = filled.get(core) ?? [];
    const waited = new Float64Array(intervals.length + 1);
    const worked = new Float64Array(intervals.length + 1);
    let k = 0;
    yield* partsOf([intervals], (part) => {
      for (const { begin, ready, end } of part) {
        waited[k + 1] = (waited[k] as number) + ready - begin;
        worked[k + 1] = (worked[k] as number) + end - ready;
        k++;
      }
    });
    const messages = trace.messages.get(core) ?? [];
    let longestFlight = 0;
    yield* partsOf([messages], (part) => {
      for (const { sent, arrived } of part) longestFlight = Math.max(longestFlight, arrived - sent);
    });
    const kind = kinds.get(core) ?? "device";
    const since = trace.since.get(core) ?? 0;
    rows.push({ core, kind, since, clock: cycles, intervals, waited, worked, messages, longestFlight });
  }
  return {
    rows,
    rowOf: new Map(rows.map(({ core }, index) => [core, index])),
    end: rows.reduce((most, { clock }) => Math.max(most, clock), 0),
    summary: yield* summarise(trace, filled),
    traffic: yield* communicationMatrix(trace),
    path: yield* criticalPath(trace, filled),
    dropped: trace.dropped,
  };
}

/// The longest steps of a path, at most so many, in the order of time; none of a path that is one step.
export function longestSteps(path: readonly PathStep[], most: number): readonly PathStep[] {
  if (path.length <= 1) return [];
  const length = ({ from, to }: PathStep) => to - from;
  // The longest first. A path may have as many steps as there are calls: sorting all of them takes too long.
  const chosen: PathStep[] = [];
  for (const step of path) {
    const last = chosen.at(-1);
    if (chosen.length === most && last !== undefined && length(last) >= length(step)) continue;
    const shorter = chosen.findIndex((other) => length(other) < length(step));
    chosen.splice(shorter < 0 ? chosen.length : shorter, 0, step);
    chosen.length = Math.min(chosen.length, most);
  }
  return chosen.sort((a, b) => a.from - b.from);
}
