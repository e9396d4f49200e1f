import { createHash } from "node:crypto";
import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { path, root } from "./project.mjs";

/** Packages that find files of their own beside them: they stay where they are installed. */
export const external = ["pyodide"];

const workerUrl = /new URL\(\s*["'](\.[^"']*-worker)\.ts["'],\s*import\.meta\.url,?\s*\)/g;

/**
 * Lets code under `runtime/node` and `python/node` write `new Worker(new URL("./crew-worker.ts", import.meta.url))`, as code for browsers
 * does. In a build the worker becomes a file beside the others; in a test, where Node must find JavaScript, it is
 * bundled into .cache/ when the file that starts it is loaded.
 * @returns {import("vite").Plugin}
 */
export function nodeWorkers() {
  let building = false;
  return {
    name: "node-workers",
    configResolved(config) {
      building = config.command === "build";
    },
    async transform(code, id, options) {
      if (!options?.ssr || !/\/(runtime|python)\/node\//.test(id)) return;
      /** @type {Map<string, string>} */
      const replacements = new Map();
      for (const [whole, specifier] of code.matchAll(workerUrl)) {
        const entry = resolve(dirname(id), `${specifier}.ts`);
        const fileName = `${basename(entry, ".ts")}.js`;
        if (building) {
          this.emitFile({ type: "chunk", id: entry, fileName });
          replacements.set(whole, `new URL("./${fileName}", import.meta.url)`);
        } else {
          replacements.set(whole, `new URL(${JSON.stringify(await bundle(entry, fileName))})`);
        }
      }
      if (replacements.size === 0) return;
      return { code: code.replaceAll(workerUrl, (whole) => replacements.get(whole) ?? whole), map: null };
    },
  };
}

/**
 * Bundles one worker for tests and gives its file URL.
 * @param {string} entry
 * @param {string} fileName
 */
async function bundle(entry, fileName) {
  const { build } = await import("vite");
  const folder = path(".cache/workers", createHash("sha256").update(entry).digest("hex").slice(0, 8));
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    plugins: [nodeWorkers()],
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: "node20",
      outDir: folder,
      copyPublicDir: false,
      rolldownOptions: { input: entry, output: { entryFileNames: fileName } },
    },
  });
  return pathToFileURL(resolve(folder, fileName)).href;
}
