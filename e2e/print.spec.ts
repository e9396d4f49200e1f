import { expect, type Page, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

/// The page as it is printed, until `back`.
async function print(page: Page) {
  await page.emulateMedia({ media: "print" });
  return page.locator(".print-sheet");
}

const long = `${Array.from({ length: 120 }, (_, k) => `x${k} = ${k}`).join("\n")}
for i in range(600):
    print "line " + str(i)
`;

for (const colorScheme of ["light", "dark"] as const) {
  const tag = colorScheme === "dark" ? [] : "@long";
  test(`the whole program and output are printed, black on white, in ${colorScheme} colours`, { tag }, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const lab = await Lab.open(page);
    await lab.chooseCores(1);
    await lab.run(long);
    await expect(lab.output.end).toHaveText(/^1 core ended/);
    // Only what fits is in the log; a choice of lines does not matter either.
    await lab.output.search.fill("line 59");
    await page.emulateMedia({ media: "print", colorScheme });
    const sheet = await print(page);
    await expect(sheet).toBeVisible();
    await expect(sheet.getByRole("heading", { level: 1 })).toHaveText("hello");
    await expect(sheet).toContainText("Epiphany-III · 1 core · seed 1");
    await expect(sheet).toContainText(/hello\.py: 1 core ended in .* wall\./);
    await expect(sheet.locator("ol > li")).toHaveCount(122);
    await expect(sheet.locator("pre")).toContainText("[core 0] line 0\n[core 0] line 1\n");
    expect((await sheet.locator("pre").textContent())?.split("\n")).toHaveLength(600);
    await expect(page.locator(".page")).toBeHidden();
    const looks = await page.evaluate(() => {
      const sheet = document.querySelector(".print-sheet code");
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      return {
        ink: getComputedStyle(sheet ?? document.body).color,
        paper: getComputedStyle(document.body).backgroundColor,
        wide,
      };
    });
    expect(looks).toEqual({ ink: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)", wide: 0 });
    // More than a page of paper, so nothing is cut off at the height of the screen.
    const pages = (await page.pdf()).toString("latin1").match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(6);
    await page.emulateMedia({ media: "screen" });
    await expect(sheet).toHaveCount(0);
    await expect(lab.runButton).toBeVisible();
  });
}

test("a page that was not run, or changed since, says so when it is printed; so does one with errors", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await expect(await print(page)).toContainText("The program has not been run.");
  await page.emulateMedia({ media: "screen" });
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await lab.editor.write("print (");
  await expect(lab.editor.errorMarks.first()).toBeVisible();
  const sheet = await print(page);
  await expect(sheet).toContainText("The program has changed since.");
  await expect(sheet).toContainText("[core 15] Hello from core 15 of 16");
  await expect(sheet).toContainText(/hello\.py, line 1: error: /);
});
