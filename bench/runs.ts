import { expect } from "@playwright/test";
import { openPage } from "./lib/page.ts";

export const title = "A thousand runs in a row in the built page: time, memory and workers";
export const needs = ["page", "chromium"];

const RUNS = 1000;

export async function bench(context: { say: (text: string) => void; root: string; chromium: string | undefined }) {
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
    for (let k = 0; k < count; k++) {
      await lab.runButton.click();
      await expect(lab.output.end).toHaveText(/^16 cores ended/);
      await expect(lab.runButton).toBeEnabled();
    }
  };
  try {
    await runs(100);
    const heapBefore = await heap();
    const crewsBefore = crews();
    const start = Date.now();
    for (let k = 0; k < RUNS; k += 100) {
      context.say(`${k} of ${RUNS} runs`);
      await runs(100);
    }
    return {
      "a run, click to click (ms)": (Date.now() - start) / RUNS,
      "heap after 100 runs (MB)": heapBefore,
      [`heap after ${RUNS + 100} (MB)`]: await heap(),
      "workers after 100 runs": crewsBefore,
      [`workers after ${RUNS + 100}`]: crews(),
    };
  } finally {
    await open.close();
  }
}
