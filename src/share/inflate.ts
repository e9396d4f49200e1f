import { Inflate } from "fflate";

/// A step of the input can grow by a thousand: small steps keep what is made before the limit is noticed small.
const stepBytes = 1024;

/// Undoes Deflate, up to `most` bytes: what would become longer is left alone as soon as that is known.
export function inflateAtMost(
  bytes: Uint8Array,
  most: number,
  dictionary?: Uint8Array,
): Uint8Array | "broken" | "long" {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate(dictionary === undefined ? {} : { dictionary }, (part) => {
    // It may be a view of a buffer that is used again.
    parts.push(part.slice());
    length += part.length;
  });
  try {
    for (let at = 0; at === 0 || at < bytes.length; at += stepBytes) {
      inflate.push(bytes.subarray(at, at + stepBytes), at + stepBytes >= bytes.length);
      if (length > most) return "long";
    }
  } catch {
    return "broken";
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
