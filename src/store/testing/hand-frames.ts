import type { Frames } from "../frames.ts";

/// Time that passes when the test says so.
export function handFrames() {
  let waiting: { at: number; callback: () => void }[] = [];
  let now = 0;
  const wait = (milliseconds: number, callback: () => void) => {
    const entry = { at: now + milliseconds, callback };
    waiting.push(entry);
    return () => {
      waiting = waiting.filter((other) => other !== entry);
    };
  };
  const frames: Frames = { next: (callback) => wait(16, callback), after: wait, now: () => now };
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
