import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";
import { jacobi } from "./programs.ts";

// What learners do. Each starts with the first load of the page, in a browser that has never seen it.

test("from the first load to output", { tag: "@smoke" }, async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended in [\d.]+ µs on the chip$/);
  await lab.output.showOnly("core 13");
  await expect(lab.output.line("core 13", "Hello from core 13 of 16")).toBeVisible();
  await expect(lab.chip.core(13)).toHaveAccessibleName(/has ended; last output: Hello from core 13 of 16/);
  await lab.showEverything();
  await expect(lab.output.end).toHaveText(
    /^16 cores ended in [\d.]+ µs on the chip, [\d,]+ cycles, [\d.]+ µJ, .+ wall$/,
  );
  await expect(lab.status).toContainText(/16 cores on \d+ workers?/);
});

test("a mistake is marked as it is typed, with words that help", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write("from parallel import *\nif coreid() == 0\n    print 1\n");
  await expect(lab.editor.errorMarks).toHaveCount(1);
  const problems = await lab.showProblems();
  await expect(problems.getByRole("listitem")).toHaveCount(1);
  await expect(problems).toContainText("colon");
  await problems.getByRole("button", { name: "hello.py, line 2" }).click();
  await expect(lab.status).toContainText("Ln 2");
  await page.keyboard.press("End");
  await page.keyboard.type(":");
  await expect(lab.editor.errorMarks).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(lab.output.line("core 0", "1")).toBeVisible();
});

const endless = {
  "an endless loop": "while True:\n    pass\n",
  "an endless print": 'while True:\n    print "x"\n',
  "a core that waits for ever":
    "from parallel import *\nif coreid() == 0:\n    value = recv(1)\nelse:\n    while True:\n        pass\n",
};
for (const [what, program] of Object.entries(endless)) {
  test(`Stop ends ${what}, and the next run works`, { tag: what === "an endless loop" ? "@smoke" : [] }, async ({
    page,
  }) => {
    const lab = await Lab.open(page);
    await lab.run(program);
    await expect(lab.chip.core(3)).toHaveAccessibleName(/is (running|waiting to print)/);
    await lab.stop();
    await lab.run('print "again"\n');
    await expect(lab.output.end).toHaveText(/^16 cores ended/);
    await expect(lab.output.line("core 15", "again")).toBeVisible();
  });
}

test("the page answers clicks while all cores print without end", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run('while True:\n    print "x"\n');
  await expect(lab.output.count).toContainText(/\d,\d{3}/);
  await page.getByRole("tab", { name: "Files" }).click();
  await expect(page.getByRole("heading", { name: "Your programs" })).toBeVisible();
  await lab.chip.core(5).click();
  await expect(lab.chip.details("Core 5")).toBeVisible();
  await lab.stop();
});

test("a core asks, the learner answers", { tag: "@smoke" }, async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run(
    'from parallel import *\nif coreid() == 2:\n    n = input("How many? ")\n    print "twice is " + str(n * 2)\n',
  );
  const question = lab.output.question("core 2");
  await expect(question).toBeFocused();
  await expect(lab.chip.core(2)).toHaveAccessibleName(/waiting for your input at line 3/);
  await question.fill("21");
  await question.press("Enter");
  await expect(lab.output.line("core 2", "How many? 21")).toBeVisible();
  await expect(lab.output.line("core 2", "twice is 42")).toBeVisible();
  await expect(question).toHaveCount(0);
});

test("a core that fails is named with its line, and the others go on", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run("from parallel import *\na = [1, 2]\nif coreid() == 4:\n    print a[7]\nelse:\n    print a[1]\n");
  await expect(lab.output.end).toHaveText(/^Failed after/);
  await expect(lab.output.log).toContainText("Core 4 failed");
  await expect(lab.output.line("core 5", "2")).toBeVisible();
  await lab.output.log.getByRole("button", { name: "hello.py, line 4" }).click();
  await expect(lab.status).toContainText("Ln 4");
});

test("a deadlock is reported, with every core and its line", { tag: "@smoke" }, async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.openExample("A deadlock, on purpose");
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^Deadlock after/);
  await lab.output.log.getByRole("button", { name: "Who waits for whom" }).click();
  await expect(lab.chip.deadlock).toBeFocused();
  await expect(lab.chip.deadlocked(3)).toHaveText("Core 3 waits in recv from core 2, line 9");
  await expect(lab.chip.core(3)).toHaveAccessibleName(/in a deadlock with 2 at line 9/);
  const problems = await lab.showProblems();
  await expect(problems).toContainText("cores 0–15");
});

test("the chosen cores take part, and no others", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(3);
  await lab.chooseVirtualCores(2);
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^5 cores ended/);
  await expect(lab.output.line("core 2", "Hello from core 2 of 5")).toBeVisible();
  await expect(lab.output.line("host 4", "Hello from core 4 of 5")).toBeVisible();
  await expect(lab.chip.core(3)).toHaveAccessibleName("Core 3 takes no part");
  await expect(lab.chip.virtualCore(4)).toHaveAccessibleName(/has ended/);
});

