import { expect, type Page, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";

// Nothing jumps: the browser's own measure of layout shift is 0 from the first paint through a run, a deadlock and a check. And a
// newcomer's way, on every size of page, without scrolling sideways.

/// Notes every shift that no key or click has just caused, with what moved: also those that came before it was asked to. Only
/// Chromium measures them; elsewhere there are none.
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    type Shift = PerformanceEntry & { hadRecentInput: boolean; sources: { node: Node | null }[] };
    const nameOf = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement;
      return `${element?.tagName}.${element?.getAttribute("class")}`;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (!entry.hadRecentInput) shifts.push(entry.sources.map(({ node }) => nameOf(node)).join(", "));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts.splice(0));
}

const solved = 'from parallel import *\nprint "Hello from core " + str(coreid()) + " of " + str(numcores())\n';
const stuck = "from parallel import *\nx = recv((coreid() + 1) % numcores())\n";

/// Sizes of pages, and whether they are touched.
const sizes = [
  [1440, 900, false],
  [1024, 768, false],
  [768, 1024, true],
  [390, 844, true],
  [320, 640, true],
] as const;

for (const [width, height, touched] of sizes) {
  test.describe(`at ${width} × ${height}`, () => {
    test.use({ viewport: { width, height }, hasTouch: touched, isMobile: touched });

    const tag = [1440, 390].includes(width) ? [] : "@long";
    test("a newcomer runs, reads, passes the first lesson and goes on; nothing jumps or has to be scrolled sideways", {
      tag,
    }, async ({ page }) => {
      test.slow();
      const lab = await Lab.open(page);
      const shifts = await watchShifts(page);
      const panel = new LessonPanel(page);
      const press = (target: ReturnType<Page["locator"]>) => (touched ? target.tap() : target.click());
      const calm = async (when: string) => {
        expect(await shifts(), when).toEqual([]);
        const wide = await page.evaluate(() =>
          [document.scrollingElement, ...document.querySelectorAll(".page, .log, .lesson, .library, .mesh")]
            .filter((element) => element !== null && getComputedStyle(element).overflowX !== "visible")
            .filter((element) => element !== null && element.scrollWidth > element.clientWidth + 1)
            .map((element) => element?.className),
        );
        expect(wide, when).toEqual([]);
      };
      const narrow = width < 800;
      const part = async (name: Parameters<Lab["part"]>[0]) => {
        if (narrow) await press(lab.part(name));
      };

      await calm("first");
      await press(lab.runButton);
      await part("Output");
      await expect(lab.output.end).toHaveText(/^16 cores/);
      // On the smallest phone they are scrolled, up and down.
      if (height >= 700) await expect(lab.output.log.locator(".log-line")).toHaveCount(16);
      await calm("run");

      await part("Lesson");
      if (!narrow) await press(page.getByRole("tab", { name: "Lessons" }));
      await press(
        panel
          .button("Hello from every core")
          .or(page.getByRole("button", { name: /^Hello from every core/ }))
          .first(),
      );
      await expect(panel.title("Hello from every core")).toBeVisible();
      // It takes its room, however long it takes to come.
      await shifts();
      await calm("lesson");
      await press(panel.checkButton);
      await expect(panel.outcome).toContainText("checks passed");
      await calm("failed check");
      await part("Code");
      await lab.editor.write(solved);
      await part("Lesson");
      await press(panel.checkButton);
      await expect(panel.outcome).toContainText("All checks passed");
      await calm("check");
      await press(page.getByRole("button", { name: /^Next lesson/ }));
      await expect(panel.title("Core ids are numbers")).toBeVisible();
      await calm("next");

      await part("Code");
      await lab.editor.write(stuck);
      await press(lab.runButton);
      await part("Chip");
      await expect(lab.chip.deadlock).toBeVisible();
      await calm("deadlock");
    });
  });
}
