// npm run check: what must hold before every commit. It needs no build and no browser. `npm run check -- types` does that part alone.
import { ensureInstalled } from "./lib/install.mjs";
import { script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  const { checks, named, runStages } = await import("./lib/stages.mjs");
  await runStages(named(checks, process.argv.slice(2)));
});
