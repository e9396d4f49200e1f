import { expect, test } from "vitest";
import { linkTo } from "../../share/link.ts";
import { usual } from "../../share/project.ts";
import { type BackgroundThread, createBackground } from "../background/background.ts";
import { createNotices } from "../platform/notices.ts";
import { createSettings, mostHostCores } from "../run/settings.ts";
import { memoryStorage } from "../storage/storage.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { handThreads } from "../testing/hand-threads.ts";
import { createView } from "../view.ts";
import { createProjects } from "./project.ts";
import { createSharing } from "./sharing.ts";

function page(startThread?: () => BackgroundThread) {
  const hand = handFrames();
  const pageStorage = memoryStorage();
  const parts = {
    projects: createProjects(pageStorage),
    settings: createSettings(pageStorage),
    view: createView(),
    notices: createNotices(),
    background: createBackground({ frames: hand.frames, startThread }),
    frames: hand.frames,
  };
  return {
    ...parts,
    pass: hand.pass,
    sharing: createSharing(parts),
    names: () => parts.projects.store.getState().all.map((p) => p.name),
  };
}

const heat = {
  name: "heat",
  files: [
    { name: "heat.py", text: "from rod import *\n" },
    { name: "rod.py", text: "n = 1\r\n" },
  ],
  open: "rod.py",
  ...usual,
  cores: 8,
  hosts: 2,
  seed: 7,
  core: "device 5",
  view: "problems",
};

test("a project goes from page to page by its link", () => {
  const mine = page();
  mine.projects.edit("print 1\n");
  mine.projects.addFile();
  const settings = { cores: 4, hostCores: 3, seed: 9, code: "core", data: "shared", clock: "instructions" } as const;
  mine.settings.set(settings);
  mine.view.setState({ core: "device 2", bottom: "problems" });
  const theirs = page();
  expect(theirs.sharing.openLink(mine.sharing.link())).toBe(true);
  expect(theirs.sharing.link()).toBe(mine.sharing.link());
  expect(theirs.settings.store.getState()).toMatchObject(settings);
  expect(theirs.view.getState()).toMatchObject({ core: "device 2", bottom: "problems", pane: "code" });
});

test("opening one never overwrites the learner's own, and twice makes no copies", () => {
  const { projects, sharing, names } = page();
  projects.edit("mine\n");
  const link = linkTo(heat);
  sharing.openLink(link);
  projects.openFile("heat.py");
  sharing.openLink(link);
  expect(projects.activeFile().name).toBe("rod.py");
  expect(names()).toEqual(["heat", "hello"]);
  projects.edit("n = 2\n");
  sharing.openLink(link);
  expect(projects.activeFile().text).toBe("n = 1\n");
  expect(names()).toEqual(["heat", "heat-2", "hello"]);
  const edited = projects.store.getState().all.find(({ name }) => name === "heat");
  expect(edited?.files[1]?.text).toBe("n = 2\n");
});

test("a link that cannot be read changes nothing and is told", () => {
  const { projects, settings, view, notices, sharing } = page();
  const before = [projects.store.getState(), settings.store.getState(), view.getState()];
  expect(sharing.openLink("#v1.broken")).toBe(true);
  expect([projects.store.getState(), settings.store.getState(), view.getState()]).toEqual(before);
  expect(notices.store.getState()).toMatchObject([{ about: "opening", kind: "error" }]);
  expect(sharing.openLink("#elsewhere")).toBe(false);
  expect(notices.store.getState()).toMatchObject([{ about: "opening", text: expect.stringContaining("#elsewhere") }]);
  sharing.openLink(linkTo(heat));
  expect(notices.store.getState()).toEqual([]);
});

test("a project for a larger chip opens on that chip, and so does a link that names only its cores", () => {
  const mine = page();
  mine.settings.set({ chip: "Epiphany-V" });
  mine.settings.set({ cores: 16 });
  const theirs = page();
  const opened = () => {
    const { chip, cores } = theirs.settings.store.getState();
    return [chip, cores];
  };
  theirs.sharing.openLink(mine.sharing.link());
  expect(opened()).toEqual(["Epiphany-V", 16]);
  theirs.sharing.openLink(linkTo(heat));
  expect(opened()).toEqual(["Epiphany-III", 8]);
  theirs.sharing.openLink(linkTo({ ...heat, cores: 17 }));
  expect(opened()).toEqual(["Epiphany-IV", 17]);
  theirs.sharing.openLink(linkTo({ ...heat, chip: "a-chip-to-come", cores: 3000 }));
  expect(opened()).toEqual(["Epiphany-4096", 3000]);
});

