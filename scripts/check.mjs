// npm run check: what must hold before every commit. It needs no build and no browser.
import { ensureInstalled } from "./lib/install.mjs";
import { script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  const { checks, runStages } = await import("./lib/stages.mjs");
  await runStages(checks);
});
