import { expect, type Page } from "@playwright/test";
import type { Context } from "./lib/context.ts";
import { openPage } from "./lib/page.ts";

export const title = "Kernels launched by full Python, in the built page";
export const needs = ["page", "chromium"];

// Python measures itself; it says each result as `name = number`.
const PROGRAM = `from time import perf_counter
from epython import offload
import epython, gc, sys

@offload
def nothing():
    return 1

@offload(async_=True)
def busy(n):
    i = 0
    while i < n:
        i += 1
    return i

def memory():
    gc.collect()
    return len(gc.get_objects())

first = perf_counter()
assert nothing() == [1] * 16
print("first launch on 16 cores (ms) =", (perf_counter() - first) * 1e3)
for k in range(20):
    nothing()
times = []
for k in range(100):
    start = perf_counter()
    nothing()
    times.append((perf_counter() - start) * 1e3)
times.sort()
print("launch on 16 cores and its values: median (ms) =", times[50])
print("launch on 16 cores and its values: most (ms) =", times[-1])

input("before 1,000 launches ")
before = memory(), sys.getallocatedblocks()
for k in range(1000):
    nothing()
after = memory(), sys.getallocatedblocks()
print("objects of Python left by 1,000 launches =", after[0] - before[0])
print("blocks of its memory left by them =", after[1] - before[1])
input("after them ")

start = perf_counter()
busy(20000).wait()
alone = perf_counter() - start
handler = busy(20000)
start = perf_counter()
while perf_counter() - start < 3 * alone:
    pass
start = perf_counter()
handler.wait()
left = perf_counter() - start
print("a kernel (ms) =", alone * 1e3)
print("waiting for it after three times as long a computation on the host (ms) =", left * 1e3)
print("done = 1")
`;

export async function bench(context: Context) {
  const launches = context.short ? 20 : 1000;
  const program = PROGRAM.replaceAll("1000", String(launches)).replaceAll("1,000", launches.toLocaleString("en"));
  const open = await openPage(context.root, context.chromium);
  try {
    context.say("Loading Python.");
    const began = performance.now();
    await open.lab.run(program);
    const ready = open.lab.output.line("host 16", "first launch on 16 cores");
    await expect(ready).toBeVisible({ timeout: 120_000 });
    const results: Record<string, number | string> = { "from Run to the first launch (ms)": performance.now() - began };
    context.say("Many launches, then a kernel beside the host.");
    const heaps = [];
    const question = open.lab.output.question("host 16");
    for (const said of ["launch on 16 cores and its values: most", "blocks of its memory left by them"]) {
      await expect(open.lab.output.line("host 16", said)).toBeVisible({ timeout: 120_000 });
      await question.waitFor({ timeout: 120_000 });
      heaps.push(await heapOf(open.page));
      await question.fill("go on");
      await question.press("Enter");
    }
    results[`heaps of page and threads before ${launches} launches (MB)`] = heaps[0] ?? "not measured";
    results["heaps of page and threads after them (MB)"] = heaps[1] ?? "not measured";
    await expect(open.lab.output.line("host 16", "done = 1")).toBeVisible({ timeout: 120_000 });
    for (const line of await open.lab.output.log.locator(".log-line .log-text").allInnerTexts()) {
      const [name = "", value = ""] = line.split(" = ");
      if (value !== "" && name !== "done") results[name] = Number(value);
    }
    return results;
  } finally {
    await open.close();
  }
}

/// What JavaScript holds in the page and its threads, in MB, once what can be collected has been. The headless shell does not
/// measure it.
async function heapOf(page: Page): Promise<number | "not measured"> {
  const bytes = await page.evaluate(async () => {
    const { measureUserAgentSpecificMemory } = performance as unknown as {
      measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }>;
    };
    return (await measureUserAgentSpecificMemory?.call(performance).catch(() => undefined))?.bytes;
  });
  return bytes === undefined ? "not measured" : bytes / 2 ** 20;
}
