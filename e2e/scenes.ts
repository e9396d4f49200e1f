import { expect } from "./pages/expect.ts";
import type { Lab } from "./pages/lab.ts";
import { LessonPanel } from "./pages/lessons.ts";
import { PlayerBar } from "./pages/player-bar.ts";
import { ShareDialog } from "./pages/share-dialog.ts";
import { TeachDesk } from "./pages/teach.ts";

// Moments worth a picture: every view, each from a freshly opened page. `scripts/shots.mjs` takes them. Long because it is a
// table.

/// On a phone the parts of the page are tabs: shows one of them.
async function show(lab: Lab, part: "Code" | "Chip" | "Output" | "Lesson" | "Programs"): Promise<void> {
  const tab = lab.page.getByRole("tablist", { name: "Parts of the page" }).getByRole("tab", { name: part });
  if ((await tab.count()) > 0) await tab.click();
}

async function showLeft(lab: Lab, tab: "Examples" | "Files"): Promise<void> {
  await show(lab, "Programs");
  await lab.page.getByRole("tablist", { name: "Programs" }).getByRole("tab", { name: tab }).click();
}

async function showLessons(lab: Lab): Promise<void> {
  await show(lab, "Lesson");
  const tab = lab.page.getByRole("tablist", { name: "Programs" }).getByRole("tab", { name: "Lessons" });
  if ((await tab.count()) > 0) await tab.click();
}

async function openLesson(lab: Lab, title: string): Promise<LessonPanel> {
  await showLessons(lab);
  await lab.page.getByRole("button", { name: title }).click();
  const panel = new LessonPanel(lab.page);
  await expect(panel.title(title)).toBeVisible();
  return panel;
}

async function write(lab: Lab, program: string): Promise<void> {
  await show(lab, "Code");
  await lab.editor.write(program);
}

/// Runs what is open, and waits until it is over.
async function runToEnd(lab: Lab): Promise<void> {
  await lab.runButton.click();
  await show(lab, "Output");
  // Full Python may have to be loaded first.
  await expect(lab.output.end).toHaveText(/after|ended in/);
}

/// Runs what is open, and waits until the chip is told to do what `narration` says.
async function runOn(lab: Lab, narration: RegExp): Promise<void> {
  await lab.runButton.click();
  await show(lab, "Chip");
  await expect(lab.chip.narration).toContainText(narration);
}

async function step(lab: Lab, steps: number): Promise<void> {
  for (let k = 0; k < steps; k++) {
    await lab.page.keyboard.press("F10");
    await expect(lab.stepping).toContainText(/stand still|next line/);
  }
}

/// Every core computes for a while, each a little longer than the last, and passes on what it has.
const rounds = `from parallel import *

me = coreid()
total = 0
for i in range(3):
    for k in range(20 + 12 * ((me * 7) % 5)):
        total += k
    right = (me + 1) % numcores()
    left = (me + numcores() - 1) % numcores()
    if me % 2 == 0:
        send(total, right)
        total = recv(left)
    else:
        value = recv(left)
        send(total, right)
        total = value
    best = reduce(total, "max")
    sync()
print total
`;

async function measured(lab: Lab): Promise<void> {
  await write(lab, rounds);
  await show(lab, "Output");
  await lab.showBottom(/^Timeline/);
  // Beside one another on a wide screen, the timeline is given the room of the editor.
  const divider = lab.page.getByRole("separator", { name: "Height of the editor" });
  if ((await divider.count()) > 0) {
    await divider.focus();
    for (let k = 0; k < 5; k++) await lab.page.keyboard.press("ArrowUp");
  }
  await lab.runButton.click();
  await lab.timeline.settled();
  await lab.timeline.rows.focus();
  for (const key of ["w", "w", "ArrowRight", "ArrowRight", "m"]) await lab.page.keyboard.press(key);
}

/// For ever: some compute longer than others before they swap with a neighbour; the last row of the chip waits in a barrier.
const waves = `from parallel import *

me = coreid()
n = numcores()
partner = me + 1 - 2 * (me % 2)
turn = 0
while True:
    turn += 1
    for k in range((me * 37 + turn * 11) % 97 * 40):
        pass
    if me >= n - 8 and turn > 3:
        sync()
    value = sendrecv(me + turn, partner)
`;

async function manyCores(lab: Lab, chip: string): Promise<void> {
  await write(lab, waves);
  await lab.chooseChip(chip);
  await runOn(lab, /cores are swapping/);
}

