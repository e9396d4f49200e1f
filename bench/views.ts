import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Lab } from "../e2e/pages/lab.ts";
import type { Context } from "./lib/context.ts";
import { median } from "./lib/cpython.ts";
import { openBrowser, runToEnd } from "./lib/page.ts";
import { times } from "./lib/virtual.ts";

export const title = "Wall time of a run in the built page, by what is open, against the built command line";
export const needs = ["page", "cli", "chromium"];

// One part of the page at a time, so that no view has to be open.
const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };

interface Setting {
  readonly viewport: { readonly width: number; readonly height: number };
  /// Opens what is open while a program runs.
  readonly open: (lab: Lab) => Promise<void>;
}

const part = (name: string) => (lab: Lab) =>
  lab.page.getByRole("tablist", { name: "Parts of the page" }).getByRole("tab", { name }).click();
const result = (name: string | RegExp) => (lab: Lab) => lab.showBottom(name);

const SETTINGS: Readonly<Record<string, Setting>> = {
  "no view": { viewport: NARROW, open: part("Code") },
  "chip, variables, output": { viewport: WIDE, open: result(/^Output/) },
  "chip, variables, timeline": { viewport: WIDE, open: result("Timeline") },
};

/// How close to the solution the listing is to come. The second is too close for its numbers, so that it makes all of the 10,000
/// iterations that it may: eight times as many.
const LENGTHS = { "listing 5": "1e-3", "listing 5, longer": "1e-7" };

export async function bench({ say, root, cli, chromium, short }: Context) {
  const runs = short ? 1 : 7;
  const listing = readFileSync(join(root, "src/testing/corpus/programs/paper/listing-5.py"), "utf8");
  const folder = await mkdtemp(join(tmpdir(), "epython-bench-"));
  const browser = await openBrowser(root, chromium);
  const results: Record<string, number> = {};
  try {
    for (const [name, closeness] of Object.entries(LENGTHS).slice(0, short ? 1 : undefined)) {
      const program = listing.replace("1e-3", closeness);
      const file = join(folder, "program.py");
      writeFileSync(file, program);
      const labs = new Map<string, Lab>();
      const walls = new Map<string, number[]>([["command line", []]]);
      for (const [setting, { viewport, open }] of Object.entries(SETTINGS)) {
        const { lab } = await browser.open(viewport);
        await lab.editor.write(program);
        await open(lab);
        labs.set(setting, lab);
        walls.set(setting, []);
      }
      for (let k = 0; k < runs; k++) {
        say(`${name}, ${k + 1} of ${runs}`);
        // Side by side, so that all see the same machine.
        walls.get("command line")?.push(times(cli, [], file).wall);
        for (const [setting, lab] of labs) {
          walls.get(setting)?.push(await runToEnd(lab));
          await SETTINGS[setting]?.open(lab);
          await rested(lab);
        }
      }
      for (const lab of labs.values()) await lab.page.close();
      const own = median(walls.get("command line") ?? []);
      for (const [setting, seconds] of walls) {
        results[`${name}: ${setting} (s)`] = median(seconds);
        if (setting !== "command line") results[`${name}: ${setting}, ratio`] = median(seconds) / own;
        say(`${setting}: ${seconds.join(" ")}`);
      }
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
  return results;
}

/// What cost the run time is looked for after it. Here another page runs next, so that would take time from that one; in one page, the
/// next run ends the search.
async function rested({ page }: Lab): Promise<void> {
  await expect(page.locator("footer.status")).toHaveAttribute("data-looking", "false", { timeout: 120_000 });
}
