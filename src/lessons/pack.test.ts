import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { FormatError } from "./format-error.ts";
import { PackError, packOf, readIndex, readZip } from "./pack.ts";

const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

describe("a lesson pack", () => {
  it("is read from a .zip, with or without a folder around it", () => {
    const files = { "01-a/chapter.md": "# A", "01-a/01-b/lesson.md": "x", "01-a/01-b/start.py": "print 1" };
    expect(readZip(zip(files))).toEqual(files);
    const inside = Object.fromEntries(Object.entries(files).map(([path, text]) => [`my-pack/${path}`, text]));
    expect(readZip(zip({ ...inside, "my-pack/photo.png": "…", "__MACOSX/x.md": "" }))).toEqual(files);
  });

  it("has texts without marks, whose lines end in \\n; what is no text is named with its place", () => {
    const files = {
      "01-a/chapter.md": "\ufeff# A\r\n",
      "01-a/01-b/lesson.md": "\ufeffx\ry",
      "01-a/01-b/check.json": "\ufeff{}",
    };
    expect(readZip(zip(files))).toEqual({
      "01-a/chapter.md": "# A\n",
      "01-a/01-b/lesson.md": "x\ny",
      "01-a/01-b/check.json": "{}",
    });
    const wrong = zipSync({ "01-a/01-b/lesson.md": Uint8Array.of(0x61, 0x0a, 0xe9) });
    expect(() => readZip(wrong)).toThrow(
      "01-a/01-b/lesson.md, line 2, column 1: byte 0xE9 (é in Latin-1) is not UTF-8",
    );
  });

  it.each([
    ["../01-a/01-b/lesson.md"],
    ["01-a/../../b/lesson.md"],
    ["/etc/01-b/lesson.md"],
    ["01-a\\01-b/lesson.md"],
    ["01-a/./01-b/lesson.md"],
    ["a/b/c/d/e/f/lesson.md"],
    [".hidden/01-b/lesson.md"],
    ["01-a//lesson.md"],
  ])("with a file of the name %s is refused", (path) => {
    expect(() => packOf([[path, ""]])).toThrow(PackError);
    expect(() => readIndex(JSON.stringify({ title: "T", files: [path] }))).toThrow(FormatError);
  });

  it("whose index leads to another site is refused", () => {
    for (const path of [
      "https://elsewhere.example/a.md",
      "//elsewhere.example/a.md",
      "data:text/html,a.md",
      "a.md?b.md",
    ]) {
      expect(() => readIndex(JSON.stringify({ title: "T", files: [path] }))).toThrow(FormatError);
    }
    expect(() => readIndex("{")).toThrow("is not JSON");
    expect(() => readIndex('{"files":[]}')).toThrow("title: is missing");
  });

  it("that is too large is refused before it is unpacked", () => {
    const bomb = zip({ "01-a/01-b/lesson.md": "0".repeat(2_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => readZip(bomb)).toThrow("too large");
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, k) => [`01-a/${k}-b/lesson.md`, ""]));
    expect(() => readZip(zip(many))).toThrow("it holds more than 1000 files");
  });

  it("without lessons is refused", () => {
    expect(() => readZip(zip({ "readme.md": "" }))).toThrow("there is no lesson in it");
    expect(() => readZip(zip({ "lesson/lesson.md": "" }))).toThrow("do not lie in chapters");
  });

  it("of any bytes gives files or says what is wrong", () => {
    const sound = zip({ "01-a/01-b/lesson.md": "text", "01-a/01-b/start.py": "print 1" });
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(255), fc.nat(sound.length), (at, byte, length) => {
        const damaged = sound.slice(0, length);
        if (at < damaged.length) damaged[at] = byte;
        try {
          readZip(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(PackError);
        }
      }),
      runs(),
    );
  });
});
