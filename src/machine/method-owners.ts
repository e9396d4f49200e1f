import type { Native } from "../bytecode/natives.ts";
import {
  BOOL,
  FUNCTION,
  INT,
  LIST_TAG,
  NATIVE_FUNCTION,
  NONE,
  REAL,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
} from "../bytecode/values.ts";

/// Whether values with this tag have a method. What its first parameter is called says which do.
export function hasMethod(tag: number, native: Native): boolean {
  switch (native.parameters[0]?.name) {
    case "text":
      return tag === STRING;
    case "list":
      return tag === LIST_TAG;
    case "x":
      return tag === STRING || tag === LIST_TAG || tag === TUPLE_TAG;
    case "callable":
      return tag === FUNCTION || tag === NATIVE_FUNCTION || tag === TYPE_TAG;
    default:
      return !plain.has(tag);
  }
}

const plain: ReadonlySet<number> = new Set([INT, REAL, BOOL, NONE, FUNCTION, NATIVE_FUNCTION, TYPE_TAG, STRING]);
