import type { Answer } from "./background.ts";
import { doJob, type JobInput, type JobName } from "./jobs.ts";

// A thread for jobs: `ready` when it has been loaded, and then for each job that comes its answer.

interface Asked {
  readonly name: JobName;
  readonly input: JobInput<JobName>;
}

self.onmessage = ({ data: { name, input } }: MessageEvent<Asked>) => self.postMessage(answer(name, input));
self.postMessage("ready");

function answer(name: JobName, input: JobInput<JobName>): Answer {
  try {
    return { result: doJob(name, input) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
