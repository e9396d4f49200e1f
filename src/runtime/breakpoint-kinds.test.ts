import { afterEach, describe, expect, test } from "vitest";
import { type Debugged, debug } from "../testing/harness/debugging.ts";
import type { Breakpoint, Condition, DataBreakpoint, LogPart } from "./protocol/breakpoints.ts";
import type { MonitorEvent } from "./protocol/events.ts";
import type { RunSettings } from "./protocol/run.ts";

const open: Debugged[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

async function begin(
  text: string,
  cores: number,
  breakpoints: readonly Breakpoint[],
  settings: Partial<RunSettings> = {},
  executor: "cooperative" | "workers" = "cooperative",
): Promise<Debugged> {
  const one = await debug(text, cores, { breakpoints, ...settings }, executor);
  open.push(one);
  return one;
}

const name = (text: string): Condition => ({ kind: "name", name: text });
const value = (text: string): LogPart => ({ text, value: name(text) });
const logpoint = (line: number, ...log: readonly LogPart[]): Breakpoint => ({
  kind: "line",
  id: line,
  file: "test.py",
  line,
  cores: null,
  condition: null,
  log,
});
const changes = (text: string, more: Partial<DataBreakpoint> = {}): Breakpoint => ({
  kind: "data",
  id: 7,
  text,
  value: name(text),
  cores: null,
  ...more,
});

type Log = Extract<MonitorEvent, { kind: "log" }>;
const logs = ({ events }: Debugged) => events.filter((event): event is Log => event.kind === "log");
const lineOf = ({ run }: Debugged, core: number) => run.cores().find(({ id }) => id === core)?.line;

/// Lets it run to its end; every pause on the way, in short.
async function pauses(one: Debugged): Promise<string[]> {
  const found: string[] = [];
  for (let event = await one.settle(); event.kind === "paused"; event = await one.settle()) {
    const { change } = event;
    const what = change === undefined ? event.why : `${change.text}: ${change.before} → ${change.after}`;
    found.push(`core ${event.core} ${what}`);
    one.run.resume();
  }
  return found;
}

const loop = "total = 0\nfor i in range(3):\n    total = total + i\n    print total\n";

describe.each(["cooperative", "workers"] as const)("logpoints, %s", (executor) => {
  test("tell their message when a core comes to the line, between what it prints, and never pause", async () => {
    const one = await begin(loop, 1, [logpoint(4, "total is ", value("total"), "!")], {}, executor);
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "ended" });
    const said = one.events.flatMap((event) => (event.kind === "line" || event.kind === "log" ? [event.text] : []));
    expect(said).toEqual(["total is 0!", "0", "total is 1!", "1", "total is 3!", "3"]);
    expect(logs(one)[0]).toMatchObject({ core: 0, coreKind: "device", place: { file: "test.py", line: 4 } });
    expect(one.lines()).toEqual(["0", "1", "3"]);
  });

  test("and all other breakpoints leave virtual times and output as they are", async () => {
    const text =
      "from parallel import *\nx = coreid()\nfor i in range(4):\n    x = sendrecv(x, (coreid() + 1) % 2) + i\n    print x\nprint reduce(x, 'sum')\n";
    const plain = await begin(text, 2, [], {}, executor);
    await plain.settle();
    const one = await begin(
      text,
      2,
      [logpoint(5, value("x")), changes("x"), { kind: "message", id: 1, cores: null, from: [1] }],
      {},
      executor,
    );
    expect((await pauses(one)).length).toBeGreaterThan(10);
    expect(one.run.cores().map(({ cycles }) => cycles)).toEqual(plain.run.cores().map(({ cycles }) => cycles));
    expect([...one.lines()].sort()).toEqual([...plain.lines()].sort());
  });
});

describe("logpoints", () => {
  test("keep to their cores and conditions, and say which part of them has no value", async () => {
    const condition: Condition = { kind: "binary", op: ">", left: name("i"), right: { kind: "int", value: 0 } };
    const one = await begin(loop, 2, [
      { ...logpoint(4, value("i"), " ", value("nothing")), cores: [1], condition } as Breakpoint,
    ]);
    await one.settle();
    expect(logs(one).map(({ core, text }) => [core, text])).toEqual([
      [1, "1 {nothing: there is no variable nothing here}"],
      [1, "2 {nothing: there is no variable nothing here}"],
    ]);
  });

  test("show strings as print does, and lists", async () => {
    const one = await begin("a = 'it'\nb = [1, 'two']\nprint 3\n", 1, [logpoint(3, value("a"), " ", value("b"))]);
    await one.settle();
    expect(logs(one)[0]?.text).toBe("it [1, 'two']");
  });

  test("tell nothing twice after a way back", async () => {
    const one = await begin(loop, 2, [logpoint(3, value("i")), logpoint(4, "now ", value("total"))], { paused: true });
    await one.settle();
    for (let k = 0; k < 6; k++) {
      one.run.step("all", "over");
      await one.settle();
    }
    // What a run has told and not taken back is what its output shows.
    const holding = () => {
      let held: Log[] = [];
      for (const event of one.events) {
        if (event.kind === "log") held.push(event);
        if (event.kind !== "rewound") continue;
        const clocks = new Map(event.clocks.map(({ core, cycles }) => [core, cycles]));
        held = held.filter(({ core, cycles }) => cycles <= (clocks.get(core) ?? 0));
      }
      return [0, 1].map((id) => held.filter(({ core }) => core === id).map(({ text }) => text));
    };
    const straight = ["0", "now 0", "1", "now 1", "2", "now 3"];
    for (const core of [0, 1, null, 0]) {
      one.run.back(core);
      await one.settle();
      for (const told of holding()) expect(told).toEqual(straight.slice(0, told.length));
    }
    one.run.resume();
    await one.settle();
    expect(holding()).toEqual([straight, straight]);
  });
});

