import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// What the output does with lines that are longer than it is wide, and with more lines than it keeps.

test("long lines wrap, or go on to the right, as the learner chooses", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(1);
  await lab.run('print "word " * 100 + "end"\nprint "x" * 900 + "!"\nprint "short"\n');
  const { output } = lab;
  await expect(output.end).toHaveText(/^1 core ended/);
  expect(await output.overflow()).toBe(0);
  const rows = await output.log
    .locator(".log-slot")
    .evaluateAll((slots) =>
      slots.map((slot) => slot.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    );
  expect(rows.length).toBe(4);
  expect((rows[0]?.bottom ?? 0) - (rows[0]?.top ?? 0)).toBeGreaterThan(39);
  // Each row begins where the one above ends.
  for (const [k, { top }] of rows.entries()) if (k > 0) expect(top).toBeCloseTo(rows[k - 1]?.bottom ?? 0, 0);

  await output.wrap.click();
  await expect(output.wrap).toHaveAttribute("aria-pressed", "false");
  await expect.poll(() => output.overflow()).toBeGreaterThan(1000);
  await page.reload();
  await expect(output.wrap).toHaveAttribute("aria-pressed", "false");
});

test("what is being read stays where it is while wrapped lines come in, are dropped and change their width", async ({
  page,
}) => {
  test.slow();
  const lab = await Lab.open(page);
  // More lines than are kept, then some more, slowly. Some take several rows.
  await lab.run(`i = 0
while True:
    i += 1
    print str(i) + ": " + ("word " * (i % 80) if i % 10 == 0 else "")
    if i > 6300:
        for k in range(20000):
            pass
`);
  const { output } = lab;
  await expect(output.dropped).toBeVisible({ timeout: 45_000 });
  await output.log.hover();
  await page.mouse.wheel(0, -4000);
  await expect(output.newest).toBeVisible();
  let first = "";
  // Once the wheel has come to rest, the same line stays at the top while the oldest lines go on being dropped.
  await expect(async () => {
    first = await output.topLine();
    expect(first).toMatch(/^\d+: /);
    const before = (await output.dropped.textContent()) ?? "";
    await expect(output.dropped).not.toHaveText(before);
    expect(await output.topLine()).toBe(first);
  }).toPass();
  await lab.stopButton.click();
  await expect(lab.runButton).toBeVisible();
  await expect.poll(() => output.topLine()).toBe(first);
  await page.setViewportSize({ width: 1100, height: 900 });
  await expect.poll(() => output.topLine()).toBe(first);
  await output.wrap.click();
  await expect.poll(() => output.topLine()).toBe(first);
  await output.newest.click();
  await expect(output.end).toBeInViewport();
});

// The higher the core, the sooner it prints; but a lower one may well be heard first.
const staggered = `from parallel import *
for i in range((numcores() - coreid()) * 200):
    pass
print "first", coreid()
for i in range(20000):
    pass
print "then", coreid()
`;

test("the output is searched, sorted by virtual time and split into columns", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(4);
  const { output } = lab;
  await lab.run(staggered);
  await expect(output.end).toHaveText(/^4 cores ended/);
  await output.sort();
  await expect
    .poll(() => output.texts())
    .toEqual(["first 3", "first 2", "first 1", "first 0", "then 3", "then 2", "then 1", "then 0"]);
  await output.search.fill("THEN");
  await expect.poll(() => output.texts()).toEqual(["then 3", "then 2", "then 1", "then 0"]);
  await output.search.fill("nothing");
  await expect(output.log).toContainText("No line is like that");
  await output.search.fill("");
  await output.columns.click();
  await expect(output.columns).toHaveAttribute("aria-pressed", "true");
  for (const core of [0, 3]) {
    await expect(output.column(core)).toContainText(`first ${core}`);
    await expect(output.column(core)).toContainText(`then ${core}`);
    await expect(output.column(core)).not.toContainText("first 1");
  }
  await output.columns.click();
  await output.sort();
  await expect(output.end).toBeInViewport();
});

test("of very many cores one is chosen by its number", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write('from parallel import *\nprint "hello from", coreid()\n');
  await lab.chooseChip("Epiphany-V");
  await lab.runButton.click();
  const { output } = lab;
  await expect(output.end).toHaveText(/^1,024 cores ended/);
  const number = page.getByRole("textbox", { name: "Show the output of" });
  await number.fill("77");
  await expect(output.line("core 77", "hello from 77")).toBeVisible();
  expect(await output.texts()).toEqual(["hello from 77"]);
  await number.fill("5000");
  await expect(number).toHaveAttribute("aria-invalid", "true");
  await number.fill("");
  await expect.poll(async () => (await output.texts()).length).toBeGreaterThan(5);
});

test("a core that prints for long is followed in its column until it is scrolled up", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(2);
  const { output } = lab;
  await output.columns.click();
  await lab.run("from parallel import *\nfor i in range(300 + coreid()):\n    print i\n");
  await expect(output.column(0)).toContainText("ended");
  await expect(output.column(1)).toContainText("300");
  await output.column(0).hover();
  await page.mouse.wheel(0, -100_000);
  await expect(output.column(0).getByText("0", { exact: true })).toBeInViewport();
  await expect(output.column(1).getByText("300", { exact: true })).toBeInViewport();
});

