import type { SlicedWork } from "../base/sliced-work.ts";
import { firstNot } from "../base/sorted.ts";
import { partsOf } from "../machine/addresses.ts";
import { Chip, type Core } from "../machine/chip.ts";
import type { ChipModel } from "../machine/chip-models.ts";
import { EventBuffer, recordedBytes, recordingNatives } from "../machine/events.ts";
import { load } from "../machine/loader.ts";
import { MemoryMap } from "../machine/memory-map.ts";
import { PAGE_BYTES, restoreSnapshot, type Snapshot, takeSnapshot } from "../machine/snapshot.ts";
import { clock, startLater } from "../machine/timing/clock.ts";
import { type Link, linkLoads } from "../machine/timing/mesh.ts";
import { Cooperative } from "./cooperative.ts";
import { evaluationOf } from "./evaluation.ts";
import { elements, inspectCore } from "./inspect.ts";
import { memoryView } from "./memory-view.ts";
import { Monitor, type MonitorState } from "./monitor.ts";
import { type DeadlockInTime, type Fault, type Flight, Flights, type Line, Lines, type Playable } from "./playable.ts";
import { polls } from "./polls.ts";
import type { Condition } from "./protocol/breakpoints.ts";
import type { CoreReport } from "./protocol/cores.ts";
import type { MonitorEvent, UnreadMessage } from "./protocol/events.ts";
import type {
  CoreInspection,
  Evaluation,
  MemoryPartRange,
  MemoryView,
  Opened,
  ShownValue,
} from "./protocol/inspection.ts";
import type { RunSettings } from "./protocol/run.ts";
import type { TraceInterval } from "./protocol/trace.ts";
import { callStates, reportOf, stateOf } from "./reports.ts";
import { chipFor, readImage } from "./setup.ts";
import { SharedListProfile, type SharedListUse } from "./shared-list-profile.ts";
import { type Trace, TraceLog } from "./trace-log.ts";
import { TraceReader } from "./trace-reader.ts";
import { unreadEvents } from "./unread.ts";
import { valueText } from "./values.ts";

// A run that is made again, in memory of its own, so that one can look at any of its moments.
//
// At virtual time t every core has executed the instructions that it began before t, and no others. Instructions are executed
// in the order of their cores' clocks, so this is one consistent state of the whole chip: no message has been received that was
// not sent. Where what a call does is known from the recording to last beyond t, the core is shown in that call.
//
// `make` runs the program once, in turns of many instructions, recording it and keeping snapshots on the way. A snapshot stands
// for the latest of its cores' clocks: from there on `goTo` executes instruction by instruction up to the moment that is wanted.
// A program that looks whether a message has come (probe) may do one thing or another, depending on the order of turns: it is made
// instruction by instruction from the start, which is slower, and then always does the same.
//
// Long, as making the run and going to its moments work on the same chip, monitor and answers.

/// An answer that a core was given; null: it was told that there is no more input.
export interface Answered {
  readonly core: number;
  readonly text: string | null;
}

export interface MakeOptions {
  /// Whether to look for what lists in shared memory cost, for `sharedLists`, which takes more time.
  readonly profiles?: boolean;
  /// Only the trace is wanted, of each core the newest records, at most so many. This is several times as fast and takes less memory;
  /// no moment can be shown then, and nothing is known of values and of what was printed.
  readonly onlyNewest?: number;
}

interface Moment {
  /// The latest of its cores' clocks, in cycles.
  readonly time: number;
  readonly snapshot: Snapshot;
  readonly monitor: MonitorState;
  /// How many answers each core has been given, by id.
  readonly given: ReadonlyMap<number, number>;
}

const SINGLE = 1;
const TURNS_BETWEEN_YIELDS = 16;
const STEPS_BETWEEN_YIELDS = 256;
// What is made again one by one in about a hundredth of a second …
const LEAST_WORK_BETWEEN = 20_000;
// … and in as long as it takes to look through so many bytes of the chip memory for a snapshot, an instruction.
const BYTES_AN_INSTRUCTION = 400;
const MOST_SNAPSHOT_BYTES = 96 * 1024 * 1024;
const MOST_SNAPSHOTS = 400;
const MOST_RECORDS = 1_000_000;
const MOST_VALUE_CHARACTERS = 24;

