import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { memoryStorage } from "../storage/storage.ts";
import { setUp } from "../testing/set-up.ts";

const ring = `from parallel import *
me = coreid()
if me == 0:
    send(14, 1)
    print "sent"
elif me == 1:
    value = recv(0)
    print value + 1
`;

/// An app in which a program has run to its end.
async function over(text: string, outcome: "ended" | "stopped" | "deadlock" = "ended", cores = 2) {
  const set = setUp(true, memoryStorage(), {
    compile,
  });
  const { app, runs, pass } = set;
  app.settings.set({ cores });
  app.projects.edit(text);
  await app.runControl.start();
  runs[0]?.finish(outcome);
  pass();
  pass();
  return { ...set, player: app.player, chip: app.chip.store, run: runs[0] };
}

function states(chip: Awaited<ReturnType<typeof over>>["chip"]): readonly string[] {
  return chip.getState().cores.map(({ state, line }) => (line === null ? state : `${state} ${line}`));
}

test("goes from one thing that happens to the next, forwards and back, and says what it is", async () => {
  const { player, chip, pass } = await over(ring);
  player.open();
  pass();
  expect(player.store.getState()).toMatchObject({ phase: "shown", at: 0, words: "The cores begin." });
  const told: string[] = [];
  for (let k = 0; k < 10 && player.store.getState().at < player.store.getState().end; k++) {
    player.next();
    pass();
    told.push(player.store.getState().words);
  }
  expect(told[0]).toMatch(/^Core 0 sends 14 to core 1; core 1 (is not there yet|has waited for it since)/);
  expect(told[1]).toMatch(/^Core 1 receives 14 from core 0/);
  expect(told).toContain("Core 0 prints: sent.");
  expect(told).toContain("Core 1 prints: 15.");
  expect(states(chip)).toEqual(["ended", "ended"]);
  for (let k = 0; k < 20; k++) {
    player.previous();
    pass();
  }
  expect(player.store.getState()).toMatchObject({ at: 0, words: "The cores begin." });
});

test("says how many are there when one comes to what waits for all, and shows a partial result on its way", async () => {
  const { player, pass } = await over("from parallel import *\nx = reduce(coreid(), 'sum')\nsync()\n", "ended", 3);
  player.open();
  pass();
  const told: string[] = [];
  let moved = 0;
  while (player.store.getState().at < player.store.getState().end) {
    player.next();
    pass();
    const { words, gathering } = player.store.getState();
    told.push(words);
    if (gathering !== null) moved++;
  }
  expect(told.some((words) => /^Core \d comes to reduce in line 2: all 3 are there/.test(words))).toBe(true);
  expect(told.some((words) => /^Core \d comes to sync in line 3: all 3 are there/.test(words))).toBe(true);
  expect(moved).toBeGreaterThan(0);
});

test("shows a message on its way with its value, and the cores that wait", async () => {
  const { player, chip, pass } = await over(ring);
  player.open();
  pass();
  player.next();
  pass();
  expect(player.store.getState().flights).toMatchObject([{ from: 0, to: 1, value: "14" }]);
  player.seek(player.store.getState().at + 5000);
  pass();
  expect(states(chip)).toEqual(["sending 4", "receiving 7"]);
});

test("leaving shows the end again, and another run takes its place", async () => {
  const { player, chip, app, pass } = await over(ring);
  const end = chip.getState();
  player.open();
  pass();
  player.next();
  pass();
  expect(chip.getState().cores).not.toEqual(end.cores);
  player.close();
  expect(chip.getState()).toEqual(end);
  expect(player.store.getState().phase).toBe("none");
  player.open();
  pass();
  await app.runControl.start();
  expect(player.store.getState()).toMatchObject({ phase: "none", flights: [] });
});

test("plays until the end, slowly where messages move, and stands still when paused", async () => {
  const { app, player, pass } = await over(ring);
  app.settings.set({ pace: 1 });
  player.play();
  pass();
  const seen = new Set<number>();
  let frames = 0;
  while (player.store.getState().playing && frames++ < 2000) {
    pass();
    if (player.store.getState().flights.length > 0) seen.add(player.store.getState().at);
  }
  expect(player.store.getState()).toMatchObject({ playing: false, at: player.store.getState().end });
  // A message takes a second, which is sixty pictures.
  expect(seen.size).toBeGreaterThan(50);
  player.play();
  for (let k = 0; k < 10; k++) pass();
  player.pause();
  const { at } = player.store.getState();
  for (let k = 0; k < 10; k++) pass();
  expect(player.store.getState().at).toBe(at);
});

