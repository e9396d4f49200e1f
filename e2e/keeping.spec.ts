import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { linkTo } from "../src/share/link.ts";
import { usual } from "../src/share/project.ts";
import { Lab } from "./pages/lab.ts";

// What was typed is not lost: by a full storage, by deleting, by a reload.

/// Opens an example in the place of the program "hello", whose text is `print "mine"`, and the program again.
async function openAnotherAndComeBack(lab: Lab): Promise<void> {
  await lab.openExample("Round a ring");
  await lab.page.getByRole("tab", { name: "Files" }).click();
  await lab.page.getByRole("button", { name: "hello", exact: true }).click();
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');
}

test("a browser that keeps nothing says so across the page, offers a file, and asks before leaving", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "SecurityError");
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
  await openAnotherAndComeBack(lab);

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

/// Has every write to the database fail, from now on.
async function fill(page: Page): Promise<void> {
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
}

test("with a full database nothing is lost by opening something else, and a reload brings it all back", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await fill(page);
  await lab.editor.write('print "mine"\n');
  await expect(page.getByRole("alert").filter({ hasText: "storage is full" })).toBeVisible();
  await openAnotherAndComeBack(lab);
  // The page asks first; what it holds in reserve is there all the same.
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked++;
    void dialog.accept();
  });
  await page.reload();
  await lab.editor.loaded();
  expect(asked).toBe(1);
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');
  await expect(lab.status).toContainText("Saved in this browser");
});

test("a browser without its database keeps everything in local storage, as before", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "indexedDB"));
  const lab = await Lab.open(page);
  await lab.editor.write('print "mine"\n');
  await expect(lab.status).toContainText("Saved in this browser");
  await page.reload();
  await lab.editor.loaded();
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');
});

test("what was kept in local storage before there was a database is there", async ({ page }) => {
  const project = { id: "7", name: "old", files: [{ name: "old.py", text: "print 7\n" }], active: "old.py" };
  await page.addInitScript((text) => {
    localStorage.setItem("epython-lab.project.7", text);
    localStorage.setItem("epython-lab.last-project", "7");
  }, JSON.stringify(project));
  const lab = await Lab.open(page);
  await expect(lab.editor.lines.first()).toHaveText("print 7");
  await lab.editor.write('print "more"\n');
  await expect(lab.status).toContainText("Saved in this browser");
});

test("two tabs with one program open show one another's lines, and keep both", async ({ page, context }) => {
  const one = await Lab.open(page);
  await one.editor.write("a = 1\nb = 2\nc = 3\n");
  await expect(one.status).toContainText("Saved in this browser");
  const other = await Lab.open(await context.newPage());
  await expect(other.editor.lines.first()).toHaveText("a = 1");
  await other.editor.press("ControlOrMeta+End");
  await other.editor.type("d = 4");
  await page.bringToFront();
  await expect(one.editor.lines.nth(3)).toHaveText("d = 4");
  await one.editor.press("ControlOrMeta+Home");
  await one.editor.type("z = 0 # ");
  await expect(other.editor.lines.first()).toHaveText("z = 0 # a = 1");
  await expect(other.editor.lines.nth(3)).toHaveText("d = 4");
});

const damaged: readonly (readonly [key: string, text: string, words: string])[] = [
  ["react-resizable-panels:epython-lab.columns", "{", "the sizes of panes"],
  ["epython-lab.settings", '{"cores":"x","theme":0}', "your settings"],
  [
    "epython-lab.project.1",
    JSON.stringify({
      id: "1",
      name: "task",
      files: [{ name: "task.py", text: "print 1\n" }],
      active: "task.py",
      locked: { file: "task.py", blocks: [0] },
    }),
    "a program",
  ],
];

for (const [k, [key, text, words]] of damaged.entries()) {
  const tag = k === 0 ? [] : "@long";
  test(`a damaged ${key} is named and put aside, and the page starts`, { tag }, async ({ page }) => {
    await page.addInitScript((stored) => localStorage.setItem(...stored), [key, text] as [string, string]);
    const lab = await Lab.open(page);
    const warning = page.getByRole("alert").filter({ hasText: "is damaged" });
    await expect(warning).toContainText(words);
    const saved = page.waitForEvent("download");
    await warning.getByRole("button", { name: "Save the damaged text as a file" }).click();
    expect((await saved).suggestedFilename()).toBe("epython-lab-damaged.zip");
    await lab.editor.write('print "still works"\n');
    await expect(lab.editor.lines.first()).toHaveText('print "still works"');
    await expect(lab.status).toContainText("Saved in this browser");
  });
}

