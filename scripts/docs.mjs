// npm run docs: writes docs/diagnostics.md from the catalogue, the tables of docs/machine.md from the machine's own figures,
// and the lists of docs/language.md from what the language has. Unit tests see to it that both are current.
import { readFileSync, writeFileSync } from "node:fs";
import { ensureInstalled } from "./lib/install.mjs";
import { path, root } from "./lib/project.mjs";
import { script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  const { runnerImport } = await import("vite");
  /** @param {string} file */
  const load = async (file) => {
    const { module } = await runnerImport(path(file), { root, configFile: false, logLevel: "warn" });
    return module;
  };
  const { diagnosticsPage } = await load("scripts/docs/diagnostics-page.ts");
  writeFileSync(path("docs/diagnostics.md"), diagnosticsPage());
  const { machinePage } = await load("scripts/docs/machine-page.ts");
  const page = path("docs/machine.md");
  writeFileSync(page, machinePage(readFileSync(page, "utf8")));
  const { languagePage } = await load("scripts/docs/language-page.ts");
  const language = path("docs/language.md");
  writeFileSync(language, languagePage(readFileSync(language, "utf8")));
});
