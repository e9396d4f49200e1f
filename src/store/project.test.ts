import { expect, test } from "vitest";
import { examples } from "./examples.ts";
import type { Frames } from "./frames.ts";
import { memoryKeeper } from "./keeper.ts";
import { createProjects } from "./project.ts";
import { renameFile } from "./rename-file.ts";

const never: Frames = { next: () => () => {}, after: () => () => {}, now: () => 0 };
const [hello, message] = examples;
const other = message ?? hello;

test("begins with the parallel hello world", () => {
  const projects = createProjects(memoryKeeper(), never);
  expect(projects.activeFile()).toEqual({ name: "hello.py", text: hello.text });
});

test("what was typed is there again in the next page", () => {
  const keeper = memoryKeeper();
  const projects = createProjects(keeper, never);
  projects.edit("print 1\n");
  expect(projects.store.getState().kept).toBe("keeping");
  expect(projects.keepNow()).toBe(true);
  expect(createProjects(keeper, never).activeFile().text).toBe("print 1\n");
});

test("says so when the browser keeps nothing", () => {
  const projects = createProjects(memoryKeeper(false), never);
  projects.edit("print 1\n");
  expect(projects.keepNow()).toBe(false);
  expect(projects.store.getState().kept).toBe("failed");
});

test("opening an example never overwrites what the learner made of it", () => {
  const projects = createProjects(memoryKeeper(), never);
  projects.edit("mine\n");
  projects.openExample(hello);
  expect(projects.activeFile().text).toBe(hello.text);
  const mine = projects.store.getState().all.find((project) => project.files[0]?.text === "mine\n");
  expect(mine).toBeDefined();
  projects.openProject(mine?.id ?? "");
  expect(projects.activeFile().text).toBe("mine\n");
});

test("looking through the examples leaves no copies behind", () => {
  const projects = createProjects(memoryKeeper(), never);
  projects.openExample(other);
  projects.openExample(hello);
  projects.openExample(other);
  expect(projects.store.getState().all.map((project) => project.name)).toEqual([other.id]);
});

test("a file that is renamed takes the imports of it along, and back", () => {
  const projects = createProjects(memoryKeeper(), never);
  const main = projects.activeFile().name;
  projects.addFile();
  projects.editFile(main, "import part\nprint part.x\n");
  projects.editFile("part.py", "x = 1\n");
  const text = () => projects.store.getState().current.files.find(({ name }) => name === main)?.text;
  expect(renameFile(projects, "part.py", "halo")).toEqual({ name: "halo.py", changed: [main] });
  expect(text()).toBe("import halo\nprint halo.x\n");
  expect(renameFile(projects, "halo.py", "part.py")).toEqual({ name: "part.py", changed: [main] });
  expect(text()).toBe("import part\nprint part.x\n");
  expect(renameFile(projects, "part.py", main)).toHaveProperty("refused");
  expect(renameFile(projects, "part.py", "a/b")).toHaveProperty("refused");
  expect(text()).toBe("import part\nprint part.x\n");
});

test("files of a project can be added, renamed and deleted, but never clash", () => {
  const projects = createProjects(memoryKeeper(), never);
  projects.addFile();
  projects.addFile();
  expect(projects.store.getState().current.files.map((file) => file.name)).toEqual([
    "hello.py",
    "part.py",
    "part-2.py",
  ]);
  expect(projects.renameFile("part-2.py", "part")).toBe(false);
  expect(projects.renameFile("part-2.py", "no/name")).toBe(false);
  expect(projects.renameFile("part-2.py", "halo")).toBe(true);
  expect(projects.activeFile().name).toBe("halo.py");
  projects.deleteFile("halo.py");
  projects.deleteFile("part.py");
  projects.deleteFile("hello.py");
  expect(projects.activeFile().name).toBe("hello.py");
});

test("deleting the open project opens another", () => {
  const projects = createProjects(memoryKeeper(), never);
  projects.edit("mine\n");
  projects.addProject();
  projects.deleteProject(projects.store.getState().current.id);
  expect(projects.activeFile().text).toBe("mine\n");
});
