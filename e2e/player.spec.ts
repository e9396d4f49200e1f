import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";
import { PlayerBar } from "./pages/player-bar.ts";
import { ShareDialog } from "./pages/share-dialog.ts";

// A run that is over, played on the chip.

const inMotion = { contextOptions: { reducedMotion: "no-preference" } } as const;

const program = `from parallel import *
me = coreid()
if me == 0:
    send(14, 5)
    print "sent"
elif me == 5:
    value = recv(0)
    print value + 1
`;

/// The program has run, and is played from its start.
async function watched(page: Page): Promise<{ lab: Lab; player: PlayerBar }> {
  const lab = await Lab.open(page);
  await lab.run(program);
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  const player = new PlayerBar(page);
  await player.watchButton.click();
  return { lab, player };
}

test("a newcomer sees a message on its way, with its value, and goes on and back", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.openExample("Passing a value");
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  const player = new PlayerBar(page);
  await player.watchButton.click();
  await expect(player.words).toHaveText(/^Core 0 sends 20 to core 1/);
  await expect(player.flights).toHaveAttribute("data-flights", "1");
  await player.button("Pause").click();
  await player.button("Next event").click();
  await expect(player.words).toHaveText(/^Core 1 receives 20 from core 0/);
  await expect(player.flights).toHaveAttribute("data-flights", "0");
  await player.button("Previous event").click();
  await expect(player.words).toHaveText(/^Core 0 sends 20 to core 1/);
  // What is printed later is there, but faint.
  await expect(lab.output.line("core 1", "Got 20 from core 0")).toHaveClass(/later/);
  await player.button("Leave the player").click();
  await expect(lab.output.line("core 1", "Got 20 from core 0")).not.toHaveClass(/later/);
  await expect(player.watchButton).toBeVisible();
});

test("the chip, the editor and the variables show the moment that is played, by keyboard too", async ({ page }) => {
  const { lab, player } = await watched(page);
  await player.button("Pause").click();
  await player.scrubber.focus();
  await page.keyboard.press("Home");
  for (let k = 0; k < 40 && !(await player.words.textContent())?.startsWith("Core 5 receives"); k++) {
    const before = await player.scrubber.getAttribute("aria-valuetext");
    await page.keyboard.press("ArrowRight");
    await expect(player.scrubber).not.toHaveAttribute("aria-valuetext", before ?? "");
  }
  await expect(player.words).toHaveText(/^Core 5 receives 14 from core 0/);
  await lab.chip.core(5).click();
  await page.getByRole("tab", { name: "Variables" }).click();
  await player.scrubber.focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("tabpanel", { name: "Variables" })).toContainText("14");
  await expectNoViolations(page, ".page");
  // Another run takes the player's place.
  await lab.runButton.click();
  await expect(player.bar).toHaveCount(0);
});

test("64 cores can be played too, and a run that waits for ever", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseChip("Epiphany-IV");
  await lab.run("from parallel import *\nx = recv((coreid() + 1) % numcores())\n");
  await expect(lab.output.end).toHaveText(/deadlock|never/i);
  const player = new PlayerBar(page);
  await player.watchButton.click();
  await expect(player.scrubber).toBeVisible();
  await player.button("Pause").click();
  await player.scrubber.focus();
  await page.keyboard.press("End");
  await expect(player.words).toHaveText("64 cores can never continue.");
});

test("on 1,024 cores one sees how busy the cores have been, and the busiest of many messages", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseChip("Epiphany-V");
  await lab.run(`from parallel import *
me = coreid()
half = numcores() // 2
if me < half:
    send([me] * (1 + me % 32), me + half)
else:
    for i in range(100):
        x = i
    x = recv(me - half)
`);
  await expect(lab.output.end).toHaveText(/^1,024 cores ended/);
  const player = new PlayerBar(page);
  await player.watchButton.click();
  await player.button("Pause").click();
  await player.scrubber.press("Home");
  await expect(player.heat).toContainText("Cores 0 % busy lately. No messages are on their way.");
  await expect(player.flights).toHaveAttribute("data-flights", "0");
  // All have been sent, and none has been received yet.
  const end = Number(await player.scrubber.getAttribute("max"));
  await player.scrubber.fill(String(end * 0.8));
  await expect(player.heat).toContainText(/Cores \d+ % busy lately. 12 of 512 messages on their way are drawn\./);
  await expect(player.flights).toHaveAttribute("data-flights", "12");
  await lab.chip.map.focus();
  await page.keyboard.press("ArrowRight");
  await expect(lab.chip.mapWords).toHaveText(/^Core 1 is sending to 513 at line 5; 0 % busy lately$/);
  await player.heat.getByText(/^Cores/).click();
  await expect(player.heat).toContainText(
    /The fuller a cell or its bar, the busier its core in the last [\d.]+ (µs|ms)\./,
  );
  await expect(player.heat).toContainText("512 cores are the busiest, at 100 %: core 512 and others.");
  const drawn = player.heat.getByRole("list", { name: "Messages that are drawn" }).getByRole("listitem");
  await expect(drawn).toHaveCount(12);
  await expect(drawn.first()).toContainText("Core 31 to core 543, 128 B: [31, 31, ");
  await expectNoViolations(page, ".pane:has(.player)");
  // A picture says the same below it.
  await player.button("Save a picture of the chip").click();
  const [download] = await Promise.all([page.waitForEvent("download"), player.button("SVG").click()]);
  const svg = (await readFile(await download.path())).toString();
  expect(svg).toContain("12 of 512 messages on their way are drawn.");
  expect(svg).toContain("The fuller a cell or its bar, the busier its core in the last ");
  await player.scrubber.press("End");
  await expect(player.heat).toContainText("No messages are on their way.");
  await player.button("Leave the player").click();
  await expect(player.heat).toHaveCount(0);
  await expect(lab.chip.mapWords).toHaveText("Core 1 has ended");
});

