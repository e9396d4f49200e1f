import { expect, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { DebugView } from "./pages/debug-view.ts";
import { Lab } from "./pages/lab.ts";

// Values where one looks for them, and breakpoints of every kind. Stepping and conditions are in debugging.spec.ts.

const adding = `from parallel import *

me = coreid()
data = [me, me * 10]
total = 0
for step in range(2):
    total += data[step]
    print("at", step)
if me == 0:
    send(total, 1)
if me == 1:
    got = recv(0)
print(total)
`;

test("values at the ends of lines, on hover, watched, and on all cores, by mouse", async ({ page }) => {
  const lab = await Lab.open(page);
  const view = new DebugView(page);
  await lab.chooseCores(4);
  await lab.editor.write(adding);
  await page.locator(".monaco-editor .view-lines").getByText("print").first().click({ button: "right" });
  await view.chooseFromMenu("Run to Cursor");
  await expect(lab.stepping).toContainText("Core 0 is at its next line.");
  await expect(view.inlineValues.filter({ hasText: "data" })).toHaveText("data = [0, 0]");
  await lab.chip.core(3).click();
  // It has not begun yet: seven lines bring it there.
  for (let lines = 0; lines < 7; lines++) await lab.step();
  await expect(view.inlineValues.filter({ hasText: "data" }).first()).toHaveText("data = [3, 30]");
  await expect(view.inlineValues.filter({ hasText: "me = 3" })).toHaveCount(1);
  // Nothing is said of lines that the core has not come to.
  await expect(view.inlineValues.filter({ hasText: "got" })).toHaveCount(0);
  await lab.editor.focus();
  await lab.editor.goTo("data");
  await page.keyboard.press("ControlOrMeta+K");
  await page.keyboard.press("ControlOrMeta+I");
  await expect(lab.editor.hover.first()).toContainText("data = [3, 30]");

  await lab.core.show("Variables");
  await view.newWatch.fill("data[1] * 2");
  await view.newWatch.press("Enter");
  await expect(view.watch("data[1] * 2")).toContainText("60");
  await lab.chip.core(1).click();
  await expect(view.watch("data[1] * 2")).toContainText("20");
  await view.newWatch.fill("gone");
  await view.newWatch.press("Enter");
  await expect(view.watch("gone")).toContainText("there is no variable gone here");

  await view.showOnAllCores("data").click();
  await expect(view.onAllCores("data").getByRole("cell")).toHaveText([
    "0: [0, 0]",
    "1: [1, 10]",
    "2: [2, 20]",
    "3: [3, 30]",
  ]);
  await page.getByRole("spinbutton", { name: "Element" }).fill("1");
  const spread = view.onAllCores("data[1]");
  await expect(spread.getByRole("cell")).toHaveText(["0: 0", "1: 10", "2: 20", "3: 30"]);
  await expect(spread).toContainText("Palest: 0 Strongest: 30");
  await expectNoViolations(page, ".spread");
  await expectNoViolations(page, ".watches");
  await expectNoViolations(page, ".editor-pane");

  // Watches are kept with the program.
  await lab.stopButton.click();
  await page.reload();
  await lab.editor.loaded();
  await lab.core.show("Variables");
  await expect(view.watch("data[1] * 2")).toContainText("nothing has been run yet");
  await page.getByRole("button", { name: "Remove the watch gone" }).click();
  await expect(view.watch("gone")).toHaveCount(0);
});

test("breakpoints of every kind, by keyboard: a log that does not stop, a change, a message, a failure", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  const view = new DebugView(page);
  await lab.chooseCores(2);
  await lab.run(adding);
  await expect(lab.output.end).toHaveText(/^2 cores ended/);
  const plain = (await lab.output.end.textContent())?.split(",")[0] ?? "";

  await lab.editor.focus();
  await lab.editor.goTo('"at"');
  await page.keyboard.press("F9");
  await lab.showBottom(/^Breakpoints/);
  await page.getByRole("combobox", { name: "What happens at hello.py, line 8" }).selectOption("log");
  await expect(view.logMessage("hello.py, line 8")).toBeFocused();
  await page.keyboard.type("total is {tot");
  await expect(page.getByText("A } is missing")).toBeVisible();
  await page.keyboard.type("al}");
  await page.keyboard.press("Control+Enter");
  await lab.showBottom(/^Output/);
  // In the same virtual time, and beside the same output.
  await expect(lab.output.end).toContainText(plain);
  await expect(lab.output.line("core 1", "line 8total is 11")).toHaveClass(/log-point/);
  expect(await lab.output.texts()).toContain("11");

  await lab.showBottom(/^Breakpoints/);
  await page.getByRole("checkbox", { name: "Use the breakpoint at hello.py, line 8" }).uncheck();
  await view.addBreakpoint("a value changes").press("Enter");
  await expect(view.changingValue).toBeFocused();
  await page.keyboard.type("total");
  await page.getByRole("combobox", { name: "Core on which the value changes" }).selectOption("1");
  await page.keyboard.press("Control+Enter");
  await expect(lab.stepping).toContainText("On core 1, total changed from no value to 0.");
  await page.keyboard.press("Control+Enter");
  await expect(lab.stepping).toContainText("On core 1, total changed from 0 to 1.");
  await page.getByRole("button", { name: "Remove the breakpoint for changes of total" }).press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(lab.status).toHaveAttribute("data-status", "idle");

  await view.addBreakpoint("a message arrives").press("Enter");
  await page.getByRole("combobox", { name: "Pause when a message comes from" }).selectOption("0");
  await expectNoViolations(page, "[aria-label=Results]");
  await page.keyboard.press("Control+Enter");
  await expect(lab.stepping).toContainText("A message has arrived at core 1. Core 0 sent 0 to core 1");
  await expect(lab.stepping.getByRole("status")).toContainText("Core 0 sent 0 to core 1");
  await page.getByRole("button", { name: "Remove the breakpoint for messages" }).press("Enter");
  await page.keyboard.press("Control+Enter");
  await expect(lab.status).toHaveAttribute("data-status", "idle");

  await view.addBreakpoint("a core fails").press("Enter");
  await lab.editor.focus();
  await lab.editor.writeHere("from parallel import *\nx = coreid()\nprint(1 / (x - 1))\n");
  await page.keyboard.press("Control+Enter");
  await expect(lab.stepping).toContainText("Core 1 failed.");
  await expect(view.inlineValues.filter({ hasText: "x = 1" }).first()).toBeVisible();
});
