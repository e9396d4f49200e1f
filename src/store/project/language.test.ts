import { expect, test } from "vitest";
import { memoryStorage } from "../storage/storage.ts";
import { createLanguage } from "./language.ts";
import { createProjects } from "./project.ts";

test("the language service answers from the texts as they are now", () => {
  const projects = createProjects(memoryStorage());
  const language = createLanguage(projects);
  const file = projects.activeFile().name;
  projects.edit("total = 1\n");
  expect(language.outline(file).map(({ name }) => name)).toEqual(["total"]);
  projects.edit("sum_of_all = 1\n");
  expect(language.outline(file).map(({ name }) => name)).toEqual(["sum_of_all"]);
  expect(language.complete(file, 0)?.items.length).toBeGreaterThan(10);
  expect(language.hover("missing.py", 0)).toBeUndefined();
  expect(language.rename("missing.py", 0, "x")).toHaveProperty("refused");
});

test("a file that is not open can be changed", () => {
  const projects = createProjects(memoryStorage());
  const first = projects.activeFile().name;
  projects.addFile();
  projects.editFile(first, "x = 1\n");
  expect(projects.activeFile().name).not.toBe(first);
  expect(projects.store.getState().current.files.find(({ name }) => name === first)?.text).toBe("x = 1\n");
});
