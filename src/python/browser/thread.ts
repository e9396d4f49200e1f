import type { PythonThread } from "../python-run.ts";
import type { LoadCommand } from "./python-worker.ts";

/// A thread with full Python in it, in a page; `from` is where Python's files are. It begins to load at once.
export function startHostThread(from: string): PythonThread {
  const worker = new Worker(new URL("./python-worker.ts", import.meta.url), { type: "module", name: "python" });
  const load: LoadCommand = { kind: "load", from };
  worker.postMessage(load);
  // What comes before anyone listens is kept for them.
  let early: unknown[] | undefined = [];
  let hear: (data: unknown) => void = (data) => early?.push(data);
  let die: (reason: string) => void = (reason) => early?.push({ kind: "load-failed", message: reason });
  worker.onmessage = ({ data }) => hear(data);
  worker.onerror = (event) => die(event.message || "its script could not be loaded");
  worker.onmessageerror = () => die("its message could not be read");
  return {
    post: (command) => worker.postMessage(command),
    listen(onMessage, onDeath) {
      hear = onMessage;
      die = onDeath;
      const waiting = early ?? [];
      early = undefined;
      for (const data of waiting) onMessage(data);
    },
    terminate: () => worker.terminate(),
  };
}
