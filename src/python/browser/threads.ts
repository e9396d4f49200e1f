import type { PythonThread } from "../python-run.ts";
import type { Prepared } from "./python-worker.ts";

/// What the threads of full Python need of the page.
export interface ThreadPlace {
  /// Starts a thread, from what an earlier one has prepared if there is that; or says what it has prepared itself.
  start(prepared: Prepared | undefined, onPrepared: (prepared: Prepared) => void): PythonThread;
  /// Runs work when the page has nothing better to do.
  whenIdle(work: () => void): void;
  /// Runs work after some milliseconds. Returns a way to have it not run.
  after(milliseconds: number, work: () => void): () => void;
  /// Whether cores run, or the page is not seen: not the time to start Python.
  isBusy(): boolean;
}

const LOOK_AGAIN_MILLISECONDS = 500;
/// So long a thread stays ready for a run that does not come. It takes about 60 MB.
const UNUSED_MILLISECONDS = 10 * 60_000;

/// The threads of full Python in a page, one for each run. Once Python was wanted, the one for the next run is made ready
/// while nothing runs; it is let go when it is not wanted for long. What the first has compiled and read the later ones begin with.
export class PythonThreads {
  private readonly place: ThreadPlace;
  private prepared: Prepared | undefined;
  private spare: PythonThread | undefined;
  private isPlanned = false;
  private keepNoLonger: () => void = () => {};

  constructor(place: ThreadPlace) {
    this.place = place;
  }

  /// A thread for a run that begins now.
  take(): PythonThread {
    const thread = this.spare ?? this.start();
    this.spare = undefined;
    this.keepNoLonger();
    return thread;
  }

  /// Has a thread made ready for the next run as soon as that is in nobody's way.
  makeReady(): void {
    if (this.isPlanned || this.spare !== undefined) return;
    this.isPlanned = true;
    this.place.whenIdle(() => this.look());
  }

  private look(): void {
    if (this.place.isBusy()) {
      this.place.after(LOOK_AGAIN_MILLISECONDS, () => this.look());
      return;
    }
    this.isPlanned = false;
    if (this.spare !== undefined) return;
    this.spare = this.start();
    this.keepNoLonger = this.place.after(UNUSED_MILLISECONDS, () => this.letGo());
  }

  private letGo(): void {
    this.spare?.terminate();
    this.spare = undefined;
  }

  private start(): PythonThread {
    return this.place.start(this.prepared, (prepared) => {
      this.prepared = prepared;
    });
  }
}
