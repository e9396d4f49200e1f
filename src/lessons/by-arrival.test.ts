import { expect, test } from "vitest";
import { createEngine } from "../runtime/node/engine.ts";
import { imageBytesOf } from "../testing/harness/chips.ts";
import { goesByArrival } from "./by-arrival.ts";
import { observe } from "./observe.ts";

const HEAD = "from parallel import *\n";

test.each([
  ["probe", `${HEAD}if coreid() == 0: print probe(1)`],
  ["test_sent", `${HEAD}if coreid() == 0: print test_sent(1)`],
  ["probe as a value", `${HEAD}f = probe\nif coreid() == 0: print f(1)`],
  ["a task farm", `${HEAD}from taskfarm import *\ninitTaskFarm(0)\nif coreid() == 0: print testFunctionFinish(1)`],
])("a program with %s goes by what has arrived", (_, text) => {
  expect(goesByArrival(imageBytesOf(text))).toBe(true);
});

test("one that waits for each message does not", () => {
  const farm = `${HEAD}from taskfarm import *\ninitTaskFarm(0)\nworker()\nif coreid() == 0: shutdownTaskFarm()`;
  for (const text of ["print 1", `${HEAD}if coreid() == 0: send(1, 1)\nelse: print recv(0)`, farm]) {
    expect(goesByArrival(imageBytesOf(text))).toBe(false);
  }
});

test("a check of such a program sees the same times on every engine", async () => {
  // The master works between its looks, so that it ends later the more looks it takes.
  const text = `${HEAD}
if coreid() == 0:
    looks = 0
    while not probe(1):
        looks += 1
        for i in range(20): looks += 0
    print recv(1), looks
else:
    x = 0
    for i in range(3000): x += i
    send(x, 0)
`;
  const image = imageBytesOf(text);
  const plan = { chip: "Epiphany-III", cores: 2, hostCores: 0, seed: 1, input: [] };
  const clock = {
    now: () => performance.now(),
    after(milliseconds: number, work: () => void) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  const seen: unknown[] = [];
  const engines = [createEngine("cooperative"), ...[1, 2, 4].map((threads) => createEngine("workers", threads))];
  for (const engine of engines) {
    const { cores, lines } = await observe({ kind: "cores", image }, plan, { engine, clock });
    seen.push({ seconds: cores.map(({ seconds }) => seconds), lines });
    engine.dispose();
  }
  for (const one of seen.slice(1)) expect(one).toEqual(seen[0]);
});
