import { expect, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { Palette } from "./pages/palette.ts";

test("F1 finds any action by its name, does it, and gives the focus back", async ({ page }) => {
  const lab = await Lab.open(page);
  const palette = new Palette(page);
  await lab.editor.focus();
  await page.keyboard.press("F1");
  await expect(palette.field).toBeFocused();
  await expectNoViolations(page, ".dialog");
  await palette.field.fill("step next");
  await expect(palette.chosen).toContainText("Step to the next line");
  await expect(palette.chosen).toContainText("F10");
  await page.keyboard.press("Enter");
  await expect(palette.dialog).toBeHidden();
  await expect(lab.stepping).toContainText("stand still");

  // What cannot be done says why, and does nothing.
  await page.keyboard.press("ControlOrMeta+Shift+P");
  await palette.field.fill("step back");
  await expect(palette.action(/^Debug Step back/)).toHaveAttribute("aria-disabled", "true");
  await expect(palette.action(/^Debug Step back/)).toContainText("Only a paused run can go back.");
  await page.keyboard.press("Enter");
  await expect(palette.dialog).toBeVisible();
  await palette.field.fill("no such thing");
  await expect(palette.dialog.getByRole("status")).toHaveText("No action is called that. Try another word.");
  await expectNoViolations(page, ".dialog");
  await page.keyboard.press("Escape");
  await expect(palette.dialog).toBeHidden();

  await palette.do("stop run");
  await expect(lab.output.end).toHaveText(/^Stopped after/);
});

test("views, depths, themes, lessons, pictures and commands of the editor are among the actions", async ({ page }) => {
  const lab = await Lab.open(page);
  const palette = new Palette(page);
  await lab.editor.write("if True:\n    print   1\n");
  await palette.do("tidy");
  await expect(lab.editor.lines.nth(1)).toHaveText("    print 1");
  await palette.do("theme dark");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // A view that only Everything has is shown, and the page says so.
  await palette.do("show memory");
  await expect(page.getByRole("tab", { name: "Memory", selected: true })).toBeVisible();
  await expect(page.getByText("Memory is part of Everything.")).toBeVisible();
  await page.getByRole("button", { name: "Back to Essentials" }).click();
  await expect(page.getByRole("tab", { name: "Memory" })).toBeHidden();
  await palette.do("show everything");
  await expect(page.getByRole("tab", { name: "Byte code" })).toBeVisible();
  await palette.do("picture state core 0");
  await expect(page.getByRole("button", { name: "SVG" })).toBeVisible();
  await palette.do("lesson hello");
  await expect(page.getByRole("heading", { level: 2, name: /Hello/ })).toBeVisible();
  await palette.do("share");
  await expect(page.getByRole("dialog", { name: /^Share/ })).toBeVisible();
});

test("on a phone the help leads to the actions", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, hasTouch: true });
  const page = await context.newPage();
  await Lab.open(page);
  const palette = new Palette(page);
  await page.getByRole("button", { name: "Help" }).tap();
  await page.getByRole("button", { name: /^Find an action/ }).tap();
  await palette.field.fill("timeline");
  await palette.action(/^Show: Timeline/).tap();
  await expect(page.getByRole("tab", { name: "Timeline", selected: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await context.close();
});
