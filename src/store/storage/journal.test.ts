import { expect, test } from "vitest";
import { createDisk } from "../testing/disk.ts";

const project = (id: string, files: Record<string, string>) =>
  JSON.stringify({
    id,
    name: "heat",
    files: Object.entries(files).map(([name, text]) => ({ name, text })),
    active: Object.keys(files)[0],
  });
const key = "epython-lab.project.a";
const textOf = (text: string | undefined, name = "a.py"): string | undefined =>
  JSON.parse(text ?? "{}").files?.find((file: { name: string }) => file.name === name)?.text;

test("what is typed is on disk within a second, however fast it is typed, and said to be kept only then", async () => {
  const disk = createDisk();
  const { pageStorage } = disk.tab();
  for (let stroke = 0; stroke < 600; stroke++) {
    pageStorage.write("x", `${stroke}`);
    expect(pageStorage.store.getState().state).toBe("keeping");
    await disk.pass(100);
    expect(Number(disk.texts.get("x") ?? -1)).toBeGreaterThan(stroke - 10);
  }
  await disk.pass(400);
  expect(pageStorage.store.getState().state).toBe("kept");
  expect(disk.texts.get("x")).toBe("599");
});

test("a slow disk is said; what was typed meanwhile is written as soon as it answers", async () => {
  const disk = createDisk();
  const { pageStorage } = disk.tab();
  disk.fault = "slow";
  pageStorage.write("x", "1");
  await disk.pass(1000);
  expect(pageStorage.store.getState().state).toBe("keeping");
  pageStorage.write("x", "2");
  await disk.pass(5000);
  expect(pageStorage.store.getState()).toMatchObject({ state: "failed", trouble: "slow" });
  disk.fault = "none";
  await disk.pass(1000);
  expect(pageStorage.store.getState()).toMatchObject({ state: "kept", trouble: null });
  expect(disk.texts.get("x")).toBe("2");
});

test("what a disk refuses is tried again by itself", async () => {
  const disk = createDisk();
  const { pageStorage } = disk.tab();
  disk.fault = "throws";
  pageStorage.write("x", "1");
  await disk.pass(1000);
  expect(pageStorage.store.getState()).toMatchObject({ state: "failed", trouble: "refused" });
  expect(await pageStorage.flush()).toBe(false);
  expect(pageStorage.hold()).toBe(false);
  disk.fault = "none";
  await disk.pass(6000);
  expect(pageStorage.store.getState().state).toBe("kept");
  expect(disk.texts.get("x")).toBe("1");
});

test("a page that goes before it has written leaves the rest to the next one", async () => {
  const disk = createDisk();
  const tab = disk.tab();
  tab.pageStorage.write("x", "1");
  expect(tab.close()).toBe(true);
  const next = disk.tab();
  expect(next.pageStorage.read("x")).toBe("1");
  await disk.pass(1000);
  expect(disk.texts.get("x")).toBe("1");
});

test("different files of one program, and different lines of one file, come together from two tabs", async () => {
  const disk = createDisk();
  disk.texts.set(key, project("a", { "a.py": "1\n2\n3\n", "b.py": "b\n" }));
  const [one, other] = [disk.tab().pageStorage, disk.tab().pageStorage];
  const changed: string[] = [];
  one.onChange((changedKey) => changed.push(changedKey));
  one.write(key, project("a", { "a.py": "one\n2\n3\n", "b.py": "b\n" }));
  other.write(key, project("a", { "a.py": "1\n2\nthree\n", "b.py": "c\n" }));
  await disk.pass(2000);
  expect(textOf(disk.texts.get(key))).toBe("one\n2\nthree\n");
  expect(textOf(disk.texts.get(key), "b.py")).toBe("c\n");
  expect([one.read(key), other.read(key)]).toEqual([disk.texts.get(key), disk.texts.get(key)]);
  expect(changed).toContain(key);
  expect([one.store.getState().copies, other.store.getState().copies]).toEqual([[], []]);
});

