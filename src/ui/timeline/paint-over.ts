import { firstNot } from "../../base/sorted.ts";
import type { PathStep } from "../../store/timeline/picture.ts";
import type { Arrow } from "./bars.ts";
import { type Geometry, rowMiddle } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import type { Scene } from "./scene.ts";
import { xOf } from "./span.ts";

// What is drawn over the bars of the timeline.

/// Messages, each set off from the bars that it crosses.
export function paintArrows(
  context: CanvasRenderingContext2D,
  arrows: readonly Arrow[],
  geometry: Geometry,
  palette: Palette,
): void {
  context.fillStyle = palette.arrow;
  for (const casing of [true, false]) {
    // A casing of the ground's colour sets the arrows off from the bars they cross.
    context.strokeStyle = casing ? palette.panel : palette.arrow;
    context.lineWidth = casing ? 3 : 1.25;
    context.beginPath();
    for (const arrow of arrows) {
      context.moveTo(arrow.left, rowMiddle(geometry, arrow.fromRow));
      context.lineTo(arrow.right, rowMiddle(geometry, arrow.toRow));
    }
    context.stroke();
  }
  for (const arrow of arrows) paintHead(context, arrow, geometry);
}

function paintHead(
  context: CanvasRenderingContext2D,
  { left, right, fromRow, toRow }: Arrow,
  geometry: Geometry,
): void {
  const [x, y] = [right, rowMiddle(geometry, toRow)];
  const angle = Math.atan2(y - rowMiddle(geometry, fromRow), right - left);
  const size = geometry.barHeight / 2;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - size * Math.cos(angle - 0.4), y - size * Math.sin(angle - 0.4));
  context.lineTo(x - size * Math.cos(angle + 0.4), y - size * Math.sin(angle + 0.4));
  context.fill();
}

/// The chain of work and messages that decided how long the run took.
export function paintPath(context: CanvasRenderingContext2D, scene: Scene, width: number, palette: Palette): void {
  const { picture, rows, span, geometry } = scene;
  const index = new Map(rows.map(({ core }, at) => [core, at]));
  context.strokeStyle = palette.accent;
  context.lineWidth = 3;
  context.beginPath();
  const y = (step: PathStep) => {
    const row = index.get(step.core);
    return row === undefined ? null : rowMiddle(geometry, row) + geometry.barHeight / 2 + 2;
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

/// What is chosen.
export function paintSelection(context: CanvasRenderingContext2D, scene: Scene, width: number, palette: Palette): void {
  const { selection, rows, span, geometry } = scene;
  const { barHeight } = geometry;
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
    context.strokeRect(left - 2, rowMiddle(geometry, row) - barHeight / 2 - 2, right - left + 4, barHeight + 4);
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
  line(context, arrow.left, rowMiddle(geometry, fromRow), arrow.right, rowMiddle(geometry, toRow));
  context.fillStyle = palette.focus;
  paintHead(context, arrow, geometry);
}

export function line(context: CanvasRenderingContext2D, x: number, y: number, toX: number, toY: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(toX, toY);
  context.stroke();
}
