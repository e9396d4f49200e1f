import { meshWidth } from "../../store/address.ts";
import type { Layout } from "./layout.ts";

/// The 32 MB that all cores and the host can reach, drawn below the mesh.
export function SharedMemory({ layout }: { readonly layout: Layout }) {
  const { x } = layout.device(0);
  const y = layout.sharedTop;
  const right = layout.device(meshWidth - 1).x + layout.cell.width;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g className="shared" aria-hidden="true">
      <rect x={x} y={y} width={right - x} height="20" rx="4" />
      <text x={x + 8} y={y + 14}>
        Shared memory, 32 MB
      </text>
      {right - x > 290 && (
        <text className="mono-text" x={right - 8} y={y + 14} textAnchor="end">
          0x8E000000
        </text>
      )}
    </g>
  );
}
