import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Lab } from "../e2e/pages/lab.ts";
import { busy } from "./lib/busy.ts";
import type { Context } from "./lib/context.ts";
import { median } from "./lib/cpython.ts";
import { openPage } from "./lib/page.ts";
import { watchTasks } from "./lib/tasks.ts";

export const title = "Frames and clicks while 16 cores print and message at full speed, in the built page";
export const needs = ["page", "chromium"];

// What is open besides the editor.
const SETTINGS: Readonly<Record<string, (lab: Lab) => Promise<void>>> = {
  async "chip, output"(lab) {
    await lab.showBottom(/^Output/);
  },
  async "chip, columns, variables"(lab) {
    await lab.output.columns.click();
    await lab.core.show("Variables");
  },
  async "chip, timeline, memory"(lab) {
    await lab.showBottom("Timeline");
    await lab.showEverything();
    await lab.core.show("Memory");
  },
};

export async function bench(context: Context) {
  const seconds = context.short ? 3 : 20;
  const results: Record<string, number> = {};
  for (const [open, show] of Object.entries(SETTINGS)) {
    context.say(`${open}: ${seconds} s`);
    const { lab, page, close } = await openPage(context.root, context.chromium);
    try {
      await show(lab);
      await lab.run(busy);
      await expect(lab.chip.core(15)).toHaveAccessibleName(/last output: round/, { timeout: 60_000 });
      const tasks = await watchTasks(page);
      const counting = page.evaluate(countFrames, seconds * 1000);
      await clickAround(lab, seconds);
      const { frames, longest, pictures, clicks } = await counting;
      const [longestTask] = await tasks();
      results[`${open}: frames a second`] = frames / seconds;
      results[`${open}: longest frame (ms)`] = longest;
      results[`${open}: longest task, processor time (ms)`] = longestTask ?? Number.NaN;
      results[`${open}: pictures of the chip a second`] = pictures / seconds;
      results[`${open}: clicks`] = clicks.length;
      results[`${open}: click, median (ms)`] = median(clicks);
      results[`${open}: click, most (ms)`] = Math.max(...clicks);
    } finally {
      await close();
    }
  }
  return results;
}

/// Chooses one core after the other, as a person would who is in a hurry.
async function clickAround({ chip, page }: Lab, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000 - 500;
  for (let core = 0; Date.now() < end; core = (core + 5) % 16) {
    const box = await chip.core(core).boundingBox();
    if (box === null) throw new Error(`core ${core} is not to be seen`);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await pause(page, 200);
  }
}

function pause(page: Page, milliseconds: number): Promise<void> {
  return page.evaluate((time) => new Promise<void>((resolve) => setTimeout(resolve, time)), milliseconds);
}

interface Counted {
  /// How often the page could draw.
  readonly frames: number;
  /// Between two frames, in milliseconds.
  readonly longest: number;
  /// How often the chip's virtual time changed.
  readonly pictures: number;
  /// For each click the milliseconds from the press of the button until the frame after it was shown, to the next 8.
  readonly clicks: readonly number[];
}

/// In the page.
function countFrames(milliseconds: number): Promise<Counted> {
  return new Promise((resolve) => {
    let frames = 0;
    let longest = 0;
    let pictures = 0;
    // The browser's own measure, of the events that took longer than a frame; the others took at most one.
    const shortest = 16;
    const durations: number[] = [];
    const events = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "click") durations.push(entry.duration);
    });
    events.observe({ type: "event", durationThreshold: shortest } as PerformanceObserverInit);
    let clicked = 0;
    const note = () => clicked++;
    addEventListener("click", note, { capture: true });
    const changes = new MutationObserver(() => pictures++);
    const clock = document.querySelector(".pane-time");
    if (clock !== null) changes.observe(clock, { characterData: true, childList: true, subtree: true });
    const began = performance.now();
    let last = began;
    const frame = () => {
      const now = performance.now();
      frames++;
      longest = Math.max(longest, now - last);
      last = now;
      if (now - began < milliseconds) {
        requestAnimationFrame(frame);
        return;
      }
      events.disconnect();
      changes.disconnect();
      removeEventListener("click", note, { capture: true });
      const short = new Array<number>(Math.max(0, clicked - durations.length)).fill(shortest);
      resolve({ frames, longest, pictures, clicks: [...durations, ...short] });
    };
    requestAnimationFrame(frame);
  });
}
