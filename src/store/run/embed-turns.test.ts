import { expect, test } from "vitest";
import { createTurns, type TurnsParts } from "./embed-turns.ts";

/// Pages that share one thread and one turn, whose time passes as they work.
function thread() {
  let now = 0;
  const soon: (() => void)[] = [];
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const asking: (() => void)[] = [];
  let held = false;
  const next = (): void => {
    if (held) return;
    const hold = asking.shift();
    held = hold !== undefined;
    hold?.();
  };
  const parts: TurnsParts = {
    exclusive: (hold) =>
      new Promise((resolve) => {
        asking.push(() =>
          hold().then(() => {
            held = false;
            resolve(undefined);
            next();
          }),
        );
        next();
      }),
    soon: (work) => void soon.push(work),
    frames: {
      next: () => () => {},
      after(milliseconds, callback) {
        const timer = { at: now + milliseconds, callback };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
      now: () => now,
    },
  };
  /// A page whose program runs for ever, in steps of 8 ms.
  const page = (change: Partial<TurnsParts> = {}) => {
    const turns = createTurns({ ...parts, ...change });
    const counted = { ...turns, steps: 0 };
    const step = (): void => {
      counted.steps++;
      now += 8;
      turns.take(step);
    };
    turns.take(step);
    return counted;
  };
  const pass = async (until: number) => {
    while (now < until) {
      const work = soon.shift();
      if (work === undefined) now += 8;
      else work();
      for (const timer of timers) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.callback();
      }
      // Promises settle.
      for (let k = 0; k < 10; k++) await null;
    }
  };
  return { page, pass, now: () => now };
}

test("a program that nobody sees rests, and goes on when it is seen", async () => {
  const { page, pass } = thread();
  const one = page();
  await pass(1000);
  expect(one.steps).toBe(0);
  one.setSeen(true);
  await pass(2000);
  expect(one.steps).toBeGreaterThan(100);
  one.setSeen(false);
  await pass(2100);
  const { steps } = one;
  await pass(3000);
  expect(one.steps).toBe(steps);
  one.setSeen(true);
  await pass(3500);
  expect(one.steps).toBeGreaterThan(steps + 50);
});

test("fifty programs that never end take turns: each has its share, and says that it waits", async () => {
  const { page, pass } = thread();
  const all = Array.from({ length: 50 }, () => page());
  for (const one of all) one.setSeen(true);
  await pass(20_000);
  const shares = all.map(({ steps }) => steps);
  expect(Math.min(...shares)).toBeGreaterThan(30);
  expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(15);
  expect(all.every(({ store }) => store.getState().waits)).toBe(true);
  for (const one of all.slice(1)) one.setSeen(false);
  await pass(21_000);
  expect(all[0]?.store.getState().waits).toBe(false);
});

test("where turns cannot be shared a program runs all the same", async () => {
  const { page, pass } = thread();
  const refused = page({ exclusive: () => Promise.reject(new Error("no origin")) });
  const without = page({ exclusive: undefined });
  refused.setSeen(true);
  without.setSeen(true);
  await pass(1000);
  expect(refused.steps).toBeGreaterThan(40);
  expect(without.steps).toBeGreaterThan(40);
});

test("one that has nothing to do keeps no other waiting", async () => {
  const { page, pass } = thread();
  const looping = page();
  looping.setSeen(true);
  const done = page();
  done.setSeen(true);
  await pass(2000);
  const { steps } = looping;
  done.setSeen(false);
  await pass(4000);
  expect(looping.steps - steps).toBeGreaterThan(200);
});
