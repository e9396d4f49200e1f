import { existsSync } from "node:fs";
import { install, mayInstall } from "./apt.mjs";
import { path, tools } from "./project.mjs";
import { Failure, run, runTool } from "./run.mjs";

// Firefox and WebKit for the journeys: Playwright's own builds, or those of Debian and Ubuntu where the former cannot be had.

/** @typedef {"firefox" | "webkit"} Engine */

/** @type {readonly Engine[]} */
export const engines = ["firefox", "webkit"];

/** The main journeys: what a learner and a teacher come for, part by part. */
export const mainJourneys = [
  "calm", // a newcomer's path, at five sizes, and nothing jumps
  "room", // panes, presentation mode
  "lesson-room", // a lesson beside the program
  "depths", // Essentials and Everything
  "palette", // every action by its name
  "debugging-more", // values, watches, breakpoints of every kind
  "timeline-ready", // the timeline, when asked for
  "host", // full Python
  "console", // its prompt, and cells
  "teach", // assignments and lessons
  "marking", // hand-ins, certificates
  "pictures", // any view as a picture
].map((name) => `e2e/${name}.spec.ts`);

/**
 * How Playwright is started for an engine.
 * @typedef {object} Way
 * @property {string} what the browser, in words
 * @property {string} config
 * @property {Record<string, string>} env
 * @property {boolean} needsDisplay
 */

/** @type {Record<Engine, Way>} */
const own = {
  firefox: { what: "Playwright's Firefox", config: "e2e/browsers/firefox.config.ts", env: {}, needsDisplay: false },
  webkit: { what: "Playwright's WebKit", config: "e2e/browsers/webkit.config.ts", env: {}, needsDisplay: false },
};

const firefox = process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr";
const preload = `--require "${path("e2e/browsers/firefox-bidi.cjs").replaceAll("\\", "/").replaceAll('"', '\\"')}"`;

/** @type {Record<Engine, Way & { packages: readonly string[], files: readonly string[] }>} */
const ofSystem = {
  firefox: {
    what: firefox,
    config: "e2e/browsers/firefox.config.ts",
    env: { FIREFOX_PATH: firefox, NODE_OPTIONS: [process.env.NODE_OPTIONS, preload].filter(Boolean).join(" ") },
    needsDisplay: false,
    packages: ["firefox-esr"],
    files: [firefox],
  },
  webkit: {
    what: "WebKitGTK",
    config: "e2e/browsers/webkitgtk.config.ts",
    env: {},
    needsDisplay: true,
    packages: ["webkit2gtk-driver", "xvfb", "xauth"],
    files: [process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver", "/usr/bin/xvfb-run"],
  },
};

/**
 * Finds a browser with this engine, or installs one.
 * @param {Engine} engine
 * @returns {Promise<Way>}
 */
async function ensureBrowser(engine) {
  const system = ofSystem[engine];
  if (engine === "firefox" && process.env.FIREFOX_PATH) {
    if (existsSync(firefox)) return system;
    throw new Failure(`FIREFOX_PATH names ${firefox}, which is not there.`, "Correct or unset FIREFOX_PATH.");
  }
  if (await hasOwn(engine)) return own[engine];
  if (isThere(engine)) return system;
  console.log(`No ${engine} is installed. Playwright fetches a build of its own.`);
  await runTool(tools.playwright, ["install", engine], { timeout: 10 * 60_000 });
  if (await hasOwn(engine)) return own[engine];
  if (mayInstall()) {
    console.log(`That did not work. Installing ${system.packages.join(", ")} with apt-get.`);
    await install(system.packages);
    if (isThere(engine)) return system;
  }
  throw new Failure(
    `There is no ${engine} for the journeys, and none could be installed.`,
    `Run \`npx playwright install --with-deps ${engine}\`, or on Debian \`sudo apt-get install ${system.packages.join(" ")}\`.`,
  );
}

/**
 * Runs the journeys in an engine, and gives Playwright's exit status.
 * @param {Engine} engine
 * @param {readonly string[]} args for Playwright
 * @param {Record<string, string>} [env]
 */
export async function runJourneys(engine, args, env = {}) {
  const way = await ensureBrowser(engine);
  console.log(`\nThe journeys in ${way.what}`);
  const all = { env: { ...env, ...way.env } };
  const words = ["test", "-c", way.config, ...args];
  if (!way.needsDisplay) return runTool(tools.playwright, words, all);
  const display = ["-a", "-s", "-screen 0 1600x1200x24"];
  return run("xvfb-run", [...display, process.execPath, tools.playwright, ...words], all);
}

/** @param {Engine} engine */
async function hasOwn(engine) {
  const playwright = await import("@playwright/test");
  const file = playwright[engine].executablePath();
  // It may be there and lack libraries of the system.
  if (!existsSync(file)) return false;
  try {
    await (await playwright[engine].launch()).close();
    return true;
  } catch {
    return false;
  }
}

/** @param {Engine} engine */
const isThere = (engine) => ofSystem[engine].files.every((file) => existsSync(file));
