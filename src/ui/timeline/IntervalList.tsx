import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import type { Row, TraceInterval } from "../../store/timeline/picture.ts";
import { nameOf } from "../../store/timeline/selection.ts";
import { LineLink } from "../shared/LineLink.tsx";
import { useCycles } from "../shared/useCycles.ts";
import { CoreChoice } from "../shell/CoreChoice.tsx";
import "../shared/figures.css";

const itemHeight = 24;

/// One core's calls, in words: what the rows show, for those who cannot see them.
export function IntervalList({ rows }: { readonly rows: readonly Row[] }) {
  const [core, setCore] = useState(rows[0]?.core ?? 0);
  const row = rows.find((one) => one.core === core) ?? rows[0];
  const scroller = useRef<HTMLElement>(null);
  const intervals = row?.intervals ?? [];
  const virtual = useVirtualizer({
    count: intervals.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => itemHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const name = row === undefined ? "" : nameOf(row);
  return (
    <div className="timeline-list">
      <p className="timeline-list-choice">
        Calls of{" "}
        <CoreChoice
          label="Calls of"
          cores={rows.map((one) => one.core)}
          nameOf={(of) => nameOf(rows.find((one) => one.core === of) ?? { kind: "device", core: of })}
          chosen={row?.core ?? null}
          onChoose={(next) => setCore(next ?? core)}
        />
        ; between them it computes.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it */}
      <section className="timeline-list-scroll" ref={scroller} aria-label={`Calls of ${name}`} tabIndex={0}>
        <table className="figures" aria-rowcount={intervals.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              {["Call", "Other core", "From", "Waited", "Took", "Line"].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={items[0]?.start ?? 0} />
            {items.map(({ index }) => (
              <tr key={index} aria-rowindex={index + 2}>
                <Cells interval={intervals[index] as TraceInterval} />
              </tr>
            ))}
            <Gap height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </section>
    </div>
  );
}

/// The room of the rows that are not on the page.
function Gap({ height }: { readonly height: number }) {
  return height > 0 && <tr className="gap" style={{ height }} />;
}

function Cells({ interval }: { readonly interval: TraceInterval }) {
  const { core, kind, peer, begin, ready, end, place } = interval;
  const inTime = useCycles();
  return (
    <>
      <th scope="row">{kind.replace("_", " ")}</th>
      <td>{peer === null || peer === core ? "–" : peer}</td>
      <td>{inTime(begin)}</td>
      <td>{ready > begin ? inTime(ready - begin) : "–"}</td>
      <td>{inTime(end - begin)}</td>
      <td>
        <LineLink file={place.file} line={place.line} />
      </td>
    </>
  );
}
