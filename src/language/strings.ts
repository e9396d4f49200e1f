import type { Span } from "../base/span.ts";
import { pastLineEnd } from "./characters.ts";

const SIMPLE: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/// The value of the text between the quotation marks, its escapes resolved as Python does: unknown ones stay as they are.
/// `bad` is told the range of each incomplete escape. Of `bytes`, each character is one byte, and there is no \\u.
export function resolveEscapes(
  text: string,
  from: number,
  to: number,
  bad: (span: Span) => void,
  bytes = false,
): string {
  const plain = plainText(text, from, to);
  if (!plain.includes("\\")) return plain;
  const parts: string[] = [];
  let start = from;
  let at = from;
  while (at < to) {
    if (text[at] !== "\\") {
      at++;
      continue;
    }
    parts.push(plainText(text, start, at));
    const end = readEscape(text, at, to, parts, bad, bytes);
    at = end;
    start = end;
  }
  parts.push(plainText(text, start, to));
  return parts.join("");
}

/// A part of a program's text as it counts in a string: lines end at `\n`, however they end in the file.
export function plainText(text: string, from: number, to: number): string {
  const plain = text.slice(from, to);
  return plain.includes("\r") ? plain.replace(/\r\n?/g, "\n") : plain;
}

/// Reads the escape at `at`, adds its value to `parts` and gives the offset behind it.
function readEscape(
  text: string,
  at: number,
  to: number,
  parts: string[],
  bad: (span: Span) => void,
  bytes: boolean,
): number {
  const letter = text[at + 1] ?? "";
  const simple = Object.hasOwn(SIMPLE, letter) ? SIMPLE[letter] : undefined;
  if (simple !== undefined) {
    parts.push(simple);
    return at + 2;
  }
  if (letter === "\n" || letter === "\r") return pastLineEnd(text, at + 1);
  if (letter >= "0" && letter <= "7") {
    let end = at + 1;
    while (end < at + 4 && end < to && (text[end] ?? "") >= "0" && (text[end] ?? "") <= "7") end++;
    const code = Number.parseInt(text.slice(at + 1, end), 8);
    parts.push(String.fromCharCode(bytes ? code & 255 : code));
    return end;
  }
  const digits = letter === "x" ? 2 : bytes ? 0 : letter === "u" ? 4 : letter === "U" ? 8 : 0;
  if (digits === 0) {
    parts.push("\\");
    return at + 1;
  }
  const end = Math.min(at + 2 + digits, to);
  const code = text.slice(at + 2, end);
  const value = Number.parseInt(code, 16);
  if (code.length === digits && /^[0-9a-fA-F]+$/.test(code) && value <= 0x10ffff) {
    parts.push(String.fromCodePoint(value));
    return end;
  }
  bad({ from: at, to: at + 2 });
  return at + 2;
}
