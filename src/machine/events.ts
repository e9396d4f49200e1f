import {
  BCAST,
  INPUT,
  NEXT_LAUNCH,
  NONBLOCKING_SEND,
  nativeByNumber,
  PRINT,
  PRINT_WITH,
  RECV,
  REDUCE,
  SEND,
  SENDRECV,
  SYNC,
  WAIT_SENT,
} from "../bytecode/natives.ts";
import type { Chip, Core } from "./chip.ts";
import { elementWord } from "./lists.ts";
import { ARRIVAL, CLOCK, type MemoryMap, MONITOR_BARRIER_CLOCK, PC, PHASE, PHASE_A } from "./memory-map.ts";
import { nativeImplementations } from "./natives/implementations.ts";
import { NATIVE_DONE, NATIVE_WAIT, type NativeImplementation } from "./natives/native.ts";
import { taskOf } from "./natives/offload.ts";
import { box, KIND_LAUNCH, KIND_RESULT } from "./postbox.ts";
import { loadOf } from "./transfer.ts";

// What cores do besides computing, kept for timelines. The records lie behind the chip's memory, a part for each core:
//
//   word 0    records written so far; the newest lies at (count − 1) modulo the capacity, and overwrites the oldest
//   word 2    f64  when the part of the call under way began that is not yet told …
//   word 4    f64  … and how long the call has waited before it
//   word 6…   records of ten words:
//
//     0   what it is: a native's number, or one of those below  |  the other core + 1, × 256
//     1   where (pc)  |  of a message: where the sender was (pc), × 65,536. Of full Python, lines of its program
//     2   of a message: elements
//     3   of a message: bytes of its values
//     4   f64  begin          of a message: when it was sent
//     6   f64  ready          of a message: when both sides were there
//     8   f64  end            of a message: when it had been received
//
// Only the core's own thread writes there, the count last and atomically. A reader looks at the count before and after it has
// read: what has been overwritten meanwhile it does not believe.
//
// Nothing is written when a call begins: a call that waits is made again, from the same clock on, and is recorded once it is done.
// A message is recorded by its receiver, who sees all of it: it says when and where it was sent.

const COUNT = 0;
const BEGAN = 2;
const WAITED = 4;
const HEADER_WORDS = 6;
const RECORD_WORDS = 10;
const ALL_BYTES = 16 * 1024 * 1024;
const MOST_BYTES = 1024 * 1024;

// What a record is about that is no call of a native: no native that is recorded has such a number, but for PRINT_WITH, which is
// beyond all of them.

/// A message: so much + the kind of postbox.ts.
export const MESSAGE = 224;
/// A message between full Python and a core that has to do with a kernel: so much + the task of natives/offload.ts, or RESULT.
export const TASK_MESSAGE = 232;
/// What full Python and a core do for such a message, in the same way.
export const TASK = 240;
/// The value that a kernel gives back.
export const RESULT = 4;

/// The calls that are recorded, by number.
const recordedCalls: ReadonlyMap<number, string> = new Map(
  [SEND, RECV, SENDRECV, NONBLOCKING_SEND, WAIT_SENT, BCAST, REDUCE, SYNC, INPUT, PRINT, PRINT_WITH].map(
    ({ number, name }) => [number, name],
  ),
);

/// Bytes that a recorded run needs: the chip's memory and what lies behind it.
export function recordedBytes(map: MemoryMap): number {
  return recordsAt(map) + ALL_BYTES;
}

function recordsAt(map: MemoryMap): number {
  return (map.bytes + 7) & ~7;
}

/// One record, as it lies in memory.
export interface EventRecord {
  readonly what: number;
  /// The other core, or -1.
  readonly peer: number;
  readonly pc: number;
  readonly senderPc: number;
  readonly elements: number;
  readonly bytes: number;
  readonly begin: number;
  readonly ready: number;
  readonly end: number;
}

/// How far a call has come that takes several messages.
export interface CallUnderWay {
  readonly began: number;
  readonly waited: number;
}

/// The records of one chip's cores.
export class EventBuffer {
  /// Records of a core that are kept.
  readonly capacity: number;
  private readonly chip: Chip;
  private readonly partWords: number;
  private readonly start: number;

