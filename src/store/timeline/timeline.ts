import { createStore, type StoreApi } from "zustand/vanilla";
import type { SlicedWork } from "../../base/sliced-work.ts";
import { chromeTrace } from "../../runtime/chrome-trace.ts";
import type { CoreClock, CoreKind, CoreReport } from "../../runtime/protocol/cores.ts";
import type { Debugging } from "../../runtime/protocol/run.ts";
import { newestOf, type Trace, TraceLog } from "../../runtime/trace-log.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import { inSlices } from "../platform/slices.ts";
import type { RowOrder } from "./order.ts";
import { emptyPicture, makePicture, type Picture } from "./picture.ts";
import { freshSelection, type Selection } from "./selection.ts";

/// How the trace is shown: bars over time, who wrote to whom, what it comes to, or one core's calls as a list.
export type TimelineView = "time" | "messages" | "summary" | "list";

/// How what is shown became known: recorded while it ran, or made again since. `turns`: made again, but it looks whether messages have
/// come, so that it may have gone differently when it ran.
export type Origin = "recorded" | "again" | "turns";

export interface TimelineState {
  readonly picture: Picture;
  /// Whether the first picture of the run is being made, which may take a moment.
  readonly preparing: boolean;
  /// Grows with every run.
  readonly run: number;
  /// Whether the present or last run is recorded, or has been made again since; null before the first.
  readonly recorded: boolean | null;
  readonly origin: Origin;
  readonly view: TimelineView;
  readonly selection: Selection | null;
  /// The cores that are shown, as the learner wrote them; empty for all.
  readonly cores: string;
  readonly order: RowOrder;
  /// The cores whose rows come first and stay in view, as they were pinned.
  readonly pinned: readonly number[];
  /// What calls are looked for, as the learner wrote it; null while nobody searches.
  readonly search: string | null;
  /// Whether the critical path is marked.
  readonly path: boolean;
  /// How much of the trace has been exported, from 0 to 1; null while nobody exports it.
  readonly exported: number | null;
}

/// What the cores of the present or last run did, and when. Runs are recorded once someone has watched. While nobody watches, a
/// recorded run keeps its newest records to itself. One that was not recorded can be made again (player/make-timeline.ts).
export interface Timeline {
  readonly store: StoreApi<TimelineState>;
  /// Until the returned function is called, the picture is kept up to date.
  watch(): () => void;
  /// Whether a run that starts now is to be recorded.
  wanted(): boolean;
  /// Another run, recorded or not; what is known of the last one is forgotten.
  setRun(run: Pick<Debugging, "trace"> | null, recorded: boolean): void;
  /// What a run that was not recorded did, now that it has been made again. The trace must stay as it is.
  setMade(trace: Trace, kinds: ReadonlyMap<number, CoreKind>, origin: Origin): void;
  /// Time has passed; `settled` when the cores stand still.
  look(cores: readonly CoreReport[], settled: boolean): void;
  rewind(clocks: readonly CoreClock[]): void;
  /// Reads all that is left, watched or not, after which the run's memory may be used by another.
  readAll(): Promise<void>;
  /// All that was recorded of a run that is over.
  recorded(): Promise<Trace>;
  set(
    change: Partial<Pick<TimelineState, "view" | "selection" | "cores" | "order" | "pinned" | "search" | "path">>,
  ): void;
  /// All that is kept, as Chrome's trace events; their times are of a chip of this frequency in Hz. Null when it was cancelled.
  export(frequency: number): Promise<Blob | null>;
  cancelExport(): void;
}

// While the cores run, people cannot follow more than this; and the page rests this many times as long as a look took.
const interval = 100;
const restFactor = 6;
// Of all cores together: what is read in one look, which must be one task, as there would be holes if cores that are faster wrote
// between its parts; and what is kept.
const mostRead = 32_000;
const mostKept = 80_000;
const mostLooks = 100;
// Of a run that was made again nothing has to be read while others write, so more of it can be kept.
const mostMade = 400_000;
// Progress is told in so many steps.
const mostSteps = 50;

