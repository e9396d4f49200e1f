import type { StoreApi } from "zustand/vanilla";
import type { Flight } from "../../runtime/playable.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import { type PlayPace, playPaces } from "../run/settings.ts";
import type { PlayerState } from "./player-types.ts";

// How time passes while a run is played: slowly where messages move, faster where nothing does; or, for who wants no motion, from one
// event to the next.

/// Of the message with which paces are said.
const messageCycles = 20_000;
/// The longest wait for the next thing that happens, as a multiple of what a message takes.
const longestGap = 0.3;
/// The same while a partial result goes from core to core.
const longestGathering = 1;
const stepMilliseconds = 1200;
/// What is played unasked: how long messages take in all, at most, and how long its end is shown.
const onceMilliseconds = 12_000;
const lingerMilliseconds = 1500;

export interface PlaybackParts {
  readonly frames: Frames;
  readonly store: StoreApi<PlayerState>;
  /// How long a message takes, in seconds.
  readonly pace: () => PlayPace;
  /// When the first thing happens after a moment; undefined if nothing does.
  readonly after: (time: number) => number | undefined;
  readonly show: (time: number) => void;
  /// Whether a moment is on its way.
  readonly isMoving: () => boolean;
  /// What was played unasked is over.
  readonly onEnd: () => void;
}

export interface Playback {
  /// Goes on from the moment that is shown; `steps`: without motion.
  start(steps: boolean): void;
  stop(): void;
}

export function createPlayback({ frames, store, pace, after, show, isMoving, onEnd }: PlaybackParts): Playback {
  let cancel: Cancel = () => {};
  // What lies between two things that happen is gone through evenly.
  let gap = { next: -1, length: 0 };

  const stopAtEnd = (): void => {
    store.setState({ playing: false });
    if (store.getState().once) cancel = frames.after(lingerMilliseconds, onEnd);
  };

  const playOn = (before: number): void => {
    cancel();
    cancel = frames.next(() => {
      const { phase, playing, at, end, flights, gathering } = store.getState();
      if (!playing || phase !== "shown") return;
      const now = frames.now();
      if (isMoving()) return playOn(before);
      if (at >= end) return stopAtEnd();
      const perMillisecond = messageCycles / (pace() * 1000);
      const next = after(at) ?? end;
      if (next !== gap.next) gap = { next, length: next - at };
      // Where nothing moves, it goes faster.
      const longest = (gathering === null ? longestGap : longestGathering) * pace() * 1000;
      const rate = flights.length > 0 ? perMillisecond : Math.max(perMillisecond, gap.length / longest);
      const time = at + rate * Math.min(100, now - before);
      // What happens is shown, however fast it goes.
      show(flights.length > 0 || time < next ? time : next);
      playOn(now);
    });
  };

  const stepOn = (): void => {
    cancel();
    cancel = frames.after(stepMilliseconds, () => {
      const { phase, playing, at, end } = store.getState();
      if (!playing || phase !== "shown") return;
      if (at >= end) return stopAtEnd();
      show(after(at) ?? end);
      stepOn();
    });
  };

  return {
    start(steps) {
      gap = { next: -1, length: 0 };
      if (steps) stepOn();
      else playOn(frames.now());
    },
    stop: () => cancel(),
  };
}

/// The slowest pace at which a run takes no longer than people watch what they have not asked for. `flights` by when they were
/// sent; `times`: when things happen, ascending.
export function paceFor(flights: readonly Flight[], times: readonly number[]): PlayPace {
  // In messages: time passes as slowly as they go, where any do.
  let messages = 0;
  let until = 0;
  let next = 0;
  times.forEach((time, k) => {
    for (; next < flights.length && (flights[next] as Flight).sent <= time; next++)
      until = Math.max(until, (flights[next] as Flight).arrived);
    const length = ((times[k + 1] ?? time) - time) / messageCycles;
    messages += until > time ? length : Math.min(length, longestGap);
  });
  return playPaces.slice(1).find((pace) => messages * pace * 1000 <= onceMilliseconds) ?? 0.1;
}
