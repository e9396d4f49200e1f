import type { Chip, Core } from "../machine/chip.ts";
import { EventBuffer, recordingNatives } from "../machine/events.ts";
import { type RunCore, STOP_BREAK, STOP_BUDGET, STOP_FAULT, STOP_WAIT } from "../machine/interpreter.ts";
import {
  CLOCK,
  FP,
  MONITOR_STOP,
  PC,
  STATUS,
  STATUS_ENDED,
  STATUS_WAITING,
  WAIT_INPUT,
  WAIT_KIND,
} from "../machine/memory-map.ts";
import { nativeImplementations } from "../machine/natives/implementations.ts";
import { canGoOn } from "../machine/waiting.ts";
import { endTurn, TURN_ENDED } from "../machine/work-budget.ts";
import { Breakpoints } from "./breakpoints.ts";
import { leastClock } from "./cooperative.ts";
import { Exchanges } from "./exchanges.ts";
import { Execution, type Turn } from "./execution.ts";
import { kindOf } from "./explain.ts";
import { History, LONGEST_TURN } from "./history.ts";
import { type LineStart, LineTable } from "./lines.ts";
import { inOrder, Logged } from "./logged.ts";
import type { Monitor } from "./monitor.ts";
import { standingAt } from "./places.ts";
import type { Breakpoint, PlacedBreakpoint } from "./protocol/breakpoints.ts";
import type { MonitorEvent, PauseReason, ValueChange } from "./protocol/events.ts";
import type { StepKind } from "./protocol/run.ts";
import { Replay } from "./replay.ts";
import type { Runner } from "./runner.ts";
import { isOver, isRunnable } from "./turn.ts";

// Runs cores in this thread so that they can be stopped at any line, stepped, and taken back in time. It works over the memory
// that the run has, whoever ran it before. What it is asked to do is a generator that gives turns to cores, one at a time, and ends
// with why it has stopped; slices of it leave time for everything else. replay.ts takes the chip back. Long, since all ways to go on work
// on the same turns.

const SLICE_MILLISECONDS = 8;
const TURNS_BETWEEN_LOOKS = 16;
const MOST_EVENTS = 20_000;
const BUDGET = LONGEST_TURN - 47;

// Of a core that is stepped, before the others go on too.
const MOST_TURNS_ALONE = 8;

/// Why and where a command has ended.
interface Pause {
  readonly why: PauseReason;
  readonly core: number | null;
  readonly breakpoint: number | null;
  readonly problem: string | null;
  readonly change?: ValueChange;
}

interface GivenTurn extends Turn {
  /// What is left of its budget where it was interrupted.
  readonly left: number;
}

/// Yields whether a turn could be given: if not, it is to be called again once something has changed.
type Command = Generator<boolean, Pause>;

const pause = (why: PauseReason, core: number | null = null): Pause => ({ why, core, breakpoint: null, problem: null });

/// What a debugger needs of the session it works for.
export interface DebugSurroundings {
  now(): number;
  later(work: () => void): void;
  /// After slices that brought something.
  onNews(): void;
  /// The cores stand still again.
  onPaused(): void;
  /// Milliseconds that the run has taken so far.
  elapsed(): number;
}

export class DebugRunner implements Runner {
  readonly executor = "cooperative";
  readonly threads = 1;
  readonly stopped: Promise<void>;
  private readonly chip: Chip;
  private readonly monitor: Monitor;
  private readonly surroundings: DebugSurroundings;
  private readonly table: LineTable;
  private readonly execution: Execution;
  private readonly breakpoints: Breakpoints;
  private readonly history: History;
  private readonly replay: Replay;
  private readonly exchanges: Exchanges;
  private readonly logged: Logged;
  private readonly indexOf: ReadonlyMap<number, number>;
  private settle: () => void = () => {};
  private fail: (error: unknown) => void = () => {};
  private command: Command | undefined;
  private events: MonitorEvent[] = [];
  /// What logpoints have told in the turn under way.
  private logs: MonitorEvent[] = [];
  /// Places in history at which the run was paused, ascending.
  private stops: number[] = [];
  /// What has happened in the turn under way that ends the command.
  private interruption: Pause | undefined;
  /// Whether the turn under way was made to end.
  private endedTurn = false;
  /// The core whose turn is under way.
  private current: Core | undefined;
  /// A turn of a run that was paused in its midst, and what was left of it: it goes on when the run does, so that cores take the turns
  /// that they would have taken without the pause.
  private cut: { readonly core: Core; readonly budget: number } | undefined;
  private goesBack = false;
  /// Whether what is under way is no step.
  private runsOn = false;
  private scheduled = false;
  private halted = false;

