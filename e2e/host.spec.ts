import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// Full Python in the page: every listing of the two texts on offloading and listings 6 and 7 of the paper, as programs of
// our own with the same behaviour. The unit tests run the same files on the command line's engine.

const EVERY_CORE = Array.from({ length: 16 }, (_, core) => core);

function program(name: string): string {
  const file = new URL(`../src/testing/corpus/python-programs/${name}.py`, import.meta.url);
  return readFileSync(file, "utf8").replace(/^# (expect|fault|deadlock|outcome|device|stdin)\b.*\n/gm, "");
}

async function linesOf(lab: Lab, core: string): Promise<string[]> {
  const lines = lab.output.log.locator(".log-line").filter({ has: lab.page.getByText(core, { exact: true }) });
  return lines.locator(".log-text").allInnerTexts();
}

/// Runs a program of which nothing goes wrong, and shows what the host has said.
async function runToEnd(lab: Lab, text: string): Promise<void> {
  // So that the end of the run before is not taken for that of this one.
  if ((await lab.output.end.count()) > 0) {
    await lab.output.showOnly("all cores");
    await lab.output.clear();
    await expect(lab.output.end).toHaveCount(0);
  }
  await lab.run(text);
  await expect(lab.output.end).toHaveText(/^17 cores ended/);
  await lab.output.showOnly("host 16");
}

test("a kernel runs on every core and gives sixteen values", { tag: "@smoke" }, async ({ page }) => {
  const lab = await Lab.open(page);
  await runToEnd(lab, program("greetings"));
  const values = `[${EVERY_CORE.map(() => 30).join(", ")}]`;
  expect(await linesOf(lab, "host 16")).toEqual([values, `${values} 0`]);
  await lab.output.showOnly("core 3");
  expect(await linesOf(lab, "core 3")).toEqual(["Hello from a kernel", "Hello from a kernel"]);
});

test("kernels run one program after the other: on some cores, with handlers, in short, by chance, on data that stays", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  const linesOfHost = async (name: string) => {
    await runToEnd(lab, program(name));
    return linesOf(lab, "host 16");
  };
  // A handler waits for any value and for all.
  expect(await linesOfHost("async")).toEqual(["None False 480", `[${EVERY_CORE.map(() => 30).join(", ")}]`]);
  expect(await linesOfHost("choosing")).toEqual(["[30, 30, 30, 30]", "[30, 30, 30]", "[30, 30]", "True"]);
  for (const core of EVERY_CORE) {
    await lab.output.showOnly(`core ${core}`);
    const said = (await linesOf(lab, `core ${core}`)).filter((line) => line !== "four");
    const kind = [1, 5, 8].includes(core) ? ["three"] : [9, 10].includes(core) ? ["either"] : [];
    expect(said).toEqual(kind.map((word) => `${word} on ${core}`));
  }
  // The short cuts launch without waiting, and waitAll waits for both.
  expect(await linesOfHost("shortcuts")).toEqual(["[[30, 30, 30, 30, 30, 30, 30, 30], [-10]]"]);
  const [value, near] = await linesOfHost("darts");
  expect(value).toMatch(/^Value of PI is 3\.[01]/);
  expect(near).toBe("True");
  expect(await linesOfHost("resident")).toEqual([
    "[[1, 2, 3], [0.5, 'x', None]]",
    "[18, 18] [24, 24] [4, 2, 2, 2, 2, 2, 4, 2]",
    "[(1, 2)]",
  ]);
});

test("numbers go to a program of the cores and come back sorted", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(program("sort"));
  await page.getByRole("tab", { name: "Files" }).click();
  await page.getByRole("button", { name: "New file" }).first().click();
  await lab.editor.write(program("sort-cores"));
  // Run from either of the two.
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^17 cores ended/);
  await expect(lab.output.line("host 16", "True 200")).toBeVisible();
});

test("what was read as Python 2 is told, and a quick fix rewrites it", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(program("shortcuts"));
  const problems = await lab.showProblems();
  await expect(problems.getByText("Read as Python 2: print as a statement.")).toBeVisible();
  await page.locator(".view-line", { hasText: "print" }).click();
  await page.keyboard.press("ControlOrMeta+.");
  await page.getByText("Rewrite as Python 3").click();
  await expect(page.locator(".view-line", { hasText: "print(waitAll(h1," })).toBeVisible();
  await expect(problems.getByText("Read as Python 2")).toHaveCount(0);
});

