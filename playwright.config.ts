import { defineConfig } from "@playwright/test";
import { places } from "./e2e/places.ts";
import { chromiumFlags, findChromium } from "./scripts/lib/chromium.mjs";

const executablePath = await findChromium();

/// Which journeys belong to a place. Those without a tag are for the built page; the corpus has a page of its own.
function journeysOf(name: string): { grep?: RegExp; grepInvert?: RegExp } {
  if (name === "built") return { grepInvert: /@(dev|sub-path|plain|corpus)\b/ };
  return { grep: name === "corpus" ? /@corpus\b/ : new RegExp(`@(everywhere|${name})\\b`) };
}

/// The places that `--project` names, or all: only they are served.
function wantedPlaces(): typeof places {
  const named = process.argv.flatMap((word, k) => {
    if (word === "--project") return [process.argv[k + 1]];
    return word.startsWith("--project=") ? [word.slice("--project=".length)] : [];
  });
  return named.length === 0 ? places : places.filter(({ name }) => named.includes(name));
}

// A journey runs in the built page, as `npm start` serves it. One that depends on where the page lies says so by its
// tag: `@everywhere`, or those of the places it is for: `@dev`, `@sub-path`, `@plain`, `@corpus`.
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  // For what never comes: a machine with other work takes its time over what does.
  timeout: 300_000,
  expect: { timeout: 120_000 },
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    // Who wants no motion is shown no run unasked. Journeys that are about motion say so.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: chromiumFlags,
    },
  },
  projects: places.map(({ name, url }) => ({
    name,
    use: { baseURL: url },
    ...journeysOf(name),
  })),
  webServer: wantedPlaces().map(({ name, url, command }) => ({
    name,
    url,
    command,
    reuseExistingServer: false,
    timeout: 180_000,
  })),
});
