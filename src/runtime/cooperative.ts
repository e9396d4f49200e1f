import type { Chip, Core } from "../machine/chip.ts";
import { createInterpreter, type RunCore } from "../machine/interpreter.ts";
import { CLOCK, WALL_MILLISECONDS } from "../machine/memory-map.ts";
import { giveTurn, isOver, isRunnable } from "./turn.ts";

const BUDGET = 2_000;

/// Runs all cores of a chip in one thread, always the one whose virtual clock is least (the lowest id of equals), so that
/// a run is the same every time.
export class Cooperative {
  private readonly chip: Chip;
  private readonly run: RunCore;
  private readonly start: number;
  private readonly now: () => number;
  private active: Core[];

  constructor(chip: Chip, now: () => number) {
    this.chip = chip;
    this.run = createInterpreter(chip);
    this.now = now;
    this.start = now();
    this.active = [...chip.cores];
  }

  get isOver(): boolean {
    return this.active.length === 0;
  }

  /// Gives one core a turn. False if none can go on now.
  turn(): boolean {
    const core = this.next();
    if (core === undefined) return false;
    const { chip } = this;
    if (giveTurn(chip, this.run, core, BUDGET)) {
      chip.doubles[(core.registers + WALL_MILLISECONDS) >> 1] = this.now() - this.start;
      this.active = this.active.filter((other) => !isOver(chip, other));
    }
    return true;
  }

  private next(): Core | undefined {
    const { chip } = this;
    let best: Core | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const core of this.active) {
      const clock = chip.doubles[(core.registers + CLOCK) >> 1] as number;
      if (clock >= least) continue;
      if (!isRunnable(chip, core)) continue;
      best = core;
      least = clock;
    }
    return best;
  }
}
