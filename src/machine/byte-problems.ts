import type { ExceptionName } from "../bytecode/exceptions.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import { BYTEARRAY, pythonTypeName } from "../bytecode/values.ts";
import { ENCODINGS } from "./codecs.ts";

// Why bytes cannot be made of something, or something of bytes: the first word of the fault BAD_BYTES; the second says more. The words
// are CPython's.

/// A number that is no byte; the second word is the tag of what it was to be an element of.
export const BYTE_RANGE = 0;
/// Something else than a number, by its tag.
export const NOT_WHOLE = 1;
export const NEGATIVE_COUNT = 2;
export const NO_ENCODING = 3;
/// Something else than bytes, by its tag.
export const NOT_BYTES = 4;
/// What has no bytes, by its tag, and above 8 bits the tag of what was to be made of it.
export const NOT_CONVERTIBLE = 5;
/// The place of a character that is no digit in base 16.
export const NOT_HEX = 6;
/// The argument with the name is the fault's slot.
export const UNKNOWN_ENCODING = 7;
export const TOO_BIG = 8;
export const NEGATIVE = 9;
export const BYTE_ORDER = 10;
export const NEGATIVE_LENGTH = 11;
/// The tags of the two.
export const CANNOT_JOIN = 12;
/// A text or bytes, in the fault's slot, that an encoding has no bytes or no characters for; which one is above 8 bits of the word.
export const CANNOT_ENCODE = 13;
export const CANNOT_DECODE = 14;
/// What is joined has an element that is no bytes: its tag, and above 8 bits its place.
export const NOT_BYTES_INSIDE = 15;

/// As NOT_BYTES, where one byte does too, and of a method whose number is above 8 bits of the first word.
export const NOT_BYTE_OR_BYTES = 16;
export const NOT_BYTES_FIRST = 17;

interface Problem {
  readonly name: ExceptionName;
  readonly text: string;
}

/// What such a fault is as an exception, `shown` is what it says of what is in its slot.
export function byteProblem(why: number, detail: number, shown: string): Problem {
  const value = (text: string): Problem => ({ name: "ValueError", text });
  const type = (text: string): Problem => ({ name: "TypeError", text });
  const tag = pythonTypeName(detail & 255);
  const other = pythonTypeName(detail >> 8);
  const encoding = ENCODINGS[why >> 8];
  switch (why & 255) {
    case BYTE_RANGE:
      return value(`${detail === BYTEARRAY ? "byte" : "bytes"} must be in range(0, 256)`);
    case NOT_WHOLE:
      return type(`'${tag}' object cannot be interpreted as an integer`);
    case NEGATIVE_COUNT:
      return value("negative count");
    case NO_ENCODING:
      return type("string argument without an encoding");
    case NOT_BYTES:
      return type(`a bytes-like object is required, not '${tag}'`);
    case NOT_BYTE_OR_BYTES:
      return type(`argument should be integer or bytes-like object, not '${tag}'`);
    case NOT_BYTES_FIRST:
      return type(`${nativeByNumber(why >> 8)?.name} first arg must be bytes or a tuple of bytes, not ${tag}`);
    case NOT_CONVERTIBLE:
      return type(`cannot convert '${tag}' object to ${other}`);
    case NOT_HEX:
      return value(`non-hexadecimal number found in fromhex() arg at position ${detail}`);
    case UNKNOWN_ENCODING:
      return { name: "LookupError", text: `unknown encoding: ${shown}` };
    case TOO_BIG:
      return { name: "OverflowError", text: "int too big to convert" };
    case NEGATIVE:
      return { name: "OverflowError", text: "can't convert negative int to unsigned" };
    case BYTE_ORDER:
      return value("byteorder must be either 'little' or 'big'");
    case NEGATIVE_LENGTH:
      return value("length argument must be non-negative");
    case CANNOT_JOIN:
      return type(`can't concat ${other} to ${tag}`);
    case NOT_BYTES_INSIDE:
      return type(`sequence item ${detail >> 8}: expected a bytes-like object, ${tag} found`);
    case CANNOT_ENCODE:
      return { name: "UnicodeEncodeError", text: `'${encoding}' codec can't encode ${shown}` };
    default:
      return { name: "UnicodeDecodeError", text: `'${encoding}' codec can't decode ${shown}` };
  }
}
