import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { memoryStorage } from "../storage/storage.ts";
import { setUp } from "../testing/set-up.ts";

const program = "from parallel import *\nif coreid() == 0: send(14, 1)\nif coreid() == 1: x = recv(0)\n";

/// An app whose runs do nothing but end; `isStill`: who is here wants no motion.
function app({ isStill = false, carries = true, storage = memoryStorage() } = {}) {
  const set = setUp(true, storage, { compile });
  const { app, runs, pass } = set;
  app.autoplay.follow(() => isStill);
  app.settings.set({ cores: 2 });
  app.projects.edit(program);
  const run = async (outcome: "ended" | "stopped" | "failed" = "ended", pauses = false) => {
    await app.runControl.start();
    const one = runs.at(-1);
    if (one === undefined) throw new Error("no run");
    if (carries) one.carried = [{ from: 0, to: 1, bytes: 4 }];
    if (pauses) {
      one.standStill("breakpoint");
      pass();
    }
    one.finish(outcome);
    pass();
    pass();
    return app.player.store.getState();
  };
  return { ...set, run };
}

test("plays a newcomer's first three runs with messages, once each", async () => {
  const { app: lab, run } = app();
  for (let k = 0; k < 3; k++) {
    expect(await run()).toMatchObject({ phase: "shown", once: true, playing: true });
  }
  expect(lab.settings.store.getState().autoplayed).toBe(3);
  expect((await run()).phase).toBe("none");
  lab.settings.set({ autoplay: "always" });
  expect(await run()).toMatchObject({ phase: "shown", once: true });
  lab.settings.set({ autoplay: "never" });
  expect((await run()).phase).toBe("none");
});

test("who has chosen something in an earlier version is no newcomer", async () => {
  const storage = memoryStorage();
  storage.write("epython-lab.settings", JSON.stringify({ theme: "dark" }));
  const { run } = app({ storage });
  expect((await run()).phase).toBe("none");
});

test("goes by itself when it has been played, and stays with who takes it into their own hands", async () => {
  const { app: lab, pass, run } = app();
  await run();
  for (let k = 0; k < 5000 && lab.player.store.getState().phase === "shown"; k++) pass();
  expect(lab.player.store.getState()).toMatchObject({ phase: "none", once: false, playing: false });
  await run();
  lab.player.next();
  for (let k = 0; k < 5000; k++) pass();
  expect(lab.player.store.getState()).toMatchObject({ phase: "shown", once: false });
});

test.each([
  ["that was stopped", {}, ["stopped"]],
  ["that was paused", {}, ["ended", true]],
  ["without messages", { carries: false }, ["ended"]],
  ["for who wants no motion", { isStill: true }, ["ended"]],
] as const)("does not play a run %s", async (_, how, [outcome, pauses]) => {
  const { app: lab, run } = app(how);
  expect((await run(outcome, pauses)).phase).toBe("none");
  expect(lab.settings.store.getState().autoplayed).toBe(0);
});
