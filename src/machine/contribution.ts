import type { Chip, Core } from "./chip.ts";
import {
  COLLECTIVES_DONE,
  COLLECTIVES_ENTERED,
  CONTRIBUTIONS,
  MONITOR_ARRIVED,
  MONITOR_BARRIER_GENERATION,
  MONITOR_CALLS,
  PC,
} from "./memory-map.ts";
import { clock } from "./timing/clock.ts";

// What a core brings to a collective, which is a broadcast, a reduction or a barrier. All cores call these in the same order,
// so each counts them: how many it has entered, and with how many it is done. What it brings to the n-th lies in one of two
// places in turn, by n & 1: whoever is at the n-th may still be read from by those who are at the one before. Messages between
// two cores have their postboxes, so one that nobody has taken yet is in nobody's way.
//
//   0   value, or the address of a string or list in this core's memory
//   1   tag | kind << 8 | tag of what is asked for << 16 | operation << 24
//   2   f64: when it came to the call
//   4   f64: when it was done with it
//   6   where in its program the call is (pc)
//   7   what is asked for, as a slot has it: the root of a broadcast, the operation of a reduction
//
// The count of those entered is written last, atomically, as is the count of those done.
//
// Cores whose n-th calls differ must all be told, those at a barrier too, who otherwise look at nobody. So the first to enter the
// n-th notes its call in one of four words of the monitor, by n & 3 (no two cores are more than one collective apart):
//
//   n + 1 << 5 | whether calls differ << 4 | kind
//
// Whoever comes later with another call notes that they differ, and wakes the barrier. Beside it stands how many cores have
// arrived at the n-th barrier.

export const KIND_BCAST = 4;
export const KIND_REDUCE = 5;
/// A broadcast from another core.
export const KIND_BCAST_TAKER = 6;
export const KIND_SYNC = 8;
/// Added to the kind by a core that has failed with what it brings or asks for.
export const UNFIT = 0x80;
const WORDS = 8;
const ASKED = 7;
const DIFFER = 16;

/// What a core brings to a collective and asks of it.
export interface Brought {
  readonly kind: number;
  readonly tag: number;
  readonly value: number;
  readonly askedTag: number;
  readonly asked: number;
  /// One of combining.ts, from 1; 0 if it is none of these, and of other calls.
  readonly operation: number;
}

/// The word where the core's contribution to its n-th collective stands.
export function contribution(core: Core, n: number): number {
  return core.registers + CONTRIBUTIONS + (n & 1) * WORDS;
}

/// How many collectives a core has entered; this is the word to wait on for it.
export function enteredWord(core: Core): number {
  return core.registers + COLLECTIVES_ENTERED;
}

/// The same, of those it is done with.
export function doneWord(core: Core): number {
  return core.registers + COLLECTIVES_DONE;
}

export function entered(chip: Chip, core: Core): number {
  return Atomics.load(chip.words, enteredWord(core));
}

export function done(chip: Chip, core: Core): number {
  return Atomics.load(chip.words, doneWord(core));
}

/// Without `UNFIT`.
export function kindOfContribution(chip: Chip, core: Core, n: number): number {
  return ((chip.words[contribution(core, n) + 1] as number) >> 8) & 0x7f;
}

export function tagOfContribution(chip: Chip, core: Core, n: number): number {
  return (chip.words[contribution(core, n) + 1] as number) & 0xff;
}

export function isUnfit(chip: Chip, core: Core, n: number): boolean {
  return (((chip.words[contribution(core, n) + 1] as number) >> 8) & UNFIT) !== 0;
}

/// The kind with `UNFIT` and the operation that stand in a place: those who do the same have the same number.
export function callIn(chip: Chip, at: number): number {
  return (chip.words[at + 1] as number) & 0xff00ff00;
}

export function operationIn(chip: Chip, at: number): number {
  return (chip.words[at + 1] as number) >>> 24;
}

/// What a core asks for, and where that stands, like a value in a slot.
export function askedFor(chip: Chip, core: Core, n: number): { tag: number; at: number } {
  const at = contribution(core, n);
  return { tag: ((chip.words[at + 1] as number) >> 16) & 0xff, at: at + ASKED };
}

