import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "../src/compiler/compile.ts";
import { createEngine } from "../src/runtime/node/engine.ts";
import type { Context } from "./lib/context.ts";
import { median } from "./lib/cpython.ts";

export const title = "Runs that are recorded, against runs that are not, all cores in one thread";

const RING = `
from parallel import *
me = coreid()
x = me
for i in range(1000):
    if me % 2 == 0:
        send(x, (me + 1) % 16)
        x = recv((me + 15) % 16)
    else:
        y = recv((me + 15) % 16)
        send(x, (me + 1) % 16)
        x = y
`;

/// Wall time of a run on 16 cores, in milliseconds.
async function time(text: string, record: boolean): Promise<number> {
  const { image, diagnostics } = compile({ name: "program.py", text });
  if (image === undefined) throw new Error(diagnostics[0]?.message);
  const engine = createEngine("cooperative");
  const deviceCores = Array.from({ length: 16 }, (_, id) => id);
  const run = await engine.start(image, { deviceCores, hostCores: 0, seed: 0, record });
  try {
    for (;;) {
      const last = run.drain(20).at(-1);
      if (last?.kind === "finished") {
        if (last.outcome !== "ended") throw new Error(last.outcome);
        return last.wallMilliseconds;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    engine.dispose();
  }
}

export async function bench({ say, root, short }: Context) {
  const runs = short ? 1 : 3;
  // Fewer iterations than the paper's: each is like the other.
  const whole = readFileSync(join(root, "src/testing/corpus/programs/paper/listing-5.py"), "utf8");
  const listing = whole.replace("1e-3", short ? "5e-1" : "3e-2");
  const results: Record<string, number> = {};
  for (const [name, text] of [
    ["listing 5", listing],
    ["16,000 messages in a ring", RING],
  ] as const) {
    const off: number[] = [];
    const on: number[] = [];
    // Side by side, so that both see the same machine.
    for (let k = 0; k < runs; k++) {
      say(`${name}, run ${k + 1} of ${runs}`);
      off.push(await time(text, false));
      on.push(await time(text, true));
    }
    results[`${name}, not recorded (ms)`] = median(off);
    results[`${name}, recorded (ms)`] = median(on);
    results[`${name}, ratio`] = median(on) / median(off);
  }
  return results;
}
