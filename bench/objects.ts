import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript";
import type { Context } from "./lib/context.ts";
import { median, python } from "./lib/cpython.ts";
import { times } from "./lib/virtual.ts";

export const title =
  "Objects, dictionaries, closures, generators and exceptions on one core, against CPython and MicroPython: wall seconds";
export const needs = ["cli"];

interface Subject {
  readonly what: string;
  /// How often its loop is run: in CPython that takes about half a second.
  readonly rounds: number;
  /// A program that does it `N` times in a function `work`.
  readonly program: string;
}

const KEYS = Array.from({ length: 212 }, (_, k) => `key${k}`);

const POINT = `class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, k):
        self.x += k
`;

/// A function that runs some lines `N` times.
const loop = (before: string, body: string, rounds = "N"): string =>
  `def work():\n${indented(before, 4)}    s = 0\n    for i in range(${rounds}):\n${indented(body, 8)}    return s\n`;

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(by)).replace(/(?<=.)$/, "\n");
}

const texts = `d = {}\nfor i in range(${KEYS.length}):\n    d["key" + str(i)] = i % 100\n`;

const SUBJECTS: readonly Subject[] = [
  { what: "method call", rounds: 8_000_000, program: POINT + loop("p = Point(1, 2)", "p.add(1)") },
  {
    what: "attribute read",
    rounds: 12_000_000,
    program: POINT + loop("p = Point(1, 2)", "s += p.x\ns -= p.y\ns += p.y"),
  },
  {
    what: "attribute write",
    rounds: 16_000_000,
    program: POINT + loop("p = Point(1, 2)", "p.x = i\np.y = i\np.x = s"),
  },
  {
    what: "look-up, constant text keys",
    rounds: 100_000 * KEYS.length,
    program: texts + loop("", KEYS.map((key) => `s += d["${key}"]`).join("\n"), `N // ${KEYS.length}`),
  },
  {
    what: "look-up, int keys",
    rounds: 8_000_000,
    program: `d = {}\nfor i in range(200):\n    d[i * 3] = i\n${loop("", "s += d[i * 57 % 200 * 3]")}`,
  },
  {
    what: "look-up, keys from a for",
    rounds: 80_000 * KEYS.length,
    program: texts + loop("", "for k in d:\n    s += d[k]", `N // ${KEYS.length}`),
  },
  {
    what: "closure call",
    rounds: 10_000_000,
    program: `def adder(n):\n    def add(x):\n        return x + n\n    return add\n${loop("f = adder(2)", "s = f(s)")}`,
  },
  {
    what: "generator step",
    rounds: 12_000_000,
    program:
      "def count(n):\n    i = 0\n    while i < n:\n        yield i\n        i += 1\n\n" +
      "def work():\n    s = 0\n    for x in count(N):\n        s += x % 3\n    return s\n",
  },
  {
    what: "exception raised and caught",
    rounds: 3_000_000,
    program: loop("", "try:\n    raise ValueError(i)\nexcept ValueError:\n    s += 1"),
  },
  { what: "object creation", rounds: 4_000_000, program: POINT + loop("", "p = Point(i, 1)\ns += p.y") },
];

const RUNS = 5;

export async function bench({ say, cli, short }: Context) {
  const results: Record<string, number> = {};
  const folder = mkdtempSync(join(tmpdir(), "objects-"));
  try {
    for (const { what, rounds, program } of SUBJECTS) {
      const text = `N = ${short ? rounds / 100 : rounds}\n${program}`;
      const file = join(folder, "program.py");
      writeFileSync(file, `${text}print(work())\n`);
      const walls: Record<"ours" | "cpython" | "micropython", number[]> = { ours: [], cpython: [], micropython: [] };
      // By turns, so that all see the same machine.
      for (let run = 0; run < (short ? 1 : RUNS); run++) {
        say(`${what}, run ${run + 1}`);
        walls.cpython.push(inCPython(text));
        walls.micropython.push(await inMicroPython(text));
        walls.ours.push(times(cli, ["-d", "1", "--cooperative"], file).wall);
      }
      const [ours, cpython, micropython] = [median(walls.ours), median(walls.cpython), median(walls.micropython)];
      results[`${what} (s)`] = ours;
      results[`${what}, CPython (s)`] = cpython;
      results[`${what}, MicroPython (s)`] = micropython;
      results[`${what}, ratio to CPython`] = ours / cpython;
      results[`${what}, ratio to MicroPython`] = ours / micropython;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return results;
}

function inCPython(text: string): number {
  return Number(
    python(`${text}import time\nbegan = time.perf_counter()\nwork()\nprint(time.perf_counter() - began)\n`),
  );
}

/// In WebAssembly, with a heap of 16 MB.
async function inMicroPython(text: string): Promise<number> {
  const micropython = await loadMicroPython({ heapsize: 16 * 1024 * 1024, stdout: () => {} });
  micropython.runPython(text);
  const began = performance.now();
  micropython.runPython("work()");
  return (performance.now() - began) / 1000;
}
