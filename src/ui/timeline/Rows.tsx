import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import type { Picture, Row } from "../../store/timeline/picture.ts";
import { type Direction, ofInterval, type Selection, step } from "../../store/timeline/selection.ts";
import { useApp } from "../shared/context.ts";
import { useSize } from "../shared/useSize.ts";
import { onThemeChange } from "../theme/theme.ts";
import { type Arrow, arrowAt, intervalAt } from "./bars.ts";
import { axisHeight, paint, rowHeight, rowMiddle } from "./paint.ts";
import { type Palette, readPalette } from "./palette.ts";
import { momentAt, moved, type Span, xOf, zoomed } from "./span.ts";

interface RowsProps {
  /// What takes the keys.
  readonly field: RefObject<HTMLDivElement | null>;
  readonly picture: Picture;
  readonly rows: readonly Row[];
  readonly span: Span;
  /// Null for all there is.
  readonly onSpan: (span: Span | null) => void;
  readonly selection: Selection | null;
  readonly onChoose: (selection: Selection | null) => void;
  /// The learner wants to go on from what is chosen.
  readonly onEnter: () => void;
  readonly path: boolean;
}

/// Where the moment that is played is.
function Now({ span, width, left }: { readonly span: Span; readonly width: number; readonly left: number }) {
  const { player } = useApp();
  const at = useStore(player.store, (state) => (state.phase === "shown" ? state.at : null));
  if (at === null || at < span.from || at > span.to) return null;
  return <div className="timeline-now" style={{ left: left + xOf(span, width, at) }} />;
}

/// The way of the value that was asked about, from core to core.
function Trail({
  rows,
  span,
  width,
  left,
}: {
  readonly rows: readonly Row[];
  readonly span: Span;
  readonly width: number;
  readonly left: number;
}) {
  const { origins } = useApp();
  const steps = useStore(origins.store, ({ told }) => told.at(-1)?.steps);
  if (steps === undefined) return null;
  const points = steps.flatMap(({ core, time }) => {
    const row = rows.findIndex((one) => one.core === core);
    return row < 0 ? [] : [{ x: xOf(span, width, time), y: rowMiddle(0, row) }];
  });
  return (
    <svg className="timeline-trail" style={{ left, width }} aria-hidden="true">
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
      {points.map(({ x, y }, k) => (
        <circle key={k} cx={x} cy={y} r={k === 0 ? 5 : 4} />
      ))}
    </svg>
  );
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  m: "across",
};

/// A row a core over virtual time. The list has the same in words.
export function Rows(props: RowsProps) {
  const { field, picture, rows, span, onSpan, selection, onChoose, onEnter, path } = props;
  const [frame, { width, height }] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = useRef<Palette>(null);
  const arrows = useRef<readonly Arrow[]>([]);
  const [top, setTop] = useState(0);
  const [themes, setThemes] = useState(0);
  const names = width < 480 ? 56 : 80;
  const inner = Math.max(1, width - names);
  const frequency = useStore(useApp().run, (state) => state.frequency);
  const scene = { picture, rows, span, width, height, names, frequency, top, selection, path };

  useEffect(
    () =>
      onThemeChange(() => {
        palette.current = null;
        setThemes((count) => count + 1);
      }),
    [],
  );

  useEffect(() => {
    const drawn = requestAnimationFrame(() => {
      const element = canvas.current;
      const context = element?.getContext("2d");
      if (!element || !context || width === 0) return;
      const ratio = window.devicePixelRatio;
      const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (element.width !== wide || element.height !== high) {
        element.width = wide;
        element.height = high;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      palette.current ??= readPalette(context);
      arrows.current = paint(context, scene, palette.current);
    });
    return () => cancelAnimationFrame(drawn);
  }, [picture, rows, span.from, span.to, width, height, top, selection, path, themes]);

  // React's own listener could not keep the page from scrolling.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      if (sideways !== 0) {
        onSpan(moved(span, (sideways / inner) * (span.to - span.from), picture.end));
      } else {
        const x = event.clientX - element.getBoundingClientRect().left - names;
        onSpan(zoomed(span, 1.0015 ** event.deltaY, momentAt(span, inner, Math.max(0, x)), picture.end));
      }
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  });

  const drag = useRef<{ x: number; y: number; span: Span; top: number; far: boolean }>(null);
  const place = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left - names, y: event.clientY - box.top };
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.nativeEvent.offsetX > width) return;
    const { x, y } = place(event);
    drag.current = { x, y, span, top, far: false };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    if (held === null) return;
    const { x, y } = place(event);
    if (!held.far && Math.hypot(x - held.x, y - held.y) < 4) return;
    if (!held.far) event.currentTarget.setPointerCapture(event.pointerId);
    held.far = true;
    onSpan(moved(held.span, ((held.x - x) / inner) * (held.span.to - held.span.from), picture.end));
    if (frame.current !== null) frame.current.scrollTop = held.top + held.y - y;
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    drag.current = null;
    if (held === null || held.far) return;
    const at = place(event);
    const message = arrowAt(arrows.current, (row) => rowMiddle(top, row), at);
    if (message !== null) {
      onChoose({ kind: "message", message, at: "from" });
      return;
    }
    const row = rows[Math.floor((at.y - axisHeight + top) / rowHeight)];
    onChoose(row === undefined ? null : ofInterval(intervalAt(row, span, inner, at.x) ?? undefined));
  };

  const go = (direction: Direction) => {
    const next = step(picture, rows, selection, direction);
    onChoose(next);
    const core = next?.kind === "interval" ? next.interval.core : next?.message.to;
    const row = rows.findIndex((one) => one.core === core);
    const element = frame.current;
    if (row < 0 || element === null) return;
    const [least, most] = [(row + 1) * rowHeight + axisHeight - height, row * rowHeight];
    element.scrollTop = Math.min(most, Math.max(least, element.scrollTop));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const direction = directions[key];
    const length = span.to - span.from;
    const middle = (span.from + span.to) / 2;
    if (direction !== undefined) go(direction);
    else if (key === "w") onSpan(zoomed(span, 0.7, middle, picture.end));
    else if (key === "s") onSpan(zoomed(span, 1 / 0.7, middle, picture.end));
    else if (key === "a") onSpan(moved(span, -length * 0.15, picture.end));
    else if (key === "d") onSpan(moved(span, length * 0.15, picture.end));
    else if (key === "Home") onSpan(null);
    else if (key === "Enter") onEnter();
    else if (key === "Escape" && selection !== null) onChoose(null);
    else return;
    event.preventDefault();
  };

  const count = counted(rows.length, "core");
  return (
    <div
      className="timeline-rows"
      ref={(element) => {
        frame.current = element;
        field.current = element;
      }}
      role="application"
      aria-label={`Timeline of ${count}. Arrow keys go from call to call, M along a message, Enter to its lines; W, A, S and D zoom and move. The list has the same in words.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        drag.current = null;
      }}
    >
      <div style={{ height: axisHeight + rows.length * rowHeight }}>
        <canvas ref={canvas} style={{ width, height }} />
        <Now span={span} width={inner} left={names} />
        <Trail rows={rows} span={span} width={inner} left={names} />
      </div>
    </div>
  );
}
