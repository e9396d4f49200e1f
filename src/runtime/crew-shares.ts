import type { Chip, Core } from "../machine/chip.ts";
import { hold, isAsleep, release, ring } from "./crew-bells.ts";
import { crewOf, moveToCrew } from "./crew-cores.ts";
import { isOver, isRunnable } from "./turn.ts";

// Cores move between crews. Two cores that talk much and compute little are best run by one thread: on a busy machine a
// thread that is woken for each message runs late each time. Cores that compute are best spread over all threads.

function canRun(chip: Chip, core: Core): boolean {
  return !isOver(chip, core) && isRunnable(chip, core);
}

/// For a crew that has nothing to do: takes cores that can go on from the first crew that has such cores and sleeps. True if
/// it has taken any.
export function takeCores(chip: Chip, cores: readonly Core[], crew: number): boolean {
  for (const core of cores) {
    const other = crewOf(chip, core);
    if (other === crew || !isAsleep(chip, other) || !canRun(chip, core) || !hold(chip, other)) continue;
    let taken = false;
    for (const each of cores) {
      if (crewOf(chip, each) !== other || !canRun(chip, each)) continue;
      moveToCrew(chip, each, crew);
      taken = true;
    }
    release(chip, other);
    if (taken) return true;
  }
  return false;
}

/// For a crew that has much to do: gives half of its cores that can go on to a crew that sleeps. True if it has given any.
export function giveCores(chip: Chip, mine: readonly Core[], crew: number, crews: number): boolean {
  for (let other = 0; other < crews; other++) {
    if (other === crew || !isAsleep(chip, other)) continue;
    const able = mine.filter((core) => canRun(chip, core));
    if (able.length < 2) return false;
    if (!hold(chip, other)) continue;
    for (const core of able.slice(able.length >> 1)) moveToCrew(chip, core, other);
    release(chip, other);
    ring(chip, other);
    return true;
  }
  return false;
}
