import { readFileSync } from "node:fs";
import { test as base, expect } from "@playwright/test";
import { Keyboard } from "./pages/keyboard.ts";
import { Lab } from "./pages/lab.ts";
import { Palette } from "./pages/palette.ts";
import { jacobi, passing } from "./programs.ts";

// To see the machine work with the keyboard alone: from the first load of the page on, every stop is one of Tab or of the arrow
// keys. Scripts focus nothing.

type Counted = typeof window & { pointerUses: number };

interface Hands {
  readonly keyboard: Keyboard;
  readonly lab: Lab;
}

const test = base.extend<Hands>({
  keyboard: async ({ page }, use) => {
    await use(new Keyboard(page));
    expect(await page.evaluate(() => (window as Counted).pointerUses)).toBe(0);
  },
  lab: async ({ page }, use) => {
    await page.addInitScript(() => {
      (window as Counted).pointerUses = 0;
      addEventListener("pointerdown", () => (window as Counted).pointerUses++, { capture: true });
    });
    await use(await Lab.open(page));
  },
});

// Many keys are pressed, one after the other.

/// Writes a program over the one that is there, for so many cores.
async function write({ lab, keyboard }: Hands, program: string, cores = 16): Promise<void> {
  if (cores !== 16) {
    const count = lab.page.getByRole("combobox", { name: "Cores of the chip" });
    await keyboard.choose(count, cores === 1 ? "1 core" : `${cores} cores`);
  }
  await toProgram({ lab, keyboard }, cores === 16 ? "Tab" : "Shift+Tab");
  await lab.editor.writeHere(program);
}

/// Past the header and the examples; from then on Tab leaves the editor.
async function toProgram({ lab, keyboard }: Hands, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await keyboard.tabTo(lab.page.getByRole("button", { name: "To the program" }), key);
  await keyboard.press("Enter");
  await expect(lab.editor.field).toBeFocused();
  await keyboard.press("Control+M");
}

test("a deadlock: which cores wait, for whom, and where", async ({ lab, keyboard }) => {
  await toProgram({ lab, keyboard });
  // The list is folded: one of its tabs unfolds it.
  await keyboard.tabTo(lab.page.getByRole("tab", { name: "Examples" }), "Shift+Tab");
  await keyboard.press("Enter");
  await keyboard.tabTo(lab.example("A deadlock, on purpose"));
  await keyboard.press("Enter", "ControlOrMeta+Enter");
  await expect(lab.output.end).toHaveText(/^Deadlock after/);
  await keyboard.tabTo(lab.chip.deadlock);
  await expect(lab.chip.deadlock).toContainText("Deadlock: 16 cores can never continue");
  const wait = lab.chip.deadlocked(3);
  await expect(wait).toHaveText("Core 3 waits in recv from core 2, line 9");
  await keyboard.tabTo(wait.getByRole("button", { name: /^Core 3/ }));
  await keyboard.press("Enter");
  await expect(lab.chip.details("Core 3")).toContainText("deadlocked");
  await keyboard.press("Tab", "Enter");
  await expect(lab.status).toContainText("Ln 9,");
  // From the editor back to the mesh, where the arrow keys go from core to core.
  await keyboard.tabTo(lab.chip.core(3));
  await keyboard.press("ArrowDown");
  await expect(lab.chip.core(7)).toBeFocused();
  await expect(lab.chip.core(7)).toHaveAccessibleName(/is in a deadlock with 6 at line 9/);
});

