import { expect, test } from "vitest";
import type { Assignment } from "../../lessons/assignment.ts";
import { setUp } from "../testing/set-up.ts";

const assignment: Assignment = {
  ...{ title: "Ids", task: "", chip: "Epiphany-III", cores: 4, hostCores: 0, seed: 0, locked: [] },
  files: [{ name: "a.py", text: "print 1\n" }],
  check: { runs: [{ cores: 4 }, { cores: 7, seed: 2 }], checks: [{ prints: { line: "1" } }] },
};
const handIn = { student: "Ada", assignment, files: assignment.files, results: [], lockedChanged: false };
const evidence = { run: 1, cores: [3, 5], cycles: 900, answers: [], isStopped: false };
const result = { name: "Each says 1", ok: false, message: "No.", say: "", evidence };

test("the run of a check is made as the check made it, and its cores are marked until it goes", async () => {
  const { app } = setUp();
  await app.lessons.openHandIn(handIn, assignment, [result]);
  expect(app.showCheck.canShow(result)).toBe(true);
  expect(app.showCheck.canShow({ ...result, evidence: { ...evidence, isStopped: true } })).toBe(false);
  await app.showCheck.show(result);
  expect(app.settings.store.getState()).toMatchObject({ cores: 7, seed: 2 });
  expect(app.view.getState()).toMatchObject({ core: "device 3", chip: "chip", pane: "chip" });
});

test("a program that was changed since has to be checked again", async () => {
  const { app } = setUp();
  await app.lessons.openHandIn(handIn, assignment, [result]);
  app.projects.edit("print 2\n");
  expect(app.showCheck.canShow(result)).toBe(false);
  await app.showCheck.show(result);
  expect(app.settings.store.getState().cores).toBe(4);
});

test("a hand-in is a program of its own, and stays one after a reload", async () => {
  const { app } = setUp();
  await app.lessons.openAssignment(assignment);
  app.projects.edit("mine = 1\n");
  const files = [{ name: "a.py", text: "theirs = 1\n" }];
  await app.lessons.openHandIn({ ...handIn, files }, assignment, [result]);
  expect(app.projects.activeFile().text).toBe("theirs = 1\n");
  expect(app.projects.store.getState().current.name).toBe("Ada - Ids");
  expect(app.lessons.store.getState().checked?.results).toEqual([result]);
  app.lessons.leave();
  await app.lessons.resume();
  expect(app.projects.activeFile().text).toBe("theirs = 1\n");
  expect(app.lessons.store.getState().lesson?.text.head.title).toBe("Ids");
  await app.lessons.openAssignment(assignment);
  expect(app.projects.activeFile().text).toBe("mine = 1\n");
});
