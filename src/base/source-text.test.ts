import { describe, expect, it } from "vitest";
import { readText, TextError } from "./source-text.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function refused(bytes: Uint8Array, name = "a.py"): string {
  try {
    readText(name, bytes);
  } catch (error) {
    if (error instanceof TextError) return error.sentence;
    throw error;
  }
  return "";
}

describe("text of a file", () => {
  it("is UTF-8 without its mark, with lines that end in \\n", () => {
    expect(readText("a.py", utf8('\ufeffx = "ä"\r\ny\rz\n\nend'))).toBe('x = "ä"\ny\nz\n\nend');
    expect(readText("a.json", utf8("\ufeff{}\r\n"))).toBe("{}\n");
    expect(readText("a.py", utf8("a\ufeffb\f\v€𝄞"))).toBe("a\ufeffb\f\v€𝄞");
    expect(readText("a.py", utf8(""))).toBe("");
  });

  it("is refused at the first byte that is not UTF-8, with what to do", () => {
    expect(refused(latin('x = 1\r\nname = "é"\n'))).toBe(
      "line 2, column 9: byte 0xE9 (é in Latin-1) is not UTF-8. Save the file as UTF-8, or name its coding in the first line, as in # -*- coding: latin-1 -*-",
    );
    for (const bytes of [
      [0x80],
      [0xc0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
    ]) {
      expect(refused(Uint8Array.from([0x61, ...bytes]))).toContain("line 1, column 2: byte 0x");
    }
    expect(refused(Uint8Array.from([0x61, 0x0a, 0xe2, 0x82]))).toContain("line 2, column 1: byte 0xE2");
  });

  it("is read in the coding that a program names in its first two lines, as in Python", () => {
    expect(readText("a.py", latin("# -*- coding: latin-1 -*-\r\nx = 'é'\n"))).toBe(
      "# -*- coding: latin-1 -*-\nx = 'é'\n",
    );
    expect(readText("a.py", latin("#!/usr/bin/python\n# vim: set fileencoding=iso_8859_1 :\n'\xe9'"))).toContain("'é'");
    expect(readText("a.py", latin("# coding=cp1252\n'\x80\xe9'"))).toContain("'€é'");
    expect(readText("a.py", latin("# coding: iso-8859-15\n'\xa4'"))).toContain("'€'");
    expect(readText("a.py", utf8("# coding: utf8\n'é'"))).toContain("'é'");
    expect(readText("a.py", utf8("# coding: latin-1\n'é'"))).toContain("'é'");
  });

  it("is not read so by a later line, by a second one after a statement, or in what is no program", () => {
    expect(refused(latin("\n\n# coding: latin-1\n'é'"))).toContain("line 4, column 2");
    expect(refused(latin("x = 1\n# coding: latin-1\n'é'"))).toContain("line 3, column 2");
    expect(refused(latin("# coding: latin-1\n'é'"), "a.md")).toContain("line 2, column 2");
  });

  it("is refused where the coding named is unknown, or not what is there", () => {
    expect(refused(utf8("# coding: klingon\n"))).toBe(
      "line 1, column 11: the coding klingon is not known here. Save the file as UTF-8 and remove this comment.",
    );
    expect(refused(utf8("\ufeff# coding: latin-1\n"))).toContain("begins with the mark of UTF-8");
    expect(refused(latin("# coding: ascii\n'é'"))).toContain("line 2, column 2: byte 0xE9 is not ascii");
    expect(refused(latin("# coding: cp1252\n'\x81'"))).toContain("byte 0x81 is not cp1252");
  });

  it("is refused in UTF-16 with or without a mark, and with zero bytes", () => {
    const wide = (text: string, little: boolean): number[] =>
      [...text].flatMap((c) => (little ? [c.charCodeAt(0), 0] : [0, c.charCodeAt(0)]));
    const said = 'line 1, column 1: the file is saved as UTF-16 ("Unicode"). Save the file as UTF-8.';
    expect(refused(Uint8Array.from([0xff, 0xfe, ...wide("x = 1", true)]))).toBe(said);
    expect(refused(Uint8Array.from([0xfe, 0xff, ...wide("x = 1", false)]))).toBe(said);
    expect(refused(Uint8Array.from(wide("print(1)\n", true)))).toBe(said);
    expect(refused(Uint8Array.from(wide("print(1)\n", false)))).toBe(said);
    expect(refused(utf8("x = 1\ny = '\0'\n"))).toContain("line 2, column 6: a zero byte");
  });
});
