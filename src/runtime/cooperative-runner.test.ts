import { expect, it } from "vitest";
import { chipWith, imageOf } from "../testing/harness/chips.ts";
import { CooperativeRunner } from "./cooperative-runner.ts";
import { Monitor } from "./monitor.ts";
import { Session } from "./session.ts";

it("an error of our own ends the run and is told, not thrown at nobody", async () => {
  const chip = chipWith(imageOf("print 1"));
  const monitor = new Monitor(chip, () => 0);
  const readCore = monitor.readCore.bind(monitor);
  monitor.readCore = () => {
    throw new Error("broken");
  };
  const work: (() => void)[] = [];
  const now = (): number => 0;
  const later = (next: () => void): void => void work.push(next);
  const runner = new CooperativeRunner(chip, monitor, now, later, () => {});
  const session = new Session(chip, monitor, () => runner, { now, later });
  for (let next = work.shift(); next !== undefined; next = work.shift()) next();
  await runner.stopped.catch(() => {});
  monitor.readCore = readCore;
  const events = [...session.drain(0), ...session.drain(0)];
  expect(events).toMatchObject([
    { kind: "line", text: "1" },
    { kind: "thread-ended", cores: [0], message: expect.stringContaining("core 0 has ended: broken") },
    { kind: "finished", outcome: "failed" },
  ]);
});
