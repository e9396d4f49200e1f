import { decodeUtf8 } from "./bytes.ts";

// How the bytes of a file become text, for everyone who reads files: the command line, the page, lessons and packs.
//
//   bytes   UTF-8, a mark (BOM) before it or not; a program may name another coding in its first two lines, as in Python:
//             # -*- coding: latin-1 -*-
//   lines   end at \n, \r\n or \r, and in the text at \n
//
// What cannot be text is refused with its place: no character is ever replaced without a word.

/// Says why the bytes of a file are no text, in a sentence for people, and where: line and column count from 1.
export class TextError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /// `line 3, column 7: …`
  get sentence(): string {
    return `line ${this.line}, column ${this.column}: ${this.message}`;
  }
}

/// The text of a file of this name; throws TextError.
export function readText(name: string, bytes: Uint8Array): string {
  refuseWide(bytes);
  const start = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
  const isProgram = /\.py$/i.test(name);
  const named = isProgram ? codingNamed(bytes, start) : undefined;
  const said = named === undefined ? "utf-8" : known(named, start > 0);
  // A page or an editor that saves in UTF-8 leaves the comment as it was: what is UTF-8 all through is read as such.
  const coding = said !== "utf-8" && firstNotUtf8(bytes, start) === undefined ? "utf-8" : said;
  const text = coding === "utf-8" ? fromUtf8(bytes, start, isProgram) : fromTable(bytes.subarray(start), coding);
  const zero = text.indexOf("\0");
  if (zero >= 0) throw at(text, zero, "a zero byte, which no text has. The file may be damaged, or no text at all.");
  return text.replace(/\r\n?/g, "\n");
}

// ── UTF-8 ──────────────────────────────────────────────────────────────────

const SAVE = "Save the file as UTF-8";

function fromUtf8(bytes: Uint8Array, start: number, isProgram: boolean): string {
  const wrong = firstNotUtf8(bytes, start);
  if (wrong === undefined) return decodeUtf8(start === 0 ? bytes : bytes.subarray(start));
  const byte = bytes[wrong] as number;
  const before = decodeUtf8(bytes.subarray(start, wrong));
  const latin = byte >= 0xa0 ? ` (${String.fromCharCode(byte)} in Latin-1)` : "";
  const or = isProgram ? ", or name its coding in the first line, as in # -*- coding: latin-1 -*-" : ".";
  throw at(before, before.length, `byte 0x${byte.toString(16).toUpperCase()}${latin} is not UTF-8. ${SAVE}${or}`);
}

/// Where the first byte is that is not part of a character in UTF-8.
function firstNotUtf8(bytes: Uint8Array, start: number): number | undefined {
  for (let at = start; at < bytes.length; ) {
    const byte = bytes[at] as number;
    const more = byte < 0x80 ? 0 : byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : 3;
    if (more === 3 && (byte < 0xf0 || byte > 0xf4)) return at;
    for (let k = 1; k <= more; k++) {
      const next = bytes[at + k] ?? 0;
      // The second byte also rules out what would be too long, half of a pair, or beyond the last character.
      const least = k > 1 ? 0x80 : byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
      const most = k > 1 ? 0xbf : byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
      if (next < least || next > most) return at;
    }
    at += more + 1;
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, k) => bytes[k] === byte);
}

/// Refuses UTF-16 and UTF-32, which editors on Windows call "Unicode".
function refuseWide(bytes: Uint8Array): void {
  const isWide = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0, 0, 0xfe, 0xff);
  if (isWide || looksWide(bytes)) throw new TextError(`the file is saved as UTF-16 ("Unicode"). ${SAVE}.`, 1, 1);
}

/// Without a mark: every second byte of the first ones is zero.
function looksWide(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 64) & ~1;
  if (length < 4) return false;
  const zeros = [0, 0];
  for (let k = 0; k < length; k++) if (bytes[k] === 0) zeros[k % 2] = (zeros[k % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) > length / 2 - length / 8 && Math.min(even, odd) === 0;
}

// ── Other codings ──────────────────────────────────────────────────────────

interface Named {
  readonly coding: string;
  readonly line: number;
  readonly column: number;
}

type Coding = "utf-8" | "ascii" | "latin-1" | "cp1252" | "iso-8859-15";

const NAMES: Readonly<Record<Coding, string>> = {
  "utf-8": "utf-8 utf8 utf u8 utf-8-sig cp65001",
  ascii: "ascii us-ascii 646",
  "latin-1": "latin-1 latin1 latin l1 iso-8859-1 iso8859-1 iso-latin-1 8859 cp819",
  cp1252: "cp1252 windows-1252 1252",
  "iso-8859-15": "iso-8859-15 iso8859-15 latin-9 latin9 l9",
};

// What stands in place of Latin-1's characters.
const CP1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";
const LATIN_9: Readonly<Record<number, string>> = {
  164: "€",
  166: "Š",
  168: "š",
  180: "Ž",
  184: "ž",
  188: "Œ",
  189: "œ",
  190: "Ÿ",
};

/// The coding that a comment in the first two lines names, in Python's form; the second only counts after a comment or nothing.
function codingNamed(bytes: Uint8Array, start: number): Named | undefined {
  const head = String.fromCharCode(...bytes.subarray(start, start + 1000));
  const lines = head.split(/\r\n|\r|\n/, 2);
  for (const [k, line] of lines.entries()) {
    const found = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line);
    if (found?.[1] !== undefined) {
      return { coding: found[1], line: k + 1, column: found[0].length - found[1].length + 1 };
    }
    if (!/^[ \t\f]*(?:#|$)/.test(line)) return undefined;
  }
  return undefined;
}

function known({ coding, line, column }: Named, isMarked: boolean): Coding {
  const name = coding.toLowerCase().replaceAll("_", "-");
  const found = (Object.keys(NAMES) as Coding[]).find((one) => NAMES[one].split(" ").includes(name));
  if (found === undefined) {
    throw new TextError(`the coding ${coding} is not known here. ${SAVE} and remove this comment.`, line, column);
  }
  if (isMarked && found !== "utf-8") {
    throw new TextError(
      `the file says ${coding}, but begins with the mark of UTF-8. Remove this comment.`,
      line,
      column,
    );
  }
  return found;
}

function fromTable(bytes: Uint8Array, coding: Exclude<Coding, "utf-8">): string {
  let text = "";
  for (const byte of bytes) {
    let character = String.fromCharCode(byte);
    if (coding === "cp1252" && byte >= 0x80 && byte < 0xa0) character = CP1252[byte - 0x80] as string;
    if (coding === "iso-8859-15") character = LATIN_9[byte] ?? character;
    if (character === "\ufffd" || (coding === "ascii" && byte >= 0x80)) {
      throw at(
        text,
        text.length,
        `byte 0x${byte.toString(16).toUpperCase()} is not ${coding}, which the file says it is.`,
      );
    }
    text += character;
  }
  return text;
}

function at(text: string, offset: number, message: string): TextError {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new TextError(message, lines.length, (lines.at(-1)?.length ?? 0) + 1);
}
