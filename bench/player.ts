import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { PlayerBar } from "../e2e/pages/player-bar.ts";
import type { Context } from "./lib/context.ts";
import { heap } from "./lib/memory.ts";
import { openPage } from "./lib/page.ts";
import { watchTasks } from "./lib/tasks.ts";

export const title = "Watching a run again: how soon, how smoothly, and in how much memory";
export const needs = ["page", "chromium"];

/// Each core sends to its neighbour between stretches of computing. `rounds` × 16 cores × about 1,000 instructions.
const program = (rounds: number): string => `from parallel import *
me = coreid()
value = me
for r in range(${rounds}):
    for i in range(120):
        value = (value * 7 + i) % 1000
    if me % 2 == 0:
        send(value, (me + 1) % numcores())
        value = recv((me + numcores() - 1) % numcores())
    else:
        other = recv(me - 1)
        send(value, (me + 1) % numcores())
        value = other
print value
`;

const sizes: Readonly<Record<string, number>> = { "a million instructions": 60, "ten million": 600 };

export async function bench({ say, root, chromium, short }: Context) {
  const seconds = short ? 1 : 5;
  const results: Record<string, number> = {};
  for (const [size, rounds] of Object.entries(sizes)) {
    say(size);
    const { lab, page, close } = await openPage(root, chromium);
    try {
      const devtools = await page.context().newCDPSession(page);
      await lab.run(program(short ? Math.ceil(rounds / 20) : rounds));
      await expect(lab.output.end).toHaveText(/^16 cores ended/, { timeout: 120_000 });
      const before = await heap(devtools);
      const player = new PlayerBar(page);
      const tasks = await watchTasks(page);
      results[`${size}: first picture (ms)`] = await page.evaluate(openPlayer);
      await player.button("Pause").click();
      results[`${size}: pictures a second, dragging`] = (await page.evaluate(drag, seconds * 1000)) / seconds;
      await player.scrubber.focus();
      await page.keyboard.press("Home");
      await player.button("Play").click();
      results[`${size}: pictures a second, playing`] = (await page.evaluate(countPictures, seconds * 1000)) / seconds;
      await player.button("Pause").click();
      const [longest] = await tasks();
      results[`${size}: longest task, processor time (ms)`] = longest ?? Number.NaN;
      results[`${size}: where a line comes from (ms)`] = await asked(page, ".log-line .origin-ask");
      results[`${size}: where its value comes from (ms)`] = await asked(page, ".origin-inputs button");
      results[`${size}: memory (MB)`] = (await heap(devtools)) - before + (await buffers(page));
    } finally {
      await close();
    }
  }
  return results;
}

/// From the click to the first picture.
function openPlayer(): Promise<number> {
  const button = document.querySelector<HTMLButtonElement>(".watch-button");
  const began = performance.now();
  button?.click();
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(".player input") === null) requestAnimationFrame(look);
      else resolve(performance.now() - began);
    };
    look();
  });
}

/// Asks where something comes from, until the answer is there.
async function asked(page: Page, button: string): Promise<number> {
  const began = Date.now();
  await page
    .locator(button)
    .first()
    .evaluate((element) => (element as HTMLElement).click());
  await expect(page.locator(".origins[aria-busy=true]")).toHaveCount(1);
  await expect(page.locator(".origins[aria-busy=false] .origin-step").first()).toBeVisible({ timeout: 120_000 });
  return Date.now() - began;
}

/// Moves the slider to and fro, and counts the moments that are shown.
function drag(milliseconds: number): Promise<number> {
  const slider = document.querySelector<HTMLInputElement>(".player input") as HTMLInputElement;
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  const end = performance.now() + milliseconds;
  let shown = slider.getAttribute("aria-valuetext");
  let pictures = 0;
  return new Promise((resolve) => {
    const move = (now: number) => {
      const text = slider.getAttribute("aria-valuetext");
      if (text !== shown) pictures++;
      shown = text;
      if (now > end) return resolve(pictures);
      const part = 0.5 + 0.45 * Math.sin(now / 700);
      set?.call(slider, String(part * Number(slider.max)));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      requestAnimationFrame(move);
    };
    requestAnimationFrame(move);
  });
}

function countPictures(milliseconds: number): Promise<number> {
  const slider = document.querySelector(".player input") as HTMLInputElement;
  const end = performance.now() + milliseconds;
  let value = slider.value;
  let pictures = 0;
  return new Promise((resolve) => {
    const look = (now: number) => {
      if (slider.value !== value) pictures++;
      value = slider.value;
      if (now > end) resolve(pictures);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/// Array buffers of the page's own thread, in MB.
async function buffers(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const usage = (await devtools.send("Runtime.getHeapUsage")) as { readonly backingStorageSize?: number };
  await devtools.detach();
  return Math.round((usage.backingStorageSize ?? 0) / 1e5) / 10;
}
