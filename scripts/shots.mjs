// npm run shots [-- WORD…]: pictures of every view of the built page: three sizes, light and dark, the largest in high contrast too.
// With words, only those whose name contains one of them, such as `phone-dark-timeline`.
// Those the README shows are kept in docs/pictures; all of them go to .cache/shots.
import { copyFileSync, mkdirSync } from "node:fs";
import { buildPage, isPageFresh } from "./lib/build.mjs";
import { ensureChromium } from "./lib/chromium.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { path, root } from "./lib/project.mjs";
import { Failure, script } from "./lib/run.mjs";

/** @typedef {{ colorScheme: "light" | "dark", contrast: "more" | "no-preference" }} Media */
/** @type {Record<string, Media>} */
const themes = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  contrast: { colorScheme: "dark", contrast: "more" },
};
const sizes = [
  { name: "wide", width: 1440, height: 900, themes: ["light", "dark", "contrast"] },
  { name: "middle", width: 1024, height: 768, themes: ["light", "dark"] },
  { name: "phone", width: 390, height: 844, themes: ["light", "dark"] },
];
/** @type {Record<string, string>} */
const kept = {
  "wide-light-heat": "lab-light.png",
  "wide-light-player": "player-light.png",
  "wide-light-deadlock": "deadlock-light.png",
  "wide-dark-timeline": "timeline-dark.png",
};
// At a time: more would only wait for the processor.
const pages = 2;
const words = process.argv.slice(2);

await script(async () => {
  await ensureInstalled();
  if (!isPageFresh()) await buildPage();
  const executable = await ensureChromium();
  mkdirSync(path(".cache/shots"), { recursive: true });
  mkdirSync(path("docs/pictures"), { recursive: true });
  const { runnerImport } = await import("vite");
  const load = async (/** @type {string} */ file) =>
    (await runnerImport(path(file), { root, configFile: false, logLevel: "warn" })).module;
  const { openBrowser } = await load("bench/lib/page.ts");
  const { pointing, scenes } = await load("e2e/scenes.ts");
  const jobs = Object.keys(scenes).flatMap((scene) =>
    sizes.flatMap(({ name, width, height, themes }) => {
      const wanted = themes.map((theme) => ({ theme, file: `${name}-${theme}-${scene}` })).filter(isWanted);
      return wanted.length === 0 ? [] : [{ scene, viewport: { width, height }, wanted }];
    }),
  );
  if (jobs.length === 0)
    throw new Failure("No picture has such a name.", `There are: ${Object.keys(scenes).join(", ")}.`);

  const browser = await openBrowser(root, executable);
  /** @type {string[]} */
  const failed = [];
  const work = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      const { scene, viewport, wanted } = job;
      let open;
      try {
        open = await browser.open(viewport);
        await scenes[scene](open.lab);
        // Out of the way: what is pointed at looks different.
        if (!pointing.has(scene)) await open.page.mouse.move(viewport.width - 1, viewport.height - 1);
        for (const { theme, file } of wanted) {
          await open.page.emulateMedia(themes[theme]);
          await take(open.page, file);
        }
      } catch (error) {
        await open?.page.screenshot({ path: path(".cache/shots", `failed-${scene}-${viewport.width}.png`) });
        failed.push(wanted.map(({ file }) => file).join(", "));
        // After the first lines comes all that is on the page.
        const told = error instanceof Error ? error.message.split("\n").slice(0, 8).join("\n") : error;
        console.error(`${scene} at ${viewport.width} pixels: ${told}`);
      } finally {
        await open?.close();
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: pages }, work));
  } finally {
    await browser.close();
  }
  if (failed.length > 0) throw new Failure(`Not made: ${failed.join(", ")}.`, "What stood in the way is told above.");
});

/** @param {{ file: string }} shot */
function isWanted({ file }) {
  return words.length === 0 || words.some((word) => file.includes(word));
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} name
 */
async function take(page, name) {
  // What is drawn on canvases follows a new theme at the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const file = path(".cache/shots", `${name}.png`);
  await page.screenshot({ path: file });
  console.log(`.cache/shots/${name}.png`);
  const picture = kept[name];
  if (picture) copyFileSync(file, path("docs/pictures", picture));
}
