import { compile } from "../compiler/compile.ts";
import { createEngine } from "../runtime/browser/engine.ts";
import { type App, createApp } from "./app.ts";
import { explain } from "./explain.ts";
import { browserFrames } from "./frames.ts";
import { browserKeeper } from "./keeper.ts";

/// The app as it runs in a page. With `workers` the page must be cross-origin isolated.
export function createBrowserApp(workers: boolean): App {
  return createApp({
    compile,
    explain,
    createEngine,
    workers,
    keeper: browserKeeper(),
    frames: browserFrames(),
  });
}
