import type { Image } from "../bytecode/image.ts";
import { partsOf } from "../bytecode/image-parts.ts";
import { BYTES, COMPLEX, STRING } from "../bytecode/values.ts";
import { COMPLEX_BYTES } from "./memory-map.ts";
import { textBytes } from "./strings.ts";

// A core's byte code, as it lies in its memory: the code, the function table, what only some programs have (image-parts.ts), then the texts of constants that are strings or bytes, and complex numbers.

/// Bytes of the function table and of what only some programs have, padded so that the strings after it are word-aligned.
export function tableBytes(image: Image): number {
  const rows = image.functions.reduce((sum, row) => sum + 8 + row.defaults.length * 2, 0);
  return ((image.code.length + rows + partsOf(image).length + 3) & ~3) - image.code.length;
}

/// Where what an image's constants refer to lies, in bytes behind the function table, by the constant's number; and how many bytes all
/// of them take.
export function textPlaces(image: Image): { readonly places: readonly number[]; readonly bytes: number } {
  let bytes = 0;
  const places = image.constants.map((constant) => {
    const place = bytes;
    if (constant.tag === STRING || constant.tag === BYTES) bytes += (textBytes(constant.value) + 3) & ~3;
    if (constant.tag === COMPLEX) bytes += COMPLEX_BYTES;
    return place;
  });
  return { places, bytes };
}

/// Bytes that an image's byte code takes on a core.
export function codeBytes(image: Image): number {
  return image.code.length + tableBytes(image) + textPlaces(image).bytes;
}

/// Writes the function table, and what only some programs have, to `at`.
export function writeTable(image: Image, bytes: Uint8Array, at: number): void {
  let to = at;
  const u16 = (value: number): void => {
    bytes[to++] = value;
    bytes[to++] = value >>> 8;
  };
  for (const row of image.functions) {
    u16(row.entry);
    bytes[to++] = row.parameters;
    bytes[to++] = row.required;
    u16(row.locals);
    u16(row.frame);
    for (const slot of row.defaults) u16(slot);
  }
  bytes.set(partsOf(image), to);
}
