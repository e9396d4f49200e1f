import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { formatAddress } from "../../store/run/chip-choice.ts";
import { type InstructionRow, type ListingRow, listingRows } from "../../store/run/listing.ts";
import { useApp } from "../shared/context.ts";
import { Empty, ShowProblems } from "../shared/Empty.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { useCodeAddress } from "./useCodeAddress.ts";
import "./listing.css";

const rowHeight = 20;
const page = 12;

/// The program as the cores have it. The line of the cursor, its instructions and their bytes are marked alike.
export default function ByteCode() {
  const { compiled } = useApp();
  const { image, files } = useStore(compiled);
  const rows = useMemo(() => (image === null ? [] : listingRows(image, files)), [image, files]);
  if (image === null) {
    return (
      <Empty words="There is no byte code because the program has errors.">
        <ShowProblems />
      </Empty>
    );
  }
  return <Listing rows={rows} />;
}

function Listing({ rows }: { readonly rows: readonly ListingRow[] }) {
  const { view, projects } = useApp();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const line = useStore(view, (state) => state.cursor.line);
  const file = useStore(projects.store, (state) => state.current.active);
  const address = useCodeAddress();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const instruction = (index: number | null): InstructionRow | null => {
    const row = index === null ? undefined : rows[index];
    return row?.kind === "instruction" ? row : null;
  };
  const point = (index: number | null) => {
    const place = instruction(index)?.place ?? null;
    setChosen(index);
    view.setState({ range: place });
    if (index !== null) virtual.scrollToIndex(index, { align: "auto" });
  };

  // What is chosen belongs to these rows, and the editor's mark to what is chosen.
  useEffect(() => {
    setChosen(null);
    return () => view.setState({ range: null });
  }, [rows, view]);

  // The cursor has moved to another line: its instructions come into sight.
  const first = rows.findIndex((row) => row.kind === "source" && row.line === line && row.file === file);
  useEffect(() => {
    if (first >= 0 && chosen === null) virtual.scrollToIndex(first, { align: "center" });
  }, [first, chosen, virtual]);

  const move = (event: KeyboardEvent) => {
    const last = rows.length - 1;
    const from = chosen ?? Math.max(first, 0);
    const to = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === "Escape") return point(null);
    if (event.key === "Enter") {
      // The editor gets the focus, and would take this key for a new line.
      event.preventDefault();
      const place = instruction(chosen)?.place;
      if (place) view.setState({ reveal: { file: place.file, line: place.line, column: 1 }, pane: "code" });
      return;
    }
    if (to === undefined) return;
    event.preventDefault();
    const step = to >= from ? 1 : -1;
    let next = Math.min(last, Math.max(0, to));
    while (rows[next] !== undefined && rows[next]?.kind !== "instruction") next += step;
    if (rows[next] !== undefined) point(next);
  };

  const shown = instruction(chosen);
  return (
    <div className="listing">
      <div
        ref={scroller}
        className="listing-rows mono"
        role="listbox"
        aria-label="Byte code"
        aria-activedescendant={shown === null ? undefined : `instruction-${shown.pc}`}
        tabIndex={0}
        onKeyDown={move}
      >
        <div style={{ height: virtual.getTotalSize(), position: "relative" }} role="presentation">
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index] as ListingRow;
            const current = rowIsAt(row, file, line);
            return (
              <div
                key={item.key}
                className="listing-slot"
                role="presentation"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.kind === "instruction" ? (
                  <Instruction
                    row={row}
                    current={current}
                    chosen={item.index === chosen}
                    onChoose={() => point(item.index)}
                  />
                ) : (
                  <Heading row={row} current={current} />
                )}
              </div>
            );
          })}
        </div>
      </div>
      <p className="listing-foot" aria-live="polite">
        {shown === null ? (
          "Choose an instruction with the arrow keys or a click; the editor marks its source."
        ) : (
          <>
            <b className="mono">{shown.name}</b> {shown.summary} {shown.cycles.toLocaleString("en")} cycles
            {address !== null && `, at ${formatAddress(address + shown.pc)}`}
            {shown.place !== null && ", "}
            {shown.place !== null && <LineLink file={shown.place.file} line={shown.place.line} />}
          </>
        )}
      </p>
    </div>
  );
}

function rowIsAt(row: ListingRow, file: string, line: number): boolean {
  if (row.kind === "function") return false;
  const place = row.kind === "source" ? row : row.place;
  return place !== null && place.file === file && place.line === line;
}

function Heading({ row, current }: { readonly row: Exclude<ListingRow, InstructionRow>; readonly current: boolean }) {
  if (row.kind === "function") {
    return (
      <div className="listing-function">
        {row.name}
        <span>
          {row.bytes} bytes, {row.slots} slots
        </span>
      </div>
    );
  }
  return (
    <div className={current ? "listing-source current" : "listing-source"}>
      <span className="listing-line">{row.line}</span>
      <span className="listing-text">{row.text === "" ? `${row.file}, line ${row.line}` : row.text}</span>
    </div>
  );
}

interface InstructionProps {
  readonly row: InstructionRow;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Instruction({ row, current, chosen, onChoose }: InstructionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the list
    <div
      id={`instruction-${row.pc}`}
      className={`listing-instruction ${current ? "current" : ""} ${chosen ? "chosen" : ""}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onClick={onChoose}
    >
      <span className="listing-pc">{row.pc}</span>
      <span className="listing-bytes">{hex(row.bytes)}</span>
      <span className="listing-name">{row.name}</span>
      <span className="listing-text">{row.operands}</span>
    </div>
  );
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
