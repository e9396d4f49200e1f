import { createStore, type StoreApi } from "zustand/vanilla";
import type { SlicedWork } from "../../base/sliced-work.ts";
import { firstNot } from "../../base/sorted.ts";
import { findingsOfRun } from "../../runtime/findings.ts";
import { type Answered, Rerun } from "../../runtime/rerun.ts";
import type { SharedMoment } from "../../share/project.ts";
import type { Background } from "../background/background.ts";
import type { Output } from "../output/output.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import { inSlices } from "../platform/slices.ts";
import type { Chip } from "../run/chip.ts";
import type { Inspector } from "../run/inspector.ts";
import type { RunState } from "../run/run-state.ts";
import type { PlayPace } from "../run/settings.ts";
import { showUnrecorded, type Timeline } from "../timeline/timeline.ts";
import { findLater } from "./find-later.ts";
import { densityOf, type Happening, happeningsOf, wordsAt } from "./happenings.ts";
import { createPlayback, paceFor } from "./playback.ts";
import { closed, type PlayerState } from "./player-state.ts";
import type { Repeatable } from "./repeat-jobs.ts";

export type { Flight } from "../../runtime/rerun.ts";
export type { PlayerState } from "./player-state.ts";

/// The run that is over, as it can be made again but for what it was answered.
export type Played = Pick<Repeatable, "image" | "settings">;

export interface PlayerParts {
  /// Runs the open program; false if there is none that can be run now, or none that can be played.
  readonly start: () => boolean;
  readonly played: () => Played | null;
  /// Makes everything ready for a run of the open program that has not been run here; null if it cannot be.
  readonly prepare: () => Played | null;
  /// Whether the program or its settings are no longer those of the run.
  readonly isChanged: () => boolean;
  readonly run: StoreApi<RunState>;
  readonly output: Output;
  readonly chip: Chip;
  readonly inspector: Inspector;
  readonly timeline: Timeline;
  /// How long a message takes, in seconds.
  readonly pace: () => PlayPace;
  readonly frames: Frames;
  readonly background: Background;
}

/// Plays a run that is over: any moment of its virtual time, on the chip and in all other views.
export interface Player {
  readonly store: StoreApi<PlayerState>;
  /// The moment that is shown, for a link; undefined if none is, or the program has been changed since.
  moment(): SharedMoment | undefined;
  /// Makes a run of the open program that nobody has run here, and shows a moment of it.
  openMoment(moment: SharedMoment): void;
  /// The run that is shown, with a number of its own; null if none is.
  shownRun(): { readonly number: number; readonly run: Repeatable } | null;
  /// Whether there is a run that is shown or could be.
  canOpen(): boolean;
  /// Makes the run again, if that is not done, and shows it from the start, at its end, or at a moment in cycles. Nothing while one is
  /// on.
  open(at?: "start" | "end" | number): void;
  /// Shows the end of the run again.
  close(): void;
  /// Shows a moment of a run that was kept, in the place of the one that is shown.
  openRun(kept: { readonly number: number; readonly run: Repeatable; readonly file: string }, at: number): void;
  /// Whether it is such a run that is shown.
  showsOther(): boolean;
  /// Closes it for good: the run is no longer that of what the page shows.
  forget(): void;
  play(): void;
  /// Makes the run again, and plays it in a quarter of a minute or so, after which it goes; or shows its first event.
  playOnce(how: "slow" | "events"): void;
  pause(): void;
  /// Runs the open program, and plays the run when it is over.
  runSlowly(): void;
  /// Shows a moment, in cycles.
  seek(time: number): void;
  /// To the next thing that happens, or the one before.
  next(): void;
  previous(): void;
  /// Whether a core of the run is one of the chip's.
  isOnChip(core: number): boolean;
  /// Without motion: from one thing that happens to the next.
  setSteps(steps: boolean): void;
}

const progressMilliseconds = 100;
function isOver({ status, outcome }: RunState): boolean {
  return status === "idle" && outcome !== null;
}

