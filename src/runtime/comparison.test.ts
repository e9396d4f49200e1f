import { expect, test } from "vitest";
import { atOnce } from "../base/sliced-work.ts";
import { compile } from "../compiler/compile.ts";
import { comparisonOf } from "./comparison.ts";
import { Rerun } from "./rerun.ts";

function made(text: string, cores = 3): Rerun {
  const { image, diagnostics } = compile({ name: "test.py", text });
  if (image === undefined) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  const deviceCores = Array.from({ length: cores }, (_, id) => id);
  const rerun = new Rerun(image, { deviceCores, hostCores: 0, seed: 1 }, []);
  atOnce(rerun.make());
  return rerun;
}

const program = (value: number, slow = ""): string =>
  `from parallel import *\nme = coreid()\n${slow}if me == 0:\n    send(${value}, 1)\n    send(9, 1)\nelif me == 1:\n    a = recv(0)\n    b = recv(0)\n    print a + b\n`;

test("the same run twice is the same in all", () => {
  const { first, second, sameOutput, parting } = atOnce(comparisonOf(made(program(5)), made(program(5))));
  expect(second).toEqual(first);
  expect(first.summary).toMatchObject({ messages: 2, bytes: 8 });
  expect(sameOutput).toBe(true);
  expect(parting).toBeNull();
});

test("two runs part at the first event that differs", () => {
  const { sameOutput, parting } = atOnce(comparisonOf(made(program(5)), made(program(6))));
  expect(sameOutput).toBe(false);
  expect(parting).toMatchObject({
    core: 0,
    first: { core: 0, words: "sends 5 to core 1" },
    second: { core: 0, words: "sends 6 to core 1" },
  });
});

test("a run that takes longer for the same parts nowhere", () => {
  const slow = "if me == 0:\n    for i in range(500): x = i\n";
  const { first, second, sameOutput, parting } = atOnce(comparisonOf(made(program(5)), made(program(5, slow))));
  expect(second.end).toBeGreaterThan(first.end);
  const waiting = ({ summary }: typeof first) => summary.cores[1]?.waiting ?? 0;
  expect(waiting(second)).toBeGreaterThan(waiting(first));
  expect(sameOutput).toBe(true);
  expect(parting).toBeNull();
});

test("cores that print nothing make no difference to the output", () => {
  const one = "from parallel import *\nif coreid() == 0: print 1\n";
  expect(atOnce(comparisonOf(made(one, 2), made(one, 4)))).toMatchObject({ sameOutput: true, parting: null });
});

test("a core that is there in one of them only does all that it does more", () => {
  const all = "from parallel import *\nprint coreid()\n";
  const { sameOutput, parting } = atOnce(comparisonOf(made(all, 2), made(all, 3)));
  expect(sameOutput).toBe(false);
  expect(parting).toMatchObject({ core: 2, first: null, second: { words: "prints: 2" } });
});
