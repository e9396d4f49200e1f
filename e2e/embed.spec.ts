import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type FrameLocator, type Page, test } from "@playwright/test";
import { linkTo } from "../src/share/link.ts";
import { usual } from "../src/share/project.ts";
import { Lab } from "./pages/lab.ts";
import { ShareDialog } from "./pages/share-dialog.ts";

// The page inside a page of another origin, which sends no headers of isolation.

let server: Server;
let outer = "";
let html = "";

test.beforeAll(async () => {
  server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(html));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  outer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => new Promise((resolve) => server.close(resolve)));

/// Shows the HTML that the Share dialog gives in a page of another origin, below a field that has the focus.
async function embed(
  page: Page,
  program: string,
  choose: (dialog: ShareDialog) => Promise<void>,
): Promise<FrameLocator> {
  const lab = await Lab.open(page);
  await lab.editor.write(program);
  const dialog = await ShareDialog.open(page);
  await choose(dialog);
  const frame = await dialog.html.inputValue();
  const body = `<h1>A course</h1><input aria-label="Notes" autofocus>${frame}`;
  html = `<!doctype html><html lang="en"><title>A course</title><main>${body}</main>`;
  await page.goto(outer);
  return page.frameLocator("iframe");
}

const run = async ({ box }: ShareDialog) => box.getByRole("checkbox", { name: "Runs at once" }).check();

test("an embed runs without isolation, and takes no focus", async ({ page }) => {
  const program =
    'from parallel import *\nprint "embedded on " + str(coreid())\nif coreid() == 1:\n    x = input("?")\n';
  const frame = await embed(page, program, run);
  await expect(frame.getByText("embedded on 15")).toBeAttached();
  // It asks, and still the reader goes on writing.
  await expect(frame.getByRole("textbox", { name: "Input for device 1" })).toBeVisible();
  await expect(frame.locator(".monaco-editor .view-line").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Notes" })).toBeFocused();
  await page.keyboard.type("my notes");
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("my notes");

  const inside = page.frames()[1];
  expect(await inside?.evaluate(() => crossOriginIsolated)).toBe(false);
  // Once the reader has turned to it, it is a page like any other.
  await frame.getByRole("textbox", { name: "Input for device 1" }).fill("7");
  await frame.getByRole("button", { name: "Answer" }).click();
  await expect(frame.getByText(/16 cores ended/).first()).toBeVisible();
});

const greeting = { name: "a", files: [{ name: "a.py", text: 'print "sandboxed"\n' }], open: "a.py" };

for (const sandbox of ["allow-scripts", "allow-scripts allow-same-origin"]) {
  test(`an embed runs in a frame with sandbox="${sandbox}"`, async ({ page, baseURL }) => {
    const address = `${baseURL}?embed=1&amp;run=1${linkTo({ ...usual, ...greeting })}`;
    html = `<!doctype html><iframe sandbox="${sandbox}" src="${address}" width="900" height="500"></iframe>`;
    await page.goto(outer);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByText("sandboxed").last()).toBeVisible();
    await expect(frame.getByText(/16 cores ended/).first()).toBeVisible();
    await expect(frame.locator(".monaco-editor .view-line").first()).toBeVisible();
    await expect(frame.getByText("The page is loading")).toBeHidden();
  });
}

for (const sandbox of ["", "allow-scripts"]) {
  test(`a frame in which the page cannot start says what to change: sandbox="${sandbox}" @plain`, async ({
    page,
    baseURL,
  }) => {
    html = `<!doctype html><iframe sandbox="${sandbox}" src="${baseURL}?embed=1" width="900" height="500"></iframe>`;
    await page.goto(outer);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByText("allow-scripts allow-same-origin")).toBeVisible();
    await expect(frame.getByRole("heading", { name: "ePython Lab" })).toBeVisible();
  });
}

test("an embed that is not asked to run does not, and opens as one's own copy", async ({ page }) => {
  const frame = await embed(page, 'print "once"\n', async ({ box }) => box.getByLabel("Read-only").check());
  await expect(frame.locator(".monaco-editor .view-line").first()).toHaveText('print "once"');
  await expect(frame.getByText("Press Run")).toBeVisible();
  await frame.locator(".monaco-editor .view-lines").click();
  await page.keyboard.type("x");
  await expect(frame.locator(".monaco-editor .view-line").first()).toHaveText('print "once"');
  await frame.getByRole("button", { name: /^Run/ }).click();
  await expect(frame.getByText(/16 cores ended/).first()).toBeVisible();

  const opening = page.waitForEvent("popup");
  await frame.getByRole("link", { name: "Open as my own copy in ePython Lab" }).click();
  const lab = new Lab(await opening);
  await lab.editor.loaded();
  await expect(lab.editor.lines.first()).toHaveText('print "once"');
  await expect(lab.output.log).toContainText("Press Run");
});

// An embed in a page that is isolated itself could run full Python, as this address can.
test("neither a link nor an embed that runs at once starts full Python", async ({ page }) => {
  const python: string[] = [];
  page.on("request", (request) => {
    if (/pyodide|host-worker/.test(request.url())) python.push(request.url());
  });
  const lab = await Lab.open(page);
  const linkOf = async (program: string): Promise<string> => {
    await lab.editor.write(program);
    const dialog = await ShareDialog.open(page);
    const link = new URL(await dialog.link.inputValue()).hash;
    await page.keyboard.press("Escape");
    return link;
  };
  const device = await linkOf('print "on the cores"\n');
  const host = await linkOf("# host\nprint('on the host')\n");

  await page.goto(`./?embed=1&run=1${device}`);
  await expect(page.getByText("on the cores").last()).toBeAttached();
  await expect(page.getByText(/16 cores ended/).first()).toBeVisible();
  for (const query of ["?embed=1&run=1", "?run=1", ""]) {
    await page.goto("about:blank");
    await page.goto(`./${query}${host}`);
    await lab.editor.loaded();
    await expect(lab.editor.lines.first()).toHaveText("# host");
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await expect(page.getByText("Press Run").first()).toBeAttached();
  }
  expect(python).toEqual([]);
});

for (const [view, shown] of [
  ["Program first", "Code"],
  ["Chip first", "Chip"],
  ["Output first", "Output"],
] as const) {
  test(`an embed shows what is asked for: ${view}`, async ({ page }) => {
    const frame = await embed(page, 'print "once"\n', async ({ box }) => {
      await box.getByRole("combobox", { name: "Shows" }).selectOption(view);
    });
    await expect(frame.getByRole("tab", { name: shown, selected: true }).first()).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
