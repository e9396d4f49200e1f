import type { Chip, Core } from "../machine/chip.ts";
import type { RunCore } from "../machine/interpreter.ts";
import { holds } from "./conditions.ts";
import { type ChangeHit, DataBreakpoints } from "./data-breakpoints.ts";
import { logMessage } from "./evaluation.ts";
import type { Execution } from "./execution.ts";
import type { LineStart, LineTable } from "./lines.ts";
import type { Breakpoint, LineBreakpoint, MessageBreakpoint, PlacedBreakpoint } from "./protocol/breakpoints.ts";

/// A breakpoint that holds, and what is wrong with its condition if that could not be told.
export interface Hit {
  readonly id: number;
  readonly problem: string | null;
}

/// The breakpoints of a run.
export class Breakpoints {
  /// Runs a core up to the next line with a breakpoint; with data breakpoints up to the next line.
  run: RunCore;
  private readonly chip: Chip;
  private readonly table: LineTable;
  private readonly execution: Execution;
  /// Told each message of a logpoint, and the line of it that a core has come to.
  private readonly onLog: (core: Core, start: LineStart, text: string) => void;
  private count = 0;
  private lines: { readonly breakpoint: LineBreakpoint; readonly pcs: readonly number[] }[] = [];
  private messages: readonly MessageBreakpoint[] = [];
  private data: DataBreakpoints;

  constructor(
    chip: Chip,
    table: LineTable,
    execution: Execution,
    onLog: (core: Core, start: LineStart, text: string) => void,
  ) {
    this.chip = chip;
    this.table = table;
    this.execution = execution;
    this.onLog = onLog;
    this.run = execution.plain;
    this.data = new DataBreakpoints(chip, []);
  }

  get any(): boolean {
    return this.count > 0;
  }

  set(breakpoints: readonly Breakpoint[]): readonly PlacedBreakpoint[] {
    this.count = breakpoints.length;
    this.lines = [];
    const placed = breakpoints.map((breakpoint): PlacedBreakpoint => {
      if (breakpoint.kind !== "line") return { id: breakpoint.id, line: null };
      const at = this.table.placed(breakpoint.file, breakpoint.line);
      if (at !== undefined) this.lines.push({ breakpoint, pcs: at.pcs });
      return { id: breakpoint.id, line: at?.line ?? null };
    });
    this.messages = breakpoints.filter((breakpoint) => breakpoint.kind === "message");
    this.data = new DataBreakpoints(
      this.chip,
      breakpoints.filter((breakpoint) => breakpoint.kind === "data"),
    );
    this.run = this.running([]);
    return placed;
  }

  /// Runs a core up to the next line with a breakpoint, or one of these pcs.
  running(pcs: readonly number[]): RunCore {
    // Only at a line can a change be seen.
    if (this.data.any) return this.execution.lines;
    const all = [...pcs, ...this.lines.flatMap((line) => line.pcs)];
    return all.length === 0 ? this.execution.plain : this.execution.stoppingAt(all);
  }

  /// The breakpoint that makes a core stop where it has come to a line; those that only log do so.
  atLine(core: Core, start: LineStart): Hit | undefined {
    let hit: Hit | undefined;
    for (const { breakpoint, pcs } of this.lines) {
      if (!pcs.includes(start.pc)) continue;
      if (breakpoint.cores !== null && !breakpoint.cores.includes(core.id)) continue;
      const { holds, problem } = this.conditionOf(breakpoint, core);
      if (breakpoint.log !== undefined) {
        if (holds) this.onLog(core, start, logMessage(this.chip, core, breakpoint.log));
        else if (problem !== null) this.onLog(core, start, `The condition could not be evaluated: ${problem}`);
      } else if (holds || problem !== null) {
        hit ??= { id: breakpoint.id, problem };
      }
    }
    return hit;
  }

  private conditionOf(breakpoint: LineBreakpoint, core: Core): { readonly holds: boolean; problem: string | null } {
    if (breakpoint.condition === null) return { holds: true, problem: null };
    try {
      return { holds: holds(this.chip, core, breakpoint.condition), problem: null };
    } catch (error) {
      return { holds: false, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /// The data breakpoint whose value has changed on a core since it was looked at.
  changed(core: Core): ChangeHit | undefined {
    return this.data.any ? this.data.changed(core) : undefined;
  }

  /// Takes what all values are now for known.
  look(): void {
    this.data.lookAtAll();
  }

  /// The breakpoint for a message that a core has put into a box of another.
  delivered(receiver: Core, sender: Core): Hit | undefined {
    const isAmong = (core: Core, cores: readonly number[] | null | undefined) => cores?.includes(core.id) ?? true;
    const hit = this.messages.find(({ cores, from }) => isAmong(receiver, cores) && isAmong(sender, from));
    return hit === undefined ? undefined : { id: hit.id, problem: null };
  }
}
