import { expect, test } from "vitest";
import { setUp } from "./testing/set-up.ts";

async function printed() {
  const all = setUp();
  await all.app.session.start();
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
  expect(output.text()).toBe("[device 0] a\n[device 2] a again\n");
  say(1, "xAx", 5);
  pass();
  expect(output.rows().length).toBe(3);
  output.choose({ order: "time" });
  expect(output.text()).toBe("[device 1] xAx\n[device 0] a\n[device 2] a again\n");
  output.setFilter(2);
  expect(output.text()).toBe("[device 2] a again\n");
  output.choose({ search: "" });
  expect(output.text()).toBe("[device 2] b\n[device 2] a again\n");
});

test("each core has its own column, which grows with the log and begins anew with a run", async () => {
  const { app, output, say, pass } = await printed();
  expect(output.column(2).length).toBe(2);
  say(2, "c", 50);
  pass();
  expect(output.column(2).length).toBe(3);
  expect(output.column(0).length).toBe(1);
  app.session.stop();
  pass();
  await app.session.start();
  expect(output.column(2).length).toBe(0);
});

test("a search outlives the run, the chosen core does not", async () => {
  const { app, output, pass, runs } = await printed();
  output.choose({ search: "a", order: "time" });
  output.setFilter(2);
  app.session.stop();
  pass();
  await app.session.start();
  expect(output.store.getState()).toMatchObject({ filter: null, search: "a", order: "time" });
  runs[1]?.print(1, "b");
  runs[1]?.print(1, "ba");
  pass();
  expect(output.text()).toBe("[device 1] ba\n");
});

test("a run that goes back takes back what was chosen, too", async () => {
  const { output, runs, pass } = await printed();
  output.choose({ search: "a" });
  runs[0]?.events.push({ kind: "rewound", lines: 2, faults: 0, deadlocks: 0, asking: [], clocks: [] });
  pass();
  expect(output.text()).toBe("[device 0] a\n");
  expect(output.column(2).length).toBe(1);
});
