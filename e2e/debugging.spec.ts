import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";
import { passing } from "./programs.ts";

// What learners do to see the machine work, line by line. The same with the keyboard alone is in keyboard.spec.ts.

test("a deadlock: which cores wait, for whom and where, in words and as arrows", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(4);
  // Three wait in a ring; the fourth has sent what nobody takes.
  await lab.run(
    "from parallel import *\n\nme = coreid()\nif me == 3:\n    send(7, 0)\nvalue = recv((me + 1) % 3)\nprint value\n",
  );
  await expect(lab.output.end).toHaveText(/^Deadlock after/);
  const { deadlock } = lab.chip;
  await expect(deadlock).toContainText("The circle: 0 → 1 → 2 → 0. Each waits for the next.");
  for (const [core, other] of [
    [0, 1],
    [1, 2],
    [2, 0],
  ] as const) {
    await expect(lab.chip.deadlocked(core)).toHaveText(`Core ${core} waits in recv from core ${other}, line 6`);
    const name = new RegExp(`is in a deadlock with ${other} at line 6`);
    await expect(lab.chip.core(core)).toHaveAccessibleName(name);
  }
  await expect(lab.chip.deadlocked(3)).toHaveText("Core 3 waits in send to core 0, line 5");
  await expect(deadlock.getByRole("list", { name: "Messages never received" })).toContainText(
    "A message from core 3 to core 0 was never received: send, line 5",
  );
  await expect(lab.chip.waitArrows).toHaveCount(3);
  await deadlock.getByRole("button", { name: "line 5" }).first().click();
  await expect(lab.status).toContainText("Ln 5,");
  await lab.chip
    .deadlocked(2)
    .getByRole("button", { name: /^Core 2/ })
    .click();
  await expect(lab.chip.details("Core 2")).toContainText("deadlocked");
  await expect(page.getByRole("status", { name: "What the cores do" })).toContainText("deadlock");
});

test("a deadlock that grows is told once, and is old as soon as the program is changed", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run(
    "from parallel import *\n\nif coreid() == 15: recv(7)\nif coreid() != 7:\n    for o in range(numcores()):\n        if o != coreid(): send(1, o)\n",
  );
  await expect(lab.output.end).toHaveText(/^Deadlock after/);
  await expect(lab.output.log.getByText(/^Deadlock: /)).toHaveText("Deadlock: 15 cores can never continue");
  await expect(lab.chip.deadlock.getByRole("heading")).toHaveText("Deadlock: 15 cores can never continue");
  await expect(lab.chip.deadlocked(15)).toContainText("but core 7 ended without sending to core 15");
  await expect(lab.chip.core(0)).toContainText("stuck with 1line 6");
  await expect(lab.chip.core(15)).toContainText("stuck with 7line 3");
  const problems = await lab.showProblems();
  await expect(problems.getByText("Deadlock: 15 cores can never continue")).toHaveCount(1);
  await problems.getByRole("button", { name: "Who waits for whom" }).click();
  await expect(lab.chip.deadlock).toBeFocused();

  await expect(lab.chip.deadlock).not.toContainText("before your edit");
  await lab.editor.write("print 1\n");
  await expect(lab.chip.deadlock.getByRole("heading")).toContainText("from the last run, before your edit");
  await expect(problems).not.toContainText("Deadlock");
  await page.getByRole("tab", { name: /^Output/ }).click();
  await expect(lab.output.log).toContainText("from the last run, before your edit");
  await lab.runButton.click();
  await expect(lab.chip.deadlock).toBeHidden();
});

test("a send and its recv, step by step on two cores: the postbox fills and empties", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.showEverything();
  await lab.chooseCores(2);
  await lab.editor.write(passing);
  await page.getByRole("button", { name: /^Step/ }).click();
  await expect(lab.stepping).toContainText("All cores stand still");
  await lab.chip.core(1).click();
  await lab.core.show("Postbox");
  await expect(lab.core.postbox(0)).toContainText("never used");
  // Core 0 sends while core 1 is still busy: the message waits.
  await lab.stepUntil(lab.core.postbox(0), /waits.*20.*send, line 4/);
  await expect(lab.core.postboxWords).toHaveText("1 message waits to be received.");
  await expect(lab.chip.core(0)).toHaveAccessibleName(/is sending to 1 at line 4/);
  await expect(lab.chip.core(1)).toHaveAccessibleName(/at line [789]/);
  await lab.stepUntil(lab.core.postbox(0), /read/);
  await expect(lab.core.postboxWords).toContainText("No message waits.");
  await lab.core.show("Variables");
  await lab.stepUntil(lab.core.variable("value"), /20/);
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^2 cores ended/);
  await expect(lab.output.line("core 1", "got 20")).toBeVisible();
});

const counting = `from parallel import *

total = 0
for i in range(6):
    total += i * coreid()
print total
`;

test("a breakpoint with a condition stops on one core only; stepping back shows the old value", {
  tag: "@smoke",
}, async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(4);
  await lab.editor.write(counting);
  await lab.editor.goTo("total +=");
  await page.keyboard.press("F9");
  await lab.showBottom(/^Breakpoints/);
  await page.getByLabel("Condition of the breakpoint at hello.py, line 5").fill("i == 3 and coreid() == 2");
  await lab.runButton.click();
  await expect(lab.stepping).toContainText("Core 2 is at a breakpoint");
  await expect(page.getByRole("tab", { name: "Core 2", exact: true })).toBeVisible();
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
  await expect(lab.output.line("core 2", "30")).toBeVisible();
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
  await lab.showEverything();
  await lab.chooseCores(1);
  await lab.editor.write(filling);
  await page.keyboard.press("F10");
  await expect(lab.stepping).toContainText("All cores stand still");
  await lab.step();
  await lab.step();
  await lab.core.show("Variables");
  await lab.core.variable("data").getByRole("button", { name: "data", exact: true }).click();
  await expect(lab.core.variable("[0]")).toContainText("0");
  await lab.core.variable("[0]").getByRole("button", { name: /^0x/ }).click();
  await expect(lab.core.told).toContainText(/elements of a list data/);
  await expect(lab.core.dump.locator(".chosen")).toHaveText("00");
  await lab.step();
  await lab.step();
  await expect(lab.core.dump.locator(".chosen")).toHaveText("64");
});

test("the program can be watched line by line, and stopped from that", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write("i = 0\nwhile True:\n    i += 1\n");
  await page.keyboard.press("F10");
  await lab.stepping.getByRole("combobox", { name: "Speed" }).selectOption("12");
  await lab.runButton.click();
  await lab.core.show("Variables");
  await expect(lab.core.variable("i")).toContainText("3");
  await lab.stop();
});
