import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import type { ShownRows } from "../../store/timeline/order.ts";
import type { Picture, Row } from "../../store/timeline/picture.ts";
import type { Hits } from "../../store/timeline/search.ts";
import {
  type Direction,
  messagesOf,
  nameOf,
  ofInterval,
  type Selection,
  step,
} from "../../store/timeline/selection.ts";
import type { StuckCall, Target } from "../../store/timeline/told.ts";
import { useApp } from "../shared/context.ts";
import { useMedia } from "../shared/useMedia.ts";
import { useSize } from "../shared/useSize.ts";
import { onThemeChange } from "../theme/theme.ts";
import { arrowAt, intervalAt, targetAt } from "./bars.ts";
import { fullHeight, geometryOf, rowAt, rowMiddle, topShowing } from "./geometry.ts";
import { Pointed, type PointedAt } from "./Pointed.tsx";
import { nothingPainted, paint } from "./paint.ts";
import { type Palette, readPalette } from "./palette.ts";
import { RulerMarks } from "./RulerMarks.tsx";
import { type Ruler, snapped } from "./ruler.ts";
import { momentAt, moved, type Span, xOf, zoomed } from "./span.ts";

interface RowsProps {
  /// What takes the keys.
  readonly field: RefObject<HTMLDivElement | null>;
  readonly picture: Picture;
  readonly shown: ShownRows;
  readonly span: Span;
  /// Null for all there is.
  readonly onSpan: (span: Span | null) => void;
  readonly selection: Selection | null;
  readonly onChoose: (selection: Selection | null) => void;
  /// The learner wants to go on from what is chosen.
  readonly onEnter: () => void;
  readonly path: boolean;
  readonly hits: Hits;
  /// The calls that never end, by core.
  readonly stuck: ReadonlyMap<number, StuckCall>;
  /// To the next hit of the search, or the one before.
  readonly onHit: (forth: boolean) => void;
  readonly onSearch: () => void;
  readonly onPin: (core: number) => void;
  readonly ruler: Ruler | null;
  readonly onRuler: (ruler: Ruler | null) => void;
  /// Puts the ruler down, or takes it away.
  readonly onToggleRuler: () => void;
  /// Whether there are too many messages to draw them all.
  readonly onCrowded: (crowded: boolean) => void;
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
  middle,
}: {
  readonly rows: readonly Row[];
  readonly span: Span;
  readonly width: number;
  readonly left: number;
  /// Of a row, among all rows.
  readonly middle: (row: number) => number;
}) {
  const { origins } = useApp();
  const steps = useStore(origins.store, ({ told }) => told.at(-1)?.steps);
  if (steps === undefined) return null;
  const points = steps.flatMap(({ core, time }) => {
    const row = rows.findIndex((one) => one.core === core);
    return row < 0 ? [] : [{ x: xOf(span, width, time), y: middle(row) }];
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

const noMessages = [] as const;
// So many messages of one call are drawn at most.
const mostMessages = 256;

/// A row a core over virtual time. The list has the same in words.
export function Rows(props: RowsProps) {
  const { field, picture, shown, span, onSpan, selection, onChoose, path, hits, stuck, ruler, onRuler, onCrowded } =
    props;
  const { rows, pinned } = shown;
  const [frame, { width, height }] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = useRef<Palette>(null);
  const painted = useRef(nothingPainted);
  const [top, setTop] = useState(0);
  const [themes, setThemes] = useState(0);
  const [pointed, setPointed] = useState<PointedAt | null>(null);
  const touched = useMedia("(pointer: coarse)");
  const names = width < 480 ? 56 : 80;
  const inner = Math.max(1, width - names);
  const frequency = useStore(useApp().run, (state) => state.frequency);
  const count = rows.length;
  const geometry = useMemo(
    () => geometryOf({ count, pinned, top, height }, touched),
    [count, pinned, top, height, touched],
  );
  const messages = useMemo(() => {
    if (selection === null) return noMessages;
    return selection.kind === "message" ? [selection.message] : messagesOf(picture, selection.interval, mostMessages);
  }, [picture, selection]);
  const scene = { picture, rows, span, width, geometry, names, frequency, selection, messages, path, hits, stuck };

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
      painted.current = paint(context, scene, palette.current);
      onCrowded(painted.current.crowded);
    });
    return () => cancelAnimationFrame(drawn);
  }, [picture, rows, span.from, span.to, width, geometry, selection, messages, path, hits, stuck, themes]);

  // What is chosen comes into view.
  const chosenCore = selection?.kind === "interval" ? selection.interval.core : selection?.message.to;
  useEffect(() => {
    const row = rows.findIndex((one) => one.core === chosenCore);
    if (row < 0 || frame.current === null) return;
    const wanted = topShowing({ ...geometry, top: frame.current.scrollTop }, row);
    if (wanted !== frame.current.scrollTop) frame.current.scrollTop = wanted;
  }, [selection]);

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

  const drag = useRef<{ x: number; y: number; span: Span; top: number; far: boolean; measures: boolean }>(null);
  const place = (event: PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0) - names, y: event.clientY - (box?.top ?? 0) };
  };
  /// The moment at a place, or that of an edge that is near.
  const near = ({ x, y }: { readonly x: number; readonly y: number }) =>
    snapped(momentAt(span, inner, x), rows[rowAt(geometry, y)], ((span.to - span.from) / inner) * 5);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.nativeEvent.offsetX > width) return;
    const { x, y } = place(event);
    drag.current = { x, y, span, top, far: false, measures: event.shiftKey };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    const at = place(event);
    if (held === null) {
      if (event.pointerType !== "touch") setPointed(pointAt(at));
      return;
    }
    if (!held.far && Math.hypot(at.x - held.x, at.y - held.y) < 4) return;
    if (!held.far) event.currentTarget.setPointerCapture(event.pointerId);
    held.far = true;
    setPointed(null);
    if (held.measures) {
      onRuler({ from: near(held), to: near(at) });
      return;
    }
    onSpan(moved(held.span, ((held.x - at.x) / inner) * (held.span.to - held.span.from), picture.end));
    if (frame.current !== null) frame.current.scrollTop = held.top + held.y - at.y;
  };
  const arrowUnder = (at: { readonly x: number; readonly y: number }) =>
    arrowAt(painted.current.arrows, (row) => rowMiddle(geometry, row), at);
  const pointAt = (at: { readonly x: number; readonly y: number }): PointedAt | null => {
    const index = rowAt(geometry, at.y);
    const row = rows[index];
    const where = { x: at.x + names, y: at.y };
    if (at.x < 0) {
      if (row === undefined) return null;
      const words = `${index < pinned ? "Unpin" : "Pin"} ${nameOf(row)} (P)`;
      return { ...where, target: { kind: "name", words } };
    }
    const message = arrowUnder(at);
    if (message !== null) return { ...where, target: { kind: "message", message } };
    const target = row === undefined ? null : (targetAt(row, span, inner, at.x) ?? stuckAt(row, at.x));
    return target === null ? null : { ...where, target };
  };
  const stuckAt = (row: Row, x: number): Target | null => {
    const wait = stuck.get(row.core);
    return wait !== undefined && momentAt(span, inner, x) > row.clock
      ? { kind: "stuck", wait, since: row.clock }
      : null;
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const held = drag.current;
    drag.current = null;
    if (held === null || held.far) return;
    const at = place(event);
    const row = rows[rowAt(geometry, at.y)];
    if (at.x < 0) {
      if (row !== undefined) props.onPin(row.core);
      setPointed(null);
      return;
    }
    const message = arrowUnder(at);
    if (message !== null) {
      onChoose({ kind: "message", message, at: "from" });
      return;
    }
    onChoose(row === undefined ? null : ofInterval(intervalAt(row, span, inner, at.x) ?? undefined));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const direction = directions[key];
    const length = span.to - span.from;
    const middle = (span.from + span.to) / 2;
    setPointed(null);
    if (direction !== undefined) onChoose(step(picture, rows, selection, direction));
    else if (key === "w") onSpan(zoomed(span, 0.7, middle, picture.end));
    else if (key === "s") onSpan(zoomed(span, 1 / 0.7, middle, picture.end));
    else if (key === "a") onSpan(moved(span, -length * 0.15, picture.end));
    else if (key === "d") onSpan(moved(span, length * 0.15, picture.end));
    else if (key === "Home") onSpan(null);
    else if (key === "Enter") props.onEnter();
    else if (key === "f") props.onSearch();
    else if (key === "n") props.onHit(!event.shiftKey);
    else if (key === "r") props.onToggleRuler();
    else if (key === "p" && chosenCore !== undefined) props.onPin(chosenCore);
    else if (key === "Escape" && (selection !== null || pointed !== null)) {
      if (pointed === null) onChoose(null);
    } else return;
    event.preventDefault();
  };

  return (
    <div className="timeline-field">
      <div
        className="timeline-rows"
        ref={(element) => {
          frame.current = element;
          field.current = element;
        }}
        role="application"
        aria-label={`Timeline of ${counted(count, "core")}. Arrow keys go from call to call, M along a message, Enter to its lines; W, A, S and D zoom and move; F finds calls, R measures time, P pins a row. The list has the same in words.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          setTop(event.currentTarget.scrollTop);
          setPointed(null);
        }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => setPointed(null)}
        onPointerCancel={() => {
          drag.current = null;
        }}
      >
        <div style={{ height: fullHeight(geometry) }}>
          <canvas ref={canvas} style={{ width, height }} />
          <Now span={span} width={inner} left={names} />
          <Trail rows={rows} span={span} width={inner} left={names} middle={(row) => rowMiddle(geometry, row) + top} />
          {ruler !== null && (
            <RulerMarks
              ruler={ruler}
              span={span}
              width={inner}
              left={names}
              last={picture.end}
              onChange={onRuler}
              momentOf={(event) => near(place(event))}
            />
          )}
        </div>
      </div>
      {pointed !== null && <Pointed picture={picture} at={pointed} width={width} height={height} />}
    </div>
  );
}
