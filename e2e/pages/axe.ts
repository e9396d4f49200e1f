import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const themes = ["light", "dark", "contrast"] as const;

/// Says that axe finds nothing wrong with a part of the page, in any theme. The page is left as it was.
export async function expectNoViolations(page: Page, part: string): Promise<void> {
  await expect(page.locator(part).first()).toBeVisible();
  // Firefox 153 crashes under axe (e2e/browsers/README.md). What axe finds does not depend on the browser.
  if (await page.evaluate(() => navigator.userAgent.includes("Firefox/"))) return;
  const root = page.locator("html");
  const before = await root.getAttribute("data-theme");
  for (const theme of themes) {
    // As the settings do it; a dialog would hide the list of themes.
    await root.evaluate((element, name) => element.setAttribute("data-theme", name), theme);
    // The page has no frames of another origin, for which axe would open a page of its own.
    const axe = new AxeBuilder({ page }).include(part).setLegacyMode();
    // Themes differ in colours alone.
    if (theme !== themes[0]) axe.withRules(["color-contrast", "link-in-text-block"]);
    const { violations } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    expect.soft(found, `${part}, ${theme}`).toEqual([]);
  }
  await root.evaluate((element, name) => element.setAttribute("data-theme", name ?? "light"), before);
}
