import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// What the editor knows of the language, by the keyboard alone.

const importing = "from parallel import *\n";

test("completion offers what is in scope and inserts it", async ({ page }) => {
  const { editor } = await Lab.open(page);
  await editor.write(`${importing}print `);
  await editor.type("core");
  await expect(editor.suggestion("coreid")).toBeVisible();
  await editor.key("Tab");
  await expect(editor.lines.nth(1)).toHaveText("print coreid");
  await expect(editor.suggestions).toBeHidden();
});

test("completion offers modules after import and members after a dot", async ({ page }) => {
  const { editor } = await Lab.open(page);
  await editor.write("\n");
  await editor.type("import par");
  await expect(editor.suggestion("parallel")).toBeVisible();
  for (let k = 0; k < 3; k++) await editor.key("Backspace");
  await editor.type("math\nprint math.");
  await expect(editor.suggestion("comb")).toBeVisible();
  await editor.type("sq");
  await expect(editor.suggestion("sqrt")).toBeVisible();
  await expect(editor.suggestion("comb")).toBeHidden();
  await editor.key("Tab");
  await expect(editor.lines.nth(2)).toHaveText("print math.sqrt");
});

test("hover tells the signature, the meaning and the counterpart in MPI", async ({ page }) => {
  const { editor } = await Lab.open(page);
  await editor.write(`${importing}send(20, 1)\n`);
  await editor.goTo("send");
  await editor.key("ControlOrMeta+K");
  await editor.key("ControlOrMeta+I");
  await expect(editor.hover).toContainText("send(data, pid[, n])");
  await expect(editor.hover).toContainText("waits until that core receives it");
  await expect(editor.hover).toContainText("MPI_Ssend");
});

test("the parameters are shown while a call is written", async ({ page }) => {
  const { editor } = await Lab.open(page);
  await editor.write(importing);
  await editor.type("sendrecv(");
  await expect(editor.signatureHelp).toContainText("sendrecv(data, pid[, n])");
  await expect(editor.signatureHelp.locator(".parameter.active")).toHaveText("data");
  await editor.type("1,");
  await expect(editor.signatureHelp.locator(".parameter.active")).toHaveText("pid");
});

test("a quick fix adds the missing colon", async ({ page }) => {
  const { editor } = await Lab.open(page);
  await editor.write("x = 1\nif x == 1\n    print x");
  await expect(editor.errorMarks).toHaveCount(1);
  await editor.key("ArrowUp");
  await editor.key("ControlOrMeta+.");
  await expect(editor.quickFix("Add :")).toBeVisible();
  expect(await editor.isCutOff(editor.quickFix("Add :").locator(".title"))).toBe(false);
  await editor.key("Enter");
  await expect(editor.lines.nth(1)).toHaveText("if x == 1:");
  await expect(editor.errorMarks).toHaveCount(0);
});

test("a quick fix adds the missing import", async ({ page }) => {
  const { editor } = await Lab.open(page);
  await editor.write("print coreid()");
  await expect(editor.errorMarks).toHaveCount(1);
  await editor.key("ControlOrMeta+.");
  await expect(editor.quickFix("Add from parallel import *")).toBeVisible();
  await editor.key("Enter");
  await expect(editor.lines.first()).toHaveText("from parallel import *");
  await expect(editor.errorMarks).toHaveCount(0);
});

/// Two files: hello.py, which is open, and part.py, whose function it calls.
async function twoFiles(lab: Lab): Promise<void> {
  const { editor, page } = lab;
  await editor.write("import part\nprint part.twice(4)\n");
  await page.getByRole("tabpanel", { name: "hello.py" }).waitFor();
  await page.getByRole("button", { name: "New file" }).first().click();
  await expect(page.getByRole("tab", { name: "part.py" })).toHaveAttribute("aria-selected", "true");
  await editor.write("def twice(x):\n    return x * 2\n");
  await page.getByRole("tab", { name: "hello.py" }).click();
  await expect(editor.lines.first()).toHaveText("import part");
  await editor.focus();
}

test("F2 renames in both files, and the program still runs", async ({ page }) => {
  const lab = await Lab.open(page);
  await twoFiles(lab);
  await lab.editor.goTo("twice");
  await lab.editor.key("F2");
  await expect(lab.editor.newName).toBeFocused();
  await expect(lab.editor.newName).toHaveValue("twice");
  await lab.editor.newName.fill("double");
  await lab.editor.key("Enter");
  await expect(lab.editor.lines.nth(1)).toHaveText("print part.double(4)");
  await lab.editor.key("ControlOrMeta+Enter");
  await expect(lab.output.line("core 0", "8")).toBeVisible();
  await page.getByRole("tab", { name: "part.py" }).click();
  await expect(lab.editor.lines.first()).toHaveText("def double(x):");
});