  /// The chip's cores stand still; `records` says whether what they do is recorded.
  constructor(chip: Chip, monitor: Monitor, records: boolean, surroundings: DebugSurroundings) {
    this.chip = chip;
    this.monitor = monitor;
    this.surroundings = surroundings;
    this.indexOf = new Map(chip.cores.map(({ id }, index) => [id, index]));
    chip.words[(chip.map.control >> 2) + MONITOR_STOP] = 0;
    chip.printing.clear();
    chip.onTaken = undefined;
    chip.wake = (id, word) => this.onWake(id, word);
    this.table = new LineTable(chip.image);
    this.execution = new Execution(chip, this.table, records ? recordingNatives(chip) : nativeImplementations);
    this.logged = new Logged(chip);
    const onLog = (core: Core, start: LineStart, text: string) => this.logs.push(...this.logged.add(core, start, text));
    this.breakpoints = new Breakpoints(chip, this.table, this.execution, onLog);
    const buffer = records ? new EventBuffer(chip) : undefined;
    this.history = new History(chip, monitor, buffer);
    this.exchanges = new Exchanges(chip, buffer, () => this.goesBack);
    this.replay = new Replay(chip, monitor, this.execution, this.history);
    this.stopped = new Promise((resolve, reject) => {
      this.settle = resolve;
      this.fail = reject;
    });
  }

  get hasBreakpoints(): boolean {
    return this.breakpoints.any;
  }

  setBreakpoints(breakpoints: readonly Breakpoint[]): readonly PlacedBreakpoint[] {
    return this.breakpoints.set(breakpoints);
  }

  /// Tells that all cores stand still where they are; every core is at the line it is at.
  standStill(): void {
    for (const core of this.chip.cores) this.execution.settle(core);
    this.finish(pause("asked"));
  }

  /// Whether it is on its way back: then what the chip holds is some moment or other.
  get isGoingBack(): boolean {
    return this.goesBack;
  }

  /// Ends what is under way, unless that is the way back.
  pause(): void {
    if (this.command !== undefined && !this.goesBack) this.finish(pause("asked"));
  }

  run(): void {
    this.begin(this.running(this.breakpoints.run, () => false));
  }

  runTo(file: string, line: number, core: number | null): boolean {
    const placed = this.table.placed(file, line);
    if (placed === undefined) return false;
    const run = this.breakpoints.running(placed.pcs);
    this.begin(this.running(run, (id, pc) => placed.pcs.includes(pc) && (core === null || core === id)));
    return true;
  }

  step(target: number | "all", how: StepKind): boolean {
    this.cut = undefined;
    if (target === "all") {
      this.begin(this.steppingAll(how));
      return true;
    }
    const core = this.chip.core(target);
    if (core === undefined) return false;
    this.begin(this.stepping(core, how));
    return true;
  }

  get canGoBack(): boolean {
    return this.history.now > this.history.start;
  }

  back(target: number | null): boolean {
    const core = target === null ? undefined : this.chip.core(target);
    if (!this.canGoBack || (target !== null && core === undefined)) return false;
    this.goesBack = true;
    this.cut = undefined;
    this.begin(core === undefined ? this.goingToStop() : this.goingBack(core));
    return true;
  }

  answer(core: number, text: string | null): void {
    const index = this.indexOf.get(core);
    if (index === undefined || this.goesBack || !this.monitor.questions.has(core)) return;
    const { history } = this;
    // An answer while the run is paused belongs to what comes before that pause.
    const isAtStop = this.command === undefined && this.stops.at(-1) === history.now;
    history.noteAnswer(index, text);
    if (isAtStop) this.stops[this.stops.length - 1] = history.now;
    this.monitor.answer(core, text);
    this.resume();
  }

