import { expect } from "@playwright/test";
import { openPage, wallSeconds } from "./lib/page.ts";

export const title = "Hello from 1,024 cores, and a reduction over 4,096, in the built page";
export const needs = ["page", "chromium"];

const RUNS = 5;
const HELLO = 'from parallel import *\nprint "Hello from core", coreid(), "of", numcores()\n';
const REDUCTION = `from parallel import *
total = reduce(coreid(), "sum")
if coreid() == 0 or coreid() == numcores() - 1:
    print total
`;

export async function bench(context: { say: (text: string) => void; root: string; chromium: string | undefined }) {
  const open = await openPage(context.root, context.chromium);
  const { page, lab } = open;
  const times = async (end: RegExp, runs: number): Promise<{ wall: number[]; click: number[] }> => {
    const wall: number[] = [];
    const click: number[] = [];
    for (let k = 0; k < runs; k++) {
      const start = Date.now();
      await lab.runButton.click();
      await expect(lab.output.end).toHaveText(end, { timeout: 120_000 });
      click.push((Date.now() - start) / 1000);
      wall.push(await wallSeconds(lab));
      await expect(lab.runButton).toBeEnabled();
    }
    return { wall, click };
  };
  try {
    context.say("1,024 cores print");
    await lab.editor.write(HELLO);
    await lab.chooseChip("Epiphany-V");
    const hello = await times(/^1,?024 cores ended/, RUNS);
    // A line of each core, and the end.
    await expect(lab.output.count).toHaveText("Output 1,025");
    context.say("4,096 cores reduce");
    await lab.editor.write(REDUCTION);
    await lab.chooseChip("Epiphany-4096");
    const reduction = await times(/^4,?096 cores ended/, RUNS);
    await expect(lab.output.line("device 4095", "8386560")).toBeVisible();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    return {
      "hello on 1,024, first run (s)": hello.wall[0] as number,
      "hello on 1,024, slowest run (s)": Math.max(...hello.wall),
      "hello on 1,024, slowest, click to end (s)": Math.max(...hello.click),
      "reduction on 4,096, slowest run (s)": Math.max(...reduction.wall),
      "reduction on 4,096, slowest, click to end (s)": Math.max(...reduction.click),
      "the page's heap at the end (MB)": usedSize / 1e6,
    };
  } finally {
    await open.close();
  }
}
