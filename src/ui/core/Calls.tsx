import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { callKey } from "../../base/alike-faults.ts";
import { type Folded, foldRepeats, foldWords, sizeOf } from "../../base/fold.ts";
import type { Call } from "../../store/run/inspector.ts";
import { useApp } from "../shared/context.ts";
import { LineLink } from "../shared/LineLink.tsx";
import { NotInspected } from "./NotInspected.tsx";
import { useInspection } from "./useInspection.ts";

const rowHeight = 26;
const none: readonly Call[] = [];

/// The chosen core's calls, innermost first. What repeats is folded until it is asked for.
export default function Calls() {
  const { view } = useApp();
  const { inspection } = useInspection();
  const chosen = useStore(view, (state) => state.call);
  const [open, setOpen] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const calls = inspection?.calls ?? none;
  const rows = useMemo((): readonly Folded<Call>[] => {
    const folded = foldRepeats(calls, callKey);
    const isHidden = folded.some(
      (part) => part.kind !== "item" && part.from <= chosen && chosen < part.from + sizeOf(part),
    );
    return open || isHidden ? calls.map((item, index) => ({ kind: "item", item, index })) : folded;
  }, [calls, open, chosen]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  if (inspection === null) return <NotInspected what="them" />;
  if (inspection.calls.length === 0) return <p className="core-empty">The core has come to its end.</p>;
  return (
    <div className="core-scroll" ref={scroller}>
      <ol className="calls" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = { transform: `translateY(${start}px)`, height: rowHeight };
          return row.kind === "item" ? (
            <li
              key={index}
              className={row.index === chosen ? "chosen" : ""}
              style={place}
              aria-setsize={calls.length}
              aria-posinset={row.index + 1}
            >
              <CallRow call={row.item} index={row.index} />
            </li>
          ) : (
            <li key={index} style={place}>
              <button type="button" className="link" title="Show every call" onClick={() => setOpen(true)}>
                {foldWords(row)}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function CallRow({ call: { name, place, variables }, index }: { readonly call: Call; readonly index: number }) {
  const { view } = useApp();
  return (
    <>
      <button
        type="button"
        className="call-name mono"
        title="Show its variables"
        onClick={() => view.setState({ call: index, details: "variables" })}
      >
        {name === "<program>" ? "the program" : `${name}(${parameters(variables)})`}
      </button>
      <LineLink file={place.file} line={place.line} text={`${place.file}, line ${place.line}`} />
    </>
  );
}

function parameters(
  variables: readonly { readonly name: string; readonly text: string; readonly type: string }[],
): string {
  return variables
    .filter(({ type }) => type !== "unset")
    .slice(0, 4)
    .map(({ name, text }) => `${name}=${text.length > 24 ? `${text.slice(0, 23)}…` : text}`)
    .join(", ");
}
