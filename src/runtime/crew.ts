import type { Chip, Core } from "../machine/chip.ts";
import { createInterpreter } from "../machine/interpreter.ts";
import { MONITOR_CREWS, MONITOR_STOP, WALL_MILLISECONDS } from "../machine/memory-map.ts";
import type { NativeImplementation } from "../machine/natives/native.ts";
import { canGoOn } from "../machine/waiting.ts";
import { giveTurn, isOver, isRunnable } from "./turn.ts";

// A crew is several cores in one thread. It runs them in turns; only when none of them can go on does it wait: it looks
// again for a short while, then sleeps on its bell. Whoever lets one of its cores go on rings the bell if it sleeps.
// The order matters: the sleeper says that it sleeps and then looks once more; the other side writes first and then looks
// whether anyone sleeps. So one of the two always sees the other.

const BUDGET = 20_000;
const SPINS = 400;
const SLICE_MILLISECONDS = 100;

/// Which crew runs each core: contiguous shares, as neighbours talk most to neighbours.
export function crewOf(index: number, cores: number, crews: number): number {
  return Math.floor((index * crews) / cores);
}

function bellWord(chip: Chip, crew: number): number {
  return (chip.map.control >> 2) + MONITOR_CREWS + crew * 2;
}

function ring(chip: Chip, crew: number): void {
  const bell = bellWord(chip, crew);
  if (Atomics.load(chip.words, bell + 1) === 0) return;
  Atomics.add(chip.words, bell, 1);
  Atomics.notify(chip.words, bell);
}

/// Makes a chip wake crews in other threads. `own` is the crew this thread runs, or -1.
export function connectBells(chip: Chip, crews: number, own: number): void {
  const crewOfId = new Map(chip.cores.map((core, k) => [core.id, crewOf(k, chip.cores.length, crews)]));
  chip.wake = (id) => {
    if (id < 0) {
      for (let crew = 0; crew < crews; crew++) if (crew !== own) ring(chip, crew);
      return;
    }
    const crew = crewOfId.get(id);
    if (crew !== undefined && crew !== own) ring(chip, crew);
  };
}

/// Tells every crew of a chip to stand still.
export function stopCrews(chip: Chip): void {
  Atomics.store(chip.words, (chip.map.control >> 2) + MONITOR_STOP, 1);
  chip.wake(-1);
}

/// Runs a crew's cores until all have ended or failed, or the run is stopped or paused. Blocks the thread. `before` is how many
/// milliseconds the run has taken already.
export function runCrew(
  chip: Chip,
  crew: number,
  crews: number,
  now: () => number,
  natives?: readonly (NativeImplementation | undefined)[],
  before = 0,
): void {
  const { words } = chip;
  const run = createInterpreter(chip, natives);
  const stopWord = (chip.map.control >> 2) + MONITOR_STOP;
  const start = now() - before;
  let mine: Core[] = chip.cores.filter(
    (core, k) => crewOf(k, chip.cores.length, crews) === crew && !isOver(chip, core),
  );
  connectBells(chip, crews, crew);

  const someCanGoOn = (): boolean => mine.some((core) => canGoOn(chip, core));

  while (mine.length > 0 && Atomics.load(words, stopWord) === 0) {
    let progress = false;
    let over = false;
    for (const core of mine) {
      if (!isRunnable(chip, core)) continue;
      progress = true;
      if (giveTurn(chip, run, core, BUDGET)) {
        chip.doubles[(core.registers + WALL_MILLISECONDS) >> 1] = now() - start;
        over = true;
      }
    }
    if (over) mine = mine.filter((core) => !isOver(chip, core));
    if (!progress && !spin(someCanGoOn)) sleep(chip, crew, someCanGoOn);
  }
}

function spin(done: () => boolean): boolean {
  for (let k = 0; k < SPINS; k++) if (done()) return true;
  return false;
}

function sleep(chip: Chip, crew: number, awake: () => boolean): void {
  const { words } = chip;
  const bell = bellWord(chip, crew);
  Atomics.store(words, bell + 1, 1);
  const before = Atomics.load(words, bell);
  const stopped = Atomics.load(words, (chip.map.control >> 2) + MONITOR_STOP) !== 0;
  if (!stopped && !awake()) Atomics.wait(words, bell, before, SLICE_MILLISECONDS);
  Atomics.store(words, bell + 1, 0);
}
