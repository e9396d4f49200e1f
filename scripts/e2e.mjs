// npm run test:e2e: the end-to-end tests alone. What follows `--` goes to Playwright: npm run test:e2e -- --grep stop
import { buildCorpus, buildPage, isCorpusFresh, isPageFresh } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { tools } from "./lib/project.mjs";
import { runTool, script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  if (!isPageFresh()) {
    console.log("Building the page.");
    await buildPage();
  }
  if (!isCorpusFresh()) {
    console.log("Building the page that runs the corpus.");
    await buildCorpus();
  }
  const { ensureChromium } = await import("./lib/chromium.mjs");
  const { endToEndPort } = await import("./lib/ports.mjs");
  const env = { CHROMIUM_PATH: await ensureChromium(), E2E_PORT: await endToEndPort() };
  process.exitCode = await runTool(tools.playwright, ["test", ...process.argv.slice(2)], { env });
});
