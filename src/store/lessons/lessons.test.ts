import { expect, test } from "vitest";
import { encodeUtf8 } from "../../base/bytes.ts";
import { zipTexts } from "../../share/zip-texts.ts";
import type { App } from "../app.ts";
import { type Background, BackgroundError, createBackground } from "../background/background.ts";
import { examples } from "../project/examples.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { handThreads } from "../testing/hand-threads.ts";
import { setUp } from "../testing/set-up.ts";
import { assignmentLink, readAssignmentLink } from "./assignment-link.ts";
import { libraryOf } from "./library.ts";
import { lessonToResume, placeIn } from "./place.ts";
import { merged, readProgress, untouched, writeProgress } from "./progress.ts";

const files = {
  "lesson.md": "---\ntitle: T\ngoal: G.\nminutes: 5\ncores: 4\n---\n## S\n```hint\nH\n```\n```hint\nI\n```\n",
  "start.py": "print 1\n",
  "solution.py": "print 2\n",
  "check.json": '{"checks":[{"source":{"uses":["print"]}}]}',
};

function library(change: Partial<typeof files> = {}) {
  const about = { title: "C", about: "" };
  const head = { title: "T", goal: "G.", minutes: 5 };
  return libraryOf({ "01-c/chapter.md": about }, { "01-c/01-a/lesson.md": head, "01-c/02-b/lesson.md": head }, () =>
    Promise.resolve({ ...files, ...change }),
  );
}

async function opened() {
  const parts = setUp();
  parts.app.lessons.useLibrary(library());
  await parts.app.lessons.open("c/a");
  return parts;
}

const text = (app: App): string => app.projects.activeFile().text;
const tie = (app: App) => app.projects.store.getState().current.lesson;
const progressOf = (app: App) => app.lessons.store.getState().progress["c/a"];

test("a lesson opens with its start and its settings, and its program is found again", async () => {
  const { app } = await opened();
  expect(text(app)).toBe("print 1\n");
  expect(app.settings.store.getState().cores).toBe(4);
  app.projects.edit("mine");
  await app.lessons.open("c/b");
  expect(text(app)).toBe("print 1\n");
  await app.lessons.open("c/a");
  expect(text(app)).toBe("mine");
});

test("a lesson knows those before and after it, and how far its chapter is done; one can go on where one was", () => {
  const two = library();
  const done = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, { done: true }]));
  expect(placeIn(two, "c/a", {})).toEqual({ previous: undefined, next: "c/b", chapter: "C", lessons: 2, done: 0 });
  expect(placeIn(two, "c/b", done("c/a"))).toMatchObject({ previous: "c/a", next: undefined, done: 1 });
  expect(placeIn(two, "elsewhere", {})).toBeUndefined();
  expect(lessonToResume(two, {})).toBeUndefined();
  expect(lessonToResume(two, done("c/a"))?.id).toBe("c/b");
  // What was left out comes last.
  expect(lessonToResume(two, done("c/b"))?.id).toBe("c/a");
  expect(lessonToResume(two, done("c/a", "c/b"))).toBeUndefined();
});

test("a lesson sets every run setting, so that Run does what its check does", async () => {
  const { app } = setUp();
  app.settings.set({ chip: "Epiphany-V", code: "shared", data: "shared", clock: "instructions", hostCores: 2 });
  app.lessons.useLibrary(library());
  await app.lessons.open("c/a");
  expect(app.settings.store.getState()).toMatchObject({
    chip: "Epiphany-III",
    cores: 4,
    hostCores: 0,
    seed: 1,
    code: "auto",
    data: "core",
    clock: "epiphany",
  });
  app.lessons.useLibrary(library({ "lesson.md": files["lesson.md"].replace("cores: 4", "chip: Epiphany-IV") }));
  await app.lessons.open("c/b");
  expect(app.settings.store.getState()).toMatchObject({ chip: "Epiphany-IV", cores: 64 });
});