  // ── Slices ─────────────────────────────────────────────────────────────────

  private begin(command: Command): void {
    this.command = command;
    this.interruption = undefined;
    this.runsOn = false;
    this.resume();
  }

  resume(): void {
    if (this.scheduled || this.halted || this.command === undefined) return;
    this.scheduled = true;
    this.surroundings.later(() => {
      this.scheduled = false;
      try {
        this.slice();
      } catch (error) {
        this.halted = true;
        this.fail(error);
      }
    });
  }

  private slice(): void {
    if (this.halted) return;
    const until = this.surroundings.now() + SLICE_MILLISECONDS;
    let goesOn = true;
    for (let turns = 1; goesOn && this.command !== undefined; turns++) {
      if (this.events.length > MOST_EVENTS) break;
      const next = this.command.next();
      if (next.done) this.finish(next.value);
      else goesOn = next.value;
      if (turns % TURNS_BETWEEN_LOOKS === 0 && this.surroundings.now() > until) break;
    }
    this.surroundings.onNews();
    if (goesOn && this.events.length <= MOST_EVENTS) this.resume();
  }

  // A run that has come to its end cannot be paused: the session finishes it. It is paused at its last fault or deadlock all the
  // same, and finished by the next step.
  private finish(end: Pause): void {
    const haveEnded = this.chip.cores.every((core) => this.chip.words[core.registers + STATUS] === STATUS_ENDED);
    if (haveEnded || (end.why === "step" && this.monitor.isOver)) {
      this.command = undefined;
      this.surroundings.onNews();
    } else {
      this.standAt(end);
    }
  }

  private standAt(end: Pause): void {
    this.command = undefined;
    if (this.stops.at(-1) !== this.history.now) this.stops.push(this.history.now);
    this.events.push({ kind: "paused", ...end, canGoBack: this.canGoBack, ...this.exchanges.take() });
    this.surroundings.onPaused();
  }

  takeEvents(): MonitorEvent[] {
    const events = this.events;
    this.events = [];
    return events;
  }

  halt(): void {
    // On its way back it stops where it is.
    if (this.goesBack) this.events.push(this.rewound());
    this.halted = true;
    this.command = undefined;
    this.settle();
  }

  // ── Turns ──────────────────────────────────────────────────────────────────

  /// Gives a core a turn and takes what there is to tell after it. The turn ends at a line where `isThere` is true. At any other it goes
  /// on, as if nobody had looked, unless there is something to pause for.
  private turn(core: Core, budget: number, run: RunCore, isThere: (start: LineStart) => boolean): GivenTurn {
    const { history, monitor, events } = this;
    this.endedTurn = false;
    this.current = core;
    const logs: MonitorEvent[] = [];
    this.logs = logs;
    let used = 0;
    let turn: Turn;
    let isInterrupted: boolean;
    do {
      turn = this.execution.turn(core, budget - used, run);
      isInterrupted = turn.stop === STOP_BUDGET || turn.stop === STOP_BREAK;
      const done = this.endedTurn ? turn.used - TURN_ENDED : turn.used;
      used = isInterrupted ? Math.min(budget, used + done) : budget;
      this.lookAround(core, turn.arrived);
    } while (
      isInterrupted &&
      used < budget &&
      !this.endedTurn &&
      this.interruption === undefined &&
      (turn.arrived === undefined || !isThere(turn.arrived))
    );
    this.current = undefined;
    events.push(...inOrder(monitor.readCore(core, Number.POSITIVE_INFINITY), logs));
    if (!isInterrupted) {
      if (turn.stop !== STOP_WAIT) {
        this.replay.noteEnd(core, this.surroundings.elapsed());
      }
      const wasStuck = monitor.anyStuck;
      const told = monitor.pollStopped(core);
      events.push(...told);
      if (turn.stop === STOP_FAULT) this.interruption ??= pause("fault", core.id);
      // Of a deadlock that grows while the run goes on people hear when it begins, and when nothing more can happen.
      const isNews = !wasStuck || !this.runsOn || monitor.isOver;
      if (isNews && told.some(({ kind }) => kind === "deadlock")) this.interruption = pause("deadlock");
    }
    monitor.passAnswers();
    if (used > 0) history.noteTurn(this.indexOf.get(core.id) as number, used);
    return { ...turn, left: isInterrupted ? budget - used : 0 };
  }

