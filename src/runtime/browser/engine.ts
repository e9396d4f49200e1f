import * as Comlink from "comlink";
import type { CrewService } from "../crew-service.ts";
import { type CrewThread, type Surroundings, WarmEngine } from "../engine.ts";
import type { Engine } from "../protocol.ts";

const PAGE_BYTES = 64 * 1024;

function startThread(): CrewThread {
  const worker = new Worker(new URL("./crew-worker.ts", import.meta.url), { type: "module", name: "crew" });
  const crew = Comlink.wrap<CrewService>(worker);
  return { crew, terminate: () => worker.terminate() };
}

// A message to oneself comes after input and painting have had their turn, and is not slowed down as timers are.
const channel = new MessageChannel();
const due: (() => void)[] = [];
channel.port1.onmessage = () => due.shift()?.();

const surroundings: Surroundings = {
  now: () => performance.now(),
  later: (work) => {
    due.push(work);
    channel.port2.postMessage(null);
  },
  memory: (bytes, shared) => {
    const pages = Math.ceil(bytes / PAGE_BYTES);
    return new WebAssembly.Memory(shared ? { initial: pages, maximum: pages, shared } : { initial: pages }).buffer;
  },
  threads: Math.max(1, navigator.hardwareConcurrency),
  startThread,
};

/// An engine for a page. Without workers the cores run in the page's own thread, in slices.
export function createEngine(options: { readonly workers: boolean }): Engine {
  return new WarmEngine(options.workers ? "workers" : "cooperative", surroundings);
}

/// Whether cores can run in workers here: that takes memory shared between threads.
export function canUseWorkers(): boolean {
  return globalThis.crossOriginIsolated && typeof SharedArrayBuffer === "function";
}

/// Whether a worker of this page is cross-origin isolated, as the page is or is not.
export async function isWorkerIsolated(): Promise<boolean> {
  const thread = startThread();
  try {
    return await thread.crew.isolated();
  } finally {
    thread.terminate();
  }
}
