import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Keyboard } from "./pages/keyboard.ts";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";
import { TeachDesk } from "./pages/teach.ts";

// A teacher makes assignments and lessons in the page, without a terminal and without JSON.

const start = `from parallel import *

me = coreid()
last = numcores() - 1
# Pass each id round the ring, so that every core knows the sum.
`;
const solution = `${start}total = me
value = me
for k in range(last):
    if me % 2 == 0:
        send(value, (me + 1) % (last + 1))
        value = recv((me + last) % (last + 1))
    else:
        mine = value
        value = recv((me + last) % (last + 1))
        send(mine, (me + 1) % (last + 1))
    total += value
print "The sum is " + str(total)
`;

type Assignment = { readonly files: readonly { readonly name: string }[] };

/// The file that a student of this name hands in.
function handIn(assignment: Assignment, student: string, text: string) {
  const files = [{ name: assignment.files[0]?.name, text }];
  const data = {
    format: "epython-lab-hand-in",
    version: 1,
    student,
    assignment,
    files,
    results: [],
    lockedChanged: false,
  };
  return { name: `${student}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(data)) };
}

async function openDesk(lab: Lab): Promise<TeachDesk> {
  await new LessonPanel(lab.page).showList();
  return TeachDesk.open(lab.page);
}

test("an assignment with four checks, without JSON, tried, shared and marked within three minutes; a student passes it", async ({
  page,
  context,
}) => {
  const lab = await Lab.open(page);
  const begun = Date.now();
  const desk = await openDesk(lab);
  await desk.begin("Make an assignment");
  await desk.field("Title").fill("A sum round the ring");
  await desk.field("Task").fill("Core 0 sends to core 1, and so on. **Every** core prints the sum of all ids.");
  await expect(desk.dialog.getByText("Every", { exact: true })).toBeVisible();
  await desk.next.click();
  await desk.field("Start").fill(start);
  await desk.field("Lines that students cannot change").fill("1-4");
  await desk.next.click();
  await desk.field("Solution").fill(solution);
  await desk.next.click();

  await desk.add("Prints exactly");
  await desk.field("These lines, in this order, and no others").fill("The sum is 121");
  await expect(desk.verdict).toContainText("Your solution does not pass");
  await expect(desk.check("Prints exactly")).toContainText("the solution fails");
  await desk.field("These lines, in this order, and no others").fill("The sum is {cores * last // 2}");
  await expect(desk.verdict).toContainText("Ready: the solution passes the check.");
  await desk.add("Messages between neighbours");
  await desk.field("Name that the student sees").fill("Messages go to the right only");
  await desk.field("Messages for each, at least").fill("15");
  await desk.field("Hint, below that").fill("Pass each number on to your right.");
  await desk.field("Hint from try number").fill("2");
  await desk.field("Points").fill("3");
  await desk.add("No deadlock");
  await desk.field("Runs").fill("5");
  await desk.add("Does not use");
  await expect(desk.verdict).toContainText("Ready: the solution passes all 4 checks.");
  await expect(desk.tried("Messages go to the right only").getByRole("cell")).toHaveText(["passes", "fails"]);
  await expect(desk.tried("Never a deadlock").getByRole("cell")).toHaveText(["passes", "passes"]);
  await expect(desk.dialog.getByText("The start passes 3 and 4 already.")).toBeVisible();

  // A student whose program does nothing yet reads this.
  await desk.check("Messages go to the right only").getByRole("button").first().click();
  const seen = desk.dialog.getByRole("region", { name: "How a student sees it" });
  await expect(seen).toContainText("Expected at least 15 messages from core 0 to core 1, but none was sent.");
  await expect(seen).toContainText("Pass each number on to your right.");

  await desk.next.click();
  const link = await desk.link();

  // Three students hand in: marks and their table, still in the page.
  const saved = page.waitForEvent("download");
  await desk.dialog.getByRole("button", { name: "Save as a file" }).click();
  const assignment = JSON.parse(readFileSync(await (await saved).path(), "utf8")) as Assignment;
  await desk.dialog.getByRole("button", { name: "Teach", exact: true }).click();
  await desk.dialog.getByRole("button", { name: "Mark hand-ins" }).click();
  const marking = page.getByRole("dialog", { name: "Mark hand-ins" });
  await marking
    .locator('input[type="file"][aria-label="Choose files or a .zip"]')
    .setInputFiles([
      handIn(assignment, "Ada", solution),
      handIn(assignment, "Bob", start),
      handIn(assignment, "Cy", solution.replaceAll("total", "sum")),
    ]);
  await expect(marking.getByText("3 hand-ins, 2 passed.")).toBeVisible();
  await expect(marking.getByRole("row", { name: /^Bob / }).getByRole("cell", { name: "2 of 6" })).toBeVisible();
  const marks = page.waitForEvent("download");
  await marking.getByRole("button", { name: "Save as CSV" }).click();
  expect(readFileSync(await (await marks).path(), "utf8")).toContain("Ada");
  expect(Date.now() - begun).toBeLessThan(180_000);
  await page.keyboard.press("Escape");
  await expect(marking).toBeHidden();
  await expect(desk.dialog).toBeVisible();

  // A reload loses nothing.
  await page.reload();
  await lab.editor.loaded();
  await openDesk(lab);
  await desk.dialog.getByRole("button", { name: /^A sum round the ring Assignment/ }).click();
  await desk.show("Share");
  await expect.poll(() => desk.link()).toBe(link);

  const student = new Lab(await context.newPage());
  await student.page.goto(link);
  await student.editor.loaded();
  const panel = new LessonPanel(student.page);
  await expect(panel.title("A sum round the ring")).toBeVisible();
  await panel.checkButton.click();
  const failed = panel.result("Messages go to the right only");
  await expect(failed).toContainText("0 of 3 points");
  await expect(failed).toContainText("There is a hint after one more try.");
  await panel.checkButton.click();
  await expect(failed).toContainText("Pass each number on to your right.");
  await student.editor.write(solution);
  await panel.checkButton.click();
  await expect(panel.outcome).toContainText("All checks passed. Well done! 6 of 6 points.");
});

test("form and JSON are the same checks, and what is wrong is told with its line", async ({ page }) => {
  const lab = await Lab.open(page);
  const desk = await openDesk(lab);
  await desk.begin("Make an assignment");
  await desk.show("Checks");
  await desk.writeJson('{ "runs": [{ "cores": 4 }],\n  "checks": [\n    { "prints": { "line": "x", "wo": 1 } }\n  ] }');
  await expect(desk.dialog.getByText("Line 3, check 1: prints.wo")).toBeVisible();
  await desk.writeJson(
    '{ "runs": [{ "cores": 4 }],\n  "checks": [\n    { "prints": { "line": "x", "together": true } },\n  ] }',
  );
  await expect(desk.dialog.getByText(/^Line 3: column \d+: a comma with nothing behind it/)).toBeVisible();
  await desk.dialog.getByRole("button", { name: "Form" }).click();
  await expect(desk.dialog.getByRole("heading", { name: "The form cannot show these checks" })).toBeVisible();
  await desk.writeJson(
    '{ "runs": [{ "cores": 4 }],\n  "checks": [\n    { "prints": { "line": "x", "together": true } }\n  ] }',
  );
  await desk.dialog.getByRole("button", { name: "Form" }).click();
  await desk.field("This text").fill("Hello from core 3 of 4");
  await desk.add("Uses");
  await desk.field("Names that the program must use").fill("coreid");
  await expect(desk.verdict).toContainText("The start passes every check.");
  await desk.dialog.getByRole("button", { name: "JSON", exact: true }).click();
  const json = await desk.dialog.getByRole("textbox", { name: /^Checks, as JSON/ }).inputValue();
  expect(JSON.parse(json)).toEqual({
    runs: [{ cores: 4 }],
    checks: [{ prints: { line: "Hello from core 3 of 4", together: true } }, { source: { uses: ["coreid"] } }],
  });
});

test("a lesson is made with a preview, saved as a pack, checked by the command line, edited again and opened", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  const desk = await openDesk(lab);
  await desk.begin("Make lessons");
  await desk.field("Title of the pack").fill("My course");
  await desk.field("Title of the lesson").fill("Say it twice");
  await desk.field("Goal").fill("Print a line more than once.");
  const preview = desk.dialog.getByRole("region", { name: "As the student sees it" });
  await desk.dialog.getByRole("button", { name: "Add a question" }).click();
  await expect(preview.getByText("What is printed?")).toBeVisible();
  const picture = '<svg viewBox="0 0 20 10"><circle class="fill-accent" cx="5" cy="5" r="4"/></svg>';
  const file = (name: string, text: string) => ({ name, mimeType: "image/svg+xml", buffer: Buffer.from(text) });
  const chooser = desk.dialog.locator('input[type="file"][aria-label="Add a picture"]');
  await chooser.setInputFiles(file("photo.png", "no drawing"));
  await expect(desk.dialog.getByText("photo.png is no SVG.")).toBeVisible();
  await chooser.setInputFiles(file("Two cores.svg", picture));
  // The cursor is where the words belong.
  await expect(desk.field("Text, in Markdown")).toBeFocused();
  await page.keyboard.type("Core 0 beside core 1");
  await expect(preview.getByRole("img", { name: "Core 0 beside core 1" })).toBeVisible();
  await expect(desk.dialog.getByRole("list", { name: "Pictures" })).toContainText("Two-cores.svg");
  await desk.show("Start");
  await desk.field("Start").fill('print "once"\n');
  await desk.show("Solution");
  await desk.field("Solution").fill('print "twice"\nprint "twice"\n');
  await desk.show("Checks");
  await desk.add("Prints exactly");
  await desk.field("These lines, in this order, and no others").fill("twice\ntwice");
  await expect(desk.verdict).toContainText("Ready");
  await desk.show("Share");
  const saved = page.waitForEvent("download");
  await desk.dialog.getByRole("button", { name: "Save the pack" }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("My course.zip");
  const zip = join(mkdtempSync(join(tmpdir(), "pack-")), "My course.zip");
  await download.saveAs(zip);
  const { stdout } = await promisify(execFile)("bin/epython", ["lesson", "check", zip]);
  expect(stdout).toContain("1 lesson ready.");

  await desk.dialog.getByRole("button", { name: "Teach", exact: true }).click();
  await desk.dialog.locator('input[type="file"][accept=".zip"]').setInputFiles(zip);
  await expect(desk.field("Title of the lesson")).toHaveValue("Say it twice");
  await desk.field("Title of the lesson").fill("Say it again");
  await desk.show("Share");
  await desk.dialog.getByRole("button", { name: "Open it as a student" }).click();
  await expect(desk.dialog).toBeHidden();
  await page.getByRole("button", { name: "Say it again" }).click();
  const panel = new LessonPanel(page);
  await expect(page.getByRole("img", { name: "Core 0 beside core 1" })).toBeVisible();
  await panel.checkButton.click();
  await expect(panel.outcome).toHaveText("1 of 2 checks passed");
});

test("by keyboard alone: checks are added, filled in, moved and deleted, and Escape leads back", async ({ page }) => {
  await page.goto("./?teach");
  const desk = new TeachDesk(page);
  const keyboard = new Keyboard(page);
  await keyboard.tabTo(desk.dialog.getByRole("button", { name: "Make an assignment" }));
  await keyboard.press("Enter");
  await keyboard.tabTo(desk.step("Checks"));
  await keyboard.press("Enter");
  await keyboard.tabTo(desk.template("Prints a line"));
  await keyboard.press("Enter");
  // The name has the focus, ready to be typed.
  await expect(desk.field("Name that the student sees")).toBeFocused();
  await keyboard.type("Says hello");
  await keyboard.tabTo(desk.template("Uses"), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(desk.field("Name that the student sees")).toBeFocused();
  await keyboard.type("Uses send");
  await keyboard.tabTo(desk.check("Uses send").getByRole("button").first(), "Shift+Tab");
  await keyboard.press("Alt+ArrowUp");
  const names = desk.dialog.getByRole("region", { name: "Checks" }).locator("ol strong");
  await expect(names).toHaveText(["Uses send", "Says hello"]);
  await keyboard.press("ArrowDown", "Enter");
  await keyboard.tabTo(desk.dialog.getByRole("button", { name: "Delete check 2" }));
  await keyboard.press("Enter");
  await expect(names).toHaveText(["Uses send"]);
  await keyboard.tabTo(desk.dialog.getByRole("button", { name: "Undo" }));
  await keyboard.press("Enter");
  await expect(names).toHaveText(["Uses send", "Says hello"]);
  await keyboard.press("Escape");
  await expect(desk.dialog).toBeHidden();
});

test("a check is dragged to another place by its handle", async ({ page }) => {
  await page.goto("./?teach");
  const desk = new TeachDesk(page);
  await desk.begin("Make an assignment");
  await desk.show("Checks");
  for (const template of ["Prints a line", "Uses", "No deadlock"]) await desk.add(template);
  const names = desk.dialog.getByRole("region", { name: "Checks" }).locator("ol strong");
  await expect(names).toHaveText(["Prints a line", "Uses", "Never a deadlock"]);
  await desk.check("Never a deadlock").locator(".teach-handle").dragTo(desk.check("Prints a line"));
  await expect(names).toHaveText(["Never a deadlock", "Prints a line", "Uses"]);
  // Its form stays open, and the list has the focus there.
  await expect(desk.check("Never a deadlock").getByRole("button").first()).toBeFocused();
});

// Between the widths of the second, nothing is laid out otherwise.
for (const widths of [[1440], [390, 320]]) {
  test(`axe finds nothing wrong, and nothing is cut off, at ${widths.join(" and ")} pixels`, async ({ page }) => {
    const resize = (width: number) => page.setViewportSize({ width, height: width > 800 ? 900 : 640 });
    await resize(widths[0] ?? 0);
    await page.goto("./?teach");
    const desk = new TeachDesk(page);
    const look = async () => {
      for (const width of widths) {
        await resize(width);
        const over = () =>
          desk.dialog.evaluate((dialog) =>
            Math.max(
              ...[dialog, ...dialog.querySelectorAll(".teach-scroll")].map((one) => one.scrollWidth - one.clientWidth),
            ),
          );
        await expect.poll(over).toBe(0);
      }
      await expectNoViolations(page, "dialog.teach");
    };
    await expect(desk.dialog.getByRole("button", { name: "Make lessons" })).toBeVisible();
    await look();
    await desk.begin("Make lessons");
    await look();
    await desk.show("Start");
    await look();
    await desk.show("Checks");
    for (const template of ["Prints a line", "A variable has a value", "Messages between neighbours"])
      await desk.add(template);
    await expect(desk.verdict).toContainText("Your solution does not pass");
    await look();
    await desk.dialog.getByRole("button", { name: "JSON", exact: true }).click();
    await look();
    await desk.show("Share");
    await look();
  });
}
