import { existsSync, renameSync, rmSync } from "node:fs";
import { isFresh, markBuilt } from "./fresh.mjs";
import { external, nodeWorkers } from "./node-workers.mjs";
import { path, root } from "./project.mjs";
import { Failure } from "./run.mjs";

const settings = ["package-lock.json", "vite.config.ts", "scripts/lib"];
const pageSources = [
  "src",
  "lessons",
  "examples",
  "public",
  "index.html",
  "LICENSE",
  "THIRD-PARTY-NOTICES.md",
  ...settings,
];
const cliSources = [
  ...["base", "bytecode", "cli", "compiler", "python", "language", "lessons", "machine", "runtime", "share"].map(
    (name) => `src/${name}`,
  ),
  ...settings,
];

const corpusSources = ["src", ...settings];

export const isPageFresh = () => isFresh("dist/page.stamp", pageSources);
export const isCorpusFresh = () => isFresh("dist/corpus.stamp", corpusSources);
export const isCliFresh = () => isFresh("dist/cli.stamp", cliSources);

/** Builds the page into dist/page, which any static host can serve as it is. */
export async function buildPage() {
  const began = new Date();
  rmSync(path("dist/page.stamp"), { force: true });
  const { build } = await import("vite");
  // What else this process has done with Vite may have left NODE_ENV at "development", which makes React slow and large.
  process.env.NODE_ENV = "production";
  try {
    await build({ root, configFile: path("vite.config.ts"), logLevel: "warn" });
  } catch (error) {
    throw buildFailure("page", error);
  }
  markBuilt("dist/page.stamp", began);
}

/** Builds the page on which the tests run the programs of the corpus into dist/corpus. */
export async function buildCorpus() {
  const began = new Date();
  const { build } = await import("vite");
  try {
    await build({
      root: path("src/testing/harness/browser"),
      configFile: false,
      base: "./",
      logLevel: "warn",
      worker: { format: "es" },
      build: { outDir: path("dist/corpus"), emptyOutDir: true, target: "es2023" },
    });
  } catch (error) {
    throw buildFailure("page that runs the corpus", error);
  }
  markBuilt("dist/corpus.stamp", began);
}

/** Builds the command line into dist/cli. */
export async function buildCli() {
  const began = new Date();
  const { build } = await import("vite");
  // Built aside and moved into place, so that a command started meanwhile finds all of it or nothing.
  const aside = path(`dist/cli-${process.pid}`);
  try {
    await build({
      root,
      configFile: false,
      logLevel: "warn",
      plugins: [nodeWorkers()],
      ssr: { noExternal: true, external },
      build: {
        ssr: true,
        target: "node20",
        outDir: aside,
        copyPublicDir: false,
        rolldownOptions: {
          input: path("src/cli/main.ts"),
          output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        },
      },
    });
    putInPlace(aside, path("dist/cli"));
  } catch (error) {
    throw buildFailure("command line", error);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  markBuilt("dist/cli.stamp", began);
}

/**
 * Moves a built folder to where it is used from.
 * @param {string} from
 * @param {string} to
 */
function putInPlace(from, to) {
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(from, to);
  } catch (error) {
    // Another process built the same at the same time, and was first: what it put there serves as well.
    if (!existsSync(to)) throw error;
  }
}

/**
 * @param {string} what
 * @param {unknown} error
 */
function buildFailure(what, error) {
  return new Failure(
    `The ${what} could not be built: ${error instanceof Error ? error.message : error}`,
    "Mend what it names, or put the sources back as they were (`git status` shows what was changed), and start again.",
  );
}