export function createPlayer(parts: PlayerParts): Player {
  const { frames, chip, inspector, output, run, timeline, background } = parts;
  const store = createStore<PlayerState>(() => ({ ...closed, isGone: false, density: [] }));
  // One memory for all, as the interpreter's code is made for it.
  let memory = new ArrayBuffer(0);
  let rerun: Rerun | null = null;
  let happenings: readonly Happening[] = [];
  let cancel: Cancel = () => {};
  let leaveFinding: Cancel = () => {};
  let steps = false;
  // Whether the run that is on is played when it is over.
  let slowly = false;
  // Whether the one that is being made is shown at its first event.
  let startsAtEvent = false;
  let oncePace: PlayPace = 1;
  // How the run that is shown came about.
  let repeated: Repeatable | null = null;
  let number = 0;
  let numbers = 0;
  // Whether that is another run than the one that is over.
  let isOther = false;
  // Where it is on its way to, and whether it is.
  let target = 0;
  let moving = false;

  const memoryOf = (bytes: number): ArrayBuffer => {
    if (memory.byteLength < bytes) memory = new ArrayBuffer(bytes);
    return memory;
  };

  const answers = (): readonly Answered[] => {
    const { log } = output;
    const found: Answered[] = [];
    for (let number = log.first; number < log.end; number++) {
      const entry = log.at(number);
      if (entry?.kind === "answer") found.push({ core: entry.core, text: entry.text });
    }
    return found;
  };

  const drop = (): void => {
    leaveFinding();
    cancel();
    playback.stop();
    rerun = null;
    moving = false;
    happenings = [];
    startsAtEvent = false;
    store.setState({ ...closed, density: [] });
  };

  const draw = (time: number): void => {
    if (rerun === null) return;
    const { deadlock } = rerun;
    chip.lay({
      cores: rerun.cores(),
      links: rerun.links(),
      lastLines: rerun.lastLines(time),
      cycles: time,
      deadlock: deadlock !== null && time >= deadlock.time ? deadlock.event : null,
    });
    inspector.look(true);
    store.setState({ at: time, words: wordsAt(happenings, time), flights: rerun.flightsAt(time) });
  };

  const show = (time: number): void => {
    if (rerun === null) return;
    target = Math.min(Math.max(0, time), rerun.end);
    if (moving) return;
    const wanted = target;
    moving = true;
    cancel = inSlices(frames, rerun.goTo(wanted), () => {
      moving = false;
      draw(wanted);
      if (target !== wanted) show(target);
    });
  };

  /// The first thing that happens after a moment.
  const after = (time: number): Happening | undefined => happenings[firstNot(happenings, (one) => one.time <= time)];

  const playback = createPlayback({
    frames,
    store,
    pace: () => (store.getState().once ? oncePace : parts.pace()),
    after: (time) => after(time)?.time,
    show,
    isMoving: () => moving,
    onEnd: () => close(),
  });

  const fail = (error: unknown): void => {
    drop();
    store.setState({ problem: error instanceof Error ? error.message : String(error) });
  };

  /// Makes a run again, and tells how far it has come; false if that cannot be done.
  function* making(made: Rerun, end: number, main: string): SlicedWork<boolean> {
    let told = frames.now();
    try {
      for (const _ of made.make()) {
        if (frames.now() - told > progressMilliseconds) {
          told = frames.now();
          store.setState({ made: Math.min(1, made.made / Math.max(1, end)) });
        }
        yield;
      }
      store.setState({ findings: yield* findingsOfRun(made, main) });
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  }

  /// Makes a run again and shows a moment of it.
  const begin = (
    own: Repeatable,
    at: number,
    onMade: (made: Rerun) => void = () => {},
    main = run.getState().file ?? "",
  ): void => {
    const end = Math.max(chip.store.getState().cycles, Number.isFinite(at) ? at : 0);
    try {
      const made = new Rerun(own.image, own.settings, own.answers, own.stopped, memoryOf);
      rerun = made;
      repeated = own;
      number = ++numbers;
      isOther = false;
      leaveFinding();
      store.setState({ phase: "making", made: 0, problem: null });
      cancel = inSlices(frames, making(made, end, main), (isMade) => {
        if (!isMade) return;
        happenings = happeningsOf(made);
        inspector.lookInto(made);
        showUnrecorded(timeline, made);
        onMade(made);
        oncePace = paceFor(made.flights);
        const first = startsAtEvent ? (after(at)?.time ?? at) : at;
        startsAtEvent = false;
        store.setState({
          phase: "shown",
          at: Math.min(Math.max(0, first), made.end),
          end: made.end,
          density: densityOf(happenings, made.end),
        });
        show(first);
        if (store.getState().playing) play();
      });
    } catch (error) {
      fail(error);
    }
  };

  const open = (at: "start" | "end" | number = "start"): void => {
    const moment = typeof at === "number" ? at : { start: 0, end: Number.POSITIVE_INFINITY }[at];
    // From another run it leads back to the last one.
    if (store.getState().phase === "shown" && isOther) reset();
    if (store.getState().phase === "shown" && at !== "start") {
      pause();
      show(moment);
    }
    const { phase, isGone } = store.getState();
    const last = lastRun();
    if (phase !== "none" || isGone || run.getState().status !== "idle" || last === null) return;
    begin(last, moment);
  };

  /// The run that is over, with all that it takes to make it again.
  const lastRun = (): Repeatable | null => {
    const played = parts.played();
    if (played === null) return null;
    const stopped = run.getState().outcome === "stopped" ? chip.store.getState().cycles : undefined;
    return { ...played, answers: answers(), stopped };
  };
  const onFound = (findings: PlayerState["findings"]): void => store.setState({ findings });

  const openMoment = ({ at, stopped, answers }: SharedMoment): void => {
    reset();
    const played = parts.prepare();
    if (played === null) return;
    store.setState({ isGone: false });
    const own = { ...played, answers: answers.map(([core, text]) => ({ core, text })), stopped };
    // What it prints is told as if it had been run.
    begin(own, at, ({ lines, faults }) => output.take([...lines, ...faults]));
  };

  const play = (): void => {
    const { phase, at, end } = store.getState();
    store.setState({ playing: true });
    if (phase === "none") {
      // Plays once it is made.
      open();
      if (store.getState().phase === "none") store.setState({ playing: false, once: false });
      return;
    }
    if (phase !== "shown") return;
    if (at >= end) show(0);
    playback.start(steps);
  };

  // Who takes it into their own hands keeps it.
  const pause = (): void => {
    playback.stop();
    store.setState({ playing: false, once: false });
  };

  const close = (): void => {
    const { findings } = store.getState();
    const areOwn = !isOther;
    reset();
    // They are still true of the run.
    if (areOwn && isOver(run.getState())) store.setState({ findings });
  };

  const playOnce = (how: "slow" | "events"): void => {
    if (how === "slow") {
      store.setState({ once: true });
      play();
    } else {
      // To the first event, once it is made.
      startsAtEvent = true;
      open();
      if (store.getState().phase === "none") startsAtEvent = false;
    }
  };

  run.subscribe((state, before) => {
    if (state.status === "idle" && before.status !== "idle" && state.outcome !== null) {
      if (slowly) play();
      else leaveFinding = findLater({ background, frames, run, chip, repeatable: lastRun, onFound });
    }
    if (state.status === "idle") slowly = false;
    if (state.status === "idle" || before.status !== "idle") return;
    // Another run takes its place on the chip.
    reset();
    store.setState({ isGone: false });
  });

  const reset = (): void => {
    if (store.getState().phase === "shown") leave();
    drop();
  };

  const leave = (): void => {
    chip.lay(null);
    inspector.lookInto(null);
  };

  return {
    store,
    moment() {
      const { phase, at } = store.getState();
      if (phase !== "shown" || repeated === null || isOther || parts.isChanged()) return undefined;
      const { stopped, answers } = repeated;
      return {
        at: Math.round(at),
        ...(stopped !== undefined && { stopped }),
        answers: answers.flatMap(({ core, text }) => (text === null ? [] : [[core, text] as const])),
      };
    },
    shownRun: () => (store.getState().phase === "shown" && repeated !== null ? { number, run: repeated } : null),
    showsOther: () => store.getState().phase === "shown" && isOther,
    canOpen() {
      const { phase, isGone } = store.getState();
      return phase !== "none" || (isOver(run.getState()) && !isGone && parts.played() !== null);
    },
    openMoment,
    openRun(kept, at) {
      reset();
      begin(kept.run, at, undefined, kept.file);
      number = kept.number;
      isOther = true;
    },
    open,
    close,
    forget() {
      reset();
      store.setState({ isGone: true });
    },
    play,
    playOnce,
    pause,
    runSlowly() {
      slowly = parts.start();
    },
    seek(time) {
      pause();
      show(time);
    },
    next() {
      pause();
      const { at, end } = store.getState();
      show(after(at)?.time ?? end);
    },
    previous() {
      pause();
      const { at } = store.getState();
      const index = firstNot(happenings, ({ time }) => time <= at) - 1;
      const here = happenings[index]?.time === at ? at : at + 1;
      const before = happenings.findLast(({ time }, k) => k <= index && time < here);
      show(before?.time ?? 0);
    },
    isOnChip: (core) => rerun?.chip.core(core)?.host === false,
    setSteps(wanted) {
      steps = wanted;
    },
  };
}
