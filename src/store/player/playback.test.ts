import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { Flight } from "../../runtime/playable.ts";
import type { PlayPace } from "../run/settings.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { createPlayback, paceFor } from "./playback.ts";
import { closed, type PlayerState } from "./player-types.ts";

const flight = (sent: number, arrived: number): Flight => ({ sent, arrived, from: 0, to: 1 }) as Flight;

/// Plays what happens at these times, with nothing under way; gives when each was shown, in milliseconds.
function shownAt(times: readonly number[], pace: PlayPace): readonly number[] {
  const { frames, pass } = handFrames();
  const end = times.at(-1) ?? 0;
  const store = createStore<PlayerState>(() => ({
    ...closed,
    phase: "shown",
    playing: true,
    end,
    isGone: false,
    hasPast: false,
    density: [],
  }));
  const shown = new Map<number, number>();
  const playback = createPlayback({
    frames,
    store,
    pace: () => pace,
    after: (time) => times.find((one) => one > time),
    show(time) {
      store.setState({ at: Math.min(time, end) });
      for (const one of times) if (one <= time && !shown.has(one)) shown.set(one, frames.now());
    },
    isMoving: () => false,
    onEnd: () => {},
  });
  playback.start(false);
  for (let k = 0; k < 2_000 && store.getState().playing; k++) pass(10);
  return times.map((time) => shown.get(time) ?? -1);
}

test("where nothing moves, what happens next is shown soon, however long it takes, and the sooner the quicker the pace", () => {
  const far = [1e6, 1e9, 1e9 + 1e6];
  const [first = 0, second = 0, third = 0] = shownAt(far, 2);
  for (const wait of [first, second - first, third - second]) {
    expect(wait).toBeGreaterThan(500);
    expect(wait).toBeLessThan(750);
  }
  expect(shownAt(far, 0.1).at(-1)).toBeLessThan(150);
});

test("what lies close together takes no longer than a message would in that time", () => {
  // A tenth of a message's time apart.
  const [first = 0, second = 0] = shownAt([2_000, 4_000], 2);
  expect(second - first).toBeLessThan(250);
});

test("what nobody has asked for is played in about twelve seconds, or as quickly as can be", () => {
  const one = [flight(0, 20_000)];
  expect(paceFor(one, [0, 20_000])).toBe(2);
  const thirty = Array.from({ length: 30 }, (_, k) => flight(k * 20_000, (k + 1) * 20_000));
  expect(paceFor(thirty, [...thirty.map(({ sent }) => sent), 600_000])).toBeLessThan(0.5);
  // Without messages it is the things that happen.
  const hundred = Array.from({ length: 100 }, (_, k) => k * 1e6);
  expect(paceFor([], hundred)).toBeLessThan(1);
  expect(paceFor([], [])).toBe(2);
});
