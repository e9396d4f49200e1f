import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { extname, parse } from "node:path";
import { path, root } from "./project.mjs";
import { journeys, longJourneys, playwright, vitest } from "./stages.mjs";

// What `npm run test:long` is made of.

/**
 * @typedef {import("./stages.mjs").Stage & { what: string }} Suite
 * @typedef {import("./stages.mjs").Result} Result
 * @typedef {{ times: number, seed: number }} How
 */

/** Files that are a suite of their own. @type {Set<string>} */
const taken = new Set();

/**
 * The properties in test files (src/testing/harness/properties.ts), tried so many times as often as in `npm test`.
 * @param {string} name @param {readonly string[]} files @param {number} times @param {How} how @returns {Suite}
 */
export function properties(name, files, times, how) {
  for (const file of files) {
    if (!existsSync(path(file))) throw new Error(`the suite ${name} names ${file}, which is not there`);
    taken.add(file);
  }
  return {
    ...propertiesOf(name, () => files, times, how),
    what: `${times} times as many as npm test: ${files.join(", ")}`,
  };
}

/**
 * The same of all other test files that have properties.
 * @param {string} name @param {number} times @param {How} how @returns {Suite}
 */
export function otherProperties(name, times, how) {
  const rest = () => filesWithProperties().filter((file) => !taken.has(file));
  return { ...propertiesOf(name, rest, times, how), what: `${times} times as many as npm test: all other properties` };
}

/**
 * @param {string} name @param {() => readonly string[]} files @param {number} times @param {How} how
 */
function propertiesOf(name, files, times, { times: factor, seed }) {
  const env = { PROPERTY_TIMES: String(times * factor), PROPERTY_SEED: String(seed) };
  const again = `npm run test:long -- ${name} --seed ${seed}${factor === 1 ? "" : ` --times ${factor}`}`;
  // A property takes as long as it takes. What hangs says so itself.
  return { name, again, run: () => vitest(`long-${name}`, [...files(), "--testTimeout=0"], env) };
}