test("a file that gets another name is imported under it, until that is undone", async ({ page }) => {
  const lab = await Lab.open(page);
  await twoFiles(lab);
  await page.getByRole("tab", { name: "Files" }).click();
  await page.getByRole("button", { name: "Rename part.py" }).click();
  await page.getByRole("textbox", { name: "New name of part.py" }).fill("twice");
  await page.keyboard.press("Enter");
  await expect(page.getByText("twice.py is imported under its new name in hello.py.")).toBeVisible();
  await expect(lab.editor.lines.nth(1)).toHaveText("print twice.twice(4)");
  await lab.runButton.click();
  await expect(lab.output.line("core 0", "8")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lab.editor.lines.nth(1)).toHaveText("print part.twice(4)");
  await expect(page.getByRole("tab", { name: "part.py" })).toBeVisible();
});

test("F2 on what is ePython's own says why not", async ({ page }) => {
  const { editor } = await Lab.open(page);
  await editor.write("print len([1])");
  await editor.goTo("len");
  await editor.key("F2");
  await expect(page.getByText("len is part of ePython and keeps its name.").first()).toBeVisible();
});

test("F12 leads to the definition in another file", async ({ page }) => {
  const lab = await Lab.open(page);
  await twoFiles(lab);
  await lab.editor.goTo("twice");
  await lab.editor.key("F12");
  await expect(page.getByRole("tab", { name: "part.py" })).toHaveAttribute("aria-selected", "true");
  await expect(lab.status).toContainText("Ln 1");
  await expect(lab.editor.lines.first()).toHaveText("def twice(x):");
});

test("the outline leads to a function, and formatting puts the spaces in order", async ({ page }) => {
  const lab = await Lab.open(page);
  const { editor } = lab;
  await editor.write("def one(a,b):\n  return a+b\ndef two(c):\n  return c\nprint one(1,2)  \n");
  await editor.key("ControlOrMeta+Shift+O");
  await expect(page.getByRole("option", { name: /^two/ })).toBeVisible();
  await editor.type("two");
  await editor.key("Enter");
  await expect(lab.status).toContainText("Ln 3");
  await editor.key("Shift+Alt+F");
  await expect(editor.lines.nth(1)).toHaveText("    return a + b");
  await expect(editor.lines.nth(4)).toHaveText("print one(1, 2)");
});

test("a block folds and unfolds", async ({ page }) => {
  const { editor } = await Lab.open(page);
  await editor.write("def one(a):\n    b = a\n    return b");
  await editor.key("ControlOrMeta+Shift+[");
  await expect(editor.lines).toHaveCount(1);
  await editor.key("ControlOrMeta+Shift+]");
  await expect(editor.lines).toHaveCount(3);
});

test("a mistake in an imported file is listed, and leads to it", async ({ page }) => {
  const lab = await Lab.open(page);
  await twoFiles(lab);
  await page.getByRole("tab", { name: "part.py" }).click();
  await lab.editor.write("def twice(x)\n    return x * 2\n");
  await page.getByRole("tab", { name: "hello.py" }).click();
  const problems = await lab.showProblems();
  await problems.getByRole("button", { name: "part.py, line 1" }).click();
  await expect(page.getByRole("tab", { name: "part.py" })).toHaveAttribute("aria-selected", "true");
  await expect(lab.status).toContainText("Ln 1");
});

test("what stands in an f-string is coloured and completed as program", async ({ page }) => {
  const lab = await Lab.open(page);
  const { editor } = lab;
  await editor.write('total = len([1])\nprint(f"total {total} {len([1]):>4} {{len}}")\nx = "len total"\n');
  const classOf = (line: number, text: string) =>
    editor.lines.nth(line).evaluate((row, wanted) => {
      const spans = [...row.querySelectorAll("span[class^=mtk]")];
      return spans
        .filter((span) => span.textContent?.replace(/\u00a0/g, " ").trim() === wanted)
        .map((span) => span.className);
    }, text);
  // Tokens are coloured a moment after they are written.
  await expect(async () => {
    const called = await classOf(0, "len");
    const named = await classOf(0, "total =");
    expect([called.length, named.length]).toEqual([1, 1]);
    expect(await classOf(1, "len")).toEqual(called);
    expect(await classOf(1, "{total}")).toEqual(named);
  }).toPass();
  const [[called], [named]] = [await classOf(0, "len"), await classOf(0, "total =")];
  const text = await editor.lines.nth(2).locator("span[class^=mtk]").last().getAttribute("class");
  expect(text).not.toBe(called);
  expect(text).not.toBe(named);
});

test("a lookalike is named with what to type, and one fix mends it", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write("x = 5 − 3\nprint(“hello”)\n");
  const problems = await lab.showProblems();
  await expect(problems).toContainText("This is a minus sign (U+2212); type -.");
  await expect(problems).toContainText('This is a curly quotation mark (U+201C); type " around text.');
});