describe("breakpoints for changes of values", () => {
  test("pause at the line after the change, with what it was and is", async () => {
    const one = await begin(loop, 1, [changes("total")]);
    expect(await one.settle()).toMatchObject({ why: "data", core: 0, breakpoint: 7, change: { text: "total" } });
    expect(lineOf(one, 0)).toBe(2);
    one.run.resume();
    expect(await pauses(one)).toEqual(["core 0 total: 0 → 1", "core 0 total: 1 → 3"]);
  });

  test("see each core, or only some, virtual ones too", async () => {
    const text = "from parallel import *\nx = 0\nx = coreid()\nprint x\n";
    const settings = { deviceCores: [0, 1], hostCores: 2 };
    const all = await begin(text, 2, [changes("x")], settings);
    expect((await pauses(all)).sort()).toEqual([
      "core 0 x: no value → 0",
      "core 1 x: 0 → 1",
      "core 1 x: no value → 0",
      "core 2 x: 0 → 2",
      "core 2 x: no value → 0",
      "core 3 x: 0 → 3",
      "core 3 x: no value → 0",
    ]);
    const some = await begin(text, 2, [changes("x", { cores: [3] })], settings);
    expect(await pauses(some)).toEqual(["core 3 x: no value → 0", "core 3 x: 0 → 3"]);
  });

  test("see the elements of lists, long and nested ones", async () => {
    const text = "data = [0] * 300\ndata[299] = 1\npairs = [[1, 2], [3, 4]]\npairs[1][0] = 5\ndata[0] = 0\nprint 1\n";
    const one = await begin(text, 1, [
      changes("data"),
      { ...changes("pairs"), id: 8 } as Breakpoint,
      {
        kind: "data",
        id: 9,
        text: "data[299]",
        value: { kind: "index", of: name("data"), at: { kind: "int", value: 299 } },
        cores: null,
      },
    ]);
    const seen: (number | null)[] = [];
    for (let event = await one.settle(); event.kind === "paused"; event = await one.settle()) {
      seen.push(event.breakpoint, lineOf(one, 0) ?? null);
      one.run.resume();
    }
    // Line 2 sees data come, 3 sees it change, 4 and 5 see pairs. That 0 becomes 0 is no change.
    expect(seen).toEqual([7, 2, 7, 3, 8, 4, 8, 5]);
  });

  test("know the variables of each call from those of others", async () => {
    const text =
      "def f(n):\n    if n == 0: return 0\n    m = n * 10\n    f(n - 1)\n    m = m + 1\n    return m\nn = 7\nprint f(2)\n";
    const one = await begin(text, 1, [changes("n"), { ...changes("m"), id: 8 } as Breakpoint]);
    expect(await pauses(one)).toEqual([
      "core 0 n: no value → 7",
      "core 0 m: no value → 20",
      "core 0 m: no value → 10",
      "core 0 m: 10 → 11",
      "core 0 m: 20 → 21",
    ]);
  });

  test("whose names nobody has never pause", async () => {
    const one = await begin(loop, 1, [changes("nothing")]);
    expect(await pauses(one)).toEqual([]);
    expect(one.lines()).toEqual(["0", "1", "3"]);
  });

  test("pause a step that comes to a change", async () => {
    const text = "def f():\n    x = 1\n    x = 2\n    return x\ny = f()\n";
    const one = await begin(text, 1, [changes("x")], { paused: true });
    await one.settle();
    one.run.step(0, "over");
    expect(await one.settle()).toMatchObject({ why: "data", change: { before: "no value", after: "1" } });
    one.run.back(0);
    await one.settle();
    one.run.step(0, "over");
    expect(await one.settle()).toMatchObject({ why: "data", change: { before: "no value", after: "1" } });
  });

  test("work on 64 cores", async () => {
    const text = "from parallel import *\nx = 0\nif coreid() == 63: x = 5\nsync()\nprint x\n";
    const one = await begin(text, 64, [changes("x", { cores: [63] })], { chip: "Epiphany-IV" });
    expect(await pauses(one)).toEqual(["core 63 x: no value → 0", "core 63 x: 0 → 5"]);
  });
});

