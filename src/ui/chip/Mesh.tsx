import { type KeyboardEvent, useMemo } from "react";
import { useStore } from "zustand";
import type { CoreReport } from "../../store/run/chip.ts";
import { meshCores, meshWidth } from "../../store/run/chip-choice.ts";
import type { CoreName } from "../../store/view.ts";
import { useApp } from "../shared/context.ts";
import { useEverything } from "../shared/useDepth.ts";
import { useSize } from "../shared/useSize.ts";
import { CoreCell } from "./CoreCell.tsx";
import { Flights } from "./Flights.tsx";
import { HostCell } from "./HostCell.tsx";
import { coreAfterKey } from "./keyboard-moves.ts";
import { Links } from "./Links.tsx";
import { enlargement, layOut } from "./layout.ts";
import { MovingMessages } from "./MovingMessages.tsx";
import type { Point } from "./map-layout.ts";
import { SharedMemory } from "./SharedMemory.tsx";
import { useReports } from "./useReports.ts";
import { WaitArrows } from "./WaitArrows.tsx";

/// The 4×4 mesh, its shared memory and the host's virtual cores: a grid in which the arrow keys go from core to core.
export function Mesh() {
  const { view, chip } = useApp();
  const chosen = useStore(view, (state) => state.core);
  const carried = useStore(chip.store, (state) => state.links);
  const deadlock = useStore(chip.store, (state) => state.deadlock);
  const lastLines = useStore(chip.store, (state) => state.lastLines);
  const reports = useReports();
  const hosts = reports.filter((core) => core.kind === "host");
  const [room, size] = useSize<HTMLDivElement>();
  const everything = useEverything();
  const presenting = useStore(view, (state) => state.presenting);
  const scale = presenting ? enlargement(size) : 1;
  const layout = useMemo(
    () => layOut({ width: size.width / scale, height: size.height / scale }, hosts.length, everything),
    [size, scale, hosts.length, everything],
  );
  // Exactly one cell is in the order of Tab, also when the chosen core is no longer there.
  const shown = chosen.startsWith("host") && !hosts.some(({ id }) => `host ${id}` === chosen) ? "device 0" : chosen;

  const hostCentre = (core: number): Point | undefined => {
    const index = hosts.findIndex(({ id }) => id === core);
    if (index < 0) return undefined;
    const { x, y } = layout.hostCore(index);
    return { x: x + layout.host.width / 2, y: y + layout.host.height / 2 };
  };
  const choose = (core: CoreName) => view.setState({ core });
  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const core = coreAfterKey(shown, event.key, hosts);
    if (core === null) return;
    event.preventDefault();
    choose(core);
    event.currentTarget.querySelector<SVGElement>(`[data-core="${core}"]`)?.focus();
  };

  return (
    <div className="mesh" ref={room}>
      {size.width > 0 && (
        <div
          className="mesh-drawing"
          data-picture=""
          style={{ width: layout.width, height: layout.height, zoom: scale }}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn as a mesh */}
          <svg
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus
            role="grid"
            aria-label="Cores"
            width={layout.width}
            height={layout.height}
            viewBox={`0 0 ${layout.width} ${layout.height}`}
            onKeyDown={move}
          >
            <Links layout={layout} reports={reports} carried={carried} deadlocked={deadlock !== null} />
            {everything && (
              <SharedMemory
                layout={layout}
                reports={reports}
                chosen={shown.startsWith("device") ? Number(shown.split(" ")[1]) : null}
              />
            )}
            {rows.map((row) => (
              // biome-ignore lint/a11y/useSemanticElements: a row of the drawing
              <g key={row} role="row">
                {Array.from({ length: meshWidth }, (_, column) => row * meshWidth + column).map((id) => (
                  <CoreCell
                    key={id}
                    id={id}
                    report={reports.find((core) => core.id === id && core.kind === "device")}
                    lastLine={lastLines.get(id)}
                    chosen={shown === `device ${id}`}
                    {...layout.device(id)}
                    size={layout.cell}
                    plain={!everything}
                    onChoose={choose}
                  />
                ))}
              </g>
            ))}
            {hosts.length > 0 && (
              // biome-ignore lint/a11y/useSemanticElements: a row of the drawing
              <g role="row" aria-label={hostTitle(hosts)}>
                <text className="host-title" x={layout.device(0).x} y={layout.hostTop + 14}>
                  {hostTitle(hosts)}
                </text>
                {hosts.map((report, index) => (
                  <HostCell
                    key={report.id}
                    report={report}
                    chosen={shown === `host ${report.id}`}
                    {...layout.hostCore(index)}
                    size={layout.host}
                    onChoose={choose}
                  />
                ))}
              </g>
            )}
            {deadlock !== null && <WaitArrows layout={layout} deadlock={deadlock} />}
          </svg>
          <MovingMessages size={layout} centre={layout.centre} radius={4.5} over={layout.cell} />
          <Flights
            size={layout}
            centre={layout.centre}
            columns={meshWidth}
            radius={3.5}
            below={layout.cell.height * 0.3}
            hostCentre={hostCentre}
            labels
          />
        </div>
      )}
    </div>
  );
}

const rows = Array.from({ length: meshCores / meshWidth }, (_, row) => row);

function hostTitle(hosts: readonly CoreReport[]): string {
  if (!hosts.at(-1)?.usesPython) return "Virtual cores on the host";
  return hosts.length === 1 ? "Full Python on the host" : "Virtual cores on the host, the last is full Python";
}
