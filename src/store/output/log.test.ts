import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../testing/harness/properties.ts";
import { type Choice, ChosenLines } from "./chosen-lines.ts";
import { Log, type LogEntry } from "./log.ts";

const line = (core: number, text: string, cycles = 0): LogEntry => ({
  kind: "line",
  core,
  coreKind: "device",
  cycles,
  text,
});
const chosenFrom = (log: Log, choice: Choice) => {
  const lines = new ChosenLines(log, choice);
  lines.update();
  return lines;
};
const of = (core: number | null): Choice => ({ core, text: "", order: "arrival" });

test("keeps the newest entries and knows how many it dropped", () => {
  const log = new Log(2500);
  for (let number = 0; number < 6001; number++) log.append(line(0, String(number)));
  expect(log.length).toBe(2500);
  expect(log.first).toBe(3501);
  expect(log.at(3500)).toBeUndefined();
  expect(log.at(3501)).toMatchObject({ text: "3501" });
  expect(log.at(6000)).toMatchObject({ text: "6000" });
  expect(log.at(6001)).toBeUndefined();
});

test("keeps as much as may be of long entries, and the newest in any case", () => {
  const log = new Log(2500, 10_000);
  for (let number = 0; number < 4000; number++) log.append(line(0, `${number}`.padEnd(5)));
  expect([log.first, log.end]).toEqual([2000, 4000]);
  log.append(line(0, "x".repeat(9_950)));
  expect([log.first, log.end]).toEqual([3990, 4001]);
  expect(log.at(3989)).toBeUndefined();
  log.append(line(0, "x".repeat(20_000)));
  expect([log.first, log.end]).toEqual([4001, 4002]);
  log.takeBack(
    () => true,
    () => false,
  );
  for (let number = 0; number < 3000; number++) log.append(line(0, `${number}`.padEnd(5)));
  expect([log.length, log.end]).toEqual([2000, 7001]);
  expect(log.at(7000)).toMatchObject({ text: "2999 " });
});

test("lines are looked for as long as there is time, and then further", () => {
  const log = new Log();
  for (let number = 0; number < 1000; number++) log.append(line(number % 4, String(number)));
  for (const order of ["arrival", "time"] as const) {
    const lines = new ChosenLines(log, { core: 1, text: "", order });
    let looks = 1;
    for (; !lines.update(() => true); looks++) expect(lines.length).toBeLessThan(250);
    expect(looks).toBeGreaterThan(10);
    expect(lines.length).toBe(250);
  }
});

test("numbers begin again after clear", () => {
  const log = new Log();
  log.append(line(0, "a"));
  log.clear();
  log.append(line(0, "b"));
  expect(log.length).toBe(1);
  expect(log.at(0)).toMatchObject({ text: "b" });
});

test("one core's lines follow the log as it grows and drops", () => {
  const log = new Log(3000);
  for (let number = 0; number < 100; number++) log.append(line(number % 4, String(number)));
  const lines = chosenFrom(log, of(1));
  expect(lines.length).toBe(25);
  for (let number = 100; number < 9000; number++) log.append(line(number % 4, String(number)));
  lines.update();
  expect(lines.length).toBe(750);
  expect(log.at(lines.number(0))).toMatchObject({ core: 1, text: "6001" });
});

test("what concerns the whole run is shown with every core", () => {
  const log = new Log();
  log.append(line(0, "a"));
  log.append({ kind: "trouble", text: "no chip" });
  expect(chosenFrom(log, of(5)).length).toBe(1);
});

const texts = (log: Log, lines: ChosenLines) =>
  Array.from({ length: lines.length }, (_, index) => log.at(lines.number(index))).map((entry) =>
    entry?.kind === "line" ? entry.text : entry?.kind,
  );

test("lines with a text are found, however it is written, also by who said them", () => {
  const log = new Log();
  log.append(line(0, "Hello there"));
  log.append(line(1, "other"));
  log.append(line(2, "oh, HELLO"));
  expect(texts(log, chosenFrom(log, { core: null, text: "hello", order: "arrival" }))).toEqual([
    "Hello there",
    "oh, HELLO",
  ]);
  expect(texts(log, chosenFrom(log, { core: null, text: "core 1", order: "arrival" }))).toEqual(["other"]);
});

test("by virtual time an answer stands where its core was, and what is about the whole run at the end", () => {
  const log = new Log();
  log.append(line(0, "late", 50));
  log.append({ kind: "answer", core: 0, coreKind: "device", prompt: "n? ", text: "1" });
  log.append({ kind: "trouble", text: "no chip" });
  log.append(line(1, "early", 20));
  log.append(line(1, "same", 50));
  const lines = chosenFrom(log, { core: null, text: "", order: "time" });
  expect(texts(log, lines)).toEqual(["early", "late", "answer", "same", "trouble"]);
});

test("however lines come in and are dropped, they are those of the log, sorted", () => {
  const times = fc.array(fc.array(fc.nat(20), { maxLength: 40 }), { maxLength: 12 });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 60 }), fc.boolean(), (blocks, capacity, byTime) => {
      const log = new Log(capacity);
      const lines = chosenFrom(log, { core: null, text: "", order: byTime ? "time" : "arrival" });
      for (const block of blocks) {
        for (const cycles of block) log.append(line(0, "x", cycles));
        lines.update();
      }
      const all = Array.from({ length: log.length }, (_, k) => log.first + k);
      const time = (number: number) => (log.at(number) as { cycles: number }).cycles;
      const wanted = byTime ? all.sort((a, b) => time(a) - time(b) || a - b) : all;
      const found = Array.from({ length: lines.length }, (_, index) => lines.number(index));
      expect(found).toEqual(wanted);
      for (const [index, number] of found.entries()) expect(lines.indexOf(number)).toBe(index);
    }),
    runs(),
  );
});
