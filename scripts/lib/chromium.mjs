import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptGet, mayInstall } from "./apt.mjs";
import { tools } from "./project.mjs";
import { Failure, runTool } from "./run.mjs";

/** What Chromium is started with: it runs as root in places, has no screen, and must not look for other hosts. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The Chromium for the end-to-end tests: the one CHROMIUM_PATH names, an installed one, or Playwright's own.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const file of candidates()) if (existsSync(file) && starts(file)) return file;
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  return existsSync(own) && starts(own) ? own : undefined;
}

/**
 * As `findChromium`, and installs one where there is none.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  let found = await findChromium();
  if (found) {
    if (existsSync(found)) return found;
    throw new Failure(`CHROMIUM_PATH names ${found}, which is not there.`, "Correct or unset CHROMIUM_PATH.");
  }
  console.log("No Chromium is installed. Playwright fetches one of its own; this takes about a minute.");
  const fetched = (await runTool(tools.playwright, ["install", "chromium"], { timeout: 10 * minute })) === 0;
  found = await findChromium();
  if (found) return found;
  if (mayInstall()) {
    if (fetched) {
      console.log("It does not start: libraries of the system are missing. Installing them.");
      await runTool(tools.playwright, ["install-deps", "chromium"], { timeout: 10 * minute });
    } else {
      console.log("That did not work. Installing the system's own Chromium with apt-get.");
      await aptGet("update");
      const install = ["install", "-y", "--no-install-recommends"];
      if ((await aptGet(...install, "chromium-headless-shell")) !== 0) await aptGet(...install, "chromium");
    }
    found = await findChromium();
    if (found) return found;
  }
  throw new Failure(
    "There is no Chromium that starts, and none could be installed.",
    "Install Chromium or Google Chrome (on Debian: sudo apt-get install chromium), or say where one is:\n" +
      "CHROMIUM_PATH=/path/to/chromium npm test",
  );
}

const minute = 60_000;

/** @returns {string[]} */
function candidates() {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === "win32") {
    const folders = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? [join(folder, "Google/Chrome/Application/chrome.exe")] : []));
  }
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter).filter(Boolean)];
  // The headless shell, which Playwright fetches too, has no window to draw: tests take a fifth less time.
  const names = ["chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Whether it starts at all: it may be a stand-in that only says how to install it, or lack libraries.
 * @param {string} file
 */
function starts(file) {
  if (process.platform === "win32") return true; // there, asking for the version opens a window
  try {
    execFileSync(file, ["--version"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
