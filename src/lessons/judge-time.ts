import type { Check } from "./check-format.ts";
import { idleShare, makespan, type Observation } from "./observation.ts";

/// What is wrong with how long a run took in virtual time, for the learner; empty if nothing is.
export function judgeTime(check: NonNullable<Check["time"]>, observation: Observation): string {
  const seconds = makespan(observation);
  if (check.most !== undefined && seconds > check.most) {
    return `Expected at most ${duration(check.most)} of virtual time, but it took ${duration(seconds)}.`;
  }
  if (check.least !== undefined && seconds < check.least) {
    return `Expected at least ${duration(check.least)} of virtual time, but it took only ${duration(seconds)}.`;
  }
  return "";
}

/// The same for the share of time that cores were idle.
export function judgeIdle(check: NonNullable<Check["idle"]>, observation: Observation): string {
  const share = idleShare(observation);
  if (check.most !== undefined && share > check.most) {
    return `Expected the cores to be idle for at most ${percent(check.most)} of the time, but they were for ${percent(share)}${idlest(observation)}.`;
  }
  if (check.least !== undefined && share < check.least) {
    return `Expected the cores to be idle for at least ${percent(check.least)} of the time, but they were for ${percent(share)}.`;
  }
  return "";
}

function idlest(observation: Observation): string {
  const busy = (core: { seconds: number; waited: number }): number => core.seconds - core.waited;
  const [first, ...rest] = observation.cores;
  if (first === undefined || rest.length === 0) return "";
  const least = rest.reduce((best, core) => (busy(core) < busy(best) ? core : best), first);
  return `; core ${least.id} most, with ${percent(1 - busy(least) / makespan(observation))}`;
}

/// The same for how much shorter a run on more cores is.
export function judgeSpeedup(check: NonNullable<Check["speedup"]>, observations: readonly Observation[]): string {
  const on = (cores: number): Observation | undefined => observations.find((run) => run.cores.length === cores);
  const [from, to] = [on(check.from), on(check.to)];
  if (from === undefined || to === undefined) return "The runs that this compares were not made.";
  const speedup = makespan(from) / makespan(to);
  if (speedup >= check.least) return "";
  return (
    `Expected ${check.to} cores to be at least ${check.least} times as fast as ${check.from}, but they were ` +
    `${speedup.toFixed(1)} times as fast: ${duration(makespan(to))} instead of ${duration(makespan(from))}.`
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/// `12.4 µs`, `3.1 ms`, `1.6 s`.
export function duration(seconds: number): string {
  if (seconds < 1e-3) return `${(seconds * 1e6).toFixed(1)} µs`;
  return seconds < 1 ? `${(seconds * 1e3).toFixed(2)} ms` : `${seconds.toFixed(2)} s`;
}
