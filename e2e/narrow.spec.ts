import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";

// A phone, a small frame, a page enlarged twice: one part of the page at a time.

test("at any width the controls of the header stand side by side, none cut off", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseTheme("High contrast");
  for (const width of [360, 390, 768, 800, 1024, 1200]) {
    await page.setViewportSize({ width, height: 780 });
    const overlaps = async () => {
      const places = await lab.headerPlaces();
      expect(places.length).toBeGreaterThanOrEqual(6);
      const ends = [0, ...places.map(({ right }) => right)];
      const over = places.filter(({ left }, k) => left < (ends[k] ?? 0));
      return [...over, ...places.filter(({ right }) => right > width)];
    };
    // A narrow page has another header, which takes a frame to come.
    await expect.poll(overlaps, `at ${width} pixels`).toEqual([]);
  }
});

const sizes = [
  { name: "a small phone", width: 320, height: 640 },
  { name: "a phone", width: 390, height: 844 },
  { name: "a page enlarged twice", width: 720, height: 450 },
];
const parts = ["Code", "Chip", "Output", "Lesson", "Programs"] as const;

const asking = `from parallel import *

print "core " + str(coreid()) + " has something to say that is longer than a phone is wide"
if coreid() < 2:
    x = input("How many darts shall each core throw? ")
    print "thrown: " + x
`;

/// Says that nothing lies over anything else, is cut off at a side, or has to be scrolled sideways, once the page has settled: parts
/// that are fetched late take their places in a frame of their own.
async function expectInOrder(page: Page): Promise<void> {
  await expect.poll(() => disorder(page)).toEqual([]);
}

function disorder(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility() && element.closest(".visually-hidden, .shy") === null;
    const wrong: string[] = [];
    for (const element of document.querySelectorAll("body, .page, .page *, .embedded, .embedded *")) {
      if (element.closest(".monaco-editor, .visually-hidden, .shy, svg, h1") !== null) continue;
      const { overflowX, clipPath } = getComputedStyle(element);
      if (clipPath !== "none" || overflowX === "visible") continue;
      if (element.scrollWidth > element.clientWidth + 1) {
        wrong.push(`${element.tagName} ${element.className} scrolls sideways`);
      }
    }
    const controls = [...document.querySelectorAll("button, select, input, [role=tab]")].filter(
      (control) => shown(control) && control.closest(".monaco-editor, .library, .lesson") === null,
    );
    /// What is to be seen of an element: the rest is cut off by what scrolls around it.
    const seen = (control: Element) => {
      let { left, top, right, bottom } = control.getBoundingClientRect();
      for (let around = control.parentElement; around !== null; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === "visible") continue;
        const edge = around.getBoundingClientRect();
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      return { left, top, right, bottom };
    };
    const boxes = controls.map((control) => ({ control, box: seen(control) }));
    const name = (control: Element) => control.getAttribute("aria-label") ?? control.textContent;
    for (const [index, { control, box }] of boxes.entries()) {
      if (box.left < -1 || box.right > innerWidth + 1) wrong.push(`${name(control)} is cut off`);
      for (const { control: other, box: at } of boxes.slice(index + 1)) {
        const over =
          Math.min(box.right, at.right) - Math.max(box.left, at.left) > 1 &&
          Math.min(box.bottom, at.bottom) - Math.max(box.top, at.top) > 1;
        if (over) wrong.push(`${name(control)} and ${name(other)} overlap`);
      }
    }
    return wrong;
  });
}

