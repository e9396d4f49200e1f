import { BCAST, nativeByNumber, PROBE, RECV, REDUCE, SEND, SENDRECV, SYNC } from "../bytecode/natives.ts";
import { TUPLE_TAG, UNSET } from "../bytecode/values.ts";
import { Chip, type Core } from "../machine/chip.ts";
import { done, entered, finish } from "../machine/contribution.ts";
import { findStuck } from "../machine/deadlock.ts";
import { EventBuffer, RESULT, recordingNatives, TASK, TASK_MESSAGE } from "../machine/events.ts";
import { resetHeap } from "../machine/heap.ts";
import { HEARD, hasFailed, isBroken, RAISED } from "../machine/kernels.ts";
import { elementWord } from "../machine/lists.ts";
import {
  AREA_CURSOR,
  CLOCK,
  FAULT_HEARD,
  FAULT_TOLD,
  HEAP_CURSOR,
  HOST_CALL,
  LAUNCH_LINE,
  MONITOR_STOP,
  PC,
  PHASE,
  STATUS,
  STATUS_ENDED,
  STATUS_FAILED,
  STATUS_WAITING,
  WAIT_PEER,
  WAIT_RESULT,
} from "../machine/memory-map.ts";
import { nativeImplementations } from "../machine/natives/implementations.ts";
import { NATIVE_DONE, NATIVE_FAULT, type NativeImplementation } from "../machine/natives/native.ts";
import { TASK_COPY_FROM, taskOf } from "../machine/natives/offload.ts";
import {
  acknowledge,
  box,
  clockOf,
  deliver,
  isFull,
  KIND_LAUNCH,
  KIND_RESULT,
  kindOf,
  state,
  stateWord,
  tagOf,
  takeBack,
} from "../machine/postbox.ts";
import { setSlot } from "../machine/slots.ts";
import { loadOf } from "../machine/transfer.ts";
import { canGoOn, goOn, waitFor } from "../machine/waiting.ts";
import { connectBells, sleep } from "./crew-bells.ts";
import { describedFault, type FaultReport, faultOf } from "./explain.ts";
import { type Packed, pack, Unpacker } from "./python-values.ts";
import { type RunSetup, readImage } from "./setup.ts";
import { slotPlace } from "./slot-places.ts";

// Full Python as a core among the others. It has a place in the chip memory as every virtual core has, and sends and
// receives through the same natives over the same postboxes; only what decides what it does next is not byte code.
// Its heap holds what is under way to others. When nothing is, it is empty.
// One class, since each of its calls is a turn on the same registers.

const SPINS = 2_000;
const SLICE_MILLISECONDS = 20;
const ARGUMENTS = 4;

/// The natives of the module parallel that are for the host too, by name.
export const parallelCalls: ReadonlyMap<string, number> = new Map(
  [SEND, RECV, SENDRECV, PROBE, BCAST, REDUCE, SYNC].map(({ name, number }) => [name, number]),
);

/// Why Python cannot go on: the user wants it to stop, the run is over for everyone, or it did something wrong.
/// Of a `kernel` that has failed, which it has waited for a message of, the message is the id of its core.
export class PythonCallError extends Error {
  readonly kind: "interrupted" | "over" | "fault" | "memory" | "kernel";