function filesWithProperties() {
  return readdirSync(path("src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => readFileSync(path(file), "utf8").includes('/properties.ts"'))
    .sort();
}

/**
 * Failures of storage: the properties about them, and the browser killed at `moments` random moments while someone types, or
 * after it. No more than the last second of typing may be lost.
 * @param {string} name @param {readonly string[]} files @param {number} times @param {number} moments @param {How} how
 * @returns {Suite}
 */
export function faults(name, files, times, moments, how) {
  const part = properties(name, files, times, how);
  const count = Math.max(1, Math.round(moments * how.times));
  return {
    ...part,
    what: `${part.what}; and ${count} times a browser that is killed`,
    async run() {
      const { passed, failed } = await part.run();
      const kills = await killMoments(count, how.seed);
      return { passed: passed + kills.passed, failed: failed + kills.failed };
    },
  };
}

/** @param {number} count @param {number} seed @returns {Promise<Result>} */
async function killMoments(count, seed) {
  const { ensureChromium } = await import("./chromium.mjs");
  const { buildPage, isPageFresh } = await import("./build.mjs");
  const { killWhileTyping } = await import("./kill-browser.mjs");
  const executable = await ensureChromium();
  if (!isPageFresh()) await buildPage();
  const random = numbersFrom(seed);
  const kinds = Array.from({ length: count }, (_, k) => {
    const killed = 300 + Math.round(random() * 8000);
    // Every other time the last keys are some time ago.
    return { killed, type: k % 2 === 0 ? killed + 1000 : Math.round(killed * random()) };
  });
  const port = await freePort();
  const server = npm("preview", ["--strictPort", "--port", String(port)]);
  try {
    const url = `http://localhost:${port}/`;
    if (!(await answers(url, server))) throw new Error(`the page is not served: ${server.output()}`);
    return await each(
      kinds.map(({ type, killed }) => `typed for ${Math.min(type, killed)} ms, killed after ${killed} ms`),
      async (_, k) => {
        const outcome = await killWhileTyping({ url, executable, ...kinds[k] });
        console.log(`  ${outcome.typed} words typed, ${outcome.lost} lost, of the last ${outcome.milliseconds} ms`);
        return outcome.milliseconds <= 1000;
      },
    );
  } finally {
    if (server.child.pid !== undefined) end(server.child);
    await server.ended;
  }
}

/**
 * Numbers from 0 to 1, the same for the same seed.
 * @param {number} seed
 */
function numbersFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * The journeys that `npm test` leaves out, for each does at another size, or in another way, what one that it has does.
 * @param {string} name @returns {Suite}
 */
export function moreJourneys(name) {
  return {
    name,
    what: "the end-to-end tests with the tag @long",
    again: 'npm run test:e2e -- --grep "@long"',
    async run() {
      const { ensureChromium } = await import("./chromium.mjs");
      const { buildPage, isPageFresh } = await import("./build.mjs");
      process.env.CHROMIUM_PATH = await ensureChromium();
      if (!isPageFresh()) await buildPage();
      return playwright("e2e-long", ["--grep", longJourneys, "--project", "built"]);
    },
  };
}

/**
 * All journeys in the other browsers.
 * @param {string} name @returns {Suite}
 */
export function otherBrowsers(name) {
  return {
    name,
    what: "the end-to-end tests in Firefox and WebKit",
    again: "npm run test:browsers",
    async run() {
      const { engines, runJourneys } = await import("./other-browsers.mjs");
      const { buildCorpus, buildPage, isCorpusFresh, isPageFresh } = await import("./build.mjs");
      if (!isPageFresh()) await buildPage();
      if (!isCorpusFresh()) await buildCorpus();
      /** @type {Result[]} */
      const results = [];
      for (const engine of engines) {
        results.push(await journeys(`e2e-${engine}`, (args, env) => runJourneys(engine, args, env)));
      }
      const sum = (/** @type {"passed" | "failed"} */ key) => results.reduce((total, each) => total + each[key], 0);
      return { passed: sum("passed"), failed: sum("failed"), which: results.flatMap(({ which = [] }) => which) };
    },
  };
}

/**
 * Every bench, in its short form.
 * @param {string} name @returns {Suite}
 */
export function benches(name) {
  const all = readdirSync(path("bench")).filter(
    (file) => [".ts", ".mjs"].includes(extname(file)) && file !== "run.mjs",
  );
  const names = all.map((file) => parse(file).name).sort();
  return {
    name,
    what: `every bench, a few times and on little: ${names.join(", ")}`,
    again: "npm run bench -- NAME --short --json",
    run: () => each(names, (bench) => measures(bench)),
  };
}

/**
 * Whether a bench gives its results as it should; the bench itself looks at its numbers.
 * @param {string} bench
 */
async function measures(bench) {
  const { status, output } = await npmRun("bench", [bench, "--short", "--json"]);
  const line = output.trim().split("\n").at(-1) ?? "";
  if (status !== 0) return false;
  try {
    const told = JSON.parse(line);
    console.log(`  ${line}`);
    return told.bench === bench && Object.keys(told.results).length > 0;
  } catch {
    console.error(`  it gave no JSON: ${output}`);
    return false;
  }
}

/**
 * How each script of package.json is run so that it takes little: with these words, or by a function.
 * Those that write files write what is there already.
 * @type {Record<string, readonly string[] | (() => Promise<boolean>)>}
 */
const shortForms = {
  lint: [],
  types: [],
  layers: [],
  "dead-code": [],
  spelling: [],
  notices: [],
  docs: [],
  fix: [],
  build: [],
  check: ["notices"],
  test: ["notices", "layers"],
  "test:unit": ["src/base"],
  "test:e2e": ["e2e/narrow.spec.ts", "--project", "built", "--grep", "at any width"],
  "test:long": ["--list"],
  "test:browsers": ["firefox", "e2e/journeys.spec.ts", "--project", "built", "--grep", "a core asks"],
  bench: ["recording", "--short"],
  shots: ["phone-light-hello"],
  start: () => serves("start", [], (port) => ({ PORT: String(port) })),
  dev: () => serves("dev", ["--strictPort", "--port"]),
  preview: () => serves("preview", ["--strictPort", "--port"]),
};

/**
 * Every script of package.json, in its short form.
 * @param {string} name @returns {Suite}
 */
export function scripts(name) {
  const names = Object.keys(JSON.parse(readFileSync(path("package.json"), "utf8")).scripts);
  const order = [...Object.keys(shortForms), ...names.filter((one) => shortForms[one] === undefined)];
  return {
    name,
    what: `every script of package.json, in a short form: ${names.join(", ")}`,
    again: "npm run NAME",
    run: () =>
      each(order, async (script) => {
        const form = shortForms[script];
        if (form === undefined || !names.includes(script)) {
          console.error("  It has no short form in scripts/lib/suites.mjs, or is no script of package.json.");
          return false;
        }
        if (typeof form === "function") return form();
        const { status, output } = await npmRun(script, form);
        if (status !== 0) console.error(output);
        return status === 0;
      }),
  };
}

/**
 * Does one thing after the other and counts which went well.
 * @param {readonly string[]} names @param {(name: string, k: number) => Promise<boolean>} work @returns {Promise<Result>}
 */
async function each(names, work) {
  const result = { passed: 0, failed: 0 };
  for (const [k, name] of names.entries()) {
    const began = Date.now();
    const good = await work(name, k);
    result[good ? "passed" : "failed"]++;
    console.log(`${good ? "✓" : "✗"} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  }
  return result;
}

/**
 * Starts `npm run SCRIPT -- WORDS`.
 * @param {string} script @param {readonly string[]} words @param {Record<string, string>} [env]
 */
function npm(script, words, env = {}) {
  // As in install.mjs: the same npm that runs this, and no shell.
  const own = process.env.npm_execpath;
  const args = ["run", "--silent", script, "--", ...words];
  const [command, all] = own?.endsWith(".js") ? [process.execPath, [own, ...args]] : ["npm", args];
  const child = spawn(command, all, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: command === "npm" && process.platform === "win32",
    // A group of its own, so that it can be ended with all that it starts.
    detached: process.platform !== "win32",
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (output += text));
  const ended = new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("close", (status) => resolve(status ?? 1));
  });
  return { child, ended, output: () => output };
}

/**
 * Runs a script to its end.
 * @param {string} script @param {readonly string[]} words
 * @returns {Promise<{ status: number, output: string }>}
 */
async function npmRun(script, words) {
  const { ended, output } = npm(script, words);
  return { status: await ended, output: output() };
}

const SERVER_MILLISECONDS = 300_000;

/**
 * Whether a script comes to serve the page; it is ended then.
 * @param {string} script
 * @param {readonly string[]} words what it is told, the port behind them unless `env` has it
 * @param {(port: number) => Record<string, string>} [env]
 */
async function serves(script, words, env) {
  const port = await freePort();
  const { child, ended, output } = npm(script, env === undefined ? [...words, String(port)] : words, env?.(port));
  let over = false;
  void ended.then(() => (over = true));
  try {
    if (await answers(`http://localhost:${port}/`, { ended })) return true;
    console.error(output());
    return false;
  } finally {
    if (!over && child.pid !== undefined) end(child);
    await ended;
  }
}

/**
 * Whether the page comes to be served at an address before the server ends.
 * @param {string} url @param {{ ended: Promise<unknown> }} server
 */
async function answers(url, { ended }) {
  let over = false;
  void ended.then(() => (over = true));
  const until = Date.now() + SERVER_MILLISECONDS;
  while (!over && Date.now() < until) {
    const page = await fetch(url).then(
      (response) => response.text(),
      () => "",
    );
    if (page.includes("<title>ePython Lab")) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** @param {import("node:child_process").ChildProcess} child */
function end(child) {
  if (process.platform === "win32") spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"]);
  else process.kill(-Number(child.pid), "SIGTERM");
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