  constructor(chip: Chip) {
    this.chip = chip;
    const part = Math.min(MOST_BYTES, Math.floor(ALL_BYTES / chip.cores.length)) & ~7;
    this.partWords = part >> 2;
    this.capacity = Math.floor((this.partWords - HEADER_WORDS) / RECORD_WORDS);
    this.start = recordsAt(chip.map) >> 2;
  }

  /// Forgets everything, for a run that is about to start.
  clear(): void {
    this.chip.cores.forEach((_, index) => {
      this.setCount(index, 0);
    });
  }

  /// Records written so far by the core at an index of the chip's cores.
  count(index: number): number {
    return Atomics.load(this.chip.words, this.part(index) + COUNT);
  }

  /// What a core has noted of the call that it is in.
  call(index: number): CallUnderWay {
    return { began: this.began(index), waited: this.waited(index) };
  }

  began(index: number): number {
    return this.chip.doubles[(this.part(index) + BEGAN) >> 1] as number;
  }

  waited(index: number): number {
    return this.chip.doubles[(this.part(index) + WAITED) >> 1] as number;
  }

  setCall(index: number, began: number, waited: number): void {
    const at = this.part(index);
    this.chip.doubles[(at + BEGAN) >> 1] = began;
    this.chip.doubles[(at + WAITED) >> 1] = waited;
  }

  /// Forgets all but the first `count` records of a core; those before the last `capacity` are gone in any case.
  setCount(index: number, count: number): void {
    Atomics.store(this.chip.words, this.part(index) + COUNT, count);
  }

  write(
    index: number,
    what: number,
    peer: number,
    places: number,
    elements: number,
    bytes: number,
    begin: number,
    ready: number,
    end: number,
  ): void {
    const { words, doubles } = this.chip;
    const part = this.part(index);
    const count = words[part + COUNT] as number;
    const at = part + HEADER_WORDS + (count % this.capacity) * RECORD_WORDS;
    words[at] = what | ((peer + 1) << 8);
    words[at + 1] = places;
    words[at + 2] = elements;
    words[at + 3] = bytes;
    doubles[(at + 4) >> 1] = begin;
    doubles[(at + 6) >> 1] = ready;
    doubles[(at + 8) >> 1] = end;
    Atomics.store(words, part + COUNT, count + 1);
  }

  /// The records of a core from the `from`-th on, at most `most`, and how many before them are no longer there. None is checked, but
  /// there are never more than the capacity. With `newest` the last of them, if some are gone in any case.
  read(
    index: number,
    from: number,
    most: number,
    newest = false,
  ): { records: EventRecord[]; dropped: number; next: number } {
    const count = Math.max(0, this.count(index));
    const kept = Math.max(from, count - this.capacity);
    const first = newest && kept > from ? Math.max(kept, count - most) : kept;
    const next = Math.min(count, first + most);
    let records: EventRecord[] = [];
    for (let k = first; k < next; k++) records.push(this.recordAt(index, k));
    // One more than the count says may be under way.
    const safe = Math.max(from, Math.min(next, this.count(index) - this.capacity + 1));
    if (safe > first) records = records.slice(safe - first);
    return { records, dropped: Math.max(first, safe) - from, next };
  }

  private recordAt(index: number, number: number): EventRecord {
    const { words, doubles } = this.chip;
    const at = this.part(index) + HEADER_WORDS + (number % this.capacity) * RECORD_WORDS;
    const head = words[at] as number;
    const places = words[at + 1] as number;
    return {
      what: head & 0xff,
      peer: (head >>> 8) - 1,
      pc: places & 0xffff,
      senderPc: places >>> 16,
      elements: words[at + 2] as number,
      bytes: words[at + 3] as number,
      begin: doubles[(at + 4) >> 1] as number,
      ready: doubles[(at + 6) >> 1] as number,
      end: doubles[(at + 8) >> 1] as number,
    };
  }

  private part(index: number): number {
    return this.start + index * this.partWords;
  }
}

