import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";

// Essentials and Everything: who sees what, and that a newcomer meets no term before it is explained.

const terms = [...readFileSync("docs/glossary.md", "utf8").matchAll(/^\| \*\*(.+?)\*\* \|/gm)].map(
  ([, term = ""]) => term,
);

/// What explains a term on a newcomer's path. It must be read no later than the term.
const explanations: Readonly<Record<string, RegExp>> = {
  chip: /small computers on one chip/,
  core: /Cores are small computers|cores : small computers/,
  message: /messages? from core to core/i,
  breakpoint: /Lines at which the cores pause/,
  timeline: /What each core did, and when/,
};
/// Words that mean on this path what they mean everywhere, as in *Watch it happen*.
const everyday = ["run", "step", "lesson", "check", "watch"];

/// What is in sight, program and labels of lists left out, and what the page says of what one points at.
function seen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const isSeen = (element: Element): boolean => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const isInside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      return isInside && width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true });
    };
    const words: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      if (element === null || element.closest(".monaco-editor, code, pre, script, style, option, .log") !== null)
        continue;
      if (isSeen(element) && (node.textContent ?? "").trim() !== "") words.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[title]"))
      if (isSeen(element)) words.push(element.getAttribute("title") ?? "");
    return words.join(" ").replace(/\s+/g, " ");
  });
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  const tag = width === 1440 ? [] : "@long";
  test(`a newcomer meets no term of the glossary before it is explained, ${width} pixels`, { tag }, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const lab = await Lab.open(page);
    const isNarrow = width < 800;
    let known = "";
    const read = async (where: string) => {
      const words = await seen(page);
      known += ` ${words}`;
      const met = terms.filter((term) => new RegExp(`\\b${term}(e?s)?\\b`, "i").test(words));
      const unexplained = met.filter((term) => !everyday.includes(term) && explanations[term]?.test(known) !== true);
      expect.soft(unexplained, where).toEqual([]);
    };
    await read("cold open");
    await lab.runButton.click();
    await expect(lab.output.end).toHaveText(/^16 cores ended in [\d.]+ µs on the chip$/);
    await read("after Run");
    if (isNarrow) await lab.part("Chip").click();
    await read("the chip after Run");
    const lesson = new LessonPanel(page);
    if (isNarrow) await lab.part("Lesson").click();
    await (isNarrow
      ? page.getByRole("button", { name: "Hello from every core" }).click()
      : lesson.open("Hello from every core"));
    await expect(lesson.title("Hello from every core")).toBeVisible();
    await read("lesson 1");
    await lesson.checkButton.scrollIntoViewIfNeeded();
    await lesson.checkButton.click();
    await expect(lesson.outcome).not.toBeEmpty();
    await read("its check");
  });
}

test("Essentials is calm, Everything has all, and the choice stays", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.runButton.click();
  await expect(lab.output.line("core 3", "Hello from core 3 of 16")).toBeVisible();
  await expect(page.getByText(/\bdevice\b/i)).toHaveCount(0);
  await expect(page.getByText(/0x[0-9a-f]{4}/i)).toHaveCount(0);
  await expect(lab.chip.details("Core 0")).toContainText("Last output");
  await expectNoViolations(page, ".page");
  await lab.showEverything();
  await expect(page.getByText("0x80800000").first()).toBeVisible();
  await expect(page.getByRole("tab", { name: "Byte code" })).toBeVisible();
  await expectNoViolations(page, ".page");
  await page.reload();
  await expect(page.getByRole("tab", { name: "Byte code" })).toBeVisible();
});

test("a lesson about memory shows Everything while it is open", async ({ page }) => {
  await page.goto("./?lesson=the-chip/thirty-two-kilobytes");
  const lab = new Lab(page);
  await lab.editor.loaded();
  await expect(page.getByRole("tab", { name: "Memory" })).toBeVisible();
  await expect(lab.depth.getByRole("radio", { name: "Everything" })).toBeChecked();
  await lab.depth.getByText("Essentials", { exact: true }).click();
  await expect(page.getByRole("tab", { name: "Memory" })).toBeHidden();
});
