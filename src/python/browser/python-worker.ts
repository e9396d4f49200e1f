import type { PyodideAPI } from "pyodide";
import { preparePython } from "../service.ts";
import type { RunCommand, ThreadMessage } from "../thread-protocol.ts";
import { lockThread } from "./lock.ts";

/// To the thread, first of all: where Python's files are.
export interface LoadCommand {
  readonly kind: "load";
  readonly from: string;
}

type Loader = (options: { indexURL: string }) => Promise<PyodideAPI>;

// About what Python's files come to; it is only for showing how far they have come.
const BYTES = 13_400_000;

// What is taken hold of here stays when the thread is locked.
const send = self.postMessage.bind(self);
const post = (message: ThreadMessage): void => send(message);
let run: ((command: RunCommand) => void) | undefined;

self.addEventListener("message", ({ data }: MessageEvent<LoadCommand | RunCommand>) => {
  if (data.kind === "run") return run?.(data);
  preparePython({ post, load: (progress) => load(data.from, progress), lock: lockThread }).then(
    (ready) => {
      run = ready;
      post({ kind: "loaded" });
    },
    (error: unknown) => post({ kind: "load-failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

async function load(from: string, progress: (part: number) => void): Promise<PyodideAPI> {
  progress(0);
  countBytes(progress);
  const { loadPyodide } = (await import(/* @vite-ignore */ `${from}pyodide.mjs`)) as { loadPyodide: Loader };
  return loadPyodide({ indexURL: from });
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
