import { firstNot } from "../../base/sorted.ts";
import type { Picture, Row, TraceInterval, TraceMessage } from "./picture.ts";

// Why calls wait: for whom, since when, and what the other did meanwhile.

/// What is needed to put it into words.
export interface Wording {
  readonly nameOf: (core: number) => string;
  /// Cycles as time.
  readonly time: (cycles: number) => string;
}

export interface Wait {
  /// A sentence or two, each with its full stop.
  readonly words: string;
  /// The one that was waited for, and where it let the call go on; null if that is not known.
  readonly by: { readonly core: number; readonly file: string; readonly line: number } | null;
}

/// Why a call waited; null if it did not. `message` is the one that it received or sent, if it is known.
export function whyItWaited(
  picture: Picture,
  interval: TraceInterval,
  message: TraceMessage | undefined,
  { nameOf, time }: Wording,
): Wait | null {
  const { core, kind, begin, ready, peer } = interval;
  if (ready <= begin) return null;
  const waited = `It waited ${time(ready - begin)}`;
  if (kind === "input") return { words: `${waited} for an answer.`, by: null };
  if (kind === "sync" || kind === "reduce") {
    const last = lastToCome(picture, interval);
    if (last === undefined && peer !== null && peer !== core)
      return { words: `${waited} for ${nameOf(peer)}, which came last.`, by: null };
    if (last === undefined || last.core === core) return { words: `${waited} for the others.`, by: null };
    const name = nameOf(last.core);
    return {
      words: `${waited} for ${name}, which came last, at ${time(last.begin)}. ${meanwhile(picture, last.core, begin, nameOf)}`,
      by: byOf(last.core, last.place),
    };
  }
  if (message?.to === core) {
    const { from, sent, fromPlace } = message;
    const name = nameOf(from);
    const by = byOf(from, fromPlace);
    if (sent <= begin) return { words: `${waited} for the message from ${name}, which was on its way.`, by };
    return {
      words: `${waited} for ${name}, which sent at ${time(sent)}. ${meanwhile(picture, from, begin, nameOf)}`,
      by,
    };
  }
  if (message?.from === core) {
    const { to, met, toPlace } = message;
    const name = nameOf(to);
    return {
      words: `${waited} for ${name}, which was ready to receive at ${time(met)}. ${meanwhile(picture, to, begin, nameOf)}`,
      by: byOf(to, toPlace),
    };
  }
  const whom = peer === null || peer === core ? "others" : nameOf(peer);
  return { words: `${waited} for ${whom}.`, by: null };
}

function byOf(core: number, { file, line }: TraceInterval["place"]): Wait["by"] {
  return { core, file, line };
}

/// What a core did at a moment, in a sentence.
function meanwhile(picture: Picture, core: number, moment: number, nameOf: Wording["nameOf"]): string {
  const call = callAt(rowOf(picture, core), moment);
  const did = call === undefined ? "computing" : `in ${callName(call.kind)}, line ${call.place.line}`;
  return `When the wait began, ${nameOf(core)} was ${did}.`;
}

function callAt(row: Row | undefined, moment: number): TraceInterval | undefined {
  if (row === undefined) return undefined;
  const call = row.intervals[firstNot(row.intervals, ({ end }) => end <= moment)];
  return call !== undefined && call.begin <= moment ? call : undefined;
}

/// Of a call that all cores take part in, that of the core that came last: they all leave it at the same time.
function lastToCome(picture: Picture, { kind, begin, end }: TraceInterval): TraceInterval | undefined {
  let last: TraceInterval | undefined;
  for (const { intervals } of picture.rows) {
    // Of several that end then, none begins before: they follow one another.
    const one = intervals[firstNot(intervals, (other) => other.end < end)];
    if (one === undefined || one.kind !== kind || one.end !== end || one.begin < begin) continue;
    if (last === undefined || one.begin > last.begin) last = one;
  }
  return last;
}

function rowOf(picture: Picture, core: number): Row | undefined {
  return picture.rows[picture.rowOf.get(core) ?? -1];
}

/// A call as a program names it.
export function callName(kind: TraceInterval["kind"]): string {
  return kind.replace("_", " ");
}
