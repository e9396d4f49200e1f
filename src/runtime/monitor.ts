import { encodeUtf8, utf8End } from "../base/bytes.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { DamagedMemory } from "../machine/damaged.ts";
import { findStuck, mayBeStuck, type Stuck } from "../machine/deadlock.ts";
import {
  FAULT_TOLD,
  INPUT_BYTES,
  INPUT_REPLIES,
  LAUNCH_LINE,
  MONITOR_INPUT_LENGTH,
  MONITOR_INPUT_TAKEN,
  MONITOR_LOOK,
  STATUS,
  STATUS_ENDED,
  STATUS_FAILED,
  STATUS_READY,
  STATUS_WAITING,
  WAIT_LAUNCH,
} from "../machine/memory-map.ts";
import {
  headWord,
  isRingEmpty,
  mostRecords,
  RECORD_INPUT,
  RECORD_LINE,
  type RingRecord,
  readRecord,
} from "../machine/ring.ts";
import { clock, shownTime } from "../machine/timing/clock.ts";
import { canGoOn } from "../machine/waiting.ts";
import { deadlockEvent } from "./deadlock-report.ts";
import { faultOf, kindOf } from "./explain.ts";
import type { MonitorEvent } from "./protocol/events.ts";

/// Longest answer to an input request, in bytes of UTF-8.
const LONGEST_ANSWER = INPUT_BYTES;

// Looking for cores that are stuck costs little, but not nothing: while others run, not more often than this.
const STUCK_INTERVAL_MILLISECONDS = 100;
const LONGEST_PARTIAL_LINE = 100_000;

interface Pending {
  readonly text: string;
  readonly cycles: number;
}

/// What a monitor has told so far, by kind of event.
export interface Told {
  readonly lines: number;
  readonly faults: number;
  readonly deadlocks: number;
}

/// All that a monitor knows beyond what is in the chip memory, at one moment.
export interface MonitorState {
  readonly partial: ReadonlyMap<number, Pending>;
  readonly failed: ReadonlySet<number>;
  readonly stuck: ReadonlySet<number>;
  readonly answers: readonly Answer[];
  readonly asking: ReadonlyMap<number, string>;
  readonly given: number;
  /// What was said last of a deadlock.
  readonly deadlock: string;
  readonly told: Told;
}

// Cores without a kernel wait for the host as they should.
function isTold(stuck: Stuck): boolean {
  return stuck.waitKind !== WAIT_LAUNCH;
}

interface Answer {
  readonly core: Core;
  /// Null: there is no more input.
  readonly text: string | null;
}

/// Reads what the cores say, in their rings and registers, and answers them. What it reads it does not trust (damaged.ts).
export class Monitor {
  private readonly chip: Chip;
  private readonly now: () => number;
  private partial = new Map<number, Pending>();
  private failed = new Set<number>();
  private stuck = new Set<number>();
  private answers: Answer[] = [];
  /// The prompts of cores whose request for input has been read and not been answered.
  private asking = new Map<number, string>();
  private given = 0;
  private lines = 0;
  private faults = 0;
  private deadlocks = 0;
  private deadlock = "";
  private lastLook = Number.NEGATIVE_INFINITY;
  /// Where the last sweep over the cores stopped for lack of time.
  private nextCore = 0;
  private visited = 0;
  private toldAllFaults = true;
  private damage: DamagedMemory | undefined;

  constructor(chip: Chip, now: () => number) {
    this.chip = chip;
    this.now = now;
  }

  get told(): Told {
    return { lines: this.lines, faults: this.faults, deadlocks: this.deadlocks };
  }

  /// The open questions, by core.
  get questions(): ReadonlyMap<number, string> {
    return this.asking;
  }

  state(): MonitorState {
    return {
      partial: new Map(this.partial),
      failed: new Set(this.failed),
      stuck: new Set(this.stuck),
      answers: [...this.answers],
      asking: new Map(this.asking),
      given: this.given,
      deadlock: this.deadlock,
      told: this.told,
    };
  }

