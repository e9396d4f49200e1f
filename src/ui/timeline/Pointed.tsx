import { useMemo } from "react";
import type { Picture } from "../../store/timeline/picture.ts";
import { type Target, targetWords } from "../../store/timeline/told.ts";
import { useCycles } from "../shared/useCycles.ts";

/// What the pointer is at, and where that is.
export interface PointedAt {
  readonly x: number;
  readonly y: number;
  readonly target: Target | { readonly kind: "name"; readonly words: string };
}

interface PointedProps {
  readonly picture: Picture;
  readonly at: PointedAt;
  readonly width: number;
  readonly height: number;
}

/// A box beside the pointer with words on what is there. The strip below has the same of what is chosen, for the keyboard.
export function Pointed({ picture, at, width, height }: PointedProps) {
  const inTime = useCycles();
  const { target, x, y } = at;
  const { title, lines } = useMemo(
    () => (target.kind === "name" ? { title: target.words, lines: [] } : targetWords(picture, target, inTime)),
    [picture, target, inTime],
  );
  const isLow = y > height / 2;
  const isRight = x > width / 2;
  return (
    <div
      className="timeline-pointed"
      role="tooltip"
      style={{
        ...(isRight ? { right: Math.max(0, width - x + 12) } : { left: x + 12 }),
        top: y + (isLow ? -10 : 14),
        transform: isLow ? "translateY(-100%)" : undefined,
      }}
    >
      <b>{title}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
