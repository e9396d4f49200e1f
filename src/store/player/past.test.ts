import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { memoryStorage } from "../storage/storage.ts";
import { setUp } from "../testing/set-up.ts";

// The past of a run that is still on.

const endless = `from parallel import *
k = 0
while True:
    k = sendrecv(k + 1, 1 - coreid())
`;

/// An app in which a program runs on, and has come to a time in cycles.
async function running(text: string, cycles = 500_000) {
  const set = setUp(true, memoryStorage(), { compile });
  const { app, runs, pass } = set;
  app.settings.set({ cores: 2 });
  app.projects.edit(text);
  await app.runControl.start();
  const run = runs[0];
  if (run === undefined) throw new Error("nothing runs");
  run.cycles = cycles;
  pass();
  return { ...set, run, player: app.player, chip: app.chip };
}

test("a run can be looked back at once it has been on for a second, and goes on meanwhile", async () => {
  const { player, chip, run, pass } = await running(endless);
  expect(player.canOpen()).toBe(false);
  player.open();
  expect(player.store.getState().phase).toBe("none");
  pass(1000);
  expect(player.canOpen()).toBe(true);
  player.open();
  for (let k = 0; k < 3; k++) pass();
  expect(player.store.getState()).toMatchObject({ phase: "shown", at: 0, end: 500_000, notes: ["past"] });
  player.next();
  pass();
  const { at } = player.store.getState();
  expect(player.store.getState().words).toMatch(/^Core [01] sends 1 to core [01]/);
  // What it does now is not drawn over the moment, and is there when that is left.
  run.cycles = 900_000;
  run.print(1, "on");
  pass();
  pass();
  expect(chip.store.getState().cycles).toBe(at);
  expect(chip.now()).toMatchObject({ cycles: 900_000 });
  expect(chip.now().lastLines.get(1)).toBe("on");
  player.close();
  expect(chip.store.getState()).toMatchObject({ cycles: 900_000 });
  // Opened again, it has more of a past.
  player.open("end");
  for (let k = 0; k < 3; k++) pass();
  expect(player.store.getState()).toMatchObject({ phase: "shown", at: 900_000, end: 900_000 });
});

test("its moments are links that say how far it had come", async () => {
  const { player, pass } = await running(endless);
  pass(1000);
  player.open("end");
  for (let k = 0; k < 3; k++) pass();
  expect(player.moment()).toEqual({ at: 500_000, stopped: 500_000, answers: [] });
});

test("the end of the run leaves what is looked at alone; the whole run can be opened then", async () => {
  const text = "from parallel import *\nsync()\n";
  const { player, app, run, chip, pass } = await running(text, 40_000);
  pass(1000);
  player.open();
  for (let k = 0; k < 3; k++) pass();
  run.finish("ended");
  pass();
  pass();
  expect(app.run.getState()).toMatchObject({ status: "idle", outcome: "ended" });
  expect(player.store.getState()).toMatchObject({ phase: "shown", at: 0, end: 40_000 });
  expect(chip.now().cores.map(({ state }) => state)).toEqual(["ended", "ended"]);
  player.close();
  player.open();
  for (let k = 0; k < 3; k++) pass();
  expect(player.store.getState()).toMatchObject({ phase: "shown", notes: [] });
  expect(player.store.getState().end).toBeGreaterThan(40_000);
});

test("a run that is paused has a past, which goes when the run goes on", async () => {
  const { player, app, run, pass } = await running(endless);
  run.standStill("asked");
  pass(1000);
  expect(app.run.getState().status).toBe("paused");
  player.open("end");
  for (let k = 0; k < 3; k++) pass();
  expect(player.store.getState()).toMatchObject({ phase: "shown", end: 500_000 });
  void app.runControl.start();
  pass();
  pass();
  expect(app.run.getState().status).toBe("running");
  expect(player.store.getState().phase).toBe("none");
});

test("a program that looks whether messages have come says that it may have gone differently", async () => {
  const { player, pass } = await running("from parallel import *\nwhile not probe(1 - coreid()): pass\n");
  pass(1000);
  player.open();
  for (let k = 0; k < 30 && player.store.getState().phase !== "shown"; k++) pass();
  expect(player.store.getState().notes).toEqual(["turns", "past"]);
});

test("a core of a run that is on is asked about at its own clock, however far others have come", async () => {
  const { player, app, run, pass } = await running("x = 1\nfor k in range(9000): x += 1\n");
  run.clocks.set(1, 80_000);
  run.standStill("asked");
  pass(1000);
  expect(player.momentOf(0)).toBe(500_000);
  expect(player.momentOf(1)).toBe(80_000);
  app.origins.askAbout({ kind: "slot", core: 1, address: 0 }, "x = 1");
  for (let k = 0; k < 30 && player.store.getState().phase !== "shown"; k++) pass();
  expect(player.store.getState()).toMatchObject({ phase: "shown", at: 80_000, end: 500_000 });
  // Of a run that is over all are at its end.
  run.finish("ended");
  pass();
  pass();
  expect(player.momentOf(1)).toBe("end");
});
