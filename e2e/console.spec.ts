import { type Locator, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { expect } from "./pages/expect.ts";
import { Lab } from "./pages/lab.ts";

// The console: full Python after its program, with the program's kernels and the data on the cores.

const PROGRAM = `from epython import *

@offload(target=[0, 5])
def add(a, b):
    print("adding")
    return a + b

data = [1, 2, 3]
define_on_device(data)
print("ready")
`;

class ConsolePanel {
  readonly page: Page;
  readonly tab: Locator;
  readonly log: Locator;
  readonly input: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tab = page.getByRole("tab", { name: "Console" });
    this.log = page.getByRole("log", { name: "Console" });
    this.input = page.getByRole("textbox", { name: "Python to run" });
  }

  line(text: string): Locator {
    return this.log.getByText(text, { exact: true });
  }

  async enter(text: string): Promise<void> {
    await this.input.fill(text);
    await this.page.keyboard.press("Enter");
  }
}

async function afterRun(page: Page): Promise<ConsolePanel> {
  const lab = await Lab.open(page);
  await lab.run(PROGRAM);
  await expect(lab.output.line("host 16", "ready")).toBeVisible();
  await expect(lab.output.end).toHaveText(/^17 cores ended/);
  const panel = new ConsolePanel(page);
  await panel.tab.click();
  return panel;
}

test("after a run, its kernels and the data on the cores are at the prompt", async ({ page }) => {
  const panel = await afterRun(page);
  await panel.enter("add(10, 20)");
  await expect(panel.line("[30, 30]")).toBeVisible();
  await expect(panel.log.getByText("adding")).toHaveCount(2);
  await panel.enter("copy_from_device('data', target=3)");
  await expect(panel.line("[[1, 2, 3]]")).toBeVisible();
  // Several lines: an empty one ends them.
  await panel.enter("def twice(x):");
  await page.keyboard.type("return 2 * x");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(panel.input).toHaveValue("");
  await panel.enter("twice(21)");
  await expect(panel.line("42")).toBeVisible();
  // What was entered before, and a name that is not whole.
  await page.keyboard.press("ArrowUp");
  await expect(panel.input).toHaveValue("twice(21)");
  await page.keyboard.press("Escape");
  await page.keyboard.type("print(twi");
  await page.keyboard.press("Tab");
  await expect(panel.input).toHaveValue("print(twice");
  await page.keyboard.press("Escape");
  await panel.enter("1 / 0");
  await expect(panel.line("ZeroDivisionError: division by zero")).toBeVisible();
  await expectNoViolations(page, ".console");
});

test("an endless entry is stopped, and a new run begins with nothing of the last", async ({ page }) => {
  const panel = await afterRun(page);
  await panel.enter("mark = 1");
  await panel.enter("print('on and on')\nwhile True: pass\n");
  await expect(panel.line("on and on")).toBeVisible();
  await page.getByRole("button", { name: "Stop the console" }).click();
  await expect(panel.line("KeyboardInterrupt")).toBeVisible();
  await panel.enter("mark + 1");
  await expect(panel.line("2")).toBeVisible();
  const lab = new Lab(page);
  await lab.runButton.click();
  await expect(panel.log.getByText("The program was started again")).toBeVisible();
  await expect(panel.input).toBeVisible();
  await panel.enter("mark");
  await expect(panel.line("NameError: name 'mark' is not defined")).toBeVisible();
  await page.getByRole("button", { name: "End Python" }).click();
  await expect(panel.log.getByText("You have ended Python.")).toBeVisible();
  await expect(panel.input).toHaveCount(0);
});

test("paused cores are asked for values, all of them or one", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write("from parallel import *\nmine = coreid() // 8\nprint(mine)\n");
  await page.keyboard.press("F10");
  await expect(lab.stepping).toBeVisible();
  await page.keyboard.press("F10");
  await expect(lab.stepping).toContainText("Core 0 set mine to 0");
  const panel = new ConsolePanel(page);
  await panel.tab.click();
  const input = page.getByRole("textbox", { name: "Expression" });
  await input.fill("mine + 1");
  await page.keyboard.press("Enter");
  await expect(panel.line("cores 0–7")).toBeVisible();
  await page.getByRole("combobox", { name: "Ask", exact: true }).selectOption("core 9");
  await input.fill("mine * 10");
  await page.keyboard.press("Enter");
  await expect(panel.line("10")).toBeVisible();
});

test("cells run one by one, and go out as a notebook", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write("# host\n# %% First\nx = 20\n# %%\nx + 1\n");
  await page.getByRole("tab", { name: "Cells" }).click();
  await page.getByRole("button", { name: "Run all cells", exact: true }).click();
  const second = page.getByRole("list", { name: "Cells" }).getByRole("listitem").nth(1);
  await expect(second.getByText("21", { exact: true })).toBeVisible();
  await expectNoViolations(page, ".cells");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as .ipynb" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.ipynb$/);
});