test("the same line changed in two tabs is kept both times, once as a copy with a name", async () => {
  const disk = createDisk();
  disk.texts.set(key, project("a", { "a.py": "1\n" }));
  const [one, other] = [disk.tab().pageStorage, disk.tab().pageStorage];
  one.write(key, project("a", { "a.py": "one\n" }));
  other.write(key, project("a", { "a.py": "other\n" }));
  await disk.pass(3000);
  const all = [...disk.texts].filter(([stored]) => stored.startsWith("epython-lab.project."));
  expect(all.map(([, text]) => textOf(text)).sort()).toEqual(["one\n", "other\n"]);
  expect(all.map(([, text]) => JSON.parse(text).name).sort()).toEqual(["heat", "heat (other tab)"]);
  expect([...one.store.getState().copies, ...other.store.getState().copies]).toEqual(["heat (other tab)"]);
});

test("what one tab could not save is not overwritten by the older state of another", async () => {
  const disk = createDisk();
  disk.texts.set(key, project("a", { "a.py": "1\n2\n3\n" }));
  const [one, other] = [disk.tab(), disk.tab().pageStorage];
  disk.fault = "full";
  one.pageStorage.write(key, project("a", { "a.py": "one\n2\n3\n" }));
  await disk.pass(1000);
  one.close();
  disk.fault = "none";
  other.write(key, project("a", { "a.py": "1\n2\nthree\n" }));
  await disk.pass(1000);
  const next = disk.tab().pageStorage;
  await disk.pass(1000);
  expect(textOf(next.read(key))).toBe("one\n2\nthree\n");
  expect(textOf(other.read(key))).toBe("one\n2\nthree\n");
});

test("what one tab deletes while another changes it stays", async () => {
  const disk = createDisk();
  disk.texts.set(key, project("a", { "a.py": "1\n" }));
  const [one, other] = [disk.tab().pageStorage, disk.tab().pageStorage];
  one.remove(key);
  other.write(key, project("a", { "a.py": "changed\n" }));
  await disk.pass(2000);
  expect(textOf(disk.texts.get(key))).toBe("changed\n");
  other.remove(key);
  await disk.pass(2000);
  expect([disk.texts.get(key), one.read(key)]).toEqual([undefined, undefined]);
});

test("storage that was cleared under the page is written anew, all of it", async () => {
  const disk = createDisk();
  const { pageStorage } = disk.tab();
  pageStorage.write("x", "1");
  pageStorage.write(key, project("a", { "a.py": "1\n" }));
  await disk.pass(1000);
  disk.texts.clear();
  pageStorage.write("x", "2");
  await disk.pass(1000);
  expect(disk.texts.get("x")).toBe("2");
  expect(textOf(disk.texts.get(key))).toBe("1\n");
});

test("what was damaged under the page is put aside, and what the page has is written", async () => {
  const disk = createDisk();
  const { pageStorage } = disk.tab();
  pageStorage.write(key, project("a", { "a.py": "1\n" }));
  await disk.pass(1000);
  disk.texts.set(key, "{");
  pageStorage.write(key, project("a", { "a.py": "2\n" }));
  await disk.pass(1000);
  expect(textOf(disk.texts.get(key))).toBe("2\n");
  expect(disk.texts.get(`epython-lab.aside.${key}.1`)).toBe("{");
  expect(pageStorage.store.getState().aside).toEqual([`epython-lab.aside.${key}.1`]);
});

test("a newer page's storage is left alone", async () => {
  const disk = createDisk();
  const { pageStorage } = disk.tab();
  disk.texts.set("epython-lab.format", "3");
  disk.texts.set("x", "theirs");
  pageStorage.write("x", "mine");
  await disk.pass(1000);
  expect(pageStorage.store.getState()).toMatchObject({ state: "failed", trouble: "newer" });
  expect(disk.texts.get("x")).toBe("theirs");
});

test("typing goes on while a write is under way, and what another tab wrote meanwhile stays", async () => {
  const disk = createDisk();
  disk.texts.set(key, project("a", { "a.py": "1\n2\n3\n" }));
  const [one, other] = [disk.tab().pageStorage, disk.tab().pageStorage];
  disk.fault = "slow";
  one.write(key, project("a", { "a.py": "one\n2\n3\n" }));
  other.write(key, project("a", { "a.py": "1\n2\nthree\n" }));
  await disk.pass(1000);
  one.write(key, project("a", { "a.py": "one, and more\n2\n3\n" }));
  other.write(key, project("a", { "a.py": "1\n2\nthree, and more\n" }));
  disk.fault = "none";
  await disk.pass(3000);
  expect(textOf(disk.texts.get(key))).toBe("one, and more\n2\nthree, and more\n");
  expect(one.read(key)).toBe(other.read(key));
});
