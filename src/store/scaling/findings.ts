import { counted } from "../../base/counted.ts";
import { type Speedup, serialPart, speedups, type Timing } from "./amdahl.ts";
import type { ScalingPoint } from "./scaling.ts";

/// What a measurement has found.
export interface Findings {
  /// Of the runs that ended.
  readonly timings: readonly Timing[];
  /// Empty without a time on one core to compare with.
  readonly speedups: readonly Speedup[];
  /// The part of the work that does not divide; undefined where Amdahl's law cannot be fitted.
  readonly serial: number | undefined;
  /// On how many cores it is fastest; null if that was not compared.
  readonly best: number | null;
}

export function findingsOf(points: readonly ScalingPoint[]): Findings {
  const timings = points.filter(({ state }) => state === "done").map(({ cores, cycles }) => ({ cores, time: cycles }));
  const least = timings.reduce((best, { time }) => Math.min(best, time), Number.POSITIVE_INFINITY);
  const best = timings.length < 2 ? null : (timings.find(({ time }) => time === least)?.cores ?? null);
  return { timings, speedups: speedups(timings), serial: serialPart(timings), best };
}

/// The findings in sentences, with what cannot be said and why.
export function verdict(points: readonly ScalingPoint[], { timings, speedups, serial, best }: Findings): string {
  const sentences = [fastest(timings, speedups, best)];
  const [one] = points;
  if (timings.length > 0 && one !== undefined && speedups.length === 0) sentences.push(whyNoSpeedup(one));
  if (serial !== undefined) {
    sentences.push(`As Amdahl’s law fits it, ${Math.round(serial * 1000) / 10} % of the work does not divide.`);
  }
  if (speedups.length > 1 && printedDifferently(points)) {
    sentences.push("The runs did not all print the same; a speedup compares runs that did the same work.");
  }
  return sentences.join(" ");
}

function fastest(timings: readonly Timing[], speedups: readonly Speedup[], best: number | null): string {
  const [first] = timings;
  if (first === undefined) return "No run ended by itself, so there is nothing to compare.";
  if (best === null) return `Only the run on ${plural(first.cores)} has a time, so there is nothing to compare.`;
  if (best === 1) return "Fastest on 1 core: more cores do not make it faster.";
  const found = speedups.find(({ cores }) => cores === best);
  if (found === undefined) return `Fastest on ${plural(best)}.`;
  return `Fastest on ${plural(best)}: ${found.speedup.toFixed(1)} times as fast as on one, ${percent(found.efficiency)} of each core used.`;
}

function whyNoSpeedup({ state, cycles, reason }: ScalingPoint): string {
  if (state === "done" && cycles === 0) return "There is no speedup, as the run on 1 core took no time.";
  return `There is no speedup, as there is no time on 1 core to compare with: ${reason}.`.replace(/\.\.$/, ".");
}

function printedDifferently(points: readonly ScalingPoint[]): boolean {
  const printed = new Set(points.filter(({ state }) => state === "done").map((point) => point.printed));
  return printed.size > 1;
}

export function plural(cores: number): string {
  return counted(cores, "core");
}

export function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
