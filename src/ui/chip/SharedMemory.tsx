import { memo } from "react";
import { meshWidth } from "../../store/address.ts";
import type { CoreReport } from "../../store/chip.ts";
import type { Layout } from "./layout.ts";

interface SharedMemoryProps {
  readonly layout: Layout;
  readonly reports: readonly CoreReport[];
}

/// The 32 MB that all cores and the host can reach, drawn below the mesh: how much of it is in use, and at its foot how
/// full each core's area is.
export const SharedMemory = memo(function SharedMemory({ layout, reports }: SharedMemoryProps) {
  const { x } = layout.device(0);
  const y = layout.sharedTop;
  const width = layout.device(meshWidth - 1).x + layout.cell.width - x;
  const fills = reports.filter(({ shared = [] }) => shared.length > 0).map(fillOf);
  const used = fills.reduce((sum, fill) => sum + fill.used, codeBytes(reports));
  const column = width / Math.max(1, fills.length);
  const inUse = used === 0 ? "" : `, ${used.toLocaleString("en")} B in use`;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g className="shared" aria-hidden="true">
      <rect x={x} y={y} width={width} height="20" rx="4" />
      {fills.map(({ id, used, size }, index) => {
        // The least that can be seen, where there is anything.
        const length = used === 0 ? 0 : Math.max(2, (used / size) * (column - 2));
        return (
          <rect key={id} className="shared-fill" x={x + 1 + index * column} y={y + 17} width={length} height="2" />
        );
      })}
      <text x={x + 8} y={y + 14}>
        {width > 190 ? `Shared memory, 32 MB${inUse}` : "Shared memory"}
      </text>
      {width > 350 && (
        <text className="mono-text" x={x + width - 8} y={y + 14} textAnchor="end">
          0x8E000000
        </text>
      )}
    </g>
  );
});

function fillOf({ id, shared = [] }: CoreReport): { id: number; used: number; size: number } {
  const own = shared.filter(({ name }) => name !== "code");
  return {
    id,
    used: own.reduce((sum, segment) => sum + segment.used, 0),
    size: own.reduce((sum, segment) => sum + segment.size, 0),
  };
}

// All cores share one copy.
function codeBytes(reports: readonly CoreReport[]): number {
  const shared = reports.find((core) => core.shared?.some(({ name }) => name === "code"))?.shared;
  return shared?.find(({ name }) => name === "code")?.used ?? 0;
}