  constructor(kind: PythonCallError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

/// A launch that has been paid for: the kernel's number and arguments, and when each core can have them.
export interface Launch {
  readonly task: Uint8Array;
  /// Lines of the host's program: where it was launched, and × 65,536 where the kernel is.
  readonly places: number;
  readonly arrivals: ReadonlyMap<number, number>;
  /// Where the task lies in the heap, for as long as the heap is in this generation.
  copy?: { readonly packed: Packed; readonly generation: number };
}

export class PythonCore {
  private readonly chip: Chip;
  private readonly core: Core;
  private readonly bell: number;
  private readonly interrupted: () => boolean;
  /// Word index of the scratch slots: arguments, then the result.
  private readonly slots: number;
  private readonly natives: readonly (NativeImplementation | undefined)[];
  private readonly records: EventBuffer | undefined;
  private generation = 0;

  /// Takes part in a run that has been started with this memory and setup, in `crews` crews. `interrupted` is asked while
  /// Python waits.
  constructor(memory: SharedArrayBuffer, setup: RunSetup, crews: number, interrupted: () => boolean) {
    this.chip = new Chip(memory, setup.config, setup.active, readImage(setup.image));
    if (this.chip.pythonCore === undefined) throw new Error("this chip has no place for full Python");
    this.core = this.chip.pythonCore;
    this.bell = crews;
    this.interrupted = interrupted;
    this.slots = this.core.areaStack.from >> 2;
    this.records = setup.record ? new EventBuffer(this.chip) : undefined;
    this.natives = setup.record ? recordingNatives(this.chip) : nativeImplementations;
    connectBells(this.chip, crews, crews);
    // Nothing in its heap hangs on a frame: it is emptied as a whole.
    this.chip.collection = "never";
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

  /// The line of its program that Python is at, for those who watch.
  setLine(line: number): void {
    this.chip.words[this.core.registers + PC] = line;
  }

  // As records have it.
  private get line(): number {
    return (this.chip.words[this.core.registers + PC] as number) & 0xffff;
  }

  /// Ends Python's part in the run, well or not.
  leave(failed: boolean): void {
    Atomics.store(this.chip.words, this.core.registers + STATUS, failed ? STATUS_FAILED : STATUS_ENDED);
  }

  // ── Messages ─────────────────────────────────────────────────────────────

  /// Calls a native of the module parallel with packed arguments; the packed result.
  call(native: number, args: readonly Uint8Array[]): Uint8Array {
    const implementation = this.natives[native];
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
      if (outcome === NATIVE_FAULT) throw new PythonCallError("fault", this.complaint(native));
      this.clock = before;
      const peer = chip.core(words[core.registers + WAIT_PEER] as number);
      const failed = (): boolean => chip.caller !== undefined && peer !== undefined && hasFailed(chip, peer, RAISED);
      this.wait(() => canGoOn(chip, core) || failed());
      if (peer !== undefined && !canGoOn(chip, core)) throw this.kernelFailed(peer);
    }
  }

  // What was for the kernel is not for the next.
  private kernelFailed(peer: Core): PythonCallError {
    if (isFull(state(this.chip, box(peer, this.core.id)))) takeBack(this.chip, peer, this.core);
    return new PythonCallError("kernel", String(peer.id));
  }

  private complaint(native: number): string {
    const { chip, core } = this;
    const { message } = describedFault(chip, core);
    // The program may catch the exception and go on: it is done with a collective that did not match.
    const n = done(chip, core);
    if (entered(chip, core) > n) finish(chip, core, n, this.clock);
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
    throw new PythonCallError("memory", "the value is larger than the host's part of the chip's memory");
  }

  /// Whether something that Python has sent has not been taken yet. Nobody takes it any more where a core is over for good.
  private isUnderWay(): boolean {
    return this.chip.cores.some(
      (other) => other !== this.core && isFull(state(this.chip, box(other, this.core.id))) && !this.isOver(other),
    );
  }

  private isOver(core: Core): boolean {
    const failed = Atomics.load(this.chip.words, core.registers + STATUS) === STATUS_FAILED;
    return failed && (this.chip.caller === undefined || isBroken(this.chip, core));
  }

  private empty(): void {
    const { words } = this.chip;
    resetHeap(this.chip, this.core);
    words[this.core.registers + HEAP_CURSOR] = this.core.heap.from;
    words[this.core.registers + AREA_CURSOR] = this.core.areaHeap.from;
    this.generation++;
  }

  // ── Kernels ──────────────────────────────────────────────────────────────

  /// Pays for copying a task, a packed tuple of a kernel's number and its arguments, to these cores, one after the other. `line`
  /// is where the kernel is; 0 if there is none.
  issue(cores: readonly number[], task: Uint8Array, line: number): Launch {
    const { packed, generation } = this.copyOf(task);
    const cycles = this.chip.timing.copyToDevice(loadOf(this.chip, packed.tag, packed.word).bytes);
    const arrivals = new Map<number, number>();
    const begin = this.clock;
    for (const core of cores) {
      this.clock += cycles;
      arrivals.set(core, this.clock);
    }
    const what = TASK + taskOf(this.chip.words[elementWord(this.chip, packed.word, 0)] as number);
    const peer = cores.length === 1 ? (cores[0] as number) : -1;
    this.records?.write(this.index, what, peer, this.line, 0, 0, begin, begin, this.clock);
    return { task, places: this.line | ((line || this.line) << 16), arrivals, copy: { packed, generation } };
  }

  /// Hands a launch to a core, which must have given back what it ran before, or have failed.
  launch(launch: Launch, id: number): void {
    const { chip, core } = this;
    if (Atomics.load(chip.words, this.peer(id).registers + STATUS) === STATUS_FAILED) {
      const told = this.peer(id).registers + FAULT_TOLD;
      // What people are told of a fault is read where it was.
      this.wait(() => Atomics.load(chip.words, told) !== 0);
      if (isBroken(chip, this.peer(id))) {
        Atomics.store(chip.words, this.peer(id).registers + FAULT_HEARD, 0);
        return;
      }
    }
    if (launch.copy?.generation !== this.generation) launch.copy = this.copyOf(launch.task);
    const { tag, word } = launch.copy.packed;
    const to = this.peer(id);
    if (tag !== TUPLE_TAG) throw new Error("a task is a tuple");
    const length = chip.words[(word >> 2) + 1] as number;
    chip.words[to.registers + LAUNCH_LINE] = launch.places & 0xffff;
    deliver(chip, to, core, KIND_LAUNCH, tag, word, length, launch.arrivals.get(id) ?? 0, launch.places);
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

  /// Whether the kernel on a core has failed, until `fault` has been asked.
  hasFailed(id: number): boolean {
    const peer = this.chip.core(id);
    return peer !== undefined && hasFailed(this.chip, peer, HEARD);
  }

  /// Notes that the program has been told of the fault that a core stands at.
  raised(id: number): void {
    Atomics.store(this.chip.words, this.peer(id).registers + FAULT_HEARD, RAISED);
  }

  /// What went wrong on a core that has failed, and its clock then.
  fault(id: number): FaultReport & { readonly clock: number } {
    const peer = this.peer(id);
    Atomics.store(this.chip.words, peer.registers + FAULT_HEARD, HEARD);
    return { ...faultOf(this.chip, peer), clock: this.chip.doubles[(peer.registers + CLOCK) >> 1] as number };
  }

  /// Takes the value that a kernel has given back: packed, with the core's clock at that time and the bytes there are to be copied
  /// to the host. `collect` has them paid for.
  take(id: number): { value: Uint8Array; clock: number; bytes: number } {
    const { chip, core } = this;
    const at = box(core, id);
    const tag = tagOf(state(chip, at));
    const word = chip.words[at] as number;
    const clock = clockOf(chip, core, id);
    try {
      return { value: pack(chip, tag, word), clock, bytes: loadOf(chip, tag, word).bytes };
    } finally {
      // The core was not held up: it went on when it had given the value.
      acknowledge(chip, core, id, clock);
    }
  }

  /// The packed value of a variable of the module on a core that does not run; undefined if it has none. It costs no virtual time: it is
  /// for after a run.
  variable(id: number, name: string): Uint8Array | undefined {
    const { chip } = this;
    const index = chip.image.debug.globals.lastIndexOf(name);
    if (index < 0) return undefined;
    const { tag, word } = slotPlace(chip, this.peer(id).module + index * 2);
    return tag === UNSET ? undefined : pack(chip, tag, chip.words[word] as number);
  }

  /// Lets Python's clock be when it has got a value that was taken from a core: of the task that begins with `number`, of a
  /// kernel at `line`.
  collect(core: number, { clock, bytes }: { clock: number; bytes: number }, number: number, line: number): void {
    const begin = this.clock;
    const ready = Math.max(begin, clock);
    const end = ready + this.chip.timing.copyFromDevice(bytes);
    this.clock = end;
    const task = taskOf(number);
    const what = task === TASK_COPY_FROM ? task : RESULT;
    const places = this.line | ((line || this.line) << 16);
    this.records?.write(this.index, TASK_MESSAGE + what, core, places, 1, bytes, clock, ready, end);
    this.records?.write(this.index, TASK + what, core, this.line, 0, 0, begin, ready, end);
  }

  private get index(): number {
    return this.chip.cores.indexOf(this.core);
  }

  /// Waits until the kernel on one of these cores has ended or failed: all that run one.
  waitForResult(ids: readonly number[]): void {
    const { chip, core } = this;
    const done = (): boolean => ids.some((id) => this.hasResult(id) || this.hasFailed(id));
    // Whoever looks for deadlocks sees one core that it waits for.
    const first = ids[0] as number;
    const at = box(core, first);
    // Before the look: what comes after it is then seen as a change.
    const before = state(chip, at);
    if (done()) return;
    chip.words[core.registers + HOST_CALL] = -1;
    waitFor(chip, core, WAIT_RESULT, first, stateWord(at), before);
    this.wait(done);
  }

  /// The same, but no longer than until the first `wanted` of them are stuck. False then.
  waitUnlessStuck(ids: readonly number[], wanted: number): boolean {
    const first = ids.slice(0, wanted);
    const done = (): boolean => ids.some((id) => this.hasResult(id) || this.hasFailed(id));
    for (;;) {
      let stuck = false;
      this.wait(
        () => done() || stuck,
        () => {
          const found = new Set(findStuck(this.chip, first).map(({ core }) => core.id));
          stuck = first.every((id) => found.has(id));
        },
      );
      if (done()) return true;
      if (stuck) return false;
    }
  }

  /// Waits until these cores have ended, which they have been told to.
  waitForEnd(ids: readonly number[]): void {
    const { words } = this.chip;
    const registers = ids.map((id) => this.peer(id).registers);
    this.wait(() => registers.every((at) => isOver(Atomics.load(words, at + STATUS))));
  }

  // ── Waiting ──────────────────────────────────────────────────────────────

  // `look` is called each time before it sleeps.
  private wait(done: () => boolean, look: () => void = () => {}): void {
    const { chip, core } = this;
    const stop = (chip.map.control >> 2) + MONITOR_STOP;
    try {
      for (let k = 0; k < SPINS; k++) if (done()) return;
      for (;;) {
        look();
        if (done()) return;
        if (this.interrupted()) throw new PythonCallError("interrupted", "stopped");
        if (Atomics.load(chip.words, stop) !== 0) throw new PythonCallError("over", "the cores have been stopped");
        sleep(chip, this.bell, done, SLICE_MILLISECONDS);
      }
    } finally {
      if (chip.words[core.registers + STATUS] === STATUS_WAITING) goOn(chip, core);
    }
  }
}

function isOver(status: number): boolean {
  return status === STATUS_ENDED || status === STATUS_FAILED;
}
