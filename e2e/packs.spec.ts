import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { LessonPanel } from "./pages/lessons.ts";

// Lessons that anyone may have written: they are shown, and can do nothing.

const check = '{"checks":[{"source":{"uses":["print"]}}]}';

function zipOf(markdown: string, svg = "<svg viewBox='0 0 1 1'/>"): Buffer {
  const files = {
    "pack/01-c/chapter.md": "# Chapter\n\nAbout it.\n",
    "pack/01-c/01-l/lesson.md": `---\ntitle: A lesson\ngoal: G.\nminutes: 5\n---\n\n## Step\n\n${markdown}\n`,
    "pack/01-c/01-l/start.py": "x = 1\n",
    "pack/01-c/01-l/solution.py": "print 1\n",
    "pack/01-c/01-l/check.json": check,
    "pack/01-c/01-l/p.svg": svg,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}

async function openPack(page: Page, buffer: Buffer): Promise<LessonPanel> {
  await page.goto("./");
  const panel = new LessonPanel(page);
  await panel.showList();
  await page
    .locator('input[type="file"][accept=".zip,.json"]')
    .setInputFiles({ name: "my pack.zip", mimeType: "application/zip", buffer });
  return panel;
}

const bad = "window.hacked=1;document.body.innerHTML=localStorage";
const hostile = [
  `<script>${bad}</script>`,
  `<img src=x onerror="${bad}">`,
  `[a](javascript:${bad})`,
  `[b](data:text/html,<script>${bad}</script>)`,
  `[c](JaVaScRiPt&colon;${bad})`,
  "![x](https://elsewhere.example/track.svg)",
  "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
  '<iframe src="https://elsewhere.example"></iframe>',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example">',
  '<form action="https://elsewhere.example"><input name=q><button>Go</button></form>',
  "<style>body{display:none}</style>",
  '<div style="position:fixed;inset:0;z-index:9999;background:red">over</div>',
  '<base href="https://elsewhere.example/">',
  "```predict\nquestion: '<img src=x onerror=window.hacked=1>'\nexplain: '[x](javascript:window.hacked=1)'\nanswer: a\n```",
  "```hint\n<script>window.hacked=1</script>\n```",
  "![A picture with all sorts of things](p.svg)",
].join("\n\n");

const hostileSvg = `<svg viewBox="0 0 9 9" onload="${bad}" style="position:fixed;inset:0" class="popover tab-panel line">
<script>${bad}</script><style>*{display:none}</style>
<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="javascript:${bad}"/></body></foreignObject>
<a href="javascript:${bad}"><rect width="9" height="9" onclick="${bad}"/></a>
<image href="https://elsewhere.example/i.png"/><use href="https://elsewhere.example/u.svg#x"/>
<rect id="root" width="9" height="9" fill="url(https://elsewhere.example/f.svg#f)"/>
<animate attributeName="href" to="javascript:${bad}"/><set attributeName="onclick" to="${bad}"/></svg>`;

test("a hostile pack runs no script, reaches nothing outside, moves nothing and covers nothing", async ({ page }) => {
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("elsewhere.example")) elsewhere.push(request.url());
  });
  const panel = await openPack(page, zipOf(hostile, hostileSvg));
  await page.getByRole("button", { name: "A lesson" }).click();
  await expect(panel.title("A lesson")).toBeVisible();
  await panel.button("Show a hint").click();
  await page.getByRole("textbox", { name: /img src/ }).fill("a");
  await panel.button("Answer").click();
  await expect(page.getByText("Right", { exact: true })).toBeVisible();
  const shown = page.getByRole("article");
  await expect(
    shown.locator("script, style, iframe, form:not(.predict), object, meta, base, image, use, animate, set"),
  ).toHaveCount(0);
  await expect(shown.locator("[style], [onload], [onerror], [onclick], #root, .popover")).toHaveCount(0);
  await expect(shown.locator("a[href]:not([href^='https://'])")).toHaveCount(0);
  await expect(shown.getByText("<script>").first()).toBeVisible();
  await expect(shown.getByRole("img", { name: "A picture with all sorts of things" })).toBeVisible();
  for (const link of await shown.locator("a").all()) await link.click();
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(elsewhere).toEqual([]);
  expect(new URL(page.url()).search).toBe("");
  await expect(page.getByRole("button", { name: /^Run(?! settings| slowly| the program)/ })).toBeVisible();
});

test("a pack's lesson is worked on like any other, and the page's own lessons come back", async ({ page }) => {
  const panel = await openPack(page, zipOf("Change it so that it prints."));
  await expect(page.getByText("my pack: 0 of 1 lessons done.")).toBeVisible();
  await page.getByRole("button", { name: "A lesson" }).click();
  await panel.checkButton.click();
  await expect(panel.outcome).toHaveText("1 of 2 checks passed");
  await panel.button("All lessons").click();
  await page.getByRole("button", { name: "Back to the page’s own lessons" }).click();
  await expect(page.getByRole("button", { name: "Hello from every core" })).toBeVisible();
});

test("what is no pack is told and changes nothing", async ({ page }) => {
  await openPack(page, Buffer.from("no zip"));
  await expect(page.getByText("it is no .zip, or it is damaged")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hello from every core" })).toBeVisible();
  await openPack(page, Buffer.from(zipSync({ "a/01-b/lesson.md": strToU8("0".repeat(3_000_000)) })));
  await expect(page.getByText("what is in it is too large")).toBeVisible();
  await page.goto("./?pack=javascript:alert(1)");
  await expect(page.getByText("its address must begin with https:")).toBeVisible();
  await page.goto("./?pack=no-such-pack/");
  await expect(page.getByText("is not there")).toBeVisible();
  await page.goto("./?pack=https://elsewhere.example/pack.zip");
  await expect(
    page.getByText("it lies at elsewhere.example, and this page fetches nothing from elsewhere"),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Hello from every core" })).toBeVisible();
});

test.describe("from a folder beside the page", () => {
  // The test answers in the server's place, and would not be asked by a service worker.
  test.use({ serviceWorkers: "block" });

  test("a pack by address, as a folder beside the page", async ({ page }) => {
    const files = [
      "chapter.md",
      "01-halo/lesson.md",
      "01-halo/start.py",
      "01-halo/solution.py",
      "01-halo/check.json",
      "01-halo/halo.svg",
    ];
    await page.route("**/my-course/**", (route) => {
      const path = new URL(route.request().url()).pathname.replace(/^.*\/my-course\//, "");
      if (path === "index.json") {
        return route.fulfill({ json: { title: "My course", files: files.map((file) => `04-splitting-data/${file}`) } });
      }
      return route.fulfill({ body: readFileSync(`lessons/${path}`) });
    });
    await page.goto("./?pack=my-course/&lesson=pack-my-course/splitting-data/halo");
    await expect(new LessonPanel(page).title("Halo swapping")).toBeVisible();
  });
});
