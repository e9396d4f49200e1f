import { expect, test } from "vitest";
import { createBreakpoints } from "./breakpoints.ts";
import { memoryKeeper } from "../storage/storage.ts";
import { createProjects } from "../project/project.ts";

const keysOf = (keeper: ReturnType<typeof memoryKeeper>) => keeper.keys("epython-lab.breakpoints.");

test("breakpoints go with their project, and come back with it", () => {
  const keeper = memoryKeeper();
  let now = 0;
  const projects = createProjects(keeper, () => now++);
  const breakpoints = createBreakpoints(keeper, projects);
  const ids = Array.from({ length: 13 }, (_, k) => {
    projects.addProject();
    projects.edit(`print ${k}\nprint 2\n`);
    breakpoints.toggle(projects.activeFile().name, 2);
    projects.keepNow();
    return projects.store.getState().current.id;
  });
  expect(keysOf(keeper)).toHaveLength(13);
  const [first = "", second = ""] = ids;
  projects.deleteProject(first);
  expect(keysOf(keeper)).toHaveLength(13);
  projects.restoreProject(first);
  expect(breakpoints.store.getState().marks).toHaveLength(1);
  // Of those that are deleted only the last few can be brought back.
  projects.deleteProject(second);
  for (const id of ids.slice(2)) projects.deleteProject(id);
  expect(projects.store.getState().deleted).toHaveLength(10);
  expect(keysOf(keeper)).toHaveLength(11);
  expect(keysOf(keeper)).not.toContain(`epython-lab.breakpoints.${second}`);
});
