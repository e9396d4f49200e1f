import { useStore } from "zustand";
import type { CoreReport } from "../../store/run/chip.ts";
import { describeCore } from "../../store/run/narration.ts";
import type { CoreName } from "../../store/view.ts";
import { useApp } from "../shared/context.ts";
import { IconMark } from "../shared/Icon.tsx";
import type { Size } from "../shared/useSize.ts";
import { stateStyles } from "./state-styles.ts";

interface HostCellProps {
  readonly report: CoreReport;
  readonly chosen: boolean;
  readonly x: number;
  readonly y: number;
  readonly size: Size;
  readonly onChoose: (core: CoreName) => void;
}

/// One virtual core of the host, or its full Python. They have no local memory to show.
export function HostCell({ report, chosen, x, y, size, onChoose }: HostCellProps) {
  const name: CoreName = `host ${report.id}`;
  const look = stateStyles[report.state];
  const { run } = useApp();
  const loading = useStore(run, (state) => (report.usesPython ? state.loading : null));
  const line = report.line === null || report.state === "ended" || report.state === "idle" ? "" : `L${report.line}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cell cannot be drawn
    <g
      role="gridcell"
      className={`core tone-${look.tone}${chosen ? " chosen" : ""}`}
      data-core={name}
      aria-label={`${report.usesPython ? `Full Python on the host, id ${report.id},` : `Virtual core ${report.id}`} ${describeCore(report)}`}
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      transform={`translate(${x} ${y})`}
      onClick={() => onChoose(name)}
      onFocus={() => onChoose(name)}
    >
      <rect className="core-box" width={size.width} height={size.height} rx="5" />
      <text className="core-id small" x="7" y="16">
        {report.id}
      </text>
      <IconMark name={look.icon} x={size.width - 18} y={6} />
      <text className="core-place" x="7" y="32">
        {loading !== null ? `${Math.round(loading * 100)} %` : line === "" ? look.word : line}
      </text>
    </g>
  );
}