test("a message fills the postbox and leaves it, step by step", async ({ lab, keyboard }) => {
  await new Palette(lab.page).do("show everything");
  await write({ lab, keyboard }, passing, 2);
  await keyboard.press("F10");
  await expect(lab.stepping).toContainText("All cores stand still");
  await keyboard.tabTo(lab.chip.core(0));
  await keyboard.press("ArrowRight");
  await keyboard.showTab("The chosen core", "Postbox");
  await lab.stepUntil(lab.core.postbox(0), /never used/);
  await lab.stepUntil(lab.core.postbox(0), /waits.*20.*send, line 4/);
  await expect(lab.chip.core(0)).toHaveAccessibleName(/is sending to 1 at line 4/);
  await expect(lab.core.postboxWords).toHaveText("1 message waits to be received.");
  await lab.stepUntil(lab.core.postbox(0), /read/);
  await expect(lab.core.postboxWords).toContainText("No message waits.");
  await keyboard.showTab("The chosen core", "Variables");
  await lab.stepUntil(lab.core.variable("value"), /20/);
});

const counting = `from parallel import *

total = 0
for i in range(6):
    total += i * coreid()
print total
`;

test("a conditional breakpoint stops one core; its variables are read, and the old value after a step back", async ({
  page,
  lab,
  keyboard,
}) => {
  await write({ lab, keyboard }, counting, 4);
  await lab.editor.goTo("total +=");
  await keyboard.press("F9");
  await keyboard.showTab("Results", /^Breakpoints/);
  await keyboard.tabTo(page.getByLabel("Condition of the breakpoint at hello.py, line 5"));
  await keyboard.type("i == 3 and coreid() == 2");
  await keyboard.press("ControlOrMeta+Enter");
  await expect(lab.stepping).toContainText("Core 2 is at a breakpoint");
  await keyboard.showTab("The chosen core", "Variables");
  await expect(lab.core.variable("i")).toContainText("3");
  await expect(lab.core.variable("total")).toContainText("6");
  await keyboard.choose(lab.stepping.getByRole("combobox", { name: "A step moves" }), "core 2");
  await keyboard.press("F10");
  await expect(lab.core.variable("total")).toContainText("12");
  await keyboard.press("Shift+F10");
  await expect(lab.core.variable("total")).toContainText("6");
  // Keys that come faster than the cores follow one another.
  await keyboard.press("F10", "Shift+F10", "ControlOrMeta+Enter");
  await expect(lab.stepping).toBeHidden();
});

const filling = `data = [0] * 8
for i in range(8):
    data[i] = 100 + i
print data
`;

