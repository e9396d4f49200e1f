import { defineConfig } from "playwright/test";
import { settingsFor } from "./settings.ts";

// The journeys in the system's WebKitGTK. For these, webkit/test.ts stands in for @playwright/test.

const { projects = [], ...settings } = settingsFor("webkit");
const built = projects.find(({ name }) => name === "built");

export default defineConfig<{ asInstalled: boolean }>({
  ...settings,
  tsconfig: "./webkit/tsconfig.json",
  projects: [
    ...projects,
    // Without the settings that make it like Safari.
    {
      ...built,
      name: "built-as-installed",
      testDir: ".",
      testIgnore: [],
      use: { ...built?.use, asInstalled: true },
    },
  ],
});
