import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import { linkTo } from "../src/share/link.ts";
import { usual } from "../src/share/project.ts";
import type { Context } from "./lib/context.ts";
import { median } from "./lib/cpython.ts";
import { openBrowser } from "./lib/page.ts";

export const title =
  "Fifty embeds on one page, each with a loop without an end: clicks on that page, and the embed that is seen";
export const needs = ["page", "chromium"];

const counting = "n = 0\nwhile True:\n    n += 1\n    if n % 20000 == 0: print n\n";

export async function bench({ say, root, chromium, short }: Context) {
  const count = short ? 6 : 50;
  const clicks = short ? 5 : 40;
  const browser = await openBrowser(root, chromium);
  const { page, close } = await browser.open();
  const body = course(page.url(), count);
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(body));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  try {
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const counts = async (k: number) =>
      (await page.frameLocator(`iframe[title="Embed ${k}"]`).locator('[role="log"]').textContent()) ?? "";
    const waits: number[] = [];
    const firsts: number[] = [];
    // From one to the next, as a reader scrolls: each has to come to life where it is seen.
    for (let k = 0; k < count; k += Math.ceil(count / 5)) {
      say(`embed ${k} of ${count}`);
      const began = performance.now();
      await page.locator(`iframe[title="Embed ${k}"]`).scrollIntoViewIfNeeded();
      await expect.poll(() => counts(k), { timeout: 120_000 }).toMatch(/0000/);
      firsts.push(performance.now() - began);
      for (let click = 0; click < clicks / 5; click++) waits.push(await page.evaluate(clickToPaint));
    }
    return {
      embeds: count,
      "from being seen to its first line, most (ms)": Math.max(...firsts),
      "click on the page around them, median (ms)": median(waits),
      "click on the page around them, most (ms)": Math.max(...waits),
    };
  } finally {
    server.close();
    await close();
    await browser.close();
  }
}

/// A page of another origin, as a course has.
function course(lab: string, count: number): string {
  const frames = Array.from({ length: count }, (_, k) => {
    const link = linkTo({ ...usual, name: `p${k}`, files: [{ name: "p.py", text: counting }], open: "p.py", cores: 1 });
    return `<iframe src="${new URL("./", lab)}?embed=1&amp;run=1&amp;view=output${link}" title="Embed ${k}" width="700" height="700"></iframe>`;
  });
  return `<!doctype html><title>A course</title><button style="position: fixed">0</button>${frames.join("<br>")}`;
}

/// In the page: from a click on its button until the frame after it has been drawn.
function clickToPaint(): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    // As a person's click would, it waits for its turn behind what the page is doing.
    setTimeout(() => {
      document.querySelector("button")?.click();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
  });
}
