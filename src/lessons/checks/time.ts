import * as v from "valibot";
import { mostCores } from "../chips.ts";
import { duration } from "../duration.ts";
import { idleShare, makespan, type Observation } from "../observation.ts";
import { checkKind } from "./kind.ts";
import { seconds, share, whole } from "./values.ts";

const timeSchema = v.strictObject({ least: v.optional(seconds), most: v.optional(seconds) });
const idleSchema = v.strictObject({ least: v.optional(share), most: v.optional(share) });
const speedupSchema = v.strictObject({ from: whole(1, mostCores), to: whole(1, mostCores), least: v.number() });

/// How long a run takes in virtual time.
export const time = checkKind({ schema: timeSchema, name: () => "The virtual time is right", eachRun: judgeTime });

/// The share of the run's time in which cores are idle.
export const idle = checkKind({
  schema: idleSchema,
  name: () => "The cores are idle for no longer than they must",
  eachRun: judgeIdle,
});

/// How much shorter a run on more cores is.
export const speedup = checkKind({
  schema: speedupSchema,
  name: ({ from, to, least }) => `${to} cores are at least ${least} times as fast as ${from}`,
  allRuns: judgeSpeedup,
});

// How far a run has come when it is stopped depends on the computer, and says nothing.
const neverEnded = "The run was stopped before its end, so nobody knows how long it would have taken.";

function judgeTime(check: v.InferOutput<typeof timeSchema>, observation: Observation): string {
  if (observation.outcome === "stopped") return neverEnded;
  const took = makespan(observation);
  if (check.most !== undefined && took > check.most) {
    return `Expected at most ${duration(check.most)} of virtual time, but it took ${duration(took)}.`;
  }
  if (check.least !== undefined && took < check.least) {
    return `Expected at least ${duration(check.least)} of virtual time, but it took only ${duration(took)}.`;
  }
  return "";
}

function judgeIdle(check: v.InferOutput<typeof idleSchema>, observation: Observation): string {
  if (observation.outcome === "stopped") return neverEnded;
  const idling = idleShare(observation);
  if (check.most !== undefined && idling > check.most) {
    return `Expected the cores to be idle for at most ${percent(check.most)} of the time, but they were for ${percent(idling)}${idlest(observation)}.`;
  }
  if (check.least !== undefined && idling < check.least) {
    return `Expected the cores to be idle for at least ${percent(check.least)} of the time, but they were for ${percent(idling)}.`;
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

function judgeSpeedup(check: v.InferOutput<typeof speedupSchema>, observations: readonly Observation[]): string {
  const on = (cores: number): Observation | undefined => observations.find((run) => run.cores.length === cores);
  const [from, to] = [on(check.from), on(check.to)];
  if (from === undefined || to === undefined) return "The runs that this compares were not made.";
  if (from.outcome === "stopped" || to.outcome === "stopped") return neverEnded;
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
