import type { SlicedWork } from "../../base/sliced-work.ts";
import type { Chip, Core } from "../../machine/chip.ts";
import { FP, PC } from "../../machine/memory-map.ts";
import { clock } from "../../machine/timing/clock.ts";
import type { Before } from "../protocol/provenance.ts";
import type { Rerun } from "../rerun.ts";
import { type Instruction, instructionOf } from "./instruction.ts";
import type { TakenFrom } from "./spots.ts";

// Goes through a run that has been made again: backwards from snapshot to snapshot, and forwards in between, instruction by instruction.

const STEPS_BETWEEN_YIELDS = 512;

export class Walk {
  /// The messages that the instruction under way has taken.
  taken: readonly TakenFrom[] = [];
  private readonly rerun: Rerun;
  private readonly chip: Chip;

  constructor(rerun: Rerun) {
    this.rerun = rerun;
    this.chip = rerun.chip;
    this.chip.onTaken = (_, sender, message) => {
      this.taken = [...this.taken, { sender, message }];
    };
  }

  /// Leaves the chip as it was found.
  end(): void {
    this.chip.onTaken = undefined;
  }

  /// Executes the next instruction of any core; false if none can go on.
  step(): boolean {
    if (this.taken.length > 0) this.taken = [];
    this.rerun.step();
    return this.rerun.next !== undefined;
  }

  /// Stands where a core came to an instruction.
  *standAt(core: Core, until: Before): SlicedWork<void> {
    this.rerun.stand(until.time);
    yield* this.through(core, until, () => () => {});
  }

  /// The last instruction of a core of which something holds: `test` is called before it, and what that returns, if it is no answer
  /// yet, after it. The chip then stands right before that instruction.
  *lastWhere(
    core: Core,
    until: Before,
    test: (instruction: Instruction) => boolean | (() => boolean) | undefined,
  ): SlicedWork<Instruction | undefined> {
    const { rerun, chip } = this;
    let before = until;
    for (;;) {
      rerun.stand(before.time);
      const start = this.here(core);
      let found: Instruction | undefined;
      yield* this.through(core, before, () => {
        const instruction = instructionOf(chip, core);
        const answer = instruction === undefined ? undefined : test(instruction);
        return () => {
          if (typeof answer === "function" ? answer() : answer === true) found = instruction;
        };
      });
      if (found !== undefined) {
        // The snapshot before `until` is the one before this too.
        rerun.stand(before.time);
        yield* this.through(core, found, () => () => {});
        return found;
      }
      if (start.time <= 0 || start.time >= before.time) return undefined;
      before = start;
    }
  }

  /// From where the chip stands, up to where a core comes to an instruction; `visit` is called before each of this core's, and what it
  /// returns after it.
  private *through(core: Core, until: Before, visit: () => () => void): SlicedWork<void> {
    const { rerun, chip } = this;
    for (let steps = 1; ; steps++) {
      const { next } = rerun;
      if (next === undefined || clock(chip, next) > until.time) return;
      if (next === core) {
        if (this.isReached(core, until)) return;
        const after = visit();
        this.step();
        after();
      } else {
        this.step();
      }
      if (steps % STEPS_BETWEEN_YIELDS === 0) yield;
    }
  }

  private here(core: Core): Required<Before> {
    const { words } = this.chip;
    return {
      time: clock(this.chip, core),
      pc: words[core.registers + PC] as number,
      fp: words[core.registers + FP] as number,
    };
  }

  private isReached(core: Core, { time, pc, fp }: Before): boolean {
    const here = this.here(core);
    if (here.time !== time) return here.time > time;
    return pc === undefined || (here.pc === pc && here.fp === fp);
  }
}