export class Rerun implements Playable {
  readonly chip: Chip;
  /// In cycles, the latest clock of all cores.
  end = 0;
  readonly since = 0;
  faults: readonly Fault[] = [];
  /// Messages that were not received when their receivers ended.
  unread: readonly UnreadMessage[] = [];
  /// Where lists in shared memory cost time.
  sharedLists: readonly SharedListUse[] = [];
  deadlock: DeadlockInTime | null = null;
  private readonly monitor: Monitor;
  /// Whether the program looks if messages have come or were taken: what it then does depends on the order of turns, which may have
  /// been another when it ran.
  readonly polls: boolean;
  private readonly answers: ReadonlyMap<number, readonly (string | null)[]>;
  private readonly last: number;
  private log = new TraceLog(MOST_RECORDS);
  private reached = 0;
  private given = new Map<number, number>();
  private moments: Moment[] = [];
  private workBetween: number;
  private stuck: ReadonlySet<number> = new Set();
  private messages = new Flights([]);
  private printed = new Lines([]);
  private time = 0;
  private single: Cooperative | undefined;

  /// `last` is the time, in cycles, beyond which nothing is made again: that at which the run was stopped. `memory` gives at least so
  /// many bytes that nobody else uses.
  constructor(
    imageBytes: Uint8Array,
    settings: RunSettings,
    answers: readonly Answered[],
    last = Number.POSITIVE_INFINITY,
    memory: (bytes: number) => ArrayBuffer = (bytes) => new ArrayBuffer(bytes),
  ) {
    const image = readImage(imageBytes);
    const { config, active } = chipFor(settings);
    const buffer = memory(recordedBytes(new MemoryMap(config)));
    new Uint8Array(buffer).fill(0);
    this.chip = new Chip(buffer, config, active, image);
    load(this.chip, settings.seed);
    for (const core of this.chip.cores) startLater(this.chip, core, settings.startsAt ?? 0);
    new EventBuffer(this.chip).clear();
    this.monitor = new Monitor(this.chip, () => 0);
    this.workBetween = Math.max(LEAST_WORK_BETWEEN, this.chip.map.bytes / BYTES_AN_INSTRUCTION);
    this.polls = polls(image);
    this.answers = byCore(answers);
    this.last = last;
  }

  get model(): ChipModel {
    return this.chip.map.config.model;
  }

  get trace(): Trace {
    return this.log;
  }

  get lines(): readonly Line[] {
    return this.printed.all;
  }

  get flights(): readonly Flight[] {
    return this.messages.all;
  }

  nameOf(id: number): string {
    return this.chip.core(id)?.host === true ? `virtual core ${id}` : `core ${id}`;
  }

  isOnChip(id: number): boolean {
    return this.chip.core(id)?.host === false;
  }

  /// Bytes of all snapshots together.
  get bytes(): number {
    return new Set(this.moments.flatMap(({ snapshot }) => [...snapshot.pages.values()])).size * PAGE_BYTES;
  }

  // ── Making it ──────────────────────────────────────────────────────────────

  /// Runs the program to its end, or to where it was stopped. Must be done before anything else.
  *make({ profiles = false, onlyNewest }: MakeOptions = {}): SlicedWork<void> {
    const keepsMoments = onlyNewest === undefined;
    if (onlyNewest !== undefined) this.log = new TraceLog(onlyNewest);
    const { chip } = this;
    const buffer = new EventBuffer(chip);
    const natives = recordingNatives(chip);
    const values = keepsMoments ? this.noteValues() : null;
    const budget = this.polls ? SINGLE : Math.max(SINGLE, Math.min(2_000, buffer.capacity >> 5));
    const cooperative = new Cooperative(chip, () => 0, natives, budget);
    const profile = profiles ? new SharedListProfile(chip, budget) : undefined;
    const reader = new TraceReader(chip);
    const said: MonitorEvent[] = [];
    let work = 0;
    let unread = 0;
    if (keepsMoments) this.keep();
    for (let turns = 1; ; turns++) {
      const { next } = cooperative;
      if (next === undefined) break;
      const core = cooperative.turn(this.last, profile?.turnOf(next));
      if (core === undefined) break;
      profile?.look(core);
      work += chip.used;
      unread += chip.used;
      const events = [...this.serve(core), ...this.monitor.pollStopped(core)];
      said.push(...(keepsMoments ? events : events.filter(({ kind }) => kind !== "line")));
      if (unread >= buffer.capacity >> 1) {
        this.log.add(reader.read());
        unread = 0;
      }
      if (work >= this.workBetween) {
        this.reached = this.latestClock();
        if (keepsMoments) this.keep();
        work = 0;
      }
      if (turns % (this.polls ? STEPS_BETWEEN_YIELDS : TURNS_BETWEEN_YIELDS) === 0) yield;
    }
    said.push(...this.monitor.pollStuck(), ...this.monitor.flush(), ...this.monitor.lastReport());
    this.log.add(reader.read());
    chip.onTaken = undefined;
    this.sharedLists = profile?.uses() ?? [];
    this.take(said, values);
    yield;
    this.time = Number.POSITIVE_INFINITY;
  }

