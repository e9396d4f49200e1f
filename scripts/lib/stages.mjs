import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { buildCli, buildCorpus, buildPage } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { endToEndPort } from "./ports.mjs";
import { path, tools } from "./project.mjs";
import { Failure, runTool } from "./run.mjs";

/**
 * What a stage found. A stage that counts no tests counts as one failed test when it fails. `which` names the tests that
 * failed, for a reader who has only the end of a long log.
 * @typedef {{ passed: number, failed: number, which?: readonly string[] }} Result
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} again how to run it alone
 * @property {() => Promise<Result>} run
 * @property {readonly string[]} [needs] the stages without which this one makes no sense
 */

/** What is checked before every commit. @type {readonly Stage[]} */
export const checks = [
  { name: "format and lint", again: "npm run lint (npm run fix mends most)", run: () => tool(tools.biome, ["check"]) },
  { name: "types", again: "npm run types", run: () => tool(tools.tsc, ["-b"]) },
  {
    name: "notices",
    again: "npm run notices (writes them)",
    run: () => tool(path("scripts/notices.mjs"), ["--check"]),
  },
  { name: "dead code", again: "npm run dead-code", run: () => tool(tools.knip, []) },
  {
    name: "spelling",
    again: "npm run spelling (a word that is right goes to cspell-words.txt)",
    run: () => tool(tools.cspell, ["--no-progress", "--quiet"]),
  },
  { name: "layers", again: "npm run layers", run: () => vitest("layers", ["src/layers.test.ts"]) },
  { name: "unit tests", again: "npm run test:unit", run: () => vitest("unit", ["--exclude", "src/layers.test.ts"]) },
];

/** All that is tested. @type {readonly Stage[]} */
export const all = [
  ...checks,
  { name: "build", again: "npm run build", run: build },
  { name: "browser", again: "npm run test:e2e", run: browser },
  { name: "end-to-end tests", again: "npm run test:e2e", run: endToEnd, needs: ["build", "browser"] },
];

/**
 * Of stages those with these names; all if there are none.
 * @template {Stage} T
 * @param {readonly T[]} stages
 * @param {readonly string[]} names
 */
export function named(stages, names) {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    const all = stages.map(({ name }) => (name.includes(" ") ? `"${name}"` : name)).join(", ");
    throw new Failure(`There is nothing named "${unknown}" to run.`, `There are: ${all}.`);
  }
  return names.length === 0 ? stages : stages.filter(({ name }) => names.includes(name));
}

/**
 * Runs stages one after the other, whether or not those before passed, and ends with the line `N passed, N failed`.
 * @param {readonly Stage[]} stages
 */
export async function runStages(stages) {
  /** @type {Map<string, Result>} */
  const results = new Map();
  /** @type {string[]} */
  const summary = [];
  for (const { name, again, run, needs = [] } of stages) {
    const missing = needs.filter((need) => results.get(need)?.failed);
    if (missing.length > 0) {
      summary.push(`–  ${name}: not run, because ${missing.join(" and ")} failed`);
      continue;
    }
    console.log(`\n── ${name} ${"─".repeat(Math.max(0, 70 - name.length))}`);
    const began = Date.now();
    const result = await run().catch(asFailed);
    results.set(name, result);
    const seconds = `${((Date.now() - began) / 1000).toFixed(1)} s`;
    summary.push(result.failed ? `✗  ${name} (${seconds}). Again: ${again}` : `✓  ${name} (${seconds})`);
    for (const test of result.which ?? []) summary.push(`     ${test}`);
  }
  const sum = (/** @type {"passed" | "failed"} */ key) =>
    [...results.values()].reduce((total, each) => total + each[key], 0);
  console.log(`\n${summary.join("\n")}\n\n${sum("passed")} passed, ${sum("failed")} failed`);
  if (sum("failed") > 0) process.exitCode = 1;
}

/** @param {unknown} error @returns {Result} */
function asFailed(error) {
  if (error instanceof Failure) console.error(`✗ ${error.message}\n  ${error.advice}`);
  else console.error(error);
  return { passed: 0, failed: 1 };
}

