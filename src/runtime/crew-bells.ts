import type { Chip, Core } from "../machine/chip.ts";
import { hasLaunch } from "../machine/kernels.ts";
import { MONITOR_CREWS, MONITOR_STOP, STATUS, STATUS_FAILED, STATUS_WAITING } from "../machine/memory-map.ts";
import { canGoOn } from "../machine/waiting.ts";
import { crewCores, crewOf } from "./crew-cores.ts";

// Each crew has two words: its bell, which counts how often it was rung, and its state:
//
//            sleep              hold              release
//   AWAKE ──────────▶ ASLEEP ──────────▶ HELD ──────────────▶ MOVED, which can be held again
//     ▲                  │                                      │
//     └──────────────────┴──────────────────────────────────────┘  it wakes
//
// Whoever lets a core go on rings the bell of its crew if that sleeps. The order matters: the sleeper says that it sleeps
// and then looks once more; the other side writes first and then looks whether anyone sleeps. So one of the two always
// sees the other.
//
// A crew that sleeps touches none of its cores. Who holds it may move cores to or from it; it cannot wake meanwhile. When
// it wakes from MOVED it looks again which cores it has.

const AWAKE = 0;
const ASLEEP = 1;
const HELD = 2;
const MOVED = 3;

const SLICE_MILLISECONDS = 100;
const HELD_MILLISECONDS = 1;

function bellWord(chip: Chip, crew: number): number {
  return (chip.map.control >> 2) + MONITOR_CREWS + crew * 2;
}

function stateWord(chip: Chip, crew: number): number {
  return bellWord(chip, crew) + 1;
}

export function isStopped(chip: Chip): boolean {
  return Atomics.load(chip.words, (chip.map.control >> 2) + MONITOR_STOP) !== 0;
}

function isAwake(chip: Chip, crew: number): boolean {
  return Atomics.load(chip.words, stateWord(chip, crew)) === AWAKE;
}

/// Wakes a crew if it sleeps.
export function ring(chip: Chip, crew: number): void {
  if (isAwake(chip, crew)) return;
  const bell = bellWord(chip, crew);
  Atomics.add(chip.words, bell, 1);
  Atomics.notify(chip.words, bell);
}

/// Whether a crew sleeps and nobody holds it.
export function isAsleep(chip: Chip, crew: number): boolean {
  const state = Atomics.load(chip.words, stateWord(chip, crew));
  return state === ASLEEP || state === MOVED;
}

/// Keeps a crew that sleeps asleep, until `release`. False if it is awake or someone else holds it.
export function hold(chip: Chip, crew: number): boolean {
  const word = stateWord(chip, crew);
  return (
    Atomics.compareExchange(chip.words, word, ASLEEP, HELD) === ASLEEP ||
    Atomics.compareExchange(chip.words, word, MOVED, HELD) === MOVED
  );
}

export function release(chip: Chip, crew: number): void {
  const word = stateWord(chip, crew);
  Atomics.store(chip.words, word, MOVED);
  Atomics.notify(chip.words, word);
}

/// Sleeps until the crew's bell rings, for at most `milliseconds`, unless `awake` says that there is something to do.
/// True if cores have been moved to or from the crew.
export function sleep(chip: Chip, crew: number, awake: () => boolean, milliseconds = SLICE_MILLISECONDS): boolean {
  const { words } = chip;
  const bell = bellWord(chip, crew);
  const state = stateWord(chip, crew);
  Atomics.store(words, state, ASLEEP);
  const before = Atomics.load(words, bell);
  // Who moves cores here rings after that: either this sees it, or the bell is not what it was.
  const rests = Atomics.load(words, state) === ASLEEP && !isStopped(chip) && !awake();
  if (rests) Atomics.wait(words, bell, before, milliseconds);
  return wake(chip, state);
}

function wake({ words }: Chip, word: number): boolean {
  for (;;) {
    const state = Atomics.load(words, word);
    if (state === HELD) Atomics.wait(words, word, HELD, HELD_MILLISECONDS);
    else if (Atomics.compareExchange(words, word, state, AWAKE) === state) return state === MOVED;
  }
}

/// Makes a chip wake crews in other threads. `own` is the crew this thread runs, or -1. Full Python sleeps on the bell after
/// the crews'.
export function connectBells(chip: Chip, crews: number, own: number): void {
  const run = crewCores(chip);
  const wakeWaiting = (core: Core): void => {
    const crew = crewOf(chip, core);
    if (crew !== own && !isAwake(chip, crew) && hasComeTrue(chip, core)) ring(chip, crew);
  };
  chip.wake = (id) => {
    // What full Python waits for is not always one word.
    if (chip.pythonCore !== undefined && own !== crews && (id < 0 || id === chip.pythonCore.id)) ring(chip, crews);
    if (id >= 0) {
      const core = chip.core(id);
      if (core !== undefined && !core.pythonCore) wakeWaiting(core);
      return;
    }
    for (let crew = 0; crew < crews; crew++) {
      if (crew === own || isAwake(chip, crew)) continue;
      for (const core of run) wakeWaiting(core);
      return;
    }
  };
}

/// Whether a core waits for what has happened.
function hasComeTrue(chip: Chip, core: Core): boolean {
  const status = Atomics.load(chip.words, core.registers + STATUS);
  return status === STATUS_WAITING ? canGoOn(chip, core) : status === STATUS_FAILED && hasLaunch(chip, core);
}
