import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";
import { TeachDesk } from "./pages/teach.ts";

// What students and teachers do with lessons.

const hello = 'from parallel import *\nprint "Hello from core " + str(coreid()) + " of " + str(numcores())\n';

test("a whole lesson by keyboard", { tag: "@smoke" }, async ({ page }) => {
  const lab = await Lab.open(page);
  const panel = new LessonPanel(page);
  const { keyboard } = page;
  await page.getByRole("tab", { name: "Examples" }).focus();
  await keyboard.press("ArrowUp");
  await keyboard.press("Enter");
  await page.getByRole("button", { name: "Hello from every core" }).focus();
  await keyboard.press("Enter");
  await expect(panel.title("Hello from every core")).toBeFocused();

  // A question with choices, then one with words.
  const choices = page.getByRole("radiogroup").first();
  await choices.getByRole("radio").first().focus();
  await keyboard.press("ArrowDown");
  await expect(choices.getByRole("radio").nth(1)).toBeChecked();
  await keyboard.press("Enter");
  await expect(page.getByText("Right", { exact: true })).toHaveCount(1);
  const words = page.getByRole("textbox", { name: /the last core get/ });
  await words.focus();
  await keyboard.type("16");
  await keyboard.press("Enter");
  await expect(page.getByText("Not so", { exact: true })).toBeVisible();
  await words.fill("15");
  await keyboard.press("Enter");
  await expect(page.getByText("Right", { exact: true })).toHaveCount(2);

  // What the lesson begins with does not pass, and says why on which core.
  await panel.checkButton.focus();
  await keyboard.press("Enter");
  await expect(panel.outcome).toHaveText("1 of 3 checks passed");
  await expect(panel.result("Every core says which one it is")).toContainText(
    "Expected of core 0 “Hello from core 0 of 16”",
  );

  await lab.editor.focus();
  await keyboard.press("ControlOrMeta+End");
  await keyboard.press("ArrowUp");
  await keyboard.press("End");
  // Into the brackets of print.
  await keyboard.press("ArrowLeft");
  await keyboard.type(' + " from core " + str(coreid()) + " of " + str(numcores())');
  await keyboard.press("ControlOrMeta+Enter");
  await expect(lab.output.line("core 13", "Hello from core 13 of 16")).toBeVisible();
  await panel.checkButton.focus();
  await keyboard.press("Enter");
  await expect(panel.outcome).toContainText("Well done");
  await panel.button("Next lesson").focus();
  await keyboard.press("Enter");
  await expect(panel.title("Core ids are numbers")).toBeFocused();
  await panel.button("All lessons").focus();
  await keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Hello from every core Done/ })).toBeVisible();
});

test("stuck: hints one by one, the solution shown and taken back, and it is all there after a reload", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  const panel = new LessonPanel(page);
  await panel.open("Send and receive");
  await lab.editor.write("from parallel import *\nprint 'mine'\n");
  await panel.button("Show a hint").click();
  await expect(page.getByText("Hint 1 of 3")).toBeVisible();
  await panel.button("Show the next hint").click();
  await panel.button("Show the next hint").click();
  await expect(page.getByText("Hint 3 of 3")).toBeVisible();
  await expect(panel.button("Show the next hint")).toHaveCount(0);

  await panel.button("Show the solution").click();
  await expect(lab.editor.lines.filter({ hasText: "Back came" })).toBeVisible();
  await panel.checkButton.click();
  await expect(panel.outcome).toContainText("All checks passed");
  await page.reload();
  await lab.editor.loaded();
  await expect(page.getByText("The editor shows the solution. Your own program is safe.")).toBeVisible();
  await panel.button("Take the solution back").click();
  await expect(lab.editor.lines.filter({ hasText: "mine" })).toBeVisible();

  await panel.button("Reset to the start").click();
  await panel.button("Really reset?").click();
  await expect(lab.editor.lines.filter({ hasText: "value = 20" })).toBeVisible();
  await panel.button("Take back the reset").click();
  await expect(lab.editor.lines.filter({ hasText: "mine" })).toBeVisible();
  // To look at a solution is not to have done the lesson.
  await panel.button("All lessons").click();
  await expect(page.getByText(/^0 of \d+ lessons done\.$/)).toBeVisible();
});

