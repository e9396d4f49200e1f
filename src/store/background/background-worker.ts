import type { SlicedWork } from "../../base/sliced-work.ts";
import type { Answer } from "./background.ts";
import { doJob, type JobInput, type JobName } from "./jobs.ts";

// A thread for jobs: `ready` when it has been loaded, and then for each job that comes its answer.

interface Asked {
  readonly name: JobName;
  readonly input: JobInput<JobName>;
}

// A browser lets a busy thread go on for two seconds after it was ended, and a thread that rests it ends at once. So a job rests
// after every slice.
const sliceMilliseconds = 10;
const rest = new MessageChannel();

self.onmessage = ({ data: { name, input } }: MessageEvent<Asked>) => {
  const work = answer(name, input);
  const slice = (): void => {
    const end = performance.now() + sliceMilliseconds;
    for (;;) {
      const step = work.next();
      if (step.done) return void send(step.value);
      if (performance.now() < end) continue;
      rest.port2.postMessage(null);
      return;
    }
  };
  rest.port1.onmessage = slice;
  slice();
};
self.postMessage("ready");

/// Sends what came of a job, once a promise of it is kept.
async function send(answer: Answer): Promise<void> {
  try {
    self.postMessage("error" in answer ? answer : { result: await answer.result });
  } catch (error) {
    self.postMessage({ error: wordsOf(error) });
  }
}

function* answer(name: JobName, input: JobInput<JobName>): SlicedWork<Answer> {
  try {
    return { result: yield* doJob(name, input) };
  } catch (error) {
    return { error: wordsOf(error) };
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
