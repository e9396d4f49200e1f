import type { Chip, Core } from "../machine/chip.ts";
import { CREW, MONITOR_CORES_LEFT } from "../machine/memory-map.ts";
import { isOver } from "./turn.ts";

// A crew is several cores in one thread. Which crew runs a core stands in the core's registers: only the crew itself changes
// it, or one that holds it while it sleeps (crew-bells.ts).

/// The cores that crews run: all but full Python.
export function crewCores(chip: Chip): readonly Core[] {
  return chip.pythonCore === undefined ? chip.cores : chip.cores.filter((core) => !core.pythonCore);
}

/// Divides the cores among `crews` crews before any of these runs: in contiguous shares, as neighbours talk most to
/// neighbours.
export function assignCrews(chip: Chip, crews: number): void {
  const { words } = chip;
  const cores = crewCores(chip);
  cores.forEach((core, k) => {
    words[core.registers + CREW] = Math.floor((k * crews) / cores.length);
  });
  words[(chip.map.control >> 2) + MONITOR_CORES_LEFT] = cores.filter((core) => !isOver(chip, core)).length;
}

/// The crew that runs a core.
export function crewOf({ words }: Chip, core: Core): number {
  return Atomics.load(words, core.registers + CREW);
}

export function moveToCrew({ words }: Chip, core: Core, crew: number): void {
  Atomics.store(words, core.registers + CREW, crew);
}

/// Whether any core that crews run may still do something.
export function areCoresLeft({ words, map }: Chip): boolean {
  return Atomics.load(words, (map.control >> 2) + MONITOR_CORES_LEFT) > 0;
}

/// Counts a core whose part is over. True if it was the last.
export function countOver({ words, map }: Chip): boolean {
  return Atomics.sub(words, (map.control >> 2) + MONITOR_CORES_LEFT, 1) === 1;
}