  /// Goes back to an earlier state, together with the chip memory.
  restore(state: MonitorState): void {
    this.partial = new Map(state.partial);
    this.failed = new Set(state.failed);
    this.stuck = new Set(state.stuck);
    this.answers = [...state.answers];
    this.asking = new Map(state.asking);
    this.given = state.given;
    this.deadlock = state.deadlock;
    this.lines = state.told.lines;
    this.faults = state.told.faults;
    this.deadlocks = state.told.deadlocks;
  }

  /// Whether any core has been reported as failed, as stuck.
  get anyFailed(): boolean {
    return this.failed.size > 0;
  }

  get anyStuck(): boolean {
    return this.stuck.size > 0;
  }

  isStuck(core: Core): boolean {
    return this.stuck.has(core.id);
  }

  /// Whether no core will do anything more, and all that they said has been read.
  get isOver(): boolean {
    let over = false;
    this.reading(() => {
      over = this.chip.cores.every((core) => this.isDone(core) && isRingEmpty(this.chip, core));
    });
    return over;
  }

  private isDone(core: Core): boolean {
    const status = Atomics.load(this.chip.words, core.registers + STATUS);
    if (status === STATUS_ENDED || (status === STATUS_FAILED && this.hasTold(core))) return true;
    return this.stuck.has(core.id) && !this.stirs(core, status);
  }

  /// Whether a core that is stuck has been woken: it looks at what has changed, and comes to wait again.
  private stirs(core: Core, status = Atomics.load(this.chip.words, core.registers + STATUS)): boolean {
    return status === STATUS_READY || (status === STATUS_WAITING && canGoOn(this.chip, core));
  }

  /// Takes what cores have to say, until there is no more or the time is over.
  poll(until: number): MonitorEvent[] {
    if (this.damage !== undefined) return [];
    this.passAnswers();
    const events = this.readRings(until);
    this.findFailed(events, until);
    // A core that has failed and was not told of yet must not be taken for one that waits.
    if (this.toldAllFaults) this.reading(() => this.findDeadlocked(events));
    return events;
  }

  /// What was found that no core leaves in the chip memory. Nothing more is read then.
  get damaged(): DamagedMemory | undefined {
    return this.damage;
  }

