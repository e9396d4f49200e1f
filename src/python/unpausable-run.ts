import type { Breakpoint, Condition, PlacedBreakpoint } from "../runtime/protocol/breakpoints.ts";
import type {
  CoreInspection,
  Evaluation,
  MemoryPartRange,
  MemoryView,
  Opened,
  ShownValue,
} from "../runtime/protocol/inspection.ts";
import type { Debugging, Run } from "../runtime/protocol/run.ts";
import type { TraceBatch } from "../runtime/protocol/trace.ts";
import type { Session } from "../runtime/session.ts";

const NO_TRACE: TraceBatch = { intervals: [], messages: [], dropped: 0, clocks: [], gaps: [], more: false };

/// What debuggers and views may ask of a run with full Python: they see into the cores, but such a run cannot be paused,
/// stepped or taken back, since Python cannot be.
export abstract class UnpausableRun implements Debugging {
  protected session: Session | undefined;
  abstract readonly phase: "running" | "finished";

  pause(): void {}
  resume(): void {}
  step(): void {}
  runTo(): void {}
  back(): void {}

  setBreakpoints(breakpoints: readonly Breakpoint[]): readonly PlacedBreakpoint[] {
    return breakpoints.map(({ id }) => ({ id, line: null }));
  }

  inspect(core: number): CoreInspection | null {
    return this.session?.inspect(core) ?? null;
  }

  evaluate(core: number, expression: Condition): Evaluation {
    return this.session?.evaluate(core, expression) ?? { problem: "there are no cores yet" };
  }

  elements(core: number, value: Opened, from: number, count: number): readonly ShownValue[] {
    return this.session?.elements(core, value, from, count) ?? [];
  }

  memory(core: number, from: number, length: number): MemoryView | null {
    return this.session?.memory(core, from, length) ?? null;
  }

  memoryParts(core: number): readonly MemoryPartRange[] {
    return this.session?.memoryParts(core) ?? [];
  }

  trace(most?: number, newest?: boolean): TraceBatch {
    return this.session?.trace(most, newest) ?? NO_TRACE;
  }

  links(): ReturnType<Run["links"]> {
    return this.session?.links() ?? [];
  }
}
