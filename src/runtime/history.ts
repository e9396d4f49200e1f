import type { Chip } from "../machine/chip.ts";
import type { CallUnderWay, EventBuffer } from "../machine/events.ts";
import { PAGE_BYTES, restoreSnapshot, type Snapshot, takeSnapshot } from "../machine/snapshot.ts";
import type { Monitor, MonitorState } from "./monitor.ts";

// How a run came to where it is: snapshots, and everything that happened between them, so that any moment since the first can be
// made again. What happens is turns of cores and answers of the user; each is one number:
//
//   turn     index of the core × 2,048 + its budget (1 to 2,047)
//   answer   index of the core × 2,048
//
// Snapshots are thinned as they grow old: the further back, the wider apart.

const BUDGET_BITS = 11;
export const LONGEST_TURN = (1 << BUDGET_BITS) - 1;
const MOST_ENTRIES = 8_000_000;
const MOST_SNAPSHOTS = 24;
const MOST_BYTES = 128 * 1024 * 1024;
// What replays in less than a tenth of a second.
const WORK_BETWEEN = 1_000_000;
const ENTRIES_BETWEEN = 50_000;

/// One thing that happened.
export type Happening =
  | { readonly kind: "turn"; readonly core: number; readonly budget: number }
  | { readonly kind: "answer"; readonly core: number; readonly text: string | null };

interface Moment {
  /// How many things had happened.
  readonly at: number;
  readonly answers: number;
  readonly snapshot: Snapshot;
  readonly monitor: MonitorState;
  /// Of each core, how many records there were and what it was doing, if the run is recorded.
  readonly records: readonly (CallUnderWay & { readonly count: number })[];
}

export class History {
  private readonly chip: Chip;
  private readonly monitor: Monitor;
  private readonly events: EventBuffer | undefined;
  private entries = new Int32Array(1024);
  private count = 0;
  /// Of entries that have been given up at the start.
  private gone = 0;
  private answers: (string | null)[] = [];
  private moments: Moment[] = [];
  private workSince = 0;

  /// Begins with what the chip and the monitor are now.
  constructor(chip: Chip, monitor: Monitor, events: EventBuffer | undefined) {
    this.chip = chip;
    this.monitor = monitor;
    this.events = events;
    this.keepMoment();
  }

  /// How many things have happened, those given up included.
  get now(): number {
    return this.gone + this.count;
  }

  /// The earliest that can be gone back to.
  get start(): number {
    return this.moments[0]?.at ?? this.now;
  }

  /// Notes a turn of the core at an index of the chip's cores: after it, or before the next, all is in the chip memory.
  noteTurn(core: number, budget: number): void {
    this.push((core << BUDGET_BITS) | budget);
    this.workSince += budget;
    const last = this.moments.at(-1);
    if (this.workSince < WORK_BETWEEN && this.now - (last?.at ?? 0) < ENTRIES_BETWEEN) return;
    this.keepMoment();
    this.thin();
  }

  noteAnswer(core: number, text: string | null): void {
    this.push(core << BUDGET_BITS);
    this.answers.push(text);
  }

  private push(entry: number): void {
    if (this.count === this.entries.length) {
      const longer = new Int32Array(this.count * 2);
      longer.set(this.entries);
      this.entries = longer;
    }
    this.entries[this.count++] = entry;
  }

  private keepMoment(): void {
    const { events } = this;
    const { cores } = this.chip;
    this.workSince = 0;
    this.moments.push({
      at: this.now,
      answers: this.answers.length,
      snapshot: takeSnapshot(this.chip, this.moments.at(-1)?.snapshot),
      monitor: this.monitor.state(),
      records: events === undefined ? [] : cores.map((_, k) => ({ count: events.count(k), ...events.call(k) })),
    });
  }

  private thin(): void {
    const bytes = (): number => {
      const pages = new Set(this.moments.flatMap(({ snapshot }) => [...snapshot.pages.values()]));
      return pages.size * PAGE_BYTES;
    };
    while (this.moments.length > 2 && (this.moments.length > MOST_SNAPSHOTS || bytes() > MOST_BYTES)) {
      // The one whose going leaves the gap that is smallest for its age.
      let best = 1;
      let least = Number.POSITIVE_INFINITY;
      for (let k = 1; k < this.moments.length - 1; k++) {
        const [before, here, after] = [k - 1, k, k + 1].map((at) => (this.moments[at] as Moment).at) as [
          number,
          number,
          number,
        ];
        const gap = (after - before) / (this.now - here + 1);
        if (gap < least) [least, best] = [gap, k];
      }
      this.moments.splice(best, 1);
    }
    while (this.moments.length > 1 && this.now - this.start > MOST_ENTRIES) this.moments.shift();
    const old = this.start - this.gone;
    if (old > MOST_ENTRIES / 4) {
      this.entries.copyWithin(0, old, this.count);
      this.count -= old;
      this.gone += old;
    }
  }

  /// The places of the snapshots, ascending.
  get snapshots(): readonly number[] {
    return this.moments.map(({ at }) => at);
  }

  /// Makes the chip and the monitor what they were at the last snapshot at or before a time; its place.
  restore(at: number): number {
    const moment = this.moments.findLast((one) => one.at <= at) ?? (this.moments[0] as Moment);
    restoreSnapshot(this.chip, moment.snapshot);
    this.monitor.restore(moment.monitor);
    moment.records.forEach(({ count, began, waited }, index) => {
      this.events?.setCount(index, count);
      this.events?.setCall(index, began, waited);
    });
    return moment.at;
  }

  /// The places of a core's turns between two places.
  turnsOf(core: number, from: number, to: number): number[] {
    const places: number[] = [];
    for (let at = from; at < to; at++) {
      const entry = this.entries[at - this.gone] as number;
      if (entry >> BUDGET_BITS === core && (entry & LONGEST_TURN) !== 0) places.push(at);
    }
    return places;
  }

  /// What happened from one place, at or after that of a snapshot, up to another.
  *happenings(snapshot: number, from: number, to: number): Generator<Happening> {
    let answer = this.moments.find(({ at }) => at === snapshot)?.answers ?? 0;
    for (let at = snapshot; at < from; at++)
      if (((this.entries[at - this.gone] as number) & LONGEST_TURN) === 0) answer++;
    for (let k = from - this.gone; k < to - this.gone; k++) {
      const entry = this.entries[k] as number;
      const core = entry >> BUDGET_BITS;
      const budget = entry & LONGEST_TURN;
      if (budget === 0) yield { kind: "answer", core, text: this.answers[answer++] ?? null };
      else yield { kind: "turn", core, budget };
    }
  }

  /// Forgets what happened from a place on.
  cut(at: number): void {
    let answers = 0;
    for (let k = at - this.gone; k < this.count; k++) if (((this.entries[k] as number) & LONGEST_TURN) === 0) answers++;
    this.answers.length -= answers;
    this.count = at - this.gone;
    this.moments = this.moments.filter((moment, k) => k === 0 || moment.at <= at);
    this.workSince = 0;
  }
}
