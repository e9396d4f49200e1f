import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// What was typed is not lost: by a full storage, by deleting, by a reload.

test("a browser that keeps nothing says so across the page, offers a file, and asks before leaving", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const lab = await Lab.open(page);
  const warning = page.getByRole("alert").filter({ hasText: "Your work is not saved" });
  await expect(warning).toHaveCount(0);
  await lab.editor.write('print "mine"\n');
  await expect(warning).toBeVisible();
  const saved = page.waitForEvent("download");
  await warning.getByRole("button", { name: "Save as file" }).click();
  expect((await saved).suggestedFilename()).toBe("hello.zip");

  // Opening something else and coming back loses nothing.
  await page.getByRole("tab", { name: "Examples" }).click();
  await page.getByRole("button", { name: /^Round a ring/ }).click();
  await page.getByRole("tab", { name: "Files" }).click();
  await page.getByRole("button", { name: "hello", exact: true }).click();
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');

  let asked = 0;
  page.on("dialog", async (dialog) => {
    asked++;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(1);
});

test("a page whose work is kept is left without a question", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('print "mine"\n');
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked++;
    void dialog.accept();
  });
  await page.reload();
  await lab.editor.loaded();
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');
  expect(asked).toBe(0);
});

test("deleting everything is undone after a reload", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('print "a line that took some thought"\nprint "and another one"\n');
  await lab.editor.write("");
  await page.reload();
  await lab.editor.loaded();
  await page.getByRole("status").getByRole("button", { name: "Bring it back" }).click();
  await expect(lab.editor.lines.first()).toHaveText('print "a line that took some thought"');
});

test("a program is renamed, deleted and brought back", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('print "mine"\n');
  await page.getByRole("tab", { name: "Files" }).click();
  await page.getByRole("button", { name: "Rename program hello" }).click();
  await page.getByRole("textbox", { name: "New name of hello" }).fill("Heat on a rod");
  await page.keyboard.press("Enter");
  await expect(page.locator(".project-name")).toHaveText("Heat on a rod");
  await page.getByRole("button", { name: "Delete Heat on a rod" }).click();
  await page.getByRole("button", { name: "Delete Heat on a rod now" }).click();
  await page.reload();
  await lab.editor.loaded();
  await page.getByRole("tab", { name: "Files" }).click();
  await page.getByText("Deleted programs").click();
  await page.getByRole("button", { name: "Bring back Heat on a rod" }).click();
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');
  await expect(page.getByText("Deleted programs")).toHaveCount(0);
});
