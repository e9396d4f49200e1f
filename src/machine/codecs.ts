import { escaped } from "./characters.ts";

// Text as bytes and bytes as text. Encodings are numbers, so that a fault can name one.

export const ENCODINGS = ["utf-8", "ascii", "latin-1"] as const;
const UTF_8 = 0;
const ASCII = 1;

/// The number of the encoding that a name means, in any of its spellings.
export function encodingNamed(name: string): number | undefined {
  const plain = name.toLowerCase().replaceAll(/[_ ]/g, "-");
  return spellings.get(plain);
}

const spellings: ReadonlyMap<string, number> = new Map([
  ["utf-8", UTF_8],
  ["utf8", UTF_8],
  ["u8", UTF_8],
  ["ascii", ASCII],
  ["us-ascii", ASCII],
  ["latin-1", 2],
  ["latin1", 2],
  ["iso-8859-1", 2],
]);

/// What is done with what cannot be encoded or decoded.
export type OnErrors = "strict" | "ignore" | "replace";

/// The first part, up to `to`, that cannot be encoded or decoded, and why.
export interface CodecProblem {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

function range(encoding: number): number {
  return encoding === ASCII ? 128 : 256;
}

function ordinal(encoding: number): string {
  return `ordinal not in range(${range(encoding)})`;
}

/// The bytes of a text's characters.
export function encoded(codes: readonly number[], encoding: number, errors: OnErrors): number[] | CodecProblem {
  const bytes: number[] = [];
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number;
    if (encoding === UTF_8) bytes.push(...utf8Of(code));
    else if (code < range(encoding)) bytes.push(code);
    else if (errors === "replace") bytes.push(0x3f);
    else if (errors === "strict") {
      let to = at + 1;
      while (to < codes.length && (codes[to] as number) >= range(encoding)) to++;
      return { from: at, to, why: ordinal(encoding) };
    }
  }
  return bytes;
}

function utf8Of(code: number): number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  const last = [0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), ...last];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), ...last];
}

const REPLACEMENT = 0xfffd;

/// The characters of the text that bytes are.
export function decoded(bytes: readonly number[], encoding: number, errors: OnErrors): number[] | CodecProblem {
  const codes: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const read = encoding === UTF_8 ? utf8At(bytes, at) : plainAt(bytes, at, encoding);
    if (read.code >= 0) codes.push(read.code);
    else if (errors === "replace") codes.push(REPLACEMENT);
    else if (errors === "strict") return { from: at, to: read.to, why: read.why ?? "" };
    at = read.to;
  }
  return codes;
}

interface Character {
  /// -1 if there is none.
  readonly code: number;
  readonly to: number;
  readonly why?: string;
}

function plainAt(bytes: readonly number[], at: number, encoding: number): Character {
  const code = bytes[at] as number;
  return code < range(encoding) ? { code, to: at + 1 } : { code: -1, to: at + 1, why: ordinal(encoding) };
}

function utf8At(bytes: readonly number[], at: number): Character {
  const first = bytes[at] as number;
  if (first < 0x80) return { code: first, to: at + 1 };
  const more =
    first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : 0;
  if (more === 0) return { code: -1, to: at + 1, why: "invalid start byte" };
  let code = first & (0x3f >> more);
  for (let k = 1; k <= more; k++) {
    const next = bytes[at + k];
    if (next === undefined) return { code: -1, to: at + k, why: "unexpected end of data" };
    // No character is written with more bytes than it needs, none is half of one, and none lies beyond the last.
    const least = k > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const most = k > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (next < least || next > most) return { code: -1, to: at + k, why: "invalid continuation byte" };
    code = (code << 6) | (next & 63);
  }
  return { code, to: at + more + 1 };
}

/// What CPython says of a problem with the first of a text or of bytes.
export function problemText(all: readonly number[], { from, to, why }: CodecProblem, isText: boolean): string {
  const one = all[from] as number;
  if (to - from > 1) return `${isText ? "characters" : "bytes"} in position ${from}-${to - 1}: ${why}`;
  return `${isText ? `character '${escaped(one)}'` : `byte 0x${one.toString(16).padStart(2, "0")}`} in position ${from}: ${why}`;
}