/** @param {string} file @param {readonly string[]} args @returns {Promise<Result>} */
async function tool(file, args) {
  return { passed: 0, failed: (await runTool(file, args)) === 0 ? 0 : 1 };
}

/**
 * Runs unit tests and counts them.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<Result>}
 */
export async function vitest(name, args, env = {}) {
  const report = emptyReport(name);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const status = await runTool(tools.vitest, ["run", ...reporters, ...args], { env });
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = read(report);
  return { ...counted(status, numPassedTests, numFailedTests), which: testResults.flatMap(failedInFile) };
}

/**
 * The end-to-end tests but those that do at other sizes, or in other ways, what another does already: `npm run test:long` has them.
 * @returns {Promise<Result>}
 */
function endToEnd() {
  return playwright("e2e", ["--grep-invert", longJourneys]);
}

/** How Playwright knows the journeys that are only for `npm run test:long`. */
export const longJourneys = String.raw`@long\b`;

/**
 * Runs journeys in Chromium, and counts them.
 * @param {string} name @param {readonly string[]} words for Playwright
 */
export function playwright(name, words) {
  return journeys(name, (args, env) => runTool(tools.playwright, ["test", ...words, ...args], { env }));
}

/**
 * Runs journeys and counts them.
 * @param {string} name
 * @param {(args: readonly string[], env: Record<string, string>) => Promise<number>} run starts Playwright, with these words too
 * @returns {Promise<Result>}
 */
export async function journeys(name, run) {
  const report = emptyReport(name);
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, E2E_PORT: await endToEndPort() };
  const status = await run(["--reporter=list,json"], env);
  const { stats = {}, suites = [] } = read(report);
  const { expected = 0, unexpected = 0, flaky = 0 } = stats;
  return { ...counted(status, expected, unexpected + flaky), which: suites.flatMap(failedInSuite) };
}

/** @returns {Promise<Result>} */
async function build() {
  console.log("The page into dist/page, the command line into dist/cli, and what the tests run in a browser.");
  await buildPage();
  await buildCorpus();
  await buildCli();
  return { passed: 0, failed: 0 };
}

/** @returns {Promise<Result>} */
async function browser() {
  process.env.CHROMIUM_PATH = await ensureChromium();
  console.log(process.env.CHROMIUM_PATH);
  return { passed: 0, failed: 0 };
}

/**
 * A runner that failed without a failed test, for it never came so far or an error had no test, counts as one.
 * @param {number} status @param {number} passed @param {number} failed @returns {Result}
 */
function counted(status, passed, failed) {
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}

/**
 * Of a file in Vitest's report: the file's name if it could not be run, or those of the tests that failed.
 * @typedef {{ fullName: string, status: string, failureMessages?: readonly string[] }} VitestTest
 * @param {{ name: string, status: string, message?: string, assertionResults: readonly VitestTest[] }} file
 */
function failedInFile({ name, status, message = "", assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === "failed");
  const at = relative(path("."), name);
  if (failed.length === 0) return status === "failed" ? [`${at}: ${firstLine(message)}`] : [];
  return failed.map(
    ({ fullName, failureMessages = [] }) => `${at}: ${fullName}: ${firstLine(failureMessages[0] ?? "")}`,
  );
}

/**
 * The same of Playwright's report, whose suites hold suites.
 * @typedef {{ title: string, file: string, line: number, ok: boolean }} Spec
 * @typedef {{ suites?: readonly Suite[], specs?: readonly Spec[] }} Suite
 * @param {Suite} suite
 * @returns {string[]}
 */
function failedInSuite({ suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ title, file, line }) => `e2e/${file}:${line}: ${title}`);
  return [...failed, ...suites.flatMap(failedInSuite)];
}

/** @param {string} text */
function firstLine(text) {
  return (text.split("\n", 1)[0] ?? "").slice(0, 200);
}

/** Makes sure that no earlier run's report is taken for this one's. @param {string} name */
function emptyReport(name) {
  mkdirSync(path(".cache"), { recursive: true });
  const file = path(".cache", `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} report */
function read(report) {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return {};
  }
}
