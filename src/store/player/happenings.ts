import { firstNot } from "../../base/sorted.ts";
import type { Flight, Playable } from "../../runtime/playable.ts";
import type { TraceKind } from "../../runtime/protocol/trace.ts";
import { cutText, prints, receives, sends, sentence } from "../run/message-words.ts";
import { formatCycles } from "../timeline/time.ts";

/// Something that happened in a run, at a virtual time in cycles.
export interface Happening {
  readonly time: number;
  /// In a sentence. Made when somebody reads it.
  readonly words: () => string;
}

// Beyond this nobody goes from one to the next.
const most = 200_000;
const bins = 120;

/// Everything that happens between the cores of a run, and what they print, in the order of virtual time.
export function happeningsOf(run: Playable): readonly Happening[] {
  const { model, trace } = run;
  const name = (id: number): string => run.nameOf(id);
  const inTime = (cycles: number): string => formatCycles(cycles, model.frequency);
  const found: Happening[] = [];
  const add = (time: number, words: () => string): void => {
    if (found.length < most) found.push({ time, words: () => sentence(words()) });
  };

  if (run.since > 0) add(run.since, () => "what happened before is not kept");
  for (const flight of run.flights) {
    const { kind, to, sent, met, arrived } = flight;
    // Every core is told so at the end of a program.
    if (kind === "finish") continue;
    add(sent, () => {
      const sends = sendsWords(flight, name);
      if (kind === "launch") return sends;
      if (met > sent) return `${sends}; ${name(to)} is not there yet`;
      const waited = waitedSince(trace.intervals.get(to) ?? [], sent);
      return waited !== undefined && waited < sent
        ? `${sends}; ${name(to)} has waited for it since ${inTime(waited)}`
        : sends;
    });
    add(arrived, () => {
      const lay = met > sent && kind !== "launch" ? `, which has waited since ${inTime(sent)}` : "";
      return `${receivesWords(flight, name)}${lay}`;
    });
  }
  // All cores that take part go on at the same time: told once.
  const begins = new Map<string, number[]>();
  for (const [core, intervals] of trace.intervals) {
    for (const { kind, begin, end, place } of intervals) {
      if (kind === "sync" || kind === "reduce" || kind === "bcast") {
        const key = `${kind} ${end}`;
        const known = begins.get(key);
        const all = known ?? [];
        all.push(begin);
        add(begin, () => `${name(core)} comes to ${kind} in line ${place.line}${thereOf(kind, all, begin)}`);
        if (known === undefined) {
          begins.set(key, all);
          add(end, () => `${countOf(all.length, name(core))} through ${kind}`);
        }
      } else if (kind === "input") {
        add(begin, () => `${name(core)} asks for input in line ${place.line}`);
      }
    }
  }
  for (const { core, cycles, text } of run.lines) add(cycles, () => `${name(core)} ${prints(text, "now")}`);
  for (const { core, cycles, message } of run.faults) add(cycles, () => `${name(core)} fails: ${cutText(message)}`);
  const { deadlock } = run;
  if (deadlock !== null) {
    deadlock.event.waits.forEach(({ core, call, whom, place }, k) => {
      const time = deadlock.times[k] ?? 0;
      const what = `${call}${whom === "" ? "" : ` ${whom}`}`;
      // Those that come last are told together.
      if (time < deadlock.time)
        add(time, () => `${name(core)} comes to ${what} in line ${place.line}, and waits for ever`);
    });
    add(deadlock.time, () => {
      const { length } = deadlock.event.waits;
      return length === 1
        ? `${name(deadlock.event.waits[0]?.core ?? 0)} can never continue`
        : `${length} cores can never continue`;
    });
  }
  return found.sort((a, b) => a.time - b.time);
}

function sendsWords({ kind, from, to, value }: Flight, name: (id: number) => string): string {
  switch (kind) {
    case "launch":
      return `${name(from)} launches a kernel on ${name(to)}`;
    case "result":
      return `${name(from)} hands the value of its kernel to ${name(to)}, ${value}`;
    case "copy_to":
    case "copy_from":
      return `${name(from)} copies ${value} to ${name(to)}`;
    default:
      return sends(name(from), value, name(to), "now");
  }
}

function receivesWords({ kind, from, to, value }: Flight, name: (id: number) => string): string {
  if (kind === "launch") return `${name(to)} begins a kernel for ${name(from)}`;
  return receives(name(to), value, name(from), "now");
}

/// How many are there when one comes at a time to what waits for all; `all`: when each of them comes.
function thereOf(kind: TraceKind, all: readonly number[], time: number): string {
  if (kind === "bcast" || all.length < 2) return "";
  const there = all.filter((begin) => begin <= time).length;
  if (there === all.length) return there === 2 ? ": both are there" : `: all ${there} are there`;
  return `: ${there} of ${all.length} are there`;
}

function countOf(count: number, one: string): string {
  return count === 1 ? `${one} is` : `${count} cores are`;
}

/// Since when a core has been in the call in which it is at a time.
function waitedSince(
  intervals: readonly { readonly begin: number; readonly end: number }[],
  time: number,
): number | undefined {
  const call = intervals[firstNot(intervals, ({ begin }) => begin <= time) - 1];
  return call !== undefined && time < call.end ? call.begin : undefined;
}

/// What happened last, up to a time, and how much else at that moment.
export function wordsAt(happenings: readonly Happening[], time: number): string {
  const index = firstNot(happenings, (one) => one.time <= time) - 1;
  const last = happenings[index];
  if (last === undefined) return "The cores begin.";
  let others = 0;
  while (happenings[index - others - 1]?.time === last.time) others++;
  // The first of those is that of the lowest core.
  const words = happenings[index - others]?.words() ?? "";
  return others === 0 ? words : `${words} At this moment, ${others} more.`;
}

/// How much happens in each of some equal parts of a run, from 0 to 1.
export function densityOf(happenings: readonly Happening[], end: number): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const { time } of happenings) {
    const bin = Math.min(bins - 1, Math.floor((time / Math.max(1, end)) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const highest = Math.max(1, ...counts);
  return counts.map((count) => count / highest);
}
