import { spawnSync } from "node:child_process";

/// The times, in seconds, that a program takes with these flags of the command line: those of its last core.
export function times(cli: string, flags: readonly string[], program: string): { virtual: number; wall: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "-t", ...flags, program], { encoding: "utf8" });
  const lines = [...stdout.matchAll(/, (\d+\.\d+) virtual s, (\d+\.\d+) s$/gm)];
  if (status !== 0 || lines.length === 0) throw new Error(`${program} did not run: ${stderr}`);
  return {
    virtual: Math.max(...lines.map((match) => Number(match[1]))),
    wall: Math.max(...lines.map((match) => Number(match[2]))),
  };
}
