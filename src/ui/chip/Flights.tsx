import { useEffect, useRef } from "react";
import type { Flight } from "../../store/player/player.ts";
import { route } from "../../store/run/moves.ts";
import { useApp } from "../shared/context.ts";
import type { Size } from "../shared/useSize.ts";
import { type Palette, readPalette } from "./map-cells.ts";
import type { Point } from "./map-layout.ts";
import { placeOf } from "./motion.ts";

interface FlightsProps {
  readonly size: Size;
  /// Where a core is drawn on this canvas.
  readonly centre: (core: number) => Point;
  readonly columns: number;
  /// How far below the middle of a cell messages go, so that they hide no words.
  readonly below: number;
  /// Where a virtual core is drawn, if they are.
  readonly hostCentre?: (core: number) => Point | undefined;
  /// Whether there is room for the values of messages.
  readonly labels: boolean;
}

const most = 200;
const mostLabels = 40;
const longestLabel = 9;
const dot = 3.5;

/// The messages that are on their way at the moment that is played: each goes along its links, first in its row, then in its
/// column, with its value, and waits at the receiver until it is taken.
export function Flights({ size, centre, columns, below, hostCentre, labels }: FlightsProps) {
  const { player } = useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDrawn = (core: number) => player.isOnChip(core) || hostCentre?.(core) !== undefined;
  const place = useRef({ centre, columns, labels, isDrawn });
  const lowered = (core: number) => {
    const host = player.isOnChip(core) ? undefined : hostCentre?.(core);
    if (host !== undefined) return host;
    const { x, y } = centre(core);
    return { x, y: y + below };
  };
  place.current = { centre: lowered, columns, labels, isDrawn };
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (element === null || context === null || context === undefined) return;
    const scale = window.devicePixelRatio;
    element.width = Math.round(size.width * scale);
    element.height = Math.round(size.height * scale);
    context.scale(scale, scale);
    let count = 0;
    const draw = () => {
      const { flights, gathering, at } = player.store.getState();
      const { centre, columns, labels, isDrawn } = place.current;
      const moving = gathering === null ? flights : [...flights, gathering];
      const shown = moving.filter(({ from, to }) => from !== to && isDrawn(from) && isDrawn(to)).slice(0, most);
      if (shown.length === 0 && count === 0) return;
      count = shown.length;
      element.dataset.flights = String(count);
      context.clearRect(0, 0, size.width, size.height);
      const palette = readPalette();
      const named = labels && shown.length <= mostLabels;
      for (const flight of shown) {
        const { from, to } = flight;
        // Between chip and host there is no mesh.
        const path = isOnChip(from) && isOnChip(to) ? route(from, to, columns) : [from, to];
        markWay(context, path, centre, palette);
        const { x, y } = placeOf(path, partOf(flight, at), centre);
        if (named && flight.value !== "") drawLabel(context, flight.value, x, y, palette);
        else drawDot(context, x, y, palette);
      }
    };
    const isOnChip = (core: number) => player.isOnChip(core);
    const end = player.store.subscribe((state, before) => {
      if (state.flights !== before.flights || state.at !== before.at) draw();
    });
    draw();
    return end;
  }, [player, size.width, size.height]);
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
  context.beginPath();
  path.forEach((core, k) => {
    const { x, y } = centre(core);
    if (k === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function drawDot(context: CanvasRenderingContext2D, x: number, y: number, { accent, panel }: Palette): void {
  context.fillStyle = accent;
  context.strokeStyle = panel;
  context.beginPath();
  context.arc(x, y, dot, 0, 7);
  context.fill();
  context.stroke();
}

function drawLabel(context: CanvasRenderingContext2D, value: string, x: number, y: number, palette: Palette): void {
  const text = value.length > longestLabel ? `${value.slice(0, longestLabel - 1)}…` : value;
  context.font = "600 11px ui-monospace, monospace";
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
