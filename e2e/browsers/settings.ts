import { readFileSync } from "node:fs";
import type { PlaywrightTestConfig } from "@playwright/test";
import { inPlaces } from "../places.ts";

export type Engine = "firefox" | "webkit";

/// What all settings for other browsers have in common.
export function settingsFor(engine: Engine): PlaywrightTestConfig {
  const leftOut = journeysLeftOut(engine);
  return {
    testDir: "..",
    testIgnore: "**/e2e/browsers/**",
    outputDir: `../../test-results/${engine}`,
    fullyParallel: true,
    retries: 0,
    workers: 1,
    // For what never comes: a machine with other work takes its time over what does.
    timeout: 600_000,
    expect: { timeout: 120_000 },
    reporter: "list",
    use: { viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: "reduce" } },
    ...inPlaces,
    projects: inPlaces.projects.map(({ grepInvert, ...project }) => ({
      ...project,
      grepInvert: grepInvert === undefined ? leftOut : [grepInvert, ...leftOut],
    })),
  };
}

/// The journeys that cannot run in an engine: the table in README.md has them, each with its reason.
function journeysLeftOut(engine: Engine): RegExp[] {
  const table = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const rows = table.matchAll(/^\| (firefox|webkit|both) \| `(\S+)` \| (.*?) \|/gm);
  return [...rows]
    .filter(([, where]) => where === engine || where === "both")
    .map(([, , file = "", title = ""]) => new RegExp(`${escaped(file)} .*${title === "all" ? "" : escaped(title)}`));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
