import { afterAll, describe, expect, it } from "vitest";
import { checkLesson, lessonEngines } from "./lesson-check.ts";
import { inFolder, lessonFolders } from "./lesson-folders.ts";

// As `bin/epython lesson check` does it: each lesson's solution passes on both engines (with full Python, on workers), its
// start does not, in time.

const engines = lessonEngines();
afterAll(() => engines.dispose());

describe("every lesson", () => {
  const folders = lessonFolders("lessons");

  it("is found, in all chapters", () => {
    expect(folders.length).toBeGreaterThanOrEqual(24);
    expect(new Set(folders.map((folder) => folder.split(/[\\/]/).at(-2))).size).toBeGreaterThanOrEqual(7);
  });

  it.each(folders)("%s", async (folder) => {
    expect((await checkLesson(inFolder(folder), engines)).problems).toEqual([]);
  });
});
