import { firstNot } from "../../base/sorted.ts";
import type { PathStep, Picture, Row, TraceKind } from "../../store/timeline/picture.ts";
import type { Selection } from "../../store/timeline/selection.ts";
import { timeTicks } from "../../store/timeline/time.ts";
import { type Arrow, type Bar, rowBars, visibleArrows } from "./bars.ts";
import type { Palette, Tone } from "./palette.ts";
import { type Span, xOf } from "./span.ts";

// The timeline on canvas. The rows scroll; the axis above them and the names beside them stay.

export const rowHeight = 24;
export const axisHeight = 20;
const barHeight = 14;

/// What is drawn, and where: sizes in CSS pixels.
export interface Scene {
  readonly picture: Picture;
  /// The rows that are shown, in order.
  readonly rows: readonly Row[];
  readonly span: Span;
  readonly width: number;
  readonly height: number;
  /// Of `width`, what the names of the rows take.
  readonly names: number;
  /// Of the chip's clock, in Hz.
  readonly frequency: number;
  /// How far the rows are scrolled.
  readonly top: number;
  readonly selection: Selection | null;
  readonly path: boolean;
}

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

/// The middle of a row on the canvas.
export function rowMiddle(top: number, row: number): number {
  return axisHeight + row * rowHeight + rowHeight / 2 - top;
}

/// The indexes of the first and the last row that can be seen.
function visibleRows({ rows, top, height }: Pick<Scene, "rows" | "top" | "height">): [number, number] {
  const first = Math.max(0, Math.floor(top / rowHeight));
  return [first, Math.min(rows.length - 1, Math.floor((top + height - axisHeight) / rowHeight))];
}

/// Draws all of it. Gives the arrows, for pointing at.
export function paint(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): readonly Arrow[] {
  const { rows, span, width, height, names, top, frequency } = scene;
  const inner = width - names;
  context.clearRect(0, 0, width, height);
  context.font = palette.font;
  context.textBaseline = "middle";
  const [first, last] = visibleRows(scene);
  context.save();
  context.beginPath();
  context.rect(names, 0, inner, height);
  context.clip();
  context.translate(names, 0);
  paintAxis(context, span, frequency, inner, height, palette);
  context.beginPath();
  context.rect(0, axisHeight, inner, height - axisHeight);
  context.clip();
  for (let row = first; row <= last; row++) {
    paintRow(context, rows[row] as Row, rowMiddle(top, row) - barHeight / 2, span, inner, palette, height);
  }
  if (scene.path) paintPath(context, scene, inner, palette);
  const { arrows, all } = visibleArrows(rows, first, last, span, inner);
  paintArrows(context, arrows, top, palette, all);
  if (scene.selection !== null) paintSelection(context, scene, inner, palette);
  context.restore();
  paintNames(context, scene, first, last, palette);
  return arrows;
}

function paintAxis(
  context: CanvasRenderingContext2D,
  span: Span,
  frequency: number,
  width: number,
  height: number,
  palette: Palette,
): void {
  context.lineWidth = 1;
  for (const { at, label } of timeTicks(span.from, span.to, Math.max(1, Math.floor(width / 110)), frequency)) {
    const x = Math.round(xOf(span, width, at)) + 0.5;
    context.strokeStyle = palette.rule;
    context.beginPath();
    context.moveTo(x, axisHeight - 4);
    context.lineTo(x, height);
    context.stroke();
    context.fillStyle = palette.soft;
    const wide = context.measureText(label).width;
    context.fillText(label, Math.min(width - wide - 4, x + 4), axisHeight / 2);
  }
}

function paintRow(
  context: CanvasRenderingContext2D,
  row: Row,
  y: number,
  span: Span,
  width: number,
  palette: Palette,
  height: number,
): void {
  if (y > height) return;
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
    context.fillStyle = palette.tones.run.solid;
    context.fillRect(from, y, to - from, barHeight);
  }
  const { bars, blurs } = rowBars(row, span, width);
  for (const { left, right, waiting, working } of blurs) {
    const wait = waiting * barHeight;
    const work = working * barHeight;
    context.fillStyle = palette.panel;
    context.fillRect(left, y, right - left, wait);
    context.fillStyle = palette.tones.wait.solid;
    context.fillRect(left, y, right - left, Math.min(1, wait));
    context.fillStyle = palette.tones.send.solid;
    context.fillRect(left, y + wait, right - left, work);
  }
  for (const bar of bars) paintBar(context, bar, y, width, palette);
  const clock = xOf(span, width, row.clock);
  if (clock >= 0 && clock <= width) {
    context.strokeStyle = palette.text;
    context.lineWidth = 1.5;
    line(context, clock, y - 3, clock, y + barHeight + 3);
  }
}

function paintBar(context: CanvasRenderingContext2D, bar: Bar, y: number, width: number, palette: Palette): void {
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
  const word = words[kind] ?? kind;
  // The word stands where the call waited, as there the ground is calm.
  const calm = Math.max(left, 0);
  if (ready - calm > context.measureText(word).width + 8) {
    context.fillStyle = tone.solid;
    context.fillText(word, calm + 4, y + barHeight / 2 + 0.5);
  }
}

