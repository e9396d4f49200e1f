import { expect, test } from "vitest";
import { CoreLines } from "./core-lines.ts";
import { Log, type LogEntry } from "./log.ts";

const line = (core: number, text: string): LogEntry => ({ kind: "line", core, coreKind: "device", cycles: 0, text });

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
  const lines = new CoreLines(log, 1);
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
  expect(new CoreLines(log, 5).length).toBe(1);
});
