import { compile } from "../compiler/compile.ts";
import { createEngine } from "../runtime/browser/engine.ts";
import { type App, createApp } from "./app.ts";
import { explain } from "./explain.ts";
import { browserFrames } from "./frames.ts";
import { browserKeeper, memoryKeeper } from "./keeper.ts";

/// The app as it runs in a page. With `workers` the page must be cross-origin isolated. One that is not `kept` leaves
/// nothing in the browser.
export function createBrowserApp({ workers, kept }: { readonly workers: boolean; readonly kept: boolean }): App {
  return createApp({
    compile,
    explain,
    createEngine,
    workers,
    keeper: kept ? browserKeeper() : memoryKeeper(),
    frames: browserFrames(),
  });
}
