import { Chip } from "../machine/chip.ts";
import { EventBuffer, recordedBytes, recordingNatives } from "../machine/events.ts";
import { load } from "../machine/loader.ts";
import { MemoryMap, MOST_CREWS } from "../machine/memory-map.ts";
import { startLater } from "../machine/timing/clock.ts";
import { CooperativeRunner } from "./cooperative-runner.ts";
import { crewCores } from "./crew-cores.ts";
import { type CrewThread, runInCrews } from "./crews-runner.ts";
import { Monitor } from "./monitor.ts";
import type { Engine, Executor, RunSettings } from "./protocol/run.ts";
import type { Runner } from "./runner.ts";
import { Session } from "./session.ts";
import { chipFor, type RunSetup, readImage } from "./setup.ts";

/// What an engine needs of the place it runs in.
export interface Surroundings {
  /// In milliseconds.
  now(): number;
  /// Runs work soon, after what else is due.
  later(work: () => void): void;
  /// Runs work after some milliseconds.
  after(milliseconds: number, work: () => void): void;
  /// Chip memory; shared between threads if `shared`.
  memory(bytes: number, shared: boolean): ArrayBufferLike;
  /// Threads that may run at once.
  readonly threads: number;
  startThread(): CrewThread;
}

// As many as cores of the chip can use.
const MOST_WARM_THREADS = 16;
// Crews stand still within a turn; one that does not by then never will.
const STOP_MILLISECONDS = 2000;

/// An engine that keeps its memory and its threads from run to run.
export class WarmEngine implements Engine {
  readonly executor: Executor;
  private readonly surroundings: Surroundings;
  private readonly threads: CrewThread[] = [];
  private memory: ArrayBufferLike | undefined;
  /// The memory that each thread has been given.
  private readonly shared = new WeakMap<CrewThread, SharedArrayBuffer>();
  private current: Session | undefined;
  private starting: Promise<unknown> = Promise.resolve();
  private disposed = false;

  constructor(executor: Executor, surroundings: Surroundings) {
    this.executor = executor;
    this.surroundings = surroundings;
    if (executor === "workers") this.threadsFor(Math.min(surroundings.threads, MOST_WARM_THREADS));
  }

  start(imageBytes: Uint8Array, settings: RunSettings): Promise<Session> {
    // One after the other: two programs must never share the memory.
    const started = this.starting.then(() => this.begin(imageBytes, settings));
    this.starting = started.catch(() => {});
    return started;
  }

  /// The memory that the next run with such settings will use, for full Python to take part in it.
  reserve(settings: RunSettings): SharedArrayBuffer {
    const memory = this.memoryFor(recordedBytes(new MemoryMap(chipFor(settings).config)));
    if (!(memory instanceof SharedArrayBuffer)) throw new Error("full Python needs memory that threads share");
    return memory;
  }

  private async begin(imageBytes: Uint8Array, settings: RunSettings): Promise<Session> {
    if (this.disposed) throw new Error("this engine has been disposed of");
    const image = readImage(imageBytes);
    const { config, active } = chipFor(settings);
    const { now } = this.surroundings;
    await this.endCurrent();
    const memory = this.memoryFor(recordedBytes(new MemoryMap(config)));
    const chip = new Chip(memory, config, active, image);
    load(chip, settings.seed);
    const { record = false, paused, breakpoints, startsAt = 0 } = settings;
    for (const core of chip.cores) startLater(chip, core, startsAt);
    if (record) new EventBuffer(chip).clear();
    const monitor = new Monitor(chip, now);
    const threads = this.executor === "workers" && settings.inTurns !== true;
    const setup = { image: imageBytes, config, active, record };
    let session: Session;
    const start = (elapsed: number): Runner =>
      threads ? this.startCrews(chip, setup, elapsed, () => session.lookNow()) : this.startHere(chip, monitor, record);
    session = new Session(chip, monitor, start, this.surroundings, { record, paused, breakpoints, threads });
    if (threads) session.stopped.catch(() => this.dropThreads());
    this.current = session;
    return session;
  }

  private startCrews(chip: Chip, setup: RunSetup, elapsed: number, onStuck: () => void): Runner {
    const crewed = crewCores(chip).length;
    const threads = this.threadsFor(Math.min(crewed, this.surroundings.threads, MOST_CREWS - 1));
    const sharing = threads.map((thread, k) => this.shareMemory(thread, k));
    return runInCrews(chip, setup, sharing, elapsed, onStuck);
  }

  private startHere(chip: Chip, monitor: Monitor, record: boolean): Runner {
    const { now, later } = this.surroundings;
    const natives = record ? recordingNatives(chip) : undefined;
    return new CooperativeRunner(chip, monitor, now, later, () => this.current?.notify(), natives);
  }

  private async endCurrent(): Promise<void> {
    const { current } = this;
    if (current === undefined) return;
    current.stop();
    const patience = new Promise<void>((resolve) => this.surroundings.after(STOP_MILLISECONDS, resolve));
    await Promise.race([current.stopped.catch(() => {}), patience.then(() => this.giveUpOn(current))]);
    // What its cores have said is read now: the next program writes over it.
    current.close();
  }

  private giveUpOn(session: Session): void {
    if (!session.isStopped) this.dropThreads();
  }

  private memoryFor(bytes: number): ArrayBufferLike {
    if (this.memory === undefined || this.memory.byteLength < bytes) {
      this.memory = this.surroundings.memory(bytes, this.executor === "workers");
    }
    return this.memory;
  }

  private threadsFor(count: number): CrewThread[] {
    while (this.threads.length < count) this.threads.push(this.surroundings.startThread());
    return this.threads.slice(0, count);
  }

  /// A thread that has the memory. One that has had another is not used again: its code is made for that one.
  private shareMemory(thread: CrewThread, k: number): CrewThread {
    const memory = this.memory as SharedArrayBuffer;
    const had = this.shared.get(thread);
    if (had === memory) return thread;
    if (had !== undefined) {
      thread.terminate();
      this.threads[k] = this.surroundings.startThread();
    }
    const sharing = this.threads[k] as CrewThread;
    this.shared.set(sharing, memory);
    // A thread that has died is noticed when it is to run its crew.
    sharing.crew.share(memory).catch(() => {});
    return sharing;
  }

  // After a thread has died the others may be in any state, and may write to the memory until they have ended.
  private dropThreads(): void {
    for (const thread of this.threads.splice(0)) thread.terminate();
    this.memory = undefined;
  }

  dispose(): void {
    this.disposed = true;
    this.current?.stop();
    this.dropThreads();
  }
}
