import { describe, expect, test } from "vitest";
import { logText } from "../output/log-text.ts";
import { type FakeRun, setUp } from "../testing/set-up.ts";
import { answersIn } from "./run-control.ts";

describe("the answers in a text", () => {
  test.each([
    ["4", ["4"]],
    ["", [""]],
    ["4\n5", ["4", "5"]],
    ["4\n5\n", ["4", "5"]],
    ["4\r\n5\r\n", ["4", "5"]],
    ["4\r5", ["4", "5"]],
    ["4\n\n5\n\n", ["4", "", "5", ""]],
    ["\n", [""]],
  ])("%j", (text, answers) => {
    expect(answersIn(text)).toEqual(answers);
  });
});

async function asked(...cores: number[]) {
  const { app, runs, pass } = setUp();
  await app.runControl.start();
  const run = runs[0] as FakeRun;
  const look = () => {
    for (let k = 0; k < 4; k++) pass(40);
  };
  const ask = (...asking: number[]) => {
    for (const core of asking) run.events.push({ kind: "input", core, coreKind: "device", prompt: "? " });
    look();
  };
  const answer = (text: string) => {
    const [request] = app.output.store.getState().requests;
    if (request !== undefined) app.runControl.answer(request, text);
  };
  const log = () => {
    const { log } = app.output;
    return Array.from({ length: log.length }, (_, index) => log.at(log.first + index)).map((entry) =>
      entry === undefined ? "" : logText(entry),
    );
  };
  ask(...cores);
  return { app, run, runs, ask, answer, look, log, state: app.output.store };
}

test("lines that are pasted answer the cores that ask, one after the other, and the questions to come", async () => {
  const { run, ask, answer, state } = await asked(2, 0);
  answer("a\nb\nc\nd\n");
  expect(run.answers).toEqual(["2: a", "0: b"]);
  expect(state.getState()).toMatchObject({ requests: [], ahead: ["c", "d"] });
  ask(2);
  ask(1, 3);
  expect(run.answers).toEqual(["2: a", "0: b", "2: c", "1: d"]);
  expect(state.getState().requests.map(({ core }) => core)).toEqual([3]);
});

test("lines that nothing asked for are said at the end, before the line about it", async () => {
  const { run, answer, look, log, state } = await asked(0);
  answer("1\n2\n3\n4\n5\n6\n7\n8");
  run.finish("ended");
  look();
  expect(log().slice(0, 2)).toEqual([
    "[core 0] ? 1",
    "7 pasted lines were left over, as nothing asked for more: “2”, “3”, “4”, “5”, “6”, and 2 more",
  ]);
  expect(log()).toHaveLength(3);
  expect(state.getState().ahead).toEqual([]);
});

test("a run that is stopped leaves its lines over too, and the next one begins without any", async () => {
  const { app, ask, run, runs, answer, look, log } = await asked(0);
  answer("1\n2");
  app.runControl.stop();
  look();
  expect(log()[1]).toBe("1 pasted line was left over, as nothing asked for more: “2”");
  await app.runControl.start();
  runs[1]?.events.push({ kind: "input", core: 0, coreKind: "device", prompt: "" });
  look();
  expect(runs[1]?.answers).toEqual([]);
  ask();
  expect(run.answers).toEqual(["0: 1"]);
});

test("going back drops what was lined up: what is asked again is answered anew", async () => {
  const { run, answer, look, state } = await asked(0);
  answer("1\n2");
  const asking = [{ core: 0, coreKind: "device" as const, prompt: "? " }];
  run.events.push({ kind: "rewound", lines: 0, faults: 0, deadlocks: 0, asking, clocks: [] });
  look();
  expect(run.answers).toEqual(["0: 1"]);
  expect(state.getState()).toMatchObject({ ahead: [], requests: asking });
});
