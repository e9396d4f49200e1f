import { firstNot } from "../../base/sorted.ts";
import type { Row } from "../../store/timeline/picture.ts";
import type { Selection } from "../../store/timeline/selection.ts";
import type { Span } from "./span.ts";

/// Two moments between which time is measured, in cycles, in any order.
export interface Ruler {
  readonly from: number;
  readonly to: number;
}

export type RulerEnd = keyof Ruler;

/// Where it is put first: along what is chosen, or in the middle of what is seen.
export function freshRuler(selection: Selection | null, span: Span): Ruler {
  if (selection?.kind === "interval") return { from: selection.interval.begin, to: selection.interval.end };
  if (selection?.kind === "message") return { from: selection.message.sent, to: selection.message.arrived };
  const length = span.to - span.from;
  return { from: Math.round(span.from + length / 3), to: Math.round(span.from + (length * 2) / 3) };
}

/// A moment, or one at most `reach` cycles away at which a call of the row begins, has all it waited for, or ends.
export function snapped(moment: number, row: Row | undefined, reach: number): number {
  let best = moment;
  let distance = reach;
  const { intervals = [], clock = 0 } = row ?? {};
  const at = firstNot(intervals, ({ end }) => end < moment);
  const near = [
    0,
    clock,
    ...intervals.slice(Math.max(0, at - 1), at + 2).flatMap(({ begin, ready, end }) => [begin, ready, end]),
  ];
  for (const edge of near) {
    if (Math.abs(edge - moment) > distance) continue;
    best = edge;
    distance = Math.abs(edge - moment);
  }
  return best;
}

/// The ruler with one of its ends elsewhere, within the run.
export function withEnd(ruler: Ruler, end: RulerEnd, moment: number, last: number): Ruler {
  return { ...ruler, [end]: Math.round(Math.min(last, Math.max(0, moment))) };
}
