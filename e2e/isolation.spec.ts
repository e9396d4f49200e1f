import { expect, type Page, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// Whether threads may share memory, wherever the page lies.

test.use({ serviceWorkers: "allow" });

test("the page and its workers are isolated where that is possible", { tag: "@everywhere" }, async ({ page }, info) => {
  const possible = info.project.name !== "plain";
  const loads = countLoads(page);
  await page.goto("./");

  await expect(page.locator("#root")).not.toBeEmpty();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(possible);
  expect(await workerIsIsolated(page)).toBe(possible);
  for (const worker of page.workers()) expect(await worker.evaluate(() => self.crossOriginIsolated)).toBe(possible);
  // Only the service worker needs a second load.
  if (info.project.name !== "dev") expect(loads()).toBe(info.project.name === "sub-path" ? 2 : 1);
});

test("a later visit is isolated at once", { tag: "@sub-path" }, async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("#root")).not.toBeEmpty();

  const loads = countLoads(page);
  await page.reload();
  await expect(page.locator("#root")).not.toBeEmpty();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(loads()).toBe(1);
});

test("an embed registers no service worker and leaves nothing in the browser", { tag: "@sub-path" }, async ({
  page,
}) => {
  const loads = countLoads(page);
  await page.goto("./?embed=1");

  await expect(page.locator("#root")).not.toBeEmpty();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(loads()).toBe(1);
});

test("a reload that did not help is not tried again", { tag: "@sub-path" }, async ({ page }) => {
  // A service worker that runs, but whose headers never reach the page.
  await page
    .context()
    .route("**/service-worker.js", (route) =>
      route.fulfill({ contentType: "text/javascript", body: "addEventListener('install', () => skipWaiting());" }),
    );
  const loads = countLoads(page);
  await page.goto("./");

  await expect(page.locator("#root")).not.toBeEmpty();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  expect(loads()).toBe(2);
});

test("a page that is isolated and still has no memory to share lets the cores take turns", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "SharedArrayBuffer"));
  const lab = await Lab.open(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(
    page.getByText(/^This browser does not let threads share memory, so all cores take turns/),
  ).toBeVisible();
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
});

for (const language of ["C", "", "en_GB.UTF-8"]) {
  const tag = language === "C" ? [] : "@long";
  test(`a browser whose language is "${language}" shows the page, and its charts`, { tag }, async ({ page }) => {
    await page.addInitScript((tag) => {
      Object.defineProperty(Navigator.prototype, "language", { get: () => tag });
      Object.defineProperty(Navigator.prototype, "languages", { get: () => [tag] });
    }, language);
    const lab = await Lab.open(page);
    await lab.chooseCores(4);
    await page.getByRole("tab", { name: "Scaling" }).click();
    await page.getByRole("button", { name: "Measure" }).click();
    await expect(page.locator(".core-chart canvas").first()).toBeVisible();
  });
}

/// Counts how often the page is loaded from now on.
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("domcontentloaded", () => loads++);
  return () => loads;
}

/// Whether a module worker, of a script that the host serves, is isolated. The page's own script serves as one: it fails,
/// for a worker has no document, but only after it has arrived with its headers.
async function workerIsIsolated(page: Page): Promise<boolean> {
  const starting = page.waitForEvent("worker");
  await page.evaluate(() => {
    const script = document.querySelector<HTMLScriptElement>("script[type=module][src]");
    new Worker(script?.src ?? "", { type: "module" });
  });
  return (await starting).evaluate(() => self.crossOriginIsolated);
}