export function createTimeline(frames: Frames): Timeline {
  const store = createStore<TimelineState>(() => ({
    picture: emptyPicture,
    preparing: false,
    run: 0,
    recorded: null,
    origin: "recorded",
    view: "time",
    selection: null,
    cores: "",
    order: "core",
    pinned: [],
    search: null,
    path: false,
    exported: null,
  }));
  let run: Pick<Debugging, "trace"> | null = null;
  let log = new TraceLog();
  // The trace of a run that was made again stands in the place of the log.
  let made: Trace | null = null;
  let kinds: ReadonlyMap<number, CoreKind> = new Map();
  let watchers = 0;
  let everWatched = false;
  let settled = false;
  let next = Number.NEGATIVE_INFINITY;
  // Looks are taken one after the other.
  let looking = false;
  let endLook: Cancel = () => {};
  // Whether the cores came to stand still during one, so that there is more to see.
  let missedEnd = false;
  let endExport: Cancel = () => {};

  const known = (): Trace => made ?? log.copy();

  /// Takes what there is of the trace, up to a bound. Whether there was more.
  const read = (): boolean => {
    if (run === null) return false;
    // Of cores that run too fast to be followed, what they do now is worth more than what they did.
    const batch = run.trace(Math.ceil(mostRead / Math.max(1, kinds.size)), !settled);
    log.add(batch);
    return batch.more;
  };
  // As much as the cores keep; more comes while they run. Another run has another log.
  function* readRest(): SlicedWork<void> {
    const own = log;
    for (let k = 0; k < mostLooks && log === own && read(); k++) yield;
  }
  function* lookInSteps(): SlicedWork<Picture> {
    // The picture of cores that stand still is made once all of it is there.
    for (let more = read(); settled && more; more = read()) yield;
    yield;
    return yield* makePicture(known(), kinds);
  }
  const lookNow = () => {
    if (looking) {
      missedEnd ||= settled;
      return;
    }
    looking = true;
    missedEnd = false;
    const cancel = inSlices(frames, lookInSteps(), (picture, milliseconds) => {
      looking = false;
      store.setState(({ selection, ...state }) => ({
        ...state,
        picture,
        selection: freshSelection(picture, selection),
        preparing: false,
      }));
      next = frames.now() + Math.max(interval, milliseconds * restFactor);
      if (missedEnd && watchers > 0) endLook = frames.after(0, lookNow);
    });
    if (!looking) return;
    endLook = cancel;
    if (store.getState().picture === emptyPicture) store.setState({ preparing: true });
  };
  const leaveLook = () => {
    endLook();
    looking = false;
    missedEnd = false;
  };

  function* exportInSteps(frequency: number): SlicedWork<Blob> {
    const [own, ownKinds, ownMade] = [log, kinds, made];
    yield* readRest();
    // In parts, so that none of them takes long to encode.
    const parts: Blob[] = [];
    for (const { text, done } of chromeTrace(ownMade ?? own.copy(), ownKinds, frequency)) {
      parts.push(new Blob([text]));
      const shown = Math.round(done * mostSteps) / mostSteps;
      if (shown !== store.getState().exported) store.setState({ exported: shown });
      yield;
    }
    return new Blob(parts, { type: "application/json" });
  }

  const readAll = (): Promise<void> => {
    const own = log;
    return new Promise((resolve) => {
      inSlices(frames, readRest(), () => {
        // Another run may have begun meanwhile.
        if (log === own) {
          run = null;
          if (watchers > 0) lookNow();
        }
        resolve();
      });
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
      leaveLook();
      run = recorded ? nextRun : null;
      log = new TraceLog();
      made = null;
      kinds = new Map();
      settled = false;
      next = Number.NEGATIVE_INFINITY;
      store.setState((state) => ({
        picture: emptyPicture,
        preparing: false,
        selection: null,
        run: state.run + 1,
        recorded: nextRun === null ? null : recorded,
        origin: "recorded",
      }));
    },
    setMade(trace, nextKinds, origin) {
      leaveLook();
      run = null;
      kinds = nextKinds;
      made = newestOf(trace, mostOfEach(kinds.size));
      settled = true;
      store.setState({ recorded: true, origin });
      if (watchers > 0) lookNow();
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
      leaveLook();
      log.rewind(clocks);
    },
    readAll,
    async recorded() {
      await readAll();
      return known();
    },
    set(change) {
      store.setState(change);
    },
    export(frequency) {
      endExport();
      store.setState({ exported: 0 });
      return new Promise((resolve) => {
        const settle = (document: Blob | null) => {
          endExport = () => {};
          store.setState({ exported: null });
          resolve(document);
        };
        endExport = () => settle(null);
        const cancel = inSlices(frames, exportInSteps(frequency), settle);
        if (store.getState().exported === null) return;
        endExport = () => {
          cancel();
          settle(null);
        };
      });
    },
    cancelExport: () => endExport(),
  };
}

/// Of a run that is made again, so many intervals and messages of each core are kept.
export function mostOfEach(cores: number): number {
  return Math.ceil(mostMade / Math.max(1, cores));
}
