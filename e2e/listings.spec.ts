import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// The paper's listings in the page, as printed there. The corpus runs them on every other driver.

function listing(number: number): string {
  const file = new URL(`../src/testing/corpus/programs/paper/listing-${number}.py`, import.meta.url);
  return readFileSync(file, "utf8").replace(/^# (cores|hosts|expect).*\n/gm, "");
}

test("listing 1 says hello from every core, on any number of them", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(listing(1));
  for (const cores of [1, 2, 3, 5, 8, 16]) {
    await lab.chooseCores(cores);
    await lab.runButton.click();
    await expect(lab.output.end).toHaveText(cores === 1 ? /^1 core ended/ : new RegExp(`^${cores} cores ended`));
    await lab.output.showOnly(`core ${cores - 1}`);
    await expect(lab.output.line(`core ${cores - 1}`, `Hello world from core ${cores - 1} of ${cores}`)).toBeVisible();
    await lab.output.showOnly("all cores");
  }
});

test("listing 2 passes a value from core 0 to core 1", { tag: "@long" }, async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run(listing(2));
  await expect(lab.output.line("core 1", "Got value 20 from core 0")).toBeVisible();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
});

test("listing 3 finds the same highest number on every core", { tag: "@long" }, async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run(listing(3));
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  const lines = await lab.output.log
    .locator(".log-line")
    .filter({ hasText: "The highest random number is" })
    .allInnerTexts();
  const numbers = lines.map((line) => /is (\d+)/.exec(line)?.[1]);
  expect(numbers.length).toBeGreaterThan(5);
  expect(new Set(numbers).size).toBe(1);
});

test("listing 4 tells physical from virtual cores", { tag: "@long" }, async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(5);
  await lab.chooseVirtualCores(10);
  await lab.run(listing(4));
  await expect(lab.output.end).toHaveText(/^15 cores ended/);
  await lab.output.showOnly("core 4");
  await expect(lab.output.line("core 4", "Core number 4 is a physical Epiphany core")).toBeVisible();
  await lab.output.showOnly("core 14");
  await expect(lab.output.line("host 14", "Core number 14 is a virtual core on the CPU")).toBeVisible();
});

test("listing 5 converges as the paper's did", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(listing(5));
  for (const [cores, iterations] of [
    [1, 1184],
    [8, 1193],
    [16, 1254],
  ] as const) {
    await lab.chooseCores(cores);
    await lab.runButton.click();
    await expect(lab.output.line("core 0", `Completed in ${iterations} iterations, RNorm=0.000999`)).toBeVisible();
    await expect(lab.output.end).toHaveText(/^\d+ cores? ended/);
  }
});
