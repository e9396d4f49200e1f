import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "./lib/context.ts";
import { median, python } from "./lib/cpython.ts";
import { openPage, runToEnd } from "./lib/page.ts";

export const title = "The paper's listing 5 in the built page, against the same computation in serial CPython";
export const needs = ["page", "chromium"];

// The same computation on one core, at module level as in the listing, with what is parallel left out.
const SERIAL = `
import time
from math import pow, sqrt
start = time.perf_counter()
W = 1.3
def norm_of(data, size, bnorm=None):
    total = 0.0
    i = 1
    while i <= size:
        total = total + pow((data[i]*2 - data[i-1] - data[i+1]), 2)
        i += 1
    if bnorm is None:
        return sqrt(total)
    else:
        return sqrt(total) / bnorm
size = 1000
data = [0] * (size + 2)
data[0] = 1.0
data[size+1] = 10.0
bnorm = norm_of(data, size)
norm = 1.0
its = 0
while norm >= 1e-3 and its < 10000:
    norm = norm_of(data, size, bnorm)
    i = 1
    while i <= size:
        data[i] = ((1-W) * data[i]) + 0.5 * W * (data[i-1] + data[i+1])
        i += 1
    its += 1
assert its == 1184
print(time.perf_counter() - start)
`;

export async function bench(context: Context) {
  const runs = context.short ? 1 : 5;
  const program = readFileSync(join(context.root, "src/testing/corpus/programs/paper/listing-5.py"), "utf8");
  const open = await openPage(context.root, context.chromium);
  const ours = new Map<number, number[]>();
  const theirs: number[] = [];
  try {
    await open.lab.editor.write(program);
    for (let k = 0; k < runs; k++) {
      // Side by side, so that both see the same machine.
      theirs.push(Number(python(SERIAL)));
      for (const cores of [16, 1]) {
        context.say(`run ${k + 1} of ${runs} on ${cores} ${cores === 1 ? "core" : "cores"}`);
        await open.lab.chooseCores(cores);
        const times = ours.get(cores) ?? [];
        times.push(await runToEnd(open.lab));
        ours.set(cores, times);
      }
    }
  } finally {
    await open.close();
  }
  const cpython = median(theirs);
  const sixteen = median(ours.get(16) ?? []);
  const one = median(ours.get(1) ?? []);
  return {
    "CPython, serial (s)": cpython,
    "page, 16 cores (s)": sixteen,
    "page, 1 core (s)": one,
    "ratio, 16 cores": sixteen / cpython,
    "ratio, 1 core": one / cpython,
  };
}
