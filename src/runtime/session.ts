import { partsOf } from "../machine/addresses.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { DamagedMemory } from "../machine/damaged.ts";
import { EPOCH, STATUS, STATUS_ENDED, STATUS_FAILED, WALL_MILLISECONDS } from "../machine/memory-map.ts";
import { clock, joules, shownTime } from "../machine/timing/clock.ts";
import { type Link, linkLoads } from "../machine/timing/mesh.ts";
import { damagedEvent } from "./damage.ts";
import { DebugRunner } from "./debug-runner.ts";
import { evaluationOf } from "./evaluation.ts";
import { kindOf } from "./explain.ts";
import { elements, inspectCore } from "./inspect.ts";
import { LineTable } from "./lines.ts";
import { memoryView } from "./memory-view.ts";
import type { Monitor } from "./monitor.ts";
import type { Breakpoint, Condition, PlacedBreakpoint } from "./protocol/breakpoints.ts";
import type { CoreReport, CoreState } from "./protocol/cores.ts";
import type { MonitorEvent, Outcome } from "./protocol/events.ts";
import type {
  CoreInspection,
  Evaluation,
  MemoryPartRange,
  MemoryView,
  Opened,
  ShownValue,
} from "./protocol/inspection.ts";
import type { Activity, Executor, Run, StepKind } from "./protocol/run.ts";
import type { Tally } from "./protocol/tally.ts";
import type { TraceBatch } from "./protocol/trace.ts";
import { reportOf, stateOf } from "./reports.ts";
import type { Runner } from "./runner.ts";
import { tallyOf } from "./tally.ts";
import { ThreadDied, threadEvent } from "./thread-died.ts";
import { TraceReader } from "./trace-reader.ts";
import { unreadEvents } from "./unread.ts";

const NO_TRACE: TraceBatch = { intervals: [], messages: [], dropped: 0, gaps: [], more: false, clocks: [] };
const LAST_READ_MILLISECONDS = 50;
// Threads stand still within a turn of a core. Those that do not by then are in a loop that never ends.
const PATIENCE_MILLISECONDS = 5_000;

/// How a session's run begins.
export interface SessionOptions {
  /// Whether `start` runs the cores in other threads.
  readonly threads?: boolean | undefined;
  readonly record?: boolean | undefined;
  readonly paused?: boolean | undefined;
  readonly breakpoints?: readonly Breakpoint[] | undefined;
}

/// What a session needs of the place it runs in.
export interface SessionSurroundings {
  now(): number;
  /// Runs work soon, after what else is due.
  later(work: () => void): void;
  /// Runs work after some milliseconds.
  after?(milliseconds: number, work: () => void): void;
}

/// One run of a program: the monitor's view of it, from the start to `finished`. Long, as it is the whole of `Run`, whose parts
/// all depend on the phase the run is in.
export class Session implements Run {
  private readonly chip: Chip;
  private readonly monitor: Monitor;
  private readonly start: (elapsed: number) => Runner;
  private readonly surroundings: SessionSurroundings;
  private readonly records: boolean;
  private readonly usesThreads: boolean;
  private reader: TraceReader | undefined;
  /// What runs the cores now; while the run is paused, what would step them.
  private runner: Runner;
  /// The runner, if it is one that can step.
  private debugger: DebugRunner | undefined;
  private breakpoints: readonly Breakpoint[] = [];
  private activity: (activity: Activity) => void = () => {};
  private state: "running" | "paused" | "finished" = "running";
  /// What the cores are stopped for by the runner that is about to be replaced by a debugger.
  private stoppingTo: "pause" | "debug" | undefined;
  private stopAsked = false;
  /// Whether the cores stand still for good, or soon will.
  private halted = false;
  private threadsStopped = false;
  /// By then the monitor has read what the cores had said when they were stopped.
  private lastVisit = 0;
  /// Up to the last pause, and when the cores went on after it.
  private wallMilliseconds = 0;
  private since: number;
  private failure: MonitorEvent | undefined;
  private closed = false;
  private events: MonitorEvent[] = [];
  private rest: MonitorEvent[] = [];
  private report: readonly CoreReport[] = [];
  private loads: readonly Link[] = [];
  private lastTrace: TraceBatch = NO_TRACE;
  private readonly reported = new Map<Core, { readonly epoch: number; readonly report: CoreReport }>();
  private settleStopped: () => void = () => {};
  private failStopped: (error: unknown) => void = () => {};
  /// Settles when every thread of the run stands still for good; rejects when one has died.
  readonly stopped: Promise<void>;

