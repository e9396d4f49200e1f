import { memo } from "react";
import type { CoreReport } from "../../store/run/chip.ts";
import type { Link } from "../../store/run/moves.ts";
import { busiestOf } from "./LinkWords.tsx";
import { type Layout, linkEnds } from "./layout.ts";
import { linkKey, links, traffic } from "./routes.ts";

/// The mesh's links, from the edge of one cell to that of the next: in the middle what the cores want to send over them now, at
/// either side what each direction has carried, the thicker and fuller the nearer it comes to the busiest. In a deadlock the
/// arrows say who waits for whom.
export const Links = memo(function Links({ layout, reports, carried, deadlocked }: LinksProps) {
  const load = deadlocked ? noTraffic : traffic(reports);
  const most = busiestOf(carried)?.bytes ?? 1;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g aria-hidden="true">
      {links.map(({ a, b }) => {
        const key = linkKey(a, b);
        const busy = load.get(key);
        const { from, to } = linkEnds(layout, a, b);
        const tone = busy === undefined ? "" : ` busy tone-${busy.tone}${busy.awaited ? " awaited" : ""}`;
        const width = busy === undefined ? 1.5 : Math.min(4, 2 + busy.count / 2);
        return (
          <line
            key={key}
            className={`mesh-link${tone}`}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            strokeWidth={width}
          />
        );
      })}
      {carried.map(({ from, to, bytes }) => {
        const share = bytes / most;
        const { from: a, to: b } = linkEnds(layout, from, to);
        const length = Math.hypot(b.x - a.x, b.y - a.y);
        // As on a road, each direction keeps to its right.
        const aside = 4 + 3 * share;
        const dx = (-(b.y - a.y) / length) * aside;
        const dy = ((b.x - a.x) / length) * aside;
        const ends = { x1: a.x + dx, y1: a.y + dy, x2: b.x + dx, y2: b.y + dy };
        return (
          <g key={`${from} ${to}`} className="link-load" opacity={0.35 + 0.65 * share}>
            <line className="link-glow" {...ends} strokeWidth={2 + 10 * share} />
            <line {...ends} strokeWidth={1 + 4 * share} />
          </g>
        );
      })}
    </g>
  );
});

const noTraffic: ReturnType<typeof traffic> = new Map();

interface LinksProps {
  readonly layout: Layout;
  readonly reports: readonly CoreReport[];
  readonly carried: readonly Link[];
  readonly deadlocked: boolean;
}
