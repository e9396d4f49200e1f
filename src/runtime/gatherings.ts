import { firstNot } from "../base/sorted.ts";
import type { Flight } from "./playable.ts";
import type { TraceInterval } from "./protocol/trace.ts";
import type { Trace } from "./trace-log.ts";

/// A reduce: of these cores, ascending, from when the last of them came until all go on, in cycles.
interface Gathering {
  readonly cores: number[];
  begin: number;
  readonly end: number;
  readonly call: TraceInterval;
}

/// Where partial results of reductions are. As the machine counts them, sums go up the row of cores and the result comes down again,
/// the uppermost two swapping: 2P − 3 exchanges for P cores, one after the other.
export class Gatherings {
  /// In the order of time. No two overlap, as all cores take part in each.
  private readonly all: readonly Gathering[];

  constructor({ intervals }: Trace) {
    const found = new Map<number, Gathering>();
    for (const [core, own] of intervals) {
      for (const call of own) {
        if (call.kind !== "reduce") continue;
        const known = found.get(call.end);
        if (known === undefined) found.set(call.end, { cores: [core], begin: call.ready, end: call.end, call });
        else {
          known.cores.push(core);
          known.begin = Math.max(known.begin, call.ready);
        }
      }
    }
    this.all = [...found.values()].filter(({ cores }) => cores.length > 1).sort((a, b) => a.end - b.end);
    for (const { cores } of this.all) cores.sort((a, b) => a - b);
  }

  /// What goes from one core to the next at a time; null if nothing does.
  at(time: number): Flight | null {
    const one = this.all[firstNot(this.all, ({ end }) => end <= time)];
    if (one === undefined || time < one.begin) return null;
    const { cores, begin, end, call } = one;
    const exchanges = Math.max(1, 2 * cores.length - 3);
    const lasts = (end - begin) / exchanges;
    const step = Math.min(exchanges - 1, Math.floor((time - begin) / lasts));
    const top = cores.length - 2;
    // Up to the uppermost two, and down from there.
    const [from, to] = step <= top ? [step, step + 1] : [exchanges - step, exchanges - step - 1];
    const sent = begin + step * lasts;
    return {
      kind: "send",
      from: cores[from] as number,
      to: cores[to] as number,
      sent,
      met: sent,
      arrived: sent + lasts,
      elements: 1,
      bytes: 0,
      fromPlace: call.place,
      toPlace: call.place,
      value: "",
    };
  }
}