function paintArrows(
  context: CanvasRenderingContext2D,
  arrows: readonly Arrow[],
  top: number,
  palette: Palette,
  all: boolean,
): void {
  context.lineWidth = all ? 1.25 : 0.75;
  context.globalAlpha = all ? 1 : 0.55;
  const heads = arrows.length <= 1500;
  for (const casing of [true, false]) {
    // A casing of the ground's colour sets the arrows off from the bars they cross.
    if (casing && !heads) continue;
    context.strokeStyle = casing ? palette.panel : palette.arrow;
    context.fillStyle = palette.arrow;
    if (casing) context.lineWidth = 3;
    else context.lineWidth = all ? 1.25 : 0.75;
    context.beginPath();
    for (const arrow of arrows) {
      context.moveTo(arrow.left, rowMiddle(top, arrow.fromRow));
      context.lineTo(arrow.right, rowMiddle(top, arrow.toRow));
    }
    context.stroke();
  }
  if (heads) for (const arrow of arrows) paintHead(context, arrow, top);
  context.globalAlpha = 1;
}

function paintHead(context: CanvasRenderingContext2D, { left, right, fromRow, toRow }: Arrow, top: number): void {
  const [x, y] = [right, rowMiddle(top, toRow)];
  const angle = Math.atan2(y - rowMiddle(top, fromRow), right - left);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - 7 * Math.cos(angle - 0.4), y - 7 * Math.sin(angle - 0.4));
  context.lineTo(x - 7 * Math.cos(angle + 0.4), y - 7 * Math.sin(angle + 0.4));
  context.fill();
}

function paintPath(context: CanvasRenderingContext2D, scene: Scene, width: number, palette: Palette): void {
  const { picture, rows, span, top } = scene;
  const index = new Map(rows.map(({ core }, at) => [core, at]));
  context.strokeStyle = palette.accent;
  context.lineWidth = 3;
  context.beginPath();
  const y = (step: PathStep) => {
    const row = index.get(step.core);
    return row === undefined ? null : rowMiddle(top, row) + barHeight / 2 + 2;
  };
  const perPixel = (span.to - span.from) / width;
  const { path } = picture;
  for (let k = firstNot(path, ({ to }) => to < span.from); k < path.length; ) {
    const step = path[k] as PathStep;
    if (step.from > span.to) break;
    const here = y(step);
    const before = path[k - 1];
    const there = before === undefined ? null : y(before);
    const left = xOf(span, width, step.from);
    if (here !== null) {
      if (there !== null) context.moveTo(left, there);
      if (there !== null) context.lineTo(left, here);
      else context.moveTo(left, here);
      context.lineTo(xOf(span, width, step.to), here);
    }
    // Of many in one pixel, one stands for all.
    k = Math.max(
      k + 1,
      firstNot(path, ({ to }) => to < step.from + perPixel, k + 1),
    );
  }
  context.stroke();
}

function paintSelection(context: CanvasRenderingContext2D, scene: Scene, width: number, palette: Palette): void {
  const { selection, rows, span, top } = scene;
  if (selection === null) return;
  const index = (core: number) => rows.findIndex((row) => row.core === core);
  context.strokeStyle = palette.focus;
  if (selection.kind === "interval") {
    const { core, begin, end } = selection.interval;
    const row = index(core);
    if (row < 0) return;
    const left = Math.max(-4, xOf(span, width, begin));
    const right = Math.min(width + 4, Math.max(left + 3, xOf(span, width, end)));
    context.lineWidth = 2;
    context.strokeRect(left - 2, rowMiddle(top, row) - barHeight / 2 - 2, right - left + 4, barHeight + 4);
    return;
  }
  const { message } = selection;
  const [fromRow, toRow] = [index(message.from), index(message.to)];
  if (fromRow < 0 || toRow < 0) return;
  const arrow = {
    message,
    fromRow,
    toRow,
    left: xOf(span, width, message.sent),
    right: xOf(span, width, message.arrived),
  };
  context.lineWidth = 3;
  line(context, arrow.left, rowMiddle(top, fromRow), arrow.right, rowMiddle(top, toRow));
  context.fillStyle = palette.focus;
  paintHead(context, arrow, top);
}

function paintNames(
  context: CanvasRenderingContext2D,
  scene: Scene,
  first: number,
  last: number,
  palette: Palette,
): void {
  const { rows, names, top, height } = scene;
  context.save();
  context.beginPath();
  context.rect(0, axisHeight, names, height - axisHeight);
  context.clip();
  context.fillStyle = palette.text;
  for (let row = first; row <= last; row++) {
    const { core, kind } = rows[row] as Row;
    context.fillText(`${kind === "host" ? "host" : "core"} ${core}`, names < 80 ? 8 : 16, rowMiddle(top, row));
  }
  context.restore();
}

function line(context: CanvasRenderingContext2D, x: number, y: number, toX: number, toY: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(toX, toY);
  context.stroke();
}