  /// Sees what breakpoints there are for a core that has done something, and may have come to a line.
  private lookAround(core: Core, arrived: LineStart | undefined): void {
    const { breakpoints } = this;
    const changed = breakpoints.changed(core);
    if (changed !== undefined)
      this.interruption ??= { ...pause("data", core.id), breakpoint: changed.id, change: changed.change };
    if (arrived === undefined) return;
    const hit = breakpoints.atLine(core, arrived);
    if (hit !== undefined)
      this.interruption ??= { ...pause("breakpoint", core.id), breakpoint: hit.id, problem: hit.problem };
  }

  /// Whether a core waits for the user to answer. It may also wait for its turn to take the answer that it has been given, or for
  /// others to take theirs first.
  private asksUser(core: Core): boolean {
    const { words } = this.chip;
    const waits = words[core.registers + STATUS] === STATUS_WAITING && words[core.registers + WAIT_KIND] === WAIT_INPUT;
    return waits && !canGoOn(this.chip, core) && !this.monitor.hasAnswerFor(core);
  }

  private onWake(id: number, word: number): void {
    const { chip, current, exchanges } = this;
    const receiver = chip.core(id);
    if (this.goesBack || receiver === undefined || current === undefined) return;
    if (!exchanges.isDelivery(receiver, current, word)) return;
    exchanges.noteSent(receiver, current);
    const hit = this.breakpoints.delivered(receiver, current);
    if (hit === undefined || this.endedTurn) return;
    this.interruption ??= { ...pause("message", id), breakpoint: hit.id, problem: hit.problem };
    this.endedTurn = true;
    endTurn(chip);
  }

  /// The pause that a turn leads to, if it does.
  private pauseAfter(): Pause | undefined {
    const { interruption } = this;
    this.interruption = undefined;
    return interruption;
  }

  /// The pause that comes of no core being able to go on, if they never will.
  private stuck(): Pause | undefined {
    const told = this.monitor.pollStuck();
    this.events.push(...told);
    return told.length > 0 ? pause("deadlock") : undefined;
  }

  private next(among: Iterable<Core>): Core | undefined {
    return leastClock(this.chip, among, (core) => !isOver(this.chip, core) && isRunnable(this.chip, core));
  }

  // ── Commands ───────────────────────────────────────────────────────────────

  private *running(run: RunCore, isThere: (core: number, pc: number) => boolean): Command {
    this.runsOn = true;
    for (;;) {
      const { cut } = this;
      this.cut = undefined;
      const core = cut?.core ?? this.next(this.chip.cores);
      if (core === undefined) {
        const stuck = this.stuck();
        if (stuck !== undefined) return stuck;
        yield false;
        continue;
      }
      const turn = this.turn(core, cut?.budget ?? BUDGET, run, ({ pc }) => isThere(core.id, pc));
      const isArrived = turn.arrived !== undefined && isThere(core.id, turn.arrived.pc);
      const paused = this.pauseAfter() ?? (isArrived ? pause("step", core.id) : undefined);
      if (paused !== undefined) {
        if (turn.left > 0) this.cut = { core, budget: turn.left };
        return paused;
      }
      yield true;
    }
  }

