import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { passing } from "./programs.ts";

// The timeline is there when somebody asks, and tells what its bars are.

/// Runs a program of two cores, and only then looks at the timeline.
async function lookedAtLate(page: Page): Promise<Lab> {
  const lab = await Lab.open(page);
  await lab.chooseCores(2);
  await lab.run(passing);
  await expect(lab.output.end).toHaveText(/^2 cores ended/);
  await lab.showBottom(/^Timeline/);
  await lab.timeline.settled();
  return lab;
}

test("a run that was not recorded is made again as soon as one looks; by mouse, bars tell what they are", async ({
  page,
}) => {
  const lab = await lookedAtLate(page);
  const { timeline } = lab;
  const box = await timeline.rows.boundingBox();
  if (box === null) throw new Error("there is no timeline");
  // Along the row of core 1 until its call is found, as a learner would.
  const row = box.y + 20 + 24 * 1.5;
  const found: string[] = [];
  for (let x = 90; x < box.width - 4; x += 12) {
    await page.mouse.move(box.x + x, row);
    if (await timeline.pointed.isVisible()) found.push(await timeline.pointed.innerText());
  }
  expect(found[0]).toMatch(/^core 1: computing\n/);
  expect(found.some((words) => /^core 1: print, line 11/.test(words))).toBe(true);
  await page.keyboard.down("Shift");
  await page.mouse.move(box.x + 150, row);
  await page.mouse.down();
  await page.mouse.move(box.x + 350, row, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await expect(timeline.ruled).toHaveText(/^Ruler: [\d.]+ µs, from [\d.]+ µs to/);
  // Pressing its name pins a row.
  await page.mouse.click(box.x + 40, row);
  await page.mouse.move(box.x + 40, box.y + 20 + 12);
  await expect(timeline.pointed).toHaveText("Unpin core 1 (P)");
  await expectNoViolations(page, ".timeline");
  // It was not run again for all this.
  await lab.showBottom(/^Output/);
  await expect(lab.output.end).toHaveCount(1);
});

test("by keyboard: why a call waited, hit after hit, the time between two moments", async ({ page }) => {
  const { timeline } = await lookedAtLate(page);
  await timeline.rows.focus();
  await page.keyboard.press("ArrowRight");
  await expect(timeline.told).toHaveText(
    /^core 0: send to core 1, from .* It waited .* for core 1, which was ready to receive at .* When the wait began, core 1 was computing\.$/,
  );
  await page.keyboard.press("r");
  await expect(timeline.ruled).toBeVisible();
  const measured = await timeline.ruled.innerText();
  await page.getByRole("slider", { name: "End of the ruler" }).press("Shift+ArrowRight");
  await expect(timeline.ruled).not.toHaveText(measured);
  await page.getByRole("slider", { name: "End of the ruler" }).press("Escape");
  await expect(timeline.ruled).toHaveCount(0);

  await timeline.rows.focus();
  await page.keyboard.press("f");
  await expect(timeline.search).toBeFocused();
  await page.keyboard.type("print");
  await expect(timeline.searched).toHaveText("2 calls");
  await page.keyboard.press("Enter");
  await expect(timeline.searched).toHaveText("1 of 2 calls");
  await page.keyboard.press("Enter");
  await expect(timeline.told).toContainText("core 1: print");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("waiting > 3");
  await expect(timeline.searched).toHaveText("Write a unit after 3: µs, ms, s or cycles.");
  await expectNoViolations(page, ".timeline");
  await page.keyboard.press("Escape");
  await expect(timeline.rows).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(timeline.told).toContainText("busy");
});

test("a call that never ends is told where its core waits for ever", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(2);
  await lab.run("from parallel import *\nx = recv(1 - coreid())\n");
  await expect(lab.chip.deadlock).toBeVisible();
  await lab.showBottom(/^Timeline/);
  await lab.timeline.settled();
  const box = await lab.timeline.rows.boundingBox();
  if (box === null) throw new Error("there is no timeline");
  await page.mouse.move(box.x + box.width - 4, box.y + 20 + 12);
  await expect(lab.timeline.pointed).toHaveText(/^core 0: recv from core 1, line 2Waits for ever, since [\d.]+ µs\./);
});

test("sixteen rows are seen without scrolling; views with nothing in them offer what to do", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.showBottom(/^Timeline/);
  await page.getByRole("tabpanel", { name: "Timeline" }).getByRole("button", { name: "Run the program" }).click();
  await lab.timeline.settled();
  const hidden = await lab.timeline.rows.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(hidden).toBe(0);
});
