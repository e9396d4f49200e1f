import { expect } from "@playwright/test";
import { stopRun } from "./lib/clicks.ts";
import type { Context } from "./lib/context.ts";
import { median } from "./lib/cpython.ts";
import { openPage } from "./lib/page.ts";

export const title = "Stop, and clicks while 16 cores print, in the built page";
export const needs = ["page", "chromium"];

const PROGRAMS = {
  "an endless loop": "while True:\n    pass\n",
  "an endless print": 'while True:\n    print "x"\n',
  "a core that waits for ever": "from parallel import *\nif coreid() == 0:\n    x = recv(1)\nwhile True:\n    pass\n",
};

export async function bench(context: Context) {
  const times = context.short ? 1 : 5;
  const open = await openPage(context.root, context.chromium);
  const results: Record<string, number> = {};
  try {
    for (const [what, program] of Object.entries(PROGRAMS)) {
      const stops: number[] = [];
      const clicks: number[] = [];
      await open.lab.editor.write(program);
      for (let k = 0; k < times; k++) {
        context.say(`${what}, ${k + 1} of ${times}`);
        await open.lab.runButton.click();
        await expect(open.lab.chip.core(3)).toHaveAccessibleName(/is (running|waiting to print)/);
        clicks.push(await open.page.evaluate(clickToPaint, '[role="tab"][aria-selected="false"]'));
        stops.push(await stopRun(open.page));
      }
      results[`Stop, ${what}: median (ms)`] = median(stops);
      results[`Stop, ${what}: most (ms)`] = Math.max(...stops);
      results[`click, ${what}: most (ms)`] = Math.max(...clicks);
    }
  } finally {
    await open.close();
  }
  return results;
}

/// In the page: from a click until the frame after it has been drawn.
function clickToPaint(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    // As a person's click would, it waits for its turn behind what the page is doing.
    setTimeout(() => {
      document.querySelector<HTMLElement>(selector)?.click();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
  });
}
