import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Empty, RunNow } from "../shared/Empty.tsx";
import { Icon } from "../shared/Icon.tsx";
import { useSize } from "../shared/useSize.ts";
import { Columns } from "./Columns.tsx";
import { LoadingPython } from "./LoadingPython.tsx";
import { LogRow } from "./LogRow.tsx";

const rowHeight = 20;
/// So near to the end counts as being there.
const slack = 8;
const never = () => false;

/// What the cores say, in one log or in a column for each of them.
export function Output() {
  const { output } = useApp();
  const columns = useStore(output.store, (state) => state.columns);
  const dropped = useStore(output.store, () => output.log.first);
  return (
    <div className="output">
      {dropped > 0 && (
        <p className="dropped">
          The newest {output.log.length.toLocaleString("en")} lines are kept; {dropped.toLocaleString("en")} earlier
          ones were dropped.
        </p>
      )}
      {columns ? <Columns /> : <MergedLog />}
    </div>
  );
}

/// The merged log of all cores. It follows the newest line until the learner scrolls up.
function MergedLog() {
  const { output, run, settings } = useApp();
  const { revision, filter, search, order } = useStore(output.store);
  const status = useStore(run, (state) => state.status);
  const loading = useStore(run, (state) => state.loading);
  const wrap = useStore(settings.store, (state) => state.wrap);
  const [scroller, { width }] = useSize<HTMLDivElement>();
  const [following, setFollowing] = useState(true);
  const rows = output.rows();
  const first = rows.length > 0 ? rows.number(0) : 0;

  // A new function whenever rows have been dropped or filtered: the rows' sizes then belong to other indexes.
  const getItemKey = useMemo(() => {
    const all = filter === null && search === "" && order === "arrival";
    return all ? (index: number) => first + index : (index: number) => output.rows().number(index);
  }, [output, filter, search, order, first, order === "time" ? revision : 0]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 8,
  });
  // It would go by where it last saw the scroller, which may have been moved since.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = never;
  const height = virtual.getTotalSize();

  // Where following the newest line has put the scroller. That it is there says nothing about what the learner wants.
  const followedTo = useRef(-1);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!following || element === null) return;
    element.scrollTop = element.scrollHeight;
    followedTo.current = element.scrollTop;
  }, [following, revision, height]);

  // What was measured holds for one width.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (width === 0 || element === null) return;
    virtual.measure();
    // No event comes for rows that happen to keep their height.
    for (const slot of element.querySelectorAll<HTMLElement>(".log-slot")) {
      virtual.resizeItem(Number(slot.dataset.index), slot.offsetHeight);
    }
  }, [scroller, virtual, wrap, width]);

  // While rows are dropped at the top or change their heights, what the learner is reading must stay where it is.
  const reading = useRef({ number: 0, offset: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (following || element === null) return;
    const { number, offset } = reading.current;
    const index = output.rows().indexOf(number);
    // Computes the places anew, if they have changed.
    virtual.getTotalSize();
    const { start = 0, size = 1 } = virtual.measurementsCache[index] ?? {};
    // Of a row that takes less room than before, the end is what is left to see.
    element.scrollTop = output.rows().number(index) === number ? start + Math.min(offset, size - 1) : start;
  }, [output, virtual, first, filter, search, order, order === "time" ? revision : 0, following, wrap, width, height]);

  // A new run is followed from its beginning.
  useEffect(() => {
    if (status === "compiling") setFollowing(true);
  }, [status]);

  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= slack;
    // The end moves away while lines come in; only a scroll upwards stops the following. That is heard of before the
    // scroller has moved.
    if (element.scrollTop !== followedTo.current) {
      followedTo.current = -1;
      if (atEnd) setFollowing(true);
    }
    const item = virtual.getVirtualItemForOffset(element.scrollTop);
    // The log may have moved on since this was drawn; what is seen are the rows as drawn.
    if (item !== undefined) reading.current = { number: Number(item.key), offset: element.scrollTop - item.start };
  };
  const stopFollowing = () => {
    const element = scroller.current;
    if (element !== null && element.scrollHeight > element.clientHeight) setFollowing(false);
  };

  return (
    <>
      <div
        className={wrap ? "log mono wrap" : "log mono"}
        ref={scroller}
        role="log"
        aria-label="Output of the cores"
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it
        tabIndex={0}
        onScroll={onScroll}
        onWheel={(event) => event.deltaY < 0 && stopFollowing()}
        onTouchMove={stopFollowing}
        onPointerDown={(event) => onScrollbar(event) && stopFollowing()}
        onKeyDown={(event) => ["ArrowUp", "PageUp", "Home"].includes(event.key) && stopFollowing()}
      >
        {rows.length === 0 && loading === null && <NoRows running={status !== "idle"} hidden={output.log.length > 0} />}
        {loading !== null && <LoadingPython part={loading} />}
        <div className="log-rows" style={{ height }}>
          {virtual.getVirtualItems().map((item) => {
            const entry = output.log.at(rows.number(item.index));
            return (
              entry !== undefined && (
                <div
                  key={item.key}
                  className="log-slot"
                  data-index={item.index}
                  // Most lines are alike; only what may take more than one row has to be measured.
                  ref={entry.kind === "line" && !(wrap && mayWrap(entry.text)) ? undefined : virtual.measureElement}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <LogRow entry={entry} />
                </div>
              )
            );
          })}
        </div>
      </div>
      {!following && rows.length > 0 && (
        <button type="button" className="button small line to-end" onClick={() => setFollowing(true)}>
          <Icon name="down" />
          Newest
        </button>
      )}
    </>
  );
}

/// Whether a text may take more than one row on the narrowest screen.
function mayWrap(text: string): boolean {
  return text.length > 20 || !/^[ -~]*$/.test(text);
}

function onScrollbar(event: { readonly currentTarget: HTMLElement; readonly nativeEvent: PointerEvent }): boolean {
  return event.nativeEvent.offsetX > event.currentTarget.clientWidth;
}

interface NoRowsProps {
  readonly running: boolean;
  /// There are lines, but none is chosen.
  readonly hidden: boolean;
}

function NoRows({ running, hidden }: NoRowsProps) {
  if (hidden) return <p className="log-empty">No line is like that. Look for other words, or at all cores.</p>;
  return (
    <Empty
      words={running ? "Nothing has been printed yet." : "Press Run, or Ctrl+Enter. What the cores print appears here."}
    >
      <RunNow />
    </Empty>
  );
}
