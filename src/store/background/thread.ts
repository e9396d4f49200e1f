import { BackgroundError, type BackgroundThread } from "./background.ts";

/// A thread of the browser's for jobs in the background.
export function startBackgroundThread(): BackgroundThread {
  const worker = new Worker(new URL("./background-worker.ts", import.meta.url), { type: "module", name: "background" });
  let hasBegun = false;
  return {
    do: (name, input) =>
      new Promise((resolve, reject) => {
        const fail = (reason: string): void => {
          if (!hasBegun) reject(new BackgroundError("none", "The thread's script could not be loaded."));
          else reject(new BackgroundError("ended", reason));
        };
        worker.onmessage = ({ data }) => {
          if (data === "ready") hasBegun = true;
          else resolve(data);
        };
        worker.onerror = (event) => fail(event.message || "the browser does not say why");
        worker.onmessageerror = () => fail("what it has sent cannot be read");
        worker.postMessage({ name, input });
      }),
    end: () => worker.terminate(),
  };
}
