import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "./lib/context.ts";
import { median } from "./lib/cpython.ts";

export const title = "10,000 lines compiled by the built command line";
export const needs = ["cli"];

const LINES = 10_000;

// What students write: functions with loops, conditions, lists and text. Most are never called, so that the whole fits.
function program(): string {
  const lines = ["from parallel import *", "from math import sqrt", "total = 0"];
  for (let k = 0; lines.length < LINES - 1; k++) {
    lines.push(
      "",
      "",
      `# Number ${k} of many that are alike`,
      `def work${k}(data, size, limit=${k % 100}):`,
      "    count = 0",
      "    for i in range(size):",
      "        if data[i] > limit and data[i] % 2 == 0 or i == size - 1:",
      `            count += data[i] * ${(k % 7) + 1} - (i + 3) // 2`,
      "        elif not data[i]:",
      `            print "nothing at", i, 'in', ${k}`,
      "    while count > 1000: count = count - sqrt(count) / 2.5",
      k === 0 ? "    return count" : `    return count + work${k - 1}(data[1:], len(data) - 1, limit=limit)`,
    );
  }
  return [...lines.slice(0, LINES - 1), "print work0([1, 2, 3], 3), total", ""].join("\n");
}

/// Median wall time of the command line on a file, in milliseconds.
function time(cli: string, file: string, runs: number): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [cli, "-o", `${file}.out`, file], { encoding: "utf8" });
    times.push(performance.now() - start);
    if (status !== 0) throw new Error(`it does not compile: ${stderr}`);
  }
  return median(times);
}

export async function bench({ say, cli, short }: Context) {
  const runs = short ? 1 : 7;
  const folder = mkdtempSync(join(tmpdir(), "compile-"));
  try {
    const long = join(folder, "long.py");
    const empty = join(folder, "empty.py");
    writeFileSync(long, program());
    writeFileSync(empty, "print 1\n");
    say(`${runs} runs each`);
    const whole = time(cli, long, runs);
    const start = time(cli, empty, runs);
    return {
      "10,000 lines, with the start of Node (ms)": whole,
      "one line (ms)": start,
      "compiling (ms)": whole - start,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
