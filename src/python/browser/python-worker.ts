import type { PyodideAPI } from "pyodide";
import { preparePython } from "../service.ts";
import type { ThreadCommand, ThreadMessage } from "../thread-protocol.ts";
import { lockThread } from "./lock.ts";

/// What a thread that has loaded Python leaves for those after it: its compiled code, and its memory from before any program.
export interface Prepared {
  readonly snapshot: Blob;
  /// Missing where the browser lets no compiled code pass through a page that may run none, as Firefox does.
  readonly module?: WebAssembly.Module;
}

/// To the thread, first of all: where Python's files are, and what an earlier one has left.
export interface LoadCommand {
  readonly kind: "load";
  readonly from: string;
  readonly prepared?: Prepared | undefined;
}

/// From a thread that began without, before any program runs in it.
export interface PreparedMessage {
  readonly kind: "prepared";
  readonly prepared: Prepared;
}

interface LoadOptions {
  readonly indexURL: string;
  readonly _makeSnapshot?: boolean;
  readonly _loadSnapshot?: Uint8Array;
}

// About what Python's files come to; it is only for showing how far they have come.
const BYTES = 13_400_000;

// What is taken hold of here stays when the thread is locked.
const send = self.postMessage.bind(self);
const post = (message: ThreadMessage | PreparedMessage): void => send(message);
const later = self.setTimeout.bind(self);
let obey: ((command: ThreadCommand) => void) | undefined;
let module: WebAssembly.Module | undefined;

self.addEventListener("message", ({ data }: MessageEvent<LoadCommand | ThreadCommand>) => {
  if (data.kind !== "load") return obey?.(data);
  const { from, prepared } = data;
  preparePython({
    post,
    load: (progress) => load(from, prepared, progress),
    ready: (python) => {
      if (prepared === undefined) leaveForOthers(python);
    },
    lock: lockThread,
    later: (work) => void later(work),
  }).then(
    (ready) => {
      obey = ready;
      post({ kind: "loaded" });
    },
    (error: unknown) => post({ kind: "load-failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

async function load(
  from: string,
  prepared: Prepared | undefined,
  progress: (part: number) => void,
): Promise<PyodideAPI> {
  progress(0);
  const { loadPyodide } = (await import(/* @vite-ignore */ `${from}pyodide.mjs`)) as {
    loadPyodide: (options: LoadOptions) => Promise<PyodideAPI>;
  };
  const { instantiateStreaming } = WebAssembly;
  const { fetch } = self;
  try {
    if (prepared !== undefined) {
      if (prepared.module !== undefined) useModule(prepared.module);
      const snapshot = new Uint8Array(await prepared.snapshot.arrayBuffer());
      return await loadPyodide({ indexURL: from, _loadSnapshot: snapshot });
    }
    countBytes(progress);
    keepModule();
    return await loadPyodide({ indexURL: from, _makeSnapshot: true });
  } finally {
    WebAssembly.instantiateStreaming = instantiateStreaming;
    self.fetch = fetch;
  }
}

/// Where Python's memory or code cannot be kept, the next thread begins as this one did.
function leaveForOthers(python: PyodideAPI): void {
  if (module === undefined) return;
  try {
    const snapshot = new Blob([python.makeMemorySnapshot() as Uint8Array<ArrayBuffer>]);
    // The second cannot be read in every browser.
    post({ kind: "prepared", prepared: { snapshot } });
    post({ kind: "prepared", prepared: { snapshot, module } });
  } catch (error) {
    console.warn("Python's memory cannot be kept for the next run.", error);
  }
}

/// Starts Python with code that has been compiled before, in the place of its file.
function useModule(compiled: WebAssembly.Module): void {
  const { fetch } = self;
  self.fetch = async (...request) => (String(request[0]).endsWith(".wasm") ? new Response() : fetch(...request));
  WebAssembly.instantiateStreaming = async (_response, imports) => ({
    instance: await WebAssembly.instantiate(compiled, imports),
    module: compiled,
  });
}

/// Takes hold of Python's code when it has been compiled.
function keepModule(): void {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming(...given);
    module = made.module;
    return made;
  };
}

/// Tells how much of Python's files has come.
function countBytes(progress: (part: number) => void): void {
  const { fetch } = self;
  let bytes = 0;
  self.fetch = async (...request) => {
    const response = await fetch(...request);
    if (response.body === null || !response.ok) return response;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length;
        progress(Math.min(0.9, (bytes / BYTES) * 0.9));
        controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counter), { status, statusText, headers });
  };
}
