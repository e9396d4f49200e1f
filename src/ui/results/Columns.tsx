import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { coresOf, type LogEntry } from "../../store/output/log.ts";
import { logText } from "../../store/output/log-text.ts";
import { useApp } from "../shared/context.ts";
import { Empty, RunNow } from "../shared/Empty.tsx";
import { useCycles } from "../shared/useCycles.ts";
import { TerminalText } from "./TerminalText.tsx";

const columnWidth = 176;
const rowHeight = 20;

/// A column for each core that has said something. Each follows its newest line unless it is scrolled up.
export function Columns() {
  const { output } = useApp();
  const speakers = useStore(output.store, (state) => state.speakers);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    horizontal: true,
    count: speakers.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 1,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it
    <section className="columns" ref={scroller} aria-label="Output, a column for each core" tabIndex={0}>
      {speakers.length === 0 && (
        <Empty words="What the cores print appears here.">
          <RunNow />
        </Empty>
      )}
      <div style={{ width: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const core = speakers[index] as number;
          return <Column key={core} core={core} left={start} />;
        })}
      </div>
    </section>
  );
}

function Column({ core, left }: { readonly core: number; readonly left: number }) {
  const { output } = useApp();
  const revision = useStore(output.store, (state) => state.revision);
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const inTime = useCycles();
  const rows = output.column(core);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (following.current && element !== null) element.scrollTop = element.scrollHeight;
  }, [revision]);
  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    following.current = element.scrollHeight - element.scrollTop - element.clientHeight <= rowHeight;
  };
  return (
    <div className="column" style={{ width: columnWidth, transform: `translateX(${left}px)` }}>
      <h2>core {core}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it */}
      <div className="column-lines mono" ref={scroller} tabIndex={0} onScroll={onScroll}>
        <ul aria-label={`Output of core ${core}`} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const entry = output.log.at(rows.number(index));
            if (entry === undefined) return null;
            return (
              <li
                key={rows.number(index)}
                className={coresOf(entry) === null ? "whole" : ""}
                style={{ transform: `translateY(${start}px)` }}
                title={"cycles" in entry ? `at ${inTime(entry.cycles)}` : undefined}
              >
                <TerminalText line={short(entry, core)} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/// The entry in one line, as far as it is about this core.
function short(entry: LogEntry, core: number): string {
  if (entry.kind === "line") return entry.text;
  if (entry.kind === "answer") return `${entry.prompt}${entry.text}`;
  if (entry.kind === "faults") {
    return `error: ${entry.faults.find((fault) => fault.core === core)?.message ?? ""}`;
  }
  if (entry.kind === "finished") return entry.outcome;
  return logText(entry).split("\n")[0] ?? "";
}
