import { firstNot } from "../../base/sorted.ts";
import type { Row, TraceInterval, TraceMessage } from "../../store/timeline/picture.ts";
import { momentAt, type Span, xOf } from "./span.ts";

/// A call that is wide enough to be seen. Places are in pixels; they may lie outside the picture.
export interface Bar {
  readonly interval: TraceInterval;
  readonly left: number;
  /// Up to here it waited.
  readonly ready: number;
  readonly right: number;
}

/// Calls too short to be seen one by one: what part of the time between two places they waited and worked.
export interface Blur {
  readonly left: number;
  readonly right: number;
  readonly waiting: number;
  readonly working: number;
}

// What is narrower is drawn together with its neighbours.
const narrow = 2;

/// What to draw of a row's calls. However many there are, no more than the picture has places for, and it takes no longer than
/// to look those up.
export function rowBars(row: Row, span: Span, width: number): { readonly bars: Bar[]; readonly blurs: Blur[] } {
  const { intervals, waited, worked } = row;
  const bars: Bar[] = [];
  const blurs: Blur[] = [];
  const x = (moment: number) => xOf(span, width, moment);
  let k = firstNot(intervals, ({ end }) => end <= span.from);
  while (k < intervals.length) {
    const interval = intervals[k] as TraceInterval;
    if (interval.begin >= span.to) break;
    const left = x(interval.begin);
    const right = x(interval.end);
    const cell = (Math.floor(left / narrow) + 1) * narrow;
    let next = k + 1;
    if (right - left < narrow) {
      const moment = momentAt(span, width, cell);
      next = Math.max(
        next,
        firstNot(intervals, ({ begin }) => begin < moment, next),
      );
      // The last may go on far beyond.
      const last = intervals[next - 1] as TraceInterval;
      if (next - 1 > k && x(last.end) - cell >= narrow) next--;
    }
    if (next === k + 1) {
      bars.push({ interval, left, ready: x(interval.ready), right });
    } else {
      const from = cell - narrow;
      const all = ((span.to - span.from) / width) * narrow;
      const part = (sums: Float64Array) => Math.min(1, ((sums[next] as number) - (sums[k] as number)) / all);
      blurs.push({ left: from, right: cell, waiting: part(waited), working: part(worked) });
    }
    k = next;
  }
  return { bars, blurs };
}

/// The call of a row at a place, or one so near that a hand may have meant it.
export function intervalAt(row: Row, span: Span, width: number, x: number): TraceInterval | null {
  const moment = momentAt(span, width, x);
  const slack = ((span.to - span.from) / width) * 3;
  const { intervals } = row;
  const next = firstNot(intervals, ({ end }) => end < moment);
  let best: TraceInterval | null = null;
  let distance = slack;
  for (const interval of [intervals[next - 1], intervals[next]]) {
    if (interval === undefined) continue;
    const off = Math.max(interval.begin - moment, moment - interval.end, 0);
    if (off > distance) continue;
    best = interval;
    distance = off;
  }
  return best;
}

/// A message between rows that are shown. Rows are indexes among these.
export interface Arrow {
  readonly message: TraceMessage;
  readonly fromRow: number;
  readonly toRow: number;
  readonly left: number;
  readonly right: number;
}

// So many pixels lie at least between the arrivals that are drawn on a row where there are too many.
const crowded = 3;

/// The messages to draw, received by the rows of index `first` up to `last`. Where they stand too close only some of them are
/// given: `all` is false then.
export function visibleArrows(
  rows: readonly Row[],
  first: number,
  last: number,
  span: Span,
  width: number,
): { readonly arrows: Arrow[]; readonly all: boolean } {
  const index = new Map(rows.map(({ core }, at) => [core, at]));
  const arrows: Arrow[] = [];
  const most = Math.ceil(width / crowded);
  let all = true;
  for (let toRow = first; toRow <= last; toRow++) {
    const row = rows[toRow];
    if (row === undefined) break;
    const { messages, longestFlight } = row;
    const begin = firstNot(messages, ({ arrived }) => arrived < span.from);
    const end = firstNot(messages, ({ arrived }) => arrived <= span.to + longestFlight, begin);
    const thin = end - begin > most;
    const stride = (crowded / width) * (span.to - span.from);
    for (let k = begin; k < end; k++) {
      const message = messages[k] as TraceMessage;
      const fromRow = index.get(message.from);
      if (message.sent <= span.to && fromRow !== undefined) {
        const left = xOf(span, width, message.sent);
        const right = xOf(span, width, message.arrived);
        arrows.push({ message, fromRow, toRow, left, right });
      }
      if (!thin) continue;
      const next = firstNot(messages, ({ arrived }) => arrived < message.arrived + stride, k + 1);
      if (next > k + 1) all = false;
      k = next - 1;
    }
  }
  return { arrows, all };
}

/// The arrow that passes a place most closely, within `reach` pixels. `y` gives the middle of a row.
export function arrowAt(
  arrows: readonly Arrow[],
  y: (row: number) => number,
  place: { readonly x: number; readonly y: number },
  reach = 4,
): TraceMessage | null {
  let best: TraceMessage | null = null;
  let distance = reach;
  for (const { message, left, right, fromRow, toRow } of arrows) {
    const [top, bottom] = [y(fromRow), y(toRow)];
    const off = offSegment(place.x - left, place.y - top, right - left, bottom - top);
    if (off > distance) continue;
    best = message;
    distance = off;
  }
  return best;
}

/// How far the point (px, py) is from the line from (0, 0) to (dx, dy).
function offSegment(px: number, py: number, dx: number, dy: number): number {
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return Math.hypot(px - part * dx, py - part * dy);
}
