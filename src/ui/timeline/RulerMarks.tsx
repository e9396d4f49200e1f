import type { KeyboardEvent, PointerEvent } from "react";
import { useCycles } from "../shared/useCycles.ts";
import { type Ruler, type RulerEnd, withEnd } from "./ruler.ts";
import { type Span, xOf } from "./span.ts";

interface RulerMarksProps {
  readonly ruler: Ruler;
  readonly span: Span;
  readonly width: number;
  /// Of the names, before the picture.
  readonly left: number;
  /// The latest moment of the run, in cycles.
  readonly last: number;
  readonly onChange: (ruler: Ruler | null) => void;
  /// The moment under the pointer.
  readonly momentOf: (event: PointerEvent<HTMLElement>) => number;
}

const names = { from: "Start of the ruler", to: "End of the ruler" } as const;

/// Two lines that can be moved, and the time between them.
export function RulerMarks({ ruler, span, width, left, last, onChange, momentOf }: RulerMarksProps) {
  const inTime = useCycles();
  const [from, to] = [xOf(span, width, ruler.from), xOf(span, width, ruler.to)];
  const [first, second] = [Math.max(0, Math.min(from, to)), Math.min(width, Math.max(from, to))];
  const length = inTime(Math.abs(ruler.to - ruler.from));

  const onKeyDown = (event: KeyboardEvent, end: RulerEnd) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    if (event.key === "Escape" || event.key === "Delete") return onChange(null);
    const step = Math.max(1, ((span.to - span.from) / width) * (event.shiftKey ? 20 : 2));
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onChange(withEnd(ruler, end, ruler[end] + by, last));
  };

  return (
    <div className="timeline-ruler" style={{ left, width }}>
      {second > first && (
        <div className="timeline-ruler-between" style={{ left: first, width: second - first }}>
          <span>{length}</span>
        </div>
      )}
      {(["from", "to"] as const).map((end) => {
        const x = end === "from" ? from : to;
        return (
          <div
            key={end}
            className="timeline-ruler-end"
            role="slider"
            tabIndex={0}
            aria-label={names[end]}
            aria-valuemin={0}
            aria-valuemax={Math.round(last)}
            aria-valuenow={Math.round(ruler[end])}
            aria-valuetext={`${inTime(ruler[end])}; ${length} between the ends`}
            hidden={x < 0 || x > width}
            style={{ left: x }}
            onKeyDown={(event) => onKeyDown(event, end)}
            onPointerDown={(event) => {
              event.stopPropagation();
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={(event) => {
              event.stopPropagation();
              if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
              onChange(withEnd(ruler, end, momentOf(event), last));
            }}
            onPointerUp={(event) => event.stopPropagation()}
          />
        );
      })}
    </div>
  );
}
