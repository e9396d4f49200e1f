import { type RefObject, useRef } from "react";
import { useStore } from "zustand";
import { chosenCores } from "../../store/run/core-choice.ts";
import type { RowOrder } from "../../store/timeline/order.ts";
import type { TimelineView } from "../../store/timeline/timeline.ts";
import { useApp } from "../shared/context.ts";
import { Icon, type IconName } from "../shared/Icon.tsx";
import { SaveView } from "../shared/SaveView.tsx";
import { saveFile } from "../shared/save-file.ts";
import { percent } from "./percent.ts";
import { type Span, whole as wholeSpan, zoomed } from "./span.ts";

interface TimelineBarProps {
  readonly drawing: RefObject<HTMLElement | null>;
  readonly span: Span;
  /// Null for all there is.
  readonly onSpan: (span: Span | null) => void;
  readonly whole: boolean;
  readonly shownCores: number;
  /// Whether the ruler lies there.
  readonly measures: boolean;
  readonly onRuler: () => void;
  /// Opens the search, or closes it.
  readonly onSearch: () => void;
}

const views: readonly (readonly [TimelineView, string])[] = [
  ["time", "Time"],
  ["messages", "Messages"],
  ["summary", "Summary"],
  ["list", "List"],
];

const orders: readonly (readonly [RowOrder, string])[] = [
  ["core", "by core"],
  ["waiting", "by waiting"],
  ["busy", "by busy"],
];

/// Ways to look at the trace.
export function TimelineBar(props: TimelineBarProps) {
  const { drawing, span, onSpan, whole, shownCores, measures, onRuler, onSearch } = props;
  const { timeline, projects, run } = useApp();
  const { picture, view, cores, order, search, path, exported, origin } = useStore(timeline.store);
  const file = useStore(run, (state) => state.file);
  const zoom = (factor: number) => onSpan(zoomed(span, factor, (span.from + span.to) / 2, picture.end));
  const wrong = chosenCores(cores) === null || shownCores === 0;
  const bar = useRef<HTMLDivElement>(null);
  const shown = () => (view === "time" ? drawing.current : (bar.current?.nextElementSibling as HTMLElement | null));
  const name = (file ?? projects.activeFile().name).replace(/\.py$/, "");
  const download = async () => {
    const trace = await timeline.export(run.getState().frequency);
    if (trace !== null) saveFile(`${name}-trace.json`, trace, "application/json");
  };
  return (
    <div className="timeline-bar" ref={bar}>
      <fieldset className="timeline-views" aria-label="How the run is shown">
        {views.map(([id, name]) => (
          <button
            key={id}
            type="button"
            className="button small"
            aria-pressed={view === id}
            onClick={() => timeline.set({ view: id })}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <input
        className="field small"
        placeholder="all cores"
        aria-label="Cores that are shown"
        aria-invalid={wrong}
        title={wrong ? "Write numbers and ranges of cores that took part: 0-3, 7" : "For instance 0-3, 7"}
        value={cores}
        onChange={(event) => timeline.set({ cores: event.target.value })}
      />
      {view === "time" && (
        <select
          className="select small"
          aria-label="Order of the rows"
          title="Order of the rows. Press the name of a core to pin its row."
          value={order}
          onChange={(event) => timeline.set({ order: event.target.value as RowOrder })}
        >
          {orders.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
      {view === "time" && (
        <div className="timeline-zoom">
          <span className="timeline-hand">
            <Tool icon="plus" name="Zoom in" onClick={() => zoom(0.5)} />
            <Tool icon="minus" name="Zoom out" onClick={() => zoom(2)} disabled={whole} />
          </span>
          <button
            type="button"
            className="button small"
            disabled={whole || span.to - span.from === wholeSpan(picture.end).to}
            onClick={() => onSpan(null)}
          >
            Fit
          </button>
          <button
            type="button"
            className="button small"
            aria-pressed={path}
            aria-label="Critical path"
            title="Critical path: the chain of work and messages that decided how long the run took"
            onClick={() => timeline.set({ path: !path })}
          >
            Path
          </button>
          <button
            type="button"
            className="button small"
            aria-pressed={measures}
            title="Measure the time between two moments (R, or drag with Shift)"
            onClick={onRuler}
          >
            Ruler
          </button>
          <button
            type="button"
            className="button small"
            aria-pressed={search !== null}
            title="Find calls (F)"
            onClick={onSearch}
          >
            Find
          </button>
        </div>
      )}
      <SaveView
        what="the timeline"
        isPlayed={view === "time"}
        name={`${name}-timeline${view === "time" ? "" : `-${view}`}`}
        frame={shown}
        caption={() => `${name}.py`}
      />
      {exported === null ? (
        <Tool icon="download" name="Export the trace, for Perfetto" onClick={() => void download()} />
      ) : (
        <>
          <Tool icon="close" name="Cancel the export" onClick={timeline.cancelExport} />
          <span className="timeline-exported">Exporting: {percent(exported)}</span>
        </>
      )}
      {origin === "turns" && (
        <p className="timeline-note">
          This program looks whether messages have come. It was made again for the timeline, with its cores taking
          turns, so it may have gone differently when you ran it.
        </p>
      )}
      {picture.dropped > 0 && (
        <p className="timeline-note">
          There was more than is kept: the earliest {picture.dropped.toLocaleString("en")} calls and messages are
          missing. Numbers and pictures are of the rest.
        </p>
      )}
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly name: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, name, disabled, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className="button small icon-only"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
