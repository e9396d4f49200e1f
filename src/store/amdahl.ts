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

/// Speedups over the time on the fewest cores, which is taken to be as good as that many times one core.
export function speedups(timings: readonly Timing[]): readonly Speedup[] {
  const first = timings[0];
  if (first === undefined) return [];
  return timings.map(({ cores, time }) => {
    const speedup = time === 0 ? first.cores : (first.time / time) * first.cores;
    return { cores, speedup, efficiency: speedup / cores };
  });
}

/// The part of the work that does not divide, between 0 and 1, as Amdahl's law fits the timings best (least squares of
/// time over the time on one core: s + (1 − s)/p). Undefined without a time on one core and another.
export function serialPart(timings: readonly Timing[]): number | undefined {
  const one = timings.find(({ cores }) => cores === 1);
  if (one === undefined || one.time === 0 || timings.length < 2) return undefined;
  let above = 0;
  let below = 0;
  for (const { cores, time } of timings) {
    const x = 1 / cores;
    above += (time / one.time - x) * (1 - x);
    below += (1 - x) ** 2;
  }
  return Math.min(1, Math.max(0, above / below));
}

/// The speedup that Amdahl's law allows.
export function amdahl(serial: number, cores: number): number {
  return 1 / (serial + (1 - serial) / cores);
}
