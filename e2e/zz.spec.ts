import { test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

const D = "/tmp/wt/driver-tmp/shots/";
for (const width of [1440, 390])
  test(`w${width}`, async ({ page }) => {
    test.setTimeout(200000);
    await page.setViewportSize({ width, height: width === 390 ? 780 : 900 });
    const lab = await Lab.open(page);
    for (const theme of ["light", "dark", "contrast"]) {
      await page.evaluate((t) => {
        const k = "epython-lab.settings";
        localStorage.setItem(k, JSON.stringify({ ...JSON.parse(localStorage.getItem(k) ?? "{}"), theme: t }));
      }, theme);
      await page.reload();
      await lab.editor.loaded();
      const at = (name: string) => page.screenshot({ path: `${D}${width}-${theme}-${name}.png` });
      await lab.editor.write("from parallel import *\nimport math\nx = coreid()\nif x = 0:\n    prnt x\nsend(x, 1)\n");
      await page.waitForTimeout(500);
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.type("m = re");
      await page.keyboard.press("Control+Space");
      await page.waitForTimeout(600);
      await page.keyboard.press("Control+Space");
      await page.waitForTimeout(500);
      await at("completion");
      await page.keyboard.press("Escape");
      await page.keyboard.type("duce(");
      await page.waitForTimeout(800);
      await at("signature");
      await page.keyboard.press("Escape");
      await page.keyboard.type('x, "sum")');
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Home");
      await page.keyboard.press("Control+K");
      await page.keyboard.press("Control+I");
      await page.waitForTimeout(800);
      await at("hover");
      await page.keyboard.press("Escape");
      await page.keyboard.press("ControlOrMeta+Home");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("F2");
      await page.waitForTimeout(600);
      await at("rename");
      await page.keyboard.press("Escape");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Home");
      for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ControlOrMeta+.");
      await page.waitForTimeout(800);
      await at("fix");
      await page.keyboard.press("Escape");
      await page.keyboard.press("ControlOrMeta+F");
      await page.waitForTimeout(500);
      await page.keyboard.type("x");
      await page.waitForTimeout(400);
      await at("find");
      await page.keyboard.press("Escape");
    }
  });