describe("breakpoints for messages", () => {
  const ring =
    "from parallel import *\nme = coreid()\nif me % 2 == 0:\n    send(me * 10, me + 1)\nelse:\n    x = recv(me - 1)\n    print x\n";

  test.each([
    ["to a core", { cores: [3], from: null }, ["core 3 message"]],
    ["from a core", { cores: null, from: [0] }, ["core 1 message"]],
    ["between two", { cores: [3], from: [2] }, ["core 3 message"]],
    ["between two that do not speak", { cores: [1], from: [2] }, []],
    ["of all", { cores: null }, ["core 1 message", "core 3 message"]],
  ] as const)("%s", async (_, ends, expected) => {
    const one = await begin(ring, 4, [{ kind: "message", id: 1, ...ends }]);
    expect((await pauses(one)).sort()).toEqual(expected);
    expect([...one.lines()].sort()).toEqual(["0", "20"]);
  });

  test("tell what was sent, and how long the other core had waited for it", async () => {
    const text =
      "from parallel import *\nif coreid() == 0:\n    for i in range(50): pass\n    send(3, 1)\nelse: x = recv(0)\nx = 1\nx = 2\n";
    const one = await begin(text, 2, [{ kind: "message", id: 1, cores: [1] }], { record: true });
    const event = await one.settle();
    expect(event).toMatchObject({ why: "message", exchanges: [{ kind: "sent", from: 0, to: 1, value: "3" }] });
    // To the line of the recv, then over it.
    one.run.runTo("test.py", 5, 1);
    await one.settle();
    one.run.step(1, "over");
    const next = await one.settle();
    expect(next).toMatchObject({ exchanges: [{ kind: "received", from: 0, to: 1, value: "3" }] });
    const [received] = next.kind === "paused" ? (next.exchanges ?? []) : [];
    expect(received?.waited).toBeGreaterThan(50);
    one.run.step(1, "over");
    expect(await one.settle()).not.toHaveProperty("exchanges");
  });

  test("of many messages tell how many there were", async () => {
    const text =
      "from parallel import *\nfor i in range(30):\n    if coreid() == 0: send(i, 1)\n    else: x = recv(0)\nprint 1\n";
    const one = await begin(text, 2, [{ kind: "line", id: 1, file: "test.py", line: 5, cores: [1], condition: null }]);
    const event = await one.settle();
    expect(event).toMatchObject({ why: "breakpoint", exchangeCount: 60 });
    expect(event.kind === "paused" && event.exchanges?.length).toBe(20);
  });
});

test.each(["cooperative", "workers"] as const)(
  "a breakpoint for faults pauses where a core fails, %s",
  async (executor) => {
    const text = "from parallel import *\nx = coreid()\nprint 1 / (x - 1)\n";
    const one = await begin(text, 3, [{ kind: "fault", id: 1 }], {}, executor);
    expect(await one.settle()).toMatchObject({ kind: "paused", why: "fault", core: 1 });
    expect(one.run.evaluate(1, name("x"))).toMatchObject({ text: "1", number: 1 });
    one.run.resume();
    expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "failed" });
  },
);

describe("values of expressions", () => {
  test("are those that the innermost call sees, on any core", async () => {
    const text =
      "from parallel import *\nflag = True\nword = 'abc'\nhalf = 0.5\ndata = [1, 2, coreid()]\nlater = None\ndef f(n):\n    print n\nf(coreid() * 2)\nlater = 1\n";
    const one = await begin(text, 3, [{ kind: "line", id: 1, file: "test.py", line: 8, cores: [2], condition: null }]);
    await one.settle();
    const seen = (expression: Condition, core = 2) => one.run.evaluate(core, expression);
    expect(seen(name("n"))).toEqual({ type: "int", text: "4", length: null, number: 4 });
    expect(seen(name("flag"))).toMatchObject({ type: "bool", text: "True", number: 1 });
    expect(seen(name("word"))).toEqual({ type: "string", text: "'abc'", length: 3, number: null });
    expect(seen(name("half"))).toMatchObject({ type: "real", text: "0.5", number: 0.5 });
    expect(seen(name("data"))).toMatchObject({ type: "list", text: "[1, 2, 2]", length: 3, number: null });
    expect(seen(name("later"))).toMatchObject({ type: "None", text: "None" });
    expect(seen({ kind: "index", of: name("data"), at: { kind: "int", value: -1 } })).toMatchObject({ number: 2 });
    expect(seen({ kind: "index", of: name("data"), at: { kind: "int", value: 3 } })).toEqual({
      problem: "index 3 is out of range: 3 elements",
    });
    expect(seen(name("nothing"))).toEqual({ problem: "there is no variable nothing here" });
    expect(seen(name("n"), 9)).toHaveProperty("problem");
  });

  test("say what has none yet, and leave the memory as it is", async () => {
    const one = await begin("x = 1\ny = 2\n", 1, [], { paused: true });
    await one.settle();
    const bytes = () => one.run.memory(0, 0x80800000, 0x8000)?.bytes;
    const before = bytes();
    expect(one.run.evaluate(0, name("y"))).toEqual({ problem: "y has no value yet" });
    expect(bytes()).toEqual(before);
  });
});
