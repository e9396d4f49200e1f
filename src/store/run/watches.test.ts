import { expect, test } from "vitest";
import { merge } from "../storage/merge.ts";
import { memoryStorage } from "../storage/storage.ts";
import { setUp } from "../testing/set-up.ts";

async function started() {
  const pageStorage = memoryStorage();
  const all = setUp(true, pageStorage);
  await all.app.runControl.start();
  const [run] = all.runs;
  run?.values.set("total", [3, 1, 4]);
  all.pass();
  return { ...all, watches: all.app.watches, pageStorage };
}

test("watches are evaluated on the chosen core, and say what is wrong with them", async () => {
  const { watches } = await started();
  expect(watches.valueOn(2, "total")).toMatchObject({ text: "4", number: 4 });
  expect(watches.valueOn(2, "gone")).toEqual({ problem: "there is no variable gone here" });
  expect(watches.valueOn(2, "total =")).toEqual({ problem: expect.stringMatching(/./) });
});

test("before the first run they say so", () => {
  expect(setUp().app.watches.valueOn(0, "total")).toEqual({ problem: "nothing has been run yet" });
});

test("an expression is seen on all cores, of lists one element", async () => {
  const { app, watches, pass } = await started();
  pass();
  const cores = app.chip.store.getState().cores.slice(0, 3);
  const values = watches.valuesOn(cores, { text: "total", index: null });
  expect(values.map(({ core, value }) => [core.id, "number" in value && value.number])).toEqual([
    [0, 3],
    [1, 1],
    [2, 4],
  ]);
});

test("watches go with their project", async () => {
  const { app, watches, pageStorage } = await started();
  const { id } = app.projects.store.getState().current;
  // Untouched, it would not be kept.
  app.projects.edit("total = 1\n");
  watches.add(" total ");
  watches.add("total");
  watches.add("i");
  expect(pageStorage.read(`epython-lab.watches.${id}`)).toBe('["total","i"]');
  app.projects.addProject();
  expect(watches.store.getState().watches).toEqual([]);
  app.projects.openProject(id);
  expect(watches.store.getState().watches.map(({ text }) => text)).toEqual(["total", "i"]);
  for (const { id: watch } of watches.store.getState().watches) watches.remove(watch);
  expect(pageStorage.read(`epython-lab.watches.${id}`)).toBeUndefined();
});

test("two tabs that add watches keep both", () => {
  const merged = merge("epython-lab.watches.7", '["a","b"]', '["a","b","c"]', '["a","d"]', () => []);
  expect(merged).toEqual({ text: '["a","d","c"]' });
});
