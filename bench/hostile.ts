import { expect, type Page } from "@playwright/test";
import type { Lab } from "../e2e/pages/lab.ts";
import { LessonPanel } from "../e2e/pages/lessons.ts";
import type { Context } from "./lib/context.ts";
import { type Brought, hostileInputs } from "./lib/hostile-inputs.ts";
import { type OpenPage, openBrowser } from "./lib/page.ts";
import { watchTasks } from "./lib/tasks.ts";

export const title =
  "Hostile and huge inputs in the built page: the longest task, Stop, and whether the page can be used afterwards";
export const needs = ["page", "chromium"];

/// How long a program may run before it is stopped, and how long what was brought may keep the page busy.
const patience = 2000;

export async function bench({ say, root, chromium, short }: Context) {
  const inputs = hostileInputs();
  // One of each kind.
  const chosen = short ? inputs.filter(({ how }, k) => inputs.findIndex((one) => one.how === how) === k) : inputs;
  const browser = await openBrowser(root, chromium);
  const results: Record<string, number | string> = {};
  try {
    for (const input of chosen) {
      const open = await browser.open();
      try {
        const { longest, stop } = await bring(open, input);
        say(`${input.name}: longest task ${longest} ms${stop === undefined ? "" : `, Stop ${stop} ms`}`);
        results[`${input.name}: longest task, processor time (ms)`] = longest;
        if (stop !== undefined) results[`${input.name}: Stop (ms)`] = stop;
        await expectUsable(open);
      } finally {
        await open.close();
      }
    }
  } finally {
    await browser.close();
  }
  return results;
}

async function bring({ page, lab }: OpenPage, input: Brought): Promise<{ longest: number; stop?: number }> {
  const tasks = await watchTasks(page);
  let stop: number | undefined;
  if (input.how === "link") await openLink(page, input.hash);
  else if (input.how === "pack") await openPack(page, input.file, input.bytes);
  else {
    await openFile(lab, input.file, input.bytes);
    if (input.how === "program") stop = await runAndStop(lab);
  }
  await wait(page, patience);
  const [longest = 0] = await tasks();
  return { longest: Math.round(longest), ...(stop === undefined ? {} : { stop }) };
}

async function openLink(page: Page, hash: string): Promise<void> {
  await page.evaluate((text) => {
    location.hash = text;
  }, hash);
}

async function openPack(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await new LessonPanel(page).showList();
  const buffer = Buffer.from(bytes);
  await page
    .locator('input[type="file"][accept=".zip,.json"]')
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

async function openFile({ page }: Lab, name: string, bytes: Uint8Array): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const buffer = Buffer.from(bytes);
  await page
    .getByLabel("Programs or a project to open")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await wait(page, patience);
  await page.keyboard.press("Escape");
}

/// Runs what is open; after a while stops it, if it has not come to an end. Gives how long Stop took, if it was pressed.
async function runAndStop(lab: Lab): Promise<number | undefined> {
  await lab.runButton.click();
  await wait(lab.page, patience);
  if (!(await lab.stopButton.isEnabled())) return undefined;
  return lab.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const stop = [...document.querySelectorAll("button")].find((button) => button.textContent?.startsWith("Stop"));
        const status = document.querySelector("footer");
        const start = performance.now();
        const look = (): void => {
          if (status?.dataset.status === "idle") resolve(Math.round(performance.now() - start));
          else setTimeout(look, 1);
        };
        stop?.click();
        look();
      }),
  );
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
