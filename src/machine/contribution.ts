import type { Chip, Core } from "./chip.ts";
import { COLLECTIVES_DONE, COLLECTIVES_ENTERED, CONTRIBUTIONS } from "./memory-map.ts";

// What a core brings to a reduction or a broadcast. All cores call these in the same order, so each counts them: how many it
// has entered, and of how many it has taken the others' values. What it brings to the n-th lies in one of two places in
// turn, by n & 1: whoever is at the n-th may still be read from by those who are at the one before. Messages between two
// cores have their postboxes, so one that nobody has taken yet is in nobody's way.
//
//   0   value, or the address of a string or list in this core's memory
//   1   tag | kind << 8
//   2   f64: when it came to the call
//   4   f64: when it was done with it
//
// The count of those entered is written last, atomically, as is the count of those done.

export const KIND_BCAST = 4;
export const KIND_REDUCE = 5;
/// A broadcast from another core.
export const KIND_BCAST_TAKER = 6;
const WORDS = 8;

/// The word where the core's contribution to its n-th collective stands.
export function contribution(core: Core, n: number): number {
  return core.registers + CONTRIBUTIONS + (n & 1) * WORDS;
}

/// How many collectives a core has entered; this is the word to wait on for it.
export function enteredWord(core: Core): number {
  return core.registers + COLLECTIVES_ENTERED;
}

/// The same, of those whose values it has taken.
export function doneWord(core: Core): number {
  return core.registers + COLLECTIVES_DONE;
}

export function entered(chip: Chip, core: Core): number {
  return Atomics.load(chip.words, enteredWord(core));
}

export function done(chip: Chip, core: Core): number {
  return Atomics.load(chip.words, doneWord(core));
}

export function kindOfContribution(chip: Chip, core: Core, n: number): number {
  return (chip.words[contribution(core, n) + 1] as number) >> 8;
}

export function tagOfContribution(chip: Chip, core: Core, n: number): number {
  return (chip.words[contribution(core, n) + 1] as number) & 0xff;
}

export function whenEntered(chip: Chip, core: Core, n: number): number {
  return chip.doubles[(contribution(core, n) + 2) >> 1] as number;
}

export function whenDone(chip: Chip, core: Core, n: number): number {
  return chip.doubles[(contribution(core, n) + 4) >> 1] as number;
}

/// Lets all see what a core brings to its next collective, the n-th.
export function enter(chip: Chip, core: Core, n: number, kind: number, tag: number, value: number, time: number): void {
  const at = contribution(core, n);
  chip.words[at] = value;
  chip.words[at + 1] = tag | (kind << 8);
  chip.doubles[(at + 2) >> 1] = time;
  Atomics.store(chip.words, enteredWord(core), n + 1);
  chip.wake(-1, enteredWord(core));
}

/// Lets all see that a core needs no more of what they brought to the n-th.
export function finish(chip: Chip, core: Core, n: number, time: number): void {
  chip.doubles[(contribution(core, n) + 4) >> 1] = time;
  Atomics.store(chip.words, doneWord(core), n + 1);
  chip.wake(-1, doneWord(core));
}
