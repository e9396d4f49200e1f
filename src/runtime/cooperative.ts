import type { Chip, Core } from "../machine/chip.ts";
import { createInterpreter, type RunCore } from "../machine/interpreter.ts";
import { CLOCK, WALL_MILLISECONDS } from "../machine/memory-map.ts";
import { nativeImplementations } from "../machine/natives/implementations.ts";
import type { NativeImplementation } from "../machine/natives/native.ts";
import { ReadyQueue } from "./ready-queue.ts";
import { giveTurn, isOver, isRunnable } from "./turn.ts";
import { WaitingCores } from "./waiting-cores.ts";

const BUDGET = 2_000;

/// Runs all cores of a chip in one thread, always the one whose virtual clock is least (the lowest id of equals), so that
/// a run is the same every time. Cores that wait are looked at again when the chip says that something has happened for
/// them, which it says through its `wake`.
export class Cooperative {
  private readonly chip: Chip;
  private readonly run: RunCore;
  private readonly start: number;
  private readonly now: () => number;
  private readonly ready = new ReadyQueue();
  private readonly waiting = new WaitingCores();
  private readonly budget: number;
  private left = 0;

  /// A turn is at most `budget` instructions.
  constructor(
    chip: Chip,
    now: () => number,
    natives: readonly (NativeImplementation | undefined)[] = nativeImplementations,
    budget = BUDGET,
  ) {
    this.chip = chip;
    this.budget = budget;
    this.run = createInterpreter(chip, natives);
    this.now = now;
    this.start = now();
    for (const core of chip.cores) {
      if (isOver(chip, core)) continue;
      this.left++;
      this.place(core);
    }
    chip.wake = (_, word) => {
      for (const core of this.waiting.takeFrom(chip, word)) this.place(core);
    };
  }

  get isOver(): boolean {
    return this.left === 0;
  }

  /// The core that has the next turn; undefined if none can go on now.
  get next(): Core | undefined {
    return this.ready.first;
  }

  /// Gives one core whose clock is before a time a turn; that core, or undefined if none can go on now.
  turn(before = Number.POSITIVE_INFINITY, budget = this.budget): Core | undefined {
    const { chip } = this;
    if (this.ready.leastClock >= before) return undefined;
    const core = this.ready.pop();
    if (core === undefined) return undefined;
    if (giveTurn(chip, this.run, core, budget)) {
      chip.doubles[(core.registers + WALL_MILLISECONDS) >> 1] = this.now() - this.start;
      this.left--;
    } else {
      this.place(core);
    }
    return core;
  }

  private place(core: Core): void {
    const { chip } = this;
    if (isRunnable(chip, core)) this.ready.push(core, chip.doubles[(core.registers + CLOCK) >> 1] as number);
    else this.waiting.add(chip, core);
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
