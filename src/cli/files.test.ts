import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FileError, isThere, makeFolder, readFile, writeFile } from "./files.ts";
import { makeOddFiles, oddFiles } from "./testing/odd-files.ts";

const folder = mkdtempSync(join(tmpdir(), "files-"));
const path = (name: string): string => join(folder, name);
beforeAll(() => makeOddFiles(folder));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(oddFiles)("a file that is none is refused without being opened: $name", ({ name, what }) => {
  const read = () => readFile(path(name), 1_000_000);
  expect(read).toThrow(FileError);
  expect(read).toThrow(`${path(name)} ${what}`);
});

test("what is read is counted, not what a file says of its length", () => {
  // Those of /proc say that they are empty.
  const status = "/proc/self/status";
  expect(readFile(status, 1_000_000).length).toBeGreaterThan(100);
  expect(() => readFile(status, 100)).toThrow("is larger than");
  writeFileSync(path("exact"), "x".repeat(200_000));
  expect(readFile(path("exact"), 200_000)).toHaveLength(200_000);
  expect(() => readFile(path("exact"), 199_999)).toThrow("is larger than 0.199999 MB");
});

test("what is written is whole, and nothing is written over what was read", () => {
  writeFile(path("a.bin"), new Uint8Array([1, 2, 3]));
  writeFile(path("a.bin"), "é");
  expect(readFileSync(path("a.bin"), "utf8")).toBe("é");
  symlinkSync("a.bin", path("also-a.bin"));
  expect(() => writeFile(path("also-a.bin"), "", [path("a.bin")])).toThrow("is what was read: write to another file");
  for (const name of ["folder.py", "pipe.py", "device.py", "loop.py", "nowhere/a.bin"]) {
    expect(() => writeFile(path(name), "x"), name).toThrow(FileError);
  }
  expect(readFileSync(path("a.bin"), "utf8")).toBe("é");
});

test("names that would move a terminal's cursor are shown, not written", () => {
  expect(() => readFile("a\x1b[2Jb", 10)).toThrow("a␛[2Jb cannot be read: there is no such file or folder");
});

test("a link that leads nowhere is there all the same", () => {
  expect(isThere(path("gone.py"))).toBe(true);
  expect(isThere(path("never"))).toBe(false);
  expect(isThere(path("x".repeat(5000)))).toBe(false);
  expect(() => makeFolder(path("big.py/below"))).toThrow("a part of its path is a file");
});
