import type { Chip, Core } from "../machine/chip.ts";
import { createInterpreter, type RunCore } from "../machine/interpreter.ts";
import { CLOCK, WALL_MILLISECONDS } from "../machine/memory-map.ts";
import type { NativeImplementation } from "../machine/natives/native.ts";
import { nativeImplementations } from "../machine/natives/table.ts";
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

  constructor(
    chip: Chip,
    now: () => number,
    natives: readonly (NativeImplementation | undefined)[] = nativeImplementations,
  ) {
    this.chip = chip;
    this.run = createInterpreter(chip, natives);
    this.now = now;
    this.start = now();
    this.active = [...chip.cores];
  }

  get isOver(): boolean {
    return this.active.length === 0;
  }

  /// Gives one core a turn and says which; undefined if none can go on now.
  turn(): Core | undefined {
    const { chip } = this;
    const core = leastClock(chip, this.active, (one) => isRunnable(chip, one));
    if (core !== undefined && giveTurn(chip, this.run, core, BUDGET)) {
      chip.doubles[(core.registers + WALL_MILLISECONDS) >> 1] = this.now() - this.start;
      this.active = this.active.filter((other) => !isOver(chip, other));
    }
    return core;
  }
}

/// Of the cores that may run, the one whose virtual clock is least, and of equals the first.
export function leastClock(chip: Chip, among: Iterable<Core>, mayRun: (core: Core) => boolean): Core | undefined {
  let best: Core | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const core of among) {
    const clock = chip.doubles[(core.registers + CLOCK) >> 1] as number;
    if (clock >= least || !mayRun(core)) continue;
    best = core;
    least = clock;
  }
  return best;
}
