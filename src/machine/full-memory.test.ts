import { afterAll, describe, expect, it } from "vitest";
import { createEngine } from "../runtime/node/engine.ts";
import type { MonitorEvent } from "../runtime/protocol/events.ts";
import type { RunSettings } from "../runtime/protocol/run.ts";
import { imageBytesOf } from "../testing/harness/chips.ts";

// Every area of memory that a program can fill: what the core that fills it says, and that its neighbours go on unharmed.

type Fault = Extract<MonitorEvent, { kind: "fault" }>;

interface Came {
  readonly faults: readonly Fault[];
  readonly lines: ReadonlyMap<number, readonly string[]>;
}

// What the neighbours do meanwhile: their result depends on all that they have in memory.
const WORK = `def work():
    t = []
    for i in range(300):
        t.append(i * coreid())
        s = str(t[i]) + "x"
    return sum(t), len(s)
`;

/// A program of which core 1 does `fatal`, and the others work.
function program(fatal: string): Uint8Array {
  const body = fatal.replace(/^/gm, "    ");
  return imageBytesOf(
    `from parallel import *\nimport array\n${WORK}def deep(n):\n    return deep(n + 1) + 1\nif coreid() == 1:\n${body}\nelse:\n    print work()\n`,
  );
}

const engines = (["cooperative", "workers"] as const).map((executor) => ({
  executor,
  engine: createEngine(executor, 2),
}));
afterAll(() => {
  for (const { engine } of engines) engine.dispose();
});

const settings: RunSettings = { deviceCores: [0, 1, 2], hostCores: 0, seed: 0 };

describe.each(engines)("on an engine of $executor", ({ engine }) => {
  async function run(image: Uint8Array, change: Partial<RunSettings> = {}): Promise<Came> {
    const session = await engine.start(image, { ...settings, ...change });
    const events: MonitorEvent[] = [];
    while (events.at(-1)?.kind !== "finished") {
      events.push(...session.drain(10));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const lines = new Map<number, string[]>();
    for (const event of events) {
      if (event.kind === "line") lines.set(event.core, [...(lines.get(event.core) ?? []), event.text]);
    }
    return { faults: events.filter((event) => event.kind === "fault"), lines };
  }

  const unharmed = new Map([
    [0, ["(0, 2)"]],
    [2, ["(89700, 4)"]],
  ]);

  it.each([
    [
      "the stack, where it has flowed over",
      "deep(0)",
      "recursion-too-deep",
      /stack of 65024 bytes.* \d+ more bytes are needed/,
    ],
    [
      "the heap, with many lists",
      "a = []\nwhile True:\n    a.append([1, 2, 3])",
      "out-of-memory",
      /\d+ bytes are needed/,
    ],
    [
      "the heap, with a text that grows",
      's = "xy"\nwhile True:\n    s = s + s',
      "out-of-memory",
      /in one piece: \d+ bytes are needed/,
    ],
    ["the heap, with a list too large for it", "a = [0] * 200000", "out-of-memory", /needed, \d+ more than are free/],
    ["the heap, with an array", "a = array.array(500, 500)", "out-of-memory", /1000000 bytes are needed/],
    [
      "shared memory, with arrays there",
      "a = []\nwhile True:\n    a.append(array.shared_mem_array(1000))",
      "out-of-memory",
      /\d+ bytes/,
    ],
  ])("%s", async (_, fatal, code, message) => {
    for (const placement of [{}, { data: "shared" as const }]) {
      const came = await run(program(fatal), { placement });
      expect(came.faults.map((fault) => [fault.core, fault.code])).toEqual([[1, code]]);
      expect(came.faults[0]?.message).toMatch(
        placement.data === "shared" && code === "recursion-too-deep" ? /stack of 64000 bytes/ : message,
      );
      expect(came.lines).toEqual(unharmed);
    }
  });

  it("the heap of a receiver, with a message: the sender's list is as it was", async () => {
    const image = imageBytesOf(`from parallel import *
if coreid() == 1:
    a = [0] * 70000
    b = recv(0)
elif coreid() == 0:
    c = [7] * 50000
    nonblocking_send(c, 1)
    print sum(c)
else:
    print "fine"
`);
    const came = await run(image);
    expect(came.faults.map((fault) => [fault.core, fault.code])).toEqual([[1, "out-of-memory"]]);
    expect(came.faults[0]?.message).toMatch(/200000 bytes are needed, \d+ more than are free/);
    expect(came.lines).toEqual(
      new Map([
        [0, ["350000"]],
        [2, ["fine"]],
      ]),
    );
  });

  it.each([
    [
      "byte code",
      { code: "core" as const },
      /byte code does not fit into the core: it takes \d+ bytes, \d+ more .*-codeshared/,
    ],
    ["globals", {}, /variables and constants do not fit into the core: they take \d+ bytes, \d+ more .*-datashared/],
  ])(
    "%s that does not fit on the core is said before anything runs, and what would move it does",
    async (what, placement, message) => {
      const count = what === "globals" ? 1000 : 2200;
      const lines = Array.from({ length: count }, (_, k) =>
        what === "globals" ? `v${k} = ${k % 9}\nv0 = v0 + v${k}` : `x = x + ${k % 9}`,
      );
      const image = imageBytesOf(`x = 0\n${lines.join("\n")}\nprint "done"\n`);
      await expect(run(image, { placement })).rejects.toThrow(message);
      const moved = await run(image, { placement: { code: "shared", data: "shared" } });
      expect([...moved.lines.values()]).toEqual([["done"], ["done"], ["done"]]);
    },
  );

  it.each([
    [
      "byte code in shared memory",
      `print len("${"x".repeat(1_100_000)}")`,
      {},
      /byte code does not fit into shared memory: it takes \d+ bytes, \d+ more than the 1048576 .*Split the program/,
    ],
    [
      "globals in a core's share of shared memory",
      Array.from({ length: 450 }, (_, k) => `v${k} = ${k % 9}`).join("\n"),
      { chip: "Epiphany-4096", placement: { data: "shared" as const } },
      /do not fit into the core's share of shared memory: they take \d+ bytes, \d+ more than there are/,
    ],
    [
      "what the program itself works on, in the stack",
      `def g(): return 1\nprint ${"g() + (".repeat(150)}1${")".repeat(150)}`,
      { chip: "Epiphany-4096" },
      /own values do not fit into the core's stack: they take \d+ bytes, \d+ more than the 448 .*Do the work in functions/,
    ],
  ])("%s: what does not fit is said before anything runs", async (_, text, change, message) => {
    await expect(run(imageBytesOf(text), change)).rejects.toThrow(message);
  });

  it.each([
    ["the heap", "a = []\nwhile True:\n    a.append([1, 2, 3])", "out-of-memory", /\d+ bytes are needed/],
    ["the stack", "deep(0)", "recursion-too-deep", /stack of \d+ bytes.* \d+ more bytes are needed/],
  ])("%s of a core of the largest chip, and of a virtual core", async (_, fatal, code, message) => {
    for (const change of [
      { chip: "Epiphany-4096", placement: { code: "shared" as const } },
      { deviceCores: [0], hostCores: 2 },
    ]) {
      const came = await run(program(fatal), change);
      expect(came.faults.map((fault) => [fault.core, fault.code])).toEqual([[1, code]]);
      expect(came.faults[0]?.message).toMatch(message);
      expect(came.lines).toEqual(unharmed);
    }
  });
});
