import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { Lab } from "../e2e/pages/lab.ts";
import { LessonPanel } from "../e2e/pages/lessons.ts";
import { linkTo } from "../src/share/link.ts";
import { type SharedProject, usual } from "../src/share/project.ts";
import { busy } from "./lib/busy.ts";
import type { Context } from "./lib/context.ts";
import { heap, resident, slope } from "./lib/memory.ts";
import { openPage } from "./lib/page.ts";

export const title = "An hour of everything in one page: what is left over";
export const needs = ["page", "chromium"];

// A round is ten runs, the last of which is stopped. Of the rest every fifth, tenth and twentieth round has one: in 1,000 rounds
// that comes to 10,000 runs, 200 of full Python, 100 checks of a lesson and 50 links.
const [pythonEvery, checkEvery, linkEvery] = [5, 10, 20];

/// What students run, with how each run ends.
const programs: readonly { readonly name: string; readonly text: string; readonly outcome: string }[] = [
  { name: "hello.py", text: 'from parallel import *\nprint "Hello from core", coreid()\n', outcome: "ended" },
  {
    name: "pairs.py",
    text: "from parallel import *\nme = coreid()\nx = sendrecv([me] * 50, me + 1 - 2 * (me % 2))\nprint reduce(x[0], 'sum')\n",
    outcome: "ended",
  },
  { name: "ring.py", text: "from parallel import *\nx = recv((coreid() + 1) % numcores())\n", outcome: "deadlock" },
  { name: "index.py", text: "from parallel import *\na = [1, 2]\nprint a[coreid()]\n", outcome: "failed" },
  { name: "deep.py", text: "def f(n): return 1 + f(n + 1)\nprint f(0)\n", outcome: "failed" },
  { name: "text.py", text: 'text = ""\nfor i in range(40): text += str(i)\nprint text\n', outcome: "ended" },
];

const python = "from epython import offload\n\n@offload\ndef square(n):\n    return n * n\n\nprint(sum(square(3)))\n";

/// All of them in one project. The editor keeps what it replaces, to undo it: so each has a file, and no text takes another's place.
const project: SharedProject = {
  ...usual,
  name: "soak",
  files: [...programs, { name: "busy.py", text: busy }, { name: "square.py", text: python }],
  open: "hello.py",
};
const visited: SharedProject = {
  ...usual,
  name: "visited",
  files: [{ name: "p.py", text: "print 1\n" }],
  open: "p.py",
};

export async function bench({ say, root, chromium, short, minutes = short ? 0.3 : 60 }: Context) {
  const { lab, page, close } = await openPage(root, chromium);
  const samples = short ? 4 : 40;
  const done = { runs: 0, python: 0, checks: 0, links: 0 };
  try {
    await openLink(lab, project);
    const devtools = await page.context().newCDPSession(page);
    const [heaps, processes, kept]: number[][] = [[], [], []];
    const began = Date.now();
    const length = minutes * 60_000;
    for (let round = 0; Date.now() - began < length || heaps.length < samples; round++) {
      await tenRuns(lab, round);
      done.runs += 10;
      if (round % (short ? 1 : pythonEvery) === 0) done.python += await runPython(lab);
      if (round % (short ? 1 : checkEvery) === 0) done.checks += await checkLesson(lab);
      if (round % (short ? 1 : linkEvery) === 0) done.links += await visitLink(lab);
      if (Date.now() - began < (length * heaps.length) / samples) continue;
      // What grows in the heap is, by snapshots, code that V8 compiles while it is used. Why the process grows is known in part: V8
      // collects the threads of the crews late, which gave 18 MB back after 2,100 runs.
      heaps.push(await heap(devtools));
      processes.push(await resident(page));
      kept.push(await storageUsed(page));
      say(
        `${JSON.stringify(done)}: heap ${heaps.at(-1)} MB, process ${processes.at(-1)} MB, storage ${kept.at(-1)} KB`,
      );
    }
    return {
      minutes: (Date.now() - began) / 60_000,
      ...done,
      ...growth("heap (MB)", heaps),
      ...growth("process (MB)", processes),
      ...growth("storage (KB)", kept),
    };
  } finally {
    await close();
  }
}

