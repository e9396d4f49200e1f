import { expect, test } from "vitest";
import type { Lesson } from "../lessons/lesson.ts";
import { memoryStorage } from "./storage/storage.ts";
import { setUp } from "./testing/set-up.ts";

const lesson = (id: string, depth?: "everything") =>
  ({ id, text: { head: { depth } }, start: [] }) as unknown as Lesson;

test("a newcomer begins with the Essentials; a choice is remembered", () => {
  const pageStorage = memoryStorage();
  const { app } = setUp(true, pageStorage);
  expect(app.depths.store.getState()).toEqual({ depth: "essentials", because: "choice" });
  app.depths.choose("everything");
  expect(setUp(true, pageStorage).app.depths.store.getState().depth).toBe("everything");
});

test("for who had chosen something before there were depths the page stays as it was", () => {
  const pageStorage = memoryStorage();
  pageStorage.write("epython-lab.settings", JSON.stringify({ theme: "dark", autoplayed: 1 }));
  const { app } = setUp(true, pageStorage);
  expect(app.depths.store.getState().depth).toBe("everything");
  expect(app.settings.store.getState()).toMatchObject({ theme: "dark", autoplayed: 1 });
});

test.each([
  ["Byte code", { chip: "code" }],
  ["Memory", { details: "memory" }],
  ["Postbox", { details: "postbox" }],
] as const)("%s, wherever it is asked for, shows Everything for this visit, and says so", (name, view) => {
  const pageStorage = memoryStorage();
  const { app } = setUp(true, pageStorage);
  app.view.setState(view);
  expect(app.depths.store.getState()).toEqual({ depth: "everything", because: "view" });
  expect(app.view.getState()).toMatchObject(view);
  const [notice] = app.notices.store.getState();
  expect(notice?.text).toMatch(new RegExp(`^${name} is part of Everything`));
  expect(setUp(true, pageStorage).app.depths.store.getState().depth).toBe("essentials");
  notice?.action?.act();
  expect(app.depths.store.getState().depth).toBe("essentials");
  expect(app.view.getState()).toMatchObject({ chip: "chip", details: "core" });
  expect(app.notices.store.getState()).toEqual([]);
});

test("a lesson shows Everything while it is open, unless the student chooses otherwise", () => {
  const { app } = setUp();
  const open = (one: Lesson | null) => app.lessons.store.setState({ lesson: one });
  open(lesson("a", "everything"));
  expect(app.depths.store.getState()).toEqual({ depth: "everything", because: "lesson" });
  app.view.setState({ details: "memory" });
  open(lesson("b"));
  expect(app.depths.store.getState().depth).toBe("essentials");
  expect(app.view.getState().details).toBe("core");
  open(lesson("a", "everything"));
  app.depths.choose("essentials");
  expect(app.depths.store.getState().depth).toBe("essentials");
  open(null);
  open(lesson("a", "everything"));
  expect(app.depths.store.getState().depth).toBe("everything");
  expect(app.notices.store.getState()).toEqual([]);
});

test("a lesson leaves a choice of Everything as it is", () => {
  const { app } = setUp();
  app.depths.choose("everything");
  app.lessons.store.setState({ lesson: lesson("a", "everything") });
  app.lessons.store.setState({ lesson: null });
  expect(app.depths.store.getState()).toEqual({ depth: "everything", because: "choice" });
});

test("a link to a view that only Everything has opens that view; tabs below the editor mean what they meant", () => {
  const { app } = setUp();
  app.view.setState({ details: "memory", core: "device 3" });
  const link = app.sharing.link();
  const theirs = setUp().app;
  expect(theirs.sharing.openLink(link)).toBe(true);
  expect(theirs.view.getState()).toMatchObject({ details: "memory", core: "device 3", pane: "chip", bottom: "output" });
  expect(theirs.depths.store.getState()).toEqual({ depth: "everything", because: "view" });
  app.view.setState({ bottom: "timeline" });
  const other = setUp().app;
  other.sharing.openLink(app.sharing.link());
  expect(other.view.getState()).toMatchObject({ bottom: "timeline", details: "core", pane: "code" });
  expect(other.depths.store.getState().depth).toBe("essentials");
});
