import { compile } from "../compiler/compile.ts";
import { startHostThread } from "../python/node/thread.ts";
import { PythonRun, type RunPython } from "../python/python-run.ts";
import type { WarmEngine } from "../runtime/engine.ts";

/// Runs full Python, each time in a thread of its own, with the cores of an engine whose threads share memory.
export function pythonRuns(engine: WarmEngine): (...given: Parameters<RunPython>) => PythonRun {
  return (job, loading) =>
    new PythonRun(job, {
      engine,
      thread: startHostThread(),
      compile: (main, files, resident) => compile(main, { files, resident }),
      now: () => performance.now(),
      after: (milliseconds, work) => void setTimeout(work, milliseconds).unref(),
      loading,
    });
}
