import { memo } from "react";
import type { MemorySegment } from "../../store/run/chip.ts";
import { localBytes } from "../../store/run/chip-choice.ts";

interface MemoryStripProps {
  readonly memory: readonly MemorySegment[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/// What a core has for the program, in one line: what is set aside in pale, what is in use in full colour. The
/// interpreter's 24 KB are the same on every core and left out here.
export const MemoryStrip = memo(function MemoryStrip({ memory, x, y, width }: MemoryStripProps) {
  const segments = memory.filter((segment) => segment.name !== "interpreter");
  const start = segments[0]?.from ?? 0;
  const scale = width / (localBytes - start);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <g className="memory-strip" transform={`translate(${x} ${y})`} aria-hidden="true">
      <rect className="memory-ground" width={width} height="8" rx="2" />
      {segments.map(({ name, from, size, used }) => (
        <g key={name} className={`seg-${name}`}>
          <rect className="seg-room" x={(from - start) * scale} width={size * scale} height="8" />
          <rect x={(from - start) * scale} width={Math.max(used > 0 ? 1 : 0, used * scale)} height="8" />
        </g>
      ))}
    </g>
  );
});
