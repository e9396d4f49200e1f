import { expect, type Page, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// What a finger touches is 44 pixels each way, on the smallest phone and on a tablet.

test.use({ hasTouch: true, isMobile: true });

/// The controls of the page that are smaller, and what is cut off at a side. Links within sentences may be as high as a line.
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const controls = "button, select, input, summary, textarea, [role=tab], [role=gridcell], label:has(> input)";
    for (const control of document.querySelectorAll(controls)) {
      const inLabel = control.matches("[type=radio], [type=checkbox]") && control.closest("label") !== null;
      // Of a line of the output the button shows itself when the line is touched: then it is larger than the line.
      const apart = ".monaco-editor, .visually-hidden, .log-line, :is(p, li, dd, .log-block) > .link";
      if (inLabel || !control.checkVisibility() || control.closest(apart) !== null) continue;
      const { left, right, width, height } = control.getBoundingClientRect();
      if (width < 2 || height < 2) continue;
      const name = control.getAttribute("aria-label") ?? control.textContent;
      if (Math.min(width, height) < 43.5) found.add(`${name}: ${Math.round(width)} × ${Math.round(height)}`);
      if (control.closest(".tab-list, .listing-rows") === null && (left < -1 || right > innerWidth + 1)) {
        found.add(`${name} is cut off`);
      }
    }
    return [...found];
  });
}

const wrong = "from parallel import *\ndef share(value)\n    send(total, 1)\n";
const meeting = `from parallel import *
rod = [coreid(), 3]
if coreid() == 0:
    send(rod[1], 1)
elif coreid() == 1:
    print recv(0)
`;

for (const [width, height] of [
  [320, 640],
  [1024, 768],
] as const) {
  test(`at ${width} × ${height} everything can be touched`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    const lab = await Lab.open(page);
    await lab.showEverything();
    const ready = async (what: string) => expect.poll(() => tooSmall(page), what).toEqual([]);
    const part = async (name: Parameters<Lab["part"]>[0]) => {
      if (width < 800) await lab.part(name).tap();
    };
    const tab = async (name: string | RegExp) => {
      await page.getByRole("tab", { name }).last().tap();
      await ready(String(name));
    };

    await ready("first");
    await lab.editor.write(wrong);
    await part("Output");
    await tab(/^Problems/);
    await part("Code");
    await lab.run(meeting);
    await part("Output");
    await page
      .getByRole("tab", { name: /^Output/ })
      .last()
      .tap();
    await expect(lab.output.end).toHaveText(/^16 cores/);
    await ready("output");
    for (const name of [/^Timeline/, /^Scaling/, /^Breakpoints/]) await tab(name);
    await part("Chip");
    await page.getByRole("button", { name: "Watch it happen" }).tap();
    await expect(page.getByRole("slider", { name: "Moment of the run" })).toBeVisible();
    await ready("player");
    for (const name of ["Variables", "Postbox", "Memory"]) await tab(name);
    await part("Lesson");
    await page
      .getByRole("tab", { name: /^Lesson/ })
      .last()
      .tap();
    await ready("lessons");
    await page.getByRole("button", { name: "Hello from every core" }).tap();
    await expect(page.getByRole("heading", { level: 2, name: "Hello from every core" })).toBeVisible();
    await ready("lesson");
    await part("Programs");
    for (const name of ["Examples", "Files"]) await tab(name);
    await part("Code");
    await page.getByRole("button", { name: /^Step/ }).tap();
    await expect(lab.stepping).toBeVisible();
    await ready("stepping");
    for (const name of ["Run settings", "Share", "Help"]) {
      await page.getByRole("button", { name, exact: true }).tap();
      // What is said in a dialog may still be on its way.
      if (name !== "Run settings") await expect(page.getByRole("dialog", { name })).toBeVisible();
      await ready(name);
      await page.keyboard.press("Escape");
    }
  });
}
