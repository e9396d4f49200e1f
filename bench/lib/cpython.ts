import { spawnSync } from "node:child_process";

/// Runs a Python 3 program and gives its standard output; throws when there is no python3 or it fails.
export function python(program: string, input = ""): string {
  const { status, stdout, stderr, error } = spawnSync("python3", ["-c", program], { input, encoding: "utf8" });
  if (error !== undefined) throw new Error("python3 is needed for the comparison and is not on the path");
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
  return stdout;
}

/// The middle one of several measurements.
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
