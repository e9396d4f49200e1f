import { firstNot } from "../../base/sorted.ts";
import type { Row, TraceInterval, TraceMessage } from "../../store/timeline/picture.ts";
import type { Target } from "../../store/timeline/told.ts";
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

/// What of a row is at a place: one call, several that are drawn together, or computing between calls. Null where nothing is known.
export function targetAt(row: Row, span: Span, width: number, x: number): Target | null {
  const { core, intervals, waited, worked, since, clock } = row;
  const interval = intervalAt(row, span, width, x);
  if (interval !== null) {
    if (xOf(span, width, interval.end) - xOf(span, width, interval.begin) >= narrow) return { kind: "call", interval };
    const cell = Math.floor(x / narrow) * narrow;
    const [from, to] = [momentAt(span, width, cell), momentAt(span, width, cell + narrow)];
    const first = firstNot(intervals, ({ begin }) => begin < from);
    const next = firstNot(intervals, ({ begin }) => begin < to, first);
    if (next - first < 2) return { kind: "call", interval };
    const part = (sums: Float64Array) =>
      Math.min(1, ((sums[next] as number) - (sums[first] as number)) / Math.max(1, to - from));
    return { kind: "many", core, count: next - first, from, to, waiting: part(waited), working: part(worked) };
  }
  const moment = momentAt(span, width, x);
  if (moment < since || moment > clock) return null;
  const next = firstNot(intervals, ({ end }) => end < moment);
  const [before, after] = [intervals[next - 1], intervals[next]];
  return { kind: "computing", core, from: before?.end ?? since, to: after?.begin ?? clock, before, after };
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

/// The messages to draw, received by some of the rows, given by their indexes. Where they stand too close only some of them are
/// given: `all` is false then.
export function visibleArrows(
  rows: readonly Row[],
  seen: readonly number[],
  span: Span,
  width: number,
): { readonly arrows: Arrow[]; readonly all: boolean } {
  const index = new Map(rows.map(({ core }, at) => [core, at]));
  const arrows: Arrow[] = [];
  const most = Math.ceil(width / crowded);
  let all = true;
  for (const toRow of seen) {
    const row = rows[toRow];
    if (row === undefined) continue;
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

/// Some messages as arrows, as far as the rows of both their ends are shown.
export function arrowsOf(
  messages: readonly TraceMessage[],
  rows: readonly Row[],
  span: Span,
  width: number,
): readonly Arrow[] {
  const index = new Map(rows.map(({ core }, at) => [core, at]));
  return messages.flatMap((message) => {
    const [fromRow, toRow] = [index.get(message.from), index.get(message.to)];
    if (fromRow === undefined || toRow === undefined) return [];
    return [
      { message, fromRow, toRow, left: xOf(span, width, message.sent), right: xOf(span, width, message.arrived) },
    ];
  });
}

// Arrows that take more than this part of the picture would hide its bars. Each is as wide as it is drawn.
const mostCovered = 0.1;
const arrowWidth = 3;

/// Whether so many arrows would hide the bars of a picture, of which `y` gives the middle of a row.
export function wouldCover(
  arrows: readonly Arrow[],
  y: (row: number) => number,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  let covered = 0;
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  for (const { left, right, fromRow, toRow } of arrows) {
    const across = within(right, width) - within(left, width);
    const down = within(y(toRow), height) - within(y(fromRow), height);
    covered += Math.hypot(across, down) * arrowWidth;
  }
  return covered > mostCovered * width * height;
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
