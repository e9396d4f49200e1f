import { parentPort } from "node:worker_threads";
import { loadPyodide } from "pyodide";
import { freezeLanguage } from "../freeze.ts";
import { preparePython } from "../service.ts";
import type { ThreadCommand } from "../thread-protocol.ts";

if (parentPort === null) throw new Error("python-worker runs in a worker thread");
const port = parentPort;
// Python's own words on what it could not go on after: the program's result tells it better.
console.error = () => {};
// On the command line a program may do what the user may do, as it may under any Python. The language is as in a page.
const ready = preparePython({
  post: (message) => port.postMessage(message),
  load: () => loadPyodide({ checkAPIVersion: true }),
  lock: () => freezeLanguage(),
  later: (work) => void setTimeout(work),
});
ready.then(
  () => port.postMessage({ kind: "loaded" }),
  (error: unknown) => port.postMessage({ kind: "load-failed", message: String(error) }),
);
port.on("message", (command: ThreadCommand) => void ready.then((obey) => obey(command)));
