import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { CoreReport, CoreState } from "../../store/run/chip.ts";
import { mostPressingFirst } from "../../store/run/state-order.ts";
import { formatCycles } from "../../store/timeline/time.ts";
import type { CoreName } from "../../store/view.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { useEverything } from "../shared/useDepth.ts";
import { stateStyles } from "./state-styles.ts";

const rowHeight = 24;
const page = 10;
type Filter = CoreState | "all";

/// All cores as a list: what each does, at which line and time, and for whom it waits. The same as the map, in words.
export function CoreTable({ reports }: { readonly reports: readonly CoreReport[] }) {
  const { chip, view } = useApp();
  const { frequency } = useStore(chip.store, (state) => state.model);
  const chosen = useStore(view, (state) => state.core);
  const everything = useEverything();
  const [filter, setFilter] = useState<Filter>("all");
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();

  const counts = new Map<CoreState, number>();
  for (const { state } of reports) counts.set(state, (counts.get(state) ?? 0) + 1);
  const rows = useMemo(
    () => (filter === "all" ? reports : reports.filter(({ state }) => state === filter)),
    [reports, filter],
  );
  const chosenRow = rows.findIndex((report) => nameOf(report) === chosen);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // The row of headings stands above the others, and stays there.
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  // A core that is chosen elsewhere comes into sight. Rows that come and go do not scroll the list.
  const shown = useRef<CoreName | null>(null);
  useEffect(() => {
    if (shown.current === chosen) return;
    shown.current = chosen;
    if (chosenRow >= 0) virtual.scrollToIndex(chosenRow, { align: "auto" });
  }, [virtual, chosen, chosenRow]);

  const move = (event: KeyboardEvent) => {
    const from = Math.max(0, chosenRow);
    const to = {
      ArrowDown: chosenRow + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    const report = to === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (report === undefined) return;
    event.preventDefault();
    view.setState({ core: nameOf(report) });
  };
  const rowId = (index: number) => `${id}-${index}`;
  const states = mostPressingFirst.flatMap((state) => {
    const count = counts.get(state);
    return count === undefined ? [] : [[state, count] as const];
  });
  return (
    <div className="core-list">
      <div className="core-list-head">
        <label>
          Show
          <select className="select small" value={filter} onChange={({ target }) => setFilter(target.value as Filter)}>
            <option value="all">all {reports.length.toLocaleString("en")} cores</option>
            {states.map(([state, count]) => (
              <option key={state} value={state}>
                {count.toLocaleString("en")} {state}
              </option>
            ))}
            {filter !== "all" && !counts.has(filter) && <option value={filter}>0 {filter}</option>}
          </select>
        </label>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a table of which only a part is in the page */}
      <div
        className="core-list-rows"
        ref={scroller}
        role="grid"
        aria-label="List of cores"
        aria-rowcount={rows.length + 1}
        aria-colcount={5}
        aria-activedescendant={chosenRow < 0 ? undefined : rowId(chosenRow)}
        tabIndex={0}
        onKeyDown={move}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one */}
        <div className="core-list-row head" role="row" aria-rowindex={1} tabIndex={-1}>
          {["Core", "State", "Line", "Waits for", everything ? "Virtual time" : "Time"].map((title) => (
            // biome-ignore lint/a11y/useSemanticElements: as its row
            <span key={title} role="columnheader" tabIndex={-1}>
              {title}
            </span>
          ))}
        </div>
        <div style={{ height: virtual.getTotalSize(), position: "relative" }} role="presentation">
          {virtual.getVirtualItems().map((item) => {
            const report = rows[item.index];
            return (
              report !== undefined && (
                <Row
                  key={nameOf(report)}
                  id={rowId(item.index)}
                  index={item.index}
                  top={item.start - rowHeight}
                  report={report}
                  chosen={item.index === chosenRow}
                  frequency={frequency}
                  onChoose={(core) => view.setState({ core })}
                />
              )
            );
          })}
        </div>
        {rows.length === 0 && <p className="pane-empty">No core is in this state now.</p>}
      </div>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly report: CoreReport;
  readonly chosen: boolean;
  readonly frequency: number;
  readonly onChoose: (core: CoreName) => void;
}

const Row = memo(function Row({ id, index, top, report, chosen, frequency, onChoose }: RowProps) {
  const { state, line, peer, peerIsHost, cycles, kind } = report;
  const look = stateStyles[state];
  const at = line === null || state === "ended" || state === "idle" ? "–" : String(line);
  const cells = [at, peer === null ? "–" : peerIsHost ? "host" : String(peer), formatCycles(cycles, frequency)];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the list
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed one by one
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      tabIndex={-1}
      className={`core-list-row tone-${look.tone}${chosen ? " chosen" : ""}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onChoose(nameOf(report))}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as its row */}
      <span role="rowheader" tabIndex={-1}>
        {report.id}
        {kind === "host" && (report.usesPython ? " Python" : " virtual")}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: as its row */}
      <span role="gridcell" className="core-list-state" tabIndex={-1}>
        <Icon name={look.icon} />
        {state}
      </span>
      {cells.map((text, column) => (
        // biome-ignore lint/a11y/useSemanticElements: as its row
        <span key={column} role="gridcell" className="mono" tabIndex={-1}>
          {text}
        </span>
      ))}
    </div>
  );
});

function nameOf({ kind, id }: CoreReport): CoreName {
  return `${kind} ${id}`;
}