test("the output keeps its newest lines and says what it dropped", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run("i = 0\nwhile i < 6500:\n    print i\n    i += 1\n");
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await expect(lab.output.count).toContainText("99,999");
  // 16 × 6,500 lines and the one that tells how the run came out.
  await expect(page.getByText("4,001 earlier ones were dropped")).toBeVisible();
  await lab.output.showOnly("core 7");
  await expect(lab.output.line("core 7", "6499")).toBeVisible();
});

test("the learner's own text is kept, and no example overwrites it", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('print "mine"\n');
  await page.keyboard.press("ControlOrMeta+S");
  await expect(lab.status).toContainText("Saved in this browser");
  await page.reload();
  await lab.editor.loaded();
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');
  await lab.openExample("Hello from every core");
  await expect(lab.editor.lines.first()).toHaveText("from parallel import *");
  await page.getByRole("tab", { name: "Files" }).click();
  await page.getByRole("button", { name: "hello", exact: true }).click();
  await expect(lab.editor.lines.first()).toHaveText('print "mine"');
});

test("the keyboard alone is enough", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.press("ControlOrMeta+Enter");
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await lab.editor.press("Control+M");
  await expect(page.getByText("Tab leaves the editor (Ctrl+M)")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("separator", { name: "Height of the editor" })).toBeFocused();
  await lab.chip.core(0).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(lab.chip.core(5)).toBeFocused();
  await expect(lab.chip.details("Core 5")).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Help" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Help" })).toBeHidden();
});

test("on a phone the parts of the page are tabs", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const lab = await Lab.open(page);
  await lab.runButton.click();
  await page.getByRole("tab", { name: "Chip" }).click();
  await expect(lab.chip.core(15)).toHaveAccessibleName(/has ended/);
  await page.getByRole("tab", { name: "Output" }).first().click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("without shared memory the cores take turns, and the page says so", { tag: "@plain" }, async ({ page }) => {
  const lab = await Lab.open(page);
  await expect(page.getByText("all cores take turns in one thread")).toBeVisible();
  await page.getByRole("button", { name: "Understood" }).click();
  await lab.showEverything();
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await expect(lab.status).toContainText("16 cores in turns, one thread");
  await lab.run("while True:\n    pass\n");
  await expect(lab.chip.core(3)).toHaveAccessibleName(/is running/);
  await lab.stop();
});

test("the best number of cores for a Jacobi solver can be read off the scaling view", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(jacobi);
  await lab.showBottom("Scaling");
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(lab.scaling.verdict).toContainText(/^Fastest on/);
  const speedups = await lab.scaling.speedups();
  expect([...speedups.keys()]).toEqual([1, 2, 4, 8, 16]);
  expect(speedups.get(1)).toBe(1);
  const most = Math.max(...speedups.values());
  const [best] = [...speedups].find(([, speedup]) => speedup === most) ?? [];
  expect(best).toBeGreaterThan(1);
  await expect(lab.scaling.verdict).toContainText(`Fastest on ${best} cores: ${most.toFixed(1)} times as fast`);
  await expect(lab.scaling.marked).toHaveText(new RegExp(`^${best}fastest`));
});

test("an instruction leads to its source, and a line of the source to its instructions", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.showEverything();
  await page.getByRole("tab", { name: "Byte code" }).click();
  const list = page.getByRole("listbox", { name: "Byte code" });
  await list.focus();
  await page.keyboard.press("End");
  await expect(list.getByRole("option", { selected: true })).toContainText("halt");
  await page.keyboard.press("Home");
  await expect(list.getByRole("option", { selected: true })).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  const line = page.getByRole("tabpanel", { name: "Byte code" }).getByRole("button", { name: /^line \d+$/ });
  await line.click();
  await expect(lab.status).toContainText(`Ln ${(await line.textContent())?.replace("line ", "")},`);
});

test("the help lists every view, and the keys of every button", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.showEverything();
  await page.keyboard.press("F10");
  await expect(lab.stepping).toBeVisible();
  const views: string[] = [];
  for (const row of ["Programs", "Results", "The chip", "The chosen core"]) {
    views.push(...(await page.getByRole("tablist", { name: row }).getByRole("tab").allInnerTexts()));
  }
  expect(views.length).toBeGreaterThan(12);
  const shortcuts = await page
    .locator("[aria-keyshortcuts]")
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-keyshortcuts") ?? ""));
  expect(shortcuts.length).toBeGreaterThan(6);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Help" });
  await expect(help).toBeVisible();
  const told = (await help.locator("dt").allInnerTexts()).flatMap((term) => term.split(/, | and /));
  // A tab may have a number with it: of its lines, or of its core.
  for (const view of views) expect(told).toContain(view.replace(/\s[\d,]+$/, ""));
  for (const keys of shortcuts) expect(told).toContain(keys.replace("Control", "Ctrl").replaceAll("+", " "));
});
