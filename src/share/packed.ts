import { deflateSync } from "fflate";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { dictionary } from "./dictionary.ts";
import { inflateAtMost } from "./inflate.ts";

// data ─ JSON ─ UTF-8 ─ Deflate with the dictionary ─ base64url

/// Longer texts are not even looked at, in characters; and what they hold may be so long, in bytes.
export const mostPacked = 200_000;
export const mostUnpackedBytes = 1_000_000;

/// Data of any kind that JSON can hold, as letters, digits, `-` and `_`.
export function pack(data: unknown): string {
  // JSON writes half a surrogate pair as an escape, so every text of the language comes back as it was.
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  return toBase64url(deflateSync(bytes, { level: 9, mem: 8, dictionary }));
}

/// What was packed; or what is wrong with it, as the end of a sentence. Says nothing about what the data are.
export function unpack(text: string): { readonly data: unknown } | string {
  if (text.length > mostPacked) return "it is too long";
  const packed = fromBase64url(text);
  if (packed === undefined) return "a part of it is missing, or it was changed on its way";
  const bytes = inflateAtMost(packed, mostUnpackedBytes, dictionary);
  if (bytes === "long") return "what it holds is too large";
  if (bytes === "broken") return "a part of it is missing, or it was changed on its way";
  try {
    return { data: JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)) };
  } catch {
    return "a part of it is missing, or it was changed on its way";
  }
}
