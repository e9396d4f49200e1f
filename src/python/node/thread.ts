import { Worker } from "node:worker_threads";
import type { PythonThread } from "../python-run.ts";

/// A thread with full Python in it, in Node.
export function startHostThread(): PythonThread {
  const worker = new Worker(new URL("./python-worker.ts", import.meta.url));
  return {
    post: (command) => worker.postMessage(command),
    listen: (onMessage, onDeath) => {
      worker.on("message", onMessage);
      worker.on("error", (error) => onDeath(error.message));
      worker.on("exit", () => onDeath("it was ended"));
    },
    terminate: () => void worker.terminate(),
  };
}
