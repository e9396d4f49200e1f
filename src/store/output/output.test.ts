import { expect, test } from "vitest";
import type { MonitorEvent, Wait } from "../../runtime/protocol/events.ts";
import { setUp } from "../testing/set-up.ts";
import { createOutput } from "./output.ts";

async function printed() {
  const all = setUp();
  await all.app.runControl.start();
  const run = all.runs[0];
  const say = (core: number, text: string, cycles: number) =>
    run?.events.push({ kind: "line", core, coreKind: "device", cycles, text });
  say(2, "b", 30);
  say(0, "a", 10);
  say(2, "a again", 40);
  all.pass();
  return { ...all, say, output: all.app.output };
}

test("what is chosen is what is shown, copied and counted, also of lines that come later", async () => {
  const { output, say, pass } = await printed();
  output.choose({ search: "A" });
  expect(output.text()).toBe("[core 0] a\n[core 2] a again\n");
  say(1, "xAx", 5);
  pass();
  expect(output.rows().length).toBe(3);
  output.choose({ order: "time" });
  expect(output.text()).toBe("[core 1] xAx\n[core 0] a\n[core 2] a again\n");
  output.setFilter(2);
  expect(output.text()).toBe("[core 2] a again\n");
  output.choose({ search: "" });
  expect(output.text()).toBe("[core 2] b\n[core 2] a again\n");
});

test("each core has its own column, which grows with the log and begins anew with a run", async () => {
  const { app, output, say, pass } = await printed();
  expect(output.column(2).length).toBe(2);
  say(2, "c", 50);
  pass();
  expect(output.column(2).length).toBe(3);
  expect(output.column(0).length).toBe(1);
  app.runControl.stop();
  pass();
  await app.runControl.start();
  expect(output.column(2).length).toBe(0);
});

test("a search outlives the run, the chosen core does not", async () => {
  const { app, output, pass, runs } = await printed();
  output.choose({ search: "a", order: "time" });
  output.setFilter(2);
  app.runControl.stop();
  pass();
  await app.runControl.start();
  expect(output.store.getState()).toMatchObject({ filter: null, search: "a", order: "time" });
  runs[1]?.print(1, "b");
  runs[1]?.print(1, "ba");
  pass();
  expect(output.text()).toBe("[core 1] ba\n");
});

test("a run that goes back takes back what was chosen, too", async () => {
  const { output, runs, pass } = await printed();
  output.choose({ search: "a" });
  runs[0]?.events.push({ kind: "rewound", lines: 2, faults: 0, deadlocks: 0, asking: [], clocks: [] });
  pass();
  expect(output.text()).toBe("[core 0] a\n");
  expect(output.column(2).length).toBe(1);
});

/// Cores stuck in a send to core 1, as the monitor tells of them.
function stuck(cores: readonly number[]): MonitorEvent {
  const waits = cores.map((core): Wait => {
    const place = { file: "main.py", line: core + 1, from: core, to: core + 1 };
    return { core, kind: "device", call: "send", place, on: [1], over: [], whom: "to core 1", why: "" };
  });
  const message = `Deadlock: ${cores.length} cores can never continue.`;
  return { kind: "deadlock", waits, lines: [], cycle: [], unread: [], suggestion: "Receive.", message };
}

test("a deadlock that grows is told once, in the output and in the problems", async () => {
  const { app, output, say, runs, pass } = await printed();
  const [run] = runs;
  run?.events.push(stuck([2, 3]));
  say(0, "c", 50);
  run?.events.push(stuck([2, 3, 4]), stuck([0, 2, 3, 4]));
  pass();
  const lines = ["[core 2] b", "[core 0] a", "[core 2] a again"];
  expect(output.text().trimEnd().split("\n")).toEqual([
    ...lines,
    "Deadlock: 4 cores can never continue.",
    "[core 0] c",
  ]);
  const { met, waits } = app.problems.store.getState();
  expect(met).toMatchObject([
    { message: "Deadlock: 4 cores can never continue", explanation: "Receive.", cores: [0, 2, 3, 4] },
  ]);
  expect(waits.map(({ line }) => line)).toEqual([1, 3, 4, 5]);
});

test("a deadlock that a run goes back on shrinks, and is gone before it began", async () => {
  const { app, output, say, runs, pass } = await printed();
  const [run] = runs;
  run?.events.push(stuck([2, 3]));
  say(0, "c", 50);
  run?.events.push(stuck([2, 3, 4]));
  pass();
  const back = (lines: number, deadlocks: number) => {
    run?.events.push({ kind: "rewound", lines, faults: 0, deadlocks, asking: [], clocks: [] });
    pass();
  };
  back(3, 1);
  expect(output.text()).toContain("again\nDeadlock: 2 cores can never continue.\n");
  expect(app.problems.store.getState().met).toMatchObject([{ cores: [2, 3] }]);
  run?.events.push(stuck([2, 3, 5]));
  pass();
  expect(output.text().match(/Deadlock.*/g)).toEqual(["Deadlock: 3 cores can never continue."]);
  back(3, 0);
  expect(output.text()).not.toContain("Deadlock");
  expect(app.problems.store.getState()).toMatchObject({ met: [], waits: [] });
});

test("what is searched for in a long log is shown as it is found, a slice at a time, and becomes a file so", async () => {
  let now = 0;
  const due: (() => void)[] = [];
  const wait = (work: () => void) => {
    due.push(work);
    return () => {};
  };
  const output = createOutput({ next: wait, after: (_, work) => wait(work), now: () => now++ });
  for (let k = 0; k < 4000; k++) output.add({ kind: "trouble", text: k % 2 === 0 ? "even" : "odd" });
  output.choose({ search: "odd" });
  const found = [output.rows().length];
  for (let work = due.shift(); work !== undefined; work = due.shift()) {
    work();
    found.push(output.rows().length);
  }
  expect(found.length).toBeGreaterThan(10);
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found.at(-1)).toBe(2000);
  output.choose({ search: "even" });
  expect(output.text()).toBe("even\n".repeat(2000));
  output.choose({ search: "o" });
  const file = output.file();
  expect(due).not.toEqual([]);
  for (let work = due.shift(); work !== undefined; work = due.shift()) work();
  expect(await (await file).text()).toBe("odd\n".repeat(2000));
});

test("what logpoints tell is marked, is no output, and is taken back with what the run goes back over", async () => {
  const { output, say, pass, runs } = await printed();
  const log = (core: number, text: string, cycles: number) =>
    runs[0]?.events.push({
      kind: "log",
      core,
      coreKind: "device",
      cycles,
      place: { file: "hello.py", line: 4 },
      text,
    });
  log(0, "i is 1", 45);
  say(0, "one", 50);
  log(2, "i is 2", 90);
  log(0, "i is 2", 95);
  pass();
  expect(output.text()).toContain("[core 2] logpoint, line 4: i is 2\n[core 0] logpoint, line 4: i is 2\n");
  expect(output.lastLines().get(0)).toBe("one");
  const clocks = [
    { core: 0, cycles: 45 },
    { core: 2, cycles: 90 },
  ];
  runs[0]?.events.push({ kind: "rewound", lines: 3, faults: 0, deadlocks: 0, asking: [], clocks });
  pass();
  expect(output.text()).toBe(
    "[core 2] b\n[core 0] a\n[core 2] a again\n[core 0] logpoint, line 4: i is 1\n[core 2] logpoint, line 4: i is 2\n",
  );
});