  /// `start` lets the cores run from where they are; it is told how many milliseconds they have run before.
  constructor(
    chip: Chip,
    monitor: Monitor,
    start: (elapsed: number) => Runner,
    surroundings: SessionSurroundings,
    options: SessionOptions = {},
  ) {
    this.chip = chip;
    this.monitor = monitor;
    this.start = start;
    this.surroundings = surroundings;
    this.records = options.record === true;
    this.usesThreads = options.threads === true;
    this.reader = this.records ? new TraceReader(chip) : undefined;
    this.since = surroundings.now();
    this.stopped = new Promise((resolve, reject) => {
      this.settleStopped = resolve;
      this.failStopped = reject;
    });
    // Whoever drains is told of it in any case.
    this.stopped.catch(() => {});
    this.breakpoints = options.breakpoints ?? [];
    if (options.paused !== true && this.breakpoints.length === 0) {
      this.runner = this.watch(start(0));
    } else {
      this.runner = this.debug();
      if (options.paused === true) this.debugger?.standStill();
      else this.debugger?.run();
    }
  }

  get executor(): Executor {
    return this.runner.executor;
  }

  get threads(): number {
    return this.runner.threads;
  }

  get phase(): "running" | "paused" | "finished" {
    return this.state;
  }

  // ── Runners ────────────────────────────────────────────────────────────────

  private watch(runner: Runner): Runner {
    runner.stopped.then(
      () => runner === this.runner && this.onStopped(),
      (error: unknown) => {
        if (runner !== this.runner) return;
        const ids = this.chip.cores.map(({ id }) => id);
        this.failure = error instanceof ThreadDied ? threadEvent(error.message, error.cores) : threadEvent(error, ids);
        this.onStopped(error);
      },
    );
    return runner;
  }

  private onStopped(error?: unknown): void {
    if (this.threadsStopped) return;
    const next = this.stoppingTo;
    this.stoppingTo = undefined;
    if (next !== undefined && this.failure === undefined && !this.halted && !this.areAllOver) {
      this.runner = this.debug();
      if (next === "pause") this.debugger?.standStill();
      else this.debugger?.run();
      return;
    }
    this.wallMilliseconds = this.elapsed;
    this.threadsStopped = true;
    this.lastVisit = this.monitor.visits + this.chip.cores.length;
    if (error === undefined) this.settleStopped();
    else this.failStopped(error);
    this.activity("end");
  }

  /// Ends the run at once. Its threads are not waited for: whoever started it gives up on them.
  private fail(event: MonitorEvent, error: unknown): void {
    if (this.failure !== undefined || this.state === "finished") return;
    this.failure = event;
    this.stoppingTo = undefined;
    this.halt();
    this.onStopped(error);
  }

