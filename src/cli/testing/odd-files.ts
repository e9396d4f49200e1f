import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/// Names of programs that are none, and what is said of each.
export const oddFiles: readonly { readonly name: string; readonly what: string }[] = [
  { name: "folder.py", what: "is a folder, not a file" },
  { name: "pipe.py", what: "is a pipe, not a file" },
  { name: "device.py", what: "is a device, not a file" },
  { name: "loop.py", what: "cannot be read: its symbolic links lead back to themselves" },
  { name: "gone.py", what: "cannot be read: there is no such file or folder" },
  { name: "big.py", what: "is larger than" },
];

/// Makes them in a folder, with another ending if that is given.
export function makeOddFiles(folder: string, ending = ".py"): void {
  const path = (name: string): string => join(folder, `${name}${ending}`);
  if (existsSync(path("folder"))) return;
  mkdirSync(path("folder"));
  execFileSync("mkfifo", [path("pipe")]);
  symlinkSync("/dev/zero", path("device"));
  symlinkSync(`loop${ending}`, path("loop"));
  symlinkSync("nowhere", path("gone"));
  // It takes no room on the disk.
  writeFileSync(path("big"), "");
  truncateSync(path("big"), 1_000_000_000);
}
