import type { CheckThread } from "./checker.ts";

/// A thread of the browser's that checks files.
export function startCheckThread(): CheckThread {
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module", name: "check" });
  return {
    check: (main, files) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message || "its script could not be loaded"));
        worker.postMessage({ main: main.name, files });
      }),
    end: () => worker.terminate(),
  };
}