test("the solution and a reset are taken back to what the student had, whatever is done in between", async () => {
  const { app } = await opened();
  app.projects.edit("mine");
  app.lessons.showSolution();
  expect(text(app)).toBe("print 2\n");
  expect(progressOf(app)?.looked).toBe(true);
  app.projects.edit("print 3\n");
  app.lessons.reset();
  expect(text(app)).toBe("print 1\n");
  app.lessons.takeBack();
  expect(text(app)).toBe("mine");
  expect(tie(app)?.aside).toBeUndefined();
  app.lessons.showSolution();
  app.lessons.keepThis();
  expect(text(app)).toBe("print 2\n");
  expect(tie(app)?.aside).toBeUndefined();
});

test("a changed lesson does not hide behind an old draft: both are offered", async () => {
  const { app } = await opened();
  app.projects.edit("mine");
  const before = tie(app)?.version;
  app.lessons.useLibrary(library({ "start.py": "print 'new'\n" }));
  await app.lessons.open("c/a");
  expect(text(app)).toBe("mine");
  expect(tie(app)?.version).toBe(before);
  expect(app.lessons.store.getState().lesson?.version).not.toBe(before);
  app.lessons.beginAnew();
  expect(text(app)).toBe("print 'new'\n");
  expect(tie(app)?.version).toBe(app.lessons.store.getState().lesson?.version);
  const copy = app.projects.store.getState().all.find(({ name }) => name === "a-before");
  expect(copy?.files[0]?.text).toBe("mine");
});

test("the lesson's program is opened again, also by a button that takes the function alone", async () => {
  const { app } = await opened();
  app.projects.edit("mine");
  app.projects.openExample(examples[1]);
  const { reopen } = app.lessons;
  reopen();
  await expect.poll(() => text(app)).toBe("mine");
});

test("functions of a store need no object to be called on: buttons take them alone", () => {
  const sources = import.meta.glob<string>(
    ["../*.ts", "../{lessons,output,platform,project,run,scaling,timeline}/*.ts"],
    { eager: true, query: "?raw", import: "default" },
  );
  expect(Object.keys(sources).length).toBeGreaterThan(40);
  const withThis = Object.entries(sources).filter(
    ([, source]) => /\bthis\.\w/.test(source) && !/^(export )?class /m.test(source),
  );
  expect(withThis.map(([file]) => file)).toEqual([]);
});

test("hints open one at a time, and no more than there are", async () => {
  const { app } = await opened();
  for (const wanted of [1, 2, 2]) {
    app.lessons.hint();
    expect(progressOf(app)?.hints).toBe(wanted);
  }
});

test("a lesson that cannot be read is told, and what was open stays", async () => {
  const { app } = await opened();
  app.lessons.useLibrary(library({ "check.json": "{" }));
  const before = text(app);
  await app.lessons.open("c/a");
  expect(app.lessons.store.getState().problem).toContain("check.json: is not JSON");
  expect(text(app)).toBe(before);
  await app.lessons.open("no/such");
  expect(app.lessons.store.getState().problem).toBe("There is no lesson no/such.");
});

test("progress of thousands of lessons is added at once, not one by one", async () => {
  const { app } = setUp();
  const all = Object.fromEntries(
    Array.from({ length: 5000 }, (_, k) => [`pack-a/c/l${k}`, { ...untouched, done: true }]),
  );
  let changes = 0;
  app.lessons.store.subscribe(() => changes++);
  expect(await app.lessons.importProgress(writeProgress(all))).toBe(true);
  expect(changes).toBe(1);
  expect(app.lessons.store.getState().progress).toEqual(all);
  expect(readProgress(app.lessons.exportProgress())).toEqual(all);
});

