// npm run bench -- NAME [--json] [--short] [--minutes M]: measures one thing. A bench is a file NAME.ts or NAME.mjs beside this one:
//
//   export const title = "Listing 5 on 16 cores, against CPython";
//   export const needs = ["page", "chromium"];      // of: page, cli, chromium
//   export async function bench({ say, chromium }) { return { "ours (s)": 1.2, "ratio": 0.9 }; }
//
// `say` tells of progress; `minutes` is what --minutes says, for benches that measure for long. With `short` a bench does all that
// it does, but only a few times and on little: `npm run test:long` runs each like that, to see that it runs. `--json` prints nothing
// but one object, {"bench": NAME, "results": {…}}, in which every number is finite.
import { readdirSync } from "node:fs";
import { extname, parse } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildCli, buildPage, isCliFresh, isPageFresh } from "../scripts/lib/build.mjs";
import { ensureInstalled } from "../scripts/lib/install.mjs";
import { path, root } from "../scripts/lib/project.mjs";
import { Failure, script } from "../scripts/lib/run.mjs";

/**
 * @typedef {import("./lib/context.ts").Context} Context
 * @typedef {Record<string, number | string>} Results
 * @typedef {{ title?: string, needs?: readonly string[], bench: (context: Context) => Promise<Results> }} Bench
 */

await script(async () => {
  const { name, json, minutes, short } = wanted();
  await ensureInstalled({ say: console.error, output: "stderr" });
  const bench = await load(name);
  const { needs = [], title = name } = bench;
  // Progress goes to standard error, so that results can be piped.
  const say = json ? () => {} : console.error;
  if (needs.includes("page") && !isPageFresh()) {
    say("Building the page.");
    await buildPage();
  }
  if (needs.includes("cli") && !isCliFresh()) {
    say("Building the command line.");
    await buildCli();
  }
  const results = await bench.bench({
    say,
    root,
    cli: path("bin/epython"),
    chromium: needs.includes("chromium") ? await findBrowser() : undefined,
    minutes,
    short,
  });
  check(results);
  if (json) console.log(JSON.stringify({ bench: name, results }));
  else console.log([title, ...rows(results)].join("\n"));
});

function benches() {
  const files = readdirSync(path("bench")).filter((file) => [".ts", ".mjs"].includes(extname(file)));
  return new Map(files.filter((file) => file !== "run.mjs").map((file) => [parse(file).name, file]));
}

/** What the command asks for. */
function wanted() {
  const names = [...benches().keys()].sort();
  const advice = `Usage: npm run bench -- NAME [--json] [--short] [--minutes M]\nThere are: ${names.join(", ")}`;
  let parsed;
  try {
    const options = /** @type {const} */ ({
      json: { type: "boolean", default: false },
      short: { type: "boolean", default: false },
      minutes: { type: "string" },
    });
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), advice);
  }
  const [name, ...more] = parsed.positionals;
  if (name === undefined || more.length > 0) throw new Failure("Name the one thing to measure.", advice);
  if (!names.includes(name)) throw new Failure(`There is no bench named ${name}.`, advice);
  const minutes = parsed.values.minutes === undefined ? undefined : Number(parsed.values.minutes);
  if (minutes !== undefined && !(minutes > 0)) throw new Failure("--minutes takes a number above 0.", advice);
  return { name, json: parsed.values.json, short: parsed.values.short, minutes };
}

/**
 * @param {string} name
 * @returns {Promise<Bench>}
 */
async function load(name) {
  const file = path("bench", benches().get(name) ?? "");
  if (!file.endsWith(".ts")) return import(pathToFileURL(file).href);
  const { runnerImport } = await import("vite");
  return (await runnerImport(file, { root, configFile: false, logLevel: "warn" })).module;
}

/**
 * Throws when a bench has measured nothing, or what is no measure.
 * @param {Results} results
 */
function check(results) {
  const bad = Object.entries(results).filter(([, value]) =>
    typeof value === "number" ? !Number.isFinite(value) : !value || /NaN|undefined|Infinity/.test(value),
  );
  if (bad.length > 0 || Object.keys(results).length === 0)
    throw new Error(`it gave no measure: ${bad.map((entry) => entry.join(": ")).join("; ") || "nothing at all"}`);
}

async function findBrowser() {
  const { ensureChromium } = await import("../scripts/lib/chromium.mjs");
  return ensureChromium();
}

/** @param {Results} results */
function rows(results) {
  const width = Math.max(0, ...Object.keys(results).map((key) => key.length));
  return Object.entries(results).map(([key, value]) => {
    const shown = typeof value === "number" ? Number(value.toPrecision(4)) : value;
    return `  ${key.padEnd(width)}  ${shown}`;
  });
}
