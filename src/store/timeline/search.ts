import { firstNot } from "../../base/sorted.ts";
import type { Row, TraceInterval, TraceKind } from "./picture.ts";
import { callName } from "./waits.ts";

// A search among the calls. What is written are words that must all be true of a call: `recv core 3`, `line 12`, `to 4`,
// `waiting > 1 ms`, `took > 20 µs`. A number by itself may be the core, the other core or the line.

export type Matches = (interval: TraceInterval) => boolean;

/// Which calls are looked for, or what is wrong with what was written, in a sentence.
export type Query = { readonly matches: Matches } | { readonly problem: string };

const kinds: readonly TraceKind[] = [
  "send",
  "recv",
  "sendrecv",
  "nonblocking_send",
  "wait_sent",
  "bcast",
  "reduce",
  "sync",
  "input",
  "print",
  "launch",
  "copy_to",
  "copy_from",
  "result",
  "finish",
];

const units: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, µs: 1e-6, μs: 1e-6, us: 1e-6 };
const length = /^(waiting|waited|took)\s*(>=|<=|>|<|over|under)\s*([\d.,]+)\s*([a-zµμ]*)(?=\s|$)/;
const numbered = /^(core|host|line|to|from|with)\s*(\d+)(?=\s|$)/;
const word = /^\S+/;

/// Reads what someone has written; null for nothing. `frequency` is that of the chip, in Hz.
export function readQuery(text: string, frequency: number): Query | null {
  const all: Matches[] = [];
  let rest = text.trim().toLowerCase();
  while (rest !== "") {
    const found = length.exec(rest) ?? numbered.exec(rest) ?? word.exec(rest);
    if (found === null) break;
    const [whole, name = "", second = "", amount = "", unit = ""] = found;
    rest = rest.slice(whole.length).trim();
    const matches =
      amount !== ""
        ? byLength(name, second, amount, unit, frequency)
        : second !== ""
          ? byNumber(name, Number(second))
          : byWord(whole);
    if (typeof matches === "string") return { problem: matches };
    all.push(matches);
  }
  return all.length === 0 ? null : { matches: (interval) => all.every((matches) => matches(interval)) };
}

function byLength(name: string, relation: string, amount: string, unit: string, frequency: number): Matches | string {
  const number = Number(amount.replaceAll(",", ""));
  const seconds = units[unit];
  if (Number.isNaN(number)) return `“${amount}” is not a number.`;
  if (unit !== "cycles" && seconds === undefined) return `Write a unit after ${amount}: µs, ms, s or cycles.`;
  const limit = seconds === undefined ? number : number * seconds * frequency;
  const measure: (interval: TraceInterval) => number =
    name === "took" ? ({ begin, end }) => end - begin : ({ begin, ready }) => ready - begin;
  if (relation === ">" || relation === "over") return (interval) => measure(interval) > limit;
  if (relation === "<" || relation === "under") return (interval) => measure(interval) < limit;
  if (relation === ">=") return (interval) => measure(interval) >= limit;
  return (interval) => measure(interval) <= limit;
}

function byNumber(name: string, number: number): Matches {
  if (name === "line") return ({ place }) => place.line === number;
  if (name === "core" || name === "host") return ({ core }) => core === number;
  return ({ peer }) => peer === number;
}

function byWord(text: string): Matches | string {
  if (/^\d+$/.test(text)) {
    const number = Number(text);
    return ({ core, peer, place }) => core === number || peer === number || place.line === number;
  }
  if (text === "waiting" || text === "waited") return ({ begin, ready }) => ready > begin;
  if (text.includes(".")) return ({ place }) => place.file.toLowerCase().includes(text);
  const named = new Set(kinds.filter((kind) => kind.startsWith(text) || callName(kind).split(" ").includes(text)));
  if (named.size > 0) return ({ kind }) => named.has(kind);
  return `“${text}” is not a call. Try recv, core 3, line 12 or waiting > 1 ms.`;
}

/// The calls that were looked for, by core, in the order of time.
export interface Hits {
  readonly byCore: ReadonlyMap<number, readonly TraceInterval[]>;
  readonly count: number;
}

export const noHits: Hits = { byCore: new Map(), count: 0 };

export function findHits(rows: readonly Row[], matches: Matches): Hits {
  const byCore = new Map<number, readonly TraceInterval[]>();
  let count = 0;
  for (const { core, intervals } of rows) {
    const found = intervals.filter(matches);
    if (found.length > 0) byCore.set(core, found);
    count += found.length;
  }
  return { byCore, count };
}

/// The hit after a call, or before it, in the order of time and of equal ones of cores; from the last it goes on to the first. Of no
/// call: the first, or the last.
export function nextHit({ byCore }: Hits, from: TraceInterval | null, forth: boolean): TraceInterval | null {
  let best: TraceInterval | null = null;
  const isBetter = (one: TraceInterval) => best === null || (forth ? isBefore(one, best) : isBefore(best, one));
  for (const list of byCore.values()) {
    const at = from === null ? 0 : firstNot(list, (one) => isBefore(one, from));
    const after = from !== null && list[at] === from ? at + 1 : at;
    const one = forth ? list[from === null ? 0 : after] : list[from === null ? list.length - 1 : at - 1];
    if (one !== undefined && isBetter(one)) best = one;
  }
  return best ?? (from === null ? null : nextHit({ byCore, count: 0 }, null, forth));
}

/// Which of the hits a call is, from 1 on; 0 if it is none.
export function hitNumber({ byCore }: Hits, call: TraceInterval): number {
  const own = byCore.get(call.core) ?? [];
  if (own[firstNot(own, (one) => isBefore(one, call))] !== call) return 0;
  let before = 0;
  for (const list of byCore.values()) before += firstNot(list, (one) => isBefore(one, call));
  return before + 1;
}

function isBefore(a: TraceInterval, b: TraceInterval): boolean {
  return a.begin < b.begin || (a.begin === b.begin && a.core < b.core);
}
