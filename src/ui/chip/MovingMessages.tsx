import { useEffect, useRef } from "react";
import type { Move } from "../../store/run/moves.ts";
import { useApp } from "../shared/context.ts";
import { useMedia } from "../shared/useMedia.ts";
import type { Size } from "../shared/useSize.ts";
import { paintHead, readPalette } from "./map-cells.ts";
import type { Point } from "./map-layout.ts";
import { placeOf, sampleOf } from "./motion.ts";

interface MovingMessagesProps {
  readonly size: Size;
  /// Where a core is drawn on this canvas.
  readonly centre: (core: number) => Point;
  /// Of a dot, in pixels.
  readonly radius: number;
  /// Cells with words in them, over which a dot is faint.
  readonly over: Size | null;
}

const most = 48;
// While the cores stand still there is time to follow a message; else the next ones wait.
const slow = 900;
const quick = 450;

/// What went over the mesh since the last look, as dots on their way, drawn over it. While some are on their way others are not
/// shown: at full speed one sees a sample. Where motion is not wanted, the links are marked instead.
export function MovingMessages({ size, centre, radius, over }: MovingMessagesProps) {
  const { chip, run } = useApp();
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const canvas = useRef<HTMLCanvasElement>(null);
  const place = useRef({ centre, radius, over });
  place.current = { centre, radius, over };
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (element === null || context === null || context === undefined) return;
    const scale = window.devicePixelRatio;
    element.width = Math.round(size.width * scale);
    element.height = Math.round(size.height * scale);
    context.scale(scale, scale);
    let frame = 0;
    let moving: readonly Move[] = [];
    const clear = () => context.clearRect(0, 0, size.width, size.height);
    const show = (moves: readonly Move[]) => {
      cancelAnimationFrame(frame);
      moving = sampleOf(moves, most);
      element.dataset.moving = String(moving.length);
      const { accent, panel } = readPalette();
      if (still) {
        clear();
        context.fillStyle = accent;
        for (const { path } of moving) markLinks(context, path, place.current);
        moving = [];
        return;
      }
      const began = performance.now();
      const time = run.getState().status === "paused" ? slow : quick;
      const draw = () => {
        const part = (performance.now() - began) / time;
        clear();
        if (part >= 1) {
          moving = [];
          element.dataset.moving = "0";
          return;
        }
        context.fillStyle = accent;
        context.strokeStyle = panel;
        for (const { path } of moving) {
          const { centre, radius, over } = place.current;
          const { x, y } = placeOf(path, part, centre);
          const covers = over !== null && path.some((core) => isWithin({ x, y }, centre(core), over));
          context.globalAlpha = covers ? 0.2 : 1;
          context.beginPath();
          context.arc(x, y, radius, 0, 7);
          context.fill();
          context.stroke();
        }
        context.globalAlpha = 1;
        frame = requestAnimationFrame(draw);
      };
      draw();
    };
    const end = chip.store.subscribe((state, before) => {
      if (state.moves === before.moves) return;
      if (state.moves.length === 0) {
        // Marks tell of the latest look that saw something; a run that begins anew takes them away.
        if (state.links.length === 0) {
          cancelAnimationFrame(frame);
          moving = [];
          element.dataset.moving = "0";
          clear();
        }
        return;
      }
      if (moving.length === 0 || run.getState().status === "paused") show(state.moves);
    });
    return () => {
      end();
      cancelAnimationFrame(frame);
    };
  }, [chip, run, size.width, size.height, still]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas does not take the focus
    <canvas
      ref={canvas}
      className="moving-messages"
      style={{ width: size.width, height: size.height }}
      data-moving="0"
      aria-hidden="true"
    />
  );
}

function isWithin({ x, y }: Point, middle: Point, { width, height }: Size): boolean {
  return Math.abs(x - middle.x) < width / 2 && Math.abs(y - middle.y) < height / 2;
}

function markLinks(
  context: CanvasRenderingContext2D,
  path: Move["path"],
  { centre, radius }: { readonly centre: (core: number) => Point; readonly radius: number },
): void {
  for (let index = 1; index < path.length; index++) {
    const a = centre(path[index - 1] as number);
    const b = centre(path[index] as number);
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    const size = radius * 2;
    const tip = {
      x: (a.x + b.x) / 2 + (size / 2) * Math.cos(angle),
      y: (a.y + b.y) / 2 + (size / 2) * Math.sin(angle),
    };
    paintHead(context, tip, angle, size);
  }
}
