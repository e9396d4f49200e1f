import type { PythonThread } from "../python-run.ts";
import type { LoadCommand, Prepared, PreparedMessage } from "./python-worker.ts";

/// A thread with full Python in it, in a page; `from` is where Python's files are. It begins to load at once, from what an
/// earlier thread has `prepared`; without that, it says what it leaves for later ones.
export function startHostThread(
  from: string,
  prepared: Prepared | undefined,
  onPrepared: (prepared: Prepared) => void,
): PythonThread {
  const worker = new Worker(new URL("./python-worker.ts", import.meta.url), { type: "module", name: "python" });
  const load: LoadCommand = { kind: "load", from, prepared };
  worker.postMessage(load);
  // What comes before anyone listens is kept for them.
  let early: unknown[] | undefined = [];
  let hear: (data: unknown) => void = (data) => early?.push(data);
  let die: (reason: string) => void = (reason) => early?.push({ kind: "load-failed", message: reason });
  // Once it has a program, nothing that it says may reach another thread.
  let isTrusted = true;
  worker.onmessage = ({ data }) => {
    if (isTrusted && (data as PreparedMessage).kind === "prepared") onPrepared((data as PreparedMessage).prepared);
    else hear(data);
  };
  worker.onerror = (event) => die(event.message || "its script could not be loaded");
  worker.onmessageerror = () => {
    // Before a program, it can only be compiled code, which Firefox does not hand to a page that may not run it.
    if (!isTrusted) die("its message could not be read");
  };
  return {
    post(command) {
      isTrusted = false;
      worker.postMessage(command);
    },
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
