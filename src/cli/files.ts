import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { devNull } from "node:os";
import { tooLarge } from "../base/limits.ts";
import { forTerminal } from "../base/terminal-text.ts";

// All that the command line does with files. What a path names may be anything, and may change at any moment: a pipe or a
// device is never opened, for that may wait for ever; what is read is counted as it comes; and whatever goes wrong is a
// FileError, one line for people.

/// Says what is wrong with a file.
export class FileError extends Error {
  /// The words that follow the path: `is a folder, not a file`.
  readonly what: string;

  constructor(path: string, what: string) {
    super(`${forTerminal(path === "" ? '""' : path)} ${what}`);
    this.what = what;
  }
}

const chunkBytes = 1 << 16;

/// The bytes of a file of up to `most`; throws FileError.
export function readFile(path: string, most: number): Uint8Array {
  return attempt(path, "read", () => {
    requireFile(path, statSync(path));
    // Something else may stand there by now: opening it so waits for nobody.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      requireFile(path, fstatSync(file));
      return readUpTo(file, most, () => new FileError(path, tooLarge(most)));
    } finally {
      closeSync(file);
    }
  });
}

/// How long a file says it is says nothing: it may grow, or be one of /proc.
function readUpTo(file: number, most: number, refusal: () => Error): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const part = new Uint8Array(chunkBytes);
    const count = readSync(file, part);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
    length += count;
    if (length > most) throw refusal();
  }
  return Buffer.concat(parts, length);
}

/// Writes a file, in the place of one that is there; throws FileError. `sources` are files that it must not overwrite.
export function writeFile(path: string, content: string | Uint8Array, sources: readonly string[] = []): void {
  attempt(path, "written", () => {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there !== undefined && path !== devNull) requireFile(path, there);
    if (there !== undefined && sources.some((source) => isSame(there, source))) {
      throw new FileError(path, "is what was read: write to another file");
    }
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NONBLOCK ?? 0);
    const file = openSync(path, flags, 0o666);
    try {
      const bytes = typeof content === "string" ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    } finally {
      closeSync(file);
    }
  });
}

/// What lies in a folder, by name; throws FileError.
export function entriesOf(folder: string): readonly Dirent[] {
  return attempt(folder, "read", () =>
    readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

/// Makes a folder and those above it; throws FileError.
export function makeFolder(path: string): void {
  attempt(path, "made", () => mkdirSync(path, { recursive: true }));
}

/// Whether there is anything of this name, be it a symbolic link that leads nowhere.
export function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function requireFile(path: string, stats: Stats): void {
  if (stats.isFile()) return;
  if (stats.isDirectory()) throw new FileError(path, "is a folder, not a file");
  if (stats.isFIFO()) throw new FileError(path, "is a pipe, not a file: write what comes through it to a file first");
  throw new FileError(path, `is a ${stats.isSocket() ? "socket" : "device"}, not a file`);
}

function isSame(stats: Stats, path: string): boolean {
  const other = statSync(path, { throwIfNoEntry: false });
  return other !== undefined && other.dev === stats.dev && other.ino === stats.ino;
}

/// What the system says, in plain words.
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is a file, not a folder",
  EISDIR: "it is a folder",
  EEXIST: "something of that name is there already",
  ELOOP: "its symbolic links lead back to themselves",
  EACCES: "you are not allowed to",
  EPERM: "you are not allowed to",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EIO: "the disk does not answer as it should",
  ENXIO: "nobody reads it",
  EAGAIN: "it has nothing to give now",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
};

function attempt<T>(path: string, done: "read" | "written" | "made", work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new FileError(path, `cannot be ${done}: ${reasons[code] ?? (code || "the system does not say why")}`);
  }
}
