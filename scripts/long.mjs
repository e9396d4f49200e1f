// npm run test:long [-- SUITE…] [--times N] [--seed N] [--list]: what takes too long for `npm test`. The properties that `npm test`
// tries a few times, always alike, are tried many times, each time on other cases; every bench and every script of package.json is
// run in a short form. It ends with the line `N passed, N failed`.
//
// A property that fails says the seed. `npm run test:long -- history --seed 123` tries the same cases again.
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { ensureInstalled } from "./lib/install.mjs";
import { Failure, script } from "./lib/run.mjs";

await script(async () => {
  const { names, times, seed, list } = wanted();
  await ensureInstalled();
  const { named, runStages } = await import("./lib/stages.mjs");
  const { benches, faults, moreJourneys, otherBrowsers, otherProperties, properties, scripts } = await import(
    "./lib/suites.mjs"
  );
  const how = { times, seed };

  // What others may have made, and what the browser has stored.
  const links = ["share/link", "store/lessons/given-links"];
  const given = ["lessons/fuzz", "lessons/pack", "lessons/pattern", "share/unzip", "share/zip", "store/lessons/given"];
  const tests = (/** @type {string[]} */ names) => names.map((name) => `src/${name}.test.ts`);

  // The number: how many times as many cases as in `npm test`.
  const suites = [
    properties("history", ["src/runtime/history.test.ts"], 100, how),
    properties("snapshots", ["src/machine/snapshot.test.ts"], 20, how),
    properties("crews", ["src/runtime/crews-runner.test.ts"], 20, how),
    properties("damage", ["src/runtime/damage.test.ts"], 340, how),
    properties("images", ["src/machine/fuzz.test.ts"], 20, how),
    properties("compiler", ["src/compiler/fuzz.test.ts", "src/language/fuzz.test.ts"], 120, how),
    properties("editor", ["src/service/fuzz.test.ts"], 50, how),
    properties("links", tests(links), 460, how),
    properties("given", tests(given), 35, how),
    properties("cpython", ["src/testing/cpython.test.ts"], 20, how),
    faults("faults", ["src/store/storage/faults.test.ts"], 10, 40, how),
    otherProperties("others", 20, how),
    moreJourneys("journeys"),
    otherBrowsers("browsers"),
    benches("benches"),
    scripts("scripts"),
  ];

  const chosen = named(suites, names);
  if (list) {
    console.log(chosen.map(({ name, what }) => `${name.padEnd(10)} ${what}`).join("\n"));
    return;
  }
  console.log(`Seed ${seed}.`);
  await runStages(chosen);
});

/** What the command asks for. */
function wanted() {
  const advice = "Usage: npm run test:long [-- SUITE…] [--times N] [--seed N] [--list]";
  let parsed;
  try {
    const options = /** @type {const} */ ({
      times: { type: "string", default: "1" },
      seed: { type: "string", default: String(randomInt(1, 2 ** 31)) },
      list: { type: "boolean", default: false },
    });
    parsed = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), advice);
  }
  const { list } = parsed.values;
  const times = Number(parsed.values.times);
  const seed = Number(parsed.values.seed);
  if (!(times > 0 && times < Number.POSITIVE_INFINITY)) throw new Failure("--times takes a number above 0.", advice);
  if (!Number.isInteger(seed) || Math.abs(seed) >= 2 ** 31)
    throw new Failure("--seed takes a whole number of at most 31 bits.", advice);
  return { names: parsed.positionals, times, seed, list };
}
