import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "./lib/context.ts";
import { times } from "./lib/virtual.ts";

export const title = "A Jacobi solver of 100 and of 200 points on 1 to 16 cores: virtual seconds";
export const needs = ["cli"];

export async function bench({ say, root, cli, short }: Context) {
  const text = readFileSync(join(root, "bench/jacobi.py"), "utf8");
  const folder = mkdtempSync(join(tmpdir(), "jacobi-"));
  const results: Record<string, number> = {};
  try {
    for (const points of short ? [100] : [100, 200]) {
      const program = join(folder, `jacobi-${points}.py`);
      writeFileSync(program, text.replace("SIZE = 100", `SIZE = ${points}`));
      for (const cores of short ? [1, 16] : [1, 2, 4, 6, 8, 10, 12, 16]) {
        say(`${points} points on ${cores}`);
        results[`${points} points, ${cores} cores (s)`] = times(cli, ["-d", String(cores)], program).virtual;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return results;
}
