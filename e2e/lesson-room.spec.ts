import { expect, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";

// How much room an open lesson has, and its way to the others.

for (const [width, least] of [
  [1440, 480],
  [1024, 420],
] as const) {
  const tag = width === 1440 ? [] : "@long";
  test(`at ${width} pixels a lesson has a third of the page, and gives it back; chosen widths are kept for each`, {
    tag,
  }, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await Lab.open(page);
    const panel = new LessonPanel(page);
    const divider = page.getByRole("separator", { name: "Width of lessons and examples" });
    const at = async () => Math.round((await divider.boundingBox())?.x ?? 0);
    await panel.showList();
    await expect.poll(at).toBeGreaterThan(176);
    const without = await at();
    await panel.open("Hello from every core");
    await expect.poll(at).toBeGreaterThanOrEqual(least - 1);
    // Wider by hand, with the lesson only.
    await divider.focus();
    const before = await at();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(at).toBeLessThan(before);
    const chosen = await at();
    await panel.button("All lessons").click();
    await expect.poll(at).toBe(without);
    await panel.open("Hello from every core");
    await expect.poll(async () => Math.abs((await at()) - chosen)).toBeLessThanOrEqual(1);
  });
}

test("the foot of a lesson leads to the one before and after it, and says how far the chapter is done", async ({
  page,
}) => {
  await Lab.open(page);
  const panel = new LessonPanel(page);
  await panel.open("Hello from every core");
  const foot = page.getByRole("navigation", { name: "Lessons of the course" });
  await expect(foot).toBeInViewport();
  await expect(foot).toContainText(/: 0 of \d+ done/);
  await expect(foot.getByRole("button", { name: "Previous" })).toBeDisabled();
  await foot.getByRole("button", { name: "Next lesson" }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).not.toHaveText("Hello from every core");
  await foot.getByRole("button", { name: "Previous" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Hello from every core" })).toBeFocused();
  await expectNoViolations(page, ".lesson");
});
