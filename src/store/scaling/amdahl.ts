/// What a program's time on one core and on several says about it.
export interface Speedup {
  readonly cores: number;
  /// Times as fast as on one core.
  readonly speedup: number;
  /// Speedup for each core, 1 at best.
  readonly efficiency: number;
}

/// A time on a number of cores, in any unit.
export interface Timing {
  readonly cores: number;
  readonly time: number;
}

/// Speedups over the time on one core; none without that. A run that took no time has none.
export function speedups(timings: readonly Timing[]): readonly Speedup[] {
  const one = timings.find(({ cores }) => cores === 1);
  if (one === undefined || one.time === 0) return [];
  return timings
    .filter(({ time }) => time > 0)
    .map(({ cores, time }) => {
      const speedup = one.time / time;
      return { cores, speedup, efficiency: speedup / cores };
    });
}

// Through two times goes a curve of any law.
const leastTimings = 3;
// What measurements may miss the law by.
const slack = 0.05;

/// The part of the work that does not divide, between 0 and 1, as Amdahl's law fits the timings best (least squares of
/// time over the time on one core: s + (1 − s)/p). Undefined without a time on one core and two others, and where the law
/// does not hold: for a program that gets slower with more cores, or faster than there are cores.
export function serialPart(timings: readonly Timing[]): number | undefined {
  const one = timings.find(({ cores }) => cores === 1);
  if (one === undefined || one.time === 0 || timings.length < leastTimings) return undefined;
  let above = 0;
  let below = 0;
  for (const { cores, time } of timings) {
    const x = 1 / cores;
    above += (time / one.time - x) * (1 - x);
    below += (1 - x) ** 2;
  }
  const serial = above / below;
  if (serial > 1 + slack || serial < -slack) return undefined;
  return Math.min(1, Math.max(0, serial));
}

/// The speedup that Amdahl's law allows.
export function amdahl(serial: number, cores: number): number {
  return 1 / (serial + (1 - serial) / cores);
}
