import { BCAST, nativeByNumber, RECV, REDUCE, SEND, SENDRECV, SYNC } from "../bytecode/natives.ts";
import { TUPLE_TAG, UNSET } from "../bytecode/values.ts";
import { Chip, type Core } from "../machine/chip.ts";
import { describeFault } from "../machine/faults.ts";
import { resetHeap } from "../machine/heap.ts";
import {
  AREA_CURSOR,
  CLOCK,
  FAULT_A,
  FAULT_B,
  FAULT_CODE,
  HEAP_CURSOR,
  HOST_CALL,
  MONITOR_STOP,
  PC,
  PHASE,
  STATUS,
  STATUS_ENDED,
  STATUS_FAILED,
  STATUS_WAITING,
  WAIT_RESULT,
} from "../machine/memory-map.ts";
import { NATIVE_DONE, NATIVE_FAULT } from "../machine/natives/native.ts";
import { nativeImplementations } from "../machine/natives/table.ts";
import {
  acknowledge,
  box,
  clockOf,
  isFull,
  KIND_LAUNCH,
  KIND_RESULT,
  kindOf,
  put,
  state,
  stateWord,
  tagOf,
} from "../machine/postbox.ts";
import { setSlot } from "../machine/slots.ts";
import { bytesOf } from "../machine/transfer.ts";
import { canGoOn, goOn, waitFor } from "../machine/waiting.ts";
import { connectBells, sleep } from "./crew-bells.ts";
import { type FaultReport, faultOf } from "./explain.ts";
import { type Packed, pack, Unpacker } from "./guest-values.ts";
import { type RunSetup, readImage } from "./setup.ts";

// Full Python as a core among the others. It has a place in the chip memory as every virtual core has, and sends and
// receives through the same natives over the same postboxes; only what decides what it does next is not byte code.
// Its heap holds what is under way to others. When nothing is, it is empty.

const SPINS = 2_000;
const SLICE_MILLISECONDS = 20;
const ARGUMENTS = 4;

/// The natives of the module parallel that are for the host too, by name.
export const parallelCalls: ReadonlyMap<string, number> = new Map(
  [SEND, RECV, SENDRECV, BCAST, REDUCE, SYNC].map(({ name, number }) => [name, number]),
);

/// Why the guest cannot go on: the user wants it to stop, the run is over for everyone, or it did something wrong.
export class GuestError extends Error {
  readonly kind: "interrupted" | "over" | "fault" | "memory";

