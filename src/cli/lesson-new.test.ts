import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lessonWarnings } from "../lessons/lesson-warnings.ts";
import { readIndex } from "../lessons/pack.ts";
import { writeZip } from "../lessons/pack-write.ts";
import { UsageError } from "./arguments.ts";
import { lesson } from "./lesson.ts";
import { checkLesson, lessonEngines } from "./lesson-check.ts";
import { inFolder, inPack, readLessonFolder } from "./lesson-folders.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lessons-"));
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

test("a new lesson is whole, and lacks nothing but what its author writes", async () => {
  const path = join(folder, "01-basics", "01-first");
  expect(await lesson(["new", path])).toBe(0);
  expect(lessonWarnings(readLessonFolder(path))).toEqual([]);
  const engines = lessonEngines();
  try {
    const { problems } = await checkLesson(inFolder(path), engines);
    expect(problems).toEqual([
      expect.stringMatching(/^solution.py, workers: Say what must hold: /),
      expect.stringMatching(/^solution.py, cooperative: Say what must hold: /),
    ]);
  } finally {
    engines.dispose();
  }
  // A second time it would overwrite what was written.
  await expect(lesson(["new", path])).rejects.toThrow(UsageError);
});

test("what is no name for a lesson makes none", async () => {
  for (const name of ["first", join(folder, "01-basics", "First lesson"), join(folder, "01-basics", "01-")]) {
    await expect(lesson(["new", name])).rejects.toThrow(UsageError);
  }
  expect(existsSync(join(folder, "01-basics"))).toBe(false);
});

test("a pack is checked as its folders are, and what is none is said to be so", async () => {
  const path = join(folder, "01-basics", "01-first");
  await lesson(["new", path]);
  const files = ["lesson.md", "start.py", "solution.py", "check.json"].map((name) => `01-basics/01-first/${name}`);
  const texts = ["01-basics/chapter.md", ...files].map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  const zip = join(folder, "my course.zip");
  writeFileSync(zip, writeZip(Object.fromEntries(texts)));
  const [packed, ...more] = inPack(zip);
  expect([packed?.name, more]).toEqual([`${zip}: 01-basics/01-first`, []]);
  expect(packed?.read()).toEqual(readLessonFolder(path));
  writeFileSync(zip, writeZip(Object.fromEntries(texts.slice(1))));
  expect(() => inPack(zip)[0]?.read()).toThrow("01-basics/chapter.md: is missing");
  writeFileSync(zip, "no zip");
  await expect(lesson(["check", zip])).rejects.toThrow(`${zip} is no pack of lessons: it is no .zip, or it is damaged`);
  await expect(lesson(["check", join(folder, "none.zip")])).rejects.toThrow(UsageError);
});

test("an index lists the files of a folder of lessons, for the page to fetch", async () => {
  await lesson(["new", join(folder, "01-basics", "01-first")]);
  expect(await lesson(["index", folder, "My", "course"])).toBe(0);
  expect(readIndex(readFileSync(join(folder, "index.json"), "utf8"))).toEqual({
    title: "My course",
    files: [
      "01-basics/01-first/check.json",
      "01-basics/01-first/lesson.md",
      "01-basics/01-first/solution.py",
      "01-basics/01-first/start.py",
      "01-basics/chapter.md",
    ],
  });
});

test("lessons whose files cannot be read are told, each in a line, and the others are checked", async () => {
  const chapter = join(folder, "01-basics");
  for (const [k, part] of ["lesson.md", "start.py", "solution.py", "check.json", "chapter.md"].entries()) {
    const path = join(chapter, `0${k + 1}-odd`);
    await lesson(["new", path]);
    if (part === "chapter.md") continue;
    rmSync(join(path, part));
    symlinkSync(part, join(path, part));
  }
  let printed = "";
  vi.spyOn(console, "log").mockImplementation((text: string) => {
    printed += `${text}\n`;
  });
  expect(await lesson(["check", folder])).toBe(1);
  for (const part of ["lesson.md", "start.py", "solution.py", "check.json"]) {
    expect(printed).toMatch(new RegExp(`not ready\n {4}.*/${part}: cannot be read: its symbolic links lead back .*\n`));
  }
  expect(printed).toContain("solution.py, workers: Say what must hold");
  expect(printed).toContain("5 of 5 lessons not ready.");
  await expect(lesson(["index", folder, "A course"])).rejects.toThrow("cannot be read: its symbolic links");
});

test("an index that the page would not open is not written", async () => {
  await lesson(["new", join(folder, "01-basics", "01-first")]);
  const picture = join(folder, "01-basics", "01-first", "my picture.svg");
  writeFileSync(picture, "<svg/>");
  await expect(lesson(["index", folder, "A course"])).rejects.toThrow("my picture.svg is no path of a lesson");
  rmSync(picture);
  await expect(lesson(["index", folder, "x".repeat(100)])).rejects.toThrow("index.json: title");
  writeFileSync(join(folder, "01-basics", "01-first", "data.json"), "x".repeat(1_000_001));
  await expect(lesson(["index", folder, "A course"])).rejects.toThrow("is larger than 1 MB");
  expect(existsSync(join(folder, "index.json"))).toBe(false);
});
