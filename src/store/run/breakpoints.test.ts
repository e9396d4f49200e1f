import { expect, test } from "vitest";
import { createProjects } from "../project/project.ts";
import { memoryStorage } from "../storage/storage.ts";
import { createBreakpoints } from "./breakpoints.ts";

const keysOf = (pageStorage: ReturnType<typeof memoryStorage>) => pageStorage.keys("epython-lab.breakpoints.");

test("breakpoints go with their project, and come back with it", () => {
  const pageStorage = memoryStorage();
  let now = 0;
  const projects = createProjects(pageStorage, () => now++);
  const breakpoints = createBreakpoints(pageStorage, projects);
  const ids = Array.from({ length: 13 }, (_, k) => {
    projects.addProject();
    projects.edit(`print ${k}\nprint 2\n`);
    breakpoints.toggle(projects.activeFile().name, 2);
    projects.keepNow();
    return projects.store.getState().current.id;
  });
  expect(keysOf(pageStorage)).toHaveLength(13);
  const [first = "", second = ""] = ids;
  projects.deleteProject(first);
  expect(keysOf(pageStorage)).toHaveLength(13);
  projects.restoreProject(first);
  expect(breakpoints.store.getState().marks).toHaveLength(1);
  // Of those that are deleted only the last few can be brought back.
  projects.deleteProject(second);
  for (const id of ids.slice(2)) projects.deleteProject(id);
  expect(projects.store.getState().deleted).toHaveLength(10);
  expect(keysOf(pageStorage)).toHaveLength(11);
  expect(keysOf(pageStorage)).not.toContain(`epython-lab.breakpoints.${second}`);
});
