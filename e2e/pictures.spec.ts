import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";

// Views that are tables and texts, saved as pictures.

const program = `from parallel import *
me = coreid()
values = [me, me * 2]
if me == 0: send(values, 1)
if me == 1: values = recv(0)
print "got", values
`;

const tabs = [
  ["The chip", "Byte code", "the byte code", "program-byte-code", /coreid/],
  ["The chosen core", "Variables", "the variables of core 1", "program-core-1-variables", /values/],
  ["The chosen core", "Memory", "the memory of core 1", "program-core-1-memory", /interpreter/],
  ["Results", "Output", "the output", "program-output", /got \[0, 0\]/],
] as const;

test("what a tab shows is saved as a drawing that stands on its own, and as a picture", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.showEverything();
  await lab.showEverything();
  await lab.chooseCores(4);
  await lab.run(program);
  await expect(lab.output.end).toHaveText(/^4 cores ended/);
  await lab.chip.core(1).click();
  const name = (await page.getByRole("tablist", { name: "Files" }).getByRole("tab", { selected: true }).innerText())
    .trim()
    .replace(/\.py$/, "");
  for (const [list, tab, what, file, words] of tabs) {
    await page.getByRole("tablist", { name: list }).getByRole("tab", { name: tab }).click();
    await expect(page.getByText("Opening…")).toHaveCount(0);
    const row = page.locator(".tab-row", { has: page.getByRole("tablist", { name: list }) });
    await row.getByRole("button", { name: `Save a picture of ${what}` }).click();
    const svg = await saved(page, row.getByRole("button", { name: "SVG" }));
    expect(svg.file).toBe(`${file.replace("program", name)}.svg`);
    expect(svg.content.toString()).toMatch(words);
    expect(svg.content.toString()).toContain(`${name}.py, ${what}, `);
    expect(await drawn(page, svg.content.toString())).toBeGreaterThan(0.01);
    const png = await saved(page, row.getByRole("button", { name: "PNG" }));
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    await expectNoViolations(page, ".tab-row");
    await row.getByRole("button", { name: `Save a picture of ${what}` }).click();
  }
});

test("each view of the timeline is saved as what it shows", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(4);
  await lab.showBottom("Timeline");
  await lab.run(program);
  const bar = page.locator(".timeline-bar");
  await bar.getByRole("button", { name: "Save a picture of the timeline" }).click();
  for (const [view, words] of [
    ["Messages", /Senders down/],
    ["Summary", /critical path/i],
    ["List", /send/],
  ] as const) {
    await bar.getByRole("button", { name: view, exact: true }).click();
    const svg = await saved(page, bar.getByRole("button", { name: "SVG" }));
    expect(svg.file).toMatch(new RegExp(`-timeline-${view.toLowerCase()}\\.svg$`));
    expect(svg.content.toString()).toMatch(words);
  }
});

async function saved(page: Page, button: Locator): Promise<{ file: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { file: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/// Which part of a picture is not of the colour of its corner: it is read as XML and drawn with no style sheet.
async function drawn(page: Page, svg: string): Promise<number> {
  return page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext("2d");
    pen?.drawImage(image, 0, 0);
    const { data = new Uint8ClampedArray() } = pen?.getImageData(0, 0, image.width, image.height) ?? {};
    const pixels = new Int32Array(data.buffer);
    return pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length;
  }, svg);
}