  /// How far `make` has come, in cycles.
  get made(): number {
    return this.reached;
  }

  private latestClock(): number {
    const { chip } = this;
    return Math.max(0, ...chip.cores.map((core) => clock(chip, core)));
  }

  /// Texts of the values that each core takes from others, in the order of its messages.
  private noteValues(): ReadonlyMap<number, readonly string[]> {
    const { chip } = this;
    const record = chip.onTaken;
    const values = new Map<number, string[]>(chip.cores.map(({ id }) => [id, []]));
    chip.onTaken = (receiver, sender, message, taken) => {
      record?.(receiver, sender, message, taken);
      const from = chip.core(sender);
      if (from === undefined) return;
      values.get(receiver.id)?.push(valueText(chip, from, message.tag, message.value, MOST_VALUE_CHARACTERS));
    };
    return values;
  }

  private take(said: readonly MonitorEvent[], values: ReadonlyMap<number, readonly string[]> | null): void {
    const { chip } = this;
    this.printed = new Lines(said.filter((event) => event.kind === "line"));
    this.faults = said.filter((event) => event.kind === "fault").sort((a, b) => a.cycles - b.cycles);
    this.unread = unreadEvents(chip).flatMap((event) => (event.kind === "unread" ? [event.message] : []));
    const event = said.findLast((one) => one.kind === "deadlock");
    if (event !== undefined) {
      this.stuck = new Set(event.waits.map(({ core }) => core));
      const times = event.waits.map(({ core }) => this.clockOf(core));
      this.deadlock = { event, time: Math.max(0, ...times), times };
    }
    this.end = Math.min(this.last, this.latestClock());
    if (values === null) return;
    const flights = [...this.log.messages].flatMap(([core, messages]) => {
      // The log gives up the oldest.
      const texts = values.get(core) ?? [];
      const missing = texts.length - messages.length;
      return messages.map((message, k) => ({ ...message, value: texts[k + missing] ?? "" }));
    });
    this.messages = new Flights(flights);
  }

  private clockOf(id: number): number {
    const core = this.chip.core(id);
    return core === undefined ? 0 : clock(this.chip, core);
  }

  private keep(): void {
    const { chip } = this;
    this.moments.push({
      time: this.moments.length === 0 ? 0 : this.latestClock(),
      snapshot: takeSnapshot(chip, this.moments.at(-1)?.snapshot),
      monitor: this.monitor.state(),
      given: new Map(this.given),
    });
    // Every other one is given up where there are too many, so that they stay evenly apart.
    while (
      this.moments.length > 2 &&
      (this.moments.length > MOST_SNAPSHOTS || this.bytesIfMany() > MOST_SNAPSHOT_BYTES)
    ) {
      this.moments = this.moments.filter((_, k) => k % 2 === 0);
      this.workBetween *= 2;
    }
  }

  // Counting them takes a moment, so it is done now and then.
  private bytesIfMany(): number {
    return this.moments.length % 8 === 0 ? this.bytes : 0;
  }

  /// Takes what a core has to say after a turn, and answers it.
  private serve(core: Core): MonitorEvent[] {
    const { monitor } = this;
    const events = monitor.readCore(core, Number.POSITIVE_INFINITY);
    for (const { kind } of events) {
      if (kind !== "input") continue;
      const given = this.given.get(core.id) ?? 0;
      const answer = this.answers.get(core.id)?.[given];
      if (answer === undefined) continue;
      this.given.set(core.id, given + 1);
      monitor.answer(core.id, answer);
    }
    monitor.passAnswers();
    return events;
  }

  // ── One instruction after the other ────────────────────────────────────────

  /// Goes back to the last snapshot at which all clocks were before a time, or to the start; what `goTo` has shown is given up. From
  /// there `next` and `step` go on.
  stand(before: number): void {
    const moment = this.moments.findLast(({ time }) => time < before) ?? this.moments[0];
    if (moment === undefined) throw new Error("internal error: a run that has not been made again");
    this.restore(moment);
    this.time = -1;
  }

  private restore({ snapshot, monitor, given }: Moment): Cooperative {
    restoreSnapshot(this.chip, snapshot);
    this.monitor.restore(monitor);
    this.given = new Map(given);
    this.single = new Cooperative(this.chip, () => 0, undefined, SINGLE);
    return this.single;
  }

