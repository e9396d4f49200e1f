import { describe, expect, it } from "vitest";
import type { Core } from "../machine/chip.ts";
import { STATUS, STATUS_ENDED, STATUS_READY, STATUS_WAITING } from "../machine/memory-map.ts";
import { chipWith, imageOf, runChip } from "../testing/harness/chips.ts";
import { Monitor } from "./monitor.ts";
import type { MonitorEvent } from "./protocol/events.ts";

/// A program run until no core can go on, and what its monitor says then.
function monitored(text: string, cores = 1) {
  const chip = chipWith(imageOf(text), cores);
  const monitor = new Monitor(chip, () => 0);
  const poll = (): MonitorEvent[] => {
    runChip(chip);
    return monitor.poll(Number.POSITIVE_INFINITY);
  };
  return { chip, monitor, poll };
}

const kinds = (events: readonly MonitorEvent[]): string[] => events.map(({ kind }) => kind);
const texts = (events: readonly MonitorEvent[]): string[] =>
  events.flatMap((event) => (event.kind === "line" ? [event.text] : []));

describe("a monitor", () => {
  it("tells lines in the order of virtual time", () => {
    const { poll } = monitored(
      "from parallel import *\nfor i in range(3 - coreid()): x = 0\nprint 'core', coreid()\nsync()\nprint 'after'",
      3,
    );
    expect(texts(poll())).toEqual(["core 2", "core 1", "core 0", "after", "after", "after"]);
  });

  it("keeps what has no end until its line ends", () => {
    const { poll, monitor } = monitored("print 'a',\nprint 'b'\nprint 'c',");
    expect(texts(poll())).toEqual(["a b"]);
    expect(texts(monitor.flush())).toEqual(["c "]);
    expect(monitor.flush()).toEqual([]);
  });

  it("tells what a core said before how it failed, the end of the line missing or not", () => {
    const events = monitored("print 'whole'\nprint 'part',\nx = 0\nprint 1 / x").poll();
    expect(kinds(events)).toEqual(["line", "line", "fault"]);
    expect(texts(events)).toEqual(["whole", "part "]);
  });

  it("tells what cores said before that they are stuck", () => {
    const { poll, monitor } = monitored("from parallel import *\nprint 'part',\nrecv(1 - coreid())", 2);
    expect(kinds(poll())).toEqual(["line", "line", "deadlock"]);
    expect(poll()).toEqual([]);
    expect(monitor.isOver).toBe(true);
    expect(monitor.anyStuck).toBe(true);
  });

  it("tells all cores that are stuck when more of them follow, and each only once more", () => {
    const { chip, monitor, poll } = monitored(
      "from parallel import *\nif coreid() < 2: recv(1 - coreid())\nelif coreid() == 2: recv(0)\nelse: x = input()\nrecv(2)",
      4,
    );
    const waiting = (events: readonly MonitorEvent[]) =>
      events.flatMap((event) => (event.kind === "deadlock" ? [event.waits.map(({ core }) => core)] : []));
    expect(waiting(poll())).toEqual([[0, 1, 2]]);
    expect(waiting(poll())).toEqual([]);
    monitor.answer(3, "1");
    expect(waiting(poll())).toEqual([[0, 1, 2, 3]]);
    expect(monitor.told.deadlocks).toBe(2);
    expect(chip.cores.every((core) => monitor.isStuck(core))).toBe(true);
  });

  it("says at the end of a deadlock who has ended since it was told", () => {
    const { monitor, poll } = monitored(
      "from parallel import *\nme = coreid()\nif me == 0: x = input()\nif me in [1, 3]: reduce(1, 'sum')",
      4,
    );
    const reports = (events: readonly MonitorEvent[]) =>
      events.flatMap((event) => (event.kind === "deadlock" ? [event.message.split("\n")[1]] : []));
    expect(reports(poll())).toEqual([expect.stringMatching(/core 2 ended without getting there$/)]);
    expect(monitor.lastReport()).toEqual([]);
    monitor.answer(0, "1");
    expect(reports(poll())).toEqual([]);
    expect(reports(monitor.lastReport())).toEqual([expect.stringMatching(/cores 0, 2 ended without getting there$/)]);
    expect(monitor.lastReport()).toEqual([]);
    expect(monitor.told.deadlocks).toBe(2);
  });

  it("waits with a deadlock that has grown for a stuck core that was woken, and is not over before", () => {
    const { chip, monitor, poll } = monitored(
      "from parallel import *\nme = coreid()\nif me == 0: x = input()\nif me == 1: sync()\nelif me < 3: recv(3)",
      4,
    );
    expect(kinds(poll())).toEqual(["input", "deadlock"]);
    monitor.answer(0, "1");
    runChip(chip);
    const woken = (chip.core(1) as Core).registers + STATUS;
    chip.words[woken] = STATUS_READY;
    expect(monitor.poll(Number.POSITIVE_INFINITY)).toEqual([]);
    expect(monitor.isOver).toBe(false);
    chip.words[woken] = STATUS_WAITING;
    const [event] = monitor.poll(Number.POSITIVE_INFINITY);
    expect(event?.kind === "deadlock" && event.waits.map(({ core }) => core)).toEqual([0, 1, 2]);
    expect(monitor.isOver).toBe(true);
  });

  it("puts what stands before a prompt into it", () => {
    const { poll } = monitored("print 'name',\nx = input('? ')");
    expect(poll()).toEqual([{ kind: "input", core: 0, coreKind: "device", prompt: "name ? " }]);
  });

  it("passes answers to those they are for, one after the other", () => {
    const { poll, monitor } = monitored("from parallel import *\nx = input()\nprint coreid() * 100 + x", 4);
    expect(kinds(poll())).toEqual(["input", "input", "input", "input"]);
    for (const id of [3, 0, 2, 1]) monitor.answer(id, String(id + 10));
    const lines: string[] = [];
    for (let k = 0; k < 8; k++) lines.push(...texts(poll()));
    expect(lines.sort()).toEqual(["10", "111", "212", "313"]);
    expect(monitor.isOver).toBe(true);
  });

  it("tells a core that there is no more input", () => {
    const { poll, monitor } = monitored("x = input()");
    poll();
    monitor.answer(0, null);
    expect(poll()).toMatchObject([{ kind: "fault", code: "no-more-input" }]);
  });

  it("is not over while a core waits for an answer, and answers to nobody do no harm", () => {
    const { poll, monitor } = monitored("x = input()", 2);
    poll();
    monitor.answer(9, "x");
    expect(monitor.isOver).toBe(false);
    expect(poll()).toEqual([]);
  });

  it("holds a core back while its output is not read, and loses nothing", () => {
    const chip = chipWith(imageOf("for i in range(3000): print 'line', i"));
    const monitor = new Monitor(chip, () => 0);
    const lines: string[] = [];
    const core = chip.cores[0];
    if (core === undefined) throw new Error("there is a core");
    for (let k = 0; k < 1000 && chip.words[core.registers + STATUS] !== STATUS_ENDED; k++) {
      runChip(chip);
      lines.push(...texts(monitor.poll(Number.POSITIVE_INFINITY)));
    }
    lines.push(...texts(monitor.poll(Number.POSITIVE_INFINITY)));
    expect(lines).toEqual(Array.from({ length: 3000 }, (_, i) => `line ${i}`));
  });

  it("cuts an answer that is too long", () => {
    const { poll, monitor } = monitored("print len(input())");
    poll();
    monitor.answer(0, "x".repeat(10_000));
    expect(texts(poll())).toEqual(["4096"]);
  });
});

