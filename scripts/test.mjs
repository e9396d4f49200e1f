// npm test: installs what is missing, a Chromium too, and runs every check and test.
import { ensureInstalled } from "./lib/install.mjs";
import { script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  const { all, runStages } = await import("./lib/stages.mjs");
  await runStages(all);
});