  /// The core that executes the next instruction, if any can.
  get next(): Core | undefined {
    const core = this.single?.next;
    return core !== undefined && clock(this.chip, core) < this.last ? core : undefined;
  }

  /// Executes it.
  step(): void {
    const core = this.single?.turn(this.last);
    if (core !== undefined) this.serve(core);
  }

  // ── Any moment ─────────────────────────────────────────────────────────────

  /// Makes the chip what it was at a time.
  *goTo(time: number): SlicedWork<void> {
    const { chip } = this;
    const start = this.moments.findLast((moment) => moment.time <= time) ?? this.moments[0];
    if (start === undefined) return;
    let { single } = this;
    if (single === undefined || this.time > time || this.time < start.time) {
      single = this.restore(start);
      this.time = start.time;
    }
    // What begins at the very end takes no time.
    const before = time >= this.end && this.last === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : time;
    for (let steps = 1; ; steps++) {
      const core = single.turn(before);
      if (core === undefined) break;
      this.serve(core);
      // What was gone through is where the cores are, should this be given up here.
      if (steps % STEPS_BETWEEN_YIELDS === 0) {
        this.time = Math.max(this.time, Math.min(time, clock(chip, core)));
        yield;
      }
    }
    this.time = time;
  }

  /// What every core was doing at the moment that is looked at.
  cores(): readonly CoreReport[] {
    return this.chip.cores.map((core) => this.report(core));
  }

  private report(core: Core): CoreReport {
    const { chip, time } = this;
    const now = clock(chip, core);
    const call = this.callAt(core.id, time, now);
    const cycles = Math.min(now, time);
    if (call !== undefined) {
      const { place, kind, peer } = call;
      const { files } = chip.image.debug;
      const line = place.file === files.at(-1) ? place.line : null;
      return { ...reportOf(chip, core, callStates[kind]), line, place, peer, cycles: time };
    }
    const state = stateOf(chip, core);
    // What it does in its last instruction is not done yet.
    if (now > time && (state === "ended" || state === "failed")) return { ...reportOf(chip, core, "running"), cycles };
    if (this.deadlock !== null && time >= this.deadlock.time && this.stuck.has(core.id))
      return { ...reportOf(chip, core, "deadlocked"), cycles };
    return { ...reportOf(chip, core, state), cycles };
  }

  /// The recorded call that a core is in at a time; it has executed all that ends by `done`.
  private callAt(core: number, time: number, done: number): TraceInterval | undefined {
    const intervals = this.log.intervals.get(core) ?? [];
    const index = firstNot(intervals, ({ begin }) => begin <= time) - 1;
    const call = intervals[index];
    if (call !== undefined && time < call.end) return call;
    // What is recorded begins once the arguments are there, a little after the instruction that calls.
    const next = intervals[index + 1];
    return next !== undefined && next.begin <= done ? next : undefined;
  }

  links(): readonly Link[] {
    return linkLoads(this.chip);
  }

  flightsAt(time: number): readonly Flight[] {
    return this.messages.at(time);
  }

  lastLines(time: number): ReadonlyMap<number, string> {
    return this.printed.at(time);
  }

  inspect(id: number): CoreInspection | null {
    const core = this.chip.core(id);
    return core === undefined ? null : inspectCore(this.chip, core);
  }

  evaluate(id: number, expression: Condition): Evaluation {
    const core = this.chip.core(id);
    return core === undefined ? { problem: "this core takes no part" } : evaluationOf(this.chip, core, expression);
  }

  elements(id: number, value: Opened, from: number, count: number): readonly ShownValue[] {
    const core = this.chip.core(id);
    return core === undefined ? [] : elements(this.chip, core, value, from, count);
  }

  memory(id: number, from: number, length: number): MemoryView | null {
    const core = this.chip.core(id);
    return core === undefined ? null : memoryView(this.chip, core, from, length);
  }

  memoryParts(id: number): readonly MemoryPartRange[] {
    const core = this.chip.core(id);
    if (core === undefined) return [];
    return partsOf(this.chip, core).map(({ name, from, bytes }) => ({ name, from, bytes }));
  }
}

function byCore(answers: readonly Answered[]): ReadonlyMap<number, readonly (string | null)[]> {
  const found = new Map<number, (string | null)[]>();
  for (const { core, text } of answers) {
    const own = found.get(core);
    if (own === undefined) found.set(core, [text]);
    else own.push(text);
  }
  return found;
}
