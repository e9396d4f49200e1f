import { useDeferredValue, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { chosenCores } from "../../store/run/core-choice.ts";
import { rowsToShow, togglePin } from "../../store/timeline/order.ts";
import { findHits, hitNumber, nextHit, noHits, readQuery } from "../../store/timeline/search.ts";
import { ofInterval, type Selection } from "../../store/timeline/selection.ts";
import { useApp } from "../shared/context.ts";
import { Details } from "./Details.tsx";
import { IntervalList } from "./IntervalList.tsx";
import { NotYet } from "./NotYet.tsx";
import { Rows } from "./Rows.tsx";
import { freshRuler, type Ruler } from "./ruler.ts";
import { SearchBar } from "./SearchBar.tsx";
import { SummaryView } from "./SummaryView.tsx";
import { type Span, showing, whole } from "./span.ts";
import { TimelineBar } from "./TimelineBar.tsx";
import { TrafficView } from "./TrafficView.tsx";
import "./timeline.css";

/// What the cores did and when: bars over virtual time, the traffic between them, what it comes to, and a list.
export default function Timeline() {
  const { timeline, run, chip } = useApp();
  const { picture, view, selection, cores, order, pinned, search, path, run: number } = useStore(timeline.store);

  // Null shows all there is, while it grows.
  const [chosen, setSpan] = useState<Span | null>(null);
  const [ruler, setRuler] = useState<Ruler | null>(null);
  const [crowded, setCrowded] = useState(false);
  const [shownRun, setShownRun] = useState(number);
  if (shownRun !== number) {
    setShownRun(number);
    setSpan(null);
    setRuler(null);
  }
  const span = chosen ?? whole(picture.end);
  const shown = useMemo(
    () => rowsToShow(picture, chosenCores(cores) ?? (() => true), order, pinned),
    [picture, cores, order, pinned],
  );
  const { rows } = shown;

  const field = useRef<HTMLDivElement>(null);
  const strip = useRef<HTMLDivElement>(null);
  const choose = (next: Selection | null) => {
    timeline.set({ selection: next });
    if (next === null) return;
    const [from, to] =
      next.kind === "interval" ? [next.interval.begin, next.interval.end] : [next.message.sent, next.message.arrived];
    setSpan((now) => (now === null ? null : showing(now, from, to, picture.end)));
  };

  const frequency = useStore(run, (state) => state.frequency);
  const wanted = useDeferredValue(search ?? "");
  const query = useMemo(() => readQuery(wanted, frequency), [wanted, frequency]);
  const hits = useMemo(
    () => (query !== null && "matches" in query ? findHits(rows, query.matches) : noHits),
    [rows, query],
  );
  const stuck = useMemo(
    () => new Map(chip.now().deadlock?.waits.map((wait) => [wait.core, wait] as const)),
    // The report comes with the last of the picture.
    [picture, chip],
  );
  const searchField = useRef<HTMLInputElement>(null);
  const call = selection?.kind === "interval" ? selection.interval : null;
  const goToHit = (forth: boolean) => {
    const next = nextHit(hits, call, forth);
    if (next !== null) choose(ofInterval(next));
  };
  const openSearch = () => {
    if (search === null) timeline.set({ search: "" });
    // It may have to be drawn first.
    requestAnimationFrame(() => searchField.current?.focus());
  };
  const closeSearch = () => {
    timeline.set({ search: null });
    field.current?.focus();
  };
  const toggleRuler = () => setRuler(ruler === null ? freshRuler(selection, span) : null);

  if (picture.rows.length === 0) {
    return <NotYet />;
  }
  return (
    <div className="timeline">
      <TimelineBar
        drawing={field}
        span={span}
        onSpan={setSpan}
        whole={chosen === null}
        shownCores={rows.length}
        measures={ruler !== null}
        onRuler={toggleRuler}
        onSearch={search === null ? openSearch : closeSearch}
      />
      {view === "time" && (
        <>
          {search !== null && (
            <SearchBar
              field={searchField}
              text={search}
              onText={(text) => timeline.set({ search: text })}
              problem={query !== null && "problem" in query ? query.problem : ""}
              count={hits.count}
              number={call === null ? 0 : hitNumber(hits, call)}
              onGo={goToHit}
              onClose={closeSearch}
            />
          )}
          <Rows
            field={field}
            picture={picture}
            shown={shown}
            span={span}
            onSpan={setSpan}
            selection={selection}
            onChoose={choose}
            onEnter={() => strip.current?.querySelector("button")?.focus()}
            path={path}
            hits={hits}
            stuck={stuck}
            onHit={goToHit}
            onSearch={openSearch}
            onPin={(core) => timeline.set({ pinned: togglePin(pinned, core) })}
            ruler={ruler}
            onRuler={setRuler}
            onToggleRuler={toggleRuler}
            onCrowded={setCrowded}
          />
          <Details strip={strip} crowded={crowded} ruler={ruler} onLeave={() => field.current?.focus()} />
        </>
      )}
      {view === "messages" && <TrafficView picture={picture} rows={rows} />}
      {view === "summary" && <SummaryView picture={picture} rows={rows} />}
      {view === "list" && <IntervalList rows={rows} />}
    </div>
  );
}
