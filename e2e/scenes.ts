import { expect } from "@playwright/test";
import type { Lab } from "./pages/lab.ts";

/// On a phone the parts of the page are tabs: shows one of them.
async function show(lab: Lab, part: string): Promise<void> {
  const tab = lab.page.getByRole("tablist", { name: "Parts of the page" }).getByRole("tab", { name: part });
  if ((await tab.count()) > 0) await tab.click();
}

/// Every core computes for a while, each a little longer than the last, and passes on what it has.
const rounds = `from parallel import *

me = coreid()
total = 0
for i in range(3):
    for k in range(20 + 12 * ((me * 7) % 5)):
        total += k
    right = (me + 1) % numcores()
    left = (me + numcores() - 1) % numcores()
    if me % 2 == 0:
        send(total, right)
        total = recv(left)
    else:
        value = recv(left)
        send(total, right)
        total = value
    best = reduce(total, "max")
    sync()
print total
`;

async function stepInto(lab: Lab): Promise<void> {
  await lab.openExample("Gauss-Seidel");
  for (let steps = 0; steps < 8; steps++) {
    await lab.page.keyboard.press("F10");
    await expect(lab.stepping).toContainText(/stands still|next line/);
  }
}

/// Moments worth a picture, each from a freshly opened page.
export const scenes: Readonly<Record<string, (lab: Lab) => Promise<void>>> = {
  async first() {},

  async hello(lab) {
    await lab.runButton.click();
    await show(lab, "Output");
    await expect(lab.page.getByText(/16 cores ended in/).first()).toBeAttached();
  },

  /// Messages under way, by a program that goes on for long.
  async heat(lab) {
    await lab.openExample("Gauss-Seidel");
    await lab.runButton.click();
    await expect(lab.stopButton).toBeEnabled();
    await show(lab, "Chip");
    await expect(lab.page.getByText(/swapping|collective/).first()).toBeAttached();
  },

  async timeline(lab) {
    await lab.editor.write(rounds);
    await show(lab, "Output");
    await lab.showBottom(/^Timeline/);
    await lab.runButton.click();
    await lab.timeline.settled();
    await lab.timeline.rows.focus();
    for (const key of ["w", "w", "ArrowRight", "ArrowRight", "m"]) await lab.page.keyboard.press(key);
  },

  async path(lab) {
    await scenes.timeline?.(lab);
    await lab.page.getByRole("button", { name: "Critical path" }).click();
  },

  async matrix(lab) {
    await scenes.timeline?.(lab);
    await lab.timeline.show("Messages");
  },

  async summary(lab) {
    await scenes.timeline?.(lab);
    await lab.timeline.show("Summary");
  },

  async calls(lab) {
    await scenes.timeline?.(lab);
    await lab.timeline.show("List");
  },

  async columns(lab) {
    await lab.editor.write(rounds);
    await show(lab, "Output");
    await lab.output.columns.click();
    await lab.runButton.click();
    await expect(lab.output.column(0)).toContainText("cores ended");
  },

  async bytecode(lab) {
    await lab.openExample("A reduction");
    await lab.runButton.click();
    await show(lab, "Output");
    await expect(lab.page.getByText(/16 cores ended in/).first()).toBeAttached();
    await show(lab, "Chip");
    await lab.page.getByRole("tab", { name: "Byte code" }).click();
  },

  async scaling(lab) {
    await show(lab, "Output");
    await lab.showBottom("Scaling");
    await lab.page.getByRole("button", { name: "Measure" }).click();
    await expect(lab.page.getByText(/^Fastest on/)).toBeVisible();
  },

  /// Some lines into a program, with the variables of a core.
  async stepping(lab) {
    await stepInto(lab);
    await show(lab, "Chip");
    await lab.core.show("Variables");
  },

  async memory(lab) {
    await stepInto(lab);
    await show(lab, "Chip");
    await lab.core.show("Variables");
    await lab.core.variable("rod").getByRole("button", { name: /^0x/ }).click();
    await lab.core.dump.scrollIntoViewIfNeeded();
  },

  async breakpoints(lab) {
    await lab.openExample("Gauss-Seidel");
    await show(lab, "Code");
    await lab.editor.focus();
    await lab.editor.goTo("error = residual()");
    await lab.page.keyboard.press("F9");
    await show(lab, "Output");
    await lab.showBottom(/^Breakpoints/);
    await lab.page.getByLabel(/^Condition of the breakpoint/).fill("rounds == 3");
    await lab.runButton.click();
    await expect(lab.stepping).toContainText("at a breakpoint");
  },

  async deadlock(lab) {
    await lab.openExample("A deadlock, on purpose");
    await lab.runButton.click();
    await show(lab, "Output");
    await expect(lab.page.getByText(/Deadlock: \d+ cores can never go on/).first()).toBeAttached();
  },
};
