import { defineConfig } from "@playwright/test";
import { inPlaces } from "./e2e/places.ts";
import { chromiumFlags, findChromium } from "./scripts/lib/chromium.mjs";

const executablePath = await findChromium();

// A journey runs in the built page, as `npm start` serves it. One that depends on where the page lies says so by its
// tag: `@everywhere`, or those of the places it is for: `@dev`, `@sub-path`, `@plain`, `@corpus`.
export default defineConfig({
  testDir: "e2e",
  // For other browsers (e2e/browsers).
  testIgnore: "**/e2e/browsers/**",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  // For what never comes: a machine with other work takes its time over what does.
  timeout: 600_000,
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
  ...inPlaces,
});
