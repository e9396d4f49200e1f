import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Context } from "./lib/context.ts";

export const title = "Table II of the paper: 5,000 numbers sorted by odd-even transposition, virtual seconds";
export const needs = ["cli"];

// The cost of full Python's own work is no part of the model. For the row without cores the program is run on a virtual
// core of ePython, whose time is scaled by what the paper measured of the two on the same program (Table I).
const CPYTHON_TO_VIRTUAL_CORE = 14.71 / 48.56;
const PAPER = { hybrid: 43.83, host: 37.59 };

const run = promisify(execFile);

async function virtualSeconds(cli: string, core: string, args: readonly string[]): Promise<number> {
  const { stdout } = await run(cli, [...args, "-t"], { maxBuffer: 1 << 24 });
  if (!/^(\[host \d+\] )?sorted$/m.test(stdout))
    throw new Error(`the numbers were not sorted: ${stdout.slice(0, 300)}`);
  const line = stdout.split("\n").find((one) => one.startsWith(`[${core}]`) && one.includes("virtual s"));
  const seconds = /([\d.]+) virtual s/.exec(line ?? "")?.[1];
  if (seconds === undefined) throw new Error(`no virtual time in ${stdout.slice(0, 300)}`);
  return Number(seconds);
}

export async function bench({ say, root, cli }: Context) {
  const program = (name: string): string => `${root}/bench/programs/${name}.py`;
  say("The host and 16 cores.");
  const hybrid = await virtualSeconds(cli, "host 16", [
    "--host",
    program("sort-host"),
    "--device",
    program("sort-cores"),
  ]);
  say("One core of the host.");
  const serial = await virtualSeconds(cli, "host 0", ["-d", "0", "-h", "1", program("sort-serial")]);
  const host = serial * CPYTHON_TO_VIRTUAL_CORE;
  return {
    "hybrid ePython and CPython, paper": PAPER.hybrid,
    "hybrid ePython and CPython, ours": hybrid,
    "CPython on host only, paper": PAPER.host,
    "CPython on host only, ours": host,
    "hybrid to host only, paper": PAPER.hybrid / PAPER.host,
    "hybrid to host only, ours": hybrid / host,
  };
}
