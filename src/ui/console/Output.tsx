import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Rows } from "../../store/output.ts";
import { useApp } from "../app/context.ts";
import { Icon } from "../app/Icon.tsx";
import { useSize } from "../app/useSize.ts";
import { InputPrompt } from "./InputPrompt.tsx";
import { LogRow } from "./LogRow.tsx";

const rowHeight = 20;
/// So near to the end counts as being there.
const slack = 8;

/// The merged log of all cores. It follows the newest line until the learner scrolls up.
export function Output() {
  const { output, run, settings } = useApp();
  const { revision, filter } = useStore(output.store);
  const status = useStore(run, (state) => state.status);
  const wrap = useStore(settings.store, (state) => state.wrap);
  const [scroller, { width }] = useSize<HTMLDivElement>();
  const [following, setFollowing] = useState(true);
  const rows = output.rows();
  const first = rows.length > 0 ? rows.number(0) : 0;

  // A new function whenever rows have been dropped or filtered: the rows' sizes then belong to other indexes.
  const getItemKey = useMemo(
    () => (filter === null ? (index: number) => first + index : (index: number) => output.rows().number(index)),
    [output, filter, first],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    overscan: 8,
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (following && element !== null) element.scrollTop = element.scrollHeight;
  }, [following, revision, virtual.getTotalSize()]);

  // What was measured holds for one width.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (width === 0 || element === null) return;
    virtual.measure();
    // Nothing tells of the rows that happen to keep their height.
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
    const index = indexOf(output.rows(), number);
    // Computes the places anew, if they have changed.
    virtual.getTotalSize();
    const start = virtual.measurementsCache[index]?.start ?? 0;
    element.scrollTop = output.rows().number(index) === number ? start + offset : start;
  }, [output, virtual, first, filter, following, wrap, width]);

  // A new run is followed from its beginning.
  useEffect(() => {
    if (status === "compiling") setFollowing(true);
  }, [status]);

  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= slack;
    // The end moves away while lines come in; only a scroll upwards stops the following.
    if (atEnd) setFollowing(true);
    const item = virtual.getVirtualItemForOffset(element.scrollTop);
    // The log may have moved on since this was drawn; what is seen are the rows as drawn.
    if (item !== undefined) reading.current = { number: Number(item.key), offset: element.scrollTop - item.start };
  };
  const stopFollowing = () => {
    const element = scroller.current;
    if (element !== null && element.scrollHeight > element.clientHeight) setFollowing(false);
  };

  return (
    <div className="output">
      {output.log.first > 0 && (
        <p className="dropped">
          The newest {output.log.capacity.toLocaleString("en")} lines are kept; {output.log.first.toLocaleString("en")}{" "}
          earlier ones were dropped.
        </p>
      )}
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
        {rows.length === 0 && <Empty running={status !== "idle"} />}
        <div className="log-rows" style={{ height: virtual.getTotalSize() }}>
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
      <InputPrompt />
    </div>
  );
}

/// Whether a text may take more than one row on the narrowest screen.
function mayWrap(text: string): boolean {
  return text.length > 20 || !/^[ -~]*$/.test(text);
}

/// The index of the row with this number, or else of the first row after it.
function indexOf(rows: Rows, number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.number(middle) < number) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, Math.max(0, rows.length - 1));
}

function onScrollbar(event: { readonly currentTarget: HTMLElement; readonly nativeEvent: PointerEvent }): boolean {
  return event.nativeEvent.offsetX > event.currentTarget.clientWidth;
}

function Empty({ running }: { readonly running: boolean }) {
  return (
    <p className="log-empty">
      {running ? "Nothing has been printed yet." : "Press Run, or Ctrl+Enter. What the cores print appears here."}
    </p>
  );
}
