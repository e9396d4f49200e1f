// npm run test:browsers: the end-to-end tests in Firefox and WebKit. What follows `--` is the engine, `--smoke` or `--main` for
// a set, and words for Playwright: npm run test:browsers -- webkit e2e/share.spec.ts --project built
import { buildCorpus, buildPage, isCorpusFresh, isPageFresh } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  const { engines, mainJourneys, runJourneys } = await import("./lib/other-browsers.mjs");
  const { endToEndPort } = await import("./lib/ports.mjs");
  const words = process.argv.slice(2);
  const named = engines.filter((engine) => words.includes(engine));
  const smoke = words.includes("--smoke");
  const main = words.includes("--main");
  const rest = words.filter((word) => !["--smoke", "--main", ...engines].includes(word));
  if (!isPageFresh()) {
    console.log("Building the page.");
    await buildPage();
  }
  if (!smoke && !main && !isCorpusFresh()) {
    console.log("Building the page that runs the corpus.");
    await buildCorpus();
  }
  const env = { E2E_PORT: await endToEndPort() };
  const set = main ? [...mainJourneys, "--project", "built"] : [];
  const args = smoke ? ["--grep", "@smoke", "--project", "built*", ...rest] : [...set, ...rest];
  for (const engine of named.length > 0 ? named : engines) {
    if ((await runJourneys(engine, args, env)) !== 0) process.exitCode = 1;
  }
});