test("an assignment: the teacher makes a link, the student hands in, the command line marks it", async ({
  page,
  context,
}) => {
  const teacher = await Lab.open(page);
  await teacher.editor.write('from parallel import *\n# Print your id below.\n\nprint "end"\n');
  await new LessonPanel(page).showList();
  const desk = await TeachDesk.open(page);
  await desk.begin("Make an assignment");
  await desk.field("Title").fill("Who are you?");
  await desk.field("Task").fill("Print the **id** of each core.");
  await desk.show("Start");
  await desk.field("Lines that students cannot change").fill("1, 4");
  await desk.show("Checks");
  await desk.writeJson('{"checks":[{"name":"Each says its id","prints":{"exactly":["{core}","end"]}}]}');
  await desk.show("Share");
  const link = await desk.link();
  expect(link.length).toBeLessThan(1000);

  const student = new Lab(await context.newPage());
  await student.page.goto(link);
  await student.editor.loaded();
  const panel = new LessonPanel(student.page);
  await expect(panel.title("Who are you?")).toBeVisible();
  // A locked line stays as it is, whatever is tried.
  await student.editor.focus();
  await student.page.keyboard.press("ControlOrMeta+Home");
  await student.page.keyboard.type("x");
  await expect(student.page.getByText("These lines are locked.")).toBeVisible();
  await expect(student.editor.lines.first()).toHaveText(/^from\sparallel\simport\s\*$/);
  await student.page.keyboard.press("ControlOrMeta+Home");
  await student.page.keyboard.press("ArrowDown");
  await student.page.keyboard.press("ArrowDown");
  await student.page.keyboard.type("print coreid()");
  await expect(student.editor.lines.filter({ hasText: "print coreid()" })).toBeVisible();
  await panel.checkButton.click();
  await expect(panel.outcome).toContainText("All checks passed");
  await student.page.getByLabel("Your name").fill("Ada Lovelace");
  const saved = student.page.waitForEvent("download");
  await student.page.getByRole("button", { name: "Save the file to hand in" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("Who-are-you-Ada-Lovelace.json");
  const folder = mkdtempSync(join(tmpdir(), "hand-ins-"));
  await download.saveAs(join(folder, download.suggestedFilename()));

  const csv = join(folder, "marks.csv");
  const { stdout } = await promisify(execFile)("bin/epython", ["lesson", "check", folder, "--csv", csv]);
  expect(stdout).toContain("Ada Lovelace");
  expect(stdout).toMatch(/1 hand-in, 1 passed/);
  expect(readFileSync(csv, "utf8")).toContain("Ada Lovelace");
});

test("a lesson is opened by its address, and a missing one is told", async ({ page }) => {
  await page.goto("./?lesson=splitting-data/halo");
  await expect(new LessonPanel(page).title("Halo swapping")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Two pieces side by side/ })).toBeVisible();
  await page.goto("./?lesson=no/such");
  await expect(page.getByText("There is no lesson no/such.")).toBeVisible();
});

test("a lesson has no accessibility problems in any theme", async ({ page }) => {
  const lab = await Lab.open(page);
  const panel = new LessonPanel(page);
  await panel.open("Hello from every core");
  await lab.editor.write(hello);
  await panel.checkButton.click();
  await expect(panel.outcome).toContainText("Well done");
  await expectNoViolations(page, ".lesson");
});

test("a lesson on offloading: full Python is checked as the cores are, and can be stopped", async ({ page }) => {
  const lab = await Lab.open(page);
  const panel = new LessonPanel(page);
  await panel.open("A first kernel");
  await page.getByRole("radio", { name: "A list of sixteen 42s" }).check();
  await page.getByRole("button", { name: "Answer" }).first().click();
  await expect(page.getByText("Right", { exact: true })).toHaveCount(1);

  // What the lesson begins with runs on the host alone; the check says what the cores lack.
  await panel.checkButton.click();
  await expect(panel.outcome).toHaveText("1 of 3 checks passed");
  await expect(panel.result("The kernel runs once on every core")).toContainText(
    "Expected of core 0 “computing”, but it printed nothing.",
  );
  await expect(panel.result("The host prints how many values")).toContainText(
    "Expected of the host “16 values, the largest 105”, but it printed “computing”.",
  );

  // A program without an end can be stopped.
  await lab.editor.write('from epython import offload\nprint("on and on")\nwhile True:\n    pass\n');
  await panel.checkButton.click();
  await panel.button("Stop checking").click();
  await expect(panel.checkButton).toBeEnabled();

  await lab.editor.write(
    [
      "from epython import offload, coreid",
      "@offload",
      "def multiple(n):",
      '    print("computing")',
      "    return coreid() * n",
      "",
      "values = multiple(7)",
      'print(f"{len(values)} values, the largest {max(values)}")',
    ].join("\n"),
  );
  await lab.runButton.click();
  await expect(lab.output.line("host 16", "16 values, the largest 105")).toBeVisible({ timeout: 120_000 });
  await expect(lab.output.line("core 13", "computing")).toBeVisible();
  await panel.checkButton.click();
  await expect(panel.outcome).toContainText("Well done");
  await panel.button("All lessons").click();
  await expect(page.getByRole("button", { name: /A first kernel Done/ })).toBeVisible();
});

test("a lesson on offloading says where full Python cannot run, and the others work", { tag: "@plain" }, async ({
  page,
}) => {
  await Lab.open(page);
  const panel = new LessonPanel(page);
  await panel.open("A first kernel");
  await panel.checkButton.click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Full Python needs memory that threads share" }),
  ).toBeVisible();
  await panel.button("All lessons").click();
  await panel.open("Hello from every core");
  await panel.checkButton.click();
  await expect(panel.outcome).toHaveText("1 of 3 checks passed");
});
