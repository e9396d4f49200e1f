import { stat } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import type { Lab } from "../e2e/pages/lab.ts";
import { busy } from "./lib/busy.ts";
import { clickOn, pause, stopRun, watchClicks } from "./lib/clicks.ts";
import type { Context } from "./lib/context.ts";
import { heap } from "./lib/memory.ts";
import { type OpenPage, openPage } from "./lib/page.ts";
import { watchTasks } from "./lib/tasks.ts";

export const title =
  "Ten million events on the timeline, a long recording, and 4,096 cores that print, in the built page: the longest task and clicks";
export const needs = ["page", "chromium"];

type Results = Record<string, number | string>;

/// A call and a message for each core and turn of the loop.
const exchange = (rounds: number) => `from parallel import *

other = coreid() + 1 - 2 * (coreid() % 2)
for i in range(${rounds}):
    x = sendrecv(i, other)
print "over"
`;
const eventsOfRound = 32;

const printing = `from parallel import *

count = 0
while True:
    print "round", count
    count += 1
`;

/// In seconds: what takes longer is watched in parts of this length.
const WINDOW = 20;

export async function bench(context: Context) {
  const results: Results = {};
  for (const part of [tenMillion, longRecording, manyPrint]) {
    const open = await openPage(context.root, context.chromium);
    try {
      Object.assign(results, await part(open, context));
    } finally {
      await open.close();
    }
  }
  return results;
}

// ── Ten million events ───────────────────────────────────────────────────────

async function tenMillion({ page, lab }: OpenPage, { say, short }: Context): Promise<Results> {
  const events = short ? 640_000 : 10_000_000;
  const name = short ? "many events" : "ten million events";
  const results: Results = {};
  await lab.showBottom("Timeline");
  await lab.editor.write(exchange(events / eventsOfRound));
  // What a click takes on this machine while there is nothing to do: the measure of the others.
  await watched(page, "at rest", { say, results }, () => clickFor(lab, 2));
  results[`${name}: events`] = events;
  const began = Date.now();
  await watched(page, `${name}, running`, { say, results }, () => lab.runButton.click());
  while (await isRunning(page)) {
    await watched(page, `${name}, running`, { say, results }, () => clickFor(lab, WINDOW, () => isRunning(page)));
  }
  results[`${name}: run (s)`] = (Date.now() - began) / 1000;
  await lab.showBottom("Timeline");
  // What is left to read is shown at the next frames.
  await expect(lab.timeline.rows).toBeVisible({ timeout: 60_000 });
  await pause(page, 1000);
  results[`${name}: the timeline says`] = [
    await lab.timeline.told.innerText(),
    ...(await lab.timeline.dropped.allInnerTexts()),
  ].join("; ");
  await watched(page, `${name}, selecting and zooming`, { say, results }, () => lookAround(lab));
  await watched(page, `${name}, other views`, { say, results }, async () => {
    for (const view of ["Messages", "Summary", "List", "Time"] as const) {
      await lab.timeline.show(view);
      await pause(page, 300);
    }
  });
  await watched(page, `${name}, exporting`, { say, results }, async () => {
    const began = Date.now();
    const asked = page.waitForEvent("download", { timeout: 120_000 });
    await lab.timeline.export.click();
    const { size } = await stat(await (await asked).path());
    results[`${name}: export (s)`] = (Date.now() - began) / 1000;
    results[`${name}: export (MB)`] = size / 1e6;
  });
  results[`${name}: the page's heap (MB)`] = await heapOf(page);
  return results;
}

/// Chooses calls and messages one after the other, goes along them and zooms, as with the mouse and by keys.
async function lookAround({ page, timeline }: Lab): Promise<void> {
  const box = await timeline.rows.boundingBox();
  if (box === null) throw new Error("there is no timeline");
  for (let k = 1; k < 8; k++) {
    await page.mouse.click(box.x + (box.width * k) / 8, box.y + 44);
    await pause(page, 100);
  }
  for (const key of "wwwwwwwwwwaassdd") {
    await page.keyboard.press(key);
    await pause(page, 50);
  }
  for (const key of ["ArrowRight", "m", "m", "ArrowDown", "m", "m", "ArrowLeft", "m", "Home"]) {
    await page.keyboard.press(key);
    await pause(page, 100);
  }
}

// ── A long recording ─────────────────────────────────────────────────────────