/// Makes a chip whose buffer has `recordedBytes` record what the cores do that are run by an interpreter with these natives.
export function recordingNatives(chip: Chip): readonly (NativeImplementation | undefined)[] {
  const buffer = new EventBuffer(chip);
  // By id. These lines run with every call: nothing in them may cost much.
  const indexOf: number[] = [];
  chip.cores.forEach((core, index) => {
    indexOf[core.id] = index;
  });
  const { words, doubles } = chip;

  chip.onTaken = (receiver, sender, { kind, tag, value, length, pc, sent }, taken) => {
    // Full Python pays for a value when it comes to it, and records it then.
    if (kind === KIND_RESULT) return;
    const index = indexOf[receiver.id] as number;
    const began = buffer.began(index);
    const met = Math.max(began, sent);
    if (kind === KIND_LAUNCH) {
      const task = taskOf(words[elementWord(chip, value, 0)] as number);
      buffer.setCall(index, met, met - began);
      buffer.write(
        index,
        TASK_MESSAGE + task,
        sender,
        swapped(pc),
        length - 1,
        loadOf(chip, tag, value).bytes,
        sent,
        met,
        met,
      );
      return;
    }
    buffer.setCall(index, taken, buffer.waited(index) + met - began);
    const { elements, bytes } = loadOf(chip, tag, value, length);
    const places = (pc << 16) | (words[receiver.registers + PC] as number);
    buffer.write(index, MESSAGE + kind, sender, places, elements, bytes, sent, met, taken);
  };

  const record = (
    core: Core,
    index: number,
    what: number,
    begin: number,
    peer: number,
    ready: number,
    pc = words[core.registers + PC] as number,
  ): void => {
    const end = doubles[(core.registers + CLOCK) >> 1] as number;
    buffer.write(index, what, peer, pc, 0, 0, begin, Math.min(Math.max(begin, ready), end), end);
  };

  /// A core's wait for what full Python wants of it next.
  const launched = (implementation: NativeImplementation, host: Core): NativeImplementation => {
    return (_chip, core, args, count, d) => {
      const entry = doubles[(core.registers + CLOCK) >> 1] as number;
      const index = indexOf[core.id] as number;
      buffer.setCall(index, entry, 0);
      const outcome = implementation(chip, core, args, count, d);
      if (outcome !== NATIVE_DONE) return outcome;
      const task = taskOf(words[elementWord(chip, words[d] as number, 0)] as number);
      // The box is free, and holds until the next launch what it held.
      const places = swapped(words[box(core, host.id) + 3] as number);
      record(core, index, TASK + task, entry, host.id, entry + buffer.waited(index), places);
      return outcome;
    };
  };

  return nativeImplementations.map((implementation, number) => {
    if (implementation !== undefined && number === NEXT_LAUNCH.number && chip.pythonCore !== undefined)
      return launched(implementation, chip.pythonCore);
    if (implementation === undefined || !recordedCalls.has(number)) return implementation;
    const row = nativeByNumber(number);
    const peerArgument = row?.parameters.findIndex(({ name }) => name === "pid" || name === "root") ?? -1;
    return (_chip, core, args, count, d) => {
      const entry = doubles[(core.registers + CLOCK) >> 1] as number;
      // A call that has come some way has noted it before.
      const index = indexOf[core.id] as number;
      if (words[core.registers + PHASE] === 0) buffer.setCall(index, entry, 0);
      // The result may be put where the arguments are.
      const named = peerArgument < 0 ? -1 : (words[args + peerArgument * 2] as number);
      const outcome = implementation(chip, core, args, count, d);
      if (outcome === NATIVE_WAIT) return outcome;
      let ready = entry + buffer.waited(index);
      let peer = named;
      if (number === REDUCE.number) {
        // It notes who came last, and when.
        ready = doubles[(core.registers + ARRIVAL) >> 1] as number;
        const last = words[core.registers + PHASE_A] as number;
        peer = last === core.id ? -1 : last;
      }
      if (number === SYNC.number && outcome === NATIVE_DONE) {
        ready = (doubles[((chip.map.control >> 2) + MONITOR_BARRIER_CLOCK) >> 1] as number) - chip.timing.sync;
      }
      record(core, index, number, entry, peer, ready);
      return outcome;
    };
  });
}

/// The places of a launch, which names its sender's first, as a record has them.
function swapped(places: number): number {
  return (places << 16) | (places >>> 16);
}
