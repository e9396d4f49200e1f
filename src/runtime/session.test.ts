import { describe, expect, it } from "vitest";
import type { Chip } from "../machine/chip.ts";
import { chipWith, imageOf, runChip } from "../testing/harness/chips.ts";
import { Monitor } from "./monitor.ts";
import type { MonitorEvent } from "./protocol/events.ts";
import type { Runner } from "./runner.ts";
import { Session } from "./session.ts";

/// A session whose cores have run in other threads, as far as they could, and stand still when they are told to.
class Halted implements Runner {
  readonly executor = "workers";
  readonly threads = 1;
  readonly stopped: Promise<void>;
  halt: () => void = () => {};
  constructor() {
    this.stopped = new Promise((resolve) => {
      this.halt = resolve;
    });
  }
  resume(): void {}
}

function begin(text: string, cores: number): { chip: Chip; session: Session; settle: () => Promise<MonitorEvent[]> } {
  const chip = chipWith(imageOf(text), cores);
  runChip(chip, 1_000_000);
  let time = 0;
  const surroundings = { now: () => ++time, later: (work: () => void) => void setImmediate(work) };
  const session = new Session(chip, new Monitor(chip, surroundings.now), () => new Halted(), surroundings, {
    threads: true,
  });
  return {
    chip,
    session,
    async settle() {
      const events: MonitorEvent[] = [];
      for (let idle = 0; idle < 100; idle++) {
        const fresh = session.drain(10);
        events.push(...fresh);
        if (fresh.length > 0) idle = 0;
        if (fresh.some(({ kind }) => kind === "paused" || kind === "finished")) return events;
        await new Promise((resolve) => setImmediate(resolve));
      }
      throw new Error(`it hangs; so far: ${JSON.stringify(events)}`);
    },
  };
}

describe("a run that is paused", () => {
  it("asks what its cores had asked just before", async () => {
    const { session, settle } = begin("print input('? ')\n", 2);
    session.pause();
    await new Promise((resolve) => setImmediate(resolve));
    const events = await settle();
    expect(events.map(({ kind }) => kind)).toEqual(["input", "input", "paused"]);
    session.answer(0, "1");
    session.answer(1, "2");
    session.step("all", "over");
    expect((await settle()).filter(({ kind }) => kind === "line")).toHaveLength(2);
  });

  it("shows what its cores had printed and how they had failed just before", async () => {
    const { session, settle } = begin(
      "from parallel import *\nif coreid() == 0:\n    print 'last words'\n    print 1 / 0\ninput('? ')\n",
      2,
    );
    session.pause();
    await new Promise((resolve) => setImmediate(resolve));
    const events = await settle();
    expect(events.map(({ kind }) => kind)).toEqual(["line", "input", "fault", "paused"]);
  });

  it("goes on with a core whose output had no room", async () => {
    const { session, settle } = begin("for i in range(3): print 'x' * 6000\nprint 'end'\n", 1);
    session.pause();
    await new Promise((resolve) => setImmediate(resolve));
    const lines = (await settle()).filter(({ kind }) => kind === "line");
    session.step("all", "out");
    lines.push(...(await settle()).filter(({ kind }) => kind === "line"));
    expect(lines).toHaveLength(4);
  });

  it("ends when it was about to: all its cores are stuck", async () => {
    const { session, settle } = begin("from parallel import *\nrecv(1 - coreid())\n", 2);
    session.pause();
    // The look that finds the deadlock, before the threads have stopped.
    const events = [...session.drain(10), ...(await settle())];
    expect(events.map(({ kind }) => kind)).toEqual(["deadlock", "finished"]);
    expect(events.at(-1)).toMatchObject({ outcome: "deadlock" });
  });
});

describe("a run whose threads do not stop", () => {
  it("is given up on after a while, with what its cores had said", async () => {
    const chip = chipWith(imageOf("print 'said'\nx = input('? ')"), 2);
    runChip(chip, 1_000);
    const due: (() => void)[] = [];
    const surroundings = { now: () => 0, later: () => {}, after: (_: number, work: () => void) => void due.push(work) };
    const endless: Runner = {
      executor: "workers",
      threads: 1,
      stopped: new Promise(() => {}),
      halt: () => {},
      resume: () => {},
    };
    const session = new Session(chip, new Monitor(chip, surroundings.now), () => endless, surroundings, {
      threads: true,
    });
    session.stop();
    expect(session.drain(10).map(({ kind }) => kind)).toEqual(["line", "line", "input", "input"]);
    expect(session.phase).toBe("running");
    for (const work of due.splice(0)) work();
    await expect(session.stopped).rejects.toThrow("it did not stop when it was told to");
    expect(session.drain(10)).toMatchObject([{ kind: "thread-ended" }, { kind: "finished", outcome: "failed" }]);
  });
});