describe("a report", () => {
  const faultOf = (text: string): string => {
    const event = monitored(text).poll().at(-1);
    return event?.kind === "fault" ? event.message : "no fault";
  };

  it.each([
    ["def f(n):\n    if n: late = 1\n    return late\nf(0)", /^'late' is used before/],
    ["def f(): return after\nf()\nafter = 1", /^'after' is used before/],
    ["a = [1, 2]\nprint a[5]", /index 5 is out of range: 2 elements, so the last index is 1/],
    ["a = []\nprint a[0]", /there are no elements/],
    ["print 1 + [2]", /\+ does not work between an int and a list/],
    ["a = 'x'\nprint -a", /- does not work on a string/],
    ["f = 5\nf()", /an int cannot be called/],
    ["for x in None: pass", /None/],
    ["print len(5)", /len\(\) cannot use this x: it is an int/],
    ["a, b = [1]", /2 variables on the left, but 1 value on the right/],
  ])("of %j names what is wrong", (text, message) => {
    expect(faultOf(text)).toMatch(message);
  });

  it("of a deadlock says who waits for whom, where, and what may help", () => {
    const event = monitored("from parallel import *\nif coreid() == 0:\n    send(1, 1)", 2).poll().at(-1);
    expect(event).toMatchObject({
      kind: "deadlock",
      waits: [{ core: 0, call: "send", on: [1], place: { file: "test.py", line: 3 } }],
    });
    expect(event?.kind === "deadlock" && event.message.split("\n")).toEqual([
      "Deadlock: a core can never continue.",
      "core 0 waits in send to core 1, line 3, but core 1 ended without receiving from core 0",
      "Every send needs a recv on the other core, with this core's id.",
    ]);
  });
});