test("Run slowly plays the run when it is over, and says what went on", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.openExample("Uneven work");
  await page.keyboard.press("Control+Shift+Enter");
  const player = new PlayerBar(page);
  await expect(player.button("Pause")).toBeVisible();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await player.button("Pause").click();
  const findings = player.bar.getByRole("group");
  await findings.getByText(/^What went on: wait at a barrier/).click();
  await expect(findings.getByRole("listitem")).toContainText("Cores 0–14 wait in sync for the slowest core.");
  await findings.getByRole("button", { name: "See it" }).click();
  await expect(lab.chip.core(0)).toHaveAccessibleName(/waiting in sync/);
  await findings.getByRole("button", { name: "line 14" }).click();
  await expectNoViolations(page, ".player");
  // The timeline shows where that is, though the run was not recorded.
  await lab.showBottom("Timeline");
  await expect(page.locator(".timeline-now")).toBeVisible();
});

test("a moment is shared, and opens elsewhere as it was", async ({ page, context }) => {
  const { player } = await watched(page);
  await player.button("Pause").click();
  await player.scrubber.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(player.words).toHaveText(/^Core 0 sends 14 to core 5/);
  const dialog = await ShareDialog.open(page);
  await expect(dialog.box).toContainText("It opens at the moment that is played");
  const link = await dialog.link.inputValue();

  const other = await context.newPage();
  await other.goto(link);
  const there = new PlayerBar(other);
  await expect(there.words).toHaveText(/^Core 0 sends 14 to core 5/);
  await expect(there.button("Play")).toBeVisible();
  const theirs = new Lab(other);
  await expect(theirs.chip.core(0)).toHaveAccessibleName(/sending/);
  await expect(theirs.output.line("core 5", "15")).toHaveClass(/later/);
  await there.button("Next event").click();
  await expect(there.words).toHaveText(/^Core 5/);
});

