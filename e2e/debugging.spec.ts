import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// What learners do to see the machine work, line by line. Keys alone, where a test says so.

const passing = `from parallel import *

if coreid() == 0:
    send(20, 1)
    print "sent"
elif coreid() == 1:
    waste = 0
    for i in range(40):
        waste += i
    value = recv(0)
    print "got", value
`;

test("a message is seen to fill the postbox and to leave it, by the keyboard alone", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(2);
  await lab.editor.write(passing);
  await page.keyboard.press("F10");
  await expect(lab.stepping).toContainText("Every core stands still");
  await lab.chip.core(1).focus();
  await lab.core.show("Postbox");
  await expect(lab.core.postbox(0)).toContainText("never used");
  // Core 0 sends while core 1 is still busy: the message waits.
  for (let steps = 0; steps < 6; steps++) {
    await page.keyboard.press("F10");
    await expect(lab.stepping).toContainText("next line");
    if ((await lab.core.postbox(0).textContent())?.includes("waits")) break;
  }
  await expect(lab.core.postbox(0)).toContainText(/waits.*20.*send, line 4/);
  await expect(lab.chip.core(0)).toHaveAccessibleName(/is sending to 1 at line 4/);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(lab.output.end).toHaveText(/^2 cores ended/);
  await expect(lab.core.postbox(0)).toContainText("read");
  await expect(lab.output.line("device 1", "got 20")).toBeVisible();
});

const counting = `from parallel import *

total = 0
for i in range(6):
    total += i * coreid()
print total
`;

test("a breakpoint with a condition stops on one core only; stepping back shows the old value", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(4);
  await lab.editor.write(counting);
  await lab.editor.goTo("total +=");
  await page.keyboard.press("F9");
  await lab.showBottom(/^Breakpoints/);
  await page.getByLabel("Condition of the breakpoint at hello.py, line 5").fill("i == 3 and coreid() == 2");
  await lab.runButton.click();
  await expect(lab.stepping).toContainText("Core 2 is at a breakpoint");
  await lab.core.show("Variables");
  await expect(lab.core.variable("i")).toContainText("3");
  await expect(lab.core.variable("total")).toContainText("6");
  await lab.stepping.getByRole("combobox", { name: "A step moves" }).selectOption("core");
  await page.keyboard.press("F10");
  await expect(lab.core.variable("total")).toContainText("12");
  await page.keyboard.press("Shift+F10");
  await expect(lab.core.variable("total")).toContainText("6");
  await lab.showBottom(/^Output/);
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^4 cores ended/);
  await expect(lab.output.line("device 2", "30")).toBeVisible();
});

test("a wrong condition says what is wrong with it", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(counting);
  await lab.editor.goTo("total +=");
  await page.keyboard.press("F9");
  await lab.showBottom(/^Breakpoints/);
  const field = page.getByLabel("Condition of the breakpoint at hello.py, line 5");
  await field.fill("i ==");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Remove the breakpoint at hello.py, line 5" }).click();
  await expect(field).toHaveCount(0);
});

const filling = `data = [0] * 8
for i in range(8):
    data[i] = 100 + i
print data
`;

test("the bytes of a list are found in the memory, and an element is seen to change", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(1);
  await lab.editor.write(filling);
  await page.keyboard.press("F10");
  await page.keyboard.press("F10");
  await page.keyboard.press("F10");
  await lab.core.show("Variables");
  await lab.core.variable("data").getByRole("button", { name: "data" }).click();
  await expect(lab.core.variable("[0]")).toContainText("0");
  await lab.core.variable("[0]").getByRole("button", { name: /^0x/ }).click();
  await expect(lab.core.told).toContainText(/elements of a list data/);
  await expect(lab.core.dump.locator(".chosen")).toHaveText("00");
  await page.keyboard.press("F10");
  await page.keyboard.press("F10");
  await expect(lab.core.dump.locator(".chosen")).toHaveText("64");
});

test("the program can be watched line by line, and stopped from that", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write("i = 0\nwhile True:\n    i += 1\n");
  await page.keyboard.press("F10");
  await lab.stepping.getByRole("combobox", { name: "Speed" }).selectOption("12");
  await lab.runButton.click();
  await lab.core.show("Variables");
  await expect(lab.core.variable("i")).toContainText("3", { timeout: 10_000 });
  await lab.stop();
});
