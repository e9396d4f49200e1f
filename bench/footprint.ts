import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "./lib/context.ts";
import { openPage, runToEnd } from "./lib/page.ts";

export const title = "Memory that the command line and the built page take, on each chip (Linux only)";
export const needs = ["cli", "page", "chromium"];

const CHIPS = [
  ["Epiphany-III", 16],
  ["Epiphany-IV", 64],
  ["Epiphany-V", 1024],
  ["Epiphany-4096", 4096],
] as const;

const chips = (short: boolean) => (short ? CHIPS.slice(0, 2) : CHIPS);

// Every core has a list, sends, reduces and prints.
const PROGRAM = `from parallel import *
a = range(100)
nonblocking_send(a, (coreid() + 1) % numcores())
b = recv((coreid() + numcores() - 1) % numcores())
print sum(b), reduce(coreid(), "max")
`;

// Said by the process itself as it ends. (What the system tells of it afterwards includes the process that started it.)
const AT_THE_END = `data:text/javascript,${encodeURIComponent(
  'import { readFileSync } from "node:fs"; import { isMainThread } from "node:worker_threads";' +
    'if (isMainThread) process.on("exit", () => process.stderr.write(readFileSync("/proc/self/status", "utf8")));',
)}`;

export async function bench(context: Context): Promise<Record<string, string>> {
  return { ...ofCommand(context), ...(await ofPage(context)) };
}

function ofCommand({ say, cli, short }: Context): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "memory-"));
  const program = join(folder, "program.py");
  writeFileSync(program, PROGRAM);
  const results: Record<string, string> = {};
  try {
    for (const [chip, cores] of chips(short)) {
      for (const flags of [[], ["--cooperative"]]) {
        const what = `command line, ${cores} cores${flags.length > 0 ? ", in one thread" : ""}`;
        say(what);
        const words = ["--import", AT_THE_END, cli, "--chip", chip, ...flags, program];
        const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", maxBuffer: 1e9 });
        if (status !== 0) throw new Error(`${what}: ${stderr}`);
        results[what] = `${Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(stderr)?.[1]) / 1024)} MB`;
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return results;
}

/// Of the process that the page and its workers run in: what it has to itself, and its share of what it has with others.
async function ofPage({ say, root, chromium, short }: Context): Promise<Record<string, string>> {
  const open = await openPage(root, chromium);
  const { page, lab } = open;
  try {
    const browser = await page.context().browser()?.newBrowserCDPSession();
    const measure = async (): Promise<string> => {
      const { processInfo } = (await browser?.send("SystemInfo.getProcessInfo")) ?? { processInfo: [] };
      const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => share(id));
      return `${Math.round(Math.max(...sizes) / 1024)} MB`;
    };
    say("the page");
    await lab.editor.write(PROGRAM);
    const results: Record<string, string> = { "page, before the first run": await measure() };
    for (const [chip, cores] of chips(short)) {
      say(`the page, ${cores} cores`);
      await lab.chooseChip(chip);
      await runToEnd(lab);
      results[`page, after a run on ${cores} cores`] = await measure();
    }
    return results;
  } finally {
    await open.close();
  }
}

/// In KB.
function share(id: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))?.[1] ?? 0);
}