/// Whether the same is asked for in two places.
export function asksForSame({ words }: Chip, one: number, other: number): boolean {
  const tags = (words[one + 1] as number) ^ (words[other + 1] as number);
  return (tags & 0xff0000) === 0 && words[one + ASKED] === words[other + ASKED];
}

export function pcOfContribution(chip: Chip, core: Core, n: number): number {
  return chip.words[contribution(core, n) + 6] as number;
}

export function whenEntered(chip: Chip, core: Core, n: number): number {
  return whenEnteredIn(chip, contribution(core, n));
}

export function whenEnteredIn(chip: Chip, at: number): number {
  return chip.doubles[(at + 2) >> 1] as number;
}

export function whenDone(chip: Chip, core: Core, n: number): number {
  return chip.doubles[(contribution(core, n) + 4) >> 1] as number;
}

/// Lets all see what a core brings to its next collective, the n-th. Nobody waits for a core that comes to a barrier, unless
/// calls differ.
export function enter(chip: Chip, core: Core, n: number, brought: Brought, time: number): void {
  const { words } = chip;
  const { kind, tag, value, askedTag, asked, operation } = brought;
  const at = contribution(core, n);
  words[at] = value;
  words[at + 1] = tag | (kind << 8) | (askedTag << 16) | (operation << 24);
  words[at + 6] = words[core.registers + PC] as number;
  words[at + ASKED] = asked;
  chip.doubles[(at + 2) >> 1] = time;
  Atomics.store(words, enteredWord(core), n + 1);
  if (findsAnotherCall(chip, n, kind) || kind !== KIND_SYNC) chip.wake(-1, enteredWord(core));
}

/// Whether cores have come to different calls as their n-th, so that it will never be a barrier for all.
export function doCallsDiffer({ words, map }: Chip, n: number): boolean {
  const call = Atomics.load(words, (map.control >> 2) + MONITOR_CALLS + (n & 3));
  return call >> 5 === n + 1 && (call & DIFFER) !== 0;
}

/// Counts one more core that has come to the n-th, a barrier; how many have.
export function arrive({ words, map }: Chip, n: number): number {
  return Atomics.add(words, (map.control >> 2) + MONITOR_ARRIVED + (n & 3), 1) + 1;
}

/// Notes a core's n-th call. True if others have made another.
function findsAnotherCall(chip: Chip, n: number, kind: number): boolean {
  const { words } = chip;
  const control = chip.map.control >> 2;
  const word = control + MONITOR_CALLS + (n & 3);
  const call = ((n + 1) << 5) | callOf(kind);
  for (;;) {
    const first = Atomics.load(words, word);
    if (first === call) return false;
    if (first >> 5 === n + 1) break;
    if (Atomics.compareExchange(words, word, first, call) !== first) continue;
    // All are done with the n-2nd, whose words are next used for the one after the next.
    Atomics.store(words, control + MONITOR_ARRIVED + ((n + 2) & 3), 0);
    return false;
  }
  Atomics.or(words, word, DIFFER);
  Atomics.add(words, control + MONITOR_BARRIER_GENERATION, 1);
  chip.wake(-1, control + MONITOR_BARRIER_GENERATION);
  return true;
}

/// The kind of a core's call, the same for the root of a broadcast and the others.
export function callOf(kind: number): number {
  const fit = kind & 0x7f;
  return fit === KIND_BCAST_TAKER ? KIND_BCAST : fit;
}

/// Lets all see that a core needs no more of what they brought to the n-th.
export function finish(chip: Chip, core: Core, n: number, time: number): void {
  chip.doubles[(contribution(core, n) + 4) >> 1] = time;
  Atomics.store(chip.words, doneWord(core), n + 1);
  chip.wake(-1, doneWord(core));
}

/// Marks the n-th collective, a barrier, as done for this core: a barrier has no values that others could still read.
export function pass(chip: Chip, core: Core, n: number): void {
  Atomics.store(chip.words, doneWord(core), n + 1);
}

/// Takes a core that has failed out of its collective, so that the others do not wait for its part.
export function abandon(chip: Chip, core: Core): void {
  const n = entered(chip, core);
  if (done(chip, core) < n) finish(chip, core, n - 1, clock(chip, core));
}
