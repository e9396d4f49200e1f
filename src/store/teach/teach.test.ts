import { describe, expect, it } from "vitest";
import { checkOf } from "../../lessons/check-format.ts";
import type { ProgramReport } from "../../lessons/check-program.ts";
import { createEngine } from "../../runtime/node/engine.ts";
import type { Engine } from "../../runtime/protocol/run.ts";
import { createBackground } from "../background/background.ts";
import type { Frames } from "../platform/frames.ts";
import { memoryStorage } from "../storage/storage.ts";
import { setUp } from "../testing/set-up.ts";
import { templates } from "./check-templates.ts";
import { exerciseOf } from "./draft.ts";
import { assignmentToShare } from "./hand-out.ts";
import { createTeach } from "./teach.ts";
import { createTrier, type Which } from "./trial.ts";

const template = (id: string) => templates.find((one) => one.id === id) ?? fail(id);
function fail(id: string): never {
  throw new Error(`no template ${id}`);
}

function teaching() {
  const storage = memoryStorage();
  const set = setUp(true, storage);
  return { ...set, storage, teach: createTeach(set.app) };
}

describe("a draft", () => {
  it("begins with the program that is open, and is there after a reload, as it was typed", () => {
    const { app, teach, storage } = teaching();
    app.projects.edit("print 7\n");
    teach.begin("assignment");
    teach.edit({ title: "Seven", text: "Print **7**." });
    teach.addCheck(template("line"));
    const kept = teach.store.getState().draft;
    const again = createTeach(setUp(true, storage).app);
    const [draft] = again.store.getState().drafts;
    expect(draft).toEqual(kept);
    expect(draft && exerciseOf(draft)).toMatchObject({ title: "Seven", start: "print 7\n", solution: "print 7\n" });
    again.open(draft?.id ?? "");
    expect(again.store.getState().draft).toEqual(kept);
  });

  it("is edited check by check, and what was deleted comes back", () => {
    const { teach } = teaching();
    teach.begin("assignment");
    for (const id of ["uses", "time", "no-deadlock"]) teach.addCheck(template(id));
    const kinds = () => {
      const { draft } = teach.store.getState();
      const { checks } = JSON.parse(draft === null ? "{}" : exerciseOf(draft).check) as { checks: object[] };
      return checks.map((one) => Object.keys(one).find((key) => key !== "name"));
    };
    teach.moveCheck(2, 0);
    expect([kinds(), teach.store.getState().chosen]).toEqual([["noDeadlock", "source", "time"], 0]);
    teach.removeCheck(1);
    expect(kinds()).toEqual(["noDeadlock", "time"]);
    expect(teach.store.getState().undo?.words).toBe("Check 2 was deleted.");
    teach.undo();
    expect(kinds()).toEqual(["noDeadlock", "source", "time"]);
    teach.leave();
    const [draft] = teach.store.getState().drafts;
    teach.remove(draft?.id ?? "");
    expect(teach.store.getState().drafts).toEqual([]);
    teach.undo();
    expect(teach.store.getState().drafts).toHaveLength(1);
  });

  it("becomes the assignment that students open, or says what is missing", () => {
    const { teach } = teaching();
    const shared = () => {
      const { draft } = teach.store.getState();
      return draft === null ? undefined : assignmentToShare(exerciseOf(draft), 30);
    };
    teach.begin("assignment");
    expect(shared()).toEqual({ problem: expect.stringContaining("needs a check at least") });
    teach.addCheck(template("line"));
    expect(shared()).toMatchObject({ link: expect.stringMatching(/^#assignment\.v1\./) });
    teach.edit({ locked: "99" });
    expect(shared()).toEqual({ problem: expect.stringContaining("There are no lines 99") });
  });

  it("of a pack has lessons that are opened one at a time", () => {
    const { teach } = teaching();
    teach.begin("pack");
    teach.edit({ title: "First" });
    teach.addLesson();
    teach.edit({ title: "Second" });
    const titles = () => teach.store.getState().draft?.exercises.map(({ title }) => title);
    expect(titles()).toEqual(["First", "Second"]);
    teach.removeLesson();
    expect(titles()).toEqual(["First"]);
    teach.undo();
    expect(titles()).toEqual(["First", "Second"]);
  });
});

const time: Frames = {
  next: (callback) => time.after(0, callback),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
};

describe("the checks of a draft", () => {
  const check = checkOf({ checks: [{ prints: { exactly: ["{core * 2}"] } }, { noDeadlock: { orders: 3 } }] });
  const input = (solution: string, more = check) => ({
    check: more,
    settings: { chip: "Epiphany-III", cores: 2, hostCores: 0, seed: 1 },
    files: { solution: [{ name: "a.py", text: solution }], start: [{ name: "a.py", text: "print 1\n" }] },
  });

  function trying() {
    const engine = createEngine("cooperative");
    let starts = 0;
    const counting: Engine = {
      executor: engine.executor,
      start(...given) {
        starts++;
        return engine.start(...given);
      },
      dispose: () => {},
    };
    const trier = createTrier({
      engine: () => Promise.resolve(counting),
      runPython: undefined,
      frames: time,
      background: createBackground({ frames: time }),
    });
    const run = async (given: ReturnType<typeof input>, signal = new AbortController().signal) => {
      const reports: Partial<Record<Which, ProgramReport>> = {};
      await trier.try(given, { signal, onProgress: () => {}, onReport: (which, report) => (reports[which] = report) });
      return reports;
    };
    return { run, starts: () => starts, end: () => engine.dispose() };
  }

  it("are tried on the solution and the start, and only judged anew while the programs stay", async () => {
    const { run, starts, end } = trying();
    const first = await run(input("from parallel import *\nprint coreid() * 2\n"));
    expect(first.solution?.results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(first.start?.results.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(starts()).toBe(6);
    const stricter = checkOf({ checks: [{ prints: { exactly: [] } }, { noDeadlock: { orders: 3 } }] });
    const second = await run(input("from parallel import *\nprint coreid() * 2\n", stricter));
    expect(second.solution?.results.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(starts()).toBe(6);
    const third = await run(input("print coreid(\n"));
    expect(third.solution?.errors[0]).toContain("a.py, line ");
    expect(starts()).toBe(6);
    end();
  });

  it("are left when that is asked for, also by a program that never ends, and can be tried again", async () => {
    const { run, end } = trying();
    const abort = new AbortController();
    const left = run(input("while True:\n    pass\n"), abort.signal);
    await new Promise((resolve) => time.after(0, () => resolve(undefined)));
    abort.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    const { solution } = await run(input("from parallel import *\nprint coreid() * 2\n"));
    expect(solution?.results[1]?.ok).toBe(true);
    end();
  });
});
