import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, wherever the command was started. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * A path inside the project.
 * @param {string[]} parts
 */
export const path = (...parts) => join(root, ...parts);

/** The tools of node_modules as files that Node runs itself: no shell, no `.cmd`, the same on every system. */
export const tools = {
  biome: path("node_modules/@biomejs/biome/bin/biome"),
  knip: path("node_modules/knip/bin/knip.js"),
  cspell: path("node_modules/cspell/bin.mjs"),
  playwright: path("node_modules/@playwright/test/cli.js"),
  tsc: path("node_modules/typescript/bin/tsc"),
  vite: path("node_modules/vite/bin/vite.js"),
  vitest: path("node_modules/vitest/vitest.mjs"),
};
