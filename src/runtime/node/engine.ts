import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { type CrewService, STUCK } from "../crew-service.ts";
import type { CrewThread } from "../crews-runner.ts";
import { type Surroundings, WarmEngine } from "../engine.ts";
import type { Executor } from "../protocol/run.ts";
import { Death } from "../thread-died.ts";

/// What an engine has in Node, with at most `threads` threads.
export function surroundingsOf(threads: number): Surroundings {
  const startThread = (): CrewThread => {
    const thread = new Worker(new URL("./crew-worker.ts", import.meta.url));
    thread.unref();
    const crew = Comlink.wrap<CrewService>(nodeEndpoint(thread));
    const death = new Death();
    thread.on("error", death.tell);
    thread.on("exit", () => death.tell(new Error("it was ended")));
    let stuck: () => void = () => {};
    thread.on("message", (data) => data === STUCK && stuck());
    const onStuck = (callback: () => void): void => {
      stuck = callback;
    };
    return { crew, onDeath: death.listen, onStuck, terminate: () => void thread.terminate() };
  };
  return {
    now: () => performance.now(),
    later: (work) => void setImmediate(work),
    after: (milliseconds, work) => void setTimeout(work, milliseconds).unref(),
    memory: (bytes, shared) => (shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)),
    threads,
    startThread,
  };
}

/// An engine in Node, with at most `threads` threads, by default one for each processor.
export function createEngine(executor: Executor, threads = availableParallelism()): WarmEngine {
  return new WarmEngine(executor, surroundingsOf(threads));
}