test("several lines that are pasted answer several questions, also of several cores; what is left over is said", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await lab.run(`from parallel import *
if coreid() < 2:
    a = input("first? ")
    b = input("second? ")
    print "got " + a + " and " + b
`);
  const { output } = lab;
  await expect(output.question(/core [01]/)).toBeFocused();
  await page.evaluate(() => navigator.clipboard.writeText("1\r\n2\r\n3\r\n4\r\n5\r\n"));
  await page.keyboard.press("ControlOrMeta+V");
  await expect(output.end).toHaveText(/^16 cores ended/);
  await expect(output.log.getByText(/^got \d and \d$/)).toHaveCount(2);
  await expect(output.log.locator(".log-answer")).toHaveText(["1", "2", "3", "4"]);
  await expect(output.log).toContainText("1 pasted line was left over, as nothing asked for more: “5”");

  // One line is only pasted, to be looked at and sent.
  await lab.runButton.click();
  await expect(output.question(/core [01]/)).toBeFocused();
  await page.evaluate(() => navigator.clipboard.writeText("12"));
  await page.keyboard.press("ControlOrMeta+V");
  await expect(output.question(/core [01]/)).toHaveValue("12");
  await expect(output.log.locator(".log-answer")).toHaveCount(0);
});

test("what is being typed stays while other cores print and ask", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(2);
  await lab.run(`from parallel import *
if coreid() == 1:
    for i in range(300000):
        pass
    print "core 1 has worked"
x = input("and you? ")
`);
  const { output } = lab;
  await output.question(/core [01]/).fill("half an ans");
  await expect(page.getByText("1 more core asks")).toBeVisible();
  await expect(output.question(/core [01]/)).toHaveValue("half an ans");
  await expect(output.question(/core [01]/)).toBeFocused();
});

test("control characters do what a terminal does, and what is copied is what was printed", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(1);
  const lines = [
    String.raw`print("10%\r20%\r100%")`,
    String.raw`print("abc\b\bX\tend")`,
    String.raw`print("zero \0 bell \a")`,
    String.raw`print("\x1b[1;31mred\x1b[0m and \x1b[32mgreen\x1b[0m \x1b[44mon blue\x1b[0m \x1b[2J")`,
    String.raw`print("\u202eturned\u2028 line")`,
  ];
  await lab.run(`${lines.join("\n")}\n`);
  const { output } = lab;
  await expect(output.end).toHaveText(/^1 core ended/);
  const text = output.log.locator(".log-text");
  await expect(text).toHaveText([
    "100%",
    "aXc     end",
    "zero NUL bell BEL",
    "red and green on blue ESC[2J",
    "\u202eturned\\u2028 line",
  ]);
  await expect(text.nth(3).locator(".term-red")).toHaveText("red");
  const color = (name: string) =>
    text
      .nth(3)
      .locator(`.term-${name}`)
      .evaluate((span) => getComputedStyle(span).color);
  expect(await color("red")).not.toBe(await color("green"));
  // Each line takes one row, whatever is in it.
  const heights = await output.log.locator(".log-line").evaluateAll((rows) => rows.map((row) => row.clientHeight));
  expect(new Set(heights.slice(0, 5)).size).toBe(1);
});

test("a recursion without end on sixteen cores is one box, folded, and leaves the page quick", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run("def f(n): return 1 + f(n + 1)\nf(0)\n");
  const { output } = lab;
  await expect(output.end).toHaveText(/^Failed/);
  const box = output.log.locator(".log-block");
  await expect(box).toHaveCount(1);
  await expect(box).toContainText("Cores 0–15 failed");
  await expect(box).toContainText(/\[Previous line repeated [\d,]+ more times\]/);
  // Three calls of many, and the program.
  await expect(box.getByRole("button")).toHaveCount(4);
  await expect(await lab.showProblems()).toContainText("cores 0–15");
  await lab.core.show("Calls");
  const calls = page.getByRole("tabpanel", { name: "Calls" });
  const fold = calls.getByRole("button", { name: /^\[Previous line repeated/ });
  await fold.click();
  await expect(fold).toHaveCount(0);
  expect(await calls.getByRole("listitem").count()).toBeLessThan(100);
  await lab.showBottom(/^Output/);
  expect(await page.locator("*").count()).toBeLessThan(4000);
});

test("cores that fail at one place with other values are one box that unfolds what differs", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run("from parallel import *\na = [1, 2]\nprint a[2 + coreid() / 4]\n");
  const { output } = lab;
  await expect(output.end).toHaveText(/^Failed/);
  const box = output.log.locator(".log-block");
  await expect(box).toHaveCount(1);
  await expect(box.getByRole("listitem")).toHaveCount(1);
  await box.getByText("What differs from core to core").click();
  await expect(box.getByRole("listitem").filter({ hasText: "Cores 8–11: index 4" })).toBeVisible();
  // In the column of a core stands what happened to it.
  await output.columns.click();
  await expect(output.column(0)).toContainText("error: index 2");
});

test("without a time on one core there is no speedup, and the page says why", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(4);
  await lab.editor.write(
    "from parallel import *\nif coreid() == 0:\n    send(1, 1)\nelif coreid() == 1:\n    x = recv(0)\n",
  );
  await lab.showBottom("Scaling");
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(lab.scaling.verdict).toContainText(
    "There is no speedup, as there is no time on 1 core to compare with: core 0:",
  );
  expect([...(await lab.scaling.speedups()).values()].every(Number.isNaN)).toBe(true);
});
