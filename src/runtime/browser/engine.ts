import * as Comlink from "comlink";
import { type CrewService, STUCK } from "../crew-service.ts";
import type { CrewThread } from "../crews-runner.ts";
import { type Surroundings, WarmEngine } from "../engine.ts";
import { Death } from "../thread-died.ts";

const PAGE_BYTES = 64 * 1024;

function startThread(): CrewThread {
  const worker = new Worker(new URL("./crew-worker.ts", import.meta.url), { type: "module", name: "crew" });
  const crew = Comlink.wrap<CrewService>(worker);
  const death = new Death();
  worker.onerror = (event) => death.tell(new Error(event.message || "its script could not be loaded"));
  worker.onmessageerror = () => death.tell(new Error("its answer could not be read"));
  let stuck: () => void = () => {};
  worker.addEventListener("message", ({ data }) => data === STUCK && stuck());
  const onStuck = (callback: () => void): void => {
    stuck = callback;
  };
  const terminate = (): void => {
    worker.terminate();
    death.tell(new Error("it was ended"));
  };
  return { crew, onDeath: death.listen, onStuck, terminate };
}

// A message to oneself comes after input and painting have had their turn, and is not slowed down as timers are.
const channel = new MessageChannel();
const due: (() => void)[] = [];
channel.port1.onmessage = () => due.shift()?.();

/// Runs work soon, after what else is due.
export function later(work: () => void): void {
  due.push(work);
  channel.port2.postMessage(null);
}

const surroundings: Surroundings = {
  now: () => performance.now(),
  later,
  after: (milliseconds, work) => void setTimeout(work, milliseconds),
  memory: (bytes, shared) => {
    const pages = Math.ceil(bytes / PAGE_BYTES);
    return new WebAssembly.Memory(shared ? { initial: pages, maximum: pages, shared } : { initial: pages }).buffer;
  },
  threads: Math.max(1, navigator.hardwareConcurrency),
  startThread,
};

/// An engine for a page. Without workers the cores run in the page's own thread, in slices, each when `later` lets it.
export function createEngine(options: {
  readonly workers: boolean;
  readonly later?: Surroundings["later"] | undefined;
}): WarmEngine {
  return new WarmEngine(options.workers ? "workers" : "cooperative", {
    ...surroundings,
    later: options.later ?? surroundings.later,
  });
}