test("the bytes of a list are found in the memory, and an element is seen to change", async ({ lab, keyboard }) => {
  await new Palette(lab.page).do("show everything");
  await write({ lab, keyboard }, filling, 1);
  await keyboard.press("F10", "F10", "F10");
  await keyboard.showTab("The chosen core", "Variables");
  await keyboard.tabTo(lab.core.variable("data").getByRole("button", { name: "data", exact: true }));
  await keyboard.press("Enter");
  await keyboard.tabTo(lab.core.variable("[1]").getByRole("button", { name: /^0x/ }));
  await keyboard.press("Enter");
  // The bytes have the focus: the arrow keys go on from here.
  await expect(lab.core.dump).toBeFocused();
  await expect(lab.core.told).toContainText(/elements of a list data/);
  await keyboard.press("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
  await expect(lab.core.told).toContainText(/elements of a list data/);
  await expect(lab.core.dump.locator(".chosen")).toHaveText("00");
  await keyboard.press("F10", "F10");
  await expect(lab.core.dump.locator(".chosen")).toHaveText("64");
});

test("a message on the timeline leads to both lines, and the trace is exported", async ({ page, lab, keyboard }) => {
  await write({ lab, keyboard }, passing, 2);
  await keyboard.showTab("Results", "Timeline");
  await keyboard.press("ControlOrMeta+Enter");
  const { timeline } = lab;
  await timeline.settled();
  await keyboard.tabTo(timeline.rows);
  await keyboard.press("ArrowRight");
  await expect(timeline.told).toContainText("core 0: send to core 1");
  await keyboard.press("ArrowDown");
  await expect(timeline.told).toContainText("core 1: recv from core 0");
  await keyboard.press("m");
  await expect(timeline.told).toContainText("message from core 0 to core 1");
  await keyboard.press("Enter");
  await expect(timeline.link(/^core 0 sends: line 4/)).toBeFocused();
  await keyboard.press("Tab");
  await expect(timeline.link(/^core 1 receives: line 10/)).toBeFocused();
  await keyboard.press("Escape");
  await expect(timeline.rows).toBeFocused();
  await keyboard.press("m");
  await expect(timeline.told).toContainText("core 0: send");
  await keyboard.press("m", "Enter", "Enter");
  await expect(lab.status).toContainText("Ln 4,");
  await keyboard.tabTo(timeline.export);
  const asked = page.waitForEvent("download");
  await keyboard.press("Enter");
  const { traceEvents } = JSON.parse(readFileSync(await (await asked).path(), "utf8"));
  expect(traceEvents.filter(({ ph }: { ph: string }) => ph === "s")).toMatchObject([
    { cat: "message", args: { sentAtLine: 4, receivedAtLine: 10 } },
  ]);
});

test("the best number of cores for a Jacobi solver is read off the scaling view", async ({ page, lab, keyboard }) => {
  await write({ lab, keyboard }, jacobi);
  await keyboard.showTab("Results", "Scaling");
  await keyboard.tabTo(page.getByRole("button", { name: "Measure" }));
  await keyboard.press("Enter");
  await expect(lab.scaling.verdict).toContainText(/^Fastest on/);
  await expect(lab.scaling.marked).toHaveCount(1);
  await keyboard.tabTo(page.getByRole("button", { name: "Measure" }));
});

test("every core is reached on a chip of 1,024, on the map and in the list", async ({ page, lab, keyboard }) => {
  await keyboard.tabTo(page.getByRole("button", { name: "Run settings", exact: true }));
  await keyboard.press("Enter");
  await keyboard.choose(page.getByRole("combobox", { name: "Chip", exact: true }), "Epiphany-V");
  await keyboard.press("Escape");
  await toProgram({ lab, keyboard }, "Shift+Tab");
  await keyboard.press("ControlOrMeta+Enter");
  await expect(lab.output.end).toHaveText(/cores ended/);
  await keyboard.tabTo(lab.chip.map);
  await keyboard.press("ArrowRight", "ArrowDown");
  await expect(lab.chip.mapWords).toHaveText(/^Core 33 has ended/);
  await keyboard.tabTo(lab.chip.list);
  await keyboard.press("End");
  await expect(lab.chip.mapWords).toHaveText(/^Core 1023 /);
});

test("an instruction of the byte code leads to its line", async ({ page, lab, keyboard }) => {
  await new Palette(lab.page).do("show everything");
  await keyboard.tabTo(page.getByRole("button", { name: "To the chip" }));
  const text = await lab.editor.lines.allTextContents();
  await keyboard.press("Enter");
  await keyboard.showTab("The chip", "Byte code");
  const list = page.getByRole("listbox", { name: "Byte code" });
  await keyboard.tabTo(list);
  await keyboard.press("End");
  await expect(list.getByRole("option", { selected: true })).toContainText("halt");
  await keyboard.press("Home", "ArrowDown", "ArrowDown");
  await keyboard.press("Enter");
  await expect(lab.editor.field).toBeFocused();
  const line = await page.getByRole("tabpanel", { name: "Byte code" }).getByRole("button").textContent();
  await expect(lab.status).toContainText(`Ln ${line?.replace("line ", "")},`);
  // The key has not been taken for a new line.
  expect(await lab.editor.lines.allTextContents()).toEqual(text);
});

test("the panes take other sizes", async ({ page, keyboard, lab }) => {
  await toProgram({ lab, keyboard });
  const divider = page.getByRole("separator", { name: "Height of the editor" });
  await keyboard.tabTo(divider);
  const before = await divider.boundingBox();
  await keyboard.press("ArrowUp");
  await expect.poll(async () => ((await divider.boundingBox())?.y ?? 0) < (before?.y ?? 0)).toBe(true);
});
