import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";
import { TeachDesk } from "./pages/teach.ts";
import { passing } from "./programs.ts";

// axe finds nothing wrong with any view, each with something in it, in light, dark and high contrast.

/// All cores send round a ring and print, without end.
const busy = `from parallel import *

me = coreid()
value = me
while True:
    if me % 2 == 0:
        send(value, (me + 1) % numcores())
        value = recv((me + numcores() - 1) % numcores())
    else:
        other = recv(me - 1)
        send(value, (me + 1) % numcores())
        value = other
    print value
`;

const pane = {
  chip: '.tabbed:has(> .tab-row [aria-label="The chip"])',
  core: '.tabbed:has(> .tab-row [aria-label="The chosen core"])',
  results: '.tabbed:has(> .tab-row [aria-label="Results"])',
  left: '.tabbed:has(> .tab-row [aria-label="Programs"])',
};

test("the whole page, as it is first seen and while it runs", { tag: "@smoke" }, async ({ page }) => {
  const lab = await Lab.open(page);
  await expectNoViolations(page, ".page");
  await lab.run(busy);
  await expect(lab.chip.core(3)).toHaveAccessibleName(/last output/);
  await lab.page.getByRole("button", { name: /^Pause/ }).click();
  await expect(lab.stepping).toContainText("stand still");
  await expectNoViolations(page, ".page");
});

test("the chip: links, virtual cores, a deadlock, a chip of 1,024 cores", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseVirtualCores(2);
  await lab.run(busy);
  await expect(page.getByText(/^Busiest link/)).toBeVisible();
  await page.getByRole("button", { name: /^Pause/ }).click();
  await expect(lab.stepping).toContainText("stand still");
  await expectNoViolations(page, pane.chip);
  await lab.stop();
  await lab.chooseVirtualCores(0);
  await lab.openExample("A deadlock, on purpose");
  await lab.runButton.click();
  await expect(lab.chip.deadlock).toBeVisible();
  await expectNoViolations(page, pane.chip);
  await lab.showProblems();
  await expectNoViolations(page, pane.results);
  await lab.chooseChip("Epiphany-V");
  await lab.runButton.click();
  await expect(lab.chip.deadlock).toContainText("1,024 cores");
  await lab.chip.map.focus();
  await page.keyboard.press("ArrowRight");
  await expectNoViolations(page, pane.chip);
});

test("stepping and breakpoints", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.openExample("Gauss-Seidel");
  await lab.editor.focus();
  await lab.editor.goTo("error = residual()");
  await page.keyboard.press("F9");
  await lab.showBottom(/^Breakpoints/);
  await page.getByLabel(/^Condition of the breakpoint/).fill("rounds ==");
  await expectNoViolations(page, pane.results);
  await page.getByLabel(/^Condition of the breakpoint/).fill("rounds == 2");
  await lab.runButton.click();
  await expect(lab.stepping).toContainText("at a breakpoint");
  await expectNoViolations(page, ".editor-pane");
  await lab.showProblems();
  await expectNoViolations(page, pane.results);
});

/// Some lines into a program with lists and messages.
async function stepInto(page: Page): Promise<Lab> {
  const lab = await Lab.open(page);
  await lab.openExample("Gauss-Seidel");
  await page.keyboard.press("F10");
  await expect(lab.stepping).toContainText("All cores stand still");
  for (let steps = 0; steps < 8; steps++) await lab.step();
  return lab;
}

test("the chosen core: its state, calls, postbox and variables", async ({ page }) => {
  const lab = await stepInto(page);
  await expectNoViolations(page, pane.core);
  for (const part of ["Variables", "Calls"] as const) {
    await lab.core.show(part);
    await expectNoViolations(page, pane.core);
  }
  await lab.showEverything();
  for (const part of ["Calls", "Postbox", "Variables"] as const) {
    await lab.core.show(part);
    await expectNoViolations(page, pane.core);
  }
  await lab.core.variable("rod").getByRole("button", { name: "rod", exact: true }).click();
  await expectNoViolations(page, pane.core);
});

