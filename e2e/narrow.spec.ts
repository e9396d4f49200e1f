import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

for (const width of [360, 390, 768, 800, 1024, 1200]) {
  test(`at ${width} pixels the controls of the header stand side by side, none cut off`, async ({ page }) => {
    await page.setViewportSize({ width, height: 780 });
    const lab = await Lab.open(page);
    await lab.chooseTheme("High contrast");
    const places = await lab.headerPlaces();
    expect(places.length).toBeGreaterThanOrEqual(6);
    let end = 0;
    for (const { left, right } of places) {
      expect(left).toBeGreaterThanOrEqual(end);
      end = right;
    }
    expect(end).toBeLessThanOrEqual(width);
  });
}
