// npm run shots [-- WORD…]: pictures of the built page at work, for the README and for looking at: three sizes, light and dark.
// With words, only those whose name contains one of them, such as `phone-dark-timeline`.
// Those the README shows are kept in docs/pictures; all of them go to .cache/shots.
import { copyFileSync, mkdirSync } from "node:fs";
import { buildPage, isPageFresh } from "./lib/build.mjs";
import { ensureChromium } from "./lib/chromium.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { path, root } from "./lib/project.mjs";
import { script } from "./lib/run.mjs";

const sizes = { wide: [1440, 900], middle: [1024, 768], phone: [390, 844] };
const words = process.argv.slice(2);
const kept = {
  "wide-light-heat": "lab-light.png",
  "wide-dark-deadlock": "lab-dark.png",
  "wide-dark-timeline": "timeline-dark.png",
};

await script(async () => {
  await ensureInstalled();
  if (!isPageFresh()) await buildPage();
  const executable = await ensureChromium();
  mkdirSync(path(".cache/shots"), { recursive: true });
  mkdirSync(path("docs/pictures"), { recursive: true });
  const { runnerImport } = await import("vite");
  const load = async (/** @type {string} */ file) =>
    (await runnerImport(path(file), { root, configFile: false, logLevel: "warn" })).module;
  const { openPage } = await load("bench/lib/page.ts");
  const { scenes } = await load("e2e/scenes.ts");
  for (const [size, [width, height]] of Object.entries(sizes)) {
    for (const theme of ["Light", "Dark"]) {
      for (const [scene, show] of Object.entries(scenes)) {
        const name = `${size}-${theme.toLowerCase()}-${scene}`;
        if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
        const open = await openPage(root, executable, { width, height });
        try {
          await open.lab.chooseTheme(theme);
          await show(open.lab);
          const file = path(".cache/shots", `${name}.png`);
          await open.page.screenshot({ path: file });
          console.log(`.cache/shots/${name}.png`);
          const picture = kept[/** @type {keyof typeof kept} */ (name)];
          if (picture) copyFileSync(file, path("docs/pictures", picture));
        } finally {
          await open.close();
        }
      }
    }
  }
});
