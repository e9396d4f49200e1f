import { atOnce } from "../../base/sliced-work.ts";
import type { Answer, BackgroundThread } from "../background/background.ts";
import { doJob, type JobInput, type JobName } from "../background/jobs.ts";

// Threads in the background that do what they are asked when a test says so.

class HandThread implements BackgroundThread {
  /// What it was asked to do, the latest last.
  readonly asked: JobName[] = [];
  ended = false;
  answer: (answer: Answer) => void = () => {};
  fail: (error: Error) => void = () => {};
  /// Does what it was asked to do.
  work: () => void = () => {};

  do(name: JobName, input: unknown): Promise<Answer> {
    this.asked.push(name);
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      this.fail = reject;
      this.work = async () => {
        try {
          // As between threads.
          const result = structuredClone(await atOnce(doJob(name, structuredClone(input) as JobInput<JobName>)));
          resolve({ result });
        } catch (error) {
          resolve({ error: (error as Error).message });
        }
      };
    });
  }

  end(): void {
    this.ended = true;
  }
}

/// `startThread`, and the threads that it has started.
export function handThreads() {
  const threads: HandThread[] = [];
  const startThread = (): BackgroundThread => {
    const thread = new HandThread();
    threads.push(thread);
    return thread;
  };
  return { threads, startThread };
}