/// The median of the second tenth and of the last, and the growth from one sample to the next after the first tenth.
function growth(what: string, values: readonly number[]): Record<string, number> {
  const tenth = Math.max(1, Math.floor(values.length / 10));
  const median = (part: readonly number[]) => [...part].sort((a, b) => a - b)[part.length >> 1] ?? 0;
  return {
    [`${what}: second tenth`]: median(values.slice(tenth, 2 * tenth)),
    [`${what}: last tenth`]: median(values.slice(-tenth)),
    [`${what}: growth a sample`]: slope(values.slice(tenth)),
  };
}

async function tenRuns(lab: Lab, round: number): Promise<void> {
  const { name, outcome } = programs[round % programs.length] as (typeof programs)[number];
  await openFile(lab, name);
  await editAndUndo(lab);
  for (let k = 0; k < 9; k++) await finish(lab, outcome);
  await openFile(lab, "busy.py");
  await lab.runButton.click();
  await expect(lab.chip.core(15)).toHaveAccessibleName(/last output: round/, { timeout: 120_000 });
  await lab.stop();
}

async function runPython(lab: Lab): Promise<1> {
  await openFile(lab, "square.py");
  await finish(lab, "ended");
  return 1;
}

/// Checks the first lesson, and goes back to the project.
async function checkLesson(lab: Lab): Promise<1> {
  const lesson = new LessonPanel(lab.page);
  await lesson.open("Hello from every core");
  await lesson.checkButton.click();
  await expect(lesson.outcome).toContainText("checks passed", { timeout: 120_000 });
  await lesson.button("All lessons").click();
  await lab.page.getByRole("tablist", { name: "Programs" }).getByRole("tab", { name: "Files" }).click();
  await lesson.button(project.name).click();
  return 1;
}

/// Opens a link, and goes back to the project.
async function visitLink(lab: Lab): Promise<1> {
  await openLink(lab, visited);
  await openLink(lab, project);
  return 1;
}

/// Opens a link as a visitor with the page open would. A project that was opened before is taken again.
async function openLink(lab: Lab, shared: SharedProject): Promise<void> {
  await lab.page.evaluate((hash) => {
    location.hash = hash;
  }, linkTo(shared));
  await expect(fileTab(lab, shared.open)).toHaveAttribute("aria-selected", "true");
}

const fileTab = ({ page }: Lab, name: string) =>
  page.getByRole("tablist", { name: "Files" }).getByRole("tab", { name });

async function openFile(lab: Lab, name: string): Promise<void> {
  await fileTab(lab, name).click();
  await expect(lab.editor.field).toHaveAccessibleName(`Program ${name}`);
}

async function editAndUndo(lab: Lab): Promise<void> {
  await lab.editor.press("ControlOrMeta+End");
  await lab.editor.type(" ");
  await lab.editor.key("ControlOrMeta+Z");
}

async function finish(lab: Lab, outcome: string): Promise<void> {
  const status = lab.page.locator("footer.status");
  const before = await status.getAttribute("data-over");
  await lab.runButton.click();
  await expect(status).not.toHaveAttribute("data-over", before ?? "", { timeout: 120_000 });
  await expect(status).toHaveAttribute("data-outcome", outcome);
  await expect(lab.runButton).toBeEnabled();
}

/// What the page keeps in the browser, in KB.
async function storageUsed(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const texts = Object.entries(localStorage).reduce((sum, [key, text]) => sum + 2 * (key.length + text.length), 0);
    const { usage = 0 } = await navigator.storage.estimate();
    return Math.round((texts + usage) / 1024);
  });
}
