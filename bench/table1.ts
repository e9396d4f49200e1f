import { join } from "node:path";
import type { Context } from "./lib/context.ts";
import { times } from "./lib/virtual.ts";

export const title = "Listing 5 in the configurations of the paper's Table I: virtual seconds, and the paper's";
export const needs = ["cli"];

const OURS = [
  ["ePython on 16 Epiphany cores", [], 9.61],
  ["ePython all in shared memory", ["-codeshared", "-datashared"], 52.04],
  ["ePython on host CPU only", ["-d", "0", "-h", "1"], 48.56],
] as const;

// What the paper measured besides; nothing here could run it.
const OTHERS = { "CPython on host CPU only": 14.71, "C on ARM CPU only": 2.23, "C on 16 Epiphany cores": 1.01 };

export async function bench({ say, root, cli }: Context) {
  const program = join(root, "src/testing/corpus/programs/paper/listing-5.py");
  const results: Record<string, string> = {};
  for (const [what, flags, paper] of OURS) {
    say(what);
    const ours = times(cli, flags, program).virtual;
    const off = (ours / paper - 1) * 100;
    results[what] =
      `${ours.toFixed(2)} s, in the paper ${paper.toFixed(2)} (${off < 0 ? "−" : "+"}${Math.abs(off).toFixed(1)} %)`;
  }
  for (const [what, paper] of Object.entries(OTHERS)) results[what] = `in the paper ${paper.toFixed(2)} s`;
  return results;
}