test("an exception in a kernel is told at the kernel's line and reaches the host; one on the host is told with its line", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await lab.run(program("kernel-error"));
  await expect(lab.output.end).toHaveText(/^Failed/);
  await expect(lab.output.line("host 16", "caught: core 3: division by zero, line 7 3 7")).toBeVisible();
  const problems = await lab.showProblems();
  await expect(problems.getByRole("button", { name: /line 7/ })).toBeVisible();
  await expect(problems.getByText("error: division by zero", { exact: true })).toBeVisible();
  await expect(problems.getByText("KernelError: core 3: division by zero, line 7")).toBeVisible();

  await page.getByRole("tab", { name: /^Output/ }).click();
  await lab.run("# host\ndef half(x):\n    return 1 / x\n\nprint('before')\nhalf(0)\n");
  await expect(lab.output.line("host 16", "before")).toBeVisible();
  await lab.showProblems();
  await expect(problems.getByText("ZeroDivisionError: division by zero")).toBeVisible();
  await expect(problems.getByRole("button", { name: /line 3/ })).toBeVisible();
  await expect(problems.getByText("KernelError")).toHaveCount(0);
});

test("a host that fails is told first, and the cores wait for it", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write("from parallel import *\nx = recv(16)\n");
  await page.getByRole("tab", { name: "Files" }).click();
  await page.getByRole("button", { name: "New file" }).first().click();
  await lab.editor.write("# host\ndef half(x):\n    return 1 / x\n\nhalf(0)\n");
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^Failed/);
  const heads = lab.output.log.locator(".log-block-head");
  await expect(heads).toHaveText([/^The host failed/, /^16 cores wait for the host, which failed/]);
  const chip = page.getByRole("gridcell", { name: /^Core 3 waits for the host, which failed at line 2/ });
  await expect(chip).toBeVisible();
  await expect(page.getByRole("gridcell", { name: /^Full Python on the host, id 16, failed/ })).toBeVisible();
  await expect(page.getByText(/deadlock|core 16/i)).toHaveCount(0);
  await lab.output.log.getByRole("button", { name: /line 3$/ }).click();
  await expect(lab.status).toContainText("Ln 3");
  const problems = await lab.showProblems();
  await expect(problems.getByText("ZeroDivisionError: division by zero")).toBeVisible();
  await expect(problems.getByText("· host")).toBeVisible();
});

test("what is nested without end is an error with its lines, and the next run has a fresh Python", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run("# host\nclass A:\n    def __repr__(self):\n        return repr(self)\n\nprint(A())\n");
  await expect(lab.output.log.getByText(/^RecursionError: /)).toBeVisible();
  await expect(lab.output.log.getByRole("button", { name: /line 6$/ })).toBeVisible();
  // There is no check on the way of a hash through tuples in any Python.
  await lab.run("# host\nd = ()\nfor k in range(100000):\n    d = (d,)\nhash(d)\n");
  await expect(lab.output.log.getByText(/^Python itself has ended: /)).toBeVisible();
  await expect(lab.output.log.getByRole("button", { name: /line 5$/ })).toBeVisible();
  await lab.run('# host\nprint("again")\n');
  await expect(lab.output.line("host 16", "again")).toBeVisible();
});

test("a kernel that deadlocks is told with the host that waits for it", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run(program("stuck"));
  await expect(lab.output.log.getByText(/Deadlock: 2 cores can never continue/)).toBeVisible();
  const report = page.getByRole("region", { name: "Deadlock" });
  await expect(report.getByText("The host waits in wait until core 0 has run the kernel")).toBeVisible();
  await expect(page.getByText(/core 16/i)).toHaveCount(0);
});

test("the host asks for input", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run('# host\nname = input("Your name? ")\nprint("hello", name)\n');
  await lab.output.question("host 16").fill("Ann");
  await page.keyboard.press("Enter");
  await expect(lab.output.line("host 16", "hello Ann")).toBeVisible();
});

test("Stop reaches a host that waits for a kernel, that sleeps and that computes, and each time it can be run again", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  const waits =
    'from epython import offload\n@offload\ndef f():\n    print("go")\n    while True:\n        pass\nf()\n';
  const sleeps = '# host\nimport time\nprint("go")\ntime.sleep(1000)\n';
  const computes = '# host\nprint("go")\nwhile True:\n    pass\n';
  for (const text of [waits, sleeps, computes]) {
    await lab.run(text);
    await expect(lab.output.log.getByText("go", { exact: true }).first()).toBeVisible();
    await lab.stop();
    await lab.run('# host\nprint("again")\n');
    await expect(lab.output.line("host 16", "again")).toBeVisible();
  }
});
