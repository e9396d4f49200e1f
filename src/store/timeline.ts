import { createStore, type StoreApi } from "zustand/vanilla";
import { chromeTrace } from "../runtime/chrome-trace.ts";
import type { CoreClock, CoreKind, CoreReport, Debugging } from "../runtime/protocol.ts";
import { TraceLog } from "../runtime/trace-log.ts";
import type { Frames } from "./frames.ts";
import { emptyPicture, makePicture, type Picture } from "./timeline-picture.ts";
import { freshSelection, type Selection } from "./timeline-selection.ts";

/// How the trace is shown: bars over time, who wrote to whom, what it comes to, or one core's calls as a list.
export type TimelineView = "time" | "messages" | "summary" | "list";

export interface TimelineState {
  readonly picture: Picture;
  /// Grows with every run.
  readonly run: number;
  /// Whether the present or last run is recorded; null before the first.
  readonly recorded: boolean | null;
  readonly view: TimelineView;
  readonly selection: Selection | null;
  /// The cores that are shown, as the learner wrote them; empty for all.
  readonly cores: string;
  /// Whether the critical path is marked.
  readonly path: boolean;
}

/// What the cores of the present or last run did, and when. Runs are recorded once someone has watched. While nobody watches, a
/// recorded run keeps its newest records to itself.
export interface Timeline {
  readonly store: StoreApi<TimelineState>;
  /// Until the returned function is called, the picture is kept up to date.
  watch(): () => void;
  /// Whether a run that starts now is to be recorded.
  wanted(): boolean;
  /// Another run, recorded or not; what is known of the last one is forgotten.
  setRun(run: Pick<Debugging, "trace"> | null, recorded: boolean): void;
  /// Time has passed; `settled` when the cores stand still.
  look(cores: readonly CoreReport[], settled: boolean): void;
  rewind(clocks: readonly CoreClock[]): void;
  /// Reads all that is left, watched or not: the run's memory is about to be used by another.
  readAll(): void;
  set(change: Partial<Pick<TimelineState, "view" | "selection" | "cores" | "path">>): void;
  /// All that is kept, as Chrome's trace events; their times are of a chip of this frequency in Hz.
  exported(frequency: number): string;
}

// While the cores run, people cannot follow more than this; and the page rests so many times as long as a look took.
const interval = 100;
const restFactor = 6;
// Of all cores together: what is read in one look, and what is kept. With more, a new picture would take longer than a click may wait.
const mostRead = 32_000;
const mostKept = 80_000;
const mostLooks = 100;

export function createTimeline(frames: Frames): Timeline {
  const store = createStore<TimelineState>(() => ({
    picture: emptyPicture,
    run: 0,
    recorded: null,
    view: "time",
    selection: null,
    cores: "",
    path: false,
  }));
  let run: Pick<Debugging, "trace"> | null = null;
  let log = new TraceLog();
  let kinds: ReadonlyMap<number, CoreKind> = new Map();
  let watchers = 0;
  let everWatched = false;
  let settled = false;
  let next = Number.NEGATIVE_INFINITY;
  let reading = false;

  /// Takes what there is of the trace, up to a bound. Whether there was more.
  const read = (): boolean => {
    if (run === null) return false;
    const batch = run.trace(Math.ceil(mostRead / Math.max(1, kinds.size)));
    log.add(batch);
    return batch.more;
  };
  // As much as the cores keep; more comes while they run.
  const readRest = () => {
    for (let k = 0; k < mostLooks && read(); k++);
  };
  const show = () => {
    store.setState(({ selection, ...state }) => {
      const picture = makePicture(log, kinds);
      return { ...state, picture, selection: freshSelection(picture, selection) };
    });
  };
  const lookNow = () => {
    const began = frames.now();
    const more = read();
    // The rest of what cores have done that stand still comes with the next frames; the picture once it is whole.
    if (settled && more) {
      readOn();
      return;
    }
    show();
    next = frames.now() + Math.max(interval, (frames.now() - began) * restFactor);
  };
  const readOn = () => {
    if (reading) return;
    reading = true;
    frames.next(() => {
      reading = false;
      if (settled && watchers > 0) lookNow();
    });
  };

  return {
    store,
    watch() {
      watchers++;
      everWatched = true;
      lookNow();
      return () => {
        watchers--;
      };
    },
    wanted: () => everWatched,
    setRun(nextRun, recorded) {
      run = recorded ? nextRun : null;
      log = new TraceLog();
      kinds = new Map();
      settled = false;
      next = Number.NEGATIVE_INFINITY;
      store.setState((state) => ({
        picture: emptyPicture,
        selection: null,
        run: state.run + 1,
        recorded: nextRun === null ? null : recorded,
      }));
    },
    look(cores, nowSettled) {
      if (run === null) return;
      // Full Python is there before the cores it uses.
      if (kinds.size < cores.length) {
        kinds = new Map(cores.map(({ id, kind }) => [id, kind]));
        log = new TraceLog(Math.ceil(mostKept / cores.length));
      }
      settled = nowSettled;
      if (watchers > 0 && (settled || frames.now() >= next)) lookNow();
    },
    rewind(clocks) {
      log.rewind(clocks);
    },
    readAll() {
      readRest();
      if (watchers > 0) show();
      run = null;
    },
    set(change) {
      store.setState(change);
    },
    exported(frequency) {
      readRest();
      return chromeTrace(log, kinds, frequency);
    },
  };
}
