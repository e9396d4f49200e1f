import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumFlags } from "./chromium.mjs";

// Kills the browser, as a crash of the machine would, while someone types or after it, and looks at what is left of the text
// when the page is opened again.

/**
 * @typedef {object} Outcome
 * @property {number} typed words typed before the browser was killed
 * @property {number} lost words of them that are gone
 * @property {number} milliseconds how long before that the first of the lost words was typed; 0 when none was
 */

/**
 * @param {object} how
 * @param {string} how.url where the page lies
 * @param {string} how.executable
 * @param {number} how.type milliseconds for which words are typed
 * @param {number} how.killed milliseconds from the first word until the browser is killed
 * @returns {Promise<Outcome>}
 */
export async function killWhileTyping({ url, executable, type, killed }) {
  const profile = mkdtempSync(join(tmpdir(), "epython-lab-"));
  try {
    /** @type {{ word: string, at: number }[]} */
    const typed = [];
    const first = await start(executable, profile);
    const page = await opened(first.browser, url);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("# ");
    const began = Date.now();
    let at = Number.POSITIVE_INFINITY;
    const kill = new Promise((resolve) => setTimeout(resolve, killed)).then(() => {
      at = Date.now();
      return first.kill();
    });
    try {
      for (let number = 0; Date.now() - began < Math.min(type, killed); number++) {
        const word = `w${number}.`;
        await page.keyboard.type(`${word} `);
        typed.push({ word, at: Date.now() });
      }
    } catch {
      // It was killed in the middle of a word.
    }
    await kill;

    const next = await start(executable, profile);
    const again = await opened(next.browser, url);
    const text = (await again.locator(".monaco-editor .view-line").allTextContents()).join("\n");
    await next.kill();
    const lost = typed.filter(({ word, at: then }) => then <= at && !text.includes(word));
    return { typed: typed.length, lost: lost.length, milliseconds: lost[0] === undefined ? 0 : at - lost[0].at };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** @param {import("@playwright/test").Browser} browser @param {string} url */
async function opened(browser, url) {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error("the browser has no window");
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.locator(".plain-editor").waitFor({ state: "detached" });
  await page.locator(".monaco-editor .view-lines").first().click();
  return page;
}

/**
 * A browser in a process of its own, which can be killed with all that it has started.
 * @param {string} executable @param {string} profile
 */
async function start(executable, profile) {
  const args = [
    ...chromiumFlags,
    "--headless",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "about:blank",
  ];
  const child = spawn(executable, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const gone = new Promise((resolve) => child.once("close", resolve));
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (/** @type {string} */ part) => {
      said += part;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found !== null) resolve(found[1]);
    });
    child.once("close", () => reject(new Error(`the browser does not start: ${said}`)));
  });
  return {
    browser: await chromium.connectOverCDP(/** @type {string} */ (address)),
    async kill() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
      await gone;
    },
  };
}