/// Into a program whose lists are worth a look.
async function inside(lab: Lab): Promise<void> {
  await lab.openExample("Gauss-Seidel");
  await show(lab, "Code");
  await step(lab, 1);
  await lab.editor.focus();
  await lab.editor.goTo("if me == last");
  await lab.page.keyboard.press("ControlOrMeta+F10");
  await expect(lab.stepping).not.toContainText("stand still");
  await show(lab, "Chip");
}

const inFunction = `from parallel import *

def area(width, height):
    product = width * height
    return product

def grow(sides):
    for k in range(len(sides)):
        sides[k] += 1
    return area(sides[0], sides[1])

sides = [coreid(), 3]
name = "core " + str(coreid())
print name, grow(sides)
`;

const mistakes = `from parallel import *

def share(value)
    for core in range(1, numcores()):
        send(value, core)

if coreid() == 0:
    share(totl)
else:
    class Part:
        pass
`;

const failing = `from parallel import *

parts = [3, 1, 4, 1]
if coreid() < 6:
    print parts[coreid()]
else:
    print "nothing to do"
`;

/// The same work for any number of cores, with a part that does not divide.
const dividing = `from parallel import *

n = 960
total = 0.0
for k in range(coreid(), n, numcores()):
    total += 1.0 / (k + 1)
total = reduce(total, "sum")
for k in range(20):
    total += 1.0 / (n + k + 1)
print total
`;

const passing = `from parallel import *

if coreid() == 0:
    for value in [20, 30]:
        send(value, 1)
elif coreid() == 1:
    waste = 0
    for i in range(40):
        waste += i
    print recv(0) + recv(0)
`;

/// Scenes in which something is pointed at.
export const pointing: ReadonlySet<string> = new Set(["hover"]);

