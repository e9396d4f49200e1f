import { spawn } from "node:child_process";
import { root } from "./project.mjs";

/** Something went wrong that the person at the keyboard can do something about. */
export class Failure extends Error {
  /**
   * @param {string} message what went wrong
   * @param {string} advice what to do
   */
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/**
 * Runs a script's body; a failure is told in plain words and ends the process with status 1.
 * @param {() => Promise<void>} body
 */
export async function script(body) {
  try {
    await body();
  } catch (error) {
    if (error instanceof Failure) console.error(`\n✗ ${error.message}\n  ${error.advice.replaceAll("\n", "\n  ")}`);
    else console.error(error);
    process.exitCode = 1;
  }
}

/**
 * Runs a command in the project's folder and resolves to its exit status; 127 if it cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, output?: "inherit" | "ignore" | "stderr", shell?: boolean, timeout?: number }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, output = "inherit", shell = false, timeout = 0 } = {}) {
  const out = output === "stderr" ? 2 : output;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", out, output === "ignore" ? "ignore" : "inherit"],
      shell,
      timeout,
    });
    child.on("error", () => resolve(127));
    child.on("close", (status) => resolve(status ?? 1));
  });
}

/**
 * Runs one of the project's tools, a file for Node.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runTool = (file, args, options) => run(process.execPath, [file, ...args], options);
