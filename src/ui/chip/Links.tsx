import { memo } from "react";
import type { CoreReport } from "../../store/chip.ts";
import type { Layout } from "./layout.ts";
import { linkKey, links, traffic } from "./routes.ts";

/// The mesh's links, with what the cores want to send over them.
export const Links = memo(function Links({ layout, reports }: LinksProps) {
  const load = traffic(reports);
  const centre = (id: number) => {
    const { x, y } = layout.device(id);
    return { x: x + layout.cell.width / 2, y: y + layout.cell.height / 2 };
  };
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g aria-hidden="true">
      {links.map(({ a, b }) => {
        const key = linkKey(a, b);
        const busy = load.get(key);
        const from = centre(a);
        const to = centre(b);
        const tone = busy === undefined ? "" : ` busy tone-${busy.tone}${busy.awaited ? " awaited" : ""}`;
        const width = busy === undefined ? 1.5 : Math.min(6, 2 + busy.count);
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
    </g>
  );
});

interface LinksProps {
  readonly layout: Layout;
  readonly reports: readonly CoreReport[];
}
