import type { Chip, Core } from "../machine/chip.ts";
import type { RunCore } from "../machine/interpreter.ts";
import { findBox, isFull, state } from "../machine/postbox.ts";
import { holds } from "./conditions.ts";
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
  /// Runs a core up to the next line with a breakpoint.
  run: RunCore;
  private readonly chip: Chip;
  private readonly table: LineTable;
  private readonly execution: Execution;
  private lines: { readonly breakpoint: LineBreakpoint; readonly pcs: readonly number[] }[] = [];
  private messages: readonly MessageBreakpoint[] = [];
  /// The state of every full box that has been seen, by its word.
  private readonly seen = new Map<number, number>();

  constructor(chip: Chip, table: LineTable, execution: Execution) {
    this.chip = chip;
    this.table = table;
    this.execution = execution;
    this.run = execution.plain;
  }

  get any(): boolean {
    return this.lines.length + this.messages.length > 0;
  }

  set(breakpoints: readonly Breakpoint[]): readonly PlacedBreakpoint[] {
    this.lines = [];
    const placed = breakpoints.map((breakpoint): PlacedBreakpoint => {
      if (breakpoint.kind === "message") return { id: breakpoint.id, line: null };
      const at = this.table.placed(breakpoint.file, breakpoint.line);
      if (at !== undefined) this.lines.push({ breakpoint, pcs: at.pcs });
      return { id: breakpoint.id, line: at?.line ?? null };
    });
    this.messages = breakpoints.filter((breakpoint) => breakpoint.kind === "message");
    this.run = this.running([]);
    this.look();
    return placed;
  }

  /// Runs a core up to the next line with a breakpoint, or one of these pcs.
  running(pcs: readonly number[]): RunCore {
    const all = [...pcs, ...this.lines.flatMap((line) => line.pcs)];
    return all.length === 0 ? this.execution.plain : this.execution.stoppingAt(all);
  }

  /// The breakpoint that makes a core stop where it has come to a line.
  atLine(core: Core, start: LineStart): Hit | undefined {
    for (const { breakpoint, pcs } of this.lines) {
      if (!pcs.includes(start.pc)) continue;
      if (breakpoint.cores !== null && !breakpoint.cores.includes(core.id)) continue;
      if (breakpoint.condition === null) return { id: breakpoint.id, problem: null };
      try {
        if (holds(this.chip, core, breakpoint.condition)) return { id: breakpoint.id, problem: null };
      } catch (error) {
        return { id: breakpoint.id, problem: error instanceof Error ? error.message : String(error) };
      }
    }
    return undefined;
  }

  /// Takes the messages that lie in postboxes now for seen.
  look(): void {
    this.seen.clear();
    for (const core of this.chip.cores) this.arrived(core);
  }

  /// The breakpoint for a message that has come into one of a core's boxes since they were looked at.
  arrived(core: Core): Hit | undefined {
    const hit = this.messages.find(({ cores }) => cores === null || cores.includes(core.id));
    if (hit === undefined) return undefined;
    let fresh = false;
    for (const sender of this.chip.cores) {
      const at = findBox(core, sender.id);
      if (at === 0) continue;
      const now = state(this.chip, at);
      if (!isFull(now) || this.seen.get(at) === now) continue;
      this.seen.set(at, now);
      fresh = true;
    }
    return fresh ? { id: hit.id, problem: null } : undefined;
  }
}
