import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { path } from "./project.mjs";

/**
 * Whether what the stamp stands for was built after the last change of all that it is made from.
 * @param {string} stamp
 * @param {readonly string[]} sources files and folders; missing ones are passed over
 */
export function isFresh(stamp, sources) {
  const built = statSync(path(stamp), { throwIfNoEntry: false });
  return built !== undefined && sources.every((source) => lastChange(path(source)) <= built.mtimeMs);
}

/**
 * Marks as built what was begun at `began`: a change made during the build counts as later.
 * @param {string} stamp
 * @param {Date} began
 */
export function markBuilt(stamp, began) {
  const file = path(stamp);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  utimesSync(file, began, began);
}

/**
 * The latest change in a file or folder, in milliseconds. A folder's own time tells of files added and removed.
 * @param {string} file
 * @returns {number}
 */
function lastChange(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  let latest = stat.mtimeMs;
  if (stat.isDirectory()) {
    for (const name of readdirSync(file)) latest = Math.max(latest, lastChange(join(file, name)));
  }
  return latest;
}
