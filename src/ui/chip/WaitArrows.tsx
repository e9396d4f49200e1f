import { memo } from "react";
import type { Deadlock } from "../../store/run/chip.ts";
import { meshCores } from "../../store/run/chip-choice.ts";
import type { Layout } from "./layout.ts";
import { areNeighbours, arrowPath, arrowsOf, laneOf } from "./waits.ts";

/// Who waits for whom in a deadlock, as arrows between the cells. The words are beside the mesh.
export const WaitArrows = memo(function WaitArrows({ layout, deadlock }: WaitArrowsProps) {
  const hosts = new Set(deadlock.waits.filter(({ kind }) => kind === "host").map(({ core }) => core));
  const onMesh = (core: number) => core < meshCores && !hosts.has(core);
  const arrows = arrowsOf(deadlock).filter(({ from, to }) => from !== to && onMesh(from) && onMesh(to));
  const far = [...new Set(arrows.filter(({ from, to }) => !areNeighbours(from, to)).map(({ to }) => to))];
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g className="wait-arrows" aria-hidden="true">
      <marker
        id="wait-head"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path d="M0 0.5 8 4 0 7.5z" />
      </marker>
      {arrows.map(({ from, to }) => (
        <polyline
          key={`${from} ${to}`}
          points={arrowPath(layout, from, to, laneOf(far, to))
            .map(({ x, y }) => `${x},${y}`)
            .join(" ")}
          markerEnd="url(#wait-head)"
        />
      ))}
    </g>
  );
});

interface WaitArrowsProps {
  readonly layout: Layout;
  readonly deadlock: Deadlock;
}
