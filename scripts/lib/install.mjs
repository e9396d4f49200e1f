import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { path } from "./project.mjs";
import { Failure, run } from "./run.mjs";

const lock = path("package-lock.json");
const stamp = path("node_modules/.installed-from");

/**
 * Installs the dependencies that package-lock.json names, unless they are there already.
 * @param {{ say?: (text: string) => void, output?: "inherit" | "stderr" }} [options]
 */
export async function ensureInstalled({ say = console.log, output = "inherit" } = {}) {
  checkNode();
  if (isInstalled()) return;
  say("Installing the dependencies (npm ci); the first time this takes about a minute.");
  // `npm run` says where npm is, so that the same one is used and Windows needs no shell.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund"];
  const status = npm?.endsWith(".js")
    ? await run(process.execPath, [npm, ...args], { output })
    : await run("npm", args, { output, shell: process.platform === "win32" });
  if (status !== 0) {
    throw new Failure(
      status === 127 ? "npm was not found." : "The dependencies could not be installed.",
      status === 127
        ? "Install Node with npm (https://nodejs.org) and start again."
        : "Look at what npm says above; check the network and its proxy settings, then start again.",
    );
  }
  writeFileSync(stamp, lockHash());
}

/** Throws when this Node is too old to run the tools. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  throw new Failure(
    `ePython Lab needs Node 20.19, 22.12 or newer; this is ${process.versions.node}.`,
    "Install a newer one (https://nodejs.org) and start again.",
  );
}

function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash()) return true;
  // Installed by hand: npm leaves its own copy of the lock behind as its last step.
  const own = path("node_modules/.package-lock.json");
  return existsSync(own) && statSync(own).mtimeMs >= statSync(lock).mtimeMs;
}

function lockHash() {
  return createHash("sha256").update(readFileSync(lock)).digest("hex");
}