test("settings beyond what the page can do are brought within it, and the page says so", () => {
  const { settings, sharing, notices } = page();
  sharing.openLink(linkTo({ ...heat, cores: 4096, hosts: 4096, view: "unheard-of" }));
  const { cores, hostCores } = settings.store.getState();
  expect(cores).toBeGreaterThanOrEqual(16);
  expect(cores).toBeLessThanOrEqual(4096);
  expect(hostCores).toBe(mostHostCores);
  expect(notices.store.getState()).toMatchObject([
    { kind: "hint", text: expect.stringContaining("4096 virtual cores") },
  ]);
  sharing.openLink(linkTo({ ...heat, hosts: 40 }));
  expect(settings.store.getState().hostCores).toBe(40);
  expect(notices.store.getState()).toEqual([]);
  sharing.openLink(linkTo({ ...heat, chip: "a-chip-to-come" }));
  expect(notices.store.getState()).toMatchObject([{ kind: "hint", text: expect.stringContaining("a-chip-to-come") }]);
});

test("no address opens the usual program without a word", () => {
  for (const fragment of ["#v1", "#v", "#hello", "#v1%", `#${"x".repeat(500)}`]) {
    const { sharing, notices } = page();
    expect(sharing.openLink(fragment)).toBe(false);
    expect(notices.store.getState()).toMatchObject([{ about: "opening", kind: "error" }]);
  }
  const { sharing, notices } = page();
  for (const fragment of ["", "#", "#assignment.v1.abc", "#Assignment.V1.abc"]) sharing.openLink(fragment);
  expect(notices.store.getState()).toEqual([]);
});

test("files become a project, and a .zip brings back all of it", async () => {
  const mine = page();
  const bytes = new TextEncoder().encode("print 1\n");
  await mine.sharing.openFiles([{ name: "one.py", bytes }]);
  expect(mine.projects.activeFile()).toEqual({ name: "one.py", text: "print 1\n" });
  mine.settings.set({ cores: 5 });
  const theirs = page();
  await theirs.sharing.openFiles([{ name: "anything.zip", bytes: mine.sharing.zip() }]);
  expect(theirs.sharing.link()).toBe(mine.sharing.link());
  await theirs.sharing.openFiles([{ name: "notes.txt", bytes }]);
  expect(theirs.notices.store.getState()[0]?.text).toContain("notes.txt is neither");
});

test("what may take long is opened in the background, which the page says after half a second", async () => {
  const { startThread, threads } = handThreads();
  const { sharing, projects, notices, pass } = page(startThread);
  const small = { name: "one.py", bytes: new TextEncoder().encode("print 1\n") };
  await sharing.openFiles([small]);
  expect(threads).toEqual([]);
  const large = { name: "two.py", bytes: new TextEncoder().encode("print 2\n".repeat(20_000)) };
  const opening = sharing.openFiles([large]);
  pass(400);
  expect(notices.store.getState()).toEqual([]);
  pass(200);
  expect(notices.store.getState()).toMatchObject([{ text: "Opening two.py…", action: { label: "Cancel" } }]);
  threads[0]?.work();
  await opening;
  expect(projects.activeFile()).toEqual({ name: "two.py", text: "print 2\n".repeat(20_000) });
  expect(notices.store.getState()).toEqual([]);
});

test("opening is cancelled by its notice or by other files, and what goes wrong is told", async () => {
  const { startThread, threads } = handThreads();
  const { sharing, notices, names, pass } = page(startThread);
  const zip = (name: string) => ({ name, bytes: new Uint8Array(10) });
  const first = sharing.openFiles([zip("a.zip")]);
  const second = sharing.openFiles([zip("b.zip")]);
  await first;
  pass(600);
  notices.store.getState()[0]?.action?.act();
  await second;
  expect(threads).toMatchObject([{ ended: true }, { ended: true }]);
  expect(notices.store.getState()).toEqual([]);
  const third = sharing.openFiles([zip("c.zip")]);
  pass(30_000);
  await third;
  expect(notices.store.getState()).toMatchObject([
    { kind: "error", text: "Opening c.zip took longer than 30 seconds and was stopped. Nothing was changed." },
  ]);
  const fourth = sharing.openFiles([zip("d.zip")]);
  threads.at(-1)?.work();
  await fourth;
  expect(notices.store.getState()).toMatchObject([
    { text: "d.zip cannot be opened: it is damaged. Nothing was changed." },
  ]);
  expect(names()).toEqual(["hello"]);
});

test("HTML for another page keeps to its attributes", () => {
  const { projects, sharing } = page();
  projects.edit('print "<b>"\n');
  const html = sharing.embedCode('https://lab.example/?"><script>', {
    view: "chip",
    readonly: true,
    run: true,
    depth: "essentials",
  });
  expect(html).toMatch(/^<iframe src="[^"<>]*" title="[^"<>]*"/);
  expect(html).toContain("?embed=1&amp;view=chip&amp;readonly=1&amp;run=1&amp;depth=essentials#v1.");
});
