import { compile } from "../compiler/compile.ts";
import { startHostThread } from "../host/browser/thread.ts";
import { HostRun, type HostThread, type RunHost } from "../host/host-run.ts";
import { createEngine } from "../runtime/browser/engine.ts";
import type { WarmEngine } from "../runtime/engine.ts";
import { type App, createApp } from "./app.ts";
import { explain } from "./explain.ts";
import { browserFrames } from "./frames.ts";
import { browserKeeper, memoryKeeper } from "./keeper.ts";

/// The app as it runs in a page. With `workers` the page must be cross-origin isolated. One that is not `kept` leaves
/// nothing in the browser.
export function createBrowserApp({ workers, kept }: { readonly workers: boolean; readonly kept: boolean }): App {
  let engine: WarmEngine | undefined;
  return createApp({
    compile,
    explain,
    createEngine(options) {
      engine = createEngine(options);
      return engine;
    },
    workers,
    ...(workers ? { runHost: hostRuns(() => engine ?? createEngine({ workers })) } : {}),
    keeper: kept ? browserKeeper() : memoryKeeper(),
    frames: browserFrames(),
  });
}

/// Runs full Python, each time in a thread of its own: nothing that one program has left behind is there for the next. Once
/// Python was wanted, the thread for the next run is made ready while the learner reads what came out.
function hostRuns(engine: () => WarmEngine): RunHost {
  const start = (): HostThread => startHostThread(new URL("pyodide/", document.baseURI).href);
  let ready: HostThread | undefined;
  return (job, loading) => {
    const thread = ready ?? start();
    ready = undefined;
    const run = new HostRun(job, {
      engine: engine(),
      thread,
      compile: (main, files, resident) => compile(main, { files, resident }),
      now: () => performance.now(),
      after: (milliseconds, work) => void setTimeout(work, milliseconds),
      loading,
    });
    run.ended.then(() => {
      ready ??= start();
    });
    return run;
  };
}
