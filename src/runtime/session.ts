import type { Chip } from "../machine/chip.ts";
import { CLOCK, STATUS, STATUS_ENDED, WALL_MILLISECONDS } from "../machine/memory-map.ts";
import { kindOf } from "./explain.ts";
import type { Monitor } from "./monitor.ts";
import type { CoreReport, Executor, MonitorEvent, Outcome, Run } from "./protocol.ts";
import { reportOf, stateOf } from "./reports.ts";
import { ThreadDied, threadEvent } from "./thread-died.ts";
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
  private failure: MonitorEvent | undefined;
  private finished = false;
  private closed = false;
  private rest: MonitorEvent[] = [];
  private report: readonly CoreReport[] = [];

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
        const ids = chip.cores.map(({ id }) => id);
        this.failure = error instanceof ThreadDied ? threadEvent(error.message, error.cores) : threadEvent(error, ids);
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
    if (this.threadsStopped && this.isGuestGone && this.monitor.areRingsEmpty) this.finish(events);
    else if (!this.halted) this.runner.resume();
    return events;
  }

  // Full Python may go on when all cores have ended.
  private get isGuestGone(): boolean {
    const { guest, words } = this.chip;
    return guest === undefined || this.halted || Atomics.load(words, guest.registers + STATUS) === STATUS_ENDED;
  }

  private halt(): void {
    this.halted = true;
    this.runner.halt();
  }

  private finish(events: MonitorEvent[]): void {
    events.push(...this.monitor.flush());
    this.finished = true;
    if (this.failure !== undefined) events.push(this.failure);
    if (!this.stopAsked) events.push(...unreadEvents(this.chip));
    events.push({
      kind: "finished",
      outcome: this.outcome(),
      wallMilliseconds: this.wallMilliseconds,
      cores: this.chip.cores.map((core) => ({
        core: core.id,
        coreKind: kindOf(core),
        cycles: this.chip.doubles[(core.registers + CLOCK) >> 1] as number,
        wallMilliseconds:
          (this.chip.doubles[(core.registers + WALL_MILLISECONDS) >> 1] as number) || this.wallMilliseconds,
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
      if (state === "ended" || state === "failed") return reportOf(this.chip, core, state);
      if (this.monitor.isStuck(core)) return reportOf(this.chip, core, "deadlocked");
      return reportOf(this.chip, core, this.threadsStopped && this.stopAsked ? "stopped" : state);
    });
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
