import { readFileSync } from "node:fs";
import type { CDPSession, Page } from "@playwright/test";

/// The JavaScript heap of the page's own thread after a collection, in MB.
export async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return Math.round(usedSize / 1e5) / 10;
}

/// The memory of the process that holds the page and its workers, in MB; 0 where there is no /proc.
export async function resident(page: Page): Promise<number> {
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const { processInfo } = (await browser?.send("SystemInfo.getProcessInfo")) ?? { processInfo: [] };
  await browser?.detach();
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentOf(id));
  return Math.round(Math.max(0, ...sizes) * 10) / 10;
}

function residentOf(process: number): number {
  try {
    const status = readFileSync(`/proc/${process}/status`, "utf8");
    return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1e3;
  } catch {
    return 0;
  }
}

/// The slope of the straight line through these values, one step apart each.
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const over = values.reduce((sum, value, k) => sum + (k - middle) * (value - mean), 0);
  return over / values.reduce((sum, _, k) => sum + (k - middle) ** 2, 0);
}
