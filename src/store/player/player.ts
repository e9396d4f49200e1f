import { createStore } from "zustand/vanilla";
import { firstNot } from "../../base/sorted.ts";
import { Gatherings } from "../../runtime/gatherings.ts";
import type { Playable } from "../../runtime/playable.ts";
import { Rerun } from "../../runtime/rerun.ts";
import type { Cancel } from "../platform/frames.ts";
import { inSlices } from "../platform/slices.ts";
import type { RunState } from "../run/run-state.ts";
import type { PlayPace } from "../run/settings.ts";
import { findLater } from "./find-later.ts";
import { densityOf, type Happening, happeningsOf, wordsAt } from "./happenings.ts";
import { createLastRun } from "./last-run.ts";
import { makeAgain } from "./make-again.ts";
import { showMade } from "./make-timeline.ts";
import { createPlayback, paceFor } from "./playback.ts";
import {
  closed,
  type OpenedMoment,
  type Player,
  type PlayerNote,
  type PlayerParts,
  type PlayerState,
} from "./player-types.ts";
import type { Repeatable } from "./repeat-jobs.ts";
import { type TrafficAt, trafficOf } from "./traffic.ts";

export type { Flight } from "../../runtime/playable.ts";
export type { Player, PlayerNote, PlayerParts } from "./player-types.ts";

const noGatherings: Pick<Gatherings, "at"> = { at: () => null };
/// After so long a run that is on has a past to look at.
const pastMilliseconds = 1000;

function isOver({ status, outcome }: RunState): boolean {
  return status === "idle" && outcome !== null;
}

export function createPlayer(parts: PlayerParts): Player {
  const { frames, chip, inspector, output, run, timeline, background } = parts;
  const store = createStore<PlayerState>(() => ({ ...closed, isGone: false, hasPast: false, density: [] }));
  // One memory for all, as the interpreter's code is made for it.
  let memory = new ArrayBuffer(0);
  let played: Playable | null = null;
  const last = createLastRun(parts);
  let trafficAt: TrafficAt | null = null;
  let happenings: readonly Happening[] = [];
  let gatherings = noGatherings;
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
  // Whether it is not only the past of one that is on.
  let isWhole = false;
  let leavePast: Cancel = () => {};
  // Where it is on its way to, and whether it is.
  let target = 0;
  let moving = false;

  const memoryOf = (bytes: number): ArrayBuffer => {
    if (memory.byteLength < bytes) memory = new ArrayBuffer(bytes);
    return memory;
  };

  const drop = (): void => {
    leaveFinding();
    cancel();
    playback.stop();
    played = null;
    repeated = null;
    trafficAt = null;
    moving = false;
    happenings = [];
    gatherings = noGatherings;
    startsAtEvent = false;
    store.setState({ ...closed, density: [] });
  };

  const draw = (time: number): void => {
    if (played === null) return;
    const { deadlock } = played;
    chip.lay({
      cores: played.cores(),
      links: played.links(),
      lastLines: played.lastLines(time),
      cycles: time,
      deadlock: deadlock !== null && time >= deadlock.time ? deadlock.event : null,
    });
    inspector.look(true);
    store.setState({
      at: time,
      words: wordsAt(happenings, time),
      gathering: gatherings.at(time),
      ...trafficAt?.(time),
    });
  };

  const show = (time: number): void => {
    if (played === null) return;
    target = Math.min(Math.max(0, time), played.end);
    if (moving) return;
    const wanted = target;
    moving = true;
    cancel = inSlices(frames, played.goTo(wanted), () => {
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

  /// Shows a moment of what has been made, or was recorded.
  const present = (made: Playable, at: number, traffic: TrafficAt): void => {
    played = made;
    trafficAt = traffic;
    happenings = happeningsOf(made);
    gatherings = new Gatherings(made.trace);
    inspector.lookInto(made);
    oncePace = paceFor(
      made.flights,
      happenings.map(({ time }) => time),
    );
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
  };

  const prepare = (own: Repeatable | null, notes: readonly PlayerNote[]): void => {
    repeated = own;
    number = ++numbers;
    isOther = false;
    isWhole = run.getState().status === "idle";
    leaveFinding();
    store.setState({ phase: "making", made: 0, problem: null, notes: isWhole ? notes : [...notes, "past"] });
  };

  /// Shows a moment of the last run as it was recorded.
  const beginRecorded = (at: number): void => {
    prepare(null, ["recorded"]);
    let isGivenUp = false;
    cancel = () => {
      isGivenUp = true;
    };
    last
      .recording()
      .then((recording) => {
        if (isGivenUp) return;
        cancel = inSlices(frames, trafficOf(recording), (traffic) => present(recording, at, traffic));
      })
      .catch(fail);
  };

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
      prepare(own, made.polls ? ["turns"] : []);
      const tell = (part: number) => store.setState({ made: part });
      cancel = inSlices(frames, makeAgain(made, { main, end, now: frames.now, tell }), (again) => {
        if (again instanceof Error) return fail(again);
        store.setState({ findings: again.findings });
        // Of a run that is on there is more to come.
        if (isWhole) showMade(timeline, made);
        onMade(made);
        present(made, at, again.traffic);
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
    const { phase, isGone, hasPast } = store.getState();
    if (phase !== "none" || isGone || (run.getState().status !== "idle" && !hasPast)) return;
    const own = last.repeatable();
    if (own !== null) begin(own, moment);
    else if (last.isRecorded()) beginRecorded(moment);
  };
  const onFound = (findings: PlayerState["findings"]): void => store.setState({ findings });

  const onLook = (isLooking: boolean): void => store.setState({ isLooking });

  const openMoment = ({ at, stopped, answers }: OpenedMoment): void => {
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
    const areOwn = !isOther && isWhole;
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
      else if (store.getState().phase === "none")
        leaveFinding = findLater({ background, frames, run, chip, repeatable: last.repeatable, onFound, onLook });
    }
    if (state.status === "idle") {
      slowly = false;
      leavePast();
      store.setState({ hasPast: false });
    }
    // Who steps or goes on wants to see where the run is now.
    if (before.status === "paused" && state.status === "running") reset();
    if (state.status === "idle" || before.status !== "idle") return;
    // Another run takes its place on the chip.
    reset();
    store.setState({ isGone: false });
    leavePast = frames.after(pastMilliseconds, () => store.setState({ hasPast: true }));
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
    momentOf(core) {
      const cycles = chip.now().cores.find(({ id }) => id === core)?.cycles;
      return run.getState().status === "idle" || cycles === undefined ? "end" : cycles;
    },
    canOpen() {
      const { phase, isGone, hasPast } = store.getState();
      if (phase !== "none") return true;
      if (isGone || (!isOver(run.getState()) && !hasPast)) return false;
      return parts.played() !== null || last.isRecorded();
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
    isOnChip: (core) => played?.isOnChip(core) === true,
    setSteps(wanted) {
      steps = wanted;
    },
  };
}