  constructor(kind: GuestError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

/// A launch that has been paid for: the kernel's number and arguments, and when each core can have them.
export interface Launch {
  readonly task: Uint8Array;
  readonly arrivals: ReadonlyMap<number, number>;
  /// Where the task lies in the heap, for as long as the heap is in this generation.
  copy?: { readonly packed: Packed; readonly generation: number };
}

export class Guest {
  private readonly chip: Chip;
  private readonly core: Core;
  private readonly bell: number;
  private readonly interrupted: () => boolean;
  /// Word index of the scratch slots: arguments, then the result.
  private readonly slots: number;
  private generation = 0;

  /// Takes part in a run that has been started with this memory and setup, in so many crews. `interrupted` is asked while
  /// the guest waits.
  constructor(memory: SharedArrayBuffer, setup: RunSetup, crews: number, interrupted: () => boolean) {
    this.chip = new Chip(memory, setup.config, setup.active, readImage(setup.image));
    if (this.chip.guest === undefined) throw new Error("this chip has no place for full Python");
    this.core = this.chip.guest;
    this.bell = crews;
    this.interrupted = interrupted;
    this.slots = this.core.areaStack.from >> 2;
    connectBells(this.chip, crews, crews);
    // Nothing in its heap hangs on a frame: it is emptied as a whole.
    this.chip.collectNever = true;
    this.empty();
    this.setLine(0);
  }

  get id(): number {
    return this.core.id;
  }

  /// How many cores the natives count.
  get members(): number {
    return this.chip.members.length;
  }

  /// The virtual clock, in cycles.
  get clock(): number {
    return this.chip.doubles[(this.core.registers + CLOCK) >> 1] as number;
  }

  set clock(cycles: number) {
    this.chip.doubles[(this.core.registers + CLOCK) >> 1] = cycles;
  }

  /// The line of its program that the guest is at, for those who watch.
  setLine(line: number): void {
    this.chip.words[this.core.registers + PC] = line;
  }

  /// Ends the guest's part in the run.
  leave(): void {
    Atomics.store(this.chip.words, this.core.registers + STATUS, STATUS_ENDED);
  }

  // ── Messages ─────────────────────────────────────────────────────────────

  /// Calls a native of the module parallel with packed arguments; the packed result.
  call(native: number, args: readonly Uint8Array[]): Uint8Array {
    const implementation = nativeImplementations[native];
    if (implementation === undefined || args.length > ARGUMENTS)
      throw new Error(`native ${native} is not for the host`);
    const { chip, core } = this;
    const { words } = chip;
    const result = this.slots + ARGUMENTS * 2;
    this.place(args);
    setSlot(chip, result, UNSET, 0);
    words[core.registers + PHASE] = 0;
    words[core.registers + HOST_CALL] = native;
    for (;;) {
      const before = this.clock;
      const outcome = implementation(chip, core, this.slots, args.length, result);
      if (outcome === NATIVE_DONE) return pack(chip, words[result + 1] as number, words[result] as number);
      if (outcome === NATIVE_FAULT) throw new GuestError("fault", this.complaint(native));
      this.clock = before;
      this.wait(() => canGoOn(chip, core));
    }
  }

  private complaint(native: number): string {
    const { words } = this.chip;
    const at = this.core.registers;
    const { message } = describeFault(
      words[at + FAULT_CODE] as number,
      words[at + FAULT_A] as number,
      words[at + FAULT_B] as number,
    );
    return `${nativeByNumber(native)?.name}: ${message}`;
  }

  private place(args: readonly Uint8Array[]): void {
    const packed = this.intoHeap(() => {
      const values = args.map((bytes) => new Unpacker(this.chip, this.core, bytes).next());
      return values.every((value) => value !== undefined) ? values : undefined;
    });
    packed.forEach(({ tag, word }, k) => {
      setSlot(this.chip, this.slots + k * 2, tag, word);
    });
  }

  // Makes something in the heap, after emptying it if that can be done, and waiting for that if it must.
  private intoHeap<T>(make: () => T | undefined): T {
    if (!this.isUnderWay()) this.empty();
    let made = make();
    if (made === undefined) {
      this.chip.words[this.core.registers + HOST_CALL] = -1;
      this.wait(() => !this.isUnderWay());
      this.empty();
      made = make();
    }
    if (made !== undefined) return made;
    throw new GuestError("memory", "the value is larger than the host's part of the chip's memory");
  }

  /// Whether something that the guest has sent has not been taken yet.
  private isUnderWay(): boolean {
    return this.chip.cores.some(
      (other) => other !== this.core && isFull(state(this.chip, box(other, this.core.id))) && !this.hasFailed(other.id),
    );
  }

  private empty(): void {
    const { words } = this.chip;
    resetHeap(this.chip, this.core);
    words[this.core.registers + HEAP_CURSOR] = this.core.heap.from;
    words[this.core.registers + AREA_CURSOR] = this.core.areaHeap.from;
    this.generation++;
  }

  // ── Kernels ──────────────────────────────────────────────────────────────

  /// Pays for copying a task, a packed tuple of a kernel's number and its arguments, to these cores, one after the other.
  issue(cores: readonly number[], task: Uint8Array): Launch {
    const { packed, generation } = this.copyOf(task);
    const cycles = this.chip.timing.copyToDevice(bytesOf(this.chip, packed.tag, packed.word));
    const arrivals = new Map<number, number>();
    for (const core of cores) {
      this.clock += cycles;
      arrivals.set(core, this.clock);
    }
    return { task, arrivals, copy: { packed, generation } };
  }

  /// Hands a launch to a core, which must have given back what it ran before.
  launch(launch: Launch, id: number): void {
    const { chip, core } = this;
    if (launch.copy?.generation !== this.generation) launch.copy = this.copyOf(launch.task);
    const { tag, word } = launch.copy.packed;
    const to = this.peer(id);
    if (tag !== TUPLE_TAG) throw new Error("a task is a tuple");
    put(chip, to, core, KIND_LAUNCH, tag, word, chip.words[(word >> 2) + 1] as number, launch.arrivals.get(id) ?? 0);
  }

  private copyOf(task: Uint8Array): { packed: Packed; generation: number } {
    const packed = this.intoHeap(() => new Unpacker(this.chip, this.core, task).next());
    return { packed, generation: this.generation };
  }

  private peer(id: number): Core {
    const peer = this.chip.core(id);
    if (peer === undefined || peer === this.core) throw new Error(`there is no core ${id}`);
    return peer;
  }

  /// Whether the kernel on a core has ended, so that `take` gives its value.
  hasResult(id: number): boolean {
    const now = state(this.chip, box(this.core, id));
    return isFull(now) && kindOf(now) === KIND_RESULT;
  }

  hasFailed(id: number): boolean {
    return Atomics.load(this.chip.words, this.peer(id).registers + STATUS) === STATUS_FAILED;
  }

  /// What went wrong on a core that has failed.
  fault(id: number): FaultReport {
    return faultOf(this.chip, this.peer(id));
  }

  /// Takes the value that a kernel has given back: packed, with the core's clock at that time, and the cycles that copying
  /// it to the host takes. `collect` has them paid for.
  take(id: number): { value: Uint8Array; clock: number; cycles: number } {
    const { chip, core } = this;
    const at = box(core, id);
    const tag = tagOf(state(chip, at));
    const word = chip.words[at] as number;
    const clock = clockOf(chip, core, id);
    try {
      return { value: pack(chip, tag, word), clock, cycles: chip.timing.copyFromDevice(bytesOf(chip, tag, word)) };
    } finally {
      // The core was not held up: it went on when it had given the value.
      acknowledge(chip, core, id, clock);
    }
  }

  /// Lets the guest's clock be when it has got a value that was taken.
  collect(clock: number, cycles: number): void {
    this.clock = Math.max(this.clock, clock) + cycles;
  }

  /// Waits until the kernel on one of these cores has ended or failed.
  waitForResult(ids: readonly number[]): void {
    const { chip, core } = this;
    const done = (): boolean => ids.some((id) => this.hasResult(id) || this.hasFailed(id));
    if (done()) return;
    chip.words[core.registers + HOST_CALL] = -1;
    // Whoever looks for deadlocks sees one core that it waits for.
    const first = ids[0] as number;
    const at = box(core, first);
    waitFor(chip, core, WAIT_RESULT, first, stateWord(at), state(chip, at));
    this.wait(done);
  }

  // ── Waiting ──────────────────────────────────────────────────────────────

  private wait(done: () => boolean): void {
    const { chip, core } = this;
    const stop = (chip.map.control >> 2) + MONITOR_STOP;
    try {
      for (let k = 0; k < SPINS; k++) if (done()) return;
      for (;;) {
        if (done()) return;
        if (this.interrupted()) throw new GuestError("interrupted", "stopped");
        if (Atomics.load(chip.words, stop) !== 0) throw new GuestError("over", "the cores have been stopped");
        sleep(chip, this.bell, done, SLICE_MILLISECONDS);
      }
    } finally {
      if (chip.words[core.registers + STATUS] === STATUS_WAITING) goOn(chip, core);
    }
  }
}
