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

function setUp(stored?: string) {
  const pageStorage = memoryStorage();
  const projects = createProjects(pageStorage, () => 0);
  const key = `epython-lab.breakpoints.${projects.store.getState().current.id}`;
  if (stored !== undefined) pageStorage.write(key, stored);
  const create = () => createBreakpoints(pageStorage, projects);
  return { breakpoints: create(), create, stored: () => pageStorage.read(key) };
}

test("breakpoints stored before there were other kinds open, and mean what they meant", () => {
  const { breakpoints } = setUp('[{"id":1,"file":"a.py","line":3,"condition":"i == 3","core":2}]');
  expect(breakpoints.forRun()).toMatchObject([{ kind: "line", id: 1, file: "a.py", line: 3, cores: [2] }]);
  expect(breakpoints.forRun()[0]).not.toHaveProperty("log");
});

test("every kind is stored and comes back, with what is switched off", () => {
  const { breakpoints, create } = setUp();
  const log = breakpoints.logAt("a.py", 4);
  breakpoints.change(log, { log: "i is {i}" });
  breakpoints.toggle("a.py", 2);
  const data = breakpoints.add({ kind: "data", expression: "data[0]", core: 1 });
  breakpoints.add({ kind: "message", from: 0, to: null });
  const fault = breakpoints.add({ kind: "fault" });
  expect(breakpoints.add({ kind: "fault" })).toBe(fault);
  expect(breakpoints.store.getState().marks.map(({ line }) => line)).toEqual([2, 4]);
  const again = create();
  expect(again.store.getState()).toEqual(breakpoints.store.getState());
  expect(again.forRun()).toMatchObject([
    { kind: "line", line: 2 },
    { kind: "line", line: 4, log: ["i is ", { text: "i" }] },
    { kind: "data", text: "data[0]", cores: [1] },
    { kind: "message", cores: null, from: [0] },
    { kind: "fault" },
  ]);
  again.changeEvent(data, { off: true });
  again.change(log, { off: true });
  expect(again.forRun().map(({ kind }) => kind)).toEqual(["line", "message", "fault"]);
  again.change(log, { off: false, log: undefined });
  expect(again.store.getState().marks[1]).toEqual({ id: log, file: "a.py", line: 4, condition: "", core: null });
});

test("what is not an expression stops nobody", () => {
  const { breakpoints } = setUp();
  breakpoints.change(breakpoints.logAt("a.py", 1), { log: "i is {i" });
  breakpoints.add({ kind: "data", expression: "i =", core: null });
  breakpoints.add({ kind: "data", expression: "", core: null });
  expect(breakpoints.forRun()).toEqual([]);
});

test("a logpoint is made of the breakpoint that is there, and taken away with it", () => {
  const { breakpoints, stored } = setUp();
  breakpoints.toggle("a.py", 2);
  const [mark] = breakpoints.store.getState().marks;
  breakpoints.change(mark?.id ?? 0, { condition: "i > 2" });
  expect(breakpoints.logAt("a.py", 2)).toBe(mark?.id);
  expect(breakpoints.store.getState().marks).toMatchObject([{ condition: "i > 2", log: "" }]);
  breakpoints.toggle("a.py", 2);
  expect(stored()).toBeUndefined();
});
