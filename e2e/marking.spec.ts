import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import { zipSync } from "fflate";
import { fillWithHandIns, good, handedIn, ring } from "./hand-ins.ts";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";

// A teacher marks what students have handed in, without a terminal.

async function openMarking(page: Page) {
  const lab = await Lab.open(page);
  const lessons = new LessonPanel(page);
  await lessons.showList();
  await lessons.button("Mark hand-ins").click();
  const dialog = page.getByRole("dialog", { name: "Mark hand-ins" });
  await expect(dialog.getByRole("button", { name: "Choose a folder" })).toBeVisible();
  return { lab, lessons, dialog };
}

test("page and command line mark a folder alike, whatever lies in it", async ({ page }, info) => {
  const folder = info.outputPath("hand-ins");
  mkdirSync(folder);
  fillWithHandIns(folder);
  const csv = info.outputPath("marks.csv");
  // Both mark at the same time. The command ends with 1, as not all of them pass.
  const printing = promisify(execFile)(process.execPath, [
    join("bin", "epython"),
    "lesson",
    "check",
    folder,
    "--csv",
    csv,
  ]);
  const said = printing.catch((error: { readonly stdout: string }) => error);

  const { dialog } = await openMarking(page);
  await dialog.locator('input[type="file"][aria-label="Choose a folder"]').setInputFiles(folder);
  await expect(dialog.getByRole("button", { name: "Save as CSV" })).toBeVisible();
  const { stdout } = await said;
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as CSV" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("marks.csv");
  expect(readFileSync(await download.path(), "utf8")).toBe(readFileSync(csv, "utf8"));

  const cells = await dialog
    .getByRole("region", { name: "Marks" })
    .getByRole("row")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("th, td:not(:last-child)")]
          .map((cell) => (cell.querySelector(".marking-score") ?? cell).textContent ?? "")
          .filter((text) => text !== ""),
      ),
    );
  const printed = stdout.split("\n").slice(0, cells.length);
  expect(cells.map((row) => row.join(" "))).toEqual(printed.map((line) => line.replace(/ {2,}/g, " ")));
  expect(stdout).toContain("12 hand-ins, 3 passed.");
  await expect(dialog.getByText("12 hand-ins, 3 passed.")).toBeVisible();
  await expect(dialog.getByText("Not marked, because they are no hand-ins: cut.json, ring.py.")).toBeVisible();
  expect(stdout).toContain("Not marked, because they are no hand-ins: cut.json, ring.py.");
});

test("a teacher marks a .zip, opens a hand-in where it fails, and sees programs that look alike", async ({ page }) => {
  const files = {
    "class/Ada.json": handedIn({ student: "Ada", text: good }),
    "class/Bob.json": handedIn({ student: "Bob", text: good.replace('"Sum "', '"Total "') }),
    "class/Cy.json": handedIn({ student: "Cy", text: good.replaceAll("total", "amount") }),
  };
  const buffer = Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]))),
  );
  const { lab, lessons, dialog } = await openMarking(page);
  await lab.page.keyboard.press("Escape");
  await lab.editor.write("mine = 1\n");
  await lessons.button("Mark hand-ins").click();
  await dialog
    .locator('input[type="file"][aria-label="Choose files or a .zip"]')
    .setInputFiles({ name: "class.zip", mimeType: "application/zip", buffer });
  await expect(dialog.getByText("3 hand-ins, 2 passed.")).toBeVisible();
  await expect(dialog.getByRole("row", { name: /^Bob .* not passed/ })).toBeVisible();

  await dialog.getByRole("button", { name: "Compare the programs" }).click();
  await expect(dialog.getByText("3 pairs are at least 80 % alike.")).toBeVisible();
  await dialog.getByRole("button", { name: "Ada and Cy, side by side" }).click();
  await expect(dialog.getByRole("region", { name: "ring.py, side by side" })).toContainText("amount = recv(last)");
  await dialog.getByText("Why", { exact: true }).click();
  await expectNoViolations(page, ".dialog");

  await dialog.getByRole("button", { name: "Open Bob" }).click();
  await expect(lessons.title(ring.title)).toBeVisible();
  await expect(lessons.result("Core 0 prints the sum")).toContainText("but it printed “Total 6”");
  // At the moment when it fails, on the chip.
  await expect(lab.chip.core(0)).toHaveAccessibleName(/fails the check: Core 0 prints the sum/);
  await expect(lab.editor.lines.filter({ hasText: '"Total "' })).toHaveCount(1);
  await page.getByRole("tab", { name: "Files" }).click();
  await expect(page.getByRole("button", { name: /Bob - Round the ring/ }).first()).toBeVisible();
  await lessons.showList();
  await lessons.button("Lessons").click();
  // The table is as it was left.
  await lessons.button("Mark hand-ins").click();
  await expect(dialog.getByText("3 hand-ins, 2 passed.")).toBeVisible();
});

test("a check that fails shows what was expected, and leads to the moment on the chip", async ({ page }) => {
  const lab = await Lab.open(page);
  const lessons = new LessonPanel(page);
  await lessons.open("Hello from every core");
  await lab.editor.write('from parallel import *\nprint "Core " + str(coreid())\nprint coreid()\n');
  await lessons.checkButton.click();
  await expect(lessons.outcome).toContainText("checks passed");
  const failing = page.getByRole("region", { name: "Check", exact: true });
  await failing.getByRole("button", { name: "Show it on the chip" }).first().click();
  await expect(page.getByRole("slider", { name: "Moment of the run" })).toBeVisible();
  await expect(lab.chip.core(0)).toHaveAccessibleName(/fails the check/);
  await expectNoViolations(page, ".checks");
  // Once the program is changed, what was seen is no longer true.
  await lab.editor.write("x = 1\n");
  await expect(failing.getByRole("button", { name: "Show it on the chip" })).toHaveCount(0);
});

test("a student saves a certificate, and a teacher verifies it by running its programs again", async ({ page }) => {
  const lab = await Lab.open(page);
  const lessons = new LessonPanel(page);
  await lessons.open("Hello from every core");
  await lab.editor.write(
    'from parallel import *\nprint "Hello from core " + str(coreid()) + " of " + str(numcores())\n',
  );
  await lessons.checkButton.click();
  await expect(lessons.outcome).toContainText("All checks passed. Well done! 3 more lessons in this chapter.");
  await lessons.button("All lessons").click();
  await lessons.button("Certificate").click();
  const dialog = page.getByRole("dialog", { name: "Certificate" });
  await dialog.getByLabel("Your name").fill("Ada Lovelace");
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save the certificate" }).click();
  const path = await (await saved).path();
  await dialog.locator('input[type="file"]').setInputFiles({
    name: "certificate.html",
    mimeType: "text/html",
    buffer: readFileSync(path),
  });
  await expect(dialog.getByText("Ada Lovelace: All programs passed when run again.")).toBeVisible();
  await expectNoViolations(page, ".dialog");
  const { stdout } = spawnSync(process.execPath, [join("bin", "epython"), "lesson", "verify", path], {
    encoding: "utf8",
  });
  expect(stdout).toContain("All programs passed when run again.");
});
