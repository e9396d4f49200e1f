import type { Context } from "./lib/context.ts";
import { openPage, runToEnd } from "./lib/page.ts";

export const title = "A thousand runs in a row in the built page: time, memory and workers";
export const needs = ["page", "chromium"];

export async function bench(context: Context) {
  const [all, part] = context.short ? [20, 10] : [1000, 100];
  const open = await openPage(context.root, context.chromium);
  const { page, lab } = open;
  const devtools = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    return usedSize / 1e6;
  };
  const crews = (): number => page.workers().filter((worker) => worker.url().includes("crew-worker")).length;
  const runs = async (count: number): Promise<void> => {
    for (let k = 0; k < count; k++) await runToEnd(lab);
  };
  try {
    await runs(part);
    const heapBefore = await heap();
    const crewsBefore = crews();
    const start = Date.now();
    for (let k = 0; k < all; k += part) {
      context.say(`${k} of ${all} runs`);
      await runs(part);
    }
    return {
      "a run, click to click (ms)": (Date.now() - start) / all,
      [`heap after ${part} runs (MB)`]: heapBefore,
      [`heap after ${all + part} (MB)`]: await heap(),
      [`workers after ${part} runs`]: crewsBefore,
      [`workers after ${all + part}`]: crews(),
    };
  } finally {
    await open.close();
  }
}