for (const { name, ...size } of sizes) {
  const tag = name === "a phone" ? [] : "@long";
  test(`on ${name} a run shows what it prints, and a question beside whatever is shown`, { tag }, async ({ page }) => {
    await page.setViewportSize(size);
    const lab = await Lab.open(page);
    await expectInOrder(page);
    await lab.run(asking);
    const question = lab.output.question(/core [01]/);
    await expect(question).toBeInViewport();
    await expect(question).toBeFocused();
    await expect(lab.part("Output")).toHaveAttribute("aria-selected", "true");
    await expect(lab.output.log).toBeInViewport();
    await expect(lab.part("Output")).toHaveAccessibleName("Output 2 cores wait for you");
    await expectInOrder(page);
    for (const part of parts) {
      await lab.part(part).click();
      await expect(question, part).toBeInViewport({ ratio: 1 });
      await expectInOrder(page);
    }
    await expectNoViolations(page, ".narrow");
    await question.fill("1000");
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await lab.output.question(/core [01]/).fill("20");
    await page.keyboard.press("Enter");
    await expect(lab.part("Output")).toHaveAccessibleName("Output 20 lines");
    // The reader had chosen another part.
    await expect(lab.part("Programs")).toHaveAttribute("aria-selected", "true");
    await lab.part("Output").click();
    await expect(lab.output.end).toHaveText(/^16 cores ended/);
  });

  test(`on ${name} one who steps can go back, whichever part is shown`, { tag }, async ({ page }) => {
    await page.setViewportSize(size);
    const lab = await Lab.open(page);
    await lab.editor.write("a = 1\nb = 2\nc = 3\nprint a + b + c\n");
    await page.getByRole("button", { name: "Step", exact: true }).click();
    const back = lab.stepping.getByRole("button", { name: "Back" });
    await expect(back).toBeDisabled();
    await lab.step();
    await expect(lab.part("Code")).toHaveAccessibleName("Code paused");
    for (const part of parts) {
      await lab.part(part).click();
      await expect(back, part).toBeEnabled();
      await expect(back, part).toBeInViewport({ ratio: 1 });
      await expectInOrder(page);
    }
    await back.click();
    await expect(lab.stepping).toContainText(/^Back where/);
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  const isShown = (tab: Locator) => expect(tab).toHaveAttribute("aria-selected", "true");

  test("a fault comes to the front, and is marked where it is not", async ({ page }) => {
    const lab = await Lab.open(page);
    await lab.run("from parallel import *\nif coreid() == 3:\n    print 1 / 0\n");
    await isShown(lab.part("Output"));
    await expect(lab.output.log.getByText("Core 3 failed")).toBeInViewport();
    await expect(lab.part("Output")).toHaveAccessibleName(/problem/);
    await expect(lab.part("Chip")).toHaveAccessibleName("Chip 1 core failed");
  });

  test("what is wrong with the program comes to the front", async ({ page }) => {
    const lab = await Lab.open(page);
    await lab.run("print (\n");
    await isShown(lab.part("Output"));
    await expect(page.getByRole("tabpanel", { name: /^Problems/ })).toBeInViewport();
    await expect(lab.part("Code")).toHaveAccessibleName(/^Code \d errors?$/);
  });

  test("a run that sends and prints nothing shows the chip; one that gets stuck says so on the tabs", async ({
    page,
  }) => {
    const lab = await Lab.open(page);
    await lab.run("from parallel import *\nif coreid() == 0:\n    send(1, 1)\nelif coreid() == 1:\n    x = recv(0)\n");
    await isShown(lab.part("Chip"));
    await expect(lab.chip.narration).toContainText("All 16 cores have ended");
    await lab.part("Code").click();
    await lab.run("from parallel import *\nx = recv((coreid() + 1) % numcores())\n");
    await isShown(lab.part("Output"));
    await expect(lab.output.log.getByText(/^Deadlock/).first()).toBeInViewport();
    await expect(lab.part("Chip")).toHaveAccessibleName("Chip stuck in a deadlock");
  });

  test("one who goes on writing, or has chosen another part, is left there", async ({ page }) => {
    const lab = await Lab.open(page);
    const slow =
      "from parallel import *\nfor i in range(400):\n    if i % 100 == 0 and coreid() == 0:\n        x = input()\n";
    await lab.run(slow);
    await expect(lab.output.question("core 0")).toBeVisible();
    await isShown(lab.part("Output"));
    await lab.part("Lesson").click();
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(lab.output.question("core 0")).toBeVisible();
    await isShown(lab.part("Lesson"));
    await lab.stopButton.click();
    await expect(lab.runButton).toBeEnabled();
    await isShown(lab.part("Lesson"));
  });

  test("one who works by keys keeps the focus when the part changes", async ({ page }) => {
    const lab = await Lab.open(page);
    await lab.editor.write('print "hello"\n');
    await page.keyboard.press("ControlOrMeta+Enter");
    await isShown(lab.part("Output"));
    await expect(lab.part("Output")).toBeFocused();
  });
});

for (const width of [360, 700, 1024]) {
  const tag = width === 360 ? [] : "@long";
  test(`in a frame of ${width} pixels a question is visible, whichever part is shown`, { tag }, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const lab = await Lab.open(page);
    await lab.editor.write(asking);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
    await page.setViewportSize({ width, height: 420 });
    await page.goto("about:blank");
    await page.goto(`./?embed=1${new URL(link).hash}`);
    await lab.editor.loaded();
    await lab.runButton.click();
    const question = lab.output.question(/core [01]/);
    await expect(question).toBeInViewport({ ratio: 1 });
    for (const part of ["Problems", "Chip", "Output"]) {
      await page.getByRole("tab", { name: new RegExp(`^${part}`) }).click();
      await expect(question, part).toBeInViewport({ ratio: 1 });
    }
    await expectInOrder(page);
  });
}

test("on a wide page a question is visible whichever of the results is shown", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.showBottom("Timeline");
  await lab.run(asking);
  for (const name of ["Timeline", "Scaling", "Breakpoints", /^Problems/, /^Output/]) {
    await lab.showBottom(name);
    await expect(lab.output.question(/core [01]/)).toBeInViewport({ ratio: 1 });
  }
});
