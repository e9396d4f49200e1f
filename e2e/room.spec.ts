import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";

// Room for what one does now: the list of programs folds to a rail, dividers are reset, and nothing jumps.

const rail = (page: Page) =>
  page.getByRole("tablist", { name: "Programs" }).and(page.locator("[aria-orientation=vertical]"));

/// The width of a column, in pixels.
async function widthOf(page: Page, column: "left" | "middle" | "right"): Promise<number> {
  return Math.round((await page.locator(`#${column}`).boundingBox())?.width ?? 0);
}

test("without a lesson the list is a rail; it unfolds by mouse and keys, and is remembered", async ({ page }) => {
  const lab = await Lab.open(page);
  await expect(rail(page)).toBeVisible();
  const chip = await widthOf(page, "right");
  await expectNoViolations(page, ".rail");
  // By keys, there and back.
  await rail(page).getByRole("tab", { name: "Examples" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(rail(page)).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Files", selected: true })).toBeFocused();
  expect(await widthOf(page, "right")).toBe(chip);
  await page.getByRole("button", { name: "Fold this list to icons" }).press("Enter");
  await expect(rail(page).getByRole("tab", { name: "Files" })).toBeFocused();
  expect(await widthOf(page, "left")).toBe(64);
  // By mouse, and still so after a reload.
  await rail(page).getByRole("tab", { name: "Examples" }).click();
  await expect(lab.example("Hello from every core")).toBeVisible();
  await page.reload();
  await expect(lab.example("Hello from every core")).toBeVisible();
  // A list that is made too narrow folds.
  const divider = page.getByRole("separator", { name: "Width of lessons and examples" });
  const { x, y } = (await divider.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x, y + 300);
  await page.mouse.down();
  await page.mouse.move(40, y + 300, { steps: 4 });
  await page.mouse.up();
  await expect(rail(page)).toBeVisible();
  expect(await widthOf(page, "right")).toBe(chip);
});

test("a link to a lesson unfolds the list, and leaving the lesson shows it", async ({ page }) => {
  await page.goto("./?lesson=first-steps/hello");
  const panel = new LessonPanel(page);
  await panel.button("All lessons").click();
  await expect(rail(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Hello from every core/ })).toBeVisible();
});

test("a double click on a divider, or Backspace, gives panes their usual sizes", async ({ page }) => {
  await Lab.open(page);
  const names = ["Width of the editor", "Height of the editor", "Height of the chip"] as const;
  const dividers = names.map((name) => page.getByRole("separator", { name }));
  const places = async () => Promise.all(dividers.map(async (divider) => JSON.stringify(await divider.boundingBox())));
  const usual = await places();
  for (const [index, divider] of dividers.entries()) {
    const way = index === 0 ? "ArrowLeft" : "ArrowUp";
    await divider.press(way);
    await expect.poll(places).not.toEqual(usual);
    await divider.press("Backspace");
    await expect.poll(places).toEqual(usual);
    await divider.press(way);
    await expect.poll(places).not.toEqual(usual);
    await divider.dblclick();
    await expect.poll(places).toEqual(usual);
  }
  await page.reload();
  await expect.poll(places).toEqual(usual);
});

test("F presents the code and the chip alone, in larger type; Escape ends it, and a question is seen", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  const [output, size] = [page.locator("#console"), () => lab.chip.core(0).boundingBox()];
  const usual = (await size())?.height ?? 0;
  // In the program the key is a letter.
  await lab.editor.write("");
  await page.keyboard.press("f");
  await expect(page.getByRole("button", { name: "Present", exact: true })).toBeVisible();
  await lab.editor.write('from parallel import *\nif coreid() == 0:\n    print input("How many? ")\n');
  await lab.chip.core(0).focus();
  await page.keyboard.press("f");
  await expect(page.getByRole("button", { name: "Leave presentation" })).toBeVisible();
  await expect(output).toBeHidden();
  await expect(page.locator("#core")).toBeHidden();
  await expect.poll(async () => (await size())?.height ?? 0).toBeGreaterThan(usual * 1.2);
  await expectNoViolations(page, ".page");
  await lab.runButton.click();
  const question = page.getByRole("textbox", { name: "How many?" });
  await question.fill("7");
  await question.press("Enter");
  await expect(output).toBeHidden();
  await expect(lab.chip.core(0)).toHaveAccessibleName(/last output: 7/);
  await lab.chip.core(0).focus();
  await page.keyboard.press("Escape");
  await expect(output).toBeVisible();
  await expect.poll(async () => (await size())?.height ?? 0).toBeLessThan(usual + 3);
  // By mouse, too.
  await page.getByRole("button", { name: "Present", exact: true }).click();
  await page.getByRole("button", { name: "Leave presentation" }).click();
  await expect(output).toBeVisible();
});
