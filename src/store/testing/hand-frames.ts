import type { Frames } from "../platform/frames.ts";

/// Time that passes when the test says so. Each look at the clock takes `look` milliseconds of it.
export function handFrames(look = 0) {
  let waiting: { at: number; callback: () => void }[] = [];
  let now = 0;
  const wait = (milliseconds: number, callback: () => void) => {
    const entry = { at: now + milliseconds, callback };
    waiting.push(entry);
    return () => {
      waiting = waiting.filter((other) => other !== entry);
    };
  };
  const frames: Frames = { next: (callback) => wait(16, callback), after: wait, now: () => (now += look) };
  const pass = (milliseconds = 16) => {
    now += milliseconds;
    for (let due = next(); due !== undefined; due = next()) {
      waiting = waiting.filter((other) => other !== due);
      due.callback();
    }
  };
  const next = () => waiting.find(({ at }) => at <= now);
  return { frames, pass, waiting: () => waiting.length };
}