test("progress goes into a file and comes back without losing any", async () => {
  const { app } = await opened();
  app.lessons.hint();
  const saved = app.lessons.exportProgress();
  const { app: other } = setUp();
  expect(await other.lessons.importProgress(saved)).toBe(true);
  expect(progressOf(other)?.hints).toBe(1);
  expect(await other.lessons.importProgress("{}")).toBe(false);
  expect(
    await other.lessons.importProgress('{"format":"epython-lab-progress","version":1,"lessons":{"a":{"done":1}}}'),
  ).toBe(false);
  expect(readProgress(writeProgress({ a: untouched }))).toEqual({ a: untouched });
  const mine = { ...untouched, done: true, answers: { 0: "1" } };
  expect(merged({ ...untouched, tries: 2 }, { ...untouched, tries: 5 }).tries).toBe(5);
  expect("tries" in merged(untouched, untouched)).toBe(false);
  expect(merged(mine, { ...untouched, hints: 2, looked: true, answers: { 0: "2", 1: "x" } })).toEqual({
    done: true,
    hints: 2,
    looked: true,
    answers: { 0: "1", 1: "x" },
  });
});

const assignment = {
  title: "T",
  task: "",
  chip: "Epiphany-III",
  cores: 2,
  hostCores: 0,
  seed: 0,
  files: [{ name: "a.py", text: "one\ntwo\n" }],
  locked: [[1, 1]] as [number, number][],
  check: { checks: [{ source: { uses: ["print"] } }] },
};

test("where threads cannot share memory, a check of full Python says so", async () => {
  const { app, pass } = setUp();
  app.lessons.useLibrary(library({ "start.py": "from epython import offload\n" }));
  await app.lessons.open("c/a");
  const checked = app.lessons.check();
  pass();
  await checked;
  expect(app.lessons.store.getState()).toMatchObject({ checking: null, checked: null });
  expect(app.lessons.store.getState().problem).toContain("Full Python needs memory that threads share");
});

test("locked lines refuse every change, and the file that has them stays", async () => {
  const { app } = setUp();
  await app.lessons.openAssignment(assignment);
  const { projects } = app;
  expect(projects.editFile("a.py", "two\n")).toBe(false);
  expect(text(app)).toBe("one\ntwo\n");
  expect(projects.store.getState().refused).toBe(1);
  expect(projects.editFile("a.py", "one\nmine\n")).toBe(true);
  expect(projects.renameFile("a.py", "b")).toBe(false);
  projects.addFile();
  projects.deleteFile("a.py");
  expect(projects.store.getState().current.files.map(({ name }) => name)).toContain("a.py");
  app.lessons.reset();
  projects.openFile("a.py");
  expect(text(app)).toBe("one\ntwo\n");
});

test("an assignment is there after a reload, without its link", async () => {
  const { app } = setUp();
  await app.lessons.openAssignment(assignment);
  app.lessons.leave();
  await app.lessons.resume();
  expect(app.lessons.store.getState().assignment).toEqual(assignment);
});

test("an assignment goes through a link, and a broken link is told", () => {
  const link = assignmentLink(assignment) ?? "";
  expect(readAssignmentLink(link)).toEqual(assignment);
  for (const travelled of [`${link}).`, link.replace("#assignment.v1.", "#Assignment.V1%2E"), `${link}?utm_source=x`]) {
    expect(readAssignmentLink(travelled)).toEqual(assignment);
  }
  for (const broken of [
    link.slice(0, -5),
    "#assignment.v1.",
    "#assignment.v2.abc",
    "#assignment.v1.%%%",
    "#assignment",
  ]) {
    expect(() => readAssignmentLink(broken)).toThrow(/cannot be opened/);
  }
});

const packed = zipTexts(Object.entries(files).map(([name, content]) => [`01-c/01-a/${name}`, content]));

/// An app whose work in the background waits for the test.
function inBackground() {
  const { threads, startThread } = handThreads();
  const background: Background = createBackground({ startThread, frames: handFrames().frames });
  const parts = setUp(true, undefined, { background });
  return { ...parts, threads, state: () => parts.app.lessons.store.getState() };
}

