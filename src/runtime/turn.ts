import type { Chip, Core } from "../machine/chip.ts";
import { type RunCore, STOP_BUDGET, STOP_WAIT } from "../machine/interpreter.ts";
import { hasLaunch, leaveFault } from "../machine/kernels.ts";
import { STATUS, STATUS_ENDED, STATUS_FAILED, STATUS_WAITING } from "../machine/memory-map.ts";
import { canGoOn, goOn } from "../machine/waiting.ts";

/// Whether a core whose part is not over can be given a turn: it does not wait, or what it waited for has happened.
export function isRunnable(chip: Chip, core: Core): boolean {
  switch (chip.words[core.registers + STATUS]) {
    case STATUS_WAITING:
      return canGoOn(chip, core);
    case STATUS_FAILED:
      return hasLaunch(chip, core);
    default:
      return true;
  }
}

/// Runs a core for at most `budget` instructions. True if its part in the run is over after that.
export function giveTurn(chip: Chip, run: RunCore, core: Core, budget: number): boolean {
  const status = chip.words[core.registers + STATUS];
  if (status === STATUS_WAITING) goOn(chip, core);
  else if (status === STATUS_FAILED) leaveFault(chip, core);
  const stop = run(core, budget);
  return stop !== STOP_BUDGET && stop !== STOP_WAIT && isOver(chip, core);
}

/// A core that has failed may be given another kernel, if it runs kernels.
export function isOver(chip: Chip, core: Core): boolean {
  const status = chip.words[core.registers + STATUS];
  return status === STATUS_ENDED || (status === STATUS_FAILED && chip.caller === undefined);
}