test("the memory and the byte code", async ({ page }) => {
  const lab = await stepInto(page);
  await lab.showEverything();
  await lab.core.show("Variables");
  await lab.core.variable("rod").getByRole("button", { name: /^0x/ }).click();
  await expect(lab.core.dump).toBeFocused();
  await lab.step();
  await expectNoViolations(page, pane.core);
  await page.getByRole("tab", { name: "Byte code" }).click();
  await page.getByRole("listbox", { name: "Byte code" }).focus();
  await page.keyboard.press("ArrowDown");
  await expectNoViolations(page, pane.chip);
});

test("the results: output in lines and columns, a question, the timeline, scaling", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(4);
  await lab.run(
    "from parallel import *\nprint coreid()\nif coreid() == 2:\n    a = [1]\n    print a[4]\nn = input('n? ')\n",
  );
  await expect(lab.output.question(/core [013]/)).toBeVisible();
  await expectNoViolations(page, pane.results);
  await lab.output.columns.click();
  await expectNoViolations(page, pane.results);
  await lab.output.columns.click();
  await lab.stopButton.click();
  await expect(lab.output.end).toBeVisible();
  await expectNoViolations(page, pane.results);
  await lab.editor.write(passing);
  await lab.showBottom(/^Timeline/);
  await lab.runButton.click();
  await lab.timeline.settled();
  await lab.timeline.rows.focus();
  await page.keyboard.press("ArrowRight");
  for (const view of ["Time", "Messages", "Summary", "List"] as const) {
    await lab.timeline.show(view);
    await expectNoViolations(page, pane.results);
  }
  await lab.showBottom("Scaling");
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(lab.scaling.verdict).toContainText(/^Fastest on/);
  await expectNoViolations(page, pane.results);
});

test("what lies on the left: lessons, files, an assignment; and the dialogs", async ({ page }) => {
  const lab = await Lab.open(page);
  await page.getByRole("tab", { name: "Files" }).click();
  await expectNoViolations(page, pane.left);
  const lessons = new LessonPanel(page);
  await lessons.showList();
  await expectNoViolations(page, pane.left);
  // Its other parts are looked at in teach.spec.ts.
  const desk = await TeachDesk.open(page);
  await desk.begin("Make an assignment");
  await desk.field("Task").fill("Print the **id** of each core.");
  await desk.show("Checks");
  await desk.add("Prints a line");
  await desk.show("Share");
  const link = await desk.link();
  await desk.close();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await expectNoViolations(page, "dialog[open]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Help" }).click();
  await expectNoViolations(page, "dialog[open]");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Run settings", exact: true }).click();
  await expectNoViolations(page, ".run-settings");
  await page.keyboard.press("Escape");
  await lessons.open("Hello from every core");
  await lessons.button("Show a hint").click();
  await lessons.checkButton.click();
  await expect(lessons.outcome).toContainText("checks passed");
  await expectNoViolations(page, pane.left);
  // The link of an assignment has the form to hand in.
  await page.goto(link);
  await lab.editor.loaded();
  await expect(page.getByLabel("Your name")).toBeVisible();
  await expectNoViolations(page, pane.left);
});

test("a project with a program of the host", async ({ page }) => {
  const lab = await Lab.open(page);
  const host = readFileSync(new URL("../examples/8-host/01-kernel.py", import.meta.url), "utf8");
  await lab.run(host);
  await expect(lab.output.end).toHaveText(/cores ended/);
  await expectNoViolations(page, ".page");
});

test("on a phone, part by part", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await Lab.open(page);
  await lab.run(passing);
  const parts = page.getByRole("tablist", { name: "Parts of the page" });
  for (const part of ["Output", "Chip", "Lesson", "Programs", "Code"]) {
    await parts.getByRole("tab", { name: part }).click();
    await expectNoViolations(page, ".page");
  }
});
