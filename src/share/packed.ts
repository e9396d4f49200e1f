import { deflateSync } from "fflate";
import { mostLinkBytes, mostPackedCharacters } from "../base/limits.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { dictionary } from "./dictionary.ts";
import { inflateAtMost } from "./inflate.ts";

// data ─ JSON ─ UTF-8 ─ Deflate with the dictionary ─ base64url

/// Data of any kind that JSON can hold, as letters, digits, `-` and `_`.
export function pack(data: unknown): string {
  return toBase64url(deflateSync(bytesOf(data), { level: 9, mem: 8, dictionary }));
}

/// Whether what was packed, from these data, is small enough for `unpack`.
export function fitsPacked(packed: string, data: unknown): boolean {
  return packed.length <= mostPackedCharacters && bytesOf(data).length <= mostLinkBytes;
}

function bytesOf(data: unknown): Uint8Array {
  // JSON writes half a surrogate pair as an escape, so every text of the language comes back as it was.
  return new TextEncoder().encode(JSON.stringify(data));
}

/// What was packed; or what is wrong with it, as the end of a sentence. Says nothing about what the data are.
export function unpack(text: string): { readonly data: unknown } | string {
  if (text.length > mostPackedCharacters) return "it is too long";
  const packed = fromBase64url(text);
  if (packed === undefined) return "a part of it is missing, or it was changed on its way";
  const bytes = inflateAtMost(packed, mostLinkBytes, dictionary);
  if (bytes === "long") return "what it holds is too large";
  if (bytes === "broken") return "a part of it is missing, or it was changed on its way";
  try {
    return { data: JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch {
    return "a part of it is missing, or it was changed on its way";
  }
}
