import type { Chip, Core } from "../machine/chip.ts";
import { withBreaks } from "../machine/decode.ts";
import {
  createInterpreter,
  type RunCore,
  STOP_BREAK,
  STOP_BUDGET,
  STOP_WAIT,
  type Stop,
} from "../machine/interpreter.ts";
import { FP, PC, STATUS, STATUS_WAITING } from "../machine/memory-map.ts";
import type { NativeImplementation } from "../machine/natives/native.ts";
import { goOn } from "../machine/waiting.ts";
import { begins, type LineStart, type LineTable, type StandingLine } from "./lines.ts";

/// How a turn came out.
export interface Turn {
  readonly stop: Stop;
  /// Work done, in instructions (see Chip.used).
  readonly used: number;
  /// The line that the core has come to and not begun yet, if that is why it stopped.
  readonly arrived: LineStart | undefined;
}

interface Standing extends StandingLine {
  /// Whether the instruction there has not been executed since.
  readonly stays: boolean;
}

/// Runs single cores of a chip in this thread, up to the lines that one wants to see.
export class Execution {
  /// Without any break.
  readonly plain: RunCore;
  /// Stops at every line.
  readonly lines: RunCore;
  private readonly chip: Chip;
  private readonly table: LineTable;
  private readonly natives: readonly (NativeImplementation | undefined)[];
  private readonly standing = new Map<number, Standing>();

  constructor(chip: Chip, table: LineTable, natives: readonly (NativeImplementation | undefined)[]) {
    this.chip = chip;
    this.table = table;
    this.natives = natives;
    this.plain = createInterpreter(chip, natives);
    this.lines = this.stoppingAt(table.pcs);
  }

  /// Stops at these pcs, which must be ones of the line table.
  stoppingAt(pcs: Iterable<number>): RunCore {
    return createInterpreter(this.chip, this.natives, withBreaks(this.chip.program, pcs));
  }

  /// Forgets where the cores stand: they come to the lines they stand at once more.
  forget(): void {
    this.standing.clear();
  }

  /// Notes that a core stands at the start of a line, if it does, so that it does not come to it once more.
  settle(core: Core): void {
    const { words } = this.chip;
    const pc = words[core.registers + PC] as number;
    const start = this.table.at(pc);
    if (start === undefined) this.standing.delete(core.id);
    else this.standing.set(core.id, { ...start, fp: words[core.registers + FP] as number, stays: true });
  }

  /// Gives a core that can go on a turn with one of the ways to run above.
  turn(core: Core, budget: number, run: RunCore): Turn {
    const { chip } = this;
    const { words } = chip;
    if (words[core.registers + STATUS] === STATUS_WAITING) {
      // What it waits in is begun, whether or not it has been seen to come there.
      if (this.table.at(words[core.registers + PC] as number) !== undefined) this.settle(core);
      goOn(chip, core);
    }
    const last = this.standing.get(core.id);
    let begun = 0;
    if (last?.stays) {
      // Off the instruction that the break stands for. One that waits is not done.
      const stop = this.plain(core, 1);
      begun = chip.used;
      if (stop !== STOP_WAIT) this.standing.set(core.id, { ...last, stays: false });
      if (stop !== STOP_BUDGET || begun >= budget) return { stop, used: begun, arrived: undefined };
    }
    const stop = run(core, budget - begun);
    const used = begun + chip.used;
    if (stop !== STOP_BREAK) return { stop, used, arrived: undefined };
    const fp = words[core.registers + FP] as number;
    const start = this.table.at(words[core.registers + PC] as number);
    if (start === undefined) return { stop, used, arrived: undefined };
    this.standing.set(core.id, { ...start, fp, stays: true });
    return { stop, used, arrived: begins(start, fp, last) ? start : undefined };
  }
}
