import type { Chip, Core } from "../machine/chip.ts";
import { FP } from "../machine/memory-map.ts";
import { type Observation, observe } from "./evaluation.ts";
import type { DataBreakpoint } from "./protocol/breakpoints.ts";
import type { ValueChange } from "./protocol/events.ts";

/// A data breakpoint whose value has changed.
export interface ChangeHit {
  readonly id: number;
  readonly change: ValueChange;
}

/// Notices when the values of expressions change on the cores. It is to look at a core whenever that has come to a line.
export class DataBreakpoints {
  private readonly chip: Chip;
  private readonly breakpoints: readonly DataBreakpoint[];
  /// What was observed last, for each breakpoint and core: by scope, as a call that is returned to has variables of its own.
  private readonly last = new Map<DataBreakpoint, Map<number, Map<number, Observation>>>();

  constructor(chip: Chip, breakpoints: readonly DataBreakpoint[]) {
    this.chip = chip;
    this.breakpoints = breakpoints;
    for (const breakpoint of breakpoints) this.last.set(breakpoint, new Map());
    this.lookAtAll();
  }

  get any(): boolean {
    return this.breakpoints.length > 0;
  }

  /// Takes the values that there are now for known.
  lookAtAll(): void {
    for (const cores of this.last.values()) cores.clear();
    for (const core of this.chip.cores) this.changed(core);
  }

  /// The first breakpoint whose value has changed on a core since it was looked at; all are known after that.
  changed(core: Core): ChangeHit | undefined {
    let found: ChangeHit | undefined;
    for (const breakpoint of this.breakpoints) {
      if (breakpoint.cores !== null && !breakpoint.cores.includes(core.id)) continue;
      const change = this.changeOf(breakpoint, core);
      if (change !== undefined) found ??= { id: breakpoint.id, change };
    }
    return found;
  }

  private changeOf(breakpoint: DataBreakpoint, core: Core): ValueChange | undefined {
    if (core.pythonCore) return undefined;
    const cores = this.last.get(breakpoint) as Map<number, Map<number, Observation>>;
    let scopes = cores.get(core.id);
    if (scopes === undefined) {
      scopes = new Map();
      cores.set(core.id, scopes);
    }
    // Calls that have returned are over.
    const fp = this.chip.words[core.registers + FP] as number;
    for (const scope of scopes.keys()) if (scope > fp) scopes.delete(scope);
    const now = observe(this.chip, core, breakpoint.value);
    if (now === undefined) return undefined;
    const before = scopes.get(now.scope);
    scopes.set(now.scope, now);
    if (before === undefined || before.print === now.print) return undefined;
    return { text: breakpoint.text, before: before.text, after: now.text };
  }
}
