import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "./lib/context.ts";
import { median } from "./lib/cpython.ts";
import { openPage, runToEnd } from "./lib/page.ts";
import { times } from "./lib/virtual.ts";

export const title =
  "A million messages between two cores, and 100,000 round a ring of 16: wall seconds, median of runs";
export const needs = ["page", "cli", "chromium"];

const PAIR = `from parallel import *
i = 0
while i < 500000:
    if coreid() == 0:
        send(i, 1)
        x = recv(1)
    else:
        x = recv(0)
        send(x, 0)
    i += 1
`;

// One after the other from core to core.
const RING = `from parallel import *
left = (coreid() + numcores() - 1) % numcores()
right = (coreid() + 1) % numcores()
i = 0
while i < 100000 / numcores():
    if coreid() == 0:
        send(i, right)
        x = recv(left)
    else:
        x = recv(left)
        send(x, right)
    i += 1
`;

const PROGRAMS = [
  ["a million between two", 2, PAIR],
  ["100,000 round a ring of 16", 16, RING],
] as const;

export async function bench(context: Context) {
  const runs = context.short ? 1 : 5;
  const results: Record<string, number> = {};
  const folder = mkdtempSync(join(tmpdir(), "messages-"));
  const open = await openPage(context.root, context.chromium);
  try {
    for (const [what, cores, whole] of PROGRAMS) {
      const text = context.short ? whole.replace("00000", "00") : whole;
      const file = join(folder, "program.py");
      writeFileSync(file, text);
      await open.lab.editor.write(text);
      await open.lab.chooseCores(cores);
      const walls = new Map<string, number[]>([
        ["page", []],
        ["Node, workers", []],
        ["Node, cooperative", []],
      ]);
      for (let k = 0; k < runs; k++) {
        context.say(`${what}, run ${k + 1} of ${runs}`);
        walls.get("page")?.push(await runToEnd(open.lab));
        const flags = ["-d", String(cores)];
        walls.get("Node, workers")?.push(times(context.cli, flags, file).wall);
        walls.get("Node, cooperative")?.push(times(context.cli, [...flags, "--cooperative"], file).wall);
      }
      for (const [where, seconds] of walls) results[`${what}, ${where} (s)`] = median(seconds);
    }
  } finally {
    await open.close();
    rmSync(folder, { recursive: true });
  }
  return results;
}
