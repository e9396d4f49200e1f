import { useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { chosenCores } from "../../store/run/core-choice.ts";
import type { Selection } from "../../store/timeline/selection.ts";
import { useApp } from "../shared/context.ts";
import { Details } from "./Details.tsx";
import { IntervalList } from "./IntervalList.tsx";
import { NotYet } from "./NotYet.tsx";
import { Rows } from "./Rows.tsx";
import { SummaryView } from "./SummaryView.tsx";
import { type Span, showing, whole } from "./span.ts";
import { TimelineBar } from "./TimelineBar.tsx";
import { TrafficView } from "./TrafficView.tsx";
import "./timeline.css";

/// What the cores did and when: bars over virtual time, the traffic between them, what it comes to, and a list.
export default function Timeline() {
  const { timeline } = useApp();
  const { picture, view, selection, cores, path, run: number } = useStore(timeline.store);

  // Null shows all there is, while it grows.
  const [chosen, setSpan] = useState<Span | null>(null);
  const [shownRun, setShownRun] = useState(number);
  if (shownRun !== number) {
    setShownRun(number);
    setSpan(null);
  }
  const span = chosen ?? whole(picture.end);
  const rows = useMemo(() => {
    const shown = chosenCores(cores);
    return shown === null ? picture.rows : picture.rows.filter(({ core }) => shown(core));
  }, [picture, cores]);

  const field = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLDivElement>(null);
  const choose = (next: Selection | null) => {
    timeline.set({ selection: next });
    if (next === null) return;
    const [from, to] =
      next.kind === "interval" ? [next.interval.begin, next.interval.end] : [next.message.sent, next.message.arrived];
    setSpan((now) => (now === null ? null : showing(now, from, to, picture.end)));
  };

  if (picture.rows.length === 0) {
    return <NotYet />;
  }
  return (
    <div className="timeline">
      <TimelineBar drawing={field} span={span} onSpan={setSpan} whole={chosen === null} shownCores={rows.length} />
      {view === "time" && (
        <>
          <Rows
            field={field}
            picture={picture}
            rows={rows}
            span={span}
            onSpan={setSpan}
            selection={selection}
            onChoose={choose}
            onEnter={() => strip.current?.querySelector("button")?.focus()}
            path={path}
          />
          <Details strip={strip} onLeave={() => field.current?.focus()} />
        </>
      )}
      {view === "messages" && <TrafficView picture={picture} rows={rows} />}
      {view === "summary" && <SummaryView picture={picture} rows={rows} />}
      {view === "list" && <IntervalList rows={rows} />}
    </div>
  );
}
