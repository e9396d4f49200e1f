import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { passedPrograms } from "../lessons/passed.ts";
import { createDisk } from "../testing/disk.ts";
import { setUp } from "../testing/set-up.ts";
import { validateStored, whatIs } from "./forms.ts";
import { takeOverLocalStorage } from "./migrate-local-storage.ts";

/// Everything that a page of that format had stored.
function stored(name: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../testing/stored/${name}.json`, import.meta.url), "utf8"));
}

/// Local storage as far as it is used here.
function storageOf(texts: Record<string, string>): Storage {
  const prototype = {
    getItem: (key: string) => own[key] ?? null,
    removeItem: (key: string) => Reflect.deleteProperty(own, key),
    setItem: (key: string, text: string) => Reflect.set(own, key, text),
  };
  const own: Record<string, string> = Object.assign(Object.create(prototype), texts);
  return own as unknown as Storage;
}

/// A page that starts with these texts.
async function start(texts: Record<string, string>) {
  const disk = createDisk();
  for (const [key, text] of Object.entries(texts)) disk.texts.set(key, text);
  const { pageStorage } = disk.tab();
  const app = setUp(true, pageStorage).app;
  await app.lessons.resume();
  await disk.pass(1000);
  return { disk, pageStorage, app };
}

/// Twenty ways to spoil a text.
const spoil: readonly ((text: string) => string)[] = [
  () => "",
  () => "{",
  () => "[]",
  () => "{}",
  () => "null",
  () => "0",
  () => '"text"',
  () => "[0]",
  () => "[null]",
  () => "\u0000\uffff\ud800",
  (text) => text.slice(0, text.length / 2),
  (text) => text.slice(1),
  (text) => `${text},`,
  (text) => text.replaceAll('"', "'"),
  (text) => text.replaceAll(/:\s*"[^"]*"/g, ":0"),
  (text) => text.replaceAll(/:\s*\d+/g, ':"x"'),
  (text) => text.replaceAll(/\[[^[\]]*\]/g, "[0]"),
  (text) => text.replaceAll(/"([a-z]+)":/gi, '"$1x":'),
  (text) => text.replaceAll(/:\s*(true|false)/g, ":null"),
  (text) => `{"__proto__":${/^[[{]/.test(text) ? text : "{}"}}`,
];

describe("every stored key, spoiled in twenty ways", () => {
  const texts = { ...stored("format-2"), ...stored("format-2-drafts"), ...stored("format-2-later") };
  test.each(Object.keys(texts))(
    "%s: the page starts, the text is put aside, other keys are as they were",
    async (key) => {
      for (const [way, change] of spoil.entries()) {
        const spoiled = change(texts[key] ?? "");
        const { disk, pageStorage, app } = await start({ ...texts, [key]: spoiled });
        const state = app.projects.store.getState();
        expect(state.current.files.every(({ text }) => typeof text === "string")).toBe(true);
        app.projects.edit(`# ${way}\n${app.projects.activeFile().text}`);
        expect(app.projects.activeFile().text, `way ${way}`).toMatch(`# ${way}\n`);
        await disk.pass(1000);
        expect(pageStorage.store.getState().state).toBe("kept");
        const edited = [
          `epython-lab.project.${app.projects.store.getState().current.id}`,
          `epython-lab.versions.${app.projects.store.getState().current.id}`,
          "epython-lab.last-project",
          "epython-lab.settings",
        ];
        for (const [other, text] of Object.entries(texts)) {
          if (other !== key && !edited.includes(other)) expect(disk.texts.get(other), other).toBe(text);
        }
        if (validateStored(key, spoiled).sound) expect(pageStorage.store.getState().aside).toEqual([]);
        else {
          expect(disk.texts.get(`epython-lab.aside.${key}.1`)).toBe(spoiled);
          expect(pageStorage.store.getState().aside).toEqual([`epython-lab.aside.${key}.1`]);
          expect(whatIs(key)).not.toBe(key);
        }
      }
    },
  );
});

test("what came into the format later is read as it was written", async () => {
  const later = stored("format-2-later");
  for (const [key, text] of Object.entries(later)) expect(validateStored(key, text), key).toEqual({ sound: true });
  const { pageStorage, app } = await start({ ...stored("format-2"), ...later });
  const passed = passedPrograms(pageStorage).all().get("messages/send-and-recv");
  expect(passed).toMatchObject({ date: "2026-11-30", title: "Send and receive", version: "1a2b3c4d" });
  expect(passed?.files[0]).toMatchObject({ name: "send-and-recv.py", text: expect.stringContaining("send(20, 1)") });
  expect(app.lessons.store.getState().progress["first-steps/hello"]).toMatchObject({ done: true, tries: 3 });
});

test("texts that can be read stay, whatever stands around them", () => {
  const left = (value: unknown) =>
    JSON.parse(validateStored("epython-lab.project.a", JSON.stringify(value)).left ?? "null");
  const files = [{ name: "a.py", text: "mine\n" }];
  const sound = { id: "a", name: "heat", files, active: "a.py" };
  expect(left({ ...sound, locked: { file: "a.py", blocks: [0] } })).toEqual(sound);
  expect(left({ ...sound, locked: { file: "a.py", blocks: ["not there"] } })).toEqual(sound);
  expect(left({ ...sound, active: "gone.py", name: 0 })).toEqual({ ...sound, name: "recovered" });
  expect(left({ ...sound, files: [...files, ...files, null, { text: "x" }] }).files).toEqual([
    { name: "a.py", text: "mine\n" },
    { name: "a-2.py", text: "mine\n" },
    { name: "recovered.py", text: "x" },
  ]);
  expect(left({ files })).toEqual({ ...sound, name: "recovered" });
  expect(left({ ...sound, files: [] })).toBeNull();
});

test("what lay in local storage, the first format, is taken over once, and again only where it was changed", async () => {
  const old = stored("format-1");
  const storage = storageOf(old);
  const disk = createDisk();
  const { pageStorage } = disk.tab();
  takeOverLocalStorage(pageStorage, storage);
  await disk.pass(1000);
  const now = stored("format-2");
  for (const [key, text] of Object.entries(now)) expect(disk.texts.get(key), key).toBe(text);
  expect(pageStorage.store.getState()).toMatchObject({ state: "kept", aside: [] });

  // Changed since in the database, and elsewhere in local storage, by a page of before.
  const first = "epython-lab.project.1";
  const second = "epython-lab.project.2";
  pageStorage.write(first, (old[first] ?? "").replace("Hello", "Good day"));
  storage.setItem(second, (old[second] ?? "").replaceAll("part.py", "piece.py"));
  await disk.pass(1000);
  const next = disk.tab().pageStorage;
  takeOverLocalStorage(next, storage);
  await disk.pass(1000);
  expect(next.read(first)).toContain("Good day");
  expect(next.read(second)).toBe(storage.getItem(second));
  // What would only be out of date goes.
  expect(storage.getItem(first)).toBeNull();
  expect(next.store.getState().copies).toEqual([]);
});
