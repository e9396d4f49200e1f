import { nativeByNumber, PRINT_WITH } from "../bytecode/natives.ts";
import type { Chip } from "../machine/chip.ts";
import { DamagedMemory } from "../machine/damaged.ts";
import { EventBuffer, type EventRecord, MESSAGE, RESULT, TASK, TASK_MESSAGE } from "../machine/events.ts";
import { CLOCK } from "../machine/memory-map.ts";
import { TASK_COPY_FROM, TASK_COPY_TO, TASK_FINISH, TASK_LAUNCH } from "../machine/natives/offload.ts";
import { messageCalls } from "../machine/postbox.ts";
import { isTime, shownTime } from "../machine/timing/clock.ts";
import { placeOf } from "./places.ts";
import type { CoreClock, SourcePlace } from "./protocol/cores.ts";
import type { TaskKind, TraceBatch, TraceInterval, TraceKind, TraceMessage } from "./protocol/trace.ts";

const taskKinds: Readonly<Record<number, TaskKind>> = {
  [TASK_LAUNCH]: "launch",
  [TASK_FINISH]: "finish",
  [TASK_COPY_TO]: "copy_to",
  [TASK_COPY_FROM]: "copy_from",
  [RESULT]: "result",
};

/// Reads what the cores of a run have recorded, while they run. Of full Python's file the places have the line only.
export class TraceReader {
  private readonly chip: Chip;
  private readonly buffer: EventBuffer;
  private readonly places = new Map<number, SourcePlace>();
  private readonly lines = new Map<number, SourcePlace>();
  /// Records of each core that have been read.
  private readonly taken: number[];

  constructor(chip: Chip) {
    this.chip = chip;
    this.buffer = new EventBuffer(chip);
    this.taken = chip.cores.map(() => 0);
  }

  /// What has been recorded since the last time, at most `most` records of each core; with `newest` the last of them of a core that
  /// is too fast to be followed. Throws DamagedMemory if something of it is no record.
  read(most = Number.POSITIVE_INFINITY, newest = false): TraceBatch {
    const intervals: TraceInterval[] = [];
    const messages: TraceMessage[] = [];
    const gaps: number[] = [];
    const clocks: CoreClock[] = [];
    let lost = 0;
    let more = false;
    this.chip.cores.forEach((core, index) => {
      // Before the records, as the core goes on meanwhile.
      const clock = shownTime(this.chip.doubles[(core.registers + CLOCK) >> 1] as number);
      const { records, dropped, next } = this.buffer.read(index, this.taken[index] as number, most, newest);
      this.taken[index] = next;
      lost += dropped;
      if (dropped > 0) gaps.push(core.id);
      const isBehind = this.buffer.count(index) > next;
      more ||= isBehind;
      for (const record of records) {
        if (record.what >= MESSAGE && record.what < TASK) messages.push(this.message(core.id, record));
        else intervals.push(this.interval(core.id, record));
      }
      // What the core has done since the last record is not known if there are more.
      const known = records.at(-1)?.end ?? 0;
      clocks.push({ core: core.id, cycles: isBehind && known > 0 ? known : Math.max(clock, known) });
    });
    return { intervals, messages, dropped: lost, gaps, more, clocks };
  }

  /// The run has gone back in time: what it records from now on comes after what holds of what has been read.
  rewind(): void {
    this.taken.forEach((taken, index) => {
      this.taken[index] = Math.min(taken, this.buffer.count(index));
    });
  }

  // What nobody could draw is no record: the views trust what comes from here.
  private check(core: number, kind: string | undefined, { begin, ready, end, elements, bytes }: EventRecord): void {
    const sound = [begin, ready, end].every(isTime) && elements >= 0 && bytes >= 0;
    if (kind === undefined || !sound) throw new DamagedMemory(`the recording of core ${core}`);
  }

  private interval(core: number, record: EventRecord): TraceInterval {
    const { what, peer, pc, begin, ready, end } = record;
    // The number of a print with `sep` or `end` is beyond those of tasks.
    const prints = what === PRINT_WITH.number;
    const ofTask = what >= TASK && !prints;
    const kind = prints ? "print" : ofTask ? taskKinds[what - TASK] : nativeByNumber(what)?.name;
    this.check(core, begin <= end ? kind : undefined, record);
    return {
      core,
      kind: kind as TraceKind,
      begin,
      ready,
      end,
      // A call that failed may have named anything.
      peer: this.chip.core(peer) === undefined ? null : peer,
      place: ofTask || core === this.pythonCore ? this.line(pc) : this.place(pc),
    };
  }

  private message(core: number, record: EventRecord): TraceMessage {
    const ofTask = record.what >= TASK_MESSAGE;
    const kind = ofTask ? taskKinds[record.what - TASK_MESSAGE] : messageCalls[record.what - MESSAGE];
    this.check(core, this.chip.core(record.peer) === undefined ? undefined : kind, record);
    return {
      kind: kind as TraceMessage["kind"],
      from: record.peer,
      to: core,
      sent: record.begin,
      met: record.ready,
      arrived: record.end,
      elements: record.elements,
      bytes: record.bytes,
      fromPlace: ofTask || record.peer === this.pythonCore ? this.line(record.senderPc) : this.place(record.senderPc),
      toPlace: ofTask || core === this.pythonCore ? this.line(record.pc) : this.place(record.pc),
    };
  }

  private get pythonCore(): number | undefined {
    return this.chip.pythonCore?.id;
  }

  private line(line: number): SourcePlace {
    const known = this.lines.get(line);
    if (known !== undefined) return known;
    const place = { file: "", line, from: 0, to: 0 };
    this.lines.set(line, place);
    return place;
  }

  // One object a place, as there are many records of each.
  private place(pc: number): SourcePlace {
    const known = this.places.get(pc);
    if (known !== undefined) return known;
    const place = placeOf(this.chip.image, pc);
    this.places.set(pc, place);
    return place;
  }
}
