import { processorTime } from "./processor-time.ts";

/// How many times as much processor time eight times as much takes: about 8 if the time is in proportion, 64 if it goes with the
/// square. Of three tries the best counts, so that whatever else the machine does is left out. `size` should take milliseconds.
export function growth(size: number, make: (size: number) => () => unknown): number {
  const best = (of: number): number => {
    const times = Array.from({ length: 3 }, () => processorTime(make(of)));
    return Math.min(...times);
  };
  // Once before, so that the small one is not slow because it is the first.
  make(size)();
  return best(size * 8) / Math.max(best(size), 1);
}

/// What `growth` must stay below: far from 8, so that chance does not fail a test, and from 64.
export const LINEAR = 28;
