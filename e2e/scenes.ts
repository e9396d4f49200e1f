import { expect } from "@playwright/test";
import type { Lab } from "./pages/lab.ts";

/// On a phone the parts of the page are tabs: shows one of them.
async function show(lab: Lab, part: string): Promise<void> {
  const tab = lab.page.getByRole("tablist", { name: "Parts of the page" }).getByRole("tab", { name: part });
  if ((await tab.count()) > 0) await tab.click();
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

  async deadlock(lab) {
    await lab.openExample("A deadlock, on purpose");
    await lab.runButton.click();
    await show(lab, "Output");
    await expect(lab.page.getByText(/Deadlock: \d+ cores can never go on/).first()).toBeAttached();
  },
};