type InBackground = ReturnType<typeof inBackground>;

/// Lets a thread work until what was promised is there.
async function work({ threads }: InBackground, promised: Promise<void>): Promise<void> {
  let over = false;
  void promised.then(() => {
    over = true;
  });
  while (!over) {
    threads.at(-1)?.work();
    await new Promise((resolve) => void setImmediate(resolve));
  }
}

test("a pack and its lessons are read in the background, which the page says after half a second", async () => {
  const page = inBackground();
  const opening = page.app.lessons.openFile("my pack.zip", packed);
  expect(page.state().loading).toBe(false);
  page.pass(600);
  expect(page.state().loading).toBe(true);
  await work(page, opening);
  expect(page.state()).toMatchObject({ loading: false, problem: "", library: { title: "my pack" } });
  await work(page, page.app.lessons.open("pack-my-pack/c/a"));
  expect(page.state().lesson?.text.head.title).toBe("T");
  expect(page.threads.flatMap(({ asked }) => asked)).toEqual(["pack", "lesson"]);
});

test("an assignment is read in the background, and what is none is told", async () => {
  const page = inBackground();
  await work(page, page.app.lessons.openFile("a.json", encodeUtf8("[".repeat(100_000))));
  expect(page.state().problem).toMatch(/^This assignment cannot be opened: the file is not JSON/);
  await work(page, page.app.lessons.openAssignmentLink("#assignment.v1.AAAA"));
  expect(page.state().problem).toMatch(/^This assignment cannot be opened/);
  expect(page.threads.flatMap(({ asked }) => asked)).toEqual(["assignmentFile", "assignmentLink"]);
});

test("opening is left when it is cancelled, or something else is opened; a thread that fails is told", async () => {
  const page = inBackground();
  const { lessons } = page.app;
  const cancelled = lessons.openFile("a.zip", packed);
  await expect.poll(() => page.threads.length).toBe(1);
  lessons.cancelOpening();
  await cancelled;
  const overtaken = lessons.openFile("b.zip", packed);
  await expect.poll(() => page.threads.length).toBe(2);
  const last = lessons.openFile("c.zip", packed);
  await overtaken;
  await work(page, last);
  expect(page.state()).toMatchObject({ problem: "", library: { title: "c" } });
  expect(page.threads.map(({ ended }) => ended)).toEqual([true, true, false]);
  const failed = lessons.openFile("d.zip", packed);
  await expect.poll(() => page.threads.at(-1)?.asked.length).toBe(2);
  page.threads.at(-1)?.fail(new BackgroundError("ended", "out of memory"));
  await failed;
  expect(page.state().problem).toMatch(/^Opening the lesson pack d.zip failed/);
  expect(page.state().library.title).toBe("c");
});

test("what runs came to is judged in the background, and Stop checking ends it", async () => {
  const page = inBackground();
  const { lessons } = page.app;
  await work(page, lessons.openFile("a.zip", packed));
  await work(page, lessons.open("pack-a/c/a"));
  const judging = async () => {
    const before = page.runs.length;
    const checked = lessons.check();
    await expect.poll(() => page.threads.at(-1)?.asked.at(-1)).toBe("program");
    page.threads.at(-1)?.work();
    await expect.poll(() => page.runs.length).toBe(before + 1);
    page.runs.at(-1)?.finish("ended");
    page.pass(100);
    await expect.poll(() => page.threads.at(-1)?.asked.at(-1)).toBe("judge");
    expect(page.state().checking).toMatchObject({ done: 1, all: 1 });
    return { checked };
  };
  const stopped = await judging();
  lessons.cancelCheck();
  await stopped.checked;
  expect(page.state()).toMatchObject({ checking: null, checked: null, problem: "" });
  expect(page.threads.at(-1)?.ended).toBe(true);
  await work(page, (await judging()).checked);
  expect(page.state().checked?.results).toMatchObject([{ ok: true }, { ok: true }]);
});