  private reading(work: () => void): void {
    if (this.damage !== undefined) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof DamagedMemory)) throw error;
      this.damage = error;
    }
  }

  // All cores' records, sorted by virtual time, as the order of arrival between cores is unknown.
  private readRings(until: number): MonitorEvent[] {
    const { cores } = this.chip;
    const events: MonitorEvent[] = [];
    for (let k = 0; k < cores.length; k++) {
      const core = cores[(this.nextCore + k) % cores.length] as Core;
      for (const event of this.readCore(core, until)) events.push(event);
      const timeIsUp = this.now() > until;
      if (!timeIsUp || isRingEmpty(this.chip, core)) this.visited++;
      if (timeIsUp) {
        this.nextCore = (this.nextCore + k + 1) % cores.length;
        break;
      }
    }
    const timeOf = (event: MonitorEvent): number => (event.kind === "line" ? event.cycles : Number.POSITIVE_INFINITY);
    return events.sort((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b)));
  }

  /// How often a core's ring has been read to its end. Who writes all the time cannot keep the monitor at it: no more is read at
  /// once than a ring holds.
  get visits(): number {
    return this.visited;
  }

  /// What one core has to say, in its order, until there is no more or the time is over.
  readCore(core: Core, until: number): MonitorEvent[] {
    const lines: MonitorEvent[] = [];
    const questions: MonitorEvent[] = [];
    const most = mostRecords(this.chip, core);
    let took = 0;
    this.reading(() => {
      while (took < most) {
        const record = readRecord(this.chip, core);
        if (record === undefined) break;
        this.take(core, record, lines, questions);
        if ((++took & 63) === 0 && this.now() > until) break;
      }
    });
    if (took > 0) this.chip.wake(core.id, headWord(core));
    return [...lines, ...questions];
  }

  /// Whether the last look has found out about every core that had failed by then.
  get hasToldFaults(): boolean {
    return this.toldAllFaults;
  }

  /// Whether everything the cores have said has been read.
  get areRingsEmpty(): boolean {
    return this.chip.cores.every((core) => isRingEmpty(this.chip, core));
  }

  private take(core: Core, record: RingRecord, lines: MonitorEvent[], questions: MonitorEvent[]): void {
    if (record.kind === RECORD_INPUT) {
      // What stands before the prompt on the same line is a part of it.
      const before = this.partial.get(core.id)?.text ?? "";
      this.partial.delete(core.id);
      this.asking.set(core.id, before + record.text);
      questions.push({ kind: "input", core: core.id, coreKind: kindOf(core), prompt: before + record.text });
      return;
    }
    const pending = this.partial.get(core.id);
    const text = pending === undefined ? record.text : pending.text + record.text;
    if (record.kind !== RECORD_LINE && text.length < LONGEST_PARTIAL_LINE) {
      this.partial.set(core.id, { text, cycles: record.cycles });
      return;
    }
    this.partial.delete(core.id);
    this.lines++;
    lines.push({ kind: "line", core: core.id, coreKind: kindOf(core), cycles: record.cycles, text });
  }

  /// Lines that have not ended, now that they never will.
  flush(): MonitorEvent[] {
    return this.chip.cores.flatMap((core) => this.flushCore(core));
  }

  private flushCore(core: Core): MonitorEvent[] {
    const pending = this.partial.get(core.id);
    this.partial.delete(core.id);
    if (pending === undefined || pending.text === "") return [];
    this.lines++;
    return [{ kind: "line", core: core.id, coreKind: kindOf(core), cycles: pending.cycles, text: pending.text }];
  }

  private findFailed(events: MonitorEvent[], until = Number.POSITIVE_INFINITY): void {
    this.toldAllFaults = true;
    let told = false;
    for (const core of this.chip.cores) {
      // Full Python tells itself why it has failed.
      if (core.pythonCore) continue;
      if (Atomics.load(this.chip.words, core.registers + STATUS) !== STATUS_FAILED || this.hasTold(core)) continue;
      if (!isRingEmpty(this.chip, core)) continue;
      // One at least; the next look goes on.
      if (told && this.now() > until) {
        this.toldAllFaults = false;
        return;
      }
      this.reading(() => this.tellFault(core, events));
      told = true;
    }
  }

  private tellFault(core: Core, events: MonitorEvent[]): void {
    const { words, caller } = this.chip;
    const fault = faultOf(this.chip, core);
    this.failed.add(core.id);
    events.push(...this.flushCore(core));
    this.faults++;
    const cycles = shownTime(clock(this.chip, core));
    const launchLine = words[core.registers + LAUNCH_LINE] as number;
    const launched = launchLine === 0 ? {} : { launchLine };
    events.push({ kind: "fault", core: core.id, coreKind: kindOf(core), cycles, ...launched, ...fault });
    if (caller === undefined) return;
    Atomics.store(words, core.registers + FAULT_TOLD, 1);
    this.chip.wake(caller.id, core.registers + FAULT_TOLD);
  }

  /// Whether the fault that a core stands at has been told. A core that runs kernels may have failed before.
  private hasTold(core: Core): boolean {
    if (core.pythonCore) return true;
    if (this.chip.caller === undefined) return this.failed.has(core.id);
    return Atomics.load(this.chip.words, core.registers + FAULT_TOLD) !== 0;
  }

  /// What there is to tell at once after a core has stopped: that it has failed, that it and others can never continue.
  pollStopped(core: Core): MonitorEvent[] {
    const events: MonitorEvent[] = [];
    const status = Atomics.load(this.chip.words, core.registers + STATUS);
    if (status === STATUS_FAILED) this.findFailed(events);
    this.reading(() => {
      if (mayBeStuck(this.chip, core)) this.findStuck(events);
    });
    return events;
  }

  /// What there is to tell when no core can go on.
  pollStuck(): MonitorEvent[] {
    const events: MonitorEvent[] = [];
    this.reading(() => this.findStuck(events));
    return events;
  }

  private findDeadlocked(events: MonitorEvent[]): void {
    const now = this.now();
    const { words, cores } = this.chip;
    // Before the look: who asks for one after this has not been seen by it.
    const asked = Atomics.exchange(words, (this.chip.map.control >> 2) + MONITOR_LOOK, 0) !== 0;
    const running = cores.some((core) => Atomics.load(words, core.registers + STATUS) === STATUS_READY);
    if (!asked && running && now - this.lastLook < STUCK_INTERVAL_MILLISECONDS) return;
    this.lastLook = now;
    this.findStuck(events);
  }

  private findStuck(events: MonitorEvent[]): void {
    const found = findStuck(this.chip);
    const fresh = found.filter((stuck) => !this.stuck.has(stuck.core.id));
    if (fresh.length === 0) return;
    // Output first, so that the report stands after what the cores have said.
    // And none of those that were told before would be missing from it.
    if (found.some((stuck) => !isRingEmpty(this.chip, stuck.core)) || this.anyStirs()) {
      this.lastLook = Number.NEGATIVE_INFINITY;
      return;
    }
    for (const { core } of fresh) {
      this.stuck.add(core.id);
      events.push(...this.flushCore(core));
    }
    if (fresh.some(isTold)) this.tellDeadlock(found, events);
  }

  private anyStirs(): boolean {
    return this.chip.cores.some((core) => this.stuck.has(core.id) && this.stirs(core));
  }

  private tellDeadlock(found: readonly Stuck[], events: MonitorEvent[]): void {
    // All of them: which come to wait in time for the same look is chance.
    const event = deadlockEvent(this.chip, found.filter(isTold));
    if (event.message === this.deadlock) return;
    this.deadlock = event.message;
    this.deadlocks++;
    events.push(event);
  }

  /// The deadlock as it is now that all is over and nothing has been halted yet, if that was not told: those that the stuck
  /// cores wait for may have ended since.
  lastReport(): MonitorEvent[] {
    const events: MonitorEvent[] = [];
    if (this.deadlock !== "") this.reading(() => this.tellDeadlock(findStuck(this.chip), events));
    return events;
  }

  /// Whether the user has answered a core and it has not been given the answer yet.
  hasAnswerFor(core: Core): boolean {
    return this.answers.some((answer) => answer.core === core);
  }

  /// Gives a core what the user has typed, or null when there is no more input.
  answer(id: number, text: string | null): void {
    const core = this.chip.core(id);
    // What nobody has asked for would stand in the way of every later answer.
    if (core === undefined || !this.asking.delete(id)) return;
    this.answers.push({ core, text });
    this.passAnswers();
  }

  /// Puts the next answer where its core takes it: there is one place for them, free when the last has been taken.
  passAnswers(): void {
    const control = this.chip.map.control >> 2;
    const { words, bytes } = this.chip;
    while (this.answers.length > 0 && Atomics.load(words, control + MONITOR_INPUT_TAKEN) === this.given) {
      const { core, text } = this.answers.shift() as Answer;
      const area = this.chip.map.input;
      const given = text ?? "";
      const encoded = encodeUtf8(given.slice(0, utf8End(given, 0, given.length, LONGEST_ANSWER)));
      bytes.set(encoded, area.from);
      words[control + MONITOR_INPUT_LENGTH] = text === null ? -1 : encoded.length;
      this.given++;
      Atomics.add(words, core.registers + INPUT_REPLIES, 1);
      this.chip.wake(core.id, core.registers + INPUT_REPLIES);
    }
  }
}
