import type { Chip, Core } from "../machine/chip.ts";
import { EPOCH, STATUS, STATUS_ENDED, WALL_MILLISECONDS } from "../machine/memory-map.ts";
import { clock, joules } from "../machine/timing/clock.ts";
import { type Link, linkLoads } from "../machine/timing/mesh.ts";
import { kindOf } from "./explain.ts";
import type { Monitor } from "./monitor.ts";
import type { CoreReport, CoreState, Executor, MonitorEvent, Outcome, Run } from "./protocol.ts";
import { reportOf, stateOf } from "./reports.ts";
import { unreadEvents } from "./unread.ts";

/// What runs the cores of a session: crews in other threads, or the cooperative engine in this one.
export interface Runner {
  readonly executor: Executor;
  readonly threads: number;
  /// Asks all threads to stand still.
  halt(): void;
  /// Settles when every thread stands still; rejects when one has died.
  readonly stopped: Promise<void>;
  /// Goes on after the monitor has done something for a core.
  resume(): void;
  /// Output that the runner has read from the rings itself, to keep its order.
  takeEvents?(): MonitorEvent[];
}

const LAST_READ_MILLISECONDS = 50;

/// One run of a program: the monitor's view of it, from the start to `finished`.
export class Session implements Run {
  readonly executor: Executor;
  readonly threads: number;
  private readonly chip: Chip;
  private readonly monitor: Monitor;
  private readonly runner: Runner;
  private readonly now: () => number;
  private readonly start: number;
  private activity: (urgent: boolean) => void = () => {};
  private stopAsked = false;
  private halted = false;
  private threadsStopped = false;
  /// Until the last thread stood still.
  private wallMilliseconds = 0;
  private failure: string | undefined;
  private finished = false;
  private closed = false;
  private rest: MonitorEvent[] = [];
  private report: readonly CoreReport[] = [];
  private loads: readonly Link[] = [];
  private readonly reported = new Map<Core, { readonly epoch: number; readonly report: CoreReport }>();

  constructor(chip: Chip, monitor: Monitor, runner: Runner, now: () => number) {
    this.chip = chip;
    this.monitor = monitor;
    this.runner = runner;
    this.executor = runner.executor;
    this.threads = runner.threads;
    this.now = now;
    this.start = now();
    runner.stopped.then(
      () => this.onStopped(),
      (error: unknown) => {
        this.failure = error instanceof Error ? error.message : String(error);
        this.onStopped();
      },
    );
  }

  private onStopped(): void {
    this.threadsStopped = true;
    this.wallMilliseconds = this.now() - this.start;
    this.activity(true);
  }

  onActivity(callback: (urgent: boolean) => void): void {
    this.activity = callback;
  }

  /// Says that there may be something to drain.
  notify(): void {
    this.activity(false);
  }

  get isStopped(): boolean {
    return this.threadsStopped;
  }

  /// Reads what is left in the chip memory, which another program is about to use: from now on `drain` gives only that.
  close(): void {
    // A run whose threads had to be given up keeps its memory to itself.
    if (this.closed || !this.threadsStopped) return;
    while (!this.finished) this.rest.push(...this.read(LAST_READ_MILLISECONDS));
    this.report = this.cores();
    this.loads = this.links();
    this.closed = true;
  }

  /// Settles when every thread of the run stands still.
  get stopped(): Promise<void> {
    return this.runner.stopped;
  }

  drain(milliseconds: number): readonly MonitorEvent[] {
    return this.closed ? this.rest.splice(0) : this.read(milliseconds);
  }

  private read(milliseconds: number): MonitorEvent[] {
    if (this.finished) return [];
    const events = [...(this.runner.takeEvents?.() ?? []), ...this.monitor.poll(this.now() + milliseconds)];
    const over = this.monitor.isOver || this.failure !== undefined;
    if (over && !this.halted) this.halt();
    // What the cores had said before they were stopped is still in their rings.
    if (this.threadsStopped && this.monitor.areRingsEmpty) this.finish(events);
    else if (!this.halted) this.runner.resume();
    return events;
  }

  private halt(): void {
    this.halted = true;
    this.runner.halt();
  }

  private finish(events: MonitorEvent[]): void {
    events.push(...this.monitor.flush());
    this.finished = true;
    if (this.failure !== undefined) events.push(this.threadFailure(this.failure));
    if (!this.stopAsked) events.push(...unreadEvents(this.chip));
    events.push({
      kind: "finished",
      frequency: this.chip.map.config.model.frequency,
      outcome: this.outcome(),
      wallMilliseconds: this.wallMilliseconds,
      cores: this.chip.cores.map((core) => ({
        core: core.id,
        coreKind: kindOf(core),
        cycles: clock(this.chip, core),
        joules: joules(this.chip, core),
        wallMilliseconds:
          (this.chip.doubles[(core.registers + WALL_MILLISECONDS) >> 1] as number) || this.wallMilliseconds,
      })),
    });
  }

  private threadFailure(message: string): MonitorEvent {
    const core = this.chip.cores[0];
    return {
      kind: "fault",
      core: core?.id ?? 0,
      coreKind: core === undefined ? "device" : kindOf(core),
      cycles: 0,
      code: "thread-failed",
      message: `a thread that runs the cores has failed: ${message}`,
      calls: [],
    };
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
      return this.reportOn(core, this.threadsStopped && this.stopAsked ? "stopped" : state);
    });
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
    const report = reportOf(chip, core, state);
    this.reported.set(core, { epoch, report });
    return report;
  }

  answer(core: number, text: string): void {
    if (this.closed) return;
    this.monitor.answer(core, text);
    this.runner.resume();
  }

  /// Tells a core that asks for input that there is none.
  endInput(core: number): void {
    if (this.closed) return;
    this.monitor.answer(core, null);
    this.runner.resume();
  }

  stop(): void {
    if (this.stopAsked || this.finished) return;
    this.stopAsked = true;
    this.halt();
  }
}