export const scenes: Readonly<Record<string, (lab: Lab) => Promise<void>>> = {
  async first() {},

  async hello(lab) {
    await runToEnd(lab);
  },

  // The left.

  async examples(lab) {
    await showLeft(lab, "Examples");
  },

  async files(lab) {
    await lab.openExample("Passing a value");
    await lab.openExample("A histogram");
    await showLeft(lab, "Files");
    await lab.page.getByRole("button", { name: "New file" }).first().click();
    await showLeft(lab, "Files");
    await lab.page.getByRole("button", { name: "Rename histogram.py" }).click();
  },

  async lessons(lab) {
    await showLessons(lab);
  },

  async lesson(lab) {
    await openLesson(lab, "Halo swapping");
  },

  /// A question answered, a hint opened, and what Check says of a program that is not right yet.
  async checked(lab) {
    const { page } = lab;
    const lesson = await openLesson(lab, "Hello from every core");
    await page.getByRole("radiogroup").first().getByRole("radio").first().check();
    await page.getByRole("button", { name: "Answer" }).first().click();
    await lesson.checkButton.click();
    await expect(lesson.outcome).toContainText("checks passed");
    await lesson.button("Show a hint").click();
    await lesson.outcome.scrollIntoViewIfNeeded();
  },

  async assignment(lab) {
    await showLessons(lab);
    const desk = await TeachDesk.open(lab.page);
    await desk.begin("Make an assignment");
    await desk.field("Title").fill("Who are you?");
    await desk.field("Task").fill("Let every core print **which** core it is.");
  },

  async teach(lab) {
    await scenes.assignment?.(lab);
    const desk = new TeachDesk(lab.page);
    await desk.show("Start");
    await desk.field("Start").fill("from parallel import *\n\n# Print which core this is.\n");
    await desk.show("Checks");
    await desk.add("Does not use");
    await desk.add("Prints exactly");
    await desk.field("These lines, in this order, and no others").fill("Hello from core {core} of 16");
    await expect(desk.verdict).toContainText("Ready");
  },

  async handin(lab) {
    await scenes.assignment?.(lab);
    const desk = new TeachDesk(lab.page);
    await desk.show("Start");
    await desk.field("Lines that students cannot change").fill("1");
    await desk.show("Checks");
    await desk.writeJson(
      '{"checks":[{"name":"Each says its id","prints":{"exactly":["Hello from core {core} of 16"]}}]}',
    );
    await desk.show("Share");
    await lab.page.goto(await desk.link());
    const panel = new LessonPanel(lab.page);
    await expect(panel.title("Who are you?")).toBeVisible();
    await panel.checkButton.click();
    await expect(panel.outcome).toContainText("All checks passed");
    await lab.page.getByRole("button", { name: "Save the file to hand in" }).scrollIntoViewIfNeeded();
  },

  // The editor.

  async hover(lab) {
    await write(lab, "from parallel import *\n\nif coreid() == 0:\n    send(20, 1)\n");
    await lab.editor.pointAt("send");
    await expect(lab.editor.hover).toContainText("MPI_Ssend");
  },

  async completion(lab) {
    await write(lab, "from parallel import *\n\nprint ");
    await lab.editor.type("co");
    await expect(lab.editor.suggestion("coreid")).toBeVisible();
  },

  async host(lab) {
    await lab.openExample("Pi, offloaded");
    await runToEnd(lab);
    await expect(lab.output.log).toContainText("pi is about");
    await lab.chip.virtualCore(16).or(lab.output.log).first().scrollIntoViewIfNeeded();
  },

  // The output.

  async columns(lab) {
    await write(lab, rounds);
    await show(lab, "Output");
    await lab.output.columns.click();
    await lab.runButton.click();
    await expect(lab.output.column(0)).toContainText("ended");
  },

  async filter(lab) {
    await write(lab, 'for k in range(40):\n    print "square of", k, "is", k * k\n');
    await runToEnd(lab);
    await lab.output.sort();
    await lab.output.showOnly("core 7");
    await lab.output.search.fill("1");
  },

  async question(lab) {
    await lab.openExample("Asking for input");
    await lab.runButton.click();
    await show(lab, "Output");
    await expect(lab.output.question("core 0")).toBeVisible();
  },

  async problems(lab) {
    await write(lab, mistakes);
    await show(lab, "Output");
    const problems = await lab.showProblems();
    await expect(problems.getByRole("listitem").first()).toBeVisible();
  },

  async fault(lab) {
    await write(lab, failing);
    await runToEnd(lab);
    await lab.showProblems();
  },

  async scaling(lab) {
    await write(lab, dividing);
    await show(lab, "Output");
    await lab.showBottom("Scaling");
    await lab.page.getByRole("button", { name: "Measure" }).click();
    await expect(lab.page.getByText(/^Fastest on/)).toBeVisible();
  },

  async unmeasured(lab) {
    await show(lab, "Output");
    await lab.showBottom("Scaling");
  },

  // The timeline.

  async timeline(lab) {
    await measured(lab);
  },

  async path(lab) {
    await measured(lab);
    for (const key of ["Escape", "Home"]) await lab.page.keyboard.press(key);
    await lab.page.getByRole("button", { name: "Critical path" }).click();
  },

  async matrix(lab) {
    await measured(lab);
    await lab.timeline.show("Messages");
  },

  async summary(lab) {
    await measured(lab);
    await lab.timeline.show("Summary");
  },

  async calls(lab) {
    await measured(lab);
    await lab.timeline.show("List");
  },

  // The chip.

  /// Messages under way, by a program that never gets as near to the solution as it wants.
  async heat(lab) {
    await lab.openExample("Gauss-Seidel");
    await show(lab, "Code");
    await lab.editor.focus();
    await lab.editor.goTo("0.001");
    await lab.editor.type("0.0");
    await lab.editor.goTo("rounds += 1");
    await runOn(lab, /swapping|collective/);
  },

  async few(lab) {
    await lab.openExample("Round a ring");
    await lab.chooseCores(6);
    await lab.runButton.click();
    await show(lab, "Chip");
    await expect(lab.chip.narration).toContainText("have ended");
  },

  async virtual(lab) {
    await lab.openExample("A virtual core as a server");
    await lab.chooseVirtualCores(3);
    await lab.runButton.click();
    await show(lab, "Chip");
    await expect(lab.chip.narration).toContainText("have ended");
  },

  async shared(lab) {
    const { page } = lab;
    await lab.openExample("Jacobi on a plate");
    await lab.showEverything();
    await page.getByRole("button", { name: "Run settings", exact: true }).click();
    await page.getByRole("combobox", { name: "Data" }).selectOption("shared");
    await page.keyboard.press("Escape");
    await lab.runButton.click();
    await show(lab, "Chip");
    await expect(lab.chip.narration).toContainText("have ended");
  },

  async deadlock(lab) {
    await lab.openExample("A deadlock, on purpose");
    await runOn(lab, /in a deadlock/);
  },

  /// After an edit its report is old.
  async oldreport(lab) {
    await lab.openExample("A deadlock, on purpose");
    await runOn(lab, /in a deadlock/);
    await show(lab, "Code");
    await lab.editor.write("from parallel import *\n\nprint coreid()\n");
    await show(lab, "Output");
  },

  /// Why, in the words of Problems.
  async missing(lab) {
    await lab.openExample("Not everyone came");
    await runToEnd(lab);
    await lab.showProblems();
  },

  async chip64(lab) {
    await manyCores(lab, "Epiphany-IV");
  },

  async chip1024(lab) {
    await manyCores(lab, "Epiphany-V");
  },

  async chip4096(lab) {
    await manyCores(lab, "Epiphany-4096");
  },

  async deadlock64(lab) {
    await lab.openExample("A deadlock, on purpose");
    await lab.chooseChip("Epiphany-IV");
    await runOn(lab, /in a deadlock/);
  },

  async bytecode(lab) {
    await lab.openExample("A reduction");
    await lab.showEverything();
    await runToEnd(lab);
    await show(lab, "Chip");
    await lab.page.getByRole("tab", { name: "Byte code" }).click();
    const list = lab.page.getByRole("listbox", { name: "Byte code" });
    await list.focus();
    for (let k = 0; k < 6; k++) await lab.page.keyboard.press("ArrowDown");
  },

  // The chosen core, in a program that stands still.

  async variables(lab) {
    await inside(lab);
    await lab.core.show("Variables");
    await lab.core.variable("rod").getByRole("button", { name: "rod", exact: true }).click();
  },

  async stack(lab) {
    await write(lab, inFunction);
    await lab.editor.goTo("return product");
    await lab.page.keyboard.press("F9");
    await lab.runButton.click();
    await expect(lab.stepping).toContainText("at a breakpoint");
    await show(lab, "Chip");
    await lab.core.show("Calls");
  },

  async postbox(lab) {
    await lab.chooseCores(4);
    await write(lab, passing);
    await step(lab, 4);
    await show(lab, "Chip");
    await lab.chip.core(1).click();
    await lab.showEverything();
    await lab.core.show("Postbox");
    await expect(lab.core.postbox(0)).toContainText("waits");
  },

  async memory(lab) {
    await inside(lab);
    await lab.showEverything();
    await lab.core.show("Variables");
    await lab.core.variable("rod").getByRole("button", { name: /^0x/ }).click();
    await lab.core.dump.scrollIntoViewIfNeeded();
  },

  // The debugger.

  async stepping(lab) {
    await inside(lab);
    await show(lab, "Code");
  },

  async breakpoints(lab) {
    await lab.openExample("Gauss-Seidel");
    await show(lab, "Code");
    await lab.editor.focus();
    await lab.editor.goTo("error = residual()");
    await lab.page.keyboard.press("F9");
    await show(lab, "Output");
    await lab.showBottom(/^Breakpoints/);
    await lab.page.getByLabel(/^Condition of the breakpoint/).fill("rounds == 3");
    await lab.runButton.click();
    await show(lab, "Code");
    await expect(lab.stepping).toContainText("at a breakpoint");
    await show(lab, "Output");
  },

  async player(lab) {
    await lab.openExample("Swapping with a neighbour");
    await runToEnd(lab);
    await show(lab, "Chip");
    const player = new PlayerBar(lab.page);
    await player.watchButton.click();
    await player.button("Pause").click();
    for (let k = 0; k < 40 && (await player.flights.getAttribute("data-flights")) === "0"; k++) {
      await player.button("Next event").click();
      await expect(player.button("Next event")).toBeEnabled();
    }
  },

  // What opens over the page.

  async settings(lab) {
    await lab.page.getByRole("button", { name: "Run settings", exact: true }).click();
  },

  async help(lab) {
    await lab.page.getByRole("button", { name: "Help" }).click();
  },

  async share(lab) {
    await ShareDialog.open(lab.page);
  },

  async notice(lab) {
    await lab.page.goto("./#v1.PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg");
    await expect(lab.page.getByText("This link cannot be opened")).toBeVisible();
  },

  async embed(lab) {
    await lab.openExample("Passing a value");
    const dialog = await ShareDialog.open(lab.page);
    const address = /src="([^"]+)"/.exec(await dialog.html.inputValue())?.[1] ?? "";
    await lab.page.goto(address.replaceAll("&amp;", "&"));
    await lab.editor.loaded();
    await lab.runButton.click();
    await expect(lab.output.end).toHaveText(/ended in/);
  },
};