test("safe mode starts without what is stored, hands it over as files, and leaves it where it is", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('print "mine"\n');
  await expect(lab.status).toContainText("Saved in this browser");
  await page.goto("./?safe=1");
  await lab.editor.loaded();
  await expect(lab.editor.lines.first()).toHaveText("from parallel import *");
  await expect(lab.status).toContainText("Not saved in safe mode");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all programs as files" }).click();
  const bytes = readFileSync(await (await saved).path());
  expect(bytes.toString("latin1")).toContain("programs/hello/hello.py");
  await page.getByRole("button", { name: "Start as usual" }).click();
  await lab.editor.loaded();
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');
});

/// Breaks everything that names a day, until `repair` is called.
async function sabotage(page: Page) {
  const day = await page.evaluateHandle(() => Date.prototype.getDate);
  await page.evaluate(() => {
    Date.prototype.getDate = () => {
      throw new Error("no calendar");
    };
  });
  return {
    repair: () =>
      page.evaluate((real) => {
        Date.prototype.getDate = real;
      }, day),
  };
}

test("a part of the page that fails says so in its place, and the rest goes on", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write("");
  await lab.editor.write('print "a line that took some thought, and more of it"\n');
  await lab.editor.write("x = 1\n");
  // What the list of earlier versions calls.
  const { repair } = await sabotage(page);
  await page.getByRole("tab", { name: "Files" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The list of programs has stopped" })).toBeVisible();
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await repair();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all programs as files" }).click();
  expect((await saved).suggestedFilename()).toBe("epython-lab.zip");
  await page.getByRole("button", { name: "Show it again" }).click();
  await expect(page.getByText("Earlier versions of hello")).toBeVisible();
});

test("a page that cannot go on hands over all programs, and says where to go", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('print "mine"\n');
  await expect(lab.status).toContainText("Saved in this browser");
  // What the page asks about its width.
  await page.addInitScript(() => {
    if (location.search === "?broken")
      window.matchMedia = () => {
        throw new Error("no media");
      };
  });
  await page.goto("./?broken");
  await expect(page.getByRole("heading", { name: "ePython Lab has stopped" })).toBeVisible();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all programs as files" }).click();
  const bytes = readFileSync(await (await saved).path());
  expect(bytes.toString("latin1")).toContain("programs/hello/hello.py");
  await page.getByRole("link", { name: "Start in safe mode" }).click();
  await lab.editor.loaded();
  await expect(page.getByText("Safe mode:")).toBeVisible();
});

test("undo goes on after a reload, back to earlier versions", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('print "a line that took some thought"\n');
  await lab.editor.write("x = 1\n");
  await expect(lab.status).toContainText("Saved in this browser");
  await page.reload();
  await lab.editor.loaded();
  await expect(lab.editor.lines.first()).toHaveText("x = 1");
  await lab.editor.press("ControlOrMeta+Z");
  await expect(lab.editor.lines.first()).toHaveText('print "a line that took some thought"');
  await lab.editor.press("ControlOrMeta+Shift+Z");
  await expect(lab.editor.lines.first()).toHaveText("x = 1");
});

test("undo goes on in a program to which one comes back after a dozen others", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('print "a line that took some thought"\n');
  await lab.editor.write("x = 1\n");
  for (let k = 0; k < 12; k++) {
    const files = [{ name: "p.py", text: `print ${k}\n` }];
    await page.goto(`./${linkTo({ ...usual, name: `visited ${k}`, files, open: "p.py" })}`);
    await expect(lab.editor.lines.first()).toHaveText(`print ${k}`);
  }
  await page.getByRole("tab", { name: "Files" }).click();
  await page.getByRole("button", { name: "hello", exact: true }).click();
  await expect(lab.editor.lines.first()).toHaveText("x = 1");
  await lab.editor.press("ControlOrMeta+Z");
  await expect(lab.editor.lines.first()).toHaveText('print "a line that took some thought"');
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
