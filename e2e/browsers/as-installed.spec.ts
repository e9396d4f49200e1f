import { expect, test } from "@playwright/test";
import { Lab } from "../pages/lab.ts";
import { LessonPanel } from "../pages/lessons.ts";

// In the locale C, WebKitGTK says that its language is "C", which is none. Where a page is isolated, it still has no
// SharedArrayBuffer.

test("with an odd language and no memory to share, the page runs programs, draws charts and refuses full Python", {
  tag: "@smoke",
}, async ({ page }) => {
  const lab = await Lab.open(page);
  const found = await page.evaluate(() => [crossOriginIsolated, typeof SharedArrayBuffer, navigator.language]);
  expect(found).toEqual([true, "undefined", "C"]);
  await expect(page.getByText("This browser does not let threads share memory")).toBeVisible();
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await lab.chooseCores(4);
  await page.getByRole("tab", { name: "Scaling" }).click();
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(page.locator(".core-chart canvas").first()).toBeVisible();
  const lessons = new LessonPanel(page);
  await lessons.open("A first kernel");
  await lessons.checkButton.click();
  const refusal = page.getByRole("alert").filter({ hasText: "Full Python needs memory that threads share" });
  await expect(refusal).toBeVisible();
});
