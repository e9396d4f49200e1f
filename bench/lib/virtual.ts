import { spawnSync } from "node:child_process";

/// The virtual time, in seconds, that a program takes with these flags of the command line: that of its last core.
export function virtualSeconds(cli: string, flags: readonly string[], program: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "-t", ...flags, program], { encoding: "utf8" });
  const seconds = [...stdout.matchAll(/, (\d+\.\d+) virtual s,/g)].map((match) => Number(match[1]));
  if (status !== 0 || seconds.length === 0) throw new Error(`${program} did not run: ${stderr}`);
  return Math.max(...seconds);
}
