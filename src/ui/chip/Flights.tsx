import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Flight } from "../../store/player/player.ts";
import { route } from "../../store/run/moves.ts";
import { useApp } from "../shared/context.ts";
import type { Size } from "../shared/useSize.ts";
import { type Palette, paintHead, readPalette } from "./map-cells.ts";
import type { Point } from "./map-layout.ts";
import { placeOf } from "./motion.ts";

interface FlightsProps {
  readonly size: Size;
  /// Where a core is drawn on this canvas.
  readonly centre: (core: number) => Point;
  readonly columns: number;
  /// Of a dot, in pixels.
  readonly radius: number;
  /// How far below the middle of a cell messages go, so that they hide no words.
  readonly below: number;
  /// Where a virtual core is drawn, if they are.
  readonly hostCentre?: (core: number) => Point | undefined;
  /// Whether there is room for the values of messages.
  readonly labels: boolean;
}

const mostLabels = 40;
const longestLabel = 9;
const headSize = 7;

/// The messages that are on their way at the moment that is played: each goes along its links, first in its row, then in its
/// column, with its value, and waits at the receiver until it is taken. On a large chip these are the busiest, drawn over the heat.
export function Flights({ size, centre, columns, radius, below, hostCentre, labels }: FlightsProps) {
  const { player } = useApp();
  const drawn = useStore(player.store, (state) => state.drawn);
  const gathering = useStore(player.store, (state) => state.gathering);
  const at = useStore(player.store, (state) => state.at);
  const isOverHeat = useStore(player.store, (state) => state.heat !== null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    const scale = window.devicePixelRatio;
    current.width = Math.round(size.width * scale);
    current.height = Math.round(size.height * scale);
    current.getContext("2d")?.scale(scale, scale);
  }, [size.width, size.height]);
  // At each moment, and wherever the chip is drawn anew.
  useEffect(() => {
    const { current } = canvas;
    const context = current?.getContext("2d");
    if (current === null || context === null || context === undefined) return;
    const isOnChip = (core: number) => player.isOnChip(core);
    const isDrawn = (core: number) => isOnChip(core) || hostCentre?.(core) !== undefined;
    const place = (core: number): Point => {
      const host = isOnChip(core) ? undefined : hostCentre?.(core);
      if (host !== undefined) return host;
      const { x, y } = centre(core);
      return { x, y: y + below };
    };
    const all = gathering === null ? drawn : [...drawn, gathering];
    const shown = all.filter(({ from, to }) => isDrawn(from) && isDrawn(to));
    const count = String(shown.length);
    if (count === "0" && current.dataset.flights === "0") return;
    current.dataset.flights = count;
    context.clearRect(0, 0, size.width, size.height);
    const palette = readPalette();
    const named = labels && shown.length <= mostLabels;
    const moving = shown.map((flight) => {
      const { from, to } = flight;
      // Between chip and host there is no mesh.
      return { flight, path: isOnChip(from) && isOnChip(to) ? route(from, to, columns) : [from, to] };
    });
    // Where there are words they can be read through it.
    const mark = isOverHeat && !labels ? markWayOverHeat : markWay;
    for (const { path } of moving) mark(context, path, place, palette);
    for (const { flight, path } of moving) {
      const { x, y } = placeOf(path, partOf(flight, at), place);
      if (named && flight.value !== "") drawLabel(context, flight.value, x, y, palette);
      else drawDot(context, x, y, radius, palette);
    }
  });
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas does not take the focus
    <canvas
      ref={canvas}
      className="moving-messages"
      style={{ width: size.width, height: size.height }}
      data-flights="0"
      aria-hidden="true"
    />
  );
}

/// How far a message has come: it travels for as long as it takes two that are ready, then waits.
function partOf({ sent, met, arrived }: Flight, at: number): number {
  return (at - sent) / Math.max(1, arrived - met);
}

function markWay(
  context: CanvasRenderingContext2D,
  path: readonly number[],
  centre: (core: number) => Point,
  { accent }: Palette,
): void {
  context.strokeStyle = accent;
  context.globalAlpha = 0.5;
  context.setLineDash([3, 3]);
  context.stroke(lineOver(path, centre));
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/// With a border that sets it off from the cells, and a head at the receiver.
function markWayOverHeat(
  context: CanvasRenderingContext2D,
  path: readonly number[],
  centre: (core: number) => Point,
  { accent, panel }: Palette,
): void {
  const line = lineOver(path, centre);
  const [before, last] = path.slice(-2).map(centre) as [Point, Point];
  context.lineJoin = "round";
  context.strokeStyle = panel;
  context.lineWidth = 3;
  context.stroke(line);
  context.strokeStyle = accent;
  context.lineWidth = 1.5;
  context.stroke(line);
  context.lineWidth = 1;
  context.fillStyle = accent;
  paintHead(context, last, Math.atan2(last.y - before.y, last.x - before.x), headSize);
}

function lineOver(path: readonly number[], centre: (core: number) => Point): Path2D {
  const line = new Path2D();
  for (const core of path) {
    const { x, y } = centre(core);
    line.lineTo(x, y);
  }
  return line;
}

function drawDot(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  { accent, panel }: Palette,
): void {
  context.fillStyle = accent;
  context.strokeStyle = panel;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fill();
  context.stroke();
}

function drawLabel(context: CanvasRenderingContext2D, value: string, x: number, y: number, palette: Palette): void {
  const text = value.length > longestLabel ? `${value.slice(0, longestLabel - 1)}…` : value;
  context.font = "600 12px ui-monospace, monospace";
  const width = Math.max(18, context.measureText(text).width + 10);
  context.fillStyle = palette.panel;
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.beginPath();
  context.roundRect(x - width / 2, y - 9, width, 18, 9);
  context.fill();
  context.stroke();
  context.lineWidth = 1;
  context.fillStyle = palette.accent;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y + 0.5);
}
