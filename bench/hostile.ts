import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import type { Lab } from "../e2e/pages/lab.ts";
import { LessonPanel } from "../e2e/pages/lessons.ts";
import { stopRun } from "./lib/clicks.ts";
import type { Context } from "./lib/context.ts";
import { type Brought, hostileInputs } from "./lib/hostile-inputs.ts";
import { type OpenPage, openPage } from "./lib/page.ts";

export const title =
  "Hostile and huge inputs in the built page: the longest task, Stop, and whether the page can be used afterwards";
export const needs = ["page", "chromium"];

/// How long a program may run before it is stopped, and how long what was brought may keep the page busy.
const patience = 2000;

export async function bench({ say, root, chromium, short }: Context) {
  const inputs = hostileInputs();
  // One of each kind.
  const chosen = short ? inputs.filter(({ how }, k) => inputs.findIndex((one) => one.how === how) === k) : inputs;
  const results: Record<string, number | string> = {};
  for (const input of chosen) {
    // What one has left behind must not slow the next.
    const open = await openPage(root, chromium);
    try {
      const { longest, stop } = await bring(open, input);
      say(`${input.name}: longest task ${longest} ms${stop === undefined ? "" : `, Stop ${stop} ms`}`);
      results[`${input.name}: longest task (ms)`] = longest;
      if (stop !== undefined) results[`${input.name}: Stop (ms)`] = stop;
      await expectUsable(open);
    } finally {
      await open.close();
    }
  }
  return results;
}

async function bring({ page, lab }: OpenPage, input: Brought): Promise<{ longest: number; stop?: number }> {
  await page.evaluate(watchLongTasks);
  let stop: number | undefined;
  if (input.how === "link") await openLink(page, input.hash);
  else if (input.how === "pack") await openPack(page, input.file, input.bytes);
  else {
    await openFile(lab, input.file, input.bytes);
    if (input.how === "program") stop = await runAndStop(lab);
  }
  await wait(page, patience);
  const longest = await page.evaluate(longestTask);
  return { longest, ...(stop === undefined ? {} : { stop }) };
}

/// In the page: from now on remembers the tasks that take longer than 50 ms, as the browser counts them.
function watchLongTasks(): void {
  const durations: number[] = [];
  const observer = new PerformanceObserver((list) =>
    durations.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: "longtask" });
  Object.assign(window, { longTasks: durations });
}

/// In the page: the longest of them in milliseconds, 0 if there was none.
function longestTask(): number {
  const { longTasks = [] } = window as { longTasks?: readonly number[] };
  return Math.round(Math.max(0, ...longTasks));
}

async function openLink(page: Page, hash: string): Promise<void> {
  await page.evaluate((text) => {
    location.hash = text;
  }, hash);
}

async function openPack(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await new LessonPanel(page).showList();
  await choose(page.locator('input[type="file"][accept=".zip,.json"]'), name, bytes);
}

async function openFile({ page }: Lab, name: string, bytes: Uint8Array): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await choose(page.getByLabel("Programs or a project to open"), name, bytes);
  await page.keyboard.press("Escape");
}

/// Chooses a file that lies on the disk, as a reader's does: bytes that Playwright brings along are decoded on the page's thread, which
/// takes it a second for 4 MB.
async function choose(chooser: Locator, name: string, bytes: Uint8Array): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  try {
    writeFileSync(join(folder, name), bytes);
    await chooser.setInputFiles(join(folder, name));
    await wait(chooser.page(), patience);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/// Runs what is open; after a while stops it, if it has not come to an end. Gives how long Stop took, if it was pressed.
async function runAndStop(lab: Lab): Promise<number | undefined> {
  await lab.runButton.click();
  await wait(lab.page, patience);
  if (!(await lab.stopButton.isEnabled())) return undefined;
  return Math.round(await stopRun(lab.page));
}

/// Opens an example in the same page, and runs it.
async function expectUsable({ page, lab }: OpenPage): Promise<void> {
  await page.keyboard.press("Escape");
  await lab.openExample("Hello from every core");
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/, { timeout: 60_000 });
}

function wait(page: Page, milliseconds: number): Promise<void> {
  return page.evaluate((time) => new Promise<void>((resolve) => setTimeout(resolve, time)), milliseconds);
}
