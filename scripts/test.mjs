// npm test: installs what is missing, a Chromium too, and runs every check and test. `npm test -- types notices` does those parts alone.
import { ensureInstalled } from "./lib/install.mjs";
import { script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  const { all, named, runStages } = await import("./lib/stages.mjs");
  await runStages(named(all, process.argv.slice(2)));
});