test("a value is followed back to where it began, by mouse and by keyboard", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run(program);
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  const line = lab.output.line("core 5", "15");
  await line.hover();
  await line.getByRole("button", { name: "Where does this line come from?" }).click();
  const origins = page.getByRole("region", { name: "Where it comes from" });
  await expect(origins.getByRole("heading")).toHaveText("Where 15 comes from");
  await expect(origins.getByRole("listitem").first()).toContainText("Core 5 prints it from");
  // What it was made from is asked about in turn.
  await expect(origins.getByRole("heading")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(origins.getByRole("button", { name: "value = 14" }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(origins.getByRole("heading")).toHaveText("Where value = 14 comes from");
  const steps = origins.getByRole("listitem");
  await expect(steps).toHaveCount(2);
  await expect(steps.nth(0)).toContainText("Core 5 receives 14 from core 0 into value");
  await steps.nth(1).getByRole("button").click();
  await expect(lab.chip.core(0)).toHaveAccessibleName(/sending/);
  await expect(new PlayerBar(page).flights).toHaveAttribute("data-flights", "1");
  await expectNoViolations(page, ".player");
  await lab.showBottom("Timeline");
  await expect(page.locator(".timeline-trail circle")).toHaveCount(2);
  await origins.getByRole("button", { name: "Close the answer" }).click();
  await expect(origins).toHaveCount(0);
  // The same from the variables, once it is set.
  await new PlayerBar(page).scrubber.press("End");
  await lab.chip.core(5).click();
  await page.getByRole("tab", { name: "Variables" }).click();
  await page.getByRole("button", { name: "Where does value come from?" }).focus();
  await page.keyboard.press("Enter");
  await expect(origins.getByRole("heading")).toBeVisible();
});

test.describe("unasked", () => {
  test.use(inMotion);

  test("a newcomer's first three runs with messages are played once, and Escape ends that", async ({ page }) => {
    const lab = await Lab.open(page);
    await lab.openExample("Round a ring");
    const player = new PlayerBar(page);
    const once = player.bar.getByText("Your run, once more and slowly.");
    await lab.runButton.click();
    // The results are there, and a message moves, three clicks after the page was opened.
    await expect(lab.output.end).toHaveText(/^16 cores ended/);
    await expect(once).toBeVisible();
    await expect(player.flights).toHaveAttribute("data-flights", "1");
    await expect(player.words).toHaveText(/^Core \d+ (sends|receives)/);
    await expectNoViolations(page, ".player");
    await page.keyboard.press("Escape");
    await expect(once).toHaveCount(0);
    await expect(lab.chip.core(0)).toHaveAccessibleName(/ended/);
    // It goes by itself at its end, and stays with whoever takes it into their own hands.
    await lab.runButton.click();
    await expect(once).toBeVisible();
    await player.button("Pause").click();
    await expect(once).toHaveCount(0);
    await expect(player.button("Play")).toBeVisible();
    await lab.runButton.click();
    await expect(once).toBeVisible();
    await expect(player.scrubber).toHaveCount(0);
    await expect(player.watchButton).toBeVisible();
    // Not a fourth time.
    const runs = page.locator("footer.status");
    const before = await runs.getAttribute("data-over");
    await lab.runButton.click();
    await expect(runs).not.toHaveAttribute("data-over", before ?? "");
    await expect(player.watchButton).toBeVisible();
  });

  test("who does not want that says so once, also after a reload; a program without messages is not played", async ({
    page,
  }) => {
    const lab = await Lab.open(page);
    await lab.run('print "hello"\n');
    await expect(lab.output.end).toHaveText(/^16 cores ended/);
    const player = new PlayerBar(page);
    await expect(player.watchButton).toBeVisible();
    await lab.openExample("Passing a value");
    await lab.runButton.click();
    await player.bar.getByRole("button", { name: "Don’t play runs" }).click();
    await expect(player.watchButton).toBeVisible();
    await expect(page.getByText("Saved in this browser")).toBeVisible();
    await page.reload();
    await lab.editor.loaded();
    await lab.runButton.click();
    await expect(player.watchButton).toBeVisible();
  });

  test("a lesson stops at the first event", async ({ page }) => {
    const lab = await Lab.open(page);
    await new LessonPanel(page).open("Order and deadlock");
    await lab.runButton.click();
    const player = new PlayerBar(page);
    await expect(player.button("Play")).toBeVisible();
    await expect(player.words).toHaveText(/^Core \d+ comes to send to core \d+ in line \d+, and waits for ever/);
    const first = await player.words.textContent();
    await player.button("Next event").click();
    await expect(player.words).not.toHaveText(first ?? "");
  });
});

test("a moment is watched from the output, the timeline and the report of a deadlock", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.run("from parallel import *\nif coreid() < 2:\n    x = recv(1 - coreid())\n");
  await expect(lab.output.end).toHaveText(/deadlock|never/i);
  await page.getByRole("button", { name: "Watch how it came about" }).click();
  const player = new PlayerBar(page);
  await expect(player.words).toHaveText("2 cores can never continue.");
  await player.button("Previous event").click();
  await expect(lab.chip.core(0)).toHaveAccessibleName(/receiving|running|ended/);
});

test("the chip at a moment is saved as a picture and a drawing, the run as a video", async ({ page }) => {
  const { lab, player } = await watched(page);
  await expect(player.flights).toHaveAttribute("data-flights", "1");
  await player.button("Pause").click();
  await player.button("Save a picture of the chip").click();
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), player.button(name).click()]);
    return { file: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  const png = await saved("PNG");
  expect(png.file).toBe("hello.png");
  expect(png.content.subarray(1, 4).toString()).toBe("PNG");
  const svg = await saved("SVG");
  expect(svg.file).toBe("hello.svg");
  expect(svg.content.toString()).toMatch(/<svg[\s\S]*hello\.py, [\d.,]+ µs\. Core 0 sends 14 to core 5/);
  expect(svg.content.toString()).not.toContain("var(--");
  await player.button("Video").click();
  await expect(player.button("Stop the video")).toBeVisible();
  const film = await saved("Stop the video");
  expect(film.file).toBe("hello.webm");
  // As Matroska files begin.
  expect(film.content.subarray(0, 4).toString("hex")).toBe("1a45dfa3");
  await lab.showBottom("Timeline");
  await page.getByRole("button", { name: "Save a picture of the timeline" }).click();
  const bar = page.locator(".timeline-bar");
  const savedTimeline = async (name: string) => {
    const button = bar.getByRole("button", { name, exact: true });
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return { file: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  expect((await savedTimeline("PNG")).file).toBe("hello-timeline.png");
  const drawing = await savedTimeline("SVG");
  expect(drawing.file).toBe("hello-timeline.svg");
  expect(drawing.content.toString()).toMatch(/<svg[\s\S]*<image href="data:image\/png/);
  await bar.getByRole("button", { name: "Video", exact: true }).click();
  const filmed = await savedTimeline("Stop the video");
  expect(filmed.content.subarray(0, 4).toString("hex")).toBe("1a45dfa3");
  await expectNoViolations(page, ".timeline-bar");
});

test("a picture can be made of what no XML may contain", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseCores(1);
  await lab.run('print "a" + chr(27) + "[31m" + chr(0) + "b" + "\u{1f600}" * 40\n');
  await expect(lab.output.end).toHaveText(/^1 core ended/);
  const player = new PlayerBar(page);
  await player.watchButton.click();
  await player.scrubber.press("End");
  await expect(player.words).toContainText("Core 0 prints: a");
  await player.button("Save a picture of the chip").click();
  const [download] = await Promise.all([page.waitForEvent("download"), player.button("PNG").click()]);
  expect((await readFile(await download.path())).subarray(1, 4).toString()).toBe("PNG");
});

test("a run is kept and compared with the next, and both are seen where they part", async ({ page }) => {
  const { lab, player } = await watched(page);
  await player.button("Pause").click();
  await player.button("Keep this run, to compare").click();
  await expect(player.bar).toContainText("This run is kept.");
  await lab.run(program.replace("14", "15"));
  await player.watchButton.click();
  await player.button("Pause").click();
  await player.button("Compare with the kept run").click();
  const table = player.bar.getByRole("table", { name: "The kept run and this run" });
  await expect(table.getByRole("row", { name: /^Messages/ })).toHaveText("Messages11same");
  const parting = player.bar.getByRole("list", { name: "The first difference, on core 0" }).getByRole("listitem");
  await expect(parting).toHaveText([
    "Kept: core 0 sends 14 to core 5. See it",
    "This run: core 0 sends 15 to core 5. See it",
  ]);
  await expectNoViolations(page, ".player");
  await parting.nth(1).getByRole("button", { name: "See it" }).click();
  await expect(player.words).toHaveText(/^Core 0 sends 15 to core 5/);
  await parting.nth(0).getByRole("button", { name: "See it" }).click();
  await expect(player.words).toHaveText(/^Core 0 sends 14 to core 5/);
  // The table is there as before, and the player leads back to the last run.
  await expect(table).toBeVisible();
  await player.button("Leave the player").click();
  await expect(lab.output.line("core 5", "16")).toBeVisible();
});

test("a message between a virtual core and the chip is drawn too", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.chooseVirtualCores(1);
  await lab.run("from parallel import *\nif coreid() == 16: send(7, 2)\nif coreid() == 2: x = recv(16)\n");
  await expect(lab.output.end).toHaveText(/^17 cores ended/);
  const player = new PlayerBar(page);
  await player.watchButton.click();
  await expect(player.words).toHaveText(/^Virtual core 16 sends 7 to core 2/);
  await expect(player.flights).toHaveAttribute("data-flights", "1");
});

