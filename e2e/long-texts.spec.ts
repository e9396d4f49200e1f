import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// Programs far longer than anyone writes, as they come out of other programs or a slip of the hand.

/// About 250,000 characters.
const LINES = 25_000;

test("the mistakes of a long program are told, by a check in the background", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(`${"x = 1 + 2\n".repeat(LINES)}print(y)\n`);
  await expect(page.getByRole("contentinfo").getByRole("button", { name: "1 error" })).toBeVisible();
  await lab.editor.focus();
  await lab.editor.writeHere(`${"x = 1 + 2\n".repeat(LINES)}print(x)\n`);
  await expect(page.getByRole("contentinfo").getByRole("button", { name: "1 error" })).toHaveCount(0);
  await expect(page.getByRole("contentinfo").getByText("Checking…")).toHaveCount(0);
});

test("a long program runs", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run(`${"# nothing\n".repeat(LINES)}print("long")\n`);
  await expect(lab.output.line("core 0", "long")).toBeVisible();
});

test("one that is far too long is not checked as it is typed, but when it is run", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(`${"# nothing\n".repeat(210_000)}print("far")\n`);
  await expect(page.getByRole("contentinfo").getByText("Too long to check as you type")).toBeVisible();
  await lab.runButton.click();
  await expect(lab.output.line("core 0", "far")).toBeVisible();
});
