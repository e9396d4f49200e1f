import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// What learners read off the timeline.

const passing = `from parallel import *

if coreid() == 0:
    total = 0
    for i in range(20):
        total += i
    send(total, 1)
elif coreid() == 1:
    value = recv(0)
    print "got", value
`;

async function ranWithTimeline(lab: Lab, program: string, cores: number): Promise<void> {
  await lab.chooseCores(cores);
  await lab.editor.write(program);
  await lab.showBottom(/^Timeline/);
  await lab.runButton.click();
  // What is drawn first may be a part of it.
  await expect(lab.page.locator("footer.status")).toHaveAttribute("data-outcome", "ended");
  await lab.timeline.settled();
}

test("a message's arrow leads to both source lines", async ({ page }) => {
  const lab = await Lab.open(page);
  await ranWithTimeline(lab, passing, 2);
  const { timeline } = lab;
  // The arrow is where the call that received it ends: found from there as a learner would, by trying.
  const box = await timeline.rows.boundingBox();
  if (box === null) throw new Error("there is no timeline");
  for (let x = box.width - 4; x > 72; x -= 3) {
    await page.mouse.click(box.x + x, box.y + 44);
    if ((await timeline.told.textContent())?.startsWith("message from core 0 to core 1")) break;
  }
  await expect(timeline.told).toContainText("message from core 0 to core 1 (send), 4 bytes");
  await timeline.link(/^core 0 sends: line 7/).click();
  await expect(lab.status).toContainText("Ln 7");
  await timeline.link(/^core 1 receives: line 9/).click();
  await expect(lab.status).toContainText("Ln 9");
});

test("keys and wheel zoom and move; Home shows all again", async ({ page }) => {
  const lab = await Lab.open(page);
  await ranWithTimeline(lab, passing, 2);
  const { timeline } = lab;
  const picture = () => timeline.rows.locator("canvas").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const whole = await picture();
  let before = whole;
  await timeline.rows.focus();
  for (const key of ["w", "d", "a", "s", "w"]) {
    await page.keyboard.press(key);
    await expect.poll(picture).not.toBe(before);
    before = await picture();
  }
  await timeline.rows.hover();
  await page.mouse.wheel(0, -400);
  await expect.poll(picture).not.toBe(before);
  await page.keyboard.press("Home");
  await expect.poll(picture).toBe(whole);
});

test("the trace is exported, and a JSON parser reads it as Chrome's trace events", async ({ page }) => {
  const lab = await Lab.open(page);
  await ranWithTimeline(lab, passing, 2);
  const asked = page.waitForEvent("download");
  await lab.timeline.export.click();
  const download = await asked;
  expect(download.suggestedFilename()).toBe("hello-trace.json");
  const { traceEvents } = JSON.parse(readFileSync(await download.path(), "utf8"));
  const of = (phase: string) => traceEvents.filter(({ ph }: { ph: string }) => ph === phase);
  expect(of("M").map(({ args }: { args: { name: string } }) => args.name)).toEqual(["Epiphany", "core 0", "core 1"]);
  expect(of("s")).toMatchObject([{ tid: 0, cat: "message", args: { sentAtLine: 7, receivedAtLine: 9 } }]);
  expect(of("f")).toMatchObject([{ tid: 1, id: of("s")[0].id }]);
  for (const { ts, dur, pid } of of("X")) expect([ts >= 0, dur >= 0, pid]).toEqual([true, true, 1]);
});

test("who sent how much to whom, what it comes to, and one core's calls are told in words and numbers", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await ranWithTimeline(lab, passing, 2);
  const { timeline } = lab;
  await timeline.show("Messages");
  await expect(page.getByTitle("core 0 to core 1: 1 message, 4 B")).toHaveText("1");
  await timeline.show("Summary");
  const summary = page.getByRole("region", { name: "Summary of the run" });
  await expect(summary).toContainText("1 message carried 4 B");
  await expect(summary).toContainText("Critical path");
  await timeline.show("List");
  await page
    .getByLabel(/^Calls of/)
    .first()
    .selectOption("1");
  const calls = page.getByRole("region", { name: "Calls of core 1" }).getByRole("row");
  await expect(calls.nth(1)).toContainText("recv");
  await expect(page.getByRole("region", { name: "Calls of core 1" })).toContainText("print");
});

test("a trace that is too long says how much of its beginning is missing", async ({ page }) => {
  const lab = await Lab.open(page);
  const calls = 200_000;
  await ranWithTimeline(lab, `from parallel import *\nfor i in range(${calls}):\n    sync()\n`, 1);
  await expect(lab.chip.core(0)).toHaveAccessibleName(/has ended/);
  await expect(lab.timeline.dropped).toBeVisible();
  const missing = Number(
    /earliest ([\d,]+) calls/.exec(await lab.timeline.dropped.innerText())?.[1]?.replaceAll(",", ""),
  );
  await lab.timeline.show("List");
  const kept =
    Number(
      await page.getByRole("region", { name: "Calls of core 0" }).getByRole("table").getAttribute("aria-rowcount"),
    ) - 1;
  expect(kept).toBeGreaterThan(0);
  expect(missing + kept).toBe(calls);
  const asked = page.waitForEvent("download");
  await lab.timeline.export.click();
  const { otherData, traceEvents } = JSON.parse(readFileSync(await (await asked).path(), "utf8"));
  expect(otherData).toEqual({ "calls and messages that are missing at the beginning": missing });
  expect(traceEvents.filter(({ cat }: { cat: string }) => cat === "call")).toHaveLength(kept);
});
