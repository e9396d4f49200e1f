import { compile } from "../../compiler/compile.ts";
import { startHostThread } from "../../python/browser/thread.ts";
import { PythonThreads } from "../../python/browser/threads.ts";
import { PythonConsole } from "../../python/python-console.ts";
import { PythonRun, type PythonSurroundings, type RunPython } from "../../python/python-run.ts";
import { createEngine, later } from "../../runtime/browser/engine.ts";
import type { WarmEngine } from "../../runtime/engine.ts";
import { type App, createApp } from "../app.ts";
import { type Background, createBackground } from "../background/background.ts";
import { startBackgroundThread } from "../background/thread.ts";
import { explain } from "../explain.ts";
import { isLong, MOST_TO_RUN } from "../run/checker.ts";
import { createTurns, type Turns } from "../run/embed-turns.ts";
import { openPageStorage } from "../storage/open-storage.ts";
import { memoryStorage, type PageStorage } from "../storage/storage.ts";
import { browserFrames } from "./frames.ts";

/// Where a page keeps things: an embed leaves nothing in the browser, and a page that was started in safe mode does not
/// touch what is there. Never rejects.
export function openBrowserStorage(how: "page" | "embed" | "safe"): Promise<PageStorage> {
  if (how === "page") return openPageStorage(browserFrames());
  return Promise.resolve(memoryStorage(how === "safe" ? "safe" : undefined));
}

interface BrowserParts {
  /// Whether threads may share memory: the page must be cross-origin isolated.
  readonly workers: boolean;
  readonly pageStorage: PageStorage;
  /// For an embed: its cores run in the page's own thread, when it is their turn.
  readonly turns?: Turns | undefined;
}

/// The app as it runs in a page.
export function createBrowserApp({ workers, pageStorage, turns }: BrowserParts): App {
  let engine: WarmEngine | undefined;
  const frames = browserFrames();
  const background = createBackground({ startThread: startBackgroundThread, frames });
  const isRunning = () =>
    app.run.getState().status !== "idle" ||
    app.console.store.getState().phase === "busy" ||
    app.lessons.store.getState().checking !== null;
  const app: App = createApp({
    compile,
    background,
    explain,
    createEngine(options) {
      const made = createEngine({ ...options, later: turns?.take });
      if (options.workers) engine = made;
      return made;
    },
    workers: workers && turns === undefined,
    ...(workers ? { runPython: pythonRuns(() => (engine ??= createEngine({ workers })), background, isRunning) } : {}),
    pageStorage,
    frames,
  });
  return app;
}

/// Turns that this page shares with all others of its origin, where the browser has locks.
export function browserTurns(): Turns {
  const locks = "locks" in navigator ? navigator.locks : undefined;
  return createTurns({
    exclusive: locks && (async (hold) => locks.request("epython-lab.turn", hold)),
    soon: later,
    frames: browserFrames(),
  });
}

/// Runs full Python, each time in a thread of its own: nothing that one program has left behind is there for the next.
function pythonRuns(engine: () => WarmEngine, background: Background, isRunning: () => boolean): RunPython {
  const from = new URL("pyodide/", document.baseURI).href;
  const threads = new PythonThreads({
    start: (prepared, onPrepared) => startHostThread(from, prepared, onPrepared),
    whenIdle,
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    isBusy: () => isRunning() || document.hidden,
  });
  return (job, loading, keeps = false) => {
    const over = new AbortController();
    const place: PythonSurroundings = {
      engine: engine(),
      thread: threads.take(),
      compile(main, files, resident) {
        if (!isLong([main, ...files])) return compile(main, { files, resident });
        const options = { what: "Compiling the kernels", mostMilliseconds: MOST_TO_RUN, signal: over.signal };
        return background.do("compile", { main, files, resident }, options);
      },
      now: () => performance.now(),
      after: (milliseconds, work) => void setTimeout(work, milliseconds),
      loading,
      ...(keeps ? { keep: (first: PythonRun) => new PythonConsole(first, place) } : {}),
    };
    const run = new PythonRun(job, place);
    run.ended.then(() => {
      if (run.console === undefined) over.abort();
      else run.console.ended.then(() => over.abort());
      threads.makeReady();
    });
    return run;
  };
}

/// Not every browser says when it is idle.
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(() => work(), { timeout: 1_000 });
  else setTimeout(work, 200);
}
