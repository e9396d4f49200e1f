import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";

// What may take long is done beside the page's own thread. Files lie on the disk, as a reader's do: bytes that come with the test would
// be decoded on the page's thread.

function fileOf(name: string, bytes: Uint8Array): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, bytes);
  return path;
}

const check = '{"checks":[{"source":{"uses":["print"]}}]}';

function lesson(k: number): Record<string, Uint8Array> {
  const words = `${"Words and `code`. ".repeat(1000)}\n`;
  return {
    [`01-c/${k}-l${k}/lesson.md`]: strToU8(`---\ntitle: Lesson ${k}\ngoal: G.\nminutes: 5\n---\n\n## Step\n\n${words}`),
    [`01-c/${k}-l${k}/start.py`]: strToU8("x = 1\n"),
    [`01-c/${k}-l${k}/solution.py`]: strToU8("print 1\n"),
    [`01-c/${k}-l${k}/check.json`]: strToU8(check),
  };
}

test("a big pack opens, its lessons open and are checked, all in a thread beside the page's", async ({ page }) => {
  await page.goto("./");
  const panel = new LessonPanel(page);
  await panel.showList();
  const started = page.waitForEvent("worker", (worker) => worker.url().includes("background-worker"));
  const bytes = zipSync(Object.assign({}, ...Array.from({ length: 160 }, (_, k) => lesson(k))));
  await page.locator('input[type="file"][accept=".zip,.json"]').setInputFiles(fileOf("big pack.zip", bytes));
  await started;
  await expect(page.getByText("big pack: 0 of 160 lessons done.")).toBeVisible();
  await page.getByRole("button", { name: "Lesson 159" }).click();
  await expect(panel.title("Lesson 159")).toBeVisible();
  await panel.checkButton.click();
  await expect(panel.outcome).toHaveText("1 of 2 checks passed");
});

test("a large .zip that is none is told, and so is a large file that is no text", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write("print 7\n");
  const zeros = new Uint8Array(3_900_000);
  const open = async (path: string): Promise<void> => {
    await page.getByRole("button", { name: "Share", exact: true }).click();
    await page.getByLabel("Programs or a project to open").setInputFiles(path);
  };
  await open(fileOf("project.zip", zeros));
  await expect(page.getByText("project.zip cannot be opened: it is damaged. Nothing was changed.")).toBeVisible();
  await open(fileOf("main.py", zeros));
  await expect(page.getByText("main.py, line 1, column 1: a zero byte")).toBeVisible();
  await lab.runButton.click();
  await expect(lab.output.line("core 0", "7")).toBeVisible();
});
