import { firstNot } from "../../base/sorted.ts";
import type { Row, TraceInterval, TraceKind } from "../../store/timeline/picture.ts";
import { timeTicks } from "../../store/timeline/time.ts";
import { type Arrow, arrowsOf, type Bar, rowBars, visibleArrows, wouldCover } from "./bars.ts";
import { axisHeight, type Geometry, pinnedEnd, rowMiddle, visibleRows } from "./geometry.ts";
import { line, paintArrows, paintPath, paintSelection } from "./paint-over.ts";
import type { Palette, Tone } from "./palette.ts";
import type { Scene } from "./scene.ts";
import { type Span, xOf } from "./span.ts";

// The timeline on canvas. The rows scroll; the axis above them, the rows that are pinned and the names beside them stay.

// In bars that are lower there is no room for words.
const leastLettered = 11;

const tones: Record<TraceKind, Tone> = {
  send: "send",
  sendrecv: "send",
  nonblocking_send: "send",
  wait_sent: "send",
  recv: "recv",
  bcast: "bar",
  reduce: "bar",
  sync: "bar",
  input: "wait",
  print: "done",
  launch: "send",
  copy_to: "send",
  copy_from: "recv",
  result: "recv",
  finish: "done",
};

const words: Partial<Record<TraceKind, string>> = {
  nonblocking_send: "send",
  wait_sent: "wait sent",
  sendrecv: "swap",
  copy_to: "copy to",
  copy_from: "copy from",
};

/// What can be pointed at.
export interface Painted {
  readonly arrows: readonly Arrow[];
  /// Whether there are too many messages, so that only those of what is chosen are drawn.
  readonly crowded: boolean;
}

export const nothingPainted: Painted = { arrows: [], crowded: false };

/// Draws all of it.
export function paint(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): Painted {
  const { rows, span, width, geometry, names, frequency } = scene;
  const { height, pinned } = geometry;
  const inner = width - names;
  context.clearRect(0, 0, width, height);
  context.font = palette.font;
  context.textBaseline = "middle";
  const seen = visibleRows(geometry);
  const fixed = seen.filter((row) => row < pinned);
  const scrolled = seen.filter((row) => row >= pinned);
  paintAxis(context, span, frequency, { names, inner, height }, palette);
  // What scrolls goes below what stays.
  for (const [part, top] of [
    [scrolled, pinnedEnd(geometry)],
    [fixed, axisHeight],
  ] as const) {
    if (part.length === 0) continue;
    inside(context, 0, top, width, height - top, () => {
      for (const row of part) paintName(context, scene, row, palette);
    });
    inside(context, names, top, inner, height - top, () => {
      context.translate(names, 0);
      for (const row of part) {
        paintRow(context, rows[row] as Row, row, geometry, span, inner, palette);
        paintStuck(context, scene, row, inner, palette);
        paintHits(context, scene, row, inner, palette);
      }
    });
  }
  if (pinned > 0 && pinned < rows.length) {
    const y = Math.round(pinnedEnd(geometry)) - 0.5;
    context.strokeStyle = palette.faint;
    context.lineWidth = 1;
    line(context, 0, y, width, y);
  }
  const { arrows, all } = visibleArrows(rows, seen, span, inner);
  const crowded = !all || wouldCover(arrows, (row) => rowMiddle(geometry, row), { width: inner, height });
  const drawn = crowded ? arrowsOf(scene.messages, rows, span, inner) : arrows;
  inside(context, names, axisHeight, inner, height - axisHeight, () => {
    context.translate(names, 0);
    if (scene.path) paintPath(context, scene, inner, palette);
    paintArrows(context, drawn, geometry, palette);
    if (scene.selection !== null) paintSelection(context, scene, inner, palette);
  });
  return { arrows: drawn, crowded };
}

/// Draws within a part of the picture.
function inside(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  draw: () => void,
): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, Math.max(0, height));
  context.clip();
  draw();
  context.restore();
}

function paintAxis(
  context: CanvasRenderingContext2D,
  span: Span,
  frequency: number,
  { names, inner: width, height }: { readonly names: number; readonly inner: number; readonly height: number },
  palette: Palette,
): void {
  context.lineWidth = 1;
  for (const { at, label } of timeTicks(span.from, span.to, Math.max(1, Math.floor(width / 110)), frequency)) {
    const x = names + Math.round(xOf(span, width, at)) + 0.5;
    context.strokeStyle = palette.rule;
    context.beginPath();
    context.moveTo(x, axisHeight - 4);
    context.lineTo(x, height);
    context.stroke();
    context.fillStyle = palette.soft;
    const wide = context.measureText(label).width;
    context.fillText(label, Math.min(names + width - wide - 4, x + 4), axisHeight / 2);
  }
}

