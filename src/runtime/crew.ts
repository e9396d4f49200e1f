import type { Chip, Core } from "../machine/chip.ts";
import { mayBeStuck } from "../machine/deadlock.ts";
import { createInterpreter } from "../machine/interpreter.ts";
import { MONITOR_LOOK, MONITOR_STOP, STATUS, STATUS_FAILED, WALL_MILLISECONDS } from "../machine/memory-map.ts";
import type { NativeImplementation } from "../machine/natives/native.ts";
import { connectBells, isStopped, ring, sleep } from "./crew-bells.ts";
import { areCoresLeft, countOver, crewCores, crewOf } from "./crew-cores.ts";
import { giveCores, takeCores } from "./crew-shares.ts";
import { giveTurn, isOver, isRunnable } from "./turn.ts";

// A crew runs its cores in turns. When none of them can go on it looks again for a short while, then takes over cores that
// can go on from a crew that sleeps, and only when there are none does it sleep. When its cores have kept it long while
// another crew slept, it gives that one a share of them.

const BUDGET = 20_000;
// Looks at a waiting core. They take about as long as being put to sleep and woken would.
const SPIN_LOOKS = 4_000;
// Longer than it takes to wake a thread.
const MUCH_MILLISECONDS = 0.3;

/// Tells every crew of a chip to stand still.
export function stopCrews(chip: Chip, crews: number): void {
  Atomics.store(chip.words, (chip.map.control >> 2) + MONITOR_STOP, 1);
  ringAll(chip, crews);
}

function ringAll(chip: Chip, crews: number): void {
  const bells = crews + (chip.pythonCore === undefined ? 0 : 1);
  for (let crew = 0; crew < bells; crew++) ring(chip, crew);
}

/// What a crew needs of the thread it is in.
export interface CrewSurroundings {
  /// In milliseconds.
  now(): number;
  /// Called when the monitor is to look whether cores wait for each other for good.
  onStuck(): void;
}

/// Takes part in a run as one of `crews` crews until all cores have ended or failed, or the run is stopped or paused. Blocks
/// the thread. `before` is how many milliseconds the run has taken already.
export function runCrew(
  chip: Chip,
  crew: number,
  crews: number,
  { now, onStuck }: CrewSurroundings,
  natives?: readonly (NativeImplementation | undefined)[],
  before = 0,
): void {
  const { words } = chip;
  const look = (chip.map.control >> 2) + MONITOR_LOOK;
  const run = createInterpreter(chip, natives);
  const start = now() - before;
  const all = crewCores(chip);
  const share = (): Core[] => {
    // A core that was elsewhere has printed what is kept of it here.
    chip.printing.clear();
    return all.filter((core) => crewOf(chip, core) === crew && !isOver(chip, core));
  };
  let mine = share();
  connectBells(chip, crews, crew);

  const someCanGoOn = (): boolean => mine.some((core) => isRunnable(chip, core));
  const awake = (): boolean => !areCoresLeft(chip) || someCanGoOn();

  const end = (core: Core): void => {
    chip.doubles[(core.registers + WALL_MILLISECONDS) >> 1] = now() - start;
    // Full Python may wait for what one that has failed will never give.
    if (chip.pythonCore !== undefined) ring(chip, crews);
    if (countOver(chip)) ringAll(chip, crews);
  };

  while (areCoresLeft(chip) && !isStopped(chip)) {
    const began = now();
    let turns = 0;
    let over = false;
    for (const core of mine) {
      if (!isRunnable(chip, core)) continue;
      turns++;
      if (giveTurn(chip, run, core, BUDGET)) {
        end(core);
        over = true;
      } else if (words[core.registers + STATUS] === STATUS_FAILED) {
        ring(chip, crews);
      }
      if (mayBeStuck(chip, core) && Atomics.exchange(words, look, 1) === 0) onStuck();
    }
    if (over) mine = mine.filter((core) => !isOver(chip, core));
    if (turns > 0) {
      if (turns > 1 && now() - began > MUCH_MILLISECONDS && giveCores(chip, mine, crew, crews)) mine = share();
    } else if (!spin(mine.length, someCanGoOn)) {
      if (takeCores(chip, all, crew) || sleep(chip, crew, awake)) mine = share();
    }
  }
}

function spin(cores: number, done: () => boolean): boolean {
  if (cores === 0) return false;
  for (let k = 0; k < SPIN_LOOKS; k += cores) if (done()) return true;
  return false;
}
