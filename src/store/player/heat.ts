import type { SlicedWork } from "../../base/sliced-work.ts";
import { firstNot } from "../../base/sorted.ts";
import type { TraceInterval } from "../../runtime/protocol/trace.ts";
import type { Trace } from "../../runtime/trace-log.ts";
import { withSendWaits } from "../../runtime/trace-summary.ts";

// How busy the cores have been lately: of a stretch of virtual time that ends at the moment that is shown, the part in which a core
// neither waited for others nor had ended.

/// The heat of a chip at a moment.
export interface Heat {
  /// How long the stretch is, in cycles. It does not begin before the run does.
  readonly window: number;
  /// How busy each core was in it, from 0 to 1, by id.
  readonly busy: ReadonlyMap<number, number>;
}

/// What the heat of a chip comes to.
export interface HeatFigures {
  readonly mean: number;
  readonly most: number;
  /// Those that were busiest, in whole percent, by id.
  readonly busiest: readonly number[];
}

const windowsInRun = 50;
// A message takes about as long.
const leastWindow = 20_000;

/// What a core had waited in all by the end of each of its calls.
interface Waits {
  readonly core: number;
  readonly clock: number;
  readonly calls: readonly TraceInterval[];
  readonly waited: Float64Array;
}

/// The heat at any moment of a run that ends at `end`. One moment takes time in proportion to the cores.
export function* heatOf(trace: Trace, end: number): SlicedWork<(time: number) => Heat> {
  const intervals = yield* withSendWaits(trace);
  const cores: Waits[] = [];
  for (const { core, cycles } of trace.clocks) {
    cores.push(waitsOf(core, cycles, intervals.get(core) ?? []));
    yield;
  }
  const longest = Math.max(leastWindow, end / windowsInRun);
  return (time) => {
    const from = Math.max(0, time - longest);
    const window = Math.max(0, time - from);
    const share = (core: Waits) => (window === 0 ? 0 : (busyUntil(core, time) - busyUntil(core, from)) / window);
    return { window, busy: new Map(cores.map((core) => [core.core, share(core)])) };
  };
}

function waitsOf(core: number, clock: number, calls: readonly TraceInterval[]): Waits {
  const waited = new Float64Array(calls.length);
  let sum = 0;
  calls.forEach(({ begin, ready }, k) => {
    sum += ready - begin;
    waited[k] = sum;
  });
  return { core, clock, calls, waited };
}

/// For how long a core was busy from the start of the run to a time.
function busyUntil({ clock, calls, waited }: Waits, time: number): number {
  const now = Math.min(time, clock);
  const last = firstNot(calls, ({ begin }) => begin <= now) - 1;
  const call = calls[last];
  return call === undefined ? now : now - (waited[last] as number) + Math.max(0, call.ready - now);
}

export function heatFigures({ busy }: Heat): HeatFigures {
  let sum = 0;
  let most = 0;
  let busiest: number[] = [];
  for (const [core, share] of busy) {
    sum += share;
    const percent = Math.round(share * 100);
    if (percent > most) {
      most = percent;
      busiest = [];
    }
    if (percent === most) busiest.push(core);
  }
  return { mean: sum / Math.max(1, busy.size), most: most / 100, busiest: busiest.sort((a, b) => a - b) };
}
