import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// After the first visit the page needs no network; and a new version waits until the learner says so.

test.use({ serviceWorkers: "allow" });

/// How many versions of the page itself are kept.
function pagesKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const keys = await (await caches.open("epython-lab.files")).keys();
    return keys.filter(({ url }) => url.includes("index.html")).length;
  });
}

/// Until the service worker has kept every file: the page itself comes last.
async function kept(page: Page): Promise<void> {
  await expect.poll(() => pagesKept(page)).toBe(1);
}

test("go offline and work on", { tag: "@sub-path" }, async ({ page, context }) => {
  const lab = await Lab.open(page);
  await kept(page);
  await context.setOffline(true);
  await lab.run('print "no network"\n');
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await page.reload();
  await lab.editor.loaded();
  await expect(lab.editor.lines.first()).toHaveText('print "no network"');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await lab.runButton.click();
  await expect(lab.output.line("core 15", "no network")).toBeVisible();
  await lab.openExample("Passing a value");
  await lab.runButton.click();
  await expect(lab.output.line("core 1", "Got 20 from core 0")).toBeVisible();
  // Another visit, by a link.
  const other = await context.newPage();
  await other.goto("./?a=query");
  await new Lab(other).editor.loaded();
});

test("go offline and work on, where the host sends the headers", async ({ page, context }) => {
  const lab = await Lab.open(page);
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await lab.editor.loaded();
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
});

test("a browser may install the page", async ({ page }) => {
  await page.goto("./");
  const href = await page.locator("link[rel=manifest]").evaluate((link: HTMLLinkElement) => link.href);
  const manifest = (await (await page.request.get(href)).json()) as { icons: { src: string }[]; start_url: string };
  expect(manifest.start_url).toBe("./");
  for (const { src } of manifest.icons) expect((await page.request.get(new URL(src, href).href)).status()).toBe(200);
});

test.describe("a new version", () => {
  const types: Readonly<Record<string, string>> = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
  };
  let server: Server;
  let folder = "";
  let address = "";

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "epython-lab-"));
    mkdirSync(folder, { recursive: true });
    cpSync("dist/page", folder, { recursive: true });
    server = createServer((request, response) => {
      const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1) || "index.html";
      try {
        const content = readFileSync(join(folder, name));
        response.setHeader("Content-Type", types[extname(name)] ?? "application/octet-stream");
        response.setHeader("Cache-Control", "no-cache");
        response.end(content);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const port = server.address();
    address = `http://localhost:${typeof port === "object" ? port?.port : ""}/`;
  });
  test.afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  /// Puts a version on the host that differs by its title.
  function publish(title: string, without = ""): void {
    const page = readFileSync(join("dist/page", "index.html"), "utf8");
    writeFileSync(join(folder, "index.html"), page.replace("<title>ePython Lab</title>", `<title>${title}</title>`));
    const script = readFileSync(join("dist/page", "service-worker.js"), "utf8");
    const revision = title.replaceAll(" ", "-");
    const changed = script.replace(/("revision":")[^"]*(","url":"index\.html")/, `$1${revision}$2`);
    expect(changed).not.toBe(script);
    const listed = new RegExp(`\\{"revision":null,"url":"assets/${without}"\\},?`);
    if (without !== "") expect(changed).toMatch(listed);
    writeFileSync(join(folder, "service-worker.js"), without === "" ? changed : changed.replace(listed, ""));
  }

  test("is offered, waits, and loses nothing when it is taken", async ({ page }) => {
    await page.goto(address);
    const lab = new Lab(page);
    await lab.editor.loaded();
    await kept(page);
    publish("The next version");
    await page.reload();
    const offer = page.getByRole("status").filter({ hasText: "A new version of ePython Lab is ready" });
    await expect(offer).toBeVisible();
    await expect(page).toHaveTitle("ePython Lab");
    expect(await pagesKept(page)).toBe(2);
    // The version before fills its gaps, and leaves the new one's files where they are.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          navigator.serviceWorker.controller?.postMessage("fill", [port2]);
        }),
    );
    expect(await pagesKept(page)).toBe(2);
    await lab.editor.write('print "typed just now"\n');
    await offer.getByRole("button", { name: "Reload" }).click();
    await expect(page).toHaveTitle("The next version");
    await lab.editor.loaded();
    await expect(lab.editor.lines.first()).toHaveText('print "typed just now"');
    await expect(offer).toHaveCount(0);
    expect(await pagesKept(page)).toBe(1);
  });

  test("taken in one tab, loses nothing in another, which works on and says what to do", async ({ page, context }) => {
    publish("The version before");
    await page.goto(address);
    const lab = new Lab(page);
    await lab.editor.loaded();
    await kept(page);
    const other = await context.newPage();
    await other.goto(address);
    await new Lab(other).editor.loaded();
    await other.evaluate(() => navigator.serviceWorker.ready);

    // The next version has no part of this name, neither on the host nor in its list.
    const [part = ""] = readdirSync(join(folder, "assets")).filter((name) => /^TeachView-.*\.js$/.test(name));
    publish("The version after", part);
    rmSync(join(folder, "assets", part));
    await page.reload();
    await page.getByRole("status").getByRole("button", { name: "Reload" }).click();
    await expect(page).toHaveTitle("The version after");

    const hint = other.getByRole("status").filter({ hasText: "Another tab has loaded a new version" });
    await expect(hint).toBeVisible();
    const theirs = new Lab(other);
    await theirs.editor.write('print "typed meanwhile"\n');
    await other.getByRole("tab", { name: "Lessons" }).click();
    // The files of its version are still there.
    await other.getByRole("button", { name: "Teach" }).click();
    await expect(other.getByRole("button", { name: "Make an assignment" })).toBeVisible();
    await other.keyboard.press("Escape");
    await hint.getByRole("button", { name: "Reload for the new version" }).click();
    await expect(other).toHaveTitle("The version after");
    await theirs.editor.loaded();
    await expect(theirs.editor.lines.first()).toHaveText('print "typed meanwhile"');

    // Where they are not, it says so.
    await other.getByRole("tab", { name: "Lessons" }).click();
    await other.evaluate(() => caches.delete("epython-lab.files"));
    await other.getByRole("button", { name: "Teach" }).click();
    const alert = other.getByRole("alert").filter({ hasText: "Part of this page can no longer be loaded" });
    await expect(alert).toBeVisible();
    await expect(other.getByText("This part of the page could not be fetched")).toBeVisible();
    await expect(other.getByRole("button", { name: "Reload for the new version" })).toBeVisible();
  });
});

test("queries and other files fill no cache", async ({ page }) => {
  await Lab.open(page);
  await kept(page);
  const stored = await page.evaluate(async () => {
    for (let k = 0; k < 20; k++) {
      for (const file of ["", "index.html", "icon.svg", "third-party-notices.txt", "nowhere"])
        await fetch(`./${file}?n=${k}`);
    }
    const caches_ = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return caches_.flat().map(({ url }) => new URL(url).search);
  });
  expect(stored.filter((search) => search.startsWith("?n="))).toEqual([]);
});