function paintRow(
  context: CanvasRenderingContext2D,
  row: Row,
  index: number,
  geometry: Geometry,
  span: Span,
  width: number,
  palette: Palette,
): void {
  const { barHeight } = geometry;
  const y = Math.round(rowMiddle(geometry, index) - barHeight / 2);
  const from = Math.max(0, xOf(span, width, row.since));
  const to = Math.min(width, xOf(span, width, row.clock));
  if (from > 0 && row.since > 0) {
    // What was dropped is not known to have been anything.
    context.strokeStyle = palette.faint;
    context.setLineDash([2, 4]);
    line(context, 0, y + barHeight / 2, Math.min(width, from), y + barHeight / 2);
    context.setLineDash([]);
  }
  if (to > from) {
    context.fillStyle = palette.tones.run.fill;
    context.fillRect(from, y, to - from, barHeight);
  }
  const { bars, blurs } = rowBars(row, span, width);
  for (const { left, right, waiting, working } of blurs) {
    const wait = waiting * barHeight;
    const work = working * barHeight;
    context.fillStyle = palette.panel;
    context.fillRect(left, y, right - left, wait);
    context.fillStyle = palette.tones.wait.fill;
    context.fillRect(left, y, right - left, Math.min(1, wait));
    context.fillStyle = palette.tones.send.fill;
    context.fillRect(left, y + wait, right - left, work);
  }
  for (const bar of bars) paintBar(context, bar, y, barHeight, width, palette);
  const clock = xOf(span, width, row.clock);
  if (clock >= 0 && clock <= width) {
    context.strokeStyle = palette.text;
    context.lineWidth = 1.5;
    line(context, clock, y - 3, clock, y + barHeight + 3);
  }
}

/// A hollow bar, to the end of the picture, if the core never goes on.
function paintStuck(
  context: CanvasRenderingContext2D,
  { rows, stuck, span, geometry }: Scene,
  index: number,
  width: number,
  palette: Palette,
): void {
  const row = rows[index] as Row;
  const wait = stuck.get(row.core);
  const left = Math.max(-2, xOf(span, width, row.clock));
  if (wait === undefined || left >= width) return;
  const y = Math.round(rowMiddle(geometry, index) - geometry.barHeight / 2);
  context.strokeStyle = palette.fail;
  context.lineWidth = 1;
  context.setLineDash([4, 2]);
  context.strokeRect(left + 0.5, y + 0.5, width - left + 4, geometry.barHeight - 1);
  context.setLineDash([]);
  if (geometry.barHeight < leastLettered || context.measureText(wait.call).width + 8 > width - left) return;
  context.fillStyle = palette.fail;
  context.fillText(wait.call, left + 4, y + geometry.barHeight / 2 + 0.5);
}

/// A line under each call of a row that was looked for; of many in one pixel, one stands for all.
function paintHits(
  context: CanvasRenderingContext2D,
  { rows, hits, span, geometry }: Scene,
  row: number,
  width: number,
  palette: Palette,
): void {
  const found = hits.byCore.get((rows[row] as Row).core);
  if (found === undefined) return;
  const y = Math.round(rowMiddle(geometry, row) + geometry.barHeight / 2);
  const perPixel = (span.to - span.from) / width;
  context.fillStyle = palette.accent;
  for (let k = firstNot(found, ({ end }) => end < span.from); k < found.length; ) {
    const { begin, end } = found[k] as TraceInterval;
    if (begin > span.to) break;
    const left = Math.max(0, xOf(span, width, begin));
    context.fillRect(left, y, Math.max(3, Math.min(width, xOf(span, width, end)) - left), 2);
    k = Math.max(
      k + 1,
      firstNot(found, (one) => one.end < begin + perPixel, k + 1),
    );
  }
}

function paintBar(
  context: CanvasRenderingContext2D,
  bar: Bar,
  y: number,
  barHeight: number,
  width: number,
  palette: Palette,
): void {
  const { kind } = bar.interval;
  const tone = palette.tones[tones[kind]];
  const left = Math.max(-2, bar.left);
  const right = Math.min(width + 2, Math.max(bar.right, bar.left + 1));
  const ready = Math.min(right, Math.max(left, bar.ready));
  context.fillStyle = palette.panel;
  context.fillRect(left, y, right - left, barHeight);
  if (ready > left) {
    context.fillStyle = tone.soft;
    context.fillRect(left, y, ready - left, barHeight);
  }
  if (right > ready) {
    context.fillStyle = tone.pattern;
    context.fillRect(ready, y, right - ready, barHeight);
  }
  if (right - left > 3) {
    context.strokeStyle = tone.solid;
    context.lineWidth = 1;
    context.strokeRect(left + 0.5, y + 0.5, right - left - 1, barHeight - 1);
  }
  if (barHeight < leastLettered) return;
  const word = words[kind] ?? kind;
  // The word stands where the call waited, as there the ground is calm.
  const calm = Math.max(left, 0);
  if (ready - calm > context.measureText(word).width + 8) {
    context.fillStyle = tone.solid;
    context.fillText(word, calm + 4, y + barHeight / 2 + 0.5);
  }
}

function paintName(context: CanvasRenderingContext2D, scene: Scene, row: number, palette: Palette): void {
  const { rows, names, geometry } = scene;
  const { core, kind } = rows[row] as Row;
  const y = rowMiddle(geometry, row);
  const left = names < 80 ? 8 : 16;
  context.fillStyle = palette.text;
  context.fillText(`${kind === "host" ? "host" : "core"} ${core}`, left, y);
  if (row >= geometry.pinned) return;
  context.fillStyle = palette.accent;
  context.beginPath();
  context.arc(left - 6, y, 2.5, 0, 2 * Math.PI);
  context.fill();
}
