// npm run dev: installs what is missing, and serves the page; reloads it when a file changes.
import { ensureInstalled } from "./lib/install.mjs";
import { tools } from "./lib/project.mjs";
import { runTool, script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  process.exitCode = await runTool(tools.vite, process.argv.slice(2));
});
