import { memo } from "react";
import type { CoreReport } from "../../store/run/chip.ts";
import { meshWidth } from "../../store/run/chip-choice.ts";
import type { Layout } from "./layout.ts";
import { type SharedPart, sharedUse } from "./shared-use.ts";

interface SharedMemoryProps {
  readonly layout: Layout;
  readonly reports: readonly CoreReport[];
  /// The core whose part is marked.
  readonly chosen: number | null;
}

const height = 28;
const barHeight = 6;

/// The 32 MB that all cores and the host can reach, drawn below the mesh: how much of it is in use, and at its foot each core's
/// part, by segment, and before them the byte code that all share.
export const SharedMemory = memo(function SharedMemory({ layout, reports, chosen }: SharedMemoryProps) {
  const { x } = layout.device(0);
  const y = layout.sharedTop;
  const width = layout.device(meshWidth - 1).x + layout.cell.width - x;
  const { used, code, parts } = sharedUse(reports);
  const columns = parts.length + (code > 0 ? 1 : 0);
  const column = (width - 8) / Math.max(1, columns);
  const top = y + height - barHeight - 2;
  const left = x + 4 + (code > 0 ? column : 0);
  // In the middle, while there is nothing at the foot.
  const baseline = columns === 0 ? y + height / 2 + 4 : y + 14;
  const inUse = used === 0 ? "" : `: ${used.toLocaleString("en")} B in use`;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g className="shared" aria-hidden="true">
      <rect x={x} y={y} width={width} height={height} rx="4" />
      {code > 0 && <rect className="shared-part seg-code" x={x + 4} y={top} width={column - 2} height={barHeight} />}
      {parts.map((part, index) => (
        <Part
          key={part.id}
          part={part}
          chosen={part.id === chosen}
          x={left + index * column}
          y={top}
          width={column - 2}
        />
      ))}
      <text x={x + 8} y={baseline}>
        {width > 220 ? `Shared memory, 32 MB${inUse}` : `Shared${inUse}`}
      </text>
      {width > 350 && (
        <text className="mono-text" x={x + width - 8} y={baseline} textAnchor="end">
          0x8E000000
        </text>
      )}
    </g>
  );
});

interface PartProps {
  readonly part: SharedPart;
  readonly chosen: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function Part({ part: { segments, size }, chosen, x, y, width }: PartProps) {
  let from = x;
  return (
    <>
      <rect className={chosen ? "shared-room chosen" : "shared-room"} x={x} y={y} width={width} height={barHeight} />
      {segments.map(({ name, used }) => {
        // The least that can be seen, where there is anything.
        const length = used === 0 ? 0 : Math.min(x + width - from, Math.max(2, (used / size) * width));
        from += length;
        return (
          <rect
            key={name}
            className={`shared-part seg-${name}`}
            x={from - length}
            y={y}
            width={length}
            height={barHeight}
          />
        );
      })}
    </>
  );
}
