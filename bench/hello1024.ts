import { expect } from "../e2e/pages/expect.ts";
import type { Lab } from "../e2e/pages/lab.ts";
import type { Context } from "./lib/context.ts";
import { openPage, runToEnd } from "./lib/page.ts";

export const title = "Hello from 1,024 cores, and a reduction over 4,096, in the built page";
export const needs = ["page", "chromium"];

const HELLO = 'from parallel import *\nprint "Hello from core", coreid(), "of", numcores()\n';
const REDUCTION = `from parallel import *
total = reduce(coreid(), "sum")
if coreid() == 0 or coreid() == numcores() - 1:
    print total
`;

export async function bench(context: Context) {
  const runs = context.short ? 1 : 5;
  const open = await openPage(context.root, context.chromium);
  const { page, lab } = open;
  const times = async (): Promise<{ wall: number[]; click: number[] }> => {
    const wall: number[] = [];
    const click: number[] = [];
    for (let k = 0; k < runs; k++) {
      const start = Date.now();
      wall.push(await runToEnd(lab));
      click.push((Date.now() - start) / 1000);
    }
    return { wall, click };
  };
  try {
    context.say("1,024 cores print");
    await lab.editor.write(HELLO);
    await lab.chooseChip("Epiphany-V");
    const hello = await times();
    await check(lab, "core 1023", "Hello from core 1023 of 1024");
    context.say("4,096 cores reduce");
    await lab.editor.write(REDUCTION);
    await lab.chooseChip("Epiphany-4096");
    const reduction = await times();
    await check(lab, "core 4095", "8386560");
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

/// Checks that a core has printed a line. Only some of the lines are on the page, so it searches for it.
async function check({ output }: Lab, core: string, line: string): Promise<void> {
  await output.search.fill(line);
  await expect(output.line(core, line)).toBeVisible();
  await output.search.fill("");
}