async function longRecording({ page, lab }: OpenPage, { say, short, minutes = short ? 0.15 : 1 }: Context) {
  const results: Results = { "a recording: minutes": minutes };
  await lab.showBottom("Timeline");
  await lab.run(busy);
  await expect(lab.chip.core(15)).toHaveAccessibleName(/last output: round/, { timeout: 60_000 });
  const heaps: number[] = [];
  for (let left = minutes * 60; left > 0; left -= WINDOW) {
    await watched(page, "a recording", { say, results }, () => clickFor(lab, Math.min(left, WINDOW)));
    heaps.push(await heapOf(page));
  }
  results["a recording: the page's heap, at first and at last (MB)"] = `${heaps[0]} ${heaps.at(-1)}`;
  results["a recording: Stop (ms)"] = await stopRun(page);
  return results;
}

// ── 4,096 cores that print ───────────────────────────────────────────────────

interface View {
  /// What is done before the run, while it is watched, and after it.
  readonly before?: (lab: Lab) => Promise<void>;
  readonly during?: (lab: Lab) => Promise<void>;
  readonly after?: (lab: Lab) => Promise<void>;
}

const views: Readonly<Record<string, View>> = {
  output: { before: (lab) => lab.showBottom(/^Output/) },
  "a search": { during: (lab) => lab.output.search.fill("round 1"), after: (lab) => lab.output.search.fill("") },
  columns: { during: (lab) => lab.output.columns.click(), after: (lab) => lab.output.columns.click() },
  timeline: { before: (lab) => lab.showBottom("Timeline") },
};

async function manyPrint({ page, lab }: OpenPage, { say, short }: Context) {
  const name = "4,096 cores print";
  const seconds = short ? 3 : 20;
  const results: Results = {};
  await lab.editor.write(printing);
  await lab.chooseChip("Epiphany-4096");
  for (const [view, { before, during, after }] of Object.entries(views)) {
    await before?.(lab);
    await lab.runButton.click();
    await expect(lab.chip.mapWords).toHaveText(/running|waiting/, { timeout: 60_000 });
    await watched(page, `${name}, ${view}`, { say, results }, async () => {
      await during?.(lab);
      await clickOnMap(lab, seconds);
    });
    results[`${name}, ${view}: Stop (ms)`] = await stopRun(page);
    await after?.(lab);
  }
  results[`${name}: the page's heap (MB)`] = await heapOf(page);
  return results;
}

// ── What all parts use ───────────────────────────────────────────────────────

interface Told {
  readonly say: (text: string) => void;
  readonly results: Results;
}

/// Does something while the page is watched, and notes the longest task and the click or key that was answered last. Of what has
/// been noted under the same name the most counts.
async function watched(page: Page, what: string, { say, results }: Told, work: () => Promise<void>): Promise<void> {
  const tasks = await watchTasks(page);
  const clicks = await watchClicks(page);
  await work();
  const [click = { milliseconds: 0, on: "nothing" }] = await clicks();
  const [task = 0, ...others] = await tasks();
  say(
    `${what}: longest tasks ${[task, ...others.slice(0, 4)].map(Math.round).join(" ")} ms, slowest click ${click.milliseconds} ms, on ${click.on}`,
  );
  const most = (key: string, value: number): void => {
    results[key] = Math.max(Number(results[key] ?? 0), value);
  };
  most(`${what}: longest task, processor time (ms)`, task);
  most(`${what}: click, most (ms)`, click.milliseconds);
}

/// Chooses cores and the tabs below for a while, or until something no longer holds.
async function clickFor(lab: Lab, seconds: number, holds = async () => true): Promise<void> {
  const { page, chip } = lab;
  const tab = (name: RegExp) => page.getByRole("tablist", { name: "Results" }).getByRole("tab", { name });
  const end = Date.now() + seconds * 1000;
  for (let k = 0; Date.now() < end && (await holds()); k++) {
    if (k % 8 === 6) await clickOn(page, tab(/^Output/));
    else if (k % 8 === 7) await clickOn(page, tab(/^Timeline/));
    else await clickOn(page, chip.core((k * 5) % 16));
    await pause(page, 200);
  }
}

async function clickOnMap({ page, chip }: Lab, seconds: number): Promise<void> {
  const box = await chip.map.boundingBox();
  if (box === null) throw new Error("there is no map");
  const end = Date.now() + seconds * 1000;
  for (let k = 0; Date.now() < end; k++) {
    await page.mouse.click(box.x + box.width * (0.2 + 0.06 * (k % 10)), box.y + box.height / 2);
    await pause(page, 200);
  }
}

function isRunning(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector("footer")?.dataset.status !== "idle");
}

async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  const size = await heap(devtools);
  await devtools.detach();
  return size;
}
