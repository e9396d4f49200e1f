import { afterAll, describe, expect, it } from "vitest";
import { compile } from "../compiler/compile.ts";
import { createEngine } from "./node/engine.ts";
import type { Tally } from "./protocol/tally.ts";

const engines = [createEngine("cooperative"), createEngine("workers", 2)];
afterAll(() => {
  for (const engine of engines) engine.dispose();
});

/// What a program's cores hold and have done, on both engines: the same.
async function tally(text: string, cores: number, hostCores = 0): Promise<Tally> {
  const { image, diagnostics } = compile({ name: "a.py", text: `from parallel import *\n${text}` });
  if (image === undefined) throw new Error(diagnostics[0]?.message);
  const tallies: Tally[] = [];
  for (const engine of engines) {
    const run = await engine.start(image, {
      deviceCores: Array.from({ length: cores }, (_, id) => id),
      hostCores,
      seed: 0,
    });
    expect(() => run.tally()).toThrow("between its end");
    for (;;) {
      const last = run.drain(5).at(-1);
      if (last?.kind === "finished") break;
      await new Promise<void>((resolve) => run.onActivity(() => resolve()));
    }
    tallies.push(run.tally());
  }
  expect(tallies[1]).toEqual(tallies[0]);
  return tallies[0] as Tally;
}

describe("a run's tally", () => {
  it("counts messages between two cores, whatever they were sent with", async () => {
    const { messages } = await tally(
      `
if coreid() == 0:
    for i in range(300): send(i, 1)
    nonblocking_send([1, 2], 2)
    wait_sent(2)
elif coreid() == 1:
    for i in range(300): recv(0)
    x = sendrecv("a", 2)
elif coreid() == 2:
    recv(0)
    x = sendrecv([1], 1)
bcast(1, 0)
reduce(1, "sum")
`,
      3,
    );
    expect(messages).toEqual([
      { from: 0, to: 1, count: 300 },
      { from: 0, to: 2, count: 1 },
      { from: 1, to: 2, count: 1 },
      { from: 2, to: 1, count: 1 },
    ]);
  });

  it("counts those of virtual cores", async () => {
    const { messages } = await tally("if coreid() == 0: send(1, 2)\nelif coreid() == 2: recv(0)", 2, 2);
    expect(messages).toEqual([{ from: 0, to: 2, count: 1 }]);
  });

  it("counts the calls that every core has come through", async () => {
    const { cores } = await tally(
      `
for i in range(3): sync()
x = bcast(coreid(), 1)
y = reduce(1, "sum") + reduce(2, "max")
`,
      3,
    );
    for (const core of cores) expect(core).toMatchObject({ bcast: 1, reduce: 2, sync: 3 });
  });

  it("has the time that cores waited, and no more than they took", async () => {
    const { cores } = await tally(
      `
if coreid() == 0:
    i = 0
    while i < 100000: i += 1
    send(1, 1)
elif coreid() == 1:
    recv(0)
sync()
`,
      3,
    );
    const [worked, waited, waitedToo] = cores.map(({ waited, cycles }) => waited / cycles);
    expect(worked).toBeLessThan(0.05);
    expect(waited).toBeGreaterThan(0.8);
    expect(waitedToo).toBeGreaterThan(0.8);
    for (const { waited, cycles } of cores) expect(waited).toBeLessThanOrEqual(cycles);
  });

  it("has each core's variables as plain values", async () => {
    const { cores } = await tally(
      `
def double(x):
    inside = 2 * x
    return inside
number = double(coreid())
half = 0.5
text = "a" + str(coreid())
yes = True
nothing = None
mixed = [1, [2.5, "b"], (3,)]
f = double
if coreid() == 1: only = 1
`,
      2,
    );
    expect(cores[1]?.variables).toEqual({
      number: 2,
      half: 0.5,
      text: "a1",
      yes: true,
      nothing: null,
      mixed: [1, [2.5, "b"], [3]],
      f: "<function double>",
      only: 1,
    });
    expect(cores[0]?.variables).not.toHaveProperty("only");
  });

  it("ends where a list is inside itself", async () => {
    const { cores } = await tally("a = [1]\na.append(a)\n", 1);
    expect(JSON.stringify(cores[0]?.variables)).toContain("...");
  });
});
