import { Chip } from "../machine/chip.ts";
import { load } from "../machine/loader.ts";
import { LOCAL_BYTES, MemoryMap } from "../machine/memory-map.ts";
import { CooperativeRunner } from "./cooperative-runner.ts";
import { type RemoteCrew, runInCrews } from "./crews-runner.ts";
import { Monitor } from "./monitor.ts";
import type { Engine, Executor, RunSettings } from "./protocol.ts";
import { Session } from "./session.ts";
import { chipFor, readImage } from "./setup.ts";

/// A thread for a crew, and how to end it.
export interface CrewThread {
  readonly crew: RemoteCrew;
  terminate(): void;
}

/// What an engine needs of the place it runs in.
export interface Surroundings {
  /// In milliseconds.
  now(): number;
  /// Runs work soon, after what else is due.
  later(work: () => void): void;
  /// Chip memory of so many bytes; shared if `shared`.
  memory(bytes: number, shared: boolean): ArrayBufferLike;
  /// Threads that may run at once; none where there can be no shared memory.
  readonly threads: number;
  startThread(): CrewThread;
}

/// An engine that keeps its memory and its threads from run to run.
export class WarmEngine implements Engine {
  readonly executor: Executor;
  private readonly surroundings: Surroundings;
  private readonly threads: CrewThread[] = [];
  private memory: ArrayBufferLike | undefined;
  private current: Session | undefined;

  constructor(executor: Executor, surroundings: Surroundings) {
    this.executor = executor;
    this.surroundings = surroundings;
    if (executor === "workers") this.threadsFor(Math.max(1, surroundings.threads));
  }

  async start(imageBytes: Uint8Array, settings: RunSettings): Promise<Session> {
    const image = readImage(imageBytes);
    const { config, active } = chipFor(settings);
    const { now } = this.surroundings;
    if (this.current !== undefined) {
      this.current.stop();
      await this.current.stopped.catch(() => {});
    }
    const chip = new Chip(this.memoryFor(new MemoryMap(config).bytes), config, active, image);
    load(chip, settings.seed);
    const monitor = new Monitor(chip, now);
    let session: Session;
    if (this.executor === "cooperative") {
      const runner = new CooperativeRunner(chip, monitor, now, this.surroundings.later, () => session.notify());
      session = new Session(chip, monitor, runner, now);
    } else {
      const crews = this.threadsFor(Math.min(active.length, this.surroundings.threads)).map((thread) => thread.crew);
      const setup = { image: imageBytes, config, active };
      session = new Session(chip, monitor, runInCrews(chip, this.memory as SharedArrayBuffer, setup, crews), now);
      session.stopped.catch(() => this.dropThreads());
    }
    this.current = session;
    return session;
  }

  private memoryFor(bytes: number): ArrayBufferLike {
    if (this.memory === undefined || this.memory.byteLength < bytes) {
      this.memory = this.surroundings.memory(bytes + LOCAL_BYTES, this.executor === "workers");
    }
    return this.memory;
  }

  private threadsFor(count: number): CrewThread[] {
    while (this.threads.length < count) this.threads.push(this.surroundings.startThread());
    return this.threads.slice(0, count);
  }

  // After a thread has died the others may be in any state: new ones take their place.
  private dropThreads(): void {
    for (const thread of this.threads.splice(0)) thread.terminate();
  }

  dispose(): void {
    this.current?.stop();
    this.dropThreads();
  }
}
