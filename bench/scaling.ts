import { join } from "node:path";
import type { Context } from "./lib/context.ts";
import { times } from "./lib/virtual.ts";

export const title =
  "Listing 5 on 1 to 16 cores, as the paper's figure 3: virtual seconds, speedup, parallel efficiency";
export const needs = ["cli"];

export async function bench({ say, root, cli, short }: Context) {
  const program = join(root, "src/testing/corpus/programs/paper/listing-5.py");
  const results: Record<string, string> = {};
  let one = 0;
  for (let cores = 1; cores <= 16; cores += short ? 15 : 1) {
    say(`${cores} of 16`);
    const seconds = times(cli, ["-d", String(cores)], program).virtual;
    if (cores === 1) one = seconds;
    const speedup = one / seconds;
    results[`${cores} ${cores === 1 ? "core" : "cores"}`] =
      `${seconds.toFixed(2)} s, ${speedup.toFixed(2)} times as fast, ${((speedup / cores) * 100).toFixed(1)} %`;
  }
  return results;
}
