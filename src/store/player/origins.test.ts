import { expect, test, vi } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { memoryStorage } from "../storage/storage.ts";
import { setUp } from "../testing/set-up.ts";
import { originWords } from "./origin-words.ts";

const program = `from parallel import *
me = coreid()
if me == 0:
    send(14, 1)
elif me == 1:
    value = recv(0)
    print value + 1
`;

/// An app in which the program has run to its end; `ask` asks about the variable `value` of core 1.
async function over() {
  const set = setUp(true, memoryStorage(), { compile });
  const { app, runs, pass } = set;
  app.settings.set({ cores: 2 });
  app.projects.edit(program);
  await app.runControl.start();
  runs[0]?.finish("ended");
  pass();
  pass();
  const { origins, player } = app;
  const ask = () => {
    player.open("end");
    pass();
    app.view.setState({ core: "device 1" });
    app.inspector.watch();
    const { inspection } = app.inspector.store.getState();
    const variable = inspection?.globals[0]?.variables.find(({ name }) => name === "value");
    origins.askAbout({ kind: "slot", core: 1, address: variable?.address ?? 0 }, "value = 14");
  };
  const answered = () => vi.waitFor(() => expect(origins.store.getState().looking).toBeNull(), { timeout: 20_000 });
  const words = () =>
    (origins.store.getState().told.at(-1)?.steps ?? []).map((step) => `${step.core}: ${originWords(step)}`);
  return { ...set, origins, player, ask, answered, words };
}

test("says where a variable's value comes from, and goes to the moment of each step", async () => {
  const { app, pass, origins, player, ask, answered, words } = await over();
  ask();
  expect(origins.store.getState()).toMatchObject({ looking: "value = 14", told: [] });
  await answered();
  expect(words()).toEqual(["1: receives 14 from core 0 into value", "0: sends 14 to core 1"]);
  origins.choose(1);
  pass();
  const step = origins.store.getState().told[0]?.steps[1];
  expect(player.store.getState().at).toBe((step?.time ?? 0) + 1);
  expect(app.view.getState()).toMatchObject({ core: "device 0", reveal: { line: 4 } });
  expect(app.chip.store.getState().cores[0]).toMatchObject({ state: "sending", line: 4 });
});

test("a line of the output opens the player, and what it was made from can be asked about in turn", async () => {
  const { pass, origins, player, answered, words } = await over();
  origins.askAboutLine(1, Number.MAX_SAFE_INTEGER, "15");
  pass();
  expect(player.store.getState().phase).toBe("shown");
  await answered();
  const [first] = origins.store.getState().told[0]?.steps ?? [];
  expect(words()[0]).toBe("1: prints it");
  const [input] = first?.inputs ?? [];
  expect(input).toMatchObject({ name: "value", value: "14" });
  if (input !== undefined) origins.askAboutInput(input);
  await answered();
  expect(origins.store.getState().told.map(({ title }) => title)).toEqual(["15", "value = 14"]);
  origins.back();
  expect(origins.store.getState().told.map(({ title }) => title)).toEqual(["15"]);
});

test("opens the player at the end of the run, and asks there", async () => {
  const { app, pass, origins, player, ask, answered, words } = await over();
  ask();
  await answered();
  const expected = words();
  const variable = app.inspector.store
    .getState()
    .inspection?.globals[0]?.variables.find(({ name }) => name === "value");
  player.close();
  origins.askAbout({ kind: "slot", core: 1, address: variable?.address ?? 0 }, "value = 14");
  pass();
  await answered();
  expect(words()).toEqual(expected);
  expect(player.store.getState()).toMatchObject({ phase: "shown", at: player.store.getState().end });
});

test("can be given up, and goes when the player is left or another run begins", async () => {
  const { app, pass, origins, player, ask, answered } = await over();
  ask();
  origins.close();
  expect(origins.store.getState()).toMatchObject({ looking: null, told: [] });
  ask();
  await answered();
  player.close();
  expect(origins.store.getState().told).toEqual([]);
  ask();
  await answered();
  expect(origins.store.getState().told).toHaveLength(1);
  await app.runControl.start();
  pass();
  expect(origins.store.getState().told).toEqual([]);
});
