import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { findStuck } from "../machine/deadlock.ts";
import { chipWith, imageBytesOf, imageOf } from "../testing/harness/chips.ts";
import { cooperativeDriver, workersDriver } from "../testing/harness/drivers.ts";
import { runs } from "../testing/harness/properties.ts";
import { Cooperative } from "./cooperative.ts";
import { WarmEngine } from "./engine.ts";
import { Monitor } from "./monitor.ts";
import { surroundingsOf } from "./node/engine.ts";

// Programs of several cores that talk to each other, made at random. Which thread runs a core, and that it moves from one to
// another, must be seen in nothing.

const CORES = 6;
const settings = { deviceCores: Array.from({ length: CORES }, (_, id) => id), hostCores: 0, seed: 0 };

const core = fc.nat(CORES - 1);
const pair = fc.tuple(core, core).filter(([a, b]) => a !== b);

/// What happens at one moment: lines of the programs of those that take part.
const moment = fc.oneof(
  {
    weight: 6,
    arbitrary: pair.map(([a, b]) => [[a, `send(x + ${b}, ${b})`] as const, [b, `x = recv(${a})`] as const]),
  },
  {
    weight: 3,
    arbitrary: pair.map(([a, b]) => [a, b].map((id) => [id, `x = sendrecv(x, ${a + b - id})`] as const)),
  },
  { weight: 3, arbitrary: fc.tuple(core, fc.constantFrom(10, 3_000)).map(([a, n]) => [[a, `work(${n})`] as const]) },
  { weight: 2, arbitrary: core.map((a) => [[a, "print x"] as const]) },
  // More than a core's ring holds.
  { weight: 1, arbitrary: core.map((a) => [[a, "print str(x) * 3000"] as const]) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("sync()", "x = reduce(x, 'max')")
      .map((call) => settings.deviceCores.map((id) => [id, call] as const)),
  },
);

const program = fc
  .record({
    moments: fc.array(moment, { minLength: 5, maxLength: 40 }),
    // Lines that are left out, so that others may wait for them in vain.
    left: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(60), { minLength: 1, maxLength: 2 })),
  })
  .map(({ moments, left }) => {
    const lines = moments.flat().filter((_, k) => !left.includes(k));
    const of = (id: number): string[] => lines.filter(([who]) => who === id).map(([, line]) => line);
    const part = (id: number): string =>
      `if coreid() == ${id}:\n${["pass", ...of(id)].map((l) => `    ${l}\n`).join("")}`;
    const head = "from parallel import *\ndef work(n):\n    for i in range(n): pass\nx = coreid()\n";
    return head + settings.deviceCores.map(part).join("");
  });

describe("programs whose cores talk to each other", () => {
  const cooperative = cooperativeDriver();
  const crews = [2, 3].map(workersDriver);
  afterAll(() => {
    for (const driver of [cooperative, ...crews]) driver.dispose();
  });

  test("come to the same in every number of threads", async () => {
    await fc.assert(
      fc.asyncProperty(program, async (text) => {
        const image = imageBytesOf(text);
        const wanted = await cooperative.run(image, settings);
        for (const driver of crews) expect(await driver.run(image, settings)).toEqual(wanted);
      }),
      runs(60),
    );
  });
});

describe("a deadlock among some, while others compute without end", () => {
  const text = `from parallel import *
me = coreid()
def work(n):
    for i in range(n): pass
if me < 2:
    work(1000 * me)
    recv(1 - me)
elif me == 2:
    work(30000)
    send(1, 0)
elif me == 3:
    pass
elif me == 4:
    work(60000)
    recv(3)
else:
    while True: pass
`;

  const stuck = [0, 1, 2, 4];

  test("is told when it happens: in threads", async () => {
    // The monitor looks now and then by itself. With a clock that stands still it never comes to that.
    const engine = new WarmEngine("workers", { ...surroundingsOf(2), now: () => 0 });
    const session = await engine.start(imageBytesOf(text), settings);
    const told = new Set<number>();
    let urgent = 0;
    session.onActivity((activity) => {
      if (activity === "urgent") urgent++;
    });
    while (told.size < stuck.length) {
      for (const event of session.drain(1)) {
        if (event.kind === "deadlock") for (const wait of event.waits) told.add(wait.core);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    engine.dispose();
    expect([...told].sort()).toEqual(stuck);
    expect(urgent).toBeGreaterThan(0);
  });

  test("is told when it happens: in turns", () => {
    const chip = chipWith(imageOf(text), CORES);
    const cooperative = new Cooperative(chip, () => 0);
    const monitor = new Monitor(chip, () => 0);
    let told = 0;
    while (told < stuck.length) {
      const core = cooperative.turn();
      if (core === undefined) break;
      for (const event of monitor.pollStopped(core)) if (event.kind === "deadlock") told = event.waits.length;
      expect(findStuck(chip)).toHaveLength(told);
    }
    expect(chip.cores.filter((core) => monitor.isStuck(core)).map(({ id }) => id)).toEqual(stuck);
  });
});
