import { expect, test } from "vitest";
import { setUp } from "../testing/set-up.ts";
import { outputText, resultWords, settingsWords } from "./print-words.ts";

test("the settings are those of the run, in a line", () => {
  const { app } = setUp();
  expect(settingsWords(app.settings.store.getState())).toBe("Epiphany-III · 16 cores · seed 1");
  app.settings.set({ cores: 1, hostCores: 2, seed: 7, code: "shared", data: "shared", clock: "instructions" });
  expect(settingsWords(app.settings.store.getState())).toBe(
    "Epiphany-III · 1 core · 2 virtual cores on the host · seed 7 · byte code in shared memory · data in shared memory · " +
      "virtual time counts instructions",
  );
});

test("all of the output is printed, whatever is chosen on the page, and how the run came out", async () => {
  const { app, runs, pass } = setUp();
  const { log } = app.output;
  const result = () => resultWords(log, app.run.getState(), false);
  expect(result()).toBe("The program has not been run.");
  await app.runControl.start();
  for (let k = 0; k < 50; k++) runs[0]?.print(k % 16, `line ${k}`);
  app.output.choose({ search: "line 4" });
  for (let k = 0; k < 4; k++) pass(40);
  expect(result()).toBe("The program was still running when this was printed.");
  expect(outputText(log).split("\n")).toHaveLength(50);
  runs[0]?.finish("stopped");
  for (let k = 0; k < 4; k++) pass(40);
  expect(result()).toMatch(/^hello\.py: Stopped after .* wall\.$/);
  expect(resultWords(log, app.run.getState(), true)).toMatch(/ The program has changed since\.$/);
  expect(outputText(log).split("\n")).toHaveLength(50);
  expect(app.run.getState().settings?.cores).toBe(16);
});
