import { existsSync } from "node:fs";
import { run } from "./run.mjs";

/** Whether this is a Debian or Ubuntu on which we may install packages. */
export function mayInstall() {
  return process.platform === "linux" && existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
}

/** @param {string[]} args */
export const aptGet = (...args) =>
  run("apt-get", args, { env: { DEBIAN_FRONTEND: "noninteractive" }, timeout: 10 * 60_000 });

/**
 * Installs packages, without those that they only recommend.
 * @param {readonly string[]} packages
 */
export async function install(packages) {
  await aptGet("update");
  return (await aptGet("install", "-y", "--no-install-recommends", ...packages)) === 0;
}