test("a moment opens in an embed, where it is played on", async ({ page, context }) => {
  const { player } = await watched(page);
  await expect(player.words).toHaveText(/^Core 0 sends 14 to core 5/);
  await player.button("Pause").click();
  const dialog = await ShareDialog.open(page);
  const link = new URL(await dialog.link.inputValue());
  link.searchParams.set("embed", "1");
  const other = await context.newPage();
  await other.goto(link.href);
  const there = new PlayerBar(other);
  await expect(there.words).toHaveText(/^Core 0 sends 14 to core 5/);
  await there.button("Next event").click();
  await expect(there.words).toHaveText(/^Core 5/);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, ...inMotion });

  test("the run of a program with messages comes to the front and is played; a moment is followed back", async ({
    page,
  }) => {
    const lab = await Lab.open(page);
    const part = (name: RegExp) => page.getByRole("tablist", { name: "Parts of the page" }).getByRole("tab", { name });
    await part(/^Programs/).click();
    await page.getByRole("button", { name: "Passing a value" }).click();
    await lab.runButton.click();
    await expect(part(/^Chip/)).toHaveAttribute("aria-selected", "true");
    const player = new PlayerBar(page);
    await expect(player.words).toHaveText(/^Core 0 sends 20 to core 1/);
    await player.button("Pause").click();
    await expectNoViolations(page, ".player");
    await part(/^Output/).click();
    await lab.output
      .line("core 1", "Got 20 from core 0")
      .getByRole("button", { name: "Where does this line come from?" })
      .click();
    await part(/^Chip/).click();
    await expect(page.getByRole("region", { name: "Where it comes from" })).toContainText("Core 0 sends 20 to core 1");
  });
});
