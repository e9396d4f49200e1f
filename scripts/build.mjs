// npm run build: the page into dist/page, the command line into dist/cli. `node scripts/build.mjs page` does one alone.
import { buildCli, buildPage } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { script } from "./lib/run.mjs";

await script(async () => {
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : ["page", "cli"];
  await ensureInstalled();
  if (wanted.includes("page")) {
    console.log("Building the page into dist/page.");
    await buildPage();
  }
  if (wanted.includes("cli")) {
    console.log("Building the command line into dist/cli.");
    await buildCli();
  }
});
