import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// Full Python on the host, as the page's views show it.

const TWO_KERNELS = `from epython import offload, define_on_device, copy_from_device
data = [1, 2]
define_on_device(data)

@offload(async_=True)
def total(n):
    s = 0
    for k in range(n):
        s += data[k % 2]
    return s

handler = total(200, target=[2, 5])
print(handler.wait())
print(copy_from_device("data", target=5))
`;

test("launches and copies are on the timeline, with the lines of the host's file", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(TWO_KERNELS);
  await lab.showBottom(/^Timeline/);
  await lab.runButton.click();
  const { timeline } = lab;
  await expect(page.getByRole("contentinfo")).toContainText("Loading Python");
  await expect(lab.runButton).toBeEnabled();
  await timeline.settled();

  await timeline.show("List");
  const core = page.getByRole("combobox", { name: "Calls of" });
  await core.selectOption({ label: "host 16" });
  const calls = page.getByRole("region", { name: "Calls of host 16" }).locator("tbody tr:not(.gap)");
  await expect(calls.filter({ hasText: "copy to" }).filter({ hasText: "line 3" }).first()).toBeVisible();
  await page.getByRole("region", { name: "Calls of host 16" }).evaluate((list) => list.scrollTo(0, 1e6));
  await expect(calls.filter({ hasText: "launch" }).filter({ hasText: "line 12" })).toHaveCount(1);
  await expect(calls.filter({ hasText: "result" }).filter({ hasText: "line 13" })).toHaveCount(2);
  await expect(calls.filter({ hasText: "copy from" }).filter({ hasText: "line 14" })).toHaveCount(2);
  await core.selectOption({ label: "core 5" });
  const kernel = page.getByRole("region", { name: "Calls of core 5" }).getByRole("row", { name: /^launch 16/ });
  await kernel.getByRole("button", { name: "line 6" }).click();
  await expect(lab.status).toContainText("Ln 6");

  const downloading = page.waitForEvent("download");
  await timeline.export.click();
  const { traceEvents } = JSON.parse(readFileSync(await (await downloading).path(), "utf8")) as {
    traceEvents: { name: string; ph: string; tid: number; args?: { line?: number; sentAtLine?: number } }[];
  };
  expect(traceEvents).toContainEqual(
    expect.objectContaining({ name: "launch", ph: "X", tid: 16, args: expect.objectContaining({ line: 12 }) }),
  );
  expect(
    traceEvents.filter(({ name, ph, args }) => name === "launch" && ph === "s" && args?.sentAtLine === 12),
  ).toHaveLength(2);
});

test("what cannot be a kernel is told while it is typed, and nothing is run for it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const lab = await Lab.open(page);
  await lab.editor.write(
    "from epython import offload\nimport json\n\n@offload\ndef f(x):\n    return json.dumps(x)\n\n@offload\ndef g(*x):\n    pass\n",
  );
  const problems = await lab.showProblems();
  await expect(problems.getByText("f uses json of the module json, which the cores do not have")).toBeVisible();
  await expect(problems.getByText("g cannot go to the cores: *x stands for any number of arguments")).toBeVisible();
  await problems.getByRole("button", { name: /line 6/ }).click();
  await expect(lab.status).toContainText("Ln 6");
  expect(asked.filter((path) => path.includes("/pyodide/"))).toEqual([]);
});

test("the gallery's number sort has a file for the host and one for the cores", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.openExample("Numbers sorted by the cores");
  await expect(page.getByRole("tab", { name: "number-sort-cores.py" })).toBeVisible();
  await lab.runButton.click();
  await expect(lab.output.line("host 16", "in order: True")).toBeVisible();
  await expect(lab.output.end).toHaveText(/^17 cores ended/);
});

test("Pause and Step say why they cannot be used with full Python", async ({ page }) => {
  const lab = await Lab.open(page);
  const step = page.getByRole("button", { name: /^Step/ });
  const pause = page.getByRole("button", { name: /^Pause/ });
  await expect(step).toBeEnabled();
  await lab.editor.write('# host\nprint("go")\nwhile True:\n    pass\n');
  await expect(step).toBeDisabled();
  await expect(step).toHaveAttribute("title", /^Full Python cannot be paused/);
  // The key does nothing either.
  await page.keyboard.press("F10");
  await expect(lab.runButton).toBeEnabled();
  await lab.runButton.click();
  await expect(lab.output.line("host 16", "go")).toBeVisible();
  await expect(pause).toBeDisabled();
  await expect(pause).toHaveAttribute("title", /^Full Python cannot be paused/);
  await lab.stop();
  // Another program can be stepped again.
  await lab.editor.write("print 1\n");
  await expect(step).toBeEnabled();
  await page.keyboard.press("F10");
  await expect(lab.stepping).toBeVisible();
});

test("the host is drawn beside the cores, and waits for them", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run(
    'from epython import offload\n@offload(target=3)\ndef f():\n    print("go")\n    while True:\n        pass\nf()\n',
  );
  await expect(lab.output.log.getByText("go", { exact: true })).toBeVisible();
  const host = page.getByRole("gridcell", { name: /^Full Python on the host, id 16/ });
  await expect(host).toContainText("L7");
  await lab.stop();
});

test("without memory that threads share the page says so, and the cores still work", { tag: "@plain" }, async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await lab.run('# host\nprint("ran")\n');
  await expect(lab.output.log.getByText(/^Full Python needs memory that threads share/)).toBeVisible();
  await expect(lab.output.log.getByText("ran", { exact: true })).toHaveCount(0);
  await lab.run('from parallel import *\nprint "core " + str(coreid())\n');
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await expect(lab.output.line("core 15", "core 15")).toBeAttached();
});