  /// What people look at, read from the chip memory; something else when that is damaged, which ends the run.
  private look<T>(read: () => T, otherwise: T): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DamagedMemory)) throw error;
      this.fail(damagedEvent(error, this.chip.pythonCore !== undefined), error);
      return otherwise;
    }
  }

  private get areAllOver(): boolean {
    return this.chip.cores.every(({ registers }) => {
      const status = Atomics.load(this.chip.words, registers + STATUS);
      return status === STATUS_ENDED || status === STATUS_FAILED;
    });
  }

  /// A debugger over the cores, which stand still.
  private debug(): DebugRunner {
    if (this.runner?.takeEvents !== undefined) this.events.push(...this.runner.takeEvents());
    // A debugger reads what a core says after its turns, and a core that has asked or has no room for its output gets none.
    this.events.push(...this.monitor.poll(Number.POSITIVE_INFINITY));
    const runner = new DebugRunner(this.chip, this.monitor, this.records, {
      now: this.surroundings.now,
      later: this.surroundings.later,
      onNews: () => this.activity("news"),
      onPaused: () => this.onPaused(),
      elapsed: () => this.elapsed,
    });
    runner.setBreakpoints(this.breakpoints);
    this.debugger = runner;
    this.watch(runner);
    return runner;
  }

  private get elapsed(): number {
    return this.state === "running" && !this.threadsStopped
      ? this.wallMilliseconds + this.surroundings.now() - this.since
      : this.wallMilliseconds;
  }

  private onPaused(): void {
    this.wallMilliseconds = this.elapsed;
    this.state = "paused";
    this.activity("urgent");
  }

  private goOn(): void {
    this.since = this.surroundings.now();
    this.state = "running";
    this.events.push(...(this.runner.takeEvents?.() ?? []), { kind: "resumed" });
    this.activity("urgent");
  }

  // ── Debugging ──────────────────────────────────────────────────────────────

  pause(): void {
    if (this.state !== "running" || this.halted) return;
    if (this.debugger !== undefined) this.debugger.pause();
    else this.replaceRunner("pause");
  }

  private replaceRunner(next: "pause" | "debug"): void {
    if (this.stoppingTo !== "pause") this.stoppingTo = next;
    this.runner.halt();
  }

  resume(): void {
    if (this.state !== "paused") return;
    this.goOn();
    const debug = this.debugger;
    if (debug === undefined) return;
    // What the cores do in other threads cannot be made again: history ends here.
    if (this.breakpoints.length === 0 && this.usesThreads) {
      this.debugger = undefined;
      this.runner = this.watch(this.start(this.wallMilliseconds));
    } else debug.run();
  }

  step(core: number | "all", how: StepKind): void {
    this.command((runner) => runner.step(core, how));
  }

  runTo(file: string, line: number, core: number | null): void {
    this.command((runner) => runner.runTo(file, line, core));
  }

  back(core: number | null): void {
    this.command((runner) => runner.back(core));
  }

  private command(give: (runner: DebugRunner) => boolean): void {
    if (this.state !== "paused" || this.debugger === undefined) return;
    if (give(this.debugger)) this.goOn();
  }

  setBreakpoints(breakpoints: readonly Breakpoint[]): readonly PlacedBreakpoint[] {
    this.breakpoints = breakpoints;
    if (this.debugger !== undefined) return this.debugger.setBreakpoints(breakpoints);
    const isRunning = this.state === "running" && !this.halted && !this.threadsStopped;
    if (isRunning && breakpoints.length > 0) this.replaceRunner("debug");
    const table = new LineTable(this.chip.image);
    return breakpoints.map((breakpoint) => ({
      id: breakpoint.id,
      line: breakpoint.kind === "line" ? (table.placed(breakpoint.file, breakpoint.line)?.line ?? null) : null,
    }));
  }

  inspect(core: number): CoreInspection | null {
    const found = this.closed ? undefined : this.chip.core(core);
    return found === undefined ? null : this.look(() => inspectCore(this.chip, found), null);
  }

  evaluate(core: number, expression: Condition): Evaluation {
    const found = this.closed ? undefined : this.chip.core(core);
    const problem = { problem: "the values of this run are gone" };
    return found === undefined ? problem : this.look(() => evaluationOf(this.chip, found, expression), problem);
  }

  elements(core: number, value: Opened, from: number, count: number): readonly ShownValue[] {
    const found = this.closed ? undefined : this.chip.core(core);
    return found === undefined ? [] : this.look(() => elements(this.chip, found, value, from, count), []);
  }

  memory(core: number, from: number, length: number): MemoryView | null {
    const found = this.closed ? undefined : this.chip.core(core);
    return found === undefined ? null : this.look(() => memoryView(this.chip, found, from, length), null);
  }

  memoryParts(core: number): readonly MemoryPartRange[] {
    const found = this.chip.core(core);
    if (found === undefined) return [];
    return partsOf(this.chip, found).map(({ name, from, bytes }) => ({ name, from, bytes }));
  }

  trace(most?: number, newest?: boolean): TraceBatch {
    if (this.closed) {
      const last = this.lastTrace;
      this.lastTrace = NO_TRACE;
      return last;
    }
    const { reader } = this;
    if (reader === undefined) return NO_TRACE;
    // Where one record is damaged no later one is believed.
    this.reader = undefined;
    return this.look(() => {
      const batch = reader.read(most, newest);
      this.reader = reader;
      return batch;
    }, NO_TRACE);
  }

  // ── Watching ───────────────────────────────────────────────────────────────

  onActivity(callback: (activity: Activity) => void): void {
    this.activity = callback;
  }

  /// Says that there may be something to drain.
  notify(): void {
    this.activity("news");
  }

  /// Says that cores may be stuck, so that whoever drains should do so at once.
  lookNow(): void {
    this.activity("urgent");
  }

  get isStopped(): boolean {
    return this.threadsStopped;
  }

  /// Reads what is left in the chip memory, which another program is about to use: from now on `drain` gives only that.
  close(): void {
    // A run whose threads had to be given up keeps its memory to itself.
    if (this.closed || !this.threadsStopped) return;
    while (this.state !== "finished") this.rest.push(...this.read(LAST_READ_MILLISECONDS));
    this.report = this.cores();
    this.loads = this.links();
    // Full Python's run may go on with another program.
    if (this.chip.pythonCore !== undefined) this.lastTrace = this.trace();
    this.closed = true;
  }

  drain(milliseconds: number): readonly MonitorEvent[] {
    return this.closed ? this.rest.splice(0) : this.read(milliseconds);
  }

  private read(milliseconds: number): MonitorEvent[] {
    if (this.state === "finished") return [];
    const events = [...this.events.splice(0), ...(this.runner.takeEvents?.() ?? [])];
    if (events.some(({ kind }) => kind === "rewound")) this.reader?.rewind();
    // A debugger looks after the monitor itself, after every turn, so that all comes in the same order every time.
    if (this.debugger === undefined || this.threadsStopped) {
      events.push(...this.monitor.poll(this.surroundings.now() + milliseconds));
    }
    const { damaged } = this.monitor;
    if (damaged !== undefined) this.fail(damagedEvent(damaged, this.chip.pythonCore !== undefined), damaged);
    const mayEnd = this.state === "running" && this.debugger?.isGoingBack !== true;
    const over = this.failure !== undefined || (mayEnd && this.monitor.isOver);
    if (over && !this.halted) {
      if (this.failure === undefined) events.push(...this.monitor.lastReport());
      this.halt();
    }
    // What the cores had said before they were stopped is still in their rings.
    if (this.threadsStopped && this.isPythonGone && this.isAllRead) this.finish(events);
    else if (!this.halted && this.state === "running") this.runner.resume();
    return events;
  }

  private get isAllRead(): boolean {
    const { damaged, areRingsEmpty, hasToldFaults, visits } = this.monitor;
    return damaged !== undefined || (hasToldFaults && (areRingsEmpty || visits >= this.lastVisit));
  }

  // Full Python may go on when all cores have ended.
  private get isPythonGone(): boolean {
    const { pythonCore, words } = this.chip;
    if (pythonCore === undefined || this.halted) return true;
    const status = Atomics.load(words, pythonCore.registers + STATUS);
    return status === STATUS_ENDED || status === STATUS_FAILED;
  }

  /// Says that full Python's thread is gone, so that nothing is waited for from there.
  losePython(): void {
    const { pythonCore, words } = this.chip;
    if (pythonCore === undefined || this.closed || this.isPythonGone) return;
    Atomics.store(words, pythonCore.registers + STATUS, STATUS_FAILED);
    this.lookNow();
  }

  private halt(): void {
    if (!this.halted) this.surroundings.after?.(PATIENCE_MILLISECONDS, () => this.giveUp());
    this.halted = true;
    this.runner.halt();
  }

  private giveUp(): void {
    if (this.threadsStopped) return;
    const error = new ThreadDied(
      "it did not stop when it was told to",
      this.chip.cores.map(({ id }) => id),
    );
    this.fail(threadEvent(error.message, error.cores), error);
  }

  private finish(events: MonitorEvent[]): void {
    events.push(...this.monitor.flush());
    this.state = "finished";
    if (this.failure !== undefined) events.push(this.failure);
    if (!this.stopAsked && this.monitor.damaged === undefined)
      events.push(...this.look(() => unreadEvents(this.chip), []));
    events.push({
      kind: "finished",
      frequency: this.chip.map.config.model.frequency,
      outcome: this.outcome(),
      wallMilliseconds: this.wallMilliseconds,
      cores: this.chip.cores.map((core) => ({
        core: core.id,
        coreKind: kindOf(core),
        cycles: shownTime(clock(this.chip, core)),
        joules: joules(this.chip, core),
        wallMilliseconds:
          shownTime(this.chip.doubles[(core.registers + WALL_MILLISECONDS) >> 1] as number) || this.wallMilliseconds,
      })),
    });
  }

  private outcome(): Outcome {
    if (this.failure !== undefined || this.monitor.anyFailed) return "failed";
    if (this.monitor.anyStuck) return "deadlock";
    const all = this.chip.cores.every((core) => this.chip.words[core.registers + STATUS] === STATUS_ENDED);
    return all ? "ended" : "stopped";
  }

  cores(): readonly CoreReport[] {
    if (this.closed) return this.report;
    return this.chip.cores.map((core) => {
      const state = stateOf(this.chip, core);
      if (state === "ended" || state === "failed") return this.reportOn(core, state);
      if (this.monitor.isStuck(core)) return this.reportOn(core, "deadlocked");
      if (this.threadsStopped && this.stopAsked) return this.reportOn(core, "stopped");
      return this.reportOn(core, this.state === "paused" && state === "running" ? "paused" : state);
    });
  }

  tally(): Tally {
    if (this.closed || this.state !== "finished")
      throw new Error("a run is tallied between its end and the next one's start");
    return tallyOf(this.chip);
  }

  links(): readonly Link[] {
    return this.closed ? this.loads : linkLoads(this.chip);
  }

  // Of very many cores most are as they were a frame ago. On a chip with postboxes on its cores these may fill meanwhile.
  private reportOn(core: Core, state: CoreState): CoreReport {
    const { chip } = this;
    if (chip.boxTable === undefined) return reportOf(chip, core, state);
    const epoch = chip.words[core.registers + EPOCH] as number;
    const before = this.reported.get(core);
    const cycles = clock(chip, core);
    if (before?.epoch === epoch && before.report.state === state && before.report.cycles === cycles)
      return before.report;
    const report = reportOf(chip, core, state, before?.report);
    this.reported.set(core, { epoch, report });
    return report;
  }

  // ── The user ───────────────────────────────────────────────────────────────

  answer(core: number, text: string): void {
    this.give(core, text);
  }

  endInput(core: number): void {
    this.give(core, null);
  }

  private give(core: number, text: string | null): void {
    if (this.closed) return;
    if (this.debugger !== undefined) return this.debugger.answer(core, text);
    this.monitor.answer(core, text);
    this.runner.resume();
  }

  stop(): void {
    if (this.stopAsked || this.state === "finished") return;
    this.stopAsked = true;
    this.halt();
  }
}
