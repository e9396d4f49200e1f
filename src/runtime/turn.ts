import type { Chip, Core } from "../machine/chip.ts";
import { type RunCore, STOP_BUDGET, STOP_WAIT } from "../machine/interpreter.ts";
import { STATUS, STATUS_ENDED, STATUS_FAILED, STATUS_WAITING } from "../machine/memory-map.ts";
import { canGoOn, goOn } from "../machine/waiting.ts";

/// Whether a core whose part is not over can be given a turn: it does not wait, or what it waited for has happened.
export function isRunnable(chip: Chip, core: Core): boolean {
  return chip.words[core.registers + STATUS] !== STATUS_WAITING || canGoOn(chip, core);
}

/// Runs a core for at most so many instructions. True if its part in the run is over with that.
export function giveTurn(chip: Chip, run: RunCore, core: Core, budget: number): boolean {
  if (chip.words[core.registers + STATUS] === STATUS_WAITING) goOn(chip, core);
  const stop = run(core, budget);
  return stop !== STOP_BUDGET && stop !== STOP_WAIT;
}

export function isOver(chip: Chip, core: Core): boolean {
  const status = chip.words[core.registers + STATUS];
  return status === STATUS_ENDED || status === STATUS_FAILED;
}
