import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Lab } from "../e2e/pages/lab.ts";
import { busy } from "./lib/busy.ts";
import type { Context } from "./lib/context.ts";
import { heap, resident, slope } from "./lib/memory.ts";
import { openPage } from "./lib/page.ts";

export const title = "Memory of the built page over minutes of running";
export const needs = ["page", "chromium"];

/// What runs: all cores print, message and allocate; the timeline is open, so that it is recorded.
const RUNS: Readonly<Record<string, (lab: Lab) => Promise<void>>> = {
  async "a run that is recorded"(lab) {
    await lab.showBottom("Timeline");
    await lab.run(busy);
    await expect(lab.chip.core(15)).toHaveAccessibleName(/last output: round/, { timeout: 60_000 });
  },
  /// One that can go back, as it has a breakpoint: it never stops there.
  async "a run that can go back"(lab) {
    await lab.editor.write(busy);
    await lab.editor.goTo("count +=");
    await lab.page.keyboard.press("F9");
    await lab.showBottom(/^Breakpoints/);
    await lab.page.getByLabel(/^Condition of the breakpoint/).fill("count < 0");
    await lab.runButton.click();
    await expect(lab.chip.core(15)).toHaveAccessibleName(/last output: round/, { timeout: 60_000 });
  },
};

export async function bench({ say, root, chromium, short, minutes = short ? 0.15 : 10 }: Context) {
  const samples = short ? 4 : 12;
  // What is bounded is given up in portions, so that it goes up and down: of so many looks, a second apart, the least counts.
  const looks = short ? 1 : 8;
  const results: Record<string, number | string> = {};
  for (const [what, start] of Object.entries(RUNS)) {
    const { lab, page, close } = await openPage(root, chromium);
    try {
      const devtools = await page.context().newCDPSession(page);
      await start(lab);
      const heaps: number[] = [];
      const residents: number[] = [];
      // What is bounded fills up during the first of them.
      for (let sample = 0; sample < samples; sample++) {
        await after(page, (minutes * 60_000) / samples - looks * 1000);
        let least = Number.POSITIVE_INFINITY;
        let leastResident = Number.POSITIVE_INFINITY;
        for (let look = 0; look < looks; look++) {
          await after(page, 1000);
          least = Math.min(least, await heap(devtools));
          leastResident = Math.min(leastResident, await resident(page));
        }
        heaps.push(least);
        residents.push(leastResident);
        say(`${what}, ${sample + 1} of ${samples}: heap ${least} MB, process ${leastResident} MB`);
      }
      const last = await lab.chip.core(15).getAttribute("aria-label");
      results[`${what}: minutes`] = minutes;
      results[`${what}: rounds of core 15`] = /round (\d+)/.exec(last ?? "")?.[1] ?? "";
      results[`${what}: heap, samples (MB)`] = heaps.join(" ");
      results[`${what}: heap, growth in a minute (MB)`] = slope(heaps.slice(samples / 4)) * (samples / minutes);
      results[`${what}: process, samples (MB)`] = residents.join(" ");
      results[`${what}: process, growth in a minute (MB)`] = slope(residents.slice(samples / 4)) * (samples / minutes);
    } finally {
      await close();
    }
  }
  return results;
}

function after(page: Page, milliseconds: number): Promise<void> {
  return page.evaluate((time) => new Promise<void>((resolve) => setTimeout(resolve, time)), milliseconds);
}
