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
  await expect(frame.getByRole("textbox", { name: "Input for core 1" })).toBeVisible();
  await expect(frame.locator(".monaco-editor .view-line").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Notes" })).toBeFocused();
  await page.keyboard.type("my notes");
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("my notes");

  const inside = page.frames()[1];
  expect(await inside?.evaluate(() => crossOriginIsolated)).toBe(false);
  // Once the reader has turned to it, it is a page like any other.
  await frame.getByRole("textbox", { name: "Input for core 1" }).fill("7");
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
  await frame.getByRole("button", { name: /^Run(?! slowly| the program)/ }).click();
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
    if (/pyodide|python-worker/.test(request.url())) python.push(request.url());
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
  const tag = shown === "Chip" ? [] : "@long";
  test(`an embed shows what is asked for: ${view}`, { tag }, async ({ page }) => {
    const frame = await embed(page, 'print "once"\n', async ({ box }) => {
      await box.getByRole("combobox", { name: "Shows" }).selectOption(view);
    });
    await expect(frame.getByRole("tab", { name: shown, selected: true }).first()).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

const counting = "n = 0\nwhile True:\n    n += 1\n    if n % 20000 == 0: print n\n";

/// A page with a counter and one embed for each program, which runs at once. Browsers run all of them in one thread.
function manyEmbeds(baseURL: string, programs: readonly string[], height: number): string {
  const frames = programs.map((text, k) => {
    const project = { ...usual, name: `p${k}`, files: [{ name: "p.py", text }], open: "p.py", cores: 1 };
    const address = `${baseURL}?embed=1&amp;run=1&amp;view=output${linkTo(project)}`;
    return `<iframe src="${address}" title="Embed ${k}" width="600" height="${height}" style="display: block"></iframe>`;
  });
  return `<!doctype html><title>A course</title><button onclick="this.textContent = Number(this.textContent) + 1">0</button>${frames.join("")}`;
}

test("of many embeds only those that are seen open and run; one that goes out of sight rests", async ({
  page,
  baseURL,
}) => {
  html = manyEmbeds(baseURL ?? "", ['print "seen"\n', ...Array.from({ length: 11 }, () => counting)], 900);
  await page.goto(outer.replace("127.0.0.1", "localhost"));
  const embedded = (k: number) => page.frameLocator(`iframe[title="Embed ${k}"]`);
  await expect(
    embedded(0)
      .getByText(/1 core ended/)
      .first(),
  ).toBeVisible();
  for (const k of [1, 2, 5, 11]) {
    await expect(embedded(k).getByText("This program opens when you scroll to it")).toBeAttached();
  }
  await page.getByRole("button").first().click();
  await expect(page.getByRole("button").first()).toHaveText("1");

  await page.locator('iframe[title="Embed 7"]').scrollIntoViewIfNeeded();
  const frame = await page.locator('iframe[title="Embed 7"]').elementHandle();
  const inside = await frame?.contentFrame();
  const printed = async () => (await inside?.locator('[role="log"]').textContent()) ?? "";
  await expect.poll(printed).toMatch(/0000/);
  const first = await printed();
  await expect.poll(printed).not.toBe(first);
  // All of them and this page share one thread: a slice of a program keeps everything else waiting for 8 ms.
  await expect.poll(() => page.evaluate(usualWait)).toBeGreaterThan(4);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => page.evaluate(usualWait)).toBeLessThan(4);
});

/// Within the page: how many milliseconds a message to itself takes, as a rule, at the worst of ten moments within a second.
async function usualWait(): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  let worst = 0;
  for (let moment = 0; moment < 10; moment++) {
    const waits: number[] = [];
    for (let k = 0; k < 21; k++) {
      const sent = performance.now();
      const arrived = new Promise((resolve) => {
        port1.onmessage = resolve;
      });
      port2.postMessage(null);
      await arrived;
      waits.push(performance.now() - sent);
    }
    worst = Math.max(worst, waits.sort((a, b) => a - b)[10] ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return worst;
}

test("embeds that are seen together take turns, say so, and can be stopped", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 700, height: 1500 });
  html = manyEmbeds(
    baseURL ?? "",
    Array.from({ length: 8 }, () => counting),
    170,
  );
  await page.goto(outer.replace("127.0.0.1", "localhost"));
  const embedded = (k: number) => page.frameLocator(`iframe[title="Embed ${k}"]`);
  await expect(embedded(0).getByText("Takes turns with other programs on this page")).toBeVisible();
  await expect(embedded(7).getByText("Takes turns with other programs on this page")).toBeVisible();
  await page.getByRole("button").first().click();
  await expect(page.getByRole("button").first()).toHaveText("1");
  for (let k = 0; k < 7; k++) await embedded(k).getByRole("button", { name: "Stop" }).click();
  await expect(
    embedded(0)
      .getByText(/stopped/i)
      .first(),
  ).toBeAttached();
  // The last one has the thread to itself.
  await expect(embedded(7).getByText("Takes turns with other programs on this page")).toBeHidden();
  await embedded(7).getByRole("button", { name: "Stop" }).click();
  await expect(embedded(7).getByRole("button", { name: "Run", exact: true })).toBeEnabled();
});
