import { expect, test } from "vitest";
import { memoryStorage } from "../storage/storage.ts";
import { createDisk } from "../testing/disk.ts";
import { examples } from "./examples.ts";
import { createProjects } from "./project.ts";
import { renameFile } from "./rename-file.ts";

const [hello, message] = examples;
const other = message ?? hello;

test("begins with the parallel hello world", () => {
  const projects = createProjects(memoryStorage());
  expect(projects.activeFile()).toEqual({ name: "hello.py", text: hello.text });
});

test("what was typed is there again in the next page", async () => {
  const disk = createDisk();
  const projects = createProjects(disk.tab().pageStorage);
  projects.edit("print 1\n");
  expect(projects.store.getState().kept).toBe("keeping");
  expect(await projects.keepNow()).toBe(true);
  expect(createProjects(disk.tab().pageStorage).activeFile().text).toBe("print 1\n");
});

test("says so when the browser keeps nothing, as soon as there is something to lose", async () => {
  const projects = createProjects(memoryStorage("refused"));
  expect(projects.store.getState().kept).toBe("kept");
  projects.edit("print 1\n");
  expect(await projects.keepNow()).toBe(false);
  expect(projects.store.getState().kept).toBe("failed");
});

test("opening an example never overwrites what the learner made of it", () => {
  const projects = createProjects(memoryStorage());
  projects.edit("mine\n");
  projects.openExample(hello);
  expect(projects.activeFile().text).toBe(hello.text);
  const mine = projects.store.getState().all.find((project) => project.files[0]?.text === "mine\n");
  expect(mine).toBeDefined();
  projects.openProject(mine?.id ?? "");
  expect(projects.activeFile().text).toBe("mine\n");
});

test("looking through the examples leaves no copies behind", () => {
  const projects = createProjects(memoryStorage());
  projects.openExample(other);
  projects.openExample(hello);
  projects.openExample(other);
  expect(projects.store.getState().all.map((project) => project.name)).toEqual([other.id]);
});

test("a file that is renamed takes the imports of it along, and back", () => {
  const projects = createProjects(memoryStorage());
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
  const projects = createProjects(memoryStorage());
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
  const projects = createProjects(memoryStorage());
  projects.edit("mine\n");
  projects.addProject();
  projects.deleteProject(projects.store.getState().current.id);
  expect(projects.activeFile().text).toBe("mine\n");
});

test("what a full browser refuses is there as long as the page, and kept as soon as there is room", async () => {
  const disk = createDisk();
  const projects = createProjects(disk.tab().pageStorage);
  disk.fault = "full";
  projects.edit("mine\n");
  await disk.pass(1000);
  expect(projects.store.getState().kept).toBe("failed");
  expect(projects.wouldLose()).toBe(true);
  const mine = projects.store.getState().current.id;
  projects.openExample(other);
  projects.edit("mine too\n");
  projects.openShared({ name: "linked", files: [{ name: "linked.py", text: "theirs\n" }], open: "linked.py" });
  expect(projects.activeFile().text).toBe("theirs\n");
  projects.openProject(mine);
  expect(projects.activeFile().text).toBe("mine\n");
  disk.fault = "none";
  expect(await projects.keepNow()).toBe(true);
  expect(projects.wouldLose()).toBe(false);
  const again = createProjects(disk.tab().pageStorage).store.getState();
  expect(again.all.map(({ files }) => files[0]?.text).sort()).toEqual(["mine\n", "mine too\n", "theirs\n"]);
});

test("a full browser gives up old versions for what is typed now", async () => {
  const disk = createDisk();
  disk.room = 6000;
  let today = 0;
  const projects = createProjects(disk.tab().pageStorage, () => today);
  for (let round = 0; round < 30; round++) {
    today += 100_000;
    projects.edit(`x = ${round}\n${"# filler\n".repeat(100)}`);
    expect(await projects.keepNow()).toBe(true);
  }
  expect(createProjects(disk.tab().pageStorage).activeFile().text).toMatch(/^x = 29\n/);
});

test("a text that was deleted can be brought back, also after a reload", () => {
  const pageStorage = memoryStorage();
  const projects = createProjects(pageStorage, () => 1000);
  const long = "print 1\n".repeat(50);
  projects.edit(long);
  projects.edit("");
  projects.keepNow();
  const later = createProjects(pageStorage, () => 2000);
  expect(later.activeFile().text).toBe("");
  const [newest] = later.versions();
  expect(newest).toMatchObject({ at: 1000 });
  if (newest !== undefined) later.restoreVersion(newest);
  expect(later.activeFile().text).toBe(long);
});