test("without motion goes from one thing that happens to the next", async () => {
  const { player, pass } = await over(ring);
  player.setSteps(true);
  player.play();
  pass();
  const seen = new Set<string>();
  for (let k = 0; k < 40; k++) {
    pass(1300);
    seen.add(player.store.getState().words);
  }
  expect(player.store.getState().playing).toBe(false);
  expect([...seen].some((words) => words.startsWith("Core 0 sends 14"))).toBe(true);
});

test("a deadlock comes when its last core has come to wait", async () => {
  const { player, chip, pass } = await over("from parallel import *\nx = recv((coreid() + 1) % 2)\n", "deadlock");
  player.open();
  pass();
  expect(chip.getState().deadlock).toBeNull();
  player.seek(Number.POSITIVE_INFINITY);
  pass();
  expect(chip.getState().deadlock?.cycle.length).toBe(2);
  expect(states(chip)).toEqual(["deadlocked 2", "deadlocked 2"]);
});

test("the answers that were given are given again", async () => {
  const { player, chip, app, run, pass } = await over('x = input("n? ")\nprint x * 2\n', "ended", 1);
  app.output.add({ kind: "answer", core: 0, coreKind: "device", prompt: "n? ", text: "21" });
  expect(run?.answers).toEqual([]);
  player.open("end");
  pass();
  pass();
  expect(chip.getState().lastLines.get(0)).toBe("42");
});

test("a run that was stopped is made again up to where it was stopped", async () => {
  const { player, pass, chip } = await over("i = 0\nwhile True:\n    i = i + 1\n", "stopped", 1);
  player.open("end");
  for (let k = 0; k < 10; k++) pass();
  const { phase, end } = player.store.getState();
  expect({ phase, end }).toEqual({ phase: "shown", end: 600 });
  expect(chip.getState().cores[0]?.state).toBe("running");
});

test("Run slowly runs, and plays the run when it is over", async () => {
  const { player, app, runs, pass } = await over(ring);
  player.runSlowly();
  await Promise.resolve();
  await Promise.resolve();
  runs[1]?.finish("ended");
  pass();
  pass();
  expect(player.store.getState()).toMatchObject({ phase: "shown", playing: true });
  // An ordinary run is not played by itself.
  await app.runControl.start();
  runs[2]?.finish("ended");
  pass();
  pass();
  expect(player.store.getState().phase).toBe("none");
});

test("the timeline shows a run that was not recorded, once it is made again", async () => {
  const { player, app, pass } = await over(ring);
  expect(app.timeline.store.getState().recorded).toBe(false);
  player.open();
  pass();
  app.timeline.watch();
  for (let k = 0; k < 10; k++) pass();
  expect(app.timeline.store.getState()).toMatchObject({ recorded: true });
  expect(app.timeline.store.getState().picture.rows.map(({ core }) => core)).toEqual([0, 1]);
});

test("a run that cannot be made again says why, and the next can be played", async () => {
  const { app, runs, pass } = setUp();
  await app.runControl.start();
  runs[0]?.finish("ended");
  pass();
  app.player.play();
  expect(app.player.store.getState()).toMatchObject({ phase: "none", playing: false });
  expect(app.player.store.getState().problem).toMatch(/\w+ \w+/);
  await app.runControl.start();
  expect(app.player.store.getState().problem).toBeNull();
});

test("a link holds the moment, and opens at it elsewhere", async () => {
  const mine = await over(ring);
  mine.player.open();
  mine.pass();
  mine.player.next();
  mine.pass();
  const link = mine.app.sharing.link();
  const theirs = setUp(true, memoryStorage(), { compile });
  expect(theirs.app.sharing.openLink(link)).toBe(true);
  theirs.pass();
  theirs.pass();
  const there = theirs.app.player.store.getState();
  expect(there).toMatchObject({ phase: "shown", playing: false, words: mine.player.store.getState().words });
  expect(Math.abs(there.at - mine.player.store.getState().at)).toBeLessThanOrEqual(1);
  expect(theirs.runs).toEqual([]);
  expect(theirs.app.output.log.at(0)).toMatchObject({ kind: "line", core: 0, text: "sent" });
  expect(theirs.app.sharing.link()).toBe(link);
  // A program that has been changed since has no such moment.
  theirs.app.projects.edit("print 1\n");
  expect(theirs.app.player.moment()).toBeUndefined();
});

test("a link to a moment of a program with errors opens the program", async () => {
  const mine = await over(ring);
  mine.player.open();
  mine.pass();
  const link = mine.app.sharing.link();
  const theirs = setUp(false);
  expect(theirs.app.sharing.openLink(link)).toBe(true);
  expect(theirs.app.player.store.getState().phase).toBe("none");
});
