import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { linkTo } from "../src/share/link.ts";
import { usual } from "../src/share/project.ts";
import { Lab } from "./pages/lab.ts";
import { ShareDialog } from "./pages/share-dialog.ts";

// How a project goes from one learner to another.

const program = 'from parallel import *\nprint "shared by core " + str(coreid()) + " of " + str(numcores())\n';

test("a link carries a program and its cores to someone else, and runs nothing", { tag: "@smoke" }, async ({
  page,
  browser,
}) => {
  const lab = await Lab.open(page);
  await lab.editor.write(program);
  await lab.chooseCores(3);
  const dialog = await ShareDialog.open(page);
  await expect(dialog.box).toContainText(/\d+ characters/);
  await expect(dialog.box.getByRole("img", { name: "QR code of the link to hello" })).toBeVisible();
  await dialog.box.getByRole("button", { name: "Copy the link" }).click();
  await expect(dialog.box.getByText("Copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await dialog.link.inputValue());

  const theirs = new Lab(await (await browser.newContext()).newPage());
  await theirs.page.goto(link);
  await theirs.editor.loaded();
  await expect(theirs.editor.lines.nth(1)).toContainText("shared by core");
  await expect(theirs.runButton).toBeEnabled();
  await expect(theirs.output.log).toContainText("Press Run");
  await theirs.runButton.click();
  await expect(theirs.output.end).toHaveText(/^3 cores ended/);
  await expect(theirs.output.line("core 2", "shared by core 2 of 3")).toBeVisible();
  // What they make of it is theirs: neither a reload nor the same link once more takes it away.
  await theirs.editor.write('print "changed"\n');
  await theirs.page.reload();
  await theirs.editor.loaded();
  await expect(theirs.editor.lines.first()).toHaveText('print "changed"');
  await theirs.page.goto(link);
  await expect(theirs.editor.lines.nth(1)).toContainText("shared by core");
  await theirs.page.goto(link);
  await theirs.page.getByRole("tab", { name: "Files" }).click();
  const programs = theirs.page.getByRole("region", { name: "Your programs" }).getByRole("button", { name: /^hello/ });
  await expect(programs).toHaveText(["hello", "hello-2"]);
  await theirs.page.context().close();
});

test("a link that cannot be read is told, and what is open stays", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('print "mine"\n');
  await page.goto("./#v1.PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg");
  // The editor has alerts of its own.
  const alert = page.getByRole("alert").filter({ hasText: "This link cannot be opened" });
  await expect(alert).toBeVisible();
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');
  await alert.getByRole("button", { name: "Understood" }).click();
  await expect(alert).toHaveCount(0);
  await page.goto(`./#v1.${"A".repeat(1_900_000)}`);
  await expect(alert).toContainText("too long");
});

test("a link whose # was escaped on its way opens all the same @everywhere", async ({ page }) => {
  const link = linkTo({ ...usual, name: "hello", files: [{ name: "hello.py", text: program }], open: "hello.py" });
  await page.goto(`./%23${link.slice(1)}`);
  const lab = new Lab(page);
  await lab.editor.loaded();
  await expect(lab.editor.lines.nth(1)).toContainText("shared by core");
  await expect(page).not.toHaveURL(/%23|#/);
  await page.goto("./#v1");
  await expect(page.getByRole("alert").filter({ hasText: "The address ends in #v1" })).toBeVisible();
});

test("a project too large for a link is offered as a file, and comes back from it", async ({ page }) => {
  const lab = await Lab.open(page);
  const random = Array.from({ length: 2500 }, (_, index) => `x${index} = ${(index * 7919 * 104729) % 1_000_003}`);
  await lab.editor.write(`print "large"\n${random.join("\n")}\n`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const { box } = new ShareDialog(page);
  await expect(box).toContainText("too large for a link");
  const downloading = page.waitForEvent("download");
  await box.getByRole("button", { name: "Project as .zip" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("hello.zip");
  const zip = readFileSync(await download.path());
  await page.keyboard.press("Escape");
  await lab.openExample("Passing a value");

  await page.getByRole("button", { name: "Share", exact: true }).click();
  await box.getByLabel("Programs or a project to open").setInputFiles({
    name: "from-a-friend.zip",
    mimeType: "application/zip",
    buffer: zip,
  });
  await expect(box).toHaveCount(0);
  // The learner still has it, and so the editor is where it was left: at its end.
  await expect(lab.editor.lines.filter({ hasText: "x2499 =" })).toBeVisible();
  await lab.editor.press("ControlOrMeta+Home");
  await expect(lab.editor.lines.first()).toHaveText('print "large"');
});

test("a file dropped anywhere on the page opens; another is refused in words", async ({ page }) => {
  const lab = await Lab.open(page);
  const hold = (name: string, text: string) =>
    page.evaluateHandle(
      ([file, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content ?? ""], file ?? ""));
        return data;
      },
      [name, text],
    );
  const target = page.getByRole("main");
  let dataTransfer = await hold("dropped.py", 'print "dropped"\n');
  await target.dispatchEvent("dragenter", { dataTransfer });
  await expect(page.getByText("Drop programs (.py) or a project (.zip)")).toBeVisible();
  await target.dispatchEvent("drop", { dataTransfer });
  await expect(page.getByText("Drop programs (.py) or a project (.zip)")).toHaveCount(0);
  await expect(lab.editor.lines.first()).toHaveText('print "dropped"');
  dataTransfer = await hold("picture.png", "?");
  await target.dispatchEvent("drop", { dataTransfer });
  await expect(page.getByRole("alert").filter({ hasText: "picture.png is neither a program" })).toBeVisible();
  await expect(lab.editor.lines.first()).toHaveText('print "dropped"');
});

test("the dialog works by keyboard, and gives the focus back", async ({ page }) => {
  await Lab.open(page);
  await page.getByRole("button", { name: "Share", exact: true }).focus();
  await page.keyboard.press("Enter");
  const dialog = new ShareDialog(page);
  await expect(dialog.box.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog.link).toBeFocused();
  await dialog.box.getByRole("combobox", { name: "Shows" }).selectOption("Chip first");
  await dialog.box.getByRole("checkbox", { name: "Read-only" }).press("Space");
  await expect(dialog.html).toHaveValue(/embed=1&amp;view=chip&amp;readonly=1&amp;depth=essentials#v1\./);
  await page.keyboard.press("Escape");
  await expect(dialog.box).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Share", exact: true })).toBeFocused();
});

test("nothing in the dialog stands in the way of assistive technology, in any theme", async ({ page }) => {
  const lab = await Lab.open(page);
  for (const theme of ["light", "dark", "contrast"]) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await lab.chooseTheme(theme);
    await ShareDialog.open(page);
    expect((await new AxeBuilder({ page }).analyze()).violations, theme).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect((await new AxeBuilder({ page }).analyze()).violations, theme).toEqual([]);
    const wide = await page.getByRole("dialog").evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(wide, theme).toBeLessThanOrEqual(0);
    await page.keyboard.press("Escape");
  }
});
