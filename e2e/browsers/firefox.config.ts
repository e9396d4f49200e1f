import { defineConfig } from "@playwright/test";
import { settingsFor } from "./settings.ts";

// The journeys in Firefox. `npm run test:browsers` sets FIREFOX_PATH to one of the system; otherwise it is Playwright's own.

const installed = process.env.FIREFOX_PATH;
const { use, ...settings } = settingsFor("firefox");

// A Firefox of the system is driven by WebDriver BiDi, which cannot emulate media: they are preferences of the browser.
const overBiDi = {
  channel: "moz-firefox",
  colorScheme: null,
  contrast: null,
  forcedColors: null,
  contextOptions: { reducedMotion: null },
};
const preferences = {
  "ui.systemUsesDarkTheme": 0,
  "ui.prefersReducedMotion": 1,
  // Journeys write to the clipboard without a press of a key.
  "dom.events.testing.asyncClipboard": true,
  // No network beyond the page.
  "app.update.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

export default defineConfig({
  ...settings,
  use: {
    ...use,
    browserName: "firefox",
    ...(installed === undefined ? {} : overBiDi),
    launchOptions: {
      firefoxUserPrefs: preferences,
      ...(installed === undefined ? {} : { executablePath: installed }),
    },
  },
});
