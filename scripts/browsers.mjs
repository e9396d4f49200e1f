// npm run test:browsers: the end-to-end tests in Firefox and WebKit. What follows `--` is the engine, `--smoke` for a small set,
// and words for Playwright: npm run test:browsers -- webkit e2e/share.spec.ts --project built
import { buildCorpus, buildPage, isCorpusFresh, isPageFresh } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  const { engines, runJourneys } = await import("./lib/other-browsers.mjs");
  const { endToEndPort } = await import("./lib/ports.mjs");
  const words = process.argv.slice(2);
  const named = engines.filter((engine) => words.includes(engine));
  const smoke = words.includes("--smoke");
  const rest = words.filter((word) => word !== "--smoke" && !engines.some((engine) => engine === word));
  if (!isPageFresh()) {
    console.log("Building the page.");
    await buildPage();
  }
  if (!smoke && !isCorpusFresh()) {
    console.log("Building the page that runs the corpus.");
    await buildCorpus();
  }
  const env = { E2E_PORT: await endToEndPort() };
  const args = smoke ? ["--grep", "@smoke", "--project", "built*", ...rest] : rest;
  for (const engine of named.length > 0 ? named : engines) {
    if ((await runJourneys(engine, args, env)) !== 0) process.exitCode = 1;
  }
});