  private *stepping(core: Core, how: StepKind): Command {
    const isDone = this.stepEnd(core, how);
    let patience = 1;
    let turns = 0;
    for (;;) {
      if (isOver(this.chip, core) || this.monitor.isStuck(core)) return pause("step", core.id);
      // Others go on only as far as they must: in short turns at first. But a core that takes long may be looking again and again
      // for what another is to do, so then they all run.
      const runs = isRunnable(this.chip, core) && (++turns < MOST_TURNS_ALONE || this.next(this.chip.cores) === core);
      const one = runs ? core : this.asksUser(core) ? undefined : this.next(this.chip.cores);
      if (one === undefined) {
        const stuck = this.stuck();
        if (stuck !== undefined) return stuck;
        yield false;
        continue;
      }
      patience = runs ? 1 : Math.min(BUDGET, patience * 2);
      const run = runs ? this.execution.lines : this.breakpoints.run;
      const turn = this.turn(one, runs ? BUDGET : patience, run, () => runs);
      const paused = this.pauseAfter();
      if (paused !== undefined) return paused;
      if (runs && turn.arrived !== undefined && isDone(turn.arrived)) return pause("step", core.id);
      yield true;
    }
  }

  private *steppingAll(how: StepKind): Command {
    const pending = new Map<Core, (arrived: { pc: number; file: number; line: number }) => boolean>();
    for (const core of this.chip.cores) {
      if (!isOver(this.chip, core)) pending.set(core, this.stepEnd(core, how));
    }
    for (;;) {
      const core = this.next(pending.keys());
      // The rest waits for what is not going to come in this step.
      if (core === undefined) return pause("step");
      const turn = this.turn(core, BUDGET, this.execution.lines, () => true);
      const paused = this.pauseAfter();
      if (paused !== undefined) return paused;
      const isDone = pending.get(core);
      if (isOver(this.chip, core) || (turn.arrived !== undefined && isDone?.(turn.arrived))) pending.delete(core);
      yield true;
    }
  }

  /// Tells, whenever a core comes to a line, whether the step that begins now ends there.
  private stepEnd(core: Core, how: StepKind): (arrived: { pc: number; file: number; line: number }) => boolean {
    const { words } = this.chip;
    const fp = words[core.registers + FP] as number;
    const { place } = standingAt(this.chip, core);
    let pc = words[core.registers + PC] as number;
    return (arrived) => {
      const now = words[core.registers + FP] as number;
      if (how === "out") return now < fp;
      if (how === "over" && now > fp) return false;
      if (now !== fp) return true;
      // Back from a call, the line that made it goes on.
      const isSame = arrived.line === place.line && this.chip.image.debug.files[arrived.file] === place.file;
      const isForward = arrived.pc > pc;
      pc = arrived.pc;
      return !(isSame && isForward);
    };
  }

  // ── Back ───────────────────────────────────────────────────────────────────

  private *goingToStop(): Command {
    const { history } = this;
    const earlier = this.stops.filter((at) => at < history.now && at >= history.start);
    const at = earlier.at(-1) ?? history.start;
    yield* this.replay.to(at);
    return this.arriveBack(at, null);
  }

  private *goingBack(core: Core): Command {
    const found = yield* this.replay.toLineBefore(core);
    return this.arriveBack(found ?? this.history.start, found === undefined ? null : core);
  }

  private arriveBack(at: number, core: Core | null): Pause {
    const { chip, execution, history } = this;
    history.cut(at);
    this.stops = this.stops.filter((stop) => stop < at);
    execution.forget();
    if (core === null) for (const other of chip.cores) execution.settle(other);
    else execution.settle(core);
    this.breakpoints.look();
    this.logged.rewind();
    this.goesBack = false;
    this.events.push(this.rewound());
    return pause("back", core?.id ?? null);
  }

  /// Tells what holds of all that has been told.
  private rewound(): MonitorEvent {
    const { chip, monitor } = this;
    const { lines, faults, deadlocks } = monitor.told;
    return {
      kind: "rewound",
      lines,
      faults,
      deadlocks,
      asking: [...monitor.questions].flatMap(([id, prompt]) => {
        const asks = chip.core(id);
        return asks === undefined ? [] : [{ core: id, coreKind: kindOf(asks), prompt }];
      }),
      clocks: chip.cores.map(({ id, registers }) => ({
        core: id,
        cycles: chip.doubles[(registers + CLOCK) >> 1] as number,
      })),
    };
  }
}
