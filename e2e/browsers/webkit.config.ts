import { defineConfig } from "@playwright/test";
import { settingsFor } from "./settings.ts";

// The journeys in Playwright's own build of WebKit.

const { use, ...settings } = settingsFor("webkit");

export default defineConfig({ ...settings, use: { ...use, browserName: "webkit" } });
