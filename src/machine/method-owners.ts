import { HEX_OF, type Native } from "../bytecode/natives.ts";
import {
  BOOL,
  BYTEARRAY,
  BYTES,
  COMPLEX,
  FUNCTION,
  INT,
  LIST_TAG,
  NATIVE_FUNCTION,
  NONE,
  REAL,
  SINGLETON,
  SLICE_TAG,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
} from "../bytecode/values.ts";
import { isBytes } from "./bytes.ts";
import { methodOfBytearray } from "./natives/bytearrays.ts";
import { ONLY_TEXT } from "./natives/bytes-as-text.ts";
import { isNumber } from "./slots.ts";

/// Whether values with this tag have a method. What its first parameter is called says which do.
export function hasMethod(tag: number, native: Native): boolean {
  switch (native.parameters[0]?.name) {
    case "text":
      return tag === STRING || (isBytes(tag) && !ONLY_TEXT.has(native.number));
    case "list":
      return tag === LIST_TAG || (tag === BYTEARRAY && methodOfBytearray(native.number) !== undefined);
    case "items":
      return tag === BYTEARRAY ? methodOfBytearray(native.number) !== undefined : !plain.has(tag);
    case "x":
      return tag === STRING || tag === LIST_TAG || tag === TUPLE_TAG || isBytes(tag);
    case "bytes":
      return isBytes(tag);
    case "int":
      return tag === INT || tag === BOOL;
    case "number":
      return native.number === HEX_OF.number ? tag === REAL || isBytes(tag) : isNumber(tag) || tag === COMPLEX;
    case "slice":
      return tag === SLICE_TAG;
    case "callable":
      return tag === FUNCTION || tag === NATIVE_FUNCTION || tag === TYPE_TAG;
    default:
      return !plain.has(tag);
  }
}

const plain: ReadonlySet<number> = new Set([
  INT,
  REAL,
  BOOL,
  NONE,
  FUNCTION,
  NATIVE_FUNCTION,
  TYPE_TAG,
  STRING,
  BYTES,
  BYTEARRAY,
  COMPLEX,
  SLICE_TAG,
  SINGLETON,
]);