test("someone who types without a pause has earlier versions too, and a short text that was deleted is one", () => {
  let today = 0;
  const projects = createProjects(memoryStorage(), () => today);
  for (let round = 0; round < 200; round++) {
    today += 5000;
    projects.edit(`${projects.activeFile().text}# ${round}\n`);
  }
  expect(projects.versions().length).toBeGreaterThanOrEqual(3);
  projects.edit("x = 1\n");
  projects.edit("");
  expect(projects.versions()[0]?.project.files[0]?.text).toBe("x = 1\n");
});

test("a program that comes back while another tab goes on with it is a program of its own", () => {
  const pageStorage = memoryStorage();
  const projects = createProjects(pageStorage);
  projects.edit("mine\n");
  const { id, name } = projects.store.getState().current;
  const text = pageStorage.read(`epython-lab.project.${id}`) ?? "";
  projects.deleteProject(id);
  pageStorage.write(`epython-lab.project.${id}`, text.replace("mine", "more"));
  projects.restoreProject(id);
  expect(projects.activeFile().text).toBe("mine\n");
  expect(projects.store.getState().current.name).not.toBe(name);
  projects.openProject(id);
  expect(projects.activeFile().text).toBe("more\n");
});

test("a deleted file, and a text replaced by another, can be brought back too", () => {
  const projects = createProjects(memoryStorage(), () => 0);
  projects.addFile();
  projects.editFile("part.py", "x = 1  # long enough to be worth an earlier version\n");
  projects.deleteFile("part.py");
  expect(projects.versions()[0]?.project.files.map(({ name }) => name)).toContain("part.py");
});

test("versions are taken after pauses, bounded, and none of an example that nobody changed", () => {
  let today = 0;
  const projects = createProjects(memoryStorage(), () => today);
  projects.edit("a\n");
  expect(projects.versions()).toEqual([]);
  for (let round = 0; round < 100; round++) {
    today += 61_000;
    projects.edit(`a = ${round}\n`);
    projects.edit(`a = ${round} # and more\n`);
  }
  const texts = projects.versions().map(({ project }) => project.files[0]?.text);
  expect(texts).toHaveLength(40);
  expect(texts[0]).toBe("a = 98 # and more\n");
  // The first stays, and of the latest there are most.
  expect(texts.at(-1)).toBe("a\n");
  expect(texts.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, k) => `a = ${98 - k} # and more\n`));
});

test("a deleted program comes back under its own name or a free one, also after a reload", () => {
  const pageStorage = memoryStorage();
  const projects = createProjects(pageStorage);
  projects.edit("mine\n");
  const { id } = projects.store.getState().current;
  projects.deleteProject(id);
  expect(projects.store.getState().all.map((project) => project.id)).not.toContain(id);
  const later = createProjects(pageStorage);
  expect(later.store.getState().deleted.map(({ project }) => project.id)).toEqual([id]);
  later.restoreProject(id);
  expect(later.activeFile().text).toBe("mine\n");
  expect(later.store.getState().deleted).toEqual([]);
});

test("no more deleted programs are kept than ten, and their ids are not given to others", () => {
  let today = 0;
  const projects = createProjects(memoryStorage(), () => today++);
  const ids = new Set<string>();
  for (let round = 0; round < 15; round++) {
    projects.addProject();
    projects.edit(`x = ${round}\n`);
    const { id } = projects.store.getState().current;
    expect(ids.has(id) && projects.store.getState().deleted.some(({ project }) => project.id === id)).toBe(false);
    ids.add(id);
    projects.deleteProject(id);
  }
  expect(projects.store.getState().deleted).toHaveLength(10);
});

test("a program can be renamed, to a name that is free and can be one", () => {
  const projects = createProjects(memoryStorage());
  const { id } = projects.store.getState().current;
  expect(projects.renameProject(id, " Heat on a rod ")).toBeUndefined();
  expect(projects.store.getState().current.name).toBe("Heat on a rod");
  projects.addProject();
  expect(projects.renameProject(id, "untitled")).toContain("already");
  expect(projects.renameProject(id, "a/b")).toContain("only");
  expect(projects.renameProject(id, "Heat")).toBeUndefined();
  expect(projects.store.getState().all.map(({ name }) => name)).toEqual(["Heat", "untitled"]);
});

test("what was kept and is damaged is passed over", () => {
  const pageStorage = memoryStorage();
  for (const text of [
    "{",
    "[]",
    "null",
    "[null]",
    '[{"at":1}]',
    '[{"at":1,"project":null}]',
    '{"at":1,"project":{}}',
  ]) {
    for (const key of ["epython-lab.versions.1", "epython-lab.deleted.1", "epython-lab.project.1"])
      pageStorage.write(key, text);
    const projects = createProjects(pageStorage);
    expect([projects.versions(), projects.store.getState().deleted]).toEqual([[], []]);
  }
});
