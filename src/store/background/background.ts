import type { SlicedWork } from "../../base/sliced-work.ts";
import type { Frames } from "../platform/frames.ts";
import { inSlices } from "../platform/slices.ts";
import type { JobInput, JobName, JobOutput } from "./jobs.ts";

// What may take long is done in threads beside the page's own, so that the page answers meanwhile. A thread does one job at a time and
// is not asked to stop: a job that is cancelled, or takes too long, takes its thread with it. One thread that has nothing to do is
// kept for the next job.

/// What a thread sends back.
export type Answer =
  | { readonly result: unknown }
  /// In words for people.
  | { readonly error: string };

/// A thread that does jobs.
export interface BackgroundThread {
  /// Rejects with BackgroundError if the thread fails; never settles once it was ended.
  do(name: JobName, input: unknown): Promise<Answer>;
  end(): void;
}

/// Why a job failed, other than by an error of its own: it took too long; its thread ended by itself; there is no thread,
/// because its script could not be loaded.
export class BackgroundError extends Error {
  readonly why: "slow" | "ended" | "none";

  constructor(why: "slow" | "ended" | "none", message: string) {
    super(message);
    this.why = why;
  }
}

export interface JobOptions {
  /// What is being done, as errors begin: `Opening pack.zip`.
  readonly what: string;
  readonly mostMilliseconds: number;
  /// Leaves the job; what was promised then rejects with its reason.
  readonly signal?: AbortSignal | undefined;
}

export interface Background {
  /// Whether there are threads; without any all is done in the page's own.
  readonly hasThreads: boolean;
  do<Name extends JobName>(name: Name, input: JobInput<Name>, options: JobOptions): Promise<JobOutput<Name>>;
}

/// Without `startThread`, and where it throws because the page is in a sandbox, everything is done here.
export function createBackground(parts: {
  readonly startThread?: (() => BackgroundThread) | undefined;
  readonly frames: Frames;
}): Background {
  let idle: BackgroundThread | undefined;
  let { startThread } = parts;

  const thread = (): BackgroundThread | undefined => {
    const kept = idle;
    idle = undefined;
    if (kept !== undefined) return kept;
    try {
      return startThread?.();
    } catch {
      startThread = undefined;
      return undefined;
    }
  };

  const there = (thread: BackgroundThread, name: JobName, input: unknown, options: JobOptions): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { signal, mostMilliseconds, what } = options;
      let isSettled = false;
      const settle = (): void => {
        isSettled = true;
        endWait();
        signal?.removeEventListener("abort", leave);
      };
      const give = (error: unknown): void => {
        settle();
        thread.end();
        reject(error);
      };
      const leave = (): void => give(signal?.reason);
      const endWait = parts.frames.after(mostMilliseconds, () => {
        const seconds = Math.round(mostMilliseconds / 1000);
        give(new BackgroundError("slow", `${what} took longer than ${seconds} seconds and was stopped.`));
      });
      signal?.addEventListener("abort", leave);
      thread.do(name, input).then(
        (answer) => {
          if (isSettled) return;
          settle();
          if (idle === undefined) idle = thread;
          else thread.end();
          if ("error" in answer) reject(new Error(answer.error));
          else resolve(answer.result);
        },
        (error) => give(told(error, what)),
      );
    });

  const here = async (name: JobName, input: unknown, { signal }: JobOptions): Promise<unknown> => {
    const { doJob } = await import("./jobs.ts");
    signal?.throwIfAborted();
    const work = settled(doJob(name, input as JobInput<JobName>));
    const done = await new Promise<Settled>((resolve, reject) => {
      const cancel = inSlices(parts.frames, work, resolve);
      signal?.addEventListener("abort", () => {
        cancel();
        reject(signal.reason);
      });
    });
    if ("error" in done) throw done.error;
    return done.result;
  };

  return {
    get hasThreads() {
      return startThread !== undefined;
    },
    async do<Name extends JobName>(name: Name, input: JobInput<Name>, options: JobOptions) {
      options.signal?.throwIfAborted();
      const found = thread();
      if (found === undefined) return (await here(name, input, options)) as JobOutput<Name>;
      try {
        return (await there(found, name, input, options)) as JobOutput<Name>;
      } catch (error) {
        if (!(error instanceof BackgroundError) || error.why !== "none") throw error;
        startThread = undefined;
        return (await here(name, input, options)) as JobOutput<Name>;
      }
    },
  };
}

type Settled = { readonly result: unknown } | { readonly error: unknown };

/// Work with what it throws as its result.
function* settled(work: SlicedWork<unknown>): SlicedWork<Settled> {
  try {
    return { result: yield* work };
  } catch (error) {
    return { error };
  }
}

/// An error of a thread, with what it was to do.
function told(error: unknown, what: string): unknown {
  if (!(error instanceof BackgroundError) || error.why !== "ended") return error;
  return new BackgroundError(
    "ended",
    `${what} failed: the browser ended the thread that did it (${error.message}). It may be short of memory: close other tabs, and try again.`,
  );
}
